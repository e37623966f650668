"""The words of `echoes.yaml` for deeds that are spoken of again, and for their tolls."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportedly.codebooks.data import load_data


@dataclass(frozen=True, slots=True)
class EchoWords:
    answering: frozenset[str]
    denying: frozenset[str]
    claiming: frozenset[str]
    dismissed: frozenset[str]
    dismissing: frozenset[str]
    refuting: frozenset[str]
    doubting: frozenset[str]
    confirming: frozenset[str]
    confirmed: frozenset[str]
    dead: frozenset[str]
    tolls: frozenset[str]
    toll_of: dict[str, frozenset[str]]
    counting: dict[str, str]
    figures: frozenset[str]
    recovering: frozenset[str]
    receiving: frozenset[str]
    holding: dict[str, str]
    fates: dict[str, str]
    lists: frozenset[str]
    lying: frozenset[str]


@lru_cache(maxsize=1)
def echo_words() -> EchoWords:
    data = load_data("echoes.yaml")
    sets: dict[str, Any] = {key: frozenset(data[key]) for key in ("answering", "denying", "claiming", "dismissed", "dismissing", "refuting", "doubting", "confirming", "confirmed", "dead", "tolls", "figures", "recovering", "receiving", "lists", "lying")}
    fates = {word: fate for fate, words in data["fates"].items() for word in words}
    return EchoWords(**sets, counting=data["counting"], holding=data["holding"], toll_of={noun: frozenset(of) for noun, of in data["toll_of"].items()}, fates=fates)
