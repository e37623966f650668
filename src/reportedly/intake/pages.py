"""A web page into a report, or, when it is a live blog, into one for each post."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.errors import NoReportError, TooLargeError
from reportedly.intake.live import posts, without_posts
from reportedly.intake.page_facts import PageFacts, page_facts
from reportedly.intake.page_text import page_text, parsed
from reportedly.intake.raw import Raw
from reportedly.intake.text import Given, document_from_text
from reportedly.records import Document, Link

MAX_PAGE = 12_000_000  # bytes of markup; more than any report needs
MAX_TAGS = 100_000
MAX_ATTRIBUTES = 3000  # of one element: parsing takes the square of their number
LONG_TAG = re.compile(rb"<[^<>]{20000,}")
ATTRIBUTE = re.compile(rb"\s[\w:.-]+\s*=")
LEAST_WORDS = 40  # before the posts of a live blog: fewer are no report of their own
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
DECLARED = re.compile(rb"""^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,40})["']""")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")


def documents_from_page(raw: Raw, given: Given) -> Iterator[Document]:
    """The reports of a page. NoReportError when there is no text of a report on it."""
    _check_size(raw)
    text, notes = decode_page(raw.data, raw.charset)
    tree = parsed(text)
    if tree is None:
        raise NoReportError(f"{raw.source}: nothing on this page", hint="is it the right file?")
    facts = page_facts(tree, raw.url or given.url)
    blog = posts(tree, facts)
    body = page_text(without_posts(tree, facts) if blog else tree, facts.title)
    if not blog and not body:
        raise NoReportError(f"{raw.source}: no text of a report on this page", hint="pages that a script fills hold none: save them from a browser")
    if body and (not blog or len(body.split()) >= LEAST_WORDS):
        yield document_from_text(body, source=raw.source, given=_given(facts, given, raw), notes=notes, original=raw.original())
    whole = raw.original()
    for number, post in enumerate(blog, 1):
        known = _given(facts, given, raw).but(published=post.published.day, published_from="post", moment=post.published.time, title=post.title or facts.title)
        if known.url:
            known = known.but(url=known.url.partition("#")[0] + f"#{post.mark}")
        yield document_from_text(post.text, source=f"{raw.source}#{post.mark}", given=known, notes=notes, original=replace(whole, chain=(*raw.chain, Link("post", str(number)))))


def _check_size(raw: Raw) -> None:
    """TooLargeError for what would take too long to parse; no page of a report comes near."""
    for what, has, may in (("bytes of markup", len(raw.data), MAX_PAGE), ("tags", raw.data.count(b"<"), MAX_TAGS)):
        if has > may:
            raise TooLargeError(f"{raw.source}: {has:,} {what}; a page may have {may:,}", hint="save the report itself as text")
    for tag in LONG_TAG.finditer(raw.data):
        if len(ATTRIBUTE.findall(tag.group())) > MAX_ATTRIBUTES:
            raise TooLargeError(f"{raw.source}: an element of more than {MAX_ATTRIBUTES:,} attributes", hint="save the report itself as text")


def _given(facts: PageFacts, given: Given, raw: Raw) -> Given:
    """The page's own facts before what the user, or a feed, says of it."""
    when = facts.published
    if facts.published_from == "url" and given.published:
        when = None
    return Given(
        when.day if when else given.published, facts.outlet or given.outlet, facts.title or given.title, facts.url or given.url,
        facts.authors or given.authors, facts.published_from if when else given.published_from, when.time if when else given.moment,
    )  # fmt: skip


def decode_page(data: bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    """A page as text: by its byte-order mark, the server's word, its own word, UTF-8, or the likeliest; what did not fit is noted."""
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
