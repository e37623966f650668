"""Comparing a store: only what is new is looked at, and it comes to the same as all at once."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from reportedly.compare import compare
from reportedly.compare.incremental import compare_store, learn_store
from reportedly.compare.why import reasons
from reportedly.comparison import Verdict
from reportedly.document import Json
from reportedly.errors import NotFoundError
from reportedly.evaluate.generated import Generated, Truth, generate
from reportedly.store import Store, open_store
from reportedly.store.schema import claims as claims_table
from reportedly.store.schema import reports as reports_table
from tests.compare.told import report, told


def put(store: Store, made: Generated, wanted: list[str]) -> None:
    """Store these reports of a made-up set as reading would have."""
    of: dict[str, list[Json]] = defaultdict(list)
    for claim in made.claims:
        of[claim["document"]["id"]].append(claim)
    by_id = {d.id: d for d in made.reports}
    with store.engine.begin() as connection:
        start = len(list(store.reports()))
        for n, ident in enumerate(wanted):
            d = by_id[ident]
            connection.execute(insert(reports_table).values(
                id=d.id, text=d.text, outlet=d.outlet, published=d.published and d.published.isoformat(), notes=[], claims=len(of[ident]), codebook="b",
                version="1", stored=start + n + 1))  # fmt: skip
            for k, c in enumerate(of[ident]):
                time: Any = c["time"] or {}
                connection.execute(insert(claims_table).values(
                    id=c["id"], report=d.id, position=k, type=c["event"]["type"], status=c["status"], start=time.get("start"), end=time.get("end"),
                    confidence=0.9, evidence=c["evidence"]["text"], record=c, trace=[]))  # fmt: skip


def state(store: Store) -> tuple[list[Json], list[Json], list[Any]]:
    incidents = sorted(store.incidents(), key=lambda i: i["id"])
    relations = sorted(store.relations(("denies", "disputes", "differs-in-figure", "confirms", "part-of", "answers", "follows")), key=lambda r: json.dumps(r, sort_keys=True))
    return incidents, relations, sorted((c.original, c.reports, c.paragraphs) for c in store.copies())


@pytest.mark.parametrize("seed", range(6))
def test_adding_reports_bit_by_bit_is_comparing_all_at_once(tmp_path: Path, seed: int) -> None:
    made = generate(seed, 12, days=6)
    ids = [d.id for d in made.reports]
    random.Random(seed).shuffle(ids)
    once, bits = open_store(tmp_path / "once.db"), open_store(tmp_path / "bits.db")
    put(once, made, ids)
    compare_store(once)
    for at in range(0, len(ids), 17):
        put(bits, made, ids[at : at + 17])
        compare_store(bits)
    assert state(bits) == state(once)
    assert compare_store(bits).new == 0


def test_the_store_says_what_the_function_says(tmp_path: Path) -> None:
    made = generate(3, 10)
    store = open_store(tmp_path / "s.db")
    order = [d.id for d in made.reports]
    put(store, made, order)
    compare_store(store)
    straight = compare(made.claims, made.reports, order={r: n + 1 for n, r in enumerate(order)})
    assert state(store)[0] == json.loads(json.dumps([i.record for i in straight.incidents]))


def test_ids_stay_when_claims_are_added(tmp_path: Path) -> None:
    made = generate(8, 10)
    ids = [d.id for d in made.reports]
    store = open_store(tmp_path / "s.db")
    put(store, made, ids[:40])
    compare_store(store)
    before = {c: i["id"] for i in store.incidents() for c in i["claims"][:1]}
    put(store, made, ids[40:])
    compare_store(store)
    after = {c: i["id"] for i in store.incidents() for c in i["claims"]}
    assert before == {c: after[c] for c in before}


def test_a_judgement_survives_and_undoing_it_restores_exactly(tmp_path: Path) -> None:
    made = generate(4, 8)
    store = open_store(tmp_path / "s.db")
    put(store, made, [d.id for d in made.reports[:-3]])
    compare_store(store)
    before = state(store)
    one, two = (i for i in store.incidents(limit=2))
    judgement = store.judge(Verdict.SAME, one["claims"], two["claims"], by="Ada")
    compare_store(store)
    assert len(list(store.incidents())) == len(before[0]) - 1
    split = store.judge(Verdict.APART, one["claims"][:1], one["claims"][1:])
    compare_store(store)
    store.undo(split.id)
    store.undo(judgement.id)
    compare_store(store)
    assert state(store) == before
    with pytest.raises(NotFoundError):
        store.undo(judgement.id)


def test_judgements_move_the_weights_and_all_is_compared_anew(tmp_path: Path) -> None:
    made = generate(4, 8)
    store = open_store(tmp_path / "s.db")
    put(store, made, [d.id for d in made.reports])
    compare_store(store)
    first = list(store.incidents())
    store.judge(Verdict.APART, first[0]["claims"][:1], first[0]["claims"][1:])
    learn_store(store)
    assert list(store.incidents()) == []
    assert compare_store(store).new == len(made.claims)
    assert store.weights() is not None


def test_why_knows_what_was_told_against_what(tmp_path: Path) -> None:
    document = report("Rebels blew up a bridge near Tolm, the army said. The rebels denied any part in the blast.")
    blast = told("Rebels blew up a bridge near Tolm", of=document, voice="army", trigger="blew", actor=("rebels", None), place="Tolm")
    denial = told("The rebels denied any part in the blast", of=document, voice="rebels", trigger="blast", status="denied", stance="denies", actor=("rebels", None))
    store = open_store(tmp_path / "s.db")
    put(store, Generated([document], [blast, denial], Truth()), [document.id])
    assert "facing" in {row["feature"] for row in reasons(store, denial["id"], blast["id"])}


def test_why_knows_what_is_told_by_the_way_and_what_is_denied_elsewhere(tmp_path: Path) -> None:
    news = report("Jets bombed a camp near Harvel on Friday, rebels said. In 2017 jets bombed a dam, and seven people died there.")
    army, camp = ("army", "AAA"), ("camp", None)
    bombed = told("Jets bombed a camp near Harvel on Friday", of=news, voice="rebels", trigger="bombed", actor=army, target=camp, place="Harvel", day="2020-05-01")
    dam = told("In 2017 jets bombed a dam", of=news, trigger="bombed", day="2017-03-08")
    died = told("seven people died there", of=news, trigger="died")
    other = report("None of our planes bombed any camp, a spokesman said.", outlet="B")
    denied = told("None of our planes bombed any camp", of=other, voice="spokesman", trigger="bombed", actor=("planes", None), status="denied", stance="denies")
    store = open_store(tmp_path / "s.db")
    put(store, Generated([news, other], [bombed, dam, died, denied], Truth()), [news.id, other.id])
    compare_store(store)
    assert "background" in {row["feature"] for row in reasons(store, bombed["id"], died["id"])}
    assert "facing" in {row["feature"] for row in reasons(store, denied["id"], bombed["id"])}
    assert "facing" not in {row["feature"] for row in reasons(store, denied["id"], died["id"])}


def test_to_be_apart_from_two_others_makes_these_no_one_thing(tmp_path: Path) -> None:
    documents = [report(f"Jets bombed a mill in {town} on Friday.", outlet=town) for town in ("Harvel", "Mirk", "Tolm")]
    made = [told(d.text[:-1], of=d, trigger="bombed", place=d.outlet, day="2020-05-01") for d in documents]
    path = tmp_path / "s.db"
    store = open_store(path)
    put(store, Generated(documents, made, Truth()), [d.id for d in documents])
    compare_store(store)
    command = [sys.executable, "-m", "reportedly", "judge", "apart", *(c["id"] for c in made), "--store", str(path), "--format", "jsonl"]
    assert len(subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()) == 2
    assert len({incident for incident, _, _ in store.members(c["id"] for c in made).values()}) == 3
