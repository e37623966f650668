"""`reportedly code`: read reports, store every claim, say what was found."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import batched
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from reportedly.cli.output import Format, chosen, claims_table, put, talk
from reportedly.document import Document, Json
from reportedly.errors import InputError, ReportedlyError, UsageError
from reportedly.intake.fetch import Fetcher
from reportedly.intake.opening import Found, Wanted
from reportedly.intake.sources import documents_from, documents_from_stream
from reportedly.intake.tables import parse_columns
from reportedly.intake.text import Given, parse_date
from reportedly.intake.tongue import is_coded
from reportedly.records import Reading
from reportedly.settings import store_path
from reportedly.store import ClaimFilter, Store, open_store
from reportedly.version import VERSION

if TYPE_CHECKING:
    from reportedly.read import Tools

DOCUMENTS_AT_ONCE = 32


@dataclass(slots=True)
class Outcome:
    """What a run did, for its summary and exit code."""

    reports: list[str] = field(default_factory=list)
    new: int = 0
    skipped: int = 0
    uncoded: Counter[str] = field(default_factory=Counter)


def code(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, archives, http(s) addresses, objects (s3://…), or - for standard input.", metavar="PATH|URL...")],
    published: Annotated[str | None, typer.Option(help="When the reports were published, as YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    match: Annotated[list[str] | None, typer.Option(help="Only names like this glob, in folders and archives; may be given again.", metavar="GLOB")] = None,
    skip: Annotated[list[str] | None, typer.Option(help="No names like this glob; may be given again.", metavar="GLOB")] = None,
    columns: Annotated[str | None, typer.Option(help="Of tables: text=BODY,published=DATE,title=HEADLINE,…", metavar="FIELD=COLUMN,...")] = None,
    languages: Annotated[str, typer.Option(help="Which to code: en, or en,ru (a first step, with reportedly[ru]).")] = "en",
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch from your own network too.")] = False,
    store: Annotated[Path | None, typer.Option(help="The store to write to (a file).")] = None,
    format: Annotated[Format | None, typer.Option(help="What to print: a summary table, or the claims.")] = None,
) -> int:
    """Read reports and store every claim in them: text, HTML, PDF, .eml, JSON Lines, CSV, Parquet, WARC, and zips and tars of these.

    Reports in other languages than English are stored and can be searched, but are not coded.

    Examples:

      reportedly code report.txt --published 2015-10-07

      reportedly code pages/ crawl.warc.gz --match '*.html' --skip 'sport/*'

      cat report.txt | reportedly code - --published 2015-10-07 --format jsonl
    """
    given = Given(parse_date(published) if published else None, outlet)
    wanted = Wanted(given, tuple(match or ()), tuple(skip or ()), parse_columns(columns) if columns else {})
    outcome = Outcome()
    with open_store(store_path(store)) as opened:
        run = opened.begin_run()
        run_over(opened, run, _documents(paths, wanted, Fetcher(wanted.limits, allow_private=allow_private)), outcome, parse_languages(languages))
        opened.finish_run(run, read=len(outcome.reports), failed=outcome.skipped)
        _print(opened, outcome, chosen(format))
    return 1 if outcome.skipped else 0


def parse_languages(text: str) -> frozenset[str]:
    """`en,ru` as a set. UsageError for a language that is not coded."""
    chosen_ = frozenset(part.strip() for part in text.split(",") if part.strip())
    if not chosen_ or chosen_ - {"en", "ru"}:
        raise UsageError(f"languages: {text!r}", hint="allowed: en, ru, or en,ru")
    return chosen_


def _documents(paths: Iterable[str], wanted: Wanted, fetcher: Fetcher) -> Iterator[Found]:
    for path in paths:
        yield from documents_from_stream(sys.stdin.buffer, wanted) if path == "-" else documents_from(path, wanted, fetcher)


def run_over(store: Store, run: int, documents: Iterable[Found], outcome: Outcome, languages: Collection[str] = ("en",)) -> None:
    """Read, store and count, some reports at a time. A report that fails is a row in `problems`; the others go on."""
    with Bar() as advance:
        for batch in batched(documents, DOCUMENTS_AT_ONCE):
            for item in read_found(batch, languages):
                _keep(store, run, item, outcome)
                advance()


def read_found(found: Sequence[Found], languages: Collection[str] = ("en",)) -> Iterator[Reading | ReportedlyError]:
    """A reading for each document, in order; of one that is in no language that is coded, a reading without claims; and the errors as they came."""
    documents = [item for item in found if not isinstance(item, InputError) and is_coded(item.language, languages)]
    english = iter(_readings([d for d in documents if d.language != "ru"]))
    russian = iter(_russian([d for d in documents if d.language == "ru"]))
    for item in found:
        if isinstance(item, InputError):
            yield item
        elif not is_coded(item.language, languages):
            yield Reading(item, version=VERSION)
        else:
            yield next(russian if item.language == "ru" else english)


def _russian(documents: list[Document]) -> Iterator[Reading]:
    if documents:
        from reportedly.russian import read_russian

        yield from read_russian(documents)


def _readings(documents: list[Document]) -> list[Reading | ReportedlyError]:
    """The readings of a batch; when one report spoils it, each is read by itself."""
    if not documents:
        return []
    from reportedly.read import load_tools, read_documents

    tools = load_tools()
    try:
        return list(read_documents(documents, tools))
    except Exception:
        return [_read(document, tools) for document in documents]


def _read(document: Document, tools: Tools) -> Reading | ReportedlyError:
    from reportedly.read import read_document

    try:
        return read_document(document, tools)
    except ReportedlyError as error:
        return error
    except Exception as error:  # one report must not stop the others; its fault is kept as a problem
        fault = f"{document.source or document.id}: {type(error).__name__}: {error}"
        return ReportedlyError(fault, hint="please report this, with the text if you can", source=document.source)


def _keep(store: Store, run: int, item: Reading | ReportedlyError, outcome: Outcome) -> None:
    if isinstance(item, ReportedlyError):
        outcome.skipped += 1
        talk.print(str(item), markup=False)
        store.save_problem(run, item.source, item)
        return
    document = item.document
    outcome.new += store.save(item, run)
    outcome.reports.append(document.id)
    if not item.codebook:
        outcome.uncoded[document.language or "?"] += 1
    _notices(item)


def _notices(reading: Reading) -> None:
    for notice in reading.warnings:
        talk.print(f"warning: {reading.document.source or reading.document.id}: {notice.message}", markup=False)
        if notice.hint:
            talk.print(f"hint: {notice.hint}", markup=False)


class Bar:
    """How far the work is, on stderr; nothing when stderr is no terminal. An archive does not say how many reports it holds."""

    def __init__(self) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.completed} reports read"), TimeElapsedColumn())
        self.bar = Progress(*columns, console=talk, transient=True, disable=not sys.stderr.isatty())
        self.task = self.bar.add_task("reading", total=None)

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
    if outcome.uncoded:
        counted = ", ".join(f"{n} {language}" for language, n in outcome.uncoded.most_common())
        talk.print(f"{outcome.uncoded.total()} not coded, for their language: {counted}", markup=False)
    talk.print(
        f"{len(outcome.reports)} report{'' if len(outcome.reports) == 1 else 's'} read ({outcome.new} new), {len(kept)} claims, {outcome.skipped} skipped; stored in {store.path}",
        markup=False,
    )
