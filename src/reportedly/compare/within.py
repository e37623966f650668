"""Features of two claims of one report, 0 for those of two: a report tells a thing once and then goes on, comes back to it in a word
("the attack"), and has a headline that says the first thing again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reportedly.compare.columns import COERCING, HELPING, NONE, SPOKEN, Columns, Floats, Ints
from reportedly.compare.features import real

PAGE = 1500.0  # characters


def one_report(c: Columns, i: Ints, j: Ints) -> Floats:
    """One report tells a thing once and then goes on to others."""
    return real(c.report[i] == c.report[j])


def near(c: Columns, i: Ints, j: Ints) -> Floats:
    """In one report: 1 side by side, 0 from a page apart."""
    apart = np.abs(c.sentence[i] - c.sentence[j]) / PAGE
    return real(one_report(c, i, j) * np.clip(1.0 - apart, 0.0, 1.0))


def nested(c: Columns, i: Ints, j: Ints) -> Floats:
    """In one report: one clause within the other, which is how a sentence tells two things."""
    overlap = (c.sentence[i] < c.sentence_end[j]) & (c.sentence[j] < c.sentence_end[i])
    return real(one_report(c, i, j) * overlap)


def bare(c: Columns, i: Ints, j: Ints) -> Floats:
    """In one report: one of them names nobody ("the attack"), and so points back to another."""
    nobody = (c.heads.sizes()[i] == 0) | (c.heads.sizes()[j] == 0)
    return real(one_report(c, i, j) * nobody * (c.kind[i] == c.kind[j]))


def facing(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when the one was told against the other: a denial tells of what it denies (`rejoinders.py`)."""
    return real((c.facing[i] == j) | (c.facing[j] == i))


def headline(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when one is the first words of the report, which it tells again further down."""
    return real(one_report(c, i, j) * ((c.sentence[i] == 0) | (c.sentence[j] == 0)))


def spoken(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both are words: demands, blame, support. Who speaks twice in a report mostly speaks of two matters."""
    return real(one_report(c, i, j) * _both(c.told_as == SPOKEN, i, j))


def helping(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both are aid or agreement, of which statements list one after the other."""
    return real(one_report(c, i, j) * _both(c.told_as == HELPING, i, j))


def coercing(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both are coercion, by other words: a search, an arrest and a charge are three deeds to one man."""
    return real(one_report(c, i, j) * _both(c.told_as == COERCING, i, j) * ((c.trigger[i] != c.trigger[j]) | (c.trigger[i] == NONE)))


def general(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when one tells of what goes on or comes again ("has repeatedly shelled") and the other does not."""
    return real(one_report(c, i, j) * (c.general[i] != c.general[j]))


def recounted(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when both say how many deeds there were, and say otherwise: "34 strikes", and then "near Palmyra, one strike"."""
    return real(one_report(c, i, j) * (c.deeds.sizes()[i] > 0) * (c.deeds.sizes()[j] > 0) * (c.deeds.shared(i, j) == 0))


def states(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both go on, by other words: what goes on is listed one after the other."""
    return real(one_report(c, i, j) * c.ongoing[i] * c.ongoing[j] * (c.trigger[i] != c.trigger[j]))


def possible(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when one is told as possible and the other is not: what might come, and what came."""
    return real(one_report(c, i, j) * (c.possible[i] != c.possible[j]))


def _both(rows: NDArray[np.bool_], i: Ints, j: Ints) -> NDArray[np.bool_]:
    return np.asarray(rows[i] & rows[j], dtype=bool)
