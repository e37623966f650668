"""Which place a name means, by what the report says around it. The reports are our own."""

from __future__ import annotations

import pytest

from reportedly.document import Document
from reportedly.find.places import PlaceMention, find_places
from reportedly.records import Place
from reportedly.resolve.gazetteer import Toponym
from reportedly.resolve.place_points import moved
from reportedly.resolve.places import resolve_places, to_place
from reportedly.terms import PlaceRole, Precision
from tests.find.test_places import gazetteer, sentences


def resolved(text: str) -> tuple[Document, dict[PlaceMention, Toponym | None]]:
    document = Document("d", text)
    return document, resolve_places([find_places(s, gazetteer()) for s in sentences(text)], gazetteer(), document)


def places(text: str) -> dict[str, Place]:
    document, found = resolved(text)
    return {m.text: to_place(PlaceRole.AT, m, found, document, gazetteer()) for m in found}


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("Fighting raged in Hama, Syria.", "Hama", "geonames:170017"),
        ("Clashes spread across Idlib province in Syria.", "Idlib province", "admin1:SY.12"),
        ("A bomb went off in the city of Idlib in Syria.", "Idlib", "geonames:169389"),
        ("Syrian forces shelled Latakia.", "Latakia", "geonames:173576"),
        ("A man was arrested in Alexandria, La., on Friday.", "Alexandria", "geonames:4314550"),
        ("Egyptian police fired tear gas in Alexandria.", "Alexandria", "geonames:361058"),
        ("Britain blamed Russia for the attack in Salisbury.", "Salisbury", "geonames:2638664"),
        ("Voters in Paris, Texas, chose a new mayor.", "Paris", "geonames:4717560"),
        ("After talks in Paris, the US defence secretary flew home.", "Paris", "geonames:2988507"),
        ("Georgia said Russia had bombed Gori near Tbilisi.", "Georgia", "country:GEO"),
        ("A storm hit Atlanta, Savannah and other parts of Georgia.", "Georgia", "admin1:US.GA"),
        ("Kurdish fighters retook Sinjar in northern Iraq.", "Sinjar", "geonames:448149"),
        ("Tripoli was quiet, Lebanese officials in Beirut said.", "Tripoli", "geonames:266826"),
        ("Militias clashed in Tripoli, the Libyan capital.", "Tripoli", "geonames:2210247"),
    ],
)
def test_one_sense(text: str, words: str, id: str) -> None:
    assert places(text)[words].place == id


def test_one_sense_a_report() -> None:
    _, found = resolved("A fire broke out in Alexandria, La., on Friday. Police in Alexandria said two people died.")
    assert {place.id for m, place in found.items() if m.name == "Alexandria" and place} == {"geonames:4314550"}


def test_place_in_no_gazetteer_takes_the_area_that_the_text_gives() -> None:
    place = places("Soldiers raided the village of Zarqalubad in Helmand province.")["Zarqalubad"]
    assert (place.place, place.precision, place.country, place.name) == ("admin1:AF.10", Precision.PROVINCE, "AFG", "Zarqalubad")


def test_place_known_to_nobody_has_no_point() -> None:
    place = places("A fire broke out in Zarqalubad.").get("Zarqalubad")
    assert place is None or (place.latitude is None and place.precision is None and place.place is None)


def test_building_stands_in_its_town() -> None:
    place = places("Iraqi troops entered Mosul University on Saturday.")["Mosul University"]
    assert (place.place, place.precision, place.name) == ("geonames:99072", Precision.TOWN, "Mosul University")


def test_precision_follows_the_words() -> None:
    assert places("Ten people died in northern Syria.")["northern Syria"].precision is Precision.REGION
    assert places("Ten people died in Syria.")["Syria"].precision is Precision.COUNTRY
    assert places("Gunmen opened fire near Baghdad.")["Baghdad"].precision is Precision.DISTRICT


def test_distance_moves_the_point() -> None:
    place = places("A blast killed five people 12 miles north of Mosul, Iraq.")["Mosul"]
    assert place.latitude == pytest.approx(36.335 + 19.3 / 111.2, abs=0.01)
    assert place.longitude == pytest.approx(43.119, abs=0.01)
    assert place.precision is Precision.DISTRICT


def test_moved_crosses_the_date_line() -> None:
    latitude, longitude = moved(0.0, 179.9, 90.0, 50.0)
    assert latitude == pytest.approx(0.0, abs=1e-9) and longitude == pytest.approx(-179.65, abs=0.01)


def test_evidence_is_the_words_of_the_report() -> None:
    text = "Ten people died in northern Syria."
    place = places(text)["northern Syria"]
    assert text[place.words.start : place.words.end] == place.words.text == "northern Syria"
    assert place.name == "Syria"


def test_nothing_to_resolve() -> None:
    assert resolve_places([], gazetteer(), Document("d", "")) == {}
