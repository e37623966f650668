"""From triggers to claims: one event, its roles, its path, its voices, its words.

The house of this room is `claims_of`: drafts (triggers, roles, path) → fields → what the story before adds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from reportedly.attribute.author import author_of
from reportedly.attribute.path import Path
from reportedly.attribute.speakers import Speaker, Speech, speeches
from reportedly.attribute.voices import chain
from reportedly.attribute.writings import Writings
from reportedly.codebooks.frames import Codebook
from reportedly.document import Document, Words, content_id
from reportedly.events.circumstance import Circumstances
from reportedly.events.confidence import weighed
from reportedly.events.draft import Draft
from reportedly.events.drafts import drafts_of, with_echoes
from reportedly.events.echo import NUMBERED, OF_TALES
from reportedly.events.evidence import evidence_of
from reportedly.events.frames import Trigger
from reportedly.events.gapped import with_gapped
from reportedly.events.headline import fold_headline
from reportedly.events.memory import LEAD
from reportedly.events.place_ties import is_town_by_name
from reportedly.events.story import Story
from reportedly.events.told_apart import apart, on_other_days
from reportedly.events.tolls import DEED, RECOUNTED
from reportedly.events.when import is_ahead
from reportedly.find.domain import elsewhere
from reportedly.find.kinds import kinds_of
from reportedly.find.senses import senses_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_verb
from reportedly.language.coordination import conjuncts
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.records import Claim, Event, Means, Participant, Step, Time
from reportedly.resolve.phrases import bare_pair, head_of, span_of
from reportedly.resolve.referent import Referent, participant
from reportedly.resolve.referents import Referents
from reportedly.spans import Span
from reportedly.terms import FigureRole, Status

STATE_OR_ARMED = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "REB", "UAF", "CRM", "OPP"})
OF_STATES = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
SPEECH = frozenset({"CONSULT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
NO_DEED = frozenset({"weather", "traffic", "outdoors"})  # where the dead and injured are nobody's
FORCE = frozenset({"ASSAULT", "COERCE", "RETREAT", "THREATEN"})
DEEDS = frozenset({"ASSAULT", "COERCE"})
HARMED = (FigureRole.KILLED, FigureRole.INJURED, FigureRole.DETAINED)
FIRST_PERSON = frozenset({"i", "we", "me", "us", "our", "my", "ourselves", "myself"})
PROMISING = frozenset({"promise", "pledge", "vow", "offer"})
CALLED = {"threaten": Status.THREATENED, "call": Status.REQUESTED, "plan": Status.PLANNED, "vote": Status.PLANNED}  # "threatened to strike", "called for a march"
DONE = (Status.OCCURRED, Status.ONGOING)
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of a whole report before its events are read: who is who, who speaks where, who writes."""

    document: Document
    referents: Referents
    speech: Speech
    writings: Writings
    author: Referent | None
    circumstances: Circumstances
    digest: str


def claims_of(parse: Parse, codebook: Codebook, knowledge: Knowledge, circumstances: Circumstances) -> tuple[Claim, ...]:
    """Every claim of a report, in the order of the text."""
    referents = Referents(parse, knowledge)
    circumstances.where = circumstances.where.among(referents)
    report = Report(parse.document, referents, speeches(parse), Writings(parse, knowledge), author_of(parse, referents), circumstances, codebook.digest)
    idle, senses = elsewhere(parse), senses_of(parse)
    claims = []
    story = Story()
    seen: set[Token] = set()
    for sentence in _in_turn([s for s in parse.sentences if not s.part and s.number not in report.speech.asked]):
        story.turn(circumstances.where.labels.get(sentence.paragraph))
        drafts = apart(with_echoes(list(with_gapped(drafts_of(sentence, codebook, knowledge, senses), sentence, knowledge)), sentence, knowledge, story), sentence)
        drafts = on_other_days(drafts)
        for draft in (d for d in drafts if not (sentence.headline and d.trigger.token in seen)):
            seen.add(draft.trigger.token)
            claim = _claim(draft, drafts, report, story.anchor)
            if draft.trigger.frame in NUMBERED and not claim.figures:
                continue
            if (draft.trigger.frame is RECOUNTED and not story.has_count) or (draft.trigger.frame in OF_TALES and story.accused(draft.trigger.token, sentence.number) is None):
                continue
            if sentence.number in idle and not _is_of_conflict(draft, claim, idle[sentence.number], knowledge):
                continue
            if _is_of_mishap(claim) and not story.has_deed and any(talk & NO_DEED for n, talk in idle.items() if n <= sentence.number):
                continue
            told, head = _told_of(draft, knowledge), circumstances.where.head_of(claim, sentence)
            claims.append(story.completed(claim, draft.trigger, told, sentence.number, head))
            if draft.path.denial is not None:
                draft.path = draft.path.denied()
                denied = _claim(draft, drafts, report, story.anchor)
                claims.append(story.completed(denied, draft.trigger, told, sentence.number, head))
    claims.sort(key=lambda c: c.event.trigger.start)
    return tuple(_once(fold_headline(claims, _headline_end(parse))))


def _in_turn(sentences: list[Sentence]) -> Iterator[Sentence]:
    """The sentences in the order in which they are read: a headline again behind the lead, for "hospital raises toll to nine" is of what that tells."""
    head = list(takewhile(lambda s: s.headline, sentences))
    body = sentences[len(head) :]
    yield from (*head, *body[:LEAD], *(head if body else ()), *body[LEAD:])


def _headline_end(parse: Parse) -> int:
    """Where the headline at a report's head ends, in characters; 0 without one, or when several follow one another, as in a list."""
    lines = list(takewhile(lambda s: s.headline, parse.sentences))
    return lines[-1].span.end if lines and len({s.paragraph for s in lines if not s.part}) == 1 and len(lines) < len(parse.sentences) else 0


def _is_of_conflict(draft: Draft, claim: Claim, talk: frozenset[str], knowledge: Knowledge) -> bool:
    """Somebody or something that words of conflict mean what they say of: a state, an armed body, a weapon; the dead too, but not of a storm."""
    talk = talk if claim.event.type == DEED else talk - {"traffic"}
    if not talk or claim.event.mode == "arrest":  # a driver, a player, a trader who is arrested is
        return True
    parties = (*claim.actors, *claim.recipients)
    if "sport" in talk and claim.event.type in FORCE:  # there states are teams
        return bool(claim.means) or any(p.sector in STATE_OR_ARMED - {"GOV"} for p in parties)
    if any(p.actor or p.country or p.sector in STATE_OR_ARMED for p in parties) or claim.means:
        return True
    if not talk & NO_DEED and any(f.role in HARMED for f in claim.figures):
        return True
    return any(kinds_of(head_of(n), knowledge) & {"ARMED", "STATE", "WEAPON"} for n in (*draft.roles.actors, *draft.roles.recipients))


def _is_of_mishap(claim: Claim) -> bool:
    """Harm that nobody is said to have done, as is told of storms and crashes: "eleven guides were injured"."""
    return claim.event.type == DEED and not claim.actors and not claim.means and claim.event.mode in (None, "kill")


def _told_of(draft: Draft, knowledge: Knowledge) -> tuple[Token, ...]:
    """Events and weapons that do the striking: "these strikes destroyed", "the missiles hit"."""
    return tuple(t for t in draft.trigger.subjects if kinds_of(t, knowledge) & {"EVENT", "WEAPON"})


def _is_seat(town: Token, trigger: Trigger, knowledge: Knowledge) -> bool:
    """"sanctions on Minsk" are on its government, shells that go to Moscow are for it, files are shared with Ankara; flour goes to the people of Aleppo."""
    with_it = trigger.frame.type == "COOPERATE" and town.dep == "pobj" and town.head.lower == "with"
    return trigger.frame.type == "SANCTION" or ((trigger.frame.type == "AID" or with_it) and knowledge.metonym(town.text) is not None)


def _claim(draft: Draft, drafts: list[Draft], report: Report, before: Time | None) -> Claim:
    """One claim. `before` is the day of the event told last, from which "the same day" counts."""
    trigger, sentence, path, document = draft.trigger, draft.sentence, draft.path, report.document
    circumstances, spoken = report.circumstances, report.speech.of(trigger.token, sentence)
    voices = chain(path, report.referents, document, report.writings, spoken)
    evidence = evidence_of(draft, drafts, document, voices)
    event = Event(trigger.frame.type, _trigger_words(trigger, document), trigger.frame.mode or None)
    others = tuple(d.trigger for d in drafts if d is not draft)
    where = circumstances.where.places(trigger, draft.roles, sentence, others)
    if trigger.frame.type not in SPEECH:  # "urged Washington", "rejects Beijing's claim" are toward a government
        struck = [n for n in draft.roles.recipients if (n.pos == "PROPN" and (n.dep == "dative" or _is_seat(n, trigger, report.referents.knowledge))) or not circumstances.where.is_named_place(n, sentence)]
        draft.roles.recipients = [n for n in struck if not is_town_by_name(n)] or struck  # "shelled the town of Douma, killing twelve people"
    figures = circumstances.how_many.figures(trigger, draft.roles, sentence, draft.others, _verbs_of(drafts, draft))
    speaker = _speaker(path, spoken, report.referents) or (None if trigger.token.quoted else report.author)
    actors, recipients = _parties(draft, document, report.referents, speaker)
    status = _status(path, event, trigger)
    when = circumstances.when.time(trigger, draft.roles, sentence, status, before, others, draft.others)
    if status is Status.OCCURRED and event.type not in SPEECH - {"CONSULT"} and is_ahead(when, trigger.token, document):
        status = Status.PLANNED  # "teachers walk out tomorrow"
    key = (event.type, event.trigger.start, event.trigger.end, [v.name for v in voices], status.value, *((draft.number.start,) if draft.number else ()))
    claim = Claim(
        content_id("claim", document.id, report.digest, *key), document, evidence, event, status, voices, actors, recipients,
        where, when, figures, _means(draft, document), trace=_trace(draft, document),
    )  # fmt: skip
    return weighed(claim, draft, len(drafts), report.referents.knowledge)


def _verbs_of(drafts: list[Draft], draft: Draft) -> frozenset[Token]:
    """The verbs by which the other deeds of its type are told."""
    own = {draft.trigger.token, *draft.roles.also, *([draft.roles.light] if draft.roles.light else [])}
    others = (d for d in drafts if d is not draft and (d.trigger.frame.type == draft.trigger.frame.type or {d.trigger.frame.type, draft.trigger.frame.type} <= DEEDS) and not d.others)
    return frozenset(t for d in others for t in (d.trigger.token, *d.roles.also) if is_verb(t) and t not in own)


def _status(path: Path, event: Event, trigger: Trigger) -> Status:
    if event.type == "PROTEST" and path.status in (Status.OCCURRED, Status.ONGOING) and not trigger.nominal:
        return CALLED.get(trigger.token.lemma, path.status)
    if event.type == "PROTEST" and trigger.nominal and trigger.token.lemma == "call" and path.status is Status.OCCURRED:
        return Status.REQUESTED  # "calls for a general strike"
    if event.type == "REQUEST" and path.status in (Status.OCCURRED, Status.ONGOING):  # "is urging" has asked
        return Status.REQUESTED
    if event.type == "COERCE" and path.status is Status.REQUESTED and trigger.token.lemma == "serve" and not trigger.nominal:
        return Status.OCCURRED  # "must serve 18 years": the sentence is passed
    if event.type == "AID" and path.status is Status.OCCURRED and not trigger.nominal and trigger.token.lemma in PROMISING:
        return Status.PLANNED
    if event.type == "THREATEN" and path.status is Status.OCCURRED:
        return Status.THREATENED
    if path.status is Status.OCCURRED and any(w.lower == "due" for w in trigger.words):
        return Status.PLANNED  # "is due in Tokyo"
    return path.status


def _speaker(path: Path, spoken: Speaker | None, referents: Referents) -> Referent | None:
    """Whom "I" and "we" stand for: the innermost voice that is not itself in the first person."""
    whos = [said.who[0] for said in path.voices] + ([spoken[0][0]] if spoken else [])
    return next((referents.of(who) for who in whos if not _is_speaker(who)), None)


def _is_speaker(noun: Token) -> bool:
    """"I", "we", "us"; but "US" is a state."""
    return noun.lower in FIRST_PERSON and not noun.known and noun.text != "US"


def _parties(
    draft: Draft, document: Document, referents: Referents, speaker: Referent | None
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    actors = _participants(draft.roles.actors, document, referents, speaker)
    names = {a.name for a in actors}
    unsaid = all(a.lower in ("it", "this", "that") for a in draft.roles.actors)
    if unsaid and draft.trigger.frame.mode == "deny" and draft.trigger.token.lemma == "be" and draft.path.voices:
        actors = _participants(list(draft.path.voices[0].who), document, referents, speaker)  # "The reports are lies, the envoy said"
    recipients = _participants(draft.roles.recipients, document, referents, speaker)
    if not recipients and len(actors) > 1 and _is_mutual(draft.trigger):
        return actors, actors
    return actors, tuple(p for p in recipients if p.name not in names)


def _is_mutual(trigger: Trigger) -> bool:
    """"X and Y met", "X and Y agreed", "clashes between X and Y": each does it to the other."""
    return trigger.frame.type in MUTUAL or trigger.frame.mode == "clash"


def _participants(nouns: list[Token], document: Document, referents: Referents, speaker: Referent | None) -> tuple[Participant, ...]:
    out: list[Participant] = []
    named = any(noun.pos != "NUM" for noun in nouns)
    for noun in (each for n in nouns for each in _each_named(n, referents.knowledge)):
        if noun.dep == "conj" and noun.head in nouns and bare_pair(noun.head) is noun:
            continue  # "villages and towns" is one party, and stands with its first word
        if noun.pos == "NUM" and named:
            continue  # "killed six soldiers and wounded ten": a number more, but nobody else
        found = referents.of(noun)
        if _is_speaker(noun) and speaker is not None:
            found = replace(speaker, span=found.span)
        for each in (found, *_with(found, noun, referents)):
            made = participant(each, document.text, referents.knowledge)
            if not any(p.name == made.name for p in out):
                out.append(made)
    return tuple(out)


def _with(found: Referent, noun: Token, referents: Referents) -> Iterator[Referent]:
    """"Armenia and Azerbaijan said they had agreed", "the two sides met": the others whom a word stands for."""
    yield from (replace(referents.of(other), span=found.span) for other in found.others)
    if noun.lower in ("they", "them") and found.meant is not None:
        yield from (replace(referents.of(other), span=found.span) for other in conjuncts(found.meant)[1:] if other.pos == "PROPN")


def _each_named(noun: Token, knowledge: Knowledge) -> list[Token]:
    """"two brothers, A and B", "teachers A and B": each of the names beside them is a party."""
    names = next((conjuncts(a) for a in noun.all("appos") if a.pos == "PROPN" and a.ent == "PERSON" and a.i > noun.i), [])
    if (states := _of_several_states(noun, knowledge)) and not names:
        return states
    several = noun.tag in ("NN", "NNS") and len(names) > 1 and all(n.pos == "PROPN" for n in names)
    return names if several else [noun]


def _of_several_states(noun: Token, knowledge: Knowledge) -> list[Token]:
    """"Turkish and Russian officials": the adjectives of one plural that acts for states; "Libyan and Tunisian smugglers" act for nobody."""
    acting = noun.tag == "NNS" and knowledge.sector_of_noun(noun.lemma) in OF_STATES
    first = next((c for c in noun.all("amod") if c.all("conj")), None) if acting else None
    states = conjuncts(first) if first is not None else []
    return states if all(knowledge.adjective(c.text) for c in states) else []


def _means(draft: Draft, document: Document) -> tuple[Means, ...]:
    nouns = draft.roles.means
    words = [document.words(span_of(head_of(n))) for n in nouns if not (n.dep == "conj" and n.head in nouns and bare_pair(n.head) is n)]
    return tuple(Means(w.text, w) for w in words)


def _trigger_words(trigger: Trigger, document: Document) -> Words:
    token = trigger.token
    near = [w for w in trigger.words if abs(w.i - token.i) <= 2]
    return document.words(Span(min(w.start for w in near), max(w.end for w in near)))


def _trace(draft: Draft, document: Document) -> tuple[Step, ...]:
    steps = [Step(f"frame.{draft.trigger.frame.id}", document.words(draft.trigger.token.span), draft.trigger.frame.type)]
    if draft.roles.light is not None:
        steps.append(Step("clause.light-verb", document.words(draft.roles.light.span), draft.roles.light.lemma))
    steps += [Step(rule, document.words(cue.span), effect) for rule, cue, effect in draft.path.steps]
    return tuple(steps)


def _once(claims: list[Claim]) -> Iterator[Claim]:
    """Each id once: two triggers of one type on one word cannot be two claims."""
    seen: set[str] = set()
    for claim in claims:
        if claim.id not in seen:
            seen.add(claim.id)
            yield claim

