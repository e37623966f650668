"""What was given, opened: archives into members, web archives into pages, messages into attachments, down to documents."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import IO

from reportedly.document import Document, Link
from reportedly.errors import BombError, InputError, NestingError, NotTextError
from reportedly.intake.archives import Member, broken, tar_members, unpacked, zip_members
from reportedly.intake.feed_items import documents_from_feed
from reportedly.intake.guarded import peekable, read_all, seekable
from reportedly.intake.kinds import CONTAINERS, MEDIA, SUFFIXES, Kind, kind_of
from reportedly.intake.mail import documents_from_mail
from reportedly.intake.pages import documents_from_page
from reportedly.intake.pdf import document_from_pdf
from reportedly.intake.raw import Limits, Raw, digest
from reportedly.intake.tables import documents_from_csv, documents_from_lines, documents_from_parquet
from reportedly.intake.text import Given, decode, document_from_text
from reportedly.intake.tongue import language_of
from reportedly.intake.warc import warc_records

HEAD = 1024
BINARY_HINT = "give text, HTML, PDF, .eml, JSON Lines, CSV, Parquet, WARC, or a zip or tar of these"

type Found = Document | InputError


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to read what was given: which names, which columns, what the user says of the reports, and how much to take on."""

    given: Given = field(default_factory=Given)
    match: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)

    def takes(self, name: str) -> bool:
        """True when a name (a path in its folder or archive) matches one of `match`, if there are any, and none of `skip`."""
        names = (name, name.rpartition("/")[2])
        return (not self.match or _hit(names, self.match)) and not _hit(names, self.skip)

    def takes_member(self, name: str) -> bool:
        """As `takes`, for a member of an archive: archives inside are opened whatever their names, what nobody reads is passed over."""
        if name.startswith(("__MACOSX/", ".")) or _hit((name, name.rpartition("/")[2]), self.skip):
            return False
        suffix = PurePosixPath(name).suffix.lower()
        return kind_of(b"", name) in CONTAINERS or (self.takes(name) and (bool(self.match) or suffix in SUFFIXES or not suffix))


def _hit(names: tuple[str, ...], globs: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, glob) for glob in globs for name in names)


def documents_in(file: IO[bytes], raw: Raw, wanted: Wanted, depth: int = 0) -> Iterator[Found]:
    """The documents in a stream. `raw` says how it was come by; its data are read from `file`. Errors come with their source."""
    for found in _found_in(file, raw, wanted, depth):
        if isinstance(found, InputError):
            found.source = found.source or raw.source
        yield found


def _found_in(file: IO[bytes], raw: Raw, wanted: Wanted, depth: int) -> Iterator[Found]:
    try:
        stream = peekable(file)
        with broken(raw.source):
            head = stream.peek(HEAD)[:HEAD]
        kind = kind_of(head, raw.name, raw.media)
        if kind in CONTAINERS:
            if depth >= wanted.limits.max_nesting:
                raise NestingError(f"{raw.source}: archives nested more than {wanted.limits.max_nesting} deep", hint="unpack the outer ones yourself")
            yield from OPENERS[kind](stream, raw, wanted, depth)
        elif kind is Kind.PARQUET:
            yield from map(_told, documents_from_parquet(file, raw, wanted.given, wanted.columns, wanted.limits))
        else:
            with broken(raw.source):
                data = read_all(stream, raw.source, wanted.limits)
            yield from documents_of(replace(raw, data=data, media=raw.media or MEDIA[kind]), kind, wanted, depth)
    except InputError as error:
        yield error
    except Exception as error:  # a fault of ours or of a library: one file must not stop the others
        fault = f"{raw.source}: {type(error).__name__}: {error}"
        yield InputError(fault[:500], hint="please report this, with the file if you can")


def documents_of(raw: Raw, kind: Kind, wanted: Wanted, depth: int = 0) -> Iterator[Found]:
    """The documents in the bytes of one report (or table, or message)."""
    for found in _read(raw, kind, wanted):
        if isinstance(found, Raw):
            yield from documents_in(io.BytesIO(found.data), found, wanted, depth + 1)
        else:
            yield _told(found)


def _read(raw: Raw, kind: Kind, wanted: Wanted) -> Iterator[Found | Raw]:
    given = wanted.given if raw.url is None else wanted.given.but(url=raw.url)
    if kind is Kind.PAGE:
        yield from documents_from_page(raw, given)
    elif kind is Kind.PDF:
        yield document_from_pdf(raw, given)
    elif kind is Kind.MAIL:
        yield from documents_from_mail(raw, given)
    elif kind is Kind.LINES:
        yield from documents_from_lines(_with_hash(raw), given, wanted.columns)
    elif kind is Kind.TABLE:
        yield from documents_from_csv(_with_hash(raw), given, wanted.columns)
    elif kind is Kind.FEED:
        yield from documents_from_feed(raw, given)
    elif kind is Kind.BINARY:
        raise NotTextError(f"{raw.source}: a binary file", hint=BINARY_HINT)
    else:
        text, notes = decode(raw.data, raw.source)
        yield document_from_text(text, source=raw.source, given=given, notes=notes, original=raw.original())


def _told(found: Found) -> Found:
    """A document with its language."""
    return found if isinstance(found, InputError) else replace(found, language=language_of(found.text))


def _with_hash(raw: Raw) -> Raw:
    """Rows are kept one by one; the table they stand in is named by its hash in their chain."""
    *before, last = raw.chain or (Link("file", raw.source),)
    return replace(raw, chain=(*before, replace(last, sha256=digest(raw.data))))


def _members(members: Callable[[IO[bytes], str, Limits], Iterator[Member | InputError]]) -> Callable[[IO[bytes], Raw, Wanted, int], Iterator[Found]]:
    def opened(file: IO[bytes], raw: Raw, wanted: Wanted, depth: int) -> Iterator[Found]:
        for member in members(file, raw.source, wanted.limits):
            if isinstance(member, InputError):
                yield member
                continue
            name, stream = member
            if _is_wanted(name, raw, wanted):
                inner = Raw(b"", f"{raw.source}/{name}", (*raw.chain, Link("member", name)), None, None, None, raw.taken)
                for found in documents_in(stream, inner, wanted, depth + 1):
                    yield found
                    if isinstance(found, BombError):  # nothing in an archive that holds a bomb is worth the risk
                        return

    return opened


def _is_wanted(name: str, raw: Raw, wanted: Wanted) -> bool:
    """Of a WACZ only its web archives: its lists of pages and its indexes are no reports."""
    if raw.source.lower().endswith(".wacz"):
        return name.startswith("archive/") and ".warc" in name
    return wanted.takes_member(name)


def _packed(file: IO[bytes], raw: Raw, wanted: Wanted, depth: int) -> Iterator[Found]:
    name = Path(raw.source).stem if raw.source.endswith((".gz", ".bz2", ".xz")) else raw.source
    inner = Raw(b"", raw.source, (*raw.chain, Link("member", name)), raw.url, None, None, raw.taken)
    stream = peekable(unpacked(file, raw.source, wanted.limits))
    with broken(raw.source):
        head = stream.peek(HEAD)
    nested = kind_of(head, name) in CONTAINERS
    source = str(Path(raw.source).with_suffix("")) if raw.source != name else raw.source
    for found in documents_in(stream, replace(inner, source=source), wanted, depth + 1 if nested else depth):
        yield found if isinstance(found, InputError) or nested else replace(found, source=raw.source)


def _warc(file: IO[bytes], raw: Raw, wanted: Wanted, depth: int) -> Iterator[Found]:
    for record in warc_records(file, raw.source, raw.chain, wanted.limits):
        if isinstance(record, InputError):
            yield record
        elif wanted.takes(record.url or record.source):
            yield from documents_in(io.BytesIO(record.data), record, wanted, depth + 1)


OPENERS: Mapping[Kind, Callable[[IO[bytes], Raw, Wanted, int], Iterator[Found]]] = {
    Kind.ZIP: _members(lambda file, source, limits: zip_members(seekable(file, source, limits), source, limits)), Kind.TAR: _members(tar_members), Kind.PACKED: _packed, Kind.WARC: _warc,
}  # fmt: skip
