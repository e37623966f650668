"""Events on their way to claims: the triggers of a sentence with their roles and paths, told once each.

Triggers that tell the same deed are one draft; a noun that nothing makes particular is background and no draft; words for a deed
told before (`echo.py`) are drafts where the report has told one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.attribute.path import Path, Said
from reportedly.attribute.walk import walk
from reportedly.codebooks.frames import Codebook
from reportedly.events.aftermath import AFTERMATHS, COUNTLESS, HELD, HURT, WERE
from reportedly.events.answers import LAID, answers, blamer, denies, is_ordered
from reportedly.events.blamed_for_deaths import with_blamed_deaths
from reportedly.events.blows import HARM
from reportedly.events.crowds import without_riot
from reportedly.events.dead_before import add_dead_before
from reportedly.events.denials import UNPAID, denials, speakers
from reportedly.events.denied_behind import deny_before, deny_in_relatives
from reportedly.events.deniers import add_denier
from reportedly.events.draft import Draft
from reportedly.events.echo import CONFIRMED, DISMISSED, echoes
from reportedly.events.echo_words import echo_words
from reportedly.events.frames import Trigger, find_triggers
from reportedly.events.instances import instances, words_of
from reportedly.events.merge import is_ranked, told_by
from reportedly.events.must import MUST, demands, is_demand
from reportedly.events.noun_roles import roles_of_noun
from reportedly.events.particular import BACKGROUND, is_particular
from reportedly.events.payments import payments
from reportedly.events.roles import WHERE, Roles
from reportedly.events.story import Story
from reportedly.events.told_counts import tell_tallied, with_number, with_toll_of
from reportedly.events.tolls import COUNTED, DEED, RECOUNTED, TOLD_APART, giver, givers
from reportedly.events.unharmed import unharmed
from reportedly.events.untold import is_untold
from reportedly.events.verb_roles import roles_of_verb
from reportedly.find.kinds import kinds_of
from reportedly.find.senses import Senses
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import subjects
from reportedly.language.parse import Sentence
from reportedly.terms import Stance, Status

OF_CROWDS_AND_FORCE = frozenset(["PROTEST", "ASSAULT", "COERCE"])
FINITE = ("VBD", "VBZ", "VBP", "MD")
SPOKEN = frozenset(["REQUEST", "ACCUSE", "PROTEST", "REJECT", "SUPPORT"])


def drafts_of(sentence: Sentence, codebook: Codebook, knowledge: Knowledge, senses: Senses) -> Iterator[Draft]:
    """The events that a sentence tells in words of its own."""
    triggers = find_triggers(sentence, codebook, knowledge)
    for trigger in (t for t in triggers if t.nominal and len(t.words) == 1):
        trigger.frame = codebook.frame(senses.frame_of(trigger.token, trigger.frame.id, sentence))
    triggers += [t for t in demands(sentence, frozenset(t.token for t in triggers)) if is_demand(t, knowledge)]
    made = {id(t): Draft(t, sentence, _roles(t, knowledge), walk(t.token, nominal=t.nominal, spoken=t.frame.type in SPOKEN)) for t in triggers}
    none = unharmed(triggers, knowledge)
    inside: dict[int, Trigger] = {}  # what a trigger was merged into: "fired on a bus in an attack that left six dead"
    for trigger in sorted(triggers, key=lambda t: (not t.nominal, -t.token.i)):
        other = told_by(trigger, triggers, knowledge)
        while other is not None and id(other) in inside and (trigger.frame.id in HARM or (trigger.token.dep == "relcl" and trigger.token.tag != "VB")):  # "a strike that hit a tent killed 30"
            other = inside[id(other)]
        if other is not None and other is not trigger and id(other) in made and other not in none:
            inside[id(trigger)] = other
            told = made.pop(id(trigger)).roles
            series = trigger.token if trigger.nominal else trigger.token.head  # "the third attack on an official": not on this one
            same = (trigger.frame.type == other.frame.type or other.frame.type == "MOBILIZE") and not (series.dep in ("appos", "npadvmod") and is_ranked(series))
            roles = made[id(other)].roles
            roles.take_over(told if same else Roles(), trigger.token)  # whom a march denounces is not whom it is against
            roles.actors = [who for who in roles.actors if who is not other.token and not (trigger.nominal and who is trigger.token)]  # "an exchange of fire which left two dead" is not who did it
    for draft in (d for d in made.values() if d.trigger not in none):
        if (light := draft.roles.light) is not None and light not in draft.trigger.token.ancestors():
            draft.path = walk(light, nominal=False)  # "the summit is unlikely to take place"
        elif light is not None:
            draft.path = walk(draft.trigger.token, nominal=True, light=draft.roles.light)
        add_denier(draft.roles, draft.trigger, draft.path, knowledge)
        event = _is_whole_headline(draft.trigger, sentence) or is_particular(draft.trigger, draft.roles, draft.path)
        if event and not is_untold(draft.trigger, draft.roles, draft.path, sentence, knowledge) and not _is_yet_to_be_asked(draft, made.values()):
            yield draft
    for trigger, meant in instances(sentence, triggers):
        roles = _roles(trigger, knowledge)
        for who in trigger.subjects:
            roles.add("actor", who, knowledge)
        others = frozenset(sentence.tokens) - words_of(trigger.token)
        yield Draft(trigger, sentence, roles, walk(meant.token, nominal=meant.nominal), others=others)


def _is_whole_headline(trigger: Trigger, sentence: Sentence) -> bool:
    """"Mass rally for jailed mayor", "Manhunt for killers of judge": what a headline without a verb tells is one event."""
    noun = trigger.token
    truce = trigger.frame.type == "RETREAT" and any(c.dep == "prep" and c.lower in ("in", "between") for c in noun.children)  # "Truce in Idlib"
    if sentence.headline and trigger.nominal and noun.is_root and truce:
        return not any(t.tag in FINITE for t in sentence.tokens)
    top = noun.is_root or (noun.dep in ("appos", "conj") and noun.head.is_root)
    if not (sentence.headline and trigger.nominal and top and trigger.frame.type in OF_CROWDS_AND_FORCE) or any(t.tag in FINITE for t in sentence.tokens):
        return False
    placed = noun.lemma not in BACKGROUND and any(p.lower in WHERE and any(o.pos == "PROPN" for o in p.all("pobj")) for p in noun.all("prep"))  # "Fresh clashes in El Fasher, 20 dead"
    return placed or (noun.is_root and any(c.dep == "prep" and c.lower in ("for", "against", "over", "after", "as") for c in noun.children))


def _is_yet_to_be_asked(draft: Draft, others: Iterable[Draft]) -> bool:
    """"could soon be asked to launch strikes": nobody has asked so far; the strikes that may be are told."""
    asked = draft.trigger.frame.type == "REQUEST" and draft.path.status is Status.POSSIBLE
    return asked and any(other is not draft and draft.trigger.token in other.trigger.token.ancestors() for other in others)


def with_echoes(drafts: list[Draft], sentence: Sentence, knowledge: Knowledge, story: Story) -> list[Draft]:
    """The events of a sentence, and its words for a deed told before. A toll of an attack that is named with it is of that one."""
    for trigger in echoes(sentence):
        if trigger.frame is RECOUNTED or trigger.frame in TOLD_APART:
            drafts = with_number(drafts, trigger, sentence, knowledge, story)
        elif trigger.frame is DISMISSED:
            drafts = _with_dismissal(drafts, trigger, sentence, story)
        elif trigger.frame is CONFIRMED:
            drafts = _with_confirmed(drafts, trigger, sentence, story)
        elif trigger.frame in AFTERMATHS:
            drafts = _with_dead(drafts, trigger, sentence, knowledge, story)
        else:
            drafts = _with_answer(drafts, trigger, sentence, knowledge, story)
    for draft in drafts:
        tell_tallied(draft, knowledge)
        without_riot(draft, drafts, knowledge, story)
    for trigger in answers(sentence, knowledge):
        drafts = _with_laid(drafts, trigger, sentence, knowledge, story)
    for trigger in denials(sentence, knowledge):
        drafts = _with_denial(drafts, trigger, sentence, knowledge, story)
    deny_in_relatives(drafts, sentence)
    for trigger in payments(sentence, knowledge):
        drafts = _with_payment(drafts, trigger, sentence, knowledge, story)
    drafts = with_blamed_deaths(drafts, sentence, knowledge)
    for draft in drafts:
        deny_before(draft, drafts)
    return drafts


def _with_dismissal(drafts: list[Draft], trigger: Trigger, sentence: Sentence, story: Story) -> list[Draft]:
    """"rejected the allegations": what was told is denied."""
    path, verb = walk(trigger.token, nominal=True), trigger.token.head
    if trigger.token.pos != "NOUN" and path.status is Status.OCCURRED and not path.voices:  # "elders contradicted that", "called that a lie"
        path.status = Status.DENIED
        path.voices = [Said(subjects(verb), verb, Stance.DENIES, "call-false", speech_act=True)]
    if trigger.token.pos != "NOUN" and any(d.trigger.token.i < trigger.token.head.i and d.trigger.frame.type not in ("ASSAULT", "COERCE", "ACCUSE") for d in drafts):
        return drafts  # "asked for a ceasefire, but the rebels rejected this"
    earlier = any(d.trigger.token.i < trigger.token.i and d.path.voices for d in drafts)
    doubted = path.status is Status.POSSIBLE and any(said.stance is Stance.DOUBTS or said.rule.startswith("doubt") for said in path.voices)
    if not (path.status is Status.DENIED or doubted) or not (earlier or story.accused(trigger.token, sentence.number) is not None):
        return drafts
    return [*(d for d in drafts if d.trigger.token is not trigger.token), Draft(trigger, sentence, Roles(), path)]


def _with_confirmed(drafts: list[Draft], trigger: Trigger, sentence: Sentence, story: Story) -> list[Draft]:
    """"confirmed the deaths": what a voice told just before, told again by whoever confirms it."""
    verb = trigger.token.head
    if story.accused(trigger.token, sentence.number) is None or any(d.trigger.token.i < trigger.token.i and d.trigger.token is not verb for d in drafts):
        return drafts
    path = walk(trigger.token, nominal=True)
    if not any(said.cue is verb for said in path.voices):
        path.voices = [*path.voices, Said(subjects(verb), verb, Stance.CONFIRMS, f"verb.{verb.lemma}")]
    return [*(d for d in drafts if d.trigger.token not in (verb, trigger.token)), Draft(trigger, sentence, Roles(), path)]


def _with_dead(drafts: list[Draft], trigger: Trigger, sentence: Sentence, knowledge: Knowledge, story: Story) -> list[Draft]:
    """"Three drivers died", right after a deed of violence; behind it in its sentence only by a voice of its own, for else they are its toll."""
    path = walk(trigger.token, nominal=trigger.nominal)
    left = [d for d in drafts if not _is_of_struck(d, trigger)]
    near = story.is_near_force(sentence.number) if trigger.frame is HELD else story.is_near_deed(sentence.number)
    here = [d for d in left if d.trigger.frame.type == DEED and d.trigger.frame not in AFTERMATHS]
    own = trigger.token.lemma in ("bury", "lose") or trigger.frame is WERE  # which no deed has as its outcome
    whose = {said.cue for said in path.voices}
    told = any(d.trigger.token.i < trigger.token.i for d in here) and bool(path.voices) and (own or not any(said.cue in whose for d in here for said in d.path.voices))
    told = told or (sentence.headline and any(d.trigger.token.i < trigger.token.i or trigger.token.lemma == "find" for d in left if d.trigger.frame.type in (DEED, "COERCE", "CONCEDE")))
    if any(trigger.token is d.trigger.token for d in left) or (trigger.frame is WERE and not path.voices):
        return drafts
    if not (told or (not here and near)):
        return drafts if told or trigger.frame in COUNTLESS else with_toll_of(drafts, here, trigger, path, knowledge)
    path.status = Status.OCCURRED if path.status is Status.DENIED else path.status  # "eleven didn't make it"
    roles = Roles()
    for who in trigger.objects:
        roles.add("recipient", who, knowledge)
    return [*left, Draft(trigger, sentence, roles, path)]


def _is_of_struck(draft: Draft, trigger: Trigger) -> bool:
    """"two of the injured died", "three were among those killed": those told of before, and no deed more; nor is it one to receive the wounded."""
    token, verb = draft.trigger.token, trigger.token
    if trigger.frame is HURT and (token is verb or draft.trigger.frame.id == "consult.host"):
        return token is verb or token in verb.ancestors()
    struck = {t for who in (*trigger.objects, *(p for p in verb.all("prep") if p.lower == "among")) for t in who.subtree()}
    return draft.trigger.frame.type == DEED and token in struck and (token.dep == "pobj" or token.head.lower in ("those", "people") or (trigger.frame is HURT and token.head.tag == "CD"))


def _with_answer(drafts: list[Draft], trigger: Trigger, sentence: Sentence, knowledge: Knowledge, story: Story) -> list[Draft]:
    """"denied any involvement", "put the toll at 20": of the last deed, or of the one that they name."""
    roles, counted = Roles(), trigger.frame is COUNTED
    for who in trigger.subjects:
        roles.add("actor", who, knowledge)
    for owner in trigger.token.all("poss") if counted and trigger.token.lemma == "loss" else ():
        roles.add("recipient", owner, knowledge)  # "put the insurgents' losses at 40"
    beside = [p for p in trigger.token.head.all("prep") if p.lower in ("of", "from", "in")] if counted and trigger.token.dep in ("dobj", "nsubj", "nsubjpass") else []
    inside = {t for top in (trigger.token, *beside) for t in top.subtree()}
    named = [d for d in drafts if d.trigger.frame.type == DEED and d.trigger.token in inside]
    for draft in named:
        roles.take_over(draft.roles, draft.trigger.token)
    left = [d for d in drafts if d not in named]
    if named:
        trigger = replace(trigger, frame=named[0].trigger.frame)
    struck = story.has_force if counted else story.has_deed
    if not (struck or named or any(d.trigger.frame.type == DEED and d.trigger.token.i < trigger.token.i for d in left)):
        return left
    path, verb = walk(trigger.token, nominal=True), giver(trigger.token, echo_words())
    if counted and verb is not None and not any(said.cue is verb for said in path.voices):
        giving = tuple(w for w in givers(verb) if not kinds_of(w, knowledge) & {"EVENT", "WEAPON"})
        path.voices[:0] = [Said(giving, verb, Stance.ASSERTS, f"verb.{verb.lemma}")] if giving else []
        path.speak_for_own_staff()
        path.status = Status.OCCURRED if path.status is Status.DENIED else path.status  # "has not moved from its toll"
    if counted and verb is not None:
        left = [d for d in left if d.trigger.token is not verb]  # who acknowledges nine deaths concedes nothing
    return [*left, Draft(trigger, sentence, roles, path)]


def _with_laid(drafts: list[Draft], trigger: Trigger, sentence: Sentence, knowledge: Knowledge, story: Story) -> list[Draft]:
    """"they were not involved", "the mayor blamed rebels": somebody's word on the deed told just before, and on no other of the sentence."""
    who = blamer(trigger.token)
    path = walk(trigger.token, nominal=False, spoken=bool(who))
    if who:
        path.voices.insert(0, Said(who, trigger.token, Stance.ASSERTS, "verb.blame", speech_act=True))
    if denies(trigger.token):
        path.status = Status.DENIED
    described = {t for who in trigger.subjects for c in who.all("relcl") for t in c.subtree() if c.i > trigger.token.i}  # "blames the army, which has attacked three farms"
    deeds = [d for d in drafts if d.trigger.frame.type in ("ASSAULT", "COERCE") and d.trigger.frame not in (*AFTERMATHS, LAID) and d.trigger.token not in described]
    here = bool(deeds) and (path.status is Status.DENIED or bool(who)) and all(_is_told_by_another(d, path, trigger) for d in deeds)
    told = (Status.OCCURRED, Status.DENIED, *((Status.REQUESTED,) if is_ordered(trigger.token) else ()))
    if (deeds and not here) or not path.voices or path.status not in told or not (here or story.is_near_deed(sentence.number)):
        return drafts
    roles = Roles()
    for each in trigger.subjects:
        roles.add("actor", each, knowledge)
    behind = [d for d in drafts if d.trigger.token in described]
    return [*(d for d in drafts if d not in behind), Draft(trigger, sentence, roles, path), *behind]


def _is_told_by_another(deed: Draft, path: Path, trigger: Trigger) -> bool:
    """"killed five, the union said, but Asmara denied that its navy was involved": the deed stands before the denial, and is no word of who denies it."""
    cues = {said.cue for said in path.voices}
    own = any(said.cue in cues for said in deed.path.voices)
    return deed.trigger.frame.type == DEED and deed.trigger.token.i < trigger.token.i and not own and trigger.token not in deed.trigger.token.ancestors()


def _with_denial(drafts: list[Draft], trigger: Trigger, sentence: Sentence, knowledge: Knowledge, story: Story) -> list[Draft]:
    """"the planes were not ours", "never paid a peso": denied by whoever says so, of the deed told just before."""
    path = walk(trigger.token, nominal=False)
    told = story.has_captives(" ".join(t.text for t in sentence.tokens)) if trigger.frame is UNPAID else story.is_near_deed(sentence.number)
    told = told and all(story.is_by(nobody.lemma) for nobody in trigger.objects)
    others = any(d.trigger.frame.type in (("AID",) if trigger.frame is UNPAID else ("ASSAULT", "COERCE")) for d in drafts)
    if others or not told or not (path.voices or trigger.token.quoted) or path.status not in (Status.OCCURRED, Status.ONGOING, Status.DENIED, *((Status.PLANNED,) if trigger.frame is UNPAID else ())):
        return drafts
    path.status = Status.DENIED
    roles = Roles()
    for each in speakers(trigger, path.voices[0].who if path.voices else ()):
        roles.add("actor", each, knowledge)
    return [*(d for d in drafts if d.trigger.token is not trigger.token), Draft(trigger, sentence, roles, path)]


def _with_payment(drafts: list[Draft], trigger: Trigger, sentence: Sentence, knowledge: Knowledge, story: Story) -> list[Draft]:
    """"money changed hands", "a payment of $180,000 was made": the ransom, where captives are told of."""
    told = any(trigger.token in d.trigger.words for d in drafts if d.trigger.frame.type in ("AID", "CONCEDE"))
    if told or not story.has_captives(" ".join(t.text for t in sentence.tokens)):
        return drafts
    roles = Roles()
    for each in trigger.subjects:
        roles.add("actor", each, knowledge)
    return [*drafts, Draft(trigger, sentence, roles, walk(trigger.token, nominal=False))]


def _roles(trigger: Trigger, knowledge: Knowledge) -> Roles:
    if trigger.frame is MUST:
        return Roles(actors=list(trigger.subjects), recipients=list(trigger.objects))
    roles = roles_of_noun(trigger, knowledge) if trigger.nominal else roles_of_verb(trigger, knowledge)
    add_dead_before(roles, trigger, knowledge)
    return roles
