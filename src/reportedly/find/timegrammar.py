"""The grammar of times: one pattern over word classes and one short builder a way of saying when.

The builders stand in `calendar_times.py` and `relative_times.py`. `RULES` is read in
order; the longest match from a position wins, the earlier rule among equals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from reportedly.find import calendar_times as calendar
from reportedly.find import relative_times as relative
from reportedly.find.moments import Leaning, Point
from reportedly.find.timematch import Hit, NoTime
from reportedly.find.timewords import CLASSES, asked_for, rule
from reportedly.language.parse import Token

type Builder = Callable[[Hit], Point | Leaning | NoTime | None]

COUNT = "(?P<count>[{}]+(?:{}[{}])?)".format(
    *(re.escape("".join(CLASSES[n] for n in names)) for names in (("num", "number", "word", "a"), ("dash",), ("word",)))
)
YEAR_TAIL = "(?:(?:<of>|<comma>)?<year:year>|<of>?<yshift:last|this|next><yunit:unit>)?"
WEEKDAY_HEAD = "(?:<the>?<weekday:weekday><part:part>?<comma>?)?"

DAY_TAIL = "(?:(?:<dash>|<to>|<and:and>)<until:num|ord>)?"
OF_DAY = "<the>?(?:<part:part>|<section>?<hours:unit>)<of|on>"
SECTION = "<the><nth:ordinalword|last>(?:<half:half>|" + COUNT + "<sunit:unit>)<of>"
ZONE = "(?:<zone:zone><told:time>?|<city:cityzone><time>)?(?:<open><clock|num|number|year><clockword>?<zone><time>?<close>)?"

# fmt: off
RULES: tuple[tuple[str, Builder], ...] = (
    ("<year:year><dash><month:num><dash><day:num|stamp>", calendar.iso),
    ("<stamp:stamp>", calendar.stamped),
    ("<date:date>", calendar.written),
    (WEEKDAY_HEAD + "<the>?<day:num|ord>" + DAY_TAIL + "<of>?<month:month>" + YEAR_TAIL, calendar.day),
    (WEEKDAY_HEAD + "<month:month><the>?<day:num|ord>" + DAY_TAIL + YEAR_TAIL, calendar.day),
    ("<month:month><days:dayspan>(?:<comma>?<year:year>)?", calendar.days_in_one_word),
    ("<days:dayspan><of>?<month:month>(?:<comma>?<year:year>)?", calendar.days_in_one_word),
    ("<the><day:ordinalword><of><month:month>" + YEAR_TAIL, calendar.day),
    (OF_DAY + "(?:<the>?<weekday><comma>?)?<the>?<day:num|ord>" + DAY_TAIL + "<of>?<month:month><year:year>?", calendar.part_of_day),
    (OF_DAY + "(?:<the>?<weekday><comma>?)?<month:month><day:num|ord>" + DAY_TAIL + "(?:<comma>?<year:year>)?", calendar.part_of_day),
    (OF_DAY + "<month:month><days:dayspan>(?:<comma>?<year:year>)?", calendar.days_in_one_word), (OF_DAY + "<days:dayspan><of>?<month:month><year:year>?", calendar.days_in_one_word),
    ("<the><day:ord>", calendar.day_of_month),
    ("<the>?(?:<section:section|edge>[-=]?)?<shift:last|past|this|next>?<month:month>" + YEAR_TAIL, calendar.month),
    ("<the><nth:ordinalword|last>(?:<half:half>|<sunit:unit>)<of><month:month>" + YEAR_TAIL, calendar.month),
    (SECTION + "<month:month>" + YEAR_TAIL, calendar.month),
    ("<the>?<joined:joined><year:year>?", calendar.joined),
    ("<the>?(?:<section:section|edge>[-=]?)?<year:year>", calendar.year),
    (SECTION + "<year:year>", calendar.year),
    ("<the>?<year:year><dash><last:num|number>", calendar.run_of_years),
    ("<the:the>?<section:section>?<dash>?<decade:decade>", calendar.decade),
    ("<the>?<section>?<ord:ord><dash>?<unit:unit>", calendar.century),
    ("<lead:last|this|next|the|prep>?<the>?<section>?<season:season>" + YEAR_TAIL, calendar.season),
    ("<the>?<shift:last|past|this|next|previous|following|coming>?<weekday:weekday><part:part>?(?:<of>?<week:last|this|next><wunit:unit>)?", relative.weekday),
    ("<the>?<when:section|later|earlier><on>?<shift:last>?<weekday:weekday><part:part>?", relative.weekday),
    ("<the>?<section>?(?:<part:part>|<unit:unit>)<of|on><shift:last>?<weekday:weekday>", relative.weekday),
    ("<nth:ordinalword><light:light><of|on>?<shift:last>?<weekday:weekday>", relative.weekday),
    ("<the><weekday:weekday><before><last>", relative.before_last),
    ("<the><unit:unit><before><last>", relative.before_last),
    ("<when:section|earlier|later>?<day:day><part:part>?", relative.named),
    ("<the>?<section>?<hours:unit><of>(?:<day:day>|<shift:last|this><part:part>)", relative.hours_of),
    ("<the><unit><side:before|after><day:day>", relative.two_days),
    ("<section|earlier|later>?<shift:last|this><part:part>", relative.this_part),
    ("<section|earlier|later>?<shift:last|this|next|past|coming><weekend:weekend>", relative.weekend),
    ("<the><weekend:weekend>", relative.weekend),
    ("<when:earlier|later|section>?<the>?<shift:this|current><unit:unit>", relative.unit),
    ("<when:section|later|earlier>?<shift:last|next><unit:unit>", relative.unit),
    ("<the>?<section:edge|section><of><the>?<shift:last|this|next|current>?<unit:unit>", relative.edge_of_unit),
    (SECTION + "<the>?<shift:last|this|next>?<unit:unit>", relative.edge_of_unit),
    ("<the|this><shift:last|past|next|coming|following>(?:" + COUNT + "|<vague:vaguecount>)?<of>?<unit:unit>", relative.window),
    ("<shift:last|past|next|coming>(?:" + COUNT + "|<vague:vaguecount>)<of>?<unit:unit>", relative.window),
    ("<prep:prep>(?:" + COUNT + "|<a>?<vaguecount>)?<unit:unit>(?:<s><time:time>)?", relative.within),
    ("<more:more>?<than>?<about|vaguecount>?(?:" + COUNT + "|<a>?<vague:vaguecount>)?<of>?(?:<half:half><a>)?<unit:unit><side:ago|earlier|later|before|after>", relative.ago),
    ("<the><lead:previous|following|next|same>(?:<unit:unit>|<part:part>)", relative.next_day),
    ("<that:that><lead:same>?(?:<unit:unit>|<part:part>)", relative.that_day),
    ("<the>(?:<unit:unit>|<part:part>)<side:before|after|earlier>", relative.day_before),
    ("(?:<clock:clock|num|word|number|year><mark:clockword>?)" + ZONE, calendar.clock),
    ("<so><far>", relative.vague), ("<on>?<the>?<eve><of>", relative.eve), ("<the>?<recent><unit>", relative.vague),
    ("<on>?<the|a>?<nth:ordinalword|ord>?<anniversary><of>", relative.anniversary),
    ("<loose>", relative.vague), ("<earlier>", relative.earlier), ("<prep><the>?<section>?<part>", relative.vague), ("<on><part>", relative.vague),
    ("<overnight>(?:<into|to><weekday:weekday>)?", relative.overnight),
)
# fmt: on


@lru_cache(maxsize=1)
def compiled() -> tuple[tuple[frozenset[str], re.Pattern[str], Builder], ...]:
    """The rules, compiled on first use, each behind the classes of a word that it cannot do without."""
    return tuple((asked_for(pattern), rule(pattern), build) for pattern, build in RULES)


def hits(tokens: Sequence[Token], classes: str) -> Iterator[tuple[int, int, Point | Leaning]]:
    """Times in a sentence, as (first, past the last, what is said): the longest first, none overlapping."""
    said = frozenset(classes)
    due = ((n, pattern, build) for n, (asked, pattern, build) in enumerate(compiled()) if not said.isdisjoint(asked))  # a third of them
    found = [(m.start() - m.end(), n, m, build) for n, pattern, build in due for m in pattern.finditer(classes)]
    found.sort(key=itemgetter(0, 1))
    taken = 0
    for _, _, match, build in found:
        mask = (1 << match.end()) - (1 << match.start())
        if taken & mask:
            continue
        point = build(Hit(tokens, match))
        if point is not None:
            taken |= mask
        if point is not None and not isinstance(point, NoTime):
            yield match.start(), match.end(), point
