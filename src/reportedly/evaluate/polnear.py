"""Attributions against PolNeAR: exact spans of sources, cues and contents in sentences of political news.

Source: Newell, Margolin and Ruths, LREC 2018 (networkdynamics/PolNeAR), in CofeNet's form: one sentence a line, tokens with
BIO labels. F1 of exact spans, as CofeNet (Wang et al., COLING 2022) counts them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from reportedly.attribute.attributions import attributions
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.intake.text import document_from_text
from reportedly.language.parse import Parse
from reportedly.read import Tools
from reportedly.records import Json
from reportedly.spans import Span

KINDS = ("source", "cue", "content")
PUBLISHED = {
    "source": "CRF .51, BERT .81, CofeNet .83 (test part)",
    "cue": "CRF .53, BERT .74, CofeNet .75 (test part)",
    "content": "CRF .29, BERT .69, CofeNet .73 (test part)",
}
WRITTEN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "`": "‘"}


def measure(folder: Path, tools: Tools) -> Iterator[Figure]:
    """Exact-span F1 of each kind over all sentences."""
    hits, said, wanted = (dict.fromkeys(KINDS, 0) for _ in range(3))
    for row, _, found in _rows(folder, tools):
        for kind in KINDS:
            gold = _by_hand(row["labels"], kind)
            hits[kind] += len(gold & found[kind])
            said[kind] += len(found[kind])
            wanted[kind] += len(gold)
    for kind in KINDS:
        yield Figure(kind, 2 * hits[kind] / max(1, said[kind] + wanted[kind]), PUBLISHED[kind])


def show(folder: Path, tools: Tools) -> Iterator[str]:
    """Each sentence with a span that differs."""
    for row, text, found in _rows(folder, tools):
        gold = {kind: _by_hand(row["labels"], kind) for kind in KINDS}
        if gold != found:
            yield text
            for kind in KINDS:
                for name, spans in (("missed", gold[kind] - found[kind]), ("not by hand", found[kind] - gold[kind])):
                    yield from (f"    {kind} {name}: {' '.join(row['tokens'][a:b])}" for a, b in sorted(spans))


def _rows(folder: Path, tools: Tools) -> Iterator[tuple[Json, str, dict[str, set[tuple[int, int]]]]]:
    rows = [json.loads(line) for line in (folder / "valid.jsonl").read_text(encoding="utf-8").splitlines() if line]
    texts = [" ".join(WRITTEN.get(t, t) for t in row["tokens"]) for row in rows]
    for row, text, parse in zip(rows, texts, tools.parser.parse([document_from_text(t) for t in texts]), strict=True):
        yield row, text, _found(parse, row["tokens"])


def _found(parse: Parse, tokens: list[str]) -> dict[str, set[tuple[int, int]]]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(WRITTEN.get(token, token)) + 1)
    edges = list(pairwise(starts))

    def words(span: Span) -> tuple[int, int]:
        inside = [n for n, (a, b) in enumerate(edges) if a < span.end and b - 1 > span.start]
        return inside[0], inside[-1] + 1

    out: dict[str, set[tuple[int, int]]] = {kind: set() for kind in KINDS}
    found = list(attributions(parse))
    told = [c for each in found if each.cue for c in each.content]
    for each in found:
        if each.cue and any(c.holds(each.cue) for c in told):
            continue  # one label a token: what stands inside a content is not labelled
        out["content"] |= {words(c) for c in each.content}
        out["cue"] |= {words(each.cue)} if each.cue else set()
        out["source"] |= {words(each.source)} if each.source else set()
    return out


def _by_hand(labels: list[str], kind: str) -> set[tuple[int, int]]:
    """The half-open spans of a BIO sequence."""
    spans, start = set(), -1
    for n, label in enumerate([*labels, "O"]):
        if start >= 0 and label != f"I-{kind}":
            spans.add((start, n))
            start = -1
        if label == f"B-{kind}":
            start = n
    return spans


CORPUS = Corpus("polnear", "corpora/polnear", measure, show)
