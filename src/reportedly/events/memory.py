"""What a report has told so far, and what may be asked of it: has anybody been struck, by whom, how long ago?

Answers are claims already made, the last first. What the next claim takes over from them is in `story.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.events.denials import is_done_by
from reportedly.events.kin import FORCE
from reportedly.events.stage import AHEAD, DONE
from reportedly.events.tolls import DEED
from reportedly.language.parse import Token
from reportedly.records import Claim, Time
from reportedly.terms import FigureRole

PEOPLE = (FigureRole.KILLED, FigureRole.INJURED, FigureRole.DETAINED, FigureRole.DISPLACED)
CAPTIVES = re.compile(r"\b(?:ransom|kidnap|captive|captor|hostage|abduct|hijack|pirate)", re.IGNORECASE)
WORD = re.compile(r"[a-z]+")
BACK = 24  # how many claims are looked back over
ARRESTING = frozenset(["COP", "MIL", "SPY", "GOV"])
LEAD = 4  # sentences after a headline in which the deed of which it gives a toll is told
NEARBY = 4  # deeds of violence among which "we had no helicopters there" finds its own
AFTER = 4  # sentences after a deed in which it is told what became of those whom it struck
NEAR = 2  # sentences over which the same side's doings stay in the same place, and a retelling is of the deed before


@dataclass(frozen=True, slots=True)
class Told:
    """A claim already made: the number of its sentence, and the stem of its trigger."""

    sentence: int
    claim: Claim
    stem: str


@dataclass(slots=True, eq=False)
class Memory:
    """The claims of a report, as it is read."""

    told: list[Told] = field(default_factory=list)
    named: dict[tuple[str, str], Told] = field(default_factory=dict)  # the last of each type and stem

    @property
    def has_deed(self) -> bool:
        return self.deed() is not None

    @property
    def has_force(self) -> bool:
        """Whether anybody has been struck: a deed of violence, or a crowd broken up by force."""
        return any(is_force(t.claim) for t in reversed(self.told))

    def is_near_deed(self, sentence: int) -> bool:
        """Whether a deed of violence was told some sentences ago: of it "three drivers died" speaks."""
        return any(is_force(t.claim) and _is_near(t, sentence) for t in reversed(self.told[-BACK:]))

    def is_near_force(self, sentence: int) -> bool:
        """Whether those who arrest were seen to act some sentences ago: by them "15 people were taken away"."""
        near = (t.claim for t in reversed(self.told[-BACK:]) if t.claim.status in DONE and _is_near(t, sentence))
        return any(c.event.type in FORCE and any(p.sector in ARRESTING for p in c.actors) for c in near)

    def is_by(self, doer: str) -> bool:
        """Whether such did a deed just before: "there were no gunmen", "there was no aircraft" denies what gunmen or jets did."""
        return self.deed_by(doer) is not None

    def deed_by(self, doer: str) -> Claim | None:
        """The last deed of violence, or the last of the few before, that such did."""
        done = [t.claim for t in reversed(self.told[-BACK:]) if t.claim.event.type == DEED and t.claim.status in DONE]
        return next((c for c in done[:NEARBY] if is_done_by(c, doer)), None)

    def has_captives(self, words: str) -> bool:
        """Whether captives or a ransom are told of, there or before: "never paid a peso" is of that ransom."""
        return any(CAPTIVES.search(text) for text in (words, *(t.claim.evidence.text for t in self.told[-BACK:])))

    @property
    def anchor(self) -> Time | None:
        """The last day on which an event is said to have been: "the same day", "the following morning" count from there."""
        times = (t.claim.time for t in reversed(self.told) if t.claim.status not in AHEAD)
        return next((t for t in times if t is not None and t.start and t.end and t.start[:10] == t.end[:10]), None)

    def accused(self, tale: Token, sentence: int) -> Claim | None:
        """The last deed of force that somebody told as done, a few sentences ago at most: what "the allegations" are of."""
        near = (t.claim for t in reversed(self.told[-BACK:]) if sentence - t.sentence <= NEAR and t.claim.event.trigger.start < tale.start)
        return next((c for c in near if c.event.type in ("ASSAULT", "COERCE") and c.status in DONE and c.attribution), None)

    @property
    def has_count(self) -> bool:
        return self.counted() is not None

    def counted(self) -> Claim | None:
        """The last deed that is told with a number of people."""
        return next((t.claim for t in reversed(self.told[-BACK:]) if any(f.role in PEOPLE for f in t.claim.figures)), None)

    def deed(self) -> Claim | None:
        """The last deed of violence that is told as done; shots that were heard are of whoever was said to shoot before."""
        done = [t.claim for t in reversed(self.told) if t.claim.event.type == DEED and t.claim.status in DONE]
        return next((c for c in done if c.event.mode != "firearms" or c.actors or c.recipients), done[0] if done else None)

    def deed_with(self, stem: str) -> Claim | None:
        """The last deed that is told with a word: "the fire" is the one that inmates set, whatever else was told meanwhile."""
        done = [t for t in reversed(self.told[-BACK:]) if t.claim.event.type == DEED and t.claim.status in DONE and t.claim.event.mode != "firearms"]
        return next((t.claim for t in done if t.stem == stem or any(w.startswith(stem) for w in WORD.findall(t.claim.evidence.text.lower()))), None)

    def same_type(self, claim: Claim) -> Iterator[Told]:
        return (t for t in reversed(self.told[-BACK:]) if t.claim.event.type == claim.event.type)


def is_force(claim: Claim) -> bool:
    """A deed of violence that is told as done, or a crowd broken up by force."""
    return claim.status in DONE and (claim.event.type == DEED or (claim.event.type == "COERCE" and claim.event.mode == "disperse"))


def _is_near(told: Told, sentence: int) -> bool:
    """Some sentences ago; for a headline, which is read last, what the lead tells."""
    return 0 < sentence - told.sentence <= AFTER or -LEAD <= sentence - told.sentence < 0
