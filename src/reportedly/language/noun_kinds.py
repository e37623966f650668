"""What a common noun is, by its lemma alone, as `kinds.yaml` has it; repairs ask for it before anything else has read the sentence."""

from __future__ import annotations

from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.language.parse import Token


def kind_of(noun: Token) -> str:
    """"ARMED" of "soldiers", "" of a word that no kind lists."""
    return _kinds().get(noun.lemma, "")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {noun: kind for kind, nouns in load_data("kinds.yaml").items() for noun in nouns}
