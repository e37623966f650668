"""What two claims share and where they differ: named features between −1 and 1, for pairs of rows (i, j) of a table.

Each speaks only where both claims say something: what is unknown counts neither for nor against. Who it is done by
and to is in `participants.py`, two claims of one report in `within.py`; what each weighs is data (`weights.yaml`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.compare.columns import DENIED, FACTUAL, INTENDED, LONG, NONE, RADIUS, Columns, Floats, Ints, Sets

EARTH_KM = 6371.0
TOWNS = 2 * RADIUS["town"]  # km: both are known to a town at least
NEXT_DOOR = 3.0  # km
STRANGE = 0.2  # of the names
DAYS_OLD = 4  # after which a thing is background



def real(values: Any) -> Floats:
    return np.asarray(values, dtype=np.float64)


def known(c: Ints, i: Ints, j: Ints) -> NDArray[np.bool_]:
    return np.asarray((c[i] != NONE) & (c[j] != NONE), dtype=bool)


def same_type(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when both have one type, −1 when only the family is shared."""
    return real(np.where(c.kind[i] == c.kind[j], 1.0, -1.0))


def same_mode(c: Columns, i: Ints, j: Ints) -> Floats:
    return real(known(c.mode, i, j) * np.where(c.mode[i] == c.mode[j], 1.0, -1.0))


def other_deed(c: Columns, i: Ints, j: Ints) -> Floats:
    """Of one type, and of two sorts within it: a killing, and a beating."""
    return real((c.kind[i] == c.kind[j]) & known(c.deed, i, j) & (c.deed[i] != c.deed[j]))


def same_trigger(c: Columns, i: Ints, j: Ints) -> Floats:
    return real((c.trigger[i] == c.trigger[j]) & known(c.trigger, i, j))


def other_trigger(c: Columns, i: Ints, j: Ints) -> Floats:
    return real((c.trigger[i] != c.trigger[j]) & known(c.trigger, i, j))


def same_frame(c: Columns, i: Ints, j: Ints) -> Floats:
    """Other words of one frame of the codebook: "kidnapped" and "abducted"."""
    return real((c.trigger[i] != c.trigger[j]) & (c.frames.shared(i, j) > 0))


def course(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when one is told as going on and the other as a thing done: the war, and a strike."""
    return real(c.ongoing[i] != c.ongoing[j])


def intention(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when what one intends the other tells as done."""
    return real((c.status[i] == INTENDED) != (c.status[j] == INTENDED))


def unsure(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when what is possible in one report is done in the other: a blow that is weighed is rarely the one that fell."""
    factual = (c.status[i] == FACTUAL) & (c.status[j] == FACTUAL)
    return real(factual & (c.possible[i] != c.possible[j]) & (c.report[i] != c.report[j]))


def denial(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when one denies and the other does not: a denial often says little of what it denies."""
    return real((c.status[i] == DENIED) != (c.status[j] == DENIED))


def whole(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when one tells of a wave or a campaign, the other of a single deed: a part is not its whole."""
    return real(c.whole[i] != c.whole[j])


def _gap(c: Columns, i: Ints, j: Ints) -> Floats:
    return real(np.maximum(0, np.maximum(c.start[i] - c.end[j], c.start[j] - c.end[i])))


def time(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both dated and overlapping: 1 for the same day, less for longer spans."""
    spans = np.maximum(c.end[i] - c.start[i], c.end[j] - c.start[j])
    return real(known(c.start, i, j) * (_gap(c, i, j) == 0) / (1.0 + np.maximum(0, spans) / 7.0))


def impossible(c: Columns, i: Ints, j: Ints) -> NDArray[np.bool_]:
    """Pairs that nothing else could make one incident: days apart, or far from each other and at no place that both name. Looked at
    before all else: it is cheap."""
    late = time_apart(c, i, j) >= 1.0
    far = np.flatnonzero(~late & (_far(c, i, j) >= 1.0))
    late[far[c.places.shared(i[far], j[far]) == 0]] = True
    return np.asarray(late, dtype=bool)


def time_apart(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both dated and not overlapping: a day may be the clock's or the reporter's, more is another event. So is one day, when each was
    told as the news of its own day, or both in one report."""
    gap = _gap(c, i, j)
    fresh = known(c.published, i, j) & (c.published[i] - c.end[i] == c.published[j] - c.end[j])
    sure = (fresh | (c.report[i] == c.report[j])) & (c.start[i] == c.end[i]) & (c.start[j] == c.end[j]) & (gap >= 1)
    return real(known(c.start, i, j) * np.clip((gap - np.where(sure, -0.5, 0.5)) / 1.5, 0.0, 1.0))


def told(c: Columns, i: Ints, j: Ints) -> Floats:
    """Not both dated to a few days: 1 when told within a day, −1 when told weeks apart; 0 when one is dated long before both were told."""
    vague = ~(_dated(c, i) & _dated(c, j)) & known(c.published, i, j)
    published = np.abs(c.published[i] - c.published[j])
    happened = np.abs(_told(c, i) - _told(c, j))
    near = np.clip(1.0 - np.maximum(0.0, happened - 1.0) / 6.0, -1.0, 1.0)
    return real(vague * np.where((happened > DAYS_OLD) & (published <= DAYS_OLD), 0.0, near))


def background(c: Columns, i: Ints, j: Ints) -> Floats:
    """1 when one is told by the way, of long ago, and the other is the news; of reports of about the same day."""
    of_one_day = known(c.published, i, j) & (np.abs(c.published[i] - c.published[j]) <= LONG)
    return real(of_one_day & (c.background[i] != c.background[j]))


def _dated(c: Columns, i: Ints) -> NDArray[np.bool_]:
    return np.asarray((c.start[i] != NONE) & (c.end[i] - c.start[i] <= LONG), dtype=bool)


def _told(c: Columns, i: Ints) -> Floats:
    """When it happened at the latest: its end, or the day it was told."""
    return real(np.where(c.start[i] != NONE, c.end[i], c.published[i]))


def _distance(c: Columns, i: Ints, j: Ints) -> Floats:
    lat1, lat2 = np.radians(c.latitude[i]), np.radians(c.latitude[j])
    d_lat, d_lon = lat2 - lat1, np.radians(c.longitude[j] - c.longitude[i])
    a = np.sin(d_lat / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin(d_lon / 2) ** 2
    return real(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(a, 0.0, 1.0))))


def place(c: Columns, i: Ints, j: Ints) -> Floats:
    """The same place by name, or by distance against both precisions; the finer, the more it says. Of other names, the nearer; of two
    towns none."""
    radius, distance, same = c.radius[i] + c.radius[j], _distance(c, i, j), c.places.shared(i, j) > 0
    near = np.nan_to_num((distance <= radius) * np.clip(60.0 / radius, 0.3, 1.0) * np.clip(1.0 - distance / radius, 0.0, 1.0) * (1.0 - other_town(c, i, j)))
    return real(np.maximum(near, same * np.where(np.isnan(radius), 0.6, 1.0)))


def place_apart(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both placed, and farther apart than their precisions allow, or in two countries."""
    abroad = known(c.country, i, j) & (c.country[i] != c.country[j])
    return real(np.where(c.places.shared(i, j) > 0, 0.0, np.maximum(_far(c, i, j), abroad)))


def _far(c: Columns, i: Ints, j: Ints) -> Floats:
    """From 0 where both precisions let two places be one to 1 where they are twice as far from each other."""
    radius = c.radius[i] + c.radius[j]
    return real(np.nan_to_num(np.clip((_distance(c, i, j) - radius) / radius, 0.0, 1.0)))


def other_place(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both placed, by other names, and no distance between them is known."""
    return real(unlike(c.places, i, j) * np.isnan(c.radius[i] + c.radius[j]))


def other_town(c: Columns, i: Ints, j: Ints) -> Floats:
    """Two towns of other names, not next door: a report may say the nearest town, but seldom another."""
    return real(unlike(c.places, i, j) * (c.radius[i] + c.radius[j] <= TOWNS) * (_distance(c, i, j) > NEXT_DOOR))


def alike(sets: Sets, i: Ints, j: Ints) -> Floats:
    """The share of the smaller set that the other has too; 0 when either is empty."""
    smaller = np.minimum(sets.sizes()[i], sets.sizes()[j])
    return real(sets.shared(i, j) / np.maximum(1, smaller))


def unlike(sets: Sets, i: Ints, j: Ints) -> Floats:
    """1 when both have some and share none."""
    some = (sets.sizes()[i] > 0) & (sets.sizes()[j] > 0)
    return real(some & (sets.shared(i, j) == 0))


def figures(c: Columns, i: Ints, j: Ints) -> Floats:
    return real(alike(c.numbers, i, j))


def figures_apart(c: Columns, i: Ints, j: Ints) -> Floats:
    """Both count the same and come to other numbers."""
    return real((c.counted.shared(i, j) > 0) & (c.numbers.shared(i, j) == 0))


def same_voice(c: Columns, i: Ints, j: Ints) -> Floats:
    return real((c.voice[i] == c.voice[j]) & known(c.voice, i, j))


def other_voice(c: Columns, i: Ints, j: Ints) -> Floats:
    """Two named voices: of what matters most more than one tells."""
    return real((c.voice[i] != c.voice[j]) & known(c.voice, i, j))


def means(c: Columns, i: Ints, j: Ints) -> Floats:
    return real(alike(c.means, i, j))


def wording(c: Columns, i: Ints, j: Ints) -> Floats:
    """Shared stems of the evidence: twice the shared over both."""
    return real(2.0 * c.words.shared(i, j) / np.maximum(1, c.words.sizes()[i] + c.words.sizes()[j]))


def copied(c: Columns, i: Ints, j: Ints) -> Floats:
    """Nearly the same words, in two reports, and no other day or place."""
    elsewhere = (_gap(c, i, j) * known(c.start, i, j) > 0) | (unlike(c.places, i, j) > 0)
    return real(~elsewhere * (wording(c, i, j) >= 0.75) * (np.minimum(c.words.sizes()[i], c.words.sizes()[j]) >= 5) * (c.report[i] != c.report[j]))


def story(c: Columns, i: Ints, j: Ints) -> Floats:
    """Two reports of one story, by the share of the smaller one's names and numbers that the other has too: 1 for half of them, 0 for a
    tenth, which a tabloid and a ministry may come to, −1 for none."""
    other = c.report[i] != c.report[j]
    known = other & (c.names.sizes()[i] > 2) & (c.names.sizes()[j] > 2)
    share = _alike_reports(c, i, j)
    return real(known * (np.clip(share / STRANGE - 1.0, -1.0, 0.0) + np.clip((share - STRANGE) * 2.5, 0.0, 1.0)))


def _alike_reports(c: Columns, i: Ints, j: Ints) -> Floats:
    """How alike the names of two reports are, once for each two reports."""
    _, first, of = np.unique(c.report[i] * (int(c.report.max()) + 1) + c.report[j], return_index=True, return_inverse=True)
    return alike(c.names, i[first], j[first])[of]
