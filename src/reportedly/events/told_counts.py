"""Numbers of a deed told before as claims of their own: "the police say 52", "speaks of 31 dead", "put the number of wounded at 40"."""

from __future__ import annotations

from reportedly.attribute.path import Path, Said
from reportedly.attribute.walk import walk
from reportedly.events.draft import Draft
from reportedly.events.echo_words import echo_words
from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.events.story import Story
from reportedly.events.tolls import COUNTED, DEED, RECOUNTED, TOLD_APART, WOUNDED, counted_people, counter, giver, givers
from reportedly.find.kinds import is_human, kinds_of, noun_kinds
from reportedly.knowledge import Knowledge
from reportedly.language.parse import Sentence, Token
from reportedly.language.tallies import TALLYING
from reportedly.terms import Stance, Status

FORCE = frozenset(["ASSAULT", "COERCE"])
DONE = (Status.OCCURRED, Status.ONGOING)


def tell_tallied(draft: Draft, knowledge: Knowledge) -> None:
    """"the league counts six dead, 30 wounded and 220 detained": whoever counts them says so."""
    number = draft.trigger.token.head
    while number.dep == "conj" and (number.tag == "CD" or number.head.tag == "CD"):
        number = number.head
    verb = number.head
    if draft.trigger.token.dep != "acl" or draft.trigger.token.head.tag != "CD" or number.dep != "dobj" or verb.lemma not in TALLYING or any(said.cue is verb for said in draft.path.voices):
        return
    who = tuple(w for w in givers(verb) if not kinds_of(w, knowledge) & {"EVENT", "WEAPON"})
    draft.path.voices[:0] = [Said(who, verb, Stance.ASSERTS, f"verb.{verb.lemma}")] if who else []


def with_number(drafts: list[Draft], trigger: Trigger, sentence: Sentence, knowledge: Knowledge, story: Story) -> list[Draft]:
    """"the police say 52" of a deed told with a number; "speaks of 31 dead", which says itself what it counts, of any deed."""
    told = story.has_force if trigger.frame in TOLD_APART else story.has_count
    apart = _without_counted(drafts, trigger.token)
    named = [d for d in drafts if d not in apart and d.trigger.frame.type in FORCE]  # "put the number of wounded in the raid at 40": of that raid
    left = apart if told or named else drafts
    before = told or bool(named) or any(d.trigger.token.i < trigger.token.i and (trigger.frame is RECOUNTED or d.trigger.frame.type == DEED) for d in left)
    verb = counter(trigger.token)
    counted_with = trigger.frame is WOUNDED and trigger.token.dep == "dobj" and any(d.trigger.frame is COUNTED and giver(d.trigger.token, echo_words()) is verb for d in left)
    if not before or counted_with or any(trigger.token in (*d.trigger.words, *d.roles.recipients) and d.trigger.frame.type == DEED for d in left):
        return left  # "Police say four dead in raid": the four are those whom the raid struck
    made = _recounted(trigger, sentence, _counted_ones(trigger.token, knowledge))
    for draft in named if not told else ():
        made.roles.take_over(draft.roles, draft.trigger.token)
    own = (verb, *trigger.token.all("acl"), trigger.token.head.head)  # "counts 19 killed", "and the wounded at 30"
    return [*(d for d in left if d.trigger.token not in own), made]  # who "admits to four" concedes nothing


def _counted_ones(number: Token, knowledge: Knowledge) -> Roles:
    """"spoke of 300 injured protesters", "put the number of officers wounded at two": whom the number counts, where it says so."""
    roles, people = Roles(), number.head if number.dep == "nummod" else counted_people(number)
    if people is not None and is_human(noun_kinds(people)):
        roles.add("recipient", people, knowledge)
    return roles


def with_toll_of(drafts: list[Draft], here: list[Draft], trigger: Trigger, path: Path, knowledge: Knowledge) -> list[Draft]:
    """"nobody died in the attack; three guards suffered injuries": by the same voice, what became of those whom the deed before it struck."""
    verb, voices = trigger.token, [said.cue for said in path.voices]
    before = [d for d in here if d.trigger.token.i < verb.i and d.path.status in DONE and [said.cue for said in d.path.voices] == voices]
    deed = max(before, key=lambda d: d.trigger.token.i, default=None)
    if deed is None or verb in deed.roles.also:
        return drafts
    for who in trigger.objects:
        deed.roles.add("recipient", who, knowledge)
    deed.roles.also.append(verb)
    return drafts


def _without_counted(drafts: list[Draft], number: Token) -> list[Draft]:
    """"put the number of injured at seven": the injured are those told of before, and no deed more."""
    verb = counter(number)
    counted = {t for noun in (verb.all("dobj") if verb is not None else ()) if noun.lemma in echo_words().figures for t in noun.subtree()}
    return [draft for draft in drafts if draft.trigger.token not in counted]


def _recounted(trigger: Trigger, sentence: Sentence, roles: Roles) -> Draft:
    """"the police say 52": whoever gives the number is its voice."""
    path, verb = walk(trigger.token, nominal=True), counter(trigger.token)
    if verb is not None and verb.dep == "advcl":
        path.voices = [said for said in path.voices if said.cue in verb.subtree()]  # "six, the mayor said, while the police say 52"
    if verb is not None and trigger.subjects and not any(said.cue is verb for said in path.voices):
        path.voices.insert(0, Said(trigger.subjects, verb, Stance.ASSERTS, f"verb.{verb.lemma}"))
    path.status = Status.OCCURRED if path.status in (Status.DENIED, Status.REQUESTED) else path.status  # "has not moved from 24", "insist on 24"
    return Draft(trigger, sentence, roles, path)
