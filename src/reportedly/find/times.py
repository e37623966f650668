"""Where a report says when: words of time in a sentence, as what they say (`moments.py`), not yet as dates.

A mention leaves out the bare preposition before it ("on Wednesday" is `Wednesday`) and keeps the words that change
what is meant: since, until, before, after, between … and, from … to, within. Durations of events ("for 15 minutes")
are figures, not times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.find.moments import (
    After,
    Before,
    Between,
    ClockOnly,
    Day,
    Moment,
    Month,
    Overnight,
    Point,
    Since,
    Unit,
    Until,
    Vague,
    Weekday,
    Years,
)
from reportedly.find.timegrammar import hits
from reportedly.find.timewords import CLASSES, CORE, classify, time_words
from reportedly.language.parse import Token
from reportedly.spans import Span


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time as the words say it. `first` and `last` are positions in the tokens given, both inclusive."""

    first: int
    last: int
    head: Token
    expression: Moment
    span: Span


type Found = tuple[int, int, Moment]  # first, past the last, what is said

_LEAD = frozenset(CLASSES[name] for name in ("prep", "on"))
_BARE = frozenset(CLASSES[name] for name in ("month", "weekday", "year", "num"))
_JOIN = {CLASSES["dash"], CLASSES["to"]}


def find_times(tokens: Sequence[Token]) -> tuple[TimeMention, ...]:
    """The times of a sentence (or of any run of tokens), in the order of the text."""
    classes = classify(tokens)
    if CORE.isdisjoint(classes):
        return ()
    found: list[Found] = [_trimmed(hit, classes) for hit in hits(tokens, classes)]
    found = _named_days(tokens, classes, found)
    found.sort(key=lambda f: f[0])
    found = _with_clocks(found, classes)
    found = _ranges(found, classes)
    return tuple(_mention(tokens, f) for f in (_prefixed(f, tokens, classes) for f in found))


def _mention(tokens: Sequence[Token], found: Found) -> TimeMention:
    first, end, moment = found
    inside = {tokens[at].i for at in range(first, end)}
    tops = [t for t in tokens[first:end] if t.is_root or t.head.i not in inside]
    head = min(tops, key=_depth) if len(tops) > 1 else tops[0] if tops else tokens[first]
    return TimeMention(first, end - 1, head, moment, Span(tokens[first].start, tokens[end - 1].end))


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors())


def _trimmed(found: tuple[int, int, Point], classes: str) -> Found:
    """Without the preposition (but "within") and an article that only goes with the noun after it."""
    first, end, moment = found
    while first < end - 1 and classes[first] in _LEAD and not isinstance(moment, Vague) and type(moment).__name__ != "Window":
        first += 1
    if classes[first] == CLASSES["the"] and classes[first + 1] in _BARE:
        first += 1
    return first, end, moment


def _named_days(tokens: Sequence[Token], classes: str, found: list[Found]) -> list[Found]:
    """Christmas Day, 9/11: names of days take the place of what the grammar saw there."""
    for at in (n for n, mark in enumerate(classes) if mark == CLASSES["named"]):
        start = at - 1 if tokens[at].lower == "/" and at else at
        for length in (4, 3, 2, 1):
            entry = _named().get(tuple(t.lower for t in tokens[start : start + length]))
            if entry:
                month, day, year = entry
                found = [f for f in found if f[1] <= start or f[0] >= start + length]
                found.append((start, start + length, Day(day, month, year)))
                break
    return found


@lru_cache(maxsize=1)
def _named() -> dict[tuple[str, ...], tuple[int, int, int | None]]:
    return {tuple(words.split()): (entry[0], entry[1], entry[2]) for words, entry in time_words().data["named"].items()}


def _with_clocks(found: list[Found], classes: str) -> list[Found]:
    """"at 10:30 on Wednesday", "overnight on Friday": the time of day goes into the day beside it."""
    out: list[Found] = []
    for item in found:
        joined = _one_day(out[-1], item, classes) if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(item)
    return out


def _one_day(left: Found, right: Found, classes: str) -> Found | None:
    gap = classes[left[1] : right[0]]
    if len(gap) > 2 or any(mark not in _LEAD and mark != CLASSES["comma"] for mark in gap):
        return None
    pair = (left[2], right[2])
    for moment, other in (pair, pair[::-1]):
        if not isinstance(moment, Day | Weekday | Unit) or (isinstance(moment, Unit) and moment.unit != "day"):
            continue
        if isinstance(other, ClockOnly):
            return left[0], right[1], replace(moment, clock=other.clock)
        if isinstance(other, Overnight) and moment is right[2]:
            return left[0], right[1], replace(moment, part="overnight")
        if isinstance(other, Vague) and other.words.split()[-1] in time_words().data["parts"] and moment.part is None:
            return left[0], right[1], replace(moment, part=time_words().data["parts"][other.words.split()[-1]])
    return None


def _ranges(found: list[Found], classes: str) -> list[Found]:
    """"from Monday to Wednesday", "between June and December 2015", "2011-2014" become one mention."""
    out: list[Found] = []
    for item in found:
        joined = _range(out[-1], item, classes) if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(item)
    return out


def _range(left: Found, right: Found, classes: str) -> Found | None:
    gap = classes[left[1] : right[0]]
    before = classes[left[0] - 1] if left[0] else ""
    between = before == CLASSES["between"] and gap == CLASSES["and"]
    led = before == CLASSES["from"] and gap in (*_JOIN, CLASSES["until"])
    if not isinstance(left[2], Point.__value__) or not isinstance(right[2], Point.__value__):
        return None
    if between or led:
        return left[0] - 1, right[1], _between(left[2], right[2])
    same = type(left[2]) is type(right[2]) and isinstance(left[2], Day | Month | Weekday | Years)
    return (left[0], right[1], _between(left[2], right[2])) if same and gap in _JOIN else None


def _between(start: Point, end: Point) -> Between:
    """A year that only one side says counts for both: "between June and December of 2015"."""
    if isinstance(start, Day | Month) and isinstance(end, Day | Month):
        wraps = start.month > end.month
        if start.year is None and end.year is not None:
            start = replace(start, year=end.year - wraps)
        elif end.year is None and start.year is not None:
            end = replace(end, year=start.year + wraps)
    return Between(start, end)


def _prefixed(found: Found, tokens: Sequence[Token], classes: str) -> Found:
    """"since Monday", "until Friday", "after 2011"; not "after Friday's attack", which names the attack's day."""
    first, end, moment = found
    if not first or isinstance(moment, Between | Vague | Since | Until | Before | After):
        return found
    before, marks = classes[first - 1], CLASSES
    if before == marks["between"] and isinstance(moment, Day) and moment.last_day:
        return first - 1, end, moment
    if before == marks["since"]:
        return first - 1, end, Since(moment)
    if before == marks["from"] and (end == len(tokens) or tokens[end].lower in ("onwards", "on")):
        return first - 1, end, Since(moment)
    if not _stands_alone(tokens, end):
        return found
    if before == marks["until"] or (before == marks["on"] and tokens[first - 1].lower == "by"):
        return first - 1, end, Until(moment)
    if before == marks["before"]:
        return first - 1, end, Before(moment)
    return (first - 1, end, After(moment)) if before == marks["after"] else found


def _stands_alone(tokens: Sequence[Token], end: int) -> bool:
    """Nothing follows that the time belongs to: no possessive, no noun or adjective."""
    return end == len(tokens) or not (tokens[end].tag == "POS" or tokens[end].tag.startswith(("NN", "JJ")))
