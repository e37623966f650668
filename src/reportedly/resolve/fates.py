"""What became of those that a figure counts: killed, injured, detained, displaced, by the words that govern it.

A state that stands for them ("12 dead"), the verb they are subject or object of, a noun of fate above them, what modifies
them, or the fate of those that they are some of ("seven of them children").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from reportedly.find.figures import FigureMention
from reportedly.find.kinds import is_human, noun_kinds
from reportedly.language.parse import Token
from reportedly.resolve.role_words import RoleWords, role_words
from reportedly.terms import FigureRole

type Slot = Literal["object", "subject", "measure", ""]

_OBJECT = ("dobj", "nsubjpass", "dative")
_INSIDE = ("nummod", "quantmod", "compound", "amod", "nmod", "appos", "npadvmod", "advmod", "det")
_PREDICATE = ("acomp", "attr", "oprd", "dobj", "advmod", "amod", "ccomp")
_THEM = frozenset({"them", "whom", "these", "those"})


def fate_of(mention: FigureMention, words: RoleWords) -> FigureRole | None:
    """The fate of those counted; None where the words tell none."""
    noun, head = mention.counted, mention.head
    if noun is not None and (role := words.adjectives.get(noun.lower)):
        some = (noun is not head and noun.dep == "pobj") or (noun.dep == "acl" and noun.head.dep == "pobj")
        return (_governed(head, mention, words) if some else None) or role  # "three of the seven wounded died"
    for token in (noun, head) if noun is not None else (head,):
        if role := _governed(token, mention, words) or _small_clause(token, words):
            return role
    if noun is None:
        return _modified(head, words) or _of_them(mention, words)
    return words.nouns.get(lemma_of(noun)) or _modified(noun, words) or _of_them(mention, words)


def lemma_of(token: Token | None) -> str:
    """The lemma in small letters; "" without a token."""
    return token.lemma.lower() if token else ""


def is_people(noun: Token | None) -> bool:
    """Whether people are counted; where only a number stands, or "12 others", they are."""
    if noun is None or noun.lemma == "other":
        return True
    kinds = noun_kinds(noun)
    return is_human(kinds) or noun.ent == "NORP" or (not kinds and noun.tag == "NNPS")


def is_event_verb(token: Token) -> bool:
    """A verb that tells, not a participle before a noun."""
    return token.tag.startswith("VB") and token.dep not in ("amod", "compound", "prep")


def _modified(noun: Token, words: RoleWords) -> FigureRole | None:
    """"three wounded soldiers", "20 people killed", "the 12 who were captured", "14 people dead"."""
    for child in noun.children:
        if child.dep in ("amod", "acl", "oprd", "compound") and (role := words.adjectives.get(child.lower)):
            return role
        if child.dep == "acl" and child.tag == "VBN" and (role := words.objects.get(lemma_of(child))):
            return role
        if child.dep == "relcl":
            who = child.first("nsubjpass", "nsubj")
            if who is not None and who.lower in ("who", "that", "which") and (role := _by_verb(child, _slot(who), noun, words)):
                return role
    return None


def _small_clause(token: Token, words: RoleWords) -> FigureRole | None:
    """"made 3,000 people homeless", where the people are subject of the state."""
    return words.adjectives.get(token.head.lower) if token.dep == "nsubj" and not is_event_verb(token.head) else None


def _of_them(mention: FigureMention, words: RoleWords) -> FigureRole | None:
    """"seven of them children", "among them four women", "among the 30 dead were 12 children": as those they are some of."""
    for token in filter(None, (mention.counted, mention.head)):
        for prep in token.all("prep"):
            if prep.lower in ("of", "among", "including") and any(p.lower in _THEM for p in prep.all("pobj")):
                return _fate_before(token, words)
        if any(p.lower in _THEM for prep in token.head.all("prep") if prep.lower in ("among", "including") and token.i - 3 <= prep.i < token.i for p in prep.all("pobj")):
            return _fate_before(token, words)  # "nine dead, among them four children"
        if token.dep in ("attr", "nsubj"):
            among = [p for prep in token.head.all("prep") if prep.lower in ("among", "including") for p in prep.all("pobj")]
            if role := next((words.adjectives.get(p.lower) or words.nouns.get(lemma_of(p)) for p in among), None):
                return role
    return None


def _fate_before(token: Token, words: RoleWords) -> FigureRole | None:
    """The fate of the nearest noun before that is counted."""
    top = next((t for t in (token, *token.ancestors()) if t.is_root), token)
    counted = [t for t in top.subtree() if t.i < token.i and (t.first("nummod") is not None or (t.tag == "CD" and t.dep in _OBJECT))]
    noun = max(counted, key=lambda t: t.i, default=None)
    if noun is None:
        return None
    if role := words.adjectives.get(noun.lower):
        return role
    verb = noun.head if is_event_verb(noun.head) else None
    return (_by_verb(verb, _slot(noun), noun, words) if verb is not None else None) or _modified(noun, words)


def _slot(token: Token) -> Slot:
    """Where under its verb a word stands; the subject of a passive is its object."""
    if token.dep in _OBJECT:
        return "object"
    if token.dep in ("nsubj", "csubj"):
        verb = token.head
        cut = verb.tag == "VBN" and verb.first("dobj", "aux", "auxpass") is None  # "7 wounded", "12 shot dead"
        return "object" if cut or (verb.tag == "VBN" and verb.first("auxpass") is not None) else "subject"
    return "measure" if token.dep in ("attr", "acomp", "oprd") else ""


def _governed(token: Token, mention: FigureMention, words: RoleWords) -> FigureRole | None:
    """The nearest verb or noun above that says what became of them: "killed four", "the bodies of 70 civilians"."""
    for node, slot in _above(token, mention):
        if is_event_verb(node):
            return _by_verb(node, slot, mention.counted, words)
        if role := words.nouns.get(lemma_of(node)):
            return role
    return None


def _above(token: Token, mention: FigureMention) -> Iterator[tuple[Token, Slot]]:
    """The words above that may decide, each with the slot in which the figure hangs under it."""
    first, last = mention.span
    while not token.is_root:
        parent, dep = token.head, token.dep
        if is_event_verb(parent):
            yield parent, _slot(_counted_first(token, parent))
            return
        if dep == "pobj":
            above = parent.head
            while (above.dep == "prep" and parent.head is above) or (above.lower in ("up", "down") and above.dep in ("advmod", "prt")):
                parent, above = (above if above.dep == "prep" else parent), above.head  # "along with", "down to"
            said_inside = first <= token.head.start < last or (token.head.lower == "from" and token.head.end + 1 == first)
            if is_event_verb(above):
                yield above, _under_preposition(token.head, said_inside, above)
                return
            if not (said_inside or token.head.lower in role_words().lists["including"]):
                yield above, ""
                if not (first <= above.start < last or lemma_of(above) in role_words().lists["groups"]):
                    return
            token = above
        elif dep in ("poss", "nmod", "compound"):
            yield parent, ""
            return
        elif dep in _INSIDE or dep == "conj":
            if dep != "conj":
                yield parent, ""
            token = parent
        else:
            return


def _counted_first(token: Token, verb: Token) -> Token:
    """"arrested 112 people in Minsk, 40 in Brest": a number beside the verb has the slot of those who are counted before it."""
    if token.dep not in ("dep", "conj", "npadvmod", "appos") or token.tag not in ("CD", "NNS"):
        return token
    before = [c for c in verb.children if c.i < token.i and (c.dep in _OBJECT or c.dep == "nsubj") and (c.tag == "CD" or c.ent == "CARDINAL" or c.first("nummod") is not None)]
    return before[-1] if before else token


def _under_preposition(preposition: Token, said_inside: bool, verb: Token) -> Slot:
    """"killed between 15 and 20", "killed along with 12 others", "rose to 24"; elsewhere the figure is no part of it."""
    if said_inside or preposition.lower in role_words().lists["including"]:
        return "object" if verb.i < preposition.i or verb.first("nsubjpass") is not None else "subject"
    return "measure" if preposition.lower in role_words().lists["measure_prepositions"] else ""


def _by_verb(verb: Token, slot: Slot, counted: Token | None, words: RoleWords) -> FigureRole | None:
    lemma, lists = lemma_of(verb), words.lists
    role = None
    if slot == "object":
        role = _by_idiom(verb, counted, words.object_idioms) or words.objects.get(lemma)
        if role and lemma in lists["only_people"] and not is_people(counted):
            role = None
        role = role or (words.subjects.get(lemma) if verb.tag == "VBN" and verb.first("auxpass") is None else None)  # "two guards perished", read as a participle
        role = role or _predicate(verb, words) or _next(verb, words) or _included(verb, words)
    elif slot == "subject":
        role = _by_idiom(verb, counted, words.subject_idioms) or words.subjects.get(lemma)
        if not role and lemma in lists["carriers"]:
            role = _predicate(verb, words) or _next(verb, words)
    elif slot == "measure" and verb.dep == "acl" and lemma_of(verb.head) in lists["tolls"]:
        role = words.objects.get(lemma)  # "bringing the number killed to three"
    if role is None and lemma in lists["measures"] and (counted is None or is_people(counted)):
        role = _measured(verb, words)
    return role


def _by_idiom(verb: Token, counted: Token | None, idioms: dict[str, dict[str, FigureRole]]) -> FigureRole | None:
    """"took 12 hostage", "rounded up", "beat two to death": words right under the verb, or under a preposition there."""
    if not is_people(counted) or not (rows := idioms.get(lemma_of(verb), {}) | idioms.get("*", {})):
        return None
    said = {w for c in verb.children for w in (c.lower, lemma_of(c))}
    said |= {f"{c.lower} {w}" for c in verb.all("prep") for p in c.all("pobj") for w in (p.lower, lemma_of(p))}
    return next((role for rest, role in rows.items() if rest in said), None)


def _included(verb: Token, words: RoleWords) -> FigureRole | None:
    """"the dead included four aid workers"."""
    if lemma_of(verb) not in ("include", "comprise"):
        return None
    whole = verb.first("nsubj")
    return words.adjectives.get(whole.lower) or words.nouns.get(lemma_of(whole)) if whole is not None else None


def _predicate(verb: Token, words: RoleWords) -> FigureRole | None:
    """"five lost their lives", "six are dead", "four were shot dead", "left 14 dead"."""
    for child in verb.children:
        if child.dep in _PREDICATE:
            role = words.adjectives.get(child.lower) or (words.nouns.get(lemma_of(child)) if child.dep in ("dobj", "attr") else None)
            if role and not any(c.dep in ("nummod", "poss") and c.lower not in ("their", "his", "her") for c in child.children):
                return role
    return None


def _next(verb: Token, words: RoleWords) -> FigureRole | None:
    """"1,400 were forced to flee", "12 were left to die"."""
    for child in verb.children:
        if child.dep in ("xcomp", "ccomp") and (role := words.subjects.get(lemma_of(child))):
            return role
    return None


def _measured(verb: Token, words: RoleWords) -> FigureRole | None:
    """"the death toll rose to 24", "the number of wounded stands at 60", "put the number of people killed at 45"."""
    for subject in verb.all("nsubj", "nsubjpass", "dobj"):
        for token in subject.subtree():
            role = words.nouns.get(lemma_of(token)) or words.adjectives.get(token.lower)
            role = role or (words.objects.get(lemma_of(token)) if token.dep == "acl" and token.tag == "VBN" else None)
            if role:
                return role
        if lemma_of(subject) == "toll":
            return FigureRole.KILLED
    return None
