"""The gazetteer: built once, whole or not at all, and asked for names as news spells them."""

from __future__ import annotations

import pickle
import shutil
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from reportedly.errors import GazetteerError
from reportedly.records import Precision
from reportedly.resolve import gazetteer_build
from reportedly.resolve.gazetteer import Gazetteer, cache_folder, distance_km, open_gazetteer
from reportedly.resolve.gazetteer_names import key, skeleton, without_article
from reportedly.resolve.gazetteer_sources import Source, own_file


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
        ("Caspian Sea", "region:caspian-sea"),
        ("the Caspian Sea", "region:caspian-sea"),
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


def test_search_by_beginning(gazetteer: Gazetteer) -> None:
    assert gazetteer.search("Khan Shay")[0].country == "SYR"
    assert gazetteer.search("") == ()


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
    gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    place, told = tmp_path / "g.sqlite", list[str]()
    data = gazetteer.path.read_bytes()
    place.write_bytes({"text": b"not a database " * 100, "cut": data[: len(data) // 2], "empty": b""}[damage])
    monkeypatch.setattr(gazetteer_build, "build", lambda to, tell: shutil.copy(gazetteer.path, to))
    assert open_gazetteer(place, told.append).lookup("Hama")
    assert len(told) == 1 and "broken" in told[0]


def _few(own: object, tell: object) -> list[Source]:
    place = Source("geonames:1", "Somewhere", 1.0, 2.0, "SYR", "town", "town")
    place.call(["Somewhere"], 3.0)
    return [place]


def test_two_builds_at_once_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer_build, "_places", _few)
    place = tmp_path / "deep" / "g.sqlite"
    threads = [threading.Thread(target=gazetteer_build.build, args=(place, lambda message: None)) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert Gazetteer(place).lookup("somewhere")[0].id == "geonames:1"
    assert [each.name for each in place.parent.iterdir()] == ["g.sqlite"]


def test_failed_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(own: object, tell: object) -> list[Source]:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(gazetteer_build, "_places", fails)
    with pytest.raises(GazetteerError, match="E304"):
        open_gazetteer(tmp_path / "g.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GazetteerError, match="REPORTEDLY_CACHE"):
        open_gazetteer(tmp_path / "file" / "g.sqlite")


def test_cache_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REPORTEDLY_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
