"""What people judged, as pairs of claims that belong together or apart. The newest judgement stands; what contradicts it yields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.compare.unions import Unions
from reportedly.comparison import Judgement, Verdict

type Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Pairs of row numbers (i < j)."""

    together: tuple[Pair, ...] = ()
    apart: frozenset[Pair] = frozenset()
    judged: frozenset[int] = frozenset()

    def touches(self, part: Sequence[int]) -> bool:
        return bool(self.judged) and not self.judged.isdisjoint(part)

    def together_within(self, part: Sequence[int]) -> list[Pair]:
        inside = set(part) & self.judged
        return [p for p in self.together if inside.issuperset(p)]

    def apart_within(self, part: Sequence[int]) -> frozenset[Pair]:
        inside = set(part) & self.judged
        return frozenset(p for p in self.apart if inside.issuperset(p))


def verdicts(judgements: Iterable[Judgement], rows: dict[str, int]) -> Verdicts:
    """The pairs that stand, of claims that are there. The newest judgement is the one with the highest id, then the last given."""
    together: list[Pair] = []
    apart: set[Pair] = set()
    joined = Unions(max(rows.values(), default=-1) + 1)
    order = sorted(enumerate(judgements), key=lambda n: (n[1].id, n[0]), reverse=True)
    for _, judgement in order:
        left, right = ([rows[c] for c in side if c in rows] for side in (judgement.left, judgement.right))
        if judgement.verdict is Verdict.APART:
            apart |= {_pair(a, b) for a in left for b in right if joined.root(a) != joined.root(b)}
        sides = [left, right] if judgement.verdict is Verdict.APART else [[*left, *right]]
        for a, b in (pair for side in sides for pair in pairwise(side)):  # what is split off takes nothing else along
            if not _forbidden(joined, apart, a, b):
                joined.join(a, b)
                together.append(_pair(a, b))
    return Verdicts(tuple(together), frozenset(apart), frozenset(x for p in (*together, *apart) for x in p))


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _forbidden(joined: Unions, apart: set[Pair], a: int, b: int) -> bool:
    groups = {joined.root(a), joined.root(b)}
    return len(groups) == 2 and any({joined.root(x), joined.root(y)} == groups for x, y in apart)
