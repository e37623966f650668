"""`reportedly export`: the claims of the store as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.output import talk
from reportedly.errors import StoreUnwritableError, UsageError
from reportedly.export import WRITERS, write_attribution
from reportedly.resolve.gazetteer import ATTRIBUTION
from reportedly.settings import store_path
from reportedly.store import open_store


def export(
    to: Annotated[Path, typer.Option(help="The folder to write to; it is made if missing.")],
    format: Annotated[str, typer.Option(help="One or more of csv, jsonl, parquet, geojson, with commas.")] = "csv,jsonl",
    store: Annotated[Path | None, typer.Option(help="The store to read (a file).")] = None,
) -> None:
    """Write all claims to files: claims.csv, claims.jsonl, claims.parquet, claims.geojson; whose place data they hold, to ATTRIBUTION.txt.

    Examples:

      reportedly export --to out --format csv,geojson

      reportedly export --to out --format parquet
    """
    wanted = [f.strip().lower() for f in format.split(",") if f.strip()]
    if unknown := [f for f in wanted if f not in WRITERS] or not wanted:
        raise UsageError(f"no format {unknown[0] if isinstance(unknown, list) else format!r}", hint=f"allowed: {', '.join(WRITERS)}")
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnwritableError(f"{to}: {error.strerror}", hint="choose a folder that you can write to") from error
    with open_store(store_path(store), create=False) as opened:
        for name in wanted:
            path = to / f"claims.{name}"
            try:
                count = WRITERS[name](opened.claims(), path)
            except OSError as error:
                raise StoreUnwritableError(f"{path}: {error.strerror}", hint="free some space, or choose another folder") from error
            talk.print(f"{path}: {count} rows", markup=False)
    write_attribution(to)
    talk.print(ATTRIBUTION, markup=False)
