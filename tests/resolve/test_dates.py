"""Times resolved against the day of publication: the interval that the words say, or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportedly.find.moments import Ago, Between, Month, Since, Unit, Until, Weekday, Weekend, Window
from reportedly.find.times import find_times
from reportedly.resolve.dates import UNRESOLVED, resolve_time
from tests.sentences import tokens

DATA: dict[str, list[Any]] = yaml.safe_load((Path(__file__).parents[1] / "data" / "dates.yaml").read_text())
ROWS = [row for name, rows in DATA.items() if name != "none" for row in rows]


def text(value: object) -> str | None:
    return value.isoformat() if isinstance(value, date) else value  # type: ignore[return-value]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_the_interval(row: list[Any]) -> None:
    published, sentence, mention, start, end, precision, *rest = row
    options: dict[str, Any] = dict(rest[0]) if rest else {}
    if "anchor" in options:
        options["anchor"] = tuple(options["anchor"])
    found = next(m for m in find_times(tokens(sentence)) if sentence[m.span.start : m.span.end] == mention)
    assert resolve_time(found.expression, published=published, **options) == (text(start), text(end), precision)


def test_the_set_is_as_large_as_promised() -> None:
    assert len(ROWS) >= 120


moments = st.one_of(
    st.builds(Weekday, st.integers(0, 6), st.sampled_from([None, -1, 0, 1])),
    st.builds(Month, st.integers(1, 12), st.none(), st.none(), st.sampled_from([None, -1, 1]), st.sampled_from([None, "early", "late"])),
    st.builds(Unit, st.sampled_from(["day", "week", "month", "year", "decade", "century"]), st.integers(-1, 1)),
    st.builds(Weekend, st.sampled_from([None, -1, 0, 1])),
    st.builds(Ago, st.floats(-5000, -0.5), st.sampled_from(["hour", "day", "week", "month", "year", "decade", "century"])),
    st.builds(Window, st.floats(0.5, 5000), st.sampled_from(["minute", "hour", "day", "week", "month", "year", "decade"])),
)


@given(moments, st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["past", "future"]))
def test_no_interval_ends_before_it_starts(moment: Any, published: date, tense: str) -> None:
    for said in (moment, Since(moment), Until(moment), Between(moment, moment)):
        start, end, precision = resolve_time(said, published=published, tense=tense)
        assert start is None or end is None or start <= end
        assert (precision is None) == (start is None and end is None)


@given(moments)
def test_without_a_publication_date_nothing_relative_is_guessed(moment: Any) -> None:
    assert resolve_time(moment, published=None) == UNRESOLVED


@given(st.integers(0, 6), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_past_weekday_lies_in_the_seven_days_up_to_publication(weekday: int, published: date) -> None:
    start, _, _ = resolve_time(Weekday(weekday), published=published)
    assert start is not None
    assert 0 <= (published - date.fromisoformat(start)).days < 7


def test_something_that_is_no_time_is_refused() -> None:
    with pytest.raises(TypeError):
        resolve_time("Wednesday", published=None)  # type: ignore[arg-type]
