"""The commands of intake through real processes: mixed folders, languages, provenance, verification."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_cli import REPORT, run
from tests.intake.test_pages import page

RUSSIAN = "Боевики обстреляли колонну миротворцев на севере Мали, передаёт агентство Рейтер. Полиция задержала двенадцать человек в Минске."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("press")
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(REPORT)
    (folder / "in" / "b.html").write_bytes(page("<meta property='article:published_time' content='2024-03-01T10:00:00Z'>"))
    (folder / "in" / "ru.txt").write_text(RUSSIAN)
    (folder / "in" / "photo.jpg").write_bytes(b"\xff\xd8\xff\0")
    with zipfile.ZipFile(folder / "in" / "z.zip", "w") as archive:
        archive.writestr("c.txt", REPORT.replace("Homs", "Hama"))
        archive.writestr("../d.txt", REPORT)
    done = run("code", "in", "--published", "2024-03-02", "--store", "s.db", "--format", "jsonl", cwd=folder)
    assert done.returncode == 1  # for the member that would lie outside
    assert "1 not coded" not in done.stdout
    return folder


def rows(home: Path, *args: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*args, "--store", "s.db", cwd=home).stdout.splitlines()]


def test_a_mixed_folder_is_coded(home: Path) -> None:
    found = {str(r["source"]): r for r in rows(home, "list", "reports")}
    assert sorted(found) == ["in/a.txt", "in/b.html", "in/ru.txt", "in/z.zip/c.txt"]
    assert {s: (r["language"], r["coded"], r["published_from"]) for s, r in found.items()} == {
        "in/a.txt": ("en", True, "given"), "in/b.html": ("en", True, "opengraph"), "in/ru.txt": ("ru", False, "given"), "in/z.zip/c.txt": ("en", True, "given"),
    }  # fmt: skip
    assert found["in/ru.txt"]["claims"] == 0
    assert [p["code"] for p in rows(home, "list", "problems")] == ["E118"]


def test_other_languages_are_searched(home: Path) -> None:
    assert [r["source"] for r in rows(home, "list", "reports", "--text", "миротворцев")] == ["in/ru.txt"]


def test_russian_is_coded_when_it_is_asked_for(home: Path) -> None:
    pytest.importorskip("natasha")
    done = run("code", "in/ru.txt", "--languages", "en,ru", "--store", "ru.db", "--format", "jsonl", cwd=home)
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(c["event"]["type"], [v["name"] for v in c["attribution"]]) for c in claims] == [("ASSAULT", ["агентство Рейтер"]), ("COERCE", [])]
    assert run("code", "in/ru.txt", "--languages", "fr", cwd=home).returncode == 2


def test_the_store_verifies_and_shows_the_way(home: Path) -> None:
    done = run("verify", "--store", "s.db", cwd=home)
    assert (done.returncode, "no faults" in done.stderr) == (0, True)
    ident = next(str(r["id"]) for r in rows(home, "list", "reports") if r["source"] == "in/z.zip/c.txt")
    shown = run("show", ident, "--store", "s.db", "--format", "table", cwd=home).stdout
    assert "folder in → file in/z.zip (" in shown and "→ member c.txt" in shown


def test_text_gives_exactly_what_is_promised(home: Path) -> None:
    done = run("text", "in/b.html", "--format", "json", cwd=home)
    assert list(json.loads(done.stdout)) == ["text", "title", "outlet", "authors", "published", "published_from", "language", "url", "sha256"]
    plain = run("text", "in/b.html", cwd=home).stdout
    assert plain.rstrip("\n") == json.loads(done.stdout)["text"]
    assert len(run("text", "in", "--format", "json", cwd=home).stdout.splitlines()) == 4
    assert run("text", "-", stdin=page(), cwd=home).stdout == plain
    missing = run("text", "none.html", cwd=home)
    assert (missing.returncode, "E101" in missing.stderr) == (1, True)


def test_a_table_with_other_names(home: Path) -> None:
    (home / "rows.csv").write_text('body,day\n"Gunmen killed three farmers near Jos, police said.",2020-01-02\n')
    done = run("code", "rows.csv", "--columns", "text=body,published=day", "--store", "t.db", "--format", "jsonl", cwd=home)
    assert {json.loads(line)["document"]["published"] for line in done.stdout.splitlines()} == {"2020-01-02"}
    assert run("code", "rows.csv", "--columns", "body", "--store", "t.db", cwd=home).returncode == 2


def test_brackets_in_a_report_are_no_marks_of_the_terminal(home: Path) -> None:
    (home / "odd.jsonl").write_text(json.dumps({"text": REPORT, "title": "[/b] [pdf] :smile:", "outlet": "[red]"}))
    coded = run("code", "odd.jsonl", "--store", "odd.db", cwd=home)
    assert coded.returncode == 0, coded.stderr
    shown = run("list", "reports", "--store", "odd.db", "--format", "table", cwd=home)
    assert "[/b] [pdf] :smile:" in " ".join(shown.stdout.split()) and "[red]" in shown.stdout, shown.stderr
    assert "reportedly[pdf]" in run("doctor", "--store", "odd.db", "--format", "table", cwd=home).stdout
