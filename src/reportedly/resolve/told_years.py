"""The year of a date that has none, by the dated story around it: "In November 2005 … On the 5 November …".

A report of today leaves out the year of what is recent; an account of a past year leaves out that year once it is told. So a date
takes the year told shortly before if it goes on from there, unless it may as well be of the weeks before publication.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from reportedly.find.moments import Day, Moment, Month, Years
from reportedly.resolve.calendar import day_or_none

RECENT = 45  # days before publication: of a date in them a reader thinks first
GOES_ON = 4  # months over which an account of a past year goes on
FAR = 120  # days before publication from which a date in another month than the one told is the account's


def with_year(moment: Moment, before: Iterable[Moment], published: date | None) -> Moment:
    """A day or month without a year, with the year of the account that it stands in. `before` are the times told, the last first."""
    if not isinstance(moment, Day | Month) or moment.year is not None or moment.year_shift is not None or getattr(moment, "shift", None) is not None:
        return moment
    base = next((m for m in before if isinstance(m, Day | Month | Years) and _year(m) is not None), None)
    if base is None or (published is not None and (_year(base) or 0) >= published.year):
        return moment
    year, months = _year(base) or 0, 0
    if not isinstance(base, Years):
        months = (moment.month - base.month) % 12
        year += int(base.month + months > 12)
    nearest = RECENT if months == 0 and not isinstance(base, Years) else FAR
    if months > GOES_ON or (published is not None and _days_before(moment, published) < nearest):
        return moment
    return replace(moment, year=year)


def _year(moment: Day | Month | Years) -> int | None:
    if isinstance(moment, Years):
        return moment.first if moment.first == moment.last and moment.section is None else None
    return moment.year


def _days_before(moment: Day | Month, published: date) -> int:
    """How long before publication the date would be without a year told."""
    day = moment.day if isinstance(moment, Day) else 28
    dates = (day_or_none(year, moment.month, day) for year in (published.year, published.year - 1))
    return next(((published - d).days for d in dates if d is not None and d <= published), 365)
