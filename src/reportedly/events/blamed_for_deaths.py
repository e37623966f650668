"""Deaths laid at a door in one breath: "said 14 people had died and blamed the army", "nine died, and activists blamed the police".

That people died is no deed; whoever says in the same sentence who is to blame tells one, with the dead and with who did it. Where the
sentence or the report before it tells of a deed of force itself, the words for who answers (`answers.py`) are of that one.
"""

from __future__ import annotations

from reportedly.attribute.path import Said
from reportedly.attribute.walk import walk
from reportedly.codebooks.frames import Frame, load_codebook
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
    force = [d for d in drafts if d.trigger.frame.type in FORCE]
    if any(d.trigger.frame in (*AFTERMATHS, LAID) for d in drafts) or len(force) > 2:
        return drafts
    for verb in (t for t in sentence.tokens if is_verb(t) and t.dep in BESIDE):
        blow = next((d for d in force if verb.lemma == "blame" and d.trigger.nominal and d.trigger.token in verb.all("dobj")), None)
        if blow is not None and len(force) == 2:
            return _without_blow(drafts, blow, verb)
        if force:
            _take_dead(blow, verb, knowledge)
            continue
        who = tuple(w for w in blamed(verb) if kinds_of(w, knowledge) & DOERS or _is_blow(w))
        died = _died_before(verb) if who else None
        if died is not None and (draft := _draft(died, verb, who, sentence, knowledge)) is not None:
            return [*drafts, draft]
    return drafts


def _died_before(blaming: Token) -> Token | None:
    """The verb that tells of a number of dead: the clause beside the blame, or what its teller says."""
    above = blaming.head
    told = (above, *above.all("ccomp"))
    return next((v for v in told if is_verb(v) and v.i < blaming.i and has_died(v, aftermath_words()) and _has_count(v)), None)


def _is_blow(noun: Token) -> bool:
    """"blaming an air strike": a deed whose doer nobody names."""
    return noun.pos == "NOUN" and any(frame.type == "ASSAULT" for _, frame in load_codebook().nouns.get(noun.lemma, ()))


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
        roles.add("actor" if not _is_blow(each) else None, each, knowledge)
    for each in subjects(died):
        roles.add("recipient", each, knowledge)
    return Draft(Trigger(died, DIED_OF, False, (died,), who, subjects(died)), sentence, roles, path) if roles.recipients and (roles.actors or any(map(_is_blow, who))) else None


def _without_blow(drafts: list[Draft], blow: Draft, blaming: Token) -> list[Draft]:
    """"said seven civilians had been killed, blaming Ukrainian shelling": they were killed by it, by those who shell."""
    above = (blaming.head, *blaming.head.all("ccomp"))
    killed = next((d for d in drafts if d.trigger.token in above and d.trigger.frame.type == "ASSAULT" and not d.roles.actors and d.path.status is Status.OCCURRED), None)
    if killed is None or blow.roles.recipients:
        return drafts
    killed.roles.take_over(blow.roles, blow.trigger.token)
    return [d for d in drafts if d is not blow]


def _take_dead(deed: Draft | None, blaming: Token, knowledge: Knowledge) -> None:
    """"said 40 people had died, blaming a Russian air raid": the dead are those of the raid, by the word of whoever tells of them."""
    died = _died_before(blaming) if deed is not None else None
    path = walk(died, nominal=False) if died is not None else None
    if deed is None or died is None or path is None or path.status is not Status.OCCURRED or any(kinds_of(r, knowledge) & HUMAN for r in deed.roles.recipients):
        return
    for each in subjects(died):
        deed.roles.add("recipient", each, knowledge)
    deed.roles.also.append(died)
    if path.voices:
        deed.path = path
