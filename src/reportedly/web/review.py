"""`/api/judgements`, `/api/review`: what people judge, and what is left to judge. Writes only where the desk was started for them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Path, Query, Request
from starlette.responses import Response

from reportedly.comparison import Finding, Verdict
from reportedly.errors import BadQueryError, NotFoundError
from reportedly.store import Store
from reportedly.store.judged import (
    Queued,
    WantedJudgements,
    judgements_page,
    left_of,
    many_left,
    one_judgement,
    progress,
    reviewed,
    uncertain,
)
from reportedly.store.listing import claims_with
from reportedly.store.looking import incident_records, incidents_of
from reportedly.store.reviews import Said
from reportedly.web.agreement import agreement
from reportedly.web.answers import Cursor, all_rows, answer, page, table, unpacked
from reportedly.web.asked import Asked, JudgementFile, JudgementFilters, JudgementPage, QueueAsked, Text
from reportedly.web.desk import Desk
from reportedly.web.given import Add, Apart, Body, Correct, Same, added_record, choices, field_value
from reportedly.web.incidents import summaries
from reportedly.web.models import Listed
from reportedly.web.review_shapes import Agreement, Choices, Done, Judgement, Progress, QueueItem
from reportedly.web.routing import Here, Me, file_answer, router

api = router("review")
SHOWN = 20  # incidents that an answer to a write brings


def wanted_of(asked: JudgementFilters) -> WantedJudgements:
    standing = None if asked.standing is None else asked.standing == "yes"
    return WantedJudgements(tuple(asked.verdict), asked.claim, asked.report, asked.by, standing)


@api.get("/judgements", response_model=Listed[Judgement])
def list_judgements(request: Request, desk: Here, asked: Annotated[JudgementPage, Query()]) -> Response:
    """All that was judged, and taken back, newest first."""
    with desk.reader.connect() as connection:
        rows, following = judgements_page(connection, wanted_of(asked), asked.limit, unpacked(asked.after, int))
    return page(request, rows, following)


@api.get("/judgements.{form}", responses=file_answer("text/csv", "application/jsonl"))
def judgements_file(request: Request, desk: Here, form: Literal["csv", "json", "jsonl"], asked: Annotated[JudgementFile, Query()]) -> Response:
    """The same as a file, to be kept or learned from."""

    def paged(many: int, after: Cursor | None) -> Any:
        with desk.reader.connect() as connection:
            return judgements_page(connection, wanted_of(asked), many, after)

    rows = all_rows(paged, asked.limit)
    return answer(request, {"items": list(rows), "next": None, "total": None}) if form == "json" else table(request, rows, form, "judgements")


@api.post("/judgements", response_model=Done, status_code=201)
def judge(request: Request, desk: Here, me: Me, body: Body) -> Response:
    """Judge a claim, or say of claims and incidents that they are one or are not."""
    store = desk.writable()
    if isinstance(body, Same | Apart):
        left, right = (_claims(desk, ids) for ids in (body.left, body.right))
        right = [c for c in right if c not in left]
        if not right:
            raise BadQueryError("there is nothing on the right that is not on the left", hint="name claims or incidents on both sides")
        if isinstance(body, Apart) and any(_of_several(store, side) for side in (left, right)):
            raise BadQueryError("a side has claims of several incidents", hint="each side of a split stays together: judge one incident at a time")
        number = store.judge(Verdict(body.verdict), left, right, me.user, body.note).id
        return done(request, desk, number, [*left, *right], 201)
    said = _said(store, body, me.user)
    number = store.judge_claim(said)
    return done(request, desk, number, [], 201)


def _of_several(store: Store, claims: list[str]) -> bool:
    """Whether claims stand in more than one incident; one that is not compared yet stands alone."""
    of = {claim: incident for claim, (incident, _, _) in store.members(claims).items()}
    return len({of.get(claim, claim) for claim in claims}) > 1


def _said(store: Store, body: Any, user: str | None) -> Said:
    """A judgement of one claim, with the words that it quotes."""
    if isinstance(body, Add):
        return Said(Finding.ADD, None, body.report, None, added_record(body.record, store.document(body.report)), body.note, user)
    if isinstance(body, Correct):
        record = store.claim(body.claim)
        value = field_value(body.field, body.new, store.document(record["document"]["id"]), record)
        return Said(Finding.CORRECT, body.claim, None, body.field, value, body.note, user)
    return Said(Finding(body.verdict), body.claim, note=body.note, by=user)


def _claims(desk: Desk, ids: list[str]) -> list[str]:
    """The claims of these ids, which may be those of incidents. NotFoundError."""
    with desk.reader.connect() as connection:
        incidents = {r["id"]: r["claims"] for r in incident_records(connection, [i for i in ids if i.startswith("incident-")])}
        known = {c["id"] for c in claims_with(connection, [i for i in ids if i not in incidents])}
    for ident in ids:
        if ident not in incidents and ident not in known:
            raise NotFoundError(f"no claim or incident {ident!r}", hint="it may have changed since: see /api/incidents")
    return list(dict.fromkeys(c for i in ids for c in incidents.get(i, [i])))


@api.post("/judgements/{number}/undo", response_model=Done)
def undo(request: Request, desk: Here, me: Me, number: Annotated[int, Path(ge=1, le=2**53)]) -> Response:
    """Take a judgement back, as if it had not been made. It stays in the log."""
    touched = desk.writable().undo(number, me.user)
    return done(request, desk, number, touched, 200)


def done(request: Request, desk: Desk, number: int, claims: list[str], status: int) -> Response:
    """The answer to a write: the judgement, its claim and the incidents that it touched, as they are now."""
    compared = desk.compare()
    with desk.reader.connect() as connection:
        judgement = one_judgement(connection, number)
        assert judgement is not None
        touched = claims or ([judgement["claim"]] if judgement["claim"] else [])
        told = claims_with(connection, [judgement["claim"]]) if judgement["claim"] else []
        incidents = incidents_of(connection, touched[:400])[:SHOWN]
    return answer(request, {"judgement": judgement, "claim": told[0] if told else None, "incidents": summaries(desk, incidents), "compared": compared}, status=status)


@api.get("/review/queue", response_model=Listed[QueueItem])
def queue(request: Request, desk: Here, me: Me, asked: Annotated[QueueAsked, Query()]) -> Response:
    """What is left to judge: the least certain claims first, or those that most others contradict."""
    wanted = Queued(asked.by or me.user, asked.report, tuple(asked.type))
    after = unpacked(asked.after, (int, float), str)
    with desk.reader.connect() as connection:
        keys = uncertain(connection, wanted, asked.limit + 1, after) if asked.order == "uncertain" else _disputed(desk, connection, wanted, asked.limit + 1, after)
        told = claims_with(connection, [ident for _, ident in keys[: asked.limit]])
        total = many_left(connection, wanted, desk.shelf.incidents.get().value.counts["claims"]) if asked.order == "uncertain" else None
    found = {s["id"]: s for s in summaries(desk, list({c["incident"] for c in told if c["incident"]}))}
    whys = {ident: why(key, asked.order) for key, ident in keys}
    rows = [{"claim": c, "why": whys[c["id"]], "incident": found.get(c["incident"])} for c in told]
    return page(request, rows, tuple(keys[asked.limit - 1]) if len(keys) > asked.limit else None, total)


def why(key: float, order: str) -> str:
    return f"confidence {key:.2f}" if order == "uncertain" else f"{key:g} contradiction{'s' if key != 1 else ''}"


def _disputed(desk: Desk, connection: Any, wanted: Queued, limit: int, after: Cursor | None) -> list[tuple[float, str]]:
    """(contradictions, id) of claims that are left, the most contradicted first."""
    out: list[tuple[float, str]] = []
    ranked = desk.shelf.contradicted.get().value
    first = next((n for n, (many, ident) in enumerate(ranked) if after is None or (-many, ident) > (-after[0], after[1])), len(ranked))
    for at in range(first, len(ranked), 200):
        some = ranked[at : at + 200]
        left = left_of(connection, wanted, [ident for _, ident in some])
        out += [(float(many), ident) for many, ident in some if ident in left]
        if len(out) >= limit:
            break
    return out[:limit]


class AgreementAsked(Asked):
    report: Text | None = None


@api.get("/review/agreement", response_model=Agreement)
def agreed(request: Request, desk: Here, asked: Annotated[AgreementAsked, Query()]) -> Response:
    """How far those who judged the same claims agree, field by field: Cohen's kappa for two, Krippendorff's alpha for all."""
    with desk.reader.connect() as connection:
        found = reviewed(connection, asked.report)
    return answer(request, agreement(found))


@api.get("/review/progress", response_model=Progress)
def how_far(request: Request, desk: Here) -> Response:
    with desk.reader.connect() as connection:
        return answer(request, progress(connection))


@api.get("/codebook", response_model=Choices)
def codebook(request: Request) -> Response:
    """What a form may offer for each field of a claim."""
    return answer(request, choices())
