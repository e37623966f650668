"""Relations within reports, against those that people coded: what is found of theirs, and what of ours is theirs.

`same-incident` is counted by links; denies and disputes count for one another, as the coders' own
scorer has it. With the coded claims given, this measures comparing alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.compare import compare
from reportedly.comparison import Comparison
from reportedly.evaluate.coded_claims import Coded, coded

SAME = "same-incident"
KINDS = ("same-incident", "denies", "differs-in-figure", "confirms")
ALIKE: dict[str, str] = {"disputes": "denies"}
type Link = tuple[str, frozenset[str]]


@dataclass(slots=True)
class Tally:
    """By kind: how many the coders list, how many we say, how many are both."""

    wanted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    said: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    both: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))

    found_links: int = 0
    right_links: int = 0

    def found(self) -> float:
        return share(self.found_links + sum(self.both.values()), sum(self.wanted.values()))

    def right(self) -> float:
        return share(self.right_links + sum(self.both.values()), sum(self.said.values()))


def share(part: int, of: int) -> float:
    return part / of if of else 0.0


def tally(reports: Iterable[Coded]) -> Tally:
    """Each report compared by itself, its coded claims given."""
    out = Tally()
    for report in reports:
        add(out, report, compare(report.claims, [report.document]))
    return out


def add(out: Tally, report: Coded, comparison: Comparison) -> None:
    """What was found of one report's relations. A group of k claims of one incident is k − 1 links (Vilain et al. 1995)."""
    groups = [[report.ids[s] for s in r["among"]] for r in report.relations if r["kind"] == "same-incident"]
    incidents = [list(i.claims) for i in comparison.incidents]
    out.wanted[SAME] += sum(len(g) - 1 for g in groups)
    out.said[SAME] += sum(len(i) - 1 for i in incidents)
    out.found_links += kept_links(groups, incidents)
    out.right_links += kept_links(incidents, groups)
    for kind, link in wanted_links(report):
        out.wanted[kind] += 1
        out.both[kind] += (kind, link) in said_links(comparison)
    for kind, _ in said_links(comparison):
        out.said[kind] += 1


def kept_links(groups: Iterable[Sequence[str]], others: Iterable[Sequence[str]]) -> int:
    """Of the links of `groups`, those that hold in the other partition."""
    of = {claim: n for n, other in enumerate(others) for claim in other}
    return sum(len(g) - len({of.get(claim, claim) for claim in g}) for g in groups)


def wanted_links(report: Coded) -> set[Link]:
    """The coded relations that are not same-incident."""
    named = [r for r in report.relations if r["kind"] != SAME]
    return {(_kind(r["kind"]), frozenset((report.ids[r["from"]], report.ids[r["to"]]))) for r in named}


def _kind(kind: str) -> str:
    return ALIKE.get(kind, kind)


def said_links(comparison: Comparison) -> set[Link]:
    kinds = [(_kind(r.kind.value), frozenset((r.from_, r.to))) for r in comparison.relations]
    return {(kind, link) for kind, link in kinds if kind in KINDS and kind != SAME}


def relations_of(folders: Iterable[Path]) -> Tally:
    return tally(report for folder in folders for report in coded(folder))
