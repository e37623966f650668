"""Deaths laid at a door in one breath: "said 14 people had died and blamed the army", "nine died, and activists blamed the police".

That people died is no deed; whoever says in the same sentence who is to blame tells one, with the dead and with who did it. Where the
sentence or the report before it tells of a deed of force itself, the words for who answers (`answers.py`) are of that one.
"""

from __future__ import annotations

from reportedly.attribute.path import Said
from reportedly.attribute.walk import walk
from reportedly.codebooks.frames import Frame
from reportedly.events.aftermath import AFTERMATHS, aftermath_words, has_died
from reportedly.events.answers import LAID, blamed
from reportedly.events.draft import Draft
from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.find.kinds import HUMAN, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_verb, subjects
from reportedly.language.parse import Sentence, Token
from reportedly.terms import Stance, Status

DIED_OF = Frame("echo.died-blamed", "ASSAULT", "kill", (), (), (), {})
FORCE = frozenset(["ASSAULT", "COERCE"])
DOERS = HUMAN | {"WEAPON", "VEHICLE"}
BESIDE = ("conj", "advcl", "parataxis")  # how the blame hangs on the clause that tells of the dead, or on its teller


def with_blamed_deaths(drafts: list[Draft], sentence: Sentence, knowledge: Knowledge) -> list[Draft]:
    """The drafts of a sentence and the deed that it makes of deaths by saying who is to blame."""
    if any(d.trigger.frame.type in FORCE or d.trigger.frame in (*AFTERMATHS, LAID) for d in drafts):
        return drafts
    for verb in (t for t in sentence.tokens if is_verb(t) and t.dep in BESIDE):
        who = tuple(w for w in blamed(verb) if kinds_of(w, knowledge) & DOERS)
        died = _died_before(verb) if who else None
        if died is not None and (draft := _draft(died, verb, who, sentence, knowledge)) is not None:
            return [*drafts, draft]
    return drafts


def _died_before(blaming: Token) -> Token | None:
    """The verb that tells of a number of dead: the clause beside the blame, or what its teller says."""
    above = blaming.head
    told = (above, *above.all("ccomp"))
    return next((v for v in told if is_verb(v) and v.i < blaming.i and has_died(v, aftermath_words()) and _has_count(v)), None)


def _has_count(verb: Token) -> bool:
    return any(c.tag == "CD" for who in verb.all("nsubj") for c in (who, *who.children))


def _draft(died: Token, blaming: Token, who: tuple[Token, ...], sentence: Sentence, knowledge: Knowledge) -> Draft | None:
    path = walk(died, nominal=False)
    if path.status is not Status.OCCURRED:
        return None
    if not path.voices and (by := subjects(blaming)):  # "nine died, and activists blamed the police"
        path.voices.append(Said(by, blaming, Stance.ASSERTS, "verb.blame", speech_act=True))
    roles = Roles(violent=True)
    for each in who:
        roles.add("actor", each, knowledge)
    for each in subjects(died):
        roles.add("recipient", each, knowledge)
    return Draft(Trigger(died, DIED_OF, False, (died,), who, subjects(died)), sentence, roles, path) if roles.actors and roles.recipients else None
