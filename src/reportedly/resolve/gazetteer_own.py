"""Places from a list of the user's own: CSV with a header, one place a row.

Columns: `name`, `latitude`, `longitude`; as wanted `id`, `country`, `admin1`, `kind`, `aliases` (several with "|"),
`population`, `precision`. Others are left unread. A name in such a list means the listed place, whatever else bears it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from math import log10
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import GazetteerError
from reportedly.find.place_words import KINDS
from reportedly.resolve.gazetteer_names import key
from reportedly.resolve.gazetteer_sources import KIND_WEIGHT, Source
from reportedly.terms import Precision

if TYPE_CHECKING:
    from reportedly.resolve.gazetteer import Gazetteer, Toponym

NEEDED = ("name", "latitude", "longitude")
ALLOWED = (*NEEDED, "id", "country", "admin1", "kind", "aliases", "population", "precision")
PRECISION = {"admin1": "province", "admin2": "district", "town": "town", "facility": "exact", "country": "country"}
FEATURES = frozenset({*KINDS.values(), "facility"})
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")

type Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row, and what would be right."""

    message: str
    hint: str


def read_own(file: Path, name: str, gazetteer: Gazetteer, states: Mapping[str, str]) -> Iterator[Source]:
    """The places of a list; their ids begin with "own:" and the list's `name`. `states`: alpha-3 codes by alpha-2.

    Raises GazetteerError, which names file and line and says what is allowed there.
    """
    seen: set[str] = set()
    with _rows(file) as rows:
        for line, row in rows:
            place = _place(row, name, gazetteer, states, seen)
            if isinstance(place, Fault):
                raise GazetteerError(f"{file}:{line}: {place.message}", hint=place.hint)
            seen.add(place.id)
            yield place
    if not seen:
        raise GazetteerError(f"{file}: no places", hint="Each row after the header is one place.")


def unread_columns(file: Path) -> list[str]:
    """The columns of a list that mean nothing to us."""
    with _rows(file) as rows:
        _, first = next(rows, (0, {}))
    return [column for column in first if column not in ALLOWED]


@contextmanager
def _rows(file: Path) -> Iterator[Iterator[tuple[int, Row]]]:
    """The rows under the header, each with its line; cells without blanks around."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            header = [cell.strip().lower() for cell in next(reader, [])]
            if missing := [column for column in NEEDED if column not in header]:
                hint = f"The first line names the columns, with commas between: {', '.join(ALLOWED)}."
                raise GazetteerError(f"{file}:1: no column {missing[0]!r}", hint=hint)
            yield ((reader.line_num, _cells(header, row, f"{file}:{reader.line_num}")) for row in reader if any(map(str.strip, row)))
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{file}: not UTF-8 at byte {error.start}", hint="Save the list as CSV in UTF-8.") from error
    except csv.Error as error:
        raise GazetteerError(f"{file}:{reader.line_num}: no CSV: {error}", hint='Quote a cell that holds a comma: "Homs, old town".') from error
    except OSError as error:
        raise GazetteerError(f"{file}: cannot be read: {error.strerror or error}", hint="Give the path of a file that you may read.") from error


def _cells(header: list[str], row: list[str], where: str) -> Row:
    if len(row) != len(header):
        hint = 'Quote a cell that holds a comma: "Homs, old town".'
        raise GazetteerError(f"{where}: {len(row)} cells under {len(header)} columns", hint=hint)
    return {column: cell.strip() for column, cell in zip(header, row, strict=True)}


def _place(row: Row, name: str, gazetteer: Gazetteer, states: Mapping[str, str], seen: set[str]) -> Source | Fault:
    """A row as a place, or what is wrong with it."""
    said = row["name"]
    if len(wanted := key(said)) < 2 or not wanted.isascii():
        return Fault(f"{said!r} is no name that a report may hold", "Write it in Latin letters; other spellings go under aliases.")
    point = _number(row["latitude"], 90.0), _number(row["longitude"], 180.0)
    if point[0] is None or point[1] is None:
        return Fault(f"no point on Earth: {row['latitude']!r}, {row['longitude']!r}", "Degrees with a decimal point: 35.3201, 36.6218.")
    feature = _feature(row.get("kind", ""))
    if feature is None:
        return Fault(f"no kind {row['kind']!r}", f"Allowed: {', '.join(sorted(FEATURES))}, or a noun such as village, camp, airport.")
    precision = row.get("precision", "").lower() or PRECISION.get(feature, "region")
    if precision not in list(Precision):
        return Fault(f"no precision {row['precision']!r}", f"Allowed: {', '.join(Precision)}.")
    population = row.get("population", "").replace(",", "") or "0"
    if not population.isdecimal():
        return Fault(f"no population {row['population']!r}", "A whole number, or nothing.")
    area = _area(row, gazetteer, states)
    if isinstance(area, Fault):
        return area
    id = f"own:{name}:{row.get('id') or _free_id(said, name, seen)}"
    if id in seen:
        return Fault(f"the id {row['id']!r} again", "Each id stands once, or leave the column out.")
    country = area.country if area else None
    parents = (area.id, *area.parents) if area else ()
    place = Source(id, said, point[0], point[1], country, feature, precision, row.get("admin1") or None, int(population), parents)
    weight = max(KIND_WEIGHT["town"], log10(max(1, int(population))))
    place.call([said, *(row.get("aliases") or "").split("|")], weight)
    return place


def _number(text: str, most: float) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if -most <= number <= most else None


def _feature(kind: str) -> str | None:
    """What a kind or a noun for one is to us; a place without it is a town."""
    kind = kind.lower()
    return "town" if not kind else kind if kind in FEATURES else KINDS.get(kind)


def _area(row: Row, gazetteer: Gazetteer, states: Mapping[str, str]) -> Toponym | Fault | None:
    """The smallest area around that the row names: its province where we know it, else its state."""
    said, province = row.get("country", ""), row.get("admin1", "")
    if not said:
        return None
    code = states.get(said.upper(), said.upper())
    state = gazetteer.get(f"country:{code}") or next((each for each in gazetteer.lookup(said) if each.feature == "country"), None)
    if state is None:
        return Fault(f"no country {said!r}", "Its ISO code, SYR or SY, or its English name; or nothing.")
    return next((each for each in gazetteer.lookup(province) if each.feature == "admin1" and each.within(state)), state)


def _free_id(said: str, name: str, seen: set[str]) -> str:
    """An id from the name, numbered where the list has it already."""
    base = _NOT_IN_ID.sub("-", key(said)).strip("-")
    numbered = (base if n == 1 else f"{base}-{n}" for n in range(1, len(seen) + 2))
    return next(each for each in numbered if f"own:{name}:{each}" not in seen)
