"""All claims in columns: what is counted of them, in memory. A million take some hundred and fifty megabytes.

Built in one go from the store's tallies; never changed, only replaced. Row n of every column is the same claim.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from reportedly.store.tallies import MARKED, Numbers, Related, Tally, related, tallies, worded
from reportedly.web.columns import UNDATED, Facet, Ints, Mask, day_number

NOT_JUDGED = "none"  # the review of a claim that nobody judged
FACETS = ("type", "status", "voice", "actor", "place")


@dataclass(frozen=True, slots=True)
class Named:
    """The claims that name somebody, in rows, and how: 1 a voice that denies; 1 an actor, 2 a recipient, 3 both."""

    rows: Ints
    marks: Ints


@dataclass(frozen=True)
class ClaimColumns:
    """The claims. `start` and `end` are days since the year 1, UNDATED where nobody says."""

    facets: dict[str, Facet]
    marks: dict[str, Ints]
    start: Ints
    end: Ints
    confidence: NDArray[np.float64]
    row_of: Ints  # by number
    said_in: Ints  # the row of the claim whose words stand in each row of the full-text table
    related: Related  # their sources and targets are rows here
    hits: dict[str, Ints] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def month(self) -> Ints:
        """The month that each begins in, as year × 12 + month − 1; UNDATED where nobody says."""
        days, where = np.unique(self.start, return_inverse=True)
        begins = [date.fromordinal(d) if d != UNDATED else None for d in days.tolist()]
        return np.array([b.year * 12 + b.month - 1 if b else UNDATED for b in begins], dtype=np.int64)[where]

    @cached_property
    def kept(self) -> Mask:
        """Those that nobody rejected."""
        return ~self.facets["review"].having(["rejected"], len(self))

    def named(self, kind: str, name: str) -> Named:
        """The claims in which a voice, actor or place stands, without those that somebody rejected."""
        facet = self.facets[kind]
        code = facet.code_of.get(name, -1)
        first, last = np.searchsorted(facet.codes, [code, code + 1]) if code >= 0 else (0, 0)
        rows = facet.rows[first:last]
        kept = self.kept[rows]
        return Named(rows[kept], self.marks[kind][first:last][kept])


def claim_columns(connection: Connection) -> ClaimColumns:
    told = tallies(connection)
    numbers = np.sort(told["type"].numbers)
    row_of = np.full(int(numbers.max(initial=0)) + 1, -1, dtype=np.int32)
    row_of[numbers] = np.arange(len(numbers))
    made = {name: _facet(told[name], row_of, MARKED if name in ("voice", "actor") else 1) for name in FACETS}
    facets = {name: facet for name, (facet, _) in made.items()} | {"review": _reviews(told["review"], row_of, len(numbers))}
    days = {end: _column(told[end], row_of, np.array([day_number(v) for v in told[end].values], dtype=np.int64)) for end in ("start", "end")}
    links = related(connection)
    links = replace(links, sources=row_of[links.sources], targets=row_of[links.targets])
    at, of = worded(connection)
    said_in = np.full(int(at.max(initial=0)) + 1, -1, dtype=np.int32)
    said_in[at] = row_of[of]
    return ClaimColumns(
        facets, {name: made[name][1] for name in ("voice", "actor", "place")}, days["start"], days["end"],
        _column(told["confidence"], row_of, np.array(told["confidence"].values, dtype=np.float64)), row_of, said_in, links,
    )  # fmt: skip


def _facet(tally: Tally, row_of: Ints, marked: int) -> tuple[Facet, Ints]:
    """Values by code with each claim once, and its marks together."""
    rows, size = row_of[tally.numbers // marked], len(row_of)
    keys, where = np.unique(tally.codes * size + rows, return_inverse=True)
    marks = np.zeros(len(keys), dtype=np.int8)
    np.bitwise_or.at(marks, where, (tally.numbers % marked).astype(np.int8))
    values = tuple(map(str, tally.values))
    return Facet(values, (keys // size).astype(np.int32), (keys % size).astype(np.int32), {v: n for n, v in enumerate(values)}), marks


def _reviews(tally: Tally, row_of: Ints, size: int) -> Facet:
    """What was judged of each, NOT_JUDGED of those that were not."""
    values = (*map(str, tally.values), NOT_JUDGED)
    codes = np.full(size, len(values) - 1, dtype=np.int32)
    codes[row_of[tally.numbers]] = tally.codes
    return Facet(values, codes, np.arange(size, dtype=np.int32), {v: n for n, v in enumerate(values)})


def _column[T: np.generic](tally: Tally, row_of: Ints, of_value: NDArray[T]) -> NDArray[T]:
    """A column of one value a claim."""
    out = np.empty(len(tally.numbers), dtype=of_value.dtype)
    out[row_of[tally.numbers]] = of_value[tally.codes]
    return out


def known(row_of: Ints, numbers: Numbers) -> Ints:
    """The rows of these numbers; those that came later than the columns are left out."""
    rows = row_of[numbers[numbers < len(row_of)]]
    there: Ints = rows[rows >= 0]
    return there
