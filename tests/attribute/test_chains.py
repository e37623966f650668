"""Who is behind a claim, in the ways that the press has of saying so: one sentence of our own for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document

CASES = yaml.safe_load((Path(__file__).parents[1] / "data" / "voices.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_who_says_so(tools: Tools, case: dict[str, Any]) -> None:
    claims = [c for c in read_document(document_from_text(case["text"]), tools) if c.event.type == "ASSAULT"]
    claim = next((c for c in claims if [v.name for v in c.attribution] == case["voices"]), None)
    assert claim is not None, [[v.name for v in c.attribution] for c in claims]
    assert claim.status.value == case.get("status", "occurred")
    innermost = claim.attribution[-1] if claim.attribution else None
    if innermost is not None:
        assert case.get("kind") in (None, innermost.kind.value)
        assert case.get("stance") in (None, innermost.stance.value)
    if "step" in case:
        assert any(step.rule == case["step"] for step in claim.trace)
