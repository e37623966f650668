"""Reading beside a writer: no writing, no endless questions, and news of every change."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from reportedly.errors import StoreError, TooCostlyError
from reportedly.store import open_store
from reportedly.store.reader import Reader
from tests.store.test_store import reading

ENDLESS = text("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_store(tmp_path / "s.db") as store:
        store.save(reading())
    return tmp_path / "s.db"


def test_a_question_that_takes_too_long_is_ended_and_the_next_is_answered(path: Path) -> None:
    reader = Reader(path, seconds=0.05)
    with pytest.raises(TooCostlyError) as caught, reader.connect() as connection:
        connection.execute(ENDLESS)
    assert caught.value.hint
    with reader.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM claims")).scalar() == 2
    reader.close()


def test_it_cannot_write(path: Path) -> None:
    reader = Reader(path)
    with pytest.raises(StoreError, match="readonly"), reader.connect() as connection:
        connection.execute(text("DELETE FROM claims"))
    reader.close()


def test_it_knows_when_another_has_written_and_sees_it(path: Path) -> None:
    reader = Reader(path)
    first = reader.changes()
    assert reader.changes() == first
    with open_store(path) as store:
        store.save(reading(2))
    assert reader.changes() > first
    with reader.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM reports")).scalar() == 2
    reader.close()
