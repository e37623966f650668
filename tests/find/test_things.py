"""Phrases by class, on sentences of our own."""

from __future__ import annotations

import pytest

from reportedly.find.things import things
from reportedly.intake.text import document_from_text
from reportedly.read import Tools

SENTENCES = [
    ("Three tanks crossed the river on Friday.", {("Three", "Quantity"), ("tanks", "MilitaryPlatform"), ("the river", "Location"), ("Friday", "Temporal")}),
    ("He fired a rifle near Mosul.", {("He", "Person"), ("a rifle", "Weapon"), ("Mosul", "Location")}),
    ("More than 300 people fled Baiji, Iraq.", {("300", "Quantity"), ("people", "Organisation"), ("Baiji, Iraq", "Location")}),
    ("A soldier of the 3rd Brigade liberated Mosul.", {("A soldier", "Person"), ("the 3rd Brigade", "Organisation"), ("Mosul", "Location")}),
    ("The government of Iraq thanked Jordan.", {("The government of Iraq", "Organisation"), ("Iraq", "Location"), ("Jordan", "Organisation")}),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_each_phrase_has_its_class(tools: Tools, text: str, expected: set[tuple[str, str]]) -> None:
    (parse,) = tools.parser.parse([document_from_text(text)])
    assert {(text[slice(*t.span)], t.kind) for t in things(parse, tools.knowledge)} == expected
