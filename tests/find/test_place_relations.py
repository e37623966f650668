"""What is said of a place by another that is named: how far, between which two, off which coast. The sentences are our own."""

from __future__ import annotations

import pytest

from reportedly.find.places import PlaceMention
from tests.find.test_places import found


def only(text: str, name: str) -> PlaceMention:
    return found(text)[name]


@pytest.mark.parametrize(
    ("words", "km", "bearing"),
    [
        ("12 miles north of Mosul", 19.3, 0),
        ("30 km (19 miles) north of Mosul", 30, 0),
        ("about 20km south-west of Mosul", 20, 225),
        ("some 300 kilometres to the east of Mosul", 300, 90),
        ("fifteen miles southeast of Mosul", 24.1, 135),
        ("thirty-five kilometres from Mosul", 35, None),
        ("a few kilometres east of Mosul", 4, 90),
        ("two dozen miles west of Mosul", 38.6, 270),
        ("500 metres away from Mosul", 0.5, None),
        ("five miles north of the town of Mosul", 8.05, 0),
        ("hundreds of miles north of Mosul", None, 0),
        ("north of Mosul", None, 0),
        ("in Mosul", None, None),
        ("30 minutes from Mosul", None, None),
    ],
)
def test_distance_and_bearing(words: str, km: float | None, bearing: float | None) -> None:
    mosul = only(f"A blast killed five people {words}.", "Mosul")
    assert mosul.distance_km == (None if km is None else pytest.approx(km, abs=0.1))
    assert mosul.bearing == bearing


@pytest.mark.parametrize(
    ("text", "one", "other", "words"),
    [
        ("A convoy was ambushed on the road between Aleppo and Hama on Monday.", "Aleppo", "Hama", "road between Aleppo and Hama"),
        ("The bus was attacked between Damascus and Homs.", "Damascus", "Homs", "between Damascus and Homs"),
        ("Soldiers were killed halfway between Gao and Kidal.", "Gao", "Kidal", "between Gao and Kidal"),
        ("Gunmen attacked a convoy on the Damascus-Homs highway.", "Damascus", "Homs", "Damascus-Homs highway"),
        ("A bomb exploded on the Baghdad–Mosul road, killing two.", "Baghdad", "Mosul", "Baghdad–Mosul road"),
        ("Rebels cut the Aleppo-Damascus motorway on Friday.", "Aleppo", "Damascus", "Aleppo-Damascus motorway"),
        ("They ambushed the patrol on the road from Kabul to Kandahar.", "Kabul", "Kandahar", "road from Kabul to Kandahar"),
    ],
)  # fmt: skip
def test_two_ends_of_a_way(text: str, one: str, other: str, words: str) -> None:
    mentions = found(text)
    mention = mentions[one]
    assert mention.other is mentions[other]  # the very mention: its place is asked for
    assert mention.text == words and text[mention.span.start : mention.span.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Moscow and Ankara failed.",
        "A ceasefire was signed between Damascus and Ankara.",
        "The army shelled the border between Syria and Turkey.",
        "Clashes were reported in Aleppo and Hama.",
        "The convoy drove from Damascus to Beirut.",
        "The Kyiv-Moscow talks collapsed.",
    ],
)
def test_what_two_do_with_each_other_lies_not_between_them(text: str) -> None:
    assert all(mention.other is None for mention in found(text).values())


@pytest.mark.parametrize(
    ("text", "name", "km"),
    [
        ("The ship was attacked off the coast of Yemen.", "Yemen", None),
        ("Pirates boarded a tanker off Somalia.", "Somalia", None),
        ("A boat capsized off Libya's coast, killing 20 migrants.", "Libya", None),
        ("A boat sank off the southern coast of Yemen.", "Yemen", None),
        ("A fishing boat sank 15 nautical miles off the coast of Sfax.", "Sfax", 27.8),
        ("A tanker burned ten miles off Latakia.", "Latakia", 16.1),
    ],
)
def test_off_a_coast(text: str, name: str, km: float | None) -> None:
    mention = only(text, name)
    assert mention.offshore and mention.locative is not None
    assert mention.distance_km == (None if km is None else pytest.approx(km, abs=0.1))


@pytest.mark.parametrize("text", ["Syria is off the agenda in Geneva.", "The army called off the Aleppo offensive.", "Power was cut off in Aleppo.", "Protesters marched along the coast of Lebanon."])
def test_off_without_a_coast(text: str) -> None:
    assert not any(mention.offshore for mention in found(text).values())
