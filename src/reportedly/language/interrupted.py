"""Repairs of clauses that something stands between: an aside behind "which", a letter before who wrote it, a day before who acted then."""

from __future__ import annotations

from reportedly.language.control import PLEADING
from reportedly.language.moves import end_of, is_after_comma, move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import HOLDING, REPORTING, TELLING

FINITE = ("VBD", "VBZ", "VBP")
NOUNS = ("NOUN", "PROPN")
WRITING = REPORTING | HOLDING | TELLING | {"write", "describe", "recall", "recount", "complain"}
WHEN = frozenset({"when", "where", "after", "as"})
CHARGED = frozenset({"charge", "accuse", "suspect"})
FOUND = frozenset({"find", "catch", "trap", "hold", "accuse", "suspect", "wound", "injure"})


def aside_behind_which(token: Token, sentence: Sentence) -> bool:
    """"a rally at which, police claim, students hurled bricks": the police claim it, and it was hurled at the rally."""
    who, noun = token.first("nsubj"), token.head
    if token.dep != "relcl" or token.lemma not in REPORTING | HOLDING or who is None or token.first("ccomp", "dobj", "xcomp") is not None:
        return False
    begin = min(t.i for t in who.subtree())
    words = {t.i: t for t in sentence.tokens}
    before = [words.get(begin - n) for n in (1, 2)]
    behind = words.get(token.i + 1)
    if any(t is None for t in (*before, behind)) or before[0].lower != "," or before[1].tag not in ("WDT", "WP") or behind.lower != ",":  # type: ignore[union-attr]
        return False
    inner = next((t for t in sentence.tokens if t.i > token.i and t.tag in FINITE and t.first("nsubj", "nsubjpass") is not None and t not in token.subtree()), None)
    if inner is None or inner in noun.ancestors() or inner.dep not in ("conj", "ccomp", "advcl", "parataxis", "dep"):
        return False
    move(inner, noun, "relcl")
    for fronted in [c for c in token.children if c.i < begin and c.dep != "punct"]:
        move(fronted, inner, fronted.dep)
    move(token, inner, "parataxis")
    return True


def fronted_writer(token: Token, sentence: Sentence) -> bool:
    """"In a note passed to his brother, one of the men, Hamid Zaeri, wrote that": the name before a verb of telling that has no subject tells."""
    verb = sentence.root
    if token.dep not in ("npadvmod", "appos", "dobj", "dep", "conj") or token.pos != "PROPN" or token.ent not in ("PERSON", "ORG", "") or token.i > verb.i:
        return False
    if verb.lemma not in WRITING or verb.tag not in FINITE or verb.first("nsubj", "nsubjpass", "expl") is not None or verb.first("ccomp") is None:
        return False
    first = min(token.subtree(), key=lambda t: t.i)
    if end_of(token) != verb.i - 2 or not is_after_comma(verb, sentence) or not is_after_comma(first, sentence) or token.head is verb:
        return False
    if not any(c.dep == "prep" and token in c.subtree() for c in verb.children):
        return False
    move(token, verb, "nsubj")
    return True


def low_serial(token: Token, sentence: Sentence) -> bool:
    """"began in June, when officers raided the office, seized its files and took away six": all three were done then, by those officers."""
    last, above = token.first("conj"), token.head
    if token.dep not in ("ccomp", "conj", "dep", "advcl") or token.tag != "VBD" or last is None or last.tag != "VBD" or not is_after_comma(token, sentence):
        return False
    if any(v.first("nsubj", "nsubjpass", "aux", "auxpass", "mark", "agent") is not None for v in (token, last)):
        return False
    clause = next((t for t in reversed(sentence.tokens) if t.i < token.i and t.tag == "VBD" and t.dep in ("relcl", "advcl") and _opens_then(t)), None)
    if clause is None or clause.i < above.i or end_of(clause) >= token.i or token.i - end_of(clause) > 2:
        return False
    move(token, clause, "conj")
    return True


def _opens_then(clause: Token) -> bool:
    """A clause with a subject of its own behind "when", "where" or "in which"."""
    who = clause.first("nsubj")
    opened = any(c.i < clause.i and (c.lower in WHEN or (c.dep == "prep" and any(p.lower == "which" for p in c.all("pobj")))) for c in clause.children)
    return who is not None and who.tag not in ("WDT", "WP") and opened


def dated_subject(token: Token, sentence: Sentence) -> bool:
    """"On 6 May gunmen robbed a priest", "On 1 July soldiers at the gate seized it": the day is no word for the gunmen."""
    who = token.head
    on = next((t for t in sentence.tokens if t.i < token.i and t.lower == "on" and t.dep == "prep"), None)
    verb = on.head if on is not None else who
    if on is None or token.ent != "DATE" or token.tag != "NNP" or who.tag not in ("NNS", "NN", "NNP", "NNPS") or who.ent == "DATE" or not verb.i > who.i:
        return False
    number = next((t for t in sentence.tokens if t.tag == "CD" and t.ent == "DATE" and t.i in (token.i - 1, token.i + 1)), None)
    if number is None or min(number.i, token.i) != on.i + 1 or not verb.tag.startswith("VB") or not (who.head is on or who.head is verb):
        return False
    if any(c.dep in ("nsubj", "nsubjpass") and c is not who for c in verb.children):
        return False
    move(token, on, "pobj")
    move(number, token, "nummod")
    move(who, verb, "nsubjpass" if verb.first("auxpass") is not None else "nsubj")
    return True


def in_the_dock(token: Token, sentence: Sentence) -> bool:
    """"he appeared in a Minsk courtroom, charged with treason": he is charged, and not the room."""
    room = token.head
    verb = next((a for a in room.ancestors() if a.tag.startswith("VB")), None)
    if token.dep != "acl" or token.tag != "VBN" or token.lemma not in CHARGED or room.dep != "pobj" or kind_of(room) not in ("FACILITY", "ORG", "PLACE", ""):
        return False
    if verb is None or verb.first("nsubj", "nsubjpass") is None or verb.i > room.i or not is_after_comma(token, sentence):
        return False
    move(token, verb, "advcl")
    return True


def people_found(token: Token, _: Sentence) -> bool:
    """"took away eleven people found inside": nobody found anything; those who were found are taken."""
    verb, who = token.head, token.first("nsubj")
    if token.dep != "ccomp" or token.lemma not in FOUND or token.tag not in ("VBD", "VBN") or who is None or end_of(who) != token.i - 1 or verb.i > who.i:
        return False
    if token.first("aux", "auxpass", "mark", "dobj", "ccomp", "neg") is not None or verb.first("dobj") is not None or verb.lemma in WRITING | {"think", "know", "hope"}:
        return False
    if who.pos not in ("NOUN", "NUM"):
        return False
    move(who, verb, "dobj")
    move(token, who, "acl")
    token.tag = "VBN"
    return True


def low_passives(token: Token, sentence: Sentence) -> bool:
    """"a pattern in which activists are picked up, held for a week and made to sign": all three are done to the activists."""
    last = token.first("conj")
    if token.tag != "VBN" or token.dep not in ("advcl", "ccomp", "dep", "conj") or last is None or last.tag not in ("VBN", "VBD") or not is_after_comma(token, sentence):
        return False
    if any(v.first("nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj") is not None for v in (token, last)):
        return False
    clause = next((t for t in reversed(sentence.tokens) if t.i < token.i and t.tag == "VBN" and t.first("auxpass") is not None and t.first("nsubjpass") is not None), None)
    if clause is None or clause.dep not in ("relcl", "advcl", "ccomp") or token.head is clause or clause.i < token.head.i or not 1 <= token.i - end_of(clause) <= 2:
        return False
    move(token, clause, "conj")
    last.tag = "VBN"
    return True


def called_for_those(token: Token, _: Sentence) -> bool:
    """"called for those held to be released": the release is asked for, and they are held."""
    held = token.head
    who = held.head
    if token.tag != "VBN" or token.dep != "xcomp" or held.dep != "acl" or held.tag != "VBN" or who.dep != "pobj" or who.head.lower != "for":
        return False
    asking = who.head.head
    if asking.lemma not in PLEADING or not any(c.lower == "to" for c in token.children) or token.first("auxpass") is None:
        return False
    move(token, asking, "xcomp" if asking.pos == "VERB" else "acl")
    move(who, token, "nsubjpass")
    return True
