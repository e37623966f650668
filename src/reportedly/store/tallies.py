"""All claims by what they are counted and filtered by: for each value of a field, the numbers of the claims that have it.

A claim's number is its row in the table. The numbers of a value come as one text, which is ten times faster than a row for each claim;
every question but the one for reviews is answered from indexes alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, bindparam, text

from reportedly.store.listing import quoted
from reportedly.store.schema import FTS

type Numbers = NDArray[np.integer[Any]]

FIELDS = {
    "type": "SELECT type, count(*), group_concat(rowid) FROM claims GROUP BY type",
    "status": "SELECT status, count(*), group_concat(rowid) FROM claims GROUP BY status",
    "start": "SELECT start, count(*), group_concat(rowid) FROM claims GROUP BY start",
    "end": "SELECT coalesce(\"end\", start) AS day, count(*), group_concat(rowid) FROM claims GROUP BY day",
    "confidence": "SELECT confidence, count(*), group_concat(rowid) FROM claims GROUP BY confidence",
    "review": "SELECT state, count(*), group_concat(c.rowid) FROM reviews JOIN claims c ON c.id = claim GROUP BY state",
    "place": "SELECT name, count(*), group_concat(c.rowid) FROM places JOIN claims c ON c.id = claim GROUP BY name",
    # a mark is added below the number: 1 a voice that denies; 1 an actor, 2 a recipient
    "voice": "SELECT name, count(*), group_concat(c.rowid * 4 + (stance = 'denies')) FROM voices JOIN claims c ON c.id = claim GROUP BY name",
    "actor": "SELECT name, count(*), group_concat(c.rowid * 4 + CASE role WHEN 'actor' THEN 1 ELSE 2 END) FROM participants p JOIN claims c ON c.id = p.claim GROUP BY name",
}  # fmt: skip
MARKED = 4  # what the numbers of voices and actors are multiplied by


@dataclass(frozen=True, slots=True)
class Tally:
    """`numbers[k]` is a claim that has the value `values[codes[k]]`."""

    values: Sequence[Any]
    codes: Numbers
    numbers: Numbers


def tallies(connection: Connection) -> dict[str, Tally]:
    """Every field's values, as they are at one moment."""
    connection.exec_driver_sql("BEGIN")  # else a report that is stored meanwhile would be in some of them
    return {name: _tally(connection.exec_driver_sql(query).all()) for name, query in FIELDS.items()}


def _tally(rows: Sequence[Any]) -> Tally:
    codes = np.repeat(np.arange(len(rows)), [many for _, many, _ in rows])
    return Tally([value for value, _, _ in rows], codes, _numbers(",".join(told for _, _, told in rows)))


def _numbers(told: str | None) -> Numbers:
    return np.fromstring(told, dtype=np.int64, sep=",") if told else np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Related:
    """The relations between claims: `kinds[codes[k]]` is what the claim `sources[k]` does to the claim `targets[k]`; `ids` are the relations' own."""

    kinds: Sequence[str]
    codes: Numbers
    ids: Numbers
    sources: Numbers
    targets: Numbers


def related(connection: Connection) -> Related:
    query = """SELECT kind, count(*), group_concat(r.id), group_concat(f.rowid), group_concat(t.rowid)
        FROM relations r JOIN claims f ON f.id = r."from" JOIN claims t ON t.id = r."to" GROUP BY kind"""
    rows = connection.exec_driver_sql(query).all()
    codes = np.repeat(np.arange(len(rows)), [many for _, many, *_ in rows])
    return Related([row[0] for row in rows], codes, *(_numbers(",".join(row[at] for row in rows)) for at in (2, 3, 4)))


def worded(connection: Connection) -> tuple[Numbers, Numbers]:
    """(rows of the full-text table, the claims whose words stand there): looked up once, for a common word has a million hits."""
    query = f"SELECT group_concat(f.rowid), group_concat(c.rowid) FROM {FTS} f JOIN claims c ON c.id = f.claim"  # noqa: S608 — a constant
    rows, numbers = connection.exec_driver_sql(query).one()
    return _numbers(rows), _numbers(numbers)


def rows_saying(connection: Connection, words: str) -> Numbers:
    """The rows of the full-text table that have all of these words, in a claim's evidence or its report's title."""
    query = text(f"SELECT group_concat(rowid) FROM {FTS} WHERE {FTS} MATCH :fts").bindparams(bindparam("fts", quoted(words)))  # noqa: S608 — a constant
    return _numbers(connection.execute(query).scalar())


def claims_in_these(connection: Connection, field: str, ids: Sequence[str]) -> Numbers:
    """The claims of these reports or incidents."""
    of = "claims c WHERE c.report" if field == "report" else "memberships m JOIN claims c ON c.id = m.claim WHERE m.incident"
    query = text(f"SELECT group_concat(c.rowid) FROM {of} IN :ids").bindparams(bindparam("ids", list(ids), expanding=True))  # noqa: S608 — constants
    return _numbers(connection.execute(query).scalar())
