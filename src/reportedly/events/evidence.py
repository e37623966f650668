"""The words that say it: the sentence, or, where a sentence tells several events, the event's clause and who says it."""

from __future__ import annotations

from reportedly.document import Document, Words
from reportedly.events.draft import Draft
from reportedly.events.echo import DISMISSED
from reportedly.language.clauses import clause_of
from reportedly.language.parse import Sentence, Token
from reportedly.records import Voice
from reportedly.spans import Span

BREAKS = frozenset({",", ";", ":", "-", "–", "—"})
SHORT = 12  # tokens: such a sentence is not cut


def evidence_of(draft: Draft, drafts: list[Draft], document: Document, voices: tuple[Voice, ...]) -> Words:
    """The sentence; the clause, with the attribution beside it, when the sentence tells several events."""
    sentence = draft.sentence
    if len(drafts) == 1 or len(sentence.tokens) <= SHORT:
        return document.words(sentence.span)
    clause = clause_of(draft.roles.light or draft.trigger.token)
    last = sentence.tokens[-1].i
    if draft.trigger.frame is DISMISSED:  # "denied the accusation and said that …": what else was said is no word of the denial
        last = min((t.i - 1 for c in clause.all("cc", "conj") for t in c.subtree() if t.i > draft.trigger.token.i), default=last)
    last = min(last, _before_aside(draft, drafts, clause, sentence))
    tokens = [t for t in clause.subtree() if sentence.tokens[0].i <= t.i <= last]
    start = next((t.start for t in sorted(tokens, key=lambda t: t.i) if t.lower not in BREAKS), tokens[0].start)
    span = Span(start, max(t.end for t in tokens))
    return document.words(_with_attribution(span, draft, drafts, voices))


def _before_aside(draft: Draft, drafts: list[Draft], clause: Token, sentence: Sentence) -> int:
    """The last word before ", which has killed hundreds": what is told beside the last noun of a clause is an event of its own, if it is one."""
    inside, end = set(clause.subtree()), max(t.i for t in clause.subtree())
    told = {d.trigger.token for d in drafts if d is not draft}
    for relative in (t for t in inside if t.dep == "relcl" and t is not clause):
        words = list(relative.subtree())
        start = min(t.i for t in words)
        comma = any(t.i == start - 1 and t.lower == "," for t in sentence.tokens)
        if comma and max(t.i for t in words) >= end - 1 and start > draft.trigger.token.i and told & set(words) and draft.trigger.token not in words:
            return start - 2
    return sentence.tokens[-1].i


def _with_attribution(span: Span, draft: Draft, drafts: list[Draft], voices: tuple[Voice, ...]) -> Span:
    """The clause and who says it, innermost first, as long as nothing else is told between them: "the navy said on Friday it had seized two boats"."""
    inside, triggers = draft.sentence.span, [d.trigger.token.start for d in drafts if d is not draft]
    for voice in reversed(voices):
        said = [w.span for w in (voice.words, voice.cue) if w is not None and inside.start <= w.span.start and w.span.end <= inside.end]
        if not said:
            break
        start, end = min(span.start, *(w.start for w in said)), max(span.end, *(w.end for w in said))
        if any(start <= t < span.start or span.end <= t < end for t in triggers):
            break
        span = Span(_with_article(start, draft.sentence), end)
    return span


def _with_article(start: int, sentence: Sentence) -> int:
    """Where the words begin with "the" or "a" before them: a voice is named without."""
    before = next((t for t in reversed(sentence.tokens) if t.end <= start), None)
    return before.start if before is not None and before.pos == "DET" else start
