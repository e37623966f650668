"""Asking many hosts at once, and each of them gently: answers come as they come."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.errors import InputError, StatusError, UnreachableError
from reportedly.intake.fetch import Fetched
from reportedly.watch.manners import Manners, host_of

RESTING = frozenset({429, 503})
REST = 60.0  # seconds for which a host is left alone that says 429 or 503 and not how long
WAITING = 32  # answers that may wait to be read: fetching does not run far ahead of reading


@dataclass(frozen=True, slots=True)
class Asked:
    """Something to fetch: its address, what it is to whoever asks, and the headers that go with it."""

    url: str
    what: object
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answered:
    job: Asked
    answer: Fetched | InputError


def ask_all(jobs: list[Asked], manners: Manners, hosts_at_once: int, stop: threading.Event) -> Iterator[Answered]:
    """The answer to each, host by host, several hosts at a time; ends early when `stop` is set. What is left unasked is simply not answered."""
    by_host: dict[str, list[Asked]] = {}
    for job in jobs:
        by_host.setdefault(host_of(job.url), []).append(job)
    waiting: queue.SimpleQueue[list[Asked]] = queue.SimpleQueue()
    for group in by_host.values():
        waiting.put(group)
    answers: queue.Queue[Answered | None] = queue.Queue(maxsize=WAITING)
    over = threading.Event()  # whoever asks may leave before the end

    def ending() -> bool:
        return stop.is_set() or over.is_set()

    workers = min(hosts_at_once, len(by_host))
    for _ in range(workers):
        threading.Thread(target=_work, args=(waiting, answers, manners, ending), daemon=True).start()
    try:
        while workers and not stop.is_set():
            try:
                answered = answers.get(timeout=0.2)
            except queue.Empty:
                continue
            if answered is None:
                workers -= 1
            else:
                yield answered
    finally:
        over.set()


def _work(waiting: queue.SimpleQueue[list[Asked]], answers: queue.Queue[Answered | None], manners: Manners, ending: Callable[[], bool]) -> None:
    while not ending():
        try:
            group = waiting.get_nowait()
        except queue.Empty:
            break
        for job in group:
            if ending() or not _put(answers, Answered(job, _ask(job, manners)), ending):
                return
    _put(answers, None, ending)


def _put(answers: queue.Queue[Answered | None], answer: Answered | None, ending: Callable[[], bool]) -> bool:
    while not ending():
        try:
            answers.put(answer, timeout=0.2)
            return True
        except queue.Full:
            continue
    return False


def _ask(job: Asked, manners: Manners) -> Fetched | InputError:
    host = host_of(job.url)
    if resting := manners.resting(host):
        return UnreachableError(f"{job.url}: its host asked to be left alone for {resting:.0f} seconds", hint="it is tried again later")
    try:
        delay = manners.allow(job.url)
        if not manners.wait_turn(host, delay):
            return UnreachableError(f"{job.url}: the watch is ending", hint="it goes on at the next start")
        return manners.fetcher.get(job.url, job.headers)
    except StatusError as error:
        if error.status in RESTING:
            manners.rest(host, REST if error.retry_after is None else error.retry_after)
        return error
    except InputError as error:
        return error
    except Exception as error:  # a worker that dies would end the watch in silence
        return UnreachableError(f"{job.url}: {type(error).__name__}: {error}", hint="please report this")
