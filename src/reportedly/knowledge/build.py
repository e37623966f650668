"""From the rows of the knowledge files to entries: one short function a kind of row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace

from reportedly.knowledge.entries import Entry, Holder, Office, Tenure, folded
from reportedly.knowledge.files import Row, date_text

# the sectors of organs of a state; what a militia (UAF) or a party does is not the state's doing
STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_OFFICE_SECTORS = (("speaker", "LEG"), ("parliament", "LEG"), ("army", "MIL"), ("armed_forces", "MIL"), ("chief_of_staff", "MIL"),
                   ("commander", "MIL"), ("intelligence", "SPY"), ("spy", "SPY"), ("police", "COP"))  # fmt: skip


def _aliases(row: Row, key: str = "aliases") -> tuple[str, ...]:
    return tuple(dict.fromkeys((row["name"], *(row.get(key) or ()))))


def _dates(row: Row) -> tuple[str | None, str | None]:
    return date_text(row.get("from")), date_text(row.get("until"))


def _countries(row: Row) -> tuple[str, ...]:
    value = row.get("country") or ()
    return (value,) if isinstance(value, str) else tuple(value)


def _entry(row: Row, kind: str, **more: object) -> Entry:
    start, end = _dates(row)
    countries = _countries(row)
    base = Entry(row["id"], row["name"], kind, _aliases(row), frozenset(row.get("ambiguous") or ()),
                 countries[0] if countries else None, None, row.get("sector"), start, end,
                 countries, row.get("part_of"), row.get("kind"))  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def state(row: Row) -> Entry:
    """A state acts for itself, and its sector is its government's."""
    iso = row["iso"]
    return _entry(row, "state", aliases=_aliases(row, "names"), country=iso, countries=(iso,), acts_for=iso, sector="GOV")


def body(row: Row) -> Entry:
    """A named organ of a state; irregulars beside it belong to the country and do not act for the state."""
    iso = row["state"]
    acts_for = iso if row["sector"] in STATE_SECTORS else None
    return _entry(row, "government", country=iso, countries=(iso,), acts_for=acts_for)


def group(row: Row) -> Entry:
    return _entry(row, "group")


def organisation(row: Row) -> Entry:
    return _entry(row, "organisation")


def outlet(row: Row) -> Entry:
    """A news agency is a kind of its own: what it says is carried by others. State-run is told; it is not the state."""
    kind = "agency" if row.get("kind") == "agency" else "outlet"
    aliases = _aliases(row)
    called = [f"{a} agency" for a in aliases if " " not in a] if kind == "agency" else []  # "the SANA agency" is no other SANA
    return _entry(row, kind, aliases=(*aliases, *(a for a in called if a not in aliases)), sector=row.get("sector") or "JRN", state_run=bool(row.get("state_run")))


def person(row: Row) -> Entry:
    """A person of `people.yaml`, with roles that are no offices of state."""
    country, sector = next(iter(_countries(row)), None), row.get("sector")
    roles = tuple(Tenure(each["role"], country, *_dates(each)) for each in row.get("roles") or ())
    return _entry(row, "person", roles=roles, acts_for=country if sector in STATE_SECTORS else None)


# the sections of the files whose rows are entries; "pattern" and "office" are read by `load` itself
MAKERS: dict[str, Callable[[Row], Entry]] = {
    "state": state,
    "body": body,
    "group": group,
    "organisation": organisation,
    "outlet": outlet,
    "person": person,
}


def slug(name: str) -> str:
    """The name in an id: "Recep Tayyip Erdoğan" as "recep-tayyip-erdogan"."""
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode().casefold()).strip("-")


class People:
    """Gathers persons while offices are read: the same name in the same country is one person, whatever the office."""

    def __init__(self, known: Iterable[Entry]) -> None:
        self._people: dict[str, Entry] = {}
        self._names: dict[tuple[str | None, str], str] = {}
        for entry in known:
            self._keep(entry)

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._people.values())

    def office(self, row: Row) -> Office:
        """One office, its holders made persons or joined to those already met."""
        titles = tuple(dict.fromkeys((row["title"], *(row.get("also_titles") or ()))))
        holders = tuple(self._holder(row, each) for each in row.get("holders") or ())
        return Office(row["state"], row["office"], row["title"], titles, holders)

    def _holder(self, office: Row, row: Row) -> Holder:
        start, end = _dates(row)
        acting = bool(row.get("acting"))
        tenure = Tenure(office["title"], office["state"], start, end, office["office"], acting)
        entry = self._joined(office, row)
        self._keep(replace(entry, offices=(*entry.offices, tenure)))
        return Holder(row["name"], _aliases(row), start, end, entry.id, acting)

    def _joined(self, office: Row, row: Row) -> Entry:
        iso, ambiguous = office["state"], frozenset(row.get("ambiguous") or ())
        known = self._known(iso, row)
        if known is None:
            return Entry(self._new_id(row["name"], iso), row["name"], "person", _aliases(row), ambiguous,
                         iso, iso, _office_sector(office["office"]), countries=(iso,))  # fmt: skip
        aliases = tuple(dict.fromkeys((*known.aliases, *_aliases(row))))
        return replace(known, aliases=aliases, ambiguous=known.ambiguous | ambiguous, acts_for=iso,
                       country=known.country or iso, countries=known.countries or (iso,))  # fmt: skip

    def _known(self, iso: str, row: Row) -> Entry | None:
        """Whom we met by this full name, or by an alias of two words: "Assad" alone may be the father or the son."""
        known = self._names.get((iso, folded(row["name"])))
        return None if known is None else self._people[known]

    def _new_id(self, name: str, iso: str) -> str:
        plain_id = f"person:{slug(name)}"
        return f"{plain_id}-{iso.casefold()}" if plain_id in self._people else plain_id

    def _keep(self, entry: Entry) -> None:
        self._people[entry.id] = entry
        for alias in entry.aliases:
            if alias == entry.name or len(alias.split()) > 1:
                self._names.setdefault((entry.country, folded(alias)), entry.id)


def _office_sector(office: str) -> str:
    return next((sector for part, sector in _OFFICE_SECTORS if part in office), "GOV")


def with_shared_marked(people: Iterable[Entry]) -> tuple[Entry, ...]:
    """Persons with every alias that two of them share marked ambiguous: people may bear one name, and the files need not say it."""
    everyone = tuple(people)
    bearers: dict[str, int] = {}
    for entry in everyone:
        for key in {folded(alias) for alias in entry.aliases}:
            bearers[key] = bearers.get(key, 0) + 1
    return tuple(_marked(entry, bearers) for entry in everyone)


def _marked(entry: Entry, bearers: dict[str, int]) -> Entry:
    shared = frozenset(alias for alias in entry.aliases if bearers[folded(alias)] > 1)
    return replace(entry, ambiguous=entry.ambiguous | shared) if shared else entry
