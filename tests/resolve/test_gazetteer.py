"""The gazetteer: built once, whole or not at all, and asked for names as news spells them."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import GazetteerError
from reportedly.resolve import gazetteer_build
from reportedly.resolve.gazetteer import Gazetteer, built_file, distance_km, open_gazetteer
from reportedly.resolve.gazetteer_names import key, skeleton, without_article
from reportedly.resolve.gazetteer_search import entry, search
from reportedly.resolve.gazetteer_sources import Source, own_file
from reportedly.terms import Precision


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ḩamāh", "hamah"),
        ("Sana'a", "sanaa"),
        ("Sana’a", "sanaa"),
        ("Deir al-Zour", "deir al zour"),
        ("St. Louis", "saint louis"),
        ("  Côte d’Ivoire ", "cote divoire"),
        ("Łódź", "lodz"),
        ("…", "..."),
        ("—", ""),
    ],
)
def test_key(name: str, expected: str) -> None:
    assert key(name) == expected.replace("...", "")


def test_article_and_skeleton() -> None:
    assert without_article("al bab") == "bab"
    assert without_article("paris") == "paris"
    assert skeleton("dayr az zawr") == skeleton("deir al zour")
    assert skeleton("ab") == ""


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Syria", "country:SYR"),
        ("U.S.", "country:USA"),
        ("Georgia", "country:GEO"),
        ("Hama", "geonames:170017"),
        ("Halab", "geonames:170063"),
        ("Aleppo", "geonames:170063"),
        ("Kyiv", "geonames:703448"),
        ("Kiev", "geonames:703448"),
        ("Jabla", "geonames:169304"),
        ("Jableh", "geonames:169304"),
        ("Kafr Zita", "geonames:168620"),
        ("Kafr Zeita", "geonames:168620"),
        ("Kobani", "geonames:172256"),
        ("Dayr az Zawr", "geonames:170794"),
        ("Deir al-Zour", "geonames:170794"),
        ("Latamneh", "region:al-lataminah"),
        ("al-Lataminah", "region:al-lataminah"),
        ("Caspian Sea", "sea:caspian-sea"),
        ("the Caspian Sea", "sea:caspian-sea"),
        ("Donbass", "region:donbas"),
        ("Golan Heights", "region:golan-heights"),
        ("Gaza", "region:gaza-strip"),
        ("Helmand", "admin1:AF.10"),
        ("Chechnya", "admin1:RU.12"),
        ("Sokoto State", "admin1:NG.51"),
        ("Rapides Parish", "admin2:US.LA.079"),
        ("New York", "geonames:5128581"),
        ("Washington", "geonames:4140963"),
        ("Bab", "geonames:174018"),
    ],
)
def test_likeliest_place_of_a_name(gazetteer: Gazetteer, name: str, id: str) -> None:
    assert gazetteer.lookup(name)[0].id == id


def test_names_that_are_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("") == ()
    assert gazetteer.lookup("Xyzzyville on the Moon") == ()
    assert gazetteer.lookup("ISIL") == ()
    assert all(each.feature != "town" for each in gazetteer.lookup("EU"))
    assert not any(each.country == "IND" for each in gazetteer.lookup("Al Salem"))


def test_area_around_and_distances(gazetteer: Gazetteer) -> None:
    hama, syria = gazetteer.lookup("Hama")[0], gazetteer.get("country:SYR")
    assert syria is not None and hama.within(syria)
    assert (hama.admin1, hama.country, hama.precision) == ("Hama", "SYR", Precision.TOWN)
    assert hama.km_to(gazetteer.lookup("Aleppo")[0]) == pytest.approx(128, abs=10)
    assert distance_km(0, 0, 0, 180) == pytest.approx(20015, abs=1)


def test_alike_only_within_a_country(gazetteer: Gazetteer) -> None:
    found = gazetteer.alike("Khan Cheikhun", "SYR")
    assert found is not None and found.id == "geonames:168325"
    assert gazetteer.alike("Khan Cheikhun", "UKR") is None
    assert gazetteer.alike("Al", "SYR") is None


def test_words_that_point_at_states(gazetteer: Gazetteer) -> None:
    assert gazetteer.adjective("Syrian") == ("SYR",)
    assert set(gazetteer.adjective("Congolese")) == {"COG", "COD"}
    assert gazetteer.adjective("blue") == ()
    state = gazetteer.abbreviation("La.")
    assert state is not None and state.name == "Louisiana"
    assert gazetteer.abbreviation("xx") is None


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("latamneh", "region:al-lataminah"),
        ("port sudan", "geonames:377039"),
        ("sudan port", "geonames:377039"),
        ("Khan Shay", "geonames:168325"),
        ("ḩamāh", "geonames:170017"),
        ("حماة", "geonames:170017"),
        ("Харків", "geonames:706483"),
        ("lodz", "geonames:3093133"),
        ("sana'a", "geonames:71137"),
        ("Deir Ezzor", "geonames:170794"),
        ("caspian", "sea:caspian-sea"),
        ("golan", "region:golan-heights"),
        ("Kfar Zaytah", "geonames:168620"),
        ("SYRIA", "country:SYR"),
    ],
)
def test_search_finds_any_part_and_spelling_the_best_first(gazetteer: Gazetteer, text: str, id: str) -> None:
    assert search(gazetteer, text)[0].id == id


def test_search_keeps_to_its_limit_and_to_words(gazetteer: Gazetteer) -> None:
    found = search(gazetteer, "san", 50)
    assert len(found) == len({each.id for each in found}) == 50
    assert {"San Salvador", "San Diego"} <= {each.name for each in found}
    assert search(gazetteer, "") == search(gazetteer, "—") == search(gazetteer, "xyzzyville") == ()
    for odd in ('"', "a OR b", "NEAR(x y)", "name:x", "*", "-x", "'); DROP TABLE names"):
        search(gazetteer, odd)


def test_all_about_a_place(gazetteer: Gazetteer) -> None:
    found = entry(gazetteer, "170063")
    assert found is not None and found.place.name == found.names[0] == "Aleppo"
    assert {"Halab", "Ḩalab", "حلب", "Алеппо"} <= set(found.names)
    assert [each.id for each in found.parents] == ["admin1:SY.09", "country:SYR"]
    assert "geonames.org/170063" in found.source and "CC BY" in found.source
    region = entry(gazetteer, "region:golan-heights")
    assert region is not None and "GeoNames" not in region.source
    assert entry(gazetteer, "geonames:0") is None


def test_hand_made_file_is_sound() -> None:
    own = own_file()
    ids = [row["id"] for row in own["regions"]]
    assert len(ids) == len(set(ids)) and len(ids) > 150
    for row in own["regions"]:
        assert -90 <= row["latitude"] <= 90 and -180 <= row["longitude"] <= 180, row["id"]
        assert Precision(row.get("precision", "region")) is not Precision.EXACT, row["id"]  # nobody has checked them
        assert set(row) <= {"id", "name", "aliases", "kind", "latitude", "longitude", "countries", "precision", "within"}, row[
            "id"
        ]
        assert all(code in own["countries"] for code in row.get("countries", ())), row["id"]


def test_ids_of_the_hand_made_file_exist(gazetteer: Gazetteer) -> None:
    own = own_file()
    wanted = [row["id"] for row in own["aliases"]] + list(own["points"]) + list(own["abbreviations"])
    assert [id for id in wanted if gazetteer.get(id) is None] == []


def test_opens_fast_and_small(gazetteer: Gazetteer) -> None:
    begin = time.perf_counter()
    open_gazetteer()
    assert time.perf_counter() - begin < 0.3
    assert gazetteer.path.stat().st_size < 150e6
    gazetteer.lookup("Idlib")
    begin = time.perf_counter()
    for _ in range(10_000):
        gazetteer.lookup("Idlib")
    assert (time.perf_counter() - begin) / 10_000 < 20e-6


def test_survives_pickling(gazetteer: Gazetteer) -> None:
    assert pickle.loads(pickle.dumps(gazetteer)).lookup("Hama") == gazetteer.lookup("Hama")


@pytest.mark.parametrize("damage", ["text", "cut", "empty"])
def test_broken_file_is_built_again_with_a_notice(
    gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    place, told = tmp_path / "g.sqlite", list[str]()
    caplog.set_level("WARNING", "reportedly")
    data = gazetteer.path.read_bytes()
    place.write_bytes({"text": b"not a database " * 100, "cut": data[: len(data) // 2], "empty": b""}[damage])
    monkeypatch.setattr(gazetteer_build, "build", lambda to, tell: shutil.copy(gazetteer.path, to))
    assert open_gazetteer(place, lambda message, share: told.append(message)).lookup("Hama")
    assert len(told) == 1 and "broken" in told[0]
    place.write_bytes(b"")
    open_gazetteer(place)
    assert [record.message for record in caplog.records] == told  # who does not ask to be told finds it in the log


def test_file_of_another_shape_is_built_again(gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "g.sqlite"
    shutil.copy(gazetteer.path, place)
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE name = 'shape'")
    monkeypatch.setattr(gazetteer_build, "build", lambda to, tell: shutil.copy(gazetteer.path, to))
    assert open_gazetteer(place, lambda message, share: None).built.meta()["shape"] != "0"


def _few(own: object) -> Iterator[Source]:
    for n in range(2_000):
        place = Source(f"geonames:{n}", f"Somewhere {n}", 1.0, 2.0, "SYR", "town", "town")
        place.call([place.name], 3.0)
        yield place


def _build(place: Path) -> None:
    gazetteer_build.build(place, lambda message, share: None)


def test_processes_that_build_at_once_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer_build, "_places", _few)  # a forked process keeps it
    place = tmp_path / "deep" / "g.sqlite"
    processes = [multiprocessing.get_context("fork").Process(target=_build, args=(place,)) for _ in range(4)]
    for each in processes:
        each.start()
    for each in processes:
        each.join(60)
    assert [each.exitcode for each in processes] == [0, 0, 0, 0]
    assert Gazetteer(place).lookup("somewhere 7")[0].id == "geonames:7"
    assert [each.name for each in place.parent.iterdir()] == ["g.sqlite"]


def test_a_killed_build_leaves_no_file_and_its_draft_is_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stays(own: object) -> Iterator[Source]:
        yield from _few(own)
        time.sleep(60)

    monkeypatch.setattr(gazetteer_build, "_places", stays)
    place = tmp_path / "g.sqlite"
    process = multiprocessing.get_context("fork").Process(target=_build, args=(place,))
    process.start()
    while not list(tmp_path.iterdir()):
        time.sleep(0.02)
    process.kill()
    process.join()
    (draft,) = tmp_path.iterdir()
    assert not place.exists()
    os.utime(draft, (0, 0))
    monkeypatch.setattr(gazetteer_build, "_places", _few)
    _build(place)
    assert list(tmp_path.iterdir()) == [place]


def test_a_build_tells_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer_build, "_places", _few)
    monkeypatch.setattr(gazetteer_build, "TICK", 500)
    told: list[tuple[str, float]] = []
    gazetteer_build.build(tmp_path / "g.sqlite", lambda message, share: told.append((message, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares) and shares[0] == 0.0 and shares[-1] == 1.0 and len(set(shares)) > 4


def test_failed_build_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(own: object) -> Iterator[Source]:
        yield from _few(own)
        raise sqlite3.OperationalError("database or disk is full")

    place = tmp_path / "g.sqlite"
    place.write_text("before")
    monkeypatch.setattr(gazetteer_build, "_places", fails)
    with pytest.raises(GazetteerError, match="E304"):
        _build(place)
    assert [each.read_text() for each in tmp_path.iterdir()] == ["before"]


def test_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GazetteerError, match="REPORTEDLY_CACHE"):
        open_gazetteer(tmp_path / "file" / "g.sqlite")


def test_cache_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REPORTEDLY_CACHE", str(tmp_path))
    assert built_file().parent == tmp_path
