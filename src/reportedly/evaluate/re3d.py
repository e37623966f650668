"""Things against re3d: phrases for people, bodies, places, weapons, platforms, quantities and times in reports on Syria and Iraq.

Source: dstl/re3d (licences by folder). A phrase counts when its span and class are exactly the coded ones. Entities that the
coders' own confidence puts below one half are left out on their side.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportedly.document import Json
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.find.things import things
from reportedly.intake.text import document_from_text
from reportedly.read import Tools

CLASSES = ("Person", "Organisation", "Location", "Weapon", "MilitaryPlatform", "Quantity", "Temporal")
SURE = 0.5

type Marked = tuple[int, int, str]


def measure(folder: Path, tools: Tools) -> Iterator[Figure]:
    """F1 over all classes (micro) and the mean of the classes' F1 (macro)."""
    hits, said, wanted = Counter[str](), Counter[str](), Counter[str]()
    for _, gold, found in _documents(folder, tools):
        hits.update(kind for *_, kind in gold & found)
        said.update(kind for *_, kind in found)
        wanted.update(kind for *_, kind in gold)
    each = {kind: 2 * hits[kind] / max(1, said[kind] + wanted[kind]) for kind in CLASSES}
    yield Figure("f1", 2 * hits.total() / max(1, said.total() + wanted.total()), "BERT .62-.63, ConfliBERT .66 (trained)")
    yield Figure("macro_f1", sum(each.values()) / len(CLASSES))
    yield from (Figure(kind, value) for kind, value in each.items())


def show(folder: Path, tools: Tools) -> Iterator[str]:
    """Each phrase missed or not coded by hand."""
    for text, gold, found in _documents(folder, tools):
        yield f"== {text[:60]!r}"
        for name, marks in (("missed", gold - found), ("not by hand", found - gold)):
            yield from (f"  {name}: {kind}: {text[a:b]!r} in …{text[max(0, a - 30) : b + 30]!r}" for a, b, kind in sorted(marks))


def _documents(folder: Path, tools: Tools) -> Iterator[tuple[str, set[Marked], set[Marked]]]:
    rows = [row for file in sorted(folder.glob("*/documents.json")) for row in _lines(file)]
    gold: dict[str, set[Marked]] = {row["_id"]: set() for row in rows}
    for row in (row for file in sorted(folder.glob("*/entities.json")) for row in _lines(file)):
        if row["confidence"] >= SURE and row["type"] in CLASSES:
            gold[row["documentId"]].add((row["begin"], row["end"], row["type"]))
    for row, parse in zip(rows, tools.parser.parse([document_from_text(r["text"]) for r in rows]), strict=True):
        found = {(t.span.start, t.span.end, t.kind) for t in things(parse, tools.knowledge) if t.kind in CLASSES}
        yield row["text"], gold[row["_id"]], found


def _lines(file: Path) -> list[Json]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


CORPUS = Corpus("re3d", "corpora/re3d", measure, show)
