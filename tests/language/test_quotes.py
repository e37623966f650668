"""Quotation runs: which words stand inside marks, over sentences, and what is no quotation."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


def quoted(tools: Tools, text: str) -> list[list[str]]:
    (parse,) = tools.parser.parse([document_from_text(text)])
    runs: dict[int, list[str]] = {}
    for token in parse.tokens():
        if token.quoted:
            runs.setdefault(token.quoted, []).append(token.text)
    return list(runs.values())


def test_words_inside_marks(tools: Tools) -> None:
    (run,) = quoted(tools, "“We will fight on,” the general said.")
    assert {"We", "will", "fight", "on"} <= set(run)
    assert "general" not in run


def test_a_run_goes_on_over_sentences(tools: Tools) -> None:
    runs = quoted(tools, "“They shelled the school. They shelled the market,” a resident said.")
    assert len(runs) == 1
    assert {"school", "market"} <= set(runs[0])


def test_a_run_goes_on_over_lines_until_its_mark(tools: Tools) -> None:
    text = 'The envoy said: "They shelled the school.\nThey shelled the market, too. "\nThe town is empty.'
    (run,) = quoted(tools, text)
    assert {"school", "market"} <= set(run)
    assert "empty" not in run


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph(tools: Tools) -> None:
    runs = quoted(tools, 'The envoy said: "They shelled the school.\nThe town is empty.\n"The mill burned," a miller said.')
    assert not any("town" in run for run in runs)


def test_an_apostrophe_turned_round_does_not_swallow_what_is_quoted_after_it(tools: Tools) -> None:
    (run,) = quoted(tools, "Since the ‘90s nobody came. “The mill is empty,” the miller said.")
    assert {"mill", "empty"} <= set(run)
    assert "nobody" not in run


def test_a_doubled_mark_is_one(tools: Tools) -> None:
    (run,) = quoted(tools, '""The mill is empty,"" the miller said.')
    assert {"mill", "empty"} <= set(run)
    assert "miller" not in run


def test_an_apostrophe_opens_nothing(tools: Tools) -> None:
    assert quoted(tools, "The army's tanks shelled the rebels' camp.") == []


@pytest.mark.parametrize(
    "text",
    ["Soldiers 'shot' three patients in the ward.", "Soldiers ‘shot’ three patients in the ward.", 'Soldiers "shot" three patients in the ward.'],
)
def test_scare_quotes_are_no_words_to_the_parser(tools: Tools, text: str) -> None:
    (parse,) = tools.parser.parse([document_from_text(text)])
    assert [t.text for t in parse.tokens()] == ["Soldiers", "shot", "three", "patients", "in", "the", "ward", "."]
    assert all(text[t.start : t.end] == t.text for t in parse.tokens())
    (claim,) = read_document(document_from_text(text), tools).claims
    assert (claim.event.type, [p.name for p in claim.recipients]) == ("ASSAULT", ["three patients"])


def test_marks_of_speech_and_apostrophes_stay(tools: Tools) -> None:
    text = "“We will not go,” he said of the rebels' attack on the army's base in the '90s."
    (parse,) = tools.parser.parse([document_from_text(text)])
    assert {"“", "”", "'"} <= {t.text for t in parse.tokens()}
