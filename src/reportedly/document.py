"""A report and its words: where it came from, what it says, and the spans that stand as evidence."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reportedly.errors import EvidenceError
from reportedly.spans import Span

type Json = dict[str, Any]


def content_id(prefix: str, *parts: object) -> str:
    """An id that is the same on every machine: the first 20 hex digits of SHA-256 over the parts as JSON."""
    data = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass")
    return f"{prefix}-{hashlib.sha256(data).hexdigest()[:20]}"


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the way from what was given to the bytes of a report: a file, a member, a record, a page."""

    kind: str  # file folder url member record row post attachment object entry
    name: str
    sha256: str | None = None

    def to_dict(self) -> Json:
        return {"kind": self.kind, "name": self.name, "sha256": self.sha256}


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a report was read from, their SHA-256, when they were taken (ISO, UTC), and the chain that leads to them."""

    sha256: str
    media: str
    taken: str
    chain: tuple[Link, ...] = ()
    data: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Document:
    """One report. `text` is the source's own decoded text, untouched: every offset in every claim indexes it.

    For a web page, a PDF or a message it is the text that intake found in it, and `original` holds what it was found in.
    `body` is the spans of `text` that are the report proper; page furniture lies outside them.
    `published` is a date or None: unknown stays unknown; `published_from` says where it was found, `moment` is the full
    ISO time where the source gives one. `pages` are the offsets at which the numbered pages of a PDF begin.
    """

    id: str
    text: str
    source: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    body: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published_from: str | None = None
    moment: str | None = None
    pages: tuple[tuple[int, int], ...] = ()  # (offset, page number), ascending
    original: Original | None = field(default=None, compare=False)

    def page_at(self, offset: int) -> int | None:
        """The number of the page that holds the character at `offset`; None where there are no pages."""
        before = [number for start, number in self.pages if start <= offset]
        return before[-1] if before else None

    def words(self, span: Span) -> Words:
        """The words at a span, as evidence. Empty or out-of-range spans raise EvidenceError."""
        if not 0 <= span.start < span.end <= len(self.text):
            raise EvidenceError(f"no words at {span.start}–{span.end} of report {self.id} ({len(self.text)} characters)")
        return Words(span.start, span.end, self.text[span.start : span.end])

    def to_dict(self) -> Json:
        return {
            "id": self.id,
            "source": self.source,
            "title": self.title,
            "outlet": self.outlet,
            "published": self.published.isoformat() if self.published else None,
            "url": self.url,
            "language": self.language,
        }


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report where they stand: half-open code-point offsets and the text between them."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def to_dict(self) -> Json:
        return {"text": self.text, "start": self.start, "end": self.end}
