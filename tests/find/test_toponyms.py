"""Every toponym of a report, found or given. The reports are our own, parsed by the real model."""

from __future__ import annotations

import pytest

from reportedly.document import Document
from reportedly.find.datelines import dateline_of
from reportedly.find.given_toponyms import toponyms_at
from reportedly.find.places import find_places
from reportedly.find.streets import streets
from reportedly.find.toponyms import toponyms
from reportedly.language.parse import Parse
from reportedly.spans import Span
from tests.find.test_places import gazetteer, sentences


def parsed(text: str) -> Parse:
    return Parse(Document("d", text), sentences(text))


def names(text: str) -> list[str]:
    return [text[span.start : span.end] for each in toponyms(parsed(text), gazetteer()) for span in each]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Syrian and European envoys met Texans in Geneva.", ["Syrian", "European", "Texans", "Geneva"]),
        ("South Ossetian fighters left.", ["South Ossetian"]),
        ("The clerk works for Walker County Jail.", ["Walker County"]),
        ("A bakery burned down on North Main Street.", ["North Main Street"]),
        ("A lorry overturned on Highway 19 near Dallas.", ["Highway 19", "Dallas"]),
        ("The rain stopped before noon.", []),
    ],
)
def test_more_than_the_places_of_events(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_place_in_one_sentence_is_one_in_the_next() -> None:
    assert names("A shop was robbed in Chicopee. Chicopee police arrested a man.") == ["Chicopee", "Chicopee"]


def test_a_name_that_a_person_bears_is_that_persons() -> None:
    text = "John Lancaster opened the shop. Visitors asked about Lancaster on Monday."
    assert "Lancaster" not in names(text)


def test_a_street_is_one_toponym() -> None:
    assert names("The thief fled along Wichita Drive.") == ["Wichita Drive"]
    (sentence,) = sentences("Crews closed County Highway 43 and Sunny Hills Road.")
    assert [draft.name for draft in streets(sentence.tokens)] == ["County Highway 43", "Sunny Hills Road"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TRIPOLI, Lebanon, May 3 (Reuters) - Shops stayed shut.", [("TRIPOLI", "Lebanon"), ("Lebanon", None)]),
        ("ST. JOHN'S, N.L. - The ferry was late.", [("ST. JOHN'S", "N.L."), ("N.L.", None)]),
        ("Shops stayed shut in Tripoli.", None),
    ],
)
def test_places_of_a_dateline(text: str, expected: list[tuple[str, str | None]] | None) -> None:
    line = dateline_of(Document("d", text))
    found = [(m.name, m.parent.name if m.parent else None) for m in find_places(line, gazetteer())] if line else None
    assert found == expected


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("A Canadian bank closed its branch.", "Canadian", "country:CAN"),  # and not Canadian in Texas
        ("Fla. farmers hope for rain.", "Fla.", "admin1:US.FL"),
        ("KAZAKH farmers hope for rain.", "KAZAKH", "country:KAZ"),
    ],
)
def test_given_names_are_more_than_names_of_places(text: str, name: str, id: str) -> None:
    at = text.index(name)
    span = Span(at, at + len(name))
    assert toponyms_at(parsed(text), [span], gazetteer())[0][span].candidates[0].id == id


def test_a_given_name_tells_where_it_is_by_a_part() -> None:
    text = "The Delhi High Court and a Detention Centre were shut."
    court, centre = Span(4, 20), Span(27, 43)
    found = toponyms_at(parsed(text), [court, centre], gazetteer())[0]
    assert "IND" in {each.country for each in found[court].inside}
    assert found[centre].inside == ()
