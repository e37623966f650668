"""Where, when and how many, as far as the words themselves say it; no gazetteer has Russian names yet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from reportedly.codebooks.data import load_data
from reportedly.document import Document
from reportedly.language.parse import Token
from reportedly.records import Place, Time
from reportedly.terms import PlaceRole

if TYPE_CHECKING:
    from reportedly.russian.parser import RussianParser

AT = frozenset({"в", "во", "на", "под", "около", "близ", "возле", "у"})
FROM = frozenset({"из", "от", "с", "со"})


def places_of(document: Document, verb: Token, parser: RussianParser) -> tuple[Place, ...]:
    """Names of places under a verb, in the nominative, with the role that their preposition gives. Not under another verb."""
    out = []
    for token in sorted(_clause(verb), key=lambda t: t.i):
        if token.ent == "LOC" and token.ent_first:
            role = _role(token)
            if role is not None:
                name = [t for t in sorted(_clause(verb), key=lambda t: t.i) if t.ent == "LOC" and t.i >= token.i and t.i - token.i < 4 and (t is token or not t.ent_first)]
                words = document.text[token.start : name[-1].end]
                out.append(Place(role, parser.nominative(token) if len(name) == 1 else words, document.words(token.span.cover(name[-1].span))))
    return tuple(out)


def _clause(verb: Token) -> list[Token]:
    found, waiting = [], [verb]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting += [c for c in token.children if c.dep not in ("ccomp", "parataxis", "advcl", "acl", "acl:relcl", "conj")]
    return found


def _role(token: Token) -> PlaceRole | None:
    """The preposition over a name: its own, or that of what it stands with ("в городе Саракиб", "на севере Мали")."""
    node = token
    for _ in range(3):
        prepositions = {c.lemma for c in node.all("case")}
        if prepositions & AT:
            return PlaceRole.AT
        if prepositions & FROM:
            return PlaceRole.FROM
        if node.dep not in ("nmod", "appos", "flat:name"):
            return None
        node = node.head
    return None


def time_of(document: Document, verb: Token, trigger: Token) -> Time | None:
    """A weekday or "вчера" under the event's own verb: the latest such day that is not after publication."""
    words = load_data("russian.yaml")
    for token in verb.children if trigger is verb else [*verb.children, *trigger.children]:
        if token.lemma not in words["days"] and token.lemma not in words["ago"]:
            continue
        found = document.words(token.span)
        if document.published is None:
            return Time(found)
        back = words["ago"].get(token.lemma)
        back = (document.published.weekday() - words["days"][token.lemma]) % 7 if back is None else back
        day = (document.published - timedelta(days=back)).isoformat()
        return Time(found, day, day, "day")
    return None


def figure_of(head: Token) -> float | None:
    """The number of a phrase: "трое жителей", "12 человек"."""
    numbers = load_data("russian.yaml")["numbers"]
    for token in head.all("nummod", "nummod:gov"):
        if token.text.isdigit():
            return float(token.text)
        if token.lemma in numbers or token.lower in numbers:
            return float(numbers.get(token.lemma, numbers.get(token.lower)))
    return None
