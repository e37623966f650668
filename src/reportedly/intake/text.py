"""Plain text into documents. Bytes are never silently altered: what cannot be decoded is said."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reportedly.document import Document, Original
from reportedly.errors import BadDateError, NotTextError, TooLargeError

MAX_CHARACTERS = 5_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about reports that do not say it themselves."""

    published: date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published_from: str | None = "given"  # where `published` was found, when there is one
    moment: str | None = None

    def but(self, **changes: Any) -> Given:
        """The same with some fields changed."""
        return replace(self, **changes)


def parse_date(text: str) -> date:
    """An ISO date (or date-time). BadDateError says what is allowed."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError as error:
        raise BadDateError(f"{text!r} is no date", hint="write it as YYYY-MM-DD, for example 2015-10-07") from error


def document_from_text(
    text: str, *, source: str | None = None, given: Given | None = None, notes: tuple[str, ...] = (),
    original: Original | None = None, pages: tuple[tuple[int, int], ...] = (),
) -> Document:  # fmt: skip
    """A document of a text. Its id is the hash of the text and of what is known of it."""
    given = given or Given()
    if not text.strip():
        raise NotTextError(f"{source or 'the text'}: empty", hint="a report needs words")
    if len(text) > MAX_CHARACTERS:
        raise TooLargeError(
            f"{source or 'the text'}: {len(text):,} characters; one report may hold {MAX_CHARACTERS:,}", hint="split it into reports"
        )
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
    key = f"{digest}|{given.published or ''}|{given.outlet or ''}"
    ident = "report-" + hashlib.sha256(key.encode()).hexdigest()[:20]
    title = given.title or _headline(text)
    found = given.published_from if given.published else None
    return Document(
        ident, text, source, title, given.outlet, given.published, given.url, None, (), notes,
        given.authors, found, given.moment if given.published else None, pages, original,
    )  # fmt: skip


def _headline(text: str) -> str | None:
    from reportedly.intake.layout import paragraphs

    first = next(iter(paragraphs(text[:4000])), None)
    return text[first.span.start : first.span.end] if first is not None and first.headline else None


def decode(data: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """Bytes as text, with a note when they were not UTF-8. NotTextError for what is no text."""
    if not data.strip():
        raise NotTextError(f"{source}: the file is empty", hint="a report needs words")
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(codec), ()
            except UnicodeDecodeError as error:
                raise NotTextError(f"{source}: {error}", hint="save it as UTF-8") from error
    if b"\0" in data[:65536]:
        raise NotTextError(f"{source}: a binary file", hint="give plain text or JSON Lines")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _legacy(data, source, error)


def _legacy(data: bytes, source: str, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    """Windows-1252, if it could be that: few control characters. Said in a note."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise NotTextError(f"{source}: no UTF-8 (byte {error.start})", hint="save it as UTF-8") from error
    if sum(c < " " and c not in "\r\n\t\f\v" for c in text) > len(text) // 1000:
        raise NotTextError(f"{source}: neither UTF-8 nor Windows-1252 text", hint="save it as UTF-8") from error
    return text, (f"{source}: not UTF-8 (byte {error.start}); read as Windows-1252",)
