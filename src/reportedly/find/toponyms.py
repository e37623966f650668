"""Every toponym of a report, as geoparsing counts them: more than the places where something happens.

Reading has no use for "Syrian" as a place, nor for the streets that no map of the world has, so `find_places` leaves them
out. Those who map what a report names do, and corpora of places hold them. The report is looked at as a whole: a name that
is a place in one sentence is one in the next, and a name that a person bears is that person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly.find.datelines import sentences_of
from reportedly.find.place_links import given_mentions
from reportedly.find.place_mention import Draft, PlaceMention, words
from reportedly.find.place_words import DIRECTIONS, KINDS
from reportedly.find.places import find_places, longest_known
from reportedly.find.streets import streets
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.spans import Span

if TYPE_CHECKING:  # the gazetteer is handed in: finding does not depend on resolving
    from reportedly.resolve.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class _Report:
    """What the whole report says of its names."""

    people: frozenset[str]
    places: frozenset[str]
    gazetteer: Gazetteer


def toponyms(parse: Parse, gazetteer: Gazetteer) -> list[dict[Span, PlaceMention]]:
    """The toponyms of each sentence, the dateline's first, by the span of the bare name."""
    sentences = sentences_of(parse)
    people = frozenset(name for sentence in sentences for name in _surnames(sentence.tokens))
    found = [[m for m in find_places(sentence, gazetteer) if _stays(m, people)] for sentence in sentences]
    places = frozenset(mention.name for mentions in found for mention in mentions if mention.candidates)
    report = _Report(people, places, gazetteer)
    return [_all(sentence, mentions, report) for sentence, mentions in zip(sentences, found, strict=True)]


def _all(sentence: Sentence, places: Sequence[PlaceMention], report: _Report) -> dict[Span, PlaceMention]:
    """A sentence's streets, its places that are no part of them, and the names and adjectives that are left."""
    roads = list(streets(sentence.tokens))
    taken = {token.i for road in roads for token in sentence.tokens[road.start : road.end]}
    places = [mention for mention in places if mention.first.i not in taken]
    taken |= {i for mention in places for i in range(mention.first.i, mention.last.i + 1)}
    more = given_mentions(sentence.tokens, [*roads, *_more(sentence.tokens, taken, report)], report.gazetteer)
    return {Span(m.first.start, m.last.end): m for m in sorted([*places, *more], key=lambda m: m.first.start)}


def _surnames(tokens: Sequence[Token]) -> Iterator[str]:
    """The last words of people's full names."""
    for before, token in pairwise(tokens):
        if token.ent == before.ent == "PERSON" and not token.ent_first and _ends(tokens, token):
            yield token.text


def _ends(tokens: Sequence[Token], token: Token) -> bool:
    """Whether the parser's name ends with this token."""
    after = next((t for t in tokens if t.i > token.i), None)
    return after is None or after.ent != token.ent or after.ent_first


def _stays(mention: PlaceMention, people: frozenset[str]) -> bool:
    """Whether a name is still a place for one who knows the whole report; "Drive" alone is cut off from a longer name."""
    if mention.name in people:
        return bool(mention.cue or mention.parent or mention.dateline)
    return mention.first is not mention.last or mention.first.lower not in KINDS


def _more(tokens: Sequence[Token], taken: set[int], report: _Report) -> Iterator[Draft]:
    """Adjectives, counties, and names that are places elsewhere in the report, where no token is taken."""
    at = 0
    while at < len(tokens):
        draft = None
        if tokens[at].text[0].isupper():
            draft = _adjective(tokens, at, report.gazetteer) or _name(tokens, at, report)
        if draft is not None and not any(token.i in taken for token in tokens[at : draft.end]):
            yield draft
            at = draft.end
        else:
            at += 1


def _adjective(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> Draft | None:
    """ "Syrian", "South Ossetians": what stands for a state or a region; a language does not."""
    if tokens[at].ent in ("LANGUAGE", "PERSON"):
        return None
    for end in range(min(at + 2, len(tokens)), at, -1):
        name = words(tokens, at, end)
        if found := gazetteer.named_by(name):
            return Draft(at, end, name, found, "NORP")
    return None


def _name(tokens: Sequence[Token], at: int, report: _Report) -> Draft | None:
    """ "Athens" of "Athens police" when the report is in Athens, and a county anywhere: "Walker County Jail"."""
    token = tokens[at]
    if (token.ent == "PERSON" and not (token.ent_first and _ends(tokens, token))) or _joined(tokens, at):
        return None
    if not (token.ent or token.pos in ("PROPN", "NOUN", "ADJ")):
        return None
    found = longest_known(tokens, at, _capitals_end(tokens, at), report.gazetteer)
    if found is None or found.name in report.people or token.lower in KINDS or found.name.lower() in DIRECTIONS:
        return None
    county = found.end > at + 1 and tokens[found.end - 1].lower in KINDS and found.candidates[0].feature == "admin2"
    return found if county or found.name in report.places else None


def _joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capitalised word right before belongs to the same name."""
    before = tokens[at - 1] if at else None
    return before is not None and before.text[0].isupper() and before.pos == "PROPN" and before.ent == tokens[at].ent


def _capitals_end(tokens: Sequence[Token], at: int) -> int:
    """The end of the capitalised words from here on, hyphens among them."""
    end = at + 1
    while end < len(tokens) and (tokens[end].text[0].isupper() or tokens[end].text == "-"):
        end += 1
    return end
