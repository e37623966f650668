"""Source, cue and content as exact stretches, on sentences of our own."""

from __future__ import annotations

import pytest

from reportedly.attribute.attributions import attributions
from reportedly.intake.text import document_from_text
from reportedly.read import Tools

SAID = [
    ("The mayor said that the bridge had fallen.", [("The mayor", "said", ["that the bridge had fallen"])]),
    ('"The bridge fell at noon and nobody was on it," said the mayor.', [("the mayor", "said", ['"The bridge fell at noon and nobody was on it,"'])]),
    ("According to the harbour master, two boats sank.", [("the harbour master", "According to", ["two boats sank"])]),
    ("The union called for an inquiry.", [("The union", "called for", ["an inquiry"])]),
    ("Anna Berg, a fisherman's widow, said the sea was calm.", [("Anna Berg, a fisherman's widow,", "said", ["the sea was calm"])]),
    ("The minister has promised to rebuild the pier.", [("The minister", "has promised", ["to rebuild the pier"])]),
    ("The sea was calm.", []),
    ("We saw the boat.", []),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_who_says_what_by_which_words(tools: Tools, text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    (parse,) = tools.parser.parse([document_from_text(text)])
    found = list(attributions(parse))
    assert [(words(text, a.source), words(text, a.cue), [words(text, c) for c in a.content]) for a in found] == expected


def test_a_quotation_that_follows_has_no_cue_of_its_own(tools: Tools) -> None:
    text = '"The pier is gone," said the mayor. "We will build it again in spring."'
    (parse,) = tools.parser.parse([document_from_text(text)])
    last = list(attributions(parse))[-1]
    assert (last.cue, last.rule) == (None, "quotation")
    assert words(text, last.content[0]) == '"We will build it again in spring."'


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[slice(*span)] if span is not None else None
