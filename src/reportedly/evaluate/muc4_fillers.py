"""From the claims of a reading to MUC-4's slots: who did it, to whom, to what, with what, how many, with what effect, how far.

A report's incidents are its claims of ASSAULT; what they tell is joined, since one report tells one deed many times. Left out
is what the task calls irrelevant (TASKDOC, section 1): combat, harm to none but an armed side, deeds that are not told as facts,
attempts or threats, and those that the report dates more than two months back.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from reportedly.codebooks.crosswalk import FORCE, STATE
from reportedly.codebooks.data import load_data
from reportedly.find.kinds import is_human, kinds_of
from reportedly.find.numbers import number_words
from reportedly.knowledge import Knowledge
from reportedly.language.parse import Parse, Token
from reportedly.read import Tools, reading_of
from reportedly.records import Claim, FigureRole, Participant, Status, Words
from reportedly.spans import Span

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
STAGES = {Status.OCCURRED: "ACCOMPLISHED", Status.ONGOING: "ACCOMPLISHED", Status.THREATENED: "THREATENED"}
COMBAT = frozenset({"clash", "invade"})
DEADLY = frozenset({"kill", "assassinate", "execute", "massacre"})
ON_THINGS = frozenset({"destroy", "explosives", "heavy-weapons", "aerial"})
EFFECTS = {FigureRole.KILLED: "DEATH", FigureRole.INJURED: "INJURY"}
RECENT = timedelta(days=62)
NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})  # "the wounded", "the dead" too
# tags of what stands before a noun and says how many or which
COUNTING = frozenset({"CD", "DT", "PDT", "PRP$", "WDT", "JJR", "JJS", "RBR", "RBS", "RB", "IN"})
AFTER = re.compile(r" (?:of|in|on|at|from|for|with|by|who|that|which|where|wearing) ")

type Ways = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A filler: the ways to name it, and of human targets their numbers and what happened to them, each written in some way."""

    ways: Ways
    optional: bool = False
    named: bool = False
    numbers: frozenset[Ways] = frozenset()
    effects: frozenset[Ways] = frozenset()

    @property
    def heads(self) -> frozenset[str]:
        """The head noun of each way: the last word before what follows the noun."""
        return frozenset(AFTER.split(way)[0].split()[-1] for way in self.ways if way.split())


@dataclass(slots=True)
class Fillers:
    """What a report's incidents come to: the stages they reached, and entities by role."""

    stages: set[str] = field(default_factory=set)
    entities: dict[str, list[Entity]] = field(default_factory=lambda: {role: [] for role in ROLES})

    def add(self, role: str, new: Entity) -> None:
        """A new entity, or more about one with the same head noun."""
        kept = self.entities[role]
        for n, old in enumerate(kept):
            if old.heads & new.heads:
                named, numbers = old.named or new.named, old.numbers or new.numbers
                kept[n] = replace(old, named=named, numbers=numbers, effects=old.effects | new.effects)
                return
        kept.append(new)


def plain(text: str) -> str:
    """Lower case without punctuation and articles, as GRIT's scorer compares mentions."""
    bare = "".join(c for c in text.lower() if c not in string.punctuation)
    return " ".join(w for w in bare.split() if w not in ("a", "an", "the"))


def fillers(parse: Parse, tools: Tools) -> Fillers:
    """The slots of a report, from its reading."""
    phrases = Phrases(parse, tools.knowledge)
    out = Fillers()
    for claim in reading_of(parse, tools):
        stage = stage_of(claim)
        if stage and _is_relevant(claim):
            out.stages.add(stage)
            for role, entity in _told(claim, phrases):
                out.add(role, entity)
    return out


def stage_of(claim: Claim) -> str | None:
    """How far the deed went; None for what is denied, asked for, planned or only possible."""
    return "ATTEMPTED" if any(step.rule in _attempts() for step in claim.trace) else STAGES.get(claim.status)


@lru_cache(maxsize=1)
def _attempts() -> frozenset[str]:
    """The rules that read "tried to", "an attempt on": their status is "possible", since the outcome is untold."""
    return frozenset(f"status.{row['id']}" for row in load_data("operators.yaml")["operators"] if row["status"] == "attempt")


def _is_relevant(claim: Claim) -> bool:
    if claim.event.type != "ASSAULT" or claim.event.mode in COMBAT:
        return False
    if claim.recipients and all(p.sector in FORCE for p in claim.recipients):
        return False
    end = claim.time.end if claim.time else None
    published = claim.document.published
    return end is None or published is None or date.fromisoformat(end[:10]) >= published - RECENT


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a filler: its words without article and number, its head."""

    said: str
    head: Token
    kinds: frozenset[str]
    counted: bool

    @property
    def plural(self) -> bool:
        return self.head.tag in ("NNS", "NNPS")

    @property
    def named(self) -> bool:
        return self.head.pos == "PROPN"

    @property
    def indefinite(self) -> bool:
        return any(c.lower != "the" for c in self.head.all("det"))


class Phrases:
    """The phrases of a report by their place in it."""

    def __init__(self, parse: Parse, knowledge: Knowledge) -> None:
        self.text = parse.document.text
        self.tokens = list(parse.tokens())
        self.knowledge = knowledge

    def of(self, words: Words, name: str = "") -> Phrase | None:
        """The phrase at some words; of a pronoun, that of the name it stands for, if the report writes it."""
        inside = [t for t in self.tokens if words.start <= t.start and t.end <= words.end]
        head = next((t for t in inside if t.head is t or t.head not in inside), None)
        if head is None:
            return None
        if head.pos == "PRON":
            at = self.text.lower().rfind(name.lower(), 0, words.start) if name and name.lower() != words.text.lower() else -1
            return self.of(Words(at, at + len(name), self.text[at : at + len(name)])) if at >= 0 else None
        if head.pos not in NOUNS:
            return None
        starts = number_words().starts
        while inside[0] is not head and (inside[0].tag in COUNTING or inside[0].lower in starts):
            inside = inside[1:]
        said = self.text[inside[0].start : inside[-1].end]
        if name and head.ent == "PERSON" and name.lower() in self.text.lower():
            said = name
        counted = any(t.tag == "CD" for t in head.children)
        return Phrase(plain(said), head, kinds_of(head, self.knowledge), counted) if plain(said) else None

    def bodies_in(self, words: Words) -> Iterator[str]:
        """The named bodies inside a phrase: "members of the 13 May Front", "13 May Front guerrillas"."""
        run: list[Token] = []
        for token in [t for t in self.tokens if words.start <= t.start and t.end <= words.end and self._names_body(t)]:
            if run and (token.ent_first or token.i != run[-1].i + 1):
                yield plain(self.text[run[0].start : run[-1].end])
                run = []
            run.append(token)
        if run:
            yield plain(self.text[run[0].start : run[-1].end])

    def _names_body(self, token: Token) -> bool:
        entry = self.knowledge.entries.get(token.known) if token.known else None
        return entry.kind in ("group", "organisation") if entry is not None else token.ent == "ORG"


def _told(claim: Claim, phrases: Phrases) -> Iterator[tuple[str, Entity]]:
    for actor in claim.actors:
        yield from _perpetrator(actor, phrases)
    for recipient in claim.recipients:
        yield from _target(recipient, claim, phrases)
    for means in claim.means:
        if phrase := phrases.of(means.words):
            yield "Weapon", Entity((phrase.said,))


def _perpetrator(actor: Participant, phrases: Phrases) -> Iterator[tuple[str, Entity]]:
    phrase = phrases.of(actor.words, actor.name)
    if phrase is None or "PLACE" in phrase.kinds:
        return
    if "WEAPON" in phrase.kinds:
        yield "Weapon", Entity((phrase.said,))
    elif _is_body(phrase, actor):
        yield "PerpOrg", Entity((phrase.said,))
    elif is_human(phrase.kinds) or not phrase.kinds:
        yield "PerpInd", Entity((phrase.said,))
        yield from (("PerpOrg", Entity((name,))) for name in phrases.bodies_in(actor.words))


def _is_body(phrase: Phrase, actor: Participant) -> bool:
    """An organisation: a body by its name, or an arm of the state as a whole ("the army"), not its people ("a policeman")."""
    if phrase.named and phrase.kinds & {"ARMED", "ORG"}:
        return True
    if "PERSON" in phrase.kinds or phrase.plural or phrase.indefinite:
        return False
    return phrase.named or "STATE" in phrase.kinds or actor.sector in STATE


def _target(recipient: Participant, claim: Claim, phrases: Phrases) -> Iterator[tuple[str, Entity]]:
    phrase = phrases.of(recipient.words, recipient.name)
    if phrase is None or "PLACE" in phrase.kinds:
        return  # a town or a country is where it happened, by the task's own rule
    if phrase.kinds & {"PERSON", "GROUP", "ARMED"} or (not phrase.kinds and claim.event.mode not in ON_THINGS):
        numbers = frozenset({(_number(phrase, claim),)})
        yield "Victim", Entity((phrase.said,), named=phrase.named, numbers=numbers, effects=_effects(recipient, claim))
    elif "WEAPON" in phrase.kinds:
        yield "Weapon", Entity((phrase.said,))
    else:
        yield "Target", Entity((phrase.said,))


def _number(phrase: Phrase, claim: Claim) -> str:
    """How many, in the key's own writing: 6, 6-8, 6-, -6, PLURAL."""
    for figure in claim.figures if phrase.counted else ():
        if figure.words.start <= phrase.head.start < figure.words.end:
            low, high = (f"{n:.0f}" if n is not None else "" for n in (figure.low, figure.high))
            return low if low == high else f"{low}-{high}"
    return "PLURAL" if phrase.plural else "1"


def _effects(recipient: Participant, claim: Claim) -> frozenset[Ways]:
    """Death or injury: as the figure of those people says, else as the deed does."""
    at = Span(recipient.words.start, recipient.words.end)
    told = {EFFECTS[f.role] for f in claim.figures if f.role in EFFECTS and f.words.span.overlaps(at)}
    if not told and claim.event.mode in DEADLY:
        told = {"DEATH"}
    if not told and any(step.rule == "frame.assault.wound" for step in claim.trace):
        told = {"INJURY"}
    return frozenset((effect,) for effect in told)


def merged(entities: Iterable[Entity]) -> list[Entity]:
    """One after another, leaving out what has all its ways in one before, or holds all of one's: as GRIT joins templates."""
    out: list[Entity] = []
    for new in entities:
        at = next((n for n, old in enumerate(out) if set(new.ways) <= set(old.ways) or set(old.ways) <= set(new.ways)), None)
        if at is None:
            out.append(new)
        else:
            old = out[at]
            numbers, effects = old.numbers | new.numbers, old.effects | new.effects
            out[at] = replace(old, optional=old.optional and new.optional, numbers=numbers, effects=effects)
    return out
