"""Deeds in words that are easily missed: verbs of beholding, sums, perfects, deverbal nouns; and the same words where no deed is told.

The cases are in `tests/data/deeds_told.yaml`: the types of all claims of a sentence, and who did it to whom where.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_documents
from reportedly.records import Reading

CASES = yaml.safe_load((Path(__file__).parents[1] / "data" / "deeds_told.yaml").read_text(encoding="utf-8"))

BODY = "\n\nThe weather was fine in the valley."


@pytest.fixture(scope="module")
def readings(tools: Tools) -> dict[str, Reading]:
    """All the cases, read in batches."""
    documents = [document_from_text(case["text"] + (BODY if case.get("headline") else "")) for case in CASES]
    return {case["text"]: reading for case, reading in zip(CASES, read_documents(documents, tools), strict=True)}


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_the_deeds_of_a_sentence(readings: dict[str, Reading], case: dict[str, Any]) -> None:
    claims = readings[case["text"]].claims
    assert sorted(c.event.type for c in claims) == sorted(case.get("types", []))
    if "who" in case:
        assert any(case["who"] in [p.name for p in c.actors] for c in claims)
    if "to" in case:
        assert any(case["to"] in [p.name for p in c.recipients] for c in claims)
    if "at" in case:
        assert any(case["at"] in [p.name for p in c.places] for c in claims)
    if "by" in case:
        assert all([v.name for v in c.attribution] == case["by"] for c in claims)
