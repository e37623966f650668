"""Intake: originals, how reports were come by, versions of reports, what is watched, and full text of every report."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "originals",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("media", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_originals"),
    )
    op.create_table(
        "intakes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("report", sa.String(40), sa.ForeignKey("reports.id", name="fk_intakes_report", ondelete="CASCADE"), nullable=False),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("originals.sha256", name="fk_intakes_sha256")),
        sa.Column("taken", sa.String(32)),
        sa.Column("moment", sa.String(40)),
        sa.Column("published_from", sa.String(16)),
        sa.Column("authors", sa.JSON, nullable=False),
        sa.Column("chain", sa.JSON, nullable=False),
        sa.Column("pages", sa.JSON, nullable=False),
        sa.Column("coded", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_intakes"),
        sa.UniqueConstraint("report", name="uq_intakes_report"),
    )
    op.create_index("ix_intakes_sha256", "intakes", ["sha256"])
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("report", sa.String(40), nullable=False),
        sa.Column("previous", sa.String(40)),
        sa.Column("changes", sa.JSON, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_versions"),
    )
    op.create_index("ix_versions_url", "versions", ["url"])
    op.create_index("ix_versions_report", "versions", ["report"])
    op.create_table(
        "feeds",
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("modified", sa.Text),
        sa.Column("next_at", sa.Float, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("looked", sa.String(32)),
        sa.PrimaryKeyConstraint("url", name="pk_feeds"),
    )
    op.create_table(
        "pages",
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("feed", sa.Text, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("next_at", sa.Float, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("looks", sa.Integer, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("modified", sa.Text),
        sa.Column("mark", sa.Text),
        sa.Column("said", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("url", name="pk_pages"),
    )
    op.create_index("ix_pages_state_next", "pages", ["state", "next_at"])
    # Reports that an older version stored: nothing is known of how they were come by, but their words can be searched.
    op.execute("INSERT INTO intakes (report, authors, chain, pages, coded) SELECT id, '[]', '[]', '[]', 1 FROM reports")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE reports_fts USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 2')")
        op.execute(
            "INSERT INTO reports_fts (rowid, title, text) "
            "SELECT intakes.id, coalesce(reports.title, ''), reports.text FROM intakes JOIN reports ON reports.id = intakes.report"
        )


def downgrade() -> None:
    for table in ("reports_fts", "pages", "feeds", "versions", "intakes", "originals"):
        op.execute(f"DROP TABLE IF EXISTS {table}")
