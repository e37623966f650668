"""Reports in capitals and Headlines In Title Case, put into ordinary case before they are parsed.

Length never changes, so offsets hold. A word keeps its capital when the report itself writes it so in running
text, or when it belongs to a known name; the rest goes to lower case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
SMALL = frozenset(
    ["a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "from", "by", "for", "with", "as", "into", "over", "after", "before", "under", "against", "near", "off", "up", "out", "about", "between", "during", "amid", "than", "via", "per", "is", "are", "was", "were", "be", "been"]
)
CAPITALS_SHARE = 0.7
LONGEST_NAME = 6  # words
NEAR = 8  # characters: what stands between a sentence's end and the next one's first word


def is_capitals(text: str) -> bool:
    """Mostly upper-case letters, in more than a few words: a wire report of the old kind."""
    letters = "".join(WORD.findall(text))
    return len(letters) >= 20 and sum(map(str.isupper, letters)) / len(letters) >= CAPITALS_SHARE


def is_title_case(text: str) -> bool:
    """Nearly every word that is not small begins with a capital."""
    words = [w for w in WORD.findall(text) if w.lower() not in SMALL]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) / len(words) >= 0.85


def cased_words(text: str) -> frozenset[str]:
    """Words written with a capital inside sentences: names, as this report writes them."""
    names = set()
    for match in WORD.finditer(text):
        if not match.group()[0].isupper():
            continue
        before = text[max(0, match.start() - NEAR) : match.start()].rstrip(" \t\"'“‘(")[-1:]
        if before not in ("", ".", "!", "?", "\n", ":", "”", '"'):
            names.add(match.group())
    return frozenset(names)


def lower_words(text: str) -> frozenset[str]:
    """Words that the report writes in lower case somewhere."""
    return frozenset(m.group() for m in WORD.finditer(text) if m.group().islower())


def as_name(word: str, is_ordinary: Callable[[str], bool]) -> str | None:
    """A word that is no ordinary one is taken for a name, "Walikale", "Baeza"; without a vowel for an abbreviation."""
    bare = re.sub(r"['’][sS]?$", "", word)
    if len(bare) < 3 or is_ordinary(bare.lower()):
        return None
    if not re.search(r"[aeiouyàâäáãåéèêëíìîïóòôöõøúùûü]", bare.lower()):
        return word.upper()
    return word[0].upper() + word[1:].lower()


def truecase(text: str, is_name: Callable[[str], str | None], phrases: Mapping[str, str] = MappingProxyType({})) -> str:
    """The text in ordinary case. `is_name(word)` gives the proper form of a name, or None for an ordinary word; `phrases`
    the proper form of names of several words, by their small letters ("united states")."""
    out, at, begins = [], 0, True
    words = list(WORD.finditer(text))
    fixed = _phrased(text, words, phrases)
    for n, match in enumerate(words):
        gap = text[at : match.start()]
        begins = begins or any(c in ".!?" for c in gap)
        out += [gap, fixed.get(n) or _cased(match.group(), is_name, begins=begins)]
        at, begins = match.end(), False
    out.append(text[at:])
    done = "".join(out)
    return done if len(done) == len(text) else text


def _phrased(text: str, words: list[re.Match[str]], phrases: Mapping[str, str]) -> dict[int, str]:
    """The words of names of several words, by their number, longest names first."""
    fixed: dict[int, str] = {}
    for n in range(len(words)) if phrases else ():
        for size in range(min(LONGEST_NAME, len(words) - n), 1, -1):
            name = phrases.get(text[words[n].start() : words[n + size - 1].end()].lower())
            if n not in fixed and name is not None:
                proper = WORD.findall(name)
                fixed |= {n + k: word for k, word in enumerate(proper) if len(proper) == size and len(word) == len(words[n + k].group())}
                break
    return fixed


def _cased(word: str, is_name: Callable[[str], str | None], *, begins: bool) -> str:
    name = is_name(word)
    if name is not None and len(name) == len(word):
        return name
    lower = word.lower()
    if len(lower) != len(word):
        return word
    return lower[0].upper() + lower[1:] if begins else lower
