"""Which frame a word fires, where several would, on sentences of our own."""

from __future__ import annotations

import pytest

from reportedly.events.frames import find_triggers
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


def fired(tools: Tools, text: str) -> list[str]:
    (parse,) = tools.parser.parse([document_from_text(text)])
    return [t.frame.id for s in parse.sentences for t in find_triggers(s, tools.codebook, tools.knowledge)]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Dublin will withdraw its peacekeepers from Chad.", "sanction.withdraw-mission"),
        ("Dublin will withdraw its tanks from Chad.", "retreat.withdraw"),
    ],
)
def test_an_idioms_nouns_weigh_more_than_its_prepositions(tools: Tools, text: str, frame: str) -> None:
    assert fired(tools, text) == [frame]


def test_a_part_of_what_an_idiom_names_is_enough(tools: Tools) -> None:
    assert "sanction.cut-aid" in fired(tools, "Oslo suspended half of the aid for the valley.")
    assert fired(tools, "Oslo suspended half of the staff of the museum.") == []


def test_a_preposition_with_a_noun_of_its_own_is_no_particle(tools: Tools) -> None:
    assert "aid.asylum" in fired(tools, "Chad took in the refugees.")
    assert "aid.asylum" not in fired(tools, "The army took dozens of students in a series of raids.")


@pytest.mark.parametrize("text", ["A gas explosion killed six people in Lyon.", "Nine workers were hurt when a furnace blew up."])
def test_what_an_accident_did_is_no_assault(tools: Tools, text: str) -> None:
    assert fired(tools, text) == []


def test_a_frame_may_need_objects_of_a_known_kind_and_many(tools: Tools) -> None:
    assert fired(tools, "Guards found rifles in a well.") == ["coerce.find-arms"]
    assert fired(tools, "Guards found a rifle in a well.") == []
    assert fired(tools, "Guards found zogs in a well.") == []


def test_whom_forces_are_sent_to_help_is_whom_the_sending_is_toward(tools: Tools) -> None:
    (claim,) = read_document(document_from_text("Chad sent 200 soldiers to Mali to support the government."), tools)
    assert (claim.event.type, [p.name for p in claim.recipients]) == ("MOBILIZE", ["government"])


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Two Turkish outposts were set up near the town.", ["Turkey"], []),
        ("Hackers defaced Danish websites.", ["Hackers"], ["Denmark"]),
        ("Moscow banned Polish imports.", ["Moscow"], ["Poland"]),
        ("Moscow rejected a Polish request for the files.", ["Moscow"], ["Poland"]),
    ],
)
def test_an_idioms_noun_is_somebodys(tools: Tools, text: str, actors: list[str], recipients: list[str]) -> None:
    (claim,) = read_document(document_from_text(text), tools)
    assert ([p.name for p in claim.actors], [p.name for p in claim.recipients]) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Clashes broke out in Goma between soldiers and rebels.", "ASSAULT", ["soldiers", "rebels"], ["soldiers", "rebels"]),
        ("The army let the convoy pass.", "CONCEDE", ["army"], ["convoy"]),
        ("The court handed down life sentences to eight soldiers.", "COERCE", ["court"], ["eight soldiers"]),
        ("Control of the town was taken by the rebels.", "COERCE", ["rebels"], ["town"]),
        ("Sanctions were imposed on Minsk by Brussels.", "SANCTION", ["Brussels"], ["Minsk"]),
        ("The union issued a statement demanding new elections.", "REQUEST", ["union"], []),
        ("Student held over tweet about the king", "COERCE", [], ["Student"]),
        ("The riots against the ministry's policies went on.", "PROTEST", [], ["ministry"]),
        ("Kenya opened an inquiry into crimes committed by soldiers.", "ACCUSE", ["Kenya"], ["soldiers"]),
    ],
)
def test_arguments_that_stand_elsewhere(tools: Tools, text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    claim = next(c for c in read_document(document_from_text(text), tools) if c.event.type == kind)
    assert ([p.name for p in claim.actors], [p.name for p in claim.recipients]) == (actors, recipients)


def test_a_long_threatened_deed_that_is_done_is_done(tools: Tools) -> None:
    (claim,) = read_document(document_from_text("Chad mounted its long-threatened invasion of the island."), tools)
    assert (claim.event.type, claim.status.value) == ("ASSAULT", "occurred")


@pytest.mark.parametrize(
    "text",
    [
        "A wildfire in the hills forced 300 families from their homes.",
        "Cyclone Idara slammed into the port of Nacala.",
        "A storm that hit the coast cut off two towns.",
    ],
)
def test_what_nature_does_nobody_does(tools: Tools, text: str) -> None:
    assert fired(tools, text) == []


def test_a_warning_of_what_others_do_is_no_threat(tools: Tools) -> None:
    assert fired(tools, "Rebels may raid the village, the elders warned.") == ["assault.raid"]
    assert fired(tools, "Beijing warned that strikers would lose their pay.") == ["threaten.warn-that"]


def test_what_a_deed_was_for_is_told_with_the_deed(tools: Tools) -> None:
    (claim,) = read_document(document_from_text("Police in Lagos used tear gas in an attempt to disperse the strikers."), tools)
    assert (claim.event.type, [p.name for p in claim.recipients]) == ("COERCE", ["strikers"])


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("Canada retaliated by banning steel imports.", ["sanction.embargo"]),
        ("Canada retaliated with rockets.", ["assault.retaliate"]),
        ("The collapse of a roof killed 15 people in Split.", []),
        ("A downgrade hit the bank.", []),
        ("A rocket hit the bank.", ["assault.weapon-hit"]),
        ("Two explosions hit the port, caused by large quantities of fertiliser.", []),
        ("Explosions rocked the port, caused by a rocket.", ["assault.blast", "assault.weapon-hit"]),
        ("The rebels camped at the Waqdaria settlement.", []),
        ("The rebels signed a settlement with the king.", ["agree.agreement"]),
        ("The driver hailed from a clan in the north.", []),
    ],
)
def test_a_deed_has_a_doer_or_a_weapon_of_its_own(tools: Tools, text: str, frames: list[str]) -> None:
    assert fired(tools, text) == frames


def test_a_hail_of_bullets_is_no_weather(tools: Tools) -> None:
    assert "assault.kill" in fired(tools, "A hail of bullets killed the mayor.")
    assert fired(tools, "Hail killed two cows near Lyon.") == []
def test_who_binds_himself_holds_nobody_but_may_protest(tools: Tools) -> None:
    assert fired(tools, "Activists chained themselves to the gates of the mill.") == ["protest.sit-in"]
    assert fired(tools, "A woman handcuffed herself to a chair in the museum.") == []


def test_a_per_cent_is_nobody_whom_a_tariff_hits(tools: Tools) -> None:
    assert fired(tools, "Oslo slapped tariffs of 50 percent on Brazil.") == ["sanction.embargo"]
