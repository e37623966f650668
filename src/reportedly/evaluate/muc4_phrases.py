"""The noun phrases of a report as MUC-4's keys write them: without article, number and hedge, a name without its titles."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from reportedly.codebooks.operators import voice_words
from reportedly.document import Words
from reportedly.find.kinds import kinds_of, noun_kinds
from reportedly.find.numbers import number_words
from reportedly.knowledge import Knowledge
from reportedly.language.parse import Parse, Token
from reportedly.language.spacy_parser import TOKENS_A_SENTENCE

NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})  # "the wounded", "the dead" too
# tags of what stands before a noun and says how many or which
COUNTING = frozenset({"CD", "DT", "PDT", "PRP$", "WDT", "JJR", "JJS", "RBR", "RBS", "IN"})
HOLLOW = frozenset(["office", "headquarters", "branch", "home", "residence", "embassy", "facility", "house", "building", "church", "bank", "store"])  # of whom, the task asks
ANY_WEAPON = frozenset(["weapon", "weaponry", "arm", "ammunition", "bullet", "shot", "shrapnel", "fire", "gunfire", "materiel", "round", "rock", "stone"])
SIZES = frozenset(["powerful", "strong", "large", "huge", "heavy", "high-powered", "big", "small"])
HEDGES = frozenset(["alleged", "suspected", "presumed", "supposed", "other", "many", "several", "more", "following", "so", "-", "called", "such", "same", "at", "or", "up", "approximately", "about"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a filler: its words without article and number, its head."""

    said: str
    head: Token
    kinds: frozenset[str]
    counted: bool
    person: bool = False

    @property
    def plural(self) -> bool:
        return self.head.tag in ("NNS", "NNPS")

    @property
    def named(self) -> bool:
        return self.person or self.head.pos == "PROPN" or bool(self.head.known)

    @property
    def adjective(self) -> bool:
        """"guerrilla attacks", "a rebel raid": a common noun that only says of what side."""
        return self.head.dep in ("compound", "amod", "nmod") and not self.named

    @property
    def indefinite(self) -> bool:
        return any(c.lower != "the" for c in self.head.all("det"))


def plain(text: str) -> str:
    """Lower case without punctuation and articles, as GRIT's scorer compares mentions."""
    bare = "".join(c for c in text.lower() if c not in string.punctuation)
    return " ".join(w for w in bare.split() if w not in ("a", "an", "the"))


def untitled(name: str) -> str:
    """A name without the titles before it: "general juan lopez" is "juan lopez"."""
    words = name.split()
    while len(words) > 1 and words[0] in voice_words().titles:
        words = words[1:]
    return " ".join(words)


def runs(tokens: list[Token], ent: str) -> Iterator[list[Token]]:
    """Each name of a type, as its tokens."""
    run: list[Token] = []
    for token in tokens:
        if run and (token.ent != ent or token.ent_first):
            yield run
            run = []
        if token.ent == ent:
            run.append(token)
    if run:
        yield run


def _breaks(token: Token) -> bool:
    """Whether a list of people is over: a verb, a pronoun, a preposition that is not within a description."""
    if token.pos in ("VERB", "AUX"):
        return token.dep != "amod"
    return token.pos in ("SCONJ", "PRON") or token.tag in ("WRB", "WDT") or (token.pos == "ADP" and token.lower not in ("of", "for"))


def _without_clauses(top: Token) -> list[Token]:
    """What "of" adds to a noun, without the clauses and the other names that hang on it."""
    out = [top]
    for child in top.children:
        if child.dep not in ("relcl", "acl", "appos", "punct", "cc", "conj"):
            out += _without_clauses(child)
    return out


class Phrases:
    """The phrases of a report by their place in it."""

    def __init__(self, parse: Parse, knowledge: Knowledge) -> None:
        self.text = parse.document.text
        self.flat = " ".join(self.text.split()).lower()
        self.tokens = list(parse.tokens())
        self.knowledge = knowledge
        self.people = sorted({untitled(plain(self.text[run[0].start : run[-1].end])) for run in runs(self.tokens, "PERSON")}, key=len, reverse=True)

    def full_name(self, name: str) -> str:
        """The fullest form of a person's name that the report has, without titles: the task asks for that one."""
        name = untitled(name)
        return next((full for full in self.people if f" {name} " in f" {full} "), name)

    def inside(self, words: Words) -> list[Token]:
        return [t for t in self.tokens if words.start <= t.start and t.end <= words.end]

    def head_of(self, words: Words) -> Token | None:
        """The token that the others of a phrase hang on."""
        inside = self.inside(words)
        return next((t for t in inside if t.head is t or t.head not in inside), None)

    def is_human(self, head: Token) -> bool:
        return bool(kinds_of(head, self.knowledge) & {"PERSON", "GROUP"})

    def is_thing(self, head: Token) -> bool:
        """A building, a vehicle, an embassy or bank: by a common noun, or a name of a building."""
        kinds = kinds_of(head, self.knowledge)
        return bool(kinds & {"FACILITY", "VEHICLE"}) or (head.pos == "NOUN" and bool(kinds & {"ORG", "STATE"}))

    def of(self, words: Words, name: str = "") -> Phrase | None:
        """The phrase at some words; of a pronoun, that of the name it stands for, if the report writes it."""
        inside, head = self.inside(words), self.head_of(words)
        if head is None:
            return None
        if head.pos == "PRON":
            at = self.text.lower().rfind(name.lower(), 0, words.start) if name and name.lower() != words.text.lower() else -1
            return self.of(Words(at, at + len(name), self.text[at : at + len(name)])) if at >= 0 else None
        if head.pos not in NOUNS:
            return None
        said, kinds = self._bare(inside, head), kinds_of(head, self.knowledge)
        person = head.ent == "PERSON" or (kinds == {"PERSON"} and name.istitle() and name.upper() != words.text.upper())
        if person and name and name.lower() in self.flat:
            said = name  # who is called by a title has a name elsewhere
        if person:
            said = self.full_name(plain(said))
        counted = any(t.tag == "CD" for t in head.children)
        return Phrase(plain(said), head, kinds, counted, person) if plain(said) else None

    def _bare(self, inside: list[Token], head: Token) -> str:
        """The words without what counts or hedges before the head; a person's name without what stands before it."""
        starts = number_words().starts
        person = head.ent == "PERSON" and head.pos == "PROPN"
        if head.pos == "PROPN" and not kinds_of(head, self.knowledge) & {"FACILITY", "ORG", "STATE", "ARMED"}:
            called = [n for n, t in enumerate(inside[:-1]) if t.i < head.i and "PERSON" in noun_kinds(t) and inside[n + 1].pos == "PROPN"]
            inside = inside[called[-1] + 1 :] if called else inside  # "radio announcer Diego Vargas"
        while inside[0] is not head and (
            inside[0].tag in COUNTING or inside[0].lower in starts or inside[0].lower in HEDGES or (person and inside[0].ent != "PERSON")
        ):
            inside = inside[1:]
        return self.text[inside[0].start : inside[-1].end]

    def counted(self, head: Token) -> str:
        """The number right before a phrase, with a blank behind it: who did it has no slot for how many."""
        number = next((c for c in head.all("nummod") if c.tag == "CD" and c.i < head.i), None)
        return f"{plain(number.text)} " if number is not None else ""

    def at(self, head: Token) -> Phrase:
        """The phrase that a noun heads: its compounds and adjectives, and what "of" adds to it."""
        inside = [head]
        for token in (t for t in reversed(self.sentence(head)) if t.i < head.i and t.dep in ("compound", "amod", "nmod", "poss", "case")):
            inside = [token, *inside] if token.head in inside else inside
        of = next((c for c in head.all("prep") if c.lower == "of" and c.i == head.i + 1), None)
        inside += sorted(_without_clauses(of), key=lambda t: t.i) if of and head.lemma in HOLLOW else []
        return Phrase(plain(self._bare(inside, head)), head, kinds_of(head, self.knowledge), any(t.tag == "CD" for t in head.children))

    def sentence(self, token: Token) -> list[Token]:
        return [t for t in self.tokens if t.i // TOKENS_A_SENTENCE == token.i // TOKENS_A_SENTENCE]

    def is_weapon(self, noun: Token) -> bool:
        """A kind of weapon; not what any weapon is or fires."""
        return (noun.pos in NOUNS and noun.lemma not in ANY_WEAPON) and "WEAPON" in noun_kinds(noun)

    def weapon(self, head: Token) -> str:
        """A weapon with its compounds ("car bomb"), and no other adjective or owner."""
        before = [c for c in head.children if c.dep in ("compound", "nmod", "amod", "nummod") and head.i - 4 < c.i < head.i and "ARMED" not in kinds_of(c, self.knowledge)]
        before = [c for c in before if c.lower not in HEDGES | SIZES and (c.dep != "nummod" or (not c.text.isalpha() and not c.text.isdigit()))]  # "81-mm mortars"
        start = min(t.start for t in (head, *before))
        while start and (self.text[start - 1].isalnum() or self.text[start - 1] in "-–"):
            start -= 1  # "medium-sized bombs": the parser cuts the word in two
        return plain(self.text[start : head.end])

    def without_bodies(self, words: Words) -> str:
        """"guerrillas" of "13 May Front guerrillas"; empty when no body's name stands before the head."""
        inside, head = self.inside(words), self.head_of(words)
        named = [t for t in inside if head is not None and t.i < head.i and self._names_body(t)]
        if head is None or not named or head in named or not named[0].dep.startswith(("compound", "nmod")):
            return ""
        return plain(self._bare([t for t in inside if t.i > named[-1].i], head))

    def listed(self, head: Token) -> Iterator[Token]:
        """The people named in one breath with somebody: "A, 42; B, the driver; and C", "two nurses, A and B"."""
        for token in self._in_one_breath(head):
            if token.ent == "PERSON" and token.dep not in ("pobj", "poss", "compound"):
                yield token

    def listed_things(self, head: Token) -> Iterator[Token]:
        """The buildings and vehicles behind another: "burned a mill, two shops and a bus"."""
        for token in self._in_one_breath(head):
            if token.i > head.i and token.dep in ("conj", "appos", "dobj") and self.is_thing(token):
                yield token

    def _in_one_breath(self, head: Token) -> Iterator[Token]:
        sentence = self.sentence(head)
        here = sentence.index(head)
        for way in (sentence[here + 1 :], sentence[:here][::-1]):
            yield from takewhile(lambda t: not _breaks(t), way)

    def groups(self) -> list[str]:
        """The armed groups that the report names, each by its first name in it."""
        found: dict[str, str] = {}
        for token in self.tokens:
            entry = self.knowledge.entries.get(token.known) if token.known else None
            if entry is not None and entry.kind == "group" and token.known not in found:
                run = [t for t in self.tokens if t.known == token.known and token.i <= t.i < token.i + 8]
                ends = next((n for n, t in enumerate(run) if n and (t.i - run[0].i > n + 1 or self._bracket(run[n - 1], t))), len(run))
                found[token.known] = plain(self.text[token.start : run[ends - 1].end])
        return list(found.values())

    def bodies_in(self, words: Words) -> Iterator[str]:
        """The named bodies inside a phrase: "members of the 13 May Front", "13 May Front guerrillas"."""
        run: list[Token] = []
        for token in [t for t in self.inside(words) if self._names_body(t)]:
            if run and (token.ent_first or token.i != run[-1].i + 1 or self._bracket(run[-1], token)):
                yield plain(self.text[run[0].start : run[-1].end])
                run = []
            run.append(token)
        if run:
            yield plain(self.text[run[0].start : run[-1].end])

    def _bracket(self, before: Token, token: Token) -> bool:
        """"Popular Army [PA]": the short form stands apart."""
        return any(c in "[(" for c in self.text[before.end : token.start])

    def _names_body(self, token: Token) -> bool:
        entry = self.knowledge.entries.get(token.known) if token.known else None
        return entry.kind in ("group", "organisation") if entry is not None else token.ent == "ORG" and token.pos in ("PROPN", "ADP", "CCONJ")
