"""The grammar of times: one pattern over word classes and one short builder a way of saying when.

A builder gets a `Hit` and returns what is said, or None when the words are after all no time. `RULES` is read in
order; the longest match from a position wins, the earlier rule among equals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from reportedly.find.moments import (
    Ago,
    Clock,
    ClockOnly,
    Day,
    DayOfMonth,
    Month,
    NumericDate,
    Overnight,
    Point,
    Season,
    Unit,
    Vague,
    Weekday,
    Weekend,
    Window,
    Years,
)
from reportedly.find.timewords import CLASSES, rule, time_words
from reportedly.language.parse import Token


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a pattern in a sentence."""

    tokens: Sequence[Token]
    match: re.Match[str]

    def word(self, group: str) -> str:
        """The lower-cased word of a group; "" when the group is empty."""
        at = self._at(group)
        return self.tokens[at].lower if at >= 0 else ""

    def has(self, group: str) -> bool:
        return self._at(group) >= 0

    def _at(self, group: str) -> int:
        """Where a group begins; -1 when it is empty or the rule has none of this name."""
        return self.match.start(group) if group in self.match.re.groupindex else -1

    def look(self, table: str, group: str) -> Any:
        """What a table of `times.yaml` has for the word of a group; None when it is empty."""
        return time_words().data[table].get(self.word(group))

    def number(self, group: str) -> float:
        """The number of a group: digits, words, "twenty-five"; an article is 1."""
        numbers = time_words().numbers
        words = [t.lower for t in self.tokens[self.match.start(group) : self.match.end(group)]]
        digits = words[0].replace(",", "")
        if re.fullmatch(r"\d+(\.\d+)?", digits):
            return float(digits)
        return sum(numbers.get(w, 0) for w in words) or 1

    def int(self, group: str) -> int | None:
        digits = re.match(r"\d+", self.word(group)) if self.has(group) else None
        return int(digits[0]) if digits else None

    @property
    def before(self) -> Token | None:
        at = self.match.start()
        return self.tokens[at - 1] if at else None

    @property
    def after(self) -> Token | None:
        at = self.match.end()
        return self.tokens[at] if at < len(self.tokens) else None

    @property
    def text(self) -> str:
        return " ".join(t.lower for t in self.tokens[self.match.start() : self.match.end()])


type Builder = Callable[[Hit], Point | None]

COUNT = "(?P<count>[{}]+(?:{}[{}])?)".format(
    *(re.escape("".join(CLASSES[n] for n in names)) for names in (("num", "number", "word", "a"), ("dash",), ("word",)))
)
YEAR_TAIL = "(?:(?:<of>|<comma>)?<year:year>|<of>?<yshift:last|this|next><yunit:unit>)?"
WEEKDAY_HEAD = "(?:<the>?<weekday:weekday><part:part>?<comma>?)?"


def _year_shift(hit: Hit) -> int | None:
    """-1 in "July last year". The grammar takes any unit there; only a year makes sense."""
    return hit.look("shifts", "yshift") if hit.has("yshift") else None


def _day(hit: Hit) -> Point | None:
    if hit.has("yunit") and hit.word("yunit") != "year":
        return None
    day, month = hit.int("day"), hit.look("months", "month")
    if day is None or not _may_be_day(hit):
        return None
    until = hit.int("until")
    if until and (until <= day or (hit.has("and") and until != day + 1 and not (hit.before is not None and hit.before.lower == "between"))):
        return None
    return Day(day, month, hit.int("year"), _year_shift(hit), until, hit.look("parts", "part"))


def _may_be_day(hit: Hit) -> bool:
    """Not "in October 20 people died": a plural after the day counts with it, unless an article stands before."""
    at = hit.match.start("day")
    if at < hit.match.start("month") or hit.has("year") or hit.after is None:
        return True
    counted = hit.after.tag == "NNS" or hit.after.lower in ("people", "civilians", "million", "thousand", "percent", "%")
    return not (counted and hit.before is not None and hit.before.lower in ("in", "since", ","))


def _part_of_day(hit: Hit) -> Point | None:
    return Day(hit.int("day") or 1, hit.look("months", "month"), hit.int("year"), part=hit.look("parts", "part"))


def _day_of_month(hit: Hit) -> Point | None:
    day = hit.int("day")
    ended = hit.after is None or not (hit.after.tag.startswith(("NN", "JJ", "CD")) or hit.after.text in "-–")
    return DayOfMonth(day) if day and day <= 31 and ended else None


def _month(hit: Hit) -> Point | None:
    if hit.has("yunit") and hit.word("yunit") != "year":
        return None
    shift = hit.look("shifts", "shift") if hit.has("shift") else None
    return Month(hit.look("months", "month"), hit.int("year"), _year_shift(hit), shift, _section(hit))


def _section(hit: Hit) -> str | None:
    """"early", "first half", "last week": a key of `sections`."""
    if hit.has("half"):
        return f"{hit.word('nth')} half"
    if hit.word("sunit").startswith(("week", "day")):
        return f"{hit.word('nth')} week"
    return hit.word("section") or None


def _iso(hit: Hit) -> Point | None:
    return _checked(Day(hit.int("day") or 0, hit.int("month") or 0, hit.int("year"), clock=_stamp_clock(hit.word("day"))))


def _stamp_clock(text: str) -> Clock | None:
    found = re.search(r"t(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(z|[+-]\d\d:?\d\d)?", text)
    return Clock(int(found[1]), int(found[2]), (found[3] or "").upper()) if found else None


def _written(hit: Hit) -> Point | None:
    """A date in one token: ISO, or two numbers and a year whose order only a number above 12 tells."""
    parts = [int(p) for p in re.split(r"[-/.]", hit.word("date"))]
    if parts[0] > 31:
        return _checked(Day(parts[2], parts[1], parts[0]))
    first, second, year = parts
    if first > 12 or first == second:
        return _checked(Day(first, second, year))
    return _checked(Day(second, first, year)) if second > 12 else NumericDate(first, second, year)


def _stamped(hit: Hit) -> Point | None:
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", hit.word("stamp"))
    return _checked(Day(int(found[3]), int(found[2]), int(found[1]), clock=_stamp_clock(hit.word("stamp")))) if found else None


def _checked(day: Day) -> Day | None:
    return day if 1 <= day.month <= 12 and 1 <= day.day <= 31 else None


def _joined(hit: Hit) -> Point | None:
    """"mid-2011", "late-September", "early-1990s"."""
    section, _, rest = hit.word("joined").partition("-")
    if month := time_words().data["months"].get(rest):
        return Month(month, hit.int("year"), None, None, section)
    return _span_of_years(rest, section)


def _span_of_years(word: str, section: str | None) -> Point | None:
    digits = re.sub(r"\D", "", word)
    if not word.endswith("s"):
        return Years(int(digits), int(digits), section)
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return Years(first, first + 9, section)


def _year(hit: Hit) -> Point | None:
    year = hit.int("year")
    return Years(year, year, _section(hit)) if year and _reads_as_year(hit) else None


def _reads_as_year(hit: Hit) -> bool:
    """A bare four-digit number is a year unless it counts something or belongs to a name."""
    data, token = time_words().data, hit.tokens[hit.match.start("year")]
    before = hit.before.lower if hit.before is not None else ""
    after = hit.after
    if before in data["number_after"] or (after is not None and after.lower in ("%", "percent", "million", "feet", "km", "miles", "people")):
        return hit.has("section")
    if after is not None and after.text in "-–/" and hit.match.end() + 1 < len(hit.tokens) and after.start == token.end:
        following = hit.tokens[hit.match.end() + 1]
        return len(following.text) == 4 and following.text.isdigit()
    if after is not None and after.tag == "NNS":
        return before in data["year_after"] and int(token.text) % 100 != 0
    return True


def _decade(hit: Hit) -> Point | None:
    short = len(re.sub(r"\D", "", hit.word("decade"))) == 2
    if short and (hit.before is not None and hit.before.lower in ("his", "her", "their", "my", "our")):
        return None
    return _span_of_years(hit.word("decade"), hit.word("section") or None) if not short or hit.has("the") else None


def _century(hit: Hit) -> Point | None:
    number = hit.int("ord") or 0
    return Years((number - 1) * 100 + 1, number * 100) if hit.word("unit") == "century" else None


def _season(hit: Hit) -> Point | None:
    if hit.tokens[hit.match.start("season")].tag[:1] == "V" or (hit.has("yunit") and hit.word("yunit") != "year"):
        return None
    if not (hit.has("lead") or hit.has("year") or hit.has("yshift")):
        return None
    shift = hit.look("shifts", "lead") if hit.has("lead") else None
    return Season(hit.look("seasons", "season"), hit.int("year"), _year_shift(hit), shift)


def _weekday(hit: Hit) -> Point | None:
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
    return Weekday(hit.look("weekdays", "weekday"), shift, week, hit.look("parts", "part"), anchored=anchored)


def _named(hit: Hit) -> Point | None:
    before = hit.before
    if hit.word("day") == "today" and before is not None and before.lower in time_words().data["not_after"]:
        return None
    return Unit("day", hit.look("days", "day"), "night" if hit.word("day") == "tonight" else hit.look("parts", "part"))


def _two_days(hit: Hit) -> Point | None:
    """"the day before yesterday", "the day after tomorrow"."""
    pair = (hit.word("side"), hit.word("day"))
    shift = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get(pair)
    return Unit("day", shift) if shift else None


def _this_part(hit: Hit) -> Point | None:
    last = hit.word("shift") in ("last", "past")
    return Unit("day", -1 if last else 0, hit.look("parts", "part"))


def _weekend(hit: Hit) -> Point | None:
    return Weekend(hit.look("shifts", "shift") if hit.has("shift") else None)


def _singular(hit: Hit) -> str | None:
    """The unit's name if it stands in the singular."""
    unit: str = hit.look("units", "unit")
    return unit if hit.word("unit") == unit else None


def _unit(hit: Hit) -> Point | None:
    """"last week", "earlier this month", "the end of the year". "this week" is left vague, as the coding rules have it."""
    unit = _singular(hit)
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


def _edge_of_unit(hit: Hit) -> Point | None:
    unit = _singular(hit)
    if unit not in ("month", "year", "decade", "week"):
        return None
    return Unit(unit, hit.look("shifts", "shift") or 0, section=_section(hit))


def _window(hit: Hit) -> Point | None:
    """"the last 24 hours", "the past two weeks", "the next year"."""
    shift, unit = hit.word("shift"), hit.look("units", "unit")
    if hit.after is not None and hit.after.lower == "of":
        return None
    if hit.has("count"):
        return Vague(hit.text) if shift == "following" else Window(hit.number("count"), unit, shift in ("next", "coming", "upcoming"))
    if hit.has("vague") or hit.word("unit") != unit:
        return Vague(hit.text)
    if unit in ("day", "minute") or shift == "following":
        return None
    return Window(1, unit, shift in ("next", "coming", "upcoming"))


def _within(hit: Hit) -> Point | None:
    unit = hit.look("units", "unit")
    if hit.word("prep") != "within":
        return None
    if hit.has("count"):
        return Window(hit.number("count"), unit, ahead=True)
    return Window(None, unit, ahead=True) if unit in time_words().data["within"] else Vague(hit.text)


def _ago(hit: Hit) -> Point | None:
    """"two days ago", "a week earlier", "three days later"; without a number it is vague."""
    sign = 1 if hit.word("side") in ("later", "after", "afterwards") else -1
    anchored, unit = hit.word("side") != "ago", hit.look("units", "unit")
    if hit.word("side") in ("before", "after") and not _clause_ends(hit):
        return Vague(hit.text)
    if hit.has("half"):
        return Ago(sign * 0.5, unit, anchored)
    if not hit.has("count") or hit.has("vague") or hit.has("more"):
        return Vague(hit.text)
    return Ago(sign * hit.number("count"), unit, anchored)


def _clause_ends(hit: Hit) -> bool:
    """Nothing follows that "before" or "after" could govern."""
    return hit.after is None or not hit.after.tag.startswith(("DT", "NN", "PRP", "JJ", "CD", "VBG", "WP"))


def _next_day(hit: Hit) -> Point | None:
    """"the previous day", "the following week", "the same day", "the next morning"."""
    lead = hit.word("lead")
    shift = {"previous": -1, "preceding": -1, "same": 0}.get(lead, 1)
    if hit.has("part"):
        return Unit("day", shift, hit.look("parts", "part"), anchored=True)
    unit = _singular(hit)
    return Unit(unit, shift, anchored=True) if unit else None


def _day_before(hit: Hit) -> Point | None:
    """"the day before", "the night after": relative to the event told before, or to one that is not said."""
    if not _clause_ends(hit):
        return Vague(hit.text)
    shift = -1 if hit.word("side") in ("before", "earlier") else 1
    if hit.has("part"):
        return Unit("day", shift, hit.look("parts", "part"), anchored=True)
    unit = _singular(hit)
    return Unit(unit, shift, anchored=True) if unit else None


def _clock(hit: Hit) -> Point | None:
    """"10:30", "10.30am GMT", "3 p.m.", "six o'clock"."""
    found = re.match(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s*([ap])?", hit.word("clock"))
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (int(hit.number("clock")), 0)
    half = (found[3] if found else "") or hit.word("mark")[:1]
    if ":" not in hit.word("clock") and half not in ("a", "p") and not (hit.word("mark") or hit.has("zone")):
        return None
    hour = hour % 12 + 12 * (half == "p") if half in ("a", "p") else hour
    zone = hit.look("zones", "zone") or ""
    return ClockOnly(Clock(hour, minute, zone)) if hour < 24 and minute < 60 else None


def _vague(hit: Hit) -> Point | None:
    return Vague(hit.text)


def _earlier(hit: Hit) -> Point | None:
    """"earlier" as an adverb of its own, not "earlier attacks"."""
    token = hit.tokens[hit.match.start()]
    return Vague(token.lower) if token.tag[:2] == "RB" and (hit.after is None or hit.after.lower != "than") else None


def _overnight(hit: Hit) -> Point | None:
    return Overnight()


# fmt: off
RULES: tuple[tuple[str, Builder], ...] = (
    ("<year:year><dash><month:num><dash><day:num|stamp>", _iso),
    ("<stamp:stamp>", _stamped),
    ("<date:date>", _written),
    (WEEKDAY_HEAD + "<the>?<day:num|ord>(?:(?:<dash>|<to>|<and:and>)<until:num|ord>)?<of>?<month:month>" + YEAR_TAIL, _day),
    (WEEKDAY_HEAD + "<month:month><the>?<day:num|ord>(?:(?:<dash>|<to>)<until:num|ord>)?" + YEAR_TAIL, _day),
    ("<the>?<part:part><of|on><the>?<day:num|ord><of>?<month:month><year:year>?", _part_of_day),
    ("<the>?<part:part><of|on><month:month><day:num|ord>(?:<comma>?<year:year>)?", _part_of_day),
    ("<the><day:ord>", _day_of_month),
    ("<the>?(?:<section:section|edge>[-=]?)?<shift:last|past|this|next>?<month:month>" + YEAR_TAIL, _month),
    ("<the><nth:ordinalword|last>(?:<half:half>|<sunit:unit>)<of><month:month>" + YEAR_TAIL, _month),
    ("<joined:joined><year:year>?", _joined),
    ("<the>?(?:<section:section|edge>[-=]?)?<year:year>", _year),
    ("<the><nth:ordinalword><half:half><of><year:year>", _year),
    ("<the:the>?<section:section>?<dash>?<decade:decade>", _decade),
    ("<the>?<section>?<ord:ord><dash>?<unit:unit>", _century),
    ("<lead:last|this|next|the|prep>?<the>?<section>?<season:season>" + YEAR_TAIL, _season),
    ("<the>?<shift:last|past|this|next|previous|following|coming>?<weekday:weekday><part:part>?(?:<of>?<week:last|this|next><wunit:unit>)?", _weekday),
    ("<the>?<section|later|earlier><on>?<shift:last>?<weekday:weekday><part:part>?", _weekday),
    ("<the>?<section>?(?:<part:part>|<unit:unit>)<of|on><shift:last>?<weekday:weekday>", _weekday),
    ("<section|earlier|later>?<day:day><part:part>?", _named),
    ("<the><unit><side:before|after><day:day>", _two_days),
    ("<section|earlier|later>?<shift:last|this><part:part>", _this_part),
    ("<section|earlier|later>?<shift:last|this|next|past|coming><weekend:weekend>", _weekend),
    ("<the><weekend:weekend>", _weekend),
    ("<when:earlier|later|section>?<the>?<shift:this|current><unit:unit>", _unit),
    ("<when:section|later|earlier>?<shift:last|next><unit:unit>", _unit),
    ("<the>?<section:edge|section><of><the>?<shift:last|this|next|current>?<unit:unit>", _edge_of_unit),
    ("<the><nth:ordinalword><half:half><of><the>?<shift:last|this|next>?<unit:unit>", _edge_of_unit),
    ("<the|this><shift:last|past|next|coming|following>(?:" + COUNT + "|<vague:vaguecount>)?<of>?<unit:unit>", _window),
    ("<shift:last|past|next|coming>(?:" + COUNT + "|<vague:vaguecount>)<of>?<unit:unit>", _window),
    ("<prep:prep>(?:" + COUNT + "|<a>?<vaguecount>)?<unit:unit>", _within),
    ("<more:more>?<than>?<about|vaguecount>?(?:" + COUNT + "|<a>?<vague:vaguecount>)?<of>?(?:<half:half><a>)?<unit:unit><side:ago|earlier|later|before|after>", _ago),
    ("<the><lead:previous|following|next|same>(?:<unit:unit>|<part:part>)", _next_day),
    ("<the>(?:<unit:unit>|<part:part>)<side:before|after|earlier>", _day_before),
    ("(?:<clock:clock|num|word><mark:clockword>?)(?:<zone:zone><time>?)?", _clock),
    ("<so><far>", _vague), ("<on>?<the>?<eve><of>", _vague), ("<the>?<recent><unit>", _vague),
    ("<loose>", _vague), ("<earlier>", _earlier), ("<prep><the>?<section>?<part>", _vague), ("<on><part>", _vague),
    ("<overnight>", _overnight),
)
# fmt: on


@lru_cache(maxsize=1)
def compiled() -> tuple[tuple[re.Pattern[str], Builder], ...]:
    """The rules, compiled on first use."""
    return tuple((rule(pattern), build) for pattern, build in RULES)


def hits(tokens: Sequence[Token], classes: str) -> Iterator[tuple[int, int, Point]]:
    """Times in a sentence, as (first, past the last, what is said): the longest first, none overlapping."""
    found = [(m.start() - m.end(), n, m, build) for n, (pattern, build) in enumerate(compiled()) for m in pattern.finditer(classes)]
    found.sort(key=itemgetter(0, 1))
    taken = 0
    for _, _, match, build in found:
        mask = (1 << match.end()) - (1 << match.start())
        if taken & mask:
            continue
        point = build(Hit(tokens, match))
        if point is not None:
            taken |= mask
            yield match.start(), match.end(), point
