"""From what the words say about a time to an interval of dates, or to nothing: a guess is a bug.

Conventions. A weekday, or a date without a year, is the latest one not after publication; in a clause about the
future the first not before it. "last week" is Monday to Sunday before the week of publication; "the last 24 hours"
and "the last year" are windows that end on publication. "this week", "recently", "earlier" stay unresolved, and so
does everything relative when the day of publication is not known. "the previous day" counts from `anchor`, the
event told before. A day without its month ("the 7th") is the latest or next such day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from reportedly.find.moments import (
    After,
    Ago,
    Before,
    Between,
    Clock,
    ClockOnly,
    Day,
    DayOfMonth,
    Moment,
    Month,
    NumericDate,
    Overnight,
    Season,
    Since,
    Unit,
    Until,
    Vague,
    Weekday,
    Weekend,
    Window,
    Years,
)
from reportedly.find.timewords import time_words
from reportedly.resolve.calendar import (
    Interval,
    add_days,
    add_months,
    day_or_none,
    latest_weekday,
    month_of,
    moved,
    next_weekday,
    part_of,
    unit_of,
    years_of,
)

type Resolved = tuple[str | None, str | None, str | None]

UNRESOLVED: Resolved = (None, None, None)


@dataclass(frozen=True, slots=True)
class Now:
    """From where one counts: the day of publication, the tense of the clause, the event before, the order of 07/10."""

    published: date | None
    future: bool = False
    anchor: Interval | None = None
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """An interval, open where `start` or `end` is None."""

    start: date | None
    end: date | None
    precision: str
    clock: Clock | None = None


def resolve_time(
    expression: Moment,
    *,
    published: date | None,
    tense: str = "past",
    anchor: Interval | None = None,
    day_first: bool | None = None,
) -> Resolved:
    """(start, end, precision), dates inclusive in ISO; all None while unresolved.

    `precision` is one of hour, part, day, week, month, year, period. `tense` is "past", "present" or "future".
    `day_first` says how an outlet writes 07/10/2015; unless it is known, such a date stays unresolved.
    """
    dates = _dates(expression, Now(published, tense == "future", anchor, day_first))
    if dates is None:
        return UNRESOLVED
    return _iso(dates.start, dates.clock), _iso(dates.end, dates.clock), dates.precision


def _iso(when: date | None, clock: Clock | None) -> str | None:
    if when is None:
        return None
    return f"{when.isoformat()}T{clock.hour:02}:{clock.minute:02}{clock.zone}" if clock else when.isoformat()


def _whole(interval: Interval, precision: str) -> Dates:
    return Dates(interval[0], interval[1], precision)


def _one(when: date | None, part: str | None = None, clock: Clock | None = None) -> Dates | None:
    return Dates(when, when, "hour" if clock else "part" if part else "day", clock) if when else None


@singledispatch
def _dates(moment: object, now: Now) -> Dates | None:
    raise TypeError(f"no time: {moment!r}")


@_dates.register
def _vague(moment: Vague, now: Now) -> Dates | None:
    return None


@_dates.register
def _clock(moment: ClockOnly, now: Now) -> Dates | None:
    """"at 7.30 am": on the day of the event told before, if that is one day."""
    start, end = now.anchor or (None, None)
    return _one(start, clock=moment.clock) if start == end else None


@_dates.register
def _day(moment: Day, now: Now) -> Dates | None:
    year = _year(moment.year, moment.year_shift, now)
    first = _dated(year, moment.month, moment.day, now)
    if first is None or moment.last_day is None:
        return _one(first, moment.part, moment.clock)
    last = day_or_none(first.year, moment.month, moment.last_day)
    return Dates(first, last, "period") if last else None


def _year(year: int | None, shift: int | None, now: Now) -> int | None:
    if year is not None or shift is None or now.published is None:
        return year
    return now.published.year + shift


def _dated(year: int | None, month: int, day: int, now: Now) -> date | None:
    """A day of the calendar; without a year the latest not after publication, or the first after it."""
    if year is not None or now.published is None:
        return day_or_none(year, month, day) if year is not None else None
    step, at = (1, now.published.year) if now.future else (-1, now.published.year)
    for candidate in (day_or_none(at + step * n, month, day) for n in range(9)):
        if candidate and (candidate >= now.published if now.future else candidate <= now.published):
            return candidate
    return None


@_dates.register
def _day_of_month(moment: DayOfMonth, now: Now) -> Dates | None:
    if now.published is None:
        return None
    for n in range(4):
        month = add_months(now.published.replace(day=1), n if now.future else -n)
        candidate = day_or_none(month.year, month.month, moment.day)
        if candidate and (candidate >= now.published if now.future else candidate <= now.published):
            return _one(candidate)
    return None


@_dates.register
def _numeric(moment: NumericDate, now: Now) -> Dates | None:
    if now.day_first is None:
        return None
    day, month = (moment.first, moment.second) if now.day_first else (moment.second, moment.first)
    return _one(day_or_none(moment.year, month, day))


def _section(interval: Interval, unit: str, section: str | None) -> Dates:
    if section is None or unit not in ("month", "year", "decade"):
        return _whole(interval, unit if unit in ("day", "week", "month", "year") else "period")
    return _whole(part_of(interval, unit, tuple(time_words().data["sections"][section][unit])), "period")


@_dates.register
def _month(moment: Month, now: Now) -> Dates | None:
    year = _year(moment.year, moment.year_shift, now)
    if year is None:
        if now.published is None:
            return None
        year = _nearest_year(moment.month, moment.shift, now.published, now.future)
    return _section(month_of(year, moment.month), "month", moment.section)


def _nearest_year(month: int, shift: int | None, published: date, future: bool) -> int:
    """Of the latest such month that has begun, or of the next; "last" and "next" never mean the month of publication."""
    if shift == 1 or (shift is None and future):
        later = month > published.month or (month == published.month and shift is None)
        return published.year if later else published.year + 1
    if shift == 0:
        return published.year
    earlier = month < published.month or (month == published.month and shift is None)
    return published.year if earlier else published.year - 1


@_dates.register
def _years(moment: Years, now: Now) -> Dates | None:
    unit = "year" if moment.first == moment.last else "decade"
    return _section(years_of(moment.first, moment.last), unit, moment.section)


@_dates.register
def _season(moment: Season, now: Now) -> Dates | None:
    year = _year(moment.year, moment.year_shift, now)
    if year is None:
        if now.published is None:
            return None
        year = _season_year(moment, now.published, now.future)
    start = date(year, moment.month, 1)
    return Dates(start, add_days(add_months(start, 3), -1), "period")


def _season_year(moment: Season, published: date, future: bool) -> int:
    ahead = moment.shift == 1 or (moment.shift in (None, 0) and future)
    years = range(published.year + 1, published.year - 3, -1)
    starts = [date(y, moment.month, 1) for y in years]
    if ahead:
        return min(s for s in starts if add_months(s, 3) > published).year
    ended = [s for s in starts if (add_months(s, 3) if moment.shift == -1 else s) <= published]
    return max(ended).year


@_dates.register
def _weekday(moment: Weekday, now: Now) -> Dates | None:
    base = now.anchor[0] if moment.anchored and now.anchor else now.published
    if base is None or (moment.anchored and now.anchor is None):
        return None
    if moment.week_shift is not None:
        monday = unit_of(base, "week", moment.week_shift)[0]
        return _one(add_days(monday, moment.weekday), moment.part, moment.clock)
    if moment.shift == 1:
        when = next_weekday(add_days(base, 1), moment.weekday)
    elif moment.shift == -1:
        when = latest_weekday(add_days(base, -1), moment.weekday)
    else:
        when = next_weekday(base, moment.weekday) if now.future else latest_weekday(base, moment.weekday)
    return _one(when, moment.part, moment.clock)


@_dates.register
def _unit(moment: Unit, now: Now) -> Dates | None:
    if moment.anchored:
        return _anchored_unit(moment, now)
    published = now.published
    if published is None:
        return None
    interval = unit_of(published, moment.unit, moment.shift)
    if moment.unit == "day":
        return _one(interval[0], moment.part, moment.clock)
    if moment.section:
        return _section(interval, moment.unit, moment.section)
    if moment.shift == 0:
        ahead = moment.to_come or (now.future and not moment.so_far)
        return Dates(published, interval[1], "period") if ahead else Dates(interval[0], published, "period")
    return _section(interval, moment.unit, None)


def _anchored_unit(moment: Unit, now: Now) -> Dates | None:
    if now.anchor is None:
        return None
    start, end = now.anchor
    if moment.shift == 0 and moment.unit == "day":
        return Dates(start, end, "part" if moment.part else "day" if start == end else "period")
    interval = unit_of(start if moment.shift < 0 else end, moment.unit, moment.shift)
    return _one(interval[0], moment.part) if moment.unit == "day" else _section(interval, moment.unit, None)


@_dates.register
def _weekend(moment: Weekend, now: Now) -> Dates | None:
    if now.published is None:
        return None
    current = latest_weekday(now.published, 5)  # the Saturday of the weekend that has begun last
    running = now.published.weekday() >= 5
    if moment.shift == 1:
        saturday = add_days(current, 7)
    elif moment.shift == -1:
        saturday = add_days(current, -7) if running else current
    else:
        saturday = add_days(current, 7) if now.future and not running else current
    return Dates(saturday, add_days(saturday, 1), "period")


@_dates.register
def _ago(moment: Ago, now: Now) -> Dates | None:
    """A day so many days off; with weeks, months and years the calendar's unit is not meant but a day like that one.

    "three weeks ago" is the day three weeks before; "two months ago" and "ten years ago" are that month, that year.
    """
    base: date | None = now.published
    if moment.anchored:
        base = now.anchor[0 if moment.count < 0 else 1] if now.anchor else None
    if base is None:
        return None
    when = moved(base, moment.count, moment.unit)
    if moment.unit in ("hour", "minute"):
        whole = moment.unit == "hour" and moment.count % 24 == 0
        return _one(when) if whole else Dates(min(when, base), max(when, base), "period")
    if moment.unit in ("month", "year") and moment.count % 1 == 0:
        return _whole(unit_of(when, moment.unit, 0), moment.unit)
    if moment.unit in ("decade", "century", "month", "year"):
        return _whole(unit_of(when, "year" if moment.unit != "month" else "month", 0), "period")
    return Dates(when, when, "day" if moment.unit == "day" else "week")


@_dates.register
def _window(moment: Window, now: Now) -> Dates | None:
    """Behind publication or ahead of it. "within two days" of a past clause counts from an event that it does not name."""
    base = now.published
    if base is None:
        return None
    if moment.count is None:
        return Dates(base, add_days(base, time_words().data["within"][moment.unit]), "period") if now.future else None
    if moment.ahead:
        return Dates(base, moved(base, moment.count, moment.unit), "period") if now.future else None
    return Dates(moved(base, -moment.count, moment.unit), base, "period")


@_dates.register
def _overnight(moment: Overnight, now: Now) -> Dates | None:
    return Dates(add_days(now.published, -1), now.published, "part") if now.published else None


@_dates.register
def _since(moment: Since, now: Now) -> Dates | None:
    start = _dates(moment.start, Now(now.published, False, now.anchor, now.day_first))
    if start is None or start.start is None:
        return None
    end = now.published if now.published is None or now.published >= start.start else None
    return Dates(start.start, end, "period")


@_dates.register
def _until(moment: Until, now: Now) -> Dates | None:
    end = _dates(moment.end, now)
    if end is None or end.end is None:
        return None
    start = now.published if now.future and now.published and now.published <= end.end else None
    return Dates(start, end.end, "period")


@_dates.register
def _before(moment: Before, now: Now) -> Dates | None:
    end = _dates(moment.end, now)
    if end is None or end.start is None:
        return None
    day = add_days(end.start, -1)
    return Dates(now.published if now.future and now.published and now.published <= day else None, day, "period")


@_dates.register
def _after(moment: After, now: Now) -> Dates | None:
    start = _dates(moment.start, now)
    if start is None or start.end is None:
        return None
    day = add_days(start.end, 1)
    end = now.published if not now.future and now.published and now.published >= day else None
    return Dates(day, end, "period")


@_dates.register
def _between(moment: Between, now: Now) -> Dates | None:
    """The side that is behind settles the other: in the past the end is found first, in the future the start."""
    if now.future:
        start = _dates(moment.start, now)
        end = _dates(moment.end, Now(start.start, True, now.anchor, now.day_first)) if start else None
    else:
        end = _dates(moment.end, now)
        start = _dates(moment.start, Now(end.end, False, now.anchor, now.day_first)) if end else None
    if start is None or end is None or start.start is None or end.end is None or start.start > end.end:
        return None
    return Dates(start.start, end.end, "period")
