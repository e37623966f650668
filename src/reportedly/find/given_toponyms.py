"""Mentions at spans that are known to be toponyms: for those who found the names by other means, and for measuring.

What stands there need not look like a place: an adjective, a short form, a building that no gazetteer has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.find.datelines import sentences_of
from reportedly.find.place_links import given_mentions
from reportedly.find.place_mention import Draft, PlaceMention
from reportedly.find.place_words import DIRECTIONS, KINDS
from reportedly.find.places import longest_known
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.spans import Span

if TYPE_CHECKING:  # the gazetteer is handed in: finding does not depend on resolving
    from reportedly.resolve.gazetteer import Gazetteer, Toponym

KNOWN = 4.5  # of `Toponym.weight`: below some 30,000 people a word within a longer name hardly means the town
LETTERS = 3  # "US" is a name, and no adjective in capitals


def toponyms_at(parse: Parse, spans: Sequence[Span], gazetteer: Gazetteer) -> list[dict[Span, PlaceMention]]:
    """Mentions at spans that are known to be toponyms. A span without a token of its own has none."""
    return [_given(sentence, spans, parse, gazetteer) for sentence in sentences_of(parse)]


def _given(sentence: Sentence, spans: Sequence[Span], parse: Parse, gazetteer: Gazetteer) -> dict[Span, PlaceMention]:
    """A mention for each span that begins in the sentence; of two that share a token, for the first."""
    drafts: dict[Span, Draft] = {}
    done = 0
    for span in sorted(spans):
        inside = [n for n, t in enumerate(sentence.tokens) if t.start < span.end and t.end > span.start]
        if inside and inside[0] >= done:
            done = inside[-1] + 1
            name = " ".join(parse.document.text[span.start : span.end].split())
            after_comma = inside[0] > 0 and sentence.tokens[inside[0] - 1].text == ","
            found = _candidates(name, after_comma, gazetteer)
            drafts[span] = Draft(inside[0], done, name, found, "GPE", () if found else _part(sentence.tokens, inside[0], done, gazetteer))
    return dict(zip(drafts, given_mentions(sentence.tokens, list(drafts.values()), gazetteer), strict=True))


def _part(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """What a name in no gazetteer says of where it is: "Delhi" of "Delhi High Court", "European" of "European Commission"."""
    for at in range(start, end):
        if tokens[at].lower in KINDS.keys() | DIRECTIONS:
            continue
        if stands_for := gazetteer.named_by(tokens[at].text):
            return stands_for
        found = longest_known(tokens, at, end, gazetteer)
        head = found is not None and found.end == end and (not at or tokens[at - 1].lower not in ("of", "in"))  # "Detention Centre"
        if found is not None and not head and found.candidates[0].weight >= KNOWN:
            return found.candidates
    return ()


def _candidates(name: str, after_comma: bool, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """What a name that is known to be a toponym may be: a short form of a state, what an adjective stands for, a place."""
    short = gazetteer.abbreviation(name)
    if short is not None and (after_comma or "." in name):
        return (short,)
    stands_for = gazetteer.named_by(name.title() if name.isupper() and len(name) > LETTERS else name)
    return stands_for or gazetteer.lookup(name) or ((short,) if short is not None else ())
