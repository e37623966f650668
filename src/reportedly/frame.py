"""Claims as a pandas data frame: one row a claim, lists joined with "; ", so that it opens in any tool."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportedly.errors import UsageError
from reportedly.records import Claim


def claims_frame(claims: Iterable[Claim]) -> Any:
    """A `pandas.DataFrame` of the claims. UsageError when pandas is not installed."""
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError("a data frame needs pandas", hint="pip install 'reportedly[frame]'") from error
    return pd.DataFrame([claim_row(claim) for claim in claims], columns=COLUMNS)


COLUMNS = [
    "id", "report", "outlet", "published", "voices", "type", "mode", "status", "actors", "recipients", "places", "latitude",
    "longitude", "start", "end", "figures", "means", "confidence", "evidence", "evidence_start", "evidence_end",
]  # fmt: skip


def claim_row(claim: Claim) -> dict[str, Any]:
    """A flat row for tables and CSV. Nothing is chosen: several values stand side by side."""
    place = claim.places[0] if len(claim.places) == 1 else None
    document = claim.document
    return {
        "id": claim.id,
        "report": document.id,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "voices": " < ".join(v.name for v in claim.attribution),
        "type": claim.event.type,
        "mode": claim.event.mode,
        "status": claim.status.value,
        "actors": "; ".join(p.name for p in claim.actors),
        "recipients": "; ".join(p.name for p in claim.recipients),
        "places": "; ".join(f"{p.role.value} {p.name}" for p in claim.places),
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "start": claim.time.start if claim.time else None,
        "end": claim.time.end if claim.time else None,
        "figures": "; ".join(f"{f.role.value} {f.words.text}" for f in claim.figures),
        "means": "; ".join(m.name for m in claim.means),
        "confidence": round(claim.confidence, 3),
        "evidence": claim.evidence.text,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
    }
