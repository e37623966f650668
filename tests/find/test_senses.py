"""The examples of senses.yaml: a bare noun has the sense that the report's other words tell."""

from __future__ import annotations

import pytest

from reportedly.codebooks.data import load_data
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document

EXAMPLES = [(row["noun"], example["text"], example["type"]) for row in load_data("senses.yaml") for example in row["examples"]]


@pytest.mark.parametrize(("noun", "text", "type"), EXAMPLES)
def test_the_noun_has_the_sense_of_its_report(tools: Tools, noun: str, text: str, type: str) -> None:
    claims = read_document(document_from_text(text), tools).claims
    assert {c.event.type for c in claims if noun in c.evidence.text.lower()} == {type}
