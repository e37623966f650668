"""The room for CEHA, on a small file of our own whose figures are counted by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.document import Words
from reportedly.evaluate import ceha
from reportedly.read import Tools
from reportedly.records import Participant

COLUMNS = ["ACLED/GDELT", "Actor 1", "Actor 2", "Event Description", "Is the event relevant?", "Why is the event NOT relevant? \n(if applicable)"]
ROWS = [
    # both sides read; "three cars" are of no side in ACLED and are not asked about
    ("ACLED", "Military Forces of Sudan (2019-)", "Civilians (Sudan); Farmers (Sudan)", "Soldiers killed two farmers and burned three cars.", "Yes", ""),
    # the police are of no side here, and the unidentified group is not read
    ("ACLED", "Unidentified Armed Group (Kenya)", "Civilians (Kenya)", "A trader was killed at a well. Police arrested six men.", "No", "3. A summary"),
    # the actors of GDELT are not asked for
    ("GDELT", "AMHARA", "", "The choir sang all evening.", "Yes", ""),
    ("GDELT", "", "", "Soldiers may attack the village.", "No", "2. Not violence"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with (tmp_path / ceha.FILE).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *ROWS])
    return tmp_path


def test_relevance_is_of_deeds_done_and_actors_of_acled_only(folder: Path, tools: Tools) -> None:
    figures = {f.name: round(f.value, 3) for f in ceha.measure(folder, tools)}
    assert (figures["relevance_precision"], figures["relevance_recall"], figures["relevance_f1"]) == (0.5, 0.5, 0.5)
    # parties: soldiers, two farmers, trader, six men are of a side, police are not; sides: three of four
    assert (figures["actor_precision"], figures["actor_recall"]) == (0.8, 0.75)


def test_what_went_wrong_is_shown(folder: Path, tools: Tools) -> None:
    lines = "\n".join(ceha.show(folder, tools))
    assert "missed: The choir sang" in lines
    assert "not relevant (3. A summary): A trader" in lines
    assert "of no side: Police (COP)" in lines
    assert "no party of [] ['CRM', 'OPP', 'REB', 'UAF']" in lines


@pytest.mark.parametrize(
    ("field", "name", "sector", "fits"),
    [
        ("Al Shabaab", "Al-Shabaab fighters", "REB", True),
        ("Rapid Support Forces", "RSF", None, True),
        ("Unidentified Armed Group (Sudan)", "UAG", None, False),
        ("Muslim Group (Kenya)", "Muslims", None, True),
        ("Police Forces of Kenya (2022-)", "officers", "COP", True),
        ("Police Forces of Kenya (2022-)", "Kenya", "GOV", False),
        ("Gari Communal Militia (Sudan)", "gunmen", "UAF", True),
        ("Protesters (Sudan)", "soldiers", "MIL", False),
    ],
)
def test_a_party_is_of_a_side_by_name_or_sector(field: str, name: str, sector: str | None, fits: bool) -> None:
    side = ceha.side_of(field)
    assert side is not None
    assert side.has(Participant(name, Words(0, len(name), name), sector=sector)) is fits


def test_an_empty_field_is_no_side() -> None:
    assert ceha.side_of("  ") is None
