"""The mentions of a set coded across reports as claims, so that comparing is measured on every mention and not on those alone that reading found.

The coders mark a mention's words, its types and the voices of its figures, and no participants. So a mention has the fields of our claim
that lies on it best, whatever its type; where there is none, only its words, trigger and voice. Days and places that the coders give for
an incident are left out: they would tell which mentions are one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reportedly.document import Document, Json
from reportedly.evaluate.coded_claims import claim_of

HALF = 0.5  # of the shorter of two spans


def mention_claims(gold: Json, documents: Sequence[Document], ours: Iterable[Json]) -> list[Json]:
    """One claim a mention that is asked for, in the coders' order; `ours` are the claims that reading made."""
    texts = {Path(d.source or "").stem: d for d in documents}
    read: dict[str, list[Json]] = defaultdict(list)
    for claim in ours:
        read[Path(claim["document"]["source"] or "").stem].append(claim)
    voices = {(f["report"], tuple(f["span"])): f["sources"] for f in gold.get("figures", ())}
    return [
        _claim(texts[report], read[report], mention["span"], incident["event"], f"{incident['id']}-{n}", voices.get((report, tuple(mention["span"])), []))
        for incident in gold["incidents"] if not incident.get("optional")
        for n, mention in enumerate(incident["mentions"]) if not mention.get("optional")
        for report in [mention["report"].removesuffix(".txt")]
    ]  # fmt: skip


def _claim(document: Document, ours: Sequence[Json], span: Sequence[int], types: Sequence[str], ident: str, sources: Sequence[Json]) -> Json:
    bare = claim_of(document, {"id": ident, "span": span, "event": types, "status": "occurred", "sources": sources})
    best = max(ours, key=lambda c: _likeness(span, c["evidence"]), default=None)
    if best is None or _overlap(span, best["evidence"]) < HALF:
        return bare
    mode = best["event"]["mode"] if best["event"]["type"] in types else bare["event"]["mode"]
    kind = best["event"]["type"] if best["event"]["type"] in types else types[0]
    return {**best, "id": bare["id"], "evidence": bare["evidence"], "event": {**best["event"], "type": kind, "mode": mode}}


def _shared(span: Sequence[int], evidence: Mapping[str, int]) -> int:
    return max(0, min(span[1], evidence["end"]) - max(span[0], evidence["start"]))


def _overlap(span: Sequence[int], evidence: Mapping[str, int]) -> float:
    return _shared(span, evidence) / max(1, min(span[1] - span[0], evidence["end"] - evidence["start"]))


def _likeness(span: Sequence[int], evidence: Mapping[str, int]) -> float:
    return _shared(span, evidence) / max(1, max(span[1], evidence["end"]) - min(span[0], evidence["start"]))


def gold_of(file: Path) -> Json:
    gold: Json = json.loads(file.read_text(encoding="utf-8"))
    return gold
