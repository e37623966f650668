"""Are two names one? Within an incident and a report the same words, a short form, or the body that a voice speaks for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from reportedly.compare.stems import plain, stem, stemmed, words, words_data
from reportedly.knowledge import load_knowledge


@lru_cache(maxsize=8)
def _set(name: str) -> frozenset[str]:
    return frozenset(words_data("words.yaml")[name])


@lru_cache(maxsize=1)
def _usual() -> dict[str, str]:
    """The usual word for each other one: a state's name for its adjective ("Indian navy" is India's), full names for short ones."""
    known = load_knowledge()
    states = {word: codes[0] for index in (known.words.adjectives, known.words.demonyms) for word, codes in index.items() if len(codes) == 1}
    of_code = {e.country: e.name for e in known.entries.values() if e.kind == "state" and e.country}
    same: dict[str, str] = words_data("words.yaml")["same"]
    return {plain(word): plain(of_code[code]) for word, code in states.items() if code in of_code} | same


@lru_cache(maxsize=100_000)
def nations(name: str) -> frozenset[str]:
    """The states whose adjectives stand in a name: "Thai fishing trawler" → {THA}."""
    return frozenset(_adjectives()[word] for word in words(name) if word in _adjectives())


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    """Of each adjective that one state alone has, that state's code."""
    return {plain(word): codes[0] for word, codes in load_knowledge().words.adjectives.items() if len(codes) == 1}


@lru_cache(maxsize=200_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words that make a name: without titles, articles and numbers; the usual other names put into one."""
    every = [part for word in words(name) for part in _usual().get(word, word).split()]
    kept = tuple(w for w in every if w not in _set("titles") and not w.isdigit())
    return kept or tuple(w for w in every if w not in ("the", "a", "an"))


@lru_cache(maxsize=200_000)
def name_stems(name: str) -> tuple[str, ...]:
    return tuple(stem(w) for w in name_words(name))


@lru_cache(maxsize=200_000)
def head(name: str) -> str:
    """The stem of a phrase's head: "23 Somalian pirates" → pirat; "boats of the pirates" → boat; "separatist forces" → separatist."""
    before = plain(name).split(" of ")[0].split(" in ")[0]
    kept = name_stems(before)
    while len(kept) > 1 and kept[-1] in stemmed("hollow"):
        kept = kept[:-1]
    return kept[-1] if kept else ""


def same_name(one: str, other: str) -> bool:
    """Equal words, or the one is the other shortened and ends alike (Putin, Vladimir Putin; the ministry, the Defence Ministry)."""
    a, b = name_stems(one), name_stems(other)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return bool(short) and short[-1] == long[-1] and set(short) <= set(long)


@lru_cache(maxsize=100_000)
def body_of(name: str) -> str | None:
    """The body that this voice speaks for: "navy spokesman" → navy; None when it speaks for itself, "" when no body is named."""
    parts = plain(name).split()
    shown = name.split() if len(name.split()) == len(parts) else parts  # as it is written, for it will be read
    speakers = _set("speaks_for")
    if not parts or not speakers & set(parts):
        return None
    for joint in ("of", "for", "from", "by"):
        if joint in parts and set(parts[: parts.index(joint)]) & speakers:
            return " ".join(shown[parts.index(joint) + 1 :])
    cut = next(i for i, word in enumerate(parts) if word in speakers)
    body = " ".join(w for w in shown[:cut] if w.lower() not in ("the", "a", "an"))
    return body.removesuffix("'s").removesuffix("’s")


@lru_cache(maxsize=100_000)
def is_nobody(name: str) -> bool:
    """True for a voice without a name: "military source", "two residents", "Iraqi officials". A proper name has a capital head."""
    before = re.split(r" (?:of|in|at|from|with|close|near|who|inside) ", name)[0]
    last = (before.split() or [""])[-1]
    return last[:1].islower() and plain(last) in _set("nobody")


def folded(names: Iterable[str]) -> dict[str, str]:
    """Each name → the fullest name that it is a short form of. A short form of two different names stays itself: no guess is made."""
    every = sorted(set(names), key=lambda n: (-len(name_stems(n)), name_stems(n), "'" in n or "’" in n, n))
    out: dict[str, str] = {}
    for name in every:
        kept = list(dict.fromkeys(out.values()))
        equal = [k for k in kept if name_stems(k) == name_stems(name)]
        fuller = [k for k in kept if same_name(name, k)]
        out[name] = equal[0] if equal else fuller[0] if len(fuller) == 1 else name
    return out
