"""The command line through real processes: formats, pipes, exit codes, bad input, and every example of the help."""

from __future__ import annotations

import csv
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

REPORT = (
    "Clashes In The North\n\nRebels shelled the town of Homs on Monday, killing at least 12 people, the Syrian army said.\n\n"
    "The rebels denied that they had attacked the town. Russia will send aid to Syria, Reuters reported.\n"
)


SOURCE = str(Path(__file__).parents[2] / "src")  # the commands of the tree that the tests stand in, wherever they are run


def run(*args: str, stdin: str | bytes | None = None, cwd: Path | None = None, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", *args], input=data, capture_output=True, timeout=240, cwd=cwd, env={**os.environ, "PYTHONPATH": SOURCE, **(env or {})}, check=False
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of two reports: one from a file, one from JSON Lines; and what bad input left in `problems`."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "report.txt").write_text(REPORT)
    record = {"text": "=Gunmen= killed three farmers near Jos, police said.", "published": "2020-01-02", "outlet": "The Courier", "source": "courier-7"}
    (folder / "more.jsonl").write_text(json.dumps(record) + "\n{broken\n" + json.dumps({"title": "no text"}) + "\n")
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(b"\x7fELF\0\0\1")
    (folder / "latin.txt").write_bytes("Police arrested two men in Málaga.".encode("latin-1"))
    (folder / "big.txt").write_bytes(b"word " * 10_000_000)
    (folder / "line.txt").write_bytes(b"word " * 1_000_001)
    return folder


@pytest.fixture(scope="session")
def coded(home: Path) -> subprocess.CompletedProcess[str]:
    names = ["report.txt", "more.jsonl", "empty.txt", "binary.txt", "latin.txt", "big.txt", "line.txt", "missing.txt"]
    return run("code", *names, "--published", "2015-10-07", "--store", "s.db", "--format", "jsonl", cwd=home)


def test_code_prints_contract_records_and_says_what_was_skipped(coded: subprocess.CompletedProcess[str]) -> None:
    assert coded.returncode == 1
    records = [json.loads(line) for line in coded.stdout.splitlines()]
    assault = next(r for r in records if r["event"]["trigger"]["text"] == "shelled")
    assert [v["text"] for v in assault["attribution"]] == ["Syrian army"]
    assert REPORT[assault["evidence"]["start"] : assault["evidence"]["end"]] == assault["evidence"]["text"]
    assert assault["time"]["start"] == "2015-10-05"
    assert any(f["low"] == 12 and f["high"] is None for r in records for f in r["figures"])
    assert any(r["status"] == "denied" for r in records)
    assert any(r["document"]["source"] == "courier-7" and r["document"]["published"] == "2020-01-02" for r in records)


@pytest.mark.parametrize(
    ("name", "code"), [("more.jsonl:2", "E104"), ("more.jsonl:3", "E104"), ("empty.txt", "E102"), ("binary.txt", "E102"), ("big.txt", "E103"), ("line.txt", "E103"), ("missing.txt", "E101")]
)
def test_each_fault_is_named_with_a_hint(coded: subprocess.CompletedProcess[str], name: str, code: str) -> None:
    assert re.search(rf"error\[{code}\]: {re.escape(name)}.*\nhint: \S", coded.stderr), coded.stderr


def test_windows_text_is_read_with_a_note(coded: subprocess.CompletedProcess[str]) -> None:
    assert "read as Windows-1252" in coded.stderr
    assert any(json.loads(line)["document"]["source"] == "latin.txt" for line in coded.stdout.splitlines())


def test_coding_again_changes_nothing_and_prints_the_same(home: Path, coded: subprocess.CompletedProcess[str]) -> None:
    first = [line for line in coded.stdout.splitlines() if json.loads(line)["document"]["source"] == "report.txt"]
    before = run("list", "claims", "--store", "s.db", cwd=home).stdout
    again = run("code", "report.txt", "--published", "2015-10-07", "--store", "s.db", "--format", "jsonl", cwd=home)
    assert again.returncode == 0
    assert again.stdout.splitlines() == first
    assert run("list", "claims", "--store", "s.db", cwd=home).stdout == before


@pytest.mark.usefixtures("coded")
def test_formats_and_filters(home: Path) -> None:
    lines = run("list", "claims", "--store", "s.db", "--status", "denied", cwd=home).stdout.splitlines()
    assert lines and all(json.loads(line)["status"] == "denied" for line in lines)
    sure = [json.loads(line)["confidence"] for line in run("list", "claims", "--store", "s.db", cwd=home).stdout.splitlines()]
    middle = sorted(sure)[len(sure) // 2]
    kept = run("list", "claims", "--store", "s.db", "--min-confidence", str(middle), cwd=home).stdout.splitlines()
    assert len(kept) == sum(one >= middle for one in sure) < len(sure)
    table = run("list", "claims", "--store", "s.db", "--format", "table", cwd=home).stdout
    assert "according to" in table and "ASSAULT" in table
    rows = list(csv.DictReader(run("list", "claims", "--store", "s.db", "--format", "csv", cwd=home).stdout.splitlines()))
    assert {"type", "voices", "evidence"} <= rows[0].keys()
    assert len(json.loads(run("list", "voices", "--store", "s.db", "--format", "json", cwd=home).stdout)) >= 2
    assert [json.loads(p)["code"] for p in run("list", "problems", "--store", "s.db", cwd=home).stdout.splitlines()].count("E102") == 2


@pytest.mark.usefixtures("coded")
def test_show_and_explain(home: Path) -> None:
    ident = json.loads(run("list", "claims", "--store", "s.db", "--type", "ASSAULT", cwd=home).stdout.splitlines()[0])["id"]
    shown = run("show", ident[6:14], "--store", "s.db", "--format", "table", cwd=home).stdout
    assert "status" in shown and "confidence" in shown
    assert json.loads(run("show", ident, "--store", "s.db", "--format", "json", cwd=home).stdout)["id"] == ident
    rows = [json.loads(line) for line in run("explain", ident, "--store", "s.db", cwd=home).stdout.splitlines()]
    assert rows[0]["rule"].startswith("frame.assault")
    (sure,) = (row for row in rows if row["rule"] == "confidence")
    assert "place +0." in sure["gives"]


@pytest.mark.usefixtures("coded")
def test_exports_open_again_and_run_no_formulas(home: Path) -> None:
    done = run("export", "--to", "out", "--format", "csv,jsonl,parquet,geojson", "--store", "s.db", cwd=home)
    assert done.returncode == 0
    rows = list(csv.DictReader((home / "out" / "claims.csv").open(newline="")))
    assert not any(value[:1] in ("=", "+", "@") for row in rows for value in row.values() if value)
    assert pq.read_table(home / "out" / "claims.parquet").num_rows == len(rows) == len((home / "out" / "claims.jsonl").read_text().splitlines())
    shapes = json.loads((home / "out" / "claims.geojson").read_text())
    assert shapes["features"] and "GeoNames" in shapes["attribution"]
    assert b"GeoNames" in pq.read_schema(home / "out" / "claims.parquet").metadata[b"attribution"]
    assert "CC BY 4.0" in (home / "out" / "ATTRIBUTION.txt").read_text() and "GeoNames" in done.stderr
    assert {row["where_prec"] for row in rows} & {"1", "2", "3", "4", "6"} and "1" in {row["date_prec"] for row in rows}


def test_stdin_without_a_date_gives_one_warning(tmp_path: Path) -> None:
    done = run("code", "-", "--store", str(tmp_path / "s.db"), "--format", "jsonl", stdin=REPORT)
    assert done.returncode == 0
    assert all(json.loads(line)["time"] is None or json.loads(line)["time"]["start"] is None for line in done.stdout.splitlines())
    assert done.stderr.count("warning:") == 1
    assert "--published" in done.stderr


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("code", "x.txt", "--published", "31/12/2010"), "E201"), (("list", "claims", "--store", "none.db"), "E500"),
        (("list", "claims", "--since", "soon"), "E201"), (("export", "--to", "o", "--format", "xls"), "E200"),
    ],
)  # fmt: skip
def test_usage_errors_exit_2(tmp_path: Path, args: tuple[str, ...], code: str) -> None:
    done = run(*args, cwd=tmp_path)
    assert done.returncode == 2
    assert f"error[{code}]" in done.stderr and "hint:" in done.stderr
    assert done.stdout == ""


def test_an_unknown_option_exits_2() -> None:
    assert run("code", "--nonsense").returncode == 2


def test_doctor_and_version(home: Path) -> None:
    assert run("--version").stdout.startswith("reportedly ")
    rows = {r["what"]: r for r in json.loads(run("doctor", "--store", "nowhere.db", "--format", "json", cwd=home).stdout)}
    assert rows["store"]["from"] == "--store" and rows["language model"]["value"]
    named = run("doctor", "--format", "json", cwd=home, env={"REPORTEDLY_STORE": "s.db"})
    assert next(r for r in json.loads(named.stdout) if r["what"] == "store")["from"] == "REPORTEDLY_STORE"


COMMANDS = [("code",), ("list", "claims"), ("list", "reports"), ("list", "voices"), ("list", "actors"), ("list", "problems"), ("list", "versions"), ("text",), ("verify",), ("watch",), ("show",), ("explain",), ("export",), ("demo",), ("doctor",), ("serve",)]
COMMANDS += [("compare",), ("why",), ("list", "incidents"), ("list", "disputes"), ("list", "copies"), ("list", "judgements"), ("judge", "same"), ("judge", "apart"), ("judge", "undo")]
COMMANDS += [("gazetteer", verb) for verb in ("build", "search", "show", "import", "list", "forget")]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_help_has_two_examples(command: tuple[str, ...]) -> None:
    text = run(*command, "--help").stdout
    shown = text.split("Examples:")[1].split("Arguments:")[0].split("Options:")[0]
    examples = [line.strip() for line in shown.splitlines() if "reportedly" in line]
    assert len(examples) >= 2
    assert all(" ".join(command) in shlex.join(shlex.split(e.split("|")[-1])) for e in examples)


@pytest.mark.usefixtures("coded")
def test_examples_of_the_reading_commands_run(home: Path) -> None:
    for command in (("list", "claims"), ("list", "voices"), ("doctor",)):
        text = run(*command, "--help").stdout.split("Examples:")[1]
        for line in [x.strip() for x in text.splitlines() if x.strip().startswith("reportedly")]:
            done = run(*shlex.split(line)[1:], cwd=home, env={"REPORTEDLY_STORE": "s.db"})
            assert done.returncode == 0, line


def test_demo_shows_who_claims_what() -> None:
    done = run("demo", "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert len({r["document"]["id"] for r in records}) >= 18
    assert {"denied", "occurred"} <= {r["status"] for r in records}
    assert "incidents. Look further:" in done.stderr and "serve --open --store" in done.stderr


def test_interrupted_exits_130(home: Path, tmp_path: Path) -> None:
    def heed() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs are born deaf to it

    command = [sys.executable, "-m", "reportedly", "demo", "--store", str(tmp_path / "s.db")]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=heed)
    time.sleep(2.5)
    child.send_signal(signal.SIGINT)
    child.communicate(timeout=60)
    assert child.returncode in (130, -signal.SIGINT)


def test_a_pipe_that_closes_early_is_quiet(home: Path, coded: subprocess.CompletedProcess[str]) -> None:
    assert coded.stdout
    done = subprocess.run(f"{sys.executable} -m reportedly list claims --store s.db | head -c 10", shell=True, capture_output=True, cwd=home, check=False)
    assert b"Traceback" not in done.stderr
