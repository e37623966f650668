"""From what the words say about a time to an interval of dates, or to nothing: a guess is a bug.

Conventions. A weekday, or a date without a year, is the latest one not after publication; in a clause about the
future the first not before it. "last week" is Monday to Sunday before the week of publication; "the last 24 hours"
and "the last year" are windows that end on publication. "this week", "recently", "earlier" stay unresolved, and so
does everything relative when the day of publication is not known. "the previous day" counts from `anchor`, the
event told before. A day without its month ("the 7th") is the latest or next such day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportedly.find.moments import (
    After,
    Before,
    Between,
    Clock,
    ClockOnly,
    Counted,
    Moment,
    Onward,
    Since,
    ToCome,
    Until,
    Vague,
)
from reportedly.resolve import calendar_dates, relative_dates
from reportedly.resolve.calendar import Interval, add_days
from reportedly.resolve.dated import Dates, Now, Rules, one

type Resolved = tuple[str | None, str | None, str | None]

UNRESOLVED: Resolved = (None, None, None)


def resolve_time(
    expression: Moment,
    *,
    published: date | None,
    tense: str = "past",
    anchor: Interval | None = None,
    day_first: bool | None = None,
) -> Resolved:
    """(start, end, precision), dates inclusive in ISO; all None while unresolved.

    `precision` is one of hour, part, day, week, month, year, period. `tense` is "past", "present" or "future"; what a
    time says of that itself goes before. `day_first` says how an outlet writes 07/10/2015.
    """
    dates = _dates(expression, Now(published, tense == "future", anchor, day_first))
    if dates is None:
        return UNRESOLVED
    return _iso(dates.start, dates.clock), _iso(dates.end, dates.end_clock), dates.precision


def _iso(when: date | None, clock: Clock | None) -> str | None:
    if when is None:
        return None
    return f"{when.isoformat()}T{clock.hour:02}:{clock.minute:02}{clock.zone}" if clock else when.isoformat()


def _dates(moment: Moment, now: Now) -> Dates | None:
    rule = RULES.get(type(moment))
    if rule is None:
        raise TypeError(f"no time: {moment!r}")
    return rule(moment, now)


def _nothing(moment: Vague, now: Now) -> None:
    return None


def _clock(moment: ClockOnly, now: Now) -> Dates | None:
    """"at 7.30 am": on the day of the event told before, if that is one day."""
    start, end = now.anchor or (None, None)
    return one(start, clock=moment.clock) if start == end else None


def _to_come(moment: ToCome, now: Now) -> Dates | None:
    return _dates(moment.moment, replace(now, future=True))


def _counted(moment: Counted, now: Now) -> Dates | None:
    """"a day after Monday's raid": Monday first, which is behind unless it says itself that it is not."""
    base = _dates(moment.base, replace(now, future=False))
    if base is None or base.start is None or base.end is None:
        return None
    return _dates(moment.point, replace(now, anchor=(base.start, base.end)))


def _since(moment: Since, now: Now) -> Dates | None:
    start = _dates(moment.start, replace(now, future=False))
    if start is None or start.start is None:
        return None
    end = now.published if now.published is None or now.published >= start.start else None
    return Dates(start.start, end, "period", start.clock)


def _onward(moment: Onward, now: Now) -> Dates | None:
    """"from Monday": of what is past it runs to publication, of what is yet to come nobody knows how long."""
    if not now.future:
        return _since(Since(moment.start), now)
    start = _dates(moment.start, now)
    return Dates(start.start, None, "period", start.clock) if start and start.start else None


def _until(moment: Until, now: Now) -> Dates | None:
    end = _dates(moment.end, now)
    if end is None or end.end is None:
        return None
    start = now.published if now.future and now.published and now.published <= end.end else None
    return Dates(start, end.end, "period")


def _before(moment: Before, now: Now) -> Dates | None:
    end = _dates(moment.end, now)
    if end is None or end.start is None:
        return None
    day = add_days(end.start, -1)
    return Dates(now.published if now.future and now.published and now.published <= day else None, day, "period")


def _after(moment: After, now: Now) -> Dates | None:
    start = _dates(moment.start, now)
    if start is None or start.end is None:
        return None
    day = add_days(start.end, 1)
    end = now.published if not now.future and now.published and now.published >= day else None
    return Dates(day, end, "period")


def _between(moment: Between, now: Now) -> Dates | None:
    """The side that is behind settles the other: in the past the end is found first, in the future the start."""
    if now.future:
        start = _dates(moment.start, now)
        end = _dates(moment.end, replace(now, published=start.start)) if start else None
    else:
        end = _dates(moment.end, now)
        start = _dates(moment.start, replace(now, published=end.end)) if end else None
    if start is None or end is None or start.start is None or end.end is None or start.start > end.end:
        return None
    return Dates(start.start, end.end, "period", start.clock, end.end_clock)


RULES: Rules = {
    **calendar_dates.RULES, **relative_dates.RULES,
    Vague: _nothing, ClockOnly: _clock, ToCome: _to_come, Counted: _counted,
    Since: _since, Onward: _onward, Until: _until, Before: _before, After: _after, Between: _between,
}  # fmt: skip
