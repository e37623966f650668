"""The rooms for ECB+: its files, on one of our own, and what is measured on them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reportedly.errors import UsageError
from reportedly.evaluate import CORPORA, ecbplus, evaluate
from reportedly.evaluate.ecbplus_events import nearest_link
from reportedly.evaluate.ecbplus_files import chains, documents, read_document
from reportedly.read import Tools

WORDS = [
    "Guards leave post", "Soldiers shelled a half - empty village near Aleppo on Monday .", "The army denied the attack .", "Bakers sang .",
]  # fmt: skip
# number of the word (from 1): Guards leave post | Soldiers 4 shelled 5 a 6 half 7 - 8 empty 9 village 10 near 11 Aleppo 12 on 13 Monday 14 . |
# The 16 army 17 denied 18 the 19 attack 20 .
MENTIONS = [
    ("1", "ACTION_OCCURRENCE", (5,)), ("2", "HUMAN_PART_PER", (4,)), ("3", "LOC_GEO", (11, 12)), ("4", "TIME_DATE", (14,)), ("5", "ACTION_OCCURRENCE", (20,)),
    ("6", "HUMAN_PART_ORG", (17,)), ("7", "NEG_ACTION_REPORTING", (18,)), ("8", "NON_HUMAN_PART", (7, 10)),
]  # fmt: skip
INSTANCES = """<ACTION_OCCURRENCE m_id="90" RELATED_TO="" TAG_DESCRIPTOR="t7_shelling" instance_id="ACT1"/>
<HUMAN_PART_ORG m_id="91" RELATED_TO="" TAG_DESCRIPTOR="army"/>"""
RELATIONS = """<CROSS_DOC_COREF r_id="5" note="ACT1"><source m_id="1"/><source m_id="5"/><target m_id="90"/></CROSS_DOC_COREF>
<INTRA_DOC_COREF r_id="6"><source m_id="2"/><source m_id="6"/><target m_id="91"/></INTRA_DOC_COREF>"""


def written(mentions: list[tuple[str, str, tuple[int, ...]]] = MENTIONS) -> str:
    rows = [(n, at, word) for n, line in enumerate(WORDS) for at, word in enumerate(line.split())]
    tokens = "".join(f'<token t_id="{t}" sentence="{n}" number="{at}">{word}</token>\n' for t, (n, at, word) in enumerate(rows, 1))
    anchors = "".join(f'<{kind} m_id="{m}">{"".join(f"""<token_anchor t_id="{t}"/>""" for t in at)}</{kind}>' for m, kind, at in mentions)
    return f"<Document>{tokens}<Markables>{anchors}{INSTANCES}</Markables><Relations>{RELATIONS}</Relations></Document>"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora" / "ecbplus" / "7"
    folder.mkdir(parents=True)
    for name in ("7_10ecb", "7_2ecb", "7_1ecbplus"):
        (folder / f"{name}.xml").write_text(written(), encoding="utf-8")
    return tmp_path


def test_documents_come_by_subtopic_and_number_with_their_text(shared: Path) -> None:
    read = list(documents(shared / "corpora" / "ecbplus"))
    assert [(d.name, d.topic, d.subtopic) for d in read] == [("7_2ecb", "7", "7ecb"), ("7_10ecb", "7", "7ecb"), ("7_1ecbplus", "7", "7ecbplus")]
    assert read[0].text.splitlines()[1] == "Soldiers shelled a half-empty village near Aleppo on Monday."
    assert read[0].text[slice(*read[0].sentences[2])] == "The army denied the attack."
    assert read[0].coded_sentences() == {1, 2}


def test_mentions_keep_their_words_even_with_a_gap(shared: Path) -> None:
    (document, *_) = documents(shared / "corpora" / "ecbplus")
    words = {m.id: [document.text[slice(*s)] for s in m.spans] for m in document.mentions}
    assert words["3"] == ["near Aleppo"]
    assert words["8"] == ["half", "village"]
    assert {m.id for m in document.mentions if m.is_action} == {"1", "5", "7"}


def test_chains_cross_documents_only_where_the_coders_followed_them(shared: Path) -> None:
    read = list(documents(shared / "corpora" / "ecbplus"))
    actions, others = chains(read), chains(read, actions=False)
    assert [m.id for _, m in actions["ACT1"]] == ["1", "5"] * 3
    assert sorted(len(chain) for chain in actions.values()) == [1, 1, 1, 6]  # "denied" stays alone in each
    assert sorted(len(chain) for chain in others.values()) == [1] * 9 + [2] * 3


@pytest.mark.parametrize(
    "text", ["<Document><token", '<!DOCTYPE a [<!ENTITY b "c">]><Document>&b;</Document>', written([("1", "ACTION_OCCURRENCE", (99,))])]
)
def test_broken_files_are_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "7_1ecb.xml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"7_1ecb\.xml"):
        read_document(tmp_path / "7_1ecb.xml")


def test_figures_are_counted_by_hand(shared: Path, tools: Tools) -> None:
    """All triggers (shelled, denied, attack) are coded; of people and bodies "Soldiers" and "The army" are; "Guards" stand in a sentence that nobody coded."""
    (corpus,) = (c for c in CORPORA if c.name == "ecbplus")
    ((_, figures),) = evaluate(shared, (corpus,), tools)
    assert {f.name: round(f.value, 3) for f in figures} == {"trigger_precision": 1.0, "human_f1": 1.0, "place_f1": 0.667, "time_f1": 1.0}


def test_a_trigger_that_nobody_coded_counts_and_is_shown(shared: Path, tools: Tools) -> None:
    without = written([m for m in MENTIONS if m[0] != "1"])
    for file in (shared / "corpora" / "ecbplus" / "7").glob("*.xml"):
        file.write_text(without, encoding="utf-8")
    folder = shared / "corpora" / "ecbplus"
    assert next(iter(ecbplus.measure(folder, tools))).value == pytest.approx(2 / 3)
    lines = [line for line in ecbplus.show(folder, tools) if "not by hand: action" in line]
    assert len(lines) == 3
    assert "'shelled'" in lines[0]


def test_mentions_are_joined_by_their_nearest_link() -> None:
    likeness = np.full((4, 4), -2.0)
    for a, b in ((0, 1), (1, 2)):  # 0 and 2 are unlike, and both like 1
        likeness[a, b] = likeness[b, a] = 0.5
    assert nearest_link(likeness) == [[0, 1, 2], [3]]
