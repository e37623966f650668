"""Each kind of fault is found, and told by file, entry, key and what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.knowledge import check_knowledge
from reportedly.knowledge.files import OWN

STATES = """
- {id: "state:RUS", iso: RUS, name: Russia, adjectives: [Russian], region: europe}
- {id: "state:SYR", iso: SYR, name: Syria, adjectives: [Syrian], region: middle_east}
"""


def tree(root: Path, **files: str) -> Path:
    """A small knowledge folder: `forces=...` writes actors/forces.yaml, `offices__rus=...` actors/offices/rus.yaml."""
    for name, content in {"states": STATES, **files}.items():
        path = root / "actors" / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return root


def faults(root: Path, **files: str) -> list[str]:
    return [str(problem) for problem in check_knowledge(tree(root, **files))]


def group(**keys: str) -> str:
    row = {"id": '"group:a"', "name": "A Group", "country": "[SYR]", "sector": "REB"} | keys
    return "- {" + ", ".join(f"{key}: {value}" for key, value in row.items()) + "}\n"


def office(*holders: str, more: str = "") -> str:
    return f"- {{state: RUS, office: head_of_state, title: President, holders: [{', '.join(holders)}]{more}}}"


def test_a_good_tree_has_no_faults(tmp_path: Path) -> None:
    forces = (
        'bodies:\n- {id: "body:fsb", name: FSB, state: RUS, sector: SPY, from: 1995-04}\npatterns:\n- {head: [army], sector: MIL}'
    )
    holder = "{name: Vladimir Putin, aliases: [Putin], from: 2012-05-07, until: null}"
    assert faults(tmp_path, forces=forces, armed_groups__x=group(), offices__rus=office(holder)) == []


def test_an_empty_folder_has_no_faults(tmp_path: Path) -> None:
    assert check_knowledge(tmp_path) == []


ROWS = {
    "unknown key": (group(colour="red"), "colour: is no key of this entry; allowed: id name"),
    "missing key": ('- {id: "group:a", name: A, country: SYR}', "group:a: sector: is missing"),
    "state code": (group(country="[XYZ]"), "country: ['XYZ'] is not allowed; 'XYZ' in the list; allowed: an ISO 3166-1"),
    "sector code": (group(sector="BAD"), "sector: 'BAD' is not allowed; allowed: AGR BUS COP"),
    "date form": (group(**{"from": '"May 2012"'}), "from: 'May 2012' is not allowed; allowed: \"YYYY\""),
    "month": (group(**{"from": '"2012-13"'}), "from: '2012-13' is not allowed"),
    "date order": (group(**{"from": "2014", "until": "2012-05"}), "until: 2012-05 is before from 2014"),
    "list": (group(aliases="AG"), "aliases: 'AG' is not allowed; allowed: a list"),
    "YAML's no": (group(aliases="[No]"), "aliases: [False] is not allowed; False in the list"),
    "id form": (group(id='"group:A_b"'), "id: 'group:A_b' is not allowed; allowed: group:words-with-hyphens"),
    "ambiguous": (group(ambiguous="[AG]"), "ambiguous: 'AG' is none of the entry's names"),
    "part_of": (group(part_of='"group:b"'), "part_of: 'group:b' is no entry"),
}


@pytest.mark.parametrize(("row", "told"), ROWS.values(), ids=ROWS.keys())
def test_a_fault_in_a_row_is_told_with_its_file_and_entry(tmp_path: Path, row: str, told: str) -> None:
    (fault,) = faults(tmp_path, armed_groups__x=row)
    assert fault.startswith("actors/armed_groups/x.yaml: group:")
    assert told in fault


@pytest.mark.parametrize(
    ("content", "told"),
    [("a: b", "not a list"), ("- plain", "entry 1 is no mapping"), ("- {id: [", "line 2"), ("- {a: b: c}", "line 1")],
)
def test_a_file_of_the_wrong_shape_is_told(tmp_path: Path, content: str, told: str) -> None:
    (fault,) = faults(tmp_path, bodies=content)
    assert "bodies.yaml" in fault
    assert told in fault


def test_forces_hold_bodies_and_patterns_only(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, forces="heads: []")
    assert "Allowed at the top: bodies, patterns." in fault


def test_faults_inside_an_office_are_told_with_the_holder(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, offices__rus=office("{name: Vladimir Putin, form: 2012}"))
    assert fault.startswith("actors/offices/rus.yaml: RUS head_of_state, Vladimir Putin: form: is no key")


def test_a_shared_alias_must_be_ambiguous_in_both(tmp_path: Path) -> None:
    one, two = group(aliases="[AG]"), group(id='"group:b"', name="B Group", aliases="[AG]", ambiguous="[AG]")
    (fault,) = faults(tmp_path, armed_groups__x=one + two)
    assert "group:b: aliases: 'AG' is also a name of group:a" in fault
    assert "mark it ambiguous in both" in fault


def test_a_shared_alias_that_both_mark_is_no_fault(tmp_path: Path) -> None:
    both = {"aliases": "[AG]", "ambiguous": "[AG]"}
    assert faults(tmp_path, armed_groups__x=group(**both) + group(id='"group:b"', name="B Group", **both)) == []


def test_aliases_clash_over_kinds_and_whatever_the_capitals(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, armed_groups__x=group(aliases="[russia]"))
    assert "'russia' is also a name of state:RUS" in fault


def test_two_abbreviations_that_differ_in_capitals_do_not_clash(tmp_path: Path) -> None:
    one, two = group(aliases="[MOD]"), group(id='"group:b"', name="B", aliases="[MoD]", ambiguous="[MoD]")
    assert faults(tmp_path, armed_groups__x=one + two) == []


def test_people_may_share_a_name_but_not_with_a_group(tmp_path: Path) -> None:
    people = "".join(f'- {{id: "person:{each}", name: {each} Assad, aliases: [Assad]}}\n' for each in ("hafez", "bashar"))
    assert faults(tmp_path, people=people) == []
    found = faults(tmp_path, people=people, armed_groups__x=group(aliases="[Assad]"))
    assert len(found) == 2


def test_an_id_stands_once(tmp_path: Path) -> None:
    found = faults(tmp_path, armed_groups__x=group(), armed_groups__y=group(name="Other"))
    assert found == ["actors/armed_groups/y.yaml: group:a: id: stands already in actors/armed_groups/x.yaml; "
                     "allowed: one entry an id (an office: a state, office and title)"]  # fmt: skip


def test_a_head_noun_stands_once(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, forces="patterns:\n- {head: [army], sector: MIL}\n- {head: [Army], sector: REB}")
    assert "pattern 2: head: 'Army' stands already in pattern 1" in fault


YELTSIN = "{name: Boris Yeltsin, from: 1991-07, until: 1999-12-31}"


def test_two_holders_at_once_are_told(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, offices__rus=office(YELTSIN, "{name: Vladimir Putin, from: 1999-10}"))
    assert "RUS head_of_state: holders: Boris Yeltsin and Vladimir Putin overlap by more than a month" in fault


@pytest.mark.parametrize("start", ["1999-12-31", "1999-12", "1999-11", "1999", "2000"])
def test_a_month_of_handover_may_touch(tmp_path: Path, start: str) -> None:
    assert faults(tmp_path, offices__rus=office(YELTSIN, f'{{name: Vladimir Putin, from: "{start}"}}')) == []


def test_a_shared_office_may_have_several_holders(tmp_path: Path) -> None:
    assert faults(tmp_path, offices__rus=office("{name: A B}", "{name: C D}", more=", shared: true")) == []


def test_our_own_knowledge_has_no_faults() -> None:
    assert [str(problem) for problem in check_knowledge(OWN)] == []
