"""Noun phrases as words of the report: where they start and end, and what they are called.

A phrase runs from its first modifier to its head; of what follows the head, only the "of" and "for" phrases that make
its name ("head of the defence committee", "spokesman for the mayor") belong to it.
"""

from __future__ import annotations

from reportedly.codebooks.operators import voice_words
from reportedly.language.parse import Token
from reportedly.spans import Span

LEFT = ("compound", "amod", "nummod", "poss", "nmod", "quantmod", "advmod", "det", "predet", "case", "npadvmod", "punct", "neg")
ARTICLES = frozenset({"the", "a", "an"})
NOBODY = frozenset({"one", "a", "single"})
RELATIONAL = frozenset(
    ["head", "chief", "member", "leader", "commander", "director", "minister", "secretary", "president", "king", "government", "ministry", "army", "forces", "office", "council", "command", "committee", "commission", "city", "town", "village", "province", "district", "department", "house", "bank", "party", "state", "republic", "kingdom", "emirate", "university", "son", "brother", "daughter", "wife", "mother", "father", "family", "residents", "people", "supporters", "allies", "units", "part", "parts", "remains", "number", "group", "revolutionary", "organisation", "organization", "front", "movement", "union", "league", "society", "association", "board", "court", "agency", "service", "authority", "faction", "wing", "branch", "chairman", "speaker", "mayor", "governor", "ambassador", "envoy", "relatives", "spokesman", "element", "elements", "branch", "wing", "remnants", "remnant"]
)
PARTITIVE = frozenset(
    ["group", "number", "hundred", "thousand", "dozen", "score", "ten", "million", "lot", "couple", "handful", "series", "wave", "members", "member", "part", "some", "any", "many", "most", "several", "all", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "majority", "half", "third", "quarter", "total", "host", "array", "variety", "quantity", "quantities", "band", "string", "spate", "rest", "last", "sea", "crowd", "dozens", "hundreds", "thousands", "scores", "tens", "millions", "kg", "kilo", "kilos", "kilogram", "kilograms", "ton", "tons", "tonne", "tonnes", "sacks", "crates", "truckloads", "percent"]
)
ROWS = frozenset(["column", "contingent", "flotilla", "squadron"])  # "a convoy" is struck as such


def head_of(noun: Token) -> Token:
    """The noun that counts: "hundreds of Iranian troops", "two of the porters", "a column of Sudanese tanks" → the last noun; "members of the group" stays; of "one of them,
    Ali Hassan" the name."""
    seen = 0
    if noun.lower in ROWS and (row := next((p for c in noun.all("prep") if c.lower == "of" for p in c.all("pobj") if p.tag == "NNS" and p.first("amod", "compound", "nummod") is not None), None)) is not None:
        return row
    if noun.lower in ("one", "another") and (named := next((a for a in noun.all("appos") if a.pos == "PROPN" and a.i > noun.i), None)) is not None:
        return named
    while (noun.lower in PARTITIVE or noun.tag == "CD") and noun.lower not in ("group", "band", "part", "members", "member") and seen < 3:
        of = next((p for c in noun.all("prep") if c.lower in ("of",) for p in c.all("pobj")), None)
        if of is None or of.lower in ("them", "us", "those", "which", "whom"):
            break
        noun, seen = of, seen + 1
    return noun


def span_of(noun: Token, *, article: bool = False, following: bool = True) -> Span:
    """The phrase's words, without a leading article unless asked for."""
    left = noun
    for child in sorted((c for c in noun.children if c.i < noun.i), key=lambda c: -c.i):
        if child.dep not in LEFT:
            continue
        if child.dep == "punct" and child.lower not in ("-", "–", "."):
            break
        left = min(child.subtree(), key=lambda t: t.i) if child.dep not in ("punct",) else child
    start = left.start
    if not article and left.lower in ARTICLES and left is not noun:
        start = _after(left, noun)
    elif not article and left is not noun and (left.lower == "not" or (left.lower == "no" and left.head is noun)) and not any(t.lower in ("fewer", "less", "more", "longer") for t in noun.subtree() if t.i == left.i + 1):
        start = _after(_last_nobody(left, noun), noun)  # "no civilians", "not one police bullet": the civilians, the bullet
    start = min([start, *(t.start for t in noun.head.children if t.lower == "no" and t.end + 1 == start and noun.dep in ("nsubj", "nsubjpass", "dobj"))])  # "No fewer than 19 farmers"
    return Span(start, _end(noun, following=following))


def _last_nobody(no: Token, noun: Token) -> Token:
    """The last of "not one", "not a single" before a noun."""
    for word in sorted((t for t in noun.subtree() if no.i < t.i < noun.i), key=lambda t: t.i):
        if word.lower not in NOBODY or no.lower == "no" or any(c.lower == "but" for c in word.children):
            break
        no = word
    return no


def bare_pair(noun: Token) -> Token | None:
    """The second of "villages and towns": two bare nouns are one phrase. What clashes are between are two, and so are "police and members of a gang"."""
    second = next((c for c in noun.children if c.dep == "conj" and c.pos == noun.pos == "NOUN" and c.i > noun.i), None)
    if second is None or (noun.dep == "pobj" and noun.head.lower == "between") or any(c.pos == "PROPN" or (c.lower == "(" and noun.i < c.i < second.i) for c in noun.children):
        return None
    return None if any(c.dep in ("compound", "amod", "nmod", "nummod", "det", "poss", "conj") or c.lower == "of" for c in second.children) else second


def _after(article: Token, noun: Token) -> int:
    inside = [t for t in noun.subtree() if article.i < t.i <= noun.i]
    return min((t.start for t in inside), default=noun.start)


def _end(noun: Token, *, following: bool) -> int:
    number = next((c for c in noun.children if c.pos == "NUM" and c.i == noun.i + 1), None) if noun.pos == "PROPN" else None
    end = number.end if number is not None else noun.end  # "National Road 5"
    if not following:
        return end
    if (pair := bare_pair(noun)) is not None:
        end = pair.end
    relational = noun.lemma in RELATIONAL or noun.lower in RELATIONAL or noun.lemma in voice_words().spokes or noun.ent in ("ORG", "FAC", "EVENT")
    for prep in noun.all("prep"):
        if prep.i > noun.i and prep.lower in ("of", "for") and relational:
            for pobj in prep.all("pobj")[:1]:
                end = max(end, _end(pobj, following=True))
    return end


def name_words(noun: Token) -> list[Token]:
    """The words of the proper name that the head belongs to, left to right: titles and other modifiers left out."""
    if not noun.ent:
        return [noun] if noun.pos == "PROPN" else []
    words = [noun]
    for child in sorted((c for c in noun.children if c.i < noun.i), key=lambda c: -c.i):
        if child.dep in ("compound", "amod", "nmod", "punct", "det", "flat") and child.ent == noun.ent and child.i >= words[0].i - 2:
            words.insert(0, child)
            words[0:1] = sorted((t for t in child.subtree() if t.ent == noun.ent and t.i <= child.i), key=lambda t: t.i)
        else:
            break
    return words
