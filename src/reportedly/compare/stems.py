"""Words as comparing sees them: lemma, then stem, without the words that every report has. Cached: news repeats itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import simplemma
import snowballstemmer

from reportedly.codebooks.data import read_yaml

WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
POSSESSIVE = re.compile(r"'s?\b")
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=8)
def words_data(name: str) -> Any:
    """The content of `compare/NAME`. Callers must not change it."""
    return read_yaml(Path(str(resources.files("reportedly.compare").joinpath(name))))


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    return frozenset(words_data("words.yaml")["common"])


@lru_cache(maxsize=32)
def stemmed(name: str) -> frozenset[str]:
    """The stems of a list of words in `words.yaml`."""
    return frozenset(map(stem, words_data("words.yaml")[name]))


def plain(text: str) -> str:
    """Without accents and possessives, lower case."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text.replace("’", "'")) if not unicodedata.combining(c))
    return POSSESSIVE.sub("", text.casefold())


def words(text: str) -> list[str]:
    """The plain words of a text, in order; "U.S." is one word, "five-boat" two."""
    return " ".join(WORD.findall(plain(text))).replace(".", "").split()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """One plain word's stem: "captured", "captures" and "capturing" are one, and so are "sank" and "sunk"."""
    return words_data("words.yaml")["stems"].get(word) or str(_STEMMER.stemWord(simplemma.lemmatize(word, lang="en").casefold()))


def stems(text: str) -> Iterator[str]:
    """The stems of a text's words, without common ones."""
    common = common_words()
    return (stem(w) for w in words(text) if w not in common)


def stem_set(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(s for text in texts for s in stems(text))
