"""Who speaks in each quotation run, also where the speaker is named a sentence away."""

from __future__ import annotations

from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import is_passive, is_verb, subjects
from reportedly.language.parse import Parse, Sentence, Token

MIN_SPEECH = 5  # shorter runs are names, titles or scare quotes, not speech that goes on


def speakers(parse: Parse) -> dict[int, tuple[tuple[Token, ...], Token]]:
    """Quotation run → (who, cue). A run without a speaker of its own takes that of the run before in its paragraph."""
    verbs = voice_words().verbs
    out: dict[int, tuple[tuple[Token, ...], Token]] = {}
    last: tuple[tuple[Token, ...], Token] | None = None
    paragraph = -1
    for sentence in parse.sentences:
        runs = _runs(sentence)
        cue = next((t for t in sentence.tokens if not t.quoted and is_verb(t) and t.lemma in verbs and not is_passive(t) and subjects(t)), None)
        if sentence.paragraph != paragraph and not (runs and runs[0] in out):
            last = None if not runs else last if runs[0] in out else None
        paragraph = sentence.paragraph
        if cue is not None:
            last = (subjects(cue), cue)
            for run in runs:
                out.setdefault(run, last)
        elif last is not None:
            for run, length in _lengths(sentence).items():
                if length >= MIN_SPEECH:
                    out.setdefault(run, last)
    return out


def _runs(sentence: Sentence) -> list[int]:
    return list(dict.fromkeys(t.quoted for t in sentence.tokens if t.quoted))


def _lengths(sentence: Sentence) -> dict[int, int]:
    counts: dict[int, int] = {}
    for token in sentence.tokens:
        if token.quoted:
            counts[token.quoted] = counts.get(token.quoted, 0) + 1
    return counts


def in_speech(token: Token, sentence: Sentence) -> bool:
    """Inside a quotation long enough to be speech."""
    return bool(token.quoted) and sum(t.quoted == token.quoted for t in sentence.tokens) >= MIN_SPEECH
