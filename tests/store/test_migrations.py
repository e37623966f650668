"""Stores that an older program made are brought up to date with what is in them."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, text

from reportedly.compare.incremental import compare_store
from reportedly.comparison import Finding
from reportedly.store import HEAD, Said, open_store
from tests.store.test_store import reading


def at(engine: Engine, revision: str, *, down: bool = False) -> None:
    config = Config()
    config.set_main_option("script_location", str(resources.files("reportedly.store").joinpath("migrations")))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        (command.downgrade if down else command.upgrade)(config, revision)


def test_a_compared_store_of_before_the_desk_is_compared_again(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with open_store(path) as store:
        store.save(reading())
        compare_store(store)
        before = [i["id"] for i in store.incidents()]
    engine = create_engine(f"sqlite:///{path}")
    at(engine, "0003", down=True)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM incidents")).scalar() == len(before) > 0
        connection.execute(text("INSERT INTO judgements (verdict, \"left\", \"right\", at) VALUES ('same', '[]', '[]', '2020-01-01')"))
    engine.dispose()
    with open_store(path, create=False) as store:
        assert list(store.incidents()) == [] and len(list(store.uncompared())) == 2
        assert len(store.judgements()) == 1
        compare_store(store)
        assert [i["id"] for i in store.incidents()] == before
        claim = next(store.claims())["id"]
        store.judge_claim(Said(Finding.REJECT, claim))
        assert len(list(store.claims())) == 1


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", HEAD])
def test_every_step_leads_up(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "step.db"
    engine = create_engine(f"sqlite:///{path}")
    at(engine, revision)
    engine.dispose()
    with open_store(path, create=False) as store:
        assert store.save(reading())
        assert store.counts()["claims"] == 2
