"""The walk from an event up to the root of its sentence: who says it, and whether it happened, in one go.

Every clause and noun passed may be an operator on what it governs: a voice ("said", "according to") or a status
operator ("may", "plan to", "deny"). Voices make the chain, outermost first; status operators are composed by the table
in `operators.yaml`, innermost first. One walk gives both, so that no second pass can disagree with it.
"""

from __future__ import annotations

from reportedly.attribute.aims import aim_at, is_aim, is_infinitive, is_perfect_infinitive, is_result
from reportedly.attribute.apart import is_apart
from reportedly.attribute.before_colon import teller_before_colon
from reportedly.attribute.governors import COMPLEMENT, through_noun, through_verb
from reportedly.attribute.own_words import local, modal, nobody_struck, sources
from reportedly.attribute.path import Path, Walk
from reportedly.attribute.prospects import any_such, weighed
from reportedly.attribute.sideways import Outside, conjunct, out_of_relative, root_above, skip
from reportedly.language.clauses import ANSWERING, is_verb, subjects
from reportedly.language.parse import Token
from reportedly.language.tellings import ACCOUNTS
from reportedly.language.verb_forms import has_that, is_finite, is_ranked, is_to_blame
from reportedly.terms import Stance, Status

CAUSING = frozenset({"create", "set", "lead", "trigger", "spark", "cause", "provoke", "prompt", "result", "bring", "risk", "mean", "entail", "ignite", "encourage", "foster", "promote", "spur", "facilitate", "inspire"})
SPREADING = frozenset(["circulate", "publish", "spread", "post", "broadcast", "print"])
COMMENTING = frozenset(["comment", "elaborate", "speculate"])
GOING = frozenset(["go", "come", "travel", "fly", "head", "return", "arrive", "gather", "meet", "join", "assemble", "convene", "host", "leave"])  # for talks


def start_status(token: Token, *, nominal: bool) -> Status:
    """Before any operator: ongoing for a progressive in the present, else occurred."""
    if not nominal and token.tag == "VBN" and any(c.lower == "being" and c.dep == "auxpass" for c in token.children):
        return Status.ONGOING if any(c.lemma == "be" and c.tag in ("VBP", "VBZ") for c in token.children) else Status.OCCURRED
    if nominal or token.tag != "VBG":
        return Status.OCCURRED
    auxes = [c for c in token.children if c.dep in ("aux", "auxpass")]
    present = any(c.lemma == "be" and c.tag in ("VBP", "VBZ") for c in auxes) or (any(c.lower == "been" for c in auxes) and not any(c.tag == "VBD" for c in auxes))
    held = any(c.lemma == "be" and c.tag == "VB" for c in auxes) and any(c.lower == "to" for c in auxes)  # "are believed to be holding"
    return Status.ONGOING if present or held else Status.OCCURRED


def walk(token: Token, *, nominal: bool, light: Token | None = None, spoken: bool = False) -> Path:
    """The path of the event at `token`. `light` is the light verb that carries an event noun ("carried out an attack").

    `spoken`: the event is an act of speech or protest, which as an aim is done with what serves it ("marched to demand").
    """
    w = Walk(token, start_status(light or token, nominal=nominal and light is None))
    w.spoken = spoken
    if nominal:
        _noun_operators(w, token)
        any_such(w, token)
        _named_by(w, token)
    else:
        nobody_struck(w, token)
        for counted in (n for n in token.all("dobj", "nsubjpass") if any(c.tag == "CD" for c in n.children)):
            _named_by(w, counted)  # "beat what the union says are 300 workers"
    node, first = token, True
    while True:
        verb_here = is_verb(node) or node.pos == "ADJ"
        if verb_here and (first or node is light or not w.shielded):
            local(w, node)
        sources(w, node)
        if node.is_root:
            if first and is_infinitive(node) and not w.path.steps:
                w.operator(w.ops.marks.get("in order to"), node)  # a headline: "Minister to visit Bor"
            if (told := teller_before_colon(node, token)) is not None:
                w.say((told[0],), told[1], Stance.ASSERTS, "colon")
            break
        aim = spoken and first and is_aim(node)
        node, first = (node.head if aim else _step(w, node, first=first, light=light)), False
    w.path.distance = sum(1 for _ in token.ancestors())
    w.path.speak_for_own_staff()
    return w.path


def _noun_operators(w: Walk, noun: Token) -> None:
    for child in noun.children:
        before = any(c.lower == "long" for c in child.children)  # a "long-threatened invasion" is one that came
        if child.dep in ("amod", "det", "neg") and child.lower in w.ops.adjectives and not before:
            w.apply(w.ops.adjectives[child.lower], child)


def _named_by(w: Walk, noun: Token) -> None:
    """"shut its border after what it called an attack": in whose words the event is one."""
    for clause in noun.all("relcl"):
        who = tuple(s for s in clause.all("nsubj") if s.lower not in ("what", "there"))
        if who and clause.i < noun.i:  # before its noun stands only what was "what …"
            w.say(who, clause, Stance.ASSERTS, "free-relative")


def _step(w: Walk, node: Token, *, first: bool, light: Token | None) -> Token:
    """Move to the head, applying what it does to what comes from below. Gives the next node."""
    head, dep = node.head, node.dep
    if dep == "relcl" and is_infinitive(node):
        dep = "acl"  # "a bill to ban strikes", whatever the model calls it
    if dep == "advcl" and head.pos in ("NOUN", "PROPN"):
        dep = "acl"  # "a need for both sides to stop"
    if dep == "prep" or dep == "agent":
        return head
    if first and is_infinitive(node):
        _infinitive(w, node)
    if (nothing := _nothing_to_do(node)) is not None:
        w.operator(w.ops.adverbs.get("not"), nothing)
        return nothing.head
    if dep == "pobj" and head.lower == "for" and is_to_blame(head.head):
        return head.head.head  # "is to blame for the raid" neither plans it nor tells of it
    nominal = node.pos in ("NOUN", "PROPN", "NUM", "PRON") and dep not in COMPLEMENT
    prep, anchor = None, head
    if dep in ("pobj", "pcomp") and head.dep in ("prep", "agent", "dative", "prt", "advmod", "mark"):
        prep, anchor = head.lower, head.head
        if dep == "pcomp" and prep == "with" and node.first("nsubj", "nsubjpass") is not None:
            w.shielded = True  # "with the army shelling the port, nobody could leave"
        if head.lower in ("without", "instead", "despite") and dep == "pcomp" and head.lower != "despite":
            w.path.status = w.ops.compose("not", w.path.status)
        while anchor.dep == "prep" and anchor.head is not anchor:
            anchor = anchor.head
    if prep in ("on", "about", "upon") and anchor.lemma in COMMENTING and is_verb(anchor):
        return Outside(anchor) if anchor.is_root else root_above(anchor)  # "refused to comment on claims that soldiers shot two boys": they tell and refuse none of it
    if dep in ("relcl", "appos") or (dep == "acl" and node.tag in ("VBN", "VBD") and not has_that(node) and not is_perfect_infinitive(node)):
        return out_of_relative(w, node, anchor)
    if is_apart(w, node):
        return root_above(node) if not head.is_root else Outside(head)
    if dep == "conj":
        return conjunct(w, node, head)
    if dep in ("dep", "parataxis") and is_verb(head) and head.lemma not in w.words.verbs and any(c.lower in (":", ";") and head.i < c.i < node.i for c in head.children):
        return skip(head, w)  # "will not return: shot in May, they said": it is the return that is denied
    if dep == "ccomp" and is_verb(head) and head.i < node.i and any(o.lemma in ACCOUNTS for o in head.all("dobj")) and subjects(head):
        w.say(subjects(head), head, Stance.ASSERTS, "account")  # "witnesses gave another account: …"
        return head
    if dep == "advcl" and (above := _what_it_follows(node)) is not None:
        w.shielded = True
        return above
    if prep == "including" and anchor.pos in ("NOUN", "PROPN"):
        return anchor  # "are weighing sanctions, including a ban": it is weighed as they are
    if is_verb(anchor) or anchor.pos == "ADJ":
        _through_clause(w, node, anchor, nominal=nominal, prep=prep, light=light)
    elif anchor.pos in ("NOUN", "PROPN") and (dep in ("acl", "pobj", "pcomp", "ccomp")):
        w.closed = w.closed or (dep == "acl" and node.tag == "VBG" and head.dep == "pobj" and head.head.lower == "by")  # "broke up a rally by nurses calling for a truce"
        if not (dep == "acl" and node.tag == "VBG"):
            through_noun(w, node, anchor, "for" if dep == "acl" and any(c.dep == "mark" and c.lower == "for" for c in node.children) else prep)
        if dep == "pcomp" and prep in ("toward", "towards") and node.tag == "VBG":
            w.operator(w.ops.marks.get("in order to"), node)  # "a step towards freeing them"
        if dep == "acl" and first and is_infinitive(node) and not w.path.steps and not is_ranked(anchor):
            w.operator(w.ops.marks.get("in order to"), node)  # "troops to attack the town": nobody says that they did
        open_ = anchor is light or anchor.lemma in ANSWERING or anchor.lemma in w.words.nouns  # what a report tells is not taken as given
        w.shielded = w.shielded or not open_
    return anchor


def _what_it_follows(clause: Token) -> Token | None:
    """"threatened to strike back after Paris expelled its envoy": the expulsion is no part of the threat; it came before it. Gives the threat."""
    after = any(c.lower in ("after", "since", "because") and c.dep == "mark" for c in clause.children)
    if not after or not is_finite(clause) or not is_infinitive(clause.head) or clause.head.dep != "xcomp":
        return None
    above = clause.head
    while above.dep in ("xcomp", "conj") and is_verb(above.head):
        above = above.head
    return above


def _infinitive(w: Walk, node: Token) -> None:
    """"too weak to attack", "too late to stop it" did not; "talked about how to end it" have not yet."""
    head = node.head
    measured = [head, *(c for c in head.children if c.i < node.i and c.dep in ("acomp", "advmod"))] if node.dep in ("xcomp", "advcl", "ccomp") else []
    measured += [head] if head.pos == "ADJ" and node.dep in ("relcl", "acl") else [c for c in head.all("amod") if node.dep in ("relcl", "acl")]
    too = next((t for m in measured if m.pos in ("ADJ", "ADV") for t in m.children if t.lower == "too" and t.dep == "advmod"), None)
    if too is not None:
        verb = too.head if is_verb(too.head) else too.head.head
        no = verb.first("neg") or too.head.first("neg")
        w.spent.update([no.i] if no is not None else ())  # "it is not too late"
        w.operator(w.ops.modals.get("may") if no is not None else w.ops.adverbs.get("not"), too)
    elif (how := next((c for c in node.children if c.tag == "WRB" and c.i < node.i), None)) is not None:
        w.operator(w.ops.marks.get("in order to"), how)


def _nothing_to_do(node: Token) -> Token | None:
    """"had nothing to do with the raid": the "nothing", from what it has nothing to do with."""
    do = node.head.head if node.dep == "pobj" and node.head.lower == "with" else None
    return do.head if do is not None and do.lemma == "do" and do.head.lower == "nothing" else None


def _is_what_is_told(w: Walk, verb: Token, prep: str | None) -> bool:
    """"denies what has been circulated about the torture of prisoners": what is told of it, and not what is known."""
    what = any(c.lower == "what" for c in verb.all("nsubjpass", "nsubj", "dobj"))
    return what and prep in ("about", "of", "on", "regarding", "concerning") and (verb.lemma in SPREADING or verb.lemma in w.words.verbs)


def _through_clause(w: Walk, node: Token, verb: Token, *, nominal: bool, prep: str | None, light: Token | None) -> None:
    dep = node.dep
    if dep == "nsubj" and node is w.described:
        w.shielded = True  # "gunmen who kidnapped 20 girls demand a ransom": the kidnapping is not demanded
        return
    if nominal:
        before = w.path.status, len(w.path.voices)
        through_verb(w, node, verb, nominal=True, prep=prep)
        if verb.lemma == "mean" and any(c.lower in ("the", "this", "that") for c in node.all("det")):
            w.shielded = True  # "the seizure may mean that": what is spoken of as done was
        if verb is not light and (w.path.status, len(w.path.voices)) == before and not (_passes(verb) or _is_what_is_told(w, verb, prep) or (prep == "for" and (verb.lemma in GOING or verb.lemma == "use"))):
            w.shielded = True
        return
    if dep == "advcl":
        if is_result(node):
            w.shielded = True
            return
        purpose = node.first("mark") is None and any(c.lower == "to" and c.dep == "aux" for c in node.children)
        if purpose and not (verb.lemma in w.ops.verbs or verb.lower in w.ops.predicatives):
            aim_at(w, node)
        elif purpose:
            through_verb(w, node, verb, nominal=False, prep=None)
            if not w.path.steps or w.path.steps[-1][1] is not verb:
                aim_at(w, node)
        elif (node is w.start or node is light) and _trails(node, verb):
            for aux in (c for c in verb.children if c.dep == "aux" and c.tag == "MD"):
                modal(w, aux, verb, False, None)
        w.shielded = True
        return
    if dep == "pcomp" and prep in ("toward", "towards") and node.tag == "VBG":
        w.operator(w.ops.marks.get("in order to"), node)  # "a step towards freeing them"
        return
    if dep in ("pcomp",) and prep in ("after", "before", "since", "while", "when"):
        w.shielded = True
        return
    if not weighed(w, node, verb):
        through_verb(w, node, verb, nominal=False, prep=prep)


def _trails(node: Token, verb: Token) -> bool:
    """"will go to the Gulf, visiting Oman", "may attack, killing many": the participle is as open as what it is said of."""
    return node.tag == "VBG" and node.i > verb.i and node.first("mark", "nsubj", "nsubjpass", "aux", "auxpass") is None and not verb.first("neg")


def _passes(verb: Token) -> bool:
    """What an event noun hangs on that leaves its status open: "would be an attack", "faces attack", "was not responsible for it"."""
    return verb.lemma in CAUSING or verb.lemma in ("responsible", "accountable", "culpable") or verb.lemma in ("be", "become", "begin", "start", "come", "take", "occur", "happen", "follow", "continue", "involve", "include", "face")
