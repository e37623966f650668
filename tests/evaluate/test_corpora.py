"""The corpora's rooms on small folders of our own, and the gate on the real ones where they lie beside the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.evaluate import CORPORA, evaluate, plover_gsr, present
from reportedly.read import Tools

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
ROWS = [
    {"event": "FIGHT", "text": "Turkish warplanes bombed Syrian troops on Monday.", "source": [{"code": "TUR"}], "target": [{"code": "SYR"}]},
    {"event": "DEMAND", "text": "France demanded the release of the hostages.", "source": [{"code": "FRA"}], "target": ""},
    {"event": "AGREE", "text": "The weather was fine.", "source": [{"code": "FRA"}], "target": [{"code": "DEU"}]},
    {"event": "DOCUMENT", "text": "A note on the file."},
]


@pytest.fixture
def gsr(tmp_path: Path) -> Path:
    (tmp_path / "corpora" / "plover-gsr").mkdir(parents=True)
    (tmp_path / "corpora" / "plover-gsr" / plover_gsr.FILE).write_text(json.dumps(ROWS))
    return tmp_path


def test_gold_records_are_counted_by_hand(gsr: Path, tools: Tools) -> None:
    (corpus,) = present(gsr)
    ((_, figures),) = evaluate(gsr, (corpus,), tools)
    assert {f.name: round(f.value, 3) for f in figures} == {"precision": 1.0, "recall": 0.667, "complete": 0.667}


def test_what_was_missed_is_shown_with_its_words(gsr: Path, tools: Tools) -> None:
    lines = list(plover_gsr.show(gsr / "corpora" / "plover-gsr", tools))
    assert len(lines) == 1
    assert "The weather was fine." in lines[0]
    assert "read nothing" in lines[0]


def test_the_digest_changes_with_the_bytes(gsr: Path) -> None:
    (corpus,) = present(gsr)
    before = corpus.digest(gsr)
    (gsr / "corpora" / "plover-gsr" / plover_gsr.FILE).write_text("[]")
    assert corpus.digest(gsr) != before


def test_an_empty_folder_is_a_usage_error(tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, "-m", "reportedly", "evaluate", str(tmp_path)], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "no coded reports" in run.stderr
    assert "hint:" in run.stderr


def test_every_corpus_has_a_name_of_its_own() -> None:
    assert len({c.name for c in CORPORA}) == len(CORPORA)


@pytest.mark.skipif(not (SHARED / "claims").exists(), reason="the coded reports do not lie beside the project")
def test_no_figure_has_fallen_below_its_floor() -> None:
    command = [sys.executable, "-m", "reportedly", "evaluate", str(SHARED), "--gate", "--format", "jsonl"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    assert any(json.loads(line)["figure"] == "whole" for line in run.stdout.splitlines())
