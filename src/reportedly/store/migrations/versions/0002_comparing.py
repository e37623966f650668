"""Comparing: the order in which reports came, incidents with their claims, relations, copies, judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _claim(name: str, constraint: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(40), sa.ForeignKey("claims.id", name=constraint, ondelete="CASCADE"), nullable=False)


def upgrade() -> None:
    op.add_column("reports", sa.Column("stored", sa.Integer, nullable=False, server_default="0"))
    op.execute("UPDATE reports SET stored = (SELECT COUNT(*) FROM reports AS r WHERE COALESCE(r.run, 0) < COALESCE(reports.run, 0)"
               " OR (COALESCE(r.run, 0) = COALESCE(reports.run, 0) AND r.id <= reports.id))")  # fmt: skip
    op.create_index("ix_reports_published", "reports", ["published"])
    op.create_index("ix_reports_stored", "reports", ["stored"])
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("start", sa.String(10)),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("grade", sa.String(40), nullable=False),
        sa.Column("n_claims", sa.Integer, nullable=False),
        sa.Column("n_origins", sa.Integer, nullable=False),
        sa.Column("record", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
    )
    op.create_table(
        "memberships",
        _claim("claim", "fk_memberships_claim"),
        sa.Column("incident", sa.String(40), sa.ForeignKey("incidents.id", name="fk_memberships_incident", ondelete="CASCADE"), nullable=False),
        sa.Column("component", sa.String(40), nullable=False),
        sa.Column("chain", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("claim", name="pk_memberships"),
    )
    op.create_index("ix_memberships_incident", "memberships", ["incident"])
    op.create_index("ix_memberships_component", "memberships", ["component"])
    op.create_table(
        "relations",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        _claim("from", "fk_relations_from"),
        _claim("to", "fk_relations_to"),
        sa.Column("across", sa.Integer, nullable=False),
        sa.Column("record", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_relations"),
    )
    op.create_index("ix_relations_kind", "relations", ["kind"])
    op.create_index("ix_relations_from", "relations", ["from"])
    op.create_index("ix_relations_to", "relations", ["to"])
    op.create_table(
        "copies",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("group", sa.String(40), nullable=False),
        sa.Column("report", sa.String(40), sa.ForeignKey("reports.id", name="fk_copies_report", ondelete="CASCADE"), nullable=False),
        sa.Column("original", sa.String(40), nullable=False),
        sa.Column("credited", sa.Text),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_copies"),
    )
    op.create_index("ix_copies_group", "copies", ["group"])
    op.create_index("ix_copies_report", "copies", ["report"])
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("verdict", sa.String(8), nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("judgements.id", name="fk_judgements_undoes")),
        sa.Column("left", sa.JSON, nullable=False),
        sa.Column("right", sa.JSON, nullable=False),
        sa.Column("by", sa.Text),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
    )
    op.create_table(
        "weights",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("record", sa.JSON, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_weights"),
    )


def downgrade() -> None:
    for table in ("weights", "judgements", "copies", "relations", "memberships", "incidents"):
        op.drop_table(table)
    op.drop_index("ix_reports_stored", "reports")
    op.drop_index("ix_reports_published", "reports")
    op.drop_column("reports", "stored")
