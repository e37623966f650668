"""Who "Turkey's foreign minister" is: a title and a state give the one who held the office on the day of the report.

Only a bare title is looked up, never a former, future or acting one, and only with a publication date; when the record
knows nobody, or two in a month of handover, the words stay as they are.
"""

from __future__ import annotations

from datetime import date

from reportedly.knowledge import Knowledge
from reportedly.knowledge.entries import Entry
from reportedly.language.parse import Token

HEADS = frozenset({"president", "minister", "premier", "king", "queen", "emir", "sultan", "secretary", "chancellor", "leader"})
NOT_NOW = frozenset({"former", "then", "ex", "late", "next", "new", "future", "acting", "deputy", "vice", "assistant", "incoming", "outgoing", "past", "first"})


def is_office(noun: Token) -> bool:
    """Whether a noun may be the title of the one holder of a state's office."""
    return noun.lemma in HEADS and noun.tag in ("NN", "NNP") and not any(c.lower in NOT_NOW for c in noun.children)


def title_of(noun: Token, knowledge: Knowledge) -> str:
    """The title without the state: "Turkish foreign minister" → "foreign minister", "secretary of state"."""
    before = [c for c in noun.children if c.i < noun.i and c.dep in ("compound", "amod", "nmod")]
    words = [c.lower for c in sorted(before, key=lambda c: c.i) if not c.known and not knowledge.adjective(c.text)]
    of = [f"of {p.lower}" for c in noun.all("prep") if c.lower == "of" for p in c.all("pobj") if p.lower in ("state", "defense", "defence", "war")]
    return " ".join([*words, noun.lower, *of])


def holder(title: str, state: str, on: date | None, knowledge: Knowledge) -> Entry | None:
    """The one person who held that office of that state that day; None when unknown, or shared."""
    if on is None:
        return None
    offices = knowledge.offices_titled(title, state)
    people = dict.fromkeys(h.person for office in offices for h in office.holders if h.on(on))
    return knowledge.entries[next(iter(people))] if len(people) == 1 else None
