"""Writing what comparing made: whole, in one transaction. What new reports touch replaces what stood there before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import batched
from typing import Any

from sqlalchemy import Connection, Engine, Select, bindparam, delete, insert, select, update

from reportedly.comparison import Chain, Comparison, Incident, Judgement, Relation, Verdict
from reportedly.document import content_id
from reportedly.store.facets import Told, facets_of, forget_words, index_words, next_number, told_of
from reportedly.store.schema import copies, incidents, judgements, memberships, relations, weights

AT_ONCE = 500  # ids in one statement


def forget_compared(connection: Connection, claim_ids: Select[Any]) -> None:
    """The claims of the components that hold any of these are to be compared again; their incidents are gone until then."""
    components = select(memberships.c.component).where(memberships.c.claim.in_(claim_ids))
    gone = [row[0] for row in connection.execute(select(memberships.c.incident).distinct().where(memberships.c.component.in_(components)))]
    _remove_incidents(connection, gone)


def _remove_incidents(connection: Connection, gone: Iterable[str]) -> None:
    for ids in batched(gone, AT_ONCE):
        members = select(memberships.c.claim).where(memberships.c.incident.in_(ids))
        connection.execute(delete(relations).where(relations.c["from"].in_(members) | relations.c.to.in_(members)))
        forget_words(connection, ids)
        connection.execute(delete(incidents).where(incidents.c.id.in_(ids)))  # memberships go with them


def save_incidents(engine: Engine, made: Comparison, components: dict[str, str], syndicated: Sequence[Chain], reports: Iterable[str]) -> None:
    """Replace the incidents of these claims, the relations at either end of them, and the copies of these reports."""
    mine = sorted(components)
    incident_of = made.incident_of()
    with engine.begin() as connection:
        for ids in batched(mine, AT_ONCE):
            gone = [row[0] for row in connection.execute(select(memberships.c.incident).distinct().where(memberships.c.claim.in_(ids)))]
            _remove_incidents(connection, gone)
            connection.execute(delete(relations).where(relations.c["from"].in_(ids) | relations.c.to.in_(ids)))
        first = next_number(connection)
        _insert(connection, incidents, (_incident_row(i, first + n) for n, i in enumerate(made.incidents)))
        _insert(connection, memberships, ({"claim": c, "incident": incident_of[c], "component": components[c], "chain": made.chains[c]} for c in mine))
        _add_facets(connection, made.incidents, first)
        _insert(connection, relations, (_relation_row(r, incident_of) for r in made.relations))
        for ids in batched(sorted(reports), AT_ONCE):
            connection.execute(delete(copies).where(copies.c.report.in_(ids)))
        _insert(connection, copies, (row for chain in syndicated for row in _copy_rows(chain)))


def _insert(connection: Connection, table: Any, rows: Iterable[dict[str, Any]]) -> None:
    for some in batched(rows, 5_000):
        connection.execute(insert(table), list(some))


def _incident_row(i: Incident, number: int) -> dict[str, Any]:
    r = i.record
    within = [x for x in r["relations"] if {x["from"], x["to"]} <= set(i.claims)]
    return {"id": i.id, "start": r["time"]["start"], "status": r["status"], "grade": r["grade"], "n_claims": r["n_claims"], "n_origins": r["n_origins"],
            "record": {**r, "relations": within}, "number": number, "facets": {}}  # fmt: skip


def _add_facets(connection: Connection, made: Sequence[Incident], first: int) -> None:
    """What the incidents are filtered by and searched for, now that their claims are known."""
    for some in batched(enumerate(made, first), AT_ONCE):
        told = told_of(connection, [i.id for _, i in some])
        rows = [{"key": i.id, "facets": facets_of(i.record, told.get(i.id, Told()))} for _, i in some]
        connection.execute(update(incidents).where(incidents.c.id == bindparam("key")), rows)
        index_words(connection, ((number, told[i.id].words) for number, i in some))


def _relation_row(r: Relation, incident_of: dict[str, str]) -> dict[str, Any]:
    across = incident_of.get(r.from_) != incident_of.get(r.to)
    return {"kind": r.kind.value, "from": r.from_, "to": r.to, "across": int(across), "record": r.to_dict()}


def _copy_rows(chain: Chain) -> Iterator[dict[str, Any]]:
    spans: Iterable[tuple[str, int | None, int | None]] = chain.paragraphs or [(report, None, None) for report in chain.reports]
    group = content_id("copies", chain.original, chain.reports, chain.paragraphs)
    for report, start, end in spans:
        yield {"group": group, "report": report, "original": chain.original, "credited": chain.credited, "start": start, "end": end}


def add_judgement(engine: Engine, verdict: Verdict, left: Sequence[str], right: Sequence[str], by: str | None, note: str | None = None) -> Judgement:
    """Keep a judgement; what it touches is compared again the next time."""
    row = {"verdict": verdict.value, "left": list(left), "right": list(right), "by": by, "at": now(), "note": note}
    with engine.begin() as connection:
        key = connection.execute(insert(judgements).values(**row)).inserted_primary_key
        forget_claims(connection, [*left, *right])
    assert key is not None
    return Judgement(verdict, tuple(left), tuple(right), int(key[0]), by, str(row["at"]))


def forget_claims(connection: Connection, claim_ids: Sequence[str]) -> None:
    for ids in batched(claim_ids, AT_ONCE):
        forget_compared(connection, select(memberships.c.claim).where(memberships.c.claim.in_(ids)))


def save_weights(engine: Engine, record: dict[str, float]) -> None:
    """Weigh with these from now on: everything is to be compared again."""
    with engine.begin() as connection:
        connection.execute(insert(weights).values(record=record, at=now()))
        connection.execute(delete(relations))
        forget_words(connection)
        connection.execute(delete(incidents))


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
