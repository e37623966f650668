"""Pairs within blocks of a sorted table, some at a time: a block of a thousand makes half a million."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from reportedly.compare.columns import Ints

CHUNK = 2_000_000  # pairs at once


def paired(before: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Places (earlier, later) of a table: each row with the `before[row]` rows right before it."""
    for part in _parts(before):
        counts = before[part]
        later = np.repeat(np.arange(part.start, part.stop), counts)
        earlier = later - np.repeat(counts, counts) + np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        yield earlier, later


def _parts(before: Ints) -> Iterator[slice]:
    """Runs of rows that make about `CHUNK` pairs together."""
    total = np.cumsum(before)
    cuts = np.searchsorted(total, np.arange(CHUNK, int(total[-1]) if len(total) else 0, CHUNK)) + 1
    return (slice(a, b) for a, b in pairwise([0, *cuts.tolist(), len(before)]) if b > a)


def distinct(values: Ints) -> Ints:
    """The different values, in order."""
    values.sort()
    return values[np.r_[True, values[1:] != values[:-1]]] if len(values) else values
