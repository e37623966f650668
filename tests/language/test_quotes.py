"""Quotation runs: which words stand inside marks, over sentences, and what is no quotation."""

from __future__ import annotations

from reportedly.intake.text import document_from_text
from reportedly.read import Tools


def quoted(tools: Tools, text: str) -> list[list[str]]:
    (parse,) = tools.parser.parse([document_from_text(text)])
    runs: dict[int, list[str]] = {}
    for token in parse.tokens():
        if token.quoted:
            runs.setdefault(token.quoted, []).append(token.text)
    return list(runs.values())


def test_words_inside_marks(tools: Tools) -> None:
    (run,) = quoted(tools, "“We will fight on,” the general said.")
    assert {"We", "will", "fight", "on"} <= set(run)
    assert "general" not in run


def test_a_run_goes_on_over_sentences(tools: Tools) -> None:
    runs = quoted(tools, "“They shelled the school. They shelled the market,” a resident said.")
    assert len(runs) == 1
    assert {"school", "market"} <= set(runs[0])


def test_an_apostrophe_turned_round_does_not_swallow_what_is_quoted_after_it(tools: Tools) -> None:
    (run,) = quoted(tools, "Since the ‘90s nobody came. “The mill is empty,” the miller said.")
    assert {"mill", "empty"} <= set(run)
    assert "nobody" not in run


def test_a_doubled_mark_is_one(tools: Tools) -> None:
    (run,) = quoted(tools, '""The mill is empty,"" the miller said.')
    assert {"mill", "empty"} <= set(run)
    assert "miller" not in run


def test_an_apostrophe_opens_nothing(tools: Tools) -> None:
    assert quoted(tools, "The army's tanks shelled the rebels' camp.") == []
