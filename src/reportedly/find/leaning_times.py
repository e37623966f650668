"""Times that lean on one named further on: "a day after Monday's raid", "on the eve of the 5 May vote"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.joined_times import Found
from reportedly.find.moments import Anniversary, Counted, Day, Leaning, Moment, Point, Vague
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token


def leaned(found: list[Found], tokens: Sequence[Token]) -> list[Found]:
    """Each leaning time with the first time of the words that it governs; what leans on nothing is left as it is."""
    return [_counted(f, found[n + 1 :], tokens) if isinstance(f.said, Leaning) else f for n, f in enumerate(found)]


def _counted(found: Found, later: Sequence[Found], tokens: Sequence[Token]) -> Found:
    last = tokens[found.end - 1]  # "after", "before", "of"
    clause = last.head if last.dep == "mark" and is_verb(last.head) else None
    governed = {t.i for t in (clause or last).subtree() if t.i > last.i}
    base = next((f for f in later if _dates(f.said) and (tokens[f.first].i in governed or _follows(f, found, tokens))), None)
    if base is None or not isinstance(found.said, Leaning) or isinstance(base.said, Leaning):
        return found
    hangs_on = clause.head if clause is not None and not clause.is_root else found.hangs_on
    return Found(found.first, found.end, _on(found.said.point, base.said), hangs_on)


def _follows(base: Found, found: Found, tokens: Sequence[Token]) -> bool:
    """Right behind it, over an article."""
    return all(t.tag == "DT" for t in tokens[found.end : base.first])


def _dates(said: Moment | Leaning) -> bool:
    return not isinstance(said, Leaning | Vague)


def _on(point: Point, base: Moment) -> Moment:
    """"the anniversary of the 1 February 2021 coup" is a day of any year."""
    if point == Anniversary(None):
        return Day(base.day, base.month) if isinstance(base, Day) else base
    return Counted(point, base)
