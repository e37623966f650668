"""All incidents in columns: what is counted, drawn and paged through, in memory. A hundred thousand take some tens of megabytes.

Built in one go from `incidents.facets`; never changed, only replaced. Row n of every column is the same incident; rows stand by
day, those without one last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.terms import Precision

type Ints = NDArray[np.integer[Any]]
type Mask = NDArray[np.bool_]

UNDATED = -1
NOWHERE = (None,) * 5
MANY = ("type", "actor", "recipient", "voice", "outlet", "country", "place", "given", "lowest", "highest")  # fields of which an incident may have several values
ONE = ("status", "grade")
PRECISIONS = (*(p.value for p in Precision), "unknown")
SORTS = ("newest", "oldest", "claims", "origins", "reports", "disputed")


@dataclass(frozen=True, slots=True)
class Facet:
    """One field's values over all incidents: `codes[k]` is a value of the incident in row `rows[k]`."""

    values: tuple[str, ...]
    codes: Ints
    rows: Ints
    code_of: dict[str, int]

    def having(self, wanted: Iterable[str], size: int) -> Mask:
        """The rows that have one of these values."""
        lit = np.zeros(len(self.values) + 1, dtype=bool)
        lit[[self.code_of[v] for v in wanted if v in self.code_of]] = True
        return lit_rows(self.rows[lit[self.codes]], size)

    def counts(self, mask: Mask) -> Ints:
        """How many of the rows in `mask` have each value."""
        return np.bincount(self.codes[mask[self.rows]], minlength=len(self.values))


def lit_rows(rows: Ints, size: int) -> Mask:
    """A mask of so many rows with these in it."""
    mask = np.zeros(size, dtype=bool)
    mask[rows] = True
    return mask


@dataclass(frozen=True)
class Columns:
    """The incidents. `start` and `end` are days since the year 1, UNDATED where nobody says."""

    ids: tuple[str, ...]
    facets: dict[str, Facet]
    start: Ints
    end: Ints
    disputed: Mask
    longitude: NDArray[np.float64]
    latitude: NDArray[np.float64]
    precision: Ints
    country: Ints  # of the point, an index into the values of the facet; -1 for none
    place: Ints  # its name, alike
    counted: Ints  # claims, reports, outlets, origins: one row an incident
    row_of: Ints  # by number
    orders: dict[str, tuple[Ints, Ints]] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def place_in(self) -> dict[str, int]:
        return {ident: n for n, ident in enumerate(self.ids)}

    @cached_property
    def placed(self) -> Mask:
        return ~np.isnan(self.longitude)

    def order(self, sort: str) -> tuple[Ints, Ints]:
        """(rows, keys): rows in this order, and the key of each; equal keys by id."""
        if sort not in self.orders:
            keys = self._keys(sort)
            by_id = np.argsort(np.array(self.ids)) if self.ids else np.empty(0, dtype=np.int64)
            rank = np.empty(len(self), dtype=np.int64)
            rank[by_id] = np.arange(len(self))
            rows = np.lexsort((rank, keys))
            self.orders[sort] = (rows, keys[rows])
        return self.orders[sort]

    def _keys(self, sort: str) -> Ints:
        if sort == "oldest":
            return np.where(self.start == UNDATED, 10**9, self.start)
        if sort == "newest":
            return np.where(self.start == UNDATED, 1, -self.start)
        claims, reports, _, origins = self.counted.T
        chosen = {"claims": claims, "reports": reports, "origins": origins, "disputed": self.disputed * 10**6 + claims}[sort]
        return np.asarray(-chosen, dtype=np.int64)

    def page(self, mask: Mask, sort: str, limit: int, after: Sequence[Any] | None) -> tuple[list[str], tuple[int, str] | None]:
        """The ids of a page of the rows in `mask`, and the key after which the next page begins."""
        rows, keys = self.order(sort)
        first = self._begin(rows, keys, after) if after else 0
        chosen = first + np.flatnonzero(mask[rows[first:]])[: limit + 1]
        ids = [self.ids[r] for r in rows[chosen[:limit]].tolist()]
        more = (int(keys[chosen[limit - 1]]), ids[-1]) if len(chosen) > limit else None
        return ids, more

    def _begin(self, rows: Ints, keys: Ints, after: Sequence[Any]) -> int:
        """The first position behind a key and id, whether or not that incident is still there."""
        key, ident = int(after[0]), str(after[1])
        low, high = int(np.searchsorted(keys, key, "left")), int(np.searchsorted(keys, key, "right"))
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.ids[int(rows[middle])] <= ident else (low, middle)
        return low


def columns(stored: Iterable[Any]) -> Columns:
    """Columns of (id, number, start, status, grade, facets) rows that come by day."""
    rows = list(stored)
    facets = {name: _facet(enumerate(r[5].get(name, ()) for r in rows)) for name in MANY}
    facets |= {name: _facet((n, (r[3 + at],)) for n, r in enumerate(rows)) for at, name in enumerate(ONE)}
    points: list[Any] = [r[5].get("point") or NOWHERE for r in rows]
    starts = np.array([day_number(r[2]) for r in rows], dtype=np.int64)
    ends = np.array([day_number(r[5].get("end")) for r in rows], dtype=np.int64)
    numbers = np.array([r[1] for r in rows], dtype=np.int64)
    row_of = np.full(int(numbers.max(initial=0)) + 1, -1, dtype=np.int64)
    row_of[numbers] = np.arange(len(rows))
    precisions = {p: n for n, p in enumerate(PRECISIONS)}
    return Columns(
        tuple(r[0] for r in rows), facets, starts, np.maximum(starts, ends), np.array([bool(r[5].get("disputed")) for r in rows], dtype=bool),
        np.array([p[0] for p in points], dtype=np.float64), np.array([p[1] for p in points], dtype=np.float64),
        np.array([precisions.get(p[2], len(PRECISIONS) - 1) for p in points], dtype=np.int64),
        np.array([facets["country"].code_of.get(p[3], -1) for p in points], dtype=np.int64), np.array([facets["place"].code_of.get(p[-1], -1) for p in points], dtype=np.int64),
        np.array([r[5].get("n", (0, 0, 0, 0)) for r in rows], dtype=np.int64).reshape(len(rows), 4), row_of,
    )  # fmt: skip


def _facet(valued: Iterable[tuple[int, Iterable[str]]]) -> Facet:
    code_of: dict[str, int] = {}
    codes: list[int] = []
    rows: list[int] = []
    for row, values in valued:
        for value in dict.fromkeys(values):
            codes.append(code_of.setdefault(value, len(code_of)))
            rows.append(row)
    return Facet(tuple(code_of), np.array(codes, dtype=np.int64), np.array(rows, dtype=np.int64), code_of)


def day_number(iso: str | None) -> int:
    """Days since the year 1 of an ISO day or moment; UNDATED without one."""
    return date.fromisoformat(iso[:10]).toordinal() if iso else UNDATED
