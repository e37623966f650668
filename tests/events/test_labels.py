"""Round-ups by place, and lists of points: what heads a paragraph says where, and is no part of its first sentence."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


def told(tools: Tools, text: str) -> list[tuple[str, list[str], list[str]]]:
    return [(c.event.type, [p.name for p in c.actors], [p.name for p in c.places]) for c in read_document(document_from_text(text), tools)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("PORT SUDAN. Dock workers marched. Later police arrested a cook.\n\nNYALA. Soldiers beat a nurse.",
         [("PROTEST", ["Dock workers"], ["Port Sudan"]), ("COERCE", ["police"], ["Port Sudan"]), ("ASSAULT", ["Soldiers"], ["Nyala"])]),
        ("• Arusha – Herders abducted a ranger.\n• Mwanza – Police shot dead a fisherman near Bukoba.",
         [("ASSAULT", ["Herders"], ["Arusha"]), ("ASSAULT", ["Police"], ["Bukoba"])]),
        ("Ganja: 12 teachers joined a rally.\n\nSumgait: Police beat a reporter. He was arrested, a union in Baku said.",
         [("PROTEST", ["12 teachers"], ["Ganja"]), ("ASSAULT", ["Police"], ["Sumgait"]), ("COERCE", [], ["Sumgait"])]),
        ("Maria Lopez: The police beat my son.\n\nPedro Marquez: Soldiers shot a boy.", [("ASSAULT", ["police"], []), ("ASSAULT", ["Soldiers"], [])]),
        ("1. Rebels shot two men.\n2. The army arrested a cook.", [("ASSAULT", ["Rebels"], []), ("COERCE", ["army"], [])]),
    ],
)  # fmt: skip
def test_a_label_says_where_the_deeds_of_its_paragraph_were(tools: Tools, text: str, claims: list[tuple[str, list[str], list[str]]]) -> None:
    assert told(tools, text) == claims


def test_what_is_planned_or_said_is_not_placed_by_a_label(tools: Tools) -> None:
    places = [p for _, _, p in told(tools, "Ganja: Teachers plan to strike.\n\nSumgait: The governor condemned a raid in Baku.")]
    assert len(places) >= 2
    assert not {"Ganja", "Sumgait"} & {name for each in places for name in each}
