"""The project's own gold: reports written and coded here, coded by one person and checked by another, never by the reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.read import Tools, read_document

GOLD = sorted(Path(__file__).parent.glob("gold/*.gold.json"))
FURTHER = sorted([*Path(__file__).parent.glob("gold-second/*.gold.json"), *Path(__file__).parent.glob("gold-third/*.gold.json"), *Path(__file__).parent.glob("gold-fourth/*.gold.json")])
EMPTY = ["noevent-football", "noevent-harvest", "noevent-weather"]


@pytest.mark.parametrize("path", [*GOLD, *FURTHER], ids=lambda p: p.name.removesuffix(".gold.json"))
def test_every_statement_stands_in_its_report(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(gold["report"]).read_text(encoding="utf-8")
    assert [s["id"] for s in gold["statements"] if text[slice(*s["span"])] != s["evidence"]] == []


def test_most_required_events_are_claimed(tools: Tools) -> None:
    wanted = found = 0
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_name(gold["report"]).read_text(encoding="utf-8")
        claims = read_document(document_from_text(text, given=Given(parse_date(gold["published"]))), tools).claims
        for statement in (s for s in gold["statements"] if not s.get("optional")):
            start, end = statement["span"]
            wanted += 1
            found += any(c.event.type in statement["event"] and c.evidence.start < end and start < c.evidence.end for c in claims)
    assert found / wanted >= 0.55


def test_the_reports_without_events_are_coded_as_empty() -> None:
    by_name = {p.name.removesuffix(".gold.json"): json.loads(p.read_text(encoding="utf-8"))["statements"] for p in GOLD}
    assert [name for name, statements in by_name.items() if not statements] == EMPTY
