"""What a walk from an event to the root of its sentence has met so far: the voices, and what became of the status.

The walk itself is `attribute/walk.py`. Status operators are composed by the table in `operators.yaml`, innermost first.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.codebooks.operators import Operator, Operators, VoiceWords, operators, voice_words
from reportedly.language.clauses import clause_of, is_passive
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Token
from reportedly.terms import Stance, Status

STAFF = frozenset({"staff", "office", "team", "worker", "monitor", "observer", "researcher", "volunteer", "investigator", "doctor", "medic", "nurse", "clinic", "hospital", "branch", "crew", "field", "mission"})
COUNTING = frozenset({"count", "see", "document", "record", "register", "verify", "find", "witness", "tally", "log", "confirm", "receive"})
IMPERSONAL = frozenset({"it", "there", "this", "that", "what", "which"})


@dataclass(slots=True, eq=False)
class Said:
    """A voice met on the walk: who (head nouns, none when impersonal), by which cue, how it stands to what it tells."""

    who: tuple[Token, ...]
    cue: Token
    stance: Stance
    rule: str
    speech_act: bool = False


@dataclass(slots=True, eq=False)
class Path:
    """What the walk found. `voices` innermost first. `steps` names each operator, for `explain`."""

    status: Status
    voices: list[Said] = field(default_factory=list)
    steps: list[tuple[str, Token, str]] = field(default_factory=list)
    conditional: bool = False
    generic: bool = False
    quoted: bool = False
    distance: int = 0
    denial: Said | None = None  # who denies what the first `told` voices tell
    told: int = 0

    def speak_for_own_staff(self) -> None:
        """"The agency said its staff had counted 14 bodies": what its own people saw or counted is the agency's word."""
        if len(self.voices) > 1 and all(w.lemma in STAFF and any(c.tag == "PRP$" for c in w.children) for w in self.voices[0].who) and self.voices[0].cue.lemma in COUNTING:
            self.voices = self.voices[1:]

    def denied(self) -> Path:
        """The path of the one who denies or doubts it, beside that of those who tell it."""
        assert self.denial is not None
        status = Status.DENIED if self.denial.stance is Stance.DENIES else Status.POSSIBLE
        steps = [*self.steps, (f"status.{self.denial.rule}", self.denial.cue, status.value)]
        return Path(status, [self.denial, *self.voices[self.told :]], steps, distance=self.distance)


class Walk:
    """The state of one walk: the status so far, and whether it is shielded from operators further out."""

    def __init__(self, start: Token, status: Status) -> None:
        self.path = Path(status)
        self.shielded = False
        self.closed = False  # what somebody calls for who is in a deed: no operator on the deed is one on it
        self.aside = False  # told in a relative clause, of somebody or something that is asked for, ordered or promised
        self.spoken = False  # the event is itself an act of speech
        self.spent: set[int] = set()
        self.ops: Operators = operators()
        self.words: VoiceWords = voice_words()
        self.start = start
        self.described: Token | None = None  # the noun whose relative clause or apposition the walk has left

    def apply(self, operator: Operator, cue: Token) -> None:
        """Compose one status operator, unless what it governs is taken as given."""
        if cue.i in self.spent or self.closed:
            return
        self.spent.add(cue.i)
        if self.shielded and self.path.status in (Status.OCCURRED, Status.ONGOING):
            return
        inner = self.ops.compose("not", self.path.status) if operator.inner_not else self.path.status
        name = operator.past if operator.past and _is_simple_past(cue) else operator.status
        self.path.status = self.ops.compose(name, inner)
        self.path.steps.append((f"status.{operator.id}", cue, self.path.status.value))
        self.path.conditional |= name in ("if", "question")
        self.shielded |= operator.presupposes

    def say(self, who: tuple[Token, ...], cue: Token, stance: Stance, rule: str, *, speech_act: bool = False) -> None:
        """Add a voice, once a cue."""
        if any(said.cue is cue for said in self.path.voices):
            return
        if who and all(w.lower in IMPERSONAL and w.lower in ("it", "there") and _is_dummy(w, cue) for w in who):
            self.path.steps.append((f"voice.impersonal.{rule}", cue, ""))
            return
        if rule == "perceive":
            who = tuple(w for w in who if not is_ground(w))  # "Karachi saw a wave of killings": where they were, and no witness
        if who:
            self.path.voices.append(Said(who, cue, stance, rule, speech_act))
            self.path.steps.append((f"voice.{rule}", cue, stance.value))
        if stance is Stance.DENIES and not speech_act:
            self.path.status = self.ops.compose("deny", self.path.status) if not self.shielded else self.path.status

    def operator(self, operator: Operator | None, cue: Token) -> None:
        if operator is not None:
            self.apply(operator, cue)


def is_ground(noun: Token) -> bool:
    """A place, named or not."""
    return noun.ent in ("GPE", "LOC", "FAC") or (noun.pos == "NOUN" and kind_of(noun) == "PLACE")


def _is_dummy(who: Token, cue: Token) -> bool:
    """"it is said", "it has emerged": nobody; "it said", "it claims" is whoever was spoken of."""
    if cue.tag == "VB" and who.head.lemma == "be" and who.lower == "it":
        return True  # "it was too early to establish who"
    if who.head is not cue or who.dep not in ("nsubj", "nsubjpass", "expl"):
        return False
    return cue.lemma in ("emerge", "seem", "appear", "transpire") or who.dep != "nsubj" or is_passive(cue)


def _is_simple_past(cue: Token) -> bool:
    verb = clause_of(cue)
    return verb.tag == "VBD" or any(c.tag == "VBD" for c in verb.children if c.dep in ("aux", "auxpass", "cop"))
