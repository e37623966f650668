"""What people judge of claims: accepted, rejected, a field corrected, one added. Each judgement is a row that is never changed.

What a claim's standing judgements come to is written into the claim itself, so that everything that reads claims reads it:
lists, searches, comparing, exports. The record as it was read is kept in `reviews.original`; taking back the last judgement
restores it to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, false, insert, or_, select, update

from reportedly.comparison import Finding
from reportedly.document import Json, content_id
from reportedly.errors import EvidenceError, NotFoundError, UsageError
from reportedly.store.claim_rows import Row, count_claims, insert_claims, remove_claim, replace_claim
from reportedly.store.compared_write import forget_claims, forget_compared
from reportedly.store.moved import called_now
from reportedly.store.schema import claims, judgements, memberships, moves, reports, reviews
from reportedly.store.verify import spans_in

EVENT = ("type", "mode")  # fields that stand inside a record's event
FIELDS = (*EVENT, "status", "evidence", "attribution", "actors", "recipients", "places", "time", "figures", "means")


@dataclass(frozen=True, slots=True)
class Said:
    """A judgement of a claim, before it is kept. `new` is a field's value, or the record of a claim to add to `report`."""

    finding: Finding
    claim: str | None = None
    report: str | None = None
    field: str | None = None
    new: Any = None
    note: str | None = None
    by: str | None = None


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the store's write lock from its first moment: what it reads, nobody changes meanwhile."""
    with engine.begin() as connection:
        connection.execute(update(judgements).where(false()).values(by=None))
        yield connection


def judge_claim(engine: Engine, said: Said) -> int:
    """Keep a judgement and write what it changes. Gives its number. NotFoundError, UsageError, EvidenceError."""
    with writing(engine) as connection:
        if said.finding is Finding.ADD:
            return _add(connection, said)
        row = connection.execute(select(claims.c.record, claims.c.report).where(claims.c.id == said.claim)).first()
        if row is None:
            raise NotFoundError(f"no claim {said.claim!r}", hint="see `reportedly list claims`")
        record, report = row
        old = None
        if said.finding is Finding.CORRECT:
            if said.field not in FIELDS:
                raise UsageError(f"{said.field!r} is no field of a claim", hint=f"one of {', '.join(FIELDS)}")
            old = value_of(record, said.field)
            check_words(connection, report, with_value(record, said.field, said.new))
        number = _keep(connection, said, report, old)
        settle(connection, str(said.claim))
    return number


def _add(connection: Connection, said: Said) -> int:
    """A claim that reading missed. Its id is that of what it says, so that nobody adds it twice."""
    report = str(said.report)
    if connection.execute(select(reports.c.id).where(reports.c.id == report)).first() is None:
        raise NotFoundError(f"no report {report!r}", hint="see `reportedly list reports`")
    record = {**said.new, "id": content_id("claim", report, "added", {k: v for k, v in said.new.items() if k != "document"})}
    if connection.execute(select(claims.c.id).where(claims.c.id == record["id"])).first() is not None:
        raise UsageError("this claim has been added before", hint=f"correct it instead: {record['id']}")
    check_words(connection, report, record)
    insert_added(connection, report, record)
    number = _keep(connection, Said(said.finding, record["id"], report, None, record, said.note, said.by), report, None)
    settle(connection, record["id"])
    return number


def insert_added(connection: Connection, report: str, record: Json, trace: Sequence[Json] = ()) -> None:
    """Store a claim that a person vouches for, after the claims whose words stand before its own."""
    rows = connection.execute(select(claims.c.position, claims.c.record).where(claims.c.report == report)).all()
    position = max((p for p, r in rows if r["evidence"]["start"] <= record["evidence"]["start"]), default=0)
    title = connection.execute(select(reports.c.title).where(reports.c.id == report)).scalar()
    insert_claims(connection, report, [Row(record, position, trace)], title)
    count_claims(connection, report)


def _keep(connection: Connection, said: Said, report: str, old: Any) -> int:
    row = {"verdict": said.finding.value, "left": [], "right": [], "by": said.by, "at": now(), "claim": said.claim, "report": report,
           "field": said.field, "old": old, "new": said.new, "note": said.note}  # fmt: skip
    key = connection.execute(insert(judgements).values(**row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def undo(engine: Engine, number: int, by: str | None) -> list[str]:
    """Take a judgement back, as if it had not been made: another row says so. Gives the claims that it was of. NotFoundError when none of that number stands."""
    with writing(engine) as connection:
        row = connection.execute(select(judgements).where(judgements.c.id == number, judgements.c.verdict != "undo")).mappings().first()
        if row is None or connection.execute(select(judgements.c.id).where(judgements.c.undoes == number)).first() is not None:
            raise NotFoundError(f"no judgement {number} that stands", hint="see `reportedly list judgements`")
        called = called_now(connection)
        touched = [called.get(c, c) for c in ([row["claim"]] if row["claim"] else [*row["left"], *row["right"]])]
        connection.execute(insert(judgements).values(verdict="undo", undoes=number, left=[], right=[], by=by, at=now(), claim=row["claim"], report=row["report"]))
        if row["claim"]:
            settle(connection, touched[0])
        else:
            forget_claims(connection, touched)
    return touched


def settle(connection: Connection, claim: str) -> None:
    """Make a claim what its standing judgements come to; what that touches is compared again."""
    row = connection.execute(select(claims.c.record, claims.c.report).where(claims.c.id == claim)).first()
    before = connection.execute(select(reviews).where(reviews.c.claim == claim)).mappings().first()
    stands = standing(connection, claim)
    if row is None:  # an added claim that was taken back before
        return
    record, report = row
    original = before["original"] if before else None if _adds(stands, claim) else record
    if original is None and not _adds(stands, claim):
        forget_compared(connection, select(memberships.c.claim).where(memberships.c.claim == claim))
        remove_claim(connection, claim)
        count_claims(connection, report)
        return
    made = effective(original, stands)
    state = state_of(stands)
    connection.execute(delete(reviews).where(reviews.c.claim == claim))
    if state is not None:
        last = stands[-1]
        connection.execute(insert(reviews).values(claim=claim, state=state, by=last["by"], at=last["at"], original=original))
    if made != record:
        title = connection.execute(select(reports.c.title).where(reports.c.id == report)).scalar()
        replace_claim(connection, {**made, "id": claim, "document": record["document"]}, title)
    if made != record or (state == "rejected") != bool(before and before["state"] == "rejected"):
        forget_compared(connection, select(memberships.c.claim).where(memberships.c.claim == claim))


def _adds(stands: Sequence[Any], claim: str) -> bool:
    """Whether the claim is there because a person added it, and not because a later reading found it too."""
    return any(j["verdict"] == Finding.ADD and j["claim"] == claim for j in stands)


def standing(connection: Connection, claim: str) -> list[Any]:
    """The judgements of a claim that were not taken back, oldest first; also those of the claim that it was before its report was read anew."""
    before = select(moves.c.old).where(moves.c.new == claim)
    query = select(judgements).where(or_(judgements.c.claim == claim, judgements.c.claim.in_(before)), judgements.c.verdict.in_([f.value for f in Finding]))
    undone = select(judgements.c.undoes).where(judgements.c.verdict == "undo", judgements.c.undoes.is_not(None))
    return list(connection.execute(query.where(judgements.c.id.not_in(undone)).order_by(judgements.c.id)).mappings())


def effective(original: Json | None, stands: Sequence[Any]) -> Json:
    """A record with corrections in it; that of a person who added the claim goes before what was read."""
    record = next((j["new"] for j in stands if j["verdict"] == Finding.ADD), original)
    assert record is not None
    for judgement in stands:
        if judgement["verdict"] == Finding.CORRECT:
            record = with_value(record, judgement["field"], judgement["new"])
    return record


def state_of(stands: Sequence[Any]) -> str | None:
    """What the judgements come to, in a word: the last one rejects it, or else whether it was corrected, added, accepted."""
    if not stands:
        return None
    found = {j["verdict"] for j in stands}
    if stands[-1]["verdict"] == Finding.REJECT:
        return "rejected"
    return next((word for verdict, word in ((Finding.CORRECT, "corrected"), (Finding.ADD, "added"), (Finding.ACCEPT, "accepted")) if verdict in found), "rejected")


def value_of(record: Json, field: str) -> Any:
    return record["event"][field] if field in EVENT else record[field]


def with_value(record: Json, field: str, value: Any) -> Json:
    """The record with one field otherwise. Another type has other modes: what mode it is is then to be said anew."""
    if field not in EVENT:
        return {**record, field: value}
    mode = {"mode": None} if field == "type" and value != record["event"]["type"] else {}
    return {**record, "event": {**record["event"], **mode, field: value}}


def check_words(connection: Connection, report: str, record: Json) -> None:
    """EvidenceError unless the report says all that the record quotes."""
    text = connection.execute(select(reports.c.text).where(reports.c.id == report)).scalar_one()
    for start, end, words in spans_in(record):
        if not words or text[start:end] != words:
            raise EvidenceError(f"report {report} does not say {words[:60]!r} at {start}–{end}", hint="offsets count characters (code points) of the report's text, the end is exclusive")


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
