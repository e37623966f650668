"""Repairs of who told what: clauses and sources that the model hangs on the wrong verb of saying."""

from __future__ import annotations

from reportedly.language.control import ANSWERS_TO, PLEADING
from reportedly.language.moves import end_of, is_after_comma, move, take_over
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.verb_forms import is_infinitive

TELLING = frozenset({"tell", "inform", "assure", "remind", "warn", "notify", "convince", "persuade", "brief"})
REPORTING = frozenset({"say", "report", "state", "announce", "claim", "write", "confirm", "add", "declare", "allege", "warn", "note", "argue"})
ACCUSING = REPORTING | {"accuse", "blame", "condemn", "criticise", "criticize", "urge", "call", "deny", "reject", "dismiss", "demand", "vow", "pledge", "threaten", "promise", "describe", "ask"}
CHARGING = frozenset({"accuse", "blame", "suspect", "condemn", "criticise", "criticize", "denounce", "convict", "charge"})
RESULTS = frozenset({"kill", "injure", "wound", "hurt", "maim", "leave", "damage", "destroy", "displace", "trap", "force", "cause", "set", "sink", "spark", "trigger"})
HOLDING = REPORTING | {"believe", "think", "estimate", "fear", "suspect"}
FINDING = HOLDING | {"deny", "dispute", "rule", "find", "conclude", "insist", "show", "reveal", "testify", "complain", "acknowledge", "admit", "concede", "maintain"}
JUDGING = ACCUSING | {"recommend", "refer", "apologise", "apologize", "pledge", "insist", "complain", "indicate", "lament", "praise", "thank"}
PRESS = frozenset({"media", "medium", "press", "newspaper", "paper", "agency", "television", "tv", "radio", "report", "outlet", "channel"})  # their source stands behind "according to"
ASKING = frozenset(["pressure", "pressurise", "pressurize", "press", "urge", "push", "force", "compel", "order", "persuade", "convince", "encourage", "instruct", "lobby", "nudge", "prod", "exhort", "oblige", "coerce", "induce", "entreat", "implore"])
CLEAR = frozenset({"clear", "plain", "known", "public"})
BIDDING = frozenset({"order", "point", "hold", "instruct", "appeal", "invite", "summon", "call", "warn", "offer"})
REGRETTING = frozenset({"regret", "deplore", "lament", "recall", "stress", "emphasise", "emphasize", "reiterate", "note", "repeat"})
TALES = frozenset({"claim", "report", "allegation", "accusation", "suggestion", "charge", "rumour", "rumor", "assertion", "story", "statement"})


def lost_complement(token: Token, _: Sentence) -> bool:
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
    move(token, verb, "ccomp")
    return True


def made_to(token: Token, _: Sentence) -> bool:
    """"pressured the regime to lift the siege": what one is made or asked to do is no purpose of whoever asks."""
    verb = token.head
    if token.dep in ("relcl", "acl") and verb.pos == "PRON" and verb.dep == "dobj" and verb.head.lemma in ASKING and is_infinitive(token):
        move(token, verb.head, "xcomp")  # "ordered nobody to be beaten"
        return True
    asked = verb.first("dobj")
    if token.dep != "advcl" or verb.lemma not in ASKING or asked is None or not asked.i < token.i or token.tag != "VB" or not is_infinitive(token):
        return False
    if token.first("mark", "nsubj") is not None or any(c.i > asked.i and c.i < token.i and c.dep in ("punct", "prep", "conj") for c in verb.children):
        return False
    token.dep = "xcomp"
    return True


def made_clear(token: Token, _: Sentence) -> bool:
    """"made it clear that he would strike", "made plain that": what was made clear is what the verb tells."""
    verb = token.head
    if token.dep not in ("ccomp", "acomp", "oprd") or token.lower not in CLEAR or verb.lemma != "make":
        return False
    it = token.first("nsubj")
    clause = next((c for c in (*token.children, *verb.children) if c.dep in ("ccomp", "advcl") and c.i > token.i and any(m.lower == "that" for m in c.all("mark"))), None)
    if clause is None or (it is not None and it.lower != "it"):
        return False
    move(clause, verb, "ccomp")
    if it is not None:
        move(it, verb, "expl")
    token.dep = "acomp"
    return True


def told_agency(token: Token, _: Sentence) -> bool:
    """"told the state news agency SANA that …": the agency's name is no verb, and the agency is who was told."""
    verb, noun = token.head, token.first("nsubj")
    told = token.first("ccomp")
    if token.tag.startswith("VB") or token.pos == "AUX" or verb.lemma not in TELLING or noun is None or noun.i != token.i - 1 or told is None:
        return False
    if (mark := told.first("mark")) is None or mark.lower != "that":
        return False
    for child in [*noun.children]:
        move(child, token, child.dep)
    move(told, verb, "ccomp")
    token.dep, token.pos, token.tag, noun.dep = "dobj", "PROPN", "NNP", "compound"
    return True


def called_for(token: Token, _: Sentence) -> bool:
    """"called for the rebels to withdraw", "calls for him to resign": the infinitive is what is asked, and they are who is asked."""
    mark, who, asking = token.first("mark"), token.first("nsubj", "nsubjpass"), token.head
    bare = token.tag == "VB" or (token.tag == "VBN" and any(c.tag == "TO" for c in token.children))
    if not bare or mark is None or mark.lower != "for" or who is None or asking.lemma not in PLEADING | {"ask"} or not mark.i < who.i < token.i:
        return False
    move(mark, asking, "prep")
    mark.pos = "ADP"
    if who.dep == "nsubj":  # of "for the prisoners to be freed" nobody is asked by name
        move(who, mark, "pobj")
    token.dep = "xcomp" if asking.pos == "VERB" else "acl"
    return True


def low_result(token: Token, sentence: Sentence) -> bool:
    """"accused the navy of ramming a boat, injuring three": the ramming injured them, not who speaks of it."""
    verb = token.head
    if token.tag != "VBG" or token.lemma not in RESULTS or verb.lemma not in CHARGING or not is_after_comma(token, sentence):
        return False
    deed = next((p for prep in verb.all("prep") for p in prep.all("pcomp") if p.i < token.i), None)
    if deed is None or token.first("nsubj", "mark") is not None:
        return False
    move(token, deed, "advcl")
    return True


def claims_that(token: Token, _: Sentence) -> bool:
    """"denied claims by residents that troops had shelled it": the clause is what was claimed."""
    verb = token.head
    mark = token.first("mark")
    if token.dep != "ccomp" or mark is None or mark.lower != "that" or verb.lemma not in ANSWERS_TO:
        return False
    noun = next((c for c in verb.all("dobj") if verb.i < c.i < mark.i and c.lemma in TALES), None)
    if noun is None:
        return False
    for between in [c for c in verb.all("prep", "agent") if noun.i < c.i < mark.i]:
        move(between, noun, "prep")
    move(token, noun, "acl")
    return True


def low_conjunct(token: Token, _: Sentence) -> bool:
    """"said that people had died and accused the army": who said it is who accused, not the dead."""
    low = token.head
    apart = token.lemma in BIDDING and any(c.lower == "," and low.i < c.i < token.i for c in low.children)  # ", and ordered an inquiry", ", and pointed the finger at"
    if token.dep != "conj" or low.dep != "ccomp" or not (token.lemma in JUDGING or apart) or low.head.lemma not in FINDING | REGRETTING:
        return False
    now = low.head.tag == "VBP" and low.tag == "VBD" and token.tag in ("VB", "VBP") and token.lemma in ACCUSING - REPORTING  # "insist they were farmers and accuse the army"
    if not (now or token.tag == low.head.tag or _is_past_of_its_own(token, low)):
        return False
    if token.first("nsubj", "nsubjpass", "aux", "auxpass") is not None or (not now and low.first("aux", "auxpass") is None and not (token.lemma == "add" and token.first("ccomp") is not None)):
        return False
    for cc in [c for c in low.children if c.dep == "cc" and c.i < token.i]:
        move(cc, low.head, "cc")
    move(token, low.head, "conj")
    token.tag = low.head.tag
    return True


def _is_past_of_its_own(token: Token, low: Token) -> bool:
    """"insisted that no order had been given and blamed them": no passive, as its object shows, though the model tags it as one."""
    mute = any(c.dep == "expl" or kind_of(c) in ("PLACE", "FACILITY") for c in low.all("nsubj", "nsubjpass", "expl"))  # "denied that the town had fallen and complained"
    return token.tag == "VBN" and low.head.tag == "VBD" and (mute or (low.first("auxpass") is not None and token.first("dobj") is not None))


def appended_report(token: Token, sentence: Sentence) -> bool:
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
    move(token, main, "parataxis")
    move(noun, subject, "compound")
    return True


def trailing_report(token: Token, sentence: Sentence) -> bool:
    """"the ministry said it had seized weapons, the newspaper reported": the last verb of saying governs the whole."""
    said = token.head
    if token.dep != "ccomp" or token.lemma not in REPORTING or said.lemma not in REPORTING or token.first("dobj", "mark") is not None:
        return False
    told, subject = said.first("ccomp"), token.first("nsubj")
    inside = token.first("ccomp")
    if inside is not None and (subject is None or not said.i < inside.i < subject.i or said.first("nsubj") is None):
        return False
    told = inside or told
    if told is None or told is token or told.i > token.i or subject is None or not is_after_comma(min(subject.subtree(), key=lambda t: t.i), sentence):
        return False
    take_over(token, said)
    if inside is not None:
        move(inside, said, "ccomp")
    return True


def trailing_sayer(token: Token, sentence: Sentence) -> bool:
    """"raided the village and burned houses, a local man said": a last clause of its own, behind a comma and without "and",
    that only names who said it."""
    if token.dep not in ("conj", "advcl") or token.lemma not in REPORTING | TELLING or token.tag not in ("VBD", "VBZ", "VBP"):
        return False
    subject = token.first("nsubj")
    if subject is None or subject.i > token.i or token.first("mark", "xcomp", "cc", "advmod") is not None:
        return False
    if token.lemma not in TELLING and token.first("dobj") is not None:
        return False
    begin = min(subject.subtree(), key=lambda t: t.i)
    told = token.first("ccomp")
    if told is not None and not _is_second_of_two(told, token.head, begin):
        return False
    when = token.all("advcl")
    if when and (told is None or any(not told.i < c.i < begin.i for c in when)):
        return False
    if not is_after_comma(begin, sentence) or any(t.i > end_of(token) and t.pos != "PUNCT" for t in sentence.tokens):
        return False
    top = token.head
    while top.dep == "conj":
        top = top.head
    if top is not token.head or not top.tag.startswith("VB") or top.lemma in REPORTING or top.i > begin.i:
        return False
    if told is not None:
        move(told, top, "conj")
        for clause in when:
            move(clause, told, "advcl")
    take_over(token, top)
    return True


def _is_second_of_two(told: Token, first: Token, begin: Token) -> bool:
    """"one was killed and three were hurt, Reuters reported": the clause behind "and" goes on the one before it."""
    start = min(t.i for t in told.subtree())
    joined = any(c.dep == "cc" and first.i < c.i < start for c in first.children)
    return joined and end_of(told) < begin.i and told.first("mark") is None


def second_told(token: Token, _: Sentence) -> bool:
    """"four were killed and six were hurt when a bomb went off, Reuters reported": of two clauses before a verb of saying the second goes
    on the first, and what stands between it and who says so is its own."""
    said, subject = token.head, token.head.first("nsubj")
    if token.dep != "ccomp" or said.lemma not in REPORTING or subject is None or not token.i < subject.i < said.i:
        return False
    first = next((c for c in said.all("ccomp") if c.i < token.i), None)
    if first is None or not _is_second_of_two(token, first, subject):
        return False
    move(token, first, "conj")
    for clause in [c for c in said.all("advcl") if token.i < c.i < subject.i]:
        move(clause, token, "advcl")
    return True


def high_semicolon(token: Token, _: Sentence) -> bool:
    """"the ministry reported 23 dead; volunteers told us of 40": what stands before a semicolon is not told behind it."""
    behind = token.head
    tells = behind.lemma in REPORTING and any(c.i > behind.i for c in behind.all("ccomp")) and behind.first("nsubj") is not None
    marks = (";", "–", "—") if tells else (";",)  # "the army said it was a drone – monitors say it was a kite"
    if token.dep != "ccomp" or behind.i < token.i or not any(c.lower in marks and token.i < c.i < behind.i for c in behind.children):
        return False
    take_over(token, behind)
    behind.dep = "conj"
    return True


def adverbial_that(token: Token, _: Sentence) -> bool:
    """"reported, citing officials, that …": the that-clause is what was reported, and the citing is the reporter's."""
    verb = token.head
    mark = token.first("mark")
    if token.dep != "advcl" or mark is None or mark.lower != "that" or verb.first("ccomp", "dobj") is not None or verb.lemma not in REPORTING:
        return False
    move(token, verb, "ccomp")
    for citing in [c for c in token.children if c.i < mark.i and c.tag == "VBG"]:
        move(citing, verb, "advcl")
    return True


def activists_say(token: Token, sentence: Sentence) -> bool:
    """"Dozens killed by gunmen, activists say": what the model takes for the first of two subjects is what they say."""
    told = token.head
    said = told.head
    if token.dep != "acl" or token.tag != "VBN" or told.dep not in ("nsubj", "nsubjpass") or said.lemma not in REPORTING or said is told:
        return False
    sayers = [c for c in said.all("nsubj") if token.i < c.i < said.i and is_after_comma(min(c.subtree(), key=lambda t: t.i), sentence)]
    if not sayers or said.first("ccomp") is not None:
        return False
    above, dep = said, "ccomp"
    move(token, above, dep)
    move(told, token, "nsubjpass")
    return True


def cited_that(token: Token, sentence: Sentence) -> bool:
    """"reported, citing the newspaper X, that …": behind a comma, the clause is what was reported, not what was cited."""
    citing = token.head
    mark = token.first("mark")
    if token.dep != "ccomp" or mark is None or mark.lower != "that" or citing.tag != "VBG" or citing.dep != "advcl" or not is_after_comma(mark, sentence):
        return False
    if citing.lemma not in ("cite", "quote") or citing.first("dobj") is None or citing.head.lemma not in REPORTING or citing.head.first("ccomp") is not None:
        return False
    move(token, citing.head, "ccomp")
    return True
