"""The words that decide in which role a figure stands (`codebooks/figures.yaml`), ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportedly.codebooks.data import load_data
from reportedly.terms import FigureRole

type Roles = dict[str, FigureRole]


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Word → role tables. Idioms are the words that must stand under a verb, by its lemma: {"take": {"hostage": DETAINED}}."""

    objects: Roles
    subjects: Roles
    object_idioms: dict[str, Roles]
    subject_idioms: dict[str, Roles]
    adjectives: Roles
    nouns: Roles
    things: Roles
    lists: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def role_words() -> RoleWords:
    """The tables of `figures.yaml`, read once."""
    data: dict[str, Any] = load_data("figures.yaml")
    verbs, idioms = data["verbs"].items(), data["idioms"].items()
    return RoleWords(
        {w: FigureRole(role) for role, sides in verbs for w in sides["object"]},
        {w: FigureRole(role) for role, sides in verbs for w in sides["subject"]},
        _idioms((phrase, role) for role, sides in idioms for phrase in sides["object"]),
        _idioms((phrase, role) for role, sides in idioms for phrase in sides["subject"]),
        {w: FigureRole(role) for role, words in data["adjectives"].items() for w in words},
        {w: FigureRole(role) for role, words in data["nouns"].items() for w in words},
        {w: FigureRole(role) for role in ("targets", "forces", "weapons") for w in data[role]},
        {name: frozenset(words) for name, words in data["lists"].items()},
    )


def _idioms(rows: Any) -> dict[str, Roles]:
    out: dict[str, Roles] = {}
    for phrase, role in rows:
        verb, rest = phrase.split(" ", 1)
        out.setdefault(verb, {})[rest] = FigureRole(role)
    return out
