"""Source, cue and content as exact stretches, on sentences of our own."""

from __future__ import annotations

import pytest

from reportedly.attribute.attributions import attributions
from reportedly.codebooks.data import load_data
from reportedly.intake.text import document_from_text
from reportedly.read import Tools

SAID = [
    ("The mayor said that the bridge had fallen.", [("The mayor", "said", ["that the bridge had fallen"])]),
    ('"The bridge fell at noon and nobody was on it," said the mayor.', [("the mayor", "said", ['"The bridge fell at noon and nobody was on it,"'])]),
    ("According to the harbour master, two boats sank.", [("the harbour master", "According to", ["two boats sank"])]),
    ("The union called for an inquiry.", [("The union", "called for", ["an inquiry"])]),
    ("The union called for sharing the costs.", [("The union", "called for", ["sharing the costs"])]),
    ("Anna Berg, a fisherman's widow, said the sea was calm.", [("Anna Berg, a fisherman's widow,", "said", ["the sea was calm"])]),
    ("The minister has promised to rebuild the pier.", [("The minister", "has promised", ["to rebuild the pier"])]),
    ("The sea was calm.", []),
    ("We saw the boat.", []),
    # asides: what stands around them
    ("The road, the mayor said, was closed.", [("the mayor", "said", ["The road", "was closed"])]),
    ("The road, as the mayor pointed out, was closed.", [("the mayor", "pointed out", ["The road", "was closed"])]),
    ("Those talks are continuing, he said.", [("he", "said", ["Those talks are continuing"])]),
    # what something is called
    ("The critic called the play a triumph.", [("The critic", "called", ["the play a triumph"])]),
    ("The crew see the law as a trap.", [("The crew", "see", ["the law as a trap"])]),
    ("The crew saw the harbour.", []),
    # passives, relative clauses
    ("The clerk was accused of selling the key.", [(None, "was accused of", ["The clerk", "selling the key"])]),
    ("The tower is expected to open in May.", [(None, "is expected", ["The tower", "to open in May"])]),
    ("They dropped the aim it announced.", [("it", "announced", ["the aim"])]),
    # nouns, states of mind
    ("The paper doubted the mayor's old claim that the bridge was safe.", [("The paper", "doubted", ["the mayor's old claim that the bridge was safe"])]),
    ("After the mayor's claim that the bridge was safe, it fell.", [("the mayor's", "claim", ["that the bridge was safe"])]),
    ("Her decision to sell the boat hurt the crew.", [("Her", "decision", ["to sell the boat"])]),
    ("The owner is sure that the boat will float.", [("The owner", "is sure", ["that the boat will float"])]),
    ("It was clear that the boat would float.", []),
    # what has not been said
    ("The clerk found a chance to deny the theft.", []),
    ("The clerk continued to deny the theft.", [("The clerk", "continued to deny", ["the theft"])]),
    # beside the cue in the text, not in the tree
    ("“Will you close the bridge?” he asks.", [("he", "asks", ["“Will you close the bridge?”"])]),
    ("The coach rose to her feet: “You never come on time,” she said.", [("she", "said", ["“You never come on time,”"])]),
    ("Police: Two men held over theft of copper.", [("Police", ":", ["Two men held over theft of copper"])]),
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


def test_what_is_said_inside_a_quotation_is_the_quotations(tools: Tools) -> None:
    text = "The mayor was tired. “I think that the pier is gone. I want to build it again.” He left."
    (parse,) = tools.parser.parse([document_from_text(text)])
    whole = [words(text, c) for a in attributions(parse) if a.rule == "quotation" for c in a.content]
    assert whole == ["“I think that the pier is gone. I want to build it again.”"]


ATTITUDES = [(row["lemma"], example) for row in load_data("voices.yaml")["attitudes"] for example in row["examples"]]


@pytest.mark.parametrize(("lemma", "example"), ATTITUDES)
def test_a_verb_of_attitude_has_a_source_and_a_content(tools: Tools, lemma: str, example: str) -> None:
    (parse,) = tools.parser.parse([document_from_text(example)])
    found = {a.rule: a for a in attributions(parse)}
    assert f"verb.{lemma}" in found
    assert found[f"verb.{lemma}"].source
    assert found[f"verb.{lemma}"].content


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return text[slice(*span)] if span is not None else None
