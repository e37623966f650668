"""The one schema: tables of reports, claims and what is asked of them, in SQLAlchemy Core.

The claim's full record stands in `claims.record`, exactly as the contract prints it; the other columns and tables are
what filters need. Text is never in two places: evidence is looked up by offsets in the report's own text.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}
)

runs = Table(
    "runs", metadata,
    Column("id", Integer, primary_key=True),
    Column("started", String(32), nullable=False),
    Column("finished", String(32)),
    Column("version", String(32), nullable=False),
    Column("reports", Integer, nullable=False, default=0),
    Column("problems", Integer, nullable=False, default=0),
)  # fmt: skip

reports = Table(
    "reports", metadata,
    Column("id", String(40), primary_key=True),
    Column("text", Text, nullable=False),
    Column("source", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", String(10)),
    Column("url", Text),
    Column("language", String(8)),
    Column("notes", JSON, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("codebook", String(32), nullable=False),
    Column("version", String(32), nullable=False),
    Column("run", Integer, ForeignKey("runs.id")),
)  # fmt: skip

claims = Table(
    "claims", metadata,
    Column("id", String(40), primary_key=True),
    Column("report", String(40), ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("type", String(32), nullable=False),
    Column("mode", String(64)),
    Column("status", String(16), nullable=False),
    Column("start", String(32)),
    Column("end", String(32)),
    Column("confidence", Float, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("record", JSON, nullable=False),
    Column("trace", JSON, nullable=False),
    Index("ix_claims_report_position", "report", "position"),
    Index("ix_claims_type_status", "type", "status"),
    Index("ix_claims_start", "start"),
)  # fmt: skip

voices = Table(
    "voices", metadata,
    Column("claim", String(40), ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("actor", String(120)),
    Column("stance", String(16), nullable=False),
)  # fmt: skip

participants = Table(
    "participants", metadata,
    Column("claim", String(40), ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(10), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("actor", String(120)),
    Column("country", String(3)),
    Column("country_name", Text),
    Column("sector", String(8)),
)  # fmt: skip

places = Table(
    "places", metadata,
    Column("claim", String(40), ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String(8), nullable=False),
    Column("name", Text, nullable=False, index=True),
    Column("country", String(3)),
    Column("admin1", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("place", String(64)),
)  # fmt: skip

problems = Table(
    "problems", metadata,
    Column("id", Integer, primary_key=True),
    Column("run", Integer, ForeignKey("runs.id")),
    Column("source", Text),
    Column("code", String(8), nullable=False),
    Column("message", Text, nullable=False),
    Column("hint", Text),
    Column("at", String(32), nullable=False),
)  # fmt: skip

FTS = "claims_fts"  # SQLite's full-text table over evidence and title; made by the migration, beside the metadata
