"""Attributions against PolNeAR: exact spans of sources, cues and contents in sentences of political news.

Source: Newell, Margolin and Ruths, LREC 2018 (networkdynamics/PolNeAR), in CofeNet's form: one sentence a line, tokens with
BIO labels. F1 of exact spans, as CofeNet (Wang et al., COLING 2022) counts them. The sentences of a report are put together
again and read as one text: its quotations run over them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path

from reportedly.attribute.attributions import attributions
from reportedly.document import Json
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.intake.text import document_from_text
from reportedly.language.parse import Parse
from reportedly.read import Tools
from reportedly.spans import Span

KINDS = ("source", "cue", "content")
PUBLISHED = {
    "source": "CRF .51, BERT .81, CofeNet .83 (test part)",
    "cue": "CRF .53, BERT .74, CofeNet .75 (test part)",
    "content": "CRF .29, BERT .69, CofeNet .73 (test part)",
}
BRACKETS = {"-LRB-": "(", "-RRB-": ")"}
CLOSING, OPENING = frozenset(".,;:?!)%”’"), frozenset("“‘($")
ENDINGS = frozenset({"n't", "'", "'s", "'re", "'ve", "'ll", "'d", "'m"})

type Spans = set[tuple[int, int]]  # half-open, of tokens of one sentence


def measure(folder: Path, tools: Tools) -> Iterator[Figure]:
    """Exact-span F1 of each kind over all sentences."""
    hits, said, wanted = (dict.fromkeys(KINDS, 0) for _ in range(3))
    for row, found in _rows(folder, tools):
        for kind in KINDS:
            gold = _by_hand(row["labels"], kind)
            hits[kind] += len(gold & found[kind])
            said[kind] += len(found[kind])
            wanted[kind] += len(gold)
    for kind in KINDS:
        yield Figure(kind, 2 * hits[kind] / max(1, said[kind] + wanted[kind]), PUBLISHED[kind])


def show(folder: Path, tools: Tools) -> Iterator[str]:
    """Each sentence with a span that differs."""
    for row, found in _rows(folder, tools):
        gold = {kind: _by_hand(row["labels"], kind) for kind in KINDS}
        if gold != found:
            yield " ".join(row["tokens"])
            for kind in KINDS:
                for name, spans in (("missed", gold[kind] - found[kind]), ("not by hand", found[kind] - gold[kind])):
                    yield from (f"    {kind} {name}: {' '.join(row['tokens'][a:b])}" for a, b in sorted(spans))


def _rows(folder: Path, tools: Tools) -> Iterator[tuple[Json, dict[str, Spans]]]:
    """Each sentence as coded and as read. Those of one report are read together, for quotations run on."""
    rows = [json.loads(line) for line in (folder / "valid.jsonl").read_text(encoding="utf-8").splitlines() if line]
    reports = [list(group) for _, group in groupby(rows, key=lambda row: row.get("id"))]
    written = [_written([row["tokens"] for row in report]) for report in reports]
    parses = tools.parser.parse([document_from_text(text) for text, _ in written])
    for report, (_, edges), parse in zip(reports, written, parses, strict=True):
        yield from zip(report, _found(parse, edges), strict=True)


def _written(sentences: list[list[str]]) -> tuple[str, list[list[Span]]]:
    """The text that the tokens were cut from, as far as they tell, and where each token stands, sentence by sentence."""
    printed = _printed(word for tokens in sentences for word in tokens)
    text, glued = "", True
    edges: list[list[Span]] = []
    for tokens in sentences:
        edges.append([])
        for word in islice(printed, len(tokens)):
            text += "" if glued or word[0] in CLOSING or word in ENDINGS else " "
            edges[-1].append(Span(len(text), len(text) + len(word)))
            text += word
            glued = word in OPENING
    return text, edges


def _printed(words: Iterable[str]) -> Iterator[str]:
    """The tokens of a report as they are printed, quotation marks facing the right way.

    Some reports have the closing mark for both, and some opening marks end the sentence before: only what is open tells.
    """
    double = single = False
    for word in words:
        if word in ("``", "''", '"'):
            double = word == "``" or not double
            yield "“" if double else "”"
        elif word == "`" or (single and word == "'"):
            single = word == "`"
            yield "‘" if single else "’"
        elif word == "'''":
            double = single = False
            yield "’”"
        else:
            yield BRACKETS.get(word, word)


def _found(parse: Parse, edges: list[list[Span]]) -> Iterator[dict[str, Spans]]:
    """What was read, sentence by sentence as the coders had them: a quotation that runs on is cut there."""
    found = _labelled(parse)
    for tokens in edges:
        yield {kind: {cut for span in spans if (cut := _words(span, tokens)) is not None} for kind, spans in found.items()}


def _words(span: Span, tokens: list[Span]) -> tuple[int, int] | None:
    inside = [n for n, token in enumerate(tokens) if token.overlaps(span)]
    return (inside[0], inside[-1] + 1) if inside else None


def _labelled(parse: Parse) -> dict[str, set[Span]]:
    """The spans of each kind. One label a token: what stands inside a content is not labelled."""
    found = list(attributions(parse))
    told = [c for each in found for c in each.content]
    out: dict[str, set[Span]] = {kind: set() for kind in KINDS}
    for each in found:
        if each.cue and any(c.holds(each.cue) for c in told):
            continue
        out["content"] |= set(each.content)
        out["cue"] |= {each.cue} if each.cue else set()
        out["source"] |= {each.source} if each.source else set()
    return out


def _by_hand(labels: list[str], kind: str) -> Spans:
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
