"""The people a report names: full names by surname, with the office, state and sector that the report gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.codebooks.operators import voice_words
from reportedly.knowledge import Knowledge
from reportedly.knowledge.entries import Entry
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.resolve import genders
from reportedly.resolve.offices import NOT_NOW

ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "mr", "ms", "mrs", "dr"})
LOCATIVE = frozenset({"in", "near", "outside", "around"})
TRUSTING = frozenset({"confidence", "trust", "faith", "belief", "believe", "interest", "interested"})


@dataclass(slots=True)
class Person:
    """A person of the report. `name` is the fullest form that the report gives."""

    name: str
    first: int
    entry: Entry | None = None
    country: str | None = None
    titles: frozenset[str] = frozenset()
    body: Entry | None = None  # the organisation that stands before the name: "Arab League Secretary General X"
    styled: frozenset[str] = frozenset()  # every word that stands before or beside the name: "foreign", "secretary"
    of: frozenset[str] = frozenset()  # what the office is of: "tolve" of "the mayor of Tolve, X"
    speaks: bool = False  # whether the report has words of theirs

    @property
    def gender(self) -> str | None:
        """As far as a title or a word beside the name tells, or the first name."""
        return next((g for g in map(genders.of_word, sorted(self.titles)) if g), None) or genders.of_name(self.name)


class People:
    """Every person named in a report, found by any form of the name."""

    def __init__(self, parse: Parse, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.day: date | None = parse.document.published
        self.by_surname: dict[str, Person] = {}
        self.order: list[Person] = []
        self._words: set[str] = set()  # of all names, for a quick no
        self._titles = voice_words().titles
        for name, tokens in _names(parse, self._titles):
            self._add(name, tokens)

    def _add(self, name: list[str], tokens: list[Token]) -> None:
        surname = name[-1].lower()
        person = self.named(name)
        titles, country, body = self._described(tokens)
        around = _around(tokens)
        if person is None:
            person = Person(_joined(name), tokens[0].i)
            self.order.append(person)
        elif len(name) > len(person.name.split()):
            person.name = _joined(name)
        for part in {surname, _bare(surname), *_family_first(name)}:
            self.by_surname.setdefault(part, person)
        self._words |= {w.lower() for w in name}
        person.titles |= titles
        person.styled |= {t.lower for t in around}
        person.of |= {p.lower for t in around for c in t.all("prep") for p in c.all("pobj")}
        person.speaks |= _speaks(tokens[-1])
        person.country = person.country or country
        person.body = person.body or body
        if person.entry is None:
            person.entry = self._known(person)
            if person.entry is not None:
                person.country = person.country or person.entry.country

    def _known(self, person: Person) -> Entry | None:
        if " " in person.name:
            found = self.knowledge.by_alias(person.name)
        else:
            found = tuple(e for e in self.knowledge.people_by_surname(person.name) if any(t.on(self.day) for t in e.offices))
        found = tuple(e for e in found if e.kind == "person")
        return found[0] if len(found) == 1 else None

    def _described(self, tokens: list[Token]) -> tuple[frozenset[str], str | None, Entry | None]:
        """The titles, the state and the organisation that stand before the name, or beside it in an apposition."""
        around = _around(tokens)
        own = [t for t in around if t.dep != "poss" and t.head.dep != "poss"]  # "the president's lawyer X" is no president
        beside = tokens[-1].head if tokens[-1].dep == "appos" and tokens[-1].head.pos == "NOUN" else None  # "the surgeon, X"
        titles = frozenset(_ranked(t, own) for t in own if t.lower.rstrip(".") in self._titles or t.dep == "appos" or t is beside)
        country = next((c for c in map(self._state, around) if c), None)
        known = (self.knowledge.entries.get(t.known) for t in around if t.known)
        body = next((e for e in known if e is not None and e.kind == "organisation"), None)
        return titles, country, body

    def _state(self, token: Token) -> str | None:
        entry = self.knowledge.entries.get(token.known) if token.known else None
        if entry is not None:
            return entry.acts_for
        return self.knowledge.adjective(token.text)

    def named(self, words: list[str]) -> Person | None:
        """The person of a name in any form: "Putin", "Mr Putin", "Vladimir Putin"; "Soto" for "Juan Soto Lara", but not "Ana Soto" for "Juan Soto"."""
        while len(words) > 1 and words[0].lower().rstrip(".") in self._titles:
            words = words[1:]
        if not words:
            return None
        first = self.by_surname.get(words[-1].lower()) or self.by_surname.get(_bare(words[-1].lower()))
        if first is not None and _may_be(words, first.name.split()):
            return first
        if first is None and len(words) == 1 and (called := self._by_first_name(words[0])) is not None:
            return called
        if not any(w.lower() in self._words for w in words):
            return None
        return next((p for p in self.order if _is_same(words, p.name.split())), None)

    def _by_first_name(self, word: str) -> Person | None:
        """"Rita" for "Rita Holt", where one person alone has that first name and it is known as one."""
        bearers = [p for p in self.order if p.name.split()[0].lower() == word.lower()]
        return bearers[0] if len(bearers) == 1 and genders.of_name(bearers[0].name) is not None else None

    def titled(self, title: str, before: int, of: str = "") -> Person | None:
        """The last person before a place in the text who holds a title, by the report or by public record. `of` is the word before
        the title: "the foreign secretary" is first of all one who was called foreign secretary."""
        holders = [p for p in reversed(self.order) if p.first < before and self.has_title(p, title)]
        return next((p for p in holders if of in p.styled), next(iter(holders), None))

    def only_holder(self, title: str, of: str = "") -> Person | None:
        """The one person of the report, before or behind, to whom the report gives an office: "the prefect" of "Rui Melo, the prefect".
        Nobody where another word beside it says that it may be another's: "the former minister", "the foreign minister"."""
        holders = [p for p in self.order if title in p.titles]
        if len(holders) != 1 or (of in NOT_NOW and of not in holders[0].styled):
            return None
        beside = {w for w in holders[0].styled if w[0].isalpha()} - {w.lower() for w in holders[0].name.split()} - ARTICLES - holders[0].titles
        return holders[0] if (of in beside if of and beside else not beside & NOT_NOW) else None

    def only_so_called(self, word: str, before: int) -> Person | None:
        """The one person named before a place whose office makes them "the official", "the officer"."""
        offices = hypernyms().get(word, frozenset())
        holders = [p for p in self.order if offices & p.titles] if offices else []
        return holders[0] if len(holders) == 1 and holders[0].first < before else None

    def has_title(self, person: Person, title: str) -> bool:
        return title in person.titles or self._holds(person, title)

    def _holds(self, person: Person, title: str) -> bool:
        return person.entry is not None and any(title in t.title.lower().split() or t.title.lower() == title for t in person.entry.offices if t.on(self.day))


@lru_cache(maxsize=1)
def hypernyms() -> dict[str, frozenset[str]]:
    """What may be said of the holders of which offices, by `hypernyms.yaml`."""
    return {word: frozenset(offices) for word, offices in load_data("hypernyms.yaml")["words"].items()}


def _ranked(title: Token, around: list[Token]) -> str:
    """"president", but "vice-president" of "Vice President X"."""
    word = title.lower.rstrip(".")
    return f"vice-{word}" if any(t.lower in ("vice", "deputy") and t.i == title.i - 1 for t in around) else word


def _around(tokens: list[Token]) -> list[Token]:
    """What stands before a name, or beside it in an apposition."""
    head = tokens[-1]
    around = [t for t in head.subtree() if t.i < head.i and t.dep in ("compound", "amod", "poss", "nmod")]
    beside = [head.head] if head.dep == "appos" else head.all("appos")
    return around + [t for b in beside for t in [b, *b.children] if t not in tokens]


def _speaks(name: Token) -> bool:
    """"Ann Lee said", "the mayor, Ann Lee, told": not who is only spoken of."""
    noun = name.head if name.dep == "appos" else name
    return noun.dep == "nsubj" and noun.head.lemma in voice_words().verbs


def _may_be(words: list[str], name: list[str]) -> bool:
    """Whether two names with one surname may be one person's: not when each has a first name that the other lacks."""
    if len(words) == 1 or len(name) == 1:
        return True
    given = [{w.lower().rstrip(".") for w in n[:-1]} for n in (words, name)]
    return bool(given[0] & given[1]) or any(a[0] == b[0] and 1 in (len(a), len(b)) for a in given[0] for b in given[1])


def _is_same(words: list[str], name: list[str]) -> bool:
    return [w.lower() for w in words] == [w.lower() for w in name] or _is_part(words, name) or _is_part(name, words)


def _is_part(words: list[str], name: list[str]) -> bool:
    """"Soto" and "Juan Soto" of "Juan Soto Lara": some of its words in their order, but not the first alone."""
    if len(words) >= len(name) or (len(words) == 1 and words[0].lower() == name[0].lower()):
        return False
    rest = iter(w.lower() for w in name)
    return len(name) > 2 and all(w.lower() in rest for w in words)


def _joined(name: list[str]) -> str:
    """The words of a name as the report writes them: "Zeid Ra'ad al-Hussein"."""
    return " ".join(name).replace(" - ", "-").replace(" ’ ", "’").replace(" ' ", "'")


def _family_first(name: list[str]) -> list[str]:
    """"park" of "Park Geun-hye": where the given name has a hyphen and a small letter behind it, the family's stands first."""
    joined = _joined(name).split()
    given = joined[-1].partition("-")
    return [joined[0].lower()] if len(joined) == 2 and given[2][:1].islower() and "-" not in joined[0] else []


def _bare(surname: str) -> str:
    """al-Assad and Assad, el-Sisi and Sisi."""
    for prefix in ("al-", "el-", "as-", "ar-", "an-"):
        if surname.startswith(prefix):
            return surname[len(prefix) :]
    return surname


def _names(parse: Parse, titles: frozenset[str]) -> list[tuple[list[str], list[Token]]]:
    """Each person's name in the order of the text, as words without titles.

    A name that only ever stands where a place stands ("near Ayn Isa", "in Lisey") is nobody's.
    """
    named = [kept for sentence in parse.sentences for run in _runs(sentence) if (kept := _without_titles(run, titles))]
    elsewhere = {kept[-1].lower for kept in named if not _is_located(kept)}
    return [([t.text for t in kept], kept) for kept in named if kept[-1].lower in elsewhere]


def _runs(sentence: Sentence) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in sentence.tokens:
        if run and (token.ent != "PERSON" or token.ent_first):
            yield run
            run = []
        if token.ent == "PERSON":
            run.append(token)
    if run:
        yield run


def _without_titles(run: list[Token], titles: frozenset[str]) -> list[Token]:
    kept = [t for t in run if t.pos != "PART" and t.text not in ("'s", "’s")]
    while kept and kept[0].lower.rstrip(".") in titles:
        kept = kept[1:]
    hyphened = len(kept) > 2 and kept[-2].text in ("-", "–") and kept[-3].text[0].isupper()  # "Park Geun-hye"
    return kept if kept and (kept[-1].text[0].isupper() or hyphened) else []


def _is_located(name: list[Token]) -> bool:
    """"near Ayn Isa"; not "near Isa's house", nor "confidence in Isa"."""
    last = name[-1]
    while last.dep == "conj" and last.head.ent == "PERSON":
        last = last.head
    prep = last.head
    if last.dep != "pobj" or prep.lower not in LOCATIVE or prep.head.lemma in TRUSTING:
        return False
    return not any(t.tag == "POS" for t in last.children)
