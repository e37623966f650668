"""What a report says elsewhere for its times: the event told before, and how its outlet writes dates in numbers."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.find.moments import Ago, Counted, Day, Month, NumericDate, Unit, Weekday, Years
from reportedly.find.times import find_times
from reportedly.intake.text import Given, document_from_text
from reportedly.knowledge import load_knowledge
from reportedly.resolve.anchors import anchored, writes_day_first
from reportedly.resolve.calendar import easter
from reportedly.resolve.told_years import with_year
from tests.sentences import tokens


def expressions(*sentences: str, outlet: str | None = None) -> list[object]:
    document = document_from_text(" ".join(sentences), given=Given(date(2024, 3, 13), outlet))
    times = {number: find_times(tokens(sentence)) for number, sentence in enumerate(sentences)}
    return [m.expression for mentions in anchored(times, document, load_knowledge()).values() for m in mentions]


@pytest.mark.parametrize("outlet,day_first", [
    ("BBC News", True), ("The Guardian", True), ("CNN", False), ("The New York Times", False), ("Nobody's Gazette", None), (None, None),
])  # fmt: skip
def test_the_order_of_a_date_is_its_outlets(outlet: str | None, day_first: bool | None) -> None:
    assert writes_day_first(outlet, load_knowledge()) is day_first


def test_dates_in_numbers_are_read_as_the_outlet_writes_them() -> None:
    said = "The hostages were freed on 02/03/2024."
    assert expressions(said, outlet="CNN") == [Day(3, 2, 2024)]
    assert expressions(said, outlet="The Guardian") == [Day(2, 3, 2024)]
    assert expressions(said) == [NumericDate(2, 3, 2024)]


def test_the_following_day_follows_the_day_before_it() -> None:
    _, following = expressions("Rebels took the town on 2 March.", "The following day the army bombed it.")
    assert following == Counted(Unit("day", 1, anchored=True), Day(2, 3))


def test_it_is_not_counted_from_the_day_of_the_telling() -> None:
    *_, following = expressions("Gunmen killed a judge on Friday, police said on Sunday.", "The next day they shot a guard.")
    assert following == Counted(Unit("day", 1, anchored=True), Weekday(4))


def test_it_is_not_counted_from_a_time_too_coarse_or_too_far_back() -> None:
    *_, coarse = expressions("Rebels took the town in 2012.", "Two days later the army bombed it.")
    assert coarse == Ago(2, "day", anchored=True)
    *_, far = expressions("Rebels took it on 2 March.", "It is small.", "It has a port.", "It lies by the sea.", "Two days later the army came.")
    assert far == Ago(2, "day", anchored=True)


def test_a_year_later_counts_from_a_year() -> None:
    *_, later = expressions("Rebels took the town in 2012.", "A year later the army bombed it.")
    assert later == Counted(Ago(1, "year", anchored=True), Years(2012, 2012))


@pytest.mark.parametrize(
    ("sentences", "last"),
    [
        (("The siege began in August 2005.", "On 5 August the rebels took the port.", "It burned.", "They left on 2 October."), Day(2, 10, 2005)),
        (("He was seized in May 2006.", "His lawyer said that it was on 10 May."), Day(10, 5, 2006)),
        (("On 4 July 2011 troops entered the town.", "The last rebels left in August."), Month(8, 2011)),
        (("In 2006 he rented a house.", "On 7 June he was killed there."), Day(7, 6, 2006)),
        (("The war began in March 2015.", "On 2 March jets bombed the port."), Day(2, 3)),  # eleven days before publication
        (("The war began in March 2015.", "On 5 September the envoy resigned."), Day(5, 9)),  # half a year further on
        (("They last met in November 2023.", "On 5 January the talks failed."), Day(5, 1)),
        (("The siege began in June 2024.", "On 5 June the rebels took the port."), Day(5, 6)),  # yet to come
        (("The siege began in November 2005.", "It is old.", "It is big.", "It is here.", "On 5 November the port fell."), Day(5, 11)),  # too far back
    ],
)
def test_a_date_in_an_account_of_a_past_year_is_of_that_year(sentences: tuple[str, ...], last: object) -> None:
    assert expressions(*sentences)[-1] == last


def test_an_account_goes_on_into_the_next_year() -> None:
    told = [Month(12, 2005)]
    assert with_year(Day(5, 1), told, date(2017, 9, 1)) == Day(5, 1, 2006)
    assert with_year(Day(5, 1), told, None) == Day(5, 1, 2006)


@pytest.mark.parametrize("sunday", ["1961-04-02", "2000-04-23", "2008-03-23", "2018-04-01", "2019-04-21", "2024-03-31", "2038-04-25"])
def test_easter(sunday: str) -> None:
    day = date.fromisoformat(sunday)
    assert easter(day.year) == day
