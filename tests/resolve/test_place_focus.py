"""Places that lie together: districts that names share, and where an unlisted name of a local report is. Own reports."""

from __future__ import annotations

import pytest

from reportedly.find.place_mention import PlaceMention
from reportedly.resolve.gazetteer import Toponym
from reportedly.resolve.place_focus import districts_of, focus_of
from reportedly.terms import Precision
from tests.resolve.test_places import places, resolved


def place(id: str, latitude: float = 0.0, longitude: float = 0.0, parents: tuple[str, ...] = (), weight: float = 4.0) -> Toponym:
    return Toponym(id, id, latitude, longitude, "USA", None, id.partition(":")[0], 1000, Precision.TOWN, parents, weight)


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        # a town and its county settle each other
        ("A fair was held in Huntsville. Farmers of Walker County came.", "Huntsville", "geonames:4699540"),
        ("A fair was held in Huntsville. Farmers of Madison County came.", "Huntsville", "geonames:4068590"),
        # states are named beside states
        ("Storms hit Ohio, Illinois and Indiana.", "Indiana", "admin1:US.IN"),
        ("Officers from England and Wales met in London.", "Wales", "admin1:GB.WLS"),
    ],
)
def test_names_settle_each_other(text: str, words: str, id: str) -> None:
    assert places(text)[words].place == id


def test_a_district_speaks_for_a_town_in_it() -> None:
    county, town, far = place("admin2:A"), place("town:t", parents=("admin2:A",)), place("town:f", parents=("admin2:B",))
    districts = districts_of({"county": [county], "town": [town, far]})
    assert districts.links(town, "town") > districts.links(far, "town") == 0
    assert districts.links(county, "county") > 0


def test_a_faint_namesake_says_little() -> None:
    """A hamlet called Washington in its county is no reason to read Florida as the hamlet beside it."""
    hamlet, capital = place("town:w", parents=("admin2:A",), weight=2.5), place("town:dc", weight=7.4)
    beside = place("town:f", parents=("admin2:A",))
    faint = districts_of({"Washington": [capital, hamlet], "Florida": [beside]}).links(beside, "Florida")
    full = districts_of({"Washington": [hamlet], "Florida": [beside]}).links(beside, "Florida")
    assert faint < full / 10


def test_the_focus_is_where_most_places_lie() -> None:
    near = [place("town:a", 40.0, -90.0), place("town:b", 40.1, -90.1), place("town:c", 40.2, -90.0)]
    focus = focus_of([*near, place("town:d", 10.0, 10.0)])
    assert focus is not None and focus.id in {each.id for each in near}
    assert focus_of([place("town:a", 40.0, -90.0), place("town:d", 10.0, 10.0)]) is None
    assert focus_of([]) is None


@pytest.mark.parametrize(
    ("text", "id", "precision"),
    [
        ("Clashes shook Aleppo, al-Bab and Manbij in Syria.", "admin1:SY.09", Precision.PROVINCE),  # no districts are listed there
        ("Sirens woke Huntsville and New Waverly in Walker County, Texas.", "admin2:US.TX.471", Precision.DISTRICT),
    ],
)
def test_an_unlisted_place_of_a_local_report_lies_where_that_is(text: str, id: str, precision: Precision) -> None:
    found = places(f"{text} A tree fell on houses in Zarqalubad.")["Zarqalubad"]
    assert (found.place, found.precision) == (id, precision)


def test_an_unlisted_place_of_a_report_that_roams_is_in_no_district() -> None:
    _, found = resolved("He flew from Lima to Tokyo and Nairobi. A shell fell on houses in Zarqalubad.")
    assert [p for m, p in found.items() if isinstance(m, PlaceMention) and m.name == "Zarqalubad"] in ([], [None])
