"""What is known of actors: entries, offices with their holders, and the questions reading asks of them.

Nothing here picks one of many. A question with one answer gives it; a question with several gives all of them, or
None where the caller asked for one: "Congo" is two states and "Korean" two peoples until the report says more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from reportedly.errors import KnowledgeError
from reportedly.knowledge.files import in_force

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‑": "-", "–": "-"})


def plain(name: str) -> str:
    """A name with one kind of apostrophe, hyphen and space, its letters untouched."""
    return " ".join(name.translate(_APOSTROPHES).split())


@lru_cache(maxsize=65536)  # a holder's name is folded for each index it stands in
def folded(name: str) -> str:
    """A name as it is looked up where capitals do not matter."""
    return plain(name).casefold()


@dataclass(frozen=True, slots=True)
class Tenure:
    """One time in one office, or one role: "President" of RUS from 2012-05. `office` is the office's key or None."""

    title: str
    state: str | None
    valid_from: str | None
    valid_until: str | None
    office: str | None = None
    acting: bool = False

    def on(self, day: date | None) -> bool:
        """Whether it was held that day; an unknown day rules nothing out."""
        return day is None or in_force(day.isoformat(), self.valid_from, self.valid_until)


@dataclass(frozen=True, slots=True)
class Holder:
    name: str
    aliases: tuple[str, ...]
    valid_from: str | None
    valid_until: str | None
    person: str
    acting: bool = False

    def on(self, day: date | None) -> bool:
        """Whether this holder was in office that day; an unknown day rules nobody out."""
        return day is None or in_force(day.isoformat(), self.valid_from, self.valid_until)


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a state; `titles` holds `title` first and then what else it is called."""

    state: str
    office: str
    title: str
    titles: tuple[str, ...]
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor we know by name.

    `country` is where it belongs or is based; `acts_for` is a state only if it *is* that state or one of its organs:
    a newspaper of Moscow has the country RUS and acts for nobody. `detail` is the file's own kind ("ngo", "broadcaster").
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    ambiguous: frozenset[str] = frozenset()
    country: str | None = None
    acts_for: str | None = None
    sector: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    countries: tuple[str, ...] = ()
    part_of: str | None = None
    detail: str | None = None
    state_run: bool = False
    offices: tuple[Tenure, ...] = ()
    roles: tuple[Tenure, ...] = ()

    def case_matters(self, alias: str) -> bool:
        """Whether it is known only as written: "IS" and "US" are words in small letters, and an ambiguous name needs all the help it can get."""
        return alias.isupper() or alias in self.ambiguous

    def valid_on(self, day: date | None) -> bool:
        """Whether it existed that day; an unknown day rules nothing out."""
        return day is None or in_force(day.isoformat(), self.valid_from, self.valid_until)


type Index = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that point at states, each with the codes of every state it may mean."""

    adjectives: Index
    demonyms: Index
    metonyms: Index
    parts: Index
    capitals: Mapping[str, str] = field(default_factory=dict)  # by the state's code


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All entries, and the indexes over them. Made by `load_knowledge`."""

    entries: Mapping[str, Entry]
    offices: tuple[Office, ...]
    nouns: Mapping[str, str]
    words: Words
    _exact: Index
    _folded: Index
    _surnames: Index
    _by_office: Mapping[tuple[str, str], tuple[Office, ...]]
    _by_title: Mapping[str, tuple[Office, ...]]

    def by_alias(self, name: str) -> tuple[Entry, ...]:
        """Every entry of that name. Capitals matter for "IS" and for ambiguous aliases; a leading "the" does not."""
        found = self._named(name)
        return found or (self._named(name[4:]) if name[:4].casefold() == "the " else ())

    def _named(self, name: str) -> tuple[Entry, ...]:
        ids = self._exact.get(plain(name), ()) + self._folded.get(folded(name), ())
        return self._entries(tuple(dict.fromkeys(ids)))

    def _entries(self, ids: tuple[str, ...]) -> tuple[Entry, ...]:
        return tuple(self.entries[each] for each in ids)

    def aliases(self) -> Iterator[tuple[str, Entry]]:
        """Every alias with its entry: what an entity ruler is built from."""
        return ((alias, entry) for entry in self.entries.values() for alias in entry.aliases)

    def adjective(self, word: str) -> str | None:
        """The state of "Syrian"; None for what is no such adjective, or belongs to more than one state."""
        return _only(self.adjective_candidates(word))

    def adjective_candidates(self, word: str) -> tuple[str, ...]:
        """Every state of an adjective: "Congolese" gives COG and COD."""
        return _states(self.words.adjectives, word)

    def demonym(self, word: str) -> str | None:
        """The state of "Syrians"; None where unknown or shared."""
        return _only(_states(self.words.demonyms, word))

    def metonym(self, word: str) -> str | None:
        """The state whose government "Damascus" stands for in news; None where unknown or shared."""
        return _only(_states(self.words.metonyms, word))

    def part(self, word: str) -> str | None:
        """The state that a nation or region within it belongs to: "Scotland" gives GBR."""
        return _only(_states(self.words.parts, word))

    def state(self, iso: str) -> Entry:
        """The state of an ISO 3166-1 alpha-3 code."""
        try:
            return self.entries[f"state:{iso}"]
        except KeyError:
            hint = "Codes are ISO 3166-1 alpha-3, such as SYR; actors/states.yaml lists them."
            raise KnowledgeError(f"no state has the code {iso!r}", hint=hint) from None

    def sector_of_noun(self, lemma_phrase: str) -> str | None:
        """The sector of a noun phrase by the longest head noun it ends in: "russian foreign minister" is GOV."""
        tail = folded(lemma_phrase)
        while tail and tail not in self.nouns:
            tail = tail.partition(" ")[2]
        return self.nouns.get(tail)

    def holders(self, state: str, office: str, on: date | None) -> tuple[Entry, ...]:
        """Who held an office that day, both of them in a month of handover; with no day, all who ever held it."""
        offices = self._by_office.get((state, office), ())
        people = (holder.person for each in offices for holder in each.holders if holder.on(on))
        return self._entries(tuple(dict.fromkeys(people)))

    def offices_titled(self, title: str, state: str | None = None) -> tuple[Office, ...]:
        """Every office of that title, "President" or "Foreign Minister", of one state or of all."""
        return tuple(each for each in self._by_title.get(folded(title), ()) if state in (None, each.state))

    def people_by_surname(self, surname: str) -> tuple[Entry, ...]:
        """Every person whom the news may call so: "Assad", "Xi", "von der Leyen"."""
        return self._entries(self._surnames.get(folded(surname), ()))


def _only(states: tuple[str, ...]) -> str | None:
    return states[0] if len(states) == 1 else None


def _states(index: Index, word: str) -> tuple[str, ...]:
    return index.get(plain(word), ())
