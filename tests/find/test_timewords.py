"""What a rule over time words cannot do without: sentences that lack it are not searched for it."""

from __future__ import annotations

import pytest

from reportedly.find.timegrammar import compiled
from reportedly.find.timewords import CLASSES, asked_for

RULES = [
    ("<the>?<part:part>?<weekday:weekday>", ["weekday"]),
    ("(?:<the><month:month>|<year:year>)<unit:unit>", ["unit"]),  # one of two ways is no must
    ("<the><of><season|weekend>", ["season", "weekend"]),
    ("<the><month:month>(?P<count>[dn]+)?<year>?", ["month"]),
]


@pytest.mark.parametrize(("pattern", "names"), RULES)
def test_the_word_that_says_most_about_a_time(pattern: str, names: list[str]) -> None:
    assert asked_for(pattern) == {CLASSES[n] for n in names}


def test_a_rule_without_a_must_is_for_every_sentence() -> None:
    assert asked_for("(?:<month>|<year>)<the>?") == set(CLASSES.values())


def test_no_rule_matches_without_the_word_that_it_is_asked_for() -> None:
    for asked, pattern, _ in compiled():
        without = "".join(sorted(set(CLASSES.values()) - asked))
        for first in without:
            for second in without:
                assert pattern.search(first + second) is None
