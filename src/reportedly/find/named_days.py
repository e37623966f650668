"""Days with a name of their own: Christmas Day, Good Friday, 9/11."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from reportedly.find.joined_times import Found
from reportedly.find.moments import Day, Feast, Years
from reportedly.find.timewords import time_words
from reportedly.language.parse import Token

LONGEST = 4  # words that a name may have
REACH = 3  # words between a day and its year: "the Easter Sunday bombings of 2019"


def with_named_days(tokens: Sequence[Token], found: list[Found]) -> list[Found]:
    """Names of days take the place of what the grammar saw there; a year that follows is theirs."""
    for at, token in enumerate(tokens):
        start = at - 1 if token.lower == "/" and at else at
        if tokens[start].lower not in _starts():
            continue
        for length in range(min(LONGEST, len(tokens) - start), 0, -1):
            day = _names().get(tuple(t.lower for t in tokens[start : start + length]))
            if day and not _is_part_of_name(tokens, start, start + length):
                found = [f for f in found if f.end <= start or f.first >= start + length]
                found = _with_year(tokens, found, Found(start, start + length, day))
                break
    return found


def _is_part_of_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """"the Good Friday Agreement"; "Christmas market", where "Christmas" alone is no day."""
    if end == len(tokens):
        return False
    after = tokens[end]
    return (after.text[0].isupper() and after.lower in time_words().data["not_before"]) or (end - start == 1 and tokens[start].text.isalpha() and after.tag.startswith("NN"))


def _with_year(tokens: Sequence[Token], found: list[Found], named: Found) -> list[Found]:
    day = named.said
    year = next((f for f in found if named.end <= f.first <= named.end + REACH), None)
    if year is None or not isinstance(day, Day | Feast) or day.year or not isinstance(year.said, Years) or year.said.first != year.said.last:
        return [*found, named]
    between = tokens[named.end : year.first]
    if between and not (between[-1].lower in ("of", "in") and all(t.tag.startswith("NN") for t in between[:-1])):
        return [*found, named]
    return [*(f for f in found if f is not year), named._replace(said=replace(day, year=year.said.first))]


@lru_cache(maxsize=1)
def _names() -> dict[tuple[str, ...], Day | Feast]:
    def day(entry: Any) -> Day | Feast:
        return Feast(entry) if isinstance(entry, int) else Day(entry[1], entry[0], entry[2])

    return {tuple(words.split()): day(entry) for words, entry in time_words().data["named"].items()}


@lru_cache(maxsize=1)
def _starts() -> frozenset[str]:
    return frozenset(words[0] for words in _names())
