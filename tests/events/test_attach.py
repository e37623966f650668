"""To which event a place, a time or a figure belongs, and in which role."""

from __future__ import annotations

import pytest

from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.read import Tools, read_document
from reportedly.records import Claim


def claim(tools: Tools, text: str, type: str) -> Claim:
    reading = read_document(document_from_text(text, given=Given(parse_date("2016-03-10"))), tools)
    return next(c for c in reading.claims if c.event.type == type)


@pytest.mark.parametrize(
    ("text", "type", "role", "name"),
    [
        ("Jets based at Incirlik bombed a depot in Raqqa.", "ASSAULT", "from", "Incirlik"),
        ("Jets based at Incirlik bombed a depot in Raqqa.", "ASSAULT", "at", "Raqqa"),
        ("Gunmen killed a guard 6 km from Daquq.", "ASSAULT", "at", "Daquq"),
        ("Iran has sent advisers to Syria to support the army.", "SUPPORT", "at", "Syria"),
        ("The envoy led a delegation to Berlin for a meeting with ministers.", "CONSULT", "at", "Berlin"),
        ("Britain launched its own air strikes on rebels within Syrian territory.", "ASSAULT", "at", "Syria"),
        ("Police closed an office in Detroit where the shootings took place.", "ASSAULT", "at", "Detroit"),
        ("Near Bayji, coalition jets bombed a tunnel.", "ASSAULT", "at", "Bayji"),
    ],
)
def test_places(tools: Tools, text: str, type: str, role: str, name: str) -> None:
    assert (role, name) in [(p.role.value, p.name) for p in claim(tools, text, type).places]


@pytest.mark.parametrize(
    ("text", "type", "start"),
    [
        ("In December, state media said a missile had hit the port.", "ASSAULT", "2015-12-01"),
        ("The two sides agreed, in a deal brokered in May, to free prisoners.", "AGREE", "2015-05-01"),
        ("The army launched an offensive on the town, spearheaded by its allies, on Monday.", "ASSAULT", "2016-03-07"),
    ],
)
def test_times(tools: Tools, text: str, type: str, start: str) -> None:
    time = claim(tools, text, type).time
    assert time is not None
    assert time.start == start


@pytest.mark.parametrize(
    "text",
    [
        "A guard was charged on Monday with the murder of a clerk.",
        "The minister accused the rebels on Monday of shelling the town.",
        "A man was arrested on Monday in connection with the stabbing of a nun.",
    ],
)
def test_the_day_of_a_charge_is_not_the_deeds(tools: Tools, text: str) -> None:
    assert claim(tools, text, "ASSAULT").time is None


def test_the_day_of_a_deed_is_not_that_of_who_condemns_or_judges_it(tools: Tools) -> None:
    assert claim(tools, "The pope condemned Friday's attack on the church.", "ACCUSE").time is None
    text = "A farmer was convicted of a 2006 shooting at a bank."
    assert claim(tools, text, "COERCE").time is None
    assert (claim(tools, text, "ASSAULT").time.start or "")[:4] == "2006"  # type: ignore[union-attr]


def test_the_year_of_a_cars_make_is_no_day(tools: Tools) -> None:
    assert claim(tools, "Police arrested a robber in his 2012 Fiat Punto.", "COERCE").time is None


def test_the_number_of_a_guns_make_counts_nothing(tools: Tools) -> None:
    assert [f.low for f in claim(tools, "Police seized 12 AK 47 rifles.", "COERCE").figures] == [12]


def test_the_adjunct_of_saying_dates_the_saying(tools: Tools) -> None:
    assert claim(tools, "In December, state media said a missile hit the port.", "ASSAULT").time is None


def test_an_object_is_counted_with_its_own_verb(tools: Tools) -> None:
    raid = claim(tools, "Troops raided the village and torched 40 houses.", "ASSAULT")
    assert [f.low for f in raid.figures] == []


@pytest.mark.parametrize(
    "text",
    [
        "Rebels ambushed an army truck on the road, in which two soldiers died.",
        "The army condemned the attack on a market in which two people were killed.",
        "A series of air strikes on Idlib killed two people.",
    ],
)
def test_what_came_of_a_deed_is_told_with_it(tools: Tools, text: str) -> None:
    told = read_document(document_from_text(text), tools).claims
    (deed,) = [c for c in told if c.event.type == "ASSAULT"]
    assert [(f.role.value, f.low) for f in deed.figures] == [("killed", 2)]


def test_what_had_been_was_not_when_the_main_clause_is(tools: Tools) -> None:
    text = "Police said a priest, who had been kidnapped by rebels, was freed on Monday."
    assert claim(tools, text, "ASSAULT").time is None
    freed = claim(tools, text, "CONCEDE").time
    assert freed is not None
    assert freed.start == "2016-03-07"


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed the port of Hodeida on Tuesday in response to the killing of two guards.",
        "Rebels shelled Taiz on Monday in retaliation for an attack on their convoy.",
        "The soldier was hanged in Amman on 4 February 2015 for the burning of a pilot.",
        "Police detained six men in Lyon on Tuesday in connection with the murder of a priest.",
        "Thousands marched in Tunis on Sunday in protest at the shooting of a student.",
    ],
)
def test_what_occasioned_a_deed_was_elsewhere_and_done_by_others(tools: Tools, text: str) -> None:
    done, occasion = read_document(document_from_text(text, given=Given(parse_date("2016-03-10"))), tools).claims
    assert (occasion.time, occasion.places, occasion.actors) == (None, (), ())
    assert done.time is not None
    assert not done.figures or done.figures[0].low != 2


def test_a_day_behind_the_occasion_is_the_occasions(tools: Tools) -> None:
    text = "The army raided a village in revenge for the murder of an officer on Friday."
    murder = read_document(document_from_text(text, given=Given(parse_date("2016-03-10"))), tools).claims[-1]
    assert murder.time is not None
    assert murder.time.start == "2016-03-04"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gunmen killed two tourists from Spain in Tunis.", ["Tunis"]),
        ("Militants beheaded 12 workers from Egypt.", []),
        ("Police arrested three men from Leeds.", []),
        ("Rockets fired from Gaza killed a farmer from Thailand.", []),
        ("Rebels kidnapped 30 girls from Chibok.", ["Chibok"]),
        ("Soldiers shelled the villages from Baalbek.", ["Baalbek"]),
    ],
)
def test_where_people_come_from_is_not_where_it_was_done_to_them(tools: Tools, text: str, places: list[str]) -> None:
    (done,) = read_document(document_from_text(text), tools).claims
    assert [p.name for p in done.places if p.latitude is not None] == places


def test_what_a_deed_came_from_is_no_scene(tools: Tools) -> None:
    text = "Rebels shelled the villages from Baalbek. On Friday, the rebels kidnapped two farmers."
    assert [[p.name for p in c.places if p.latitude is not None] for c in read_document(document_from_text(text), tools).claims] == [["Baalbek"], []]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The envoys held talks on Libya in Geneva on Monday.", ["Geneva"]),
        ("Ministers met at a conference on Syria in London.", ["London"]),
        ("Ministers met on Malta.", ["Malta"]),
    ],
)
def test_what_is_talked_about_is_not_where(tools: Tools, text: str, places: list[str]) -> None:
    assert [p.name for p in claim(tools, text, "CONSULT").places] == places


def test_the_day_of_saying_dates_no_deed_before_it(tools: Tools) -> None:
    assert claim(tools, "On 7 March, he admitted that he had kidnapped two traders in 2009.", "ASSAULT").time is not None
    assert claim(tools, "On 7 March, he admitted that he had kidnapped two traders.", "ASSAULT").time is None


def test_each_of_two_clauses_with_helping_verbs_has_its_own_day(tools: Tools) -> None:
    kidnapped, killed = read_document(document_from_text("They had kidnapped two traders, and had killed a guard in October 2005."), tools).claims
    assert kidnapped.time is None
    assert killed.time is not None
