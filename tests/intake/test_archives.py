"""Archives, tables, messages and PDF: each into its reports, with the chain that leads to them; what is hostile is refused."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
import tarfile
import tempfile
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportedly.document import Document
from reportedly.errors import ReportedlyError, UsageError
from reportedly.intake.fetch import Fetcher
from reportedly.intake.opening import Wanted
from reportedly.intake.raw import Limits
from reportedly.intake.sources import documents_from
from reportedly.intake.tables import parse_columns
from tests.intake.test_pages import page

TEXT = "Rebels shelled the town of Homs on Monday, the army said."


def found(place: Path | str, wanted: Wanted | None = None) -> tuple[list[Document], list[str]]:
    items = list(documents_from(str(place), wanted or Wanted(), Fetcher()))
    return [i for i in items if isinstance(i, Document)], [i.code for i in items if isinstance(i, ReportedlyError)]


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w:gz") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize(("name", "make"), [("a.zip", zipped), ("a.tar.gz", tarred), ("a.tar", lambda m: tarred(m, "w")), ("a.tar.xz", lambda m: tarred(m, "w:xz"))])
def test_members_are_read_with_their_chain(tmp_path: Path, name: str, make: object) -> None:
    members = {"b/one.txt": TEXT.encode(), "two.html": page(), "photo.jpg": b"\xff\xd8\xff\0", "__MACOSX/one.txt": b"x", "bad.txt": b"\0\1\2\0"}
    (tmp_path / name).write_bytes(make(members))  # type: ignore[operator]
    documents, codes = found(tmp_path / name)
    assert [d.source for d in documents] == [f"{tmp_path / name}/b/one.txt", f"{tmp_path / name}/two.html"]
    assert codes == ["E102"]
    chain = documents[0].original.chain  # type: ignore[union-attr]
    assert [(link.kind, link.name) for link in chain] == [("file", str(tmp_path / name)), ("member", "b/one.txt")]
    assert chain[0].sha256 is not None and chain[1].sha256 is None


def test_archives_in_archives_up_to_a_depth(tmp_path: Path) -> None:
    data = zipped({"one.txt": TEXT.encode()})
    for _ in range(2):
        data = zipped({"in.zip": data})
    (tmp_path / "deep.zip").write_bytes(data)
    assert len(found(tmp_path / "deep.zip")[0]) == 1
    (tmp_path / "deeper.zip").write_bytes(zipped({"in.zip": data, "beside.txt": TEXT.encode()}))
    documents, codes = found(tmp_path / "deeper.zip")
    assert (len(documents), codes) == (1, ["E116"])


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "/abs.txt", "a/../../b.txt", "C:\\x.txt", "..\\..\\x.txt"])
def test_members_that_would_lie_outside_are_refused(tmp_path: Path, name: str) -> None:
    for file, data in (("a.zip", zipped({name: b"x", "ok.txt": TEXT.encode()})), ("a.tar.gz", tarred({name: b"x", "ok.txt": TEXT.encode()}))):
        (tmp_path / file).write_bytes(data)
        documents, codes = found(tmp_path / file)
        assert (len(documents), codes) == (1, ["E118"]), file


def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    big = b"a" * 30_000_000
    for name, data in (("a.zip", zipped({"big.txt": big})), ("a.txt.gz", gzip.compress(big)), ("a.tar.gz", tarred({"big.txt": big})), ("a.tar.xz", tarred({"big.txt": big}, "w:xz"))):
        (tmp_path / name).write_bytes(data)
        documents, codes = found(tmp_path / name)
        assert (documents, codes) == ([], ["E115"]), name


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({f"{n}.txt": TEXT.encode() for n in range(12)}))
    (tmp_path / "a.tar").write_bytes(tarred({f"{n}.txt": TEXT.encode() for n in range(12)}, "w"))
    for name, kept in (("a.zip", 0), ("a.tar", 10)):
        documents, codes = found(tmp_path / name, Wanted(limits=Limits(max_members=10)))
        assert (len(documents), codes) == (kept, ["E117"]), name


def test_a_damaged_archive_is_said(tmp_path: Path) -> None:
    for name, data in (("a.zip", zipped({"one.txt": TEXT.encode()})[:60]), ("a.tar.gz", tarred({"one.txt": TEXT.encode() * 99})[:90]), ("b.txt.gz", gzip.compress(TEXT.encode())[:-12])):
        (tmp_path / name).write_bytes(data)
        assert found(tmp_path / name)[1] == ["E105"], name


def test_globs_choose_in_folders_and_archives(tmp_path: Path) -> None:
    (tmp_path / "in" / "sport").mkdir(parents=True)
    for name in ("a.txt", "b.html", "sport/c.txt", ".hidden.txt", "d.odd"):
        (tmp_path / "in" / name).write_bytes(page() if name.endswith("html") else TEXT.encode() + name.encode())
    (tmp_path / "in" / "z.zip").write_bytes(zipped({"e.txt": TEXT.encode(), "sport/f.txt": TEXT.encode() + b"f"}))

    def names(wanted: Wanted) -> list[str]:
        return [str(d.source).rpartition("/")[2] for d in found(tmp_path / "in", wanted)[0]]

    assert names(Wanted()) == ["a.txt", "b.html", "c.txt", "e.txt", "f.txt"]
    assert names(Wanted(skip=("sport/*",))) == ["a.txt", "b.html", "e.txt"]
    assert names(Wanted(match=("*.odd", "*.html"))) == ["b.html", "d.odd"]


def test_a_single_packed_file(tmp_path: Path) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(page()))
    documents, codes = found(tmp_path / "page.html.gz")
    assert codes == []
    assert documents[0].title == "Clashes in the north"


ROWS = [
    {"body": TEXT, "day": "2024-03-01", "head": "One", "by": "Jane Smith; Li Wei", "link": "https://courier.example/1"},
    {"body": TEXT + " Two.", "day": "2024-03-02", "head": "Two", "by": "", "link": ""},
]
COLUMNS = parse_columns("text=body,published=day,title=head,authors=by,url=link")


@pytest.mark.parametrize("kind", ["jsonl", "csv", "tsv", "parquet"])
def test_tables_with_other_names(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"rows.{kind}"
    if kind == "jsonl":
        path.write_text("".join(json.dumps(r) + "\n" for r in ROWS))
    elif kind == "parquet":
        pq.write_table(pa.Table.from_pylist(ROWS), path)
    else:
        with path.open("w", newline="") as file:
            writer = csv.DictWriter(file, list(ROWS[0]), delimiter="," if kind == "csv" else "\t")
            writer.writeheader()
            writer.writerows(ROWS)
    documents, codes = found(path, Wanted(columns=COLUMNS))
    assert codes == []
    assert [(d.text, d.title, d.published, d.published_from) for d in documents] == [(TEXT, "One", date(2024, 3, 1), "record"), (TEXT + " Two.", "Two", date(2024, 3, 2), "record")]
    assert documents[0].authors == ("Jane Smith", "Li Wei") and documents[0].url == "https://courier.example/1"
    assert [link.kind for link in documents[1].original.chain] == ["file", "row"]  # type: ignore[union-attr]


def test_rows_that_are_no_reports_are_said_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join([json.dumps({"text": TEXT}), "{", "[1]", json.dumps({"text": 3}), json.dumps({"text": TEXT, "published": "soon"}), json.dumps({"html": page().decode()})]))
    documents, codes = found(tmp_path / "a.jsonl")
    assert (len(documents), codes) == (2, ["E104"] * 4)
    (tmp_path / "a.parquet").write_bytes(b"PAR1 not at all")
    assert found(tmp_path / "a.parquet")[1] == ["E105"]


@pytest.mark.parametrize("text", ["body", "text=", "words=body", ","])
def test_a_mapping_that_names_no_field_is_a_usage_error(text: str) -> None:
    with pytest.raises(UsageError, match="columns"):
        parse_columns(text)


def message(*, html: bool = False) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = "Jane Smith <jane@courier.example>", "Clashes in the north", "Fri, 01 Mar 2024 10:00:00 +0200"
    if html:
        made.set_content(page().decode(), subtype="html")
    else:
        made.set_content(TEXT)
    return made


def test_messages_and_their_attachments(tmp_path: Path) -> None:
    made = message()
    made.add_attachment((TEXT + " Attached.").encode(), maintype="text", subtype="plain", filename="more.txt")
    made.add_attachment(b"\xff\xd8\xff\0", maintype="image", subtype="jpeg", filename="photo.jpg")
    (tmp_path / "a.eml").write_bytes(made.as_bytes())
    documents, codes = found(tmp_path / "a.eml")
    assert [d.text.strip() for d in documents] == [TEXT, TEXT + " Attached."]
    assert (documents[0].title, documents[0].authors, documents[0].published, documents[0].published_from) == ("Clashes in the north", ("Jane Smith",), date(2024, 3, 1), "mail")
    assert [link.name for link in documents[1].original.chain] == [str(tmp_path / "a.eml"), "more.txt"]  # type: ignore[union-attr]
    assert codes == ["E102"]


def test_a_message_of_html_alone_is_read_as_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(message(html=True).as_bytes())
    documents, _ = found(tmp_path / "a.eml")
    assert "Read more" not in documents[0].text and documents[0].text.startswith("Rebels shelled")


def warc_bytes(*, compressed: bool = True) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        warc(Path(folder) / "a.warc", compressed=compressed)
        return (Path(folder) / "a.warc").read_bytes()


def warc(path: Path, *, compressed: bool = True) -> None:
    from fastwarc.stream_io import GzipWriter
    from fastwarc.warc import WarcRecord, WarcRecordType

    answers = [
        ("https://courier.example/2024/03/01/clashes", b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page()),
        ("https://courier.example/gone", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page()),
        ("https://courier.example/a.jpg", b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8"),
        ("https://courier.example/packed", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(page(body=f"<p>{TEXT} It was the third time in a week that the town was shelled.</p>"))),
    ]
    with path.open("wb") as file:
        stream = GzipWriter(file) if compressed else file
        for url, data in answers:
            record = WarcRecord()
            record.init_headers(WarcRecordType.response)
            record.headers["WARC-Target-URI"], record.headers["WARC-Date"] = url, "2024-03-02T00:00:00Z"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.set_bytes_content(data)
            record.write(stream)
        if compressed:
            stream.close()


@pytest.mark.parametrize("compressed", [True, False])
def test_web_archives(tmp_path: Path, compressed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if compressed else "a.warc")
    warc(path, compressed=compressed)
    documents, codes = found(path)
    assert codes == []
    assert [d.url for d in documents] == ["https://courier.example/2024/03/01/clashes", "https://courier.example/packed"]
    original = documents[0].original
    assert original is not None and original.taken.startswith("2024-03-02T00:00:00") and original.data == page()
    assert [link.kind for link in original.chain] == ["file", "record"]


def test_a_wacz_is_its_web_archives(tmp_path: Path) -> None:
    warc(tmp_path / "data.warc.gz")
    members = {"archive/data.warc.gz": (tmp_path / "data.warc.gz").read_bytes(), "pages/pages.jsonl": json.dumps({"url": "x", "text": TEXT}).encode(), "datapackage.json": b"{}"}
    (tmp_path / "a.wacz").write_bytes(zipped(members))
    documents, codes = found(tmp_path / "a.wacz")
    assert (len(documents), codes) == (2, [])


def test_a_web_archive_cut_short_gives_what_stands_before(tmp_path: Path) -> None:
    warc(tmp_path / "a.warc", compressed=False)
    whole = (tmp_path / "a.warc").read_bytes()
    (tmp_path / "a.warc").write_bytes(whole[: len(whole) - 300])
    documents, _ = found(tmp_path / "a.warc")
    assert documents[0].title == "Clashes in the north"


def test_messages_in_messages_without_end(tmp_path: Path) -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n"
    (tmp_path / "a.eml").write_bytes(b"Subject: x\r\n" + b"".join(head % (n, n) for n in range(3000)) + b"Content-Type: text/plain\r\n\r\n" + TEXT.encode())
    documents, codes = found(tmp_path / "a.eml")
    assert len(documents) + len(codes) == 1


def test_a_fault_that_nobody_foresaw_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("reportedly.intake.opening.documents_from_page", fail)
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "b.txt").write_text(TEXT)
    documents, codes = found(tmp_path)
    assert (len(documents), codes) == (1, ["E100"])


@pytest.mark.parametrize(("name", "module", "extra"), [("a.pdf", "pypdfium2", "pdf"), ("a.warc", "fastwarc.warc", "warc"), ("s3://press/a.txt", "fsspec", "objects")])
def test_an_extra_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\n")
    items = list(documents_from(name if "://" in name else str(tmp_path / name), Wanted(), Fetcher()))
    assert [i.code for i in items if isinstance(i, ReportedlyError)] == ["E107"]
    assert f"reportedly[{extra}]" in str(items[0])


def test_objects_by_address() -> None:
    import fsspec

    store = fsspec.filesystem("memory")
    store.pipe("/press/a.txt", TEXT.encode())
    store.pipe("/press/b.html", page())
    documents, codes = found("memory://press/*")
    assert ([d.source for d in documents], codes) == (["memory://press/a.txt", "memory://press/b.html"], [])
