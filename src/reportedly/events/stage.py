"""The one place that a report is about: a raid on a hotel, told by police, guests and the raiders.

As long as every deed of force that is placed is in one place, and of one time, a deed without a place is there too. A second
place ends that for the rest of the report; a deed of another time ("killed 300 last year") neither takes the place nor gives it.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.events.place_ties import KIND_OF_PLACE
from reportedly.records import Claim, Place, Time
from reportedly.resolve.gazetteer import distance_km
from reportedly.terms import PlaceRole, Precision, Status

DEEDS = frozenset(["ASSAULT", "COERCE"])
COURTS = frozenset(["convict"])  # where judges sit is not where the deeds were
DECREED = frozenset(["martial-law"])
DONE = (Status.OCCURRED, Status.ONGOING)
TOLD = (*DONE, Status.DENIED)
AHEAD = (Status.PLANNED, Status.THREATENED, Status.REQUESTED)
REACH_KM = {Precision.EXACT: 25, Precision.TOWN: 50, Precision.DISTRICT: 100, Precision.PROVINCE: 300}  # how far apart one place's mentions may lie


@dataclass(slots=True, eq=False)
class Stage:
    """Where the deeds of a report are, as far as it has been read."""

    places: tuple[Place, ...] = ()
    time: Time | None = None
    several: bool = False

    def add(self, claim: Claim) -> None:
        """Note where and when a deed is said to have been."""
        if claim.event.type not in DEEDS or claim.event.mode in COURTS or claim.status not in DONE or _disjoint(claim.time, self.time):
            return
        self.time = self.time or claim.time
        here = tuple(p for p in claim.places if p.role is PlaceRole.AT and is_named(p))  # "the gate" is of one deed alone
        names = {p.name for p in here}
        if any(_apart(a, b) for a in here for b in self.places if b.name not in names):
            self.several = True
        self.places = _with(self.places, here)

    def places_for(self, claim: Claim) -> tuple[Place, ...]:
        """The places of a deed that has none of its own; () where the report has told of several."""
        abroad = any(p.country for p in claim.actors) and not any(p.country == q.country for p in claim.actors for q in self.places)
        if claim.event.type == "COERCE" and abroad:  # who arrests does it at home
            return ()
        if claim.event.mode in DECREED and any(p.sector == "GOV" for p in claim.actors):  # a government decrees for its land
            return ()
        if self.several or claim.event.type not in DEEDS or claim.status not in TOLD or _disjoint(claim.time, self.time):
            return ()
        return self.places


def is_named(place: Place) -> bool:
    """Whether a place is on the map or has a name of its own: "Rawah", not "the gate" nor "40 houses". Of a report in capitals only the map says."""
    words = place.name.split()
    kind = len(words) > 1 and words[-1].lower() in KIND_OF_PLACE  # "Kpanga village"
    return place.latitude is not None or (words[-2 if kind else -1][:1].isupper() and not place.name.isupper())


def _with(places: tuple[Place, ...], more: tuple[Place, ...]) -> tuple[Place, ...]:
    known = {p.name for p in places}
    return (*places, *(p for p in more if p.name not in known))[:4]


def _disjoint(one: Time | None, other: Time | None) -> bool:
    """Two times that cannot be the same; a time that is not resolved can be any."""
    if one is None or other is None or not (one.start and one.end and other.start and other.end):
        return False
    return one.end[:10] < other.start[:10] or other.end[:10] < one.start[:10]


def _apart(one: Place, other: Place) -> bool:
    """Two places that are not known to be parts of one scene."""
    if one.latitude is None or other.latitude is None or one.longitude is None or other.longitude is None:
        return True
    if one.country != other.country and one.country and other.country:
        return True
    far = max(REACH_KM.get(p.precision, 2000) if p.precision else 2000 for p in (one, other))
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude) > far
