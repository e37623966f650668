"""What a web page says about itself: headline, outlet, authors, address, and when it was published and where that stands.

Asked in this order: JSON-LD, OpenGraph and other meta elements, microdata, `time` elements, the address. The date is never
guessed from the text; a page that gives none has none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from reportedly.document import Json
from reportedly.intake.moments import Moment, moment, moment_in_address

REPORT_TYPES = re.compile(r"(Article|Report|Posting|Review|WebPage|Event)$")
TITLES = ("og:title", "twitter:title", "headline", "dc.title", "title")
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher", "cre")
AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "og:article:author")
DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "publish-date", "publish_date", "publishdate", "dc.date.issued", "dcterms.created", "dc.date", "date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
AUTHOR_PLACES = (
    "//*[@itemprop='author']//*[@itemprop='name']", "//*[@itemprop='author'][not(*[@itemprop='name'])]", "//a[@rel='author']", "//address//a[@rel]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ') or contains(@class, 'byline__name') or contains(@class, 'author-name')]",
)  # fmt: skip
TIMES = "//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li or ancestor::*[contains(@class, 'comment') or contains(@class, 'related')])]"
BY = re.compile(r"^\s*(?:(?:written|reporting|analysis|report|story|text) )?(?:by|von|par)\s*:?\s+", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:,|;|\||&|\band\b)\s*")
NO_NAME = re.compile(r"https?:|www\.|@|\d{2}|\bupdated\b|\bpublished\b", re.IGNORECASE)
NO_AUTHOR = re.compile(r"(?i:\b(?:writers?|editors?|editor-at-large|reporters?|correspondents?|admin|guest|columnists?|producers?)\b)|^(?:MS|MD|PhD|RDN|CNN.*)$")
SOME = 20  # headings that are looked at
LONGEST = 5000  # characters of a fact before it is made clean
TRAILING_COMMA = re.compile(r",(\s*[\]}])")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself. `published_from` is json-ld, opengraph, meta, microdata, time or url."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Moment | None = None
    published_from: str | None = None
    url: str | None = None
    live: tuple[Json, ...] = ()  # the updates of a live blog, as its JSON-LD has them


def page_facts(tree: HtmlElement, url: str | None) -> PageFacts:
    """The facts of a page; `url` is the address it was fetched from, if it was."""
    meta = _meta(tree)
    things = list(_linked_data(tree))
    report = max((t for t in things if _is_report(t)), key=_telling, default={})
    address = _address(tree, meta, url)
    published, found = _published(tree, meta, report, address)
    outlet = _outlet(tree, meta, report, things)
    updates = tuple(u for u in _listed(report.get("liveBlogUpdate")) if isinstance(u, dict))
    return PageFacts(_title(tree, meta, report, outlet), outlet, _authors(tree, meta, report), published, found, address, updates)


def _outlet(tree: HtmlElement, meta: dict[str, list[str]], report: Json, things: list[Json]) -> str | None:
    """The site's own name before the publisher of its data: many papers give an agency there."""
    title = _clean(tree.findtext(".//title") or "")
    named = next((found for h in islice(tree.iter("h1"), SOME) if (found := _tail(title, _clean(h.text_content())))), None)
    sites = [_name(t) for t in things if _type(t) in ("NewsMediaOrganization", "WebSite")]
    return next((n for n in (_name(_first(meta, OUTLETS[:1])), _name(report.get("publisher")), *sites, named, _name(_first(meta, OUTLETS[1:]))) if n), None)


def _tail(title: str, headline: str) -> str | None:
    """What stands behind the headline in the page's title: "Clashes in the north - The Courier"."""
    found = re.fullmatch(r"\s*[-–—|:·]+\s*([\w.,'’& -]{2,40})", title.removeprefix(headline)) if headline and title != headline else None
    return found.group(1).strip() if found else None


def _linked_data(tree: HtmlElement) -> Iterator[Json]:
    """Every object of the page's JSON-LD; lists and graphs are opened. What is broken is left out."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        waiting = [_loads(script.text or "")]
        while waiting:
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting += thing[:200]
            elif isinstance(thing, dict):
                yield thing
                waiting += [thing[k] for k in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(thing.get(k), dict | list)]


def _loads(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    for attempt in (text, TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _type(thing: Json) -> str:
    return next((t for t in _listed(thing.get("@type")) if isinstance(t, str)), "").rpartition("/")[2]


def _is_report(thing: Json) -> bool:
    return any(isinstance(t, str) and REPORT_TYPES.search(t) for t in _listed(thing.get("@type")))


def _telling(thing: Json) -> int:
    """How much a thing says of what is asked; a web page less than an article."""
    return 2 * sum(bool(thing.get(k)) for k in ("headline", "datePublished", "author", "publisher", "liveBlogUpdate")) - (_type(thing) == "WebPage")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(value: Any) -> str | None:
    for one in _listed(value):
        found = one.get("name") if isinstance(one, dict) else one
        if isinstance(found, list):
            found = next((f for f in found if isinstance(f, str)), None)
        if isinstance(found, str) and (clean := _clean(found)) and not NO_NAME.search(clean):
            return clean
    return None


def _clean(text: str) -> str:
    return " ".join(unescape(text[:LONGEST]).split())[:500]


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if (content := _clean(element.get("content") or "")) and name:
            out.setdefault(name.lower(), []).append(content)
    return out


def _first(meta: dict[str, list[str]], names: Iterable[str]) -> str | None:
    return next((meta[n][0] for n in names if n in meta), None)


def _title(tree: HtmlElement, meta: dict[str, list[str]], report: Json, outlet: str | None) -> str | None:
    headline = report.get("headline")
    if isinstance(headline, str) and _clean(headline):
        return _clean(headline)
    if named := _first(meta, TITLES[:4]):
        return _without(named, outlet)
    headings = [_clean(h.text_content()) for h in islice(tree.iter("h1"), SOME)]
    if len(set(headings)) == 1 and headings[0]:
        return headings[0]
    return _without(_clean(tree.findtext(".//title") or ""), outlet) or _first(meta, TITLES) or None


def _without(title: str, outlet: str | None) -> str:
    """A title without its outlet: "Clashes in the north | The Courier"."""
    for mark in (" | ", " - ", " – ", " — ", " :: "):
        head, _, tail = title.rpartition(mark)
        if head and (tail.casefold() == (outlet or "").casefold() or (outlet is None and len(tail.split()) <= 4 and len(head.split()) > len(tail.split()))):
            return head
    return title


def _authors(tree: HtmlElement, meta: dict[str, list[str]], report: Json) -> tuple[str, ...]:
    given = [n for a in _listed(report.get("author")) if (n := _name(a))]
    given = given or [name for key in AUTHORS for name in meta.get(key, ()) if not NO_NAME.search(name)]
    for place in AUTHOR_PLACES if not given else ():
        given = given or [text for e in tree.xpath(place)[:8] if (text := _clean(e.get("content") or e.text_content())) and len(text) < 120]
    names = [part for text in given for part in BETWEEN.split(BY.sub("", text)) if len(part) > 1 and not NO_NAME.search(part) and not NO_AUTHOR.search(part)]
    return tuple(dict.fromkeys(names))[:20]


def _address(tree: HtmlElement, meta: dict[str, list[str]], url: str | None) -> str | None:
    """The page's own address: where it was fetched from; else what it says itself."""
    if url:
        return url
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return next((a for a in [*links, *meta.get("og:url", ())] if a.startswith(("http://", "https://"))), None)


def _published(tree: HtmlElement, meta: dict[str, list[str]], report: Json, url: str | None) -> tuple[Moment | None, str | None]:
    for found, when in _said_dates(tree, meta, report):
        if isinstance(when, str) and (result := moment(when)):
            return result, found
    day = moment_in_address(url or "")
    return (Moment(day), "url") if day else (None, None)


def _said_dates(tree: HtmlElement, meta: dict[str, list[str]], report: Json) -> Iterator[tuple[str, Any]]:
    yield from (("json-ld", report.get(key)) for key in ("datePublished", "dateCreated", "uploadDate"))
    yield from (("opengraph" if (":" in key and "og" in key) or key.startswith("article:") else "meta", meta[key][0]) for key in DATES if key in meta)
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]")[:3]:
        yield "time" if element.tag == "time" else "microdata", element.get("datetime") or element.get("content") or element.text_content()
    times = tree.xpath(TIMES)[:20]
    marked = [t for t in times if "publi" in _around(t) or "posted" in _around(t)]
    yield from (("time", t.get("datetime")) for t in [*marked, *(t for t in times if "updat" not in _around(t) and "modif" not in _around(t))])


def _around(element: HtmlElement) -> str:
    parent = element.getparent()
    return f"{element.get('class', '')} {parent.get('class', '') if parent is not None else ''}".lower()
