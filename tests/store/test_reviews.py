"""What people judge of claims: kept, followed by everything that reads claims, undone to the letter, and alive after a new reading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from reportedly.compare.incremental import compare_store
from reportedly.comparison import Finding, Verdict
from reportedly.document import Document, Json, content_id
from reportedly.errors import EvidenceError, NotFoundError, UsageError
from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.records import Claim, Event, Reading, Voice
from reportedly.spans import Span
from reportedly.store import ClaimFilter, Said, Store, open_store
from reportedly.store.schema import claims, participants, reports, reviews, voices
from reportedly.store.verify import Checked
from reportedly.terms import Status, VoiceKind

TEXT = "Gunmen stormed the mill, the mayor said. The mayor said guards fired at the crowd. Farmers marched in protest."
SPOTS = {"stormed": (0, 23), "fired": (55, 81), "marched": (83, 110)}


def document() -> Document:
    return document_from_text(TEXT, source="mill.txt", given=Given(parse_date("2020-03-02"), "The Courier"))


def reading(*words: str, version: str = "1", voice: str = "mayor") -> Reading:
    """A reading that finds the events of these words, with ids of its own, as each codebook has them."""
    here = document()
    made = []
    for word in words:
        at = TEXT.index(word)
        who = (Voice(voice, here.words(Span(*((29, 34) if word == "stormed" else (45, 50)))), VoiceKind.PERSON),) if word != "marched" else ()
        kind = "PROTEST" if word == "marched" else "ASSAULT"
        made.append(Claim(content_id("claim", here.id, version, word), here, here.words(Span(*SPOTS[word])), Event(kind, here.words(Span(at, at + len(word)))), Status.OCCURRED, who))
    return Reading(here, tuple(made), (), f"book{version}", "1")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = open_store(tmp_path / "s.db")
    opened.save(reading("stormed", "fired"))
    compare_store(opened)
    return opened


def ids(store: Store, *, rejected: bool = False) -> list[str]:
    return [c["id"] for c in store.claims(ClaimFilter(rejected=rejected))]


def everything(store: Store) -> Any:
    """All rows that a judgement may change but the log itself."""
    with store.engine.connect() as connection:
        rows = {t.name: [tuple(map(str, r)) for r in connection.execute(select(t).order_by(*t.primary_key.columns))] for t in (claims, voices, participants, reviews, reports)}
        words = connection.execute(text("SELECT claim, evidence FROM claims_fts ORDER BY claim, evidence")).all()
    return rows, [tuple(w) for w in words], sorted(store.incidents(), key=lambda i: i["id"])


def said(finding: Finding, claim: str, field: str | None = None, new: Any = None) -> Said:
    return Said(finding, claim, None, field, new, None, "Ada")


def test_a_rejected_claim_is_listed_and_compared_no_more_and_undoing_restores_all(store: Store) -> None:
    before = everything(store)
    one, two = ids(store)
    number = store.judge_claim(said(Finding.REJECT, one))
    compare_store(store)
    assert ids(store) == [two]
    assert set(ids(store, rejected=True)) == {one, two}
    assert [i["claims"] for i in store.incidents()] == [[two]]
    assert compare_store(store).new == 0
    assert store.undo(number, "Ada") == [one]
    compare_store(store)
    assert everything(store) == before
    with pytest.raises(NotFoundError):
        store.undo(number)


WORDS = {"text": "crowd", "start": 76, "end": 81}
PARTY = {"name": "crowd", **WORDS, "actor": None, "country": "SYR", "country_name": None, "sector": "CVL"}


@pytest.mark.parametrize(
    ("field", "new"),
    [("type", "COERCE"), ("mode", "aerial"), ("status", "denied"), ("recipients", [PARTY]), ("actors", [PARTY]), ("attribution", []),
     ("evidence", {"text": "guards fired at the crowd", "start": 56, "end": 81}),
     ("time", {"start": "2020-03-01", "end": "2020-03-02", "precision": "day", "text": "crowd", "start_char": 76, "end_char": 81}),
     ("figures", [{"of": "crowd", "low": 2, "high": None, "out_of": None, "unit": None, "role": "injured", **WORDS}]), ("means", [{"name": "crowd", **WORDS}]),
     ("places", [{"role": "at", "name": "mill", "latitude": 1.5, "longitude": 2.5, "country": None, "admin1": None, "precision": "exact", "place": None, **WORDS}])],
)  # fmt: skip
def test_each_field_is_corrected_and_restored(store: Store, field: str, new: Any) -> None:
    assert TEXT[76:81] == "crowd"
    before = everything(store)
    claim = ids(store)[1]
    number = store.judge_claim(said(Finding.CORRECT, claim, field, new))
    record = store.claim(claim)
    assert (record["event"][field] if field in ("type", "mode") else record[field]) == new
    (row,) = [j for j in store.judged() if j["id"] == number]
    assert row["old"] != row["new"] == new and row["by"] == "Ada" and row["field"] == field
    compare_store(store)
    assert list(store.verify(Checked())) == []
    store.undo(number)
    compare_store(store)
    assert everything(store) == before


def test_what_was_corrected_is_what_filters_find(store: Store) -> None:
    claim = ids(store)[1]
    store.judge_claim(said(Finding.CORRECT, claim, "type", "COERCE"))
    store.judge_claim(said(Finding.CORRECT, claim, "recipients", [PARTY]))
    store.judge_claim(said(Finding.CORRECT, claim, "evidence", {"text": "at the crowd", "start": 69, "end": 81}))
    assert [c["id"] for c in store.claims(ClaimFilter(type="coerce"))] == [claim]
    assert [c["id"] for c in store.claims(ClaimFilter(actor="crowd"))] == [claim]
    assert [c["id"] for c in store.claims(ClaimFilter(text="crowd"))] == [claim]
    assert [c["id"] for c in store.claims(ClaimFilter(text="guards"))] == []


def test_words_that_the_report_does_not_say_are_refused_and_nothing_is_kept(store: Store) -> None:
    before = everything(store)
    for wrong in ({"text": "a tank", "start": 76, "end": 81}, {"text": "", "start": 5, "end": 5}, {"text": "crowd", "start": 1076, "end": 1081}):
        with pytest.raises(EvidenceError):
            store.judge_claim(said(Finding.CORRECT, ids(store)[0], "evidence", wrong))
    with pytest.raises(UsageError):
        store.judge_claim(said(Finding.CORRECT, ids(store)[0], "id", "claim-1"))
    with pytest.raises(NotFoundError):
        store.judge_claim(said(Finding.ACCEPT, "claim-none"))
    assert everything(store) == before and list(store.judged()) == []


def missed() -> Json:
    here = document()
    return {
        "document": here.to_dict(), "evidence": {"text": TEXT[83:110], "start": 83, "end": 110}, "attribution": [], "status": "occurred",
        "event": {"type": "PROTEST", "mode": None, "contexts": [], "trigger": {"text": "marched", "start": 91, "end": 98}}, "actors": [], "recipients": [], "places": [],
        "time": None, "figures": [], "means": [], "confidence": 1.0, "more_evidence": [],
    }  # fmt: skip


def add(store: Store) -> int:
    return store.judge_claim(Said(Finding.ADD, None, document().id, None, missed(), None, "Ada"))


def test_a_missed_claim_is_added_once_and_taken_back(store: Store) -> None:
    before = everything(store)
    number = add(store)
    compare_store(store)
    assert len(ids(store)) == 3 and ids(store)[2] == next(iter(store.judged()))["claim"]
    assert list(store.verify(Checked())) == []
    with pytest.raises(UsageError, match="before"):
        add(store)
    store.judge_claim(said(Finding.CORRECT, ids(store)[2], "status", "planned"))
    assert store.claim(ids(store)[2])["status"] == "planned"
    store.undo(number)
    compare_store(store)
    assert everything(store) == before


def states(store: Store) -> dict[str, str]:
    with store.engine.connect() as connection:
        return {r.claim: r.state for r in connection.execute(select(reviews.c.claim, reviews.c.state))}


def test_judgements_outlive_a_new_reading(store: Store) -> None:
    one, two = ids(store)
    store.judge_claim(said(Finding.REJECT, one))
    number = store.judge_claim(said(Finding.CORRECT, two, "status", "possible"))
    add(store)
    store.save(reading("stormed", "fired", version="2"))
    fresh = [content_id("claim", document().id, "2", word) for word in ("stormed", "fired")]
    assert states(store) == {fresh[0]: "rejected", fresh[1]: "corrected", ids(store)[1]: "added"}
    assert store.claim(fresh[1])["status"] == "possible"
    assert {j["claim"] for j in store.judged()} == {*fresh, ids(store)[1]}
    assert list(store.verify(Checked())) == []
    store.save(reading("stormed", "fired", version="3"))
    last = content_id("claim", document().id, "3", "fired")
    assert store.undo(number) == [last]
    assert store.claim(last)["status"] == "occurred"


def test_what_a_new_reading_misses_stays_if_people_vouched_for_it(store: Store) -> None:
    one, two = ids(store)
    store.judge_claim(said(Finding.REJECT, one))
    store.judge_claim(said(Finding.ACCEPT, two))
    store.save(reading(version="2"))
    assert ids(store, rejected=True) == [two]
    assert states(store) == {two: "accepted"}
    assert list(store.verify(Checked())) == []


def test_what_a_new_reading_finds_too_is_no_longer_added_twice(store: Store) -> None:
    number = add(store)
    store.save(reading("stormed", "fired", "marched", version="2"))
    found = content_id("claim", document().id, "2", "marched")
    assert len(ids(store)) == 3 and states(store) == {found: "added"}
    store.undo(number)
    assert len(ids(store)) == 3 and states(store) == {}


def test_splits_and_merges_outlive_a_new_reading_too(store: Store) -> None:
    one, two = ids(store)
    store.judge(Verdict.APART, [one], [two], "Ada")
    store.save(reading("stormed", "fired", version="2"))
    fresh = tuple(content_id("claim", document().id, "2", word) for word in ("stormed", "fired"))
    (judgement,) = store.judgements()
    assert (*judgement.left, *judgement.right) == fresh


def test_the_last_judgement_says_what_a_claim_is(store: Store) -> None:
    claim = ids(store)[0]
    numbers = [store.judge_claim(said(f, claim, *more)) for f, *more in ((Finding.ACCEPT,), (Finding.CORRECT, "status", "denied"), (Finding.REJECT,))]
    assert states(store) == {claim: "rejected"}
    store.undo(numbers[2])
    assert states(store) == {claim: "corrected"}
    store.undo(numbers[1])
    assert states(store) == {claim: "accepted"}
    assert store.claim(claim)["status"] == "occurred"
