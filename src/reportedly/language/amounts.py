"""Repairs of dates and sums that the model builds into the phrase beside them."""

from __future__ import annotations

from reportedly.codebooks.data import load_data
from reportedly.language.moves import move, take_over
from reportedly.language.parse import Sentence, Token

PLACES = ("GPE", "LOC", "FAC")
ROUGHLY = frozenset({"over", "about", "around", "under", "almost", "nearly"})
FATED = frozenset(["dead", "wounded", "injured", "missing", "detained"])
SHORT = frozenset(["m", "bn", "tn", "mn"])  # "$12m"
MORE = frozenset(["more", "fewer", "less", "higher", "lower"])
PAYING = frozenset(["commit", "pledge", "give", "spend", "donate", "provide", "allocate", "contribute", "send", "pay", "raise", "lend", "offer", "promise", "invest", "receive", "earmark", "grant", "award", "hand", "loan", "advance"])
SUMS_TO = frozenset(["fine", "pay", "give", "lend", "offer", "owe", "award", "send", "grant", "hand", "promise", "cost"])


def dated_place(token: Token, _: Sentence) -> bool:
    """"travel to Turkey November 16", "were killed in Kabul Monday": the day is no place with a country's name before it."""
    day = token.head
    prep = day.head
    if token.ent not in PLACES or day.ent not in ("DATE", "TIME") or day.dep != "pobj" or prep.dep != "prep" or token.i > day.i:
        return False
    verb = prep.head
    for child in [c for c in day.children if c.i < token.i]:
        move(child, token, child.dep)
    move(token, prep, "pobj")
    move(day, verb, "npadvmod")
    return True


def rough_sum(token: Token, _: Sentence) -> bool:
    """"committed over $5m to refugees": how much is given is no place that it is given over."""
    verb, amount = token.head, token.first("pobj")
    if token.dep != "prep" or token.lower not in ROUGHLY or verb.lemma not in PAYING or amount is None or verb.first("dobj", "nsubjpass") is not None:
        return False
    if amount.i - token.i > 4 or not (amount.ent == "MONEY" or any(c.tag == "$" for c in amount.children)):
        return False
    for child in [c for c in amount.children if c.dep == "prep" and c.lower in ("to", "for")]:
        move(child, verb, "prep")
    move(amount, verb, "dobj")
    move(token, amount, "quantmod")
    return True


def given_sum(token: Token, _: Sentence) -> bool:
    """"gave the island NOK 30 million", "to give Suva $12m": how much, a sum whatever it is counted in, stands behind whom it is given to."""
    verb = token.head
    if token.dep != "dobj" or verb.lemma not in PAYING or not _is_sum(token):
        return False
    token.ent = "MONEY"
    for whom in (c for c in verb.all("dobj") if verb.i < c.i < token.i):
        whom.dep = "dative"
    return True


def _is_sum(number: Token) -> bool:
    money = load_data("numbers.yaml")["currencies"]
    counted = number.tag == "CD" or (number.lower in SHORT and number.first("compound", "nummod") is not None)
    return counted and any(w.tag == "$" or w.lower in money for c in number.children for w in (c, *c.children))


def difference_told(token: Token, sentence: Sentence) -> bool:
    """"killed 12 people, five more than the army had said": the army tells of its own number, and not of the killing."""
    if token.lower != "than":
        return False
    told = next((t for t in token.ancestors() if t.tag in ("VBD", "VBN", "VBZ", "VBP") and t.i > token.i), None)
    more = next((t for t in sentence.tokens if t.i == token.i - 1 and t.lower in MORE), None)
    number = next((t for t in sentence.tokens if t.i == token.i - 2 and t.tag == "CD"), None)
    if told is None or more is None or number is None:
        return False
    deed = next((c for c in told.all("ccomp") if c.i < number.i), None)
    compared = next((c for c in told.all("nsubj") if c in (number, more)), None)
    if deed is None or compared is None:
        return False
    for who in token.all("pobj"):
        move(who, told, "nsubj")
    move(compared, deed, "npadvmod")
    take_over(deed, told)
    told.dep = "advcl"
    move(token, told, "mark")
    return True


def numbering(token: Token, _: Sentence) -> bool:
    """"the dead now number 45": a verb, whatever the model takes it for."""
    if token.lower != "number":
        return False
    dead = next((c for c in token.children if c.i < token.i and c.lower in FATED), None)
    number = next((c for c in token.all("nummod") if c.i > token.i), None)
    if dead is None or number is None:
        return False
    token.tag, token.pos = "VBP", "VERB"
    for article in token.all("det"):
        move(article, dead, "det")
    dead.dep, dead.tag, dead.pos, number.dep = "nsubj", "NNS", "NOUN", "attr"
    if token.dep == "npadvmod":
        token.dep = "ccomp"
    return True


def conjoined_object(token: Token, _: Sentence) -> bool:
    """"demand two million dollars and the release of their chief": a noun is coordinated with the noun before it, and with no verb."""
    verb, noun = token.head, token.head.first("dobj")
    if token.dep != "conj" or token.pos != "NOUN" or token.tag not in ("NN", "NNS") or not verb.tag.startswith("VB") or noun is None or not verb.i < noun.i < token.i:
        return False
    begin = min(t.i for t in token.subtree())
    links = [c for c in verb.all("cc") if noun.i < c.i < begin]
    if not links or links[-1].lower not in ("and", "or") or links[-1].i != begin - 1 or token.first("nsubj", "prep", "relcl", "acl", "det", "poss", "nummod") is None or token.first("nsubj") is not None:
        return False
    for link in links:
        move(link, noun, "cc")
    move(token, noun, "conj")
    return True


def fined_sum(token: Token, _: Sentence) -> bool:
    """"fined her deputy 3,000 roubles", "paid the widow 40 dollars": the model makes whoever it is that pays or gets it a word of the sum."""
    verb = token.head
    who = next((c for c in token.all("nmod", "compound", "amod") if c.pos in ("NOUN", "PROPN") and any(n.dep == "nummod" and n.i == c.i + 1 for n in token.children)), None)
    if token.dep != "dobj" or token.ent != "MONEY" or verb.lemma not in SUMS_TO or who is None or who.ent == "MONEY" or not who.i > verb.i:
        return False
    for word in [c for c in token.children if c.i < who.i]:
        move(word, who, word.dep)
    fined = verb.lemma == "fine"
    move(who, verb, "dobj" if fined else "dative")
    token.dep = "npadvmod" if fined else "dobj"
    return True
