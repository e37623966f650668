"""Places that are said otherwise than by a town's name right at the deed, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.intake.text import Given, document_from_text
from reportedly.read import Tools, read_document
from reportedly.records import Claim


def claim(tools: Tools, text: str, kind: str) -> Claim:
    return next(c for c in read_document(document_from_text(text), tools) if c.event.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("Teachers have blocked the main bridge for two days.", "PROTEST", {"main bridge"}),
        ("Villagers blocked National Road 5.", "PROTEST", {"National Road 5"}),
        ("About 200 people chanted outside the French embassy.", "PROTEST", {"French embassy"}),
        ("Nurses rallied in front of the courthouse.", "PROTEST", {"courthouse"}),
        ("The party intends to stage a rally opposite the Central Railway Station.", "PROTEST", {"Central Railway Station"}),
        ("Terrorist targets in the Gara and Avasin regions were hit.", "ASSAULT", {"Gara", "Avasin"}),
        ("Rebels shelled the villages of Lisala Ndogo and Kurumba.", "ASSAULT", {"Lisala Ndogo", "Kurumba"}),
        ("Shiraz: Medical students boycotted classes, a union said.", "PROTEST", {"Shiraz"}),
        ("KISANGANI, May 3 - Colonel Pierre Mbuyi was convicted here of 23 murders.", "COERCE", {"Kisangani"}),
        ("QUITO, May 3 - Two judges were shot in this capital.", "ASSAULT", {"Quito"}),
        ("Poland said a drone had strayed into its airspace.", "COERCE", {"Poland"}),
        ("The European Union barred ten officials from its territory.", "SANCTION", {"its territory"}),
        ("Kenyan forces beat civilians across the country.", "ASSAULT", {"Kenya"}),
        ("Gunmen abducted two men in the Afghan capital.", "ASSAULT", {"Kabul"}),
        ("A judge sentenced the clerk to ten years in prison.", "COERCE", set()),
        ("According to sources in Cairo, gunmen killed a guard.", "ASSAULT", set()),
        ("Kenya's judges ruled. The clerk was jailed by the country's Constitutional Court.", "COERCE", set()),
        ("Police beat students in Azerbaijan's capital.", "ASSAULT", {"Baku"}),
        ("Japan's ambassador to Britain accused the firm of fraud.", "ACCUSE", set()),
        ("In Kisumu, the ambassador to Britain accused the firm of fraud.", "ACCUSE", {"Kisumu"}),
        ("Five men appeared in court over the riots on St Patrick's Day.", "COERCE", set()),
        ("Mali on Monday ordered 24 French instructors out of the country.", "SANCTION", {"Mali"}),
        ("The army shelled areas held by rebels in Idlib.", "ASSAULT", {"Idlib"}),
        ("The commission let convoys move through Ad Dabbah.", "CONCEDE", {"Ad Dabbah"}),
        ("Strikers took to the streets in Kampala and Masaka.", "PROTEST", {"Kampala", "Masaka", "streets"}),
        ("Rebels regained Marka on Monday.", "COERCE", {"Marka"}),
        ("Rebels clashed with a militia from the Habar clan near Gao.", "ASSAULT", {"Gao"}),
        ("Shells struck a bus in Homs on Monday as rebels are fighting in Idlib.", "ASSAULT", {"Homs"}),
        ("Bombings in Baghdad killed nine cooks on Sunday, the newest attacks to hit the capital as Iraqi forces battle the militia in Mosul.", "ASSAULT", {"Baghdad"}),
        ("Police dispersed a rally, killing one monk, in Luanda on Friday.", "COERCE", {"Luanda"}),
        ("The army has barred all foreigners from the highlands.", "COERCE", {"highlands"}),
        ("He was arrested in Rome and extradited to Paris on Friday.", "COERCE", {"Rome"}),
    ],
)
def test_places_by_other_words(tools: Tools, text: str, kind: str, places: set[str]) -> None:
    assert {p.name for p in claim(tools, text, kind).places} == places


def test_a_capital_before_a_colon_may_be_who_speaks(tools: Tools) -> None:
    text = "Moscow: Russian troops have shelled a market in Donetsk, the ministry said."
    assert "Moscow" not in {p.name for p in claim(tools, text, "ASSAULT").places}


def test_where_a_crowd_takes_to_the_streets_is_no_way_there(tools: Tools) -> None:
    places = claim(tools, "Strikers took to the streets in Kampala.", "PROTEST").places
    assert [p.role for p in places if p.name == "Kampala"] == ["at"]


def test_who_is_taken_to_a_house_is_on_the_way_there(tools: Tools) -> None:
    places = claim(tools, "Two guards were taken to Beled hospital after the raid.", "AID").places
    assert [p.role for p in places] == ["to"]


def test_what_is_quoted_is_not_where_the_reporter_sat(tools: Tools) -> None:
    text = 'KISANGANI, May 3 - "They killed two men here," a priest in Goma said.'
    assert "Kisangani" not in {p.name for p in claim(tools, text, "ASSAULT").places}


def test_a_named_house_is_the_scene_of_what_follows(tools: Tools) -> None:
    text = "Gunmen stormed the Tawakal Hotel on Sunday.\n\nThe police shot all four attackers, a minister said."
    claims = [c for c in read_document(document_from_text(text), tools) if c.event.type == "ASSAULT"]
    assert [{p.name for p in c.places} for c in claims] == [{"Tawakal Hotel"}, {"Tawakal Hotel"}]


def test_a_court_is_not_the_scene_of_the_deeds(tools: Tools) -> None:
    text = "A judge in Rosario convicted the colonel on Monday.\n\nHis men had beaten students, a witness said."
    assault = claim(tools, text, "ASSAULT")
    assert not assault.places


def test_a_clause_that_says_where_is_not_where_the_one_before_was(tools: Tools) -> None:
    text = "The first summit took place in Oslo on Monday, and the second summit took place in Brussels on Tuesday."
    first, second = read_document(document_from_text(text, given=Given(date(2024, 5, 15))), tools).claims
    assert ([p.name for p in first.places], [p.name for p in second.places]) == (["Oslo"], ["Brussels"])
    assert (first.time and first.time.start, second.time and second.time.start) == ("2024-05-13", "2024-05-14")
    both = read_document(document_from_text("In Syria, troops shelled Homs and jets bombed a market in Aleppo."), tools).claims
    assert [{p.name for p in c.places} & {"Syria", "Aleppo", "Homs"} for c in both] == [{"Syria", "Homs"}, {"Syria", "Aleppo"}]


def test_where_the_talks_were_is_not_where_one_goes_after_them(tools: Tools) -> None:
    claims = read_document(document_from_text("Following talks in Paris the minister visited Oslo."), tools).claims
    assert {p.name for c in claims if c.event.mode == "visit" for p in c.places} == {"Oslo"}


def test_a_gulf_keeps_its_name_in_a_headline(tools: Tools) -> None:
    (claim,) = read_document(document_from_text("Navy captures 26 pirates in Gulf of Aden"), tools)
    assert [p.name for p in claim.places] == ["Gulf of Aden"]
