"""Expected calibration error, counted by hand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.evaluate.calibration import bins, calibration_error, chance_error

OUTCOMES = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)


def test_error_is_the_mean_distance_over_tenths() -> None:
    """Ten claims of .9 of which five are right, then ten of 1.0 that all are: (10 × .4 + 0) / 20, but tenths hold two each."""
    told = [(0.9, n % 2 == 0) for n in range(10)] + [(1.0, True)] * 10
    assert [b.count for b in bins(told)] == [2] * 10
    assert calibration_error(told) == pytest.approx(0.2)


def test_nothing_told_is_no_error() -> None:
    assert calibration_error([]) == chance_error([]) == 0


@given(OUTCOMES)
def test_bins_hold_everything_in_order_and_differ_by_one_at_most(told: list[tuple[float, bool]]) -> None:
    parts = bins(told)
    assert sum(b.count for b in parts) == len(told)
    assert len(parts) == min(10, len(told))
    assert not parts or max(b.count for b in parts) - min(b.count for b in parts) <= 1
    assert [b.confidence for b in parts] == sorted(b.confidence for b in parts) or len(told) > 1
    assert 0 <= calibration_error(told) <= 1


def test_chance_is_what_perfect_probabilities_miss_by() -> None:
    """Outcomes drawn from the probabilities themselves miss by about the chance error, far from zero with few claims."""
    dice = random.Random(3)
    sure = [0.6 + 0.35 * n / 299 for n in range(300)]
    missed = [calibration_error([(p, dice.random() < p) for p in sure]) for _ in range(60)]
    assert sum(missed) / 60 == pytest.approx(chance_error([(p, True) for p in sure]), rel=0.1)
