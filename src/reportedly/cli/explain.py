"""`reportedly explain`: by which frame, cues and rules a claim was made, and on which words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.list_ import FormatOption
from reportedly.cli.output import chosen, put
from reportedly.errors import NotFoundError
from reportedly.settings import store_path
from reportedly.store import open_store


def explain(
    id: Annotated[str, typer.Argument(help="The id of a claim, or its beginning.")],
    store: Annotated[Path | None, typer.Option(help="The store to read (a file).")] = None,
    format: FormatOption = None,
) -> None:
    """Say how a claim was read: which frame, which cue, which rule, on which words.

    Examples:

      reportedly explain 9283758

      reportedly explain 9283758 --format jsonl
    """
    with open_store(store_path(store), create=False) as opened:
        kind, ident = opened.find(id)
        if kind != "claim":
            raise NotFoundError(f"{id!r} is a report", hint="give the id of a claim: reportedly show " + ident)
        rows = [{"rule": s["rule"], "words": s["text"], "gives": s["effect"], "at": f"{s['start']}–{s['end']}"} for s in opened.trace(ident)]
        put(rows, chosen(format))
