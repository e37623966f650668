"""What `watch` knows between two looks: feeds, the pages they named, and the versions of reports. Each step is one transaction."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select, update

from reportedly.document import Document, Json
from reportedly.store.schema import feeds, pages, reports, versions
from reportedly.store.write import now


@dataclass(frozen=True, slots=True)
class FeedState:
    """A feed at its last look. `next_at` in seconds since 1970."""

    url: str
    etag: str | None = None
    modified: str | None = None
    next_at: float = 0.0
    failures: int = 0


@dataclass(frozen=True, slots=True)
class PageState:
    """A page that a feed named. `said` is what the feed says of it; `looks` how often it was read."""

    url: str
    feed: str
    tries: int
    looks: int
    etag: str | None
    modified: str | None
    said: Json


def feed_state(engine: Engine, url: str) -> FeedState:
    with engine.connect() as connection:
        row = connection.execute(select(feeds).where(feeds.c.url == url)).mappings().first()
    return FeedState(url, row["etag"], row["modified"], row["next_at"], row["failures"]) if row else FeedState(url)


def keep_feed(engine: Engine, state: FeedState, named: Iterable[tuple[str, str, Json]] = (), *, at_most: int = 1000, at: float = 0.0) -> tuple[int, int]:
    """Note a look at a feed and what it named, (address, mark, what is said), in one step: neither without the other.

    A page that is new waits to be read; one of which the feed now says something else waits again. Gives how many wait anew, and how
    many more than `at_most` are left: then the feed must be sent whole at the next look, whether it changed or not.
    """
    with engine.begin() as connection:
        waiting, left = _keep_pages(connection, state.url, named, at_most, at)
        etag, modified = (None, None) if left else (state.etag, state.modified)
        row = {"etag": etag, "modified": modified, "next_at": state.next_at, "failures": state.failures, "looked": now()}
        if not connection.execute(update(feeds).where(feeds.c.url == state.url).values(**row)).rowcount:
            connection.execute(insert(feeds).values(url=state.url, **row))
    return waiting, left


def _keep_pages(connection: Connection, feed: str, named: Iterable[tuple[str, str, Json]], at_most: int, at: float) -> tuple[int, int]:
    waiting = left = 0
    for url, mark, said in named:
        row = connection.execute(select(pages.c.mark).where(pages.c.url == url)).first()
        if row is not None and row[0] == mark:
            continue
        if waiting >= at_most:
            left += 1
            continue
        if row is None:
            connection.execute(insert(pages).values(url=url, feed=feed, state="waiting", next_at=at, tries=0, looks=0, mark=mark, said=said))
        else:
            connection.execute(update(pages).where(pages.c.url == url).values(state="waiting", next_at=at, tries=0, mark=mark, said=said))
        waiting += 1
    return waiting, left


def due_pages(engine: Engine, at: float, limit: int) -> list[PageState]:
    """Pages to read now: new or changed ones, and read ones whose time to be looked at again has come; the longest due first."""
    query = select(pages).where(pages.c.state != "gone", pages.c.next_at <= at).order_by(pages.c.next_at, pages.c.url).limit(limit)
    with engine.connect() as connection:
        rows = connection.execute(query).mappings().all()
    return [PageState(r["url"], r["feed"], r["tries"], r["looks"], r["etag"], r["modified"], r["said"]) for r in rows]


def next_due(engine: Engine, urls: Iterable[str]) -> float | None:
    """When something is to be done next, for these feeds or any page; None when nothing is."""
    with engine.connect() as connection:
        page = connection.execute(select(func.min(pages.c.next_at)).where(pages.c.state != "gone")).scalar()
        feed = connection.execute(select(func.min(feeds.c.next_at)).where(feeds.c.url.in_(list(urls)))).scalar()
    return min((t for t in (page, feed) if t is not None), default=None)


def keep_page(connection: Connection, url: str, **values: Any) -> None:
    """Note something of a page, inside the transaction that stores what was read on it."""
    connection.execute(update(pages).where(pages.c.url == url).values(**values))


def keep_version(connection: Connection, url: str, document: Document) -> Json | None:
    """Note that a report was read at an address. Another text or title than was read there last is a new version; gives what changed, if so."""
    query = select(versions.c.report, versions.c.number, versions.c.changes, reports.c.text, reports.c.title, reports.c.published)
    query = query.select_from(versions.outerjoin(reports, reports.c.id == versions.c.report)).where(versions.c.url == url).order_by(versions.c.id.desc())
    last = connection.execute(query.limit(1)).mappings().first()
    title = last["changes"].get("title", (None, last["title"]))[1] if last else None
    if last is not None and (last["report"], title) == (document.id, document.title):
        return None
    changed = changes({**last, "title": title}, document) if last else {}
    connection.execute(
        insert(versions).values(
            url=url, number=last["number"] + 1 if last else 1, report=document.id, previous=last["report"] if last else None, changes=changed, at=now()
        )
    )
    return changed or None


def changes(before: Mapping[str, Any], after: Document) -> Json:
    """What changed between two versions: title and date as [before, after], and the paragraphs taken out and put in."""
    published = after.published.isoformat() if after.published else None
    out: Json = {k: [before[k], new] for k, new in (("title", after.title), ("published", published)) if before[k] != new}
    old, new_text = ([line for line in (text or "").splitlines() if line.strip()] for text in (before["text"], after.text))
    diff = list(difflib.unified_diff(old, new_text, n=0, lineterm=""))[2:]
    removed, added = ([line[1:] for line in diff if line.startswith(mark)] for mark in "-+")
    return out | ({"removed": removed} if removed else {}) | ({"added": added} if added else {})


def list_versions(engine: Engine, url: str | None = None) -> Iterator[Json]:
    """The versions of reports that were watched, by address and number; `url` is a part of the address."""
    query = select(versions).order_by(versions.c.url, versions.c.number)
    if url:
        query = query.where(versions.c.url.contains(url, autoescape=True))
    with engine.connect() as connection:
        for row in connection.execute(query).mappings():
            yield {k: v for k, v in row.items() if k != "id"}
