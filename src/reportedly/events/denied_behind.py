"""Denials behind the deed that they deny, in the same sentence: "…, which the rebels deny", "…, which the junta says never took place".

The deed keeps the claim of whoever tells it; who denies it makes another of the same words.
"""

from __future__ import annotations

from reportedly.attribute.path import Said
from reportedly.events.denials import denies_before, disputed_which, never_was_which
from reportedly.events.draft import Draft
from reportedly.events.tolls import DEED
from reportedly.language.clauses import agents, is_passive, is_verb, subjects
from reportedly.language.parse import Sentence
from reportedly.language.supposed import is_of_tale
from reportedly.terms import Stance, Status

SAYING = frozenset(["REJECT", "ACCUSE", "CONSULT", "REQUEST", "SUPPORT"])
OPPOSING = frozenset(["reject", "dismiss"])  # so only of deeds: a plan that rebels reject was made
DONE = (Status.OCCURRED, Status.ONGOING)


def deny_before(denial: Draft, drafts: list[Draft]) -> None:
    """"…, which the rebels deny", "…, a charge denied by the rebels": the deed told before it is denied too, by them. "It" is whoever is told to have done it."""
    verb = denial.trigger.token
    if denial.trigger.frame.type != "REJECT" or not (denial.trigger.frame.mode == "deny" or is_of_tale(verb)) or denial.path.status is not Status.OCCURRED or not denies_before(verb):
        return
    told = max((d for d in drafts if d.trigger.token.i < verb.i and d.trigger.frame.type not in SAYING and d.path.status in DONE), key=lambda d: d.trigger.token.i, default=None)
    if told is None or told.path.denial is not None:
        return
    who = agents(verb) if is_passive(verb) else subjects(verb)
    if told.roles.actors and all(w.pos == "PRON" for w in who):
        who = tuple(told.roles.actors)
        denial.roles.actors = list(who)
    if who:
        told.path.denial, told.path.told = Said(who, verb, Stance.DENIES, "verb.deny", speech_act=True), len(told.path.voices)


def deny_in_relatives(drafts: list[Draft], sentence: Sentence) -> None:
    """"died in that attack, which Asmara says never took place": the deed told before it is denied too, by whoever says so."""
    for verb in filter(is_verb, sentence.tokens if drafts else ()):
        noun = never_was_which(verb) or disputed_which(verb)
        told = next((d for d in reversed(drafts) if d.trigger.token.i <= noun.i and d.trigger.frame.type not in SAYING and d.path.status in DONE), None) if noun is not None else None
        if told is not None and told.path.denial is None and (verb.lemma not in OPPOSING or told.trigger.frame.type == DEED):
            said = verb if verb.dep == "relcl" else verb.head
            told.path.denial, told.path.told = Said(subjects(said), said, Stance.DENIES, "verb.deny", speech_act=True), len(told.path.voices)
