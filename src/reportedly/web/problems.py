"""Errors as `application/problem+json` (RFC 9457), with our codes and hints."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly.errors import (
    BadQueryError,
    BodyError,
    EditsOffError,
    EvidenceError,
    ForeignError,
    HostError,
    NotFoundError,
    ReportedlyError,
    StoreLockedError,
    StoreUnwritableError,
    TokenError,
    TooCostlyError,
    UsageError,
)  # fmt: skip

MEDIA = "application/problem+json"
STATUS: Sequence[tuple[type[ReportedlyError], int]] = (
    (NotFoundError, 404), (UsageError, 422), (EvidenceError, 422), (EditsOffError, 403), (ForeignError, 403), (HostError, 421), (TokenError, 401),
    (BodyError, 413), (TooCostlyError, 503), (StoreLockedError, 503), (StoreUnwritableError, 507),
)  # fmt: skip


def status_of(error: ReportedlyError) -> int:
    return next((status for kind, status in STATUS if isinstance(error, kind)), 500)


def problem(error: ReportedlyError, status: int | None = None) -> Response:
    """The answer that tells of an error."""
    number = status or status_of(error)
    more = {"errors": list(error.errors)} if isinstance(error, BadQueryError) and error.errors else {}
    body = {"type": f"urn:reportedly:{error.code}", "title": HTTPStatus(number).phrase, "status": number, "detail": error.message, "hint": error.hint, "code": error.code}
    headers = {"Retry-After": "2"} if number == 503 else {"WWW-Authenticate": "Bearer"} if number == 401 else {}
    return Response(json.dumps(body | more, ensure_ascii=False), number, media_type=MEDIA, headers={"Cache-Control": "no-store", **headers})


def install(app: FastAPI) -> None:
    """Let every error of ours, of the framework, and every fault come out as a problem."""
    app.add_exception_handler(ReportedlyError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)


async def _ours(_: Request, error: Exception) -> Response:
    assert isinstance(error, ReportedlyError)
    return problem(error)


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return problem(bad_query(error.errors()))


def bad_query(found: Sequence[Any]) -> BadQueryError:
    """The faults that the models of questions and judgements found, as one error that names each."""
    errors = tuple({"loc": ".".join(map(str, e["loc"])), "msg": str(e["msg"])} for e in found)
    first = errors[0] if errors else {"loc": "request", "msg": "is wrong"}
    return BadQueryError(f"{first['loc']}: {first['msg']}", hint="see /api/openapi.json for what may be asked", errors=errors)


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 400:  # a body that cannot even be parsed
        return problem(BadQueryError(str(error.detail), hint="send JSON in UTF-8"))
    kind = NotFoundError if error.status_code == 404 else UsageError
    made = problem(kind(str(error.detail), hint="see /api/openapi.json for what there is"), error.status_code)
    made.headers.update(error.headers or {})
    return made


async def _fault(request: Request, error: Exception) -> Response:
    logging.getLogger("reportedly.web").error("a fault in %s %s", request.method, request.url.path, exc_info=error)
    return problem(ReportedlyError("a fault of the desk's own", hint="its terminal says more; please report it"), 500)
