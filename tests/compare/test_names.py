"""Names that are one, and names that only look alike."""

from __future__ import annotations

import pytest

from reportedly.compare.accounts import account
from reportedly.compare.names import body_of, folded, is_nobody, same_name
from reportedly.compare.origins import circles, origins, voices_of
from reportedly.compare.spokesmen import is_body, spoken_for
from tests.compare.told import report, told


@pytest.mark.parametrize(("one", "other"), [("Ministry", "Defence Ministry"), ("Mr Orlov", "Pavel Orlov"), ("ISIS", "Islamic State"), ("the Defense Ministry", "Defence Ministry")])
def test_names_that_are_one(one: str, other: str) -> None:
    assert same_name(one, other) and same_name(other, one)


@pytest.mark.parametrize(("one", "other"), [("Defence Ministry", "Interior Ministry"), ("Pavel Orlov", "Pavel Sorin"), ("navy", "army"), ("Orlov family", "Orlov")])
def test_names_that_are_not(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_a_short_form_of_two_names_is_neither() -> None:
    assert folded(["Ministry", "Defence Ministry"])["Ministry"] == "Defence Ministry"
    assert folded(["Ministry", "Defence Ministry", "Interior Ministry"])["Ministry"] == "Ministry"


def test_a_spokesman_is_his_body() -> None:
    assert (body_of("navy spokesman"), body_of("spokesman for the navy"), body_of("a statement"), body_of("Pavel Orlov")) == ("navy", "the navy", "", None)
    assert body_of("The Navy's spokesman") == "Navy"


def test_nobody_is_who_has_no_name() -> None:
    assert all(map(is_nobody, ("military source", "Iraqi officials", "two residents of Harvel")))
    assert not any(map(is_nobody, ("Syrian Observatory", "Pavel Orlov", "navy")))


def test_ten_outlets_that_cite_one_body_are_one_origin() -> None:
    claims = [account(told(f"Rebels shelled Harvel number {n}", voice="Harvel Observatory", outlet=f"Outlet {n}")) for n in range(10)]
    found = origins(claims, voices_of(claims), {})
    assert [(o.name, len(o.claims)) for o in found] == [("Harvel Observatory", 10)]


def test_nobody_is_one_origin_a_chain() -> None:
    claims = [account(told(f"Rebels shelled Harvel number {n}", voice="a military source", outlet=f"Outlet {n}")) for n in range(3)]
    assert len(origins(claims, voices_of(claims), {})) == 3
    assert len(origins(claims, voices_of(claims), {claims[0].id: "wire", claims[1].id: "wire"})) == 2
    cited = [account(told(f"Rebels shelled Mirk number {n}", voice=["Reuters", "a military source"], outlet=f"Outlet {n}")) for n in range(3)]
    assert len(origins(cited, voices_of(cited), {})) == 1


def test_a_statement_is_of_the_body_named_before_it() -> None:
    document = report("The Defence Ministry said rebels shelled Harvel. Two men were held, the statement said.")
    claims = [account(told("The Defence Ministry said rebels shelled Harvel", of=document, voice="Defence Ministry")),
              account(told("Two men were held", of=document, voice="statement", type="COERCE"))]  # fmt: skip
    assert {v.name for v in voices_of(claims).values() if v} == {"Defence Ministry"}


def test_who_only_denies_is_no_origin() -> None:
    claims = [account(told("Rebels shelled Harvel", voice="army")), account(told("Rebels had not shelled Harvel", voice="rebels", status="denied", stance="denies"))]
    assert [o.name for o in origins(claims, voices_of(claims), {})] == ["army"]


def test_outlets_that_cite_each_other_are_a_circle() -> None:
    claims = [
        account(told("Rebels shelled Harvel", voice=["Daily B"], kind="outlet", outlet="Daily A")),
        account(told("Rebels shelled the town", voice=["Daily A"], kind="outlet", outlet="Daily B")),
        account(told("Rebels shelled it", voice=["Daily A"], kind="outlet", outlet="Daily C")),
    ]
    assert circles(claims) == [["Daily A", "Daily B"]]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Four bombs fell, a Harvel Army spokeswoman, Major Olga Lund, told reporters.", "Harvel Army"),
        ("Harvel Army spokesman Olga Lund said four bombs fell.", "Harvel Army"),
        ("Four bombs fell, said Olga Lund, a spokeswoman for the Harvel Army.", "Harvel Army"),
        ("Four bombs fell, its spokeswoman, Major Olga Lund, said.", "Mirk Navy"),
    ],
)
def test_for_whom_a_name_speaks(text: str, body: str) -> None:
    said = spoken_for("Olga Lund", text, "Mirk Navy")
    assert said is not None and is_body(said, body) and not is_body(said, "Tolm Police")


@pytest.mark.parametrize("text", ["Four bombs fell, Olga Lund said.", "A spokesman said that Olga Lund had been shot.", "The army's spokesman said four bombs fell; Olga Lund said none did."])
def test_who_is_no_spokesman_speaks_for_nobody(text: str) -> None:
    assert spoken_for("Olga Lund", text, "Mirk Navy") is None


def test_a_body_and_its_spokeswoman_are_one_origin_under_the_bodys_name() -> None:
    said = [("The Harvel Army said four bombs fell", "Harvel Army", "organisation"), ("Four bombs fell, Harvel Army spokeswoman Olga Lund said", "Olga Lund", "person"), ("Four bombs fell, Ivo Holm said", "Ivo Holm", "person")]
    claims = [account(told(words, voice=voice, kind=kind, outlet=f"Outlet {n}")) for n, (words, voice, kind) in enumerate(said)]
    assert [o.name for o in origins(claims, voices_of(claims), {})] == ["Harvel Army", "Ivo Holm"]
    alone = [c for c in claims if c.voices[-1].name != "Harvel Army"]
    assert {o.name for o in origins(alone, voices_of(alone), {})} == {"Olga Lund", "Ivo Holm"}


def test_an_office_is_a_body_and_a_press_office_speaks_for_one() -> None:
    assert body_of("Prosecutor's Office of Harvel") is None
    assert body_of("governor's press office") == "governor"
