"""Feeds (RSS, Atom, JSON Feed) and site maps into what they name: addresses, and what is said of each."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import zlib
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit
from xml.etree.ElementTree import Element, ParseError

import feedparser
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from reportedly.errors import BrokenFileError, TooLargeError, UnsafeXmlError
from reportedly.intake.guarded import Guarded, read_all
from reportedly.intake.markup import check_markup, decode_markup
from reportedly.intake.moments import Moment, moment
from reportedly.intake.raw import Limits

MAX_FEED = 20_000_000
MAX_ENTRIES = 50_000
MAX_TAGS = 200_000  # of a feed that is no site map: its parser takes 12 µs for each
XML = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
ENTITY = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]*\[", re.IGNORECASE)
SITE_MAP = re.compile(rb"<(?:\w+:)?(urlset|sitemapindex)[\s>]")
TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|at_medium|at_campaign|cmpid|ns_\w+|ftag|ocid)$", re.IGNORECASE)
UTF8 = {"content-type": "application/xml; charset=utf-8"}
TAG = re.compile(r"<[^>]{0,500}>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a feed names. `mark` changes when the feed says something else of it; `content` is the report itself, if the feed has it."""

    url: str
    mark: str
    title: str | None = None
    published: Moment | None = None
    authors: tuple[str, ...] = ()
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was at one look. `inner` are the site maps that an index of site maps names, the newest first."""

    title: str | None = None
    entries: tuple[Entry, ...] = ()
    inner: tuple[str, ...] = ()


def parse_feed(data: bytes, url: str) -> Feed:
    """A feed of any of the kinds. Raises BrokenFileError, TooLargeError, and UnsafeXmlError for XML that defines entities."""
    data = _unpacked(data, url)
    if len(data) > MAX_FEED:
        raise TooLargeError(f"{url}: {len(data):,} bytes; a feed may have {MAX_FEED:,}", hint="watch a smaller feed of the same site")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _json_feed(data, url)
    data = XML.sub("", decode_markup(data, None)[0], count=1).encode()  # what is checked is what is parsed, whatever charset it declares
    if ENTITY.search(data):
        raise UnsafeXmlError(f"{url}: XML that defines entities", hint="no feed needs them; tell the site")
    if SITE_MAP.search(data[:4096]):
        return _site_map(data, url)
    check_markup(data, url, max_bytes=MAX_FEED, max_tags=MAX_TAGS, hint="watch a smaller feed of the same site")
    return _xml_feed(data, url)


def plain_address(url: str) -> str:
    """An address without its fragment and the marks by which sites count readers."""
    parts = urlsplit(url)
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(k)]) if parts.query else ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _unpacked(data: bytes, url: str) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    limits = Limits(max_bytes=MAX_FEED)
    try:
        return read_all(io.BufferedReader(Guarded(gzip.GzipFile(fileobj=io.BytesIO(data)), lambda: len(data), url, limits)), url, limits)  # type: ignore[arg-type]
    except (OSError, EOFError, zlib.error) as error:
        raise BrokenFileError(f"{url}: cannot be unpacked ({error})", hint="the site's fault; it is looked at again later") from error


def _xml_feed(data: bytes, url: str) -> Feed:
    try:
        found = feedparser.parse(io.BytesIO(data), response_headers=UTF8, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # it reads what is broken as far as it goes, and fails in its own ways on the rest
        raise BrokenFileError(f"{url}: no feed ({type(error).__name__})", hint="is it the address of an RSS or Atom feed?") from error
    if not found.get("version") and not found.entries:
        raise BrokenFileError(f"{url}: no feed", hint="is it the address of an RSS, Atom or JSON feed, or of a site map?")
    entries = (_xml_entry(e, url) for e in found.entries[:MAX_ENTRIES])
    return Feed(_words(found.feed.get("title")), tuple(e for e in entries if e))


def _xml_entry(entry: Any, base: str) -> Entry | None:
    address = _address(entry.get("link") or entry.get("id"), base)
    if not address:
        return None
    contents = [c.get("value") for c in entry.get("content") or () if c.get("value")]
    summary = entry.get("summary") or ""
    said = dict.get(entry, "updated") or ""  # not the entry's own look-up: it would put the date of publication in its place
    authors = tuple(a["name"] for a in entry.get("authors") or () if a.get("name")) or tuple(filter(None, [entry.get("author")]))
    return Entry(
        address, _mark(said, entry.get("title"), "" if said else summary), _words(entry.get("title")), moment(entry.get("published") or said),
        authors, contents[0] if contents else None,
    )  # fmt: skip


def _json_feed(data: bytes, url: str) -> Feed:
    try:
        found = json.loads(data)
        items = found["items"]
        if not isinstance(items, list):
            raise TypeError("items are no list")
        entries = tuple(e for item in items[:MAX_ENTRIES] if isinstance(item, dict) and (e := _json_entry(item, url)))
        return Feed(_words(found.get("title")), entries)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BrokenFileError(f"{url}: no JSON feed ({error})", hint="is it the address of a feed?") from error


def _json_entry(item: dict[str, Any], base: str) -> Entry | None:
    address = _address(item.get("url") or item.get("external_url") or item.get("id"), base)
    if not address:
        return None
    content = item.get("content_html") or item.get("content_text")
    said = str(item.get("date_modified") or "")
    people = item.get("authors") or [item.get("author")]
    authors = tuple(str(a["name"]) for a in people if isinstance(a, dict) and a.get("name")) if isinstance(people, list) else ()
    mark = _mark(said, item.get("title"), "" if said else content)
    return Entry(address, mark, _words(item.get("title")), moment(str(item.get("date_published") or "")), authors, content if isinstance(content, str) else None)


def _site_map(data: bytes, url: str) -> Feed:
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnsafeXmlError(f"{url}: XML with a document type of its own", hint="no site map needs one; tell the site") from error
    except (ParseError, ValueError) as error:
        raise BrokenFileError(f"{url}: no site map ({error})", hint="the site's fault; it is looked at again later") from error
    named = [(_text(item, "loc"), _text(item, "lastmod"), item) for item in list(root)[:MAX_ENTRIES]]
    if _bare(root.tag) == "sitemapindex":
        newest = sorted(((loc, when) for loc, when, _ in named if loc), key=lambda pair: pair[1] or "", reverse=True)
        return Feed(None, (), tuple(a for loc, _ in newest if (a := _address(loc, url))))
    return Feed(None, tuple(e for loc, when, item in named if (e := _mapped(loc, when, item, url))))


def _mapped(loc: str | None, when: str | None, item: Element, base: str) -> Entry | None:
    """A page of a site map; a news site map says title and date besides."""
    address = _address(loc, base)
    if not address:
        return None
    title = next((e.text for e in item.iter() if _bare(e.tag) == "title" and e.text), None)
    published = next((e.text for e in item.iter() if _bare(e.tag) == "publication_date" and e.text), None)
    return Entry(address, _mark(when, title, ""), _words(title), moment(published or ""))


def _text(item: Element, name: str) -> str | None:
    return next((e.text.strip() for e in item if _bare(e.tag) == name and e.text), None)


def _bare(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _address(link: Any, base: str) -> str | None:
    """An http(s) address, made whole and plain; None for anything else."""
    try:
        address = urljoin(base, str(link or "").strip())
        return plain_address(address) if link and urlsplit(address).scheme in ("http", "https") and urlsplit(address).hostname else None
    except ValueError:
        return None


def _words(value: Any) -> str | None:
    return " ".join(TAG.sub(" ", value).split())[:500] or None if isinstance(value, str) else None


def _mark(*said: Any) -> str:
    return hashlib.sha256("\0".join(str(s or "") for s in said).encode("utf-8", "replace")).hexdigest()[:16]
