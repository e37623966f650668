"""Looking places up by hand: by any part of any of their names, in any script, the likeliest first; and all about one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.resolve.gazetteer import COLUMNS, OWN, Row, Toponym, as_toponyms
from reportedly.resolve.gazetteer_file import BETWEEN
from reportedly.resolve.gazetteer_names import TRANSLITERATED, key, skeleton

if TYPE_CHECKING:
    from reportedly.resolve.gazetteer import Gazetteer

LOOKED_AT = 300  # of the places with such words, the likeliest
_BY_WORDS = f"SELECT {COLUMNS}, t.weight FROM words w JOIN toponyms t ON t.row = w.rowid WHERE w.words MATCH ? ORDER BY t.weight DESC, t.id LIMIT {LOOKED_AT}"  # noqa: S608
_BY_BONES = f"SELECT {COLUMNS}, t.weight FROM bones b JOIN toponyms t ON t.row = b.row WHERE b.bones = ? AND b.country IN ({{}}) ORDER BY t.weight DESC, t.id LIMIT {LOOKED_AT}"  # noqa: S608
_SPELLINGS = "SELECT s.names FROM toponyms t JOIN spellings s ON s.row = t.row WHERE t.id = ?"
_COUNTRIES = ", ".join(f"'{each}'" for each in sorted(TRANSLITERATED))


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is known of a place: its names as they are written, the areas around it, and who says so."""

    place: Toponym
    names: tuple[str, ...]
    parents: tuple[Toponym, ...]
    source: str


def search(gazetteer: Gazetteer, text: str, limit: int = 20) -> tuple[Toponym, ...]:
    """Places that bear the name, then those whose names hold its words (the last may be cut short), then those that are
    pronounced alike where names are transliterated; each time the likeliest first."""
    wanted = key(text)
    if not wanted:
        return ()
    exact = gazetteer.lookup(text)
    query = " ".join(f'"{word}"' for word in wanted.split()) + "*"
    rows = _asked(gazetteer, _BY_WORDS, query)
    found = {place.id: place for place in (*exact, *sorted(rows, key=lambda place: _order(place, wanted)))}
    if len(found) < limit and (bones := skeleton(wanted)):
        found |= {each.id: each for each in _asked(gazetteer, _BY_BONES.format(_COUNTRIES), bones) if each.id not in found}
    return tuple(found.values())[:limit]


def _asked(gazetteer: Gazetteer, query: str, value: str) -> tuple[Toponym, ...]:
    rows: Iterable[Row] = (row for file in gazetteer.files for row in file.ask(query, value))
    return as_toponyms(rows)


def _order(place: Toponym, wanted: str) -> tuple[bool, float, str]:
    """First those whose own name holds the words, then those that have them among their other names."""
    words = key(place.name).split()
    *whole, last = wanted.split()
    own = set(whole) <= set(words) and any(word.startswith(last) for word in words)
    return not own, -place.weight, place.id


def entry(gazetteer: Gazetteer, id: str) -> Entry | None:
    """All about the place of an id; None where there is none. GeoNames' bare number will do."""
    place = gazetteer.get(id) or gazetteer.get(f"geonames:{id}")
    if place is None:
        return None
    spelled = [row[0] for file in gazetteer.files for row in file.ask(_SPELLINGS, place.id)]
    names = tuple(dict.fromkeys([place.name, *(name for each in spelled for name in each.split(BETWEEN))]))
    parents = tuple(each for each in map(gazetteer.get, place.parents) if each is not None)
    return Entry(place, names, parents, _source(place.id))


def _source(id: str) -> str:
    kind, _, rest = id.partition(":")
    if id.startswith(OWN):
        return f"your own list {rest.partition(':')[0]}"
    return {"geonames": f"GeoNames, https://www.geonames.org/{rest}, CC BY 4.0", "region": "Reportedly's own list of regions"}.get(
        kind, "GeoNames, CC BY 4.0, and Reportedly's own list of names"
    )
