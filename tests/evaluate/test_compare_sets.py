"""Adapters of comparing, on small coded reports made up here in the coders' format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.evaluate.coded_claims import coded
from reportedly.evaluate.coded_relations import SAME, kept_links, tally
from reportedly.evaluate.compare_sets import scored, set_documents

TEXT = (
    "Rebels shelled Harvel on Friday, the army said. The shelling of Harvel killed four people, doctors said. "
    "The rebels denied that they had shelled Harvel. Officers arrested a man in Mirk."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    def statement(ident: str, words: str, **fields: object) -> dict[str, object]:
        return {"id": ident, "evidence": words, "sources": [], "event": ["ASSAULT"], "status": ["occurred"], "actor": ["rebels"], **fields}

    rows = [
        statement("s1", "Rebels shelled Harvel on Friday", sources=[{"name": "army"}], places=[{"role": "at", "name": "Harvel"}]),
        statement("s2", "The shelling of Harvel killed four people", sources=[{"name": "doctors"}], places=[{"role": "at", "name": "Harvel"}],
                  figures=[{"of": "people", "low": 4, "high": 4}]),
        statement("s3", "The rebels denied that they had shelled Harvel", sources=[{"name": "rebels"}], status=["denied"], places=[{"role": "at", "name": "Harvel"}]),
        statement("s4", "Officers arrested a man in Mirk", event=["COERCE"], actor=["officers"], places=[{"role": "at", "name": "Mirk"}]),
    ]  # fmt: skip
    relations = [{"kind": "same-incident", "among": ["s1", "s2", "s3"]}, {"kind": "denies", "from": "s3", "to": "s1"}]
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.gold.json").write_text(json.dumps({"report": "a.txt", "published": "2020-05-02", "statements": rows, "relations": relations}))
    return tmp_path


def test_statements_become_claims_with_their_words(folder: Path) -> None:
    (report,) = coded(folder)
    assert [c["event"]["trigger"]["text"] for c in report.claims] == ["shelled", "shelling", "shelled", "arrested"]
    assert all(TEXT[c["evidence"]["start"] : c["evidence"]["end"]] == c["evidence"]["text"] for c in report.claims)


def test_links_and_denials_are_counted_against_the_coders(folder: Path) -> None:
    found = tally(coded(folder))
    assert (found.wanted[SAME], found.wanted["denies"]) == (2, 1)
    assert (found.found(), found.right()) == (1.0, 1.0)


def test_a_group_of_three_in_two_parts_keeps_one_link() -> None:
    assert kept_links([["a", "b", "c"]], [["a", "b"], ["c"]]) == 1
    assert kept_links([["a", "b", "c"]], [["a"], ["b"], ["c"]]) == 0


def test_a_set_is_scored_by_the_scorer_that_lies_beside_it(tmp_path: Path) -> None:
    place = tmp_path / "dev"
    place.mkdir()
    (place / "one.txt").write_text(TEXT)
    (place / "set.gold.json").write_text(json.dumps({"reports": [{"file": "one.txt", "published": "2020-05-02", "outlet": "The Courier"}]}))
    (tmp_path / "score_compare.py").write_text(
        "import json, sys\n\ndef main():\n    print(json.dumps({'b3': len(open(sys.argv[2]).readlines()) / 10, 'mentions': 3}))\n    return 0\n"
    )
    assert [d.outlet for d in set_documents(place)] == ["The Courier"]
    assert scored(place, [{"id": "c"}], [{"id": "i"}]) == {"b3": 0.1, "mentions": 3}
