"""What a common noun is, by `kinds.yaml` alone; repairs ask for it before anything else has read the sentence."""

from __future__ import annotations

from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.language.parse import Token


@lru_cache(maxsize=1)
def lexicon() -> dict[str, str]:
    """Noun lemma (or phrase) → kind."""
    return {noun: kind for kind, nouns in load_data("kinds.yaml").items() for noun in nouns}


def kind_of(noun: Token) -> str:
    """"ARMED" of "soldiers", "" of a word that no kind lists; longest phrase first: "security forces" before "forces"."""
    table = lexicon()
    if noun.lemma in _services() and any(c.dep in ("amod", "compound", "poss", "nmod") and (c.ent in ("NORP", "GPE", "ORG") or c.known) for c in noun.children):
        return "STATE"  # "Ukrainian intelligence said": those who gather it
    for phrase in phrases_of(noun):
        if kind := table.get(phrase):
            return kind
    return table.get(noun.lower) or table.get(noun.lemma) or ""  # "thousands" marched; a thousand is a number


@lru_cache(maxsize=1)
def _services() -> frozenset[str]:
    return frozenset(load_data("targets.yaml")["services"])


def kind_of_one(name: Token) -> str:
    """What one of several is that a title or a name counts, "PERSON" of "Ministers": the model leaves their lemma as it stands."""
    return lexicon().get(name.lower.removesuffix("s"), "")


def phrases_of(noun: Token) -> list[str]:
    """A noun with the word right before it, by its lemma and as it stands."""
    before = next((c for c in noun.children if c.i == noun.i - 1 and c.dep in ("compound", "amod")), None)
    return [f"{before.lower} {noun.lemma}", f"{before.lower} {noun.lower}"] if before is not None else []
