"""How like are two ways to group the same things? The coreference measures: MUC, B³, CEAFe, and CoNLL's mean of the three.

Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005; Pradhan et al. 2014. Each gives (precision, recall, F1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np

type Groups = Sequence[Sequence[Hashable]]
type Score = tuple[float, float, float]


def f1(precision: float, recall: float) -> Score:
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(said: Groups, true: Groups) -> Score:
    """By links: a group of k is k − 1 of them."""
    return f1(_links_kept(said, true), _links_kept(true, said))


def _links_kept(groups: Groups, others: Groups) -> float:
    of = {x: n for n, other in enumerate(others) for x in other}
    wanted = sum(len(g) - 1 for g in groups)
    kept = sum(len(g) - len({of.get(x, ("alone", x)) for x in g}) for g in groups)
    return kept / wanted if wanted else 0.0


def b_cubed(said: Groups, true: Groups) -> Score:
    """By members: what share of a member's group is rightly with it, over all members."""
    return f1(_overlap(said, true), _overlap(true, said))


def _overlap(groups: Groups, others: Groups) -> float:
    of = {x: n for n, other in enumerate(others) for x in other}
    members = sum(len(g) for g in groups)
    right = sum(k * k / len(g) for g in groups for other, k in Counter(of.get(x) for x in g).items() if other is not None)
    return right / members if members else 0.0


def ceaf_e(said: Groups, true: Groups) -> Score:
    """By entities: the best pairing of groups, each pair worth 2·shared / (both sizes)."""
    total = _best_pairing(said, true)
    return f1(total / len(said) if said else 0.0, total / len(true) if true else 0.0)


def _best_pairing(said: Groups, true: Groups) -> float:
    """The optimal one-to-one pairing. Groups that share no member never meet, so each connected part is solved by itself."""
    of = {x: n for n, t in enumerate(true) for x in t}
    shared = [Counter(of[x] for x in s if x in of) for s in said]
    total = 0.0
    for rows, columns in _connected(shared):
        worth = np.array([[2 * shared[r][c] / (len(said[r]) + len(true[c])) for c in columns] for r in rows])
        total += _assignment(worth)
    return total


def _connected(shared: Sequence[Counter[int]]) -> list[tuple[list[int], list[int]]]:
    by_column: dict[int, list[int]] = {}
    for r, row in enumerate(shared):
        for c in row:
            by_column.setdefault(c, []).append(r)
    seen: set[int] = set()
    out = []
    for start in range(len(shared)):
        if start in seen or not shared[start]:
            continue
        rows, columns, ask = {start}, set(), [start]
        while ask:
            for c in shared[ask.pop()]:
                if c not in columns:
                    columns.add(c)
                    fresh = [r for r in by_column[c] if r not in rows]
                    rows.update(fresh)
                    ask += fresh
        seen |= rows
        out.append((sorted(rows), sorted(columns)))
    return out


def _assignment(worth: np.ndarray) -> float:
    """The Hungarian method (Kuhn 1955, with potentials) for the largest sum."""
    if worth.shape[0] > worth.shape[1]:
        worth = worth.T
    n, m = worth.shape
    cost = np.zeros((n + 1, m + 1))
    cost[1:, 1:] = -worth
    u, v, match, way = np.zeros(n + 1), np.zeros(m + 1), np.zeros(m + 1, dtype=int), np.zeros(m + 1, dtype=int)
    for i in range(1, n + 1):
        match[0], at = i, 0
        least, used = np.full(m + 1, np.inf), np.zeros(m + 1, dtype=bool)
        while match[at]:
            used[at] = True
            row = match[at]
            reduced = cost[row] - u[row] - v
            better = ~used & (reduced < least)
            better[0] = False
            least[better], way[better] = reduced[better], at
            free = np.where(used, np.inf, least)
            free[0] = np.inf
            step = int(np.argmin(free))
            delta = free[step]
            u[match[used]] += delta
            v[used] -= delta
            least[~used] -= delta
            at = step
        while at:
            match[at], at = match[way[at]], way[at]
    return float(sum(worth[match[j] - 1, j - 1] for j in range(1, m + 1) if match[j]))


def conll(said: Groups, true: Groups) -> float:
    """The mean of the F1 of MUC, B³ and CEAFe."""
    return (muc(said, true)[2] + b_cubed(said, true)[2] + ceaf_e(said, true)[2]) / 3
