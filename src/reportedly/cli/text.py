"""`reportedly text`: the text that is read from a path or address, and what it says of itself."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from reportedly.cli.output import talk
from reportedly.document import Document, Json
from reportedly.intake.fetch import Fetcher
from reportedly.intake.opening import Wanted
from reportedly.intake.sources import documents_from, documents_from_stream
from reportedly.intake.tables import parse_columns
from reportedly.intake.text import Given


class TextFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


def text(
    place: Annotated[str, typer.Argument(metavar="PATH|URL", help="A file, folder, archive, http(s) address, or - for standard input.")],
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch from your own network too.")] = False,
    match: Annotated[list[str] | None, typer.Option(help="Only names like this glob, in folders and archives; may be given again.", metavar="GLOB")] = None,
    skip: Annotated[list[str] | None, typer.Option(help="No names like this glob; may be given again.", metavar="GLOB")] = None,
    columns: Annotated[str | None, typer.Option(help="Of tables: text=BODY,published=DATE,title=HEADLINE,…", metavar="FIELD=COLUMN,...")] = None,
    format: Annotated[TextFormat, typer.Option(help="The text alone, or one JSON object a report.")] = TextFormat.TEXT,
) -> int:
    """Print the text of a page, PDF, message, archive or feed item, as it would be read.

    Examples:

      reportedly text page.html

      reportedly text https://example.org/2024/03/01/clashes --format json

      reportedly text press.zip --match '*.html' --skip 'sport/*'
    """
    wanted = Wanted(Given(), tuple(match or ()), tuple(skip or ()), parse_columns(columns) if columns else {})
    found = documents_from_stream(sys.stdin.buffer, wanted) if place == "-" else documents_from(place, wanted, Fetcher(allow_private=allow_private))
    printed = failed = 0
    for document in found:
        if not isinstance(document, Document):
            failed += 1
            talk.print(str(document), markup=False)
            continue
        _print(document, format, first=not printed)
        printed += 1
    return 1 if failed else 0


def _print(document: Document, form: TextFormat, *, first: bool) -> None:
    if form is TextFormat.JSON:
        sys.stdout.write(json.dumps(record(document), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(("" if first else "\n\f\n") + document.text.rstrip("\n") + "\n")


def record(document: Document) -> Json:
    """What a report is and says of itself, the text first. A post of a live blog has its full time, other reports their day."""
    published = document.published.isoformat() if document.published else None
    return {
        "text": document.text,
        "title": document.title,
        "outlet": document.outlet,
        "authors": list(document.authors),
        "published": document.moment if document.published_from == "post" and document.moment else published,
        "published_from": document.published_from,
        "language": document.language,
        "url": document.url,
        "sha256": document.original.sha256 if document.original else None,
    }
