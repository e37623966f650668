"""Phrases that belong further up are moved there; others of the same look stay where they are."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools


@pytest.mark.parametrize(
    "text",
    [
        "Paul Ryan, 34, a teacher, was jailed.",
        "The mayor liked visiting the old tannery.",
        "Local media reported that police had left, according to a monitor.",
        "The man from Athlone, which lies on a river, was accused of fraud.",
        "He was tried in May and found a flat.",
        "Police broke into a flat on Wednesday.",
        "May was warm.",
    ],
)
def test_a_sentence_that_needs_none_is_left_alone(tools: Tools, text: str) -> None:
    (parse,) = tools.parser.parse([document_from_text(text)])
    assert parse.repairs == ()
