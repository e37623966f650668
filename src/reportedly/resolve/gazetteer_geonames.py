"""Places from a GeoNames dump: allCountries.zip, a country's SY.zip, or the SY.txt in it, read line by line.

A dump has no header; its 19 columns are separated by tabs. `knowledge/geonames.yaml` says which of its rows are taken.
Codes of areas are those of the built gazetteer, so that a place of either lies in the same province.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from math import log10
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from reportedly.errors import GazetteerError
from reportedly.knowledge.files import read_yaml
from reportedly.resolve.gazetteer_sources import ALIAS_LOSS, KNOWLEDGE, Source, is_written

FEATURES = KNOWLEDGE / "geonames.yaml"
LONGEST = 100_000  # bytes of a line: alternate names may take 10,000 characters
UNKNOWN = 2.0  # weight of a place whose people nobody has counted: less than that of such places in the built file
COUNTED = 300  # people from whom on a place is weighed by them
COLUMNS = 19
FETCH = "Fetch the file again from download.geonames.org/export/dump: it may have been cut short."
NONE = frozenset({"", "00"})  # GeoNames' codes for no area

type Advance = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a feature code of GeoNames is to us."""

    feature: str
    precision: str
    less: float


@dataclass(frozen=True, slots=True)
class Areas:
    """What the built gazetteer has: ISO alpha-3 codes of states by their two letters, names of first-level areas by id."""

    states: Mapping[str, str]
    names: Mapping[str, str]


def read_dump(file: Path, areas: Areas, advance: Advance) -> Iterator[Source]:
    """The places of a dump that a report may name. `advance` is told the share that is read.

    Raises GazetteerError, which names file and line, for anything that is no whole dump.
    """
    with _opened(file) as (stream, size):
        done = 0
        for number, line in enumerate(iter(lambda: stream.readline(LONGEST), b""), 1):
            done += len(line)
            if number % 20_000 == 0:
                advance(done / size)
            place = _place(_cells(line, f"{file}:{number}"), areas, f"{file}:{number}")
            if place is not None:
                yield place
        if not done:
            raise GazetteerError(f"{file}: empty", hint=FETCH)


@contextmanager
def _opened(file: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The lines of a dump, in an archive or not, and how many bytes they have."""
    try:
        if file.suffix.lower() != ".zip":
            with file.open("rb") as stream:
                yield stream, file.stat().st_size
            return
        with ZipFile(file) as archive:
            inside = [each for each in archive.infolist() if each.filename.lower().endswith(".txt") and each.filename.lower() != "readme.txt"]
            if len(inside) != 1:
                raise GazetteerError(f"{file}: holds {len(inside)} lists instead of one", hint="Give the archive of one country, or allCountries.zip.")
            with archive.open(inside[0]) as member:
                yield member, inside[0].file_size
    except (BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise GazetteerError(f"{file}: a broken archive: {error}", hint=FETCH) from error
    except OSError as error:
        raise GazetteerError(f"{file}: cannot be read: {error.strerror or error}", hint="Give the path of a file that you may read.") from error


def _cells(line: bytes, where: str) -> list[str]:
    try:
        cells = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{where}: not UTF-8: {error.reason}", hint=FETCH) from error
    if len(cells) != COLUMNS:
        hint = f"A GeoNames dump has {COLUMNS} columns, separated by tabs. {FETCH} A list of your own must end in .csv."
        raise GazetteerError(f"{where}: {len(cells)} columns instead of {COLUMNS}", hint=hint)
    return cells


def _place(cells: list[str], areas: Areas, where: str) -> Source | None:
    """A row as a place; None for one that no report names."""
    id, name, ascii_name, others, latitude, longitude, letter, code, country2, _, code1, code2, _, _, people, *_ = cells
    kind = kinds().get(f"{letter}.{code}")
    point = _point(latitude, longitude, where)
    if kind is None:
        return None
    if not id.isdigit() or not name:
        raise GazetteerError(f"{where}: {'no name' if id.isdigit() else f'{id!r} is no GeoNames id'}", hint=FETCH)
    country = areas.states.get(country2)
    first, second = _area_ids(country2, code1, code2)
    own_id = {"ADM1": first, "ADM2": second}.get(code) or f"geonames:{id}"
    around = tuple(each for each in (second, first, f"country:{country}" if country else "") if each and each != own_id)
    population = int(people) if people.isdigit() else 0
    place = Source(own_id, name, *point, country, kind.feature, kind.precision, name if code == "ADM1" else areas.names.get(first),
                   population, around)  # fmt: skip
    weight = (log10(population) if population > COUNTED else UNKNOWN) - kind.less
    place.call([name, ascii_name], weight)
    place.call(filter(is_written, others.split(",")), weight - ALIAS_LOSS)
    return place


def _area_ids(country: str, code1: str, code2: str) -> tuple[str, str]:
    """The ids that the built gazetteer gives the first- and second-level area of those codes; "" for none."""
    if not country or code1 in NONE:
        return "", ""
    return f"admin1:{country}.{code1}", "" if code2 in NONE else f"admin2:{country}.{code1}.{code2}"


def _point(latitude: str, longitude: str, where: str) -> tuple[float, float]:
    try:
        point = float(latitude), float(longitude)
    except ValueError:
        point = 99.0, 0.0
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise GazetteerError(f"{where}: no point on Earth: latitude {latitude!r}, longitude {longitude!r}", hint=FETCH)
    return point


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Class and code of GeoNames, "S.AIRB", to what they are to us."""
    rows: Any = read_yaml(FEATURES)
    return {code: Kind(row["feature"], row["precision"], row["less"]) for row in rows for code in row["codes"]}
