"""Times that belong together: a day with its hour, two ends of a range, two days in a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportedly.find.moments import (
    Between,
    ClockOnly,
    Day,
    Leaning,
    Moment,
    Month,
    Overnight,
    Point,
    Unit,
    Vague,
    Weekday,
    Years,
)
from reportedly.find.timewords import CLASSES, LEAD, time_words
from reportedly.language.parse import Token


class Found(NamedTuple):
    """What is said at tokens `first` to `end` (half-open), and the word it hangs on where the tree does not tell."""

    first: int
    end: int
    said: Moment | Leaning
    hangs_on: Token | None = None


type Join = Callable[[Found, Found, str, str], Found | None]  # left, right, the classes between them and before the left

_JOIN = {CLASSES["dash"], CLASSES["to"]}


def joined(found: list[Found], tokens: Sequence[Token], classes: str) -> list[Found]:
    """The times in order, those that belong together made one."""
    for join in (_one_day, _range, _pair):
        out: list[Found] = []
        for item in found:
            gap = classes[out[-1].end : item.first] if out else ""
            before = classes[out[-1].first - 1] if out and out[-1].first else ""
            if out and (one := join(out[-1], item, gap, before)):
                out[-1] = one
            else:
                out.append(item)
        found = out
    return found


def _one_day(left: Found, right: Found, gap: str, before: str) -> Found | None:
    """"at 10:30 on Wednesday", "overnight on Friday": the time of day goes into the day beside it."""
    if len(gap) > 2 or any(mark not in LEAD and mark != CLASSES["comma"] for mark in gap):
        return None
    pair = (left.said, right.said)
    for moment, other in (pair, pair[::-1]):
        if not isinstance(moment, Day | Weekday | Unit) or (isinstance(moment, Unit) and moment.unit != "day"):
            continue
        if isinstance(other, ClockOnly):
            return Found(left.first, right.end, replace(moment, clock=other.clock))
        if isinstance(other, Overnight) and moment is right.said:
            return Found(left.first, right.end, replace(moment, part="overnight"))
        if isinstance(other, Vague) and other.words.split()[-1] in time_words().data["parts"] and moment.part is None:
            return Found(left.first, right.end, replace(moment, part=time_words().data["parts"][other.words.split()[-1]]))
    return None


def _range(left: Found, right: Found, gap: str, before: str) -> Found | None:
    """"from Monday to Wednesday", "between June and December 2015", "2011-2014"."""
    if not isinstance(left.said, Point.__value__) or not isinstance(right.said, Point.__value__):
        return None
    between = before == CLASSES["between"] and gap == CLASSES["and"]
    led = before == CLASSES["from"] and gap in (*_JOIN, CLASSES["until"])
    if between or led:
        return Found(left.first - 1, right.end, _between(left.said, right.said))
    same = type(left.said) is type(right.said) and isinstance(left.said, Day | Month | Weekday | Years)
    return Found(left.first, right.end, _between(left.said, right.said)) if same and gap in _JOIN else None


def _between(start: Point, end: Point) -> Between:
    """What only one side says counts for both: the year of "between June and December of 2015", the day of "4pm and 6pm on Sunday"."""
    if isinstance(start, ClockOnly) and isinstance(end, Day | Weekday | Unit):
        return Between(replace(end, clock=start.clock), end)
    if isinstance(start, Day | Month) and isinstance(end, Day | Month):
        wraps = start.month > end.month
        if start.year is None and end.year is not None:
            start = replace(start, year=end.year - wraps)
        elif end.year is None and start.year is not None:
            end = replace(end, year=start.year + wraps)
    return Between(start, end)


def _pair(left: Found, right: Found, gap: str, before: str) -> Found | None:
    """"on Saturday and Sunday", "in January and February", "in 2015 and 2016": two in a row are one stretch."""
    if gap != CLASSES["and"]:
        return None
    one, other = left.said, right.said
    if isinstance(one, Weekday) and one == Weekday(one.weekday) and other == Weekday((one.weekday + 1) % 7):
        return Found(left.first, right.end, Between(one, Weekday((one.weekday + 1) % 7)))
    if isinstance(one, Month) and isinstance(other, Month) and one == Month(one.month, one.year) and other == Month(one.month + 1, other.year):
        return Found(left.first, right.end, _between(one, other)) if one.year in (None, other.year) else None
    years = isinstance(one, Years) and isinstance(other, Years) and one == Years(one.first, one.first)
    if years and isinstance(one, Years) and other == Years(one.first + 1, one.first + 1):
        return Found(left.first, right.end, Years(one.first, one.first + 1))
    return None
