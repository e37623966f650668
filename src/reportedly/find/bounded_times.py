"""Times that a word before them leaves open on one side: since, until, by, before, after, from."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.joined_times import Found
from reportedly.find.moments import After, Before, Day, Onward, Point, Since, Until, Vague
from reportedly.find.tense import lies_ahead
from reportedly.find.timewords import CLASSES
from reportedly.language.parse import Token

_MODIFIERS = ("compound", "nmod", "amod", "nummod", "poss", "npadvmod")


def bounded(found: list[Found], tokens: Sequence[Token], classes: str) -> list[Found]:
    """The times with the words that open them; a word that is part of another time opens nothing."""
    taken = {n for f in found for n in range(f.first, f.end)}
    return [f if f.first - 1 in taken else _bounded(f, tokens, classes) for f in found]


def _bounded(found: Found, tokens: Sequence[Token], classes: str) -> Found:
    """"since Monday", "until Friday", "after 2011"; not "after Friday's attack", which names the attack's day."""
    first, end, said, _ = found
    if not first or not isinstance(said, Point.__value__) or isinstance(said, Vague):
        return found
    before, marks = classes[first - 1], CLASSES
    if before in (marks["between"], marks["from"]) and isinstance(said, Day) and said.last_day:
        return found._replace(first=first - 1)
    if before == marks["since"]:
        return Found(first - 1, end, Since(said))
    if start := _onward(found, tokens, classes):
        return Found(start - 1, end, Onward(said))
    if not _stands_alone(tokens, first, end):
        return found
    if before == marks["until"] or (before == marks["on"] and tokens[first - 1].lower == "by"):
        return Found(first - 1, end, Until(said))
    if [t.lower for t in tokens[max(0, first - 3) : first]] == ["no", "later", "than"]:
        return Found(first - 3, end, Until(said))
    if getattr(said, "part", None) or getattr(said, "clock", None):
        return found  # "before dawn on Friday", "shortly after 3pm on Monday": all of it is that day
    if before == marks["before"]:
        closes = any(t.lower in ("end", "close") for t in tokens[first:end])  # "before the end of May" may be its last day
        return Found(first - 1, end, Until(said) if closes else Before(said))
    return Found(first - 1, end, After(said)) if before == marks["after"] else found


def _onward(found: Found, tokens: Sequence[Token], classes: str) -> int:
    """Where the time begins after "from" or "starting on"; 0 when it is not said to go on."""
    first, end = found.first, found.end
    start = first - (classes[first - 1] == CLASSES["on"])
    if start and tokens[start - 1].lower in ("starting", "beginning"):
        return start
    if classes[first - 1] != CLASSES["from"]:
        return 0
    goes_on = end == len(tokens) or tokens[end].lower in ("onwards", "onward", "on")
    return first if goes_on or (_stands_alone(tokens, first, end) and lies_ahead(tokens[first])) else 0


def _stands_alone(tokens: Sequence[Token], first: int, end: int) -> bool:
    """No noun follows that the time belongs to: not "Friday's", nor "the 2011 war"; "until the end of 2022 rebels held it" does."""
    if end == len(tokens) or not (tokens[end].tag == "POS" or tokens[end].tag.startswith(("NN", "JJ"))):
        return True
    after = {t.i for t in tokens[end : end + 4]}
    whole = any(t.lower == "of" for t in tokens[first:end])
    modifies = not whole and any(t.dep in _MODIFIERS and t.head.i in after for t in tokens[first:end])
    return tokens[end].tag != "POS" and not modifies and end - first > 1
