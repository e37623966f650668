"""Small, named corrections of the parse, for constructions of news that the model is known to get wrong.

Each rule looks for one construction and moves one or two words in the tree; it runs before anything else reads the
sentence. A repair is reported by name and word, so that `explain` can show it.
"""

from __future__ import annotations

from collections.abc import Callable

from reportedly.codebooks.data import load_data
from reportedly.language.clauses import ANSWERS_TO
from reportedly.language.parse import Sentence, Token

TELLING = frozenset({"tell", "inform", "assure", "remind", "warn", "notify", "convince", "persuade", "brief"})
REPORTING = frozenset({"say", "report", "state", "announce", "claim", "write", "confirm", "add", "declare", "allege", "warn", "note", "argue"})
ACCUSING = REPORTING | {"accuse", "blame", "condemn", "criticise", "criticize", "urge", "call", "deny", "reject", "dismiss", "demand", "vow", "pledge", "threaten", "promise", "describe", "ask"}
GERUND_OF = frozenset({"accuse", "suspect", "convict", "acquit", "blame", "condemn", "criticise", "criticize", "charge", "prevent", "stop", "keep"})
TALES = frozenset({"claim", "report", "allegation", "accusation", "suggestion", "charge", "rumour", "rumor", "assertion", "story", "statement"})
NOUNS = ("NOUN", "PROPN")


def repair(sentence: Sentence) -> list[tuple[str, int]]:
    """Mend one sentence in place. Gives (rule, token index) for each repair that was made."""
    made = []
    for token in sentence.tokens:
        for rule in RULES:
            if rule(token, sentence):
                made.append((rule.__name__.strip("_").replace("_", "-"), token.i))
    return made


def _lost_complement(token: Token, _: Sentence) -> bool:
    """"told a meeting that the weapons hit their targets", "said in a report that": the that-clause belongs to the verb,
    not to the meeting or the report."""
    noun = token.head
    if token.dep not in ("acl", "relcl") or noun.dep not in ("dobj", "dative", "pobj") or not token.tag.startswith("VB"):
        return False
    mark = token.first("mark")
    verb = noun.head if noun.dep != "pobj" else noun.head.head
    telling = verb.lemma in TELLING or (verb.lemma in REPORTING and noun.dep == "pobj" and verb.first("ccomp", "dobj") is None)
    if mark is None or mark.lower != "that" or not telling:
        return False
    _move(token, verb, "ccomp")
    return True


def _reduced_passive(token: Token, _: Sentence) -> bool:
    """"soldier stabbed at checkpoint": a past tense that hangs on its noun, with no object, is a participle."""
    if token.dep != "acl" or token.tag != "VBD" or token.first("dobj", "ccomp", "xcomp", "nsubj", "aux", "mark", "prt") is not None:
        return False
    token.tag = "VBN"
    return True


def _verb_compound(token: Token, _: Sentence) -> bool:
    """"Israeli army seals off Hebron": a noun right before a finite verb that has no subject is its subject."""
    if token.tag not in ("VBZ", "VBD", "VBP") or token.pos not in ("VERB", "AUX") or token.first("nsubj", "nsubjpass", "csubj", "expl") is not None:
        return False
    noun = next((c for c in token.children if c.dep in ("compound", "amod", "nmod") and c.i == token.i - 1 and c.pos in NOUNS), None)
    if noun is None:
        return False
    noun.dep = "nsubj"
    return True


def _claims_that(token: Token, _: Sentence) -> bool:
    """"denied claims by residents that troops had shelled it": the clause is what was claimed."""
    verb = token.head
    mark = token.first("mark")
    if token.dep != "ccomp" or mark is None or mark.lower != "that" or verb.lemma not in ANSWERS_TO:
        return False
    noun = next((c for c in verb.all("dobj") if verb.i < c.i < mark.i and c.lemma in TALES), None)
    if noun is None:
        return False
    for between in [c for c in verb.all("prep", "agent") if noun.i < c.i < mark.i]:
        _move(between, noun, "prep")
    _move(token, noun, "acl")
    return True


def _low_gerund(token: Token, _: Sentence) -> bool:
    """"accused the police of beating": the of-phrase belongs to the verb, not to its object."""
    noun = token.head
    if token.dep != "prep" or noun.dep != "dobj" or noun.head.lemma not in GERUND_OF or token.first("pcomp") is None:
        return False
    _move(token, noun.head, "prep")
    return True


def _low_conjunct(token: Token, _: Sentence) -> bool:
    """"said that people had died and accused the army": who said it is who accused, not the dead."""
    low = token.head
    if token.dep != "conj" or low.dep != "ccomp" or token.tag != low.head.tag or token.lemma not in ACCUSING or low.head.lemma not in REPORTING:
        return False
    if token.first("nsubj", "nsubjpass", "aux", "auxpass") is not None or low.first("aux", "auxpass") is None:
        return False
    for cc in [c for c in low.children if c.dep == "cc" and c.i < token.i]:
        _move(cc, low.head, "cc")
    _move(token, low.head, "conj")
    return True


def _low_subject(token: Token, sentence: Sentence) -> bool:
    """"a bomb hit a truck near Bor and gunmen opened fire": what follows "and" is the next verb's subject, not a second place."""
    if token.dep != "conj" or token.pos not in NOUNS or any(c.i > token.i and c.dep not in ("prep", "appos", "punct") for c in token.children):
        return False
    first = token.head
    cc = next((c for c in first.children if c.dep == "cc" and first.i < c.i < token.i), None)
    verb = next((a for a in first.ancestors() if a.tag.startswith("VB") and a.dep not in ("aux", "auxpass")), None)
    if cc is None or verb is None:
        return False
    second = next((c for c in verb.children if c.dep == "conj" and c.i > token.i and c.tag in ("VBD", "VBZ", "VBP")), None)
    if second is None or second.first("nsubj", "nsubjpass", "cc") is not None or any(c.dep == "cc" and c.i > first.i for c in verb.children):
        return False
    if first.i > token.i or any(t.pos not in ("ADV", "AUX", "PART") for t in sentence.tokens if _end_of(token) < t.i < second.i and t not in second.subtree()):
        return False
    _move(cc, verb, "cc")
    _move(token, second, "nsubjpass" if second.first("auxpass") is not None else "nsubj")
    return True


def _end_of(noun: Token) -> int:
    return max(t.i for t in noun.subtree())


def _trailing_according(token: Token, sentence: Sentence) -> bool:
    """"blew himself up, killing six, according to the ministry": at the end of a sentence it is the source of all of it."""
    if token.lower != "according" or token.dep != "prep" or not _is_after_comma(token, sentence):
        return False
    if any(t.i > _end_of(token) and t.pos != "PUNCT" for t in sentence.tokens):
        return False
    top = token.head
    while not top.is_root and not (top.dep == "conj" and top.first("nsubj", "nsubjpass") is not None) and top.dep != "ccomp":
        top = top.head
    if top is token.head or not top.tag.startswith("VB"):
        return False
    _move(token, top, "prep")
    return True


def _is_after_comma(token: Token, sentence: Sentence) -> bool:
    before = [t for t in sentence.tokens if t.i < token.i]
    return bool(before) and before[-1].lower in (",", "”", '"', "’", "'", "–", "—", "-")


def _appended_report(token: Token, sentence: Sentence) -> bool:
    """"two were killed, the news agency X reported": the model makes the agency an apposition with a clause of its own."""
    noun = token.head
    if token.dep != "relcl" or token.lemma not in REPORTING or noun.dep != "appos" or token.first("ccomp", "dobj", "mark") is not None:
        return False
    subject = token.first("nsubj")
    if subject is None or subject.pos != "PROPN" or not any(t.lower == "," and t.i == min(w.i for w in noun.subtree()) - 1 for t in sentence.tokens):
        return False
    main = next((a for a in noun.ancestors() if a.tag.startswith("VB")), None)
    if main is None or main.lemma in REPORTING:
        return False
    _move(token, main, "parataxis")
    _move(noun, subject, "compound")
    return True


def _shot_dead(token: Token, _: Sentence) -> bool:
    """"shot dead three women": those behind "dead" are the object."""
    verb = token.head
    if token.dep != "npadvmod" or token.pos not in (*NOUNS, "NUM") or verb.first("dobj") is not None or token.ent in ("DATE", "TIME"):
        return False
    if not any(c.lower in ("dead", "free", "hostage", "prisoner", "alive") and verb.i < c.i < token.i for c in verb.children):
        return False
    token.dep = "dobj"
    return True


def _trailing_report(token: Token, _: Sentence) -> bool:
    """"the ministry said it had seized weapons, the newspaper reported": the last verb of saying governs the whole."""
    said = token.head
    if token.dep != "ccomp" or token.lemma not in REPORTING or said.lemma not in REPORTING or token.first("ccomp", "dobj", "mark") is not None:
        return False
    told = said.first("ccomp")
    comma = any(c.lower == "," and c.dep == "punct" for c in (*token.children, *said.children) if said.i < c.i < token.i)
    if told is None or told is token or told.i > token.i or not comma or token.first("nsubj") is None:
        return False
    said.children.remove(token)
    if said.is_root:
        token.head, token.dep = token, "ROOT"
        said.head, said.dep = token, "ccomp"
        token.children.append(said)
    else:
        token.head = token  # free, until it takes the place of the verb that it governs
        above, dep = said.head, said.dep
        _move(token, above, dep)
        _move(said, token, "ccomp")
    token.children.sort(key=lambda t: t.i)
    return True


def _adverbial_that(token: Token, _: Sentence) -> bool:
    """"reported, citing officials, that …": the that-clause is what was reported, and the citing is the reporter's."""
    verb = token.head
    mark = token.first("mark")
    if token.dep != "advcl" or mark is None or mark.lower != "that" or verb.first("ccomp", "dobj") is not None or verb.lemma not in REPORTING:
        return False
    _move(token, verb, "ccomp")
    for citing in [c for c in token.children if c.i < mark.i and c.tag == "VBG"]:
        _move(citing, verb, "advcl")
    return True


def _swallowed_participle(token: Token, sentence: Sentence) -> bool:
    """"warplanes bombing rebels" read as one compound noun: the first noun is the head, the participle its clause."""
    if token.tag != "VBG" or token.dep not in ("compound", "amod") or token.head.pos != "NOUN":
        return False
    before = next((t for t in token.head.children if t.dep == "compound" and t.i == token.i - 1 and t.tag in ("NNS", "NNPS")), None)
    if before is None:
        return False
    head = token.head
    for child in [c for c in head.children if c.i < before.i]:
        _move(child, before, child.dep)
    _move(before, head.head, head.dep)
    for child in [c for c in head.children if c.dep in ("conj", "cc") and c.i > head.i]:
        _move(child, before, child.dep)
    _move(token, before, "acl")
    _move(head, token, "dobj")
    return True


def _high_relative(token: Token, sentence: Sentence) -> bool:
    """"a wave of strikes on Wednesday which were accompanied by": the clause belongs to the nearest noun that agrees."""
    if token.dep not in ("ccomp", "conj", "parataxis", "advcl", "dep") or token.is_root:
        return False
    pronoun = next((c for c in token.children if c.lower in ("which", "who") and c.dep in ("nsubj", "nsubjpass")), None)
    if pronoun is None or token.first("mark") is not None:
        return False
    verb_plural = any(c.lower in ("were", "are", "have") for c in (token, *token.children) if c.dep in ("aux", "auxpass", "ROOT", token.dep))
    verb_singular = any(c.lower in ("was", "is", "has") for c in (token, *token.children))
    if token.head.i > pronoun.i:  # "which it claimed showed": the pronoun reaches over another clause
        return False
    agreeing = [t for t in sentence.tokens if t.i < pronoun.i and _may_be_relative_of(t, token, pronoun, plural=verb_plural, singular=verb_singular)]
    if not agreeing:
        return False
    _move(token, min(agreeing[-4:], key=lambda t: (sum(1 for _ in t.ancestors()), -t.i)), "relcl")
    return True


def _may_be_relative_of(noun: Token, clause: Token, pronoun: Token, *, plural: bool, singular: bool) -> bool:
    if noun.pos not in NOUNS or noun.dep in ("compound", "poss", "nsubj", "nsubjpass") or noun.ent in ("DATE", "TIME") or pronoun.i - noun.i > 14:
        return False
    many = noun.tag in ("NNS", "NNPS")
    if (plural and not many) or (singular and many) or (pronoun.lower == "which" and noun.ent == "GPE"):
        return False
    return noun not in clause.subtree() and clause not in noun.ancestors()


def _fronted_preposition(token: Token, sentence: Sentence) -> bool:
    """"Near Raqqa, five strikes destroyed …": a capital makes the model take "Near" for a name."""
    if token is not sentence.tokens[0] or token.lower not in ("near", "outside", "inside", "around", "west", "east", "north", "south") or token.dep == "prep":
        return False
    comma = next((t for t in sentence.tokens[1:8] if t.lower == ","), None)
    inside = [t for t in sentence.tokens[1:8] if comma is not None and t.i < comma.i]
    if comma is None or not inside or not all(t.text[0].isupper() or t.lower in ("of", "the", "and") for t in inside):
        return False
    verb = next((t for t in sentence.tokens if t.i > comma.i and t.tag in ("VBD", "VBZ", "VBP")), sentence.root)
    top = next((t for t in reversed(inside) if t.pos in NOUNS), inside[-1])
    if verb is token or verb is top or (verb in token.subtree() and verb.pos not in ("VERB", "AUX")):
        return False
    if sentence.root in (token, *inside):
        return False
    for word in inside[:-1]:
        if word is not top and word.head not in inside:
            _move(word, top, "compound")
    for outside in [c for c in (*token.children, *top.children) if c not in inside and c is not token]:
        _move(outside, verb, outside.dep if outside.dep != "appos" else "nsubj") if outside is not verb and verb not in outside.subtree() else None
    if verb in token.subtree():
        return False
    _move(token, verb, "prep")
    token.pos, token.tag, token.ent = "ADP", "IN", ""
    _move(top, token, "pobj")
    for word in inside:
        word.ent = "GPE"
    return True


def _wrong_lemma(token: Token, _: Sentence) -> bool:
    """Lemmas that the model's tables cut short: raped → rape, staged → stage."""
    right = _lemmas().get(token.lower) if token.tag.startswith("VB") else None
    if right is None or token.lemma == right:
        return False
    token.lemma = right
    return True


def _lemmas() -> dict[str, str]:
    table: dict[str, str] = load_data("lemmas.yaml")
    return table


def _move(token: Token, head: Token, dep: str) -> None:
    if token is not token.head:
        token.head.children.remove(token)
    root = head is token
    token.head, token.dep = head, dep
    if not root:
        head.children.append(token)
        head.children.sort(key=lambda t: t.i)


RULES: tuple[Callable[[Token, Sentence], bool], ...] = (_wrong_lemma, _reduced_passive, _verb_compound, _claims_that, _fronted_preposition, _low_gerund, _low_conjunct, _low_subject, _appended_report, _trailing_according, _shot_dead, _trailing_report, _adverbial_that, _lost_complement, _swallowed_participle, _high_relative)
