"""Status operators, reporting words and the composition table, indexed by the word that stands in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportedly.codebooks.data import load_data
from reportedly.terms import Stance, Status


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that changes the status of what it governs, and may make its subject a voice."""

    id: str
    status: str
    governs: str
    control: str
    voice: bool
    presupposes: bool = False
    inner_not: bool = False
    future_only: bool = False
    past_only: bool = False
    past: str | None = None


@dataclass(frozen=True, slots=True)
class Reporting:
    """A reporting verb or noun."""

    stance: Stance
    complement: frozenset[str]
    weak: bool


@dataclass(frozen=True, slots=True)
class Attitude:
    """A verb of attitude or topic: the preposition of its wording ("" for none), whether it needs a name for its object or an infinitive."""

    prep: str
    called: bool
    inf: bool


type Phrases[T] = Mapping[str, list[tuple[tuple[str, ...], T]]]


@dataclass(frozen=True, slots=True)
class Operators:
    verbs: Phrases[Operator]  # by lemma; "be likely to" by "likely"
    predicatives: Phrases[Operator]
    nouns: Phrases[Operator]
    adjectives: Mapping[str, Operator]
    adverbs: Mapping[str, Operator]
    marks: Mapping[str, Operator]
    modals: Mapping[str, Operator]
    table: Mapping[tuple[str, Status], Status]

    def compose(self, operator: str, inner: Status) -> Status:
        """The status of `operator` applied to `inner`, by the table."""
        return self.table.get((operator, inner), inner)


@lru_cache(maxsize=1)
def operators() -> Operators:
    """The operators of `operators.yaml`."""
    data = load_data("operators.yaml")
    verbs: dict[str, list[tuple[tuple[str, ...], Operator]]] = {}
    predicatives: dict[str, list[tuple[tuple[str, ...], Operator]]] = {}
    nouns: dict[str, list[tuple[tuple[str, ...], Operator]]] = {}
    single: dict[str, dict[str, Operator]] = {k: {} for k in ("adjectives", "adverbs", "marks", "modals")}
    for row in data["operators"]:
        operator = _operator(row)
        for phrase in row.get("verbs", ()):
            words = str(phrase).lower().split()
            if words[0] in ("be", "look", "stand", "prove") and len(words) > 1:
                predicatives.setdefault(words[1], []).append((tuple(words[2:]), operator))
            else:
                verbs.setdefault(words[0], []).append((tuple(w for w in words[1:] if w not in ("a", "an", "the")), operator))
        for phrase in row.get("nouns", ()):
            words = str(phrase).lower().split()
            nouns.setdefault(words[0], []).append((tuple(words[1:]), operator))
        for key, table in single.items():
            for phrase in row.get(key, ()):
                table.setdefault(str(phrase).lower(), operator)
    for index in (verbs, predicatives, nouns):
        for rows in index.values():
            rows.sort(key=lambda r: -len(r[0]))
    composed = {(str(row["operator"]), Status(row["of"])): Status(row["gives"]) for row in data["table"]}
    return Operators(verbs, predicatives, nouns, single["adjectives"], single["adverbs"], single["marks"], single["modals"], composed)


def _operator(row: Mapping[str, Any]) -> Operator:
    return Operator(
        row["id"], row["status"], row["governs"], row["control"], bool(row["voice"]), bool(row.get("presupposes")),
        row.get("inner") == "not", row.get("tense") == "future", row.get("tense") == "past", row.get("past"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class VoiceWords:
    verbs: Phrases[Reporting]
    nouns: Mapping[str, Reporting]
    adverbs: Mapping[str, Stance]
    documents: frozenset[str]
    anonymous: frozenset[str]
    spokes: frozenset[str]
    titles: frozenset[str]
    outlets: frozenset[str]
    minds: frozenset[str]
    wills: frozenset[str]
    attitudes: Mapping[str, list[Attitude]]


@lru_cache(maxsize=1)
def voice_words() -> VoiceWords:
    """The reporting words of `voices.yaml`."""
    data = load_data("voices.yaml")
    verbs: dict[str, list[tuple[tuple[str, ...], Reporting]]] = {}
    for row in data["verbs"]:
        reporting = Reporting(Stance(row["stance"]), frozenset(row["complement"]), bool(row.get("weak")))
        particle = tuple(str(row["particle"]).lower().split()) if row.get("particle") else ()
        verbs.setdefault(row["lemma"], []).append((particle, reporting))
    for rows in verbs.values():
        rows.sort(key=lambda r: -len(r[0]))
    nouns = {row["lemma"]: Reporting(Stance(row["stance"]), frozenset(row["link"]), weak=False) for row in data["nouns"]}
    adverbs = {row["lemma"]: Stance(row["stance"]) for row in data["adverbs"]}
    attitudes: dict[str, list[Attitude]] = {}
    for row in data["attitudes"]:
        attitudes.setdefault(row["lemma"], []).append(Attitude(str(row.get("prep", "")), bool(row.get("called")), bool(row.get("inf"))))
    documents, anonymous, spokes, titles, outlets, minds, wills = (
        frozenset(str(w).lower() for w in data[k]) for k in ("documents", "anonymous", "spokes", "person_titles", "outlets", "minds", "wills")
    )
    return VoiceWords(verbs, nouns, adverbs, documents, anonymous, spokes, titles, outlets, minds, wills, attitudes)
