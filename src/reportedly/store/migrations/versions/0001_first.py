"""The first schema: runs, reports, claims, voices, participants, places, problems, and full-text search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("started", sa.String(32), nullable=False),
        sa.Column("finished", sa.String(32)),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("problems", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("source", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("published", sa.String(10)),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.String(8)),
        sa.Column("notes", sa.JSON, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("codebook", sa.String(32), nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id", name="fk_reports_run")),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("report", sa.String(40), sa.ForeignKey("reports.id", name="fk_claims_report", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("type", sa.String(32), nullable=False),
        sa.Column("mode", sa.String(64)),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("start", sa.String(32)),
        sa.Column("end", sa.String(32)),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("record", sa.JSON, nullable=False),
        sa.Column("trace", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
    )
    op.create_index("ix_claims_report_position", "claims", ["report", "position"])
    op.create_index("ix_claims_type_status", "claims", ["type", "status"])
    op.create_index("ix_claims_start", "claims", ["start"])
    op.create_table(
        "voices",
        sa.Column("claim", sa.String(40), sa.ForeignKey("claims.id", name="fk_voices_claim", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("actor", sa.String(120)),
        sa.Column("stance", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("claim", "position", name="pk_voices"),
    )
    op.create_index("ix_voices_name", "voices", ["name"])
    op.create_table(
        "participants",
        sa.Column("claim", sa.String(40), sa.ForeignKey("claims.id", name="fk_participants_claim", ondelete="CASCADE"), nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("actor", sa.String(120)),
        sa.Column("country", sa.String(3)),
        sa.Column("country_name", sa.Text),
        sa.Column("sector", sa.String(8)),
        sa.PrimaryKeyConstraint("claim", "role", "position", name="pk_participants"),
    )
    op.create_index("ix_participants_name", "participants", ["name"])
    op.create_table(
        "places",
        sa.Column("claim", sa.String(40), sa.ForeignKey("claims.id", name="fk_places_claim", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("role", sa.String(8), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("country", sa.String(3)),
        sa.Column("admin1", sa.Text),
        sa.Column("latitude", sa.Float),
        sa.Column("longitude", sa.Float),
        sa.Column("place", sa.String(64)),
        sa.PrimaryKeyConstraint("claim", "position", name="pk_places"),
    )
    op.create_index("ix_places_name", "places", ["name"])
    op.create_table(
        "problems",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id", name="fk_problems_run")),
        sa.Column("source", sa.Text),
        sa.Column("code", sa.String(8), nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("hint", sa.Text),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_problems"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE claims_fts USING fts5(claim UNINDEXED, evidence, title, tokenize='unicode61 remove_diacritics 2')")


def downgrade() -> None:
    for table in ("claims_fts", "problems", "places", "participants", "voices", "claims", "reports", "runs"):
        op.execute(f"DROP TABLE IF EXISTS {table}")
