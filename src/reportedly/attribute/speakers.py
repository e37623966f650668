"""Who speaks where the sentence itself does not say: quotation runs, and statements that a colon opens."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest

from reportedly.attribute.cues import tells
from reportedly.attribute.said_this import tellers_behind
from reportedly.attribute.writings import ISSUING
from reportedly.codebooks.operators import voice_words
from reportedly.intake.labels import LABEL_PART
from reportedly.intake.transcript import ASKS, NAMELESS, SPEAKER
from reportedly.language.clauses import is_passive, is_verb, subjects
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Parse, Sentence, Token

MIN_SPEECH = 5  # shorter runs are names, titles or scare quotes, not speech that goes on

LONGEST_TAG = 6  # words
OPENING = frozenset({'"', "“", "‘", "'"})
DASHES = frozenset({"–", "—", "-", "--"})
CLOSING = frozenset({'"', "”", "’", "'"})
REPORTS = frozenset({"report", "have", "file", "join", "explain"})  # "Ann Lee has the story"

type Speaker = tuple[tuple[Token, ...], Token]  # who, cue


@dataclass(slots=True)
class Speech:
    """Speakers by quotation run, and by sentence for a statement printed without marks after "X said:"."""

    runs: dict[int, Speaker] = field(default_factory=dict)
    sentences: dict[int, Speaker] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)  # questions of a transcript, which claim nothing

    def of(self, token: Token, sentence: Sentence) -> Speaker | None:
        """Who says the words at a token, if they are speech."""
        if token.quoted and sum(t.quoted == token.quoted for t in sentence.tokens) >= MIN_SPEECH:
            return self.runs.get(token.quoted)
        return self.sentences.get(sentence.number)


def speeches(parse: Parse) -> Speech:
    """The speech of a report. A run without a speaker of its own takes that of the run before it in the paragraph."""
    speech = Speech()
    last: Speaker | None = None
    statement: Speaker | None = None
    paragraph = -1
    spoken, own = _wholly_quoted(parse), _signed(parse)
    speaking = False  # whether the last sentence held somebody's words
    before: dict[int, int] = {}  # the runs that ended the last sentence
    for sentence, behind in zip_longest(parse.sentences, parse.sentences[1:]):
        runs = _lengths(sentence)
        cue = _cue(sentence) or _issued(sentence, behind)
        if sentence.paragraph != paragraph:
            carried = next((speech.runs[r] for r in runs if r in speech.runs), None)
            goes_on = carried is None and speaking and sentence.paragraph in spoken and paragraph + 1 == sentence.paragraph
            last, paragraph = last if goes_on else carried, sentence.paragraph
            if runs and statement is not None and max(runs.values()) >= MIN_SPEECH:
                last, statement = statement, None
        if (tag := _tag(sentence)) is not None:
            for run in before:
                speech.runs.setdefault(run, tag)
        before = runs if sentence.tokens[-1].quoted or sentence.tokens[-1].text in CLOSING else {}
        if cue is None and (signed := _signature(sentence)) is not None:
            for run in runs:
                speech.runs.setdefault(run, signed)
        elif cue is not None:
            last = (subjects(cue), cue)
            for run in runs:
                speech.runs.setdefault(run, last)
            if _opens_statement(sentence):
                statement = last
                continue
        elif last is not None:
            for run, length in runs.items():
                if length >= MIN_SPEECH:
                    speech.runs.setdefault(run, own.get(run, last))
        speaking = last is not None and bool(runs)
        if statement is not None and not runs:
            speech.sentences[sentence.number] = statement
    for sentence in parse.sentences:
        if sentence.part and sentence.part not in (SPEAKER, LABEL_PART):
            _sign(sentence, parse, speech)
    _by_label(parse, speech)
    for sentence, speaker in tellers_behind(parse):
        speech.sentences.setdefault(sentence.number, speaker)
    return speech


def _signed(parse: Parse) -> dict[int, Speaker]:
    """The speaker that a quotation of several sentences has of its own: "“They shot him. They burned the mill,” said Ali", whoever spoke before."""
    own: dict[int, Speaker] = {}
    for sentence in parse.sentences:
        if (cue := _cue(sentence)) is not None:
            for run in _lengths(sentence):
                own.setdefault(run, (subjects(cue), cue))
    return own


def _wholly_quoted(parse: Parse) -> set[int]:
    """The paragraphs of nothing but somebody's words: right behind a quotation they are most often the same one's."""
    other = {s.paragraph for s in parse.sentences if s.part or s.headline or any(not t.quoted and t.pos != "PUNCT" for t in s.tokens)}
    return {s.paragraph for s in parse.sentences} - other


def _by_label(parse: Parse, speech: Speech) -> None:
    """"General Abadi: …" in a transcript: who says all that follows, up to the next label. Whom the host calls on to report tells in
    the report's own voice."""
    speaker: Speaker | None = None
    asks = False
    own: set[str] = set()
    for sentence in parse.sentences:
        if sentence.part == SPEAKER:
            asks = sentence.root.lower in ASKS
            name = next((t for t in reversed(sentence.tokens) if t.pos in ("PROPN", "NOUN")), sentence.root)
            speaker = None if sentence.root.lower in NAMELESS or name.lower in own else ((name,), name)
            continue
        own |= {s.lower for t in sentence.tokens if asks and t.lemma in REPORTS for s in t.all("nsubj") if s.pos == "PROPN"}
        if asks and sentence.tokens[-1].lower == "?":
            speech.asked.add(sentence.number)
        elif speaker is not None:
            speech.sentences[sentence.number] = speaker


def _sign(part: Sentence, parse: Parse, speech: Speech) -> None:
    """"… - Saudi state TV", "Police: …": who signs a headline says all of it."""
    noun = part.root
    words = voice_words()
    if part.part == "topic" and noun.ent != "ORG" and not {noun.lemma, noun.lower} & (words.anonymous | words.spokes | words.titles):
        return
    signed = part.paragraph + (1 if part.part == "topic" else -1)
    for sentence in parse.sentences:
        if sentence.paragraph == signed:
            speech.sentences[sentence.number] = ((noun,), noun)


def _cue(sentence: Sentence) -> Token | None:
    """The reporting verb outside the quotations of a sentence, with its subject."""
    return next((t for t in sentence.tokens if is_verb(t) and not t.quoted and tells(t) and not is_passive(t) and subjects(t)), None)


def _issued(sentence: Sentence, behind: Sentence | None) -> Token | None:
    """"The party issued a statement on Friday:": whoever puts out the quotation that the colon opens. Without marks a press release gives its own."""
    verb = sentence.root
    if not _opens_statement(sentence) or behind is None or not any(t.quoted for t in behind.tokens) or verb.lemma not in ISSUING or is_passive(verb) or not subjects(verb):
        return None
    return verb if any(kind_of(o) == "DOCUMENT" for o in verb.all("dobj")) else None


def _signature(sentence: Sentence) -> Speaker | None:
    """"Eyewitness Pedro Cruz: “The guards fired.”", "“They shot him” – Omar Badr, a lawyer": the name beside a quotation, set off by a colon or a dash."""
    quoted = [n for n, t in enumerate(sentence.tokens) if t.quoted]
    before = [t for t in sentence.tokens[: quoted[0]] if t.text not in OPENING] if quoted else []
    behind = [t for t in sentence.tokens[quoted[-1] + 1 :] if t.text not in CLOSING] if quoted else []
    if before and before[-1].text == ":" and not any(t.text not in ".!?" for t in behind):
        words = before[:-1]
    elif behind and behind[0].text in DASHES and not before:
        words = behind[1 : next((n for n, t in enumerate(behind) if t.text in (",", "(")), None)]
    else:
        return None
    name = next((t for t in reversed(words) if t.pos in ("PROPN", "NOUN")), None)
    return None if name is None or len(words) > LONGEST_TAG + 2 or any(is_verb(t) for t in words) else ((name,), name)


def _tag(sentence: Sentence) -> Speaker | None:
    """"… Where were the soldiers?" Mr Adda asked.": who said the quotation that ended the sentence before."""
    root, words = sentence.root, [t for t in sentence.tokens if t.pos != "PUNCT"]
    if len(words) > LONGEST_TAG or any(t.quoted for t in sentence.tokens) or not is_verb(root) or not tells(root) or root.first("ccomp", "xcomp", "prep") is not None:
        return None
    who = subjects(root) or tuple(o for o in root.all("dobj") if root is words[0] and o.pos == "PROPN")  # "asked Ann Lee"
    return (who, root) if who else None


def _opens_statement(sentence: Sentence) -> bool:
    """"The minister said:" at the end of a paragraph."""
    return sentence.tokens[-1].lower == ":" and len(sentence.tokens) <= 30


def _lengths(sentence: Sentence) -> dict[int, int]:
    counts: dict[int, int] = {}
    for token in sentence.tokens:
        if token.quoted:
            counts[token.quoted] = counts.get(token.quoted, 0) + 1
    return counts
