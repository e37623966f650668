"""Imports: a GeoNames dump and a list of one's own come in whole or not at all, and outlive the built gazetteer."""

from __future__ import annotations

import multiprocessing
import shutil
import zipfile
from pathlib import Path

import pytest

from reportedly.errors import GazetteerError, UsageError
from reportedly.resolve.gazetteer import Gazetteer, open_gazetteer
from reportedly.resolve.gazetteer_folder import imported_files
from reportedly.resolve.gazetteer_geonames import kinds
from reportedly.resolve.gazetteer_import import forget, import_places, imports
from reportedly.terms import Precision

DATA = Path(__file__).parent.parent / "data"
DUMP, OWN = DATA / "geonames_dump.txt", DATA / "own_places.csv"
LINE = DUMP.read_text(encoding="utf-8").splitlines()[0]


def quiet(message: str, share: float) -> None:
    assert 0 <= share <= 1


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORTEDLY_PLACES", str(tmp_path / "places"))
    return tmp_path


@pytest.fixture(scope="module")
def built() -> Gazetteer:
    return Gazetteer(open_gazetteer().path)


@pytest.fixture
def villages(folder: Path, built: Gazetteer) -> Gazetteer:
    import_places(DUMP, built, quiet)
    return open_gazetteer()


def test_without_an_import_there_are_no_villages(folder: Path) -> None:
    assert open_gazetteer().lookup("Kafr Nabudah") == ()


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Kafr Nabudah", "geonames:990000002"),
        ("Kafr Nabouda", "geonames:990000002"),
        ("Kafr Nabūdah", "geonames:990000002"),
        ("Khan Touman", "geonames:990000003"),
        ("Khan Ţuman", "geonames:990000003"),
        ("Ma'arrat Hurmah", "geonames:990000004"),
        ("Ma’arrat Hurmah", "geonames:990000004"),
        ("Jarjanaz", "geonames:990000005"),
        ("Nahr al-Asi", "geonames:990000008"),
        ("Abu al-Duhur Airbase", "geonames:990000009"),
        ("Neirab camp", "geonames:990000015"),
        ("Kafr Zita", "geonames:168620"),
        ("al-Lataminah", "region:al-lataminah"),
        ("Al Latamina", "region:al-lataminah"),
    ],
)
def test_names_of_a_dump(villages: Gazetteer, name: str, id: str) -> None:
    found = villages.lookup(name) or (villages.alike(name, "SYR"),)
    assert found[0] is not None and found[0].id == id


@pytest.mark.parametrize(
    ("spelled", "id"),
    [
        ("Kafer Nabuda", "geonames:990000002"),
        ("Kefr Nebudeh", "geonames:990000002"),
        ("Khan Tooman", "geonames:990000003"),
        ("Maaret Hirmeh", "geonames:990000004"),
        ("Jerjanaz", "geonames:990000005"),
    ],
)
def test_spellings_that_no_list_has(villages: Gazetteer, spelled: str, id: str) -> None:
    found = villages.alike(spelled, "SYR")
    assert found is not None and found.id == id
    assert villages.alike(spelled, "EGY") is None


def test_what_a_dump_says_of_a_place(villages: Gazetteer) -> None:
    place = villages.lookup("Kafr Nabudah")[0]
    assert (place.country, place.admin1, place.feature, place.population) == ("SYR", "Hama", "town", 13513)
    assert place.parents == ("admin1:SY.10", "country:SYR")
    assert place.precision is Precision.TOWN
    camp = villages.lookup("Neirab camp")[0]
    assert (camp.feature, camp.precision, camp.admin1) == ("facility", Precision.EXACT, "Aleppo")


def test_what_a_report_does_not_name_stays_out(villages: Gazetteer) -> None:
    assert villages.lookup("Madrasat al Karamah") == () and villages.lookup("Khirbat Ghazi") == ()
    assert [each.id for each in villages.lookup("Syrian Arab Republic")] == ["country:SYR"]


def test_places_that_both_have_stay_as_they_were_built(villages: Gazetteer, built: Gazetteer) -> None:
    assert villages.get("geonames:168620") == built.get("geonames:168620")
    assert villages.get("admin1:SY.10") == built.get("admin1:SY.10")
    assert villages.lookup("Hama")[0] == built.lookup("Hama")[0]


def test_an_archive_and_a_name_of_its_own(folder: Path, built: Gazetteer) -> None:
    with zipfile.ZipFile(folder / "SY.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(DUMP, "SY.txt")
        archive.writestr("readme.txt", "about")
    made = import_places(folder / "SY.zip", built, quiet, "syria")
    assert (made.name, made.kind, made.source, made.places) == ("syria", "geonames", "SY.zip", 12)
    assert [each.name for each in imports()] == ["syria"]


def test_own_places_win(folder: Path, built: Gazetteer) -> None:
    import_places(OWN, built, quiet)
    gazetteer = open_gazetteer()
    assert built.lookup("Tripoli")[0].id == "geonames:2210247"
    assert [each.id for each in gazetteer.lookup("Tripoli") if each.feature == "town"] == ["own:own_places:tripoli"]
    assert gazetteer.lookup("Tripoli")[0].id == "own:own_places:tripoli"
    seven = gazetteer.lookup("CP7")[0]
    assert (seven.id, seven.name, seven.precision, seven.admin1) == ("own:own_places:cp-7", "Checkpoint Seven", Precision.EXACT, "Hama")
    assert seven.parents == ("admin1:SY.10", "country:SYR")
    ridge = gazetteer.lookup("Northern Ridge")[0]
    assert (ridge.country, ridge.parents, ridge.feature) == (None, (), "region")


def test_an_import_replaces_the_one_of_its_name_and_can_be_forgotten(folder: Path, built: Gazetteer) -> None:
    import_places(OWN, built, quiet)
    shorter = folder / "own_places.csv"
    shorter.write_text("name,latitude,longitude\nZarqalubad,31,64\n")
    assert import_places(shorter, built, quiet).places == 1
    assert open_gazetteer().lookup("CP7") == ()
    assert open_gazetteer().lookup("Zarqalubad")[0].id == "own:own_places:zarqalubad"
    forget("own_places")
    assert imports() == [] and imported_files() == ()
    with pytest.raises(UsageError, match="Nothing was imported"):
        forget("own_places")


def test_a_rebuilt_cache_keeps_imports(villages: Gazetteer, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = folder / "cache"
    cache.mkdir()
    shutil.copy(villages.path, cache)
    monkeypatch.setenv("REPORTEDLY_CACHE", str(cache))
    assert open_gazetteer().path.parent == cache
    assert open_gazetteer().lookup("Kafr Nabudah")


BROKEN_DUMPS = {
    "three columns": (f"{LINE}\na\tb\tc\n", r":2: 3 columns instead of 19"),
    "cut short": (f"{LINE}\n{LINE[:80]}", r":2: \d+ columns instead of 19"),
    "no number": (f"{LINE}\n{LINE}\n" + LINE.replace("35.3217", "north"), r":3: no point on Earth"),
    "off the Earth": (LINE.replace("35.3217", "95.3"), r":1: no point on Earth"),
    "no id": (LINE.replace("990000001", "one"), r":1: 'one' is no GeoNames id"),
    "empty": ("", "empty"),
    "nothing to name": (LINE.replace("\tP\tPPL\t", "\tS\tSCH\t"), "no row"),
    "no text": ("x" * 200_000, r":1: 1 columns"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "says"), BROKEN_DUMPS.values(), ids=BROKEN_DUMPS)
def test_a_broken_dump_is_told_with_its_line_and_changes_nothing(villages: Gazetteer, folder: Path, built: Gazetteer, content: str, says: str) -> None:
    before = {each: each.read_bytes() for each in imported_files()}
    file = folder / "geonames_dump.txt"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match=says) as error:
        import_places(file, built, quiet)
    assert error.value.hint and "geonames_dump.txt" in error.value.message
    assert {each: each.read_bytes() for each in (folder / "places").iterdir()} == before


BROKEN_LISTS = {
    "no header": ("Homs,34.7,36.7\n", r":1: no column 'name'"),
    "no longitude": ("name,latitude\nHoms,34.7\n", r":1: no column 'longitude'"),
    "semicolons": ("name;latitude;longitude\nHoms;34.7;36.7\n", r":1: no column 'name'"),
    "a cell too many": ("name,latitude,longitude\nHoms, old town,34.7,36.7\n", r":2: 4 cells under 3 columns"),
    "decimal comma": ('name,latitude,longitude\nHama,35,36\nHoms,"34,7",36.7\n', r":3: no point on Earth"),
    "not a number": ("name,latitude,longitude\nHoms,nan,36.7\n", r":2: no point on Earth"),
    "no name": ("name,latitude,longitude\n,34.7,36.7\n", r":2: '' is no name"),
    "another script": ("name,latitude,longitude\nحمص,34.7,36.7\n", r":2: .* is no name that a report may hold"),
    "no country": ("name,latitude,longitude,country\nHoms,34.7,36.7,Atlantis\n", r":2: no country 'Atlantis'"),
    "no kind": ("name,latitude,longitude,kind\nHoms,34.7,36.7,thing\n", r":2: no kind 'thing'"),
    "no precision": ("name,latitude,longitude,precision\nHoms,34.7,36.7,good\n", r":2: no precision 'good'"),
    "no population": ("name,latitude,longitude,population\nHoms,34.7,36.7,many\n", r":2: no population 'many'"),
    "an id twice": ("name,latitude,longitude,id\nHoms,34.7,36.7,h\nHama,35,36,h\n", r":3: the id 'h' again"),
    "an open quote": ('name,latitude,longitude\n"Homs,34.7,36.7\n', r":2: no CSV"),
    "no rows": ("name,latitude,longitude\n", "no places"),
    "empty": ("", r":1: no column"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "says"), BROKEN_LISTS.values(), ids=BROKEN_LISTS)
def test_a_broken_list_is_told_with_its_line_and_changes_nothing(folder: Path, built: Gazetteer, content: str, says: str) -> None:
    file = folder / "mine.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match=says) as error:
        import_places(file, built, quiet)
    assert error.value.hint
    assert imports() == [] and not list((folder / "places").iterdir())


def test_other_bytes_are_told(folder: Path, built: Gazetteer) -> None:
    whole = folder / "whole.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(DUMP, "SY.txt")
    (folder / "cut.zip").write_bytes(whole.read_bytes()[:-40])
    (folder / "latin.csv").write_bytes("name,latitude,longitude\nMálaga,36.7,-4.4\n".encode("latin-1"))
    (folder / "latin.txt").write_bytes(LINE.encode("utf-16"))
    with zipfile.ZipFile(folder / "two.zip", "w") as archive:
        archive.writestr("a.txt", "")
        archive.writestr("b.txt", "")
    for name, says in (("cut.zip", "a broken archive"), ("latin.csv", "not UTF-8"), ("latin.txt", ":1: not UTF-8"), ("two.zip", "2 lists")):
        with pytest.raises(GazetteerError, match=says):
            import_places(folder / name, built, quiet)
    for name in ("places.xlsx", "missing.csv"):
        with pytest.raises(UsageError):
            import_places(folder / name, built, quiet)
    assert imports() == []


def test_a_broken_import_is_told_and_can_be_forgotten(villages: Gazetteer) -> None:
    (file,) = imported_files()
    file.write_bytes(file.read_bytes()[:5000])
    with pytest.raises(GazetteerError, match="broken") as error:
        open_gazetteer()
    assert "gazetteer forget geonames_dump" in error.value.hint
    assert [bool(each.fault) for each in imports()] == [True]
    forget("geonames_dump")
    assert open_gazetteer().lookup("Hama")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, built: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("REPORTEDLY_PLACES", str(tmp_path / "file" / "places"))
    with pytest.raises(GazetteerError, match="E304") as error:
        import_places(OWN, built, quiet)
    assert "REPORTEDLY_PLACES" in error.value.hint


def _import(path: Path) -> None:
    import_places(DUMP, Gazetteer(path), quiet)


def test_processes_that_import_at_once_do_no_harm(folder: Path, built: Gazetteer) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_import, args=(built.path,)) for _ in range(3)]
    for each in processes:
        each.start()
    for each in processes:
        each.join(60)
    assert [each.exitcode for each in processes] == [0, 0, 0]
    assert [each.name for each in (folder / "places").iterdir()] == ["geonames_dump.sqlite"]
    assert open_gazetteer().lookup("Kafr Nabudah")


def test_feature_codes_are_of_classes_that_reports_name() -> None:
    assert {code.partition(".")[0] for code in kinds()} == {"P", "A", "H", "T", "L", "S"}
    assert not any(code.endswith(("PPLH", "ADM1H", "SCH", "PCLI")) for code in kinds())
    assert all(Precision(kind.precision) for kind in kinds().values())
