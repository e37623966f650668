"""Repairs of two who tell in one sentence, and of asides whose verb the model takes for a noun or for the main verb."""

from __future__ import annotations

from reportedly.language.moves import move, take_over
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import REPORTING, TELLING

FINITE = ("VBD", "VBZ", "VBP")
ACCOUNTS = frozenset({"account", "version", "story", "picture", "explanation"})
THEN = frozenset({"then", "later", "eventually", "afterwards", "finally"})


def second_teller(token: Token, _: Sentence) -> bool:
    """"The army said seven were killed, but a doctor said all were farmers": the doctor's words are none of the army's."""
    first = token.head
    if token.dep != "ccomp" or token.lemma not in REPORTING | TELLING or first.lemma not in REPORTING or token.tag not in FINITE or token.first("mark") is not None:
        return False
    told = next((c for c in first.all("ccomp") if first.i < c.i < token.i), None)
    subject = token.first("nsubj") or _swallowed(token, told)
    if subject is None or told is None or token.first("ccomp", "dobj") is None:
        return False
    begin = min(t.i for t in subject.subtree())
    cc = next((c for c in (*told.children, *first.children, *token.children, *subject.head.children) if c.dep == "cc" and told.i < c.i < begin), None)
    if cc is None:
        return False
    move(cc, first, "cc")
    move(token, first, "conj")
    move(subject, token, "nsubj")
    return True


def _swallowed(saying: Token, told: Token | None) -> Token | None:
    """"said guards shot two bakers and the mayor added that": the mayor, whom the model takes for one of those shot."""
    nouns = [] if told is None else [t for t in told.subtree() if t.dep == "conj" and t.i == saying.i - 1 and t.pos in ("NOUN", "PROPN")]
    return next((n for n in nouns if kind_of(n) in ("PERSON", "GROUP", "ORG", "ARMED") or n.ent in ("PERSON", "ORG")), None)


def second_count(token: Token, _: Sentence) -> bool:
    """"Police say they killed three, the students say five": the students tell of their own number alone."""
    second = token.head
    number = second.first("dobj")
    if token.dep != "ccomp" or token.lemma not in REPORTING or second.lemma not in REPORTING or token.i > second.i or number is None or number.tag != "CD" or number.i < second.i:
        return False
    if token.first("nsubj") is None or second.first("nsubj") is None or token.first("ccomp", "dobj") is None:
        return False
    take_over(token, second)
    second.dep = "conj"
    return True


def introduced_as(token: Token, sentence: Sentence) -> bool:
    """"a man who identified himself as the group's spokesman, Abu Tarik, said": what he said he was is no second subject of "said"."""
    if token.dep != "nsubj" or len(token.head.all("nsubj")) < 2:
        return False
    first = min(token.subtree(), key=lambda t: t.i)
    at = first.i - sentence.tokens[0].i
    as_ = sentence.tokens[at - 1] if at else None
    if as_ is None or as_.lower != "as" or as_.dep != "prep" or as_.first("pobj", "pcomp") is not None:
        return False
    if not any(c.i < as_.i for c in token.head.all("nsubj")):
        return False
    move(token, as_, "pobj")
    return True


def inverted_aside(token: Token, sentence: Sentence) -> bool:
    """"Soldiers, say villagers, killed both boys": who says it stands behind the verb, and the killing is the main verb."""
    words, at = sentence.tokens, token.i - sentence.tokens[0].i
    if token.lemma not in REPORTING or token.tag not in FINITE or at < 2 or words[at - 1].lower != ",":
        return False
    subjects = [c for c in token.children if c.dep == "nsubj" or (c.dep == "dobj" and c.i > token.i)]
    told = next((c for c in token.all("conj", "ccomp", "dep") if c.i > token.i and c.tag in (*FINITE, "VBN", "VBG") and c.first("nsubj") is None), None)
    if len(subjects) != 2 or not subjects[0].i < token.i < subjects[1].i or told is None:
        return False
    end = max(t.i for t in subjects[1].subtree() if t.pos != "PUNCT")
    if words[end - words[0].i + 1].lower != "," or told.i < end:
        return False
    take_over(told, token)
    move(subjects[0], told, "nsubjpass" if told.first("auxpass") is not None else "nsubj")
    token.dep, subjects[1].dep = "parataxis", "nsubj"
    return True


def nominal_aside(token: Token, sentence: Sentence) -> bool:
    """"Soldiers, villagers allege, killed both boys": "allege" is no noun."""
    words, at = sentence.tokens, token.i - sentence.tokens[0].i
    who = next((c for c in token.all("compound", "nmod") if c.i == token.i - 1 and c.tag in ("NNS", "NNPS")), None)
    told = token.head.head
    if token.dep != "appos" or token.lower not in REPORTING or token.tag not in ("NN", "NNP") or who is None or token.first("det", "poss") is not None:
        return False
    if token.head.dep not in ("nsubj", "nsubjpass") or not told.tag.startswith("VB") or told.i < token.i or at + 1 >= len(words) or words[at + 1].lower != ",":
        return False
    token.pos, token.tag = "VERB", "VBP"
    move(token, told, "parataxis")
    who.dep = "nsubj"
    return True


def colon_report(token: Token, sentence: Sentence) -> bool:
    """"The bishop contradicted the director: two guards had been beaten, he said": what he says stands behind the colon; before it the report speaks of him."""
    first, words = next((c for c in token.all("ccomp") if c.i < token.i), None), sentence.tokens
    if first is None or token.lemma not in REPORTING or first.quoted or first.first("nsubj") is None or not any(c.tag == "PRP" for c in token.all("nsubj")):
        return False
    told = next((c for c in first.all("ccomp", "parataxis", "dep") if first.i < c.i < token.i and c.tag in (*FINITE, "VBN") and c.first("mark") is None), None)
    begin = min(t.i for t in told.subtree()) - words[0].i if told is not None else 0
    if told is None or ":" not in (words[begin].lower, words[begin - 1].lower):
        return False
    move(told, token, "ccomp")
    move(first, token, "advcl")
    return True


def then_admitted(token: Token, _: Sentence) -> bool:
    """"first denied, then admitted having bombed it": what comes later is told beside what came first, and is no part of it."""
    first = token.head
    if token.dep != "dep" or token.tag not in ("VBD", "VBN") or first.tag not in ("VBD", "VBN") or token.i < first.i or token.first("nsubj", "nsubjpass", "mark") is not None:
        return False
    if not any(c.lower in THEN and first.i < c.i < token.i for c in token.all("advmod")):
        return False
    token.dep, token.tag = "conj", "VBD"
    return True


def gave_account(token: Token, sentence: Sentence) -> bool:
    """"Witnesses gave another account: police had beaten him": what stands behind the colon is what they tell."""
    told, words = token.head, sentence.tokens
    if token.dep not in ("ccomp", "advcl") or told.i < token.i or token.first("nsubj") is None or not any(o.lemma in ACCOUNTS for o in token.all("dobj")) or (told.first("ccomp") is not None and told.first("ccomp") is not token):
        return False
    end = max(t.i for o in token.all("dobj") for t in o.subtree()) - words[0].i
    if token.lemma not in ("give", "offer", "tell", "present") or not any(t.lower == ":" for t in words[end : end + 2]):
        return False
    take_over(token, told)
    return True
