"""`reportedly verify`: does the store still hold what was read? Originals, texts and spans are checked anew."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.list_ import FormatOption, StoreOption
from reportedly.cli.output import chosen, put, talk
from reportedly.settings import store_path
from reportedly.store import Checked, open_store

Quiet = Annotated[bool, typer.Option("--quiet", help="Say nothing when all is well.")]


def verify(store: StoreOption = None, quiet: Quiet = False, format: FormatOption = None) -> int:
    """Re-hash every original and re-check every span of every claim. Exit code 1 when something does not hold.

    Examples:

      reportedly verify

      reportedly verify --store archive.db --format jsonl
    """
    checked = Checked()
    with open_store(store_path(store), create=False) as opened:
        faults = list(opened.verify(checked))
    if faults:
        put(faults, chosen(format))
    if faults or not quiet:
        counted = f"{checked.originals:,} originals, {checked.reports:,} reports, {checked.claims:,} claims, {checked.spans:,} spans checked"
        talk.print(f"{counted}: {len(faults) or 'no'} fault{'' if len(faults) == 1 else 's'}", markup=False)
    return 1 if faults else 0
