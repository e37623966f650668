"""The one schema: tables of reports, claims and what is asked of them, in SQLAlchemy Core.

The claim's full record stands in `claims.record`, exactly as the contract prints it; the other columns and tables are
what filters need. Text is never in two places: evidence is looked up by offsets in the report's own text.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text, select

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s"}
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
    Column("run", Integer, ForeignKey("runs.id"), index=True),
    Column("stored", Integer, nullable=False, default=0, server_default="0"),  # counts up: which report came first decides the ids of incidents
    Index("ix_reports_published", "published"),
    Index("ix_reports_outlet", "outlet", "published", "id"),
    Index("ix_reports_stored", "stored"),
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
    Index("ix_claims_start", "start", "id", "end"),  # lists go by the day of the event, then by id, and so page by page without sorting
    Index("ix_claims_type_start", "type", "start", "id"),
    Index("ix_claims_status_start", "status", "start", "id"),
    Index("ix_claims_confidence", "confidence", "id"),
    Index("ix_claims_listed", "id", "start", "type", "status", "confidence"),  # what lists by name need of a claim, without its record
)  # fmt: skip

voices = Table(
    "voices", metadata,
    Column("claim", String(40), ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("actor", String(120)),
    Column("stance", String(16), nullable=False),
    Index("ix_voices_name", "name", "claim", "stance"),
)  # fmt: skip

participants = Table(
    "participants", metadata,
    Column("claim", String(40), ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(10), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("actor", String(120)),
    Column("country", String(3)),
    Column("country_name", Text),
    Column("sector", String(8)),
    Index("ix_participants_name", "name", "claim", "role"),
)  # fmt: skip

places = Table(
    "places", metadata,
    Column("claim", String(40), ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String(8), nullable=False),
    Column("name", Text, nullable=False),
    Column("country", String(3)),
    Column("admin1", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("place", String(64)),
    Index("ix_places_name", "name", "claim"),
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

incidents = Table(
    "incidents", metadata,
    Column("id", String(40), primary_key=True),
    Column("start", String(10)),
    Column("status", String(16), nullable=False),
    Column("grade", String(40), nullable=False),
    Column("n_claims", Integer, nullable=False),
    Column("n_origins", Integer, nullable=False),
    Column("record", JSON, nullable=False),  # as `list incidents` prints it, but for relations with other incidents
    Column("number", Integer, nullable=False, unique=True),  # its row in the full-text table of incidents
    Column("facets", JSON, nullable=False),  # what it is filtered and drawn by (see `store/facets.py`)
)  # fmt: skip

memberships = Table(
    "memberships", metadata,  # a claim without a row here has not been compared yet
    Column("claim", String(40), ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("incident", String(40), ForeignKey("incidents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("component", String(40), nullable=False, index=True),  # the claims that are clustered together, by the smallest id of them
    Column("chain", String(40), nullable=False),  # the report whose words the claim repeats
)  # fmt: skip

relations = Table(
    "relations", metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("from", String(40), ForeignKey("claims.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("to", String(40), ForeignKey("claims.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("across", Integer, nullable=False),  # 1 when it links two incidents
    Column("record", JSON, nullable=False),
    Index("ix_relations_kind", "kind", "id"),
)  # fmt: skip

copies = Table(
    "copies", metadata,  # a row for each report, or paragraph of one, that carries a text which others carry too
    Column("id", Integer, primary_key=True),
    Column("group", String(40), nullable=False, index=True),
    Column("report", String(40), ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("original", String(40), nullable=False),
    Column("credited", Text),
    Column("start", Integer),
    Column("end", Integer),
)  # fmt: skip

judgements = Table(
    "judgements", metadata,  # append-only: to undo one adds a row that names it
    Column("id", Integer, primary_key=True),
    Column("verdict", String(8), nullable=False),  # of incidents: same, apart; of claims: accept, reject, correct, add; of either: undo
    Column("undoes", Integer, ForeignKey("judgements.id")),
    Column("left", JSON, nullable=False),
    Column("right", JSON, nullable=False),
    Column("by", Text),
    Column("at", String(32), nullable=False),
    Column("claim", String(40), index=True),  # as it was called when it was judged; `moves` says what it is called now
    Column("report", String(40), index=True),
    Column("field", String(16)),
    Column("old", JSON),
    Column("new", JSON),
    Column("note", Text),
)  # fmt: skip

reviews = Table(
    "reviews", metadata,  # what the standing judgements of a claim come to; a claim without a row here was not judged
    Column("claim", String(40), ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("state", String(12), nullable=False, index=True),  # accepted, rejected, corrected, added
    Column("by", Text),
    Column("at", String(32), nullable=False),
    Column("original", JSON),  # the record as it was read; none for a claim that a person added
)  # fmt: skip

REJECTED = select(reviews.c.claim).where(reviews.c.state == "rejected")  # claims that a person rejected: neither compared, nor listed, nor counted

moves = Table(
    "moves", metadata,  # a report that is read anew gives its claims new ids: what a judged claim is called now
    Column("old", String(40), primary_key=True),
    Column("new", String(40), nullable=False, index=True),
)  # fmt: skip

weights = Table(
    "weights", metadata,  # append-only: the newest are the ones that comparing weighs with; none means the defaults
    Column("id", Integer, primary_key=True),
    Column("record", JSON, nullable=False),
    Column("at", String(32), nullable=False),
)  # fmt: skip

originals = Table(
    "originals", metadata,  # the bytes that reports were read from, each once
    Column("sha256", String(64), primary_key=True),
    Column("media", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),  # zlib
)  # fmt: skip

intakes = Table(
    "intakes", metadata,  # how each report was come by; a row beside each of `reports`
    Column("id", Integer, primary_key=True),  # also its row in the full-text table of reports
    Column("report", String(40), ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("sha256", String(64), ForeignKey("originals.sha256"), index=True),
    Column("taken", String(32)),
    Column("moment", String(40)),  # of publication, when the source gives the time of day
    Column("published_from", String(16)),
    Column("authors", JSON, nullable=False),
    Column("chain", JSON, nullable=False),
    Column("pages", JSON, nullable=False),
    Column("coded", Integer, nullable=False),  # 0: in a language that is stored and searched, not read
)  # fmt: skip

versions = Table(
    "versions", metadata,  # of a report at an address that is watched; append-only
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("report", String(40), nullable=False, index=True),
    Column("previous", String(40)),
    Column("changes", JSON, nullable=False),
    Column("at", String(32), nullable=False),
)  # fmt: skip

feeds = Table(
    "feeds", metadata,  # what `watch` knows of each feed between two looks
    Column("url", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("next_at", Float, nullable=False),  # seconds since 1970
    Column("failures", Integer, nullable=False),
    Column("looked", String(32)),
)  # fmt: skip

pages = Table(
    "pages", metadata,  # what feeds have named: waiting to be fetched, done, or given up
    Column("url", Text, primary_key=True),
    Column("feed", Text, nullable=False),
    Column("state", String(8), nullable=False),  # waiting done gone
    Column("next_at", Float, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("looks", Integer, nullable=False),
    Column("etag", Text),
    Column("modified", Text),
    Column("mark", Text),  # what the feed said of it last; another mark means: look again
    Column("said", JSON, nullable=False),  # title, outlet, published as the feed has them
    Index("ix_pages_state_next", "state", "next_at"),
)  # fmt: skip

REPORTS_FTS = "reports_fts"  # full text of every report, coded or not; keeps no copy of the words
FTS = "claims_fts"  # SQLite's full-text table over evidence and title; made by the migration, beside the metadata
INCIDENTS_FTS = "incidents_fts"  # the same over the words of all claims of an incident
