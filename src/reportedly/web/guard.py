"""The door: who may ask, by which name, from which page, how much; and what a browser is told about each answer.

Stands before everything else, so that nothing behind it needs to think of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.errors import BodyError, ForeignError, HostError, ReportedlyError, TokenError
from reportedly.web.desk import Setup
from reportedly.web.problems import problem
from reportedly.web.sessions import Session, csrf, same, session_of

BODY = 256 * 1024  # bytes of one judgement
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "worker-src 'self' blob:",
    "manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
))  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin", "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}  # fmt: skip
WRONG_TOKEN = 0.5  # seconds that a wrong token waits for its answer


class Guard:
    """ASGI middleware. What it lets through has its session in `scope["state"]`."""

    def __init__(self, app: ASGIApp, setup: Setup) -> None:
        self.app = app
        self.setup = setup

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}
        try:
            session = self._checked(scope, headers)
            scope.setdefault("state", {})["session"] = session
            if scope["method"] not in SAFE:
                receive = await _limited(receive, headers)
        except ReportedlyError as error:
            if isinstance(error, TokenError) and "authorization" in headers:
                await asyncio.sleep(WRONG_TOKEN)
            status = 415 if isinstance(error, BodyError) and error.hint.startswith("send") else None
            await problem(error, status)(scope, receive, _with_headers(send))
            return
        await self.app(scope, receive, _with_headers(send))

    def _checked(self, scope: Scope, headers: Mapping[str, str]) -> Session:
        """The session, if the request may pass."""
        name = host_name(headers.get("host", ""))
        if not self.setup.answers_to(name):
            raise HostError(f"this desk is not called {name!r}", hint="open it by the address that it printed, or start it with --allow-host NAME")
        session = session_of(headers, self.setup)
        path = scope["path"]
        signs_in = path == "/api/session"
        if path.startswith("/api/") and not signs_in and not session.allowed:
            raise TokenError("this desk asks for a token", hint="sign in at /, or send `Authorization: Bearer TOKEN`")
        if scope["method"] not in SAFE:
            self._check_write(headers, session, signs_in=signs_in)
        return session

    def _check_write(self, headers: Mapping[str, str], session: Session, *, signs_in: bool) -> None:
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != headers.get("host"):
            raise ForeignError("another site sent this", hint="writes come from the desk's own page, or from programs that name no origin")
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise ForeignError("another site sent this", hint="open the desk in a tab of its own")
        if session.bearer and session.allowed:
            return
        if not signs_in and not same(headers.get("x-csrf-token", ""), csrf(session, self.setup)):
            raise ForeignError("this write carries no mark of this session", hint="send the `csrf` that GET /api/session gives as the header X-CSRF-Token")


def host_name(header: str) -> str:
    """The name in a Host header, without its port."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0].lower()


async def _limited(receive: Receive, headers: Mapping[str, str]) -> Receive:
    """The whole body, if it is not too much, to be read again. BodyError."""
    body = b""
    if headers.get("content-length", "0").isdecimal() and int(headers.get("content-length", "0")) > BODY:
        raise BodyError(f"more than {BODY // 1024} KiB at once", hint="judge one claim at a time")
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        body += message.get("body", b"")
        if len(body) > BODY:
            raise BodyError(f"more than {BODY // 1024} KiB at once", hint="judge one claim at a time")
        if not message.get("more_body"):
            break
    if body and headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise BodyError("what was sent is no JSON", hint="send `Content-Type: application/json`")
    sent = False

    async def again() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-cache")
        await send(message)

    return sending
