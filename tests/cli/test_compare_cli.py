"""`compare`, `list incidents`, `show incident`, `list disputes`, `why`, `judge`: as a person would use them, on a store of made-up reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from reportedly.cli import app
from reportedly.errors import NotFoundError
from reportedly.evaluate.generated import generate
from reportedly.store import open_store
from tests.store.test_compared import put

KEYS = {"id", "types", "status", "time", "places", "actors", "recipients", "claims", "n_claims", "n_reports", "n_outlets", "n_origins", "origins", "copies",
        "figures", "relations", "disagreement", "grade", "grade_reason"}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Path:
    made = generate(9, 8)
    path = tmp_path / "s.db"
    with open_store(path) as opened:
        put(opened, made, [d.id for d in made.reports])
    run(path, "compare")
    return path


def run(store: Path, *words: str) -> list[Any]:
    result = CliRunner().invoke(app, [*words, "--store", str(store)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    lines = [line for line in result.stdout.splitlines() if line.strip()]
    return [json.loads(line) for line in lines] if lines and lines[0].startswith("{") else lines


def test_incidents_have_every_key_and_are_shown_alike(store: Path) -> None:
    incidents = run(store, "list", "incidents", "--format", "jsonl")
    assert incidents and all(i.keys() >= KEYS for i in incidents)
    assert run(store, "show", "incident", incidents[0]["id"], "--format", "jsonl") == [incidents[0]]
    assert run(store, "show", incidents[0]["id"], "--format", "jsonl") == [incidents[0]]


def test_what_differs_is_listed_with_its_rule_and_words(store: Path) -> None:
    disputes = run(store, "list", "disputes", "--format", "jsonl")
    assert {d["kind"] for d in disputes} <= {"denies", "disputes", "differs-in-figure"}
    assert all(d["rule"] and d["evidence"] for d in disputes)
    assert any(d["kind"] == "differs-in-figure" and "overlap" in d for d in disputes)


def test_why_sums_the_features(store: Path) -> None:
    incident = max(run(store, "list", "incidents", "--format", "jsonl"), key=lambda i: i["n_claims"])
    rows = run(store, "why", *incident["claims"][:2], "--format", "jsonl")
    total = next(r["adds"] for r in rows if r["feature"] == "sum")
    assert total == pytest.approx(sum(r["adds"] for r in rows if r["feature"] not in ("sum", "incident", "family")), abs=0.02)
    assert rows[-1]["means"].startswith("one incident")


def test_tables_for_people(store: Path) -> None:
    incident = run(store, "list", "incidents", "--format", "jsonl")[0]["id"]
    for words in (("list", "incidents"), ("list", "disputes"), ("list", "copies"), ("show", "incident", incident)):
        assert run(store, *words, "--format", "table")


def test_a_judgement_is_followed_and_taken_back(store: Path) -> None:
    before = run(store, "list", "incidents", "--format", "jsonl")
    (made,) = run(store, "judge", "same", before[0]["id"], before[1]["id"], "--by", "Ada")
    assert len(run(store, "list", "incidents", "--format", "jsonl")) == len(before) - 1
    assert [j["by"] for j in run(store, "list", "judgements", "--format", "jsonl")] == ["Ada"]
    run(store, "judge", "undo", str(made["judgement"]))
    assert run(store, "list", "incidents", "--format", "jsonl") == before


def test_comparing_again_finds_nothing_new(store: Path) -> None:
    assert run(store, "compare", "--format", "jsonl") == [{"new_claims": 0, "claims_compared_again": 0, "incidents_made": 0}]


def test_a_report_is_no_claim(store: Path) -> None:
    with open_store(store) as opened:
        report = next(opened.reports())["id"]
    with pytest.raises(NotFoundError, match="is a report"):
        run(store, "why", report, report)
