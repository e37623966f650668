"""Texts as shingles, and their MinHash signatures: runs of four words within a paragraph, hashed alike on every machine."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from reportedly.compare.stems import words
from reportedly.records import Document

RUN = 4  # words
PERMUTATIONS = 96
REPORT_ROWS = 2  # of a band: two reports that share a third of their shingles meet in one of 48 bands with p > .99
PARAGRAPH_ROWS = 4  # two paragraphs that share three quarters meet with p > .99
BATCH = 2_000  # reports at once
ODD = np.uint64(0x9E3779B97F4A7C15)

type Hashes = NDArray[np.uint64]
type Signatures = tuple[Hashes, Hashes, NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Signed:
    """Texts as columns: text n is `documents[owner[n]].text[start[n]:end[n]]`, a report whole or one paragraph of it.

    `bands` are its MinHash signature, folded to one number a band; `sizes` how many shingles it has.
    """

    documents: Sequence[Document]
    owner: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    bands: Hashes
    sizes: NDArray[np.int64]

    def report(self, n: int) -> str:
        return self.documents[int(self.owner[n])].id

    def text(self, n: int) -> str:
        return self.documents[int(self.owner[n])].text[int(self.start[n]) : int(self.end[n])]

    def days(self) -> NDArray[np.int64]:
        """When each was published; 0 for unknown."""
        days = [d.published.toordinal() if d.published else 0 for d in self.documents]
        return np.array(days, dtype=np.int64)[self.owner]


@lru_cache(maxsize=500_000)
def _word(word: str) -> int:
    return zlib.crc32(word.encode())


def runs(texts: Sequence[str]) -> tuple[Hashes, NDArray[np.int64]]:
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


@lru_cache(maxsize=20_000)
def shingles(text: str) -> frozenset[int]:
    """The different shingles of a text of one or more paragraphs."""
    return frozenset(runs(text.split("\n"))[0].tolist())


def paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    """The paragraphs of a report: its lines."""
    for match in re.finditer(r"[^\n]+", document.text):
        yield match.span()


def signed(documents: Sequence[Document]) -> tuple[Signed, Signed]:
    """The reports whole, and all their paragraphs."""
    spans = [np.array(list(paragraphs(d)), dtype=np.int64).reshape(-1, 2) for d in documents]
    made = [_none(), *(_signatures(documents[n : n + BATCH], spans[n : n + BATCH]) for n in range(0, len(documents), BATCH))]
    bands, part_bands = (np.concatenate([m[k] for m in made]) for k in (0, 1))
    sizes, part_sizes = (np.concatenate([m[k] for m in made]) for k in (2, 3))
    each, zeros = np.arange(len(documents)), np.zeros(len(documents), dtype=np.int64)
    lengths = np.array([len(d.text) for d in documents], dtype=np.int64)
    every = np.concatenate([np.zeros((0, 2), dtype=np.int64), *spans])
    owner = np.repeat(each, [len(some) for some in spans]).astype(np.int64)
    return Signed(documents, each, zeros, lengths, bands, sizes), Signed(documents, owner, every[:, 0], every[:, 1], part_bands, part_sizes)


def _none() -> Signatures:
    empty = [np.zeros((0, PERMUTATIONS // rows), dtype=np.uint64) for rows in (REPORT_ROWS, PARAGRAPH_ROWS)]
    return empty[0], empty[1], np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)


def _signatures(documents: Sequence[Document], spans: Sequence[NDArray[np.int64]]) -> Signatures:
    """(bands of reports, bands of paragraphs, sizes of reports, sizes of paragraphs). A report's signature is the least of its paragraphs'."""
    hashes, offsets = runs([d.text[a:b] for d, some in zip(documents, spans, strict=True) for a, b in some.tolist()])
    rows = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets.astype(np.uint64), num_perm=PERMUTATIONS, seed=1).to_rows()
    parts = np.array(rows, dtype=np.uint64).reshape(-1, PERMUTATIONS)
    sizes = np.diff(offsets)
    of = np.repeat(np.arange(len(documents)), [len(some) for some in spans])
    whole = np.full((len(documents), PERMUTATIONS), np.iinfo(np.uint32).max, dtype=np.uint64)
    sums = np.zeros(len(documents), dtype=np.int64)
    np.minimum.at(whole, of, parts)
    np.add.at(sums, of, sizes)
    return _folded(whole, REPORT_ROWS), _folded(parts, PARAGRAPH_ROWS), sums, sizes


def _folded(signatures: Hashes, rows: int) -> Hashes:
    out = np.zeros((len(signatures), PERMUTATIONS // rows), dtype=np.uint64)
    for row in range(rows):
        out = out * ODD + signatures[:, row::rows]
    return out
