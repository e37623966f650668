"""Who says it: "X заявил, что …", "…, сообщил X", "по словам X", "как сообщает X"; voice inside voice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from reportedly.codebooks.data import load_data
from reportedly.document import Document
from reportedly.language.parse import Sentence, Token
from reportedly.records import Voice
from reportedly.russian.phrases import name_of, phrase
from reportedly.terms import Stance, VoiceKind

if TYPE_CHECKING:
    from reportedly.russian.parser import RussianParser

NAMES = {"PER": VoiceKind.PERSON, "ORG": VoiceKind.ORGANISATION, "LOC": VoiceKind.GOVERNMENT}


@lru_cache(maxsize=1)
def _stances() -> dict[str, Stance]:
    return {lemma: Stance(stance) for stance, lemmas in load_data("russian.yaml")["reporting"].items() for lemma in lemmas}


def voices_of(document: Document, sentence: Sentence, verb: Token, parser: RussianParser) -> tuple[Voice, ...]:
    """The chain of voices over a clause, the outermost first."""
    found: list[tuple[Token, Token]] = []  # (cue, head of who says it), the innermost first
    for node in (verb, *verb.ancestors()):
        if node is not verb and node.lemma in _stances() and (speaker := _speaker(node, sentence)):
            found.append((node, speaker))
        found += _beside(node, sentence)
    found += _other_root(sentence, verb)
    unique = dict.fromkeys((cue.i, speaker.i) for cue, speaker in found)
    by_number = {t.i: t for t in sentence.tokens}
    return tuple(_voice(document, by_number[cue], by_number[speaker], parser) for cue, speaker in reversed(unique))


def _beside(node: Token, sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Voices that stand beside a clause: a verb of saying set off by commas, or "по словам X"."""
    sources = load_data("russian.yaml")["sources"]
    for child in node.children:
        if child.pos == "VERB" and child.lemma in _stances() and child.dep in ("parataxis", "advcl", "conj", "discourse"):
            if child.dep != "conj" and (speaker := _speaker(child, sentence)):
                yield child, speaker
        elif child.lemma in sources and any(c.lemma == "по" for c in child.all("case")):
            yield from ((child, speaker) for speaker in child.all("nmod")[:1])


def _other_root(sentence: Sentence, verb: Token) -> Iterator[tuple[Token, Token]]:
    """A verb of saying that the parser left standing by itself behind the clause: "…, рассказал очевидец"."""
    for token in sentence.tokens:
        behind = token.is_root and token.i > verb.i and token.lemma in _stances() and verb not in set(token.subtree())
        if behind and (speaker := _speaker(token, sentence)):
            yield token, speaker


def _speaker(cue: Token, sentence: Sentence) -> Token | None:
    """Who says it: the subject; or, where the parser hung it elsewhere, the name that follows the verb."""
    if subject := cue.first("nsubj"):
        return subject
    after = [t for t in sentence.tokens if t.i > cue.i and t.ent_first and t.ent in ("PER", "ORG")]
    if not after:
        return None
    name = [t for t in sentence.tokens if t.i >= after[0].i and t.ent == after[0].ent]
    return next((t for t in name if t.pos in ("NOUN", "PROPN")), after[0])


def _voice(document: Document, cue: Token, speaker: Token, parser: RussianParser) -> Voice:
    kind = next((VoiceKind(k) for k, lemmas in load_data("russian.yaml")["kinds"].items() if speaker.lemma in lemmas), None)
    people = [t for t in (speaker, *speaker.all("appos")) if t.ent]
    kind = kind or (NAMES[people[-1].ent] if people else VoiceKind.PERSON if speaker.pos == "NOUN" else VoiceKind.UNKNOWN)
    person = next((t for t in speaker.all("appos") if t.ent == "PER"), None)
    name = name_of(person, parser) if person else name_of(speaker, parser)
    return Voice(name, document.words(phrase(speaker)), kind, None, document.words(cue.span), _stances().get(cue.lemma, Stance.ASSERTS))
