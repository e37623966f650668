"""Confidence: a probability from named features, the model's file, and what `explain` gets to print."""

from __future__ import annotations

import importlib.util
import random
import sys
from math import exp
from pathlib import Path
from types import ModuleType

import pytest

from reportedly.errors import CodebookError
from reportedly.events.confidence import Model, load_model
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document
from reportedly.records import Claim

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def calibrate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("calibrate", ROOT / "scripts" / "calibrate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["calibrate"] = module
    spec.loader.exec_module(module)
    return module


def only(text: str, tools: Tools) -> Claim:
    (claim,) = read_document(document_from_text(text), tools)
    return claim


def test_the_average_claim_has_the_models_base() -> None:
    model = Model(1.0, {"place": 0.5, "voice": -2.0}, {"place": 0.25, "voice": 0.5})
    assert model.probability({"place": 0.25, "voice": 0.5}) == pytest.approx(1 / (1 + exp(-1)))
    assert model.probability({"place": 1.0}) == pytest.approx(1 / (1 + exp(-(1 + 0.375 + 1.0))))


def test_what_moved_a_claim_comes_with_its_sign_most_first() -> None:
    model = Model(0.0, {"place": 0.5, "voice": -2.0, "time": 1.0}, {"place": 0.0, "voice": 0.0, "time": 1.0})
    moved = list(model.moved({"place": 1.0, "voice": 1.0, "time": 1.0}))
    assert [name for name, _ in moved] == ["voice", "place", "time"]
    assert moved[0][1] < 0 < moved[1][1]
    assert moved[2][1] == 0


def test_the_shipped_model_weighs_every_feature_that_is_made(tools: Tools, calibrate: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels shelled a village near Homs on Monday, the army said.")
    (tmp_path / "a.gold.json").write_text('{"statements": []}')
    scorer = tmp_path / "scorer.py"
    scorer.write_text("def assign(statements, claims):\n    return []\n")
    made = calibrate.examples([tmp_path], scorer, tools)
    assert [e.right for e in made] == [False]
    assert list(made[0].features) == list(load_model().weights)
    assert all(0 <= value <= 1 for value in made[0].features.values())
    wanted = {"actor", "place", "time", "voice"}
    assert {name for name, value in made[0].features.items() if value} >= wanted


def test_more_that_is_known_makes_a_claim_surer(tools: Tools) -> None:
    bare = only("Something attacked.", tools)
    full = only("Syrian soldiers attacked Turkish troops near Homs on 3 May 2015, the United Nations said.", tools)
    assert 0 < bare.confidence < full.confidence < 1


def test_the_trace_says_what_moved_it_after_the_rules(tools: Tools) -> None:
    claim = only("Syrian soldiers attacked Turkish troops near Homs on 3 May 2015, the United Nations said.", tools)
    assert [step.rule for step in claim.trace] == ["frame.assault.attack", "voice.verb.say", "confidence"]
    moved = [(name, float(by)) for name, _, by in (part.partition(" ") for part in claim.trace[-1].effect.split(", "))]
    assert {"place", "recipient-known"} <= {name for name, by in moved if by > 0}
    assert all(abs(by) >= 0.01 for _, by in moved)
    assert moved == sorted(moved, key=lambda m: -abs(m[1]))


@pytest.mark.parametrize("text", ["base: 1\n", "base: x\nfeatures: {}\n", "- 1\n", "base: 1\nfeatures: {place: 3}\n"])
def test_a_file_of_another_form_says_how_it_is_made(text: str, tmp_path: Path) -> None:
    (tmp_path / "weights.yaml").write_text(text)
    with pytest.raises(CodebookError, match=r"weights\.yaml") as caught:
        load_model(tmp_path / "weights.yaml")
    assert "calibrate" in (caught.value.hint or "")


def test_weights_that_made_the_data_are_found_again(calibrate: ModuleType) -> None:
    """3,000 claims drawn from a known model; a weak ridge finds it, a strong one finds nothing."""
    dice = random.Random(7)
    truth = Model(0.8, {"place": 1.5, "voice": -1.0}, {"place": 0.0, "voice": 0.0})
    drawn = []
    for report in range(3000):
        features = {name: float(dice.random() < 0.5) for name in truth.weights}
        drawn.append(calibrate.Example(features, dice.random() < truth.probability(features), report))
    found = calibrate.fit(drawn, 0.1)
    assert found.weights == pytest.approx(truth.weights, abs=0.25)
    assert max(map(abs, calibrate.fit(drawn, 1e6).weights.values())) < 0.01
    assert calibrate.calibration_error(calibrate.cross_validated(drawn, 0.1)) < 0.05


def test_the_strongest_ridge_that_is_no_worse_is_taken(calibrate: ModuleType) -> None:
    good = [(0.8, n % 5 > 0) for n in range(100)]
    as_good = [(0.8 + (0.01 if n % 2 else -0.01), right) for n, (_, right) in enumerate(good)]
    bad = [(0.4, right) for _, right in good]
    assert calibrate.chosen({1.0: good, 3.0: as_good, 10.0: bad}) == 3.0


def test_the_plot_has_a_point_for_every_bin(calibrate: ModuleType) -> None:
    told = [(0.5 + n / 200, n % 4 > 0) for n in range(100)]
    drawn = calibrate.plot([("ours", "#000", told)])
    assert drawn.startswith("<svg") and drawn.rstrip().endswith("</svg>")
    assert drawn.count("<circle") == 10 + 1
