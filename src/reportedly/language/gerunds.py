"""Repairs of gerunds that the model takes for part of the noun behind them: "denied shipping weapons", "admitted shelling villages"."""

from __future__ import annotations

from reportedly.codebooks.frames import load_codebook
from reportedly.codebooks.operators import operators
from reportedly.language.doers import is_able
from reportedly.language.moves import end_of, move, take_over
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import TALES

WITH_GERUND = frozenset(["deny", "admit", "acknowledge"])
CHARGING = frozenset(["suspicion", "charge", "allegation", "accusation", "count", "accuse", "suspect", "convict", "acquit", "charge", "blame", "guilty"])
TOLD = frozenset(["footage", "video", "image", "picture", "account", "sign", "evidence", "word", "case", "risk", "prospect", "danger", "example", "instance"])
DESISTING = frozenset(["refrain", "desist", "abstain", "stop", "keep", "prevent", "prohibit", "bar", "ban", "deter", "discourage"])
VOWING = frozenset(["threaten", "vow", "pledge", "promise", "offer", "swear"])
CONCRETE = frozenset(["VEHICLE", "FACILITY", "PERSON", "PLACE", "ARMED", "GROUP"])
HOLDING = frozenset(["hold", "lift", "impose", "ease", "launch", "stage", "conduct", "mount", "plan", "order", "carry", "start", "resume", "organise", "organize", "threaten", "prepare", "support", "plot", "lead", "back", "fund"])
GIVEN = frozenset(["permit", "licence", "license", "permission", "right", "application", "visa", "request", "claim", "report", "allegation", "accusation", "charge", "rumour", "rumor", "service", "fee", "status", "order"])  # "denied building permits"


def denied_gerund(token: Token, sentence: Sentence) -> bool:
    """"denied shipping weapons to the rebels", "denied dropping barrel bombs": what is denied or admitted is a deed; "denied building permits"
    and "denied bombing raids" tell of permits and of raids."""
    verb = next((t for t in sentence.tokens if t.i == token.i - 1), None)
    if verb is None or verb.lemma not in WITH_GERUND or not verb.tag.startswith("VB") or not token.lower.endswith("ing") or token.children or verb.first("auxpass") is not None:
        return False
    noun = next((c for c in verb.all("dobj") if c.i > token.i and token in c.subtree()), None)
    if noun is None or token.dep not in ("compound", "amod") or min(t.i for t in noun.subtree()) != token.i:
        return False
    if noun.lemma in GIVEN or (kind_of(noun) == "EVENT" and not (token.tag == "VBG" and token.lemma in HOLDING)):
        return False
    for child in [c for c in verb.all("prep") if c.i > noun.i]:
        move(child, token, "prep")
    move(token, verb, "xcomp")
    _take_object(token, noun)
    return True


def denied_act(token: Token, _: Sentence) -> bool:
    """"denied campaigning against the dam": a bare word in -ing that is denied is what somebody does."""
    verb = token.head
    if verb.lemma not in WITH_GERUND or token.i != verb.i + 1 or token.dep not in ("dobj", "xcomp") or token.tag != "NN" or not token.lower.endswith("ing"):
        return False
    if verb.first("auxpass") is not None or any(c.lower == "of" for c in token.all("prep")) or not token.all("prep"):
        return False
    token.dep = "xcomp"
    _make_gerund(token)
    return True


def charged_gerund(token: Token, sentence: Sentence) -> bool:
    """"on suspicion of shipping weapons", "accused of stockpiling rockets": nobody is charged with weapons, but with what was done with them."""
    prep, noun = next((t for t in sentence.tokens if t.i == token.i - 1), None), token.head
    accused = prep.head if prep is not None and prep.head.dep == "dobj" else None  # "accused the rebels of shelling buses"
    verb = accused.head if accused is not None else prep.head if prep is not None else token
    if prep is None or prep.lower not in ("of", "with", "for") or prep.dep != "prep" or verb.lemma not in CHARGING or not token.lower.endswith("ing") or token.children:
        return False
    if noun.dep != "pobj" or noun.head is not prep or token.dep not in ("compound", "amod") or min(t.i for t in noun.subtree()) != token.i:
        return False
    if not (noun.tag in ("NNS", "NNPS", "NNP") or kind_of(noun) in CONCRETE) or (kind_of(noun) == "EVENT" and not (token.tag == "VBG" and token.lemma in HOLDING)) or noun.lemma in GIVEN:
        return False
    for child in [c for c in prep.head.all("prep") if c.i > noun.i]:
        move(child, token, "prep")
    if accused is not None:
        move(prep, verb, "prep")
    move(token, prep, "pcomp")
    _take_object(token, noun)
    return True


def told_doing(token: Token, _: Sentence) -> bool:
    """"reports of Tunis lodging a protest": what is told of is what Tunis does; the gerund is of the name right before it."""
    tale = token.head
    if token.tag != "VBG" or token.dep != "acl" or tale.lemma not in TALES | TOLD or token.first("nsubj", "aux", "mark") is not None:
        return False
    doer = next((p for c in tale.all("prep") if c.lower == "of" for p in c.all("pobj") if p.i < token.i), None)
    if doer is None or end_of(doer) != token.i - 1 or not is_able(doer):
        return False
    move(token, doer, "acl")
    return True


def particle_gerund(token: Token, _: Sentence) -> bool:
    """"ruled out attacking the port", "gave up shelling it": what stands right behind the particle is what was ruled out."""
    verb = token.head
    if token.tag != "VBG" or token.dep != "advcl" or token.first("mark", "nsubj", "aux") is not None or verb.first("dobj") is not None:
        return False
    if not any(c.dep == "prt" and c.i == token.i - 1 for c in verb.children):
        return False
    token.dep = "xcomp"
    return True


def from_doing(token: Token, sentence: Sentence) -> bool:
    """"to refrain from bombing hospitals": what they are not to do, and to whom; no bombing hospitals."""
    prep, noun = next((t for t in sentence.tokens if t.i == token.i - 1), None), token.head
    if prep is None or prep.lower != "from" or not token.lower.endswith("ing") or token.children or noun.dep != "pobj" or noun.head is not prep or prep.head.lemma not in DESISTING:
        return False
    stem = token.lower[:-3]
    verb = next((v for v in (stem, f"{stem}e", stem[:-1]) if v in load_codebook().verbs), None)
    if verb is None:
        return False
    token.tag, token.pos, token.lemma = "VBG", "VERB", verb
    move(token, prep, "pcomp")
    move(noun, token, "dobj")
    return True


def vowed_in(token: Token, _: Sentence) -> bool:
    """"threatened in a video posted on Friday to kill a hostage": the video was not posted to kill him."""
    shown = token.head
    if token.dep not in ("advcl", "xcomp") or not any(c.tag == "TO" for c in token.children) or shown.dep != "acl" or shown.tag not in ("VBN", "VBD"):
        return False
    noun = shown.head
    vow = noun.head.head if noun.dep == "pobj" and noun.head.dep == "prep" and noun.head.lower in ("in", "on") else noun
    if vow.lemma not in VOWING or vow.first("xcomp", "ccomp") is not None or not vow.i < noun.i < token.i:
        return False
    move(token, vow, "xcomp")
    return True


def low_infinitive(token: Token, sentence: Sentence) -> bool:
    """"accused of planning to attack", "denied trying to kill him": the infinitive is of the gerund before it."""
    verb = token.head
    to = next((c for c in token.all("aux") if c.tag == "TO"), None)
    gerund = next((t for t in sentence.tokens if to is not None and t.i == to.i - 1), None)
    if token.dep != "xcomp" or token.tag != "VB" or gerund is None or not gerund.lower.endswith("ing") or gerund is verb:
        return False
    if gerund.tag not in ("VBG", "NN") or _verb_of(gerund.lower) not in operators().verbs or gerund.children:
        return False
    prep = gerund.head
    if gerund.dep == "pobj" and prep.head is verb and prep.dep == "prep" and prep.i == gerund.i - 1:
        gerund.dep = "pcomp"
    elif not (gerund.dep == "xcomp" and prep is verb):
        return False
    _make_gerund(gerund)
    move(token, gerund, "xcomp")
    return True


def swallowed_participle(token: Token, _: Sentence) -> bool:
    """"warplanes bombing rebels" read as one compound noun: the first noun is the head, the participle its clause."""
    if token.tag != "VBG" or token.dep not in ("compound", "amod") or token.head.pos != "NOUN":
        return False
    before = next((t for t in token.head.children if t.dep == "compound" and t.i == token.i - 1 and t.tag in ("NNS", "NNPS")), None)
    if before is None:
        return False
    head = token.head
    for child in [c for c in head.children if c.i < before.i]:
        move(child, before, child.dep)
    move(before, head.head, head.dep)
    for child in [c for c in head.children if c.dep in ("conj", "cc") and c.i > head.i]:
        move(child, before, child.dep)
    move(token, before, "acl")
    move(head, token, "dobj")
    return True


def risks_being(token: Token, sentence: Sentence) -> bool:
    """"the consul risks being arrested": no risk is arrested, but whoever runs it."""
    who = next((c for c in token.all("compound", "nmod", "amod") if c.i == token.i - 1 and c.pos in ("NOUN", "PROPN")), None)
    being = next((t for t in sentence.tokens if t.i == token.i + 1), None)
    if token.lower not in ("risk", "risks") or token.pos != "NOUN" or who is None or being is None or being.lower != "being" or being.dep != "auxpass":
        return False
    done = being.head
    if done is token.head and token.dep == "nsubjpass":
        take_over(token, done)
    elif done.head is not token:
        return False
    done.dep, who.dep = "xcomp", "nsubj"
    token.tag, token.pos, token.lemma = "VBZ" if token.lower == "risks" else "VBP", "VERB", "risk"
    for child in [c for c in token.children if c.i < who.i]:
        move(child, who, child.dep)
    return True


def _take_object(token: Token, noun: Token) -> None:
    """The gerund with its noun; "burning villages and killing farmers" are two gerunds."""
    move(noun, token, "dobj")
    for second in [c for c in noun.all("conj") if c.tag == "VBG"]:
        for cc in [c for c in noun.all("cc") if c.i < second.i]:
            move(cc, token, "cc")
        move(second, token, "conj")
    _make_gerund(token)


def _make_gerund(token: Token) -> None:
    token.tag, token.pos, token.ent = "VBG", "VERB", ""
    if token.lemma == token.lower:
        token.lemma = _verb_of(token.lower)


def _verb_of(word: str) -> str:
    """The verb of the codebook that a word in -ing is of: "dropping" → drop, "mutinying" → mutiny, "taking" → take."""
    stem = word[:-3]
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return next((verb for verb in (stem, stem + "e", doubled) if verb in load_codebook().verbs or verb in operators().verbs), word)
