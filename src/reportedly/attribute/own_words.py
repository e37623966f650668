"""What a clause carries itself: modals, negation, adverbs, marks, and the "according to" that hangs on it."""

from __future__ import annotations

from reportedly.attribute.cues import tells
from reportedly.attribute.outlets import TELLING, carriers, quoted_by, told
from reportedly.attribute.path import Walk
from reportedly.attribute.tales import believed
from reportedly.attribute.terms_of import of_terms, on_terms, threatens, warned_of
from reportedly.codebooks.operators import Operator
from reportedly.language.clauses import agents, is_passive, subjects
from reportedly.language.nobody import none_of
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Token
from reportedly.language.tellers import KEEPING
from reportedly.terms import Stance, Status

PARTIAL = frozenset({"always", "only", "just", "merely", "solely", "exclusively", "simply"})
ACCOUNTS = frozenset({"account", "telling", "version", "word", "reckoning", "count"})
OCCASIONS = frozenset({"time", "moment", "point", "stage", "circumstance", "condition", "way", "mean", "means", "case", "account", "event"})
AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo"})


def local(w: Walk, node: Token) -> None:
    """Modals, negation, adverbs, marks and according-to phrases that hang on a verb."""
    _inverted(w, node)
    has_have = any(c.dep == "aux" and c.lemma == "have" for c in node.children)
    negation = next((c for c in node.children if c.dep == "neg" or c.lower in ("never", "n't")), None)
    if negation is not None and node.lemma == "be" and any(map(_ranks, node.all("attr", "acomp"))):
        w.spent.add(negation.i)  # "was not the first raid": there had been others
    if negation is not None and any(c.lower in PARTIAL and c.i > negation.i for c in node.children):
        w.spent.add(negation.i)  # "is not always hitting" says that it sometimes did
        w.path.status = Status.OCCURRED if w.path.status is Status.ONGOING else w.path.status
    for child in node.children:
        if child.dep == "aux" and child.tag == "MD":
            modal(w, child, node, has_have, negation)
        elif child.dep == "mark" or (child.dep == "advmod" and child.lower in ("if", "whether", "when", "once")):
            _lookup(w, child, w.ops.marks)
        elif child.dep == "prep" and _is_never(child):
            w.operator(w.ops.adverbs.get("not"), child)
        elif child.dep in ("advmod", "prep"):
            _adverb(w, child)
    if terms := of_terms(node):
        w.spent.update([negation.i] if negation is not None else ())  # "if they do not leave": they may
        on_terms(w, node, terms, unless=negation is not None or terms.lower == "unless")
    if negation is not None:
        _lookup(w, negation, w.ops.adverbs)
    if (nor := _nor(node)) is not None:
        w.operator(w.ops.adverbs.get("not"), nor)
    if w.path.status is Status.PLANNED and node is w.start and threatens(node):
        w.path.status = Status.THREATENED
        w.path.steps.append(("status.on-terms", node, w.path.status.value))
    elif w.path.status is Status.PLANNED and node is w.start and (warned := warned_of(node)) is not None:
        w.path.status = Status.THREATENED
        w.path.steps.append(("status.warned-of", warned, w.path.status.value))
    for subject in node.all("nsubj", "nsubjpass"):
        _nobody(w, subject)
    if (be := _wished(node)) is not None:
        w.path.status = w.ops.compose("request", w.path.status)
        w.path.steps.append(("status.subjunctive", be, w.path.status.value))


def _nor(node: Token) -> Token | None:
    """The first word of "Nor did our forces fire on the camp", "Nor have any hostages been freed": no, and not this either."""
    nor = next((c for c in node.children if c.lower in ("nor", "neither") and c.dep in ("cc", "preconj", "advmod", "det")), None)
    helper = next((c for c in node.children if c.dep in ("aux", "auxpass") and nor is not None and c.i == nor.i + 1), None)
    who = node.first("nsubj", "nsubjpass")
    return nor if nor is not None and helper is not None and who is not None and helper.i < who.i else None


def _wished(node: Token) -> Token | None:
    """"1. that the three be freed": the "be" of what is wished for, in a line by itself; under "demand" the verb says so."""
    be = node.first("auxpass")
    alone = node.is_root or not node.head.tag.startswith("VB")
    if be is None or be.lower != "be" or node.first("aux") is not None or not alone:
        return None
    return be if any(s.i < be.i for s in node.all("nsubjpass")) and any(c.lower == "that" and c.dep == "mark" for c in node.children) else None


def _ranks(noun: Token) -> bool:
    """"the first attack", "her last"."""
    return any(t.lower in ("first", "last", "only") for t in (noun, *noun.children))


def _inverted(w: Walk, node: Token) -> None:
    """A verb before its subject: "Did troops shell the camp?" asks, "Had they shelled it, …" and "Should they shell it, …" are
    conditions. "Why did they shell it?" takes the shelling as given."""
    subject = node.first("nsubj", "nsubjpass", "expl")
    verbs = [node] if node.lemma == "be" else node.all("aux", "auxpass")
    verb = min(verbs, key=lambda t: t.i, default=None)
    if subject is None or verb is None or verb.i > subject.i or verb.tag not in ("VBD", "VBZ", "VBP", "MD"):
        return
    if any(c.i < verb.i and c.dep not in ("punct", "cc", "intj") for c in node.children) or _nor(node) is not None:
        return
    if any(t.lower == "?" and t.i > subject.i for t in (node, *node.ancestors())[-1].subtree()):
        w.operator(w.ops.marks.get("whether"), verb)
    elif not node.is_root and verb.lower in ("had", "should", "were"):
        w.operator(w.ops.modals.get("would have") if verb.lower == "had" else w.ops.marks.get("if"), verb)


def nobody_struck(w: Walk, event: Token) -> None:
    """"killed no one", "shot nobody", "asked for nothing"; "fired nothing but blanks" did fire."""
    asked = [noun for prep in event.all("prep") if event.lemma in ("ask", "call") and prep.lower == "for" for noun in prep.all("pobj")]
    for noun in (*event.all("dobj"), *asked):
        if not any(c.lower in ("but", "except", "other") for c in noun.children):
            _nobody(w, noun)


def _nobody(w: Walk, subject: Token) -> None:
    if (none := none_of(subject)) is not None:
        w.operator(w.ops.adverbs.get("not"), none)


def modal(w: Walk, aux: Token, node: Token, has_have: bool, negation: Token | None) -> None:
    """A modal of `node`: "may", "could have", "could not", "will"."""
    word = {"ca": "can", "wo": "will", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would"}.get(aux.lower, aux.lower)
    if negation is None and word in ("can", "could") and node.lemma in ("see", "hear") and is_passive(node):
        w.spent.add(aux.i)  # "troops could be seen beating villagers" were seen
    elif negation is not None and word in ("can", "could") and not has_have:
        w.spent.add(negation.i)
        w.operator(w.ops.modals.get("could not"), aux)
    elif has_have and f"{word} have" in w.ops.modals:
        w.operator(w.ops.modals[f"{word} have"], aux)
    else:
        w.operator(w.ops.modals.get(word), aux)


def _is_never(prep: Token) -> bool:
    """"At no time did we bomb them", "under no circumstances will they leave"."""
    return any(p.lemma in OCCASIONS and any(c.lower == "no" and c.dep == "det" for c in p.children) for p in prep.all("pobj"))


def _adverb(w: Walk, child: Token) -> None:
    if child.lower == "longer" and any(c.lower == "no" for c in child.children):
        w.operator(w.ops.adverbs.get("no longer"), child)
    elif child.lower in w.words.adverbs and child.dep == "advmod":
        w.path.steps.append(("voice.adverb", child, w.words.adverbs[child.lower].value))
    elif child.dep == "advmod" and child.lower in w.ops.adverbs:
        operator = w.ops.adverbs[child.lower]
        if not (operator.future_only and w.path.status is Status.OCCURRED):
            w.operator(operator, child)


def _lookup(w: Walk, word: Token, table: object) -> None:
    assert isinstance(table, dict)
    operator = table.get(word.lower) or table.get(word.lemma)
    if isinstance(operator, Operator) and operator.status != "manage" and (not operator.future_only or _lies_ahead(word.head)):
        w.apply(operator, word)


def _lies_ahead(clause: Token) -> bool:
    """"will go on until the last one is caught": a clause in the present under what will be."""
    now = clause.tag in ("VBZ", "VBP") or any(c.dep in ("aux", "auxpass") and c.tag in ("VBZ", "VBP") for c in clause.children)
    return now and any(above.tag == "VB" and any(c.tag == "TO" or (c.tag == "MD" and c.lower in AHEAD) for c in above.children) for above in _carrying(clause.head))


def _carrying(verb: Token) -> list[Token]:
    """A verb with those that it completes: "vowed to keep blocking"."""
    verbs = [verb]
    while verbs[-1].dep == "xcomp":
        verbs.append(verbs[-1].head)
    return verbs


def sources(w: Walk, node: Token) -> None:
    """"According to X" and its like, on a node that was passed."""
    for prep in (*node.children, *_per(node)):
        if prep.dep == "prep" and prep.lower == "according":
            _according(w, prep)
        elif prep.dep == "prep" and prep.lower == "per" and any(_is_source(p) for p in prep.all("pobj")):
            w.say(tuple(prep.all("pobj")), prep, Stance.ASSERTS, "per")
        elif prep.dep in ("prep", "agent") and prep.lower in ("in", "by", "on") and (account := _account(prep)) is not None:
            w.say((account,), prep, Stance.ASSERTS, "account")
        elif who := believed(prep):
            w.say(who, prep, Stance.ASSERTS, "believed")
        elif prep.dep == "advcl" and tells(prep) and _as_said(prep):
            w.say(agents(prep) if is_passive(prep) else subjects(prep), prep, w.words.verbs[prep.lemma][0][1].stance, f"as.{prep.lemma}")
        elif prep.dep in ("parataxis", "dep", "ccomp") and prep.lemma == "quote" and prep not in w.start.ancestors() and quoted_by(w, prep):
            continue
        elif prep.dep in ("parataxis", "ccomp", "dep", "intj", "advcl") and (aside := _aside(prep)) is not None and prep not in (w.start, *w.start.ancestors()):
            w.say(subjects(aside), aside, w.words.verbs[aside.lemma][0][1].stance, f"aside.{aside.lemma}")
            told(w, aside)


def _per(verb: Token) -> list[Token]:
    """"hit by two bullets, per the coroner": behind a comma it is of the clause, whatever word of it the model hangs it on."""
    low = [t for t in verb.subtree() if t.lower == "per" and t.dep == "prep" and t.head is not verb]
    return [t for t in low if any(c.text == "," and c.i == t.i - 1 for c in (*t.head.children, *verb.subtree()))]


def _is_source(noun: Token) -> bool:
    """"per the coroner", "per Reuters", "per police"; not "per person"."""
    some = noun.first("det") is not None or noun.tag == "NNS" or noun.lemma == "police"
    return noun.ent in ("ORG", "PERSON") or bool(noun.known) or (some and kind_of(noun) in ("PERSON", "STATE", "ORG", "ARMED"))


def _according(w: Walk, prep: Token) -> None:
    tos = prep.all("prep")
    who = tuple(p for to in tos for p in to.all("pobj")) or tuple(s for to in tos for told in to.all("pcomp") for s in subjects(told))  # "to what relatives told us"
    w.say(who, prep, Stance.ASSERTS, "according-to")
    for outlet in (by for noun in who for by in carriers(noun)):
        w.say((outlet,), outlet, Stance.ASSERTS, "told-outlet")


def said_behind(w: Walk, clause: Token) -> None:
    """"marched on the mill, where police arrested nine, according to the union": what is told last before the source is told by it as well."""
    end = max(t.i for t in clause.subtree() if t.pos != "PUNCT")
    for source in (c for above in clause.ancestors() for c in above.all("prep")):
        if source.lower == "according" and source.i == end + 2:
            _according(w, source)


def _as_said(verb: Token) -> bool:
    """"as the mayor told us", "as reported by X"; not "as each accused the other", which is beside what is said."""
    more = [c for c in verb.all("dobj", "ccomp", "xcomp") if not (c.dep == "dobj" and verb.lemma in TELLING)]
    as_ = next((c for c in verb.children if c.lower == "as" and c.dep in ("mark", "advmod")), None)
    return as_ is not None and not more and not _is_of_other(as_, verb.head) and verb.lower not in ("lay", "lain")


def _is_of_other(as_: Token, told: Token) -> bool:
    """"killed by shells and not by a fall, as the police say": it is the fall that they speak of."""
    behind = [t for t in told.subtree() if t.dep == "neg" and t.head is not told and told.i < t.i < as_.i]
    return any(t.head.dep == "conj" and t.i == t.head.i - 1 for t in behind)


def _account(prep: Token) -> Token | None:
    """"in the mayor's telling", "by the army's account", "in the words of the mayor": whose it is, before the clause that it is of."""
    noun = next((p for p in prep.all("pobj") if p.lemma in ACCOUNTS), None)
    whose = next((p for c in noun.all("prep") if c.lower == "of" for p in c.all("pobj")), None) if noun is not None and noun.lower == "words" else None
    behind = noun is not None and (prep.lower != "on" or noun.lemma == "account" or noun.lemma == "reckoning")  # "…, by the students' count"
    return (noun.first("poss") or whose) if noun is not None and (prep.i < prep.head.i or behind) else None


def _aside(verb: Token) -> Token | None:
    """The verb of saying of an aside: "he said", and the "insisting" of "he keeps insisting"."""
    if tells(verb):
        return verb if _is_aside(verb) else None
    said = verb.first("xcomp") if verb.lemma in KEEPING and verb.first("nsubj") is not None else None
    return said if said is not None and tells(said) and said.first("ccomp", "xcomp", "dobj") is None else None


def _is_aside(verb: Token) -> bool:
    """"In Syria, the secretary said, the forces …": a subject and a verb of saying between commas, with nothing else; "would respond" is none."""
    trails = verb.i > verb.head.i  # "…, the agency reported on Friday, quoting the police"
    without = ("ccomp", "xcomp", "dobj", "mark", "acomp", "oprd") if trails else ("ccomp", "xcomp", "dobj", "mark", "acomp", "oprd", "prep")  # "lie dead" is no lie
    if any((c.dep == "advmod" and c.tag == "WRB") or c.tag == "MD" for c in verb.children):
        return False  # "when he went back"
    hearers = verb.all("dobj") if verb.lemma in TELLING else []
    return any(c.dep == "nsubj" for c in verb.children) and not any(c.dep in without and c not in hearers for c in verb.children)
