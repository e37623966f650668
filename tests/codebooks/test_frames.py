"""The codebook's own examples are its tests: every frame fires on its examples and stays silent on its counter-examples."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reportedly.codebooks.frames import Codebook, load_codebook
from reportedly.errors import CodebookError
from reportedly.events.frames import find_triggers
from reportedly.find.kinds import gatherings, houses
from reportedly.intake.text import document_from_text
from reportedly.language.noun_kinds import lexicon
from reportedly.read import Tools

# Examples that the parser reads wrongly today (a verb taken for a noun, a lost complement). The list may only shrink.
KNOWN = set(yaml.safe_load((Path(__file__).parent.parent / "data" / "frames_known.yaml").read_text()))


def fired(tools: Tools, texts: list[str]) -> list[set[tuple[str, str]]]:
    parses = tools.parser.parse([document_from_text(text) for text in texts])
    return [{(t.frame.type, t.frame.id) for s in p.sentences for t in find_triggers(s, tools.codebook, tools.knowledge)} for p in parses]


def test_every_frame_fires_on_its_examples(tools: Tools) -> None:
    rows = [(frame.type, text) for frame in tools.codebook.frames for text in frame.examples]
    silent = {text for (kind, text), got in zip(rows, fired(tools, [t for _, t in rows]), strict=True) if kind not in {k for k, _ in got}}
    assert silent - KNOWN == set()


def test_no_frame_fires_on_its_counter_examples(tools: Tools) -> None:
    rows = [(frame.id, text) for frame in tools.codebook.frames for text in frame.counter_examples]
    wrong = {text for (frame, text), got in zip(rows, fired(tools, [t for _, t in rows]), strict=True) if frame in {i for _, i in got}}
    assert wrong - KNOWN == set()


def test_negative_frames_bar_their_type(tools: Tools) -> None:
    rows = [(n.type, n.example) for n in tools.codebook.negatives if n.example]
    wrong = {text for (kind, text), got in zip(rows, fired(tools, [t for _, t in rows]), strict=True) if kind in {k for k, _ in got}}
    assert wrong == set()


def test_all_sixteen_types_have_frames_with_examples() -> None:
    codebook = load_codebook()
    assert len({f.type for f in codebook.frames}) == 16
    assert all(len(f.examples) >= 2 and f.counter_examples for f in codebook.frames)
    assert len({f.id for f in codebook.frames}) == len(codebook.frames) >= 390


def broken(tmp_path: Path, text: str) -> Codebook:
    (tmp_path / "ASSAULT.yaml").write_text(text)
    return load_codebook(tmp_path)


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"ASSAULT\.yaml:3:"):
        broken(tmp_path, "type: ASSAULT\nframes: [unclosed\n")


def test_an_unknown_key_is_named_with_what_is_allowed(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"frame assault\.hit: unknown key 'verb'") as caught:
        broken(tmp_path, "type: ASSAULT\ndefinition: d\nframes:\n  - {id: assault.hit, verb: [hit]}\n")
    assert "verbs" in caught.value.hint


def test_an_unknown_kind_is_named(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="no kind 'SOLDIER'"):
        broken(tmp_path, "type: ASSAULT\ndefinition: d\nframes:\n  - {id: assault.hit, verbs: [hit], object: [SOLDIER]}\n")


def test_an_empty_folder_is_no_codebook(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"no TYPE\.yaml"):
        load_codebook(tmp_path)


def test_no_frame_bans_what_its_demand_keeps_out() -> None:
    """A ban that a demand already makes is not written a second time."""
    for frame in (f for f in load_codebook().frames if f.object):
        assert not frame.not_object or frame.not_object & frame.object, frame.id
        words = {w for w in frame.not_object_nouns if w.isalpha() and w not in houses() | gatherings()}
        assert {w for w in words if (kind := lexicon().get(w)) is not None and kind not in frame.object} == set(), frame.id
