"""Repairs of participles that the model takes for past tenses: "soldier stabbed at checkpoint", "had the villa seized"."""

from __future__ import annotations

from reportedly.language.moves import is_after_comma, move, take_over
from reportedly.language.parse import Sentence, Token
from reportedly.language.verb_forms import is_finite

# Verbs that nobody does without saying to whom: without an object, their past tense is a participle.
DONE_TO = frozenset(
    ["abduct", "acquit", "ambush", "arrest", "assassinate", "ban", "bar", "behead", "capture", "confiscate", "convict", "damage", "deport", "destroy", "detain", "displace", "evict",
     "execute", "exile", "expel", "fine", "hijack", "hospitalise", "hospitalize", "indict", "injure", "jail", "kidnap", "kill", "loot", "lynch", "massacre", "murder", "oust", "poison", "rape", "raze",
     "rescue", "rob", "sack", "seize", "sentence", "slay", "stab", "torch", "torture", "wound"]
)  # fmt: skip
HELD = frozenset(["hold", "suspend", "free", "charge", "shoot", "attack", "beat", "release", "sue"])  # so only of people, before "over" or "for"
MOVED = frozenset(["send", "take", "bring", "put", "hand"])  # and of whom and what is moved, before "to": "Ten sent to jail", "Aid sent to Gaza"
WITH_GERUND = frozenset(["deny", "admit", "resume", "stop", "start", "begin", "continue", "cease", "finish", "avoid", "suspend", "halt", "consider", "justify"])
WIELDING = frozenset(["fire", "use", "deploy", "throw", "hurl", "shoot", "employ", "lob"])
HARMING = frozenset(["kill", "wound", "injure", "hurt", "maim", "leave"])
MOURNING = frozenset(["mourn", "bury", "commemorate", "honour", "honor", "remember", "avenge", "grieve", "treat", "rescue", "identify"])
HELPING = frozenset(["be", "have", "do"])
CAUSING = frozenset(["have", "get", "see", "hear", "watch", "find", "want", "need", "keep"])
WANTING = frozenset(["want", "need"])  # no finite clause behind them: what looks like a past tense is a participle
LETTING = frozenset(["let", "make"])  # with a bare infinitive: "let go", "made to kneel"
FOUND = frozenset(["guilty", "innocent", "responsible", "liable"])
BEFORE_COURT = frozenset(["trial", "court", "dock", "custody", "judge", "magistrate", "prison", "jail", "tribunal"])
VERDICTS = {"find": FOUND, "hold": FOUND, "deem": FOUND, "declare": FOUND | {"dead", "void"}, "pronounce": FOUND | {"dead", "void"}}


def reduced_passive(token: Token, _: Sentence) -> bool:
    """"soldier stabbed at checkpoint": a past tense that hangs on its noun, with no object, is a participle."""
    if token.dep != "acl" or token.tag != "VBD" or token.first("dobj", "ccomp", "xcomp", "nsubj", "aux", "mark", "prt") is not None:
        return False
    token.tag = "VBN"
    return True


def causative(token: Token, _: Sentence) -> bool:
    """"had the villa seized", "saw shops looted and cars burned", "want him tried": it was done to the villa, to the shops; by whom is not told."""
    if not (token.tag == "VBN" or (token.tag == "VBD" and token.head.lemma in WANTING)) or token.dep != "ccomp" or (token.head.lemma not in CAUSING and token.lemma not in DONE_TO):
        return False
    noun = token.first("nsubj")
    if noun is None or noun.lower in ("he", "she", "they", "i", "we") or token.lemma == "go" or token.first("aux", "dobj", "mark") is not None:
        return False
    make_passive(token, noun)
    for other in token.all("conj"):
        harmed = other.first("nsubj")
        if harmed is not None and other.tag in ("VBN", "VBD") and other.first("aux", "dobj", "mark") is None:
            make_passive(other, harmed)
    return True


def mourned(token: Token, _: Sentence) -> bool:
    """"to mourn dozens killed last month", "buried those shot by police": nobody mourns that something is done, but those whom it was done to."""
    verb, noun = token.head, token.first("nsubj")
    if token.dep != "ccomp" or token.tag not in ("VBD", "VBN") or verb.lemma not in MOURNING or noun is None:
        return False
    if token.first("aux", "dobj", "mark", "ccomp", "xcomp") is not None or verb.first("dobj") is not None:
        return False
    move(noun, verb, "dobj")
    move(token, noun, "acl")
    token.tag = "VBN"
    return True


def suspected_subject(token: Token, _: Sentence) -> bool:
    """"Two suspected bombers were shot": a number does not suspect; the participle belongs to those behind it."""
    if token.lemma not in ("suspect", "allege", "accuse"):
        return False
    number, told = token.first("nsubj"), token.first("ccomp")
    harmed = told.first("nsubj", "nsubjpass") if told is not None else None
    if number is None or number.pos not in ("NUM", "DET") or number.i != token.i - 1:
        return False
    if told is None or harmed is None or min(t.i for t in harmed.subtree()) != token.i + 1 or token.first("mark", "aux", "dobj") is not None:
        return False
    take_over(told, token)
    for child in [*token.children]:
        move(child, harmed if child is number else told, "nummod" if child is number else child.dep)
    move(token, harmed, "amod")
    token.tag = "VBN"
    return True


def accused_at_trial(token: Token, _: Sentence) -> bool:
    """"Three men went on trial accused of bombing a bus": it is the men who are accused, and no trial."""
    noun = token.head
    verb = noun.head.head if noun.dep == "pobj" else noun.head
    if token.lemma not in ("accuse", "charge", "suspect") or token.tag != "VBN" or noun.lemma not in BEFORE_COURT or not verb.tag.startswith("VB"):
        return False
    if noun.dep not in ("pobj", "dobj") or verb.first("nsubj", "nsubjpass") is None or not any(p.lower in ("of", "with", "over") for p in token.all("prep")):
        return False
    move(token, verb, "advcl")
    return True


def cut_off_passive(token: Token, sentence: Sentence) -> bool:
    """"A and B, kidnapped a week ago, were rescued": of two verbs with a comma and no "and" between, the first is a clause of their subject."""
    noun, verb = token.first("nsubj"), token.first("conj")
    if token.tag not in ("VBD", "VBN") or noun is None or noun.i > token.i or verb is None:
        return False
    if token.lemma not in DONE_TO and not (token.tag == "VBN" and is_after_comma(token, sentence)):
        return False
    if token.first("cc", "dobj", "aux", "mark") is not None or verb.first("nsubj", "nsubjpass") is not None or verb.first("auxpass", "aux") is None:
        return False
    move(verb, verb if token.is_root else token.head, token.dep)
    move(noun, verb, "nsubjpass" if verb.first("auxpass") is not None else "nsubj")
    move(token, noun, "acl")
    token.tag = "VBN"
    return True


def set_off_participle(token: Token, sentence: Sentence) -> bool:
    """"Two nurses, let go on Sunday, told reporters": between commas behind a subject stands what was done to it, and no deed of its own."""
    verb, noun = token.head, token.first("nsubj")
    if token.dep not in ("advcl", "ccomp", "csubj") or token.tag not in ("VBD", "VBN") or noun is None or noun.pos == "PRON" or verb.i < token.i or not is_finite(verb):
        return False
    if token.dep == "csubj":
        _free_particle(token)
    if not is_after_comma(token, sentence) or not is_after_comma(verb, sentence) or max(t.i for t in noun.subtree() if t.lower != ",") >= token.i - 1:
        return False
    if token.first("aux", "dobj", "mark", "cc", "conj", "advmod") is not None or verb.first("nsubj", "nsubjpass") is not None:
        return False
    move(noun, verb, "nsubj")
    move(token, noun, "acl")
    token.tag = "VBN"
    return True


def _free_particle(verb: Token) -> None:
    """"seized off Oman on Monday": where it was, and neither a particle nor what was seized."""
    particle, place = verb.first("prt"), verb.first("dobj")
    if particle is not None and place is not None and place.ent in ("GPE", "LOC", "FAC") and particle.i == verb.i + 1:
        particle.dep, particle.pos = "prep", "ADP"
        move(place, particle, "pobj")


def set_off_main(token: Token, sentence: Sentence) -> bool:
    """"A cellmate, let out on Monday, passed on the news" with the participle for its verb: the verb behind the second comma is the clause's."""
    first, noun = token.head, token.head.first("nsubj")
    if token.dep not in ("ccomp", "advcl") or token.tag not in ("VBD", "VBN") or first.tag not in ("VBD", "VBN") or noun is None or noun.i > first.i > token.i:
        return False
    if noun.pos == "PRON" or not is_after_comma(first, sentence) or not is_after_comma(token, sentence) or token.i < first.i or token.first("nsubj", "nsubjpass", "mark", "aux") is not None:
        return False
    if first.first("aux", "dobj", "mark", "cc", "conj") is not None or max(t.i for t in noun.subtree() if t.lower != ",") >= first.i - 1:
        return False
    take_over(token, first)
    move(noun, token, "nsubjpass" if token.first("auxpass") is not None else "nsubj")
    move(first, noun, "acl")
    first.tag, token.tag = "VBN", "VBD" if token.first("auxpass") is None else "VBN"
    return True


def low_circumstance(token: Token, _: Sentence) -> bool:
    """"attacked a convoy carrying food on Monday near Diffa": what stands behind the freight is the day and the place of the attack."""
    noun, freight = token.head, token.first("dobj")
    verb = next((above for above in noun.ancestors() if above.tag.startswith("VB")), None)
    if token.tag != "VBG" or noun.dep not in ("dobj", "pobj") or freight is None or verb is None or not is_finite(verb) or verb.i > noun.i:
        return False
    behind = [c for c in token.children if c.i > freight.i and (c.dep == "npadvmod" or c.dep == "prep")]
    if token.first("aux", "mark") is not None or not any(map(_is_day, behind)) or any(map(_is_day, verb.children)):
        return False
    behind += [prep for each in behind for day in (each, *each.all("pobj")) if day.ent == "DATE" for prep in day.all("prep")]
    for phrase in behind:
        if _is_day(phrase) or any(c.ent in ("GPE", "LOC", "FAC") for c in phrase.all("pobj")):
            move(phrase, verb, phrase.dep)
    return True


def _is_day(phrase: Token) -> bool:
    """"on Monday", "last week"."""
    return phrase.ent == "DATE" if phrase.dep == "npadvmod" else any(c.ent == "DATE" for c in phrase.all("pobj"))


def low_aim(token: Token, _: Sentence) -> bool:
    """"fired tear gas and live rounds to disperse a crowd": what one fires or uses is fired for an aim, and has none of its own."""
    tool = token.head
    if token.dep not in ("acl", "relcl") or token.tag != "VB" or not any(c.tag == "TO" for c in token.children) or token.first("nsubj") is not None:
        return False
    verb = tool.head
    if tool.dep == "conj" and verb.pos == "NOUN":
        verb = verb.head
    if verb.lemma not in WIELDING or tool.dep not in ("dobj", "conj") or tool.i < verb.i:
        return False
    if tool.dep == "conj" and tool.head is verb and (first := verb.first("dobj")) is not None:
        for cc in [c for c in verb.all("cc") if first.i < c.i < tool.i]:
            move(cc, first, "cc")
        move(tool, first, "conj")
    move(token, verb, "advcl")
    return True


def high_outcome(token: Token, sentence: Sentence) -> bool:
    """"fired tear gas to disperse them, wounding two": what came of it came of what was done, not of what it was for."""
    aim = token.head
    if token.tag != "VBG" or token.lemma not in HARMING or aim.tag != "VB" or aim.dep != "advcl" or not any(c.tag == "TO" for c in aim.children):
        return False
    if not is_after_comma(token, sentence) or token.first("nsubj", "mark") is not None or not is_finite(aim.head):
        return False
    move(token, aim.head, "advcl")
    return True


def gerund_object(token: Token, _: Sentence) -> bool:
    """"denied shelling Marinka", "resumed bombing Gaza": a gerund right behind such a verb is no part of the town's name."""
    town, verb = token.head, token.head.head
    if token.tag != "VBG" or town.dep != "dobj" or town.pos != "PROPN" or verb.lemma not in WITH_GERUND or token.i != verb.i + 1:
        return False
    for between in [c for c in town.children if c.i < town.i]:
        move(between, town if between is not token else verb, between.dep if between is not token else "xcomp")
    move(town, token, "dobj")
    return True


def swallowed_verb(token: Token, sentence: Sentence) -> bool:
    """"took off from Incirlik and bombed Raqqa": a past tense between "and" and a name is the next verb, and the name its object."""
    name, verb = token.head, token.head.head
    before = next((t for t in sentence.tokens if t.i == token.i - 1), None)
    if token.tag != "VBD" or name.pos != "PROPN" or name.dep != "conj" or name.i != token.i + 1 or not verb.tag.startswith("VB"):
        return False
    if before is None or before.dep != "cc" or token.children:
        return False
    move(token, verb, "conj")
    move(name, token, "dobj")
    return True


def swallowed_second(token: Token, sentence: Sentence) -> bool:
    """"guards shot and injured two men": a participle right behind "and" that the model gives to the noun is the next verb; no noun goes on a verb."""
    noun, verb = token.head, token.head.head
    before = next((t for t in sentence.tokens if t.i == token.i - 1), None)
    if token.tag not in ("VBN", "VBD") or noun.pos != "NOUN" or noun.dep != "conj" or verb.tag != "VBD" or before is None or before.dep != "cc":
        return False
    if token.lemma not in DONE_TO or token.children or any(c.i < token.i for c in noun.children):
        return False
    move(token, verb, "conj")
    move(noun, token, "dobj")
    token.tag = "VBD"
    return True


def claimed_too(token: Token, _: Sentence) -> bool:
    """"claimed to have expelled the militia and torched its camp": what is done in the second is claimed, too."""
    claim = token.head
    first = next((c for c in claim.all("xcomp") if c.i < token.i and any(a.lower == "have" for a in c.all("aux"))), None)
    if token.dep != "conj" or token.tag not in ("VBD", "VBN") or claim.lemma not in ("claim", "profess", "admit") or first is None:
        return False
    if token.first("nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return False
    for cc in [c for c in claim.all("cc") if first.i < c.i < token.i]:
        move(cc, first, "cc")
    move(token, first, "conj")
    token.tag = "VBN"
    return True


def verb_taken_for_auxiliary(token: Token, _: Sentence) -> bool:
    """"Islamists overran Djibo": no past tense but those of be, have and do helps a name along; it is the verb, the name its object."""
    name = token.head
    if token.dep != "aux" or token.tag != "VBD" or token.lemma in HELPING or name.pos != "PROPN" or name.i != token.i + 1 or not name.is_root:
        return False
    for child in [c for c in name.children if c is not token]:
        move(child, token, child.dep)
    move(token, token, "ROOT")
    move(name, token, "dobj")
    token.pos = "VERB"
    return True


def low_agent(token: Token, _: Sentence) -> bool:
    """"were let go by their captors": the by-phrase is of those who let them go."""
    inner = token.head
    verb = inner.head
    if token.lower != "by" or token.dep not in ("prep", "agent") or inner.dep not in ("xcomp", "ccomp") or inner.tag != "VB" or verb.lemma not in LETTING:
        return False
    doer = token.first("pobj")
    if verb.first("auxpass") is None or doer is None or doer.lemma in ("night", "day", "mistake", "law", "force") or inner.first("dobj") is not None:
        return False
    move(token, verb, "agent")
    return True


def found_guilty(token: Token, _: Sentence) -> bool:
    """"found the gunman guilty", "declared the rebels responsible": whom the verdict is on is the verb's object."""
    verb, noun = token.head, token.first("nsubj")
    if token.dep == "amod" and token.i > token.head.i:  # "found the clerk in the bribery case guilty"
        verb = next((a for a in token.ancestors() if a.tag.startswith("VB")), token.head)
        if token.lower not in VERDICTS.get(verb.lemma, ()) or not any(token in o.subtree() for o in verb.all("dobj")):
            return False
        move(token, verb, "oprd")
        return True
    if token.dep != "ccomp" or token.lower not in VERDICTS.get(verb.lemma, ()) or noun is None or token.first("cop", "aux", "mark") is not None:
        return False
    if verb.first("dobj") is not None or noun.i < verb.i:
        return False
    move(noun, verb, "dobj")
    token.dep = "oprd"
    return True


def make_passive(verb: Token, subject: Token) -> None:
    """A verb as a past participle, whose subject is whom it is done to."""
    verb.tag, subject.dep = "VBN", "nsubjpass"
