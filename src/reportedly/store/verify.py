"""Checking a store against itself: originals against their hashes, texts against originals, every span against its text."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, select

from reportedly.document import Json
from reportedly.store.schema import claims, intakes, originals, reports

AT_ONCE = 50  # reports in memory


@dataclass(slots=True)
class Checked:
    """How much was looked at."""

    originals: int = 0
    reports: int = 0
    claims: int = 0
    spans: int = 0


def faults_in(engine: Engine, checked: Checked) -> Iterator[Json]:
    """Everything that does not hold, as rows {what, id, fault}; `checked` counts as it goes."""
    yield from _originals(engine, checked)
    yield from _reports(engine, checked)


def _originals(engine: Engine, checked: Checked) -> Iterator[Json]:
    with engine.connect() as connection:
        for sha256, packed in connection.execution_options(yield_per=AT_ONCE).execute(select(originals.c.sha256, originals.c.packed)):
            checked.originals += 1
            data = _unpacked(packed)
            if data is None or hashlib.sha256(data).hexdigest() != sha256:
                yield {"what": "original", "id": sha256, "fault": "its bytes are not those that were stored"}


def _unpacked(packed: bytes) -> bytes | None:
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None


def _reports(engine: Engine, checked: Checked) -> Iterator[Json]:
    columns = (reports.c.id, reports.c.text, reports.c.claims, intakes.c.sha256, originals.c.media, originals.c.packed)
    joined = reports.outerjoin(intakes, intakes.c.report == reports.c.id).outerjoin(originals, originals.c.sha256 == intakes.c.sha256)
    with engine.connect() as connection, engine.connect() as other:
        for row in connection.execution_options(yield_per=AT_ONCE).execute(select(*columns).select_from(joined)).mappings():
            checked.reports += 1
            yield from _against_original(row)
            records = other.execute(select(claims.c.id, claims.c.record).where(claims.c.report == row["id"])).all()
            if len(records) != row["claims"]:
                yield {"what": "report", "id": row["id"], "fault": f"{row['claims']} claims were read in it, {len(records)} are stored"}
            for claim, record in records:
                yield from _claim(claim, record, row["text"], checked)


def _against_original(row: Any) -> Iterator[Json]:
    if row["sha256"] and row["packed"] is None:
        yield {"what": "report", "id": row["id"], "fault": f"its original {row['sha256'][:12]}… is not in the store"}
    if row["media"] == "text/plain" and (data := _unpacked(row["packed"])) is not None and row["text"] not in _texts(data):
        yield {"what": "report", "id": row["id"], "fault": "its text is not what its original says"}


def _texts(data: bytes) -> list[str]:
    """A plain text as intake may have decoded it."""
    return [data.decode(codec, "replace") for codec in ("utf-8-sig", "utf-8", "utf-16", "cp1252")]


def _claim(claim: str, record: Json, text: str, checked: Checked) -> Iterator[Json]:
    checked.claims += 1
    for start, end, words in spans_in(record):
        checked.spans += 1
        if text[start:end] != words:
            yield {"what": "claim", "id": claim, "fault": f"its report does not say {words[:60]!r} at {start}–{end}"}


def spans_in(record: Any) -> Iterator[tuple[int, int, str]]:
    """(start, end, words) of every span anywhere in a claim's record."""
    if isinstance(record, dict):
        first, last = ("start_char", "end_char") if "start_char" in record else ("start", "end")
        if isinstance(record.get("text"), str) and isinstance(record.get(first), int):
            yield record[first], record[last], record["text"]
        record = list(record.values())
    if isinstance(record, list):
        for item in record:
            yield from spans_in(item)
