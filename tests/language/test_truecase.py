"""Capitals and title case put back, without a change of length."""

from __future__ import annotations

import pytest

from reportedly.language.truecase import as_name, is_capitals, is_title_case, truecase

NAMES = {"quito": "Quito", "fmln": "FMLN", "new zealand": "New Zealand"}
ENGLISH = {"the", "police", "arrested", "two", "men", "in", "a", "new", "town", "near"}


def cased(text: str) -> str:
    return truecase(text, lambda w: NAMES.get(w.lower()) or as_name(w, ENGLISH.__contains__), NAMES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE POLICE ARRESTED TWO MEN IN QUITO", "The police arrested two men in Quito"),
        ("POLICE ARRESTED TWO FMLN MEN NEAR BAEZA", "Police arrested two FMLN men near Baeza"),
        ("THE NEW TOWN IN NEW ZEALAND", "The new town in New Zealand"),
        ("THE TOWN IN NEW\nZEALAND'S", "The town in New\nZealand's"),
        ("THE FMLN'S TOWN", "The FMLN's town"),
        ("TWO MEN. THE POLICE", "Two men. The police"),
        ("POLICE IN SÉGOU", "Police in Ségou"),
    ],
)
def test_capitals_are_put_into_ordinary_case(text: str, expected: str) -> None:
    assert cased(text) == expected


@pytest.mark.parametrize("text", ["STRASSE İN ﬁ", "ǅ", ""])
def test_length_never_changes(text: str) -> None:
    assert len(cased(text)) == len(text)


def test_abbreviations_have_no_vowel() -> None:
    assert as_name("CPLN", ENGLISH.__contains__) == "CPLN"
    assert as_name("POLICE", ENGLISH.__contains__) is None


def test_what_is_capitals_and_what_is_title_case() -> None:
    assert is_capitals("THE POLICE ARRESTED TWO MEN IN QUITO")
    assert not is_capitals("The police arrested two men in Quito")
    assert is_title_case("Junta Denies Army Drone Killed Wedding Guests Near Ségou")
    assert not is_title_case("Junta denies army drone killed wedding guests")
