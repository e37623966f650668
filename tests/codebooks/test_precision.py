"""Precision in the codes of UCDP and ACLED: the table, and claims as they are exported."""

from __future__ import annotations

import pytest

from reportedly.codebooks.data import load_data
from reportedly.codebooks.precision import date_prec, geo_precision, time_precision, where_prec
from reportedly.read import Tools, read
from reportedly.rows import flat
from reportedly.terms import Precision


@pytest.mark.parametrize(
    ("precision", "place", "ucdp", "acled"),
    [
        ("exact", "own:north:cp-7", 1, 1),
        ("town", "geonames:170017", 1, 1),
        ("district", "geonames:170017", 2, 2),  # near Hama
        ("district", None, 2, 2),  # between two towns
        ("district", "admin2:US.LA.079", 3, 2),
        ("province", "admin1:SY.10", 4, 3),
        ("province", "region:darfur", 5, 3),
        ("province", None, 5, 3),  # on a long road
        ("country", "country:SYR", 6, None),
        ("region", "country:SYR", 5, 3),  # northern Syria
        ("region", "region:sahel", 5, 3),
        ("region", "sea:black-sea", 7, None),
        (None, None, None, None),
    ],
)
def test_places(precision: str | None, place: str | None, ucdp: int | None, acled: int | None) -> None:
    assert where_prec(precision, place) == ucdp
    assert geo_precision(precision, place) == acled


@pytest.mark.parametrize(
    ("start", "end", "ucdp", "acled"),
    [
        ("2019-07-23", "2019-07-23", 1, 1),
        ("2019-07-23T06:00", "2019-07-23T07:00", 1, 1),
        ("2019-07-23", "2019-07-24", 2, 2),
        ("2019-07-23", "2019-07-28", 2, 2),
        ("2019-07-22", "2019-07-28", 3, 2),
        ("2019-07-22", "2019-07-29", 4, 3),
        ("2019-07-01", "2019-07-31", 4, 3),
        ("2019-07-01", "2019-08-01", 5, None),
        ("2016-01-01", "2016-12-31", 5, None),
        ("2015-01-01", "2016-12-31", None, None),
        ("2019-07-01", None, None, None),
        (None, "2019-07-01", None, None),
        (None, None, None, None),
    ],
)
def test_times(start: str | None, end: str | None, ucdp: int | None, acled: int | None) -> None:
    assert date_prec(start, end) == ucdp
    assert time_precision(start, end) == acled


def test_the_table_has_every_precision_and_allowed_codes() -> None:
    table = load_data("precision.yaml")
    assert {row["precision"] for row in table["places"]} == set(Precision)
    codes = [row["where_prec"] for row in table["places"]]
    assert set(codes) == set(range(1, 8))
    assert {row["geo_precision"] for row in table["places"]} == {1, 2, 3, None}
    days = [row["days"] for row in table["times"]]
    assert days == sorted(days) and [row["date_prec"] for row in table["times"]] == [1, 2, 3, 4, 5]


def test_rows_have_the_codes_of_their_one_place_and_time(tools: Tools) -> None:
    reading = read("Gunmen killed three farmers near Hama on Monday, police said.", published="2015-10-07")
    row = next(flat(claim.to_dict()) for claim in reading if claim.event.type == "ASSAULT")
    assert (row["precision"], row["where_prec"], row["geo_precision"]) == ("district", 2, 2)
    assert (row["date_prec"], row["time_precision"]) == (1, 1)
