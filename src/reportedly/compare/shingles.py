"""Texts as shingles, and their MinHash signatures: runs of four words within a paragraph, hashed alike on every machine."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from reportedly.compare.stems import words
from reportedly.document import Document

RUN = 4  # words
PERMUTATIONS = 96
REPORT_ROWS = 2  # of a band: two reports that share a third of their shingles meet in one of 48 bands with p > .99
PARAGRAPH_ROWS = 4  # two paragraphs that share three quarters meet with p > .99
BATCH = 2_000  # reports at once
LAST_DAY = date.max.toordinal()
ODD = np.uint64(0x9E3779B97F4A7C15)

type Hashes = NDArray[np.uint64]
type Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Signed:
    """Texts as columns: text n is `documents[owner[n]].text[start[n]:end[n]]`, a report whole or one paragraph of it.

    `bands` are its MinHash signature, folded to one number a band; `runs[first[n]:last[n]]` are its shingles.
    """

    documents: Sequence[Document]
    owner: Ints
    start: Ints
    end: Ints
    bands: NDArray[np.uint32]
    runs: Hashes
    first: Ints
    last: Ints

    def report(self, n: int) -> str:
        return self.documents[int(self.owner[n])].id

    def sizes(self) -> Ints:
        """How many shingles each has."""
        return self.last - self.first

    def shingles(self, n: int) -> frozenset[int]:
        """The different ones."""
        return frozenset(self.runs[self.first[n] : self.last[n]].tolist())

    def days(self) -> Ints:
        """When each was published; `LAST_DAY` for unknown."""
        days = [d.published.toordinal() if d.published else LAST_DAY for d in self.documents]
        return np.array(days, dtype=np.int64)[self.owner]


@lru_cache(maxsize=500_000)
def _word(word: str) -> int:
    return zlib.crc32(word.encode())


def runs(texts: Sequence[str]) -> tuple[Hashes, Ints]:
    """The shingles of all texts one after the other, and where each text's begin: n + 1 offsets."""
    counts: list[int] = []
    hashes: list[int] = []
    for text in texts:
        before = len(hashes)
        hashes += map(_word, words(text))
        counts.append(len(hashes) - before)
    each = np.array(hashes, dtype=np.uint64)
    of = np.repeat(np.arange(len(texts)), counts)
    whole = of[: len(of) - RUN + 1] == of[RUN - 1 :] if len(of) >= RUN else np.zeros(0, dtype=bool)
    run = np.zeros(len(whole), dtype=np.uint64)
    for n in range(RUN):
        run = run * ODD + each[n : n + len(whole)]
    offsets = np.searchsorted(of[: len(whole)][whole], np.arange(len(texts) + 1))
    return run[whole], offsets.astype(np.int64)


def paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    """The paragraphs of a report: its lines."""
    for match in re.finditer(r"[^\n]+", document.text):
        yield match.span()


def signed(documents: Sequence[Document]) -> tuple[Signed, Signed]:
    """The reports whole, and all their paragraphs."""
    spans = [np.array(list(paragraphs(d)), dtype=np.int64).reshape(-1, 2) for d in documents]
    made = [_signatures(documents[n : n + BATCH], spans[n : n + BATCH]) for n in range(0, len(documents), BATCH)]
    bands, part_bands, found, sizes = (np.concatenate(column) for column in zip(_none(), *made, strict=True))
    del made
    edges, counts = np.r_[0, np.cumsum(sizes)], np.array([len(some) for some in spans], dtype=np.int64)
    each, zeros = np.arange(len(documents)), np.zeros(len(documents), dtype=np.int64)
    lengths, part = np.array([len(d.text) for d in documents], dtype=np.int64), np.r_[0, np.cumsum(counts)]
    every = np.concatenate([np.zeros((0, 2), dtype=np.int64), *spans])
    whole = Signed(documents, each, zeros, lengths, bands, found, edges[part[:-1]], edges[part[1:]])
    return whole, Signed(documents, np.repeat(each, counts), every[:, 0], every[:, 1], part_bands, found, edges[:-1], edges[1:])


def _none() -> tuple[NDArray[np.uint32], NDArray[np.uint32], Hashes, Ints]:
    empty = [np.zeros((0, PERMUTATIONS // rows), dtype=np.uint32) for rows in (REPORT_ROWS, PARAGRAPH_ROWS)]
    return empty[0], empty[1], np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)


def _signatures(documents: Sequence[Document], spans: Sequence[Ints]) -> tuple[NDArray[np.uint32], NDArray[np.uint32], Hashes, Ints]:
    """(bands of reports, bands of paragraphs, shingles, how many each paragraph has). A report's signature is the least of its paragraphs'."""
    hashes, offsets = runs([d.text[a:b] for d, some in zip(documents, spans, strict=True) for a, b in some.tolist()])
    rows = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets.astype(np.uint64), num_perm=PERMUTATIONS, seed=1).to_rows()
    parts = np.array(rows, dtype=np.uint64).reshape(-1, PERMUTATIONS)
    of = np.repeat(np.arange(len(documents)), [len(some) for some in spans])
    whole = np.full((len(documents), PERMUTATIONS), np.iinfo(np.uint32).max, dtype=np.uint64)
    np.minimum.at(whole, of, parts)
    return _folded(whole, REPORT_ROWS), _folded(parts, PARAGRAPH_ROWS), hashes, np.diff(offsets)


def _folded(signatures: Hashes, rows: int) -> NDArray[np.uint32]:
    """One number a band, half as long: bands that are alike by chance cost a look at two texts."""
    out = np.zeros((len(signatures), PERMUTATIONS // rows), dtype=np.uint64)
    for row in range(rows):
        out = out * ODD + signatures[:, row::rows]
    return (out * ODD >> np.uint64(32)).astype(np.uint32)
