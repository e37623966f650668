"""A fetched page, with what its feed says of it, into documents."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reportedly.document import Json
from reportedly.intake.opening import Found, Wanted, documents_in
from reportedly.intake.raw import Raw
from reportedly.intake.text import Given
from reportedly.store.watching import PageState


def documents_of_page(raw: Raw, page: PageState, wanted: Wanted) -> Iterator[Found]:
    """The reports of a page. Its own word on title, date and outlet goes before the feed's.

    Its address is the one the feed gave: where redirects lead may differ from day to day, and versions go by it.
    """
    given = _given(page.said)
    yield from documents_in(io.BytesIO(raw.data), replace(raw, url=page.url), replace(wanted, given=given))


def _given(said: Json) -> Given:
    published = date.fromisoformat(said["published"]) if said.get("published") else None
    return Given(published, said.get("outlet"), said.get("title"), None, tuple(said.get("authors") or ()), "feed", said.get("moment"))
