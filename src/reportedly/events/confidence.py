"""How sure a claim is: the probability that somebody who codes the report by hand has a statement that goes with it.

A logistic regression over features that have names. Weights, and the mean of each feature, lie in `confidence.yaml`, which
`scripts/calibrate.py` makes from the project's own coded reports. What moved a claim away from the average one stands in its
trace: "place +0.05" says that its place alone would make the average claim .05 surer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from math import exp
from pathlib import Path

from reportedly.codebooks.data import read_yaml
from reportedly.errors import CodebookError
from reportedly.events.draft import Draft
from reportedly.events.frames import Trigger
from reportedly.find.kinds import kinds_of
from reportedly.knowledge import Knowledge
from reportedly.records import Claim, Participant, Step
from reportedly.resolve.phrases import head_of

# PLOVER's own halves of its types: words or deeds, with or against each other
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
NEAR, FAR = 4, 12  # words between a trigger and its nearest argument: from here on it counts, from there no more
HIGH, MANY = 5, 4  # edges climbed to the root, other events in the sentence: no more than so many count
TELLING = 0.015  # what moves a claim by less is not in its trace


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression around the average claim: `base` is its log-odds; weights are log-odds a unit of feature."""

    base: float
    weights: Mapping[str, float]
    means: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """Between 0 and 1. A feature that is not given is 0."""
        return _share(self.base + sum(self._pulls(features).values()))

    def moved(self, features: Mapping[str, float], least: float = 0.0) -> Iterator[tuple[str, float]]:
        """By how much each feature alone moves the probability of the average claim; most first, nothing below `least`.

        Log-odds are never steeper than a quarter: what pulls by less than four times `least` need not be worked out.
        """
        average = _share(self.base)
        by = [(name, _share(self.base + pull) - average) for name, pull in self._pulls(features).items() if abs(pull) >= 4 * least]
        yield from sorted(((name, moved) for name, moved in by if abs(moved) >= least), key=lambda item: (-abs(item[1]), item[0]))

    def _pulls(self, features: Mapping[str, float]) -> dict[str, float]:
        """The log-odds that each feature adds to those of the average claim."""
        return {name: weight * (features.get(name, 0.0) - self.means[name]) for name, weight in self.weights.items()}


def _share(odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + exp(-odds))


@lru_cache(maxsize=4)
def load_model(path: Path | None = None) -> Model:
    """The model in a file; the one that ships with the package by default. CodebookError for a file of another form."""
    path = path or Path(str(resources.files("reportedly.events").joinpath("confidence.yaml")))
    data = read_yaml(path)
    try:
        rows = data["features"]
        return Model(float(data["base"]), {name: float(row["weight"]) for name, row in rows.items()}, {name: float(row["mean"]) for name, row in rows.items()})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CodebookError(f"{path}: no weights: {error!r}", hint="make the file anew: python scripts/calibrate.py ../shared --write") from error


def weighed(claim: Claim, draft: Draft, events: int, knowledge: Knowledge) -> Claim:
    """The claim with its confidence, and with what moved it in its trace. `events` are told by its sentence."""
    model, found = load_model(), features(claim, draft, events, knowledge)
    moved = ", ".join(f"{name} {by:+.2f}" for name, by in model.moved(found, TELLING))
    step = Step("confidence", claim.event.trigger, moved or "average")
    return replace(claim, confidence=round(model.probability(found), 3), trace=(*claim.trace, step))


def features(claim: Claim, draft: Draft, events: int, knowledge: Knowledge) -> dict[str, float]:
    """The features of a claim by name: 1 and 0 for yes and no, else a number between 0 and 1."""
    trigger, type = draft.trigger, claim.event.type
    found: dict[str, float] = {
        "idiom": len(trigger.words) > 1,
        "unknown-kind": _is_unproven(trigger, knowledge),
        "cooperation": type in COOPERATION,
        "verbal": type in VERBAL,
        "actor": bool(claim.actors),
        "actor-known": any(map(_is_known, claim.actors)),
        "recipient": bool(claim.recipients),
        "recipient-known": any(map(_is_known, claim.recipients)),
        "both-parties": bool(claim.actors and claim.recipients),
        "place": bool(claim.places),
        "time": claim.time is not None,
        "means": bool(claim.means),
        "voice": bool(claim.attribution),
        "far-argument": _distance(draft),
        "deep-clause": min(draft.path.distance, HIGH) / HIGH,
        "other-events": min(events - 1, MANY) / MANY,
        "headline": draft.sentence.headline,
        "quoted": bool(trigger.token.quoted),
        "repaired": draft.sentence.repaired,
    }
    return {name: float(value) for name, value in found.items()}


def _is_known(party: Participant) -> bool:
    return bool(party.actor or party.country or party.sector)


def _is_unproven(trigger: Trigger, knowledge: Knowledge) -> bool:
    """The frame asks for a kind of subject or object, and what stands there is of no known kind."""
    frame = trigger.frame
    asked = ((frame.subject, trigger.subjects), (frame.object, trigger.objects))
    return any(kinds and nouns and not kinds_of(head_of(nouns[0]), knowledge) for kinds, nouns in asked)


def _distance(draft: Draft) -> float:
    """How far the nearest party stands, 0 for near or none."""
    words = min((abs(noun.i - draft.trigger.token.i) for noun in (*draft.roles.actors, *draft.roles.recipients)), default=0)
    return (min(max(words, NEAR), FAR) - NEAR) / (FAR - NEAR)
