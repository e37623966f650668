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
POSSESSIVE = re.compile(r"['’][sS]?$")
ELIDED = re.compile(r"^(?:[dlo]|al|el)['’](?=[^\W\d_]{3})", re.IGNORECASE)  # D'Aubuisson, O'Brien


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
    bare = POSSESSIVE.sub("", word)
    if len(bare) < 3 or is_ordinary(bare.lower()):
        return None
    if not re.search(r"[aeiouyàâäáãåéèêëíìîïóòôöõøúùûü]", bare.lower()):
        return bare.upper() + word[len(bare) :].lower()
    return capitalised(word)


def capitalised(word: str) -> str:
    """One capital, two behind an elided article: "Guerrero", "D'Aubuisson"."""
    elided = ELIDED.match(word)
    if elided is None:
        return word[:1].upper() + word[1:].lower()
    return capitalised(elided.group()[:-1]) + elided.group()[-1] + capitalised(word[elided.end() :])


def truecase(text: str, is_name: Callable[[str], str | None], phrases: Mapping[str, str] = MappingProxyType({})) -> str:
    """The text in ordinary case. `is_name(word)` gives the proper form of a name, or None for an ordinary word; `phrases`
    the proper form of names of several words, by their small letters ("united states")."""
    out, at, begins = [], 0, True
    words = list(WORD.finditer(text))
    fixed = _phrased(text, words, phrases)
    for n, match in enumerate(words):
        gap = text[at : match.start()]
        stops = gap[1:] if n and "." in words[n - 1].group() else gap  # the last stop of "U.S." ends no sentence
        begins = begins or any(c in ".!?" for c in stops)
        out += [gap, fixed.get(n) or _cased(match.group(), is_name, begins=begins)]
        at, begins = match.end(), False
    out.append(text[at:])
    done = "".join(out)
    return done if len(done) == len(text) else text


def _phrased(text: str, words: list[re.Match[str]], phrases: Mapping[str, str]) -> dict[int, str]:
    """The words of names of several words, by their number, longest names first. Lines may break inside a name."""
    fixed: dict[int, str] = {}
    for n in range(len(words)) if phrases else ():
        for size in range(min(LONGEST_NAME, len(words) - n), 1, -1):
            said = " ".join(text[words[n].start() : words[n + size - 1].end()].lower().split())
            name = phrases.get(said) or phrases.get(POSSESSIVE.sub("", said))
            if n not in fixed and name is not None:
                fixed |= _placed(WORD.findall(name), words[n : n + size], n)
                break
    return fixed


def _placed(proper: list[str], words: list[re.Match[str]], at: int) -> dict[int, str]:
    """The words of a name in its proper form, each where it stands, with its own ending: "FRONT'S" → "Front's"."""
    if len(proper) != len(words):
        return {}
    pairs = [(k, form, match.group()) for k, (form, match) in enumerate(zip(proper, words, strict=True))]
    return {at + k: form + word[len(form) :].lower() for k, form, word in pairs if word.lower().startswith(form.lower())}


def _cased(word: str, is_name: Callable[[str], str | None], *, begins: bool) -> str:
    bare = POSSESSIVE.sub("", word)
    for part in dict.fromkeys((word, bare)):
        name = is_name(part)
        if name is not None and len(name) == len(part):
            return name + word[len(part) :].lower()
    lower = word.lower()
    if len(lower) != len(word):
        return word
    return lower[0].upper() + lower[1:] if begins else lower
