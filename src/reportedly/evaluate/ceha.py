"""Relevance and actors against CEHA: descriptions of conflict events in the Horn of Africa.

Source: Bai et al., COLING 2025. Half are notes of ACLED, half the beginnings of news pages that GDELT points at. *relevance* is
the experts' label, in their measure (precision, recall and F1 of "Yes"): ours is yes when something violent or an unrest is
claimed as done. Their No also holds summaries of several events and events elsewhere, of which claims say nothing.

*actor* is measured on ACLED's notes only: GDELT's actors are found by machine. Actor 1 and Actor 2 are the two sides of the
event, each a list of names ("Police Forces of Kenya (2022-)", "Civilians (Kenya); Women (Kenya)"). A party of our claims is of a
side when it has a word of its proper name, or its sector is one of those that ACLED's class words mean. Things that were wrecked
are of no side in ACLED and are not counted.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportedly.evaluate.figure import Corpus, Figure
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_documents
from reportedly.records import Claim, Participant, Reading
from reportedly.terms import Status

FILE = "ceha-dev.csv"
VIOLENCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
DONE = frozenset({Status.OCCURRED, Status.ONGOING})
ARMED = frozenset({"REB", "UAF", "CRM", "OPP"})
CIVIL = frozenset({"CVL", "AGR", "EDU", "REL", "LAB", "BUS", "JRN", "REF", "HLT", "NGO", "ENV"})
CLASSES = {  # ACLED's words for kinds of actors and PLOVER's sectors (ACLED Codebook 2023, "Actors")
    "military": {"MIL"}, "police": {"COP"}, "government": {"GOV", "LEG", "JUD"}, "militia": ARMED, "armed": ARMED, "vigilante": ARMED | CIVIL,
    "rioters": CIVIL, "protesters": CIVIL, "civilians": CIVIL, "women": {"CVL"}, "students": {"EDU"}, "farmers": {"AGR"},
    "pastoralists": {"AGR"}, "labor": {"LAB", "BUS"}, "journalists": {"JRN"}, "refugees": {"REF"}, "prisoners": {"CVL"},
}  # fmt: skip
COMMON = frozenset({  # words of ACLED's names that are nobody's own, as `_words` leaves them
    "force", "group", "ethnic", "clan", "sub", "communal", "youth", "unidentified", "taxi", "driver", "worker", "aid", "idp", "of", "the", "and",
    "movement", "front", "people", "south", "local",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sides of an event: words and initials of its proper names, and its sectors."""

    words: frozenset[str]
    sectors: frozenset[str]

    def has(self, party: Participant) -> bool:
        said = _words(f"{party.name} {party.words.text}")
        return bool(said & self.words) or party.sector in self.sectors


@dataclass(frozen=True, slots=True)
class Row:
    """A description: its label, the reason for a No, its sides (none for GDELT's), its text."""

    relevant: bool
    reason: str
    sides: tuple[Side, ...]
    text: str


def measure(folder: Path, tools: Tools) -> Iterator[Figure]:
    """Precision, recall and F1 of relevance; precision, recall and F1 of the sides' actors."""
    hits = said = wanted = parties = right = sides = met = 0
    for row, reading in _read(folder, tools):
        done = deeds(reading)
        hits += row.relevant and bool(done)
        said += bool(done)
        wanted += row.relevant
        if row.sides:
            who = parties_of(done)
            parties += len(who)
            right += sum(any(side.has(p) for side in row.sides) for p in who)
            sides += len(row.sides)
            met += sum(any(side.has(p) for p in who) for side in row.sides)
    yield from _figures("relevance", hits / max(1, said), hits / max(1, wanted), "always yes .78")
    yield from _figures("actor", right / max(1, parties), met / max(1, sides))


def show(folder: Path, tools: Tools) -> Iterator[str]:
    """Each description that is wrongly taken or left, each side that no party is of, each party of no side."""
    for row, reading in _read(folder, tools):
        done = deeds(reading)
        start = " ".join(row.text.split())[:160]
        if bool(done) != row.relevant:
            yield f"  {'missed' if row.relevant else f'not relevant ({row.reason})'}: {start}"
        who = parties_of(done)
        for side in row.sides:
            if not any(side.has(p) for p in who):
                yield f"  no party of {sorted(side.words)} {sorted(side.sectors)}: {start}\n    read {[p.name for p in who]}"
        if row.sides and (other := [f"{p.name} ({p.sector})" for p in who if not any(side.has(p) for side in row.sides)]):
            yield f"  of no side: {', '.join(other)}: {start}"


def deeds(reading: Reading) -> list[Claim]:
    """The claims of violence or unrest that is told as done."""
    return [c for c in reading if c.event.type in VIOLENCE and c.status in DONE]


def parties_of(claims: list[Claim]) -> list[Participant]:
    """Who does it and to whom it is done, each name once; what is neither named nor of a sector ("three cars") is nobody."""
    every = {p.name: p for c in claims for p in (*c.actors, *c.recipients)}
    return [p for p in every.values() if p.sector or p.actor or p.country or not p.name.islower()]


def side_of(field: str) -> Side | None:
    """A side from ACLED's list of actors; None for an empty one."""
    names = [name.strip() for name in re.sub(r"\([^)]*\)", "", field).split(";") if name.strip()]
    if not names:
        return None
    proper = [re.sub(r"^(?:Military|Police) Forces of [\w ]+|^Government of [\w ]+", "", name) for name in names]
    words = frozenset().union(*map(_words, proper)) - CLASSES.keys() - COMMON
    initials = {"".join(w[0] for w in name.split()).lower() for name in proper if len(name.split()) > 2 and not _words(name) & CLASSES.keys()}
    classes = frozenset().union(*map(_words, names)) & CLASSES.keys()
    return Side(words | initials, frozenset(s for c in classes for s in CLASSES[c]))


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    """The words of a name, small, without plural: "Muslims" and "Muslim Group" share one."""
    return frozenset(w if w in CLASSES else w.removesuffix("s") for w in re.findall(r"[a-z]+", name.lower()) if len(w) > 1)


def _read(folder: Path, tools: Tools) -> Iterator[tuple[Row, Reading]]:
    rows = list(_rows(folder / FILE))
    yield from zip(rows, read_documents([document_from_text(r.text) for r in rows], tools), strict=True)


def _rows(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            why = next(value for key, value in row.items() if key.startswith("Why"))
            sides = [side_of(row[key]) for key in ("Actor 1", "Actor 2")] if row["ACLED/GDELT"] == "ACLED" else []
            yield Row(row["Is the event relevant?"] == "Yes", why, tuple(s for s in sides if s), row["Event Description"])


def _figures(name: str, precision: float, recall: float, published: str = "") -> Iterator[Figure]:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    yield Figure(f"{name}_precision", precision)
    yield Figure(f"{name}_recall", recall)
    yield Figure(f"{name}_f1", f1, published)


CORPUS = Corpus("ceha", "corpora/ceha", measure, show)
