"""Finds the places that a sentence names: by the parser's name types, and by the gazetteer where the parser is wrong.

The parser takes Hama for an organisation and Idlib for a person. A capitalised name that the gazetteer knows is a place
all the same where the words around it say so: "in Hama", "the town of", "Idlib province", "captured". Adjectives and
peoples ("Syrian", "Syrians") are never places; a place that stands for its government is found, and marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly.find.listed_places import is_listed
from reportedly.find.place_context import is_state
from reportedly.find.place_links import mentions_of
from reportedly.find.place_mention import Draft, PlaceMention, words
from reportedly.find.place_words import ARTICLES, DIRECTIONS, JOINERS, KINDS, NAME_TYPES, PLAIN, QUANTITIES, ROADS
from reportedly.language.parse import Sentence, Token

if TYPE_CHECKING:  # the gazetteer is handed in: finding does not depend on resolving
    from reportedly.resolve.gazetteer import Gazetteer

__all__ = ["PlaceMention", "find_places", "longest_known"]

LETTERS = 6  # an unknown word of so many capitals is an acronym: "ISIL"
SMALL = 4.5  # of `Toponym.weight`: below some 30,000 people "X hospital" is the hospital X rather than one in X
LONGEST = 7  # tokens that a name in the gazetteer may have, hyphens counted
_NO_NAME = frozenset({"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "PUNCT", "NUM", "SYM", "INTJ", "ADV"})
_OUTSIDE = frozenset({"admin1", "admin2", "town"})  # kinds that in small letters are no part of a name
_AYN = "‘ʻ'’`"  # the first letter of "‘Ayn al-Arab"
_NEVER = frozenset({"LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LAW"})
_BETWEEN = frozenset({"e", "i", "ye", "ul", "al", "ud"})  # within a name: "Qala-e-Naw"
_INSIDE = frozenset({"in", "near", "outside", "around"})
_BUILDINGS = frozenset({"ORG", "FAC", "GPE", "LOC", "PERSON", "PRODUCT"})


def find_places(sentence: Sentence, gazetteer: Gazetteer, knowledge: object = None) -> tuple[PlaceMention, ...]:
    """The places of a sentence in the order of the text. `knowledge` is not needed: the gazetteer has the adjectives."""
    tokens = sentence.tokens
    if not any(t.pos in ("PROPN", "X") or t.ent in NAME_TYPES for t in tokens):  # X: words strange to the parser, "Sana'a"
        return ()
    drafts = [draft for start, end in _runs(tokens) for draft in _names(tokens, start, end, gazetteer)]
    return mentions_of(tokens, drafts, gazetteer) if drafts else ()


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Stretches of words that look like names: "Deir al-Zour", "Gulf of Aden", "Russian Far East"."""
    at = 0
    while at < len(tokens):
        if not _begins(tokens, at):
            at += 1
            continue
        end = at + 1
        while (after := _continued(tokens, end)) > end:
            end = after
        yield at, end
        at = end


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised name, or the article of "al-Bab"."""
    if _looks_like_name(tokens[at]):
        return True
    hyphen = at + 2 < len(tokens) and tokens[at].lower in ARTICLES and tokens[at + 1].text in "-–"
    return hyphen and tokens[at + 2].text[:1].isupper()


def _looks_like_name(token: Token) -> bool:
    capital = token.text[0].isupper() or (token.text[0] in _AYN and token.text[1:2].isupper())
    if not capital or token.ent in _NEVER or token.lower in QUANTITIES:
        return False
    return token.pos == "PROPN" or token.ent in NAME_TYPES or (token.pos not in _NO_NAME and token.text[0].isalpha())


def _continued(tokens: Sequence[Token], end: int) -> int:
    """The end of the run when the next words belong to it, over joining words that another name follows."""
    at = end
    while at < len(tokens) and at - end < 4:
        if _looks_like_name(tokens[at]):
            return at + 1
        hyphened = tokens[at - 1].text == "-" and at + 1 < len(tokens) and tokens[at + 1].text == "-"  # "Rostov-on-Don"
        if tokens[at].lower not in JOINERS and not hyphened:
            return end
        at += 1
    return end


def _names(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Iterator[Draft]:
    """The names within a run, from the left: each time the parser's own, or the longest that the gazetteer knows."""
    at = start
    while at < end:
        draft = _name_at(tokens, at, start, end, gazetteer)
        if draft is not None:
            yield _with_building(tokens, draft, gazetteer)
        at = draft.end if draft is not None else at + 1


def _name_at(tokens: Sequence[Token], at: int, start: int, end: int, gazetteer: Gazetteer) -> Draft | None:
    token = tokens[at]
    if not _begins(tokens, at) or (token.lower in KINDS and end - at == 1):
        sea = KINDS.get(token.lower) == "sea" and at and tokens[at - 1].lower == "the" and _begins(tokens, at)
        return longest_known(tokens, at, end, gazetteer) if sea else None  # "the Gulf"
    if token.lower in PLAIN:
        return longest_known(tokens, at, end, gazetteer, shortest=2)
    if token.lower == "the":
        found = longest_known(tokens, at, end, gazetteer)
        return (
            found if found and found.candidates[0].name.startswith("The ") else None
        )  # "The Hague", but not "The United States"
    adjective = gazetteer.adjective(token.text) and not is_state(token, gazetteer)
    if token.lower in DIRECTIONS or adjective or (token.ent == "NORP" and not _no_people(tokens, at)):
        return _with_part(tokens, at, end, gazetteer) or _mistaken_for_people(tokens, at, end, gazetteer)
    if (building := _facility(tokens, at, gazetteer)) is not None:
        return building
    if token.ent in NAME_TYPES:
        return _typed(tokens, at, end, gazetteer)
    found = longest_known(tokens, at, end, gazetteer)
    if found is not None and _whole(tokens, found, start, end):
        return found
    return _unlisted(tokens, at, gazetteer)


def _unlisted(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> Draft | None:
    """ "near Ayn Isa", "in Kfar Tibnit, south Lebanon": a name no list has and the parser mistypes, where only a place can stand."""
    start, end = _entity(tokens, at)
    if start != at or at == 0 or tokens[at].known or tokens[end - 1].tag == "POS":
        return None
    if tokens[at - 1].lower == "of" and at > 1 and KINDS.get(tokens[at - 2].lower) == "town":
        return Draft(at, end, words(tokens, at, end), (), "GPE")  # "the village of Tel Hamra"
    if is_listed(tokens, at, end):
        return Draft(at, end, words(tokens, at, end), (), "GPE")
    if tokens[at - 1].lower not in _INSIDE:
        return None
    if tokens[end - 1].lower in KINDS or (end < len(tokens) and tokens[end].tag == "POS"):
        return None
    beside = end + 1 < len(tokens) and tokens[end].text == "," and _place_follows(tokens, end + 1, gazetteer)
    if not beside and tokens[at].ent != "PERSON" and tokens[at - 1].lower not in ("near", "outside"):
        return None
    return Draft(at, end, words(tokens, at, end), (), "GPE")


def _place_follows(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    at += tokens[at].lower in DIRECTIONS and at + 1 < len(tokens)
    return tokens[at].ent == "GPE" and longest_known(tokens, at, min(len(tokens), at + 3), gazetteer) is not None


def _no_people(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that the parser takes for a people is a place by its form: "between Aleppo and", "Aleppo-Damascus",
    "Helmand province"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return (at > 0 and tokens[at - 1].lower == "between") or after in ("-", "–", "—") or KINDS.get(after) in ("admin1", "admin2")


def _with_part(tokens: Sequence[Token], at: int, end: int, gazetteer: Gazetteer) -> Draft | None:
    """ "Iraqi Kurdistan", "South Ossetia": a part or an adjective that belongs to the name, for else the name is not known."""
    found = longest_known(tokens, at, end, gazetteer, shortest=2)
    typed = tokens[at].ent in NAME_TYPES and tokens[at].lower in DIRECTIONS and at + 1 < end
    unknown = (
        found is None and typed and tokens[at + 1].ent == tokens[at].ent and longest_known(tokens, at + 1, end, gazetteer) is None
    )
    return _typed(tokens, at, end, gazetteer) if unknown else found


def _mistaken_for_people(tokens: Sequence[Token], at: int, end: int, gazetteer: Gazetteer) -> Draft | None:
    """ "retreated from Aleppo to Idlib": a town of some size that the parser takes for a people, where a place stands."""
    token = tokens[at]
    if token.ent != "NORP" or token.tag != "NNP" or gazetteer.adjective(token.text) or token.dep not in ("pobj", "conj", "dobj"):
        return None
    found = longest_known(tokens, at, end, gazetteer)
    return found if found is not None and found.candidates[0].weight >= SMALL else None


def _entity(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The bounds of the parser's name around a token; of an untyped token, the token's own."""
    start, end = at, at + 1
    if tokens[at].ent:
        while start > 0 and not tokens[start].ent_first and tokens[start - 1].ent == tokens[at].ent:
            start -= 1
        while end < len(tokens) and tokens[end].ent == tokens[at].ent and not tokens[end].ent_first and tokens[end].text != "(":
            end += 1
        end = _over_hyphens(tokens, end)
    return start, end


def _over_hyphens(tokens: Sequence[Token], end: int) -> int:
    """The end of "Dasht-e-Barchi" when the parser takes "Dasht" for the name."""
    rest = tokens[end : end + 4]
    if len(rest) < 4 or rest[0].text != "-" or rest[2].text != "-" or rest[1].lower not in _BETWEEN or not rest[3].text[:1].isupper():
        return end
    tight = all(a.end == b.start for a, b in pairwise(tokens[end - 1 : end + 4]))
    return end + 4 if tight else end


def _without_kind(tokens: Sequence[Token], end: int) -> int:
    """The end without "province" or "'s" that the parser took into the name."""
    while end > 1 and (tokens[end - 1].lower in KINDS or tokens[end - 1].tag == "POS"):
        end -= 1
    return end


def _with_building(tokens: Sequence[Token], draft: Draft, gazetteer: Gazetteer) -> Draft:
    """ "Al Salem hospital": what is named is the hospital, unless the name is a town's of some size."""
    at = draft.end
    kind = tokens[at].lower if at < len(tokens) and tokens[at].text.islower() else ""
    if (
        KINDS.get(kind) != "facility"
        or (draft.candidates and draft.candidates[0].weight >= SMALL)
        or tokens[draft.start].ent == "NORP"
    ):
        return draft
    name = words(tokens, draft.start, at + 1)
    return Draft(draft.start, at + 1, name, gazetteer.lookup(name), "FAC")


def _typed(tokens: Sequence[Token], at: int, end: int, gazetteer: Gazetteer) -> Draft | None:
    """A name that the parser calls a place: the longest that the gazetteer knows, else as much of it as is not known."""
    ent_end = _entity(tokens, at)[1]
    found = longest_known(tokens, at, max(end, ent_end), gazetteer)
    stop = max(_without_kind(tokens, ent_end), at + 1)
    if found is not None and not _is_torn(tokens, found, stop, gazetteer):
        return found
    if found is not None:
        return Draft(at, stop, words(tokens, at, stop), (), tokens[at].ent)
    known = next((i for i in range(at + 1, stop) if longest_known(tokens, i, stop, gazetteer)), None)
    if known is not None and tokens[known - 1].lower in ("and", ",", "in"):
        stop = known - 1
    name = words(tokens, at, stop)
    return None if name.isupper() and stop - at == 1 and len(name) <= LETTERS else Draft(at, stop, name, (), tokens[at].ent)


def _is_torn(tokens: Sequence[Token], found: Draft, stop: int, gazetteer: Gazetteer) -> bool:
    """ "Foro Burunga", "East Wellega": the first word of a name that no list has may be a town elsewhere, and so may the second."""
    first, rest = tokens[found.start], tokens[found.end : stop]
    if len(rest) == 4 and _over_hyphens(tokens, found.end) == stop:
        return True
    if len(rest) != 1 or not (rest[0].text.isalpha() and rest[0].text[0].isupper() and rest[0].ent == first.ent in ("GPE", "LOC")):
        return False
    small = found.candidates[0].feature == "town" and found.candidates[0].weight < SMALL
    if not small and first.lower not in DIRECTIONS:
        return False
    other = longest_known(tokens, found.end, stop, gazetteer)
    near = {c.country for c in found.candidates}
    return other is None or not any(c.feature == "country" or c.country in near for c in other.candidates)


def longest_known(tokens: Sequence[Token], at: int, end: int, gazetteer: Gazetteer, shortest: int = 1) -> Draft | None:
    """The longest name from here on that the gazetteer knows."""
    for stop in range(min(end, at + LONGEST), at + shortest - 1, -1):
        last = tokens[stop - 1]
        if last.lower in JOINERS or last.tag == "POS" or (last.text.islower() and KINDS.get(last.lower) in _OUTSIDE):
            continue
        name = words(tokens, at, stop)
        candidates = gazetteer.lookup(name)
        if candidates and (stop - at == 1 or "and" not in name or tokens[at].ent == last.ent):
            return Draft(at, stop, name, candidates, tokens[at].ent)
    return None


def _whole(tokens: Sequence[Token], found: Draft, start: int, end: int) -> bool:
    """Whether the name is all of what the parser calls one, or stands alone in its run: "Ali" of "Hassan Ali" does not."""
    if found.end < end and tokens[found.end].lower == "and" and found.start and tokens[found.start - 1].lower == "between":
        return True  # the parser takes the two of "between Aleppo and Hama" for one name
    if tokens[found.start].ent:
        ent_start, ent_end = _entity(tokens, found.start)
        return found.start <= ent_start and found.end >= _without_kind(tokens, ent_end)
    before = found.start == start or not _in_name(tokens[found.start - 1])
    return before and (found.end >= end or not _in_name(tokens[found.end]))


def _in_name(token: Token) -> bool:
    other = (
        token.lower in DIRECTIONS
        or token.lower in KINDS
        or token.lower in ("and", "of")
        or token.ent in NAME_TYPES
        or token.ent == "NORP"
    )
    return token.text[:1].isupper() and not other


def _facility(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> Draft | None:
    """ "Mosul University", "Al Salem Hospital", "University of Mosul": a named building, whatever the parser calls it."""
    start, end = _entity(tokens, at)
    if start != at or end - at < 2 or tokens[at].ent not in _BUILDINGS:
        return None
    end -= tokens[end - 1].tag == "POS"
    if tokens[end - 1].lower in ROADS and any(token.text in "-–—" for token in tokens[at:end]):
        return None  # "Damascus-Homs highway" names two towns
    if "facility" not in (KINDS.get(tokens[at].lower), KINDS.get(tokens[end - 1].lower)):
        return None
    name = words(tokens, at, end)
    parts = (
        longest_known(tokens, i, end, gazetteer)
        for i in range(at, end)
        if tokens[i].lower not in KINDS and tokens[i].text[0].isupper()
    )
    inside = next((part.candidates for part in parts if part and part.end < end + 1 and part.end - part.start < end - at), ())
    return Draft(at, end, name, gazetteer.lookup(name), "FAC", inside)
