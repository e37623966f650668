"""Time words as classes: every token becomes one character, so that a grammar over tokens is a regular expression.

The words stand in `codebooks/times.yaml`. `classify` writes "on Wednesday morning" as the characters of the classes
`on weekday part`; `rule` compiles a pattern written with class names: `<weekday> <part>?`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportedly.codebooks.data import load_data
from reportedly.language.parse import Token

NOTHING = "."

# One character a class. Those of `CORE` say a time; a sentence without one needs no reading.
CLASSES = {
    "weekday": "W", "month": "M", "season": "S", "unit": "U", "part": "P", "day": "T", "overnight": "O", "weekend": "K",
    "num": "d", "year": "y", "number": "n", "ord": "o", "date": "D", "stamp": "Z", "clock": "c", "decade": "e", "joined": "g",
    "word": "w", "last": "l", "past": "p", "previous": "r", "next": "x", "following": "f", "coming": "k", "this": "t", "current": "C",
    "same": "m", "recent": "R", "since": "s", "until": "u", "before": "b", "after": "a", "between": "B", "from": "F", "to": "2",
    "and": "&", "of": "=", "the": "h", "a": "1", "prep": "i", "on": "@", "section": "q", "edge": "z", "half": "H", "ordinalword": "N",
    "ago": "A", "earlier": "E", "later": "L", "vaguecount": "v", "each": "X", "comma": ",", "dash": "-", "open": "(", "s": "'",
    "clockword": "Q", "zone": "Y", "time": "I", "so": "j", "far": "J", "eve": "V", "more": "+", "than": ">", "about": "~", "loose": "G", "named": "*",
    "that": "5", "into": "6", "light": "7", "close": ")", "anniversary": "8", "cityzone": "9", "dayspan": "4",
}  # fmt: skip
CORE = frozenset(CLASSES[name] for name in (
    "weekday", "month", "season", "unit", "part", "day", "overnight", "weekend", "year", "date", "stamp", "clock", "decade", "joined",
    "ago", "earlier", "far", "eve", "clockword", "loose", "ord", "named",
))  # fmt: skip

LEAD = frozenset(CLASSES[name] for name in ("prep", "on"))  # prepositions that a mention leaves out

_YEAR = re.compile(r"(?:19|20)\d\d$")
_DATE = re.compile(r"(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$")
_STAMP = re.compile(r"(?:\d{4}-\d\d-)?\d\dT\d\d:\d\d", re.IGNORECASE)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?:[ap]\.?m\.?)?$|\d{1,2}[ap]m$", re.IGNORECASE)
_SPAN = re.compile(r"\d{1,2}[-–]\d{1,2}$")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)$")
_PIECE = re.compile(r"(?<!\?P)<(?:\w+:)?(?P<names>[\w|]+)>(?P<may>\?)?|[()]")
_DECADE = re.compile(r"['’]?(?:(?:19|20)?\d0)s$")


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The tables of `times.yaml`, ready for look-up."""

    classes: dict[str, str]
    data: dict[str, Any]
    capital_only: frozenset[str]
    never_verb: frozenset[str]
    numbers: dict[str, int]
    bodies: frozenset[str]


@lru_cache(maxsize=1)
def time_words() -> TimeWords:
    data: dict[str, Any] = load_data("times.yaml")
    classes: dict[str, str] = {}
    numbers: dict[str, int] = {w: int(v) for w, v in load_data("numbers.yaml")["words"].items()}
    for name, table in (("word", numbers), ("part", data["parts"]), ("season", data["seasons"]), ("day", data["days"]), ("unit", data["units"]), ("cityzone", data["city_zones"])):
        classes |= dict.fromkeys(table, CLASSES[name])
    for name, words in data["words"].items():
        classes |= dict.fromkeys(words, CLASSES[name])
    for name, table in (("month", data["months"]), ("weekday", data["weekdays"])):
        classes |= dict.fromkeys(table, CLASSES[name])
    return TimeWords(classes, data, frozenset(data["capital_only"]), frozenset(data["never_verb"]), numbers, frozenset(data["bodies"]))


def section_of(section: str, unit: str) -> tuple[int, int] | None:
    """A part of a month in days, of a year in months, of a decade in years, both ends inclusive; None when it has no such part.

    "first 6 months" is counted out, from the front or from the back (of a month's 31 days).
    """
    if found := re.fullmatch(r"(first|last|final) (\d+) (day|week|month)s", section):
        size, part = {"day": ("month", 1), "week": ("month", 7), "month": ("year", 1)}[found[3]]
        count, whole = int(found[2]) * part, 12 if size == "year" else 31
        if unit != size or count > whole:
            return None
        return (1, count) if found[1] == "first" else (whole + 1 - count, whole)
    bounds = time_words().data["sections"].get(section, {}).get(unit)
    return (bounds[0], bounds[1]) if bounds else None


def classify(tokens: Sequence[Token]) -> str:
    """The classes of the tokens, one character each."""
    words = time_words()
    get, careful = words.classes.get, words.capital_only
    out = []
    for token in tokens:
        lower = token.lower
        mark = get(lower)
        if mark is None:
            mark = _shape(lower) if len(lower) > 1 or lower.isdigit() else NOTHING
        elif (lower in careful and (not token.text[0].isupper() or (lower in words.never_verb and token.tag[:1] in "MV"))) or (lower == "last" and token.tag[:1] == "V"):
            mark = NOTHING
        elif token.ent == "PERSON" and lower in words.data["months"]:
            mark = NOTHING  # "Theresa May has blamed"
        out.append(mark)
    return "".join(out)


@lru_cache(maxsize=8192)
def _shape(lower: str) -> str:
    """The class of a word that no table has: numbers, dates, clock times, "mid-2011"."""
    if lower[0].isdigit():
        return CLASSES[_digits(lower)] if lower.replace("–", "-").isascii() else NOTHING
    if _DECADE.match(lower):
        return CLASSES["decade"]
    head, dash, rest = lower.partition("-")
    return CLASSES["joined"] if dash and head in ("mid", "early", "late") and _dated(rest) else NOTHING


def _digits(lower: str) -> str:
    if lower.isdigit():
        if _YEAR.match(lower):
            return "year"
        return "num" if len(lower) <= 2 and 1 <= int(lower) <= 31 else "number"
    for name, pattern in (("ord", _ORDINAL), ("clock", _CLOCK), ("date", _DATE), ("stamp", _STAMP), ("decade", _DECADE), ("dayspan", _SPAN)):
        if pattern.match(lower):
            return name
    return "number"


def _dated(rest: str) -> bool:
    return bool(_YEAR.match(rest) or _DECADE.match(rest)) or rest in time_words().data["months"]


def asked_for(pattern: str) -> frozenset[str]:
    """Of the words that a rule cannot do without, the one that says most about a time, as the classes that it may be of."""
    depth, needed = 0, []
    for match in _PIECE.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(match.group(), 0)
        if match["names"] and not depth and not match["may"]:
            needed.append(frozenset(CLASSES[n] for n in match["names"].split("|")))
    return min(needed, key=lambda classes: (not classes <= CORE, len(classes)), default=frozenset(CLASSES.values()))


def rule(pattern: str) -> re.Pattern[str]:
    """A pattern over class characters. `<name>` is a class, `<group:name|name>` one that is captured, spaces do not count."""

    def one(match: re.Match[str]) -> str:
        group, _, names = match[1].rpartition(":")
        marks = "".join(re.escape(CLASSES[n]) for n in names.split("|"))
        return f"(?P<{group}>[{marks}])" if group else f"[{marks}]"

    return re.compile(re.sub(r"(?<!\?P)<([\w:|]+)>", one, pattern.replace(" ", "")))
