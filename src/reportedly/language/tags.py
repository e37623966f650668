"""Repairs of what the model takes a word for: its lemma, its tag, the type of a name."""

from __future__ import annotations

import calendar
from functools import cache
from itertools import takewhile

from reportedly.codebooks.data import load_data
from reportedly.codebooks.frames import load_codebook
from reportedly.codebooks.operators import operators
from reportedly.language.moves import move, take_over
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.participles import DONE_TO

NOMINAL = frozenset(["det", "poss", "amod", "compound", "nummod", "cop", "case", "appos", "acl"])
AUXILIARIES = frozenset({"be", "have", "do", "get", "go", "keep", "’s", "'s", "’re", "'re", "’m", "'m"})
BANDS = frozenset(["group", "movement", "militia", "organisation", "organization", "faction", "party", "front", "alliance", "coalition", "network", "league", "charity", "watchdog", "brigade", "gang", "outfit", "newspaper", "daily", "weekly", "website", "company", "firm", "ngo", "agency", "union", "federation", "foundation"])
MONTHS = frozenset(m.lower() for m in (*calendar.month_name[1:], *calendar.month_abbr[1:]))


def ship_name(token: Token, sentence: Sentence) -> bool:
    """"MV Lara", "USS Cole", "HMS Argyll": the model takes ships for people and bodies."""
    kind = _ships().get(token.text)
    if kind is None:
        return False
    at = token.i - sentence.tokens[0].i + 1
    name = list(takewhile(lambda t: t.pos == "PROPN" and t.text[0].isupper(), sentence.tokens[at : at + 3]))
    if not name:
        return False
    for word in (token, *name):
        word.ent = kind
    return True


def named_group(token: Token, _: Sentence) -> bool:
    """"a little-known group, Ansar al-Thughur, said": the name beside a band or a body is its own, and no person's."""
    what = token.head
    if token.ent != "PERSON" or token.dep != "appos" or token.pos != "PROPN" or token.i < what.i or what.tag != "NN" or what.lemma not in BANDS:
        return False
    for word in (token, *(c for c in token.all("compound", "nmod", "amod") if c.ent == "PERSON")):
        word.ent = "ORG"
    return True


def untagged_verb(token: Token, _: Sentence) -> bool:
    """"the army retook Sinjar and Tal Afar": the model hangs a subject on a verb that it never learned, but calls it a name."""
    if token.tag.startswith("VB") or token.lower not in load_data("norms.yaml") or token.first("nsubj", "nsubjpass") is None:
        return False
    token.tag = "VBN" if token.first("aux", "auxpass") is not None else "VBD"
    token.pos, token.ent = "VERB", ""
    return True


def had_done(token: Token, _: Sentence) -> bool:
    """"his men had tortured prisoners": no prisoners that they had, but what they did to them."""
    noun, had = token.head, token.head.head
    if token.tag != "VBN" or token.dep != "amod" or noun.dep != "dobj" or had.lemma != "have" or had.i != token.i - 1 or had.pos not in ("VERB", "AUX"):
        return False
    doer = had.first("nsubj")
    if doer is None or had.first("aux", "neg") is not None or noun.first("det", "poss") is not None or token.lemma not in DONE_TO or kind_of(noun) not in ("PERSON", "GROUP", "ARMED"):
        return False
    if kind_of(doer) not in ("ARMED", "PERSON", "GROUP", "WEAPON", "EVENT") and doer.pos != "PRON" and doer.ent not in ("GPE", "PERSON", "NORP"):
        return False
    _make_perfect(token, had)
    return True


def _make_perfect(verb: Token, have: Token) -> None:
    """"have" becomes what helps the participle, which takes its place and all that hangs on it."""
    move(verb, verb if have.is_root else have.head, have.dep)
    for word in [c for c in have.children if c is not verb]:
        move(word, verb, word.dep)
    verb.pos, have.pos = "VERB", "AUX"
    move(have, verb, "aux")


def preposition_to(token: Token, _: Sentence) -> bool:
    """"the rebels, to whom Tehran sent rockets": no infinitive's "to"."""
    if token.tag != "TO" or token.dep not in ("prep", "dative") or token.first("pobj") is None:
        return False
    token.tag = "IN"
    return True


def noun_for_verb(token: Token, _: Sentence) -> bool:
    """"the minister risks being arrested", "rockets land near the airport": what has a subject of its own and no "be" is a verb."""
    subject = token.first("nsubj")
    if token.tag not in ("NN", "NNS") or subject is None or subject.i > token.i or not (token.is_root or token.dep in ("ccomp", "advcl", "relcl", "conj")):
        return False
    helped = any(c.dep == "aux" and (c.lemma == "do" or c.tag == "MD") for c in token.children)  # "Did a frigate rescue two boats?"
    if (token.tag == "NNS") is (subject.tag in ("NNS", "NNPS") or helped) or any(c.dep in NOMINAL or c.lower == ":" or (c.pos == "AUX" and not helped) for c in token.children):
        return False
    if token.lemma not in load_codebook().verbs and token.lemma not in operators().verbs:
        return False
    token.tag, token.pos, token.ent = "VB" if helped else "VBZ" if token.tag == "NNS" else "VBP", "VERB", ""
    return True


@cache
def _ships() -> dict[str, str]:
    """What stands before a ship's name → the type of the name."""
    data = load_data("ships.yaml")
    return dict.fromkeys(data["warships"], "WARSHIP") | dict.fromkeys(data["merchantmen"], "VEHICLE")


def wrong_lemma(token: Token, _: Sentence) -> bool:
    """Lemmas that the model's tables get wrong: raped → rape, staged → stage; who would be found is not founded."""
    table = load_data("lemmas.yaml")
    right = table["verbs"].get(token.lower) if token.tag.startswith("VB") else None
    if token.tag in ("VBD", "VBN"):
        right = table["past"].get(token.lower, right)
    if right is None or token.lemma == right:
        return False
    token.lemma = right
    token.ent = ""  # "retook Malakal" is no name
    return True


def wrong_noun_lemma(token: Token, _: Sentence) -> bool:
    """"two corpses" are no corps, and "bases" no basis."""
    right = load_data("lemmas.yaml")["nouns"].get(token.lower) if token.tag in ("NN", "NNS") else None
    if right is None or token.lemma == right:
        return False
    token.lemma, token.tag = right, "NNS"
    return True


def named_day(token: Token, _: Sentence) -> bool:
    """"On 17 November 2020, forces arrested a man": a month with its day is a date, whatever name the model takes it for."""
    numbers = [c for c in token.children if c.dep == "nummod" and c.pos == "NUM" and abs(c.i - token.i) <= 2]
    if token.lower not in MONTHS or token.ent in ("DATE", "TIME") or not numbers or not all(c.text.isdigit() for c in numbers):
        return False
    for word in (token, *numbers):
        word.ent, word.known = "DATE", ""
    return True


def named_operation(token: Token, _: Sentence) -> bool:
    """"Operation Iron Gate", "Exercise Bright Star": a name of an operation is an operation, whatever its last word."""
    name = token.head
    if token.text not in ("Operation", "Exercise") or name.i < token.i or not name.text[0].isupper() or name.lemma == token.lower:
        return False
    name.lemma = token.lower
    return True


def false_auxiliary(token: Token, _: Sentence) -> bool:
    """"the militia admits ambushing a patrol": no verb but "be" makes a progressive; it governs the gerund."""
    gerund = token.head
    if token.dep != "aux" or token.tag != "VBZ" or token.lemma in AUXILIARIES or gerund.tag != "VBG" or gerund.i < token.i:
        return False
    take_over(token, gerund)
    gerund.dep, token.pos = "xcomp", "VERB"
    token.lemma = token.lower[:-3] + "y" if token.lower.endswith("ies") else token.lower[:-1]
    for child in [c for c in gerund.children if c.i < token.i]:
        move(child, token, child.dep)
    return True


def let_go(token: Token, _: Sentence) -> bool:
    """"let go three hostages" read as "go" with an auxiliary: "let" is the verb, and those behind it its object."""
    go = token.head
    freed = next((c for c in go.all("dobj", "npadvmod") if c.i > go.i and (c.dep == "dobj" or c.ent not in ("DATE", "TIME"))), None)
    if token.dep != "aux" or token.lemma != "let" or go.lower != "go" or go.i != token.i + 1 or freed is None:
        return False
    freed.dep = "dobj"
    take_over(token, go)
    go.dep, go.pos, token.pos = "prt", "ADP", "VERB"
    for child in list(go.children):
        move(child, token, child.dep)
    return True


def perfect_taken_for_adjective(token: Token, _: Sentence) -> bool:
    """"has pre-positioned tents": a participle of a known verb right behind "has" is what somebody has done, and not what the tents are like."""
    noun, have = token.head, token.head.head
    regular = token.lower in load_data("lemmas.yaml")["verbs"] and token.lower.endswith("ed")
    idiom = token.tag in ("VBN", "JJ") and any(words == (noun.lemma,) for words, _ in load_codebook().verbs.get(token.lemma, ()))  # "has frozen loans"
    if token.dep != "amod" or not (regular or idiom) or noun.dep != "dobj":
        return False
    if have.lemma != "have" or have.tag not in ("VBZ", "VBP", "VBD") or token.i != have.i + 1:
        return False
    token.tag, token.lemma = "VBN", load_data("lemmas.yaml")["verbs"][token.lower] if regular else token.lemma
    _make_perfect(token, have)
    return True


def gerund_taken_for_noun(token: Token, _: Sentence) -> bool:
    """"progress in clearing areas": what has an object of its own is a verb."""
    if token.tag != "NN" or token.dep not in ("pcomp", "pobj") or not token.lower.endswith("ing") or token.first("dobj") is None:
        return False
    stem = token.lower[:-3]
    verb = next((v for v in (stem, f"{stem}e", stem[:-1]) if v in load_codebook().verbs), None)
    if verb is None:
        return False
    token.tag, token.pos, token.lemma, token.dep = "VBG", "VERB", verb, "pcomp"
    return True
