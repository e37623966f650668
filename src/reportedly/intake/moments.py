"""Dates and times as pages, feeds and messages write them. What can be read in two ways is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\s*(\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?)?")
SLASHED = re.compile(r"\s*(\d{4})[/.](\d\d?)[/.](\d\d?)\b")
IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d?|[a-z]{3})[/-]?(\d\d?)(?=[/_-]|\.|$)", re.IGNORECASE)
SPELLED = (
    re.compile(r"\b(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})\b"),
    re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Z][a-z]{2,8})\.?,? (?P<year>\d{4})\b"),
)
MONTHS = {m: n for n, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}
EARLIEST = 1900


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the full ISO time when the source gives one. The day is the one the source writes, in its own time zone."""

    day: date
    time: str | None = None


def moment(text: str) -> Moment | None:
    """What a date in ISO form, of a mail header, or with the month spelled out says; None for anything else."""
    text = text.strip()[:80]
    return _iso(text) or _slashed(text) or _mail(text) or _spelled(text)


def moment_in_address(url: str) -> date | None:
    """The day in an address such as /2015/10/07/title or /2015-10-07-title."""
    found = IN_ADDRESS.search(url)
    if not found:
        return None
    month = found.group(2).lower()
    number = int(month) if month.isdigit() else MONTHS.get(month, 0)
    return _day(int(found.group(1)), number, int(found.group(3)))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= EARLIEST else None
    except ValueError:
        return None


def _iso(text: str) -> Moment | None:
    found = ISO.match(text)
    day = _day(*(int(n) for n in found.group(1, 2, 3))) if found else None
    if not found or not day:
        return None
    if not found.group(4):
        return Moment(day)
    clock = found.group(4).replace(",", ".")
    try:
        return Moment(day, datetime.fromisoformat(f"{day.isoformat()}T{clock}{found.group(5) or ''}").isoformat(timespec="seconds"))
    except ValueError:
        return Moment(day)


def _slashed(text: str) -> Moment | None:
    found = SLASHED.match(text)
    day = _day(*(int(n) for n in found.groups())) if found else None
    return Moment(day) if day else None


def _mail(text: str) -> Moment | None:
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Moment(when.date(), when.isoformat(timespec="seconds")) if when.year >= EARLIEST else None


def _spelled(text: str) -> Moment | None:
    for pattern in SPELLED:
        if found := pattern.search(text):
            month = MONTHS.get(found["month"][:3].lower(), 0)
            day = _day(int(found["year"]), month, int(found["day"])) if month else None
            if day:
                return Moment(day)
    return None


def now() -> str:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
