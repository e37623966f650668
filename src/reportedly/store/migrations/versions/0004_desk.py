"""The desk: judgements of claims, what incidents are filtered by, and orders in which lists go page by page.

Incidents are to be compared again, for what they are filtered by is made where they are made.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INDEXES = (  # name, table, columns
    ("ix_claims_start", "claims", ["start", "id", "end"]),
    ("ix_claims_type_start", "claims", ["type", "start", "id"]),
    ("ix_claims_status_start", "claims", ["status", "start", "id"]),
    ("ix_claims_confidence", "claims", ["confidence", "id"]),
    ("ix_claims_listed", "claims", ["id", "start", "type", "status", "confidence"]),
    ("ix_voices_name", "voices", ["name", "claim", "stance"]),
    ("ix_participants_name", "participants", ["name", "claim", "role"]),
    ("ix_places_name", "places", ["name", "claim"]),
    ("ix_relations_kind", "relations", ["kind", "id"]),
    ("ix_reports_run", "reports", ["run"]),
    ("ix_reports_outlet", "reports", ["outlet", "published", "id"]),
)
REPLACED = ("ix_claims_start", "ix_voices_name", "ix_participants_name", "ix_places_name", "ix_relations_kind")


def upgrade() -> None:
    for name in REPLACED:
        op.drop_index(name)
    for name, table, columns in INDEXES:
        op.create_index(name, table, columns)
    for column in (sa.Column("claim", sa.String(40)), sa.Column("report", sa.String(40)), sa.Column("field", sa.String(16)), sa.Column("old", sa.JSON),
                   sa.Column("new", sa.JSON), sa.Column("note", sa.Text)):  # fmt: skip
        op.add_column("judgements", column)
    op.create_index("ix_judgements_claim", "judgements", ["claim"])
    op.create_index("ix_judgements_report", "judgements", ["report"])
    op.create_table(
        "reviews",
        sa.Column("claim", sa.String(40), sa.ForeignKey("claims.id", name="fk_reviews_claim", ondelete="CASCADE"), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("by", sa.Text),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("original", sa.JSON),
        sa.PrimaryKeyConstraint("claim", name="pk_reviews"),
    )
    op.create_index("ix_reviews_state", "reviews", ["state"])
    op.create_table(
        "moves",
        sa.Column("old", sa.String(40), nullable=False),
        sa.Column("new", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("old", name="pk_moves"),
    )
    op.create_index("ix_moves_new", "moves", ["new"])
    for table in ("relations", "memberships", "incidents"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608 — names of our own
    with op.batch_alter_table("incidents") as batch:
        batch.add_column(sa.Column("number", sa.Integer, nullable=False))
        batch.add_column(sa.Column("facets", sa.JSON, nullable=False))
        batch.create_unique_constraint("uq_incidents_number", ["number"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE incidents_fts USING fts5(words, tokenize='unicode61 remove_diacritics 2')")


def downgrade() -> None:
    for table in ("incidents_fts", "moves", "reviews"):
        op.execute(f"DROP TABLE IF EXISTS {table}")
    op.drop_index("ix_judgements_report", "judgements")
    op.drop_index("ix_judgements_claim", "judgements")
    for column in ("note", "new", "old", "field", "report", "claim"):
        op.drop_column("judgements", column)
    with op.batch_alter_table("incidents") as batch:
        batch.drop_constraint("uq_incidents_number")
        batch.drop_column("facets")
        batch.drop_column("number")
    for name, table, _ in INDEXES:
        op.drop_index(name, table)
    for name, table, column in (("ix_claims_start", "claims", "start"), ("ix_voices_name", "voices", "name"), ("ix_participants_name", "participants", "name"),
                                ("ix_places_name", "places", "name"), ("ix_relations_kind", "relations", "kind")):  # fmt: skip
        op.create_index(name, table, [column])
