"""What some bytes are: by what they begin with, then by their name and what their sender says of them."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    TEXT = "text"
    PAGE = "page"
    PDF = "pdf"
    MAIL = "mail"
    LINES = "lines"  # JSON Lines
    TABLE = "table"  # CSV, TSV
    PARQUET = "parquet"
    FEED = "feed"
    ZIP = "zip"
    TAR = "tar"
    PACKED = "packed"  # one file, compressed
    WARC = "warc"
    BINARY = "binary"


MEDIA = {
    Kind.TEXT: "text/plain", Kind.PAGE: "text/html", Kind.PDF: "application/pdf", Kind.MAIL: "message/rfc822", Kind.LINES: "application/jsonl",
    Kind.TABLE: "text/csv", Kind.PARQUET: "application/vnd.apache.parquet", Kind.FEED: "application/xml", Kind.ZIP: "application/zip",
    Kind.TAR: "application/x-tar", Kind.PACKED: "application/gzip", Kind.WARC: "application/warc", Kind.BINARY: "application/octet-stream",
}  # fmt: skip
SUFFIXES = {
    ".txt": Kind.TEXT, ".text": Kind.TEXT, ".md": Kind.TEXT, ".html": Kind.PAGE, ".htm": Kind.PAGE, ".xhtml": Kind.PAGE, ".shtml": Kind.PAGE,
    ".pdf": Kind.PDF, ".eml": Kind.MAIL, ".jsonl": Kind.LINES, ".ndjson": Kind.LINES, ".csv": Kind.TABLE, ".tsv": Kind.TABLE, ".parquet": Kind.PARQUET,
    ".zip": Kind.ZIP, ".wacz": Kind.ZIP, ".tar": Kind.TAR, ".tgz": Kind.TAR, ".tbz2": Kind.TAR, ".txz": Kind.TAR, ".warc": Kind.WARC, ".gz": Kind.PACKED,
    ".bz2": Kind.PACKED, ".xz": Kind.PACKED, ".rss": Kind.FEED, ".atom": Kind.FEED,
}  # fmt: skip
CONTAINERS = frozenset({Kind.ZIP, Kind.TAR, Kind.PACKED, Kind.WARC})
MARKS = (
    (b"%PDF-", Kind.PDF), (b"PAR1", Kind.PARQUET), (b"PK\x03\x04", Kind.ZIP), (b"PK\x05\x06", Kind.ZIP), (b"WARC/", Kind.WARC), (b"\x1f\x8b", Kind.PACKED),
    (b"BZh", Kind.PACKED), (b"\xfd7zXZ\0", Kind.PACKED),
)  # fmt: skip
OFFICE = (".docx", ".xlsx", ".pptx", ".odt", ".epub", ".jar", ".apk")  # zips whose members are no reports
MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|title|div|p)[\s>]", re.IGNORECASE)
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]", re.IGNORECASE)
MAIL = re.compile(rb"(?:(?:From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To): ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2}", re.IGNORECASE)


def kind_of(head: bytes, name: str, media: str | None = None) -> Kind:
    """The kind of what begins with `head` (some hundred bytes), is called `name`, and was sent as `media`."""
    low = name.lower().rpartition("?")[0] or name.lower()
    by_name = next((kind for suffix, kind in SUFFIXES.items() if low.endswith(suffix)), None)
    by_mark = next((kind for mark, kind in MARKS if head.startswith(mark)), None)
    if head[257:262] == b"ustar":
        return Kind.TAR
    if by_mark is Kind.ZIP and low.endswith(OFFICE):
        return Kind.BINARY
    if by_mark is Kind.PACKED:
        return Kind.WARC if ".warc" in low else Kind.TAR if by_name is Kind.TAR or ".tar." in low else Kind.PACKED
    return by_mark or _of_text(head, by_name, (media or "").partition(";")[0].strip().lower())


def _of_text(head: bytes, by_name: Kind | None, media: str) -> Kind:
    said = next((kind for kind in (Kind.PAGE, Kind.MAIL) if media == MEDIA[kind]), None) or (Kind.PAGE if media == "application/xhtml+xml" else None)
    if said or media.startswith(("image/", "audio/", "video/", "font/")):
        return said or Kind.BINARY
    if by_name in (Kind.TEXT, Kind.LINES, Kind.TABLE, Kind.MAIL, Kind.PAGE, Kind.TAR):
        return by_name
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if FEED.search(start[:1024]):
        return Kind.FEED
    if start[:1] == b"<" and MARKUP.search(start):
        return Kind.PAGE
    if MAIL.match(start):
        return Kind.MAIL
    if start[:1] == b"{" and not media:
        return Kind.LINES
    return Kind.BINARY if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")) else Kind.TEXT
