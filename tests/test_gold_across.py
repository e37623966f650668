"""The project's own sets of reports coded across reports: written and coded by hand for it, never by comparing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

SETS = sorted(Path(__file__).parent.glob("gold-across*/*/set.gold.json"))
KINDS = {"denies", "disputes", "differs-in-figure", "confirms"}


def _spans(gold: dict) -> Iterator[tuple[str, list[int]]]:
    for incident in gold["incidents"]:
        yield from ((m["report"], m["span"]) for m in incident["mentions"])
    yield from ((f["report"], f["span"]) for f in gold["figures"])
    for relation in gold["relations"]:
        yield from ((end["report"], end["span"]) for end in (relation["from"], relation["to"]))


def test_there_are_sets_to_work_on_and_one_that_is_held() -> None:
    assert {p.parts[-3] for p in SETS} == {"gold-across", "gold-across-held"}
    assert all(len(json.loads(p.read_text(encoding="utf-8"))["reports"]) == 8 for p in SETS)


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.parent.name)
def test_every_span_is_of_whole_words_of_a_report(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    texts = {r["file"].removesuffix(".txt"): path.with_name(r["file"]).read_text(encoding="utf-8") for r in gold["reports"]}
    for report, (start, end) in _spans(gold):
        text = texts[report.removesuffix(".txt")]
        words = text[start:end]
        assert words == words.strip() != ""
        assert not (text[start - 1 : start].isalnum() and text[start].isalnum())
        assert not (text[end : end + 1].isalnum() and text[end - 1].isalnum())


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.parent.name)
def test_what_names_an_incident_names_one_that_is_there(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    known = {i["id"] for i in gold["incidents"]}
    assert len(known) == len(gold["incidents"])
    assert {f["incident"] for f in gold["figures"]} | set(gold["origins"]) | {i["part_of"] for i in gold["incidents"] if i.get("part_of")} <= known
    assert {r["kind"] for r in gold["relations"]} <= KINDS
    assert all(f["low"] is None or f["high"] is None or f["low"] <= f["high"] for f in gold["figures"])
