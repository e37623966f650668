"""`reportedly code`: read reports, store every claim, say what was found."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from reportedly.cli.output import Format, chosen, claims_table, put, talk
from reportedly.errors import InputError, ReportedlyError
from reportedly.intake.text import Given, parse_date, read_bytes, read_path
from reportedly.records import Document, Json, Reading
from reportedly.settings import store_path
from reportedly.store import ClaimFilter, Store, open_store

if TYPE_CHECKING:
    from reportedly.read import Tools


@dataclass(slots=True)
class Outcome:
    """What a run did, for its summary and exit code."""

    reports: list[str] = field(default_factory=list)
    new: int = 0
    skipped: int = 0


def code(
    paths: Annotated[list[str], typer.Argument(help="Text files, folders, .jsonl files, or - for standard input.", metavar="PATH...")],
    published: Annotated[str | None, typer.Option(help="When the reports were published, as YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    store: Annotated[Path | None, typer.Option(help="The store to write to (a file).")] = None,
    format: Annotated[Format | None, typer.Option(help="What to print: a summary table, or the claims.")] = None,
) -> int:
    """Read reports and store every claim in them.

    Examples:

      reportedly code report.txt --published 2015-10-07

      cat report.txt | reportedly code - --published 2015-10-07 --format jsonl
    """
    given = Given(parse_date(published) if published else None, outlet)
    outcome = Outcome()
    with open_store(store_path(store)) as opened:
        run = opened.begin_run()
        run_over(opened, run, _documents(paths, given), outcome)
        opened.finish_run(run, read=len(outcome.reports), failed=outcome.skipped)
        _print(opened, outcome, chosen(format))
    return 1 if outcome.skipped else 0


def _documents(paths: Iterable[str], given: Given) -> Iterator[Document | InputError]:
    for path in paths:
        if path == "-":
            data = sys.stdin.buffer.read()
            yield from read_bytes(data, "-", given, lines=data.lstrip()[:1] == b"{")
        else:
            yield from read_path(Path(path), given)


def run_over(store: Store, run: int, documents: Iterable[Document | InputError], outcome: Outcome) -> None:
    """Read, store and count. A report that fails is a row in `problems`; the others go on."""
    good: list[Document] = []
    for item in documents:
        if isinstance(item, InputError):
            _problem(store, run, None, item, outcome)
        else:
            good.append(item)
    if not good:
        return
    from reportedly.read import load_tools

    tools = load_tools()
    with Bar(len(good)) as advance:
        for document in good:
            reading = _read(document, tools)
            if isinstance(reading, ReportedlyError):
                _problem(store, run, document.source, reading, outcome)
            else:
                outcome.new += store.save(reading, run)
                outcome.reports.append(document.id)
                _notices(reading)
            advance()


def _read(document: Document, tools: Tools) -> Reading | ReportedlyError:
    from reportedly.read import read_document

    try:
        return read_document(document, tools)
    except ReportedlyError as error:
        return error
    except Exception as error:  # one report must not stop the others; its fault is kept as a problem
        return ReportedlyError(f"{document.source or document.id}: {type(error).__name__}: {error}", hint="please report this, with the text if you can")


def _problem(store: Store, run: int, source: str | None, error: ReportedlyError, outcome: Outcome) -> None:
    outcome.skipped += 1
    talk.print(str(error), markup=False)
    store.save_problem(run, source, error)


def _notices(reading: Reading) -> None:
    for notice in reading.warnings:
        talk.print(f"warning: {reading.document.source or reading.document.id}: {notice.message}", markup=False)
        if notice.hint:
            talk.print(f"hint: {notice.hint}", markup=False)


class Bar:
    """A bar on stderr for work over many reports; nothing when stderr is no terminal."""

    def __init__(self, total: int) -> None:
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self.bar = Progress(*columns, console=talk, transient=True, disable=total < 5 or not sys.stderr.isatty())
        self.task = self.bar.add_task("reading", total=total)

    def __enter__(self) -> Bar:
        self.bar.start()
        return self

    def __call__(self) -> None:
        self.bar.advance(self.task)

    def __exit__(self, *_: object) -> None:
        self.bar.stop()


def _print(store: Store, outcome: Outcome, form: Format) -> None:
    rows = (row for report in dict.fromkeys(outcome.reports) for row in store.claims(ClaimFilter(report=report)))
    if form is not Format.TABLE:
        put(rows, form, flatten=True)
        return
    kept: list[Json] = list(rows)
    if len(set(outcome.reports)) == 1:
        put(kept, form, claims_table)
    kinds = Counter(row["event"]["type"] for row in kept)
    put([{"type": kind, "claims": n} for kind, n in kinds.most_common()], form)
    talk.print(
        f"{len(outcome.reports)} report{'' if len(outcome.reports) == 1 else 's'} read ({outcome.new} new), {len(kept)} claims, {outcome.skipped} skipped; stored in {store.path}",
        markup=False,
    )
