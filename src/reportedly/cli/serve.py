"""`reportedly serve`: the desk in a browser, on this machine."""

from __future__ import annotations

import getpass
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.list_ import StoreOption
from reportedly.cli.output import talk
from reportedly.cli.watch import watch_into
from reportedly.errors import MissingExtraError, ReportedlyError
from reportedly.settings import store_path
from reportedly.store import open_store


def serve(
    store: StoreOption = None,
    host: Annotated[str, typer.Option(help="The address to listen at. Beyond this machine a token is required.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8765,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    allow_edits: Annotated[bool, typer.Option("--allow-edits", help="Let people judge: accept, reject, correct, add, split, merge.")] = False,
    user: Annotated[str | None, typer.Option(help="The name that judgements are kept under; yours on this machine by default.")] = None,
    token: Annotated[str | None, typer.Option(help="What must be known to come in; better in REPORTEDLY_TOKEN, where other users do not see it.")] = None,
    watch: Annotated[Path | None, typer.Option(metavar="FEEDS.toml", help="Watch these feeds meanwhile, as `reportedly watch` does.")] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="With --watch: fetch from your own network too.")] = False,
    allow_host: Annotated[list[str] | None, typer.Option(help="A name by which others reach this machine.")] = None,
) -> None:
    """Look, search, compare and judge in a browser. Needs no network, and reads beside whoever writes the store.

    Examples:

      reportedly serve --open

      reportedly serve --store press.db --allow-edits --user Ada

      reportedly serve --watch feeds.toml
    """
    try:
        from reportedly.web.desk import Setup
        from reportedly.web.serve import serve as start
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "reportedly":
            raise
        raise MissingExtraError(f"the desk needs {error.name}, which is not installed", hint="pip install 'reportedly[desk]'") from error
    named = user or (_whoever() if allow_edits and token is None else None)
    setup = Setup(store_path(store), host, port, allow_edits, named, token or os.environ.get("REPORTEDLY_TOKEN") or None, tuple(allow_host or ()))
    with _watching(setup.store, watch, allow_private=allow_private) if watch else nullcontext():
        start(setup, say=lambda words: talk.print(words, markup=False), open_page=open_)


@contextmanager
def _watching(store: Path, feeds: Path, *, allow_private: bool) -> Iterator[None]:
    """Watch feeds beside the desk; when the desk ends, the watch ends after the step it is at."""
    from reportedly.watch import read_watched

    read_watched(feeds)  # a fault of the file is said before anything starts
    open_store(store).engine.dispose()  # made before both open it
    stop = threading.Event()

    def go() -> None:
        try:
            watch_into(store, feeds, stop, allow_private=allow_private)
        except ReportedlyError as error:
            talk.print(f"the watch has ended: {error}", markup=False)

    watcher = threading.Thread(target=go, name="watch")
    watcher.start()
    try:
        yield
    finally:
        stop.set()
        watcher.join()


def _whoever() -> str | None:
    """The user of this machine; None where the machine does not know."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None
