"""Who is killed, hurt or held: people who are counted as one, and the groups that are counted apart (`counted_apart` of `words.yaml`);
and whether people are taken or goods, by the kinds of nouns (`kinds.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.compare.names import name_stems
from reportedly.compare.stems import stem, stemmed, words_data

SIDES = ("state", "foes", "held")  # soldiers, gunmen, captives: harm to one of these is another deed than harm to another
CIVIL = "civil"
GOODS = "goods"
TAKEN = {GOODS: ("WEAPON", "GOODS", "THING", "DOCUMENT", "MONEY"), "people": ("PERSON", "GROUP", "ARMED", "VEHICLE")}  # a boat goes with those aboard


@lru_cache(maxsize=10_000)
def counted_as(people: str) -> str:
    """The group of a phrase, "" for people: three students and five people are two counts of one."""
    said = set(name_stems(people))
    return next((name for name, words in _groups().items() if not said.isdisjoint(words)), "")


@lru_cache(maxsize=10_000)
def side_of(head: str) -> str | None:
    """The side of those whose head noun's stem it is, `CIVIL` for others, None for anybody."""
    side = next((name for name in SIDES if head in _groups()[name]), None)
    return side or (None if head in stemmed("anybody") else CIVIL)


def sorts_of(heads: Iterable[str]) -> set[str]:
    """Whether goods are taken or people, by the stems of the targets' head nouns; nothing for what is neither or unknown. From whom goods
    are taken is not taken."""
    sorts = {_sorts()[h] for h in heads if h in _sorts()}
    return {GOODS} if GOODS in sorts else sorts


def arms_in(stems: Iterable[str]) -> set[str]:
    """Goods, where arms are among the words."""
    return set() if _arms().isdisjoint(stems) else {GOODS}


@lru_cache(maxsize=1)
def _arms() -> frozenset[str]:
    return frozenset(stem(noun) for noun in load_data("kinds.yaml")["WEAPON"] if " " not in noun)


@lru_cache(maxsize=1)
def _sorts() -> dict[str, str]:
    kinds = load_data("kinds.yaml")
    return {stem(noun): sort for sort, of in TAKEN.items() for kind in of for noun in kinds[kind] if " " not in noun}


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    groups: dict[str, list[str]] = words_data("words.yaml")["counted_apart"]
    return {name: frozenset(map(stem, words)) for name, words in groups.items()}
