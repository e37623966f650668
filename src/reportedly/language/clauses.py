"""Who is the subject of what: arguments in deep roles over the dependency tree.

Passives, control, relatives, participles and conjunctions are undone here, so that later stages ask only
`subjects(verb)` and `objects(verb)` and never look at labels. Each answer is a tuple of head nouns.

Source of the labels: ClearNLP guidelines (Choi 2012), as spaCy's English models use them.
"""

from __future__ import annotations

from reportedly.language.control import (
    ANSWERING_DEEDS,
    AWAY_FROM,
    BY_THEMSELVES,
    GIVING,
    HIRING,
    JUDGED,
    LAYING,
    OBJECT_CONTROL,
    PLEADING,
    PUNISHING,
    SAYING,
    STATES,
    SUMMONED_FOR,
    TELLING_BODIES,
)
from reportedly.language.coordination import NOUNS, RELATIVE, expand
from reportedly.language.doers import is_able
from reportedly.language.noun_above import is_of_noun_above, is_who_said_of
from reportedly.language.parse import Token
from reportedly.language.verb_forms import gapped, is_finite, is_ranked

SUBJECT = ("nsubj", "csubj")
PASSIVE_SUBJECT = ("nsubjpass", "csubjpass")
MAX_DEPTH = 6
PHRASES = {("in", "front"): "in front of", ("at", "hands"): "at the hands of"}  # nouns that are half a preposition
# Nouns by which someone answers for a deed: "responsibility for the blast", "a part in the killing".
ANSWERING = frozenset(["responsibility", "involvement", "participation", "complicity", "part", "role", "hand", "credit", "blame", "guilt"])


def is_verb(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")


def is_perfect(verb: Token) -> bool:
    """"has urged them to leave": in the active, which the same participle in "was urged to leave" is not."""
    return verb.first("nsubjpass", "auxpass") is None and any(c.dep == "aux" and c.lemma == "have" for c in verb.children)


def is_passive(verb: Token) -> bool:
    """True when the surface subject is the deep object."""
    if verb.first("nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    if verb.tag != "VBN" or verb.first("aux", "nsubj") is not None or verb.lemma in BY_THEMSELVES:
        return False
    if verb.first("agent") is not None or (verb.dep == "acomp" and verb.head.lemma == "be"):  # "was also collared": no mere state
        return True
    if verb.dep == "conj" and is_verb(verb.head):
        return is_passive(verb.head)
    if verb.dep in ("xcomp", "oprd") and (verb.head.lemma in STATES or (verb.dep == "oprd" and is_passive(verb.head))):
        return True
    return verb.dep in ("acl", "advcl", "relcl") and verb.first("dobj") is None


def subjects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The deep subject: who does it. Empty when the text does not say."""
    if depth > MAX_DEPTH:
        return ()
    if is_passive(verb):
        return agents(verb)
    own = _subject_words(verb)
    if own:
        return expand(own)
    return _inherited(verb, depth)


def _subject_words(verb: Token) -> list[Token]:
    """The nouns labelled subject; of "whom the gunmen killed" not the pronoun, which the model calls a second one."""
    own = verb.all(*SUBJECT)
    if len(own) > 1 and own[-1].pos == "PROPN" and own[0].pos == "NOUN":  # "the news agency X said": the name is the subject
        return own[-1:]
    return [s for s in own if s.lower not in RELATIVE] if len(own) > 1 else own


def agents(verb: Token) -> tuple[Token, ...]:
    """The by-phrase of a passive."""
    found = [p for c in verb.children if c.dep == "agent" or (c.dep == "prep" and c.lower == "by") for p in c.all("pobj") if not _is_count(p)]
    if not found and verb.dep == "conj" and is_verb(verb.head) and not _has_own_subject(verb):
        return agents(verb.head)
    if not found and (last := gapped(verb)) is not None:
        return agents(last)
    return expand(found)


def surface_subjects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The grammatical subject, whatever its deep role."""
    own = verb.all(*SUBJECT, *PASSIVE_SUBJECT)
    if own:
        return expand(own)
    if depth > MAX_DEPTH:
        return ()
    if is_passive(verb):
        return objects(verb, depth + 1)
    return _inherited(verb, depth)


def _is_count(noun: Token) -> bool:
    """"by the students' count", "by his own account": by what it is told, and not who did it."""
    return noun.lower in ("count", "account", "reckoning", "telling") and noun.first("poss") is not None


def _has_own_subject(verb: Token) -> bool:
    return any(c.dep in SUBJECT or c.dep in PASSIVE_SUBJECT for c in verb.children)


def _inherited(verb: Token, depth: int) -> tuple[Token, ...]:
    """A subject that stands elsewhere: with the first conjunct, the controlling verb, the noun that is modified."""
    head, dep = verb.head, verb.dep
    if head is verb:
        return ()
    if dep == "conj" and is_verb(head):
        return surface_subjects(head, depth + 1)
    if dep == "xcomp" and head.lemma == "summon" and verb.lemma in SUMMONED_FOR:
        return surface_subjects(head, depth + 1)
    if dep in ("xcomp", "ccomp") and head.dep == "relcl" and head.lemma in SAYING and verb.tag in ("VBD", "VBN", "VBZ", "VBP") and not is_passive(head) and not any(c.lower == "to" for c in verb.all("aux")):
        return expand([head.head])  # "a man they say shot a judge"
    if dep in ("xcomp", "ccomp") and is_verb(head):
        return () if head.lemma in AWAY_FROM and verb.tag == "VBG" else _controller(head, depth + 1)
    if dep == "xcomp" and head.pos == "ADJ" and is_verb(head.head):  # "are determined to cross"
        who = surface_subjects(head.head, depth + 1)
        return () if head.lemma in JUDGED and any(w.lower == "it" for w in who) else who  # "it is too early to leave"
    if dep == "advcl" and is_verb(head) and head.lemma in HIRING and verb.tag == "VB" and (hired := [n for n in objects(head, depth + 1) if is_able(n)]):
        return tuple(hired)  # "paid a militia to attack the village"
    if dep == "advcl" and is_verb(head):
        return _controller(head, depth + 1) if head.lemma in PLEADING and verb.tag == "VB" else surface_subjects(head, depth + 1)
    if dep == "acl" or (dep == "relcl" and verb.tag == "VB" and any(c.lower == "to" for c in verb.children)):
        return _of_modified(verb, head, depth + 1)
    if dep == "relcl":
        return expand([head])
    if dep == "pcomp" and head.dep in ("prep", "agent", "mark"):
        return () if head.dep == "agent" and is_passive(head.head) else _of_preposition(head, depth + 1)  # "were displaced by fighting": not theirs
    if dep == "conj" and head.pos in ("NOUN", "ADP", "ADJ"):
        return ()
    return ()


def _controller(head: Token, depth: int) -> tuple[Token, ...]:
    if head.lemma in OBJECT_CONTROL or head.lemma in PLEADING:
        if is_passive(head):
            return objects(head, depth)
        taken = head.all("dobj", "dative", "iobj")
        if head.lemma in LAYING and any(map(is_each_other, taken)):
            return surface_subjects(head, depth)  # "accused each other of shelling it", "each accused the other": either did, as the other says
        if taken:
            return expand([_of_dative(t) for t in taken if _of_dative(t).pos in NOUNS])
        if is_of_noun_above(head):
            return expand([head.head])
        if head.lemma in PLEADING and (asked := _asked(head)):
            return expand(asked)
    return surface_subjects(head, depth)


def is_each_other(noun: Token) -> bool:
    """"each other", "one another"; the "other" of "each side accused the other"."""
    if noun.lower not in ("other", "another", "one"):
        return False
    words = [*noun.children, *(c for s in noun.head.all("nsubj") for c in (s, *s.children) if noun.dep == "dobj"), *(c for c in noun.head.children if c.dep == "advmod")]
    return any(c.lower in ("each", "one") and c is not noun for c in words) or (noun.lower == "one" and any(c.lower == "another" for c in noun.children))


def _asked(plea: Token) -> list[Token]:
    """Who is asked: "called on the army to leave", "a plea for the rebels to disarm"."""
    return [p for c in plea.all("prep") if c.lower in ("on", "upon", "to", "for", "with") for p in c.all("pobj")]


def _of_dative(token: Token) -> Token:
    return token.first("pobj") or token


def _of_modified(verb: Token, noun: Token, depth: int) -> tuple[Token, ...]:
    if verb.tag == "VBG":
        return expand([noun])
    if verb.first("aux") is not None or verb.tag == "VB":  # "a plan to attack": the planner
        if is_ranked(noun) and (is_able(noun) or noun.pos == "ADJ"):  # "was the first to attack", "Ghana, the first state to recognise it"
            return surface_subjects(noun.head, depth) if noun.dep == "attr" and is_verb(noun.head) else expand([noun.head if noun.dep == "appos" else noun])
        asked = _asked(noun) if noun.lemma in PLEADING else []
        return expand(asked) if asked else owners(noun, depth)
    return expand([noun])


def tellers(noun: Token) -> tuple[Token, ...]:
    """Whose report, claim or allegation it is, by the noun's own words: possessor, by-phrase or name."""
    poss = noun.all("poss") or [p for c in noun.all("prep", "agent") if c.lower in ("by", "from") for p in c.all("pobj")]
    named = [c for c in noun.all("compound", "nmod") if c.i < noun.i and (c.known or c.ent in ("ORG", "GPE", "PERSON") or c.lemma in TELLING_BODIES)]
    return expand(poss or named[-1:])


def owners(noun: Token, depth: int = 0) -> tuple[Token, ...]:
    """Whose plan, claim or attack it is: possessor, by-phrase, or the subject of the verb it is the object of."""
    poss = noun.all("poss")
    if poss:
        return expand(poss)
    by = [p for c in noun.all("prep", "agent") if c.lower in ("by", "from") for p in c.all("pobj")]
    if by:
        return expand(by)
    named = [c for c in noun.all("compound", "amod", "nmod") if c.i < noun.i and (c.known or c.ent in ("ORG", "GPE", "NORP"))]
    if named and noun.dep != "dobj":  # "US efforts to arm": theirs
        return expand(named[-1:])
    above = noun.head
    if noun.dep == "dobj" and is_verb(above):
        return subjects(above, depth + 1) if above.lemma not in ANSWERING_DEEDS else ()
    if noun.dep == "pobj" and above.dep == "prep" and is_verb(above.head):
        return surface_subjects(above.head, depth + 1)
    if noun.dep == "nsubjpass":
        return agents(above)
    return ()


def _of_preposition(prep: Token, depth: int) -> tuple[Token, ...]:
    if (own := prep.first("pobj")) is not None and prep.first("pcomp") is not None and own.pos in NOUNS:
        return expand([own])  # "reports of Japan giving the island back"
    above = prep.head
    while above.pos in ("ADP", "ADV") and above.head is not above:  # "did little apart from urging"
        above = above.head
    if is_verb(above):
        if prep.lower == "for" and above.lemma in PUNISHING and (punished := objects(above, depth)):
            return punished
        if prep.lower in ("of", "for", "from", "as", "into", "with") and above.lemma in OBJECT_CONTROL:
            return _controller(above, depth)
        return surface_subjects(above, depth)
    if above.pos in ("NOUN", "PROPN"):
        return owners(above, depth)
    if (above.dep in ("acomp", "attr") or (above.dep == "advmod" and above.pos == "ADJ")) and is_verb(above.head):  # "steered clear of"
        return surface_subjects(above.head, depth)
    return ()


def objects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The deep object: to whom or what it is done."""
    if depth > MAX_DEPTH:
        return ()
    if is_passive(verb):
        return _passive_objects(verb, depth)
    own = verb.all("dobj")
    if own:
        return expand(list(own))
    if verb.dep == "relcl" and _has_own_subject(verb) and not _strands(verb) and (verb.first("ccomp", "xcomp") is None or is_of_noun_above(verb)):
        return expand([verb.head])
    if verb.dep == "ccomp" and verb.head.dep == "relcl" and verb.head.lemma in SAYING and is_who_said_of(verb):
        return expand([verb.head.head])
    raised = [s for c in verb.all("ccomp") if verb.lemma in OBJECT_CONTROL and not is_finite(c) and (verb.lemma == "want" or c.first("aux") is not None) for s in c.all("nsubj")]
    raised = raised or [s for c in verb.all("ccomp") if verb.lemma in ("shoot", "strike") and c.lower == "dead" for s in c.all("nsubj")]  # "shot three of them dead"
    if raised:  # "allowed Ankara to use", "wants the soldiers gone": the model makes the object a subject
        return expand(raised)
    shared = [c for c in verb.children if c.dep == "conj" and is_verb(c) and not _has_own_subject(c)]
    if shared and not any(c.dep in ("prep", "advcl", "xcomp") and c.i > verb.i for c in verb.children) and not is_passive(shared[0]):  # "On Sunday, police arrested and beat him"
        return objects(shared[0], depth + 1)
    return ()


def _strands(verb: Token) -> bool:
    return any(c.dep == "prep" and not c.children for c in verb.children) or any(
        c.lower in ("where", "when", "why") or (c.lower in RELATIVE and c in _subject_words(verb)) for c in verb.children
    )


def _passive_objects(verb: Token, depth: int) -> tuple[Token, ...]:
    own = verb.all(*PASSIVE_SUBJECT)
    if own:
        return expand(own)
    head = verb.head
    if verb.dep in ("acl", "relcl"):
        return expand([head])
    if verb.dep == "conj" and is_verb(head):
        return objects(head, depth + 1) if is_passive(head) else surface_subjects(head, depth + 1)
    if verb.dep == "xcomp" and is_verb(head):
        return _controller(head, depth + 1)
    if verb.dep in ("advcl", "ccomp", "acomp", "oprd") and is_verb(head):
        return surface_subjects(head, depth + 1)
    if verb.dep == "pcomp":
        return _of_preposition(head, depth + 1)
    return expand(verb.all("nsubj"))


def things_given(verb: Token) -> tuple[Token, ...]:
    """The blankets of "refugees were given blankets": of a passive with an object the subject is to whom."""
    return expand(verb.all("dobj")) if verb.lemma in GIVING and verb.first("nsubjpass") is not None and verb.first("auxpass") is not None else ()


def obliques(token: Token) -> list[tuple[str, Token]]:
    """(preposition, noun) pairs that hang on a predicate, coordinated nouns included; "out of" gives "of" of "out", "in front of" and
    "at the hands of" themselves."""
    found = []
    for prep in token.children:
        if prep.dep not in ("prep", "agent", "dative"):
            continue
        for noun in expand(prep.all("pobj")):
            found.append((prep.lower, noun))
            if (phrase := PHRASES.get((prep.lower, noun.lower))) is not None:
                found += [(phrase, behind) for of in noun.all("prep") for behind in expand(of.all("pobj"))]
        for inner in prep.all("prep"):
            found += [(f"{prep.lower} {inner.lower}", noun) for noun in expand(inner.all("pobj"))]
        for inner in prep.all("pcomp"):
            found += [(prep.lower, noun) for noun in expand(inner.all("pobj"))]
    return found


def clause_of(token: Token) -> Token:
    """The nearest verb at or above a token that heads its clause."""
    if is_verb(token) and token.dep not in ("aux", "auxpass", "amod", "compound"):
        return token
    for above in token.ancestors():
        if is_verb(above) and above.dep not in ("aux", "auxpass", "amod", "compound"):
            return above
    return token
