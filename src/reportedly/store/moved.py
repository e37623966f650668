"""What judged claims are called now: a report that is read anew gives its claims new ids."""

from __future__ import annotations

from sqlalchemy import Connection, select

from reportedly.store.schema import moves


def called_now(connection: Connection) -> dict[str, str]:
    """old id → new id. Who is not in it is called as ever."""
    return dict(connection.execute(select(moves.c.old, moves.c.new)).all())
