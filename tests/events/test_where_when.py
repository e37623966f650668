"""Where and when each deed of a report was, over sentences: carried from one to the next, told within another, or left open. The cases are
in `tests/data/where_when.yaml`: for the deed at a word its places ("to:" and "from:" before those that are no scene), and its days."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.intake.text import Given, document_from_text
from reportedly.read import Tools, read_documents
from reportedly.records import Claim, Reading

CASES = yaml.safe_load((Path(__file__).parents[1] / "data" / "where_when.yaml").read_text(encoding="utf-8"))
TUESDAY = date(2021, 6, 15)  # on which a report was published that says nothing else


@pytest.fixture(scope="module")
def readings(tools: Tools) -> dict[str, Reading]:
    """All the cases, read in batches."""
    documents = [document_from_text(case["text"], given=Given(case.get("day", TUESDAY))) for case in CASES]
    return {case["text"]: reading for case, reading in zip(CASES, read_documents(documents, tools), strict=True)}


def _claim(reading: Reading, word: str) -> Claim:
    """The deed at a word of its trigger: "killed", or "killed#2" for the second of them."""
    word, _, number = word.partition("#")
    return [c for c in reading.claims if word in c.event.trigger.text.lower()][int(number or 1) - 1]


def _places(claim: Claim) -> set[str]:
    return {p.name if p.role == "at" else f"{p.role.value}:{p.name}" for p in claim.places if p.latitude is not None}


def _days(claim: Claim) -> list[str | None]:
    time = claim.time
    return [None, None] if time is None else [(time.start or "")[:10] or None, (time.end or "")[:10] or None]


@pytest.mark.parametrize("case", [c for c in CASES if "where" in c], ids=[c["text"][:60] for c in CASES if "where" in c])
def test_where_each_deed_was(readings: dict[str, Reading], case: dict[str, Any]) -> None:
    for word, places in case["where"].items():
        assert _places(_claim(readings[case["text"]], word)) == set(places), word


@pytest.mark.parametrize("case", [c for c in CASES if "when" in c], ids=[c["text"][:60] for c in CASES if "when" in c])
def test_when_each_deed_was(readings: dict[str, Reading], case: dict[str, Any]) -> None:
    for word, said in case["when"].items():
        days = said if isinstance(said, list) else [said, said]
        assert _days(_claim(readings[case["text"]], word)) == [str(day) if day else None for day in days], word
