"""What a running desk is: how it was set up, the store that it reads, and the one way in which it writes."""

from __future__ import annotations

import ipaddress
import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from reportedly.errors import EditsOffError, ReportedlyError, UsageError
from reportedly.store import Store, open_store
from reportedly.store.reader import Reader
from reportedly.web.shelf import Shelf

SHORTEST_TOKEN = 16


@dataclass(frozen=True)
class Setup:
    """How a desk was started. `hosts` are names, beside its own, that it answers to; `seconds` how long a question may take."""

    store: Path
    host: str = "127.0.0.1"
    port: int = 8765
    edits: bool = False
    user: str | None = None
    token: str | None = None
    hosts: Sequence[str] = ()
    seconds: float = 5.0
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def __post_init__(self) -> None:
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            raise UsageError(f"the token is short: {len(self.token)} characters", hint=f"take {SHORTEST_TOKEN} or more, for instance {secrets.token_urlsafe(24)}")
        if not self.local and self.token is None:
            raise UsageError(f"{self.host} can be reached from other machines, and there is no token", hint="add --token, or REPORTEDLY_TOKEN in the environment; or leave --host out")

    @property
    def local(self) -> bool:
        """Whether only this machine can reach it."""
        return is_loopback(self.host)

    def answers_to(self, name: str) -> bool:
        """Whether a request may call this desk so. Names of others' making are refused, for they may lead a browser here unasked."""
        if name in ("localhost", self.host, *self.hosts) or is_loopback(name):
            return True
        return not self.local and _is_address(name)


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


class Desk:
    """A store on the desk."""

    def __init__(self, setup: Setup) -> None:
        open_store(setup.store).engine.dispose()  # makes it if there is none, and brings its schema up to date
        self.setup = setup
        self.reader = Reader(setup.store, seconds=setup.seconds)
        self.shelf = Shelf(self.reader)
        self.closing = threading.Event()  # streams end when it is set
        self._comparing = threading.Lock()

    @cached_property
    def _store(self) -> Store:
        return open_store(self.setup.store)

    def warm(self) -> None:
        """Look through the store before anybody asks."""
        self.shelf.incidents.get()
        self.shelf.names.get()
        self.shelf.claims.get()

    @property
    def state(self) -> str:
        """Another whenever something may be answered otherwise than before: the store was written to, or what is kept of it was made anew."""
        kept = (self.shelf.incidents, self.shelf.names)
        return f"{self.setup.secret.hex()} {self.reader.changes()} {[each.get().change for each in kept]}"

    def writable(self) -> Store:
        """The store to write judgements to. EditsOffError where they are not allowed."""
        if not self.setup.edits:
            raise EditsOffError("this desk only shows", hint="start it with `reportedly serve --allow-edits` to judge")
        return self._store

    def compare(self) -> bool:
        """Compare again what a judgement touched. False when another is writing: then it waits for the next comparing."""
        from reportedly.compare.incremental import compare_store

        with self._comparing:
            try:
                compare_store(self.writable())
            except ReportedlyError:
                return False
            finally:
                self.shelf.look()
        return True

    def close(self) -> None:
        self.closing.set()
        self.reader.close()
        if "_store" in self.__dict__:
            self._store.engine.dispose()
