"""`/api/session` and `/api/status`: who is here, and what there is."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.responses import Response

from reportedly.document import Json
from reportedly.errors import TokenError
from reportedly.version import VERSION
from reportedly.web.answers import answer
from reportedly.web.desk import Desk
from reportedly.web.guard import WRONG_TOKEN
from reportedly.web.routing import Here, Me, router
from reportedly.web.sessions import COOKIE, HOURS, Session, csrf, make_cookie, same
from reportedly.web.shapes import SessionShape, StatusShape

api = router("desk")
Person = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class SignIn(BaseModel):
    """A name to judge under, and the token where the desk asks for one."""

    model_config = ConfigDict(extra="forbid")
    user: Person | None = None
    token: Annotated[str | None, Field(max_length=500)] = None


def told(desk: Desk, session: Session) -> Json:
    setup = desk.setup
    return {"user": session.user if session.allowed else None, "edits": setup.edits, "login": not session.allowed, "csrf": csrf(session, setup), "version": VERSION, "store": setup.store.name}


@api.get("/session", response_model=SessionShape)
def session(request: Request, desk: Here, me: Me) -> Response:
    """Who is here, whether they may judge, and the mark that writes must carry."""
    return answer(request, told(desk, me))


@api.post("/session", response_model=SessionShape)
async def sign_in(request: Request, desk: Here, me: Me, body: SignIn) -> Response:
    """Sign in: by the token where the desk has one, and under a name."""
    setup = desk.setup
    if setup.token is not None and not me.allowed and not same(body.token or "", setup.token):
        await asyncio.sleep(WRONG_TOKEN)
        raise TokenError("that is not the token", hint="it was given, or printed, when the desk was started")
    user = body.user or me.user or setup.user
    cookie = make_cookie(user or "", setup)
    made = answer(request, told(desk, Session(user, allowed=True, mark=cookie)), status=200)
    made.set_cookie(COOKIE, cookie, max_age=HOURS * 3600, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return made


@api.delete("/session", status_code=204)
def sign_out() -> Response:
    made = Response(None, 204)
    made.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return made


@api.get("/status", response_model=StatusShape)
def status(request: Request, desk: Here) -> Response:
    """How much there is of everything, and whether the desk is still counting."""
    made, names = desk.shelf.incidents.get(), desk.shelf.names.get().value
    change = desk.reader.changes()
    return answer(request, {
        "version": VERSION, "store": desk.setup.store.name, **made.value.counts, "disputed": int(made.value.table.disputed.sum()), "voices": len(names.voices),
        "loading": made.change != change, "change": change,
    })  # fmt: skip
