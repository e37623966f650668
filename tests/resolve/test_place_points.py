"""Points that are computed from what the words say, each with its own precision. The reports are our own."""

from __future__ import annotations

import pytest

from reportedly.read import Tools, read
from reportedly.records import Place
from reportedly.resolve.gazetteer import distance_km
from reportedly.resolve.place_points import bearing, moved
from reportedly.terms import Precision
from tests.resolve.test_places import places


def km(place: Place, latitude: float, longitude: float) -> float:
    assert place.latitude is not None and place.longitude is not None
    return distance_km(place.latitude, place.longitude, latitude, longitude)


def test_bearing_and_moved_are_inverse() -> None:
    assert bearing(0, 0, 1, 0) == pytest.approx(0) and bearing(0, 0, 0, 1) == pytest.approx(90)
    for angle in (0, 45, 135, 260):
        there = moved(35.0, 36.0, angle, 80.0)
        assert bearing(35.0, 36.0, *there) == pytest.approx(angle, abs=1e-6)
        assert distance_km(35.0, 36.0, *there) == pytest.approx(80.0, abs=1e-6)


@pytest.mark.parametrize(
    ("words", "point", "precision"),
    [
        ("30 km (19 miles) north of Mosul, Iraq", (36.605, 43.119), Precision.DISTRICT),
        ("300 kilometres north of Khartoum, Sudan", (18.25, 32.53), Precision.PROVINCE),
        ("800 kilometres north of Khartoum, Sudan", (22.75, 32.53), Precision.REGION),
        ("thirty miles from Kirkuk, Iraq", (35.468, 44.392), Precision.PROVINCE),
        ("ten miles from Kirkuk, Iraq", (35.468, 44.392), Precision.DISTRICT),
        ("near Kirkuk, Iraq", (35.468, 44.392), Precision.DISTRICT),
        ("north of Kirkuk, Iraq", (35.468, 44.392), Precision.DISTRICT),
        ("in Kirkuk, Iraq", (35.468, 44.392), Precision.TOWN),
    ],
)
def test_how_far_and_how_fine(words: str, point: tuple[float, float], precision: Precision) -> None:
    name = words.split(",")[0].split()[-1]
    place = places(f"A blast killed five people {words}.")[name]
    assert km(place, *point) < 1 and place.precision is precision


def test_distance_from_a_name_that_no_gazetteer_has_moves_nothing() -> None:
    place = places("Soldiers raided a house 12 miles north of Zarqalubad in Helmand province.")["Zarqalubad"]
    assert place.place == "admin1:AF.10" and place.precision is Precision.PROVINCE
    helmand = next(iter(places("Fighting raged in Helmand province.").values()))
    assert (place.latitude, place.longitude) == (helmand.latitude, helmand.longitude)


@pytest.mark.parametrize(
    ("text", "words", "point", "precision", "admin1"),
    [
        ("A convoy was ambushed on the road between Aleppo and Hama.", "road between Aleppo and Hama", (35.67, 36.96), Precision.PROVINCE, None),
        ("A bomb exploded on the Idlib-Saraqib road in Syria.", "Idlib-Saraqib road", (35.895, 36.72), Precision.DISTRICT, "Idlib"),
        ("The bus was attacked on the Aleppo-Damascus motorway.", "Aleppo-Damascus motorway", (34.86, 36.72), Precision.REGION, None),
    ],
)  # fmt: skip
def test_between_two_places(text: str, words: str, point: tuple[float, float], precision: Precision, admin1: str | None) -> None:
    place = places(text)[words]
    assert km(place, *point) < 5
    assert (place.name, place.precision, place.place, place.country, place.admin1) == (words, precision, None, "SYR", admin1)


@pytest.mark.parametrize(
    ("text", "name", "box", "precision"),
    [
        ("A tanker was hit off the coast of Latakia, Syria.", "Latakia", (35.3, 35.7, 35.3, 35.75), Precision.DISTRICT),
        ("A boat sank off Zuwara in Libya.", "Zuwara", (33.0, 33.2, 11.8, 12.2), Precision.DISTRICT),
        ("A ship was hit off Mogadishu, Somalia.", "Mogadishu", (1.7, 2.0, 45.35, 45.6), Precision.DISTRICT),
        ("A ship burned off the port of Aden in Yemen.", "Aden", (12.5, 12.75, 44.8, 45.2), Precision.DISTRICT),
        ("A ship was attacked off the coast of Yemen.", "Yemen", (12.0, 14.2, 45.0, 50.0), Precision.REGION),
        ("A boat capsized off Libya's coast.", "Libya", (30.4, 33.5, 15.0, 20.5), Precision.REGION),
    ],
)
def test_off_the_coast_lies_in_the_water(text: str, name: str, box: tuple[float, float, float, float], precision: Precision) -> None:
    place = places(text)[name]
    assert place.latitude is not None and place.longitude is not None
    assert box[0] < place.latitude < box[1] and box[2] < place.longitude < box[3], (place.latitude, place.longitude)
    assert place.precision is precision


def test_off_a_town_without_a_shore_stays_there() -> None:
    place = places("A drone was shot down off Kansas City, Missouri.")["Kansas City"]
    assert km(place, 39.1, -94.58) < 5


def test_a_claim_has_one_place_for_a_way(tools: Tools) -> None:
    (claim, *_) = [c for c in read("Gunmen attacked a convoy on the Damascus-Homs highway, killing four soldiers.") if c.event.type == "ASSAULT"]
    assert [place.name for place in claim.places] == ["Damascus-Homs highway"]
