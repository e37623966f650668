"""Noun phrases: which words belong to a head, what they are called in the nominative, and which state they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pycountry

from reportedly.codebooks.data import load_data
from reportedly.language.parse import Token
from reportedly.spans import Span

if TYPE_CHECKING:
    from reportedly.russian.parser import RussianParser

INSIDE = frozenset({"amod", "nmod", "appos", "flat:name", "flat:foreign", "det", "nummod", "nummod:gov", "compound", "case", "fixed"})
AGREES = frozenset({"amod", "appos", "flat:name"})  # these stand in the case of their head


def phrase(head: Token) -> Span:
    """The words around a head that belong to it, without its own preposition and without a place or time that only follows it."""
    words = sorted(_inside(head), key=lambda t: t.i)
    run = [head]
    for token in words[words.index(head) + 1 :]:
        if token.i == run[-1].i + 1:
            run.append(token)
    for token in reversed(words[: words.index(head)]):
        if token.i == run[0].i - 1:
            run.insert(0, token)
    return Span(run[0].start, run[-1].end)


def _inside(token: Token, top: bool = True) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep not in INSIDE or (top and child.dep == "case"):
            continue
        if child.dep == "nmod" and child.all("case") and child.ent != "ORG" and token.ent != "ORG":
            continue  # "колонну на севере": where it is, not what it is
        yield from _inside(child, False)


def name_of(head: Token, parser: RussianParser) -> str:
    """What a phrase is called: its words, those that agree with its head put into the nominative."""
    span = phrase(head)
    agreeing = {head, *(t for t in _agreeing(head))}
    words = [t for t in sorted(_inside(head), key=lambda t: t.i) if span.start <= t.start < span.end]
    if head.tag.startswith("Nom") or any(t.dep.startswith("nummod") for t in words):
        return " ".join(t.text for t in words)
    return " ".join(parser.nominative(t) if t in agreeing else t.text for t in words)


def _agreeing(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep in AGREES:
            yield child
            yield from _agreeing(child)


def country_of(head: Token) -> tuple[str | None, str | None]:
    """(ISO code, English name) of the state that a phrase names: "российская авиация", "власти Судана"."""
    states = load_data("russian.yaml")["countries"]
    for token in (head, *head.all("amod", "nmod")):
        for code, words in states.items():
            if token.lemma in words and not token.all("case"):
                country = pycountry.countries.get(alpha_3=code)
                return code, str(getattr(country, "common_name", None) or getattr(country, "name", code))
    return None, None
