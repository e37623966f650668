"""Repairs of phrases that the model hangs on the nearest noun, and that belong to a word further up."""

from __future__ import annotations

from reportedly.language.moves import end_of, is_after_comma, move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.participles import DONE_TO
from reportedly.language.told import REPORTING, TELLING

DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"})
NAMES_OF_MONTHS = frozenset({"May", "June", "April", "August", "March"})
OF_MONTHS = frozenset(["be", "see", "mark", "bring", "become", "have", "pass", "come", "begin", "start", "end", "remain", "witness", "go"])  # "May saw more raids"
ACCUSING_OF = frozenset({"accuse", "convict", "acquit", "suspect", "clear"})
COUNTS = frozenset({"number", "figure", "total", "count", "toll", "tally"})
THEIRS = frozenset({"relative", "family", "mother", "widow", "wife", "parent", "friend", "lawyer", "supporter", "survivor", "victim", "member", "resident", "follower", "opponent", "critic", "leader"})
GIVING = frozenset({"put", "raise", "revise", "bring", "lower", "cut", "set"})  # "puts the number killed at nine"
GROUPS = frozenset({"group", "militia", "movement", "faction", "army", "front", "gang", "party", "organisation", "organization", "network", "brigade", "battalion", "force", "tribe", "clan"})
MAKING = frozenset({"force", "compel", "oblige"})  # with an infinitive: whom they leave unsaid is the passive's subject
USING = frozenset({"use", "deploy", "employ", "fire", "unleash", "turn", "launch", "wield"})
NOUNS = ("NOUN", "PROPN")
STATES_OF = frozenset(["suspected", "accused", "run", "led", "backed", "supported", "known", "controlled", "staffed", "owned", "manned", "guarded"])  # how somebody or something is, with no day of its own


def low_day(token: Token, _: Sentence) -> bool:
    """"arrested four men suspected of supplying the gang at Ayorou on Friday": they were arrested then, and there."""
    day, low = token.first("pobj"), token.head
    if token.lower != "on" or day is None or day.ent not in ("DATE", "TIME") or not low.tag.startswith("VB"):
        return False
    state = low.head.head if low.dep == "pcomp" and low.head.dep == "prep" else low
    if state.dep != "acl" or state.lower not in STATES_OF:
        return False
    main = next((a for a in state.head.ancestors() if a.tag.startswith("VB")), None)
    if main is None or not main.i < state.head.i or any(o.ent in ("DATE", "TIME") for p in main.all("prep", "npadvmod") for o in (p, *p.all("pobj"))):
        return False
    place = next((c for c in low.all("prep") if end_of(c) == token.i - 1 and c.lower in ("at", "near", "in", "off", "outside")), None)
    for word in (place, token):
        if word is not None:
            move(word, main, "prep")
    return True


def low_charge(token: Token, _: Sentence) -> bool:
    """"accused Okoro of corruption": what somebody is accused of is no part of the name."""
    noun, verb = token.head, token.head.head
    if token.lower != "of" or noun.dep != "dobj" or noun.pos not in ("PROPN", "PRON") or verb.lemma not in ACCUSING_OF or token.i < noun.i:
        return False
    charge = token.first("pobj", "pcomp")
    if charge is None or charge.pos == "PROPN" or any(c.lower == "of" for c in verb.all("prep")):
        return False
    move(token, verb, "prep")
    return True

HARMING = frozenset({"kill", "wound", "injure", "leave", "claim", "hurt", "destroy", "damage", "maim"})


def low_who(token: Token, _: Sentence) -> bool:
    """"John Ryan (19) of 4 Mill Road, Athlone, who is accused": a street or a town is no "who"; the person before it is."""
    noun = token.head
    if token.dep != "relcl" or noun.ent == "PERSON" or not any(c.lower == "who" and c.dep in ("nsubj", "nsubjpass") for c in token.children):
        return False
    at = noun.head if noun.dep in ("appos", "conj") and noun.head.pos == "PROPN" else noun
    if noun.pos != "PROPN" or at.dep != "pobj" or at.head.lower not in ("of", "from", "in", "at") or not (noun.ent in ("GPE", "LOC", "FAC") or at.first("nummod")):
        return False
    person = at.head.head
    while person.ent != "PERSON" and person.dep in ("pobj", "appos") and not person.head.is_root:
        person = person.head.head if person.dep == "pobj" else person.head
    if person.ent != "PERSON":
        return False
    move(token, person, "relcl")
    return True


def whose_relatives(token: Token, sentence: Sentence) -> bool:
    """"relatives of the missing, who have gathered every week": set off by a comma, "who" are the relatives."""
    noun = token.head
    who = next((c for c in token.children if c.lower == "who" and c.dep in ("nsubj", "nsubjpass")), None)
    if token.dep != "relcl" or who is None or noun.dep != "pobj" or noun.head.lower != "of" or noun.ent == "PERSON" or not is_after_comma(who, sentence):
        return False
    kin = noun.head.head
    if kin.lemma not in THEIRS or kin.tag != "NNS":
        return False
    move(token, kin, "relcl")
    return True


def fronted_gerund(token: Token, sentence: Sentence) -> bool:
    """"Opposing bail for Ryan and Burke, Inspector Leahy said": who says it stands behind the comma, and is none of the others."""
    verb = token.head
    if token.tag != "VBG" or token.dep not in ("csubj", "nsubj") or verb.lemma not in REPORTING or token.i > verb.i or sentence.tokens[0] is not token:
        return False
    before = [t for t in sentence.tokens if token.i < t.i < verb.i]
    comma = max((t.i for t in before if t.lower == ","), default=None)
    behind = [t for t in before if comma is not None and t.i > comma]
    top = next((t for t in reversed(behind) if t.pos in NOUNS), None)
    if not behind or top is None or behind[-1] is not top or any(t.pos not in (*NOUNS, "ADJ", "DET", "ADP") for t in behind):
        return False
    left = [c for c in top.children if comma is not None and c.i < comma and c.pos in NOUNS]
    if left:
        move(left[0], top.head, top.dep)
    for child in [c for c in top.children if comma is not None and c.i < comma]:
        move(child, left[0] if left else token, child.dep)
    move(top, verb, "nsubj")
    token.dep = "advcl"
    return True


def month_for_name(token: Token, _: Sentence) -> bool:
    """"May has won backing", "June said": a month does nothing; who bears its name does."""
    verb = token.head
    if token.text not in NAMES_OF_MONTHS or token.ent == "PERSON" or token.dep != "nsubj" or not verb.tag.startswith("VB"):
        return False
    if token.children or verb.lemma in OF_MONTHS:
        return False
    token.ent = "PERSON"
    return True


def bare_day(token: Token, _: Sentence) -> bool:
    """"was broken into Wednesday", "turned himself in Monday": a day without "on" is when, and leaves the particle to the verb."""
    prep, verb = token.head, token.head.head
    if token.lower not in DAYS or token.dep != "pobj" or prep.lower not in ("in", "into", "off", "out", "up", "down", "over") or not verb.tag.startswith("VB"):
        return False
    if token.i != prep.i + 1 or token.first("det", "amod", "poss") is not None:
        return False
    move(token, verb, "npadvmod")
    if prep.lower != "into":
        prep.dep = "prt"
    return True


def aged_list(token: Token, _: Sentence) -> bool:
    """"Brian Ford, 23, Ann Hill, 20, and Tom Kay, 24, each face": ages between names make no appositions of them."""
    first = token.head
    if token.dep != "appos" or token.ent != "PERSON" or first.ent != "PERSON" or token.i < first.i or token.first("cc") is None:
        return False
    aged = any(c.pos == "NUM" and first.i < c.i < token.i for c in first.children)
    if not aged or not any(c.pos == "NUM" and c.i > token.i for c in token.children):
        return False
    token.dep = "conj"
    return True


def visiting_hearer(token: Token, _: Sentence) -> bool:
    """"told visiting senators that": a participle right behind a verb of telling says of the hearers what they do."""
    verb, hearer = token.head, token.first("dobj")
    if token.tag != "VBG" or token.dep not in ("xcomp", "pcomp", "advcl") or verb.lemma not in TELLING or token.i != verb.i + 1 or hearer is None:
        return False
    if verb.first("dobj", "dative") is not None or hearer.first("det", "poss") is not None or hearer.tag not in ("NNS", "NNPS"):
        return False
    for child in [c for c in token.children if c is not hearer]:
        move(child, verb, child.dep)
    move(hearer, verb, "dobj")
    move(token, hearer, "amod")
    return True


def found_guilty(token: Token, _: Sentence) -> bool:
    """"was convicted and found guilty", "was beaten and forced to sign": without an object the second is done to the same."""
    first, made = token.head, token.lemma in MAKING and token.first("xcomp") is not None
    if token.dep != "conj" or token.tag != "VBD" or first.first("auxpass") is None or not (token.lemma in DONE_TO or made or _is_verdict(token)):
        return False
    if token.first("nsubj", "nsubjpass", "dobj", "ccomp", "aux", "auxpass", "prt") is not None or (not made and token.first("xcomp") is not None):
        return False
    token.tag = "VBN"
    return True


def low_against(token: Token, _: Sentence) -> bool:
    """"used tear gas and batons against students": against whom all of it is used, and not the last of it."""
    means = token.head
    if token.lower != "against" or means.dep != "conj" or means.pos != "NOUN":
        return False
    while means.dep == "conj" and means.pos == "NOUN":
        means = means.head
    if means.dep != "dobj" or means.head.lemma not in USING or any(c.lower == "against" for c in means.head.all("prep")):
        return False
    move(token, means.head, "prep")
    return True


def serial_past(token: Token, _: Sentence) -> bool:
    """"met the widow, condoled with her and offered help": the second of three past tenses is no participle."""
    first, last = token.head, token.first("conj")
    if token.dep not in ("advcl", "dep") or token.tag not in ("VBN", "VBD") or first.tag != "VBD" or last is None or last.tag != "VBD" or token.i < first.i:
        return False
    if not any(c.lower == "," and c.i == token.i - 1 for c in (*first.children, *token.children)):
        return False
    if any(verb.first("nsubj", "nsubjpass", "aux", "auxpass", "mark", "advmod") is not None for verb in (token, last)) or first.first("auxpass") is not None:
        return False
    if token.first("agent") is not None:
        return False
    token.tag, token.dep = "VBD", "conj"
    return True


def _is_verdict(verb: Token) -> bool:
    return verb.lemma == "find" and any(c.lower == "guilty" for c in verb.children)


def low_count(token: Token, _: Sentence) -> bool:
    """"put the number killed at nine", "raised the number of people killed to 12": the figure is what the verb gives, not where they were killed."""
    harmed = token.head
    if token.lower not in ("at", "to") or harmed.dep != "acl" or harmed.tag != "VBN" or not any(c.tag == "CD" for p in token.all("pobj") for c in (p, *p.children)):
        return False
    noun = harmed.head.head.head if harmed.head.dep == "pobj" and harmed.head.head.lower == "of" else harmed.head
    if noun.lemma not in COUNTS or noun.dep != "dobj" or noun.head.lemma not in GIVING:
        return False
    move(token, noun.head, "prep")
    return True


def high_which(token: Token, _: Sentence) -> bool:
    """"the shelling of villages on 18 September, which killed three": the shelling killed them, and neither the day nor the villages."""
    low = token.head
    if token.dep != "relcl" or token.lemma not in HARMING or not any(c.lower == "which" and c.dep == "nsubj" for c in token.children):
        return False
    if not any(c.lower == "," for c in (*low.children, *token.children)) or kind_of(low) == "EVENT":
        return False
    verb = next((t for t in low.ancestors() if t.pos == "VERB"), None)  # the day may hang on the verb
    if verb is None:
        return False
    within = [*(t for t in low.ancestors() if t.pos in ("NOUN", "PROPN") and verb in t.ancestors()), *verb.all("dobj")]
    above = next((t for t in within if kind_of(t) == "EVENT" and t.i < low.i), None)
    if above is None:
        return False
    move(token, above, "relcl")
    return True


def warning_shots(token: Token, _: Sentence) -> bool:
    """"fired warning shots over the crowd": shots of warning, and nobody is warning them."""
    shots, verb = token.first("dobj"), token.head
    if token.lower != "warning" or shots is None or shots.i != token.i + 1 or shots.lemma not in ("shot", "round", "burst", "volley") or verb.lemma != "fire":
        return False
    for child in [c for c in token.children if c is not shots]:
        move(child, verb, child.dep)
    move(shots, verb, "dobj")
    move(token, shots, "compound")
    token.tag, token.pos, token.lemma = "NN", "NOUN", "warning"
    return True


def fighters_from(token: Token, sentence: Sentence) -> bool:
    """"encircled by soldiers and fighters from the group Hezbollah": where those who do it are from, and not who was freed from whom."""
    verb, whose = token.head, token.first("pobj")
    before = next((t for t in sentence.tokens if t.i == token.i - 1), None)
    if token.lower != "from" or whose is None or before is None or before.pos != "NOUN" or kind_of(before) != "ARMED" or not verb.tag.startswith("VB"):
        return False
    whom = next((t for t in (before, *before.ancestors()) if t.dep != "conj"), before)
    if whose.lemma not in GROUPS or whose.tag != "NN" or whom.dep != "pobj" or whom.head.dep != "agent" or whom.head.head is not verb:
        return False
    move(token, before, "prep")
    return True
