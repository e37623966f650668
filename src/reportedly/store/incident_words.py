"""Full-text search over the words of incidents."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, bindparam, text

from reportedly.store.listing import quoted
from reportedly.store.schema import INCIDENTS_FTS


def matching_numbers(connection: Connection, words: str) -> NDArray[np.int64]:
    """The numbers of the incidents whose claims say all of these words. They come as one text, which is ten times faster than as rows."""
    query = text(f"SELECT group_concat(rowid) FROM {INCIDENTS_FTS} WHERE {INCIDENTS_FTS} MATCH :fts").bindparams(bindparam("fts", quoted(words)))  # noqa: S608 — a constant
    found = connection.execute(query).scalar()
    return np.array(found.split(","), dtype=np.int64) if found else np.empty(0, dtype=np.int64)
