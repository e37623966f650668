"""The page: the files that were built into `static`, and the one HTML file for every address within it."""

from __future__ import annotations

import mimetypes
from importlib import resources
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, Response

from reportedly.errors import NotFoundError

site = APIRouter(include_in_schema=False)
STATIC = Path(str(resources.files("reportedly.web").joinpath("static")))
VIEWS = ("incidents", "reports", "claims", "voices", "actors", "places", "review", "search", "help")  # addresses that the page itself answers
FOREVER = "public, max-age=31536000, immutable"  # for files that have the hash of their content in their name
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("font/woff2", ".woff2")
MISSING = b"<!doctype html><meta charset=utf-8><title>Reportedly</title><p>The page is not built into this installation; the API is at /api/openapi.json."


@site.get("/{path:path}")
def page(request: Request, path: str) -> Response:
    """A file of the page, or the page itself."""
    if path.startswith("api/"):
        raise NotFoundError(f"there is no /{path}", hint="see /api/openapi.json for what there is")
    file = _file(path)
    if file is not None and path:
        return FileResponse(file, headers={"Cache-Control": FOREVER} if path.startswith("assets/") else {})
    known = not path or path.split("/")[0] in VIEWS
    if not known and "text/html" not in request.headers.get("accept", ""):
        raise NotFoundError(f"there is no /{path}", hint="begin at /")
    index = _file("index.html")  # which says of an address that it does not know where to begin
    return FileResponse(index, 200 if known else 404) if index else Response(MISSING, 503, media_type="text/html; charset=utf-8")


def _file(path: str) -> Path | None:
    """The file at a path below `static`; None for what is none, or lies elsewhere."""
    try:
        found = (STATIC / path).resolve()
        return found if found.is_file() and found.is_relative_to(STATIC.resolve()) else None
    except (ValueError, OSError):
        return None
