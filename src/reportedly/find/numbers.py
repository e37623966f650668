"""Numbers in words and digits: "3,000", "1.5bn", "two dozen", "half a million", "twenty-five", "several hundred"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportedly.codebooks.data import load_data
from reportedly.language.parse import Token

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z%²+]*)$")
_FRACTION = re.compile(r"(\d+)/(\d+)$")
_RANGE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)[-–—](\d{1,3}(?:,\d{3})+|\d+)([a-z%²]*)$")
_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}
DASHES = frozenset("-–—‑")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, at positions `first` to `end` (half-open). `unit` is what stuck to it: "km" in "5km"."""

    first: int
    end: int
    low: float
    high: float
    scaled: bool = False
    unit: str = ""
    bound: str = ""  # "low" for "300+"
    vague: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The tables of `numbers.yaml`, ready for look-up; phrases by their first or last word, longest first."""

    data: dict[str, Any]
    words: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, list[tuple[tuple[str, ...], float, float]]]
    before: dict[str, list[tuple[tuple[str, ...], str]]]
    after: dict[str, list[tuple[tuple[str, ...], str]]]
    units: dict[str, list[tuple[tuple[str, ...], str, str]]]
    starts: frozenset[str]


@lru_cache(maxsize=1)
def number_words() -> NumberWords:
    data: dict[str, Any] = load_data("numbers.yaml")
    vague: dict[str, list[tuple[tuple[str, ...], float, float]]] = {}
    units: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    sides: tuple[dict[str, list[tuple[tuple[str, ...], str]]], ...] = ({}, {})
    for text, (low, high) in data["vague"].items():
        vague.setdefault(text.split()[0], []).append((tuple(text.split()), float(low), float(high)))
    for text, (kind, unit) in data["units"].items():
        units.setdefault(text.split()[0], []).append((tuple(text.split()), kind, unit))
    for side, name, key in ((sides[0], "before", -1), (sides[1], "after", 0)):
        for text, bound in data[name].items():
            side.setdefault(text.split()[key], []).append((tuple(text.split()), bound))
    for table in (vague, units, *sides):
        for entries in table.values():  # type: ignore[attr-defined]
            entries.sort(key=lambda entry: -len(entry[0]))
    starts = frozenset(data["words"]) | frozenset(vague) - {"a"} | {"hundred", "thousand", "million", "billion", "dozen", "half", "no", "zero", "couple", "pair", "trio", "score", "handful", "few", "twice"}
    starts |= frozenset(data["fractions"]) | frozenset(data["nth"]) | {word.removesuffix("-long") for word in data["long"]}
    return NumberWords(data, data["words"], data["scales"], vague, sides[0], sides[1], units, starts)


def read_number(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that begins at `at`, the longest; None when none does."""
    words = number_words()
    lower = tokens[at].lower
    if lower == "one" and word_at(tokens, at - 1) == "not":
        return None  # "not one shell" is none
    if lower[0].isdigit():
        return _digits(tokens, at, words)
    if lower in words.vague and (found := _vague(tokens, at, words)):
        return found
    if lower in words.words:
        return _spelled(tokens, at, words)
    if lower in ("a", "an", "half"):
        return _with_article(tokens, at, words)
    return None


def word_at(tokens: Sequence[Token], at: int) -> str:
    """The lower-cased word at a position; "" outside."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _scale(tokens: Sequence[Token], at: int, words: NumberWords) -> int:
    """The scale word at `at`, 0 when there is none; the letters m and k only where nothing else can be meant."""
    lower = word_at(tokens, at)
    if lower == "m." and at == len(tokens) - 1:  # "$6m" at the end of a sentence
        lower = "m"
    if lower not in words.scales:
        return 0
    if lower in words.data["letter_scales"]:
        money = word_at(tokens, at - 2) in words.data["currencies"] or _is_currency(tokens, at + 1, words)
        counts = at + 1 < len(tokens) and tokens[at + 1].tag.startswith(("NN", "JJ")) and lower == "m"
        return words.scales[lower] if money or counts else 0
    return words.scales[lower]


def _scaled(tokens: Sequence[Token], number: Number, words: NumberWords) -> Number:
    """With the scale words after it: "2.7 billion", "three hundred thousand"."""
    end, low, high, scaled = number.end, number.low, number.high, number.scaled
    while factor := _scale(tokens, end, words):
        low, high, end, scaled = low * factor, high * factor, end + 1, True
    return Number(number.first, end, low, high, scaled, number.unit, number.bound, number.vague)


def _digits(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    text = tokens[at].lower
    if text[-1] in _HALVES and (text[:-1].isdigit() or len(text) == 1):
        value = float(text[:-1] or 0) + _HALVES[text[-1]]
        return _scaled(tokens, Number(at, at + 1, value, value), words)
    if found := _RANGE.match(text):
        return _one_token_range(tokens, at, found, words)
    fraction = _FRACTION.match(text)
    if fraction and 0 < int(fraction[1]) < int(fraction[2]) <= 10:
        part = int(fraction[1]) / int(fraction[2])
        return Number(at, at + 1, part, part)
    found = _DIGITS.match(text)
    if not found or (len(found[1]) > 1 and found[1][0] == "0"):
        return None
    value, tail = float(found[1].replace(",", "") + (found[2] or "")), found[3].rstrip(".")
    if tail == "+":
        return Number(at, at + 1, value, value, bound="low")
    if tail in words.scales and tail != "dozen":
        money = word_at(tokens, at - 1) in words.data["currencies"]
        if tail not in words.data["letter_scales"] or money or _scale_like(tokens, at):
            return Number(at, at + 1, value * words.scales[tail], value * words.scales[tail], True)
    if tail and tail not in words.units:
        return None
    return _scaled(tokens, Number(at, at + 1, value, value, unit=tail), words)


def _one_token_range(tokens: Sequence[Token], at: int, found: re.Match[str], words: NumberWords) -> Number | None:
    """"10–15", "10–15km"; not scores, spans of years ("2014–15") or dates."""
    low, high = (float(found[n].replace(",", "")) for n in (1, 2))
    years = len(found[1]) == len(found[2]) == 4 and found[1][:2] in ("18", "19", "20")
    if low >= high or years or (found[3] and found[3] not in words.units):
        return None
    return _scaled(tokens, Number(at, at + 1, low, high, unit=found[3]), words)


def _scale_like(tokens: Sequence[Token], at: int) -> bool:
    """"2m refugees", "2m naira"."""
    return _is_currency(tokens, at + 1, number_words()) or (at + 1 < len(tokens) and tokens[at + 1].tag == "NNS")


def _is_currency(tokens: Sequence[Token], at: int, words: NumberWords) -> bool:
    return any(kind == "money" for phrase, kind, _ in words.units.get(word_at(tokens, at), ()) if len(phrase) == 1)


def _spelled(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """"twenty-five", "three hundred and twelve", "two and a half million", "two dozen"."""
    total, current, end = 0.0, 0.0, at
    while end < len(tokens):
        lower = tokens[end].lower
        joint = end > at and (lower in DASHES or (lower == "and" and words.scales.get(word_at(tokens, end - 1), 0) in (100, 1000)))
        if joint and word_at(tokens, end + 1) in words.words and (lower == "and" or current >= 20):
            end += 1
        elif lower in words.words and (current == 0 or current % 100 == 0 or (current % 10 == 0 and words.words[lower] < 10 and current % 100 >= 20)):
            current += words.words[lower]
            end += 1
        elif (factor := _scale(tokens, end, words)) and current:
            current, end = current * factor, end + 1
            if factor >= 1000:
                total, current = total + current, 0.0
        elif total == 0 and (half := _and_a_half(tokens, end)):
            current, end = current + 0.5, half
        else:
            break
    value = total + current
    return Number(at, end, value, value, scaled=value >= 1000) if end > at else None


def _and_a_half(tokens: Sequence[Token], at: int) -> int:
    """Past "and a half" or "-and-a-half", 0 when that is not what follows."""
    for word in ("and", "a", "half"):
        at += word_at(tokens, at) in DASHES
        if word_at(tokens, at) != word:
            return 0
        at += 1
    return at


def _with_article(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """"a hundred", "half a million", "half a dozen", "a dozen", "half-a-dozen"."""
    half, end = tokens[at].lower == "half", at + 1
    if half:
        while word_at(tokens, end) in ("a", "an") or word_at(tokens, end) in DASHES:
            end += 1
    factor = _scale(tokens, end, words) if word_at(tokens, end) not in words.data["letter_scales"] else 0
    if not factor:
        return None
    value = factor * (0.5 if half else 1.0)
    return _scaled(tokens, Number(at, end + 1, value, value, True), words)


def _vague(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    for phrase, low, high in words.vague[tokens[at].lower]:
        if tuple(word_at(tokens, at + n) for n in range(len(phrase))) == phrase:
            return Number(at, at + len(phrase), low, high, True, vague=True)
    return None
