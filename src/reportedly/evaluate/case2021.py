"""Event types against CASE 2021 (shared task 2): snippets coded with ACLED's sub-event types and five of the task's own.

Source: Haneczok et al. 2021; types from Piskorski et al. 2020. A snippet has one type. The task's own types go by its
definitions: *attribution* is a snippet that first claims or denies responsibility, *diplomacy* tells sanctions or a speech act,
*organised crime* arrests over its trades. Their words are in `case2021.yaml`. Else the type is ACLED's code for the claims together, or of the first that has one; a
snippet without one is a disaster when it holds a word that the codebook has for accidents and forces of nature, else OTHER.
The figure is F1 weighted by the types' counts, as the task scores it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportedly.codebooks.crosswalk import acled
from reportedly.codebooks.data import read_yaml
from reportedly.codebooks.frames import Codebook
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_documents
from reportedly.records import Claim, Reading

FILE = "task2-dev.tsv"
FIRST = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")  # the end of the first sentence


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """`case2021.yaml`: the task's own types with their words, and its codes."""
    return dict(read_yaml(Path(__file__).with_suffix(".yaml")))


def measure(folder: Path, tools: Tools) -> Iterator[Figure]:
    """F1 weighted by count over the types."""
    hits, said, wanted = Counter[str](), Counter[str](), Counter[str]()
    for code, ours, _ in _rows(folder, tools):
        hits[code] += code == ours
        said[ours] += 1
        wanted[code] += 1
    weighted = sum(wanted[c] * 2 * hits[c] / (said[c] + wanted[c]) for c in wanted)
    yield Figure("weighted_f1", weighted / max(1, wanted.total()), "best supervised .84 (ACLED types)")


def show(folder: Path, tools: Tools) -> Iterator[str]:
    """Each snippet whose type is another."""
    for code, ours, reading in _rows(folder, tools):
        if code != ours:
            claims = "; ".join(f"{c.event.type}/{c.event.mode} {c.event.trigger.text!r}" for c in reading)
            yield f"  {code} read as {ours}: {' '.join(reading.document.text.split())[:300]}\n    {claims or 'no claim'}"


def _rows(folder: Path, tools: Tools) -> Iterator[tuple[str, str, Reading]]:
    rows = [line.split("\t") for line in (folder / FILE).read_text(encoding="utf-8").splitlines() if line.strip()]
    for row, reading in zip(rows, read_documents([document_from_text(r[1]) for r in rows], tools), strict=True):
        yield row[2], _code(reading, tools.codebook), reading


def _code(reading: Reading, codebook: Codebook) -> str:
    text, causes, own = reading.document.text, codebook.not_caused_by["ASSAULT"], words()["own_types"]
    if _starting(*own["ATTRIB"]["phrases"]).search(FIRST.split(text)[0]):
        return "ATTRIB"
    if any(c.event.type == "SANCTION" for c in reading):
        return "DIPLO"
    found = next((code for claims in _by_evidence(reading) if (code := acled(claims)) is not None), None)
    if (found is None or found[1] == "Arrests") and _starting(*own["ORG_CRIME"]["phrases"]).search(text):
        return "ORG_CRIME"
    if found is not None:
        return str(words()["codes"].get(found[1], "OTHER"))
    if _told(causes["nature"]).search(text):
        return "NATURAL_DISASTER"
    if _told(causes["accident"].union(own["MAN_MADE_DISASTER"]["words"])).search(text):
        return "MAN_MADE_DISASTER"
    return "DIPLO" if any(c.event.type in words()["diplomacy"] for c in reading) else "OTHER"


@lru_cache(maxsize=2)
def _starting(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})", re.IGNORECASE)


def _told(nouns: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(nouns))})(?:s|es|ed|ing)?\b", re.IGNORECASE)


def _by_evidence(reading: Reading) -> Iterator[tuple[Claim, ...]]:
    """All claims together first, since the snippet tells one incident; then one by one."""
    yield reading.claims
    yield from ((claim,) for claim in reading.claims)


CORPUS = Corpus("case2021", "corpora/case2021", measure, show)
