"""Verbs that have the words of an event and mean none: exhortations, harm that is past, what shows and what tells.

A frame's words and kinds cannot see these: they are in the form of the verb, or in the clause that it governs.
"""

from __future__ import annotations

from reportedly.codebooks.frames import Frame
from reportedly.language.clauses import agents
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Token
from reportedly.language.verb_forms import is_finite, is_indicative, is_past, is_state

TELLING = ("suggest", "propose", "say", "insist")  # with "that they should" a request, with "that they did" a voice
SPEECH = frozenset({"CONSULT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "PROTEST", "CONCEDE"})
PRESSING = frozenset({"press", "push", "challenge", "ask", "prod"})  # by reporters and deputies
BELIEVING = ("accept", "agree", "concur")
BIDDING = frozenset({"order", "tell", "direct", "instruct", "command"})  # by courts too
HOLDERS = ("ARMED", "STATE", "GROUP")
TERMS = frozenset({"year", "month", "life", "sentence", "term"})
VOWS = ("AGREE", "THREATEN")  # "swore that they burned it" is neither threat nor pledge
AHEAD = frozenset({"ahead", "modal"})  # needs of a frame that are met by the form of its verb


def means_otherwise(frame: Frame, verb: Token, words: tuple[Token, ...]) -> bool:
    """Whether a verb that has a frame's words means something else by its form or by what it governs."""
    if "ahead" in frame.needs and _is_past_or_perfect(verb):
        return True
    if "modal" in frame.needs and is_finite(verb) and not _has_modal(verb):
        return True
    if frame.type == "AID" and verb.lemma in ("arm", "equip") and verb.first("auxpass") is not None and not agents(verb):
        return True  # "the 12 were armed", "were armed with sticks": what they had with them
    if frame.type == "REQUEST" and verb.lemma in BIDDING and _is_to_serve(verb):
        return True
    if frame.id == "coerce.into-hands" and not any(map(holders_of, words)):
        return True  # "the shop is in good hands"
    if frame.id == "coerce.fall-to-army" and _falls_to_nobody(verb):
        return True
    if frame.type == "COERCE" and verb.lemma == "try" and verb.first("xcomp") is not None:
        return True  # "six men who, they say, tried to kidnap a teacher" were tried by nobody
    if frame.type == "CONSULT" and (_talks_alone(verb) or _names(verb) or (frame.mode == "visit" and _is_taken(verb))):
        return True
    if frame.type in SPEECH and any(c.lower == "than" for c in verb.all("mark")):
        return True  # "three more than the government admits"
    return _merely_tells(frame, verb) or _is_withheld(verb) or _exhorts(verb) or (not words and _seeks_to(frame, verb)) or _tells_where(frame, verb)


def holders_of(hand: Token) -> tuple[Token, ...]:
    """Rebels, of "rebel hands" and of "the hands of rebels"; nobody of "safe hands"."""
    if hand.lemma != "hand" or hand.tag != "NNS":
        return ()
    before = [c for c in hand.all("compound", "amod", "nmod", "poss") if c.i < hand.i]
    behind = [o for p in hand.all("prep") if p.lower == "of" for o in p.all("pobj")]
    return tuple(w for w in (*before, *behind) if _may_hold(w))


def _may_hold(noun: Token) -> bool:
    return noun.lower != "private" and (bool(noun.known) or noun.ent in ("NORP", "ORG", "GPE") or kind_of(noun) in HOLDERS or noun.lower == "government")


def _falls_to_nobody(verb: Token) -> bool:
    """"the bridge fell to pieces"; to the army it falls when it is taken."""
    return not any(_may_hold(o) for p in verb.all("prep") if p.lower == "to" for o in p.all("pobj"))


def _is_to_serve(verb: Token) -> bool:
    """"was ordered to serve at least 20 years": what a court has him serve is his sentence, and asked of nobody."""
    served = [o for c in verb.all("xcomp", "ccomp") if c.lemma == "serve" for o in c.all("dobj", "npadvmod")]
    return any(t.lemma in TERMS for o in served for t in (o, *(n for p in o.all("prep") for n in p.all("pobj"))))


def _is_past_or_perfect(verb: Token) -> bool:
    """"paid a heavy price", "those who have suffered the consequences": harm that came threatens nobody."""
    if _has_modal(verb):
        return False
    return is_past(verb) or any(c.lemma == "have" and c.dep == "aux" for c in verb.children)


def _talks_alone(verb: Token) -> bool:
    """"The colonel talked about a cut": to nobody that is named, and so a voice; "the two talked about a truce" met."""
    if verb.lemma not in ("talk", "speak") or not any(c.lower in ("about", "of", "on") for c in verb.all("prep")):
        return False
    who = verb.first("nsubj")
    alone = who is not None and who.tag in ("NN", "NNP", "PRP") and who.lower not in ("they", "we") and not who.all("conj")
    return alone and not any(c.lower in ("with", "to") for c in verb.all("prep", "dative"))


def _names(verb: Token) -> bool:
    """"called the president a clown": with a name for him, and by no phone."""
    return verb.lemma == "call" and verb.first("oprd") is not None


def _is_taken(verb: Token) -> bool:
    """"The men were flown to Kigali": who is taken somewhere pays no visit."""
    return verb.lemma == "fly" and verb.tag == "VBN" and verb.first("nsubj") is None


def _is_withheld(verb: Token) -> bool:
    """"neither confirmed nor denied it": neither of the two was done."""
    if verb.lemma not in ("confirm", "deny"):
        return False
    first = verb.head if verb.dep == "conj" else verb
    return {first.lemma, *(c.lemma for c in first.all("conj"))} >= {"confirm", "deny"} and any(c.lower == "nor" for c in first.children)


def _has_modal(verb: Token) -> bool:
    return any(c.dep == "aux" and c.tag == "MD" for c in verb.children)


def _exhorts(verb: Token) -> bool:
    """"Let us mourn the dead", "let those who kill know": nobody is let do anything."""
    if verb.lemma != "let" or verb.tag not in ("VB", "VBP") or is_finite(verb) != (verb.tag == "VBP"):
        return False
    alone = not any(c.dep in ("nsubj", "nsubjpass", "aux", "neg", "mark") and c.i < verb.i for c in verb.children)
    return alone and verb.dep in ("ROOT", "ccomp", "conj", "parataxis")


def _tells_where(frame: Frame, verb: Token) -> bool:
    """"told them where to find it", "asked if he would come": what is taught or asked after, not ordered. Nor is it with a clause for an infinitive."""
    if frame.type != "REQUEST":
        return False
    if verb.lemma in PRESSING and verb.first("xcomp") is None and any(p.lower in ("on", "about") and p.first("pcomp") is not None for p in verb.all("prep")):
        return True  # "pressed on whether it had troops there"
    if frame.mode != "order" and verb.lemma != "ask":
        return False
    clause = verb.first("xcomp", "ccomp")
    if clause is None:
        return verb.lemma == "tell"
    asked = any((c.tag in ("WRB", "WP", "WDT") or c.lower in ("if", "whether")) and c.i < clause.i for c in clause.children)
    return asked or (verb.lemma == "tell" and is_finite(clause))


def _merely_tells(frame: Frame, token: Token) -> bool:
    """"suggested that the forces could unite" tells; "suggested that they unite" asks. "assured her that nobody was held" pledges nothing,
    nor does "accepts that the sea is rising". "“We fled,” she recalled" takes nothing back."""
    clause = token.first("ccomp")
    if clause is None:
        return False
    if clause.quoted and not token.quoted and frame.type not in SPEECH:
        return True
    if frame.type == "AGREE" and token.lemma in BELIEVING and is_state(clause):
        return True
    if token.lemma == "demonstrate":
        return True  # "demonstrated that the bridge was mined": to show
    if token.lemma == "warn" and _is_danger(clause):
        return True
    return is_indicative(clause) if frame.type == "REQUEST" and token.lemma in TELLING else frame.type in VOWS and is_past(clause)


def _is_danger(clause: Token) -> bool:
    """"warned that wards are being looted", "that the village may be raided": what others do, or may do; the warner's own would be a threat."""
    modals = [c.lower for c in clause.children if c.dep == "aux" and c.tag == "MD"]
    if modals:
        return modals[0] in ("may", "might", "could", "can") and not any(s.pos == "PRON" for s in clause.all("nsubj", "nsubjpass"))
    return is_finite(clause)


def _seeks_to(frame: Frame, token: Token) -> bool:
    """"seeks to leave" is a plan of its own, only "seeks help" asks; "failed to act" is no failure of talks."""
    return (frame.type, token.lemma) in (("REQUEST", "seek"), ("REJECT", "fail")) and token.first("xcomp") is not None
