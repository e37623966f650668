"""Whom "he" and "she" mean: by gender, by who spoke before, and never the speaker of the quotation that they stand in."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document
from reportedly.resolve import genders


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The wife of a driver spoke to the court. She said that police had killed two boys.", "wife of a driver"),
        ("Ana Costa met Juan Lamas in Quito. She said that police had killed two boys.", "Ana Costa"),
        ("Angela Merkel spoke after Boris Johnson in Bonn. He said that police had killed two boys.", "Boris Johnson"),
        ("The queen received a general. He said that police had killed two boys.", "general"),
        ("Juan Lamas said he expects Pedro Soto to win. The rules help the party to choose a candidate. “Police killed two boys,” he said.", "Juan Lamas"),
        ("A spokesman for the relief office told reporters of the flood. It had met a minister. “Police killed two boys,” he noted.", "spokesman for the relief office"),
        ("Police arrested a driver on Monday. He told reporters that police had killed two boys.", "driver"),
    ],
)
def test_who_says_it(tools: Tools, text: str, voice: str) -> None:
    claims = read_document(document_from_text(text), tools).claims
    (killing,) = [c for c in claims if c.event.mode == "kill"]
    assert [v.name for v in killing.attribution] == [voice]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ahmed Karim rented a house. With his brother, he was arrested on Monday.", "Ahmed Karim"),
        ("Ana Costa rented a house. While dining with her adviser, she was arrested.", "Ana Costa"),
        ("Ahmed Karim rented a house. His brother said he was arrested on Monday.", "Ahmed Karim"),
        ("Ana Costa rented a house. Her lawyer, Eva Lind, said she was arrested on Monday.", "Ana Costa"),
        ("Ahmed Karim rented a house. A brother said he was arrested on Monday.", "brother"),
    ],
)
def test_whose_brother_it_is_is_not_the_brother(tools: Tools, text: str, held: str) -> None:
    (arrest,) = [c for c in read_document(document_from_text(text), tools).claims if c.event.mode == "arrest"]
    assert [p.name.split(" ")[-1] for p in arrest.recipients] == [held.split(" ")[-1]]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Mary Okoro sued Paul Biya in May. “He arrested 20 nurses,” Okoro said.", "Paul Biya"),
        ("Luis Soto spoke of Juan Lamas on Monday. “He arrested 20 nurses,” Soto said.", "Juan Lamas"),
    ],
)
def test_who_is_quoted_speaks_of_another(tools: Tools, text: str, actor: str) -> None:
    claims = read_document(document_from_text(text), tools).claims
    (arrest,) = [c for c in claims if c.event.mode == "arrest"]
    assert [p.name for p in arrest.actors] == [actor]


def test_what_somebody_is_stands_for_him(tools: Tools) -> None:
    (claim,) = read_document(document_from_text("Juan Lamas is a former guard who shot two nurses."), tools).claims
    assert [p.name for p in claim.actors] == ["Juan Lamas"]
    (claim,) = read_document(document_from_text("Juan Lamas is not the guard who shot two nurses."), tools).claims
    assert [p.name for p in claim.actors] == ["guard"]


def test_words_and_first_names_tell_a_gender() -> None:
    assert (genders.of_word("spokeswoman"), genders.of_word("Mr."), genders.of_word("minister")) == ("female", "male", None)
    assert (genders.of_name("Hillary Clinton"), genders.of_name("Carlos"), genders.of_name("Kim Un")) == ("female", None, None)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("General Omar Said left for Kassala. A driver who said he was beaten by soldiers fled to Chad.", "driver"),
        ("General Omar Said left for Kassala. A woman who said he was beaten by soldiers fled to Chad.", "Omar Said"),
        ("Rebels left the town. Residents who said they had been beaten by guards marched to the mosque.", "Residents"),
    ],
)
def test_who_says_a_thing_of_himself(tools: Tools, text: str, whom: str) -> None:
    (beaten,) = [c for c in read_document(document_from_text(text), tools).claims if c.event.mode == "beat"]
    assert [p.name for p in beaten.recipients] == [whom]
