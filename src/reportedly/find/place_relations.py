"""Where a place lies by another that is named: "12 miles north of X", "off the coast of X", "between X and Y", "the X–Y road"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.find.numbers import read_number
from reportedly.find.place_mention import Draft, PlaceMention, words
from reportedly.find.place_words import BEARINGS, COASTS, DIRECTIONS, KINDS, KM, ROADS, WITH_EACH_OTHER
from reportedly.language.parse import Token
from reportedly.spans import Span

VAGUE_KM = 10.0  # "a few kilometres" is a distance, "hundreds of miles" is none
BACK = 7  # words that may stand between "off" and the name
_BESIDE_DISTANCE = frozenset({"to", "the", "away", "just", "due"})
_BESIDE_NAME = frozenset({"the", "of", "and", "both", "towns", "cities", "villages"}) | DIRECTIONS | KINDS.keys()
_DASHES = frozenset("-–—")

type Ways = list[tuple[Draft, Draft]]


def offset(tokens: Sequence[Token], first: int) -> tuple[float | None, float | None]:
    """The bearing and the kilometres of "12 miles north of" before a name; either is None when it is not said."""
    at = _before_kind(tokens, first)
    if at < 1 or tokens[at].lower not in ("of", "from"):
        return None, None
    start = at
    while start > 0 and (tokens[start - 1].lower in BEARINGS or tokens[start - 1].text == "-"):
        start -= 1
    bearing = BEARINGS.get(words(tokens, start, at).lower()) if start < at else None
    return bearing, _distance(tokens, start if bearing is not None else at)


def _before_kind(tokens: Sequence[Token], first: int) -> int:
    """The word before the name, "the" and "the town of" left out."""
    at = first - 1
    if at > 1 and tokens[at].lower == "of" and KINDS.get(tokens[at - 1].lower) == "town":
        at -= 2
        while at > 0 and tokens[at].pos in ("ADJ", "PROPN", "NOUN") and tokens[at].lower not in BEARINGS:
            at -= 1
    return at - 1 if at > 0 and tokens[at].lower == "the" else at


def _distance(tokens: Sequence[Token], end: int) -> float | None:
    """The kilometres of "30 km (19 miles)", "fifteen nautical miles", "a few kilometres" that ends there."""
    at = end - 1
    while at > 0 and tokens[at].lower in _BESIDE_DISTANCE:
        at -= 1
    if at > 0 and tokens[at].text == ")":
        at = next((i - 1 for i in range(at - 1, max(-1, at - 5), -1) if tokens[i].text == "("), 0)
    unit = KM.get(tokens[at].lower) if at > 0 else None
    if unit is None:
        return None
    if tokens[at - 1].lower == "nautical":
        at, unit = at - 1, 1.852
    for start in range(max(0, at - 4), at):
        number = read_number(tokens, start)
        if number is not None and number.end == at:
            return unit * (number.low + number.high) / 2 if unit * (number.high - number.low) <= VAGUE_KM else None
    return None


def coast(tokens: Sequence[Token], first: int, end: int) -> tuple[bool, Token | None, float | None]:
    """Whether a name is said to be a shore's: "off X", "off the southern coast of X", "off X's coast". Also the word that
    the phrase hangs by when it is not the name, and how far off, if it is said."""
    off = _off(tokens, first)
    if off < 0:
        return False, None, None
    shore = None
    if end < len(tokens) and tokens[end].tag == "POS":
        shore = next((t for t in tokens[end + 1 : end + 4] if t.lower in COASTS), None)
        if shore is None:
            return False, None, None  # "off Syria's agenda"
    return True, shore, _distance(tokens, off)


def _off(tokens: Sequence[Token], first: int) -> int:
    """Where "off" stands, with nothing but "the coast of" between it and the name; -1 where it does not."""
    at = first - 1
    while at > max(-1, first - BACK) and tokens[at].lower != "off":
        if tokens[at].lower not in COASTS and tokens[at].lower not in _BESIDE_NAME and tokens[at].pos != "ADJ":
            return -1
        at -= 1
    return at if at >= 0 and tokens[at].lower == "off" and tokens[at].pos != "PART" else -1


def ways(tokens: Sequence[Token], drafts: Sequence[Draft]) -> Ways:
    """Which neighbouring names are the two ends of a way."""
    return [(one, other) for one, other in pairwise(drafts) if _is_spot(one) and _is_spot(other) and _is_way(tokens, one, other)]


def _is_spot(draft: Draft) -> bool:
    """A town or the like: between two states lies no place."""
    return bool(draft.candidates) and draft.candidates[0].feature not in ("country", "sea") and any(
        each.feature in ("town", "facility", "admin2") for each in draft.candidates[:4]
    )  # fmt: skip


def _is_way(tokens: Sequence[Token], one: Draft, other: Draft) -> bool:
    middle = [t.lower for t in tokens[one.end : other.start]]
    if len(middle) == 1 and middle[0] in _DASHES | {"to"} and _road_after(tokens, other.end) is not None:
        return True
    link = _link(tokens, one.start)
    if link is None or not set(middle) - {"to", "and"} <= _BESIDE_NAME:
        return False
    head = link.head
    if link.lower == "from":
        return middle[:1] == ["to"] and (head.lower in ROADS or tokens[max(0, tokens.index(link) - 1)].lower in ROADS)
    road = head.lower in ROADS or tokens[max(0, tokens.index(link) - 1)].lower in ("halfway", "midway", "somewhere")
    return middle[:1] == ["and"] and (road or (head.pos in ("VERB", "AUX") and head.lemma.lower() not in WITH_EACH_OTHER))


def _link(tokens: Sequence[Token], start: int) -> Token | None:
    """ "between" or "from" before a name, with "the town of" between them."""
    for token in reversed(tokens[max(0, start - 4) : start]):
        if token.lower in ("between", "from"):
            return token
        if token.lower not in _BESIDE_NAME:
            return None
    return None


def _road_after(tokens: Sequence[Token], end: int) -> Token | None:
    """The "highway" of "Damascus–Homs international highway"."""
    for token in tokens[end : end + 3]:
        if token.lower in ROADS:
            return token
        if token.pos not in ("ADJ", "NOUN"):
            return None
    return None


def with_ways(tokens: Sequence[Token], drafts: Sequence[Draft], mentions: Sequence[PlaceMention], found: Ways) -> list[PlaceMention]:
    """The first end of each way knows the other, and has the words and the place in the sentence of the whole way.
    `mentions` are those of `drafts`, one for each."""
    out = list(mentions)
    number = {id(draft): n for n, draft in enumerate(drafts)}
    for one, other in found:
        out[number[id(one)]] = _joined(tokens, one, other, out[number[id(one)]], out[number[id(other)]])
    return out


def _joined(tokens: Sequence[Token], one: Draft, other: Draft, mention: PlaceMention, end: PlaceMention) -> PlaceMention:
    link = _link(tokens, one.start)
    road = _road_after(tokens, other.end) if link is None else None
    on = road or (link.head if link is not None and link.head.lower in ROADS else None)
    first = tokens.index(link) if link is not None else one.start
    first -= on is not None and road is None and tokens[first - 1] is on
    last = tokens.index(road) + 1 if road is not None else other.end
    return replace(
        mention, other=end, anchor=on or mention.anchor, locative=_locative(on) or mention.locative or end.locative, metonym=False,
        span=Span(tokens[first].start, tokens[last - 1].end), text=words(tokens, first, last),
    )  # fmt: skip


def _locative(road: Token | None) -> Token | None:
    return road.head if road is not None and road.dep == "pobj" else None
