"""Adapters of comparing, on small coded reports made up here in the coders' format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.evaluate.coded_claims import coded
from reportedly.evaluate.coded_mentions import mention_claims
from reportedly.evaluate.coded_relations import SAME, kept_links, tally
from reportedly.evaluate.compare_sets import given_b3, scored, set_documents
from tests.compare.told import told

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
        statement("s2", "The shelling of Harvel killed four people", actor=[], sources=[{"name": "doctors"}], places=[{"role": "at", "name": "Harvel"}],
                  figures=[{"of": "people", "low": 4, "high": 4}]),
        statement("s3", "The rebels denied that they had shelled Harvel", sources=[{"name": "rebels"}], status=["denied"], places=[{"role": "at", "name": "Harvel"}]),
        statement("s4", "Officers arrested a man in Mirk", event=["COERCE"], actor=["officers"], places=[{"role": "at", "name": "Mirk"}]),
    ]  # fmt: skip
    relations = [{"kind": "same-incident", "among": ["s1", "s2", "s3"]}, {"kind": "denies", "from": "s3", "to": "s1"}, {"kind": "denies", "from": "s3", "to": "s2"}]
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.gold.json").write_text(json.dumps({"report": "a.txt", "published": "2020-05-02", "statements": rows, "relations": relations}))
    return tmp_path


def test_statements_become_claims_with_their_words(folder: Path) -> None:
    (report,) = coded(folder)
    assert [c["event"]["trigger"]["text"] for c in report.claims] == ["shelled", "shelling", "shelled", "arrested"]
    assert all(TEXT[c["evidence"]["start"] : c["evidence"]["end"]] == c["evidence"]["text"] for c in report.claims)


def test_links_and_denials_are_counted_against_the_coders(folder: Path) -> None:
    found = tally(coded(folder))
    assert (found.wanted[SAME], found.wanted["denies"]) == (2, 2)
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


def test_mentions_are_given_as_claims_with_what_reading_has_of_them(tmp_path: Path) -> None:
    spans = {words: [TEXT.index(words), TEXT.index(words) + len(words)] for words in ("Rebels shelled Harvel on Friday", "The shelling of Harvel killed four people", "Officers arrested a man in Mirk")}
    shelled, again, arrest = ({"report": "one", "span": span} for span in spans.values())
    incidents = [{"id": "i1", "event": ["ASSAULT"], "mentions": [shelled, again]}, {"id": "i2", "event": ["COERCE"], "mentions": [arrest, {**arrest, "optional": True}]}]
    figures = [{"report": "one", "span": again["span"], "sources": [{"name": "doctors"}]}]
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "set.gold.json").write_text(json.dumps({"reports": [{"file": "one.txt", "published": "2020-05-02"}], "incidents": incidents, "figures": figures}))
    documents = set_documents(tmp_path)
    read = told("Rebels shelled Harvel on Friday, the army said", of=documents[0], type="COERCE", voice="army", actor=("Rebels", None))
    first, second, third = mention_claims(json.loads((tmp_path / "set.gold.json").read_text()), documents, [read])
    assert (first["event"]["type"], first["actors"][0]["name"], first["evidence"]["text"]) == ("ASSAULT", "Rebels", "Rebels shelled Harvel on Friday")
    assert (second["event"]["trigger"]["text"], [v["name"] for v in second["attribution"]], third["actors"]) == ("shelling", ["doctors"], [])
    assert given_b3(tmp_path, documents, [read]) == 1.0
