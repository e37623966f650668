"""What the desk keeps in memory, and when it is made anew: the columns of all incidents and claims, the names, what is contradicted most.

A small store is looked through again at the next question after it was written to; one that takes long to look through is looked
through beside the questions, which are answered from what was there before until it is done.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection

from reportedly.document import Json
from reportedly.errors import ReportedlyError
from reportedly.store.facets import stored_facets
from reportedly.store.incident_words import matching_numbers
from reportedly.store.judged import contradicted
from reportedly.store.looking import counts
from reportedly.store.names import list_actors, list_places, list_voices
from reportedly.store.reader import Reader
from reportedly.web.claim_columns import claim_columns
from reportedly.web.columns import Columns, Ints, columns

AT_ONCE = 0.5  # seconds: what takes less to make is made while a question waits
LOOK_AGAIN = 0.2  # seconds between two looks whether the store has changed
REST = 2.0  # times as long as making it took, it is left alone: a store that is written to all the time is not looked through all the time
SEARCHES = 64  # whose hits are kept


@dataclass(frozen=True)
class Made[T]:
    """Something made of the store as it was at a change."""

    change: int
    value: T


class Kept[T]:
    """Something that is made of the whole store, as new as it can be had. Safe to ask from many threads."""

    def __init__(self, reader: Reader, make: Callable[[Connection], T]) -> None:
        self._reader, self._make_of = reader, make
        self._making = threading.Lock()
        self._have: Made[T] | None = None
        self._looked = self._done = self._took = 0.0

    def get(self) -> Made[T]:
        have, now = self._have, time.monotonic()
        if have is None:
            return self._make()
        if now - self._looked < LOOK_AGAIN:
            return have
        self._looked = now
        if self._reader.changes() == have.change:
            return have
        if self._took <= AT_ONCE:
            return self._make()
        if now - self._done > REST * self._took and not self._making.locked():
            threading.Thread(target=self._make_beside, daemon=True).start()
        return have

    def look(self) -> None:
        """Look at the next question whether the store has changed: somebody has just written, and wants to see it."""
        self._looked = 0.0

    def _make_beside(self) -> None:
        try:
            self._make()
        except ReportedlyError:  # the store is locked or gone: what is there stands, and a later question tries again
            self._done = time.monotonic()

    def _make(self) -> Made[T]:
        with self._making:
            change, have = self._reader.changes(), self._have
            if have is not None and have.change == change:
                return have
            began = time.monotonic()
            with self._reader.connect(0) as connection:
                made = self._have = Made(change, self._make_of(connection))
            self._done = time.monotonic()
            self._took = self._done - began
        return made


@dataclass(frozen=True)
class Incidents:
    """All incidents, how much there is of everything, and the rows that the latest searches hit."""

    table: Columns
    counts: dict[str, int]
    hits: dict[str, Ints] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Names:
    """Who says, does and suffers things, and where."""

    voices: list[Json]
    actors: list[Json]
    places: list[Json]


class Shelf:
    """What the desk keeps of a store."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.incidents = Kept(reader, lambda c: Incidents(columns(stored_facets(c)), counts(c)))
        self.names = Kept(reader, lambda c: Names(list_voices(c), list_actors(c), list_places(c)))
        self.claims = Kept(reader, claim_columns)
        self.contradicted = Kept(reader, contradicted)

    def look(self) -> None:
        """Look at the store anew at the next question."""
        for kept in (self.incidents, self.names, self.claims, self.contradicted):
            kept.look()

    def hits(self, incidents: Incidents, words: str) -> Ints:
        """The rows of the incidents of which some claim says these words."""
        key = " ".join(words.split())
        known = incidents.hits.get(key)
        if known is not None:
            return known
        with self._reader.connect() as connection:
            numbers = matching_numbers(connection, key)
        rows = incidents.table.row_of[numbers[numbers < len(incidents.table.row_of)]]
        found = rows[rows >= 0]
        if len(incidents.hits) >= SEARCHES:
            incidents.hits.clear()
        incidents.hits[key] = found
        return found
