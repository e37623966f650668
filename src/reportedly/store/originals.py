"""How reports were come by: their original bytes, kept compressed, and the chain that leads to them; full text of every report."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, Engine, Integer, Select, bindparam, insert, literal_column, select, text

from reportedly.document import Document, Json
from reportedly.errors import NotFoundError
from reportedly.store.schema import REPORTS_FTS, intakes, originals, reports


def keep_intake(connection: Connection, document: Document, *, coded: bool) -> None:
    """The row of `intakes` beside a report that was just inserted, its original if it is new, and its words for searching."""
    original = document.original
    if original is not None and connection.execute(select(originals.c.sha256).where(originals.c.sha256 == original.sha256)).first() is None:
        row = {"sha256": original.sha256, "media": original.media, "size": len(original.data), "packed": zlib.compress(original.data, 6)}
        connection.execute(insert(originals).values(**row))
    key = connection.execute(
        insert(intakes).values(
            report=document.id, sha256=original.sha256 if original else None, taken=original.taken if original else None, moment=document.moment,
            published_from=document.published_from, authors=list(document.authors), chain=[link.to_dict() for link in original.chain] if original else [],
            pages=[list(p) for p in document.pages], coded=int(coded),
        )
    ).inserted_primary_key  # fmt: skip
    if key is not None and connection.dialect.name == "sqlite":
        _index(connection, {"row": key[0], "title": document.title or "", "text": document.text}, "")


def forget_intake(connection: Connection, report: str) -> None:
    """Take a report's words out of the full-text table, before the report goes and its row of `intakes` with it. Originals stay."""
    query = select(intakes.c.id.label("row"), reports.c.title, reports.c.text).join(reports, reports.c.id == intakes.c.report).where(reports.c.id == report)
    row = connection.execute(query).mappings().first()
    if row is not None and connection.dialect.name == "sqlite":
        _index(connection, {"row": row["row"], "title": row["title"] or "", "text": row["text"]}, "delete")


def _index(connection: Connection, row: Json, order: str) -> None:
    """Put words in, or (with "delete") take them out: a table without content must be told them again."""
    columns, values = ("rowid, title, text", ":row, :title, :text")
    if order:
        columns, values = f"{REPORTS_FTS}, {columns}", f"'{order}', {values}"
    connection.execute(text(f"INSERT INTO {REPORTS_FTS} ({columns}) VALUES ({values})"), row)  # noqa: S608 — constants


def search_reports(engine: Engine, words: str | None = None, *, uncoded: bool = False) -> Iterator[Json]:
    """Reports with how they were come by; with `words`, those whose text or title has them all, in any language."""
    columns = [reports.c[k] for k in ("id", "title", "outlet", "published", "source", "url", "language", "claims")]
    query = select(*columns, intakes.c.coded, intakes.c.published_from, intakes.c.taken, intakes.c.sha256)
    query = query.select_from(reports.outerjoin(intakes, intakes.c.report == reports.c.id)).order_by(reports.c.published, reports.c.id)
    if words:
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        hits: Select[int] = select(literal_column("rowid", Integer)).select_from(text(REPORTS_FTS)).where(text(f"{REPORTS_FTS} MATCH :fts").bindparams(bindparam("fts", quoted)))
        query = query.where(intakes.c.id.in_(hits))
    if uncoded:
        query = query.where(intakes.c.coded == 0)
    with engine.connect() as connection:
        for row in connection.execute(query).mappings():
            yield {**row, "coded": row["coded"] != 0}


def original_bytes(engine: Engine, sha256: str) -> bytes:
    """The bytes with a hash, unpacked. NotFoundError when the store has none such."""
    with engine.connect() as connection:
        packed = connection.execute(select(originals.c.packed).where(originals.c.sha256 == sha256)).scalar()
    if packed is None:
        raise NotFoundError(f"no original with SHA-256 {sha256[:12]}…", hint="see `reportedly list reports`")
    return zlib.decompress(packed)


def intake_of(engine: Engine, report: str) -> Json | None:
    """How a report was come by; None for one that an older version stored."""
    with engine.connect() as connection:
        row = connection.execute(select(intakes).where(intakes.c.report == report)).mappings().first()
    return dict(row) if row else None
