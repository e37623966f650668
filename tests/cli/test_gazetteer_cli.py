"""`reportedly gazetteer` through real processes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.resolve.gazetteer import open_gazetteer
from tests.cli.test_cli import run

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"REPORTEDLY_PLACES": str(tmp_path / "places")}


def rows(*args: str, env: dict[str, str]) -> list[dict[str, object]]:
    done = run("gazetteer", *args, env=env)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_search_prints_a_row_for_each_place(env: dict[str, str]) -> None:
    (found, *_) = rows("search", "port", "sudan", env=env)
    assert found == {"id": "geonames:377039", "name": "Port Sudan", "kind": "town", "country": "SDN", "admin1": "Red Sea",
                     "latitude": 19.61745, "longitude": 37.21644, "population": 489725}  # fmt: skip
    table = run("gazetteer", "search", "latamneh", "--format", "table", env=env).stdout
    assert "region:al-lataminah" in table and "population" in table
    assert len(rows("search", "san", "--limit", "3", env=env)) == 3


def test_search_in_vain_says_what_helps(env: dict[str, str]) -> None:
    done = run("gazetteer", "search", "xyzzyville", env=env)
    assert (done.returncode, done.stdout) == (0, "")
    assert "hint:" in done.stderr and "gazetteer import" in done.stderr


def test_show_tells_all(env: dict[str, str]) -> None:
    (about,) = rows("show", "geonames:170063", env=env)
    assert "Halab" in str(about["names"]) and "admin1:SY.09" in str(about["within"])
    assert about["precision"] == "town" and "GeoNames" in str(about["source"])
    table = run("gazetteer", "show", "170063", "--format", "table", env=env).stdout
    assert re.search(r"precision +town", table) and "حلب" in table
    done = run("gazetteer", "show", "geonames:0", env=env)
    assert done.returncode == 2 and "error[E200]" in done.stderr and "hint:" in done.stderr


def test_import_list_forget_and_the_reader(env: dict[str, str], tmp_path: Path) -> None:
    (made,) = rows("import", str(DATA / "geonames_dump.txt"), "--name", "SY", env=env)
    assert (made["name"], made["places"], made["fault"]) == ("SY", 12, "")
    own = run("gazetteer", "import", str(DATA / "own_places.csv"), env=env)
    assert own.returncode == 0 and "left unread: notes" in own.stderr
    assert [row["name"] for row in rows("list", env=env)] == ["SY", "own_places"]
    assert rows("search", "kafr nabouda", env=env)[0]["id"] == "geonames:990000002"
    (about,) = rows("show", "own:own_places:cp-7", env=env)
    assert about["source"] == "your own list own_places"
    text = "Warplanes bombed the town of Kafr Nabudah and Checkpoint Seven on Monday.\n"
    done = run("code", "-", "--published", "2019-07-24", "--store", str(tmp_path / "s.db"), "--format", "jsonl", stdin=text, env=env)
    places = {place["place"] for line in done.stdout.splitlines() for place in json.loads(line)["places"]}
    assert "geonames:990000002" in places
    assert run("gazetteer", "forget", "SY", env=env).returncode == 0
    assert [row["name"] for row in rows("list", env=env)] == ["own_places"]
    assert run("gazetteer", "forget", "SY", env=env).returncode == 2
    states = {row["what"]: row["state"] for row in json.loads(run("doctor", "--store", "none.db", "--format", "json", env=env).stdout)}
    assert states["own places"] == states["import own_places"] == "ok"


def test_a_broken_import_exits_2_with_file_line_and_hint(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("name,latitude,longitude\nHama,35.1,36.7\nHoms,north,36.7\n")
    done = run("gazetteer", "import", "mine.csv", cwd=tmp_path, env=env)
    assert done.returncode == 2 and done.stdout == ""
    assert re.search(r"error\[E304\]: mine\.csv:3: no point on Earth.*\nhint: \S", done.stderr), done.stderr
    assert rows("list", env=env) == []


SMALL = """
from reportedly.cli import main
from reportedly.resolve import gazetteer_build
from reportedly.resolve.gazetteer_sources import Source

def few(own):
    for n in range(30_000):
        place = Source(f"geonames:{n}", f"Somewhere {n}", 1.0, 2.0, "SYR", "town", "town")
        place.call([place.name], 3.0)
        yield place

gazetteer_build._places = few
main()
"""  # the command line as it is, with fewer places: a whole build takes half a minute


def test_a_corrupt_cache_is_built_again_with_a_notice_by_two_at_once(tmp_path: Path, env: dict[str, str]) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    place = cache / open_gazetteer().path.name
    place.write_bytes(b"not a database " * 1000)
    surroundings = {**os.environ, **env, "REPORTEDLY_CACHE": str(cache)}
    command = [sys.executable, "-c", SMALL, "gazetteer", "build"]
    children = [subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    said = [child.communicate(timeout=120) for child in children]
    assert [child.returncode for child in children] == [0, 0, 0], said
    assert any(b"is broken and is built again" in err for _, err in said)
    assert all(json.loads(out)["places"] == 30_000 and b"GeoNames" in err for out, err in said)
    assert list(cache.iterdir()) == [place]
    again = run("gazetteer", "search", "somewhere 29999", env={**env, "REPORTEDLY_CACHE": str(cache)})
    assert json.loads(again.stdout.splitlines()[0])["id"] == "geonames:29999" and "Building" not in again.stderr
