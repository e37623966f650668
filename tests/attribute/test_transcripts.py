"""Interviews and press conferences as they were held: who says what follows a label; sentences of our own."""

from __future__ import annotations

from reportedly.attribute.speakers import speeches
from reportedly.intake.layout import paragraphs
from reportedly.intake.text import document_from_text
from reportedly.intake.transcript import with_speakers
from reportedly.read import Tools, read_document

HELD = """QUESTION: Did the army shell the town on Monday?

GENERAL ABADI (via interpreter): We shelled a depot. Two rebels were killed.

They had attacked a convoy.

QUESTION: You said so before. Have the rebels left?

MR. HALLE: Rebels burned a mill."""


def told(tools: Tools, text: str) -> list[tuple[str, list[str], list[str]]]:
    claims = read_document(document_from_text(text), tools).claims
    return [(c.event.trigger.text, [v.name for v in c.attribution], [a.name for a in c.actors]) for c in claims]


def test_who_a_label_names_says_all_up_to_the_next_and_speaks_as_we(tools: Tools) -> None:
    got = told(tools, HELD)
    assert ("shelled", ["Abadi"], ["Abadi"]) in got
    assert [voices for trigger, voices, _ in got if trigger in ("killed", "attacked", "burned")] == [["Abadi"], ["Abadi"], ["Halle"]]


def test_a_question_that_is_put_claims_nothing(tools: Tools) -> None:
    assert not any(trigger in ("shell", "left") for trigger, _, _ in told(tools, HELD))
    (parse,) = tools.parser.parse([document_from_text(HELD)])
    assert len(speeches(parse).asked) == 2


def test_a_report_without_a_question_has_no_labels() -> None:
    for text in ("Shiraz: Nurses rallied on Monday.\n\nTabriz: Police beat two students.", "The mayor said:\n\nRebels burned a mill."):
        layout = paragraphs(text)
        assert with_speakers(text, layout) == layout


def test_labels_keep_every_offset() -> None:
    parts = with_speakers(HELD, paragraphs(HELD))
    assert [HELD[p.start : p.span.end] for p in parts if p.part] == ["QUESTION", "GENERAL ABADI", "QUESTION", "MR. HALLE"]
    assert HELD[parts[3].start : parts[3].span.end] == "We shelled a depot. Two rebels were killed."


def test_a_reporter_whom_the_host_calls_on_is_no_voice(tools: Tools) -> None:
    text = """HOST: Rebels freed six miners today. Ann Holm has the story from Bor.

ANN HOLM: Gunmen had seized them in May.

LUIS PRADO (miner): They beat us every night."""
    assert [voices for trigger, voices, _ in told(tools, text) if trigger in ("seized", "beat")] == [[], ["Luis Prado"]]
