"""Tables of reports: JSON Lines, CSV and Parquet, one report a row, with a mapping of columns where they have other names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import IO, Any

from reportedly.document import Document, Json, Link
from reportedly.errors import BadDateError, BadRecordError, BrokenFileError, InputError, TooLargeError, UsageError
from reportedly.intake.guarded import check_ratio, read_all
from reportedly.intake.pages import documents_from_page
from reportedly.intake.raw import Limits, Raw
from reportedly.intake.text import MAX_CHARACTERS, Given, decode, document_from_text, parse_date

FIELDS = ("text", "html", "published", "title", "outlet", "authors", "url", "source")
AT_ONCE = 256  # rows of a Parquet file in memory
MAX_LINE = 6 * MAX_CHARACTERS  # of JSON: each character may be written as \\u0431


def parse_columns(text: str) -> dict[str, str]:
    """`text=body,published=date` as {our field: their column}. UsageError says what is allowed."""
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    wrong = [field.strip() for field, mark, column in pairs if field.strip() not in FIELDS or not mark or not column.strip()]
    if wrong or not pairs:
        raise UsageError(f"columns: {wrong[0] if wrong else text!r} names no field", hint=f"write FIELD=COLUMN,…; fields: {', '.join(FIELDS)}")
    return {field.strip(): column.strip() for field, _, column in pairs}


def documents_from_lines(raw: Raw, given: Given, columns: Mapping[str, str]) -> Iterator[Document | InputError]:
    """One report a line of JSON."""
    text, _ = decode(raw.data, raw.source)
    for number, line in enumerate(_lines(text, raw.source), 1):
        if not line.isspace():
            yield from _row(_loads(line, f"{raw.source}:{number}"), raw, number, given, columns)


def documents_from_csv(raw: Raw, given: Given, columns: Mapping[str, str]) -> Iterator[Document | InputError]:
    """One report a row; the first row names the columns. Commas, semicolons, tabs and bars divide."""
    text, _ = decode(raw.data, raw.source)
    csv.field_size_limit(MAX_CHARACTERS * 2)
    head = text[:8192].split("\n", 1)[0]
    rows = csv.DictReader(_lines(text, raw.source), delimiter=max(",;\t|", key=head.count))
    number = 1
    while True:
        number += 1
        try:
            row = next(rows, None)
        except TooLargeError as error:
            yield error
            return
        except csv.Error as error:
            yield BadRecordError(f"{raw.source}:{number}: {error}", hint="the file must be CSV with one row of names")
            return
        if row is None:
            return
        yield from _row({k: v for k, v in row.items() if isinstance(k, str)}, raw, number, given, columns)


def documents_from_parquet(file: IO[bytes], raw: Raw, given: Given, columns: Mapping[str, str], limits: Limits) -> Iterator[Document | InputError]:
    """One report a row of a Parquet file; only the columns that are asked for are read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not file.seekable():
        file = pa.BufferReader(read_all(file, raw.source, limits))
    try:
        table = pq.ParquetFile(file)
        wanted = [c for c in (columns.get(f, f) for f in FIELDS) if c in table.schema_arrow.names]
        _check_groups(table, raw, limits)
        table = pq.ParquetFile(file, read_dictionary=wanted)  # a word that stands in a million rows is held once
        for number, row in enumerate((row for batch in table.iter_batches(batch_size=AT_ONCE, columns=wanted) for row in _rows(batch)), 1):
            yield from _row(row, raw, number, given, columns)
    except (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError) as error:
        yield BrokenFileError(f"{raw.source}: cannot be read as Parquet ({str(error)[:200]})", hint="the file is damaged or not what its name says")


def _check_groups(table: Any, raw: Raw, limits: Limits) -> None:
    """BombError when the file says that its pages unpack to far more than they are: each is unpacked at once."""
    for group in (table.metadata.row_group(n) for n in range(table.metadata.num_row_groups)):
        for column in (group.column(n) for n in range(group.num_columns)):
            check_ratio(column.total_uncompressed_size, column.total_compressed_size, raw.source, limits)


def _rows(batch: Any) -> Iterator[Json]:
    """The rows of a batch, one at a time."""
    for n in range(batch.num_rows):
        yield {name: batch.column(name)[n].as_py() for name in batch.schema.names}


def _lines(text: str, source: str) -> Iterator[str]:
    """The lines of a table with their ends. TooLargeError for one that would make too many objects."""
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if len(line) > MAX_LINE:
            raise TooLargeError(f"{source}:{number}: {len(line):,} characters; a line may have {MAX_LINE:,}", hint="one line is one report")
        yield line


def _loads(line: str, source: str) -> Json | InputError:
    try:
        record: Any = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        return BadRecordError(f"{source}: {error}", hint="each line must be one JSON object")
    return record if isinstance(record, dict) else BadRecordError(f"{source}: no object", hint="each line must be a JSON object with a string 'text'")


def _row(row: Json | InputError, raw: Raw, number: int, given: Given, columns: Mapping[str, str]) -> Iterator[Document | InputError]:
    if isinstance(row, InputError):
        yield row
        return
    try:
        yield from _documents(row, raw, number, given, columns)
    except BadDateError as error:
        yield BadRecordError(f"{raw.source}:{number}: {error.message}", hint=error.hint)
    except InputError as error:
        yield error


def _documents(row: Json, raw: Raw, number: int, given: Given, columns: Mapping[str, str]) -> Iterator[Document]:
    record = {field: row.get(columns.get(field, field)) for field in FIELDS}
    name = str(record["source"] or f"{raw.source}:{number}")
    known = _known(record, given)
    data = json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
    one = Raw(data, name, (*raw.chain, Link("row", str(number))), known.url, "application/json", "utf-8", raw.taken)
    if isinstance(record["text"], str):
        yield document_from_text(record["text"], source=name, given=known, original=one.original())
    elif isinstance(record["html"], str | bytes):
        html = record["html"] if isinstance(record["html"], bytes) else record["html"].encode("utf-8", "replace")
        yield from documents_from_page(Raw(html, name, one.chain, known.url, "text/html", "utf-8", raw.taken), known)
    else:
        wanted = columns.get("text", "text")
        raise BadRecordError(f"{raw.source}:{number}: no {wanted!r}", hint=f"each row must have a string {wanted!r}; for other names: --columns text=NAME")


def _known(record: Json, given: Given) -> Given:
    published = _day(record["published"]) or given.published
    return Given(
        published, _word(record["outlet"]) or given.outlet, _word(record["title"]), _word(record["url"]), _authors(record["authors"]),
        "record" if record["published"] else given.published_from,
    )  # fmt: skip


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else parse_date(str(value)) if value else None


def _word(value: Any) -> str | None:
    return str(value) if value else None


def _authors(value: Any) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(v) for v in value if v)
    return tuple(part.strip() for part in str(value).split(";") if part.strip()) if value else ()
