"""How many claims have each value, under the filters of the list of claims: in memory, as for incidents."""

from __future__ import annotations

from datetime import date

import numpy as np

from reportedly.store.listing import LONGEST
from reportedly.store.reader import Reader
from reportedly.store.tallies import claims_in_these, rows_saying
from reportedly.web.claim_columns import ClaimColumns, known
from reportedly.web.columns import UNDATED, Ints, Mask, lit_rows
from reportedly.web.filters import Chosen

CLAIM_FIELDS = ("type", "status", "voice", "actor", "place", "review")  # those that are counted as facets
LOOKED_UP = ("report", "incident")  # fields whose claims the store finds
SEARCHES = 64  # whose hits are kept


def claim_masks(table: ClaimColumns, chosen: Chosen, reader: Reader) -> dict[str, Mask]:
    """A mask for each field that is filtered; without a choice of reviews, one that leaves the rejected out."""
    size = len(table)
    out = {name: table.facets[name].having(values, size) for name, values in chosen.values.items() if name not in LOOKED_UP}
    out.setdefault("review", table.kept)
    for name in LOOKED_UP:
        if ids := chosen.values.get(name):
            with reader.connect() as connection:
                out[name] = lit_rows(known(table.row_of, claims_in_these(connection, name, ids)), size)
    if chosen.words:
        out["words"] = lit_rows(_hits(table, chosen.words, reader), size)
    if "min_confidence" in chosen.rest:
        out["confidence"] = table.confidence >= float(chosen.rest["min_confidence"])
    return out | _within(table, chosen.since, chosen.until)


def _within(table: ClaimColumns, since: date | None, until: date | None) -> dict[str, Mask]:
    """As the list has it: an event of which any day is within, unless it began very long before."""
    out = {}
    if since:
        out["since"] = (table.start >= max(1, since.toordinal() - LONGEST)) & (table.end >= since.toordinal())
    if until:
        out["until"] = (table.start != UNDATED) & (table.start <= until.toordinal())
    return out


def _hits(table: ClaimColumns, words: str, reader: Reader) -> Ints:
    key = " ".join(words.split())
    found = table.hits.get(key)
    if found is None:
        with reader.connect() as connection:
            found = known(table.said_in, rows_saying(connection, key))
        if len(table.hits) >= SEARCHES:
            table.hits.clear()
        table.hits[key] = found
    return found


def claim_totals(table: ClaimColumns, mask: Mask) -> dict[str, int]:
    return {"total": int(mask.sum()), "undated": int(np.count_nonzero(mask & (table.start == UNDATED)))}
