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

OF_REPORT = 5  # distinct words of a domain, one of them strong, make a report one of it …
DENSITY = 30  # … if there is one in so many words at least


@dataclass(frozen=True, slots=True)
class Domain:
    strong: re.Pattern[str]
    any: re.Pattern[str]


@lru_cache(maxsize=1)
def domains() -> dict[str, Domain]:
    """The domains of `domains.yaml`, as patterns over running text."""
    data = load_data("domains.yaml").items()
    return {name: Domain(_pattern(lists["strong"]), _pattern([*lists["strong"], *lists["weak"]])) for name, lists in data}


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])", re.IGNORECASE)


def elsewhere(parse: Parse) -> dict[int, frozenset[str]]:
    """The domains that each sentence talks of, by sentence number; a sentence of none is left out."""
    text = parse.document.text
    words = sum(len(s.tokens) for s in parse.sentences)
    whole = frozenset(name for name, domain in domains().items() if _is_of(domain, text, words))
    found = {s.number: whole | {n for n, d in domains().items() if d.strong.search(text, s.span.start, s.span.end)} for s in parse.sentences}
    return {number: names for number, names in found.items() if names}


def _is_of(domain: Domain, text: str, words: int) -> bool:
    hits = [m.group().lower() for m in domain.any.finditer(text)]
    return len(set(hits)) >= OF_REPORT and len(hits) * DENSITY >= words and domain.strong.search(text) is not None
