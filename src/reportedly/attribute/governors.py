"""What governs an event from above: the verb or the noun that a clause or an event noun hangs on.

"said that", "denied", "plans to", "call for", "a plan to", "reports of": each is a voice, a status operator, or both.
"""

from __future__ import annotations

from reportedly.attribute.checks import has_yet_to, is_answered, is_negated, not_known, not_ruled_out, unchecked, unproven
from reportedly.attribute.cues import tells
from reportedly.attribute.falsehoods import denies_tale, untrue_that
from reportedly.attribute.outlets import quoted_by, told
from reportedly.attribute.path import IMPERSONAL, Said, Walk
from reportedly.attribute.prospects import (
    charges_nobody,
    foretold,
    is_known,
    is_of_nothing,
    is_taken_as_known,
    may_come,
    nobody_claims,
    would_hail,
)
from reportedly.attribute.tales import doubts_not, is_sure, tale_is
from reportedly.codebooks.operators import Operator, Reporting
from reportedly.language.clauses import ANSWERING, is_passive, is_perfect, owners, subjects, tellers
from reportedly.language.parse import Token
from reportedly.language.tellers import KEEPING
from reportedly.language.verb_forms import has_that, is_finite, is_gerund, is_indicative, is_past
from reportedly.terms import Stance, Status

COMPLEMENT = ("ccomp", "xcomp", "pcomp", "acl", "advcl", "parataxis", "csubj", "csubjpass", "dep")
EXPRESSING = frozenset({"express", "voice", "make", "repeat", "issue", "give", "reiterate", "raise"})
WH = frozenset({"how", "who", "what", "when", "where", "why", "which", "whom"})
PLAIN = frozenset({"clear", "unclear", "certain", "uncertain", "sure", "unsure", "obvious", "evident", "known", "unknown", "apparent"})
NEEDED = "vital"
STRESSING = EXPRESSING | {"stress", "underline", "underscore", "emphasise", "emphasize", "highlight", "note", "acknowledge", "recognise", "recognize", "point", "see"}
BINDING = frozenset({"request", "order", "plan", "threaten"})  # acts of speech that tell nothing of whom they are about
CHARGES = frozenset({"suspicion", "charge", "accusation", "allegation", "count"})
FACING = frozenset({"face", "confront", "receive", "get", "hear", "encounter"})
TOLLING = frozenset({"put", "raise", "revise"})
SHOWING = frozenset({"show", "depict", "capture"})


def through_verb(w: Walk, child: Token, verb: Token, *, nominal: bool, prep: str | None) -> None:
    """From a complement or object up through the verb that governs it."""
    if unchecked(w, child, verb, nominal=nominal) or has_yet_to(w, child, verb) or (denies_tale(w, child, verb) if nominal else untrue_that(w, child, verb)):
        return
    if not nominal and (tale_is(w, child, verb) or is_sure(w, child, verb)):
        return
    if verb.lemma in KEEPING and not nominal and tells(child):
        return  # "keeps insisting that": it is the insisting that goes on
    if nominal and (nobody_claims(child, verb) or charges_nobody(verb)):
        w.shielded = True
        return
    if not nominal and verb.lemma in ("refuse", "decline") and child is not w.start and any(map(_is_open, child.all("ccomp"))):
        return  # "refused to say whether the base was hit": it may have been
    if not nominal and _is_plain(verb):
        if _asks_which(child):
            w.shielded = True  # "it is not clear why he was released": that he was is taken as known
            return
        if (negation := verb.first("neg")) is not None and verb.lemma != "know":
            w.spent.add(negation.i)  # "it is not clear whether he was", "that he was": he may have been
            w.path.status = w.ops.compose("may", w.path.status)
    if nominal:
        foretold(w, child, verb)
    complement = child.dep in COMPLEMENT or (child.dep == "conj" and not nominal)
    operator, cue_words = _verb_operator(w, child, verb, nominal=nominal, prep=prep)
    if operator is not None and operator.status == "stop" and nominal:  # "foiled a hijacking attempt": it was tried
        operator = next((tried for _, tried in w.ops.nouns.get(child.lemma, ()) if tried.status == "attempt"), operator)
    tolled = prep in ("at", "to") and verb.lemma in TOLLING  # "put its losses at two killed by shells"
    reporting = None if nominal and prep not in (None, "of", "about") and not tolled else _reporting(w, verb, child, nominal=nominal, complement=complement)
    if operator is not None and (operator.status == "deny" or operator.id == "doubt") and w.path.voices and child.lemma in w.words.nouns:
        stance = Stance.DENIES if operator.status == "deny" else Stance.DOUBTS
        if who := subjects(verb):  # "rejects X's claim that": told by X, denied by another; "X's claim was rejected" names no other
            w.path.denial, w.path.told = Said(who, verb, stance, operator.id, speech_act=True), len(w.path.voices)
        w.spent.add(verb.i)
        return
    if operator is not None and operator.status == "request" and nominal and child.lemma in w.words.nouns and child is not w.start:
        w.shielded = True  # "called for information about the killing": the killing is known
        return
    if operator is not None and nominal and is_taken_as_known(operator, verb, child):
        w.shielded = True
        return
    if operator is not None and operator.status == "deny" and not_ruled_out(w, operator, verb):
        w.say(subjects(verb), verb, Stance.ASSERTS, operator.id, speech_act=True)
        return
    if operator is not None and operator.id == "know" and nominal and child is w.start and not_known(w, child, verb):
        return
    if operator is not None and (reporting is None or _operator_wins(operator, verb, child)):
        _negate_first(w, verb)
        if nominal:
            would_hail(w, operator, verb, child)
        w.apply(operator, verb)
        w.spent.update(w.i for w in cue_words)
        overheard = operator.id == "perceive" and verb.dep == "advcl"  # "shot them when they heard the doors being forced": they tell nobody
        if operator.voice and not overheard and not (w.aside and operator.status in BINDING):  # "ordered them to free six men seized on Monday"
            stance = Stance.DENIES if operator.status == "deny" else Stance.ASKS if operator.status in ("request", "order") else Stance.ASSERTS
            w.say(subjects(verb), verb, Stance.ASSERTS if stance is Stance.DENIES and w.shielded else stance, operator.id, speech_act=True)
        elif operator.id == "seem" and is_passive(verb) and (by := subjects(verb)):  # "are said by villagers to have shot them"
            w.say(by, verb, Stance.ASSERTS, f"verb.{verb.lemma}")
    elif reporting is not None:
        if not nominal and _asks_which(child) and is_negated(verb):
            w.shielded = True  # "could not say how many were killed": that some were is taken as known
            return
        if quoted_by(w, verb):
            return
        who = subjects(verb)
        if _is_open(verb) or (is_passive(verb) and not who):
            w.path.steps.append(("voice.passive", verb, reporting.stance.value))
        else:
            _negate_first(w, verb)
            w.say(who, verb, reporting.stance, f"verb.{verb.lemma}")
            told(w, verb)
            if w.path.status is Status.PLANNED and _is_threat(child, verb):
                w.path.status = Status.THREATENED
                w.path.steps.append(("status.told-if", verb, w.path.status.value))


def _is_threat(clause: Token, verb: Token) -> bool:
    """"told them they would be expelled if they marched": what is to be done to the hearers, on a condition that is theirs."""
    hearer = verb.first("dobj", "dative")
    meant = clause.first("nsubjpass")
    terms = next((c for c in clause.all("advcl") if any(m.lower in ("if", "unless") for m in c.all("mark"))), None)
    if verb.lemma not in ("tell", "warn", "inform", "notify") or hearer is None or meant is None or meant.pos != "PRON" or terms is None:
        return False
    return any(s.lower == meant.lower for s in terms.all("nsubj"))


def _negate_first(w: Walk, verb: Token) -> None:
    """A negated reporting verb ("has not confirmed that") asserts nothing: what it governs is only possible. Nor does
    "neither confirmed nor denied"."""
    beside = (*verb.children, *verb.head.children, *(c for subject in verb.all("nsubj") for c in subject.children))
    if verb.lemma in ("confirm", "deny") and any(t.lower in ("neither", "nor") for t in beside):
        w.path.status = w.ops.compose("may", w.path.status)
        w.spent.update([verb.i, *(t.i for t in beside if t.lower == "neither")])
        return
    negation = next((c for c in verb.children if c.dep == "neg"), None)
    if negation is not None and verb.lemma in ("confirm", "say", "know", "verify", "report", "announce"):
        w.spent.update([negation.i, *(c.i for c in verb.all("aux") if c.tag == "MD")])  # "could not confirm": nor could it deny
        w.path.status = w.ops.compose("may", w.path.status)


def _reporting(w: Walk, verb: Token, child: Token, *, nominal: bool, complement: bool) -> Reporting | None:
    for particle, reporting in w.words.verbs.get(verb.lemma, ()):
        if particle and not set(particle) <= {c.lower for c in verb.children}:
            continue
        if nominal:
            plain = "object" in reporting.complement and not reporting.weak and child.dep in ("dobj", "nsubjpass", "pobj")
            plain = plain or ("of" in reporting.complement and child.dep == "pobj" and child.head.lower == "of" and child.head.head is verb)
            return reporting if plain or (verb.lemma in SHOWING and child.dep == "dobj") else None
        if not complement or (child.dep == "advcl" and child.tag != "VBG") or child.dep in ("acl", "conj"):
            return None
        if child.dep == "pcomp" and not (child.head.lower in ("as", "of") or (child.head.lower == "by" and child.lemma in w.words.verbs)):
            return None  # "retaliated by saying" tells, "retaliated by shelling" does not
        if child.dep == "xcomp" and is_gerund(child) and "object" in reporting.complement:
            return reporting  # "admits ambushing a truck", "described being beaten"
        infinitive = child.dep == "xcomp" or (not is_finite(child) and child.first("aux") is not None)
        if infinitive and not is_passive(verb) and "inf" not in reporting.complement and not child.quoted:
            return None
        return reporting
    return None


def _verb_operator(w: Walk, child: Token, verb: Token, *, nominal: bool, prep: str | None) -> tuple[Operator | None, list[Token]]:
    """The operator that a verb is on what hangs on it, longest wording first, and the further words of that wording."""
    if nominal and child.dep == "nsubj" and not is_passive(verb) and verb.first("dobj", "ccomp") is not None:
        return None, []  # "the blockade prevents deliveries": the blockade is what does it
    gerund = not nominal and child.tag == "VBG" and child.dep in ("xcomp", "pcomp") and child.first("aux", "nsubj") is None  # "considered attacking"
    want = ("object", "both") if nominal else ("complement", "both")
    raised = child.dep == "ccomp" and not is_finite(child) and child.first("nsubj", "nsubjpass") is not None  # "want the army to leave"
    control = "object" if raised or is_passive(verb) or any(c.dep in ("dobj", "dative") and c is not child for c in verb.children) else "subject"
    fits: list[tuple[int, Operator, list[Token]]] = []
    for rest, operator in w.ops.verbs.get(verb.lemma, ()) if verb.tag.startswith("VB") else ():  # "steer clear of" clears nobody
        words = _further(verb, child, rest, prep)
        governs = operator.governs in want or (gerund and operator.governs == "object" and (child.dep == "xcomp" or prep in rest))
        if words is not None and governs and _governs(operator, rest, child, prep, nominal=nominal):
            fits.append((10 * len(rest) + (operator.control == control), operator, words))
    if verb.pos == "ADJ" or (verb.tag == "VBN" and not is_perfect(verb)) or (verb.lower in ("going", "gon") and child.tag == "VB"):  # "was going to attack"
        words_of = dict.fromkeys((verb.lower, verb.lemma) if verb.lower != "gon" else ("going",))
        rows = [row for word in words_of for row in w.ops.predicatives.get(word, ())]
        fits += [(5 + len(rest), op, []) for rest, op in rows if op.governs in want]
    if verb.lemma == "be" and child.dep == "ccomp" and (needed := verb.first("acomp")) is not None and not is_indicative(child):  # not "that Mali has joined"
        fits += [(5, op, []) for rest, op in w.ops.predicatives.get(needed.lower, ()) if op.id == NEEDED and not rest]
    if verb.lemma == "be" and child.dep == "xcomp":
        fits += [(1, op, []) for _, op in w.ops.predicatives.get("to", ())]
    if not fits:
        return None, []
    _, best, words = max(fits, key=lambda f: f[0])
    return best, words


def through_noun(w: Walk, child: Token, noun: Token, prep: str | None) -> None:
    """From "a plan to attack" or "reports of an attack" up through the noun."""
    if noun.lower == "order" and noun.dep == "pobj" and noun.head.lower == "in" and noun.first("det") is None:
        w.operator(w.ops.marks.get("in order to"), noun)
        return
    if noun.lemma in CHARGES and noun.dep == "pobj" and noun.head.lower in ("on", "over", "amid"):
        return  # "arrested on suspicion of murder": not the arrested suspect it
    if noun.lemma in ANSWERING and (no := next((c for c in noun.children if c.lower == "no" and c.dep == "det"), None)) is not None:
        w.operator(w.ops.adverbs.get("not"), no)  # "had no part in the shooting"
    if has_that(child) and noun.dep == "dobj" and noun.head.lemma in EXPRESSING:
        w.say(subjects(noun.head), noun.head, Stance.ASSERTS, f"express.{noun.lemma}")
        return
    if doubts_not(w, child, noun):
        return
    unproven(w, child, noun)
    if may_come(w, child, noun, prep):
        return
    for rest, operator in w.ops.nouns.get(noun.lemma, ()):
        if rest and prep not in rest:
            continue
        if rest or prep in (None, "of", "for", "to", "about", "on", "against", "at", "over"):
            if not rest and prep in ("on", "against", "at", "over") and operator.status not in ("stop", "accuse", "condemn"):
                return
            if operator.status == "request" and noun.lemma in w.words.nouns and has_that(child) and is_past(child):
                continue  # "suggestions that his guards had shot a farmer"
            if is_taken_as_known(operator, noun, child):
                w.shielded = True
                return
            w.apply(operator, noun)
            if (no := is_of_nothing(noun)) is not None and operator.status in ("plan", "threaten", "attempt"):
                w.operator(w.ops.adverbs.get("not"), no)  # "there are no plans for a raid"
                w.spent.add(noun.head.i)  # "made no attempt to free them"
            if operator.id == "n-need" and noun.dep == "dobj" and noun.head.lemma in STRESSING and not any(s.lower in IMPERSONAL for s in subjects(noun.head)):
                w.say(subjects(noun.head), noun.head, Stance.ASSERTS, f"express.{noun.lemma}", speech_act=True)  # "stressed the need for a truce"
            met = is_answered(w, noun) or (noun.dep == "dobj" and noun.head.lemma in FACING)  # "faces calls to resign": not his own
            who = tellers(noun) if met else owners(noun)
            if noun.dep == "dobj" and noun.head.lemma in FACING:
                w.spent.add(noun.head.i)  # nor is it only a risk that it is asked
            if operator.voice and (who or not is_answered(w, noun)):
                w.say(who, noun, Stance.ASSERTS, operator.id, speech_act=True)
            elif noun.lemma in w.words.nouns:
                w.say(tellers(noun), noun, w.words.nouns[noun.lemma].stance, f"noun.{noun.lemma}")
            return
    reporting = w.words.nouns.get(noun.lemma)
    if reporting is not None and prep in (None, "of", "about"):
        who = tellers(noun) if noun.dep == "dobj" or is_answered(w, noun) else owners(noun)
        if who:
            w.say(who, noun, reporting.stance, f"noun.{noun.lemma}")
        else:
            w.path.steps.append((f"voice.noun.{noun.lemma}", noun, ""))


def _asks_which(clause: Token) -> bool:
    """An embedded question: "who had fired", "how many were killed"."""
    return any(t.lower in WH and t.tag.startswith("W") and t.i < clause.i for t in clause.subtree())


def _is_plain(verb: Token) -> bool:
    """"is not clear", "was not immediately known"; of a question behind it, what it asks about is taken as known."""
    return any(t.lower in PLAIN for t in ((verb, *verb.all("acomp", "attr", "oprd")) if verb.lemma in ("be", "remain", "become", "know") else (verb,)))


def _is_open(verb: Token) -> bool:
    """A verb of saying that nobody has said yet: "if Turkey says", "may announce"."""
    return any(c.dep == "mark" and c.lower in ("if", "unless", "whether") for c in verb.children)


def _further(verb: Token, child: Token, rest: tuple[str, ...], prep: str | None) -> list[Token] | None:
    """The further words of "call for", "come close to" as they stand at the verb."""
    found = []
    for word in rest:
        if word == prep:
            continue
        hit = next((c for c in verb.children if (c.lower == word and not (word == "on" and _is_on_a_day(c))) or (c.lemma == word and c.dep in ("dobj", "prt", "acomp"))), None)
        if hit is None and word == "to" and any(c.lower == "to" for c in child.children):
            continue
        if hit is None and child.head is not verb and child.head.lower == word:
            hit = child.head
        if hit is None:
            hit = next((c for c in child.children if c.dep == "prep" and c.lower == word), None)  # the "for" of "took responsibility for"
        if hit is None:
            return None
        found.append(hit)
    return found


def _is_on_a_day(on: Token) -> bool:
    """"went ahead on Tuesday" did not go on."""
    return any(o.ent in ("DATE", "TIME") for o in on.all("pobj"))


def _governs(operator: Operator, rest: tuple[str, ...], child: Token, prep: str | None, *, nominal: bool) -> bool:
    """Whether what hangs on the verb can be what the operator governs: "plan to", not "plan, after"; "call for", not "call in"."""
    if nominal:  # "planned an attack" is a plan; "planned the attack" was in one that came
        if operator.id == "expect-thing" and child.dep == "nsubjpass" and child.head.first("xcomp") is not None:
            return False  # "the raid was expected to shock nobody"
        return (prep is None or prep in rest) and not (operator.id in ("plan", "prepare") and is_known(child))
    if child.dep == "ccomp" and is_finite(child) and not operator.voice and operator.status in ("plan", "attempt", "fail", "begin"):
        return operator.id in ("agree", "decide")
    if rest:
        return True
    if child.dep == "pcomp":
        return operator.status in ("accuse", "stop", "condemn", "manage", "deny") or (prep == "from" and operator.status == "fail")
    return child.dep not in ("advcl", "conj", "parataxis", "dep", "csubj")


def _operator_wins(operator: Operator, verb: Token, child: Token) -> bool:
    """A word that is both: "told him to go" is an order, "told him that" a voice; "denied that" a denial."""
    if operator.status == "deny":
        return True
    if operator.id == "know" and is_gerund(child):
        return False  # "recalled being beaten"; "remembers the beating" only has it in mind
    if is_finite(child) and child.dep in ("ccomp", "parataxis"):
        if operator.status == "request" and is_indicative(child):
            return False  # "insisted that nobody had been hurt"
        if operator.status in ("plan", "threaten") and is_past(child):
            return False  # "swears that they burned it"
        return operator.status in ("request", "order", "threaten", "plan", "fear") and operator.voice and verb.lemma not in ("tell", "ask", "warn", "suggest")
    return True
