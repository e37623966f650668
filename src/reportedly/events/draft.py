"""An event on its way to a claim."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.attribute.path import Path
from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.language.parse import Sentence, Token


@dataclass(slots=True, eq=False)
class Draft:
    """An event on its way to a claim."""

    trigger: Trigger
    sentence: Sentence
    roles: Roles
    path: Path
    number: Token | None = None  # told once for each of several numbers, by the voice of each, or for each of several days: its own
    others: frozenset[Token] = frozenset()  # the numbers of other voices, the words of other days
