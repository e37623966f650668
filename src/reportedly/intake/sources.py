"""The one way in: paths, folders, archives, addresses and objects become documents, or the errors that say why not."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any

from reportedly.document import Link
from reportedly.errors import InputError, MissingExtraError, UnreadableError
from reportedly.intake.fetch import Fetcher
from reportedly.intake.kinds import CONTAINERS, SUFFIXES, kind_of
from reportedly.intake.opening import Found, Wanted, documents_in
from reportedly.intake.raw import Raw

SCHEME = re.compile(r"([a-z][a-z0-9+.-]{1,20})://", re.IGNORECASE)
OBJECTS = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss", "memory"})


def documents_from(place: str, wanted: Wanted, fetcher: Fetcher) -> Iterator[Found]:
    """The documents at a path, an http(s) address, or the address of an object in a store of objects.

    What cannot be read, or is refused, comes as its error; the others go on.
    """
    found = SCHEME.match(place)
    if found is None:
        yield from documents_from_path(Path(place), wanted)
    elif found.group(1).lower() in OBJECTS:
        yield from _objects(place, wanted)
    else:
        try:
            raw = fetcher.get(place).raw()
        except InputError as error:
            error.source = place
            yield error
            return
        yield from documents_in(io.BytesIO(raw.data), raw, wanted)


def documents_from_path(path: Path, wanted: Wanted, folder: Path | None = None) -> Iterator[Found]:
    """The documents of a file, or of a folder's files in the order of their names."""
    if path.is_dir():
        for child in sorted(p for p in path.rglob("*") if p.is_file()):
            if _is_taken(child, path, wanted):
                yield from documents_from_path(child, wanted, path)
        return
    try:
        with path.open("rb") as file:
            yield from documents_in(file, Raw(b"", str(path), _chain(path, folder, file)), wanted)
    except OSError as error:
        yield UnreadableError(f"{path}: {error.strerror or error}", hint="check the path and its permissions")


def documents_from_stream(file: IO[bytes], wanted: Wanted) -> Iterator[Found]:
    """The documents of standard input."""
    yield from documents_in(file, Raw(b"", "-", (Link("file", "-"),)), wanted)


def _is_taken(path: Path, folder: Path, wanted: Wanted) -> bool:
    """Files of kinds we read, or without any suffix; with --match, whatever matches."""
    name = path.relative_to(folder).as_posix()
    if any(part.startswith(".") for part in name.split("/")) or not wanted.takes(name):
        return False
    return bool(wanted.match) or path.suffix == "" or path.suffix.lower() in SUFFIXES


def _chain(path: Path, folder: Path | None, file: IO[bytes]) -> tuple[Link, ...]:
    """The folder, if any, and the file; an archive with its hash, since only its members are kept."""
    before = (Link("folder", str(folder)),) if folder else ()
    head = file.read(1024)
    file.seek(0)
    digest = None
    if kind_of(head, path.name) in CONTAINERS:
        digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
        file.seek(0)
    return (*before, Link("file", str(path), digest))


def _objects(place: str, wanted: Wanted) -> Iterator[Found]:
    """Objects by address, with globs: s3://bucket/2024/*.warc.gz. The package for that kind of store must be installed."""
    try:
        import fsspec
    except ImportError:
        yield MissingExtraError(f"{place}: an object", hint="install what reads it: pip install 'reportedly[objects]'")
        return
    try:
        files: list[Any] = sorted(fsspec.open_files(place, "rb"), key=lambda f: f.path)
    except (ImportError, ValueError, OSError) as error:
        yield MissingExtraError(f"{place}: {error}", hint="install the package for this kind of store (s3fs, gcsfs, adlfs)")
        return
    scheme = place.partition("://")[0]
    for one in files:
        name = f"{scheme}://{one.path.lstrip('/')}"
        if wanted.takes(name):
            yield from _object(one, name, wanted)


def _object(one: Any, name: str, wanted: Wanted) -> Iterator[Found]:
    try:
        with one as file, closing(file):
            yield from documents_in(file, Raw(b"", name, (Link("object", name),)), wanted)
    except OSError as error:
        yield UnreadableError(f"{name}: {error}", hint="check the address and your rights to it")
