"""Repairs of "according to": of how much of the sentence it names the source."""

from __future__ import annotations

from reportedly.language.moves import end_of, is_after_comma, move, take_over
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import PRESS, REPORTING
from reportedly.language.verb_forms import is_finite


def trailing_according(token: Token, sentence: Sentence) -> bool:
    """"blew himself up, killing six, according to the ministry": at the end of a sentence it is the source of all of it."""
    if token.lower != "according" or token.dep != "prep" or not is_after_comma(token, sentence):
        return False
    if any(t.i > end_of(token) and t.pos != "PUNCT" for t in sentence.tokens):
        return False
    top = token.head
    if _is_of_last_clause(top):
        return False
    while not top.is_root and not _stands_alone(top, sentence) and (top.dep != "ccomp" or _is_told_first(top)):
        top = top.head
    if top is token.head or not top.tag.startswith("VB"):
        return False
    move(token, top, "prep")
    return True


def _stands_alone(clause: Token, sentence: Sentence) -> bool:
    """", and rebels seized a bridge": a second clause behind a comma or "but". A bare "and" joins both under one source, as it does what was
    done twice: "three were killed and 48 wounded when soldiers fired"."""
    if clause.dep != "conj" or clause.first("nsubj", "nsubjpass") is None:
        return False
    joint = next((c for c in reversed(clause.head.all("cc")) if c.i < clause.i), None)
    gapped = clause.tag == "VBN" and clause.first("aux", "auxpass") is None
    return not gapped and (joint is None or joint.lower != "and" or is_after_comma(joint, sentence))


def _is_of_last_clause(verb: Token) -> bool:
    """"the army said it had taken the bridge, a day after fighters shelled a camp, killing ten, according to medics": a clause with a time
    of its own behind what somebody else says; the medics speak of the camp."""
    clause = next((a for a in (verb, *verb.ancestors()) if a.dep in ("advcl", "pcomp") and a.first("nsubj", "nsubjpass") is not None), None)
    above = next((a for a in clause.ancestors() if a.dep == "ccomp"), None) if clause is not None else None
    return clause is not None and above is not None and above.head.lemma in REPORTING and above.head.i < above.i and above.head.first("nsubj") is not None


def _is_told_first(clause: Token) -> bool:
    """"the minister said troops had left, according to the paper": what stands behind the verb of saying."""
    said = clause.head
    sayer = said.first("nsubj")
    return said.lemma in REPORTING and said.i < clause.i and sayer is not None and sayer.lemma not in PRESS and said.lemma != "report"


def numbered_channel(token: Token, sentence: Sentence) -> bool:
    """"Channel 4 reports, citing officials, that …": behind a number the verb is taken for what the number counts."""
    before = [t for t in sentence.tokens if t.i < token.i][-2:]
    if token.lower not in ("reports", "claims") or token.tag != "NNS" or len(before) < 2 or before[1].tag != "CD" or before[0].tag != "NNP":
        return False
    told, channel = sentence.root, before[0]
    mark = told.first("mark")
    if mark is None or mark.lower != "that" or not token.i < mark.i < told.i:
        return False
    for free in (token, before[1], channel):
        move(free, told, free.dep)
    for child in [c for c in token.children if c.i < token.i]:
        move(child, channel, child.dep)
    take_over(token, told)
    for child in [c for c in told.children if c.i < mark.i]:
        move(child, token, child.dep)
    move(channel, token, "nsubj")
    move(before[1], channel, "nummod")
    for citing in [t for t in sentence.tokens if t.tag == "VBG" and token.i < t.i < mark.i and t.lemma in ("cite", "quote")]:
        move(citing, token, "advcl")
    token.pos, token.tag, token.lemma = "VERB", "VBZ", token.lower[:-1]
    return True


def high_as(token: Token, sentence: Sentence) -> bool:
    """"Rebels deny joining talks as raid hits port": what a headline tells behind "as" is by the report, and no part of what is denied."""
    mark, low = token.first("mark"), token.head
    if not sentence.headline or mark is None or mark.lower != "as" or low.dep != "xcomp" or token.i < low.i or low.head.tag not in ("VBZ", "VBP"):
        return False
    if not any(s.pos in ("NOUN", "PROPN") for s in token.all("nsubj", "nsubjpass")):
        return False
    move(token, low.head, "advcl")
    return True


def low_aside(token: Token, sentence: Sentence) -> bool:
    """"closing the border and, Kyiv says, by cutting power": an aside behind "and" is of what comes after it alone."""
    above = token.head
    cc = next((c for c in above.children if c.dep == "cc" and c.i < token.i and sentence.tokens[c.i - sentence.tokens[0].i + 1].lower == ","), None)
    if token.dep != "parataxis" or token.lemma not in REPORTING or cc is None or token.first("nsubj") is None or token.i - cc.i > 8:
        return False
    second = next((c for c in above.all("prep") if c.i > token.i and any(p.lower == c.lower and p.i < cc.i for p in above.all("prep"))), None)
    clause = second.first("pcomp") if second is not None else None
    if clause is None:
        return False
    move(token, clause, "parataxis")
    return True


def each_according(token: Token, sentence: Sentence) -> bool:
    """"killing three according to doctors and five according to the students": each source is of the number right before it, and the numbers stand side by side."""
    numbers = {t: n for t in sentence.tokens if t.lower == "according" and (n := number_before(t, sentence)) is not None}
    if token not in numbers or len(numbers) < 2:
        return False
    first, mine = next(iter(numbers.values())), numbers[token]
    if any(t.tag in ("VBD", "VBZ", "VBP") and first.i < t.i < mine.i for t in sentence.tokens):
        return False  # "killed nine rebels, according to the army, and robbed two farmers, according to villagers"
    if token.head is mine or token in first.ancestors() or mine in (first.head, *first.ancestors()):
        return False
    if mine is not first and mine.dep == "conj" and mine.head.tag.startswith("VB"):
        move(mine, first, "conj")
    move(token, mine, "prep")
    return True


def own_according(token: Token, sentence: Sentence) -> bool:
    """"killed nine, the army said, though they robbed many, according to farmers": of two clauses that each name a source the last
    "according to" is of the last."""
    if token.lower != "according" or token.dep != "prep":
        return False
    clauses = [t for t in sentence.tokens if t.i < token.i and t.tag in ("VBD", "VBZ", "VBP") and t is not token.head and _goes_on(t)]
    clause = next((t for t in reversed(clauses) if _names_source(t.head, t)), None)
    if clause is None or token in clause.children:
        return False
    for early in [t for t in sentence.tokens if t.lower == "according" and t.i < clause.i and t.dep == "prep" and t.head.pos in ("NOUN", "PROPN") and t.head in clause.head.subtree()]:
        move(early, clause.head, "prep")
    move(token, clause, "prep")
    return True


def _goes_on(verb: Token) -> bool:
    """A clause beside the main one: "and robbed two", "though they robbed two"."""
    marks = [c.lower for c in verb.all("mark")]
    return verb.head.tag.startswith("VB") and (verb.dep == "conj" or (verb.dep == "advcl" and any(m in ("though", "although", "while", "whereas") for m in marks)))


def _names_source(main: Token, clause: Token) -> bool:
    """Whether a source of the main clause stands before the other begins."""
    begin = min(t.i for t in clause.subtree())
    aside = any(c.dep in ("parataxis", "ccomp") and c.lemma in REPORTING and c.first("nsubj") is not None and main.i < c.i < begin for c in main.children)
    return aside or any(t.lower == "according" and main.i < t.i < clause.i and not any(a is clause for a in t.ancestors()) for t in main.subtree())


def number_before(according: Token, sentence: Sentence) -> Token | None:
    """The number, or the noun with a number, that stands right before "according", but for a comma."""
    before = [t for t in sentence.tokens if t.i < according.i and t.lower != ","]
    if not before:
        return None
    return before[-1] if before[-1].tag == "CD" or before[-1].first("nummod") is not None else None


def named_source(token: Token, _: Sentence) -> bool:
    """"according to her lawyer, Timur Ashirov": the lawyer's name, which the model hangs beside the lawyer."""
    according = token.head
    to = next((c for c in according.children if c.lower == "to" and c.i == according.i + 1), None)
    noun = to.first("pobj") if to is not None else None
    if token.dep != "pobj" or according.lower != "according" or token.pos != "PROPN" or token.ent != "PERSON" or noun is None or noun.pos != "NOUN" or not noun.i < token.i:
        return False
    move(token, noun, "appos")
    return True


def according_before_stop(token: Token, sentence: Sentence) -> bool:
    """"nine huts were burned, according to a nun; the army denied it": the source of what stands before the semicolon, and not of what stands behind."""
    verb = token.head
    if token.lower != "according" or token.dep != "prep" or verb.i < token.i or not is_after_comma(token, sentence):
        return False
    end = end_of(token)
    stop = next((t for t in sentence.tokens if t.i == end + 1), None)
    before = verb.head if verb.dep in ("conj", "parataxis") else next((c for c in verb.all("ccomp", "parataxis") if c.i < token.i), None)
    if stop is None or stop.lower not in (";", ":", "–", "—") or before is None or before.i > token.i or not before.tag.startswith("VB"):
        return False
    move(token, before, "prep")
    return True


def told_before_colon(token: Token, sentence: Sentence) -> bool:
    """"The ministry called it a lie: its spokesman said that ...": what stands before a colon or a semicolon is no part of what the next clause says."""
    said = token.head
    who = said.first("nsubj")
    if token.dep != "ccomp" or said.lemma not in REPORTING or who is None or not token.i < who.i < said.i or token.quoted or token.first("nsubj", "nsubjpass") is None:
        return False
    begin = min(t.i for t in who.subtree())
    stop = next((t for t in sentence.tokens if t.i == begin - 1), None)
    if stop is None or stop.lower not in (";", ":") or not is_finite(token):
        return False
    take_over(token, said)
    said.dep = "conj"
    return True
