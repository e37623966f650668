"""A place as a sentence names it: what finding hands to resolving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.language.parse import Token
from reportedly.spans import Span

if TYPE_CHECKING:  # the gazetteer is handed in: finding does not depend on resolving
    from reportedly.resolve.gazetteer import Toponym


@dataclass(frozen=True, slots=True, eq=False)
class PlaceMention:
    """A place where a sentence names it. Two mentions are never equal: each is a key of its own.

    `name` is the bare name ("Syria"), `span` and `text` the words ("northern Syria", "Idlib province").
    `head` is the name's own top word, `anchor` the word by which the phrase hangs in the sentence ("city" in "the city
    of Latakia"). `candidates` are what the gazetteer has, the likeliest first. `type` is the parser's name type.
    """

    first: Token
    last: Token
    head: Token
    anchor: Token
    span: Span
    text: str
    name: str
    candidates: tuple[Toponym, ...]
    inside: tuple[Toponym, ...] = ()  # of "Mosul University", what "Mosul" may be
    type: str = ""
    locative: Token | None = None  # the preposition or verb that makes it a place: "in", "captured"
    metonym: bool = False  # it stands for a government: "Moscow said"
    dateline: bool = False  # "DAMASCUS, Syria (AP) —": where the reporter sat
    cue: str = ""  # what a noun beside it says it is: "admin1 admin2 town river sea region country facility"
    direction: str = ""  # "northern"
    near: bool = False  # "near", "outside": not the place itself
    distance_km: float | None = None  # "12 miles north of"
    bearing: float | None = None  # degrees clockwise from north
    offshore: bool = False  # "off the coast of"
    other: PlaceMention | None = None  # the far end of "between X and Y", "the X–Y road"; `text` is then the whole
    states: tuple[str, ...] = ()  # ISO codes of "the Syrian city of"
    parent: PlaceMention | None = None  # "Hama" of "Kafr Zita in Hama province"


@dataclass(slots=True)
class Draft:
    """A name being looked at: the tokens `[start, end)` of its sentence."""

    start: int
    end: int
    name: str
    candidates: tuple[Toponym, ...]
    type: str
    inside: tuple[Toponym, ...] = ()


def words(tokens: Sequence[Token], start: int, end: int) -> str:
    """Tokens `[start, end)` as written, any gap between two of them as one space."""
    parts = [tokens[start].text]
    for before, token in zip(tokens[start : end - 1], tokens[start + 1 : end], strict=True):
        parts.append(token.text if token.start == before.end else f" {token.text}")
    return "".join(parts)
