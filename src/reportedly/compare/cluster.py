"""Claims into incidents: the average, over every two of their reports, of the likest pair. A report tells a thing once in full and then
in a word ("the attack", "seven dead"), so that of its claims the one that says most speaks for the rest; and a chain of likenesses
joins no reports whose ends are unlike. Within one report, which tells of many things, the average is of all pairs.

Claims are taken in by what they know: first those with a date and a place, then those with one of them, then those with
neither. Each may join a cluster that is there or make a new one with its like; two clusters that stood before it came are
never joined by it. So a claim without date or place never forces a merge.

A cluster depends on nothing but its own component of the graph of likely pairs: adding reports elsewhere changes nothing here.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched, combinations

import numpy as np
from numpy.typing import NDArray

from reportedly.compare.columns import Columns, Floats, Ints
from reportedly.compare.score import Weights, scores
from reportedly.compare.unions import Unions
from reportedly.compare.verdicts import Verdicts

WHOLE = 150  # claims: in components up to this size every pair is scored, in larger ones the candidates alone
CLOSE = 2.5  # how much less alike than its best a vague claim's pair may be
SURE = 4.0  # a best that is more alike counts as no more: that a claim has a copy makes no other pair of it less likely
TOGETHER = 500  # components scored at a time
BEST = 0.7  # how much the likest pair of two reports counts for, against their average
UNSEEN = -2.0  # the log-odds of a pair that is no candidate


@dataclass(frozen=True, slots=True)
class Told:
    """How two reports tell of two clusters: the best score of a pair of their claims, the sum, and how many pairs."""

    best: float
    total: float
    pairs: int

    def __add__(self, other: Told) -> Told:
        return Told(max(self.best, other.best), self.total + other.total, self.pairs + other.pairs)

    def likeness(self, one_report: bool, every: int) -> float:
        mean = (self.total + UNSEEN * (every - self.pairs)) / every
        return mean if one_report else BEST * self.best + (1 - BEST) * mean


type Link = dict[tuple[int, int], Told]  # by the two reports, the smaller first


def likely(i: Ints, j: Ints, likeness: Floats, anchors: Sequence[int]) -> NDArray[np.bool_]:
    """The pairs that make components: those more alike than not. A vague claim, one without a date or a place, is alike to many:
    of its pairs with less vague ones only the best count, and those close to it, and so of its pairs with its like; else it
    would tie all incidents of a day into one component."""
    level = np.array(anchors, dtype=np.int64)
    alike = likeness > 0
    up = np.where(level[i] < level[j], i, j)  # of two, the vaguer
    even = level[i] == level[j]
    above, beside = _best(len(level), [up], likeness, alike & ~even), _best(len(level), [i, j], likeness, alike & even)
    good = np.where(even, (level[i] == 2) | ((likeness >= beside[i] - CLOSE) & (likeness >= beside[j] - CLOSE)), likeness >= above[up] - CLOSE)
    return np.asarray(alike & good, dtype=bool)


def _best(n: int, ends: Sequence[Ints], likeness: Floats, which: NDArray[np.bool_]) -> Floats:
    """For each claim the best score of those pairs at whose ends it stands, `SURE` at most."""
    best = np.full(n, -np.inf)
    for end in ends:
        np.maximum.at(best, end[which], likeness[which])
    return np.asarray(np.minimum(best, SURE), dtype=np.float64)


def components(n: int, i: Ints, j: Ints, together: Iterable[tuple[int, int]] = ()) -> list[list[int]]:
    """Claims joined by likely pairs, or by a person; each in order, those with the smallest member first."""
    unions = Unions(n)
    for a, b in zip(i.tolist(), j.tolist(), strict=True):
        unions.join(a, b)
    for a, b in together:
        unions.join(a, b)
    out: dict[int, list[int]] = defaultdict(list)
    for claim, root in enumerate(unions.roots()):
        out[root].append(claim)
    return list(out.values())


def clusters(c: Columns, anchors: Sequence[int], known: tuple[Ints, Ints, Floats], parts: Sequence[Sequence[int]], weights: Weights,
             verdicts: Verdicts) -> list[list[int]]:  # fmt: skip
    """The clusters of each component, in the components' order. `known` are the candidate pairs and their scores."""
    small, reports = [p for p in parts if 1 < len(p) <= WHOLE], c.report.tolist()
    scored = _scored(c, small, weights)
    large = _by_part([p for p in parts if len(p) > WHOLE], known)
    out: list[list[int]] = []
    for part in parts:
        if len(part) == 1:
            out.append(list(part))
        elif len(part) > WHOLE:
            out += _Agglomeration(part, large[part[0]], anchors, reports, verdicts).run()
        else:
            out += _small(part, next(scored), anchors, reports, verdicts)
    return out


def _scored(c: Columns, parts: Sequence[Sequence[int]], weights: Weights) -> Iterator[Floats]:
    """The scores of every pair of each part, in the order of `combinations`; some parts at a time."""
    for some in batched(parts, TOGETHER):
        pairs = np.concatenate([_every_pair(p) for p in some])
        every = scores(c, pairs[:, 0], pairs[:, 1], weights)
        yield from np.split(every, np.cumsum([len(p) * (len(p) - 1) // 2 for p in some])[:-1])


def _every_pair(part: Sequence[int]) -> Ints:
    members = np.array(part, dtype=np.int64)
    return np.stack([members[side] for side in np.triu_indices(len(part), 1)], axis=1)


def _small(part: Sequence[int], pair_scores: Floats, anchors: Sequence[int], reports: Sequence[int], verdicts: Verdicts) -> list[list[int]]:
    if not verdicts.touches(part) and pair_scores.min() > 0:  # all alike: nothing to decide
        return [list(part)]
    known = dict(zip(combinations(part, 2), pair_scores.tolist(), strict=True))
    return _Agglomeration(part, known, anchors, reports, verdicts).run()


def _by_part(parts: Sequence[Sequence[int]], known: tuple[Ints, Ints, Floats]) -> dict[int, dict[tuple[int, int], float]]:
    """The candidate pairs within each of the large parts, by the part's first claim."""
    of = {claim: part[0] for part in parts for claim in part}
    out: dict[int, dict[tuple[int, int], float]] = {part[0]: {} for part in parts}
    within = np.isin(known[0], list(of)) & np.isin(known[1], list(of))
    for i, j, score in zip(*(x[within].tolist() for x in known), strict=True):
        if of[i] == of[j]:
            out[of[i]][i, j] = score
    return out


class _Agglomeration:
    """One component on its way from claims to clusters. A cluster is named by its smallest claim."""

    def __init__(self, part: Sequence[int], known: dict[tuple[int, int], float], anchors: Sequence[int], reports: Sequence[int], verdicts: Verdicts) -> None:
        self.members = {claim: [claim] for claim in part}
        self.reports = {claim: Counter([reports[claim]]) for claim in part}
        self.links: dict[int, dict[int, Link]] = {claim: {} for claim in part}
        for (i, j), score in known.items():
            self.links[i][j] = self.links[j][i] = {_two(reports[i], reports[j]): Told(score := max(score, -50.0), score, 1)}
        self.anchors = {claim: anchors[claim] for claim in part}
        self.apart = verdicts.apart_within(part)
        for i, j in verdicts.together_within(part):
            self._merge(*sorted((self._holder(i), self._holder(j))))

    def run(self) -> list[list[int]]:
        standing: set[int] = set()
        for least in (2, 1, 0):
            here = {k for k in self.members if self.anchors[k] >= least}
            self._join(here, standing)
            standing = {k for k in self.members if self.anchors[k] >= least}
        return [sorted(m) for _, m in sorted(self.members.items())]

    def _join(self, here: set[int], standing: set[int]) -> None:
        """Join the most alike first, until no pair is more alike than not."""
        heap = [(-s, a, b) for a in here for b in self.links[a] if a < b and b in here and (s := self._score(a, b)) > 0]
        heapq.heapify(heap)
        while heap:
            score, a, b = heapq.heappop(heap)
            stale = a not in self.members or b not in self.members or -score != self._score(a, b)
            if stale or (a in standing and b in standing) or self._kept_apart(a, b):
                continue
            if b in standing:
                standing.add(a)
            self._merge(a, b)
            for other in self.links[a]:
                if other in here and (s := self._score(a, other)) > 0:
                    heapq.heappush(heap, (-s, min(a, other), max(a, other)))

    def _score(self, a: int, b: int) -> float:
        """The mean over every two reports of which the one has a and the other b. Which of two that both have both is which says nothing."""
        link, one, other = self.links[a].get(b, {}), self.reports[a], self.reports[b]
        both = one.keys() & other.keys()
        two = len(one) * len(other) - len(both) * (len(both) - 1) // 2
        return (sum(t.likeness(r == q, _pairs(r, q, one, other)) for (r, q), t in link.items()) + UNSEEN * (two - len(link))) / two

    def _kept_apart(self, a: int, b: int) -> bool:
        return any((min(x, y), max(x, y)) in self.apart for x in self.members[a] for y in self.members[b]) if self.apart else False

    def _merge(self, a: int, b: int) -> None:
        if a == b:
            return
        self.members[a] += self.members.pop(b)
        self.reports[a] += self.reports.pop(b)
        self.anchors[a] = max(self.anchors[a], self.anchors.pop(b))
        for other, link in self.links.pop(b).items():
            del self.links[other][b]
            if other != a:
                mine = self.links[a].get(other, {})
                self.links[a][other] = self.links[other][a] = mine | {two: told + mine[two] if two in mine else told for two, told in link.items()}

    def _holder(self, claim: int) -> int:
        return next(k for k, members in self.members.items() if claim in members)


def _two(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _pairs(r: int, q: int, one: Counter[int], other: Counter[int]) -> int:
    """How many pairs of claims two clusters have between two reports, or in one."""
    return one[r] * other[q] + (one[q] * other[r] if r != q else 0)
