"""The coreference measures against cases worked out by hand, the toy case of Luo (2005) and Pradhan et al. (2014) among them."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest

from reportedly.evaluate.partitions import _assignment, b_cubed, ceaf_e, conll, muc

TRUE = [list("abc"), list("defg")]
SAID = [list("ab"), list("cd"), list("fghi")]  # Pradhan et al. 2014: key {a,b,c} {d,e,f,g}, response {a,b} {c,d} {f,g,h,i}


def test_the_toy_case_of_the_reference_scorer() -> None:
    assert muc(SAID, TRUE)[:2] == pytest.approx((0.4, 0.4))
    assert b_cubed(SAID, TRUE)[:2] == pytest.approx((0.5, 5 / 12))
    assert ceaf_e(SAID, TRUE)[:2] == pytest.approx((0.4333, 0.65), abs=1e-3)


def test_the_same_groups_are_perfect_and_order_is_nothing() -> None:
    assert conll([["b", "a"], ["d"], ["c"]], [["c"], ["d"], ["a", "b"]]) == pytest.approx(1.0)


def test_all_in_one_and_each_alone() -> None:
    assert b_cubed([list("abcd")], [list("ab"), list("cd")])[:2] == pytest.approx((0.5, 1.0))
    assert b_cubed([["a"], ["b"], ["c"], ["d"]], [list("ab"), list("cd")])[:2] == pytest.approx((1.0, 0.5))
    assert muc([["a"], ["b"]], [["a", "b"]]) == (0.0, 0.0, 0.0)


def test_the_pairing_is_the_best_there_is() -> None:
    import numpy as np

    rng = Random(3)
    for rows, columns in ((3, 3), (2, 5), (5, 3), (1, 4)):
        worth = np.array([[rng.random() for _ in range(columns)] for _ in range(rows)])
        wide = worth if rows <= columns else worth.T
        best = max(sum(wide[r, c] for r, c in enumerate(p)) for p in permutations(range(wide.shape[1]), wide.shape[0]))
        assert _assignment(worth) == pytest.approx(best)
