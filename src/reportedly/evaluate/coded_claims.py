"""Hand-coded statements as claims, so that comparing can be measured by itself: what it makes of claims that are right.

A statement has alternatives where a claim has one value; the first is taken. It names no trigger: the first word of it that
evokes one of its types in the codebook stands for it, with the mode that the codebook has for it. Its places are names; where
they lie is what the gazetteer says of these names in the report (`placed`), as it would be for a claim that was read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from reportedly.codebooks.frames import LINKS, load_codebook
from reportedly.compare.names import name_stems
from reportedly.compare.stems import common_words, stem, words
from reportedly.document import Document, Json, content_id
from reportedly.events.where import where_of
from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.knowledge import load_knowledge
from reportedly.read import Tools
from reportedly.records import Place
from reportedly.resolve.places import to_place
from reportedly.terms import PlaceRole

LIGHT = frozenset(["be", "have", "get", "make", "take", "give", "carry", "come", "go", "put", "keep", "bring", "set", "hold", "let", "turn", "send", "no", "home", "back", "down", "off", "away"])


@dataclass(frozen=True, slots=True)
class Coded:
    """A report with its statements as claims' contract records, `ids` from the coders' ids to ours, and their relations."""

    name: str
    document: Document
    statements: tuple[Json, ...]
    claims: tuple[Json, ...]
    ids: dict[str, str]
    relations: tuple[Json, ...]


def coded(folder: Path) -> Iterator[Coded]:
    """The coded reports of a folder (NAME.txt, NAME.gold.json), by name."""
    for file in sorted(folder.glob("*.gold.json")):
        name = file.name.removesuffix(".gold.json")
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = file.with_name(name + ".txt").read_text(encoding="utf-8")
        published = parse_date(gold["published"]) if gold.get("published") else None
        document = document_from_text(text, source=name + ".txt", given=Given(published))
        statements = tuple(s if "span" in s else {**s, "span": _span(text, s["evidence"])} for s in gold["statements"])
        claims = tuple(claim_of(document, s) for s in statements)
        ids = {s["id"]: c["id"] for s, c in zip(statements, claims, strict=True)}
        yield Coded(name, document, statements, claims, ids, tuple(gold.get("relations", ())))


def _span(text: str, evidence: str) -> list[int]:
    at = text.index(evidence)
    return [at, at + len(evidence)]


def claim_of(document: Document, s: Json) -> Json:
    """The contract record of a statement."""
    start, end = s["span"]
    text = document.text[start:end]
    return {
        "id": content_id("claim", document.id, s["id"]), "document": document.to_dict(), "evidence": {"text": text, "start": start, "end": end},
        "attribution": [_voice(v) for v in s.get("sources", ())], "event": {"type": s["event"][0], "mode": _evoked(text, s)[1], "trigger": _trigger(text, start, s)},
        "status": _first(s["status"]), "actors": _parties(s, "actor"), "recipients": _parties(s, "recipient"), "places": [_place(p) for p in s.get("places") or ()],
        "time": _time(s.get("time")), "figures": [_figure(f, text) for f in s.get("figures") or ()], "means": [{"name": m} for m in s.get("means") or ()],
        "confidence": 1.0,
    }  # fmt: skip


def _first(value: str | list[str]) -> str:
    return value if isinstance(value, str) else value[0]


def _voice(v: Json) -> Json:
    party = _party(v["name"])
    return {"name": v["name"], "kind": v.get("kind") or "unknown", "actor": party["actor"], "stance": "asserts"}


def _parties(s: Json, role: str) -> list[Json]:
    every = s.get(role + "_all") or ([s[role]] if s.get(role) else [])
    return [_party(names[0]) for names in every if names and names[0]]


@lru_cache(maxsize=4096)
def _party(name: str) -> Json:
    found = load_knowledge().by_alias(name)
    entry = found[0] if len(found) == 1 else None
    return {"name": name, "actor": entry.id if entry else None, "country": entry.acts_for if entry else None, "sector": entry.sector if entry else None}


def _place(p: Json) -> Json:
    return {"name": p["name"], "place": None, "role": p.get("role", "at"), "latitude": None, "longitude": None, "country": None, "precision": None}


def _time(t: Json | None) -> Json | None:
    return {"start": t["start"], "end": t["end"], "precision": None} if t else None


def _figure(f: Json, text: str) -> Json:
    return {"role": f.get("role") or "other", "of": f.get("of") or "", "low": f.get("low"), "high": f.get("high"), "unit": f.get("unit"), "text": text}


def _trigger(text: str, start: int, s: Json) -> Json:
    """The first word that evokes one of the types and names no participant."""
    word = _evoked(text, s)[0]
    return {"text": word, "start": start, "end": start + len(word)}


def _evoked(text: str, s: Json) -> tuple[str, str | None]:
    """The trigger, and its mode."""
    named = {w for key in ("actor", "recipient") for name in s.get(key) or () for w in words(name)}
    return next(((w, _evoking()[t][stem(w)]) for w in words(text) for t in s["event"] if stem(w) in _evoking().get(t, {}) and w not in named), ("", None))


@lru_cache(maxsize=1)
def _evoking() -> dict[str, dict[str, str | None]]:
    """For each type the stems of the words that evoke it, and the mode of each. A verb of several words is known by its first that
    tells something ("open fire": open), a noun by its last ("air strike": strike)."""
    out: dict[str, dict[str, str | None]] = {}
    for frame in load_codebook(None).frames:
        told = [(lemmas, 0) for lemmas in frame.verbs] + [(lemmas, -1) for lemmas in (*frame.nouns, *frame.adjectives)]
        for lemmas, chief in told:
            head = lemmas[: next((n for n, w in enumerate(lemmas) if n and w in LINKS), None)]
            if telling := [w for w in head if w not in common_words() and w not in LIGHT and w not in LINKS]:
                out.setdefault(frame.type, {}).setdefault(stem(telling[chief]), frame.mode)
    return out


def placed(report: Coded, tools: Tools) -> Coded:
    """The same report, its places with the points that reading finds for their names."""
    (parse,) = tools.parser.parse([report.document])
    found = where_of(parse, tools.gazetteer).toponyms
    known = {name_stems(mention.name): to_place(PlaceRole.AT, mention, found, report.document, tools.gazetteer) for mention in found}
    return replace(report, claims=tuple({**c, "places": [_located(p, known.get(name_stems(p["name"]))) for p in c["places"]]} for c in report.claims))


def _located(place: Json, found: Place | None) -> Json:
    if found is None or found.latitude is None:
        return place
    point = found.to_dict()
    return {**place, **{key: point[key] for key in ("latitude", "longitude", "country", "precision", "place")}}
