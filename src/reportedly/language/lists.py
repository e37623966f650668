"""Lists of nouns that the model reads as appositions: "killed a judge, a guard and a clerk"; names that it puts beside the wrong noun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.codebooks.operators import voice_words
from reportedly.language.coordination import conjuncts
from reportedly.language.moves import is_after_comma, move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token

OF_SOME_BODY = frozenset({"member", "leader", "supporter", "resident", "relative", "follower", "representative", "official", "employee"})

INDEFINITE = frozenset({"a", "an", "one", "another"})
LOOSE = frozenset(
    ["person", "people", "civilian", "man", "woman", "victim", "member", "official", "suspect", "villager", "national", "resident", "citizen", "worker", "employee", "captive", "hostage",
     "prisoner", "detainee", "other", "individual", "fatality", "casualty", "patient", "passenger", "brother", "sister", "relative", "friend", "colleague", "leader", "activist", "staff",
     "adult", "youth", "foreigner", "local", "bystander", "protester", "demonstrator", "professional", "defendant"]
)  # fmt: skip # who may be any of those named behind them
SEXES = frozenset(["woman", "man", "girl", "boy", "child", "baby", "toddler", "teenager"])
SOMEBODY = ("PERSON", "ARMED", "GROUP")
PAIR = frozenset(["two", "2"])
KIN = frozenset(["clan", "sub-clan", "clansman", "tribe", "tribesman"])
PEOPLES = frozenset(["militia", "militiaman", "clan", "sub-clan", "clansman", "tribe", "tribesman", "herder", "herdsman", "pastoralist", "warrior"])
NOUNS = ("NOUN", "PROPN")


def listed_apposition(token: Token, sentence: Sentence) -> bool:
    """"killed a judge, a guard and a clerk": one who is new to the story is not two others; the three are a list."""
    if token.dep != "appos" or token.pos not in NOUNS or token.first("conj") is None or token.first("cc") is None:
        return False
    first = _before_comma(token, sentence)
    if first is not None and first.pos in NOUNS and _is_his(token) and kind_of(first) in SOMEBODY:
        move(token, first, "conj")
        return True
    if first is None or first.pos != "NOUN" or not (_is_one_before_several(first, token) or (first.tag == "NN" and _is_new(first)) or _are_others(first, token)) or not (_is_new(token) or token.pos == "PROPN" or _is_one_before_several(first, token)):
        return False
    token.head.children.remove(token)
    token.dep, token.head = "conj", first
    first.children.append(token)
    return True


def first_of_row(token: Token, sentence: Sentence) -> bool:
    """"A priest, two nuns and their driver were abducted": the model leaves the first of a row of subjects hanging; the priest was too."""
    verb = token.head
    row = next((s for s in verb.all("nsubj", "nsubjpass") if s.i > token.i and s.first("cc") is not None), None)
    if token.dep != "dep" or token.pos not in NOUNS or row is None or not _is_new(token) or kind_of(token) not in SOMEBODY:
        return False
    if not all(kind_of(n) in SOMEBODY or (not kind_of(n) and any(c.tag == "PRP$" for c in n.children)) for n in conjuncts(row)) or _before_comma(row, sentence) is not token:
        return False
    label = row.dep
    move(row, token, "conj")
    move(token, verb, label)
    return True


def shared_people(token: Token, sentence: Sentence) -> bool:
    """"between Gaal and Jaje militia", "Hema and Lendu herders", "the Habar clan": names that share a word for a people are peoples, no towns and nobody's own."""
    if token.lemma not in PEOPLES or token.pos not in NOUNS:
        return False
    second = _names_before(sentence.tokens, token.i - sentence.tokens[0].i)
    link = second[0].i - sentence.tokens[0].i - 1 if second else 0
    first = _names_before(sentence.tokens, link) if link > 0 and sentence.tokens[link].lower in ("and", "or") else []
    names = [*first, *second]
    if not (first or (second and token.lemma in KIN)) or any(t.known for t in names) or all(t.ent == "NORP" for t in names):
        return False
    for name in names:
        name.ent = "NORP"
    return True


def _names_before(tokens: Sequence[Token], end: int) -> list[Token]:
    """The names, with their hyphens, that end before a word."""
    at = end
    while at > 0 and (tokens[at - 1].tag == "NNP" or (tokens[at - 1].text == "-" and at < end)) and tokens[at - 1].ent not in ("DATE", "TIME"):
        at -= 1
    return [t for t in tokens[at:end] if t.tag == "NNP"]


def counted_national(token: Token, _: Sentence) -> bool:
    """"22 Palestinians and one Israeli": with a number a people's adjective is one of them."""
    if token.tag != "JJ" or token.ent != "NORP" or token.dep not in ("conj", "nsubj", "nsubjpass", "dobj", "pobj", "attr") or token.first("nummod") is None:
        return False
    token.pos, token.tag = "PROPN", "NNP"
    return True


def year_old(token: Token, sentence: Sentence) -> bool:
    """"troops killed a 17-year-old", "three 16-year-olds were held": somebody of that age, and no day."""
    dashed = [t.lower for t in sentence.tokens if token.i - 4 <= t.i < token.i][-3:] == ["-", "year", "-"]
    if token.lower not in ("old", "olds") or not dashed or token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "oprd", "dative"):
        return False
    token.pos, token.tag, token.lemma = "NOUN", "NNS" if token.lower == "olds" else "NN", "person"
    for part in token.subtree():
        if part.i <= token.i and part.ent == "DATE":
            part.ent = ""
        if part.lower == "year" and part.head is token:
            part.dep = "compound"
    if token.dep == "oprd" and token.head.first("dobj") is None:  # "shot dead a 15-year-old"
        token.dep = "dobj"
    return True


def low_name(token: Token, sentence: Sentence) -> bool:
    """"a nurse from Gao, Amadou Traore, said", "a spokesman for the ministry, Ali Hasan,": the name is the nurse's, not the town's."""
    low = token.head
    if token.dep != "appos" or token.ent != "PERSON" or token.pos != "PROPN" or low.dep != "pobj" or low.i > token.i or low.lemma in _persons():
        return False
    top = low
    while top.dep in ("pobj", "prep", "agent", "acl") and not _is_somebody(top):  # "a resident reached by phone, Ann Lee,"
        top = top.head
    if top is low or not _is_somebody(top) or any(c.pos == "PROPN" for c in top.all("appos")):
        return False
    first = min(token.subtree(), key=lambda t: t.i)
    if not is_after_comma(first, sentence) and first.i != low.i + 1:  # "the head of the port administration Ann Lee"
        return False
    move(token, top, "appos")
    return True


def late_name(token: Token, sentence: Sentence) -> bool:
    """"was beaten, according to her lawyer, Timur Ashirov", "According to her lawyer, Timur Ashirov, she was beaten": the model puts the name
    beside the subject, or makes a second one of it; it is of who stands right before."""
    if token.pos != "PROPN" or token.ent not in ("PERSON", "ORG", "GPE", ""):
        return False
    first = min(token.subtree(), key=lambda t: t.i)
    words = sentence.tokens
    at = first.i - words[0].i
    if at < 2 or words[at - 1].lower not in (",", "–", "—") or not (token.dep in ("appos", "npadvmod", "dep") or _is_second_subject(token)):
        return False
    top = words[at - 2]
    while top.dep in ("pobj", "prep") and not _is_somebody(top):
        top = top.head
    if top is token.head or not (_is_somebody(top) or top.lemma in voice_words().anonymous) or any(c.pos == "PROPN" for c in top.all("appos")):
        return False
    if top.dep != "pobj" or top.tag != "NN" or top.head.lower != "to" or top.head.head.lower != "according":
        return False
    move(token, top, "appos")
    return True


def unmarked_name(token: Token, _: Sentence) -> bool:
    """"the head of the port administration Ines Prado", "minister of interior Ines Prado": behind what somebody is head of stands the name."""
    of, top = token.head, token.head.head
    if token.dep != "pobj" or token.ent != "PERSON" or token.pos != "PROPN" or of.lower not in ("of", "for") or not (_is_somebody(top) or top.lemma in ("head", "chief")) or top.tag not in ("NN", "NNP"):
        return False
    name = [token, *(c for c in token.children if c.ent == "PERSON" and c.i < token.i)]
    first = min(t.i for t in name)
    body = max((c for c in token.all("compound", "amod", "nmod") if c.i < first), key=lambda c: c.i, default=None)
    if body is None or body.i != first - 1 or not body.text.islower() or body.lemma in _persons() or body.lower in voice_words().titles or kind_of(body) in ("PERSON", "GROUP"):
        return False
    move(body, of, "pobj")
    body.pos = "NOUN"
    for word in [c for c in token.children if c.i < body.i and c not in name]:
        move(word, body, word.dep)
    move(token, top, "appos")
    return True


def _is_second_subject(name: Token) -> bool:
    """A name before a comma, with the subject of the verb behind it."""
    return name.dep in ("nsubj", "nsubjpass") and any(c.i > name.i for c in name.head.all("nsubj", "nsubjpass")) and name.i < name.head.i


def _is_somebody(noun: Token) -> bool:
    """"the mayor", "a nurse", "a resident"; but "the residents" are many."""
    return noun.tag == "NN" and (noun.lemma in _persons() or (_is_new(noun) and noun.lemma in load_data("kinds.yaml")["GROUP"]))


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    return frozenset(load_data("kinds.yaml")["PERSON"])


def _is_new(noun: Token) -> bool:
    return any(c.dep in ("det", "nummod") and c.lower in INDEFINITE for c in noun.children)


def _is_one_before_several(one: Token, several: Token) -> bool:
    """"a nurse, three midwives and their guard": one nurse is no three midwives."""
    return one.tag == "NN" and _is_new(one) and kind_of(one) == "PERSON" and several.tag == "NNS" and several.first("nummod") is not None and kind_of(several) in SOMEBODY


def _is_his(noun: Token) -> bool:
    """"the bank's manager, his driver and two clerks": nobody is his own driver."""
    return any(c.tag == "PRP$" for c in noun.all("poss")) and kind_of(noun) in SOMEBODY


def _are_others(several: Token, listed: Token) -> bool:
    """"three teachers, a nurse and a guard": no nurse is a teacher. "Three people, a nurse and two guards" and "two brothers, a nurse and a
    guard" are those who are told of before; two soldiers may be a colonel and a guard."""
    number, items = several.first("nummod"), conjuncts(listed)
    if several.tag == "NNS" and number is not None and several.lemma in SEXES and all(i.lemma in SEXES and i.lemma != several.lemma and (_is_new(i) or i.first("nummod") is not None) for i in items):
        return True  # "three women, an old man and a boy"
    if several.tag != "NNS" or number is None or several.lemma in LOOSE or kind_of(several) not in SOMEBODY:
        return False
    return all(_is_new(i) or i.first("nummod") is not None for i in items) and not (number.lower in PAIR and len(items) == 2 and kind_of(several) != "PERSON") and all(kind_of(i) in SOMEBODY for i in items)


def _before_comma(token: Token, sentence: Sentence) -> Token | None:
    """The noun that ends right before the comma in front of a phrase."""
    start = min(t.i for t in token.subtree())
    before = [t for t in sentence.tokens if t.i < start][-2:]
    if len(before) < 2 or before[1].lower != "," or token.head not in (before[0], *before[0].ancestors()):
        return None
    return before[0]


def two_names(token: Token, _: Sentence) -> bool:
    """"Foreign Minister Lavrov and Defence Minister Shoigu": two people joined by "and", not one with the other's name before his."""
    second = token.head
    joint = next((c for c in token.children if c.dep == "cc" and token.i < c.i < second.i), None)
    if joint is None or token.ent != "PERSON" or second.ent != "PERSON" or token.pos != "PROPN" or second.pos != "PROPN":
        return False
    above, dep = second.head, second.dep
    for word in [c for c in second.children if c.i < token.i]:
        move(word, token, word.dep)
    for word in [c for c in token.children if c.i > joint.i]:
        move(word, second, "compound")
    second.children.remove(token)
    token.head = token
    if second.is_root:
        token.dep = "ROOT"
        second.head = token
        second.dep = "conj"
        token.children.append(second)
    else:
        move(token, above, dep)
        move(second, token, "conj")
    for word in [c for c in second.children if c.i > second.i and c.dep in ("prep", "punct", "appos", "relcl") and dep == "ROOT"]:
        move(word, token, word.dep)
    return True


def members_of(token: Token, _: Sentence) -> bool:
    """"police and members of a gang": only the members are the gang's."""
    of = next((c for c in token.head.all("prep") if c.lower == "of" and c.i == token.i + 1), None)
    if of is None or token.lemma not in OF_SOME_BODY or token.head.lemma in OF_SOME_BODY:
        return False
    move(of, token, "prep")
    return True
