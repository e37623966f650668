"""Web archives (WARC, and the WARCs in a WACZ) into the pages that were fetched, each with its address and the time it was taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from reportedly.document import Link
from reportedly.errors import BrokenFileError, InputError, MissingExtraError, TooLargeError
from reportedly.intake.guarded import Counting, check_ratio
from reportedly.intake.raw import Limits, Raw

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

WANTED = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def warc_records(file: IO[bytes], source: str, chain: tuple[Link, ...], limits: Limits) -> Iterator[Raw | InputError]:
    """The pages, texts and PDFs of a web archive, in its order. Answers that are no success, and redirects, are passed over."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtraError(f"{source}: a web archive", hint="install what reads it: pip install 'reportedly[warc]'") from error
    counted = Counting(file)
    given = 0
    records = iter(ArchiveIterator(counted, auto_decode="all"))
    wanted = (WarcRecordType.response, WarcRecordType.resource)
    while True:
        try:
            record = next(records, None)
            if record is None:
                return
            raw = _raw(record, source, chain, limits) if record.record_type in wanted else None
        except InputError as error:
            yield error
            continue
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as error:  # the reader is written in Rust: when it panics, that is no Exception
            yield BrokenFileError(f"{source}: cannot be read on ({error})", hint="the web archive is damaged here; what stands before was read")
            return
        if raw is not None:
            given += len(raw.data)
            check_ratio(given, counted.count, source, limits)
            yield raw


def _raw(record: WarcRecord, source: str, chain: tuple[Link, ...], limits: Limits) -> Raw | None:
    status = record.http_headers.status_code if record.http_headers else 200
    media = (record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if status != 200 or media not in WANTED:
        return None
    url = record.headers.get("WARC-Target-URI") or None
    name = f"{source}#{url or record.record_id}"
    data = record.reader.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise TooLargeError(f"{name}: more than {limits.max_bytes:,} bytes", hint="split it into reports")
    link = Link("record", _plain(record.record_id) or str(record.stream_pos))
    taken = record.record_date.isoformat(timespec="seconds") if record.record_date else None
    return Raw(data, name, (*chain, link), url, media, record.http_charset, taken)


def _plain(ident: Any) -> str:
    return str(ident or "").strip("<>")
