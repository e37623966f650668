"""Builders for times that name their place in the calendar: days, months, years, decades, seasons, clock times.

A builder gets a `Hit` and returns what is said, or None when the words are after all no time.
"""

from __future__ import annotations

import re

from reportedly.find.moments import (
    Clock,
    ClockOnly,
    Day,
    DayOfMonth,
    Month,
    NumericDate,
    Point,
    Season,
    Years,
)
from reportedly.find.timematch import NO_TIME, Hit, NoTime
from reportedly.find.timewords import section_of, time_words

OWNING = ("a", "an", "his", "her", "my")  # before the make of a thing, a year is that of its making


def day(hit: Hit) -> Point | NoTime | None:
    if hit.has("yunit") and hit.word("yunit") != "year":
        return None
    day, month = hit.integer("day"), hit.look("months", "month")
    if _names_body(hit):
        return NO_TIME
    if day is None or not _may_be_day(hit):
        return None
    until = hit.integer("until")
    if until and (until <= day or (hit.has("and") and until != day + 1 and not (hit.before is not None and hit.before.lower == "between"))):
        return None
    return Day(day, month, hit.integer("year"), hit.year_shift(), until, hit.look("parts", "part"))


def _may_be_day(hit: Hit) -> bool:
    """Not "in October 20 people died": a plural after the day counts with it, unless an article stands before."""
    at = hit.match.start("day")
    if at < hit.match.start("month") or hit.has("year") or hit.after is None:
        return True
    counted = hit.after.tag == "NNS" or hit.after.lower in ("people", "civilians", "million", "thousand", "percent", "%")
    return not (counted and hit.before is not None and hit.before.lower in ("in", "since", ","))


def _names_body(hit: Hit) -> bool:
    """"the April 6 Youth Movement", "the 17 November group"."""
    after = hit.tokens[hit.match.end() : hit.match.end() + 2]
    names = [t.lower for t in after[: 1 + bool(after and after[0].tag.startswith("NNP"))]]
    return not hit.has("year") and not time_words().bodies.isdisjoint(names)


def part_of_day(hit: Hit) -> Point | None:
    """"the morning of April 3", "the early hours of Monday, 3 April"."""
    if hit.has("hours") and hit.word("hours") != "hours":
        return None
    last = hit.integer("until") if hit.has("until") else None  # "on the night of June 3 to 4"
    return Day(hit.integer("day") or 1, hit.look("months", "month"), hit.integer("year"), last_day=last, part=hit.look("parts", "part") or "hours")


def day_of_month(hit: Hit) -> Point | None:
    day = hit.integer("day")
    ended = hit.after is None or not (hit.after.tag.startswith(("NN", "JJ", "CD")) or hit.after.text in "-–")
    return DayOfMonth(day) if day and day <= 31 and ended else None


def days_in_one_word(hit: Hit) -> Point | None:
    """"March 4–7", "4–7 March", with the days in one word."""
    first, last = (int(n) for n in re.split(r"[-–]", hit.word("days")))
    if not 1 <= first < last <= 31:
        return None
    return Day(first, hit.look("months", "month"), hit.integer("year"), last_day=last)


def month(hit: Hit) -> Point | None:
    if hit.has("yunit") and hit.word("yunit") != "year":
        return None
    shift, section = hit.look("shifts", "shift") if hit.has("shift") else None, hit.section()
    if section and not section_of(section, "month"):
        return None
    return Month(hit.look("months", "month"), hit.integer("year"), hit.year_shift(), shift, section)


def iso(hit: Hit) -> Point | None:
    return _checked(Day(hit.integer("day") or 0, hit.integer("month") or 0, hit.integer("year"), clock=_stamp_clock(hit.word("day"))))


def _stamp_clock(text: str) -> Clock | None:
    found = re.search(r"t(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(z|[+-]\d\d:?\d\d)?", text)
    return Clock(int(found[1]), int(found[2]), (found[3] or "").upper()) if found else None


def written(hit: Hit) -> Point | None:
    """A date in one token: ISO, or two numbers and a year whose order only a number above 12 tells."""
    parts = [int(p) for p in re.split(r"[-/.]", hit.word("date"))]
    if parts[0] > 31:
        return _checked(Day(parts[2], parts[1], parts[0]))
    first, second, year = parts
    if first > 12 or first == second or "." in hit.word("date"):  # with dots the day stands first everywhere
        return _checked(Day(first, second, year))
    return _checked(Day(second, first, year)) if second > 12 else NumericDate(first, second, year)


def stamped(hit: Hit) -> Point | None:
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", hit.word("stamp"))
    return _checked(Day(int(found[3]), int(found[2]), int(found[1]), clock=_stamp_clock(hit.word("stamp")))) if found else None


def _checked(day: Day) -> Day | None:
    return day if 1 <= day.month <= 12 and 1 <= day.day <= 31 else None


def joined(hit: Hit) -> Point | None:
    """"mid-2011", "late-September", "early-1990s"."""
    section, _, rest = hit.word("joined").partition("-")
    if month := time_words().data["months"].get(rest):
        return Month(month, hit.integer("year"), None, None, section)
    return _span_of_years(rest, section)


def _span_of_years(word: str, section: str | None) -> Point | None:
    digits = re.sub(r"\D", "", word)
    if not word.endswith("s"):
        return Years(int(digits), int(digits), section)
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return Years(first, first + 9, section)


def year(hit: Hit) -> Point | None:
    year, section = hit.integer("year"), hit.section()
    if section and not section_of(section, "year"):
        return None
    return Years(year, year, section) if year and _reads_as_year(hit) else None


def _reads_as_year(hit: Hit) -> bool:
    """A bare four-digit number is a year unless it counts something or belongs to a name."""
    data, at = time_words().data, hit.match.start("year")
    token, before = hit.tokens[at], hit.tokens[at - 1].lower if at else ""
    after = hit.after
    if before in data["number_after"] or (after is not None and after.lower in ("%", "percent", "million", "feet", "km", "miles", "people")):
        return hit.has("section")
    if after is not None and after.text in "-–/" and hit.match.end() + 1 < len(hit.tokens) and after.start == token.end:
        following = hit.tokens[hit.match.end() + 1]
        return len(following.text) == 4 and following.text.isdigit()
    if before in OWNING and token.dep == "nummod" and token.head.pos == "PROPN" and token.head.ent not in ("EVENT", "LAW"):
        return False  # "in his 2012 Fiat Punto"
    if after is not None and after.tag == "NNS":
        return before in data["year_after"] and int(token.text) % 100 != 0
    return True


def run_of_years(hit: Hit) -> Point | None:
    """"the 1980-88 war"; a season of sport is no time of events."""
    first, last = hit.integer("year") or 0, hit.integer("last") or 0
    last += first - first % 100
    seasonal = hit.after is not None and hit.after.lower in time_words().data["seasonal"]
    return Years(first, last) if last > first and not seasonal else None


def decade(hit: Hit) -> Point | None:
    short = len(re.sub(r"\D", "", hit.word("decade"))) == 2
    if short and (hit.before is not None and hit.before.lower in ("his", "her", "their", "my", "our")):
        return None
    return _span_of_years(hit.word("decade"), hit.word("section") or None) if not short or hit.has("the") else None


def century(hit: Hit) -> Point | None:
    number = hit.integer("ord") or 0
    return Years((number - 1) * 100 + 1, number * 100) if hit.word("unit") == "century" else None


def season(hit: Hit) -> Point | None:
    if hit.tokens[hit.match.start("season")].tag[:1] == "V" or (hit.has("yunit") and hit.word("yunit") != "year"):
        return None
    if not (hit.has("lead") or hit.has("year") or hit.has("yshift")):
        return None
    shift = hit.look("shifts", "lead") if hit.has("lead") else None
    return Season(hit.look("seasons", "season"), hit.integer("year"), hit.year_shift(), shift)


def clock(hit: Hit) -> Point | None:
    """"10:30", "10.30am GMT", "3 p.m.", "six o'clock", "0430 GMT", "14:20 Moscow time"."""
    local = hit.word("zone") == "local" and not hit.has("told")  # "all 23 local councils"
    zoned, word = (hit.has("zone") and not local) or hit.has("city"), hit.word("clock")
    if re.fullmatch(r"\d{4}", word):
        return ClockOnly(Clock(int(word[:2]), int(word[2:]), _zone(hit))) if zoned and word[:2] < "24" and word[2:] < "60" else None
    found = re.match(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s*([ap])?", word)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (int(hit.number("clock")), 0)
    half = (found[3] if found else "") or hit.word("mark")[:1]
    if ":" not in word and half not in ("a", "p") and not (hit.word("mark") or zoned or _is_told_at(hit)):
        return None
    hour = hour % 12 + 12 * (half == "p") if half in ("a", "p") else hour
    return ClockOnly(Clock(hour, minute, _zone(hit))) if hour < 24 and minute < 60 else None


def _is_told_at(hit: Hit) -> bool:
    """"at 7.45 this morning", but not "at 7.45 euros"."""
    before, after = hit.before, hit.after
    if "." not in hit.word("clock") or before is None or before.lower not in ("at", "around", "about"):
        return False
    return after is None or after.tag in ("IN", ".", ",", "CC") or after.lower in ("this", "yesterday", "today", "tomorrow")


def _zone(hit: Hit) -> str:
    """"Z", "+03:00", or "" where it is not known: local time."""
    return hit.look("zones", "zone") or hit.look("city_zones", "city") or ""
