"""Feeds and site maps: what they name, in all their kinds; what is hostile in them is refused."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from reportedly.errors import InputError
from reportedly.intake.feeds import parse_feed, plain_address
from tests.intake.test_archives import found

BASE = "https://courier.example/feed"
RSS = b"""<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Harbour Courier</title>
<item><title>Clashes &amp; more</title><link>/1?utm_source=rss&amp;id=7#top</link><pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><dc:creator>Jane Smith</dc:creator></item>
<item><title>No link</title></item><item><title>Other scheme</title><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Courier</title><entry><title>Clashes &amp; more</title><link href="https://courier.example/1?id=7"/>
<published>2024-03-01T10:00:00Z</published><updated>2024-03-02T10:00:00Z</updated><author><name>Jane Smith</name></author><content type="html">&lt;p&gt;Words.&lt;/p&gt;</content></entry></feed>"""
JSON = json.dumps(
    {"version": "https://jsonfeed.org/version/1.1", "title": "The Harbour Courier", "items": [
        {"id": "1", "url": "https://courier.example/1?id=7", "title": "Clashes & more", "date_published": "2024-03-01T10:00:00Z", "authors": [{"name": "Jane Smith"}], "content_html": "<p>Words.</p>"},
        {"id": "nothing else"}, 7]}
).encode()  # fmt: skip


@pytest.mark.parametrize("data", [RSS, ATOM, JSON, gzip.compress(RSS)], ids=["rss", "atom", "json", "packed"])
def test_each_kind_names_the_same(data: bytes) -> None:
    feed = parse_feed(data, BASE)
    entry = feed.entries[0]
    assert len(feed.entries) == (1 if data is not JSON else 2)
    assert (feed.title, entry.url, entry.title, entry.authors) == ("The Harbour Courier", "https://courier.example/1?id=7", "Clashes & more", ("Jane Smith",))
    assert entry.published is not None and entry.published.day == date(2024, 3, 1)
    assert entry.content == (None if data in (RSS, gzip.compress(RSS)) or data[:1] == b"\x1f" else "<p>Words.</p>")


def test_a_mark_changes_with_what_is_said() -> None:
    marks = {parse_feed(data, BASE).entries[0].mark for data in (ATOM, ATOM.replace(b"2024-03-02", b"2024-03-03"), ATOM.replace(b"Clashes", b"Clash"))}
    assert len(marks) == 3
    assert parse_feed(ATOM, BASE).entries[0].mark == parse_feed(ATOM.replace(b"Words", b"Other"), BASE).entries[0].mark


def test_site_maps_and_their_indexes() -> None:
    news = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
    feed = parse_feed(
        f"<urlset {news}><url><loc> https://courier.example/1 </loc><lastmod>2024-03-02</lastmod>"
        "<n:news><n:publication_date>2024-03-01</n:publication_date><n:title>Clashes</n:title></n:news></url><url><loc>ftp://x</loc></url></urlset>".encode(),
        BASE,
    )
    assert [(e.url, e.title, e.published and e.published.day) for e in feed.entries] == [("https://courier.example/1", "Clashes", date(2024, 3, 1))]
    index = parse_feed(
        b"<sitemapindex><sitemap><loc>/a.xml</loc><lastmod>2024-01-01</lastmod></sitemap><sitemap><loc>/b.xml</loc><lastmod>2024-02-01</lastmod></sitemap></sitemapindex>", BASE
    )
    assert index.inner == ("https://courier.example/b.xml", "https://courier.example/a.xml")


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (LAUGHS + RSS.partition(b"?>")[2], "E119"), (b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title></channel></rss>', "E119"),
        (('<?xml version="1.0" encoding="utf-16"?>' + LAUGHS.decode() + "<rss/>").encode("utf-16"), "E119"), (b"<!DOCTYPE urlset SYSTEM 'x'><urlset></urlset>", "E119"),
        (b"<html><body><p>Not found</p></body></html>", "E105"), (b"", "E105"), (b"{", "E105"), (b'{"items": 3}', "E105"), (b"[1]", "E105"), (b"<urlset><url>", "E105"),
        (gzip.compress(RSS)[:40], "E105"), (gzip.compress(b"\0" * 30_000_000), "E115"),
    ],
    ids=["laughs", "external", "utf-16", "site-map", "page", "empty", "brace", "no-items", "list", "cut", "cut-gzip", "bomb"],  # packed bytes hold the time: no names of tests
)  # fmt: skip
def test_what_is_no_feed_or_worse(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_feed(data, BASE)
    assert caught.value.code == code


def test_a_feed_that_holds_its_reports_is_read_itself(tmp_path: Path) -> None:
    words = "Two hundred people left the villages of the north on Sunday, the governor of the province said in a statement that was read on the radio in the evening."
    (tmp_path / "a.rss").write_bytes(ATOM.replace(b"Words.", words.encode()))
    documents, codes = found(tmp_path / "a.rss")
    assert [(d.text, d.title, d.outlet, d.url, d.published_from) for d in documents] == [(words, "Clashes & more", "The Harbour Courier", "https://courier.example/1?id=7", "feed")]
    assert codes == []
    (tmp_path / "b.xml").write_bytes(RSS)
    assert found(tmp_path / "b.xml") == ([], ["E106"])


def test_marks_of_counting_are_taken_from_addresses() -> None:
    assert plain_address("https://a.example/x?utm_source=rss&id=1&fbclid=z#top") == "https://a.example/x?id=1"
    assert plain_address("https://a.example/x?b=&a=%20") == "https://a.example/x?b=&a=+"
