"""Days, weeks, months and years as closed intervals of dates: the arithmetic under `resolve/dates.py`."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

type Interval = tuple[date, date]

_DAYS = {"minute": 0, "hour": 0, "day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(when: date, days: int) -> date:
    try:
        return when + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(when: date, months: int) -> date:
    """The same day so many months on; the last of the month where it has no such day."""
    year, month = divmod(when.year * 12 + when.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(when.day, calendar.monthrange(year, month + 1)[1]))


def moved(when: date, count: float, unit: str) -> date:
    """`count` units on (back, when negative). Hours round up to whole days, so that the interval holds the moment."""
    if unit in ("hour", "minute"):
        hours = count / (60 if unit == "minute" else 1)
        return add_days(when, int(-(-abs(hours) // 24)) * (1 if count > 0 else -1))
    if unit in _MONTHS:
        return add_months(when, round(count * _MONTHS[unit]))
    return add_days(when, round(count * _DAYS[unit]))


def month_of(year: int, month: int) -> Interval:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def years_of(first: int, last: int) -> Interval:
    return date(max(first, MINYEAR), 1, 1), date(min(last, MAXYEAR), 12, 31)


def unit_of(when: date, unit: str, shift: int) -> Interval:
    """The calendar's unit that holds `when`, or the one so many after it. Weeks run from Monday to Sunday."""
    at = moved(when, shift, unit) if shift else when
    if unit == "week":
        monday = add_days(at, -at.weekday())
        return monday, add_days(monday, 6)
    if unit == "month":
        return month_of(at.year, at.month)
    if unit in ("year", "decade", "century"):
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        first = at.year - at.year % size
        return years_of(first, first + size - 1)
    return at, at


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    month, day = divmod(d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114, 31)
    return date(year, month, day + 1)


def latest_weekday(until: date, weekday: int) -> date:
    """The latest such weekday not after `until`."""
    return add_days(until, -((until.weekday() - weekday) % 7))


def next_weekday(since: date, weekday: int) -> date:
    """The first such weekday not before `since`."""
    return add_days(since, (weekday - since.weekday()) % 7)


def part_of(interval: Interval, unit: str, section: tuple[int, int]) -> Interval:
    """A section of a week or month (in days), a year (in months) or a decade (in years), as `times.yaml` has it."""
    start, end = interval
    first, last = section
    if unit == "week":
        return add_days(start, first - 1), add_days(start, last - 1)
    if unit == "month":
        return start.replace(day=min(first, end.day)), start.replace(day=min(last, end.day))
    if unit == "year":
        return date(start.year, first, 1), month_of(start.year, last)[1]
    return years_of(start.year + first, start.year + last)
