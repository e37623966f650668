"""Imported places: each list is a file of its own in the user's data folder, beside the built gazetteer and outliving it.

An import is written aside and moved when it is whole; of a broken list nothing comes in. Importing a list of the same name
again replaces it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportedly.errors import GazetteerError, UsageError
from reportedly.resolve.gazetteer import Gazetteer
from reportedly.resolve.gazetteer_file import GazetteerFile, Notify, is_whole, writing
from reportedly.resolve.gazetteer_folder import broken_import, import_file, import_files
from reportedly.resolve.gazetteer_geonames import Advance, Areas, read_dump
from reportedly.resolve.gazetteer_own import read_own
from reportedly.resolve.gazetteer_sources import Source, geonames

HINT = "Set REPORTEDLY_PLACES to a folder that can be written to; the disk needs about three times the size of the list."
_NOT_IN_NAME = re.compile(r"[^\w.-]+")
_FIRST_LEVEL = "SELECT id, name FROM toponyms WHERE feature = 'admin1'"


@dataclass(frozen=True, slots=True)
class Imported:
    """A list that was imported. `kind` is "geonames" or "own"; `fault` says why it cannot be read, "" where it can."""

    name: str
    kind: str
    source: str
    places: int
    imported: str
    path: Path
    fault: str = ""


def import_places(file: Path, gazetteer: Gazetteer, tell: Notify, name: str = "") -> Imported:
    """Import a GeoNames dump (.zip, .txt) or a list of one's own (.csv), under the file's name or another.

    Raises GazetteerError, which names file and line; then everything is as it was before.
    """
    kind = {".zip": "geonames", ".txt": "geonames", ".csv": "own"}.get(file.suffix.lower())
    if kind is None:
        raise UsageError(f"{file}: no list of places", hint="A GeoNames dump ends in .zip or .txt, a list of your own in .csv.")
    if not file.is_file():
        raise UsageError(f"{file}: no such file", hint="Give the path of a file that you may read.")
    name = _NOT_IN_NAME.sub("-", name or file.stem)
    message = f"Importing {file.name}"
    tell(message, 0.0)
    with writing(import_file(name), hint=HINT) as writer:
        for place in _read(file, kind, name, gazetteer, lambda share: tell(message, 0.9 * share)):
            writer.add(place)
        if not writer.places:
            raise GazetteerError(f"{file}: no row is a place that a report may name", hint="docs/gazetteer.md says which rows are taken.")
        writer.describe({"kind": kind, "source": file.name, "imported": date.today().isoformat()})
        tell(f"Importing {file.name}: sorting the names", 0.9)
    return _described(import_file(name))


def _read(file: Path, kind: str, name: str, gazetteer: Gazetteer, advance: Advance) -> Iterator[Source]:
    states = {code: row["iso3"] for code, row in geonames("countries.json").items()}
    if kind == "own":
        return read_own(file, name, gazetteer, states)
    return read_dump(file, Areas(states, dict(gazetteer.built.ask(_FIRST_LEVEL))), advance)


def imports() -> list[Imported]:
    """All imports by name, broken ones too."""
    return [_described(each) for each in import_files()]


def forget(name: str) -> Imported:
    """Remove an import. Raises UsageError where there is none of that name."""
    known = {each.name: each for each in imports()}
    if name not in known:
        raise UsageError(f"no import {name!r}", hint=f"There are: {', '.join(known)}." if known else "Nothing was imported.")
    try:
        known[name].path.unlink(missing_ok=True)
    except OSError as error:
        raise GazetteerError(f"{known[name].path}: cannot be removed: {error.strerror}", hint="Its folder must let you write.") from error
    return known[name]


def _described(path: Path) -> Imported:
    """What an imported file says of itself."""
    if not is_whole(path):
        return Imported(path.stem, "", "", 0, "", path, fault=broken_import(path))
    meta = GazetteerFile(path).meta()
    return Imported(path.stem, meta["kind"], meta["source"], int(meta["places"]), meta["imported"], path)
