"""Where a report says when: words of time in a sentence, as what they say (`moments.py`), not yet as dates.

A mention leaves out the bare preposition before it ("on Wednesday" is `Wednesday`) and keeps the words that change
what is meant: since, until, before, after, between … and, from … to, within. Durations of events ("for 15 minutes")
are figures, not times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.find.bounded_times import bounded
from reportedly.find.joined_times import Found, joined
from reportedly.find.leaning_times import leaned
from reportedly.find.moments import Ago, Ahead, ClockOnly, Day, Leaning, Moment, ToCome, Vague, Weekday
from reportedly.find.named_days import with_named_days
from reportedly.find.tense import lies_ahead
from reportedly.find.timegrammar import hits
from reportedly.find.timewords import CLASSES, CORE, LEAD, classify
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


_BARE = frozenset(CLASSES[name] for name in ("month", "weekday", "year", "num"))


def find_times(tokens: Sequence[Token]) -> tuple[TimeMention, ...]:
    """The times of a sentence (or of any run of tokens), in the order of the text."""
    classes = classify(tokens)
    if CORE.isdisjoint(classes):
        return ()
    found = with_named_days(tokens, [_trimmed(Found(*hit), classes) for hit in hits(tokens, classes)])
    found = joined(sorted(found, key=lambda f: f.first), tokens, classes)
    found = leaned(bounded(found, tokens, classes), tokens)
    return tuple(m for m in (_mention(tokens, f) for f in found) if m is not None)


def _trimmed(found: Found, classes: str) -> Found:
    """Without the preposition (but "within") and an article that only goes with the noun after it."""
    first, end, said, _ = found
    while first < end - 1 and classes[first] in LEAD and not isinstance(said, Vague | Leaning) and type(said).__name__ not in ("Window", "Ahead"):
        first += 1
    if classes[first] == CLASSES["the"] and classes[first + 1] in _BARE:
        first += 1
    return found._replace(first=first)


def _mention(tokens: Sequence[Token], found: Found) -> TimeMention | None:
    first, end, said, hangs_on = found
    head = hangs_on or top_of(tokens[first:end])
    if isinstance(said, Leaning):  # on an event whose time is not said there
        said = replace(said.point, beside=True) if isinstance(said.point, Ago) else Vague(said.words)
    ahead = lies_ahead(head) or (isinstance(said, Day | Weekday) and _is_set_for(tokens, first, end))
    if isinstance(said, Ahead) and not (ahead or said.surely):
        return None  # "took the town in three days"
    if ahead and not isinstance(said, Vague | ClockOnly):
        said = ToCome(said)
    return TimeMention(first, end - 1, head, said, Span(tokens[first].start, tokens[end - 1].end))


def _is_set_for(tokens: Sequence[Token], first: int, end: int) -> bool:
    """"a strike for Saturday", "talks set for 5 May"; not "for Monday's raid"."""
    return first > 0 and tokens[first - 1].lower == "for" and (end == len(tokens) or not tokens[end].tag.startswith(("POS", "NN")))


def top_of(tokens: Sequence[Token]) -> Token:
    """The word by which a phrase hangs in its sentence: the highest of the tree."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.is_root or t.head.i not in inside]
    return min(tops, key=lambda t: sum(1 for _ in t.ancestors())) if len(tops) > 1 else tops[0] if tops else tokens[0]
