"""Repairs of headlines that have lost their "was": "Student held over tweet", "Two killed, five wounded in blast"."""

from __future__ import annotations

from reportedly.language.moves import is_after_comma, move, take_over
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.participles import DONE_TO, HELD, MOVED, make_passive

WHERE = frozenset(["in", "near", "outside", "inside", "during", "at"])
# Participles that are no past tense, of verbs that nobody does without saying to whom.
PARTICIPLES = frozenset(["stolen", "taken", "thrown", "beaten", "given", "hidden", "driven", "torn", "flown", "overthrown", "frozen", "chosen", "forbidden", "shaken", "slain", "undone", "stricken", "seen", "shown"])
# What is done to places and things, which do none of it themselves.
TO_PLACES = frozenset(["attack", "bomb", "shell", "raid", "loot", "burn", "storm", "target", "besiege", "occupy", "vandalise", "vandalize", "ransack", "block", "close", "shut", "seal", "demolish", "evacuate", "hit", "strike", "hack", "search", "shoot", "ambush", "stop", "ban", "suspend", "recapture", "retake", "set", "overrun", "liberate", "desecrate", "deface"])
PLACES = frozenset(["FACILITY", "PLACE", "GOODS", "THING", "website", "convoy", "embassy", "consulate", "mosque", "church", "border", "newspaper"])
MADE = frozenset(["DOCUMENT", "MEETING", "GOODS", "MONEY"])  # "Peace deal inked in Juba": they do nothing themselves
TO_WEAPONS = frozenset(["launch", "fire", "drop", "throw", "hurl", "lob", "plant", "seize", "find", "use", "deploy", "test", "intercept", "lay"])
# Verbs that with these words behind them, and with no object, tell what was done or said to their subject; and with a "to".
SAID_OF = {"accuse": ("of",), "suspect": ("of",), "blame": ("for", "over"), "charge": ("with", "over"), "hail": ("as",), "brand": ("as",), "label": ("as",), "remand": ("in",), "stop": ("from",), "prevent": ("from",), "strip": ("of",), "name": ("as", "in"), "criticise": ("for", "over"), "criticize": ("for", "over"), "condemn": ("for", "over"), "praise": ("for",)}
TOLD_TO = frozenset(["urge", "order", "force", "tell", "compel", "warn", "allow", "ask", "instruct", "require"])


def headline_passive(token: Token, sentence: Sentence) -> bool:
    """"Student held over tweet", "Editor jailed for insult": the verb of a headline that has lost its "was"."""
    if not token.is_root or token.tag not in ("VBD", "VBN") or sentence.tokens[-1].lower in (".", "!", "?") or token.lower in ("took", "beat"):
        return False  # "students took to the streets", "rebels beat a retreat": no participles
    if token.first("dobj", "ccomp", "aux", "auxpass", "prt", "neg", "nsubjpass") is not None or len(token.all("nsubj")) != 1:
        return False
    if (told := token.first("xcomp")) is not None:  # "Villagers urged to flee"
        if token.lemma not in TOLD_TO or told.tag != "VB" or token.first("prep") is not None:
            return False
        make_passive(token, token.all("nsubj")[0])
        return True
    last = token.i + any(t.i == token.i + 1 and t.lower == "dead" for t in sentence.tokens)  # "shot dead outside home"
    after = next((c for c in token.children if c.i == last + 1 and c.dep in ("prep", "agent", "dative")), None)
    alone = token is sentence.tokens[-1] or any(t.i == last + 1 and t.lower in (",", ";", ":") for t in sentence.tokens)  # "Mayor freed, aide still held"
    freed = token.lemma in ("free", "release") and alone
    moved = token.lemma in MOVED and after is not None and after.lower in ("to", "into", "in", "under")
    held = token.lemma in HELD and after is not None and after.lower in ("over", "for")
    held = held or (token.lemma == "hold" and after is not None and after.lower in (*WHERE, "after", "following", "by") and _is_of_count(token))  # "Nine held after clashes"
    said = after is not None and (after.lower in SAID_OF.get(token.lemma, ()) or _is_participle(token))
    if not (moved or held or said or freed or (token.lemma in DONE_TO and (after is not None or alone))):
        return False
    make_passive(token, token.all("nsubj")[0])
    return True


def occasion_passive(token: Token, sentence: Sentence) -> bool:
    """"Army seals off town after guard stabbed at crossing", "… after two shot in market": what occasioned the news was done to somebody."""
    if token.tag not in ("VBD", "VBN") or sentence.tokens[-1].lower in (".", "!", "?") or token.head.tag not in ("VBZ", "VBP") or len(token.all("nsubj")) != 1:
        return False
    if token.first("dobj", "ccomp", "xcomp", "aux", "auxpass", "prt", "neg", "nsubjpass", "advmod") is not None or not any(m.lower in ("after", "as") for m in token.all("mark")):
        return False
    if token.lemma not in DONE_TO and not (token.lemma in HELD and any(c.lower in WHERE for c in token.all("prep"))):
        return False
    make_passive(token, token.all("nsubj")[0])
    return True


def taken_for_thing(token: Token, sentence: Sentence) -> bool:
    """"Officer stabbed outside embassy": nobody stabs an "outside embassy"; the word says where."""
    noun, verb = token.head, token.head.head
    dead = any(t.i == verb.i + 1 and t.lower == "dead" for t in sentence.tokens)  # "shot dead outside home"
    if token.lower not in ("outside", "inside") or token.tag not in ("JJ", "NN", "IN") or noun.dep not in ("dobj", "npadvmod") or token.i != verb.i + 1 + dead or verb.tag not in ("VBD", "VBN"):
        return False
    move(token, verb, "prep")
    move(noun, token, "pobj")
    token.pos, token.tag = "ADP", "IN"
    headline_passive(verb, sentence)
    return True


def _is_participle(verb: Token) -> bool:
    """"Two men thrown from a bridge", "Websites blocked in Iran": a participle that is no past tense, or what is done to places and things."""
    subject = verb.first("nsubj")
    if verb.lower in PARTICIPLES or (verb.lemma == "shoot" and any(c.lower == "dead" for c in verb.children)):
        return True
    if subject is None:
        return False
    kind = kind_of(subject)
    if verb.tag == "VBN" and kind in MADE:
        return True
    return (verb.lemma in TO_PLACES and (kind in PLACES or subject.lemma in PLACES)) or (verb.lemma in TO_WEAPONS and kind == "WEAPON")


def say_police(token: Token, sentence: Sentence) -> bool:
    """"200 cows stolen from a village, say police": who says it stands behind, and the cows say nothing."""
    told, said = token.head, token.head.head
    if token.tag != "VBN" or told.dep not in ("nsubj", "nsubjpass") or said.lemma not in ("say", "report", "claim") or said.tag not in ("VBP", "VBZ") or not token.i < said.i:
        return False
    sayer = next((c for c in said.children if c.dep in ("dobj", "nsubj") and c.i > said.i), None)
    if sayer is None or not is_after_comma(said, sentence) or said.first("ccomp", "xcomp") is not None:
        return False
    move(token, said, "ccomp")
    move(told, token, "nsubjpass")
    sayer.dep = "nsubj"
    return True


def teller_for_subject(token: Token, sentence: Sentence) -> bool:
    """"Health ministry: Six people were killed": what stands before the colon tells it, or is its topic; the six are the subject."""
    if token.head.i < token.i or not any(t.i == token.i + 1 and t.text == ":" for t in sentence.tokens):
        return False
    if not any(s.i > token.i + 1 for s in token.head.all("nsubj", "nsubjpass")) or any(t.pos in ("VERB", "AUX") for t in sentence.tokens if t.i < token.i):
        return False
    token.dep = "dep"
    return True


def hurt_for_noun(token: Token, sentence: Sentence) -> bool:
    """"Two killed, five hurt in bombing", "Forty arrested, two shot": the five were hurt, and are no hurt."""
    if token.lower not in ("hurt", "shot") or token.tag != "NN" or sentence.tokens[-1].lower in (".", "!", "?"):
        return False
    counted = next((c for c in token.children if c.tag == "CD" and c.i == token.i - 1), None)
    if counted is None:
        return False
    token.pos, token.tag, token.lemma, counted.dep = "VERB", "VBN", {"shot": "shoot"}.get(token.lower, "hurt"), "nsubj"
    return True


def listed_passives(token: Token, sentence: Sentence) -> bool:
    """"Two killed, five wounded in blast", "Army chief sacked, minister detained": what a headline lists was done to each of them."""
    if not token.is_root or sentence.tokens[-1].lower in (".", "!", "?") or not _was_done(token):
        return False
    comma = next((t for t in sentence.tokens if t.lower == ","), token)
    first = (v for v in sentence.tokens if (v.i < comma.i) != (token.i < comma.i) and (v.dep in ("acl", "ccomp") or (v.dep == "advcl" and v.first("mark") is None)) and _was_done(v))
    verb = next(first, None)
    noun = None if verb is None else verb.head if verb.dep == "acl" else verb.first("nsubj", "nsubjpass")
    own = [n for n in token.all("nsubj", "nsubjpass") if n is not noun and (n.i < comma.i) == (token.i < comma.i)]
    if verb is None or noun is None or not own or token not in (noun.head, verb.head):
        return False
    move(verb, token, "conj")
    move(noun, verb, "nsubjpass")
    make_passive(token, own[-1])
    verb.tag = "VBN"
    if verb.i < token.i:
        take_over(verb, token)
        token.dep = "conj"
    return True


def said_passive(token: Token, sentence: Sentence) -> bool:
    """"Father arrested after row, reports say": a headline that has lost its "was", with who says it behind."""
    said = token.head
    if token.dep != "ccomp" or token.tag not in ("VBD", "VBN") or not (token.lemma in DONE_TO or _is_participle(token)) or said.tag not in ("VBP", "VBZ") or said.i < token.i:
        return False
    if token.first("dobj", "ccomp", "xcomp", "aux", "auxpass", "prt", "neg", "nsubjpass", "mark") is not None or len(token.all("nsubj")) != 1:
        return False
    make_passive(token, token.all("nsubj")[0])
    return True


def _is_of_count(verb: Token) -> bool:
    """"five hurt", "two shot": a bare number in a headline does nothing."""
    return verb.lemma in ("hurt", "shoot", "hold") and any(n.tag == "CD" for n in verb.all("nsubj"))


def _was_done(verb: Token) -> bool:
    done = (verb.lemma in DONE_TO or _is_of_count(verb)) and verb.tag in ("VBD", "VBN")
    return done and verb.first("dobj", "ccomp" if verb.dep != "ROOT" else "xcomp", "aux", "auxpass", "neg", "agent") is None
