"""By which words something is attributed: verbs of saying, thinking, demanding and of stance, with what belongs to their wording."""

from __future__ import annotations

from reportedly.attribute.stretches import Run, Stretches
from reportedly.codebooks.operators import operators, voice_words
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token
from reportedly.language.verb_forms import is_finite, is_infinitive

BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
KEPT_UP = frozenset({"continue", "begin", "start", "try", "seem", "appear", "come", "fail", "go", "keep"})
NOT_SAID = frozenset({"see", "hear", "watch", "need", "make", "require", "allow", "let", "push", "invite", "think", "know"})  # with no that-clause
HEARD = frozenset({"tell", "say"})  # their object hears it or is a word of its own ("said a prayer")


def is_cue(verb: Token) -> bool:
    """A verb that may attribute: of saying, thought, demand or stance, in that sense as far as its particle tells."""
    if not is_verb(verb) or verb.dep in ("aux", "auxpass", "amod") or _merely_seen(verb) or _is_yet_to_be_said(verb):
        return False
    return tells(verb) or binds(verb) or minds(verb) or wills(verb)


def tells(verb: Token) -> bool:
    """A reporting verb, with its particle if it needs one ("point out", "go on")."""
    beside = {c.lower for c in verb.children}
    return any(set(particle) <= beside for particle, _ in voice_words().verbs.get(verb.lemma, ()))


def binds(verb: Token) -> bool:
    """A speech act that is no report: promise, threaten, demand, condemn …; "call for" only with its "for"."""
    beside = {c.lower for c in verb.children}
    return any(operator.voice and set(rest) <= beside for rest, operator in operators().verbs.get(verb.lemma, ()))


def needs(verb: Token, prep: str) -> bool:
    """"call for", "call on": the preposition belongs to the wording."""
    if any(a.prep == prep for a in voice_words().attitudes.get(verb.lemma, ())):
        return True
    return any(rest[:1] == (prep,) for rest, operator in operators().verbs.get(verb.lemma, ()) if operator.voice and prep != "to")


def minds(verb: Token) -> bool:
    """A verb of attitude or topic, with what its wording asks for: "referred to it", "called it a lie"."""
    beside = {c.lower for c in verb.children if c.dep in ("prep", "prt")}
    return any(not a.inf and (not a.prep or a.prep in beside) and (not a.called or bool(names(verb))) for a in voice_words().attitudes.get(verb.lemma, ()))


def wills(verb: Token) -> bool:
    """A verb of will with an infinitive: "plans to sell"."""
    return any(a.inf for a in voice_words().attitudes.get(verb.lemma, ())) and any(is_infinitive(c) for c in verb.all("xcomp"))


def names(verb: Token) -> list[Token]:
    """What an object is called: "called it a lie", "saw it as a threat"."""
    named = [c for c in verb.children if c.dep in ("oprd", "xcomp") or (c.dep == "prep" and c.lower == "as") or (c.dep == "ccomp" and not is_finite(c))]
    named += [c for c in verb.all("advcl") if c.pos == "ADJ" and any(t.lower == "as" for t in c.children)]
    return named + verb.all("dobj")[1:]


def quotes(verb: Token) -> bool:
    """A verb that takes a quotation."""
    return any("quote" in r.complement for _, r in voice_words().verbs.get(verb.lemma, ()))


def takes_object(verb: Token) -> bool:
    """A verb whose object is what is said, not who hears it."""
    if verb.lemma in HEARD:
        return False
    return binds(verb) or minds(verb) or any("object" in r.complement and not r.weak for _, r in voice_words().verbs.get(verb.lemma, ()))


def governed(verb: Token) -> list[Token]:
    """The noun or gerund behind the preposition that belongs to the wording ("called for calm", "called for sharing it")."""
    return [p for c in verb.all("prep") if needs(verb, c.lower) for p in c.all("pobj", "pcomp")]


def of_verb(verb: Token, line: Stretches) -> Run:
    """The verb with its auxiliaries and adverbs to the left, its particle or preposition ("called for") to the right."""
    first = last = line.at[verb.i]
    left = {line.at[c.i] for c in verb.children if c.dep in BEFORE_VERB and c.i < verb.i}
    while first - 1 in left:
        first -= 1
    if verb.dep == "xcomp" and verb.head.lemma in KEPT_UP and first == line.at[verb.head.i] + 1:
        first = of_verb(verb.head, line)[0]
    right = {line.at[c.i] for c in verb.children if c.dep == "prt" or (c.dep == "prep" and needs(verb, c.lower))}
    while last + 1 in right:
        last += 1
    return first, last


def _is_yet_to_be_said(verb: Token) -> bool:
    """"a chance to deny it", "came to complain": an infinitive says nothing yet, unless it goes on ("continued to deny it")."""
    return is_infinitive(verb) and not (verb.dep == "xcomp" and verb.head.lemma in KEPT_UP)


def _merely_seen(verb: Token) -> bool:
    """Perception, need and cause are attributions only where they govern a finite clause."""
    return verb.lemma in NOT_SAID and not minds(verb) and not any(c.dep == "ccomp" and is_finite(c) for c in verb.children)
