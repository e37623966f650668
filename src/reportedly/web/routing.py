"""What all rooms of the API share: how an endpoint comes by the desk and the session, and how its answers are documented."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request

from reportedly.web.desk import Desk
from reportedly.web.problems import MEDIA
from reportedly.web.sessions import Session

PROBLEM: dict[int | str, dict[str, Any]] = {
    "default": {"description": "What went wrong, and how to mend it", "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
}


def router(tag: str) -> APIRouter:
    """A room of the API."""
    return APIRouter(prefix="/api", tags=[tag], responses=PROBLEM)


def file_answer(*media: str) -> dict[int | str, dict[str, Any]]:
    """An answer that is a file, for the documentation."""
    return {200: {"description": "The rows as a file", "content": {m: {"schema": {"type": "object" if m.endswith("json") else "string"}} for m in media}}}


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def session_here(request: Request) -> Session:
    session: Session = request.state.session
    return session


Here = Annotated[Desk, Depends(desk_of)]
Me = Annotated[Session, Depends(session_here)]
