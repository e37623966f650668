"""The point of a place, and how finely it is known: the gazetteer's own, or one computed from what the words say of it.

"12 miles north of X" is moved, "between X and Y" and "the X–Y road" lie in the middle, "off the coast of X" lies in the
water. Which way the water is, the towns around tell: they lie on land. A computed point is never finer than a district.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin

from reportedly.find.place_mention import PlaceMention
from reportedly.resolve.gazetteer import EARTH_KM, Gazetteer, Toponym, distance_km
from reportedly.resolve.gazetteer_names import key
from reportedly.terms import Precision

OFF_KM = 20.0  # "off the coast", where no distance is said
AROUND_KM = 80.0  # towns within which tell where land is
ONE_SIDED = 0.3  # how far towns must lean to one side, from 0 to 1: less, and the place is no port
FEW_TOWNS = 3
DISTRICT_KM, PROVINCE_KM = 25.0, 150.0  # how far off the computed point may be
PART_OF_DISTANCE = 0.25  # of "some 300 kilometres north of" the point may be so much wrong
SPOTS = frozenset({"town", "facility", "admin2"})

type Toponyms = Mapping[PlaceMention, Toponym | None]


@dataclass(frozen=True, slots=True)
class Point:
    """WGS 84 degrees, and how finely they place what happened there."""

    latitude: float
    longitude: float
    precision: Precision


def point_of(mention: PlaceMention, toponym: Toponym, toponyms: Toponyms, gazetteer: Gazetteer) -> Point:
    """Where a mention lies whose name means `toponym`."""
    end = far_end(mention, toponyms)
    if end is not None:
        return _middle(toponym, end)
    latitude, longitude = toponym.latitude, toponym.longitude
    if not mention.candidates and toponym.feature not in SPOTS:
        pass  # the area around a name that no gazetteer has: by it nothing can be computed
    elif mention.offshore:
        latitude, longitude = _in_the_water(toponym, mention.distance_km or OFF_KM, gazetteer)
    elif mention.bearing is not None and mention.distance_km is not None:
        latitude, longitude = moved(latitude, longitude, mention.bearing, mention.distance_km)
    return Point(latitude, longitude, precision_of(mention, toponym))


def far_end(mention: PlaceMention, toponyms: Toponyms) -> Toponym | None:
    """Of "between X and Y", Y, when both are towns or the like; None for all other mentions."""
    ends = [toponyms.get(each) for each in (mention, mention.other) if each is not None]
    if len(ends) == 2 and all(each is not None and each.feature in SPOTS for each in ends):
        return ends[1]
    return None


def precision_of(mention: PlaceMention, toponym: Toponym) -> Precision:
    """How finely the words place it: "near X" and "12 miles north of X" are a district, "northern Syria" is a region."""
    precision, km = toponym.precision, mention.distance_km
    if mention.offshore:
        found = _coarser(precision, _within(PART_OF_DISTANCE * (km or OFF_KM)))
        return Precision.REGION if found is Precision.COUNTRY else found  # off a country is not in it
    if km is not None:
        return _coarser(precision, _within(km if mention.bearing is None else PART_OF_DISTANCE * km))
    if mention.near or mention.bearing is not None:
        return _coarser(precision, Precision.DISTRICT)
    if mention.direction and precision is Precision.COUNTRY:
        return Precision.REGION
    if precision is Precision.EXACT and not (mention.candidates and key(mention.name)):
        return Precision.TOWN  # a building that stands for its town is not known exactly
    return precision


def _within(km: float) -> Precision:
    """The precision of a point that may be so far off."""
    if km <= DISTRICT_KM:
        return Precision.DISTRICT
    return Precision.PROVINCE if km <= PROVINCE_KM else Precision.REGION


def _coarser(one: Precision, other: Precision) -> Precision:
    return max(one, other, key=list(Precision).index)


def _middle(one: Toponym, other: Toponym) -> Point:
    """The middle between two places; how far it may be off is the half of what lies between them."""
    km = one.km_to(other)
    angle = bearing(one.latitude, one.longitude, other.latitude, other.longitude)
    return Point(*moved(one.latitude, one.longitude, angle, km / 2), _within(km / 2))


def _in_the_water(place: Toponym, km: float, gazetteer: Gazetteer) -> tuple[float, float]:
    """The point so far off the shore of a place; the place's own where no water is known."""
    here = place.latitude, place.longitude
    if place.feature in SPOTS:
        away = _seaward(*here, gazetteer)
        return here if away is None else moved(*here, away, km)
    sea = min(gazetteer.seas, key=place.km_to, default=None)
    towns = gazetteer.towns_within(place.id)
    if sea is None or not towns:
        return here
    shore = min(towns, key=lambda town: distance_km(sea.latitude, sea.longitude, *town))
    return moved(*shore, bearing(*shore, sea.latitude, sea.longitude), km)


def _seaward(latitude: float, longitude: float, gazetteer: Gazetteer) -> float | None:
    """The bearing opposite to where the towns around lie; None when they lie on all sides."""
    towns = [town for town in gazetteer.towns_around(latitude, longitude, AROUND_KM) if town != (latitude, longitude)]
    angles = [radians(bearing(latitude, longitude, *town)) for town in towns]
    if len(angles) < FEW_TOWNS:
        return None
    north, east = sum(map(cos, angles)) / len(angles), sum(map(sin, angles)) / len(angles)
    return (degrees(atan2(east, north)) + 180) % 360 if hypot(north, east) >= ONE_SIDED else None


def bearing(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The direction from one point to another at its start, in degrees clockwise from north."""
    a, b, east = radians(lat1), radians(lat2), radians(lon2 - lon1)
    return degrees(atan2(sin(east) * cos(b), cos(a) * sin(b) - sin(a) * cos(b) * cos(east))) % 360


def moved(latitude: float, longitude: float, angle: float, km: float) -> tuple[float, float]:
    """The point `km` away in a direction given in degrees clockwise from north, on a sphere."""
    lat, lon, angle, arc = radians(latitude), radians(longitude), radians(angle), km / EARTH_KM
    to_lat = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(angle))
    to_lon = lon + atan2(sin(angle) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(to_lat))
    return degrees(to_lat), (degrees(to_lon) + 540) % 360 - 180
