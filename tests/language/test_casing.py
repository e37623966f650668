"""Reports in capitals: names that word lists hold too, short names that a report spells out, months, notes of monitors."""

from __future__ import annotations

import re

import pytest

from reportedly.codebooks.data import load_data
from reportedly.intake.layout import behind_label, paragraphs
from reportedly.intake.text import document_from_text
from reportedly.language.acronyms import is_note, is_short_for, spelled_out, without_notes
from reportedly.read import Tools

SENTENCES = [
    ("POLICE IN MEDELLIN ARRESTED CARLOS CASANOVA ON 3 MARCH.", "Police in Medellin arrested Carlos Casanova on 3 March."),
    ("THE MARCH LASTED ALL DAY TODAY, THE NEWS AGENCY SAID ON TUESDAY.", "The march lasted all day today, the news agency said on Tuesday."),
    ("RAIDERS OF THE RIVERLAND WORKERS MOVEMENT (RWM) FLED.", "Raiders of the Riverland Workers Movement (RWM) fled."),
    ("THE RWM [RIVERLAND WORKERS MOVEMENT] RAIDERS FLED.  THE RWM'S CHIEF STAYED.", "The RWM                              raiders fled.  The RWM's chief stayed."),
    ("RAIDERS KIDNAPPED CARLOS PLAZAS.  CARLOS SAID LITTLE.", "Raiders kidnapped Carlos Plazas.  Carlos said little."),
    ("THE U.S. EMBASSY SAID ROBERTO D'ALBRETO HAD LEFT.", "The U.S. embassy said Roberto D'Albreto had left."),
]


@pytest.mark.parametrize(("text", "cased"), SENTENCES)
def test_capitals_become_ordinary_case(text: str, cased: str, tools: Tools) -> None:
    (parse,) = tools.parser.parse([document_from_text(text)])
    done = list(text.lower())
    for token in parse.tokens():
        done[token.start : token.end] = token.text
    blank = re.sub(r"\[[^\]]*\]", lambda m: " " * len(m[0]), "".join(done))
    assert blank == cased


def test_a_short_name_stands_for_words_with_its_letters() -> None:
    assert is_short_for("ELP", ["Army", "of", "Popular", "Liberation"])  # of the original's letters two are there
    assert not is_short_for("RWM", ["words", "indistinct"])
    found = dict(spelled_out("The Riverland Workers Movement (RWM) met the Union (UNION) and the ARC [Aid and Rescue Corps]."))
    assert found == {"RWM": ["Riverland", "Workers", "Movement"], "ARC": ["Aid", "and", "Rescue", "Corps"]}


@pytest.mark.parametrize("row", load_data("notes.yaml"), ids=lambda row: row["example"])
def test_each_note_of_a_monitor_has_its_example(row: dict[str, str]) -> None:
    assert is_note(row["example"])


def test_only_notes_and_meanings_are_blanked() -> None:
    text = "He told the RWM [Riverland Workers Movement] that [the mayor] fled [words indistinct]."
    done = without_notes(text)
    assert done.split() == ["He", "told", "the", "RWM", "that", "[the", "mayor]", "fled", "."]
    assert len(done) == len(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Six sailors died.[3][4] The crew fled.", "Six sailors died. The crew fled."),
        ("“We saw nothing on May 6.”[12] He left.", "“We saw nothing on May 6.” He left."),
        ("They strike on a regular basis[citation needed] and fled[when?] twice.[note 2]", "They strike on a regular basis and fled twice."),
        ("It lies [3] miles off and [12] fled.", "It lies [3] miles off and [12] fled."),
        ("The man [who] came[who?] was gone[2016].", "The man [who] came was gone[2016]."),
    ],
)
def test_marks_of_footnotes_are_blanked(text: str, left: str) -> None:
    done = without_notes(text)
    assert len(done) == len(text)
    assert re.sub(r"\s+", " ", done).replace(" .", ".").strip() == left


@pytest.mark.parametrize(
    "line",
    ["(Lagos, May 3, 2024) – ", "[Port Vila, 3 May] ", "(San Rafael, Peru, May 3, 2024) — ", "13:55 — ", "7.30pm: ", "Port Vila / Suva: ", "SANTA ROSA, 4 FEB 90 (RADIO NORTE) -- [TEXT] ", "PORT VILA (VANUATU), 12 JUN 91 (AFP) -- ", "Lima, 3 May -- ", "BEIRUT, Lebanon (AP) — ", "Nablus, Dec 4 (Prensa Sur) "],
)
def test_a_monitors_dateline_is_no_sentence(line: str) -> None:
    text = line + "THIEVES BEAT A STUDENT IN THE MARKET. HE IS WELL."
    (paragraph,) = paragraphs(text)
    assert paragraph.start == len(line)


@pytest.mark.parametrize("entry", load_data("labels.yaml"), ids=lambda e: e["example"])
def test_a_lines_label_is_no_part_of_its_sentence(entry: dict[str, str]) -> None:
    start = behind_label(entry["example"])
    assert start > 0
    assert entry["example"][start:].split()[0] in ("Gunmen", "Marchers", "The", "Two", "Rebels", "Japan")


@pytest.mark.parametrize("line", ["NATO-Russia talks collapse", "UN-Habitat sent tents", "14:05 is when it fell", "11.09 Widows wept", "UPDATE for readers", "A man was shot", "9mm Rounds were found"])
def test_a_word_that_is_no_label_stays(line: str) -> None:
    assert behind_label(line) == 0
