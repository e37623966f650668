"""From where one counts, and what comes of it: the two records that the rooms of date resolution hand each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportedly.find.moments import Clock
from reportedly.find.timewords import section_of
from reportedly.resolve.calendar import Interval, part_of


@dataclass(frozen=True, slots=True)
class Now:
    """From where one counts: the day of publication, the tense of the clause, the event before, the order of 07/10."""

    published: date | None
    future: bool = False
    anchor: Interval | None = None
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """An interval, open where `start` or `end` is None, each with its hour where that is said."""

    start: date | None
    end: date | None
    precision: str
    clock: Clock | None = None
    end_clock: Clock | None = None


type Rules = Mapping[type, Callable[[Any, Now], Dates | None]]


def whole(interval: Interval, precision: str) -> Dates:
    return Dates(interval[0], interval[1], precision)


def one(when: date | None, part: str | None = None, clock: Clock | None = None) -> Dates | None:
    """One day, or an hour or a part of it; None for a day that the calendar does not have."""
    return Dates(when, when, "hour" if clock else "part" if part else "day", clock, clock) if when else None


def section(interval: Interval, unit: str, name: str | None) -> Dates:
    """A part of a unit by its name ("early"), or all of it where no such part is known."""
    bounds = section_of(name, unit) if name else None
    if bounds is None:
        return whole(interval, unit if unit in ("day", "week", "month", "year") else "period")
    part = part_of(interval, unit, bounds)
    return whole(part, "day" if part[0] == part[1] else "period")
