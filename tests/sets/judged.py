"""The project's own sets of times, figures and places, and what the reader makes of each, beside what was written down for it.

A report of a set is one or two sentences, and it is read whole. What its claims carry is judged; where none carries the words
that are asked for, what the reader found and made of them by itself. The sets are about times, figures and places, not about
whether an event is seen: `carried` keeps the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import batched
from pathlib import Path
from typing import Any

import yaml

from reportedly.document import Document
from reportedly.events.circumstance import Circumstances
from reportedly.intake.text import Given, document_from_text
from reportedly.read import Tools, circumstances_in, reading_of
from reportedly.records import Claim
from tests.sets.compare import Verdict, judge_figures, judge_places, judge_times

SETS = ("dates", "figures", "places")
JUDGES = {"dates": judge_times, "figures": judge_figures, "places": judge_places}
AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing that was asked of a report: `name` is its group in the set, with a number."""

    name: str
    text: str
    verdict: Verdict

    @property
    def right(self) -> bool:
        return self.verdict.right

    @property
    def carried(self) -> bool:
        """Right, and on a claim."""
        return self.verdict.right and self.verdict.carried


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader made of one report."""

    document: Document
    circumstances: Circumstances
    claims: tuple[Claim, ...]


def judged(name: str, tools: Tools) -> list[Judged]:
    """Every thing that a set asks, judged."""
    groups: dict[str, list[Any]] = yaml.safe_load(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8"))
    rows = [(group, row) for group, rows in groups.items() for row in rows]
    numbers = dict.fromkeys(groups, 0)
    out = []
    for (group, row), read in zip(rows, _read([_report(name, row) for _, row in rows], tools), strict=True):
        for verdict in JUDGES[name](row, read.document, read.circumstances, read.claims):
            numbers[group] += 1
            out.append(Judged(f"{group} {numbers[group]}", read.document.text, verdict))
    return out


def share(items: Sequence[bool]) -> float:
    """Of what was asked, the part that is so."""
    return sum(items) / len(items)


def _report(name: str, row: Any) -> Document:
    if name != "dates":
        return document_from_text(row if isinstance(row, str) else row[0])
    options = row[-1] if isinstance(row[-1], dict) else {}
    published = row[0] if isinstance(row[0], date) else None
    return document_from_text(row[1], given=Given(published, options.get("outlet")))


def _read(documents: Sequence[Document], tools: Tools) -> Iterator[Read]:
    for batch in batched(documents, AT_ONCE):
        for parse in tools.parser.parse(list(batch)):
            yield Read(parse.document, circumstances_in(parse, tools), reading_of(parse, tools).claims)
