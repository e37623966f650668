"""Dates of times that name their place in the calendar: days, months, seasons, years, feasts."""

from __future__ import annotations

from datetime import date

from reportedly.find.moments import Day, DayOfMonth, Feast, Month, NumericDate, Season, Years
from reportedly.resolve.calendar import add_days, add_months, day_or_none, easter, month_of, years_of
from reportedly.resolve.dated import Dates, Now, Rules, one, section


def _day(moment: Day, now: Now) -> Dates | None:
    year = _year(moment.year, moment.year_shift, now)
    first = _dated(year, moment.month, moment.day, now)
    if first is None or moment.last_day is None:
        return one(first, moment.part, moment.clock)
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


def _day_of_month(moment: DayOfMonth, now: Now) -> Dates | None:
    if now.published is None:
        return None
    for n in range(4):
        month = add_months(now.published.replace(day=1), n if now.future else -n)
        candidate = day_or_none(month.year, month.month, moment.day)
        if candidate and (candidate >= now.published if now.future else candidate <= now.published):
            return one(candidate)
    return None


def _numeric(moment: NumericDate, now: Now) -> Dates | None:
    """Read as the outlet writes it; where that is not known, only if one of the two days lies behind publication."""
    day_first, month_first = (day_or_none(moment.year, *pair) for pair in ((moment.second, moment.first), (moment.first, moment.second)))
    if now.day_first is not None:
        return one(day_first if now.day_first else month_first)
    told = [d for d in (day_first, month_first) if d and now.published and d <= now.published]
    return one(told[0]) if len(told) == 1 and not now.future else None


def _feast(moment: Feast, now: Now) -> Dates | None:
    if moment.year is not None:
        return one(add_days(easter(moment.year), moment.days))
    if now.published is None:
        return None
    days = [add_days(easter(now.published.year + n), moment.days) for n in (-1, 0, 1)]
    return one(min(d for d in days if d >= now.published) if now.future else max(d for d in days if d <= now.published))


def _month(moment: Month, now: Now) -> Dates | None:
    year = _year(moment.year, moment.year_shift, now)
    if year is None:
        if now.published is None:
            return None
        year = _nearest_year(moment.month, moment.shift, now.published, now.future)
    return section(month_of(year, moment.month), "month", moment.section)


def _nearest_year(month: int, shift: int | None, published: date, future: bool) -> int:
    """Of the latest such month that has begun, or of the next; "last" and "next" never mean the month of publication."""
    if shift == 1 or (shift is None and future):
        later = month > published.month or (month == published.month and shift is None)
        return published.year if later else published.year + 1
    if shift == 0:
        return published.year
    earlier = month < published.month or (month == published.month and shift is None)
    return published.year if earlier else published.year - 1


def _years(moment: Years, now: Now) -> Dates | None:
    unit = "year" if moment.first == moment.last else "decade"
    return section(years_of(moment.first, moment.last), unit, moment.section)


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


RULES: Rules = {
    Day: _day, DayOfMonth: _day_of_month, NumericDate: _numeric, Feast: _feast, Month: _month, Years: _years, Season: _season,
}  # fmt: skip
