"""`/api/runs` and `/api/changes`: what is being read and written, as it happens (server-sent events)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Annotated, Any

from fastapi import Path, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from reportedly.document import Json
from reportedly.errors import NotFoundError, ReportedlyError
from reportedly.store.looking import run_rows
from reportedly.web.answers import answer, page, unpacked
from reportedly.web.asked import Paged
from reportedly.web.desk import Desk
from reportedly.web.models import Listed
from reportedly.web.routing import Here, router
from reportedly.web.shapes import Run

api = router("live")
PAUSE = 0.5  # seconds between two looks at the store
BREATH = 15.0  # seconds after which an empty line keeps the connection open
STREAM: dict[int | str, dict[str, Any]] = {200: {"description": "Server-sent events", "content": {"text/event-stream": {"schema": {"type": "string"}}}}}
Number = Annotated[int, Path(ge=1, le=2**53)]


@api.get("/runs", response_model=Listed[Run])
def list_runs(request: Request, desk: Here, asked: Annotated[Paged, Query()]) -> Response:
    """The runs of reading, the latest first; one that goes on has no `finished`."""
    (before,) = unpacked(asked.after, int) or (None,)
    with desk.reader.connect() as connection:
        rows = run_rows(connection, limit=asked.limit + 1, before=before)
    shown = rows[: asked.limit]
    return page(request, shown, (shown[-1]["id"],) if len(rows) > asked.limit else None)


@api.get("/runs/{number}", response_model=Run)
def one_run(request: Request, desk: Here, number: Number) -> Response:
    return answer(request, run_now(desk, number))


def run_now(desk: Desk, number: int) -> Json:
    with desk.reader.connect() as connection:
        rows = run_rows(connection, number)
    if not rows:
        raise NotFoundError(f"no run {number}", hint="see /api/runs")
    return rows[0]


@api.get("/runs/{number}/events", responses=STREAM)
async def run_events(request: Request, desk: Here, number: Number) -> Response:
    """`progress` with the run whenever it has come further, `done` at its end."""
    await run_in_threadpool(run_now, desk, number)

    async def events() -> AsyncIterator[str]:
        async for run in _as_it_changes(request, desk, lambda: run_now(desk, number)):
            yield event("done" if run["finished"] else "progress", run)
            if run["finished"]:
                return

    return _stream(events())


@api.get("/changes", responses=STREAM)
async def changes(request: Request, desk: Here) -> Response:
    """`change` whenever somebody has written to the store and the desk has seen it: what was asked before may have another answer now."""

    async def events() -> AsyncIterator[str]:
        async for number in _as_it_changes(request, desk, lambda: desk.shelf.incidents.get().change):
            yield event("change", {"change": number})

    return _stream(_breathing(events()))


async def _as_it_changes[T](request: Request, desk: Desk, look: Callable[[], T]) -> AsyncIterator[T]:
    """What there is, and what there is whenever that is something else, until the asker leaves or the desk closes."""
    last: T | None = None
    while not desk.closing.is_set() and not await request.is_disconnected():
        try:
            now = await run_in_threadpool(look)
        except ReportedlyError:  # locked for a moment
            now = last  # type: ignore[assignment]
        if now is not None and now != last:
            last = now
            yield now
        await asyncio.sleep(PAUSE)


async def _breathing(events: AsyncIterator[str]) -> AsyncIterator[str]:
    """Events, and an empty remark when nothing has come for a while, so that nobody on the way closes the connection."""
    waiting = asyncio.ensure_future(anext(events))
    try:
        while True:
            done, _ = await asyncio.wait({waiting}, timeout=BREATH)
            if not done:
                yield ": \n\n"
                continue
            try:
                yield waiting.result()
            except StopAsyncIteration:
                return
            waiting = asyncio.ensure_future(anext(events))
    finally:
        waiting.cancel()


def event(name: str, data: Json) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


def _stream(events: AsyncIterator[str]) -> Response:
    return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-store"})
