"""What each key of the knowledge files may hold: rules for values, and a schema for each kind of row.

A rule says what is allowed instead of a wrong value, since that is what the one who wrote it needs to hear. Codes of
states are ISO 3166-1 and 3166-3 as pycountry has them, and XKX for Kosovo; sectors are PLOVER's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reportedly.knowledge.files import DATE_FORM, date_text

type Rule = Callable[[object], str | None]
"""Given a value, what is allowed instead, or None where the value is right."""

SECTORS = frozenset(
    {"AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "ENV", "GOV", "HLT", "HRI", "IGO", "JRN", "JUD", "LAB", "LEG", "MIL", "NGO", "OPP", "PTY", "REB", "REF", "REL", "SPY", "UAF"}
)  # fmt: skip
REGIONS = frozenset(
    {"africa", "asia", "caribbean", "central_america", "europe", "middle_east", "north_america", "oceania", "south_america"}
)  # fmt: skip
OUTLET_KINDS = frozenset({"agency", "newspaper", "broadcaster", "website", "magazine"})
BODY_KINDS = frozenset({"intergovernmental", "ngo", "monitor", "court", "media_monitor", "company", "other"})


def text(value: object) -> str | None:
    return None if isinstance(value, str) and value.strip() else 'allowed: a text that is not empty; quote words such as "No"'


def flag(value: object) -> str | None:
    return None if isinstance(value, bool) else "allowed: true, false"


def day(value: object) -> str | None:
    form = date_text(value)
    return None if form is None or DATE_FORM.fullmatch(form) else 'allowed: "YYYY", "YYYY-MM", "YYYY-MM-DD" or null'


@cache
def iso_codes() -> frozenset[str]:
    """Every alpha-3 code of a state that is or was."""
    import pycountry

    return frozenset(each.alpha_3 for group in (pycountry.countries, pycountry.historic_countries) for each in group) | {"XKX"}


def iso(value: object) -> str | None:
    return (
        None if value in iso_codes() else "allowed: an ISO 3166-1 alpha-3 code such as SYR, a withdrawn one such as SUN, or XKX"
    )


def one_of(allowed: frozenset[str]) -> Rule:
    return lambda value: None if value in allowed else f"allowed: {' '.join(sorted(allowed))}"


def form(pattern: str, told: str) -> Rule:
    return lambda value: None if isinstance(value, str) and re.fullmatch(pattern, value) else f"allowed: {told}"


def many(rule: Rule) -> Rule:
    def listed(value: object) -> str | None:
        if not isinstance(value, list):
            return "allowed: a list in [brackets]"
        wrong = next((each for each in value if rule(each)), None)
        return f"{wrong!r} in the list; {rule(wrong)}" if any(rule(each) for each in value) else None

    return listed


def maybe(rule: Rule) -> Rule:
    return lambda value: None if value is None else rule(value)


def ident(prefix: str) -> Rule:
    return form(rf"{prefix}:[a-z0-9]+(-[a-z0-9]+)*", f"{prefix}:words-with-hyphens, in small letters")


def country(value: object) -> str | None:
    """One code, a list of them, or nothing."""
    return many(iso)(value) if isinstance(value, list) else maybe(iso)(value)


def rows_of(value: object) -> str | None:
    """A list of entries of their own; each is checked by its own schema."""
    good = isinstance(value, list) and all(isinstance(each, dict) for each in value)
    return None if good else "allowed: a list of {name: ..., from: ..., until: ...}"


_sector = one_of(SECTORS)
_names = many(text)
_dated: dict[str, Rule] = {"from": day, "until": day}
_named: dict[str, Rule] = {"name": text, "aliases": _names, "ambiguous": _names}

# section -> key -> rule; a key that is not here is unknown
SCHEMAS: dict[str, dict[str, Rule]] = {
    "state": {
        "id": form(r"state:[A-Z]{3}", "state: and the code, such as state:SYR"), "iso": iso, "name": text, "names": _names,
        "ambiguous": _names, "adjectives": _names, "demonyms": _names, "capital": maybe(text), "metonyms": _names, "parts": _names,
        "part_adjectives": _names, "region": one_of(REGIONS), **_dated,
    },
    "body": {"id": ident("body"), **_named, "state": iso, "sector": _sector, **_dated},
    "pattern": {"head": _names, "sector": _sector},
    "group": {"id": ident("group"), **_named, "country": country, "sector": _sector, "part_of": maybe(text), **_dated},
    "organisation": {"id": ident("org"), **_named, "kind": one_of(BODY_KINDS), "sector": _sector, "country": country,
                     "part_of": maybe(text), **_dated},
    "outlet": {"id": ident("outlet"), **_named, "kind": one_of(OUTLET_KINDS), "country": country, "state_run": flag,
               "sector": maybe(_sector), **_dated},
    "person": {"id": ident("person"), **_named, "country": country, "sector": maybe(_sector), "roles": rows_of, **_dated},
    "office": {"state": iso, "office": form(r"[a-z]+(_[a-z]+)*", "words_with_underscores"), "title": text, "also_titles": _names,
               "holders": rows_of, "shared": flag},
    "holder": {**_named, "acting": flag, **_dated},
    "role": {"role": text, **_dated},
}  # fmt: skip

# what must be given
REQUIRED: dict[str, frozenset[str]] = {
    "state": frozenset({"id", "iso", "name", "adjectives", "region"}),
    "body": frozenset({"id", "name", "state", "sector"}),
    "pattern": frozenset({"head", "sector"}),
    "group": frozenset({"id", "name", "country", "sector"}),
    "organisation": frozenset({"id", "name", "kind", "sector"}),
    "outlet": frozenset({"id", "name", "kind"}),
    "person": frozenset({"id", "name"}),
    "office": frozenset({"state", "office", "title", "holders"}),
    "holder": frozenset({"name"}),
    "role": frozenset({"role"}),
}

# keys that hold rows of their own, and which schema those follow
INNER = {"holders": "holder", "roles": "role"}
