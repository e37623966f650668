"""Where a report's places lie together: names that share a district, and the district or province that it is about.

A local report says "Paris and Henry County" and leaves the state to its readers. Of all places called Paris and all Henry
Counties few lie in one another: that they do in one state is worth more than the size of the French capital.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.resolve.gazetteer import Toponym

HELD = 3.0  # a town and the district it lies in are both named
BESIDE = 1.5  # two towns of one district are named
FAINT = 5.0
LINKS = 4.0  # all links together count no more than this
FOCUS_KM = 80.0
FEWEST = 2  # one place alone may be where a government sits
FOCUS_SHARE = 0.6  # of the places that are small and fairly sure


@dataclass(slots=True)
class Districts:
    """Which names may mean a district, or a town in it, by the district's id.

    Of each name: whether it may be the district itself, and how likely, from 1 for the likeliest place of that name down to
    0 for one that is `FAINT` orders of magnitude smaller.
    """

    named: dict[str, dict[str, tuple[bool, float]]] = field(default_factory=dict)

    def links(self, place: Toponym, name: str) -> float:
        """What the other names of the report say for a place that lies in, or is, a district."""
        district = district_of(place)
        names = self.named.get(district, {}) if district else {}
        held = [(place.feature == "admin2" or itself, likely) for other, (itself, likely) in names.items() if other != name]
        return min(LINKS, sum(likely * (HELD if each else BESIDE) for each, likely in held))


def districts_of(candidates: Mapping[str, Sequence[Toponym]]) -> Districts:
    """The districts that all names of a report may lie in."""
    out = Districts()
    for name, places in candidates.items():
        most = max((place.weight for place in places), default=0.0)
        for place in places:
            if (district := district_of(place)) and place.feature in ("town", "admin2"):
                names = out.named.setdefault(district, {})
                itself, likely = names.get(name, (False, 0.0))
                names[name] = (itself or place.feature == "admin2", max(likely, 1 - (most - place.weight) / FAINT))
    return out


def district_of(place: Toponym) -> str | None:
    """The id of the second-level area that a place lies in, or is."""
    return place.id if place.feature == "admin2" else next((each for each in place.parents if each.startswith("admin2:")), None)


def focus_of(sure: Sequence[Toponym]) -> Toponym | None:
    """The place in whose surroundings most of the fairly sure small places lie; None for a report that roams."""
    near = [(sum(each.km_to(other) < FOCUS_KM for other in sure), each) for each in sure]
    count, middle = max(near, key=lambda pair: (pair[0], pair[1].population, pair[1].id), default=(0, None))
    return middle if count >= FEWEST and count > FOCUS_SHARE * len(sure) else None
