"""Times in sentences: what is found, where it stands, and what is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.find.moments import Ago, Ahead, ClockOnly, Counted, Day, Feast, Onward, Since, ToCome, Vague, Weekday, Window
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


@pytest.mark.parametrize("sentence", [
    "The leaders will meet on Friday.", "The union may strike on Friday.", "They are due to meet on Friday.", "Ministers meet on Friday.",
    "The truce takes effect on Friday.", "They will meet and sign on Friday.", "Starting on Friday, dockers will strike.", "He called a strike for Friday.",
])  # fmt: skip
def test_what_is_yet_to_come_is_told_by_its_verb(sentence: str) -> None:
    assert isinstance(find_times(tokens(sentence))[0].expression, ToCome | Onward)


@pytest.mark.parametrize("sentence", [
    "The leaders met on Friday.", "He may have been shot on Friday.", "Rebels attack the town on Friday.", "They had planned to meet on Friday.",
    "It was for Friday's raid that he was jailed.",
])  # fmt: skip
def test_what_is_past_stays_past(sentence: str) -> None:
    assert find_times(tokens(sentence))[0].expression == Weekday(4)


def test_a_time_leans_on_one_further_on_or_on_nothing() -> None:
    raid, monday = find_times(tokens("Police arrested him a day after Monday's raid."))
    assert (raid.expression, monday.expression) == (Counted(Ago(1, "day", anchored=True), Weekday(0)), Weekday(0))
    (alone,) = find_times(tokens("Police arrested him on the eve of the vote."))
    assert alone.expression == Vague("on the eve of")


def test_in_three_days_is_a_time_only_ahead() -> None:
    assert find_times(tokens("Rebels took the town in three days.")) == ()
    assert find_times(tokens("The army will withdraw in three days."))[0].expression == ToCome(Ahead(3, "day"))


def test_names_of_days_take_their_year_along() -> None:
    assert find_times(tokens("The Easter Sunday bombings of 2019 killed many."))[0].expression == Feast(0, 2019)
    assert find_times(tokens("He was shot on Christmas Day 2013."))[0].expression == Day(25, 12, 2013)
    assert find_times(tokens("A truck was driven into a Christmas market.")) == ()


def test_a_named_day_may_close_a_headline() -> None:
    made = tokens("Doctors strike before Good Friday")
    assert [m.span.end for m in find_times(made)] == [made[-1].end]
