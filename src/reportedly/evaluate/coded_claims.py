"""Hand-coded statements as claims, so that comparing can be measured by itself: what it makes of claims that are right.

A statement has alternatives where a claim has one value; the first is taken. It names no trigger: the first word of it that
evokes one of its types in the codebook stands for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportedly.codebooks.frames import load_codebook
from reportedly.compare.stems import stem, words
from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.knowledge import load_knowledge
from reportedly.records import Document, Json, content_id


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
        "attribution": [_voice(v) for v in s.get("sources", ())], "event": {"type": s["event"][0], "mode": None, "trigger": _trigger(text, start, s)},
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
    evoking = frozenset().union(*(_evoking().get(t, frozenset()) for t in s["event"]))
    named = {w for key in ("actor", "recipient") for name in s.get(key) or () for w in words(name)}
    word = next((w for w in words(text) if stem(w) in evoking and w not in named), "")
    return {"text": word, "start": start, "end": start + len(word)}


@lru_cache(maxsize=1)
def _evoking() -> dict[str, frozenset[str]]:
    """The stems of the first words of each type's triggers."""
    out: dict[str, set[str]] = {}
    for frame in load_codebook(None).frames:
        out.setdefault(frame.type, set()).update(stem(lemmas[0]) for lemmas in (*frame.verbs, *frame.nouns, *frame.adjectives))
    return {type_: frozenset(found) for type_, found in out.items()}
