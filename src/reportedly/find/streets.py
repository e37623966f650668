"""Streets and roads by their form: "Sunny Hills Drive", "County Highway 43". Hardly one is in the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from reportedly.find.place_mention import Draft, words
from reportedly.knowledge.files import OWN, read_yaml
from reportedly.language.parse import Token

LONGEST = 3  # words before "Street"


def streets(tokens: Sequence[Token]) -> Iterator[Draft]:
    """Each street of a sentence. It has no candidates: where it lies is for the rest of the report to say."""
    done = 0
    for at in range(len(tokens)):
        start, end = _numbered(tokens, at) or _named(tokens, at) or (0, 0)
        if end and start >= done:
            done = end
            yield Draft(start, end, words(tokens, start, end), (), "FAC")


def _numbered(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "Highway 19", with whose it is."""
    if not _is(tokens[at], "numbered") or at + 1 == len(tokens) or not tokens[at + 1].text[0].isdigit():
        return None
    start = at
    while start > 0 and _is(tokens[start - 1], "owner"):
        start -= 1
    return start, at + 2


def _named(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "North Main Street": the capitalised words before its last."""
    if not _is(tokens[at], "last"):
        return None
    start = at
    while start > 0 and tokens[start - 1].text[0].isupper() and tokens[start - 1].pos in ("PROPN", "ADJ", "NOUN"):
        start -= 1
    return (start, at + 1) if 0 < at - start <= LONGEST else None


def _is(token: Token, kind: str) -> bool:
    return token.text[0].isupper() and token.lower in _forms()[kind]


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[str]]:
    """The words of `knowledge/streets.yaml`."""
    content: Any = read_yaml(OWN / "streets.yaml")
    return {kind: frozenset(listed) for kind, listed in content.items()}
