"""Dates of times that hang on another: on publication ("yesterday", "last week"), or on the event told before."""

from __future__ import annotations

from datetime import date

from reportedly.find.moments import Ago, Ahead, Anniversary, Overnight, Unit, Weekday, Weekend, Window
from reportedly.find.timewords import time_words
from reportedly.resolve.calendar import add_days, add_months, latest_weekday, moved, next_weekday, unit_of
from reportedly.resolve.dated import Dates, Now, Rules, one, section, whole

SAME_DAY = 6  # hours that seldom lead into another day


def _weekday(moment: Weekday, now: Now) -> Dates | None:
    base = now.anchor[0] if moment.anchored and now.anchor else now.published
    if base is None or (moment.anchored and now.anchor is None):
        return None
    if moment.week_shift is not None:
        monday = unit_of(base, "week", moment.week_shift)[0]
        return one(add_days(monday, moment.weekday), moment.part, moment.clock)
    if moment.shift == 1:
        when = next_weekday(add_days(base, 1), moment.weekday)
    elif moment.shift is not None and moment.shift < 0:
        when = add_days(latest_weekday(add_days(base, -1), moment.weekday), 7 * (moment.shift + 1))
    else:
        when = next_weekday(base, moment.weekday) if now.future else latest_weekday(base, moment.weekday)
    return one(when, moment.part, moment.clock)


def _unit(moment: Unit, now: Now) -> Dates | None:
    if moment.anchored:
        return _anchored_unit(moment, now)
    published = now.published
    if published is None:
        return None
    interval = unit_of(published, moment.unit, moment.shift)
    if moment.unit == "day":
        return one(interval[0], moment.part, moment.clock)
    if moment.section:
        return section(interval, moment.unit, moment.section)
    if moment.shift == 0:
        ahead = moment.to_come or (now.future and not moment.so_far)
        return Dates(published, interval[1], "period") if ahead else Dates(interval[0], published, "period")
    return section(interval, moment.unit, None)


def _anchored_unit(moment: Unit, now: Now) -> Dates | None:
    if now.anchor is None:
        return None
    start, end = now.anchor
    if moment.shift == 0 and moment.unit == "day":
        return Dates(start, end, "part" if moment.part else "day" if start == end else "period")
    interval = unit_of(start if moment.shift < 0 else end, moment.unit, moment.shift)
    return one(interval[0], moment.part) if moment.unit == "day" else section(interval, moment.unit, None)


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
    if moment.anchored and (moment.unit == "minute" or (moment.unit == "hour" and abs(moment.count) <= SAME_DAY)):
        return one(base)  # "twenty minutes later"
    if moment.unit in ("hour", "minute"):
        whole = moment.unit == "hour" and moment.count % 24 == 0
        return one(when) if whole else Dates(min(when, base), max(when, base), "period")
    return _like(when, moment.unit, moment.count)


def _like(when: date, unit: str, count: float) -> Dates:
    """As well as "ten years ago" knows its day: that year."""
    if unit in ("month", "year") and count % 1 == 0:
        return whole(unit_of(when, unit, 0), unit)
    if unit in ("decade", "century", "month", "year"):
        return whole(unit_of(when, "year" if unit != "month" else "month", 0), "period")
    return Dates(when, when, "day" if unit == "day" else "week")


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


def _ahead(moment: Ahead, now: Now) -> Dates | None:
    """"in three days": of what is past it is not a time."""
    if now.published is None or not (now.future or moment.surely):
        return None
    when = moved(now.published, moment.count, moment.unit)
    return _like(when, moment.unit, moment.count)


def _overnight(moment: Overnight, now: Now) -> Dates | None:
    into = _weekday(moment.into, now) if moment.into else None
    end = into.end if into else now.published
    return Dates(add_days(end, -1), end, "part") if end and (into or not moment.into) else None


def _anniversary(moment: Anniversary, now: Now) -> Dates | None:
    """So many years after the time that it is counted from; the years were said."""
    if now.anchor is None or moment.years is None:
        return None
    start, end = (add_months(day, 12 * moment.years) for day in now.anchor)
    days = (end - start).days
    return Dates(start, end, "day" if not days else "year" if days > 300 else "month" if days > 25 else "period")


RULES: Rules = {
    Weekday: _weekday, Unit: _unit, Weekend: _weekend, Ago: _ago, Window: _window, Ahead: _ahead, Overnight: _overnight,
    Anniversary: _anniversary,
}  # fmt: skip
