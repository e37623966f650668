"""A reading as a data frame: one row a claim, with the columns of the flat row."""

from __future__ import annotations

import sys

import pytest

import reportedly
from reportedly.errors import UsageError
from reportedly.rows import COLUMNS

REPORT = "Rebels shelled the town of Sirte on Monday, the army said. A spokesman for the rebels denied that they had shelled Sirte."


def test_a_row_is_a_claim() -> None:
    reading = reportedly.read(REPORT, published="2015-10-07")
    frame = reading.to_frame()
    assert list(frame.columns) == COLUMNS
    assert list(frame["id"]) == [claim.id for claim in reading]
    assert list(frame["type"]) == ["ASSAULT", "REJECT", "ASSAULT"] and list(frame["status"]) == ["occurred", "occurred", "denied"]
    assert frame["voices"][0] == "army" and frame["start"][0] == "2015-10-05"


def test_a_reading_without_claims_has_the_columns() -> None:
    frame = reportedly.read("The weather was fine.").to_frame()
    assert list(frame.columns) == COLUMNS and not len(frame)


def test_without_pandas_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError) as told:
        reportedly.read("The weather was fine.").to_frame()
    assert "reportedly[frame]" in told.value.hint
