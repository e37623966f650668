"""Comparing made-up reports, whose truth is known: incidents, copies, origins (see `generated.py`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from reportedly.compare import compare
from reportedly.comparison import Comparison
from reportedly.evaluate.figure import Figure
from reportedly.evaluate.generated import Generated, generate
from reportedly.evaluate.partitions import b_cubed, f1


def made_figures(seed: int = 1, incidents: int = 300) -> Iterator[Figure]:
    """b3 of incidents, F1 of pairs of copies, and the share of incidents whose origins are exactly the true ones."""
    made = generate(seed, incidents)
    comparison = compare(made.claims, made.reports)
    yield Figure("b3", b_cubed([i.claims for i in comparison.incidents], list(made.truth.incidents.values()))[2])
    yield Figure("copies", copies_f1(comparison, made))
    yield Figure("origins", origins_exact(comparison, made))


def copies_f1(comparison: Comparison, made: Generated) -> float:
    said, true = (_pairs(groups) for groups in ([c.reports for c in comparison.copies if not c.paragraphs], made.truth.copies))
    return f1(len(said & true) / max(1, len(said)), len(said & true) / max(1, len(true)))[2]


def _pairs(groups: Sequence[Sequence[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def origins_exact(comparison: Comparison, made: Generated) -> float:
    """Of the incidents with an origin, those where the incident that holds most of its claims has these origins and no other."""
    of, by_id = comparison.incident_of(), {i.id: i for i in comparison.incidents}
    right = asked = 0
    for ident, claims in made.truth.incidents.items():
        if true := made.truth.origins[ident]:
            incident = by_id[Counter(of[c] for c in claims).most_common(1)[0][0]]
            asked += 1
            right += sorted(o["name"] for o in incident.record["origins"]) == sorted(name.split(" report-")[0] for name in true)
    return right / asked if asked else 0.0
