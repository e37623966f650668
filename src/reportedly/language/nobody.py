"""Subjects that are nobody."""

from __future__ import annotations

from reportedly.language.parse import Token

NOBODY = frozenset(["none", "nobody", "neither", "no-one", "nothing"])


def none_of(subject: Token) -> Token | None:
    """The word that makes a subject nobody: "no group", "none of them", "nobody", "neither the army nor the clan", "not a single shot", "not a shot", "not one of the shells"."""
    if subject.lower in NOBODY:
        return subject
    first = subject.head if subject.dep == "conj" else subject
    single = [t for t in (first, *first.children) if t.lower in ("single", "one")]
    if single and not any(c.lower == "but" for t in single for c in t.children) and (no := next((c for t in (first, *single) for c in t.children if c.lower == "not"), None)) is not None:
        return no
    return _not_a(first) or next((c for c in first.children if c.dep in ("det", "neg", "preconj") and c.lower in ("no", "neither")), None)


def _not_a(noun: Token) -> Token | None:
    """"not a shot was fired"; "not a few" are many."""
    a = next((c for c in noun.all("det") if c.lower in ("a", "an")), None)
    no = next((c for c in noun.children if a is not None and c.lower == "not" and c.i == a.i - 1), None)
    return no if noun.tag == "NN" and not any(c.lower in ("few", "little") for c in noun.children) else None
