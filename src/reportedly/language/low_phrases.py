"""Phrases that the model hangs on the nearest name, and that belong to the noun or verb before it.

"The murder in Guatemala of two politicians" is of the murder, "who was seized today, presumably by rebels" tells who did it.
"""

from __future__ import annotations

from reportedly.language.moves import move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import REPORTING, TELLING

SITES = ("GPE", "LOC", "DATE", "TIME")
NAMED_BY_OF = frozenset(["gulf", "strait", "straits", "bay", "sea", "cape", "horn", "isle", "coast", "republic", "kingdom", "state", "emirate", "city", "port", "province", "valley", "university"])
LIKELY = frozenset(["presumably", "allegedly", "reportedly", "apparently", "possibly", "probably", "supposedly", "evidently"])
FORCES = frozenset(["police", "customs", "custom", "army", "navy", "military", "militia", "rebel", "soldier", "troop", "gunman", "guard", "police officer", "agent", "officer", "militant", "guerrilla", "authority", "court", "judge", "paramilitary", "policeman"])
MANY = frozenset(["group", "gang", "band", "mob", "crowd", "team", "column", "number", "unit", "pair", "handful", "member"])
OCCASIONS = frozenset(["after", "before", "during", "since", "until"])
SWAPPING = frozenset(["swap", "exchange", "trade"])


def low_of(token: Token, _: Sentence) -> bool:
    """"the murder in Guatemala of two politicians", "the arrest on Monday of a judge": a place or day by its bare name has no "of" of its own."""
    site = token.head
    if token.lower != "of" or site.dep != "pobj" or site.ent not in SITES or site.tag not in ("NNP", "CD") or site.first("det") is not None:
        return False
    if site.lower in NAMED_BY_OF:  # "in Gulf of Aden"
        return False
    noun = site.head.head
    if noun.tag.startswith("VB"):  # "approved the extradition to Spain of three suspects"
        noun = next((c for c in noun.all("dobj", "nsubjpass") if c.i == site.head.i - 1), noun)
    if site.head.lower not in ("in", "on", "near", "at", "to", "from") or noun.pos != "NOUN" or any(c.lower == "of" for c in noun.all("prep")):
        return False
    move(token, noun, "prep")
    return True


def low_agent(token: Token, _: Sentence) -> bool:
    """"a priest who was seized today, presumably by rebels": the by-phrase is of the passive before it, not of the priest."""
    noun = token.head
    if token.lower != "by" or noun.pos not in ("NOUN", "PROPN", "PRON", "NUM") or not any(c.lower in LIKELY for c in token.children):
        return False
    whole = [noun, *(p for of in noun.all("prep") if of.lower == "of" for p in of.all("pobj"))]  # "one of the men who were seized"
    verb = next((c for each in whole for c in each.all("relcl", "acl") if c.tag == "VBN" and c.i < token.i and c.first("agent") is None), None)
    if verb is None:
        return False
    move(token, verb, "agent")
    return True


def set_off_place(token: Token, sentence: Sentence) -> bool:
    """"In the capital, Nairobi, youths blocked a road": a place between commas behind "in the capital" is its name, and does nothing."""
    verb = token.head
    if token.dep != "nsubj" or token.ent not in ("GPE", "LOC") or not any(c.i > token.i for c in verb.all("nsubj", "nsubjpass")):
        return False
    words = sentence.tokens
    at = words.index(token)
    site = next((t for t in reversed(words[max(0, at - 4) : at]) if t.dep == "pobj"), None)
    if site is None or site.pos != "NOUN" or words[words.index(site) + 1].lower != "," or at + 1 >= len(words) or words[at + 1].lower != "," or site.head.head is not verb:
        return False
    move(token, site, "appos")
    return True


def second_passive(token: Token, _: Sentence) -> bool:
    """"two were wounded in Kingston and four men arrested in Lima", "one on Friday and six men killed": no men stand beside a town or a day;
    they are the subject of a second passive."""
    men = token.head
    if token.tag != "VBN" or token.dep != "acl" or men.dep != "conj" or men.pos not in ("NOUN", "NUM") or men.tag == "NNP" or token.i != men.i + 1:
        return False
    site = men.head
    prep = site.head
    if site.ent not in SITES or site.dep != "pobj" or prep.dep != "prep" or prep.head.first("auxpass") is None or prep.head.i > site.i:
        return False
    for link in [c for c in site.children if c.dep in ("cc", "punct") and c.i > site.i]:
        move(link, prep.head, link.dep)
    move(token, prep.head, "conj")
    move(men, token, "nsubjpass")
    return True


def low_price(token: Token, _: Sentence) -> bool:
    """"exchanged a pilot for nine prisoners", "swapped two soldiers for six": what is had for him is of the verb."""
    noun = token.head
    if token.lower != "for" or token.dep != "prep" or noun.dep != "dobj" or noun.head.lemma not in SWAPPING or token.i < noun.i:
        return False
    move(token, noun.head, "prep")
    return True


def deed_before_agent(token: Token, _: Sentence) -> bool:
    """"the seizure by customs of 300 rifles", "the arrest by the army of a mayor": what was seized, and no part of who did it."""
    doer, whom = token.head, token.first("pobj")
    by = doer.head
    if token.lower != "of" or whom is None or doer.dep != "pobj" or by.lower != "by" or kind_of(by.head) not in ("EVENT", "ABSTRACT", "") or by.head.pos != "NOUN":
        return False
    several = whom.first("nummod") is not None or any(c.lower in ("a", "an") for c in whom.children)
    if not several or doer.lemma not in FORCES or any(c.lower == "of" for c in by.head.all("prep")):
        return False
    move(token, by.head, "prep")
    return True


def agent_of_many(token: Token, _: Sentence) -> bool:
    """"the killing by a group of 20 men": those who did it are the group's, and nobody killed them."""
    by = next((c for c in token.head.all("prep", "agent") if c.lower == "by" and c.i < token.i), None)
    group = by.first("pobj") if by is not None else None
    if token.lower != "of" or token.head.pos != "NOUN" or group is None or group.i != token.i - 1 or group.lemma not in MANY:
        return False
    move(token, group, "prep")
    return True


def swallowed_teller(token: Token, sentence: Sentence) -> bool:
    """"A relative of a man arrested after the bombing said …": it is the relative who said so; the parser takes "after the bombing said" for a clause."""
    occasion, mark = token.all("nsubj"), token.first("mark")
    if token.lemma not in REPORTING | TELLING or token.tag not in ("VBD", "VBZ", "VBP") or len(occasion) != 1 or mark is None or mark.lower not in OCCASIONS:
        return False
    event, root = occasion[0], next((t for t in sentence.tokens if t.is_root), None)
    if kind_of(event) != "EVENT" or not mark.i < event.i < token.i or root is None or root.pos != "NOUN" or root.i > mark.i or root not in token.ancestors():
        return False
    before = next((t for t in sentence.tokens if t.i == mark.i - 1), None)
    if before is None or not (before.pos in ("NOUN", "PROPN") or before.tag in ("VBN", "VBD")):
        return False
    move(event, mark, "pobj")
    move(mark, before, "prep")
    mark.pos, mark.tag = "ADP", "IN"
    token.head.children.remove(token)
    token.head, token.dep = token, "ROOT"
    root.head, root.dep = token, "nsubj"
    token.children.append(root)
    token.children.sort(key=lambda t: t.i)
    return True
