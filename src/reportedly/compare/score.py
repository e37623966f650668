"""How alike are two claims? Named features between −1 and 1, weighed and summed: above zero they tell of one incident.

The features are in `features.py` and `within.py`; the weights are data (`weights.yaml`), and can be learned from judgements (`learn.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from reportedly.compare import features as shared
from reportedly.compare import participants as who
from reportedly.compare import within
from reportedly.compare.columns import Columns, Floats, Ints
from reportedly.compare.stems import words_data

CHUNK = 100_000  # pairs at once

type Pairs = tuple[Columns, Ints, Ints]


@dataclass(frozen=True, slots=True)
class Weights:
    """A bias and one weight a feature, in log-odds."""

    bias: float
    of: dict[str, float]

    def vector(self) -> Floats:
        return np.array([self.of.get(name, 0.0) for name in FEATURES])

    def to_record(self) -> dict[str, float]:
        return {"bias": self.bias, **self.of}

    @staticmethod
    def of_record(record: Mapping[str, float]) -> Weights:
        return Weights(record["bias"], {name: weight for name, weight in record.items() if name != "bias"})


@lru_cache(maxsize=1)
def default_weights() -> Weights:
    return Weights.of_record(words_data("weights.yaml")["weights"])


def scores(c: Columns, i: Ints, j: Ints, weights: Weights) -> Floats:
    """The log-odds of each pair; −inf where the types share no family."""
    out = np.empty(len(i))
    for at in range(0, len(i), CHUNK):
        part = slice(at, at + CHUNK)
        out[part] = features(c, i[part], j[part]) @ weights.vector() + weights.bias
        out[part][(c.families[i[part]] & c.families[j[part]]) == 0] = -np.inf
    return out


def features(c: Columns, i: Ints, j: Ints) -> Floats:
    """One row a pair, one column a feature, in the order of `FEATURES`."""
    return np.stack([feature(c, i, j) for feature in FEATURES.values()], axis=1) if len(i) else np.empty((0, len(FEATURES)))


def explained(c: Columns, i: int, j: int, weights: Weights) -> Iterator[tuple[str, float, float]]:
    """(feature, its value, what it adds) of one pair, the bias first."""
    yield "bias", 1.0, weights.bias
    for name, value in zip(FEATURES, features(c, np.array([i]), np.array([j]))[0].tolist(), strict=True):
        yield name, value, value * weights.of.get(name, 0.0)


FEATURES: dict[str, Callable[[Columns, Ints, Ints], Floats]] = {
    f.__name__: f
    for f in (
        shared.same_type, shared.same_mode, shared.other_deed, shared.same_trigger, shared.other_trigger, shared.same_frame, shared.course, shared.intention,
        shared.unsure, shared.denial, shared.whole, shared.time, shared.time_apart, shared.told, shared.background, shared.place, shared.place_apart,
        shared.other_place, shared.other_town, who.actors, who.actors_side, who.actors_apart, who.recipients, who.recipients_side, who.recipients_apart,
        who.heads, who.heads_apart, who.targets_named, who.other_doers, who.other_targets, who.other_nation, who.swapped, who.other_speaker,
        who.other_harmed, who.other_sort, shared.figures, shared.figures_apart, shared.means, shared.same_voice, shared.other_voice, shared.wording,
        shared.copied, shared.story, within.one_report, within.near, within.nested, within.bare, within.facing, within.headline, within.spoken,
        within.helping, within.coercing, within.general, within.possible, within.recounted, within.states,
    )
}  # fmt: skip
