"""The voice of a text is the body behind it, named there or before; sentences of our own."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


def voices(tools: Tools, text: str) -> list[list[str]]:
    return [[v.name for v in c.attribution] for c in read_document(document_from_text(text), tools).claims if c.event.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An interior ministry communique indicates that a patrol killed three rebels.", [["interior ministry"]]),
        ("The navy issued a statement on Monday. The statement said rebels had shelled the port.", [["navy"]]),
        ("In a report, Amnesty International said troops had tortured ten men. The document says police killed two.", [["Amnesty International"], ["Amnesty International"]]),
        ("A statement said rebels had shelled the port.", [["statement"]]),
        ("The navy issued a statement on Monday. A letter said rebels had shelled the port.", [["letter"]]),
        ("The navy issued a statement on Monday. The letter said rebels had shelled the port.", [["letter"]]),
        ("Radar data indicate that a missile hit the camp.", [[]]),
    ],
)
def test_who_speaks_by_a_text(tools: Tools, text: str, found: list[list[str]]) -> None:
    assert voices(tools, text) == found


def test_the_statement_is_nobodys_after_a_while(tools: Tools) -> None:
    between = " ".join(["It rained in the valley."] * 7)
    assert voices(tools, f"The navy issued a statement. {between} The statement said rebels had shelled the port.") == [["statement"]]
