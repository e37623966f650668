"""Sentences that talk of sport, markets, culture or weather, where words of conflict mean something else.

"Tranmere's attack struck after four minutes": such a sentence tells no assault, unless somebody or something of conflict is
in it. Words in `codebooks/domains.yaml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.language.parse import Parse
from reportedly.spans import Span

OF_REPORT = 5  # distinct words of a domain, one of them strong, make a report one of it …
MISHAPS = ("traffic", "outdoors")  # a report that begins with a hit-and-run or a climber's fall is of it throughout
OF_LEAD = 2
DENSITY = 30  # … if there is one in so many words at least


WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one list as a pattern over running text. `first` holds the beginnings of all: a text without any of them is not searched."""

    pattern: re.Pattern[str]
    first: frozenset[str]


@dataclass(frozen=True, slots=True)
class Domain:
    strong: Words
    any: Words


@lru_cache(maxsize=1)
def domains() -> dict[str, Domain]:
    """The domains of `domains.yaml`, as patterns over running text."""
    data = load_data("domains.yaml").items()
    return {name: Domain(_words(lists["strong"]), _words([*lists["strong"], *lists["weak"]])) for name, lists in data}


def _words(words: list[str]) -> Words:
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])", re.IGNORECASE)
    return Words(pattern, frozenset(WORD.findall(word.lower())[0] for word in words))


def elsewhere(parse: Parse) -> dict[int, frozenset[str]]:
    """The domains that each sentence talks of, by sentence number; a sentence of none is left out."""
    text = parse.document.text
    words = sum(len(s.tokens) for s in parse.sentences)
    said = {s.number: frozenset(WORD.findall(text[s.span.start : s.span.end].lower())) for s in parse.sentences}
    everything = frozenset(WORD.findall(text.lower()))
    whole = frozenset(name for name, domain in domains().items() if not domain.strong.first.isdisjoint(everything) and _is_of(domain, text, words))
    lead = [s for s in parse.sentences if not s.part][:OF_LEAD]
    whole |= {name for name in MISHAPS for s in lead if _holds(domains()[name].strong, text, s.span, said[s.number])}
    found = {s.number: whole | {n for n, d in domains().items() if _holds(d.strong, text, s.span, said[s.number])} for s in parse.sentences}
    return {number: names for number, names in found.items() if names}


def _holds(words: Words, text: str, span: Span, said: frozenset[str]) -> bool:
    return not words.first.isdisjoint(said) and words.pattern.search(text, span.start, span.end) is not None


def _is_of(domain: Domain, text: str, words: int) -> bool:
    if domain.strong.pattern.search(text) is None:
        return False
    hits = [m.group().lower() for m in domain.any.pattern.finditer(text)]
    return len(set(hits)) >= OF_REPORT and len(hits) * DENSITY >= words
