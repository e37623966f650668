"""Reports of one story: groups of reports whose words are alike, rare words and names counting most. Average link over TF-IDF.

Rare is what few reports of the given set have, so a story is told within a set; incidents do not rest on it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from reportedly.compare.columns import Floats
from reportedly.compare.stems import stems
from reportedly.compare.syndication import NAME
from reportedly.document import Document

ALIKE = 0.19  # the mean cosine at which two groups are one story


def stories(documents: Iterable[Document], alike: float = ALIKE) -> list[list[str]]:
    """Groups of report ids, each in order, larger ones first. Two reports without a shared word are never in one."""
    read = sorted(documents, key=lambda d: d.id)
    groups = average_link(cosines([story_words(d.text) for d in read]), alike)
    return sorted(([read[n].id for n in group] for group in groups), key=lambda g: (-len(g), g))


def story_words(text: str) -> list[str]:
    """The stems of a text, those of names and numbers twice."""
    return [*stems(text), *stems(" ".join(NAME.findall(text)))]


def cosines(texts: Sequence[Sequence[str]]) -> Floats:
    """The likeness of each text to each: (1 + log count) · log(texts / texts with the word), at unit length."""
    counts = [Counter(t) for t in texts]
    spread = Counter(w for c in counts for w in c)
    place = {w: n for n, w in enumerate(sorted(spread))}
    table = np.zeros((len(texts), max(1, len(place))))
    for row, count in enumerate(counts):
        for w, k in count.items():
            table[row, place[w]] = (1 + math.log(k)) * math.log(len(texts) / spread[w])
    length = np.linalg.norm(table, axis=1, keepdims=True)
    unit = table / np.where(length > 0, length, 1.0)
    return np.asarray(unit @ unit.T)


def average_link(likeness: Floats, least: float) -> list[list[int]]:
    """Groups of rows: the two most alike groups are joined while their mean likeness is above `least`. The matrix is symmetric."""
    members: dict[int, list[int]] = {n: [n] for n in range(len(likeness))}
    mean = likeness.astype(np.float64, copy=True)
    np.fill_diagonal(mean, -np.inf)
    nearest = mean.argmax(axis=1) if len(mean) else np.zeros(0, dtype=int)
    while len(members) > 1:
        near = mean[np.arange(len(mean)), nearest]
        a, b = sorted((int(near.argmax()), int(nearest[near.argmax()])))
        if mean[a, b] <= least:
            break
        sizes = len(members[a]), len(members[b])
        mean[a] = mean[:, a] = (sizes[0] * mean[a] + sizes[1] * mean[b]) / sum(sizes)
        mean[a, a] = -np.inf
        mean[b] = mean[:, b] = -np.inf
        members[a] += members.pop(b)
        stale = np.flatnonzero((nearest == a) | (nearest == b) | (mean[:, a] > mean[np.arange(len(mean)), nearest]))
        nearest[stale] = mean[stale].argmax(axis=1)
        nearest[a] = mean[a].argmax()
    return [sorted(g) for _, g in sorted(members.items())]
