"""Every attribution of a report, event or no event: who (source), says by which words (cue), what (content).

Claims need only the voices above an event; this is the wider view that quotation research takes, after PolNeAR
(Newell et al., LREC 2018): source, cue and content as exact stretches of the text. Speech, thought and demands count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.attribute.contents import WORDY, content_of
from reportedly.attribute.cues import is_cue, of_verb
from reportedly.attribute.stretches import Run, Stretches
from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import is_passive, is_verb
from reportedly.language.parse import Parse, Token
from reportedly.language.verb_forms import has_that, is_finite, is_infinitive
from reportedly.spans import Span

BEING = frozenset({"be", "feel", "remain", "seem", "look", "become", "appear"})
LONGEST_TELLER = 8  # words
IMPERSONAL = frozenset({"it", "there", "this", "that"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue or content are empty when the report does not hold them; a quotation cut in two has two contents."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    rule: str


def attributions(parse: Parse) -> Iterator[Attribution]:
    """The attributions of a report in the order of the text, those inside another's content included.

    Quoted sentences that follow ("… he said. “We never left.”") are a content without a cue of its own.
    """
    line = Stretches(parse)
    found = [a for token in line.tokens for a in _at(token, line)]
    yield from found
    yield from _continued(found, line)


def _at(token: Token, line: Stretches) -> Iterator[Attribution]:
    if token.lower == "according" and token.dep in ("prep", "ROOT", "advmod", "acl"):
        yield from _according(token, line)
    elif token.lower == ":":
        yield from _colon(token, line)
    elif token.pos == "NOUN":
        yield from _noun(token, line)
    elif token.lower in voice_words().minds:
        yield from _state_of_mind(token, line)
    elif is_cue(token):
        source, cue = source_of(token, line), of_verb(token, line)
        content = content_of(token, {n for run in (source, cue) if run for n in range(run[0], run[1] + 1)}, line)
        if content:
            yield _attribution(source, cue, content, f"verb.{token.lemma}", line)


def _according(cue: Token, line: Stretches) -> Iterator[Attribution]:
    to = cue.first("prep")
    who = to.first("pobj") if to else None
    if to is not None and who is not None:
        content = line.runs(line.under(cue.head) - line.under(cue))
        yield _attribution(line.around(who), (line.at[cue.i], line.at[to.i]), content, "according-to", line)


def _colon(mark: Token, line: Stretches) -> Iterator[Attribution]:
    """"Police: Two held over theft": a name or a teller at the head of a sentence, and what it says behind the colon."""
    first, end = line.bounds(mark)
    last = line.at[mark.i] - 1
    before, behind = line.tokens[first : last + 1], line.tokens[last + 2 : end + 1]
    if not 0 < len(before) <= LONGEST_TELLER or not any(is_verb(t) for t in behind):
        return
    if any(is_verb(t) or t.quoted or t.pos == "ADP" or t.text == ":" for t in before):
        return
    words = voice_words()
    if before[-1].ent in ("PERSON", "ORG", "GPE", "NORP") or before[-1].known or before[-1].lemma in words.anonymous | words.spokes | words.documents:
        yield _attribution((first, last), (last + 1, last + 1), line.runs(set(range(last + 2, end + 1))), "colon", line)


def _noun(noun: Token, line: Stretches) -> Iterator[Attribution]:
    """"the mayor's claim that …", "her decision to …": whose it is, the noun with what describes it, the clause."""
    words, whose = voice_words(), noun.first("poss")
    told = [c for c in noun.all("acl", "ccomp") if c.i > noun.i and has_that(c)] if noun.lemma in words.nouns else []
    willed = [c for c in noun.all("acl") if c.i > noun.i and is_infinitive(c)] if whose is not None and noun.lemma in words.wills else []
    clause = next(iter((*told, *willed)), None)
    if clause is None or (noun.dep == "dobj" and noun.head.lemma in words.verbs):
        return
    first = last = line.at[noun.i]
    while line.tokens[first - 1] in noun.all("amod", "compound"):
        first -= 1
    yield _attribution(line.around(whose) if whose else None, (first, last), line.runs(line.under(clause)), f"noun.{noun.lemma}", line)


def _state_of_mind(word: Token, line: Stretches) -> Iterator[Attribution]:
    """"the owner is sure that …", "was willing to …": the verb and the adjective are the cue."""
    verb = word.head if word.dep == "acomp" and word.head.lemma in BEING else word
    subject = verb.first("nsubj", "nsubjpass")
    clause = next((c for node in (word, verb) for c in node.all("ccomp", "xcomp") if c.i > word.i and (is_finite(c) or is_infinitive(c))), None)
    if clause is None or subject is None or subject.lower in IMPERSONAL:
        return
    yield _attribution(line.around(subject), (of_verb(verb, line)[0], line.at[word.i]), line.runs(line.under(clause)), f"mind.{word.lower}", line)


def source_of(verb: Token, line: Stretches) -> Run | None:
    """The subject (or the by-phrase of a passive) with its modifiers and, before the verb, its closing comma."""
    if is_passive(verb):
        agents = [p for c in verb.children if c.dep == "agent" for p in c.all("pobj")]
        return line.around(agents[0]) if agents else None
    subject = verb.first("nsubj")
    if subject is not None:
        first, last = line.around(subject)
        comma = (
            subject.i < verb.i
            and last + 1 < len(line.tokens)
            and line.tokens[last + 1].lower == ","
            and "," in (t.lower for t in line.tokens[first:last])
        )
        return first, last + comma
    if verb.dep in ("conj", "xcomp", "advcl") and is_verb(verb.head):
        return source_of(verb.head, line)
    return None


def _continued(found: list[Attribution], line: Stretches) -> Iterator[Attribution]:
    """Quotations of whole sentences that no cue outside them was found for."""
    for run in line.quotations():
        whole = line.span(run)
        told = any(whole.overlaps(c) for a in found if a.cue and not whole.holds(a.cue) for c in a.content)
        clause = any(is_verb(t) and is_finite(t) for t in line.tokens[run[0] : run[1] + 1])
        if run[1] - run[0] >= WORDY and clause and not told:
            yield Attribution(None, None, (whole,), "quotation")


def _attribution(source: Run | None, cue: Run, content: list[Run], rule: str, line: Stretches) -> Attribution:
    return Attribution(line.span(source) if source else None, line.span(cue), tuple(line.span(c) for c in content), rule)
