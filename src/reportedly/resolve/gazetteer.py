"""The gazetteer: every place we can name, in read-only files, looked up in microseconds.

The file in the user's cache is built on first use (`gazetteer_build`) from installed packages and `knowledge/regions.yaml`.
It is a cache and no store: it may be deleted at any time, and a broken one is built again. What the user imports
(`gazetteer_import`) lies in files of its own in the user's data folder; a look-up asks all of them.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from math import asin, cos, degrees, radians, sin, sqrt
from pathlib import Path

from reportedly.resolve.gazetteer_file import GazetteerFile, is_whole
from reportedly.resolve.gazetteer_folder import broken_import, imported_files
from reportedly.resolve.gazetteer_names import ARABIC, key, skeleton, without_article
from reportedly.settings import cache_setting
from reportedly.terms import Precision

ATTRIBUTION = "Place data from GeoNames (https://www.geonames.org), licensed under CC BY 4.0; changed: selected and merged."
OWN = "own:"  # how the ids of a user's own places begin
OWN_LEAD = 1.0  # orders of magnitude of population by which they come before others of their name
EARTH_KM = 6371.0
LETTERS_WEIGHT = 6.0  # only great cities, states and regions are known by two or three capitals
KNOWN_WEIGHT = 3.0  # some 1,000 people
ARTICLE_LEFT_OUT = 5  # letters from which a word may be an Arabic name without its article
COLUMNS = "t.id, t.name, t.latitude, t.longitude, t.country, t.admin1, t.feature, t.population, t.precision, t.parents"
_BY_KEY = f"SELECT {COLUMNS}, n.weight FROM names n JOIN toponyms t ON t.row = n.row WHERE n.key = ? ORDER BY n.weight DESC, t.id LIMIT 60"  # noqa: S608
_BY_BONES = f"SELECT DISTINCT {COLUMNS}, 0.0 FROM bones b JOIN toponyms t ON t.row = b.row WHERE b.country = ? AND b.bones = ?"  # noqa: S608
_BY_ID = f"SELECT {COLUMNS}, 0.0 FROM toponyms t WHERE t.id = ?"  # noqa: S608
_WITHIN = "SELECT latitude, longitude FROM toponyms WHERE feature = 'town' AND instr(parents || ' ', ? || ' ')"
_AROUND = "SELECT latitude, longitude FROM toponyms WHERE feature = 'town' AND latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?"
# the kind of place that may be written after a name with a capital, and the features it goes with
KINDS_WRITTEN = {
    **dict.fromkeys(
        ["state", "province", "governorate", "oblast", "region", "prefecture", "republic", "wilaya", "canton"], ("admin1",)
    ),
    **dict.fromkeys(["county", "district", "parish", "municipality"], ("admin2", "admin1")),
    **dict.fromkeys(["city", "town", "township", "village"], ("town",)),
}

type Notify = Callable[[str, float], None]  # what is being done, and how much of it is, from 0 to 1
type Row = tuple[str, str, float, float, str | None, str | None, str, int, str, str, float]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place. Coordinates in WGS 84 degrees; an area's are those of a point in its middle.

    `id` tells the source: "geonames:170654", "country:SYR", "admin1:SY.11", "admin2:US.LA.079", "region:sahel",
    "sea:caspian-sea", "own:LIST:checkpoint-7".
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
    """Read-only look-ups over a built file and imported ones. Can be pickled, shared between threads, carried over a fork."""

    def __init__(self, path: Path, imports: tuple[Path, ...] = ()) -> None:
        self.path = path
        self.imports = imports
        self.built = GazetteerFile(path, hint="Delete the file; it is built again on the next use.")
        self.files = (self.built, *(GazetteerFile(each, hint=broken_import(each)) for each in imports))
        self.lookup = lru_cache(maxsize=20_000)(self._lookup)
        self.get = lru_cache(maxsize=2_000)(self._get)
        self.alike = lru_cache(maxsize=2_000)(self._alike)
        self.towns_within = lru_cache(maxsize=50)(self._towns_within)
        self.towns_around = lru_cache(maxsize=500)(self._towns_around)
        meta = self.built.meta()
        self.adjectives: dict[str, tuple[str, ...]] = {
            word: tuple(codes) for word, codes in json.loads(meta["adjectives"]).items()
        }
        self.abbreviations: dict[str, str] = json.loads(meta["abbreviations"])
        self.region_adjectives: dict[str, str] = json.loads(meta.get("region_adjectives", "{}"))

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path, tuple[Path, ...]]]:
        return Gazetteer, (self.path, self.imports)

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
        if not rows and len(wanted) >= ARTICLE_LEFT_OUT and " " not in wanted:  # "Qamishli"
            rows = [row for row in self._ask(_BY_KEY, f"al {wanted}") if row[4] in ARABIC and row[6] in ("town", "admin1", "admin2")]
        if len(name) <= 3 and name.isupper():  # "EU" is no French village
            rows = [row for row in rows if row[-1] >= LETTERS_WEIGHT or row[0].startswith(OWN)]
        return _ranked(as_toponyms(rows))

    def _without_kind(self, wanted: str) -> list[Row]:
        """ "Sokoto State" is listed as Sokoto: the areas of that name, or for "X City" the towns."""
        name, _, kind = wanted.rpartition(" ")
        features = KINDS_WRITTEN.get(kind, ()) if name else ()
        return [row for row in self._ask(_BY_KEY, name) if row[6] in features] if features else []

    def _get(self, id: str) -> Toponym | None:
        """The place of an id, or None."""
        return next(iter(as_toponyms(self._ask(_BY_ID, id))), None)

    def _alike(self, name: str, country: str) -> Toponym | None:
        """The one place of a country whose name has the same consonants; None where there are none or several.

        Transliterations differ by their vowels. Never asked without a country: across the world it would find anything.
        """
        bones = skeleton(key(name))
        found = as_toponyms(self._ask(_BY_BONES, country, bones)) if bones else ()
        return found[0] if found and all(each.km_to(found[0]) < 25 for each in found) else None

    def has(self, name: str) -> bool:
        """Whether there is a state, a region or a town of some size of that name."""
        return any(place.feature in ("country", "admin1", "admin2", "region") or place.weight >= KNOWN_WEIGHT for place in self.lookup(name))

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

    @cached_property
    def seas(self) -> tuple[Toponym, ...]:
        """The oceans, seas, gulfs and straits of the world; no lakes."""
        return tuple(sea for sea in map(self.get, json.loads(self.built.meta()["seas"])) if sea is not None)

    def _towns_within(self, id: str) -> tuple[tuple[float, float], ...]:
        """The points of the built file's towns in an area. Reads the whole file: some 50 ms, once."""
        return tuple(self.built.ask(_WITHIN, id))

    def _towns_around(self, latitude: float, longitude: float, km: float) -> tuple[tuple[float, float], ...]:
        """The points of the built file's towns in a box so far to each side. Reads the whole file: some 50 ms, once."""
        up = degrees(km / EARTH_KM)
        wide = up / max(0.1, cos(radians(latitude)))
        return tuple(self.built.ask(_AROUND, latitude - up, latitude + up, longitude - wide, longitude + wide))

    def _ask(self, query: str, *values: object) -> list[Row]:
        """The answers of all files, the built one's first."""
        if len(self.files) == 1:
            return self.built.ask(query, *values)
        return [row for file in self.files for row in file.ask(query, *values)]


def as_toponyms(rows: Iterable[Row]) -> tuple[Toponym, ...]:
    """Rows of `COLUMNS` and a weight as places, each once: a place may bear a name twice, or lie in two files."""
    made: dict[str, Toponym] = {}
    for id, name, lat, lon, country, admin1, feature, population, precision, parents, weight in rows:
        if id not in made:
            made[id] = Toponym(id, name, lat, lon, country, admin1, feature, population, Precision(precision),
                               tuple(parents.split()), weight)  # fmt: skip
    return tuple(made.values())


def _ranked(places: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """The likeliest first. A user's own places put aside others of their name and kind, and come before the rest."""
    own = [place for place in places if place.id.startswith(OWN)]
    if own:
        kinds = {place.feature for place in own}
        others = [place for place in places if not place.id.startswith(OWN) and place.feature not in kinds]
        lead = max((place.weight for place in others), default=0.0) + OWN_LEAD - min(place.weight for place in own)
        places = (*(replace(place, weight=place.weight + max(0.0, lead)) for place in own), *others)
    return tuple(sorted(places, key=lambda place: (-place.weight, place.id)))


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points in degrees, in kilometres (haversine on a sphere)."""
    a, b = radians(lat1), radians(lat2)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


def open_gazetteer(path: Path | None = None, notify: Notify | None = None) -> Gazetteer:
    """The gazetteer at `path`, or the cached one with the user's imports; built where it is missing or broken.

    `notify` is told of a build, which takes half a minute; without it the log `reportedly` is. Raises GazetteerError when
    no file can be built, or an import is broken.
    """
    from reportedly.resolve.gazetteer_build import build  # only a build needs the heavy packages

    place = path or built_file()
    tell = notify or _logged()
    if not is_whole(place):
        if place.exists():
            tell(f"The gazetteer {place} is broken and is built again.", 0.0)
        build(place, tell)
    return Gazetteer(place, () if path else imported_files())


def built_file() -> Path:
    """Where the built gazetteer lies: in the user's cache, or the folder that REPORTEDLY_CACHE names."""
    from reportedly.resolve.gazetteer_build import file_name

    return Path(cache_setting().value) / file_name()


def _logged() -> Notify:
    """Tells the log each thing once. Python prints warnings to standard error unless it is told otherwise."""
    told: set[str] = set()

    def tell(message: str, share: float) -> None:
        if message not in told:
            told.add(message)
            logging.getLogger("reportedly").warning(message)

    return tell
