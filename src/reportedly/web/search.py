"""`/api/search`: the same words looked for in incidents, claims, reports and names."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from reportedly.document import Json
from reportedly.store.listing import Wanted, claims_page
from reportedly.store.looking import WantedReports, report_texts, reports_page
from reportedly.web.answers import answer
from reportedly.web.asked import SearchAsked
from reportedly.web.filters import Chosen, together
from reportedly.web.incidents import matching, summaries
from reportedly.web.names import named
from reportedly.web.routing import Here, router
from reportedly.web.shapes import Found

api = router("search")
AROUND = 90  # characters on either side of the first word that was found
MARKS = 20


@api.get("/search", response_model=Found)
def search(request: Request, desk: Here, asked: Annotated[SearchAsked, Query()]) -> Response:
    """A few of everything that has these words, the most told incidents first."""
    columns, found = matching(desk, Chosen({}, {}, words=asked.q))
    ids, _ = columns.page(together(columns, found), "claims", asked.limit, None)
    with desk.reader.connect() as connection:
        claims, _ = claims_page(connection, Wanted(words=asked.q), asked.limit)
        reports, _ = reports_page(connection, WantedReports(words=asked.q), asked.limit)
        texts = report_texts(connection, [r["id"] for r in reports])
    kept = desk.shelf.names.get().value
    names = {kind: named(rows, asked.q)[: asked.limit] for kind, rows in (("voices", kept.voices), ("actors", kept.actors), ("places", kept.places))}
    with_words = [{**r, "snippet": snippet(texts.get(r["id"], ""), asked.q)} for r in reports]
    return answer(request, {"incidents": summaries(desk, ids), "claims": claims, "reports": with_words, **names})


def snippet(text: str, words: str) -> Json | None:
    """The text around the first of these words, and where they stand in it. None when only the title has them."""
    sought = re.findall(r"\w+", words)
    if not sought:
        return None
    form = re.compile("|".join(rf"\b{re.escape(w)}\b" for w in sought), re.IGNORECASE)
    first = form.search(text)
    if first is None:
        return None
    start, end = max(0, first.start() - AROUND), min(len(text), first.end() + AROUND)
    part = text[start:end]
    return {"text": part, "marks": [[m.start(), m.end()] for _, m in zip(range(MARKS), form.finditer(part), strict=False)]}
