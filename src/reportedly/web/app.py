"""The application: the rooms of the API, the page, and the door before them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio.to_thread
from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response

from reportedly.version import VERSION
from reportedly.web import claims, incidents, live, names, reports, review, search, session
from reportedly.web.answers import answer
from reportedly.web.desk import Desk, Setup
from reportedly.web.guard import Guard
from reportedly.web.models import Problem
from reportedly.web.pages import site
from reportedly.web.problems import install

THREADS = 16  # questions that are answered at the same time; the others wait
ROOMS = (session, incidents, claims, reports, names, search, review, live)


def create_app(setup: Setup) -> FastAPI:
    """The desk over a store, as an ASGI application. Raises UsageError and the store's errors."""
    desk = Desk(setup)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        yield
        desk.close()

    app = FastAPI(title="Reportedly", version=VERSION, docs_url=None, redoc_url=None, openapi_url=None, lifespan=life, redirect_slashes=False)
    app.state.desk = desk
    install(app)
    for room in ROOMS:
        app.include_router(room.api)

    @app.get("/api/openapi.json", include_in_schema=False)
    def described(request: Request) -> Response:
        return answer(request, openapi(app))

    app.include_router(site)
    app.add_middleware(Guard, setup=setup)
    return app


def openapi(app: FastAPI) -> dict[str, Any]:
    """What the API is, in OpenAPI 3.1. `docs/openapi.json` is this."""
    if not app.openapi_schema:
        about = "What reports claim, who says so, and what many claims come to. Offsets count Unicode code points; spans are half-open. Errors are RFC 9457 problems."
        made = get_openapi(title="Reportedly", version=VERSION, description=about, routes=app.routes)
        made["components"]["schemas"]["Problem"] = Problem.model_json_schema()
        made["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}, "mark": {"type": "apiKey", "in": "header", "name": "X-CSRF-Token"}}
        for path in made["paths"].values():
            for method, told in path.items():
                if method in ("post", "delete", "put", "patch"):
                    told["security"] = [{"mark": []}, {"token": []}]
        app.openapi_schema = made
    return app.openapi_schema
