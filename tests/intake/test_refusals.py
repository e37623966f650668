"""Each thing that is refused, from a real server or file to its row in `problems`; and hostile files of full size, in time and memory."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportedly.cli.code import Outcome, run_over
from reportedly.intake.fetch import Fetcher
from reportedly.intake.opening import Wanted
from reportedly.intake.raw import Limits
from reportedly.intake.sources import documents_from
from reportedly.store import open_store
from tests.intake.servers import Site, bomb, dripping_body, endless_body, page, serving, to
from tests.intake.test_archives import TEXT, tarred, zipped
from tests.intake.test_feeds import LAUGHS, RSS
from tests.intake.test_pages import page as report

LIMITS = Limits(max_seconds=1.5, max_bytes=3_000_000, max_members=10)
ANSWERS = {
    "/page": page(report()), "/round": to("/round"), "/far": to("/page"), "/file": to("file:///etc/passwd"), "/slow": dripping_body, "/endless": endless_body, "/bomb": bomb(),
    "/feed": page(LAUGHS + RSS.partition(b"?>")[2], Content_Type="application/rss+xml"), "/many.zip": page(zipped({f"{n}.txt": TEXT.encode() for n in range(11)}), Content_Type="application/zip"),
    "/out.zip": page(zipped({"../out.txt": TEXT.encode()}), Content_Type="application/zip"), "/out.tar": page(tarred({"/etc/out.txt": TEXT.encode()}), Content_Type="application/x-tar"),
    "/deep.zip": page(zipped({"a.zip": zipped({"b.zip": zipped({"c.zip": zipped({"d.txt": TEXT.encode()})})})}), Content_Type="application/zip"),
    "/thin.zip": page(zipped({"a.txt": b"a" * 2_500_000}), Content_Type="application/zip"),
}  # fmt: skip
REFUSED = {
    "/round": "E113", "/file": "E112", "/slow": "E114", "/endless": "E103", "/bomb": "E115", "/feed": "E119", "/many.zip": "E117", "/out.zip": "E118", "/out.tar": "E118",
    "/deep.zip": "E116", "/thin.zip": "E115",
}  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(dict(ANSWERS)) as served:
        yield served


def problems(tmp_path: Path, place: str, fetcher: Fetcher) -> list[tuple[str, str, bool]]:
    """(source, code, whether it says what to do) of each row after this place was to be coded."""
    with open_store(tmp_path / "s.db") as store:
        run_over(store, store.begin_run(), documents_from(place, Wanted(limits=LIMITS), fetcher), Outcome())
        assert store.counts()["reports"] == 0
        return [(str(p["source"]), str(p["code"]), bool(p["hint"])) for p in store.problems()]


@pytest.mark.parametrize("path", REFUSED)
def test_what_is_refused_is_a_row_with_its_code(tmp_path: Path, site: Site, path: str) -> None:
    limits = replace(LIMITS, max_bytes=50_000_000) if path == "/bomb" else LIMITS
    ((source, code, hint),) = problems(tmp_path, site.url + path, Fetcher(limits, allow_private=True))
    assert (site.url + path in source, code, hint) == (True, REFUSED[path], True)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "169.254.169.254", "10.0.0.1", "[fe80::1]", "[fd00:ec2::254]"])
def test_addresses_inside_are_rows_and_nothing_is_asked(tmp_path: Path, site: Site, host: str) -> None:
    asked = len(site.asked)
    assert problems(tmp_path, f"http://{host}:{site.url.rpartition(':')[2]}/page", Fetcher(LIMITS)) == [(f"http://{host}:{site.url.rpartition(':')[2]}/page", "E111", True)]
    assert len(site.asked) == asked


def big_parquet() -> bytes:
    table = pa.table({"text": pa.array(["a" * 4_000_000]).dictionary_encode().take(pa.array([0] * 2000))})
    pq.write_table(table, out := io.BytesIO(), compression="zstd")
    return out.getvalue()


def pdf_of(stream: bytes, pages: int) -> bytes:
    """A PDF whose pages all draw one packed stream."""
    kids = b" ".join(b"%d 0 R" % (4 + n) for n in range(pages))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages), b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream)]
    objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R>>"] * pages
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, 1)) + b"trailer<</Root 1 0 R>>\n%%EOF"


def spaces(size: int) -> bytes:
    """A packed stream of spaces, made a piece at a time."""
    packer, piece = zlib.compressobj(9), b" " * 1_000_000
    return b"".join(packer.compress(piece) for _ in range(size // 1_000_000)) + packer.flush()


HOSTILE = {
    "dicts.jsonl": lambda: b'{"text":"x","a":[' + b"{}," * 20_000_000 + b"{}]}\n", "lines.csv": lambda: b"text\r\n" + b"\r\n" * 10_000_000, "commas.csv": lambda: b"text,b\n" + b"," * 60_000_000,
    "words.parquet": big_parquet, "items.rss": lambda: b"<rss version='2.0'><channel>" + b"<item/>" * 2_500_000, "attributes.rss": lambda: b"<rss><channel><item " + b" ".join(b"a%d='>'" % n for n in range(900_000)),
    "utf7.rss": lambda: b"<?xml version='1.0' encoding='utf-7'?><rss version='2.0'><channel>" + b"+ADw-item/+AD4-" * 1_000_000, "subject.eml": lambda: b"From: a@b.example\r\nSubject: " + b"=?utf-8?q?a?= " * 300_000 + b"\r\n\r\nx",
    "from.eml": lambda: b"From: " + b"a@b.example, " * 300_000 + b"\r\nSubject: x\r\n\r\nx", "type.eml": lambda: b"From: x\r\nSubject: x\r\nContent-Type: text/plain; " + b"a*0=b; " * 300_000 + b"\r\n\r\nx",
    "parts.eml": lambda: b"From: x\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n" + b"--q\r\n\r\nx\r\n" * 3_000_000, "times.html": lambda: b"<div class=live><article>" + b"<time datetime=2024-03-01T10:00>x</time>" * 40_000 + b"<p>five words are here now</p>",
    "title.html": lambda: b"<title>" + b"a" * 2_000_000 + b"</title>" + b"<h1>a</h1>" * 40_000, "bare.html": lambda: b"<p " + b" ".join(b"a%d" % n for n in range(900_000)) + b">word",
    "stream.pdf": lambda: pdf_of(spaces(1_000_000_000), 1), "pages.pdf": lambda: pdf_of(spaces(50_000_000), 2000), "notes.tar": lambda: notes(), "deep.html": lambda: b"<div>" * 99_000 + b"word",
}  # fmt: skip


def notes() -> bytes:
    """A tar that says its one member has notes of four gigabytes."""
    import tarfile

    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, 4_000_000_000
    return info.tobuf(tarfile.GNU_FORMAT) + b"a" * 100_000


READ = """
import sys, time
from reportedly.intake.fetch import Fetcher
from reportedly.intake.opening import Wanted
from reportedly.intake.sources import documents_from
began = time.process_time()
for _ in documents_from(sys.argv[1], Wanted(), Fetcher()):
    pass
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))  # the resource module counts the parent's memory too
print(time.process_time() - began, peak / 1000)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_of_full_size_take_little_time_and_memory(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name]())
    done = subprocess.run([sys.executable, "-c", READ, str(tmp_path / name)], capture_output=True, text=True, check=True, timeout=300)
    seconds, megabytes = map(float, done.stdout.split())
    assert (seconds < 20, megabytes < 1500) == (True, True), done.stdout
