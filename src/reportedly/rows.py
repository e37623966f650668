"""Claims as flat rows, from their contract records: for tables, CSV and map properties. Nothing is chosen or summed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportedly.codebooks.precision import date_prec, geo_precision, time_precision, where_prec

COLUMNS = [
    "id", "report", "outlet", "published", "voices", "type", "mode", "status", "actors", "recipients", "places", "latitude",
    "longitude", "precision", "where_prec", "geo_precision", "start", "end", "date_prec", "time_precision", "figures", "means",
    "confidence", "evidence", "evidence_start", "evidence_end",
]  # fmt: skip


def flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """One claim record as one row. Coordinates, and how fine they are in UCDP's and ACLED's codes, only where the claim has
    one place: no winner is picked among several."""
    places = record["places"]
    place = places[0] if len(places) == 1 else {}
    time = record["time"] or {}
    document = record["document"]
    return {
        "id": record["id"],
        "report": document["id"],
        "outlet": document["outlet"],
        "published": document["published"],
        "voices": " < ".join(v["name"] for v in record["attribution"]),
        "type": record["event"]["type"],
        "mode": record["event"]["mode"],
        "status": record["status"],
        "actors": "; ".join(p["name"] for p in record["actors"]),
        "recipients": "; ".join(p["name"] for p in record["recipients"]),
        "places": "; ".join(f"{p['role']} {p['name']}" for p in places),
        "latitude": place.get("latitude"),
        "longitude": place.get("longitude"),
        "precision": place.get("precision"),
        "where_prec": where_prec(place.get("precision"), place.get("place")),
        "geo_precision": geo_precision(place.get("precision"), place.get("place")),
        "start": time.get("start"),
        "end": time.get("end"),
        "date_prec": date_prec(time.get("start"), time.get("end")),
        "time_precision": time_precision(time.get("start"), time.get("end")),
        "figures": "; ".join(f"{f['role']}: {f['text']}" for f in record["figures"]),
        "means": "; ".join(m["name"] for m in record["means"]),
        "confidence": record["confidence"],
        "evidence": record["evidence"]["text"],
        "evidence_start": record["evidence"]["start"],
        "evidence_end": record["evidence"]["end"],
    }


def safe_cell(value: object) -> object:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe in front."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
