"""What an event takes from the one told before it: "the attack", "these strikes", "the weapons" carry its place, time and actor.

Only a definite event noun, or a definite weapon that strikes, refers back; anything else stands on its own words.
What is carried over keeps the words where it was said, so that it still has its evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reportedly.events.echo import DEED, ECHOES
from reportedly.events.frames import Trigger
from reportedly.language.parse import Token
from reportedly.records import Claim, Participant, Place, Status, Step

REFERRING = frozenset(["the", "this", "that", "these", "those", "both"])
FORCE = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "RETREAT"])
SCENES = 12  # how many placed claims are looked back over
NEAR = 2  # sentences over which the same side's doings stay in the same place


@dataclass(slots=True, eq=False)
class Story:
    """The last claim of each type, as the report is read."""

    last: dict[str, Claim] = field(default_factory=dict)
    scenes: list[tuple[int, Claim]] = field(default_factory=list)  # (sentence, claim), for claims with a place
    deed: Claim | None = None  # the last deed of violence that is told as done
    rivals: set[str] = field(default_factory=set)  # types whose last two claims have different actors

    def completed(self, claim: Claim, trigger: Trigger, subjects: tuple[Token, ...], sentence: int) -> Claim:
        """The claim with what it takes from the last of its type, if its words refer back."""
        if trigger.frame in ECHOES and self.deed is not None:
            return self._echo(claim, self.deed)
        before = self.last.get(claim.event.type)
        if before is not None and _refers(trigger, subjects, before):
            claim = replace(
                claim,
                places=claim.places or before.places,
                time=claim.time or before.time,
                actors=claim.actors or self._actors(claim, before),
            )
        elif before is not None and _sides(claim) != _sides(before):
            self.rivals.add(claim.event.type)
        else:
            self.rivals.discard(claim.event.type)
        if not claim.places:
            scene = self._scene(claim, sentence)
            claim = replace(claim, places=scene, trace=(*claim.trace, *(Step("story.scene", p.words, "place carried over") for p in scene)))
        self.last[claim.event.type] = claim
        if claim.event.type == DEED and claim.status in (Status.OCCURRED, Status.ONGOING):
            self.deed = claim
        if claim.places:
            self.scenes.append((sentence, claim))
        return claim

    def _echo(self, claim: Claim, deed: Claim) -> Claim:
        """"denied any involvement", "put the toll at 20": of the last deed, by another voice or with another figure."""
        return replace(
            claim,
            actors=claim.actors or deed.actors,
            recipients=claim.recipients or deed.recipients,
            places=claim.places or deed.places,
            time=claim.time or deed.time,
            trace=(*claim.trace, Step("story.echo", deed.event.trigger, "the deed told before")),
        )

    def _scene(self, claim: Claim, sentence: int) -> tuple[Place, ...]:
        """Where the same side was last seen, a sentence or two before: its next deed is taken to be there too."""
        near = [c for n, c in self.scenes[-SCENES:] if sentence - n <= NEAR and _kin(c, claim) and _names(c) & _names(claim)]
        return near[-1].places if near else ()

    def _actors(self, claim: Claim, before: Claim) -> tuple[Participant, ...]:
        """Whoever did it before; nobody when two did, or when the one who did it is now the one it is done to."""
        if claim.event.type in self.rivals or (claim.recipients and _names(claim) & _names(before)):
            return ()
        return before.actors


def _kin(one: Claim, other: Claim) -> bool:
    """The same kind of deed, or both deeds of force: a siege is where the shelling was."""
    return one.event.type == other.event.type or {one.event.type, other.event.type} <= FORCE


def _sides(claim: Claim) -> set[str]:
    """Who acts, by state where there is one: Russia and its warships are one side."""
    return {p.country or p.name for p in claim.actors}


def _names(claim: Claim) -> set[str]:
    return {p.name for p in (*claim.actors, *claim.recipients)}


def _refers(trigger: Trigger, subjects: tuple[Token, ...], before: Claim) -> bool:
    nouns = (trigger.token,) if trigger.nominal else subjects
    return any(is_definite(noun) or _is_share(noun, before) for noun in nouns)


def is_definite(noun: Token) -> bool:
    det = noun.first("det")
    return det is not None and det.lower in REFERRING and noun.first("poss", "relcl") is None


def _is_share(noun: Token, before: Claim) -> bool:
    """"one strike", "two strikes" after "conducted 23 strikes"."""
    return noun.first("nummod") is not None and noun.lemma in before.event.trigger.text.lower()
