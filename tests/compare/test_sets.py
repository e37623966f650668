"""Small sets of reports, read and compared end to end: what must come out stands beside each in `sets/*.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.compare import compare
from reportedly.comparison import Comparison
from reportedly.document import Document, Json, content_id
from reportedly.read import Tools, read_documents

SETS = [row for file in sorted(Path(__file__).with_name("sets").glob("*.yaml")) for row in yaml.safe_load(file.read_text(encoding="utf-8"))]


@dataclass(frozen=True)
class Compared:
    claims: list[Json]
    comparison: Comparison
    names: dict[str, str]  # report id → its short name

    def named(self, words: str) -> Iterator[str]:
        """The claims of "a: some words": of report a, with the words in their evidence."""
        report, part = words.split(": ", 1)
        for claim in self.claims:
            if self.names[claim["document"]["id"]] == report and part in claim["evidence"]["text"]:
                yield claim["id"]

    def incidents(self, words: str) -> set[str]:
        found = {self.comparison.incident_of()[c] for c in self.named(words)}
        assert found, f"no claim with the words {words!r}; there are {[c['evidence']['text'] for c in self.claims]}"
        return found

    def relations(self) -> set[tuple[str, str, str]]:
        return {(r.kind.value, r.from_, r.to) for r in self.comparison.relations}


def compared(row: dict[str, Any], tools: Tools) -> Compared:
    names, documents = {}, []
    for name, about in row["reports"].items():
        published: date = about["published"]
        document = Document(content_id("report", about["text"], name), about["text"], outlet=about["outlet"], published=published)
        names[document.id] = name
        documents.append(document)
    claims = [record for reading in read_documents(documents, tools) for record in reading.to_dicts()]
    return Compared(claims, compare(claims, documents), names)


@pytest.mark.parametrize("row", SETS, ids=[row["name"] for row in SETS])
def test_a_small_set_comes_out_as_told(row: dict[str, Any], tools: Tools) -> None:
    made = compared(row, tools)
    for group in row.get("together", ()):
        assert set.intersection(*map(made.incidents, group)), f"one incident: {group}"
    for one, other in row.get("apart", ()):
        assert not made.incidents(one) & made.incidents(other), f"two incidents: {one} / {other}"
    for kind, one, other in row.get("relations", ()):
        assert any((kind, a, b) in made.relations() for a in made.named(one) for b in made.named(other)), f"{one} {kind} {other}"
    for kind, one, other in row.get("unrelated", ()):
        assert not any((kind, a, b) in made.relations() for a in made.named(one) for b in made.named(other)), f"not: {one} {kind} {other}"
    assert not {kind for kind, _, _ in made.relations()} & set(row.get("no_relations", ())), "relations that nobody tells of"
    records = {i.id: i.record for i in made.comparison.incidents}
    for words, origins in row.get("origins", {}).items():
        assert any({o["name"] for o in records[i]["origins"]} == set(origins) for i in made.incidents(words)), f"origins of {words}: {[records[i]['origins'] for i in made.incidents(words)]}"
    for words, figures in row.get("figures", {}).items():
        assert any({(f["low"], f["high"]) for f in records[i]["figures"]} >= {tuple(f) for f in figures} for i in made.incidents(words)), f"figures of {words}"
    for words, grade in row.get("grades", {}).items():
        assert grade in {records[i]["grade"] for i in made.incidents(words)}, f"grade of {words}: {[records[i]['grade'] for i in made.incidents(words)]}"
    wanted = {frozenset(group) for group in row.get("copies", ())}
    assert {frozenset(made.names[r] for r in chain.reports) for chain in made.comparison.copies} == wanted, "copies"
