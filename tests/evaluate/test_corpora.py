"""The corpora's rooms on small folders of our own, and the gate on the real ones where they lie beside the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.evaluate import CORPORA, case2021, evaluate, plover_gsr, polnear, present, re3d
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
    quick = [word for c in CORPORA if c.name != "ecbplus-events" for word in ("--only", c.name)]  # that one takes minutes: make score measures it
    own = [word for name in ("gold", "gold-second", "gold-third", "gold-fourth", "gold-snippets", "gold-held", "gold-across", "gold-across-held") for word in ("--own", f"tests/{name}")]
    command = [sys.executable, "-m", "reportedly", "evaluate", str(SHARED), *quick, *own, "--gate", "--format", "jsonl"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    measured = {(row["corpus"], row["figure"]) for row in map(json.loads, run.stdout.splitlines())}
    assert {("claims/dev", "whole"), ("own/gold", "whole"), ("own/gold-across", "b3")} <= measured


def test_a_folder_without_codings_is_a_usage_error(gsr: Path, tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, "-m", "reportedly", "evaluate", str(gsr), "--own", str(tmp_path)], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "no coded reports here" in run.stderr


def test_polnear_counts_exact_spans(tmp_path: Path, tools: Tools) -> None:
    row = {"tokens": ["The", "mayor", "said", "the", "bridge", "fell", "."], "labels": ["B-source", "I-source", "B-cue", "B-content", "I-content", "O", "O"]}
    (tmp_path / "valid.jsonl").write_text(json.dumps(row))
    assert {f.name: f.value for f in polnear.measure(tmp_path, tools)} == {"source": 1.0, "cue": 1.0, "content": 0.0}


def test_polnear_cuts_a_quotation_that_runs_on_where_the_sentences_were_cut(tmp_path: Path, tools: Tools) -> None:
    # the closing mark for both, and the next opening one stranded at the end of the sentence before
    said = ["''", "The", "bridge", "fell", "at", "noon", ",", "''", "said", "the", "mayor", ".", "''"]
    more = ["We", "will", "build", "it", "again", "in", "the", "spring", ".", "''"]
    labels = ["B-content"] + 6 * ["I-content"] + ["I-content", "B-cue", "B-source", "I-source", "O", "B-content"]
    rows = [{"id": "a", "tokens": said, "labels": labels}, {"id": "a", "tokens": more, "labels": ["B-content"] + 9 * ["I-content"]}]
    (tmp_path / "valid.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    assert {f.name: f.value for f in polnear.measure(tmp_path, tools)} == {"source": 1.0, "cue": 1.0, "content": 1.0}


def test_re3d_leaves_out_what_its_coders_doubted(tmp_path: Path, tools: Tools) -> None:
    text = "He fired a rifle near Mosul."
    gold = [(0, 2, "Person", 1), (22, 27, "Location", 1), (9, 16, "Organisation", 0)]
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "documents.json").write_text(json.dumps({"_id": "d", "text": text}))
    (tmp_path / "a" / "entities.json").write_text("\n".join(json.dumps({"documentId": "d", "begin": a, "end": b, "type": k, "confidence": c}) for a, b, k, c in gold))
    figures = {f.name: round(f.value, 2) for f in re3d.measure(tmp_path, tools)}
    assert (figures["f1"], figures["Person"], figures["Organisation"]) == (0.8, 1.0, 0.0)


def test_case_weighs_types_by_their_count(tmp_path: Path, tools: Tools) -> None:
    rows = [("Warplanes bombed a village.", "AIR_STRIKE"), ("A flood covered the fields.", "NATURAL_DISASTER"), ("The choir sang.", "ARREST"), ("The band played.", "ARREST")]
    (tmp_path / case2021.FILE).write_text("\n".join(f"{n}\t{text}\t{code}" for n, (text, code) in enumerate(rows)))
    assert [round(f.value, 2) for f in case2021.measure(tmp_path, tools)] == [0.5]
