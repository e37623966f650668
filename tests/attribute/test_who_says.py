"""Which voice a claim has where the report takes more than a word to say so: names set off, people named further down, pronouns, two who
tell in one sentence. The cases are in `tests/data/who_says.yaml`: for the deed at a word the chain, outermost first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_documents
from reportedly.records import Reading

CASES = yaml.safe_load((Path(__file__).parents[1] / "data" / "who_says.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def readings(tools: Tools) -> dict[str, Reading]:
    """All the cases, read in batches."""
    documents = [document_from_text(case["text"]) for case in CASES]
    return {case["text"]: reading for case, reading in zip(CASES, read_documents(documents, tools), strict=True)}


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_the_chain_of_each_deed(readings: dict[str, Reading], case: dict[str, Any]) -> None:
    claims = readings[case["text"]].claims
    for word, chain in case["by"].items():
        found = [[v.name for v in c.attribution] for c in claims if word in c.event.trigger.text.lower()]
        assert chain in found, found


NAMED = [
    ("The army said it had shot a man, but a doctor said soldiers had killed two.", "voice.verb.say"),
    ("The villagers' story is that soldiers killed both boys.", "voice.tale.story"),
    ("The villagers are adamant that soldiers killed both boys.", "voice.mind.adamant"),
    ("If the villagers are to be believed, soldiers killed both boys.", "voice.believed"),
    ("Soldiers killed both boys, by the villagers' account.", "voice.account"),
]


@pytest.mark.parametrize(("text", "rule"), NAMED)
def test_explain_names_the_rule(tools: Tools, text: str, rule: str) -> None:
    (reading,) = read_documents([document_from_text(text)], tools)
    assert any(step.rule == rule for claim in reading.claims for step in claim.trace)


SILENT = [
    "The villagers are not sure that soldiers killed both boys.",
    "The villagers' hope is that soldiers killed nobody.",
    "It is certain that soldiers killed both boys.",
    "Soldiers killed both boys on account of a goat.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_voice_where_nobody_tells(tools: Tools, text: str) -> None:
    (reading,) = read_documents([document_from_text(text)], tools)
    assert not any(c.attribution for c in reading.claims if c.event.type == "ASSAULT")
