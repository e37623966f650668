"""The gazetteer: every place we can name, in a read-only file of the user's cache, looked up in microseconds.

It is built on first use (`gazetteer_build`) from installed packages and `knowledge/regions.yaml`. The SQLite file is
a cache and no store: it may be deleted at any time, a broken one is built again, and nothing ever writes to it.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from platformdirs import user_cache_dir

from reportedly.errors import GazetteerError
from reportedly.records import Precision
from reportedly.resolve.gazetteer_names import ARABIC, key, skeleton, without_article

ATTRIBUTION = "Place data from GeoNames (https://www.geonames.org), licensed under CC BY 4.0; changed: selected and merged."
EARTH_KM = 6371.0
LETTERS_WEIGHT = 6.0  # only great cities, states and regions are known by two or three capitals
_COLUMNS = "t.id, t.name, t.latitude, t.longitude, t.country, t.admin1, t.feature, t.population, t.precision, t.parents"
_BY_KEY = f"SELECT {_COLUMNS}, n.weight FROM names n JOIN toponyms t ON t.row = n.row WHERE n.key = ? ORDER BY n.weight DESC, t.id LIMIT 60"  # noqa: S608
_BY_PREFIX = f"SELECT {_COLUMNS}, max(n.weight) FROM names n JOIN toponyms t ON t.row = n.row WHERE n.key >= ? AND n.key < ? GROUP BY t.row ORDER BY max(n.weight) DESC, t.id LIMIT ?"  # noqa: S608
_BY_BONES = f"SELECT DISTINCT {_COLUMNS}, 0.0 FROM bones b JOIN toponyms t ON t.row = b.row WHERE b.country = ? AND b.bones = ?"  # noqa: S608
_BY_ID = f"SELECT {_COLUMNS}, 0.0 FROM toponyms t WHERE t.id = ?"  # noqa: S608
# the kind of place that may be written after a name with a capital, and the features it goes with
KINDS_WRITTEN = {
    **dict.fromkeys(
        ["state", "province", "governorate", "oblast", "region", "prefecture", "republic", "wilaya", "canton"], ("admin1",)
    ),
    **dict.fromkeys(["county", "district", "parish", "municipality"], ("admin2", "admin1")),
    **dict.fromkeys(["city", "town", "township", "village"], ("town",)),
}

type Notify = Callable[[str], None]
type Row = tuple[str, str, float, float, str | None, str | None, str, int, str, str, float]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place. Coordinates in WGS 84 degrees; an area's are those of a point in its middle.

    `id` tells the source: "geonames:170654", "country:SYR", "admin1:SY.11", "admin2:US.LA.079", "region:caspian-sea".
    `country` is ISO 3166-1 alpha-3, None for what lies in several. `feature` is one of "country admin1 admin2 town sea
    river region facility". `parents` are the ids of the areas around it, smallest first. `weight` says how likely a
    name asked for means this place before any context: about the logarithm of its population.
    """

    id: str
    name: str
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None
    feature: str
    population: int
    precision: Precision
    parents: tuple[str, ...] = ()
    weight: float = field(default=0.0, compare=False)

    def within(self, area: Toponym) -> bool:
        """Whether it lies in `area`, as far as the gazetteer knows."""
        return area.id in self.parents

    def km_to(self, other: Toponym) -> float:
        """Great-circle distance in kilometres."""
        return distance_km(self.latitude, self.longitude, other.latitude, other.longitude)


class Gazetteer:
    """Read-only look-ups over one gazetteer file. Can be pickled, shared between threads and carried over a fork."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._pid = 0
        self.lookup = lru_cache(maxsize=20_000)(self._lookup)
        self.get = lru_cache(maxsize=2_000)(self._get)
        self.alike = lru_cache(maxsize=2_000)(self._alike)
        meta: dict[str, str] = {str(row[0]): str(row[1]) for row in self._ask("SELECT name, value FROM meta")}
        self.adjectives: dict[str, tuple[str, ...]] = {
            word: tuple(codes) for word, codes in json.loads(meta["adjectives"]).items()
        }
        self.abbreviations: dict[str, str] = json.loads(meta["abbreviations"])
        self.region_adjectives: dict[str, str] = json.loads(meta.get("region_adjectives", "{}"))

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return Gazetteer, (self.path,)

    def _lookup(self, name: str) -> tuple[Toponym, ...]:
        """Every place of that name, the likeliest first. "the" and an Arabic article may be there or not."""
        wanted = key(name)
        if not wanted:
            return ()
        rows = self._ask(_BY_KEY, wanted) or self._without_kind(wanted)
        if not rows and wanted.startswith("the "):
            rows = self._ask(_BY_KEY, wanted[4:])
        if not rows and (bare := without_article(wanted)) != wanted:
            rows = [row for row in self._ask(_BY_KEY, bare) if row[4] in ARABIC]
        if len(name) <= 3 and name.isupper():  # "EU" is no French village
            rows = [row for row in rows if row[-1] >= LETTERS_WEIGHT]
        return _once(rows)

    def _without_kind(self, wanted: str) -> list[Row]:
        """ "Sokoto State" is listed as Sokoto: the areas of that name, or for "X City" the towns."""
        name, _, kind = wanted.rpartition(" ")
        features = KINDS_WRITTEN.get(kind, ()) if name else ()
        return [row for row in self._ask(_BY_KEY, name) if row[6] in features] if features else []

    def _get(self, id: str) -> Toponym | None:
        """The place of an id, or None."""
        return next(iter(_once(self._ask(_BY_ID, id))), None)

    def _alike(self, name: str, country: str) -> Toponym | None:
        """The one place of a country whose name has the same consonants; None where there are none or several.

        Transliterations differ by their vowels. Never asked without a country: across the world it would find anything.
        """
        bones = skeleton(key(name))
        found = _once(self._ask(_BY_BONES, country, bones)) if bones else ()
        return found[0] if found and all(each.km_to(found[0]) < 25 for each in found) else None

    def abbreviation(self, word: str) -> Toponym | None:
        """The state or province of "La.", "Ont." or "TX": only to be asked after a comma, for "La." is a word elsewhere."""
        id = self.abbreviations.get(word)
        return self.get(id) if id else None

    def adjective(self, word: str) -> tuple[str, ...]:
        """The ISO codes of the states that "Syrian" may point at; () for any other word."""
        return self.adjectives.get(word, ())

    def named_by(self, word: str) -> tuple[Toponym, ...]:
        """What an adjective or a people stands for, states and regions alike: "Syrian", "European", "Texans"."""
        ids = [f"country:{code}" for code in self.adjective(word)]
        ids += [self.region_adjectives[word]] if word in self.region_adjectives else []
        return tuple(place for place in map(self.get, ids) if place is not None)

    def search(self, text: str, limit: int = 20) -> tuple[Toponym, ...]:
        """Places whose name begins so, the likeliest first: for people who look something up."""
        start = key(text)
        return _once(self._ask(_BY_PREFIX, start, start + "\U0010ffff", limit)) if start else ()

    def _ask(self, query: str, *values: object) -> list[Row]:
        try:
            return self._open().execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            hint = "Delete the file; it is built again on the next use."
            raise GazetteerError(f"{self.path}: cannot be read: {error}", hint=hint) from error

    def _open(self) -> sqlite3.Connection:
        """The connection of this process: SQLite's must not be carried over a fork."""
        if self._connection is None or self._pid != os.getpid():
            uri = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._pid = os.getpid()
        return self._connection


def _once(rows: list[Row]) -> tuple[Toponym, ...]:
    """Rows as places, each once: a place may bear a name twice."""
    made: dict[str, Toponym] = {}
    for id, name, lat, lon, country, admin1, feature, population, precision, parents, weight in rows:
        if id not in made:
            made[id] = Toponym(id, name, lat, lon, country, admin1, feature, population, Precision(precision),
                               tuple(parents.split()), weight)  # fmt: skip
    return tuple(made.values())


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points in degrees, in kilometres (haversine on a sphere)."""
    a, b = radians(lat1), radians(lat2)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


def cache_folder() -> Path:
    """Where built files go: the user's cache, or the folder that REPORTEDLY_CACHE names."""
    return Path(os.environ.get("REPORTEDLY_CACHE") or user_cache_dir("reportedly"))


def open_gazetteer(path: Path | None = None, notify: Notify | None = None) -> Gazetteer:
    """The gazetteer at `path`, or the cached one; built first where it is missing, and again where it is broken."""
    from reportedly.resolve.gazetteer_build import build, file_name  # only a build needs the heavy packages

    place = path or cache_folder() / file_name()
    tell = notify or _silent
    if place.exists():
        if _is_whole(place):
            return Gazetteer(place)
        tell(f"The gazetteer {place} is broken and is built again.")
    build(place, tell)
    return Gazetteer(place)


def _silent(message: str) -> None:
    """For callers who do not want to be told."""


def _is_whole(path: Path) -> bool:
    """Whether the file is SQLite, as long as its header says, and was finished. Reads two pages, not the whole file."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            size = connection.execute("PRAGMA page_size").fetchone()[0]
            done = connection.execute("SELECT value FROM meta WHERE name = 'pages'").fetchone()
            return done is not None and int(done[0]) == pages and path.stat().st_size == pages * size
        finally:
            connection.close()
    except (sqlite3.DatabaseError, OSError):
        return False
