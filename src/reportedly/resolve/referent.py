"""What a noun phrase stands for, and its record as a participant of a claim."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.document import Words
from reportedly.knowledge import Knowledge
from reportedly.knowledge.entries import Entry
from reportedly.language.parse import Token
from reportedly.records import Participant
from reportedly.spans import Span


@dataclass(frozen=True, slots=True)
class Referent:
    """What a noun phrase stands for. `span` is the words; `country` the state that it belongs to or acts for."""

    name: str
    span: Span
    head: Token
    kinds: frozenset[str] = frozenset()
    entry: Entry | None = None
    country: str | None = None
    sector: str | None = None
    person: bool = False
    plural: bool = False
    rule: str = "words"
    meant: Token | None = None  # of a pronoun, the head of what it stands for
    others: tuple[Token, ...] = ()  # of "the three", the heads of the rest


def participant(referent: Referent, text: str, knowledge: Knowledge) -> Participant:
    """The record of a referent as actor or recipient."""
    words = Words(referent.span.start, referent.span.end, text[referent.span.start : referent.span.end])
    country = referent.country
    country_name = knowledge.entries[f"state:{country}"].name if country and f"state:{country}" in knowledge.entries else None
    return Participant(referent.name, words, referent.entry.id if referent.entry else None, country, country_name, referent.sector)
