"""Floors: what counts as fallen, what a floor binds for, and that no floor sinks unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import UsageError
from reportedly.evaluate import Figure
from reportedly.evaluate.gate import Floor, fallen, raised, read_floors, write_floors

KEY = "claims/dev/whole"
FLOORS = {KEY: Floor(0.40, 0.01, "abc", "1")}
DIGESTS = {"claims/dev": "abc"}


def measured(value: float) -> dict[str, Figure]:
    return {KEY: Figure("whole", value)}


@pytest.mark.parametrize(("value", "fell"), [(0.40, False), (0.391, False), (0.389, True), (0.5, False)])
def test_a_figure_falls_by_more_than_its_margin(value: float, fell: bool) -> None:
    assert bool(fallen(measured(value), DIGESTS, FLOORS)) is fell


def test_a_floor_of_other_texts_says_nothing() -> None:
    assert fallen(measured(0.1), {"claims/dev": "other"}, FLOORS) == []


def test_a_figure_that_is_gone_has_fallen() -> None:
    assert fallen({}, DIGESTS, FLOORS) == [f"{KEY}: no longer measured, floor 0.400"]


def test_floors_rise_and_sink_only_when_allowed() -> None:
    assert raised(measured(0.45), DIGESTS, FLOORS, allow_regression=False)[KEY].floor == 0.45
    assert raised(measured(0.35), DIGESTS, FLOORS, allow_regression=False)[KEY].floor == 0.40
    assert raised(measured(0.35), DIGESTS, FLOORS, allow_regression=True)[KEY].floor == 0.35
    changed = raised(measured(0.35), {"claims/dev": "new"}, FLOORS, allow_regression=False)[KEY]
    assert (changed.floor, changed.digest) == (0.35, "new")


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_floors(tmp_path / "a" / "floors.json", FLOORS)
    assert read_floors(tmp_path / "a" / "floors.json") == FLOORS


@pytest.mark.parametrize("text", ["{", "[]", '{"a": {"floor": 1}}'])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"floors\.json"):
        read_floors(path)
