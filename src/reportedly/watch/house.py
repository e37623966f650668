"""The watch, round by round.

::

    feeds that are due ─▶ what they name ─▶ pages that are due ─▶ fetched, host by host ─▶ read ─▶ stored ─▶ next time

Whatever is known stands in the store, and each step there is one transaction: killed anywhere, the watch goes on where it was.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace

from sqlalchemy import Connection

from reportedly.document import Json
from reportedly.errors import InputError, ReportedlyError, StatusError, StoreLockedError
from reportedly.intake.feeds import Entry, Feed, parse_feed
from reportedly.intake.fetch import AGENT, Fetched, Fetcher
from reportedly.intake.opening import Found, Wanted
from reportedly.records import Reading
from reportedly.store import Store
from reportedly.store.engine import faults
from reportedly.store.watching import FeedState, PageState, due_pages, feed_state, keep_feed, keep_page, keep_version, next_due
from reportedly.watch.asking import Asked, ask_all
from reportedly.watch.manners import Manners, backed_off, host_of, is_final
from reportedly.watch.reading import documents_of_page
from reportedly.watch.settings import Source, Watched

PAGES_AT_ONCE = 200  # taken from the store for one go
MAX_INNER = 50  # site maps that an index may name
LOCKED = 5.0  # seconds until the store is tried again
NEVER = 4e9  # seconds since 1970: not before 2096

type Reader = Callable[[Sequence[Found]], Iterator[Reading | ReportedlyError]]


@dataclass(slots=True)
class Round:
    """What one round did."""

    feeds: int = 0
    unchanged: int = 0
    pages: int = 0
    reports: list[str] = field(default_factory=list)
    changed: int = 0
    failed: int = 0

    def add(self, other: Round) -> None:
        """Count another round in."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


class Watcher:
    """Watches feeds into a store. `stop` ends it after the step it is at; `after` is told of each round's new reports (to compare them)."""

    def __init__(
        self, store: Store, watched: Watched, read: Reader, *, fetcher: Fetcher | None = None, stop: threading.Event | None = None,
        after: Callable[[Store, Sequence[str]], None] | None = None, say: Callable[[str], None] = lambda _: None, run: int | None = None,
    ) -> None:  # fmt: skip
        self.store, self.watched, self.read, self.after, self.say, self.number = store, watched, read, after, say, run
        self.stop = stop or threading.Event()
        agent = f"{AGENT[:-1]}; {watched.contact})" if watched.contact else AGENT
        self.fetcher = fetcher or Fetcher(allow_private=watched.allow_private, agent=agent)
        self.manners = Manners(self.fetcher, per_host=watched.per_host, robots=watched.robots, sleep=self.stop.wait)
        self.wanted = Wanted(limits=self.fetcher.limits)

    def run(self) -> Round:
        """Round after round until `stop` is set; gives what all did. While another process writes to the store the watch waits."""
        whole = Round()
        while not self.stop.is_set():
            try:
                whole.add(self.once(due=True))
            except StoreLockedError as error:
                self.say(str(error))
                self.stop.wait(LOCKED)
                continue
            following = next_due(self.store.engine, [s.url for s in self.watched.sources])
            self.stop.wait(min(max((following or 0.0) - time.time(), 1.0), self.watched.every))
        return whole

    def once(self, *, due: bool = False) -> Round:
        """One round: each feed that is not resting after trouble (or, with `due`, whose time has come), then every page that is due."""
        done = Round()
        with faults(self.store.path):
            self._look(list(self.watched.sources), done, due=due)
            while not self.stop.is_set() and (pages := due_pages(self.store.engine, time.time(), PAGES_AT_ONCE)):
                self._read_pages(pages, done)
        if self.after is not None and done.reports:
            self.after(self.store, done.reports)
        return done

    # Feeds

    def _look(self, sources: list[Source], done: Round, *, due: bool, depth: int = 0) -> None:
        states = {s.url: feed_state(self.store.engine, s.url) for s in sources}
        ready = [s for s in sources if states[s.url].next_at <= time.time() or not (due or states[s.url].failures)]
        inner: list[Source] = []
        for asked in ask_all([Asked(s.url, s, _conditions(states[s.url])) for s in ready], self.manners, self.watched.hosts_at_once, self.stop):
            assert isinstance(asked.job.what, Source)
            inner += self._looked(asked.job.what, states[asked.job.url], asked.answer, done)
        if inner and depth == 0:
            self._look(inner[:MAX_INNER], done, due=False, depth=1)

    def _looked(self, source: Source, state: FeedState, answer: Fetched | InputError, done: Round) -> list[Source]:
        """Note what a look at a feed gave; the site maps that it names come back."""
        at = time.time()
        done.feeds += 1
        if isinstance(answer, Fetched) and answer.status == 304:
            done.unchanged += 1
            keep_feed(self.store.engine, replace(state, next_at=at + backed_off(source.every, 0, self.watched.jitter), failures=0))
            return []
        try:
            if isinstance(answer, InputError):
                raise answer
            feed = parse_feed(answer.data, answer.url)
        except InputError as error:
            self._feed_failed(source, state, error, done)
            return []
        following = at + backed_off(source.every, 0, self.watched.jitter)
        named = [(e.url, e.mark, _said(e, feed, source)) for e in feed.entries if source.takes(e.url)]
        known = FeedState(state.url, answer.headers.get("etag"), answer.headers.get("last-modified"), following, 0)
        waiting, left = keep_feed(self.store.engine, known, named, at_most=source.at_most, at=at)
        self.say(f"{source.url}: {len(feed.entries)} named, {waiting} to read" + (f", {left} left for the next look" if left else ""))
        return [replace(source, url=url) for url in feed.inner]

    def _feed_failed(self, source: Source, state: FeedState, error: InputError, done: Round) -> None:
        """Wait longer each time. The first failure of a row is a problem; the next ones say nothing new."""
        done.failed += 1
        wait = backed_off(source.every, state.failures + 1, self.watched.jitter, _retry_after(error))
        keep_feed(self.store.engine, replace(state, next_at=time.time() + wait, failures=state.failures + 1))
        if state.failures == 0:
            self._problem(source.url, error)

    # Pages

    def _read_pages(self, pages: list[PageState], done: Round) -> None:
        ready = []
        for page in pages:
            if content := page.said.get("content"):
                self._store(page, Fetched(page.url, 200, {"content-type": "text/html; charset=utf-8"}, content.encode(), (page.url,)), done)
            else:
                ready.append(Asked(page.url, page, _conditions(page)))
        for asked in ask_all(ready, self.manners, self.watched.hosts_at_once, self.stop):
            assert isinstance(asked.job.what, PageState)
            if isinstance(asked.answer, Fetched):
                self._store(asked.job.what, asked.answer, done)
            else:
                self._page_failed(asked.job.what, asked.answer, done)

    def _store(self, page: PageState, fetched: Fetched, done: Round) -> None:
        """Read what was fetched and store it; the last report and the page's own state go together."""
        done.pages += 1
        following = {"state": "done", "next_at": self._again(page), "tries": 0, "looks": page.looks + 1}
        if fetched.status == 304:
            self._note(page.url, following)
            return
        following |= {"etag": fetched.headers.get("etag"), "modified": fetched.headers.get("last-modified")}
        results = list(self.read(list(documents_of_page(fetched.raw(), page, self.wanted))))
        readings = [r for r in results if isinstance(r, Reading)]
        faults = [r for r in results if not isinstance(r, Reading)]
        for number, reading in enumerate(readings, 1):
            self._save(page, reading, following if number == len(readings) else {}, done)
        for fault in faults:
            done.failed += 1
            self._problem(page.url, fault)
        if not readings:  # there is nothing on it to read now, and hardly will be
            self._note(page.url, following)

    def _save(self, page: PageState, reading: Reading, following: Json, done: Round) -> None:
        document = reading.document
        changed: list[Json | None] = []

        def also(connection: Connection) -> None:
            changed.append(keep_version(connection, document.url or page.url, document))
            if following:
                keep_page(connection, page.url, **following)

        if self.store.save(reading, self.number, also):
            done.reports.append(document.id)
        if changed[0]:
            done.changed += 1
            self.say(f"{document.url or page.url}: changed")

    def _note(self, url: str, values: Json) -> None:
        with self.store.engine.begin() as connection:
            keep_page(connection, url, **values)

    def _again(self, page: PageState) -> float:
        spans = self.watched.again[page.looks : page.looks + 1]
        return time.time() + spans[0] if spans else NEVER

    def _page_failed(self, page: PageState, error: InputError, done: Round) -> None:
        """Try again later, longer each time; a page that is refused, gone or failed often enough is given up, and a problem."""
        host = host_of(page.url)
        if (resting := self.manners.resting(host)) and not is_final(error):
            self._note(page.url, {"next_at": time.time() + resting})
            return
        done.failed += 1
        if is_final(error) or page.tries + 1 >= self.watched.give_up:
            self._note(page.url, {"state": "gone", "tries": page.tries + 1})
            self._problem(page.url, error)
            return
        wait = backed_off(self.watched.every, page.tries, self.watched.jitter, _retry_after(error))
        self._note(page.url, {"next_at": time.time() + wait, "tries": page.tries + 1})

    def _problem(self, url: str, error: ReportedlyError) -> None:
        self.store.save_problem(self.number, url, error)
        self.say(str(error))


def _conditions(state: FeedState | PageState) -> dict[str, str]:
    """Headers that ask for a thing only if it changed."""
    return {k: v for k, v in (("If-None-Match", state.etag), ("If-Modified-Since", state.modified)) if v}


def _retry_after(error: InputError) -> float | None:
    return error.retry_after if isinstance(error, StatusError) else None


def _said(entry: Entry, feed: Feed, source: Source) -> Json:
    """What a feed says of a page, as the store keeps it."""
    when = entry.published
    said = {
        "title": entry.title, "outlet": source.outlet or feed.title, "published": when.day.isoformat() if when else None,
        "moment": when.time if when else None, "authors": list(entry.authors),
    }  # fmt: skip
    return said | ({"content": entry.content} if not source.pages and entry.content else {})
