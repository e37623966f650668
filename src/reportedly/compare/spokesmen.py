"""For which body somebody with a name speaks: "its spokesman, Colonel Adda, said". The body and who speaks for it are one origin."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.compare.names import name_words, same_name

LONGEST = 5  # words of a body's name
_SPOKES = r"spokes(?:man|woman|person)"
_OWN = frozenset({"its", "their"})


def spoken_for(name: str, text: str, last: str | None) -> str | None:
    """The body for which the words of a claim say that a name speaks; `last` is the body that spoke or did something before it, for "its"."""
    if "spokes" not in text:
        return None
    before, behind = _patterns(name)
    if (found := before.search(text)) is not None:
        words = re.split(r"[.,;:“”\"](?:\s|$)", text[: found.start()])[-1].split()[-LONGEST:]
        return last if words and words[-1].lower() in _OWN else " ".join(words) or None
    found = behind.search(text)
    return found["body"].strip() if found is not None else None


@lru_cache(maxsize=10_000)
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    who = re.escape(name)
    return (
        re.compile(rf"\b{_SPOKES},?\s+(?:[A-Z][\w.’'-]*\s+){{0,3}}{who}\b"),
        re.compile(rf"{who},\s+(?:a|an|the|its)?\s*(?:\w+\s+)?{_SPOKES}\s+(?:for|of)\s+(?:the\s+)?(?P<body>(?:[\w.’'-]+ ?){{1,{LONGEST}}})"),
    )


def is_body(said: str, name: str) -> bool:
    """Whether what stands before or behind "spokesman" ends or begins with a body's name: "told reporters the army", of the army."""
    words = said.split()
    runs = [words[n:] for n in range(len(words))] + [words[:n] for n in range(1, len(words))]
    return any(name_words(" ".join(run)) and same_name(" ".join(run), name) for run in runs)
