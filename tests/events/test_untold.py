"""Clauses with an event's words that tell of none, each beside one that does; and one act in two words, told once. Cases in `tests/data/untold.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document, read_documents

LISTS = yaml.safe_load((Path(__file__).parents[1] / "data" / "untold.yaml").read_text(encoding="utf-8"))
SILENT = [(row["silent"], []) for row in LISTS["pairs"]] + [(text, []) for text in LISTS["silent"]]
SPOKEN = [(row["spoken"], row["told"]) for row in LISTS["pairs"]]
TIMES = [(row["text"], row["type"], n) for n, name in ((1, "once"), (2, "twice")) for row in LISTS[name]]


STATUSES = [(row["text"], row["type"], row["status"]) for row in LISTS["statuses"]]


@pytest.fixture(scope="module")
def types(tools: Tools) -> dict[str, list[str]]:
    """The types that each case tells, read in one batch."""
    texts = [case[0] for case in (*SILENT, *SPOKEN, *TIMES)]
    readings = read_documents([document_from_text(text) for text in texts], tools)
    return {text: sorted(c.event.type for c in reading.claims) for text, reading in zip(texts, readings, strict=True)}


@pytest.mark.parametrize(("text", "told"), SILENT + SPOKEN, ids=[case[0][:60] for case in SILENT + SPOKEN])
def test_only_what_is_told(types: dict[str, list[str]], text: str, told: list[str]) -> None:
    assert types[text] == sorted(told)


@pytest.mark.parametrize(("text", "kind", "times"), TIMES, ids=[case[0][:60] for case in TIMES])
def test_one_act_is_told_once(types: dict[str, list[str]], text: str, kind: str, times: int) -> None:
    assert types[text].count(kind) == times




@pytest.mark.parametrize(("text", "kind", "status"), STATUSES, ids=[case[0][:60] for case in STATUSES])
def test_what_came_of_it(tools: Tools, text: str, kind: str, status: list[str]) -> None:
    assert [c.status.value for c in read_document(document_from_text(text), tools).claims if c.event.type == kind] == status


@pytest.mark.parametrize(("text", "types"), [("The two armies exchanged the bodies of soldiers.", {"CONCEDE"}), ("Soldiers found the bodies of 70 civilians in the village.", {"ASSAULT"})])
def test_bodies_that_are_given_back_tell_of_no_killing(tools: Tools, text: str, types: set[str]) -> None:
    (reading,) = read_documents([document_from_text(text)], tools)
    assert {c.event.type for c in reading.claims} == types
