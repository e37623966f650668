"""`reportedly watch`: feeds and site maps, looked at again and again; what is new in them is read and stored."""

from __future__ import annotations

import signal
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.list_ import StoreOption
from reportedly.cli.output import talk
from reportedly.settings import store_path
from reportedly.store import Store, open_store

if TYPE_CHECKING:
    from reportedly.watch.house import Round


def watch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS.toml", help="The file of feeds (see docs/intake.md).")],
    once: Annotated[bool, typer.Option("--once", help="One round, then end: for cron.")] = False,
    languages: Annotated[str, typer.Option(help="Which to code: en, or en,ru (a first step, with reportedly[ru]).")] = "en",
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch from your own network too.")] = False,
    store: StoreOption = None,
) -> int:
    """Watch RSS, Atom and JSON feeds and site maps; read, store and compare what is new, and new versions of what was changed.

    Examples:

      reportedly watch feeds.toml

      reportedly watch feeds.toml --once --store press.db
    """
    done = watch_into(store_path(store), feeds, _stopped_by_signals(), once=once, languages=languages, allow_private=allow_private)
    if not once:
        return 0
    unchanged = f" ({done.unchanged} unchanged)" if done.unchanged else ""
    talk.print(f"{done.feeds} feeds{unchanged}, {done.pages} pages: {len(done.reports)} new reports, {done.changed} changed, {done.failed} failed", markup=False)
    return 1 if done.failed else 0


def watch_into(store: Path, feeds: Path, stop: threading.Event, *, once: bool = False, languages: str = "en", allow_private: bool = False) -> Round:
    """Watch feeds into a store until `stop` is set, or for one round. What a watch that was killed had not compared is compared first."""
    from dataclasses import replace

    from reportedly.cli.code import parse_languages, read_found
    from reportedly.watch import Watcher, read_watched

    reader = partial(read_found, languages=parse_languages(languages))
    watched = read_watched(feeds)
    if allow_private:
        watched = replace(watched, allow_private=True)
    with open_store(store) as opened:
        _compare(opened)
        run = opened.begin_run()
        watcher = Watcher(opened, watched, reader, stop=stop, after=_compare, say=lambda words: talk.print(words, markup=False), run=run)
        done = watcher.once() if once else watcher.run()
        opened.finish_run(run, read=len(done.reports), failed=done.failed)
    return done


def _compare(store: Store, _: Sequence[str] = ()) -> None:
    from reportedly.compare.incremental import compare_store

    if (done := compare_store(store)).new:
        talk.print(f"{done.new} claims compared, {done.incidents} incidents", markup=False)


def _stopped_by_signals() -> threading.Event:
    """An event that SIGTERM sets: the watch ends after the step it is at. A second one ends it at once."""
    stop = threading.Event()

    def end(number: int, _: FrameType | None) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    signal.signal(signal.SIGTERM, end)
    return stop
