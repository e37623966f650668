"""What a report says about a time, before anybody works out which day that was.

Each class is one way of saying when; `resolve/dates.py` turns them into intervals. `None` in a field means that
the words do not say it. Weekdays count from Monday as 0, as `date.weekday` does.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `zone` is "Z", "+02:00" or "" when none is said."""

    hour: int
    minute: int = 0
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar: "7 October 2015", "October 7", "7 July last year" (year_shift -1)."""

    day: int
    month: int
    year: int | None = None
    year_shift: int | None = None
    last_day: int | None = None  # "7-9 October"
    part: str | None = None
    clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """"the 7th": a day whose month is not said."""

    day: int


@dataclass(frozen=True, slots=True)
class NumericDate:
    """"07/10/2015": day and month in an order that the words do not tell."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Feast:
    """A day counted from Easter Sunday, as the western churches have it: "Good Friday" is -2."""

    days: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """"in July", "late September", "July 2014", "last October" (shift -1), "July last year" (year_shift -1)."""

    month: int
    year: int | None = None
    year_shift: int | None = None
    shift: int | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """A year, a decade or a century, whole or in part: "mid-2011", "the early 1990s"."""

    first: int
    last: int
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """"last summer", "the spring of 2014". `month` is the first of its three."""

    month: int
    year: int | None = None
    year_shift: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """"Wednesday", "last Friday" (shift -1), "Tuesday last week" (week_shift -1), "the previous Monday" (anchored).

    "the Friday before last" has shift -2.
    """

    weekday: int
    shift: int | None = None
    week_shift: int | None = None
    part: str | None = None
    clock: Clock | None = None
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the calendar counted from the one of publication: "yesterday", "last week", "earlier this year".

    `so_far` ends it on publication ("earlier this month"), `to_come` begins it there ("later this year").
    """

    unit: str
    shift: int
    part: str | None = None
    section: str | None = None
    so_far: bool = False
    to_come: bool = False
    clock: Clock | None = None
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Weekend:
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Ago:
    """"two days ago" (count -2), "a week later" (anchored, count 1), "a day after the vote" (beside an event that is named)."""

    count: float
    unit: str
    anchored: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """"the last 24 hours", "over the next two weeks" (ahead); "within days" (ahead, count None)."""

    count: float | None
    unit: str
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Ahead:
    """"in three days", "in two weeks' time": a day so many units ahead; of what is past it is no time but a duration."""

    count: float
    unit: str
    surely: bool = False  # "time" is said


@dataclass(frozen=True, slots=True)
class ClockOnly:
    """A time of day whose day is not said."""

    clock: Clock


@dataclass(frozen=True, slots=True)
class Overnight:
    """"overnight": from the evening before publication into its day, or into the day that is said: "overnight into Friday"."""

    into: Weekday | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """"recently", "in recent weeks", "on the eve of": a time that the words do not fix."""

    words: str


@dataclass(frozen=True, slots=True)
class Anniversary:
    """"the second anniversary of": so many years after the time that follows; None when it is not said which."""

    years: int | None


type Point = (
    Day | DayOfMonth | NumericDate | Feast | Month | Years | Season | Weekday | Unit | Weekend | Ago | Window | Ahead | ClockOnly
    | Overnight | Anniversary | Vague
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Leaning:
    """"a day after", "on the eve of": a time that is counted from one named further on, while nobody has looked for it."""

    point: Point
    words: str


@dataclass(frozen=True, slots=True)
class Since:
    start: Point


@dataclass(frozen=True, slots=True)
class Onward:
    """"from Monday", "starting on Monday": like since, but what is yet to come has no end."""

    start: Point


@dataclass(frozen=True, slots=True)
class Until:
    end: Point


@dataclass(frozen=True, slots=True)
class Before:
    end: Point


@dataclass(frozen=True, slots=True)
class After:
    start: Point


@dataclass(frozen=True, slots=True)
class Between:
    start: Point
    end: Point


type Bounded = Since | Onward | Until | Before | After | Between


@dataclass(frozen=True, slots=True)
class Counted:
    """A time that hangs on another, with that other: "a day after Monday's raid", "the following day" once it is known of what."""

    point: Point
    base: Moment


@dataclass(frozen=True, slots=True)
class ToCome:
    """A time in a clause about what is yet to come, by its own verb: "will meet on Friday", "may strike on Monday"."""

    moment: Moment


type Moment = Point | Bounded | Counted | ToCome
