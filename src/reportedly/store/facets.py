"""What incidents are filtered, counted and drawn by: worked out when an incident is stored, read in one go by the desk.

`incidents.facets` holds, for one incident::

    {type: [..], actor: [..], recipient: [..], voice: [..], outlet: [..], country: [..], place: [names], end: ISO day or null,
     disputed: 0 or 1, point: [longitude, latitude, precision, country, name] or null, n: [claims, reports, outlets, origins],
     given: [..], lowest: [..], highest: [..]}

The last three are voices: those that give a figure, and those that give the lowest or the highest of several for the same thing.

Status, grade and first day are columns of their own. Voices are all that its claims name, anywhere in a chain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import Any

from sqlalchemy import Connection, func, select, text

from reportedly.comparison import Grade, RelationKind
from reportedly.document import Json
from reportedly.store.schema import INCIDENTS_FTS, claims, incidents, memberships, reports, voices

CONTRADICTS = frozenset({RelationKind.DENIES.value, RelationKind.DISPUTES.value, RelationKind.DIFFERS_IN_FIGURE.value})
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Told:
    """What the claims of one incident bring beside its record."""

    voices: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    words: str = ""


def is_disputed(record: Json) -> bool:
    """Whether voices contradict each other in it: one denies, names another party or another number."""
    if record["grade"] == Grade.CONTESTED.value:
        return True
    against, mine = [r for r in record["relations"] if r["kind"] in CONTRADICTS], set(record["claims"])
    return any(r["from"] in mine and r["to"] in mine for r in against)


def facets_of(record: Json, told: Told) -> Json:
    """The facets of an incident's record."""
    places = record["places"]
    end = record["time"]["end"]
    return {
        "type": record["types"], "actor": [p["name"] for p in record["actors"]], "recipient": [p["name"] for p in record["recipients"]],
        "voice": list(told.voices), "outlet": list(told.outlets), "country": sorted({p["country"] for p in places if p["country"]}),
        "place": [p["name"] for p in places], "end": end, "disputed": int(is_disputed(record)), "point": _point(places),
        "n": [record[f"n_{what}"] for what in ("claims", "reports", "outlets", "origins")], **figure_habits(record["figures"]),
    }  # fmt: skip


def figure_habits(figures: Sequence[Json]) -> dict[str, list[str]]:
    """Which voices give figures, and which of them the lowest or the highest where numbers for the same role differ."""
    several = [f for f in figures if any(o["role"] == f["role"] and (o["low"], o["high"]) != (f["low"], f["high"]) for o in figures)]
    of = {"given": figures, "lowest": [f for f in several if "conservative" in f["as"]], "highest": [f for f in several if "informative" in f["as"]]}
    return {name: sorted({v for f in rows for v in f["voices"]}) for name, rows in of.items()}


def spot(places: Sequence[Json]) -> Json | None:
    """The place to draw it at: of those with a point, the one that most origins name, where it happened before whence and whither."""
    known = [p for p in places if p["latitude"] is not None]
    return min(known, key=lambda p: (p["role"] != "at", -p["origins"]), default=None)


def _point(places: Sequence[Json]) -> list[Any] | None:
    best = spot(places)
    return [best[k] for k in ("longitude", "latitude", "precision", "country", "name")] if best else None


def told_of(connection: Connection, ids: Sequence[str]) -> dict[str, Told]:
    """What the claims of these incidents bring, by incident."""
    member = memberships.c.incident
    joined = memberships.join(claims, claims.c.id == memberships.c.claim)
    named = select(member, voices.c.name).distinct().select_from(memberships.join(voices, voices.c.claim == memberships.c.claim)).where(member.in_(ids))
    words, outlets, said = (defaultdict[str, set[str]](set) for _ in range(3))
    query = select(member, claims.c.evidence, reports.c.outlet, reports.c.title).select_from(joined.join(reports, reports.c.id == claims.c.report))
    for incident, evidence, outlet, title in connection.execute(query.where(member.in_(ids))):
        words[incident] |= {evidence, title or ""}
        outlets[incident] |= {outlet} if outlet else set()
    for incident, name in connection.execute(named):
        said[incident].add(name)
    return {i: Told(tuple(sorted(said[i])), tuple(sorted(outlets[i])), "\n".join(sorted(words[i]))) for i in ids}


def next_number(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(incidents.c.number), 0) + 1)).scalar_one())


def index_words(connection: Connection, numbered: Iterable[tuple[int, str]]) -> None:
    """Put the words of incidents into the full-text table."""
    rows = [{"number": number, "words": words} for number, words in numbered]
    if rows and connection.dialect.name == "sqlite":
        connection.execute(text(f"INSERT INTO {INCIDENTS_FTS} (rowid, words) VALUES (:number, :words)"), rows)  # noqa: S608 — a constant


def forget_words(connection: Connection, ids: Iterable[str] | None = None) -> None:
    """Take the words of these incidents out of the full-text table, or all."""
    if connection.dialect.name != "sqlite":
        return
    if ids is None:
        connection.execute(text(f"DELETE FROM {INCIDENTS_FTS}"))  # noqa: S608 — a constant
        return
    for some in batched(ids, AT_ONCE):
        rows = [{"number": n} for (n,) in connection.execute(select(incidents.c.number).where(incidents.c.id.in_(some)))]
        if rows:
            connection.execute(text(f"DELETE FROM {INCIDENTS_FTS} WHERE rowid = :number"), rows)  # noqa: S608 — a constant


def stored_facets(connection: Connection) -> Iterator[Any]:
    """(id, number, start, status, grade, facets) of every incident, by day, those without one last."""
    columns = (incidents.c.id, incidents.c.number, incidents.c.start, incidents.c.status, incidents.c.grade, incidents.c.facets)
    yield from connection.execution_options(yield_per=2_000).execute(select(*columns).order_by(incidents.c.start.is_(None), incidents.c.start, incidents.c.id))
