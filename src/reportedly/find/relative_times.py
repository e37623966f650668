"""Builders for times that hang on another: weekdays, "yesterday", "last week", "two days ago", "the next morning".

A builder gets a `Hit` and returns what is said, or None when the words are after all no time.
"""

from __future__ import annotations

from reportedly.find.moments import (
    Ago,
    Ahead,
    Anniversary,
    Leaning,
    Overnight,
    Point,
    Unit,
    Vague,
    Weekday,
    Weekend,
    Window,
)
from reportedly.find.timematch import Hit
from reportedly.find.timewords import section_of, time_words


def weekday(hit: Hit) -> Point | None:
    data = time_words().data
    before, after = hit.before, hit.after
    if before is not None and (before.lower in data["not_after"] or before.lower in ("every", "each")):
        return None
    if after is not None and after.lower in data["not_before"] and after.text[0].isupper():
        return None
    if (hit.has("wunit") and hit.word("wunit") != "week") or (hit.has("unit") and hit.word("unit") != "hours"):
        return None
    week = hit.look("shifts", "week") if hit.has("week") else None
    lead = hit.word("shift")
    anchored = lead in ("previous", "preceding", "following")
    shift = (1 if lead == "following" else -1) if anchored else hit.look("shifts", "shift")
    return Weekday(hit.look("weekdays", "weekday"), shift, week, _part(hit), anchored=anchored)


def _part(hit: Hit) -> str | None:
    """"evening", "early", "hours" of "the small hours of", "light" of "first light"; any of them makes it a part of the day."""
    if hit.has("part"):
        part: str = hit.look("parts", "part")
        return part
    if hit.word("when") in ("early", "late"):
        return hit.word("when")
    return "hours" if hit.has("unit") else "dawn" if hit.has("light") else None


def before_last(hit: Hit) -> Point | None:
    """"the Friday before last", "the week before last"."""
    if hit.has("weekday"):
        return Weekday(hit.look("weekdays", "weekday"), -2)
    unit = hit.singular()
    return Unit(unit, -2) if unit else None


def hours_of(hit: Hit) -> Point | None:
    """"the early hours of today", "the small hours of this morning"."""
    if hit.word("hours") != "hours":
        return None
    if hit.has("day"):
        return Unit("day", hit.look("days", "day"), "hours")
    return Unit("day", hit.look("shifts", "shift"), hit.look("parts", "part"))


def named(hit: Hit) -> Point | None:
    before = hit.before
    if hit.word("day") == "today" and before is not None and before.lower in time_words().data["not_after"]:
        return None
    return Unit("day", hit.look("days", "day"), "night" if hit.word("day") == "tonight" else _part(hit))


def two_days(hit: Hit) -> Point | None:
    """"the day before yesterday", "the day after tomorrow"."""
    pair = (hit.word("side"), hit.word("day"))
    shift = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get(pair)
    return Unit("day", shift) if shift else None


def this_part(hit: Hit) -> Point | None:
    last = hit.word("shift") in ("last", "past")
    return Unit("day", -1 if last else 0, hit.look("parts", "part"))


def weekend(hit: Hit) -> Point | None:
    return Weekend(hit.look("shifts", "shift") if hit.has("shift") else None)


def unit(hit: Hit) -> Point | None:
    """"last week", "earlier this month", "the end of the year". "this week" is left vague, as the coding rules have it."""
    unit = hit.singular()
    if unit is None or unit in ("hour", "minute") or (unit == "day" and hit.word("shift") not in ("this", "current")):
        return None
    shift, early = hit.look("shifts", "shift"), hit.word("when")
    if unit == "day":
        return Unit("day", 0)
    if shift == 0 and early in ("earlier", "early", "later", "late"):
        return Unit(unit, 0, so_far=early.startswith("earl"), to_come=early.startswith("late"))
    if shift == 0 and unit == "week":
        return Vague(hit.text)
    return Unit(unit, shift, section=early if early in time_words().data["sections"] else None)


def edge_of_unit(hit: Hit) -> Point | None:
    """"the end of last month", "the third quarter of the year", "the first six months of this year"."""
    unit, section = hit.singular(), hit.section()
    if unit not in ("month", "year", "decade", "week") or section is None or not section_of(section, unit):
        return None
    return Unit(unit, hit.look("shifts", "shift") or 0, section=section)


def window(hit: Hit) -> Point | None:
    """"the last 24 hours", "the past two weeks", "the next year"."""
    shift, unit = hit.word("shift"), hit.look("units", "unit")
    if hit.after is not None and hit.after.lower == "of":
        return None
    if hit.has("count"):
        return Vague(hit.text) if shift == "following" else Window(hit.number("count"), unit, shift in ("next", "coming", "upcoming"))
    if hit.has("vague") or hit.word("unit") != unit:
        return Vague(hit.text)
    if unit == "minute" or (unit == "day" and shift != "past") or shift == "following":
        return None
    return Window(1, unit, shift in ("next", "coming", "upcoming"))


def within(hit: Hit) -> Point | None:
    """"within three days", "within days"; "in three days" if that lies ahead."""
    unit = hit.look("units", "unit")
    if hit.word("prep") == "in" and hit.has("count") and unit not in ("hour", "minute"):
        return Ahead(hit.number("count"), unit, surely=hit.has("time"))
    if hit.word("prep") != "within":
        return None
    if hit.has("count"):
        return Window(hit.number("count"), unit, ahead=True)
    return Window(None, unit, ahead=True) if unit in time_words().data["within"] else Vague(hit.text)


def ago(hit: Hit) -> Point | Leaning | None:
    """"two days ago", "a week earlier", "three days later"; without a number it is vague. "two days after" leans on what follows."""
    sign = 1 if hit.word("side") in ("later", "after", "afterwards") else -1
    anchored, unit = hit.word("side") != "ago", hit.look("units", "unit")
    if not (hit.has("count") or hit.has("half")) or hit.has("vague") or hit.has("more"):
        return Vague(hit.text)
    point = Ago(sign * (0.5 if hit.has("half") else hit.number("count")), unit, anchored)
    leans = hit.word("side") in ("before", "after") and not hit.ends_clause()
    return Leaning(point, hit.text) if leans else point


def next_day(hit: Hit) -> Point | None:
    """"the previous day", "the following week", "the same day", "the next morning"."""
    lead = hit.word("lead")
    shift = {"previous": -1, "preceding": -1, "same": 0}.get(lead, 1)
    if hit.has("part"):
        return Unit("day", shift, hit.look("parts", "part"), anchored=True)
    unit = hit.singular()
    return Unit(unit, shift, anchored=True) if unit else None


def that_day(hit: Hit) -> Point | None:
    """"that day", "that same year"."""
    if hit.tokens[hit.match.start("that")].tag != "DT":
        return None
    if hit.has("part"):
        return Unit("day", 0, hit.look("parts", "part"), anchored=True)
    unit = hit.singular()
    return Unit(unit, 0, anchored=True) if unit in ("day", "week", "month", "year") else None


def day_before(hit: Hit) -> Point | Leaning | None:
    """"the day before", "the night after": relative to the event told before; "the day after the vote" leans on that."""
    shift = -1 if hit.word("side") in ("before", "earlier") else 1
    unit = "day" if hit.has("part") else hit.singular()
    if unit is None:
        return None if hit.ends_clause() else Vague(hit.text)
    point = Unit(unit, shift, hit.look("parts", "part"), anchored=True)
    return point if hit.ends_clause() else Leaning(point, hit.text)


def eve(hit: Hit) -> Leaning:
    """"on the eve of"."""
    return Leaning(Unit("day", -1, anchored=True), hit.text)


def anniversary(hit: Hit) -> Leaning:
    """"the second anniversary of", "the anniversary of"."""
    return Leaning(Anniversary(hit.integer("nth")), hit.text)


def vague(hit: Hit) -> Point | None:
    return Vague(hit.text)


def earlier(hit: Hit) -> Point | None:
    """"earlier" as an adverb of its own, not "earlier attacks"."""
    token = hit.tokens[hit.match.start()]
    return Vague(token.lower) if token.tag[:2] == "RB" and (hit.after is None or hit.after.lower != "than") else None


def overnight(hit: Hit) -> Point | None:
    return Overnight(Weekday(hit.look("weekdays", "weekday")) if hit.has("weekday") else None)
