"""Answers: JSON with an ETag, pages with a link to the next, tables and map files of the same rows."""

from __future__ import annotations

import base64
import binascii
import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode

from fastapi import Request
from starlette.responses import Response, StreamingResponse

from reportedly.document import Json
from reportedly.errors import BadQueryError
from reportedly.rows import safe_cell

MOST = 500  # rows of a page
MOST_IN_FILE = 100_000
CHUNK = 64 * 1024
type Form = Literal["json", "jsonl", "csv", "geojson"]
type Cursor = tuple[Any, ...]
type Paged = Callable[[int, Cursor | None], tuple[list[Json], Cursor | None]]  # how many, after what → rows, where the next page begins
MEDIA = {"jsonl": "application/jsonl", "csv": "text/csv", "geojson": "application/geo+json", "json": "application/json"}


def answer(request: Request, data: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """JSON with the hash of its bytes as ETag; 304 when the asker has it."""
    return _tagged(request, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"), "application/json", status, headers or {})


def _tagged(request: Request, body: bytes, media: str, status: int, headers: dict[str, str]) -> Response:
    if request.method not in ("GET", "HEAD") or status != 200:
        return Response(body, status, headers, media)
    headers = {**headers, "ETag": _tag(body)}
    return Response(None, 304, headers) if _held(request, headers["ETag"]) else Response(body, status, headers, media)


def _tag(of: bytes) -> str:
    return f'"{hashlib.sha1(of, usedforsecurity=False).hexdigest()[:24]}"'


def _held(request: Request, tag: str) -> bool:
    """Whether the asker has what bears this tag."""
    held = request.headers.get("if-none-match", "")
    return held.strip() == "*" or tag.removeprefix("W/") in [t.strip().removeprefix("W/") for t in held.split(",")]


def page(request: Request, rows: list[Json], following: Cursor | None, total: int | None = None) -> Response:
    """A list: {items, next, total}, and the next page as a Link header."""
    link = None
    if following is not None:
        pairs = [(k, v) for k, v in parse_qsl(request.url.query, keep_blank_values=True) if k != "after"]
        link = f"{request.url.path}?{urlencode([*pairs, ('after', packed(following))])}"
    return answer(request, {"items": rows, "next": link, "total": total}, headers={"Link": f'<{link}>; rel="next"'} if link else {})


def packed(cursor: Cursor) -> str:
    return base64.urlsafe_b64encode(json.dumps(list(cursor)).encode()).decode().rstrip("=")


def unpacked(given: str | None, *kinds: type | tuple[type, ...]) -> tuple[Any, ...] | None:
    """The keys in an `after`, which must be of these kinds. BadQueryError."""
    if given is None:
        return None
    try:
        keys = json.loads(base64.b64decode(given + "=" * (-len(given) % 4), b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError):
        keys = None
    fits = isinstance(keys, list) and len(keys) == len(kinds) and all(isinstance(k, kind) and not isinstance(k, bool) for k, kind in zip(keys, kinds, strict=True))
    if not fits or any(isinstance(k, int) and abs(k) > 2**53 for k in keys):
        raise BadQueryError("`after` is not one that this list gave", hint="leave it out to begin at the beginning")
    return tuple(keys)


def table(request: Request, rows: Iterable[Json], form: Form, name: str) -> Response:
    """Rows as a file: CSV with the keys of the first as its heads, or JSON Lines. Sent as they are read."""
    lines = _csv(rows) if form == "csv" else (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return _streamed(request, (line.encode("utf-8", "replace") for line in lines), f"{MEDIA[form]}; charset=utf-8", headers)


def _csv(rows: Iterable[Json]) -> Iterator[str]:
    """Lines of CSV. Lists are joined by "; ", deeper things are JSON; cells that a spreadsheet would run are made plain text."""
    writer, out, heads = None, io.StringIO(), None
    for row in rows:
        if writer is None:
            heads = list(row)
            writer = csv.writer(out, lineterminator="\r\n")
            writer.writerow(heads)
        writer.writerow([safe_cell(_cell(row.get(h))) for h in heads or ()])
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _cell(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def geojson(request: Request, features: Iterable[Json], attribution: str) -> Response:
    """A GeoJSON FeatureCollection, sent as it is read."""

    def parts() -> Iterator[bytes]:
        yield b'{"type":"FeatureCollection","attribution":' + json.dumps(attribution).encode() + b',"features":['
        for n, feature in enumerate(features):
            yield (b"," if n else b"") + json.dumps(feature, ensure_ascii=False).encode("utf-8", "replace")
        yield b"]}"

    return _streamed(request, parts(), "application/geo+json", {})


def _streamed(request: Request, parts: Iterable[bytes], media: str, headers: dict[str, str]) -> Response:
    """An answer that is sent as it is made. Its beginning is made first: what is wrong with the question is said, and not broken off.

    Its tag is of the question and the state of the store, for its bytes are not known yet.
    """
    headers = {**headers, "ETag": f"W/{_tag(f'{request.app.state.desk.state} {request.url.path}?{request.url.query}'.encode())}"}
    if _held(request, headers["ETag"]):
        return Response(None, 304, headers)
    chunks = _chunks(parts)
    return StreamingResponse(chain([next(chunks, b"")], chunks), 200, headers, media)


def _chunks(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Parts put together, for each that is sent costs a turn of the server."""
    held = bytearray()
    for part in parts:
        held += part
        if len(held) >= CHUNK:
            yield bytes(held)
            held.clear()
    yield bytes(held)


def all_rows(paged: Paged, limit: int, at_once: int = 500) -> Iterator[Json]:
    """The rows of many pages, up to `limit`."""
    after: Cursor | None = None
    left = limit
    while left > 0:
        rows, after = paged(min(at_once, left), after)
        yield from rows
        left -= len(rows)
        if after is None:
            return
