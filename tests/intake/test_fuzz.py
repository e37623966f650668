"""Every reader on what nobody meant it to read: damaged, cut, spliced and random bytes. Nothing but documents and named errors comes out,
in less than ten seconds each and within 1.5 GB.

500 inputs a reader; `make fuzz` takes 20,000 (REPORTEDLY_FUZZ says how many).
"""

from __future__ import annotations

import io
import json
import os
import resource
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reportedly.document import Document, Link
from reportedly.errors import InputError
from reportedly.intake.feeds import parse_feed
from reportedly.intake.moments import moment, moment_in_address
from reportedly.intake.opening import Wanted, documents_in
from reportedly.intake.raw import Limits, Raw
from tests.intake.test_archives import message, tarred, warc_bytes, zipped
from tests.intake.test_feeds import ATOM, JSON, RSS
from tests.intake.test_pages import live, page
from tests.intake.test_pdf import LEFT, RIGHT, column, drawn

INPUTS = int(os.environ.get("REPORTEDLY_FUZZ", "500"))
SLOW = 10.0  # seconds
MEMORY = 1_500_000  # kB
LIMITS = Limits(max_bytes=5_000_000, max_unpacked=50_000_000, max_members=200)
HOSTILE = [b"\0", b"\xff\xfe", b"<" * 500, b"<div>" * 3000, b"</p>" * 50, b"&#x0;", b"%PDF-", b"{" * 400, b"[" * 5000, b'"', b"\r\n", b"\x80" * 40, b"<!--", b"<![CDATA[", b"9" * 400, b"=?utf-8?q?" * 20, "…".encode(), b"<script>", b"obj" * 30, b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"]  # fmt: skip


def parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist([{"text": "Rebels shelled the town.", "published": "2024-03-01"}] * 5), out := io.BytesIO())
    return out.getvalue()


SEEDS: dict[str, tuple[str, bytes]] = {
    "page": ("a.html", page()), "live": ("a.html", live().encode()), "text": ("a.txt", "Rebels shelled the town – “at last”.\n\nThe army denied it.\n".encode()),
    "mail": ("a.eml", message(html=True).as_bytes()), "lines": ("a.jsonl", json.dumps({"text": "Rebels shelled the town.", "published": "2024-03-01"}).encode() + b"\n"),
    "table": ("a.csv", b'text,published\n"Rebels shelled the town.",2024-03-01\n'), "parquet": ("a.parquet", parquet()), "pdf": ("a.pdf", drawn([[*column(60, LEFT), *column(310, RIGHT)]])),
    "zip": ("a.zip", zipped({"a.txt": b"Rebels shelled the town.", "b.html": page()})), "tar": ("a.tar.gz", tarred({"a.txt": b"Rebels shelled the town."})),
    "warc": ("a.warc.gz", warc_bytes()), "warc-plain": ("a.warc", warc_bytes(compressed=False)), "nameless": ("a", b""),
}  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, seed: bytes) -> bytes:
    """The seed with some of its bytes changed, cut out, repeated, or hostile ones put in; or bytes of no sense at all."""
    data = bytearray(seed)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(0, len(data))))
        size = draw(st.integers(0, 40))
        match draw(st.integers(0, 4)):
            case 0:
                data[at : at + size] = draw(st.binary(max_size=40))
            case 1:
                del data[at : at + size * draw(st.integers(1, 20))]
            case 2:
                data[at:at] = data[at : at + size] * draw(st.integers(1, 30))
            case 3:
                data[at:at] = draw(st.sampled_from(HOSTILE))
            case _:
                del data[at:]
    return bytes(data) if data or draw(st.booleans()) else draw(st.binary(max_size=300))


def fuzzed(strategy: st.SearchStrategy[bytes], check: Callable[[bytes], None]) -> None:
    """Run the check on as many inputs as asked for; each must be done in time and memory."""

    @settings(max_examples=INPUTS, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate, Phase.shrink], database=None, derandomize=INPUTS <= 500)
    @given(strategy)
    def one(data: bytes) -> None:
        began = time.process_time()  # nothing in a reader waits: a busy machine must not count
        check(data)
        assert time.process_time() - began < SLOW

    before = peak()
    one()
    assert peak() - before < MEMORY  # what other tests of this process took is not the reader's


def peak() -> int:
    """The most memory that this process has held, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.mark.parametrize("kind", SEEDS)
def test_readers(kind: str) -> None:
    name, seed = SEEDS[kind]

    def check(data: bytes) -> None:
        for found in documents_in(io.BytesIO(data), Raw(b"", name, (Link("file", name),)), Wanted(limits=LIMITS)):
            assert isinstance(found, Document | InputError)
            if isinstance(found, Document):
                found.text.encode("utf-8", "surrogatepass")
                assert found.text.strip() and found.original is not None
                assert all(0 <= start <= len(found.text) for start, _ in found.pages)
            else:
                assert found.message and found.hint and found.code != "E100", found.message  # E100 is what nobody foresaw

    fuzzed(damaged(seed), check)


@pytest.mark.parametrize("seed", [RSS, ATOM, JSON, b"<urlset><url><loc>https://a.example/1</loc><lastmod>2024</lastmod></url></urlset>"], ids=["rss", "atom", "json", "site-map"])
def test_feeds(seed: bytes) -> None:
    def check(data: bytes) -> None:
        try:
            feed = parse_feed(data, "https://courier.example/feed")
        except InputError as error:
            assert error.hint
            return
        assert all(e.url.startswith(("http://", "https://")) for e in feed.entries)

    fuzzed(damaged(seed), check)


def test_dates() -> None:
    @settings(max_examples=INPUTS, deadline=None, database=None)
    @given(st.one_of(st.text(max_size=60), st.from_regex(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?([+-]\d\d:?\d\d|Z)?)?"), st.datetimes().map(str)))
    def one(text: str) -> None:
        found = moment(text)
        assert found is None or found.time is None or found.time.startswith(found.day.isoformat())
        moment_in_address("https://a.example/" + text)

    one()
