"""The walk from an event up to the root of its sentence: who says it, and whether it happened, in one go.

Every clause and noun passed may be an operator on what it governs: a voice ("said", "according to") or a status
operator ("may", "plan to", "deny"). Voices make the chain, outermost first; status operators are composed by the table
in `operators.yaml`, innermost first. One walk gives both, so that no second pass can disagree with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.codebooks.operators import Operator, Operators, Reporting, VoiceWords, operators, voice_words
from reportedly.language.clauses import clause_of, is_finite, is_passive, is_verb, owners, subjects
from reportedly.language.parse import Token
from reportedly.records import Stance, Status

COMPLEMENT = ("ccomp", "xcomp", "pcomp", "acl", "advcl", "parataxis", "csubj", "csubjpass", "dep")
IMPERSONAL = frozenset({"it", "there", "this", "that", "what", "which"})
EXPRESSING = frozenset({"express", "voice", "make", "repeat", "issue", "give", "reiterate", "raise"})
CAUSING = frozenset({"create", "set", "lead", "trigger", "spark", "cause", "provoke", "prompt", "result", "bring", "risk", "mean", "entail", "ignite"})
WH = frozenset({"how", "who", "what", "when", "where", "why", "which", "whom"})
PARTIAL = frozenset({"always", "only", "just", "merely", "solely", "exclusively", "simply"})
NOBODY = frozenset({"none", "nobody", "neither", "no-one", "nothing"})
SHOWING = frozenset({"show", "depict", "capture"})


@dataclass(slots=True, eq=False)
class Said:
    """A voice met on the walk: who (head nouns, none when impersonal), by which cue, how it stands to what it tells."""

    who: tuple[Token, ...]
    cue: Token
    stance: Stance
    rule: str
    speech_act: bool = False


@dataclass(slots=True, eq=False)
class Path:
    """What the walk found. `voices` innermost first. `steps` names each operator, for `explain`."""

    status: Status
    voices: list[Said] = field(default_factory=list)
    steps: list[tuple[str, Token, str]] = field(default_factory=list)
    conditional: bool = False
    generic: bool = False
    quoted: bool = False
    distance: int = 0


class Walk:
    """One walk. The state is the status so far and whether it is shielded from operators further out."""

    def __init__(self, start: Token, status: Status) -> None:
        self.path = Path(status)
        self.shielded = False
        self.spent: set[int] = set()
        self.ops: Operators = operators()
        self.words: VoiceWords = voice_words()
        self.start = start

    # --- applying ---------------------------------------------------------------------------------------------

    def apply(self, operator: Operator, cue: Token) -> None:
        """Compose one status operator, unless what it governs is taken as given."""
        if cue.i in self.spent:
            return
        self.spent.add(cue.i)
        if self.shielded and self.path.status in (Status.OCCURRED, Status.ONGOING):
            return
        inner = self.ops.compose("not", self.path.status) if operator.inner_not else self.path.status
        name = operator.past if operator.past and _is_simple_past(cue) else operator.status
        self.path.status = self.ops.compose(name, inner)
        self.path.steps.append((f"status.{operator.id}", cue, self.path.status.value))
        self.path.conditional |= name in ("if", "question")
        self.shielded |= operator.presupposes

    def say(self, who: tuple[Token, ...], cue: Token, stance: Stance, rule: str, *, speech_act: bool = False) -> None:
        """Add a voice, once a cue."""
        if any(said.cue is cue for said in self.path.voices):
            return
        if who and all(w.lower in IMPERSONAL and w.lower in ("it", "there") and _is_dummy(w, cue) for w in who):
            self.path.steps.append((f"voice.impersonal.{rule}", cue, ""))
            return
        if who:
            self.path.voices.append(Said(who, cue, stance, rule, speech_act))
            self.path.steps.append((f"voice.{rule}", cue, stance.value))
        if stance is Stance.DENIES and not speech_act:
            self.path.status = self.ops.compose("deny", self.path.status) if not self.shielded else self.path.status

    # --- what a node carries itself ----------------------------------------------------------------------------

    def local(self, node: Token) -> None:
        """Modals, negation, adverbs, marks and according-to phrases that hang on a verb."""
        has_have = any(c.dep == "aux" and c.lemma == "have" for c in node.children)
        negation = next((c for c in node.children if c.dep == "neg" or c.lower in ("never", "n't")), None)
        if negation is not None and any(c.lower in PARTIAL and c.i > negation.i for c in node.children):
            self.spent.add(negation.i)  # "is not always hitting" says that it sometimes did
            self.path.status = Status.OCCURRED if self.path.status is Status.ONGOING else self.path.status
        for child in node.children:
            if child.dep == "aux" and child.tag == "MD":
                self._modal(child, node, has_have, negation)
            elif child.dep == "mark" or (child.dep == "advmod" and child.lower in ("if", "whether")):
                self._lookup(child, self.ops.marks)
            elif child.dep in ("advmod", "prep"):
                self._adverb(child)
        if negation is not None:
            self._lookup(negation, self.ops.adverbs)
        for subject in node.all("nsubj", "nsubjpass"):
            self._nobody(subject)

    def _nobody(self, subject: Token) -> None:
        """"no group claimed", "none of them was hurt", "nobody fired"."""
        none = subject if subject.lower in NOBODY else next((c for c in subject.children if c.dep in ("det", "neg") and c.lower in ("no", "neither")), None)
        if none is not None:
            self._operator(self.ops.adverbs.get("not"), none)

    def _modal(self, modal: Token, node: Token, has_have: bool, negation: Token | None) -> None:
        word = {"ca": "can", "wo": "will", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would"}.get(modal.lower, modal.lower)
        if negation is not None and word in ("can", "could") and not has_have:
            self.spent.add(negation.i)
            self._operator(self.ops.modals.get("could not"), modal)
        elif has_have and f"{word} have" in self.ops.modals:
            self._operator(self.ops.modals[f"{word} have"], modal)
        else:
            self._operator(self.ops.modals.get(word), modal)

    def _adverb(self, child: Token) -> None:
        if child.lower == "longer" and any(c.lower == "no" for c in child.children):
            self._operator(self.ops.adverbs.get("no longer"), child)
        elif child.lower in self.words.adverbs and child.dep == "advmod":
            self.path.steps.append(("voice.adverb", child, self.words.adverbs[child.lower].value))
        elif child.dep == "advmod" and child.lower in self.ops.adverbs:
            operator = self.ops.adverbs[child.lower]
            if not (operator.future_only and self.path.status is Status.OCCURRED):
                self._operator(operator, child)

    def _lookup(self, word: Token, table: object) -> None:
        assert isinstance(table, dict)
        operator = table.get(word.lower) or table.get(word.lemma)
        if isinstance(operator, Operator) and not operator.future_only and operator.status != "manage":
            self.apply(operator, word)

    def _operator(self, operator: Operator | None, cue: Token) -> None:
        if operator is not None:
            self.apply(operator, cue)

    def sources(self, node: Token) -> None:
        """"According to X" and its like, on a node that was passed."""
        for prep in node.children:
            if prep.dep == "prep" and prep.lower == "according":
                who = tuple(p for to in prep.all("prep") for p in to.all("pobj"))
                self.say(who, prep, Stance.ASSERTS, "according-to")
            elif prep.dep in ("parataxis", "ccomp", "dep", "intj", "advcl") and _is_aside(prep) and prep.lemma in self.words.verbs:
                self.say(subjects(prep), prep, self.words.verbs[prep.lemma][0][1].stance, f"aside.{prep.lemma}")

    # --- one step up -------------------------------------------------------------------------------------------

    def through_verb(self, child: Token, verb: Token, *, nominal: bool, prep: str | None) -> None:
        """From a complement or object up through the verb that governs it."""
        complement = child.dep in COMPLEMENT or (child.dep == "conj" and not nominal)
        operator, cue_words = self._verb_operator(child, verb, nominal=nominal, prep=prep)
        reporting = None if nominal and prep not in (None, "of", "about") else self._reporting(verb, child, nominal=nominal, complement=complement)
        if operator is not None and (reporting is None or _operator_wins(operator, verb, child)):
            self._negate_first(verb)
            self.apply(operator, verb)
            self.spent.update(w.i for w in cue_words)
            if operator.voice:
                stance = Stance.DENIES if operator.status == "deny" else Stance.ASKS if operator.status in ("request", "order") else Stance.ASSERTS
                self.say(subjects(verb), verb, Stance.ASSERTS if stance is Stance.DENIES and self.shielded else stance, operator.id, speech_act=True)
        elif reporting is not None:
            if not nominal and _asks_which(child) and any(c.dep == "neg" for c in verb.children):
                self.shielded = True  # "could not say how many were killed": that some were is taken as known
                return
            who = subjects(verb)
            if _is_open(verb) or (is_passive(verb) and not who):
                self.path.steps.append(("voice.passive", verb, reporting.stance.value))
            else:
                self._negate_first(verb)
                self.say(who, verb, reporting.stance, f"verb.{verb.lemma}")
                self._told(verb)

    def _negate_first(self, verb: Token) -> None:
        """A negated reporting verb ("has not confirmed that") asserts nothing: what it governs is only possible."""
        negation = next((c for c in verb.children if c.dep == "neg"), None)
        if negation is not None and verb.lemma in ("confirm", "say", "know", "verify", "report", "announce"):
            self.spent.add(negation.i)
            self.path.status = self.ops.compose("may", self.path.status)

    def _told(self, verb: Token) -> None:
        """"X told Reuters": the outlet is a voice around X. "Reuters said, citing officials": X inside it."""
        if verb.lemma in ("tell", "inform"):
            for hearer in verb.all("dobj", "dative"):
                noun = hearer.first("pobj") or hearer
                if noun.known.startswith("outlet:") or noun.lower in ("agency", "newspaper", "television", "radio"):
                    self.say((noun,), noun, Stance.ASSERTS, "told-outlet")
        for citing in verb.all("advcl", "prep"):
            if citing.lemma in ("cite", "quote") and citing.tag == "VBG":
                inner = Said(tuple(citing.all("dobj")), citing, Stance.ASSERTS, "citing")
                if inner.who:
                    self.path.voices.insert(len(self.path.voices) - 1, inner)
                    self.path.steps.append(("voice.citing", citing, ""))

    def _reporting(self, verb: Token, child: Token, *, nominal: bool, complement: bool) -> Reporting | None:
        for particle, reporting in self.words.verbs.get(verb.lemma, ()):
            if particle and not set(particle) <= {c.lower for c in verb.children}:
                continue
            if nominal:
                plain = "object" in reporting.complement and not reporting.weak and child.dep in ("dobj", "nsubjpass", "pobj")
                return reporting if plain or (verb.lemma in SHOWING and child.dep == "dobj") else None
            if not complement or (child.dep == "advcl" and child.tag != "VBG") or child.dep in ("acl", "conj"):
                return None
            if child.dep == "pcomp" and not any(c.lower in ("by", "as", "of") for c in (child.head,)):
                return None
            infinitive = child.dep == "xcomp" or (not is_finite(child) and child.first("aux") is not None)
            if infinitive and not is_passive(verb) and "inf" not in reporting.complement and not child.quoted:
                return None
            return reporting
        return None

    def _verb_operator(self, child: Token, verb: Token, *, nominal: bool, prep: str | None) -> tuple[Operator | None, list[Token]]:
        """The operator that a verb is on what hangs on it, longest wording first, and the further words of that wording."""
        want = ("object", "both") if nominal else ("complement", "both")
        control = "object" if is_passive(verb) or any(c.dep in ("dobj", "dative") and c is not child for c in verb.children) else "subject"
        fits: list[tuple[int, Operator, list[Token]]] = []
        for rest, operator in self.ops.verbs.get(verb.lemma, ()):
            words = _further(verb, child, rest, prep)
            if words is not None and operator.governs in want and _governs(operator, rest, child, prep, nominal=nominal):
                fits.append((10 * len(rest) + (operator.control == control), operator, words))
        if verb.pos == "ADJ" or verb.tag == "VBN":
            words_of = dict.fromkeys((verb.lower, verb.lemma))
            rows = [row for word in words_of for row in self.ops.predicatives.get(word, ())]
            fits += [(5 + len(rest), op, []) for rest, op in rows if op.governs in want]
        if verb.lemma == "be" and child.dep == "xcomp":
            fits += [(1, op, []) for _, op in self.ops.predicatives.get("to", ())]
        if not fits:
            return None, []
        _, best, words = max(fits, key=lambda f: f[0])
        return best, words

    def through_noun(self, child: Token, noun: Token, prep: str | None) -> None:
        """From "a plan to attack" or "reports of an attack" up through the noun."""
        if noun.lower == "order" and noun.dep == "pobj" and noun.head.lower == "in" and noun.first("det") is None:
            self._operator(self.ops.marks.get("in order to"), noun)
            return
        if _has_that(child) and noun.dep == "dobj" and noun.head.lemma in EXPRESSING:
            self.say(subjects(noun.head), noun.head, Stance.ASSERTS, f"express.{noun.lemma}")
            return
        for rest, operator in self.ops.nouns.get(noun.lemma, ()):
            if rest and prep not in rest:
                continue
            if prep in (None, "of", "for", "to", "about", "on", "against", "at", "over"):
                if prep in ("on", "against", "at", "over") and operator.status not in ("stop", "accuse", "condemn"):
                    return
                self.apply(operator, noun)
                if operator.voice:
                    self.say(owners(noun), noun, Stance.ASSERTS, operator.id, speech_act=True)
                return
        reporting = self.words.nouns.get(noun.lemma)
        if reporting is not None and prep in (None, "of", "about"):
            who = owners(noun)
            if who and noun.head.dep != "dobj":
                self.say(who, noun, reporting.stance, f"noun.{noun.lemma}")
            else:
                self.path.steps.append((f"voice.noun.{noun.lemma}", noun, ""))


def _asks_which(clause: Token) -> bool:
    """An embedded question: "who had fired", "how many were killed"."""
    return any(t.lower in WH and t.tag.startswith("W") and t.i < clause.i for t in clause.subtree())


def _has_that(clause: Token) -> bool:
    return any(c.lower == "that" and c.dep == "mark" for c in clause.children)


def _is_aside(verb: Token) -> bool:
    """"In Syria, the secretary said, the forces …": a subject and a verb of saying between commas, with nothing else."""
    return any(c.dep == "nsubj" for c in verb.children) and not any(c.dep in ("ccomp", "xcomp", "dobj", "mark", "prep") for c in verb.children)


def _is_open(verb: Token) -> bool:
    """A verb of saying that nobody has said yet: "if Turkey says", "may announce"."""
    return any(c.dep == "mark" and c.lower in ("if", "unless", "whether") for c in verb.children)


def _further(verb: Token, child: Token, rest: tuple[str, ...], prep: str | None) -> list[Token] | None:
    """The further words of "call for", "come close to" as they stand at the verb."""
    found = []
    for word in rest:
        if word == prep:
            continue
        hit = next((c for c in verb.children if c.lower == word or (c.lemma == word and c.dep in ("dobj", "prt", "acomp"))), None)
        if hit is None and word == "to" and any(c.lower == "to" for c in child.children):
            continue
        if hit is None and child.head is not verb and child.head.lower == word:
            hit = child.head
        if hit is None:
            return None
        found.append(hit)
    return found


def _governs(operator: Operator, rest: tuple[str, ...], child: Token, prep: str | None, *, nominal: bool) -> bool:
    """Whether what hangs on the verb can be what the operator governs: "plan to", not "plan, after"; "call for", not "call in"."""
    if nominal:
        return prep is None or prep in rest
    if child.dep == "ccomp" and is_finite(child) and not operator.voice and operator.status in ("plan", "attempt", "fail", "begin"):
        return operator.id in ("agree", "decide")
    if rest:
        return True
    if child.dep == "pcomp":
        return operator.status in ("accuse", "stop", "condemn", "manage", "deny")
    return child.dep not in ("advcl", "conj", "parataxis", "dep", "csubj")


def _operator_wins(operator: Operator, verb: Token, child: Token) -> bool:
    """A word that is both: "told him to go" is an order, "told him that" a voice; "denied that" a denial."""
    if operator.status == "deny":
        return True
    if is_finite(child) and child.dep in ("ccomp", "parataxis"):
        return operator.status in ("request", "order", "threaten", "plan") and operator.voice and verb.lemma not in ("tell", "ask", "warn", "suggest")
    return True


def _is_dummy(who: Token, cue: Token) -> bool:
    return who.head is cue and who.dep in ("nsubj", "nsubjpass", "expl") and cue.lemma in (
        "emerge", "say", "report", "believe", "think", "understand", "claim", "allege", "know", "fear", "expect", "seem", "appear", "transpire",
    )  # fmt: skip


def _is_simple_past(cue: Token) -> bool:
    verb = clause_of(cue)
    return verb.tag == "VBD" or any(c.tag == "VBD" for c in verb.children if c.dep in ("aux", "auxpass", "cop"))


def start_status(token: Token, *, nominal: bool) -> Status:
    """Before any operator: ongoing for a progressive in the present, else occurred."""
    if nominal or token.tag != "VBG":
        return Status.OCCURRED
    auxes = [c for c in token.children if c.dep in ("aux", "auxpass")]
    present = any(c.lemma == "be" and c.tag in ("VBP", "VBZ") for c in auxes) or (any(c.lower == "been" for c in auxes) and not any(c.tag == "VBD" for c in auxes))
    return Status.ONGOING if present else Status.OCCURRED


def walk(token: Token, *, nominal: bool, light: Token | None = None) -> Path:
    """The path of the event at `token`. `light` is the light verb that carries an event noun ("carried out an attack")."""
    w = Walk(token, start_status(light or token, nominal=nominal and light is None))
    if nominal:
        _noun_operators(w, token)
    node, first = token, True
    while True:
        verb_here = is_verb(node) or node.pos == "ADJ"
        if verb_here and (first or node is light or not w.shielded):
            w.local(node)
        w.sources(node)
        if node.is_root:
            break
        node, first = _step(w, node, first=first, light=light), False
    w.path.distance = sum(1 for _ in token.ancestors())
    return w.path


def _noun_operators(w: Walk, noun: Token) -> None:
    for child in noun.children:
        if child.dep in ("amod", "det", "neg") and child.lower in w.ops.adjectives:
            w.apply(w.ops.adjectives[child.lower], child)


def _step(w: Walk, node: Token, *, first: bool, light: Token | None) -> Token:
    """Move to the head, applying what it does to what comes from below. Gives the next node."""
    head, dep = node.head, node.dep
    if dep == "prep" or dep == "agent":
        return head
    nominal = node.pos in ("NOUN", "PROPN", "NUM", "PRON") and dep not in COMPLEMENT
    prep, anchor = None, head
    if dep in ("pobj", "pcomp") and head.dep in ("prep", "agent", "dative", "prt", "advmod", "mark"):
        prep, anchor = head.lower, head.head
        if head.lower in ("without", "instead", "despite") and dep == "pcomp" and head.lower != "despite":
            w.path.status = w.ops.compose("not", w.path.status)
        while anchor.dep == "prep" and anchor.head is not anchor:
            anchor = anchor.head
    if dep in ("relcl", "appos") or (dep == "acl" and node.tag in ("VBN", "VBD")):
        return _out_of_relative(w, node, anchor)
    if dep == "conj":
        return _conjunct(w, node, head)
    if is_verb(anchor) or anchor.pos == "ADJ":
        _through_clause(w, node, anchor, nominal=nominal, prep=prep, light=light)
    elif anchor.pos in ("NOUN", "PROPN") and (dep in ("acl", "pobj", "pcomp", "ccomp")):
        if not (dep == "acl" and node.tag == "VBG"):
            w.through_noun(node, anchor, prep)
        w.shielded = w.shielded or anchor is not light
    return anchor


def _through_clause(w: Walk, node: Token, verb: Token, *, nominal: bool, prep: str | None, light: Token | None) -> None:
    dep = node.dep
    if nominal:
        before = w.path.status, len(w.path.voices)
        w.through_verb(node, verb, nominal=True, prep=prep)
        if verb is not light and (w.path.status, len(w.path.voices)) == before and not _passes(verb):
            w.shielded = True
        return
    if dep == "advcl":
        purpose = node.first("mark") is None and any(c.lower == "to" and c.dep == "aux" for c in node.children)
        if purpose and not (verb.lemma in w.ops.verbs or verb.lower in w.ops.predicatives):
            w._operator(w.ops.marks.get("in order to"), node)
        elif purpose:
            w.through_verb(node, verb, nominal=False, prep=None)
            if not w.path.steps or w.path.steps[-1][1] is not verb:
                w._operator(w.ops.marks.get("in order to"), node)
        w.shielded = True
        return
    if dep in ("pcomp",) and prep in ("after", "before", "since", "while", "when"):
        w.shielded = True
        return
    w.through_verb(node, verb, nominal=False, prep=prep)


def _passes(verb: Token) -> bool:
    """Verbs with an event noun as subject or object that leave its status open: "would be an attack", "faces attack"."""
    return verb.lemma in CAUSING or verb.lemma in ("be", "become", "begin", "start", "come", "take", "occur", "happen", "follow", "continue", "involve", "include", "face")


def _out_of_relative(w: Walk, node: Token, head: Token) -> Token:
    """A relative clause or apposition is told as fact; set off by a comma it is the report's own, outside the voices."""
    w.shielded = True
    left = list(node.subtree())
    begin = min(t.i for t in left)
    comma = any(c.dep == "punct" and c.lower in (",", "–", "-", "—", "(") and c.i == begin - 1 for c in (*head.children, *head.head.children))
    quoted = node.quoted and head.quoted == node.quoted
    if node.dep in ("relcl", "appos") and comma and not quoted:
        return _root(head)
    return head


def _root(token: Token) -> Token:
    for above in token.ancestors():
        if above.is_root:
            return _Outside(above)
    return token


class _Outside(Token):  # a root that carries nothing: the walk ends there
    def __init__(self, root: Token) -> None:
        super().__init__(root.i, root.text, root.lower, root.lemma, "X", "X", "ROOT", root.start, root.end)
        self.head = self


def _conjunct(w: Walk, node: Token, head: Token) -> Token:
    """Coordination: what governs the first conjunct governs the others, until one brings its own voice."""
    own_subject = any(c.dep in ("nsubj", "nsubjpass") for c in node.children)
    cc = next((c.lower for c in head.children if c.dep == "cc" and c.i < node.i), "")
    if own_subject and w.path.voices and cc in ("but", "and", "while", "yet") and any(s.cue is node or s.cue.head is node or node in s.cue.ancestors() for s in w.path.voices):
        return _root(head) if not head.is_root else _Outside(head)
    if not own_subject and is_verb(node) and not is_finite(node):
        w.local(head)
    if is_verb(node) and is_verb(head):
        if not own_subject:
            for child in head.children:
                if child.dep == "aux" and child.tag == "MD" and not any(c.dep == "aux" for c in node.children):
                    w._modal(child, head, False, None)
        return _skip(head, w)
    return head


def _skip(head: Token, w: Walk) -> Token:
    """Go on from the head of a coordination without its own modals and negation."""
    w.spent.update(c.i for c in head.children if c.dep in ("aux", "neg", "mark") or (c.dep == "advmod" and c.i > head.i))
    return head
