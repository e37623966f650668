"""A feed given as a file or address: the reports that stand in it whole. To follow what it only names, watch it."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import replace

from reportedly.document import Document, Link
from reportedly.errors import InputError, NoReportError
from reportedly.intake.feeds import Entry, parse_feed
from reportedly.intake.pages import documents_from_page
from reportedly.intake.raw import Raw
from reportedly.intake.text import Given

LEAST_WORDS = 25  # fewer are a teaser, not a report


def documents_from_feed(raw: Raw, given: Given) -> Iterator[Document | InputError]:
    """The entries that hold their report; those that only name a page are passed over. NoReportError when none holds one."""
    feed = parse_feed(raw.data, raw.url or "https://feed.invalid/")
    whole = [e for e in feed.entries if e.content and len(e.content.split()) >= LEAST_WORDS]
    if not whole:
        raise NoReportError(f"{raw.source}: a feed that only names {len(feed.entries)} pages", hint="follow it: reportedly watch feeds.toml --once")
    for entry in whole:
        try:
            yield from documents_from_page(_page(raw, entry), _given(entry, feed.title, given))
        except InputError as error:
            yield error


def _page(raw: Raw, entry: Entry) -> Raw:
    """The entry's words as a page of their own."""
    body = entry.content or ""
    if "<" not in body:
        body = "".join(f"<p>{html.escape(line)}</p>" for line in body.splitlines() if line.strip())
    data = f"<html><body><article>{body}</article></body></html>".encode("utf-8", "replace")
    chain = (*raw.chain, Link("entry", entry.url))
    return replace(raw, data=data, source=f"{raw.source}#{entry.url}", chain=chain, url=entry.url, media="text/html", charset="utf-8")


def _given(entry: Entry, outlet: str | None, given: Given) -> Given:
    when = entry.published
    known = given.but(title=entry.title, outlet=given.outlet or outlet, authors=entry.authors or given.authors, url=entry.url)
    return known.but(published=when.day, published_from="feed", moment=when.time) if when else known
