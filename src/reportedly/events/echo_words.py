"""The words of `echoes.yaml` for deeds that are spoken of again, and for their tolls."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportedly.codebooks.data import load_data
from reportedly.find.kinds import noun_kinds
from reportedly.language.parse import Token

IT = frozenset(["it", "this", "that", "them", "these"])
POINTING = frozenset(["the", "this", "that", "these", "those", "such"])


@dataclass(frozen=True, slots=True)
class EchoWords:
    answering: frozenset[str]
    deeds: frozenset[str]
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
    sets: dict[str, Any] = {key: frozenset(data[key]) for key in ("answering", "deeds", "denying", "claiming", "dismissed", "dismissing", "refuting", "doubting", "confirming", "confirmed", "dead", "tolls", "figures", "recovering", "receiving", "lists", "lying")}
    fates = {word: fate for fate, words in data["fates"].items() for word in words}
    return EchoWords(**sets, counting=data["counting"], holding=data["holding"], toll_of={noun: frozenset(of) for noun, of in data["toll_of"].items()}, fates=fates)


def is_deed_told(word: Token) -> bool:
    """"it", "this crime", "the sinking": the deed told before, that the word does not name. "The fire at the mill" says itself which."""
    if word.lower in IT:
        return not word.children
    said = [c for c in word.children if c.dep not in ("det", "amod", "advmod", "punct", "predet") and not _is_medium(c)]
    return word.tag in ("NN", "NNS") and word.lemma in echo_words().deeds and not said and any(c.lower in POINTING for c in word.all("det"))


def deed_word(top: Token) -> str:
    """The noun by which a deed told before is meant: fire of "denied that they had lit the fire"; empty for "it"."""
    return next((t.lemma for t in top.subtree() if t.lower not in IT and is_deed_told(t)), "")


def _is_medium(prep: Token) -> bool:
    """"claimed the sinking on Telegram", "in an e-mail": where that was said, which the parser hangs on the deed."""
    if prep.dep != "prep" or prep.lower not in ("on", "in", "via", "through", "by"):
        return False
    return all(bool(noun_kinds(o) & {"DOCUMENT"}) or (prep.lower in ("on", "via") and o.pos == "PROPN" and o.ent not in ("GPE", "LOC", "FAC", "DATE")) for o in prep.all("pobj"))
