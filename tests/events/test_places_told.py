"""Where a deed was by the words of the text, on a map or not. The cases are in `tests/data/places_told.yaml`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.intake.text import Given, document_from_text
from reportedly.read import Tools, read_documents
from reportedly.records import Reading

CASES = yaml.safe_load((Path(__file__).parents[1] / "data" / "places_told.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def readings(tools: Tools) -> dict[str, Reading]:
    """All the cases, read in batches."""
    documents = [document_from_text(case["text"], given=Given(date(2021, 6, 15))) for case in CASES]
    return {case["text"]: reading for case, reading in zip(CASES, read_documents(documents, tools), strict=True)}


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:60] for c in CASES])
def test_the_places_a_text_names(readings: dict[str, Reading], case: dict[str, Any]) -> None:
    for word, places in case["where"].items():
        claim = next(c for c in readings[case["text"]].claims if word in c.event.trigger.text.lower())
        assert {p.name if p.role == "at" else f"{p.role.value}:{p.name}" for p in claim.places} == set(places), word
