"""Headlines whose verb is a noun as well, and headlines whose noun is a verb as well."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document

REST = "\n\nThe weather was fine in the valley."


@pytest.mark.parametrize(
    ("headline", "claims"),
    [
        ("Warplanes bomb fishing port - residents", [("ASSAULT", ["Warplanes"], ["fishing port"])]),
        ("Warplanes bomb port, two ships sunk", [("ASSAULT", ["Warplanes"], ["port"])]),
        ("Peru police storm prison in Cuzco", [("ASSAULT", ["Peru police"], ["prison"])]),
        ("Soldiers fire on bus near Lobo", [("ASSAULT", ["Soldiers"], ["bus"])]),
        ("Troops storm ranch, free hostages", [("ASSAULT", ["Troops"], ["ranch"]), ("CONCEDE", ["Troops"], ["hostages"])]),
        ("Commandos rescue sailors, seize weapons", [("AID", ["Commandos"], ["sailors"]), ("COERCE", ["Commandos"], ["weapons"])]),
        ("Anti-drug squad arrests nine in Tumaco", [("COERCE", ["Anti-drug squad"], ["nine"])]),
        ("Militants ambush convoy in Niger", [("ASSAULT", ["Militants"], ["convoy"])]),
        ("Police open fire on strikers in Almaty", [("ASSAULT", ["Police"], ["strikers"])]),
        ("Judges jail editor for insult", [("COERCE", ["Judges"], ["editor"])]),
        ("COPS BLAST STUDENTS", [("COERCE", ["COPS"], ["STUDENTS"])]),
        ("Police lob teargas at youths in Kisumu", [("COERCE", ["Police"], ["youths"])]),
        ("Police teargas teachers in Nairobi", [("COERCE", ["Police"], ["teachers"])]),
        ("Navy foils pirate attack off Oman", [("AID", ["Navy"], [])]),
        ("INS Sharda intercepts pirate boats", [("COERCE", ["INS Sharda"], ["pirate boats"])]),
        ("Two hostages die as soldiers raid mill", [("COERCE", ["soldiers"], ["mill"])]),
    ],
)
def test_a_noun_between_those_who_do_it_and_those_it_is_done_to_is_the_verb(tools: Tools, headline: str, claims: list[tuple[str, list[str], list[str]]]) -> None:
    told = read_document(document_from_text(headline + REST), tools).claims
    assert [(c.event.type, [p.name for p in c.actors], [p.name for p in c.recipients]) for c in told] == claims


@pytest.mark.parametrize(
    "headline",
    [
        "Police search party finds boy",
        "Police strike force formed in Perth",
        "Police fire chief resigns",
        "Police attack dogs bite man",
        "Gunmen attack victims buried",
        "Cops throw party for orphans",
        "Shares fall as oil storm clouds gather",
        "Police raid in Cuzco, nine held",
        "Miners back at work after strike",
        "Residents free to return",
        "Workers fire gun salute",
        "Students storm to victory",
        "Rebels shelled the port",
        "Rangers target striker",
    ],
)
def test_a_noun_that_is_one_is_left_alone(tools: Tools, headline: str) -> None:
    (parse,) = tools.parser.parse([document_from_text(headline + REST)])
    assert "headline-verb" not in {rule for rule, _ in parse.repairs}


@pytest.mark.parametrize("text", ["Peru police storm prison in Cuzco.", "Officers bomb disposal teams trained left."])
def test_a_sentence_of_the_report_is_no_headline(tools: Tools, text: str) -> None:
    (parse,) = tools.parser.parse([document_from_text("A dry day\n\n" + text)])
    assert "headline-verb" not in {rule for rule, _ in parse.repairs}


def test_the_mended_headline_is_still_one_tree(tools: Tools) -> None:
    heads = ("Warplanes bomb camp for displaced in Somali town", "Peru police storm prison in Cuzco, six dead", "Troops storm ranch, free hostages", "Anti-drug squad arrests nine in Tumaco, seizes rifles")
    for head in heads:
        (parse,) = tools.parser.parse([document_from_text(head + REST)])
        for sentence in parse.sentences:
            assert sum(t.is_root for t in sentence.tokens) == 1
            assert {t.i for t in sentence.root.subtree()} == {t.i for t in sentence.tokens}
