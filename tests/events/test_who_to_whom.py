"""Who did it to whom, how many, and its status: `tests/data/who_to_whom.yaml`, `versions.yaml` and `press.yaml`, where a claim counts only with all that is asked of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_documents
from reportedly.records import Claim, Reading

CASES = [case for name in ("who_to_whom", "versions", "press") for case in yaml.safe_load((Path(__file__).parents[1] / "data" / f"{name}.yaml").read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def readings(tools: Tools) -> dict[str, Reading]:
    """All the cases, read in batches."""
    documents = [document_from_text(case["text"]) for case in CASES]
    return {case["text"]: reading for case, reading in zip(CASES, read_documents(documents, tools), strict=True)}


def told(claim: Claim) -> dict[str, Any]:
    """A claim as the cases write it."""
    return {
        "type": claim.event.type, "status": claim.status.value, "voices": [v.name for v in claim.attribution],
        "actors": [p.name for p in claim.actors], "recipients": [p.name for p in claim.recipients],
    }  # fmt: skip


def fits(wanted: dict[str, Any], claim: Claim) -> bool:
    figures = [[f.low, f.high] for f in claim.figures]
    has = told(claim)
    counted = all(f in figures for f in wanted.get("figures", [])) and not (figures and wanted.get("figures") == [])
    return counted and all(has[key] == value for key, value in wanted.items() if key != "figures")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_who_did_it_to_whom(readings: dict[str, Reading], case: dict[str, Any]) -> None:
    claims = readings[case["text"]].claims
    for wanted in case["claims"]:
        assert any(fits(wanted, claim) for claim in claims), [told(c) for c in claims]
    assert not case.get("only") or len(claims) == len(case["claims"]), [told(c) for c in claims]
