"""What is looked at grows with what there is, and not with its square: counted, since clocks are not to be trusted."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from reportedly.compare import candidates, compare
from reportedly.compare.accounts import account
from reportedly.compare.columns import columns
from reportedly.compare.shingles import signed
from reportedly.compare.syndication import proposed, syndicated
from reportedly.document import Document
from reportedly.evaluate.generated import generate, word
from tests.compare.told import report

HOUSE = "The paper has learnt from its own correspondents in the capital that"  # every report of the outlet begins so


def daily(days: int) -> list[Document]:
    rng = random.Random(days)
    first = date(2020, 1, 1)
    return [report(f"{HOUSE} {' '.join(word(rng) for _ in range(5))}.", published=(first + timedelta(days=n)).isoformat()) for n in range(days)]


def looked_at(documents: Sequence[Document]) -> int:
    whole, _ = signed(documents)
    return sum(1 for _ in proposed(whole, np.arange(len(documents))))


def test_a_phrase_of_the_house_pairs_a_report_with_those_of_its_week_alone() -> None:
    short, long = looked_at(daily(100)), looked_at(daily(400))
    assert 5 * 100 < short <= 7 * 100  # the phrase does propose them
    assert 5 * 400 < long <= 7 * 400
    assert syndicated(daily(400)) == ()


def test_a_report_without_a_day_is_looked_at_with_all_of_its_band() -> None:
    documents = [*daily(30), report(f"{HOUSE} nobody knows when it was that this was written.", published=None)]
    whole, _ = signed(documents)
    with_it = [(i, j) for i, j in proposed(whole, np.arange(len(documents))) if j == len(documents) - 1]
    assert len(with_it) > 20 > 7


def test_pairs_of_claims_grow_with_the_days() -> None:
    def each(days: int) -> float:
        accounts = [account(c) for c in generate(1, 5 * days, days=days).claims]
        return len(candidates.pairs(accounts, columns(accounts), np.ones(len(accounts), dtype=bool))[0]) / len(accounts)

    short, long = each(20), each(80)
    assert short > 1 and long < 1.2 * short


def test_incidents_are_kept_in_a_fraction_of_their_records() -> None:
    made = generate(1, 20)
    incidents = compare(made.claims, made.reports).incidents
    assert 6 * sum(len(i.packed) for i in incidents) < sum(len(json.dumps(i.record)) for i in incidents)
    assert all(i.record["id"] == i.id and tuple(i.record["claims"]) == i.claims for i in incidents)
