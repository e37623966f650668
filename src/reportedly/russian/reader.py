"""From Russian sentences to claims: an event word, who does it to whom, where, how many, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.document import Document, Words, content_id
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.records import Claim, Event, Figure, Participant, Reading, Step
from reportedly.russian.circumstances import figure_of, places_of, time_of
from reportedly.russian.parser import RussianParser
from reportedly.russian.phrases import country_of, name_of, phrase
from reportedly.russian.voices import voices_of
from reportedly.spans import Span
from reportedly.terms import FigureRole, Status
from reportedly.version import VERSION

CODEBOOK = "russian-1"
PARTIES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod"})


@lru_cache(maxsize=1)
def _parser() -> RussianParser:
    return RussianParser()


def read_russian(documents: Iterable[Document]) -> Iterator[Reading]:
    """A reading for each report. MissingExtraError when natasha is not installed."""
    parser = _parser()
    for document in documents:
        (parse,) = parser.parse([document])
        yield Reading(document, tuple(_claims(parse, parser)), (), CODEBOOK, VERSION)


def _claims(parse: Parse, parser: RussianParser) -> Iterator[Claim]:
    for sentence in parse.sentences:
        for trigger, kind, mode in _triggers(sentence):
            yield _claim(parse.document, sentence, trigger, kind, mode, parser)


def _triggers(sentence: Sentence) -> Iterator[tuple[Token, str, str | None]]:
    """Event words: verbs of the list, and nouns that a light verb makes a deed of."""
    words = load_data("russian.yaml")
    for token in sentence.tokens:
        if token.pos == "VERB" and token.lemma in words["events"] and token.dep not in PARTIES:  # "протестующие захватили": who, not what
            kind, mode = words["events"][token.lemma]
            yield token, kind, mode
        elif token.pos == "VERB" and token.lemma in words["light"]:
            for noun in token.all("obj", "nsubj:pass", "nsubj"):
                if found := words["light"][token.lemma].get(noun.lemma):
                    yield noun, found[0], found[1]


def _claim(document: Document, sentence: Sentence, trigger: Token, kind: str, mode: str | None, parser: RussianParser) -> Claim:
    verb = trigger if trigger.pos == "VERB" else trigger.head
    voices = voices_of(document, sentence, verb, parser)
    actors, recipients = _parties(verb, trigger)
    evidence = document.words(_clause(verb, [v.cue.start for v in voices if v.cue]))
    figures = tuple(_figures(document, recipients, mode))
    status = _status(verb, denied=any(v.stance == "denies" for v in voices))
    ident = content_id("claim", document.id, CODEBOOK, trigger.start, kind, [v.words.start for v in voices])
    step = Step(f"russian.{verb.lemma}", document.words(trigger.span), f"{kind} {mode or ''}".strip())
    return Claim(
        ident, document, evidence, Event(kind, document.words(trigger.span), mode), status, voices,
        tuple(_participant(document, t, parser) for t in actors), tuple(_participant(document, t, parser) for t in recipients),
        places_of(document, verb, parser), time_of(document, verb, trigger), figures, confidence=0.5, trace=(step,),
    )  # fmt: skip


def _parties(verb: Token, trigger: Token) -> tuple[list[Token], list[Token]]:
    """Who does it, and to whom: by case and voice."""
    words = load_data("russian.yaml")
    subjects = verb.all("nsubj")
    if verb.lemma in words["recipient_is_subject"]:
        return [], subjects
    if passive := verb.all("nsubj:pass"):
        return [t for t in verb.all("obl") if t.tag.startswith("Ins") and not t.all("case")], passive if trigger is verb else []
    patients = [t for t in verb.all("obj", "iobj") if t is not trigger]
    if trigger is not verb:  # "удар по рынку"
        patients += [t for t in trigger.all("nmod") + verb.all("obl") if any(c.lemma == "по" for c in t.all("case"))]
    elif not patients:  # "напасть на колонну"
        patients = [t for t in verb.all("obl") if any(c.lemma == "на" for c in t.all("case")) and t.tag.startswith("Acc")]
    return subjects, patients


def _participant(document: Document, head: Token, parser: RussianParser) -> Participant:
    span = phrase(head)
    return Participant(name_of(head, parser), document.words(span), None, *country_of(head))


def _status(verb: Token, *, denied: bool) -> Status:
    words = load_data("russian.yaml")
    governor = verb.head if verb.dep in ("xcomp", "csubj") else verb
    if denied or any(c.lemma == "не" for c in (*verb.children, *governor.children)):
        return Status.DENIED
    if "Fut" in verb.tag.split() or governor.lemma in words["plans"]:
        return Status.PLANNED
    if governor.lemma in words["may"] or any(c.lemma in words["may"] for c in verb.children):
        return Status.POSSIBLE
    return Status.REQUESTED if verb.lemma.startswith(("призв", "призыв", "требов", "потребов")) else Status.OCCURRED


def _figures(document: Document, recipients: list[Token], mode: str | None) -> Iterator[Figure]:
    role = load_data("russian.yaml")["harm"].get(mode or "", "other")
    for head in recipients:
        if (number := figure_of(head)) is not None:
            words: Words = document.words(phrase(head))
            yield Figure(words.text, words, number, number, role=FigureRole(role))


def _clause(verb: Token, cues: list[int]) -> Span:
    """The clause of a verb: what hangs on it, without punctuation at its ends, up to the words that bring in who tells it."""
    reporting: set[str] = {lemma for group in load_data("russian.yaml")["reporting"].values() for lemma in group}
    end = min((cue for cue in cues if cue > verb.start), default=None)
    kept = [t for t in _below(verb, reporting) if t.pos != "PUNCT" and (end is None or t.start < end)]
    return Span(min(t.start for t in kept), max(t.end for t in kept))


def _below(token: Token, reporting: set[str]) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep == "parataxis" or (child.lemma in reporting and child.pos == "VERB") or child.dep == "mark":
            continue
        yield from _below(child, reporting)


