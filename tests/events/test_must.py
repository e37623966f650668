"""Demands made with "must"."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


def demands(tools: Tools, text: str) -> list[tuple[list[str], list[str]]]:
    claims = read_document(document_from_text(text), tools).claims
    return [([a.name for a in c.actors], [r.name for r in c.recipients]) for c in claims if c.event.type == "REQUEST"]


def test_who_says_that_a_state_must_asks_it(tools: Tools) -> None:
    assert demands(tools, "Russia said on Tuesday that Sudan must explain the delay.") == [(["Russia"], ["Sudan"])]


@pytest.mark.parametrize(
    "text",
    [
        "The agronomist said that growers must strike a balance.",
        "Sudan must explain the delay.",
        "Russia said that Sudan must not worry.",
        "Rebels said that Sudan must free the prisoners.",  # the freeing itself is asked for
    ],
)
def test_nobody_asked_nobody_asking_or_an_event_of_its_own_is_no_demand(tools: Tools, text: str) -> None:
    assert demands(tools, text) == []
