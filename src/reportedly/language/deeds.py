"""Repairs of phrases of event nouns that the model hangs on the verb, or on a noun inside: "condemned the raid on a camp by soldiers".

Which phrases a noun for a deed has (who did it, to whom) the frames of the codebook say.
"""

from __future__ import annotations

from functools import lru_cache

from reportedly.codebooks.frames import load_codebook
from reportedly.language.moves import move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token

NOUNS = ("NOUN", "PROPN")
TIMES = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"])
DOERS = ("PERSON", "GROUP", "ARMED", "STATE", "ORG")
STRUCK = (*DOERS, "PLACE", "FACILITY", "VEHICLE", "GOODS", "WEAPON")
NAMES = frozenset(["PERSON", "NORP", "ORG", "GPE", "LOC", "FAC"])
TRYING = frozenset(["court", "judge", "jury", "tribunal", "panel", "magistrate"])  # "was jailed for the murder by a court"
AIMED = frozenset(["on", "against", "into", "upon", "between"])
SHARED = frozenset(["with"])
JUDGING = frozenset(["condemn", "denounce", "deplore", "decry", "criticise", "criticize", "reject", "oppose", "welcome", "praise", "hail", "applaud", "announce", "confirm", "break", "violate", "breach", "end", "break off", "suspend"])
DONE = frozenset(["claim", "carry", "perpetrate", "commit", "orchestrate", "mount", "stage", "blame", "attribute", "mastermind"])  # what is done to deeds, and not to those struck
HARMS = frozenset(["death", "injury", "wounding", "loss", "disappearance"])  # which are deeds by what is told beside them
LAYING = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to"}
CHARGING = frozenset(["accuse", "suspect", "acquit", "convict", "clear"])
ANSWERING = frozenset(["responsibility", "involvement", "participation", "complicity", "part", "role", "hand"])
WAVES = frozenset(["phone", "telephone", "television", "tv", "radio", "sideline", "sidelines", "behalf", "air", "camera", "video", "media", "twitter", "facebook", "telegram", "instagram", "youtube", "tiktok", "website", "channel", "network", "page", "account"])


def deed_agent(token: Token, sentence: Sentence) -> bool:
    """"condemned the shelling of a school by soldiers": what is condemned is done by somebody; no active verb is."""
    doer = token.first("pobj")
    if token.lower != "by" or doer is None or not _is_one_of(doer, DOERS) or _is_passive(token.head):
        return False
    deed = _deed_before(token, sentence, "by")
    if deed is None or deed is token.head or (doer.lemma in TRYING and any(_is_passive(a) for a in deed.ancestors())):
        return False
    if deed.dep == "conj" and token.head is deed.head and _takes(deed.head, "by"):  # "shelling and raids by troops"
        return False
    move(token, _first_of(deed), "prep")
    return True


def deed_target(token: Token, sentence: Sentence) -> bool:
    """"condemned the ambush on a convoy", "denounced the truce with the rebels": what was condemned was on the convoy; the condemning was not."""
    deed, between = _past_phrases(token, sentence)
    struck, above = token.first("pobj"), token.head
    if deed is None or struck is None or above is deed or (above not in deed.ancestors() and above not in between):
        return False
    fits = token.lower in AIMED or (bool(between) and token.lower == "of" and not any(c.lower == "of" for c in deed.all("prep"))) or (token.lower in SHARED and deed.head is above and above.lemma in JUDGING)
    if not fits or LAYING.get(above.lemma) == token.lower or not _takes(deed, token.lower) or not _is_one_of(struck, STRUCK):
        return False
    move(token, deed, "prep")
    return True


def low_claim(token: Token, _: Sentence) -> bool:
    """"a raid on a camp claimed by rebels", "the shelling of a school blamed on the army": no camp is claimed; the raid is."""
    inside = token.head
    deed = inside.head.head
    if token.dep != "acl" or token.tag not in ("VBN", "VBD") or token.lemma not in DONE or inside.dep != "pobj" or not _is_one_of(inside, STRUCK) or _takes(inside, "by") or token.i < inside.i:
        return False
    if not _takes(deed, "by") or deed.i > inside.i or (token.lemma == "carry" and not any(c.lower == "out" for c in token.children)):
        return False
    token.tag = "VBN"
    move(token, deed, "acl")
    return True


def laid_on(token: Token, _: Sentence) -> bool:
    """"blamed the shelling of a school on the rebels", "attributed the theft of a van to them": at whose door it is laid."""
    inside = token.head
    verb = next((a for a in inside.ancestors() if a.tag.startswith("VB")), None)
    if verb is None or LAYING.get(verb.lemma) != token.lower or inside.i > token.i or verb.i > inside.i:
        return False
    laid = next((o for o in verb.all("dobj") if o.i < token.i and _takes(o, "by")), None)
    if laid is None or token.first("pobj") is None or any(c.lower == token.lower and c.i > token.i for c in verb.subtree()):
        return False
    first = next((c for c in verb.all("prep") if c.lower == token.lower), None)
    if first is not None and (inside not in first.subtree() or not _takes(laid, token.lower)):
        return False
    if first is None and inside not in laid.subtree():
        return False
    move(token, verb, "prep")
    if first is not None:
        move(first, laid, "prep")  # "blamed the raid on a camp on the rebels"
    return True


def charged_with_deed(token: Token, _: Sentence) -> bool:
    """"accused the militia of the raid": the deed is no part of the militia."""
    noun, deed = token.head, token.first("pobj")
    verb = noun.head
    if token.lower != "of" or noun.dep != "dobj" or verb.lemma not in CHARGING or token.i < noun.i or deed is None or not _takes(deed, "by"):
        return False
    if not _is_one_of(noun, DOERS) or any(c.lower == "of" for c in verb.all("prep")):
        return False
    move(token, verb, "prep")
    return True


def part_in_deed(token: Token, sentence: Sentence) -> bool:
    """"denied involvement in the murder", "the role of the army in the raid": in what one has a part is of the part."""
    above, deed, beside = token.head, token.first("pobj", "pcomp"), _before(token, sentence)
    part = beside
    if part is not None and part.dep == "pobj" and part.head.lower == "of":
        part = part.head.head
    if token.lower not in ("in", "for") or part is None or part.lemma not in ANSWERING or part.dep != "dobj" or above not in (part.head, beside):
        return False
    if deed is None or not (deed.pos == "PRON" or deed.tag == "VBG" or _takes(deed, "by") or kind_of(deed) == "EVENT"):
        return False
    move(token, part, "prep")
    return True


def second_deed(token: Token, _: Sentence) -> bool:
    """"the killing of 12 people and abduction of 30", "the arrest of a clerk and the beating of two": two deeds; nobody kills an abduction."""
    struck = token.head
    of, first = struck.head, struck.head.head
    if token.dep != "conj" or token.pos != "NOUN" or struck.dep != "pobj" or of.lower != "of" or first.pos != "NOUN" or first.i > of.i:
        return False
    mine = next((c for c in (*token.all("prep"), *struck.all("prep"), *first.all("prep")) if c.lower == "of" and c.i == token.i + 1), None)
    if mine is None or not (token.lemma in HARMS or _takes(token, "of")) or not (first.lemma in HARMS or _takes(first, "of")) or kind_of(struck) == "EVENT":
        return False
    for cc in [c for c in struck.all("cc") if c.i < token.i]:
        move(cc, first, "cc")
    move(mine, token, "prep")
    move(token, first, "conj")
    return True


def deed_for_verb(token: Token, _: Sentence) -> bool:
    """"Drone strikes on a depot were reported", "Calls for a raid grew": no finite verb is a subject; it is a noun."""
    if token.tag not in ("VBZ", "VBP") or token.dep not in ("nsubj", "nsubjpass") or token.first("aux", "auxpass", "mark", "dobj", "ccomp", "xcomp", "advmod", "expl") is not None:
        return False
    before = token.first("nsubj")
    if before is not None and (before.i != token.i - 1 or before.pos not in NOUNS or (before.first("det", "poss") is not None and before.children[0].i != before.i - 1)):
        return False
    token.pos, token.tag = "NOUN", "NNS" if token.tag == "VBZ" else "NN"
    if before is not None:
        for child in [*before.children]:
            move(child, token, child.dep)
        before.dep = "compound"
    return True


def _before(token: Token, sentence: Sentence) -> Token | None:
    before = _word_at(token.i - 1, sentence)
    return before if before is not None and before.pos in NOUNS else None


def _past_phrases(token: Token, sentence: Sentence) -> tuple[Token | None, list[Token]]:
    """The noun before a preposition, past a day, a place or a doer that stands between, and the words of these: "the raid on Monday on a camp"."""
    first, between = sentence.tokens[0].i, list[Token]()
    before = _word_at(token.i - 1, sentence)
    while before is not None and len(between) < 8 and before.i > first:
        prep = before.head if before.dep == "pobj" else None
        day = before.ent in ("DATE", "TIME")
        if prep is not None and prep.lower in ("on", "in", "at", "by") and (day or before.ent in ("GPE", "LOC") or (prep.lower == "by" and _is_one_of(before, DOERS))):
            start = prep.i
        elif day and before.dep == "npadvmod":
            start = min(t.i for t in before.subtree())
        else:
            break
        between += [t for t in sentence.tokens if start <= t.i < token.i]
        before = _word_at(start - 1, sentence)
    return (before if before is not None and before.pos in NOUNS and before not in between else None), between


def _word_at(i: int, sentence: Sentence) -> Token | None:
    at = i - sentence.tokens[0].i
    return sentence.tokens[at] if at >= 0 else None


def _deed_before(token: Token, sentence: Sentence, prep: str) -> Token | None:
    """The innermost deed whose phrase ends right before a preposition."""
    noun = _before(token, sentence)
    while noun is not None and noun.i < token.i and not noun.tag.startswith("VB"):
        if noun.pos in NOUNS and noun.dep not in ("compound", "amod", "nmod", "poss") and _takes(noun, prep) and not any(c.lower == prep and c is not token for c in noun.all("prep")):
            return noun
        noun = noun.head if not noun.is_root else None
    return None


def _first_of(deed: Token) -> Token:
    """"shelling and raids by troops": both are theirs."""
    while deed.dep == "conj" and deed.head.pos in NOUNS and _takes(deed.head, "by") and deed.head.first("prep") is None:
        deed = deed.head
    return deed


def _takes(noun: Token, prep: str) -> bool:
    """Whether a noun is a deed of some frame, with somebody behind the preposition."""
    beside = [c for each in noun.children for c in (each, *(each.all("pobj") if each.dep == "prep" else ()))]
    return prep in _links(noun.lemma, noun.lower, tuple(sorted({w for c in beside for w in (c.lower, c.lemma)})))


@lru_cache(maxsize=8192)
def _links(lemma: str, lower: str, beside: tuple[str, ...]) -> frozenset[str]:
    nouns = load_codebook().nouns
    rows = nouns.get(lemma, []) + (nouns.get(lower, []) if lower != lemma else [])
    return frozenset(prep for rest, frame in rows if set(rest) <= set(beside) for prep, role in frame.roles.items() if role in ("actor", "recipient", "party"))


def _is_passive(verb: Token) -> bool:
    return verb.tag == "VBN" and verb.first("auxpass") is not None


def _is_one_of(noun: Token, kinds: tuple[str, ...]) -> bool:
    """A noun of such a kind, or a name; not a day, nor what carries words."""
    if noun.ent in TIMES - {"CARDINAL"} or noun.lower in WAVES or noun.lemma in WAVES:
        return False
    if noun.pos == "PROPN":
        return noun.ent in NAMES or bool(noun.known)
    kind = kind_of(noun)
    if not kind:  # of no known kind, as one that is counted or pointed at
        return noun.tag == "NNS" or noun.first("det", "poss", "nummod") is not None
    return kind in kinds
