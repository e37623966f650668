"""Weights from judgements: logistic regression that starts from the default weights and leaves them only as far as people's
judgements pull. With few judgements it stays near the defaults; with none it is the defaults."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from reportedly.compare.accounts import Account
from reportedly.compare.columns import Columns, Floats, Ints, columns
from reportedly.compare.score import FEATURES, Weights, default_weights, features
from reportedly.comparison import Judgement, Verdict

FAITH = 4.0  # how many pairs one default weight is worth
ROUNDS = 50
SMALL = 1e-5


def learned(accounts: Sequence[Account], judgements: Iterable[Judgement], start: Weights | None = None, faith: float = FAITH) -> Weights:
    """The weights that explain the judgements on these claims best, given the weights to start from."""
    start = start or default_weights()
    table = columns(accounts)
    i, j, same = _pairs({a.id: n for n, a in enumerate(accounts)}, judgements)
    return fitted(table, i, j, same, start, faith) if len(i) else start


def _pairs(rows: dict[str, int], judgements: Iterable[Judgement]) -> tuple[Ints, Ints, Floats]:
    found: dict[tuple[int, int], float] = {}
    for judgement in judgements:
        for a in judgement.left:
            for b in judgement.right:
                if a in rows and b in rows and a != b:
                    found[min(rows[a], rows[b]), max(rows[a], rows[b])] = float(judgement.verdict is Verdict.SAME)
    pairs = np.array(sorted(found), dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1], np.array([found[a, b] for a, b in sorted(found)])


def fitted(table: Columns, i: Ints, j: Ints, same: Floats, start: Weights, faith: float = FAITH) -> Weights:
    """The weights that explain best which of these pairs are one incident."""
    w = fit(np.c_[np.ones(len(i)), features(table, i, j)], same, np.r_[start.bias, start.vector()], faith)
    return Weights(float(w[0]), dict(zip(FEATURES, w[1:].tolist(), strict=True)))


def fit(x: Floats, same: Floats, prior: Floats, faith: float | Floats) -> Floats:
    """Newton's method, its steps halved while they lead downhill, on Σ log p(same) − Σ faith/2 · (w − prior)²; `faith` is one number, or one
    a weight."""

    def worth(w: Floats) -> float:
        z = np.where(same > 0, x @ w, -(x @ w))
        return float(-np.logaddexp(0.0, -z).sum() - (faith / 2 * (w - prior) ** 2).sum())

    w = prior.astype(np.float64)
    for _ in range(ROUNDS):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ w, -30.0, 30.0)))
        gradient = x.T @ (same - p) - faith * (w - prior)
        step = np.linalg.solve((x.T * (p * (1.0 - p))) @ x + np.eye(len(w)) * faith, gradient)
        while worth(w + step) < worth(w) and float(np.abs(step).max()) > SMALL:
            step /= 2
        w = w + step
        if float(np.abs(step).max()) < SMALL:
            break
    return w
