"""`reportedly demo`: twenty short reports, read on the spot, and who claims what in them."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.code import Outcome, run_over
from reportedly.cli.list_ import FormatOption
from reportedly.cli.output import Format, chosen, claims_table, put, talk
from reportedly.codebooks.data import read_yaml
from reportedly.compare.incremental import compare_store
from reportedly.document import Document
from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.store import ClaimFilter, open_store


def demo(
    store: Annotated[Path | None, typer.Option(help="Keep the demo in this store (a file); a temporary one by default.")] = None,
    format: FormatOption = None,
) -> int:
    """Read twenty demo reports and show who claims what.

    Examples:

      reportedly demo

      reportedly demo --store demo.db
    """
    path = store or Path(tempfile.mkdtemp(prefix="reportedly-demo-")) / "demo.db"
    form, outcome = chosen(format), Outcome()
    talk.print("Reading twenty short reports, written for Reportedly about events that are well known; their outlets are invented…")
    with open_store(path) as opened:
        run = opened.begin_run()
        run_over(opened, run, demo_documents(), outcome)
        opened.finish_run(run, read=len(outcome.reports), failed=outcome.skipped)
        compared = compare_store(opened)
        if form is Format.TABLE:
            put(opened.claims(ClaimFilter(text="Houla", limit=12)), form, claims_table)
        else:
            put(opened.claims(), form, flatten=True)
        counted = opened.counts()
    talk.print(f"\n{counted['reports']} reports, {counted['claims']} claims, {compared.incidents} incidents. Look further:", markup=False)
    for line in ("serve --open", "list incidents", "list disputes", "list claims --status denied", "list claims --type ASSAULT --format jsonl"):
        talk.print(f"  {_program()} {line} --store {path}", markup=False)
    return 1 if outcome.skipped else 0


def _program() -> str:
    """How to call this program again: by its path when the shell would not find its name."""
    called = Path(sys.argv[0])
    return str(called) if called.name == "reportedly" and shutil.which("reportedly") is None else "reportedly"


def demo_documents() -> Iterator[Document]:
    """The demo reports that ship with the package."""
    root = Path(str(resources.files("reportedly").joinpath("demo")))
    for row in read_yaml(root / "reports.yaml"):
        text = (root / "reports" / row["file"]).read_text(encoding="utf-8")
        given = Given(parse_date(str(row["published"])) if row.get("published") else None, row["outlet"], row["title"], row.get("url"))
        yield document_from_text(text, source=f"demo/{row['file']}", given=given)
