"""An incident in few words: what lists, searches and maps show of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.document import Json
from reportedly.store.facets import is_disputed, spot
from reportedly.terms import FigureRole

NAMED = 3  # participants and places that a summary names
COUNTED = tuple(r.value for r in FigureRole)
FIGURES = 6
QUOTED = 220  # characters of a quotation


def summary(record: Json, quote: Json | None = None) -> Json:
    """A summary of an incident's record, with the words of the claim that told of it first."""
    time, best = record["time"], spot(record["places"])
    keys = ("id", "types", "status", "n_claims", "n_reports", "n_outlets", "n_origins", "grade", "grade_reason", "disagreement")
    return {
        **{k: record[k] for k in keys}, "title": title(record), "time": {"start": time["start"], "end": time["end"]} if time["start"] or time["end"] else None,
        "place": {k: best[k] for k in ("name", "latitude", "longitude", "precision", "country")} if best else None,
        "places": [p["name"] for p in record["places"]], "actors": [p["name"] for p in record["actors"]], "recipients": [p["name"] for p in record["recipients"]],
        "figures": ranges(record["figures"]), "disputed": is_disputed(record),
        "quote": {**quote, "text": cut(quote["text"])} if quote else None,
    }  # fmt: skip


def cut(words: str) -> str:
    """Words on one line, cut after a word where they are many."""
    line = " ".join(words.split())
    if len(line) <= QUOTED:
        return line
    kept = line[:QUOTED].rsplit(" ", 1)[0]
    return kept + "…"


def title(record: Json) -> str:
    """Who, to whom, what ("Russia → Islamic State · Assault"); without either, what and where."""
    who, whom = (_names(record[k]) for k in ("actors", "recipients"))
    what = " / ".join(t.capitalize() for t in record["types"])
    if who or whom:
        return f"{who or '?'} → {whom} · {what}" if whom else f"{who} · {what}"
    where = _names(record["places"])
    return f"{what} · {where}" if where else what


def _names(parties: Sequence[Json]) -> str:
    names = [p["name"] for p in parties]
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")


def ranges(figures: Iterable[Json]) -> list[Json]:
    """For each thing counted, from the lowest number that a voice gives to the highest."""
    out: dict[tuple[str, str], Json] = {}
    for f in figures:
        merged = out.setdefault((f["role"], f["of"].casefold()), {"role": f["role"], "of": f["of"], "low": f["low"], "high": f["high"]})
        merged["low"] = min((n for n in (merged["low"], f["low"]) if n is not None), default=None)
        merged["high"] = max((n for n in (merged["high"], f["high"]) if n is not None), default=None)
    return sorted(out.values(), key=lambda f: COUNTED.index(f["role"]))[:FIGURES]

