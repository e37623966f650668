"""`reportedly watch`: feeds and site maps, looked at again and again; what is new in them is read and stored."""

from __future__ import annotations

import signal
import threading
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from reportedly.cli.list_ import StoreOption
from reportedly.cli.output import talk
from reportedly.settings import store_path
from reportedly.store import open_store


def watch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS.toml", help="The file of feeds (see docs/intake.md).")],
    once: Annotated[bool, typer.Option("--once", help="One round, then end: for cron.")] = False,
    languages: Annotated[str, typer.Option(help="Which to code: en, or en,ru (a first step, with reportedly[ru]).")] = "en",
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch from your own network too.")] = False,
    store: StoreOption = None,
) -> int:
    """Watch RSS, Atom and JSON feeds and site maps; read and store what is new, and new versions of what was changed.

    Examples:

      reportedly watch feeds.toml

      reportedly watch feeds.toml --once --store press.db
    """
    from dataclasses import replace

    from reportedly.cli.code import parse_languages, read_found
    from reportedly.watch import Watcher, read_watched

    reader = partial(read_found, languages=parse_languages(languages))
    watched = read_watched(feeds)
    if allow_private:
        watched = replace(watched, allow_private=True)
    stop = _stopped_by_signals()
    with open_store(store_path(store)) as opened:
        watcher = Watcher(opened, watched, reader, stop=stop, say=lambda words: talk.print(words, markup=False), run=opened.begin_run())
        if not once:
            watcher.run()
            return 0
        done = watcher.once()
    unchanged = f" ({done.unchanged} unchanged)" if done.unchanged else ""
    talk.print(f"{done.feeds} feeds{unchanged}, {done.pages} pages: {len(done.reports)} new reports, {done.changed} changed, {done.failed} failed", markup=False)
    return 1 if done.failed else 0


def _stopped_by_signals() -> threading.Event:
    """An event that SIGTERM sets: the watch ends after the step it is at. A second one ends it at once."""
    stop = threading.Event()

    def end(number: int, _: FrameType | None) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    signal.signal(signal.SIGTERM, end)
    return stop
