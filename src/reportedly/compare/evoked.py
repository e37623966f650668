"""Which words tell of one deed: those that a frame of the codebook has as its triggers ("kidnapped" and "abducted")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reportedly.codebooks.frames import load_codebook
from reportedly.compare.stems import stem


@lru_cache(maxsize=50_000)
def frames_of(trigger: str) -> frozenset[str]:
    """The frames that a trigger's stem evokes by itself."""
    return _by_stem().get(trigger, frozenset())


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, frame in _words():
        found.setdefault(word, set()).add(frame)
    return {word: frozenset(frames) for word, frames in found.items()}


def _words() -> Iterator[tuple[str, str]]:
    book = load_codebook()
    for index in (book.verbs, book.nouns, book.adjectives):
        for lemma, rows in index.items():
            yield from ((stem(lemma), frame.id) for rest, frame in rows if not rest)
