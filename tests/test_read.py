"""Reading whole sentences: who did what to whom, according to whom, and whether it happened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import reportedly
from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.read import Tools, read_document
from reportedly.records import Claim, words_in

CASES = yaml.safe_load((Path(__file__).parent / "data" / "readings.yaml").read_text())


def says(claim: Claim, wanted: dict[str, Any]) -> bool:
    """Whether a claim has everything that a case asks for; names are compared as the record gives them."""
    voices = [v.name for v in claim.attribution]
    actors = {n for p in claim.actors for n in (p.name, p.country_name)}
    recipients = {n for p in claim.recipients for n in (p.name, p.country_name)}
    return (
        claim.event.type == wanted["type"]
        and wanted.get("status") in (None, claim.status.value)
        and ("voices" not in wanted or voices == wanted["voices"])
        and set(wanted.get("actors", [])) <= actors
        and set(wanted.get("recipients", [])) <= recipients
    )


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:50] for c in CASES])
def test_sentence(case: dict[str, Any], tools: Tools) -> None:
    reading = read_document(document_from_text(case["text"]), tools)
    told = [(c.event.type, c.status.value, [v.name for v in c.attribution], [p.name for p in c.actors], [p.name for p in c.recipients]) for c in reading]
    if case.get("none"):
        assert told == []
        return
    for wanted in case["claims"]:
        assert any(says(claim, wanted) for claim in reading), told


def test_every_word_of_a_claim_stands_in_the_report(tools: Tools) -> None:
    text = "Headline Of The Day\n\nEmoji 😀 and العربية first. Rebels killed 12 people in Homs on Monday, the Syrian army said."
    reading = read_document(document_from_text(text), tools)
    assert reading.claims
    for claim in reading:
        for words in words_in(claim):
            assert text[words.start : words.end] == words.text


def test_the_same_report_gives_the_same_ids_and_records(tools: Tools) -> None:
    document = document_from_text("Gunmen killed three farmers near Jos, police said.", given=Given(parse_date("2020-01-02")))
    assert read_document(document, tools).to_dicts() == read_document(document, tools).to_dicts()


def test_without_a_publication_date_nothing_relative_is_resolved() -> None:
    text = "Rebels shelled the town on Monday."
    dated, undated = reportedly.read(text, published="2015-10-07"), reportedly.read(text)
    assert [c.time.start for c in dated if c.time] == ["2015-10-05"]
    assert [c.time.start for c in undated if c.time] == [None]
    assert len(undated.warnings) == 1
    assert "--published" in undated.warnings[0].hint


def test_page_furniture_is_skipped_and_offsets_stay(tools: Tools) -> None:
    text = "Advertisement\n\nShare on Facebook\n\nPolice arrested two men in Lagos."
    (claim,) = read_document(document_from_text(text), tools).claims
    assert claim.evidence.start == text.index("Police")


def test_capitals_are_read_as_words(tools: Tools) -> None:
    text = "KABUL (AP) - TALIBAN FIGHTERS KILLED SIX POLICEMEN IN KANDAHAR ON FRIDAY, OFFICIALS SAID."
    claims = read_document(document_from_text(text, given=Given(parse_date("2009-03-02"))), tools).claims
    assert any(c.event.type == "ASSAULT" and c.attribution and c.actors for c in claims)
