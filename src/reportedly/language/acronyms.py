"""Short names that a report spells out: "Workers' Defence Union (WDU)", "WDU [Workers' Defence Union]".

In a text in capitals nothing else says that these words are names. Agencies translate the name and keep the acronym of the
original ("ELN [Army of National Liberation]"), so it is enough that most of the letters are there, in any order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from reportedly.codebooks.data import load_data

WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]{2,90}?)\s*[)\]]")
SQUARE = re.compile(r"\[\s*([^\[\]]{2,90}?)\s*\]")
FOOTNOTE = re.compile(r"(?<![\s(\[])\[(?:\d{1,3}|(?:note|nb|n) \d{1,3})\]", re.IGNORECASE)  # right behind a word: "was freed.[3][4]"; "[3] miles" is the text's
LONGEST = 8  # letters of an acronym, words of a name
LEAST = 2  # letters that must be there
OF = frozenset({"of", "the", "and", "for", "in", "to", "on"})


def spelled_out(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each acronym with the words that it stands for, as the text writes them."""
    for match in BRACKETS.finditer(text):
        inside = WORD.findall(match[1])
        before = WORD.findall(text[max(0, match.start() - 120) : match.start()])
        if len(inside) == 1 and 2 <= len(inside[0]) <= LONGEST:
            if name := _name_before(before, inside[0]):
                yield inside[0], name
        elif before and _follows(text, match.start(), before[-1]) and is_short_for(before[-1], inside):
            yield before[-1], inside


def is_short_for(acronym: str, words: list[str]) -> bool:
    """Whether at least half of an acronym's letters, and two, are the initials of a name's words."""
    return 2 <= len(words) <= LONGEST and 2 <= len(acronym) <= LONGEST and _shared(acronym, words) >= max(LEAST, len(acronym) / 2)


def without_notes(text: str) -> str:
    """The text with blanks in place of a monitor's notes in square brackets, of footnote marks, and of an acronym's meaning
    behind it: all stand between words that belong together ("WDU [Workers' Defence Union] members"). Its length stays."""

    def blank(match: re.Match[str]) -> str:
        before = WORD.findall(text[max(0, match.start() - 30) : match.start()])
        meaning = before and _follows(text, match.start(), before[-1]) and is_short_for(before[-1], WORD.findall(match[1]))
        return " " * len(match[0]) if meaning or is_note(match[1]) else match[0]

    return SQUARE.sub(blank, FOOTNOTE.sub(lambda m: " " * len(m[0]), text)) if "[" in text else text


def is_note(words: str) -> bool:
    """A note on the text: "words indistinct", "as received"."""
    return _notes().fullmatch(" ".join(words.split())) is not None


@lru_cache(maxsize=1)
def _notes() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['note']})" for row in load_data("notes.yaml")), re.IGNORECASE)


def _name_before(words: list[str], acronym: str) -> list[str] | None:
    """The fewest words right before an acronym that have all its letters but one; for two letters both."""
    sizes = [n for n in range(2, min(LONGEST, len(words)) + 1) if words[-n].lower() not in OF]
    best = max(sizes, key=lambda n: (_shared(acronym, words[-n:]), -n), default=0)
    return words[-best:] if best and _shared(acronym, words[-best:]) >= max(LEAST, len(acronym) - 1) else None


def _shared(acronym: str, words: list[str]) -> int:
    initials = Counter(w[0].lower() for w in words if w.lower() not in OF)
    return (initials & Counter(acronym.lower())).total()


def _follows(text: str, bracket: int, word: str) -> bool:
    return text[:bracket].rstrip().endswith(word)
