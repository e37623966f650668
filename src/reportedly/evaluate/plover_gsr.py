"""PLOVER's own gold-standard records: single sentences with one event, its source and its target.

Source: Open Event Data Alliance, PLOVER_GSR_CAMEO (CC BY-SA 4.0). Its older type names are mapped to today's. A sentence
may tell more events than the one that is coded; *precision* is of the sentences in which we claim anything, those that
have the coded type; *recall* is of all sentences. *complete* asks in one claim for type, source and target by state.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from reportedly.codebooks.dyads import Dyad, dyads, folded
from reportedly.document import Json
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.intake.text import document_from_text
from reportedly.knowledge import Knowledge
from reportedly.read import Tools, read_documents
from reportedly.records import Participant, Reading

RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
FILE = "PLOVER_GSR_CAMEO.txt"


def measure(folder: Path, tools: Tools) -> Iterator[Figure]:
    """Root type precision and recall, and the share of sentences with type, source and target right."""
    rows = _rows(folder)
    claimed = right = complete = 0
    for row, reading in zip(rows, _readings(rows, tools), strict=True):
        fits = [d for d in dyads(reading.claims) if d.type == _type(row)]
        claimed += bool(reading.claims)
        right += bool(fits)
        complete += any(_parties(d, row, tools.knowledge) for d in fits)
    yield Figure("precision", right / max(1, claimed), "PETRARCH2 .55, UniversalPetrarch .43")
    yield Figure("recall", right / len(rows), "PETRARCH2 .32, UniversalPetrarch .43")
    yield Figure("complete", complete / len(rows), "PETRARCH2 .25, UniversalPetrarch .20")


def show(folder: Path, tools: Tools) -> Iterator[str]:
    """Each sentence whose coded event was not read, or not with its parties."""
    rows = _rows(folder)
    for row, reading in zip(rows, _readings(rows, tools), strict=True):
        fits = [d for d in dyads(reading.claims) if d.type == _type(row)]
        if not any(_parties(d, row, tools.knowledge) for d in fits):
            read = "; ".join(f"{folded(c)} {[p.name for p in c.actors]} → {[p.name for p in c.recipients]} [{c.trace[0].rule}]" for c in reading)
            yield f"  {_type(row)} {_codes(row, 'source')} → {_codes(row, 'target')}: {row['text']}\n    read {read or 'nothing'}"


def _rows(folder: Path) -> list[Json]:
    rows = json.loads((folder / FILE).read_text(encoding="utf-8"))
    return [r for r in rows if r["event"] != "DOCUMENT"]


def _readings(rows: list[Json], tools: Tools) -> Iterator[Reading]:
    return read_documents([document_from_text(r["text"]) for r in rows], tools)


def _type(row: Json) -> str:
    return RENAMED.get(row["event"], str(row["event"]))


def _actors(row: Json, side: str) -> list[Json]:
    """The sources or targets of a record. In a few records the field is a word; it names no party."""
    found = row.get(side)
    return found if isinstance(found, list) else []


def _codes(row: Json, side: str) -> set[str]:
    return {actor["code"] for actor in _actors(row, side) if actor.get("code")}


def _parties(dyad: Dyad, row: Json, knowledge: Knowledge) -> bool:
    """Whether source and target are right. Sides that the record leaves empty are not asked for."""
    return _side(dyad, dyad.sources, row, "source", knowledge) and _side(dyad, dyad.targets, row, "target", knowledge)


def _side(dyad: Dyad, parties: tuple[Participant, ...], row: Json, side: str, knowledge: Knowledge) -> bool:
    wanted = _actors(row, side)
    if not wanted:
        return True
    ours = dyad.codes(parties) | {_home(p, knowledge) for p in parties}
    texts = " ".join(f"{p.name} {p.words.text}".lower() for p in parties)
    return any(actor.get("code") in ours - {None} or (actor.get("actorText") or "\0").lower() in texts for actor in wanted)


def _home(party: Participant, knowledge: Knowledge) -> str | None:
    entry = knowledge.entries.get(party.actor) if party.actor else None
    return entry.country if entry is not None else None


CORPUS = Corpus("plover-gsr", "corpora/plover-gsr", measure, show)
