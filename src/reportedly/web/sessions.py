"""Who is at the desk: a signed cookie with a name in it, a token for those who come from beyond this machine, and a mark against forged writes.

Nothing of a session is kept in the server. The key that signs is made at each start: then everybody signs in anew.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

from reportedly.web.desk import Setup

COOKIE = "reportedly"
HOURS = 12


@dataclass(frozen=True, slots=True)
class Session:
    """`allowed`: whether the desk may be read. `bearer`: by the token itself and not by a cookie, so that no other site can have sent it."""

    user: str | None
    allowed: bool
    bearer: bool = False
    mark: str = "local"


def session_of(headers: Mapping[str, str], setup: Setup) -> Session:
    """The session of a request, by its headers (names in lower case)."""
    given = headers.get("authorization", "")
    if setup.token is not None and given.lower().startswith("bearer "):
        return Session(setup.user, same(given[7:].strip(), setup.token), bearer=True)
    cookie = _cookie(headers.get("cookie", ""))
    if cookie and (held := read_cookie(cookie, setup)) is not None:
        return Session(held or None, allowed=True, mark=cookie)
    return Session(setup.user, allowed=setup.token is None)


def same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def csrf(session: Session, setup: Setup) -> str:
    """The mark that a write must carry. Another site cannot read it, and so cannot send it."""
    return _sign("csrf", session.mark, setup)


def make_cookie(user: str, setup: Setup) -> str:
    body = _packed(json.dumps([user, int(time.time()) + HOURS * 3600]).encode())
    return f"{body}.{_sign('session', body, setup)}"


def read_cookie(cookie: str, setup: Setup) -> str | None:
    """The user of a cookie that this desk signed and that still holds."""
    body, _, signature = cookie.partition(".")
    if not same(signature, _sign("session", body, setup)):
        return None
    user, until = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    return str(user) if time.time() < until else None


def _sign(what: str, body: str, setup: Setup) -> str:
    return _packed(hmac.digest(setup.secret, f"{what}\n{body}".encode("utf-8", "surrogateescape"), hashlib.sha256))


def _packed(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _cookie(header: str) -> str | None:
    try:
        held = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return held.value if held else None
