"""Originals, search of reports in any language, verification, and stores of an older time."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from reportedly.document import Link
from reportedly.errors import NotFoundError
from reportedly.intake.raw import Raw
from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.records import Reading
from reportedly.store import Checked, Store, open_store
from tests.store.test_store import TEXT, reading

BYTES = TEXT.encode()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "s.db")


def with_original(*, coded: bool = True, text: str = TEXT, name: str = "a.txt") -> Reading:
    raw = Raw(text.encode(), name, (Link("file", "a.zip", "ab" * 32), Link("member", name)), media="text/plain", taken="2024-03-01T00:00:00+00:00")
    document = document_from_text(text, source=name, given=Given(parse_date("2024-03-01"), authors=("Jane Smith",)), original=raw.original())
    return Reading(document, (), (), "book" if coded else "", "1")


def test_the_original_comes_back_as_it_was(store: Store) -> None:
    one = with_original()
    store.save(one)
    intake = store.intake(one.document.id)
    assert intake is not None and store.original(intake["sha256"]) == BYTES
    assert intake["chain"] == [{"kind": "file", "name": "a.zip", "sha256": "ab" * 32}, {"kind": "member", "name": "a.txt", "sha256": None}]
    assert (intake["authors"], intake["published_from"], intake["taken"], intake["coded"]) == (["Jane Smith"], "given", "2024-03-01T00:00:00+00:00", 1)
    with pytest.raises(NotFoundError):
        store.original("00" * 32)


def test_one_original_of_two_reports_is_kept_once(store: Store) -> None:
    store.save(with_original())
    again = with_original()
    other = document_from_text("Another post on the same page.", original=again.document.original)
    store.save(Reading(other, (), (), "book", "1"))
    with sqlite3.connect(store.path) as raw:
        assert raw.execute("SELECT count(*), sum(size) FROM originals").fetchone() == (1, len(BYTES))


def test_reports_in_any_language_are_found_by_their_words(store: Store) -> None:
    store.save(with_original(text="Повстанцы обстреляли рынок в Алеппо.", name="ru.txt", coded=False))
    store.save(with_original(text="Rebels shelled Málaga.", name="en.txt"))
    assert [r["coded"] for r in store.reports("алеппо РЫНОК")] == [False]
    assert [r["source"] for r in store.reports("malaga")] == ["en.txt"]
    assert [r["source"] for r in store.reports(uncoded=True)] == ["ru.txt"]
    assert list(store.reports("никто")) == []
    assert list(store.reports('" OR text:"')) == []


def test_coding_anew_keeps_the_search_right(store: Store) -> None:
    store.save(with_original(coded=False))
    store.save(with_original())
    (found,) = store.reports("shelled")
    assert found["coded"] is True
    assert list(store.verify(Checked())) == []


def test_a_whole_store_verifies_and_is_counted(store: Store) -> None:
    store.save(reading(1))
    store.save(with_original())
    checked = Checked()
    assert list(store.verify(checked)) == []
    assert (checked.originals, checked.reports, checked.claims, checked.spans) == (1, 2, 2, 10)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE originals SET packed = :packed", "not those that were stored"), ("UPDATE originals SET packed = x'00'", "not those that were stored"),
        ("DELETE FROM originals", "not in the store"), ("UPDATE reports SET text = replace(text, 'Homs', 'Hama') WHERE claims > 0", "does not say"),
        ("UPDATE reports SET text = text || '!' WHERE claims = 0", "not what its original says"), ("DELETE FROM claims WHERE position = 0", "claims were read"),
        ("UPDATE claims SET record = json_set(record, '$.evidence.start', 3)", "does not say"),
    ],
)  # fmt: skip
def test_what_was_tampered_with_is_found(store: Store, change: str, words: str) -> None:
    store.save(reading(1))
    store.save(with_original())
    store.engine.dispose()
    raw = sqlite3.connect(store.path)
    raw.execute(change, {"packed": zlib.compress(b"other bytes")} if ":packed" in change else {})
    raw.commit()
    raw.close()
    assert any(words in row["fault"] for row in store.verify(Checked()))


def test_a_store_of_the_first_schema_is_brought_up(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[2] / "src" / "reportedly" / "store" / "migrations"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with sqlite3.connect(path) as raw:
        raw.execute("INSERT INTO reports (id, text, notes, claims, codebook, version) VALUES ('report-1', 'Rebels shelled Homs.', '[]', 0, 'b', '1')")
    with open_store(path) as store:
        assert [r["id"] for r in store.reports("homs")] == ["report-1"]
        assert list(store.verify(Checked())) == []
        store.save(reading(2))
        assert store.counts()["reports"] == 2
