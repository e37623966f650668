"""One voice, actor or place in detail: what it claims, suffers, is denied; over time. Counted in memory, whoever is named by however many claims."""

from __future__ import annotations

import numpy as np

from reportedly.document import Json
from reportedly.store.tallies import Related
from reportedly.web.claim_columns import ClaimColumns
from reportedly.web.columns import UNDATED, Facet, Ints, Mask, lit_rows
from reportedly.web.countries import country_name

TOP = 30
RELATED = 200


def voice_profile(table: ClaimColumns, row: Json) -> Json:
    """What a voice claims, of whom, and what becomes of it. `row` is it in the list of names; of `relations` only the ids are known here."""
    mine = table.named("voice", row["name"])
    told = _told(table, mine.rows, claims=np.ones_like(mine.rows), denies=mine.marks)
    mask, links = lit_rows(mine.rows, len(table)), table.related
    against = dict(zip(links.kinds, np.bincount(links.codes[mask[links.targets]], minlength=len(links.kinds)).tolist(), strict=True))
    by = {f"{word}_by": against.get(kind, 0) for word, kind in (("denied", "denies"), ("disputed", "disputes"), ("confirmed", "confirms"))}
    return {**told, **by, "about": _ranked(table.facets["actor"], mask, TOP), "relations": _contradictions(links, mask)}


def _contradictions(links: Related, mask: Mask) -> list[int]:
    """The ids of the first denials and disputes from these claims, and to them."""
    wanted = np.array([kind in ("denies", "disputes") for kind in links.kinds], dtype=bool)[links.codes]
    return sorted({i for end in (links.sources, links.targets) for i in np.sort(links.ids[wanted & mask[end]])[: RELATED // 2].tolist()})


def actor_profile(table: ClaimColumns, row: Json) -> Json:
    """What is claimed of somebody, who claims it, and how much of it is denied."""
    mine = table.named("actor", row["name"])
    told = _told(table, mine.rows, as_actor=mine.marks & 1, as_recipient=mine.marks >> 1)
    denied = sum(counted["count"] for counted in told["statuses"] if counted["value"] == "denied")
    said = _ranked(table.facets["voice"], lit_rows(mine.rows, len(table)), TOP)
    return {"country_name": country_name(row["country"]) if row["country"] else None, **told, "voices": said, "denied": denied}


def place_profile(table: ClaimColumns, row: Json) -> Json:
    """What is claimed to happen at a place."""
    mine = table.named("place", row["name"])
    return _told(table, mine.rows, claims=np.ones_like(mine.rows))


def _told(table: ClaimColumns, rows: Ints, **counted: Ints) -> Json:
    """Types, statuses and months of the claims in these rows; of the months the sums of what is counted, a number for each row."""
    mask = lit_rows(rows, len(table))
    months = table.month[rows]
    dated = months != UNDATED
    distinct, where = np.unique(months[dated], return_inverse=True)
    sums = {name: np.bincount(where, many[dated], len(distinct)).astype(int).tolist() for name, many in counted.items()}
    line = [{"start": f"{month // 12:04}-{month % 12 + 1:02}-01", **{name: sums[name][n] for name in sums}} for n, month in enumerate(distinct.tolist())]
    return {"types": _ranked(table.facets["type"], mask), "statuses": _ranked(table.facets["status"], mask), "months": line, "undated": int((~dated).sum())}


def _ranked(facet: Facet, mask: Mask, top: int | None = None) -> list[Json]:
    """Values that some claim in the mask has, the most frequent first; values that are as frequent by name."""
    counts = facet.counts(mask)
    best = np.argsort(-counts, kind="stable")[:top].tolist()
    return [{"value": facet.values[n], "count": int(counts[n])} for n in best if counts[n]]
