"""Names that no list has, but that are listed with places: "the villages of Lisey and Gobi", "in Bria and Zangba"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.place_words import KINDS, NAME_TYPES, PLURALS, SIDES, TAKES_PLACE
from reportedly.language.parse import Token

_AFTER = frozenset({"in", "at", "near", "outside", "around", "from"})


def is_listed(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether what stands beside a name makes it a place."""
    return _is_counted(tokens, at, end) or _is_beside_place(tokens, at, end) or _is_struck_with_villages(tokens, at, end)


def _is_counted(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "the villages of Lisey and Gobi", "the Gara and Asos regions": a plural of a kind of place counts each name beside it."""
    first = at
    while first > 0 and (tokens[first - 1].text in ("and", ",") or tokens[first - 1].text[:1].isupper()):
        first -= 1
    if first > 1 and tokens[first - 1].lower == "of" and (_is_plural(tokens[first - 2]) or tokens[first - 2].lemma in SIDES):
        return True
    last = end
    while last < len(tokens) and (tokens[last].text in ("and", ",") or tokens[last].text[:1].isupper()):
        last += 1
    listed = any(t.text == "and" for t in tokens[first:last])
    return listed and last < len(tokens) and _is_plural(tokens[last])


def _is_beside_place(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "to people in Bria and Zangba": what is listed with a place where only a place can stand is another."""
    last = tokens[end - 1]
    if tokens[at - 1].text not in ("and", ",") or last.dep != "conj" or last.pos != "PROPN" or end - at > 2:
        return False
    first = last.head
    while first.dep == "conj":
        first = first.head
    listed = first.ent in NAME_TYPES and first.pos == "PROPN" and first.dep == "pobj" and first.head.lower in _AFTER
    closed = end == len(tokens) or tokens[end].pos in ("ADP", "CCONJ", "PUNCT") or tokens[end].lower in KINDS or tokens[end].ent == "DATE"
    return listed and closed and not any(t.pos in ("VERB", "AUX") for t in tokens[first.i - tokens[0].i : at])


def _is_struck_with_villages(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "stormed Tungan Bako and two neighbouring villages": of a kind with what is struck beside it."""
    last = tokens[end - 1]
    if last.dep not in ("dobj", "nsubjpass") or last.pos != "PROPN" or last.head.lemma not in TAKES_PLACE:
        return False
    beside = next((t for t in last.children if t.dep == "conj"), None)
    return beside is not None and beside.tag == "NNS" and PLURALS.get(beside.lower) in ("town", "admin2")


def _is_plural(token: Token) -> bool:
    return PLURALS.get(token.lower, "facility") != "facility" and token.tag == "NNS"
