"""Repairs of what people are believed to have done, and of tales that are named and denied at the end of a sentence."""

from __future__ import annotations

from reportedly.language.moves import is_after_comma, move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.told import TALES
from reportedly.language.verb_forms import is_finite

SUPPOSED = frozenset(["believe", "suspect", "allege", "think", "say", "know", "presume", "report", "suppose", "assume", "rumour", "rumor", "understand", "fear"])
NAMING = frozenset(["DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CC"])
DENYING = frozenset(["deny", "reject", "dismiss", "dispute", "refute", "contest", "rebut"])
NOUNS_OF_FIGHTING = frozenset(["fighting", "shelling", "bombing", "shooting", "rioting", "looting", "stabbing"])
HARMED = frozenset(["kill", "wound", "injure", "hurt", "maim", "die", "perish", "displace", "damage", "destroy"])


def believed_subject(token: Token, _: Sentence) -> bool:
    """"A man believed to have killed a judge was held": the model takes "believed" for what the man did, and the judge for who was held."""
    done, harmed = token.head, token.first("nsubjpass", "nsubj")
    thought = done.head
    if harmed is None or harmed.i > token.i or done.dep not in ("xcomp", "ccomp") or done.first("dobj") is not None or not any(c.tag == "TO" for c in done.children):
        return False
    who = thought.first("nsubj")
    if thought.lemma not in SUPPOSED or thought.tag not in ("VBD", "VBN") or thought.first("aux", "auxpass", "dobj") is not None or who is None or who.i > thought.i:
        return False
    if not done.i < min(t.i for t in harmed.subtree()) or token.first("mark") is not None or not is_finite(token):
        return False
    passive = token.first("auxpass") is not None
    move(token, token if thought.is_root else thought.head, thought.dep)
    move(harmed, done, "dobj")
    move(who, token, "nsubjpass" if passive else "nsubj")
    for word in [c for c in thought.children if c.dep == "punct" and c.i > token.i]:
        move(word, token, "punct")
    move(thought, who, "acl")
    thought.tag = "VBN"
    return True


def is_of_tale(verb: Token) -> bool:
    """"…, a claim the ministry denies", "…, a charge denied by the army", "…, something they deny": a clause about the tale that is named before it."""
    tale = verb.head
    named = tale.lemma in TALES or tale.lower == "something"
    return named and verb.dep in ("relcl", "acl") and verb.lemma in DENYING and (tale.first("det") is not None or tale.lower == "something")


def tale_at_end(token: Token, _: Sentence) -> bool:
    """"Rebels shelled it, the army said, an accusation denied by the rebels": the model makes the accusation the root of it all."""
    said = token.first("parataxis", "ccomp")
    denied = token.first("acl", "relcl")
    if not token.is_root or token.lemma not in TALES or said is None or said.i > token.i or denied is None or denied.lemma not in DENYING or token.first("nsubj") is not None:
        return False
    move(said, said, "ROOT")
    for word in [c for c in token.children if c.i < said.i and c.dep not in ("det", "amod")]:
        move(word, said, word.dep)
    move(token, said, "npadvmod")
    return True


def denied_main(token: Token, sentence: Sentence) -> bool:
    """"Peru accused Chile of spying, a charge Santiago rejects": the model makes the charge one more subject of the rejecting, and that the main verb."""
    told, subjects = token.first("ccomp", "parataxis"), token.all("nsubj")
    if token.lemma not in DENYING or told is None or told.i > token.i or len(subjects) != 2 or told.first("nsubj", "nsubjpass") is None:
        return False
    tale, who = subjects
    if tale.lemma not in TALES or not told.i < tale.i < who.i < token.i or tale.first("det") is None or not is_after_comma(min(tale.subtree(), key=lambda t: t.i), sentence):
        return False
    told.children.append(tale)
    token.children.remove(tale)
    token.children.remove(told)
    told.head, told.dep = (told, "ROOT") if token.is_root else (token.head, token.dep)
    if not token.is_root:
        token.head.children[token.head.children.index(token)] = told
    tale.head, tale.dep = told, "npadvmod"
    token.head, token.dep = tale, "relcl"
    tale.children.append(token)
    for noun in (told, tale):
        noun.children.sort(key=lambda t: t.i)
    return True


def stolen_object(token: Token, sentence: Sentence) -> bool:
    """"Two men suspected of bombing a mosque were held", "a man who shot a guard was held": of two subjects the second is whom the first did it to."""
    verb = token.head
    first = next((c for c in verb.all("nsubj", "nsubjpass") if c.i < token.i), None)
    start = min(t.i for t in token.subtree())
    before = next((t for t in sentence.tokens if t.i == start - 1), None)
    if token.dep not in ("nsubj", "nsubjpass") or token.i > verb.i or first is None or before is None or before not in first.subtree():
        return False
    if before.tag not in ("VBG", "VB", "VBN", "VBD") or before.dep not in ("pcomp", "xcomp", "relcl", "acl") or before.first("dobj", "agent", "auxpass", "ccomp") is not None:
        return False
    if before.tag in ("VBN", "VBD") and before.dep == "acl":
        return False  # "the man held the police": nobody whom he held
    move(token, before, "dobj")
    return True


def main_past(token: Token, sentence: Sentence) -> bool:
    """"A dozen gunmen on six motorbikes killed two herders": with an object of its own the participle is the verb that the sentence lacks."""
    root = next((a for a in token.ancestors() if a.is_root), None)
    aside = token.head is root and _is_behind_aside(token, sentence)
    if token.dep != "acl" or token.tag not in ("VBN", "VBD") or (token.first("dobj") is None and not aside) or token.first("agent", "auxpass", "aux", "mark") is not None:
        return False
    if root is None or root.pos not in ("NOUN", "PROPN") or sentence.headline or any(t.tag in ("VBD", "VBZ", "VBP", "MD") and t is not token and token not in t.ancestors() for t in sentence.tokens):
        return False
    if kind_of(root) not in ("PERSON", "GROUP", "ARMED") or (token.head is root and not aside):
        return False
    move(token, token, "ROOT")
    move(root, token, "nsubj")
    token.tag = "VBD"
    for mark in [c for c in root.children if c.dep == "punct" and c.i > token.i]:
        move(mark, token, "punct")
    return True


def _is_behind_aside(verb: Token, sentence: Sentence) -> bool:
    """"Their leader, known as Tiger, threatened …": what stands right behind an aside, in a sentence that ends."""
    aside = next((c for c in verb.head.children if c.dep in ("acl", "relcl", "appos") and c.i < verb.i), None)
    ends = sentence.tokens[-1].lower in (".", '"', "”")
    return aside is not None and ends and is_after_comma(verb, sentence) and is_after_comma(min(aside.subtree(), key=lambda t: t.i), sentence)


def fired_from(token: Token, _: Sentence) -> bool:
    """"said a shell fired from the hills had landed": the model takes "fired" for the verb, and whoever said it for what landed."""
    said = token.head
    first = next((c for c in said.children if c.i < token.i and c.dep == "ccomp" and c.tag in ("VBD", "VBN")), None)
    if token.dep not in ("ccomp", "conj") or first is None or first.first("aux", "auxpass", "dobj", "neg", "ccomp", "xcomp") is not None or token.first("nsubj", "nsubjpass", "mark", "cc") is not None:
        return False
    who, finite = first.first("nsubj"), next((c for c in token.children if c.dep in ("aux", "auxpass")), token)
    behind = [c for c in first.children if c.i > first.i]
    if who is None or who.pos != "NOUN" or who.i > first.i or finite.tag not in ("VBD", "VBZ", "VBP") or not behind or any(c.dep not in ("prep", "agent", "npadvmod", "advmod") for c in behind):
        return False
    if finite.i != max(t.i for c in behind for t in c.subtree()) + 1:
        return False
    move(who, token, "nsubjpass" if token.first("auxpass") is not None else "nsubj")
    move(first, who, "acl")
    first.tag = "VBN"
    return True


def harmed_in_fighting(token: Token, _: Sentence) -> bool:
    """"four patients were injured in shelling on Tuesday": they shelled nobody."""
    verb = token.head.head
    if token.tag != "VBG" or token.lower not in NOUNS_OF_FIGHTING or token.head.lower not in ("in", "during", "amid") or verb.lemma not in HARMED or not (verb.tag == "VBN" or verb.lemma in ("die", "perish")):
        return False
    if token.first("dobj", "ccomp", "xcomp", "advcl", "prt", "nsubj", "aux") is not None:
        return False
    token.pos, token.tag, token.lemma, token.dep = "NOUN", "NN", token.lower, "pobj"
    return True


def fronted_fighting(token: Token, _: Sentence) -> bool:
    """"In three days of fighting 112 fighters were killed": nobody fights them; they are who was killed."""
    fighting = token.head
    verb = next((a for a in fighting.ancestors() if a.tag.startswith("VB")), None)
    if token.dep != "dobj" or fighting.lower not in ("fighting", "shelling", "bombing", "rioting") or fighting.dep != "pcomp" or token.first("nummod") is None or verb is None:
        return False
    if verb.i < token.i or verb.first("nsubj", "nsubjpass", "expl") is not None or not is_finite(verb):
        return False
    move(token, verb, "nsubjpass" if verb.first("auxpass") is not None else "nsubj")
    fighting.pos, fighting.tag, fighting.lemma, fighting.dep = "NOUN", "NN", fighting.lower, "pobj"
    return True


def denied_in_noun(token: Token, sentence: Sentence) -> bool:
    """"…, which the military disputes", "…, something the army denies": at the end of a sentence the model takes the denial for a noun."""
    lemma = next((v for v in DENYING if token.lower in (f"{v}s", f"{v}es", f"{v[:-1]}ies")), None)
    if lemma is None or token.tag not in ("NNS", "NN", "VBZ"):
        return False
    if token.tag == "VBZ" and not ((which := token.first("nsubj")) is not None and which.lower in ("which", "something") and token.first("compound") is not None):
        return False
    words = sentence.tokens
    at = token.i - words[0].i
    start = next((n for n in range(at - 1, max(at - 8, 0), -1) if words[n].lower in ("which", "something")), 0)
    link, between = words[start], words[start + 1 : at]
    if start < 2 or words[start - 1].lower not in (",", "–", "—") or not between or any(t.tag not in NAMING for t in between):
        return False
    above = link if link.lower == "something" else words[start - 2]
    inside = {link, *between}
    while above is not link and above in inside:
        above = above.head
    if token in above.ancestors() or token.is_root:
        return False
    who = between[-1]
    move(token, above, "relcl")
    move(who, token, "nsubj")
    for word in between[:-1]:
        if word.head not in between:
            move(word, who, "det" if word.tag == "DT" else "compound")
    if link is not above:
        move(link, token, "dobj")
    elif link.dep == "dobj":
        link.dep = "npadvmod"
    token.tag, token.pos, token.lemma, token.ent = "VBZ", "VERB", lemma, ""
    who.pos = "PROPN" if who.tag.startswith("NNP") else "NOUN"
    who.tag = "NN" if who.tag == "JJ" else who.tag
    return True


def something_denied(token: Token, sentence: Sentence) -> bool:
    """"killed 12 herders, something the army denies": nobody kills something more; it is the killing that is denied."""
    if token.lower != "something" or token.dep not in ("dobj", "conj", "appos", "pobj") or not is_after_comma(token, sentence) or not any(is_of_tale(c) for c in token.all("relcl", "acl")):
        return False
    token.dep = "npadvmod"
    return True
