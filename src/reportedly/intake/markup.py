"""HTML and XML before they are parsed: no more of it than a parser can take, and its bytes as characters."""

from __future__ import annotations

import codecs
import re

from reportedly.errors import TooLargeError

MAX_BYTES = 12_000_000  # of markup; more than any report needs
MAX_TAGS = 100_000
MAX_ATTRIBUTES = 2000  # of one element: parsing takes the square of their number
QUOTED = rb"""[\s/][^\s"'>/=]+\s*=\s*(?:"[^"]*"|'[^']*')"""  # only behind its equals sign does a quote hide what ends a tag
TAG = re.compile(rb"<[a-z](?:" + QUOTED + rb"|[^>])*+", re.IGNORECASE)
VALUE = re.compile(QUOTED)
SEPARATOR = re.compile(rb"[\s/]+")
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
DECLARED = re.compile(rb"""^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,40})["']""")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")


def check_markup(data: bytes, source: str, *, max_bytes: int = MAX_BYTES, max_tags: int = MAX_TAGS, hint: str) -> None:
    """TooLargeError for what would take too long to parse; no report comes near."""
    for what, has, may in (("bytes of markup", len(data), max_bytes), ("tags", data.count(b"<"), max_tags)):
        if has > may:
            raise TooLargeError(f"{source}: {has:,} {what}; there may be {may:,}", hint=hint)
    for tag in TAG.finditer(data):
        words = tag.group()
        if len(words) > 2 * MAX_ATTRIBUTES and len(SEPARATOR.findall(VALUE.sub(b" x", words))) > MAX_ATTRIBUTES:
            raise TooLargeError(f"{source}: an element of more than {MAX_ATTRIBUTES:,} attributes", hint=hint)


def decode_markup(data: bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    """Markup as text: by its byte-order mark, the server's word, its own word, UTF-8, or the likeliest; what did not fit is noted."""
    said = [charset, *(m.group(1).decode("ascii") for m in (CHARSET.search(data[:4096]), DECLARED.match(data[:200])) if m)]
    marks = [codec for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")) if data.startswith(mark)]
    for name in [*marks, *(n for n in said if n), "utf-8"]:
        if (text := _decoded(data, name)) is not None:
            wrong = next((n for n in said if n and _decoded(b"a", n) is None), None)
            return CONTROL.sub("", text), (f"charset {wrong!r} is unknown; read as {name}",) if wrong else ()
    likeliest = _likeliest(data)
    return CONTROL.sub("", data.decode(likeliest, "replace")), (f"not the charset it says ({next((n for n in said if n), 'none')}); read as {likeliest}",)


def _decoded(data: bytes, name: str) -> str | None:
    try:
        codec = codecs.lookup("cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name)
        if not codec._is_text_encoding:  # as bytes.decode itself asks: base64 and its like are no charsets
            return None
        return data.decode(codec.name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _likeliest(data: bytes) -> str:
    """Windows-1252 for text in Latin letters, where a detector errs more often than not; what a detector says for the rest."""
    sample = data[:60_000]
    if sum(byte > 127 for byte in sample) < 0.15 * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"
