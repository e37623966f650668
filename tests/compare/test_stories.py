"""Reports of one story, and the average link that finds them."""

from __future__ import annotations

import numpy as np

from reportedly.compare.stories import average_link, stories
from tests.compare.told import report


def test_reports_of_one_story_are_grouped() -> None:
    quake = [report(f"An earthquake of magnitude 6 shook Tolm at dawn. {more}", outlet=more) for more in ("Houses fell in Tolm.", "The Tolm quake killed nine.")]
    vote = [report(f"Orlov won the election in Mirk on Sunday. {more}", outlet=more) for more in ("Mirk voted for Orlov.", "Turnout in Mirk was low, Orlov said.")]
    assert {frozenset(g) for g in stories([*quake, *vote])} == {frozenset(d.id for d in quake), frozenset(d.id for d in vote)}


def test_a_chain_of_likenesses_is_no_group() -> None:
    chain = np.array([[1, 0.9, -3], [0.9, 1, 0.8], [-3, 0.8, 1]])
    assert average_link(chain, 0.0) == [[0, 1], [2]]
