"""Whether "he" or "she" can mean somebody, as far as a title, a word or a first name tells (`codebooks/genders.yaml`)."""

from __future__ import annotations

from functools import lru_cache

from reportedly.codebooks.data import load_data

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Nouns and titles, as lemmas, by gender."""
    return {word: gender for gender, words in load_data("genders.yaml")["words"].items() for word in words}


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {name: gender for gender, names in load_data("genders.yaml")["names"].items() for name in names}


@lru_cache(maxsize=1)
def armed() -> frozenset[str]:
    """Nouns for one who bears arms: "an officer", whom "he" can mean, and no army."""
    return frozenset(load_data("genders.yaml")["armed"])


@lru_cache(maxsize=1)
def of_many() -> frozenset[str]:
    """Nouns for one of a crowd: "a worker", whom "he" can mean, and no community."""
    return frozenset(load_data("genders.yaml")["of_many"])


def of_word(word: str) -> str | None:
    """"female" for "spokeswoman" and "mrs", "male" for "king"; None for what is said of both."""
    return _words().get(word.lower().rstrip("."))


def of_name(name: str) -> str | None:
    """By the first of several names; a lone name is most often a surname."""
    first, _, rest = name.partition(" ")
    return _names().get(first) if rest else None


def of_pronoun(pronoun: str) -> str | None:
    """"male" for "he", "female" for "she"; None for "they"."""
    return "male" if pronoun in HE else "female" if pronoun in SHE else None
