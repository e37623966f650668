"""Times in sentences: what is found, where it stands, and what is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.find.moments import ClockOnly, Day, Since, Vague, Weekday, Window
from reportedly.find.times import find_times
from tests.sentences import tokens

DATA: dict[str, list[Any]] = yaml.safe_load((Path(__file__).parents[1] / "data" / "dates.yaml").read_text())
ROWS = [row for name, rows in DATA.items() if name != "none" for row in rows]


@pytest.mark.parametrize("sentence,mention", sorted({(row[1], row[2]) for row in ROWS}))
def test_the_mention_is_found_where_it_stands(sentence: str, mention: str) -> None:
    assert mention in [sentence[m.span.start : m.span.end] for m in find_times(tokens(sentence))]


@pytest.mark.parametrize("sentence", DATA["none"])
def test_durations_ages_and_names_are_no_times(sentence: str) -> None:
    assert find_times(tokens(sentence)) == ()


def test_positions_count_in_the_tokens_given() -> None:
    made = tokens("The town fell. Rebels seized it on Wednesday morning.")
    mention = find_times(made[4:])[0]
    assert [t.text for t in made[4:][mention.first : mention.last + 1]] == ["Wednesday", "morning"]
    assert mention.head.text == "morning"


def test_the_head_is_the_word_highest_in_the_tree() -> None:
    made = tokens("No aid has come since October.")
    mention = find_times(made)[0]
    assert (mention.head.text, type(mention.expression)) == ("since", Since)


def test_what_is_said_is_kept_as_said() -> None:
    def said(sentence: str) -> object:
        return find_times(tokens(sentence))[0].expression

    assert said("He left on Tuesday night.") == Weekday(1, part="night")
    assert said("He left on 3 May.") == Day(3, 5)
    assert said("He has sung for the past two hours.") == Window(2, "hour")
    assert said("He recently left.") == Vague("recently")
    assert isinstance(said("He left at 10:30 GMT."), ClockOnly)


def test_after_a_day_is_open_but_after_a_days_attack_is_not() -> None:
    alone, named = find_times(tokens("He fled after Friday.")), find_times(tokens("He fled after Friday's attack."))
    assert type(alone[0].expression).__name__ == "After"
    assert named[0].expression == Weekday(4)


def test_several_times_of_a_sentence_keep_their_order() -> None:
    found = find_times(tokens("On Monday shells fell; on Tuesday, 13 October 2015, the army said it had stopped last week."))
    assert [type(m.expression).__name__ for m in found] == ["Weekday", "Day", "Unit"]


def test_no_tokens_no_times() -> None:
    assert find_times(()) == ()
