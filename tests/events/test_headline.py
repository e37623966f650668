"""Headlines: their topic and source are read apart, and what the report tells again is one claim."""

from __future__ import annotations

import pytest

from reportedly.intake.layout import headline_parts, paragraphs
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


def claims(tools: Tools, text: str):  # type: ignore[no-untyped-def]
    return read_document(document_from_text(text), tools).claims


def test_the_headline_is_more_evidence_of_what_the_body_tells(tools: Tools) -> None:
    (claim,) = claims(tools, "Rebels shell port of Aden\n\nRebels shelled the port of Aden on Monday, the army said.")
    assert claim.evidence.text.startswith("Rebels shelled")
    assert [w.text for w in claim.more_evidence] == ["Rebels shell port of Aden"]


def test_another_side_in_the_headline_is_another_claim(tools: Tools) -> None:
    told = claims(tools, "France bombed port of Aden\n\nRebels shelled the port of Aden on Monday.")
    assert len(told) == 2
    assert all(c.more_evidence == () for c in told)


@pytest.mark.parametrize(
    ("line", "voice"),
    [
        ("Dozens killed in raid on market - state TV", "state TV"),
        ("Attack on border town repelled — governor", "governor"),
        ("Gunman stabbed deli worker over stale bagel: cops", "cops"),
        ("Police: gunmen kill six in market raid", "Police"),
    ],
)
def test_who_signs_a_headline_is_its_voice(tools: Tools, line: str, voice: str) -> None:
    text = f"{line}\n\nIt was raining in the town on Monday and the schools were shut."
    assert [v.name for v in claims(tools, text)[0].attribution] == [voice]


@pytest.mark.parametrize("line", ["Mali: Junta denies attack near Gao", "Syria war: Dozens killed in raid on Idlib market"])
def test_a_topic_is_no_voice_and_no_part_of_the_sentence(tools: Tools, line: str) -> None:
    text = f"{line}\n\nIt was raining in the town on Monday and the schools were shut."
    assert not {"Mali", "Syria", "war", "Syria war"} & {v.name for c in claims(tools, text) for v in c.attribution}


def test_parts_cover_the_line_and_keep_its_offsets() -> None:
    text = "Mali: Army halts strikes for 48 hours - state TV\n\nThe body follows here, and it ends."
    parts = headline_parts(text, paragraphs(text)[0])
    assert [(p.part, text[p.span.start : p.span.end]) for p in parts] == [("topic", "Mali"), ("", "Army halts strikes for 48 hours"), ("source", "state TV")]


def test_a_heading_inside_a_report_is_no_headline_of_what_stands_above(tools: Tools) -> None:
    told = claims(tools, "Rebels shelled the port of Aden on Monday.\n\nMarib in next phase\n\nThe army shelled Marib on Tuesday, residents said.")
    assert [c.event.type for c in told] == ["ASSAULT", "ASSAULT"]


def test_a_stray_line_break_cuts_no_sentence_and_no_name(tools: Tools) -> None:
    text = "Talks went on in Doha.\nOn Monday, Musa said, the Saudi-led \ncoalition\n bombed the port of Hodeidah twice.\nIt rained later."
    assert [text[p.span.start : p.span.end].split()[0] for p in paragraphs(text)] == ["Talks", "On", "It"]
    (raid,) = (c for c in claims(tools, text) if c.event.type == "ASSAULT")
    assert [p.name for p in raid.actors] == ["Saudi-led coalition"]
    assert text[raid.actors[0].words.start : raid.actors[0].words.end] == "Saudi-led \ncoalition"


def test_lines_that_begin_small_after_a_full_stop_stay_apart() -> None:
    assert len(paragraphs("The market burned.\nan eyewitness wept.\nThe army came.")) == 3
