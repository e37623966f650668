"""Weigh the features of pairs of claims: python scripts/weigh.py ../shared --write

The weights start from `start` of src/reportedly/compare/weights.yaml and are moved by pairs of claims that tell of one incident or of
two: our own claims, as the coders of five sets of tests/gold-across have them, the coded claims within each report of tests/gold, and claims of made-up reports. Printed is how
each set comes out with the weights that all else teaches, and with what all teach. The same reports always give the same weights. With
--write they go to `weights` of that file.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from reportedly.compare import candidates, compare
from reportedly.compare.columns import Floats
from reportedly.compare.features import impossible
from reportedly.compare.house import tabled
from reportedly.compare.learn import fit
from reportedly.compare.score import FEATURES, Weights, features
from reportedly.document import Document, Json
from reportedly.evaluate.coded_claims import coded, placed
from reportedly.evaluate.coded_mentions import gold_of
from reportedly.evaluate.coded_relations import SAME
from reportedly.evaluate.compare_sets import SCORER, SET, scored, scorer_of, set_documents
from reportedly.evaluate.generated import generate
from reportedly.read import Tools, load_tools, read_documents

ROOT = Path(__file__).parents[1]
SEED, MADE, MADE_PAIRS = 23, 100, 2_000  # another seed than that of the measured set
OWN = ROOT / "tests" / "gold-across"
REPORTS = ROOT / "tests" / "gold"
FILE = ROOT / "src" / "reportedly" / "compare" / "weights.yaml"
FAITH = 20.0
RAISED = 0.8  # of the bias: pairs of claims are judged one by one, clusters by the pair that says most
HELD = frozenset(["story", "time_apart", "place_apart", "other_town", "other_nation", "swapped", "other_sort", "unsure", "whole", "recounted"])  # what keeps two events apart is no matter of a few sets
ASIDE = frozenset(["boat-raids", "jail-riots"])  # sets that teach nothing: how comparing does on what its weights have not seen
SHOWN = ("b3_precision", "b3_recall", "b3", "origins", "figures", "relations")


type Taught = tuple[Floats, Floats]  # of pairs of claims: the features, and whether they are one incident


@dataclass(frozen=True, slots=True)
class Set:
    """A set: its reports, our claims of them, and what every two of these that are coded teach."""

    folder: Path
    documents: list[Document]
    claims: list[Json]
    taught: Taught


def coded_set(folder: Path, scorer: Path, tools: Tools) -> Set:
    documents = set_documents(folder)
    claims = [record for reading in read_documents(documents, tools) for record in reading.to_dicts()]
    of = incidents_of(gold_of(folder / SET), claims, scorer)
    return Set(folder, documents, claims, taught(claims, documents, of))


def taught(claims: Sequence[Json], documents: Sequence[Document], of: Mapping[str, set[Any]]) -> Taught:
    """Of every two claims that could be one incident, and whose incidents are known."""
    first, table = tabled(claims, documents)
    i, j = (rows.astype(np.int64) for rows in np.triu_indices(len(first), 1))
    known = np.array([bool(of.get(a.id)) for a in first], dtype=bool)
    kept = known[i] & known[j] & ((table.families[i] & table.families[j]) != 0) & ~impossible(table, i, j)
    i, j = i[kept], j[kept]
    same = np.array([bool(of[first[a].id] & of[first[b].id]) for a, b in zip(i.tolist(), j.tolist(), strict=True)], dtype=np.float64)
    return np.c_[np.ones(len(i)), features(table, i, j)], same


def within_reports(folder: Path, tools: Tools) -> Taught:
    """What the coded claims of single reports teach: those of one group are one incident, all others are not."""
    rows = []
    for report in (placed(r, tools) for r in coded(folder)):
        groups = [{report.ids[s] for s in r["among"]} for r in report.relations if r["kind"] == SAME]
        of = {c["id"]: {next((n for n, g in enumerate(groups) if c["id"] in g), c["id"])} for c in report.claims}
        rows.append(taught(report.claims, [report.document], of))
    return joined(rows)


def made_up() -> Taught:
    """What claims without day, place or doer teach, of which no coded set has many: some of the likely pairs of made-up reports."""
    made = generate(seed=SEED, incidents=MADE)
    first, table = tabled(made.claims, made.reports)
    of = {claim: incident for incident, group in made.truth.incidents.items() for claim in group}
    i, j = (rows[:: -(-len(rows) // MADE_PAIRS)] for rows in candidates.pairs(first, table, np.ones(len(first), dtype=bool)))
    same = np.array([of[first[a].id] == of[first[b].id] for a, b in zip(i.tolist(), j.tolist(), strict=True)], dtype=np.float64)
    return np.c_[np.ones(len(i)), features(table, i, j)], same


def joined(rows: Sequence[Taught]) -> Taught:
    return np.concatenate([x for x, _ in rows]), np.concatenate([same for _, same in rows])


def incidents_of(gold: Json, claims: Sequence[Json], scorer: Path) -> dict[str, set[str]]:
    """The coded incidents that each claim tells of: of each mention the claim that fits it best has its incident."""
    rules = scorer_of(scorer)
    of: dict[str, set[str]] = defaultdict(set)
    for incident in gold["incidents"]:
        for mention in incident["mentions"]:
            here = [c for c in claims if Path(c["document"]["source"]).stem == mention["report"].removesuffix(".txt")]
            fit = [c for c in here if c["event"]["type"] in incident["event"] and rules.overlap(mention["span"], c) >= 0.5]
            if fit:
                of[max(fit, key=lambda c: rules.likeness(mention["span"], c))["id"]].add(incident["id"])
    return of


def learned(rows: Sequence[Taught], start: Weights) -> Weights:
    x, same = joined(rows)
    faith = np.array([FAITH, *(FAITH * (1e6 if name in HELD else 1.0) for name in FEATURES)])
    w = fit(x, same, np.r_[start.bias, start.vector()], faith)
    return Weights(float(w[0]) + RAISED, dict(zip(FEATURES, w[1:].tolist(), strict=True)))


def figures(of: Set, weights: Weights, scorer: Path) -> str:
    incidents = [i.record for i in compare(of.claims, of.documents, weights=weights).incidents]
    found = scored(of.folder, of.claims, incidents, scorer)
    return "  ".join(f"{name} {found[name]:.3f}" for name in SHOWN)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds compare/score_compare.py")
    parser.add_argument("--write", action="store_true", help="put the weights into weights.yaml")
    args = parser.parse_args()
    scorer, tools = args.shared / "compare" / SCORER, load_tools()
    text = FILE.read_text(encoding="utf-8")
    start = Weights.of_record(dict.fromkeys(FEATURES, 0.0) | yaml.safe_load(text)["start"])
    sets = [coded_set(file.parent, scorer, tools) for file in sorted(OWN.glob(f"*/{SET}"))]
    within, made = within_reports(REPORTS, tools), made_up()
    teaching = [s for s in sets if s.folder.name not in ASIDE]
    every = learned([within, made, *(s.taught for s in teaching)], start)
    print(f"{REPORTS.name}: {len(within[1]):,} pairs, {int(within[1].sum())} of one incident")
    for one in sets:
        others = learned([within, made, *(s.taught for s in teaching if s is not one)], start)
        print(f"{one.folder.name}: {len(one.taught[1]):,} pairs, {int(one.taught[1].sum())} of one incident")
        print(f"  taught by the others  {figures(one, others, scorer)}")
        print(f"  taught by all         {figures(one, every, scorer)}")
    if args.write:
        kept = text[: text.index("\nweights:\n")]
        rows = "".join(f"  {name}: {value:.2f}\n" for name, value in every.to_record().items())
        FILE.write_text(f"{kept}\nweights:\n{rows}", encoding="utf-8")
        print(f"{FILE.relative_to(ROOT)}: written")


if __name__ == "__main__":
    main()
