"""The project's own sets of times, figures and places, read by the real reader. What is wrong stands in `docs/known-misses.md`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reportedly.read import Tools
from tests.sets.judged import SETS, Judged, judged, share
from tests.sets.misses import PAGE, page

SIZES = {"dates": 300, "figures": 400, "places": 200}
RIGHT = {"dates": 0.98, "figures": 0.98, "places": 0.95}
CARRIED = {"dates": 0.96, "figures": 0.86, "places": 0.91}


@pytest.fixture(scope="module")
def found(tools: Tools) -> dict[str, list[Judged]]:
    return {name: judged(name, tools) for name in SETS}


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_as_large_as_promised(name: str, found: dict[str, list[Judged]]) -> None:
    assert len(found[name]) >= SIZES[name]


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_read_right(name: str, found: dict[str, list[Judged]]) -> None:
    wrong = "\n".join(f"{item.name}: {item.text} {item.verdict}" for item in found[name] if not item.right)
    assert share([item.right for item in found[name]]) >= RIGHT[name], wrong


@pytest.mark.parametrize("name", SETS)
def test_what_is_read_right_is_on_a_claim(name: str, found: dict[str, list[Judged]]) -> None:
    loose = "\n".join(f"{item.name}: {item.text}" for item in found[name] if not item.carried)
    assert share([item.carried for item in found[name]]) >= CARRIED[name], loose


def test_the_list_of_known_misses_is_current(found: dict[str, list[Judged]]) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(found), "write it anew: make misses"


@pytest.mark.parametrize("name", SETS)
def test_no_text_is_coded_twice(name: str) -> None:
    groups = yaml.safe_load((Path(__file__).parent / "sets" / f"{name}.yaml").read_text(encoding="utf-8"))
    rows = [str(row) for rows in groups.values() for row in rows]
    assert len(rows) == len(set(rows))
