"""Rows of phrases that the model breaks: "called for a truce and for talks", "demanded the release of the editor, an inquiry and talks", "the miners shot in May"."""

from __future__ import annotations

from reportedly.codebooks.frames import load_codebook
from reportedly.language.doers import is_able
from reportedly.language.moves import end_of, is_after_comma, move
from reportedly.language.parse import Sentence, Token

ASKING = frozenset(["demand", "seek", "want", "request", "propose", "urge", "require", "reject", "condemn", "denounce", "welcome", "oppose", "promise", "pledge", "announce", "offer"])
ASKED = frozenset(["call", "urge", "ask", "appeal", "press", "tell", "order", "invite", "exhort", "request"])
LOOTED = {"looted": "loot", "torched": "torch", "ransacked": "ransack", "pillaged": "pillage", "plundered": "plunder", "robbed": "rob", "abducted": "abduct", "kidnapped": "kidnap"}
ASKING_FOR = frozenset(["call", "ask", "appeal", "press", "push", "plead", "campaign", "agree", "insist", "protest"])


def second_preposition(token: Token, _: Sentence) -> bool:
    """"called for an end to the siege and for talks": the second "for" stands beside the first, whatever lies between them."""
    if token.pos != "ADP" or token.head.pos != "ADP" or token.first("pobj") is None:
        return False
    first = token.head
    while first.lower != token.lower and first.head.dep == "pobj" and first.head.head.pos == "ADP":
        first = first.head.head
    if first.lower != token.lower or first.dep not in ("prep", "dative"):
        return False
    move(token, first.head, "prep")
    return True


def asked_row(token: Token, _: Sentence) -> bool:
    """"demanded the release of the editor, an inquiry and talks": what is asked for in a row; no release is an inquiry."""
    first = token.head
    if token.pos != "NOUN" or first.pos != "NOUN" or token.first("cc") is None or token.first("conj") is None or first.first("det") is None:
        return False
    asked = (first.dep == "dobj" and first.head.lemma in ASKING) or (first.dep == "pobj" and first.head.head.lemma in ASKING_FOR)
    if not asked or not any(c.lower == "of" and c.i < token.i for c in first.children) or token.ent:
        return False
    token.dep = "conj"
    return True


def second_asked(token: Token, _: Sentence) -> bool:
    """"called on Rwanda to withdraw and on Congo to stop arming them", "urged Oslo to pay and Rome to wait": another is asked for something else.

    The model makes the second an aim of the first."""
    to = next((c for c in token.children if c.tag == "TO"), None)
    if to is None or token.dep not in ("advcl", "xcomp", "conj") or token.first("nsubj", "nsubjpass") is not None:
        return False
    first = _infinitive_asked(token)
    noun = next((t for t in first.subtree() if t.i > first.i and end_of(t) == to.i - 1 and t.dep in ("pobj", "conj") and t.pos != "ADP"), None) if first is not None else None
    if first is None or noun is None or noun in token.subtree() or not is_able(noun):
        return False
    prep = noun.head if noun.dep == "pobj" else None
    beside = prep.dep == "conj" and prep.lower in ("on", "upon", "to") if prep is not None else noun.head.dep == "dobj" and noun.head.head is first and noun.head.first("cc") is not None
    if not beside:
        return False
    move(token, first, "conj")
    move(noun, token, "nsubj")
    if prep is not None:
        prep.dep = "mark"
    return True


def _infinitive_asked(second: Token) -> Token | None:
    """The infinitive before another, of what somebody is asked for."""
    above = second.head
    if above.tag == "VB" and above.dep == "xcomp" and above.head.lemma in ASKED:
        return above
    return next((c for c in above.all("xcomp") if c.tag == "VB" and c.i < second.i), None) if above.lemma in ASKED else None


def harmed_in(token: Token, _: Sentence) -> bool:
    """"in memory of the six miners shot in May", "freed the clerks seized on Monday": the model makes the participle the noun."""
    noun = next((c for c in token.all("compound", "amod", "nmod") if c.i == token.i - 1 and c.tag in ("NNS", "NNP", "NN")), None)
    if token.tag not in ("VBN", "VBD") or noun is None or noun.pos != "NOUN" or not any(c.i > token.i and c.dep in ("prep", "agent", "npadvmod") for c in token.children):
        return False
    for word in [c for c in token.children if c.i < noun.i]:
        move(word, noun, word.dep)
    move(noun, token.head, token.dep)
    move(token, noun, "acl")
    token.pos, token.tag = "VERB", "VBN"
    return True


def under_fire(token: Token, _: Sentence) -> bool:
    """"came under harassing fire": what kind of fire, and nobody who harasses it."""
    fire, prep = token.first("dobj"), token.head
    if token.dep != "pcomp" or not (prep.lower == "under" or (prep.lower == "to" and prep.head.lemma == "subject")) or fire is None or fire.i != token.i + 1 or fire.children[:1] == [token] or fire.lemma not in ("fire", "attack", "bombardment", "shelling", "gunfire"):
        return False
    move(fire, prep, "pobj")
    for word in [c for c in token.children if c.i > fire.i]:
        move(word, prep.head if word.dep == "prep" else fire, word.dep)
    move(token, fire, "amod")
    token.pos = "ADJ"
    return True


def listed_infinitive(token: Token, sentence: Sentence) -> bool:
    """"called on them to lift the siege, to free the hostages, and to let aid in": the second is no aim of the first, which it stands beside."""
    last = next((c for c in token.all("conj") if c.tag == "VB" and any(x.tag == "TO" for x in c.children)), None)
    to = next((c for c in token.children if c.tag == "TO"), None)
    if last is None or to is None or token.dep not in ("advcl", "xcomp", "ccomp") or not is_after_comma(to, sentence) or not any(c.dep == "cc" and token.i < c.i < last.i for c in token.children):
        return False
    above = token.head
    first = above if _is_infinitive(above) else next((c for c in reversed(above.children) if c.i < token.i and _is_infinitive(c)), None)
    if first is None or first.i > token.i:
        return False
    move(token, first, "conj")
    return True


def row_of_infinitives(token: Token, _: Sentence) -> bool:
    """"agreed to cease fire, free the mayor and leave": they are to free him too; the bare verb is no second deed of those who agreed."""
    main = token.head
    if token.dep != "conj" or main.tag not in ("VBD", "VBZ", "VBP", "VBN", "VBG") or token.first("nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return False
    first = next((c for c in reversed(main.children) if c.i < token.i and _is_infinitive(c)), None)
    if first is None or any(c.dep == "cc" and first.i < c.i < token.i for c in main.children):
        return False
    move(token, first, "conj")
    return True


def _is_infinitive(verb: Token) -> bool:
    return verb.tag == "VB" and verb.dep in ("xcomp", "advcl", "ccomp") and any(c.tag == "TO" for c in verb.children)


def looted_too(token: Token, sentence: Sentence) -> bool:
    """"burned the village and looted shops there": behind a first deed of the same hands "looted" is the next, and no kind of shop."""
    spoils, struck = token.head, token.head.head
    verb = struck.head
    before = next((t for t in sentence.tokens if t.i == token.i - 1), None)
    if token.dep != "amod" or token.tag not in ("VBN", "VBD", "JJ") or token.lower not in LOOTED or token.children or spoils.dep != "conj" or before is None or before.lower != "and":
        return False
    if struck.dep not in ("dobj", "pobj") or any(c.dep == "amod" and c.tag == "VBN" for c in struck.children) or any(c.dep in ("det", "poss") and c.i < token.i for c in spoils.children):
        return False
    while verb.dep == "prep":
        verb = verb.head
    if verb.tag not in ("VBD", "VBN", "VBG") or verb.first("auxpass") is not None or not any(frame.type in ("ASSAULT", "COERCE") for _, frame in load_codebook().verbs.get(verb.lemma, ())):
        return False
    move(before, verb, "cc")
    move(token, verb, "conj")
    move(spoils, token, "dobj")
    for word in [c for c in verb.children if c.i > token.i and c.dep in ("advmod", "prep", "npadvmod")]:
        move(word, token, word.dep)
    token.tag, token.pos, token.lemma = "VBD" if verb.tag != "VBN" else "VBN", "VERB", LOOTED[token.lower]
    return True
