"""Features of those who do it and to whom it is done, of two claims: the same people, their side, others of another kind."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reportedly.compare.columns import Columns, Floats, Ints
from reportedly.compare.features import alike, known, real, unlike


def actors(c: Columns, i: Ints, j: Ints) -> Floats:
    return real(alike(c.actors, i, j))


def actors_side(c: Columns, i: Ints, j: Ints) -> Floats:
    return real(alike(c.actor_sides, i, j))


def actors_apart(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both name an actor with a side, and the sides are others; or the one a state's men, the other its foes."""
    return real(np.maximum(unlike(c.actor_sides, i, j), known(c.camp, i, j) & (c.camp[i] != c.camp[j])))


def recipients(c: Columns, i: Ints, j: Ints) -> Floats:
    return real(alike(c.recipients, i, j))


def recipients_side(c: Columns, i: Ints, j: Ints) -> Floats:
    return real(alike(c.recipient_sides, i, j))


def recipients_apart(c: Columns, i: Ints, j: Ints) -> Floats:
    return real(unlike(c.recipient_sides, i, j))


def targets_named(c: Columns, i: Ints, j: Ints) -> Floats:
    """A target of the one is among the words of the other, whoever it is there: "the market" of "three bombs fell on the market"."""
    return real((c.recipient_heads.shared(i, j) > 0) | _crossed_words(c, i, j) | _crossed_words(c, j, i))


def _crossed_words(c: Columns, i: Ints, j: Ints) -> NDArray[np.bool_]:
    return np.asarray(c.recipients_and_words.shared(i, j + len(c)) > 0, dtype=bool)


def heads(c: Columns, i: Ints, j: Ints) -> Floats:
    """Participants of one kind in whatever role: boats, pirates, hospital."""
    return real(alike(c.heads, i, j))


def heads_apart(c: Columns, i: Ints, j: Ints) -> Floats:
    return real(unlike(c.heads, i, j))


def other_doers(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both name doers, of other kinds and of no shared side: pirates, and a navy."""
    return real(unlike(c.actor_heads, i, j) * (c.actor_sides.shared(i, j) == 0))


def other_targets(c: Columns, i: Ints, j: Ints) -> Floats:
    return real(unlike(c.recipient_heads, i, j) * (c.recipient_sides.shared(i, j) == 0))


def other_nation(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both name targets of a nation, and of others: a Thai trawler, and a Greek tanker."""
    return real(unlike(c.recipient_nations, i, j))


def swapped(c: Columns, i: Ints, j: Ints) -> Floats:
    """Who does it in the one has it done to him in the other, and they share no doer: pirates seize, and are seized."""
    crossed = _crossed(c, i, j) | _crossed(c, j, i)
    return real(crossed & (c.actor_heads.shared(i, j) == 0))


def _crossed(c: Columns, i: Ints, j: Ints) -> NDArray[np.bool_]:
    """Doers of the one among the targets of the other."""
    return np.asarray(c.both_heads.shared(i, j + len(c)) > 0, dtype=bool)


def other_speaker(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both are words, and each has a speaker of its own: one demand is not another's."""
    return real(unlike(c.speakers, i, j))


def other_harmed(c: Columns, i: Ints, j: Ints) -> Floats:
    """Soldiers in the one, gunmen in the other; or hostages."""
    return real(unlike(c.harmed, i, j))


def other_sort(c: Columns, i: Ints, j: Ints) -> Floats:
    """People in the one, goods in the other: an arrest, and the find of arms."""
    return real(unlike(c.sorts, i, j))
