"""Claims for tests, written out short: `told("Rebels shelled Homs", …)` is a claim of a report whose text is that sentence."""

from __future__ import annotations

from datetime import date
from typing import Any

from reportedly.document import Document, Json, content_id

TOWNS = {"Harvel": (10.0, 20.0), "Mirk": (10.05, 20.05), "Tolm": (14.0, 25.0)}


def report(text: str, *, outlet: str | None = "The Courier", published: str | None = "2020-05-02") -> Document:
    return Document(content_id("report", text, outlet, published), text, outlet=outlet, published=date.fromisoformat(published) if published else None)


def told(words: str, *, voice: str | list[str] | None = None, kind: str = "organisation", stance: str = "asserts", type: str = "ASSAULT", mode: str | None = None,
         trigger: str | None = None, status: str = "occurred", actor: tuple[str, str | None] | None = None, target: tuple[str, str | None] | None = None,
         place: str | None = None, day: str | None = None, end: str | None = None, killed: float | tuple[float | None, float | None] | None = None,
         of: Document | None = None, **about: Any) -> Json:  # fmt: skip
    """One claim's contract record. `of` is a report that holds the words; without it the words are the report."""
    document = of or report(words, **about)
    start = document.text.index(words)
    evidence = {"text": words, "start": start, "end": start + len(words)}
    voices = [voice] if isinstance(voice, str) else voice or []
    low, high = killed if isinstance(killed, tuple) else (killed, killed)
    return {
        "id": content_id("claim", document.id, words, voices, type), "document": document.to_dict(), "evidence": evidence,
        "attribution": [{"name": v, "kind": kind if v == voices[-1] else "agency", "actor": None, "stance": stance, "cue": None, **evidence} for v in voices],
        "event": {"type": type, "mode": mode, "contexts": [], "trigger": {**evidence, "text": trigger or words.split()[1]}}, "status": status,
        "actors": [_party(actor, evidence)] if actor else [], "recipients": [_party(target, evidence)] if target else [],
        "places": [_place(place, evidence)] if place else [],
        "time": {"start": day, "end": end or day, "precision": "day", "text": words, "start_char": start, "end_char": start + 1} if day else None,
        "figures": [{"of": "people", "low": low, "high": high, "out_of": None, "unit": None, "role": "killed", **evidence}] if killed is not None else [],
        "means": [], "confidence": 0.9, "more_evidence": [],
    }  # fmt: skip


def _party(party: tuple[str, str | None], evidence: Json) -> Json:
    name, country = party
    return {"name": name, "actor": None, "country": country, "country_name": None, "sector": "MIL" if country else None, **evidence}


def _place(name: str, evidence: Json) -> Json:
    latitude, longitude = TOWNS.get(name, (None, None))
    return {"role": "at", "name": name, "latitude": latitude, "longitude": longitude, "country": "AAA" if latitude else None, "admin1": None,
            "precision": "town" if latitude else None, "place": f"place:{name}" if latitude else None, **evidence}  # fmt: skip
