"""Which incidents: filters over the columns, one mask a field, so that each facet can be counted without its own choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlencode

import numpy as np

from reportedly.document import Json
from reportedly.web.columns import MANY, ONE, UNDATED, Columns, Facet, Ints, Mask, lit_rows

FIELDS = ("type", "status", "actor", "recipient", "voice", "outlet", "country", "grade", "disputed")  # those that are counted as facets
EITHER = ("disputed", "review")  # fields of which one value is chosen, and not several
type Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a reader chose. `values`: field → alternatives; `yes`: disputed, dated, placed → whether; `box`: west, south, east, north; `rest`: what
    else stands in the question, as it is."""

    values: Mapping[str, Sequence[str]]
    yes: Mapping[str, bool]
    since: date | None = None
    until: date | None = None
    box: Box | None = None
    words: str | None = None
    rest: Mapping[str, str] = field(default_factory=dict)

    def query(self, toggled: tuple[str, str] | None = None) -> str:
        """These filters as a query string; with `toggled` (field, value) put in, or taken out if it is there."""
        pairs = [(name, v) for name, values in self.values.items() for v in values]
        pairs += [(name, "yes" if value else "no") for name, value in self.yes.items()]
        if toggled:
            pairs = [p for p in pairs if p != toggled] if toggled in pairs else [p for p in pairs if p[0] not in EITHER or toggled[0] != p[0]] + [toggled]
        pairs += [(k, v.isoformat()) for k, v in (("since", self.since), ("until", self.until)) if v]
        pairs += [("bbox", ",".join(f"{x:g}" for x in self.box))] if self.box else []
        pairs += [("q", self.words)] if self.words else []
        pairs += self.rest.items()
        return urlencode(pairs)


def masks(table: Columns, chosen: Chosen, hits: Ints | None) -> dict[str, Mask]:
    """A mask for each field that is filtered; `hits` are the rows whose words were searched for."""
    size = len(table)
    out = {name: table.facets[name].having(values, size) for name, values in chosen.values.items() if name in (*MANY, *ONE) and values}
    known = {"disputed": table.disputed, "dated": table.start != UNDATED, "placed": table.placed}
    out |= {name: known[name] if value else ~known[name] for name, value in chosen.yes.items()}
    if chosen.since or chosen.until:
        low, high = (d.toordinal() if d else default for d, default in ((chosen.since, 0), (chosen.until, 10**9)))
        out["time"] = (table.start != UNDATED) & (table.start <= high) & (table.end >= low)
    if chosen.box:
        out["box"] = _within(table, chosen.box)
    if hits is not None:
        out["words"] = lit_rows(hits, size)
    return out


def _within(table: Columns, box: Box) -> Mask:
    """The points in a box; one whose west lies east of its east crosses the 180th meridian."""
    west, south, east, north = box
    x, y = table.longitude, table.latitude
    across = (x >= west) | (x <= east) if west > east else (x >= west) & (x <= east)
    return across & (y >= south) & (y <= north)


def together(table: Sized, found: Mapping[str, Mask], but: str | None = None) -> Mask:
    """The rows that all filters let through; `but` leaves one field's out."""
    mask = np.ones(len(table), dtype=bool)
    for name, each in found.items():
        if name != but:
            mask &= each
    return mask


@dataclass(frozen=True, slots=True)
class Counting:
    """How facets are counted: which, how many values of each, and of those only the ones that contain `find`."""

    fields: Sequence[str] = FIELDS
    top: int = 12
    find: str | None = None


def facet_counts(table: Columns, chosen: Chosen, found: Mapping[str, Mask], how: Counting) -> Json:
    """field → [{value, count, selected, toggle}], the most frequent first, what is chosen always among them."""
    masks = {name: together(table, found, name) for name in how.fields}
    return {name: _disputed(table, chosen, mask) if name == "disputed" else counted(table.facets[name], chosen, name, mask, how) for name, mask in masks.items()}


def counted(facet: Facet, chosen: Chosen, name: str, mask: Mask, how: Counting) -> list[Json]:
    """[{value, count, selected, toggle}] of one field."""
    counts = facet.counts(mask)
    picked = [facet.code_of[v] for v in chosen.values.get(name, ()) if v in facet.code_of]
    if how.find:
        sought = how.find.casefold()
        mine = np.array([n for n, v in enumerate(facet.values) if sought in v.casefold()], dtype=np.int64)
    else:
        mine = np.flatnonzero(counts)
    best = mine[np.argsort(-counts[mine], kind="stable")][: how.top].tolist()
    return [_value(chosen, name, facet.values[n], int(counts[n]), n in picked) for n in dict.fromkeys([*picked, *best]) if counts[n] or n in picked]


def _disputed(table: Columns, chosen: Chosen, mask: Mask) -> list[Json]:
    yes = int((table.disputed & mask).sum())
    counts = {"yes": yes, "no": int(mask.sum()) - yes}
    picked = {True: "yes", False: "no"}.get(chosen.yes["disputed"]) if "disputed" in chosen.yes else None
    return [_value(chosen, "disputed", value, count, value == picked) for value, count in counts.items()]


def _value(chosen: Chosen, name: str, value: str, count: int, selected: bool) -> Json:
    return {"value": value, "count": count, "selected": selected, "toggle": chosen.query((name, value))}


UNITS = (("day", 92), ("week", 92 * 7), ("month", 31 * 120))  # a unit, and up to how many days it is chosen for


def timeline(table: Columns, mask: Mask, unit: str = "auto") -> Json:
    """{unit, bins: [{start, end, count, disputed}], undated}: each incident by its first day."""
    dated = mask & (table.start != UNDATED)
    days = table.start[dated]
    if unit == "auto":
        span = int(days.max() - days.min()) + 1 if len(days) else 1
        unit = next((name for name, most in UNITS if span <= most), "year")
    distinct, where = np.unique(days, return_inverse=True)
    begins = [_begin(date.fromordinal(d), unit) for d in distinct.tolist()]
    counts = np.bincount(where, minlength=len(distinct))
    contested = np.bincount(where[table.disputed[dated]], minlength=len(distinct))
    bins: dict[date, Json] = {}
    for begin, count, disputed in zip(begins, counts.tolist(), contested.tolist(), strict=True):
        bin_ = bins.setdefault(begin, {"start": begin.isoformat(), "end": _end(begin, unit).isoformat(), "count": 0, "disputed": 0})
        bin_["count"] += count
        bin_["disputed"] += disputed
    return {"unit": unit, "bins": [bins[b] for b in sorted(bins)], "undated": int((mask & ~dated).sum())}


def _begin(day: date, unit: str) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday()) if day.toordinal() > 7 else date.min
    return day if unit == "day" else day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _end(begin: date, unit: str) -> date:
    if unit == "day":
        return begin
    if unit == "week":
        return date.fromordinal(min(begin.toordinal() + 6, date.max.toordinal()))
    return begin.replace(month=12, day=31) if unit == "year" else _month_end(begin)


def _month_end(begin: date) -> date:
    return begin.replace(day=31) if begin.month == 12 else begin.replace(month=begin.month + 1) - timedelta(days=1)
