"""Whether confidence is a probability: of claims that are .8 sure, eight of ten should be right.

Expected calibration error (Naeini, Cooper and Hauskrecht 2015) over bins of equal mass: claims are sorted by confidence and cut
into ten parts; the error is the mean distance between a part's confidence and its share of right ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import pi, sqrt

BINS = 10

type Outcome = tuple[float, bool]  # the confidence of a claim, and whether it is right


@dataclass(frozen=True, slots=True)
class Bin:
    """A tenth of the claims: how many, how sure on average, what share is right, and the variance of that share by chance."""

    count: int
    confidence: float
    right: float
    variance: float


def bins(outcomes: Iterable[Outcome], number: int = BINS) -> list[Bin]:
    """The outcomes by confidence in parts that differ by one at most; fewer parts when there are fewer outcomes."""
    ordered = sorted(outcomes, key=lambda outcome: outcome[0])
    cuts = [len(ordered) * n // number for n in range(number + 1)]
    return [_bin(ordered[a:b]) for a, b in pairwise(cuts) if a < b]


def calibration_error(outcomes: Iterable[Outcome]) -> float:
    """Expected calibration error, between 0 and 1; 0 without outcomes."""
    parts = bins(outcomes)
    return sum(b.count * abs(b.confidence - b.right) for b in parts) / max(1, sum(b.count for b in parts))


def chance_error(outcomes: Iterable[Outcome]) -> float:
    """The error to be expected of perfect probabilities: in so few claims a share is off by chance (mean of a half-normal)."""
    parts = bins(outcomes)
    return sum(b.count * sqrt(2 / pi * b.variance) for b in parts) / max(1, sum(b.count for b in parts))


def _bin(part: list[Outcome]) -> Bin:
    count = len(part)
    variance = sum(sure * (1 - sure) for sure, _ in part) / count**2
    return Bin(count, sum(sure for sure, _ in part) / count, sum(right for _, right in part) / count, variance)
