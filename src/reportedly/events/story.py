"""What an event takes from those told before it: "the attack", "these strikes", "the weapons" carry place, time and actor.

Three ways lead back, each with a name that the trace prints. An *echo* ("denied any involvement") is of the last deed of
violence. A *reference* is a definite event noun, or a definite weapon that strikes. A *retelling* is the same deed by another
voice: another toll, or a denial that names its target. Anything else stands on its own words, but for the scene: where a side
was seen a sentence ago its next deed is taken to be. What is carried over keeps the words where it was said, as its evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reportedly.events.answers import LAID
from reportedly.events.days import day_from, deeds_named, is_day, is_of_another_time, leads_on
from reportedly.events.denials import DISCLAIMED
from reportedly.events.echo import ANSWERED, ECHOES, OF_TALES
from reportedly.events.echo_words import deed_word
from reportedly.events.frames import Trigger
from reportedly.events.kin import (
    FORCE,
    has_toll,
    kin,
    may_be_of_same,
    may_be_same,
    one_side,
    others_than,
    party_names,
    sides,
    targets,
    words_of,
)
from reportedly.events.memory import BACK, NEAR, PEOPLE, Memory, Told, is_force
from reportedly.events.occasions import is_occasion
from reportedly.events.stage import AHEAD, DONE, Stage, is_named
from reportedly.events.tolls import DEED, RECOUNTED
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token
from reportedly.records import Claim, Participant, Place, Step
from reportedly.terms import FigureRole, PlaceRole, Status

REFERRING = frozenset(["the", "this", "that", "these", "those", "both"])


@dataclass(slots=True, eq=False)
class Story(Memory):
    """What a report has told, and where it stands: what the next claim takes over from it."""

    stage: Stage = field(default_factory=Stage)
    head: Place | None = None  # what heads the paragraphs of a round-up that are being read
    rivals: set[str] = field(default_factory=set)  # types whose last two claims have different actors

    def turn(self, head: Place | None) -> None:
        """A round-up goes on to its next place: what was told under the one before is another story."""
        if head is not None and self.head is not None and head.name != self.head.name:
            self.told, self.named, self.stage, self.rivals = [], {}, Stage(), set()
        self.head = head or self.head

    def completed(self, claim: Claim, trigger: Trigger, subjects: tuple[Token, ...], sentence: int, head: Place | None = None) -> Claim:
        """The claim with what it takes from the one it leads back to, if any; `head` is the place that heads its paragraph."""
        if trigger.frame is RECOUNTED and (counted := self.counted()) is not None:
            return self._recount(claim, counted)
        if trigger.frame in OF_TALES and (accused := self.accused(trigger.token, sentence)) is not None:
            return self._keep(self._again(replace(claim, time=None), accused), trigger, sentence)  # when it was said is not when it was
        deed = self.deed() if trigger.frame in ECHOES or trigger.frame in (LAID, DISCLAIMED) else None
        if deed is not None and trigger.frame in (ANSWERED, LAID) and (word := deed_word(trigger.token)):
            deed = self.deed_with(_stem(word)) or deed
        since = deed is not None and _runs_since(trigger.token)
        if trigger.frame is DISCLAIMED and trigger.objects:
            deed = self.deed_by(trigger.objects[0].lemma) or deed
        answered = trigger.nominal and self._answers(trigger.token, sentence)
        before = None if deed or answered else self._referent(claim, trigger, subjects, sentence)
        if since:
            pass  # the dead of many days, and nobody's of the deed told last
        elif deed is not None:
            lost = {v.name for v in claim.attribution[-1:]} if trigger.token.lemma == "lose" else set()  # nobody says that they killed their own
            claim = _filled(claim, deed, "story.echo", actors=tuple(a for a in deed.actors if a.name not in lost and not any(one_side(a, p) for p in claim.recipients)))
        elif before is not None:
            sure = before.stem in _stems(trigger, subjects)
            claim = _filled(claim, before.claim, "story.reference", actors=self._actors(claim, before.claim, sure=sure), recipients=trigger.nominal and sure)
        elif not answered and not _is_away(trigger.token) and (again := self._retold(claim, trigger.token, sentence)) is not None:
            claim = _filled(claim, again, "story.retelling", actors=self._actors(claim, again))
        self._note_rivals(claim, known=before is not None)
        if not answered and not any(map(is_named, claim.places)) and claim.status not in AHEAD and not _is_away(trigger.token):
            claim = _placed(claim, self._scene(claim, sentence), "story.scene")
            claim = claim if any(map(is_named, claim.places)) or trigger.token.tag == "VB" else _placed(claim, self.stage.places_for(claim), "story.stage")
        if head is not None and not any(map(is_named, claim.places)):
            claim = replace(claim, places=(*claim.places, head))
        return self._keep(self._dated(claim, trigger.token, sentence), trigger, sentence)

    def _dated(self, claim: Claim, token: Token, sentence: int) -> Claim:
        """The claim with the day of the step before it in the same tale, if it has none of its own."""
        near = (t.claim for t in reversed(self.told[-BACK:]) if sentence - t.sentence == 1 and is_day(t.claim.time))
        before = next(near, None)
        day = day_from(claim, token, before) if before is not None else None
        return claim if day is None else replace(claim, time=day, trace=(*claim.trace, Step("story.day", day.words, "day carried over")))

    def _answers(self, noun: Token, sentence: int) -> bool:
        """"shelled the port in revenge for the killing": the killing is another deed than the shelling, and was elsewhere."""
        doing = {w.start for node in noun.ancestors() if is_occasion(node) for v in _clauses_above(node) for w in (v, *v.all("dobj", "nsubjpass"))}
        return any(t.claim.event.trigger.start in doing and t.claim.event.type in FORCE for t in self.told[-BACK:] if t.sentence == sentence)

    def _keep(self, claim: Claim, trigger: Trigger, sentence: int) -> Claim:
        self.stage.add(claim)
        self.told.append(Told(sentence, claim, _stem(trigger.token.lemma)))
        self.named[claim.event.type, self.told[-1].stem] = self.told[-1]
        return claim

    def _recount(self, claim: Claim, deed: Claim) -> Claim:
        """"the police say 52": the same deed with another number in the same role; a figure that is stuck to after dead and wounded is of the dead."""
        role = next(f.role for f in deed.figures if f.role in PEOPLE)
        if role is FigureRole.INJURED and any(f.role is FigureRole.KILLED for t in self.told[-BACK:] for f in t.claim.figures):
            role = FigureRole.KILLED
        figures = tuple(replace(f, role=role) if f.role is FigureRole.OTHER else f for f in claim.figures)
        return self._again(replace(claim, figures=figures), deed)

    def _again(self, claim: Claim, deed: Claim) -> Claim:
        """A word for a deed told before, as a claim of that deed."""
        claim = replace(claim, event=replace(claim.event, type=deed.event.type, mode=deed.event.mode))
        return _filled(claim, deed, "story.echo", actors=deed.actors)

    def _referent(self, claim: Claim, trigger: Trigger, subjects: tuple[Token, ...], sentence: int) -> Told | None:
        """What a definite noun means: the last event told with that word ("ambushed … the ambush"), else the last of its type."""
        nouns = (trigger.token,) if trigger.nominal else (*subjects, *deeds_named(trigger))
        if (meant := self._qualified(claim, nouns)) is not None:
            return meant
        named = next((t for stem in _stems(trigger, subjects) if (t := self.named.get((claim.event.type, stem)))), None)
        if named is not None and any(is_definite(noun) or (noun.first("nummod") is not None and may_be_same(claim, named.claim)) for noun in nouns):
            return named  # "the ambush"; "one strike", "two strikes" after "conducted 23 strikes"
        last = next(self.same_type(claim), None) if any(map(is_definite, nouns)) else None
        if last is None and any(map(is_definite, deeds_named(trigger))):  # "were hurt in the operation": by which a crowd was broken up
            last = next((t for t in reversed(self.told[-BACK:]) if is_force(t.claim)), None)
        this = last is not None and sentence - last.sentence <= 1 and any(c.lower in ("this", "these") for c in trigger.token.all("det"))  # "this assistance", whomever it is for
        return last if last is None or this or not trigger.nominal or may_be_of_same(claim, last.claim) else None

    def _qualified(self, claim: Claim, nouns: tuple[Token, ...]) -> Told | None:
        """"the rocket attack", "the market bombing": the deed that was told with rockets, or of a market."""
        words = {_stem(c.lemma) for noun in nouns if is_definite(noun) for c in noun.all("compound") if c.pos == "NOUN"}
        same = self.same_type(claim) if words else iter(())
        return next((t for t in same if t.claim.status in DONE and any(w.startswith(q) for w in words_of(t.claim) for q in words)), None)

    def _retold(self, claim: Claim, token: Token, sentence: int) -> Claim | None:
        """The deed that another voice has told just before, with another toll or denied of the same target; or whose toll is told now."""
        if claim.event.type != DEED or claim.time is not None:
            return None
        near = (t.claim for t in self.same_type(claim) if sentence - t.sentence <= NEAR)
        for other in near:
            other_voice = [v.name for v in other.attribution] != [v.name for v in claim.attribution]
            if any(one_side(p, q) for p in claim.recipients for q in other.actors):
                continue  # "police fired on a crowd. … 43 policemen were killed": those are no toll of that
            same_toll = has_toll(claim) and has_toll(other) and not claim.places and not (claim.actors and other.actors)
            denial = claim.status is Status.DENIED and other.status in DONE and bool(targets(claim) & words_of(other))
            result = not _sums_up(token) and has_toll(claim) and not has_toll(other) and not claim.places and not claim.actors
            if ((other_voice and (denial or same_toll)) or result) and (denial or claim.status is other.status):
                return other
        return None

    def _scene(self, claim: Claim, sentence: int) -> tuple[Place, ...]:
        """Where the same side was last seen, a sentence or two before: its next deed is taken to be there too."""
        near = (t.claim for t in reversed(self.told[-BACK:]) if sentence - t.sentence <= NEAR and any(p.role is PlaceRole.AT for p in t.claim.places) and not is_of_another_time(claim.time, t.claim.time))
        seen = next((c.places for c in near if leads_on(claim, c) or (kin(c, claim) and party_names(c) & party_names(claim))), ())
        return tuple(p for p in seen if p.role is PlaceRole.AT)  # where a deed came from, or led to, is of that deed alone

    def _actors(self, claim: Claim, before: Claim, *, sure: bool = False) -> tuple[Participant, ...]:
        """Whoever did it before; nobody when two did and no word tells which, or when the one who did it is now the one it is done to."""
        if (claim.event.type in self.rivals and not sure) or any(one_side(p, q) for p in claim.recipients for q in before.actors):
            return ()
        return before.actors

    def _note_rivals(self, claim: Claim, *, known: bool) -> None:
        last = next(self.same_type(claim), None)
        if known or last is None:
            return
        if sides(claim) != sides(last.claim):
            self.rivals.add(claim.event.type)
        else:
            self.rivals.discard(claim.event.type)


def _clauses_above(token: Token) -> Iterator[Token]:
    """The verbs above a word, up to the first that is only coordinated with another."""
    for verb in (a for a in token.ancestors() if is_verb(a)):
        yield verb
        if verb.dep == "conj":
            return


def _filled(claim: Claim, before: Claim, rule: str, *, actors: tuple[Participant, ...], recipients: bool = True) -> Claim:
    """What the claim lacks, from the one before."""
    return replace(
        claim,
        actors=claim.actors or actors,
        recipients=claim.recipients or (others_than(before, claim) if recipients else ()),
        places=claim.places or before.places,
        time=claim.time if claim.time is not None and claim.time.start else before.time or claim.time,
        trace=(*claim.trace, Step(rule, before.event.trigger, "the deed told before")),
    )


def _sums_up(verb: Token) -> bool:
    """"at least 16 have been killed": so far, and not in the deed told last."""
    return any(c.dep == "aux" and c.lemma == "have" and c.tag in ("VBP", "VBZ") for c in verb.children)


def _runs_since(verb: Token) -> bool:
    """"Since then 22 people have died", "40 have died since the protests began": of many deeds, and not of the last."""
    return _sums_up(verb) and any(c.lower == "since" or any(m.lower == "since" for m in c.all("mark")) for c in verb.children)


def _is_away(token: Token) -> bool:
    """"Elsewhere, 15 people were killed"."""
    return any(t.lower == "elsewhere" for a in (token, *token.ancestors()) for t in a.children)


def _placed(claim: Claim, places: tuple[Place, ...], rule: str) -> Claim:
    places = tuple(p for p in places if is_named(p) and p.name not in {o.name for o in claim.places})
    return replace(claim, places=(*claim.places, *places), trace=(*claim.trace, *(Step(rule, p.words, "place carried over") for p in places)))


def _stems(trigger: Trigger, subjects: tuple[Token, ...]) -> tuple[str, ...]:
    """The stems of the nouns that may lead back: the event noun itself, or what does the striking."""
    return tuple(_stem(noun.lemma) for noun in ((trigger.token,) if trigger.nominal else subjects))


def _stem(lemma: str) -> str:
    """Enough of a word to know the noun from its verb: ambush, bomb(ing), shell(ing), explode (explosion)."""
    return lemma.lower().removesuffix("ing").removesuffix("ion").removesuffix("e")[:6]


def is_definite(noun: Token) -> bool:
    """"the attack", "these strikes"; not "Monday's attack", nor one that a clause of its own describes."""
    det = noun.first("det")
    return det is not None and det.lower in REFERRING and noun.first("poss", "relcl") is None
