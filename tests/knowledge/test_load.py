"""What reading asks of the knowledge, on the real files; a user's own folder, on small ones."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from reportedly.errors import KnowledgeError
from reportedly.knowledge import Entry, Knowledge, load_knowledge
from reportedly.knowledge.files import date_text, in_force, sources
from reportedly.knowledge.load import _knowledge


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return load_knowledge()


def ids(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.id for entry in entries]


def write(root: Path, name: str, content: str) -> Path:
    path = root / "actors" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return root


OFFICES = """
- {state: SYR, office: head_of_state, title: President, also_titles: [Syrian leader], holders: [
    {name: Hafez al-Assad, aliases: [Assad, Hafez Assad], from: 1971-03, until: 2000-06-10},
    {name: Bashar al-Assad, aliases: [Assad, Bashar Assad], from: 2000-07-17, until: 2024-12-08}]}
- {state: DEU, office: defence_minister, title: Defence Minister, holders: [{name: Ursula von der Leyen, from: 2013-12, until: 2019-07}]}
- {state: CHN, office: head_of_state, title: President, holders: [{name: Xi Jinping, from: 2013-03}]}
- {state: RUS, office: head_of_state, title: President, holders: [{name: Vladimir Putin, from: 2000, until: 2008-05},
    {name: Dmitry Medvedev, from: 2008-05, until: 2012-05}, {name: Vladimir Putin, from: 2012-05}]}
- {state: RUS, office: head_of_government, title: Prime Minister, holders: [{name: Vladimir Putin, aliases: [Putin], from: 2008-05, until: 2012-05}]}
"""


@pytest.fixture
def offices(tmp_path: Path) -> Knowledge:
    """Only the offices above, so that the answers do not hang on what the real files come to hold."""
    return _knowledge(list(sources(write(tmp_path, "offices/all.yaml", OFFICES))))


# -- states and words ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "state"),
    [("Russian Federation", "RUS"), ("US", "USA"), ("U.S.", "USA"), ("the United States", "USA"), ("The Netherlands", "NLD"),
     ("UK", "GBR"), ("Britain", "GBR"), ("DR Congo", "COD"), ("Burma", "MMR"), ("UAE", "ARE"), ("Cote d’Ivoire", "CIV"),
     ("SYRIA", "SYR"), ("Zaire", "COD"), ("East Germany", "DDR"), ("Soviet Union", "SUN"), ("Kosovo", "XKX")],
)  # fmt: skip
def test_states_are_known_by_their_names_in_the_news(known: Knowledge, name: str, state: str) -> None:
    assert ids(known.by_alias(name)) == [f"state:{state}"]


@pytest.mark.parametrize("word", ["us", "chad", "turkey", "china", "it"])
def test_names_that_are_words_need_their_capitals(known: Knowledge, word: str) -> None:
    assert known.by_alias(word) == ()


def test_a_name_of_two_states_gives_both(known: Knowledge) -> None:
    assert sorted(ids(known.by_alias("Congo"))) == ["state:COD", "state:COG"]
    assert known.adjective("Korean") is None
    assert sorted(known.adjective_candidates("Congolese")) == ["COD", "COG"]


@pytest.mark.parametrize(
    ("word", "state"),
    [("Russian", "RUS"), ("American", "USA"), ("British", "GBR"), ("Emirati", "ARE"), ("Scottish", "GBR"), ("Nigerien", "NER"),
     ("Nigerian", "NGA"), ("South Sudanese", "SSD"), ("Sudanese", "SDN"), ("TURKISH", "TUR"), ("Soviet", "SUN"),
     ("polish", None), ("Kurdish", None), ("English", None)],
)  # fmt: skip
def test_adjectives(known: Knowledge, word: str, state: str | None) -> None:
    assert known.adjective(word) == state


def test_demonyms_metonyms_and_parts(known: Knowledge) -> None:
    assert (known.demonym("Syrians"), known.demonym("Briton"), known.demonym("Dutchmen")) == ("SYR", "GBR", "NLD")
    assert (known.metonym("Damascus"), known.metonym("Kremlin"), known.metonym("Kiev")) == ("SYR", "RUS", "UKR")
    assert known.metonym("Brussels") is None
    assert known.part("Scotland") == "GBR"


def test_a_state_acts_for_itself(known: Knowledge) -> None:
    syria = known.state("SYR")
    assert (syria.name, syria.kind, syria.acts_for, syria.sector) == ("Syria", "state", "SYR", "GOV")
    with pytest.raises(KnowledgeError, match="XYZ"):
        known.state("XYZ")


def test_every_state_is_known_by_an_adjective(known: Knowledge) -> None:
    stated = {iso for states in known.words.adjectives.values() for iso in states}
    assert {entry.country for entry in known.entries.values() if entry.kind == "state"} == stated


def test_states_end(known: Knowledge) -> None:
    assert known.state("SUN").valid_on(date(1990, 1, 1))
    assert not known.state("SUN").valid_on(date(1992, 1, 1))
    assert not known.state("SSD").valid_on(date(2010, 1, 1))


# -- organs and nouns ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "state", "sector"),
    [("Centcom", "USA", "MIL"), ("Revolutionary Guards", "IRN", "MIL"), ("Knesset", "ISR", "LEG"), ("Foreign Office", "GBR", "GOV"),
     ("Élysée", "FRA", "GOV"), ("MI6", "GBR", "SPY"), ("State Duma", "RUS", "LEG"), ("Tatmadaw", "MMR", "MIL")],
)  # fmt: skip
def test_named_organs_act_for_their_state(known: Knowledge, name: str, state: str, sector: str) -> None:
    (found,) = known.by_alias(name)
    assert (found.acts_for, found.sector, found.kind) == (state, sector, "government")


def test_irregulars_belong_to_a_country_and_act_for_nobody(tmp_path: Path) -> None:
    body = 'bodies:\n- {id: "body:shabiha", name: Shabiha, state: SYR, sector: UAF}'
    (shabiha,) = _knowledge(list(sources(write(tmp_path, "forces.yaml", body)))).by_alias("Shabiha")
    assert (shabiha.country, shabiha.acts_for) == ("SYR", None)


@pytest.mark.parametrize(
    ("noun", "sector"),
    [("warplane", "MIL"), ("russian warship", "MIL"), ("riot police", "COP"), ("syrian foreign minister", "GOV"), ("rebel", "REB"),
     ("military court", "JUD"), ("state news agency", "JRN"), ("civilian", "CVL"), ("human rights group", "HRI"), ("idp", "REF"),
     ("drug cartel", "CRM"), ("health official", "HLT"), ("pro-government militia", "UAF"), ("Foreign Minister", "GOV"),
     ("opposition activist", "OPP"), ("weather", None), ("", None)],
)  # fmt: skip
def test_the_longest_head_noun_gives_the_sector(known: Knowledge, noun: str, sector: str | None) -> None:
    assert known.sector_of_noun(noun) == sector


def test_there_are_many_head_nouns_and_bodies(known: Knowledge) -> None:
    assert len(known.nouns) >= 350
    assert sum(each.startswith("body:") for each in known.entries) >= 120


# -- people and offices --------------------------------------------------------------------------------------------------


def test_the_holder_of_an_office_depends_on_the_day(offices: Knowledge) -> None:
    assert ids(offices.holders("SYR", "head_of_state", date(1999, 1, 1))) == ["person:hafez-al-assad"]
    assert ids(offices.holders("SYR", "head_of_state", date(2013, 8, 21))) == ["person:bashar-al-assad"]
    assert offices.holders("SYR", "head_of_state", date(2000, 7, 1)) == ()
    assert offices.holders("SYR", "foreign_minister", date(2013, 1, 1)) == ()


def test_an_unknown_day_gives_all_and_a_month_of_handover_both(offices: Knowledge) -> None:
    assert len(offices.holders("SYR", "head_of_state", None)) == 2
    assert ids(offices.holders("RUS", "head_of_state", date(2012, 5, 3))) == ["person:dmitry-medvedev", "person:vladimir-putin"]


def test_one_person_over_several_offices(offices: Knowledge) -> None:
    putin = offices.entries["person:vladimir-putin"]
    assert [(each.title, each.state, each.valid_from, each.valid_until) for each in putin.offices] == [
        ("President", "RUS", "2000", "2008-05"),
        ("President", "RUS", "2012-05", None),
        ("Prime Minister", "RUS", "2008-05", "2012-05"),
    ]
    assert putin.aliases == ("Vladimir Putin", "Putin")
    assert (putin.kind, putin.acts_for, putin.sector) == ("person", "RUS", "GOV")


def test_names_shared_by_people_are_ambiguous(offices: Knowledge) -> None:
    assert len(offices.by_alias("Assad")) == 2
    assert all("Assad" in each.ambiguous for each in offices.by_alias("Assad"))


def test_people_are_found_by_what_the_news_calls_them(offices: Knowledge) -> None:
    assert len(offices.people_by_surname("Assad")) == 2
    assert len(offices.people_by_surname("al-Assad")) == 2
    assert ids(offices.people_by_surname("Xi")) == ["person:xi-jinping"]
    assert (
        ids(offices.people_by_surname("von der Leyen"))
        == ids(offices.people_by_surname("Leyen"))
        == ["person:ursula-von-der-leyen"]
    )
    assert offices.people_by_surname("Nobody") == ()


def test_offices_by_title(offices: Knowledge) -> None:
    assert [each.state for each in offices.offices_titled("president")] == ["SYR", "CHN", "RUS"]
    assert [each.office for each in offices.offices_titled("Syrian leader", "SYR")] == ["head_of_state"]


def test_a_person_of_people_yaml_is_joined_to_offices(tmp_path: Path) -> None:
    write(tmp_path, "offices/all.yaml", OFFICES)
    person = '- {id: "person:x-putin", name: Vladimir Putin, country: RUS, sector: GOV, roles: [{role: leader of United Russia, from: 2008}]}'
    made = _knowledge(list(sources(write(tmp_path, "people.yaml", person))))
    putin = made.entries["person:x-putin"]
    assert (len(putin.offices), putin.roles[0].title) == (3, "leader of United Russia")
    assert "person:vladimir-putin" not in made.entries


def test_namesakes_of_two_countries_are_two_people(tmp_path: Path) -> None:
    rows = "".join(
        f"- {{state: {iso}, office: head_of_state, title: President, holders: [{{name: John Smith}}]}}\n"
        for iso in ("USA", "GBR")
    )
    made = _knowledge(list(sources(write(tmp_path, "offices/all.yaml", rows))))
    assert list(made.entries) == ["person:john-smith", "person:john-smith-gbr"]


# -- groups, outlets, loading --------------------------------------------------------------------------------------------


def test_groups_and_outlets_act_for_no_state(tmp_path: Path) -> None:
    write(
        tmp_path,
        "armed_groups/x.yaml",
        '- {id: "group:is", name: Islamic State, aliases: [IS], ambiguous: [IS], country: [SYR, IRQ], sector: REB}',
    )
    write(tmp_path, "outlets.yaml", '- {id: "outlet:tass", name: Tass, kind: agency, country: [RUS], state_run: true}')
    made = _knowledge(list(sources(tmp_path)))
    (group,), (tass,) = made.by_alias("IS"), made.by_alias("TASS")
    assert (group.kind, group.country, group.countries, group.acts_for) == ("group", "SYR", ("SYR", "IRQ"), None)
    assert (tass.kind, tass.country, tass.acts_for, tass.state_run, tass.sector) == ("agency", "RUS", None, True, "JRN")
    assert made.by_alias("is") == ()


def test_a_users_folder_adds_and_replaces(tmp_path: Path) -> None:
    write(tmp_path, "bodies.yaml", '- {id: "org:our-own", name: Our Own Monitor, kind: monitor, sector: NGO}')
    write(tmp_path, "forces.yaml", 'bodies:\n- {id: "body:pentagon", name: The Pentagon Itself, state: USA, sector: MIL}')
    made = load_knowledge(tmp_path)
    assert ids(made.by_alias("Our Own Monitor")) == ["org:our-own"]
    assert made.entries["body:pentagon"].sector == "MIL"
    assert made.state("SYR").name == "Syria"


def test_a_fault_in_a_users_folder_is_an_error_that_names_it(tmp_path: Path) -> None:
    write(tmp_path, "bodies.yaml", '- {id: "org:our-own", name: Our Own Monitor, kind: monitor, sector: XXX}')
    with pytest.raises(KnowledgeError, match=r"bodies\.yaml: org:our-own: sector: 'XXX'"):
        load_knowledge(tmp_path)
    with pytest.raises(KnowledgeError, match="no such folder"):
        load_knowledge(tmp_path / "nowhere")


def test_a_row_without_what_it_needs_is_an_error_that_names_its_file(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"bodies\.yaml: org:a: malformed"):
        _knowledge(list(sources(write(tmp_path, "bodies.yaml", '- {id: "org:a"}'))))


def test_loading_is_cached() -> None:
    assert load_knowledge() is load_knowledge()


def test_nothing_is_read_at_import() -> None:
    code = "import reportedly.knowledge as k; assert k.load_knowledge.cache_info().misses == 0"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("value", "told"), [(2012, "2012"), (date(2012, 5, 7), "2012-05-07"), ("2012-05", "2012-05"), (None, None)]
)
def test_dates_are_text_whatever_yaml_made_of_them(value: object, told: str | None) -> None:
    assert date_text(value) == told


def test_dates_hold_as_precisely_as_they_are_written() -> None:
    assert in_force("2012-12-31", None, "2012")
    assert in_force("2012-05-01", "2012-05", None)
    assert not in_force("2012-05-06", "2012-05-07", None)
    assert not in_force("2013-01-01", None, "2012")
