"""Repairs of what is told: a second clause of what one says, and the sayer behind it, that the model hangs on the verb of the first."""

from __future__ import annotations

from reportedly.language.moves import move, take_over
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import HOLDING, REPORTING

COUNTING = frozenset({"count", "list", "put", "speak", "cite", "record", "document", "tally", "estimate", "give"})
CONTRAST = frozenset({"while", "whereas", "though", "although"})
PERCEIVING = frozenset({"film", "photograph", "record", "see", "watch", "hear", "catch", "video", "capture", "spot", "observe", "witness"})
ENDS = frozenset({"”", '"', "’", "'"})  # of a quotation
KNOWING = frozenset({"maintain", "insist", "deny", "acknowledge", "admit", "reveal", "explain", "stress", "suggest", "indicate", "complain", "tell", "inform", "assert", "affirm", "reiterate", "repeat"})


def second_content(token: Token, _: Sentence) -> bool:
    """"maintains that they had agreed to free her and that the raid began": the raid is no matter of what they agreed."""
    first = token.head
    if token.dep not in ("ccomp", "conj", "advcl") or not first.i < token.i or not _that(token) or not _that(first) or first.dep != "ccomp":
        return False
    if first.head.lemma not in REPORTING | HOLDING | KNOWING or any(c is not token and c.dep == "ccomp" and _that(c) for c in first.children):
        return False
    begin = min(t.i for t in token.subtree())
    cc = next((t for t in first.subtree() if t.dep == "cc" and t.i == begin - 1), None)
    if cc is None or token.dep == "conj":
        return False
    move(cc, first, "cc")
    move(token, first, "conj")
    return True


def _that(verb: Token) -> bool:
    return any(m.lower == "that" for m in verb.all("mark"))


def inverted_sayer(token: Token, _: Sentence) -> bool:
    """"The pilots had been told that they were there, said the officer": what the officer said is all before it."""
    first, who = token.head, token.first("nsubj")
    if token.dep != "conj" or token.lemma not in REPORTING or token.tag not in ("VBD", "VBZ") or who is None or not who.i > token.i or first.i > token.i:
        return False
    if token.first("dobj", "ccomp", "mark", "aux") is not None or not first.is_root or any(c.dep == "cc" and c.i > first.i for c in first.children):
        return False
    if not any(c.lower in (",", "”", '"') and c.i == token.i - 1 for c in first.children):
        return False
    take_over(token, first)
    return True


def behind_sayer(token: Token, sentence: Sentence) -> bool:
    """"They fired first," she snapped, sticking to her count: who snapped it sticks to it, and not they."""
    low = token.head
    said = low.head
    if token.dep != "advcl" or token.tag != "VBG" or low.dep != "ccomp" or not low.i < said.i < token.i or token.first("nsubj", "mark") is not None:
        return False
    who = next((s for s in said.all("nsubj") if s.i > low.i), None)
    if who is None or not any(t.text in ENDS for t in sentence.tokens if low.i < t.i < said.i):
        return False
    move(token, said, "advcl")
    return True


def perceived_doing(token: Token, _: Sentence) -> bool:
    """"who filmed police beating a student": it is the police who beat, and not who films."""
    seen = token.head.first("dobj")
    if token.dep not in ("xcomp", "advcl") or token.tag != "VBG" or token.head.lemma not in PERCEIVING or seen is None or not token.head.i < seen.i < token.i:
        return False
    if token.first("nsubj", "mark") is not None or any(c.dep == "punct" and seen.i < c.i < token.i for c in token.head.children):
        return False
    move(token, seen, "acl")
    return True


def row_of_gerunds(token: Token, sentence: Sentence) -> bool:
    """"accused of killing two men, burning barns and driving off cattle": the barns are burned, and not killed."""
    noun, first = token.head, token.head.head
    if token.dep != "amod" or token.tag != "VBG" or noun.pos != "NOUN" or noun.dep not in ("dobj", "conj", "appos") or token.i != noun.i - 1:
        return False
    while first.pos == "NOUN" and first.dep == "conj":
        first = first.head
    first = first.head if first.pos == "NOUN" and first.dep == "dobj" else first
    third = any(c.tag == "VBG" and c.i > noun.i for c in first.all("conj"))
    before = next((t for t in sentence.tokens if t.i == token.i - 1), None)
    if first.tag != "VBG" or first.dep != "pcomp" or not third or before is None or before.lower != ",":
        return False
    move(token, first, "conj")
    move(noun, token, "dobj")
    return True


def contrast_teller(token: Token, _: Sentence) -> bool:
    """"said two had been killed, while a union counted nine dead": the union's count is none of what was said before it."""
    told = token.head
    if token.dep != "advcl" or told.dep != "ccomp" or not told.i < token.i or token.lemma not in REPORTING | HOLDING | KNOWING | COUNTING:
        return False
    if token.first("nsubj") is None or not any(m.lower in CONTRAST for m in token.all("mark")) or told.head.lemma not in REPORTING | HOLDING | KNOWING:
        return False
    if not told.head.i < told.i:
        return False
    move(token, told.head, "advcl")
    return True


def high_content(token: Token, _: Sentence) -> bool:
    """"says the clans have used rifles, and that soldiers are being flown in": both are what one says."""
    verb = token.head
    first = next((c for c in verb.all("ccomp") if verb.i < c.i < token.i), None)
    if token.dep != "conj" or not _that(token) or first is None or verb.lemma not in REPORTING | HOLDING | KNOWING:
        return False
    for cc in [c for c in verb.all("cc") if first.i < c.i < token.i]:
        move(cc, first, "cc")
    move(token, first, "conj")
    return True


def swallowed_main(token: Token, _: Sentence) -> bool:
    """"Gunmen on motorbikes killed 26 people, officials said": the gunmen killed them, and say nothing."""
    place = token.head
    who = place.head.head if place.dep == "pobj" else place
    said = who.head
    if token.dep != "acl" or token.tag not in ("VBN", "VBD") or who.dep != "nsubj" or said.lemma not in REPORTING or token.first("dobj") is None:
        return False
    if not any(s is not who and s.i > token.i for s in said.all("nsubj")) or not token.i < said.i:
        return False
    move(token, said, "ccomp")
    move(who, token, "nsubj")
    token.tag = "VBD"
    return True


def swallowed_sayer(token: Token, sentence: Sentence) -> bool:
    """"killing two and capturing a truck, local sources told the agency": the sources tell, and were not captured."""
    noun = next((t for t in sentence.tokens if t.i == token.i - 1), None)
    if token.dep not in ("conj", "dep", "advcl") or token.tag not in ("VBD", "VBZ", "VBP") or token.lemma not in REPORTING | KNOWING or not token.head.is_root or token.head.i > token.i:
        return False
    if noun is None or noun.dep not in ("appos", "conj") or noun.pos not in ("NOUN", "PROPN") or token.first("nsubj", "mark") is not None or token.head is noun:
        return False
    first = min(t.i for t in noun.subtree())
    if not any(t.i == first - 1 and t.lower == "," for t in sentence.tokens) or any(t.dep == "cc" and t.i > token.head.i and t.i == token.i - 1 for t in sentence.tokens):
        return False
    main = token.head
    move(noun, token, "nsubj")
    take_over(token, main)
    return True


def aside_in_relative(token: Token, sentence: Sentence) -> bool:
    """"a decision that, the Kremlin says, makes France a party to the war": the Kremlin says no more than that."""
    if token.dep != "parataxis" or token.lemma not in REPORTING | HOLDING or token.first("nsubj") is None:
        return False
    begin = min(t.i for t in token.subtree() if t.lower != ",")
    before = [t for t in sentence.tokens if begin - 2 <= t.i < begin]
    inner = next((t for t in sentence.tokens if t.dep == "relcl" and t.i > token.i), None)
    if len(before) < 2 or before[0].lower not in ("that", "which", "who") or before[1].lower != "," or inner is None:
        return False
    move(token, inner, "parataxis")
    return True


def inverted_name(token: Token, _: Sentence) -> bool:
    """"Where was the army?" asked Ann Lee": she asks, and is not asked."""
    verb = token.head
    if token.dep != "dobj" or token.pos != "PROPN" or token.ent != "PERSON" or verb.lemma not in REPORTING | {"ask", "wonder"} or token.i < verb.i:
        return False
    before = next((c for c in verb.all("ccomp") if c.i < verb.i), None)
    if before is None or verb.first("nsubj", "nsubjpass", "aux") is not None or verb.tag not in ("VBD", "VBZ"):
        return False
    move(token, verb, "nsubj")
    return True


def replied_by_saying(token: Token, _: Sentence) -> bool:
    """"the army said, but, according to Interfax, the ministry retaliated by saying that": the reply is none of what the army said, nor above it."""
    said, reply = (token, token.head) if token.dep == "parataxis" else (token.head, token)
    told = next((c for c in said.all("ccomp") if c is not reply and c.i < reply.i), None)
    by = any(c.lower == "by" and any(p.lemma in REPORTING for p in c.all("pcomp")) for c in reply.all("prep"))
    if token.dep not in ("parataxis", "ccomp") or not by or told is None or said.lemma not in REPORTING or not said.i < reply.i or reply.first("nsubj") is None:
        return False
    cc = next((c for c in (*told.children, *said.children) if c.dep == "cc" and max(said.i, told.i) < c.i < reply.i), None)
    if cc is None or (token is said and not reply.is_root):
        return False
    move(cc, said, "cc")
    if token is said:
        move(said, said, "ROOT")
    move(reply, said, "conj")
    return True
