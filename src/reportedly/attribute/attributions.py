"""Every attribution of a report, event or no event: who (source), says by which words (cue), what (content).

Claims need only the voices above an event; this is the wider view that quotation research takes, after PolNeAR
(Newell et al., LREC 2018): source, cue and content as exact stretches of the text. Speech, thought and demands count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportedly.codebooks.operators import operators, voice_words
from reportedly.language.clauses import is_finite, is_passive, is_verb
from reportedly.language.parse import Parse, Token
from reportedly.spans import Span

BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
CLOSING = frozenset({"”", '"', "''", "’"})
OPENING = frozenset({"“", '"', "``", "‘"})
STOPS = frozenset({".", "!", "?", ","})
LINKING = frozenset({"but", "and", "however", "yet", "still", "so", "meanwhile", "also"})
KEPT_UP = frozenset({"continue", "begin", "start"})
NOT_SAID = frozenset({"see", "hear", "watch", "need", "make", "require", "allow", "let", "push", "invite", "think", "know"})  # with no that-clause
WORDY = 4  # fewer quoted words are scare quotes or a title

type Run = tuple[int, int]  # positions of the first and the last token


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue or content are empty when the report does not hold them; a quotation cut in two has two contents."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    rule: str


def attributions(parse: Parse) -> Iterator[Attribution]:
    """The attributions of a report in the order of the text, those inside another's content included.

    Quoted sentences that follow ("… he said. “We never left.”") are a content without a cue of its own.
    """
    finder = _Finder(list(parse.tokens()))
    found = [a for token in finder.tokens for a in finder.at_token(token)]
    yield from found
    yield from finder.continued([c for a in found for c in a.content])


class _Finder:
    """The tokens of one report and where each stands."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = {t.i: n for n, t in enumerate(tokens)}

    def at_token(self, token: Token) -> Iterator[Attribution]:
        if token.lower == "according" and token.dep in ("prep", "ROOT", "advmod", "acl"):
            yield from self._according(token)
        elif is_verb(token) and (token.lemma in voice_words().verbs or _binds(token)) and not _merely_seen(token):
            content = self._content(token)
            if content:
                yield self._attribution(self._source(token), self._cue(token), content, f"verb.{token.lemma}")

    def continued(self, told: list[Span]) -> Iterator[Attribution]:
        """Quotations of whole sentences that no cue was found for."""
        for run in self._runs(self._bridged({n for n, t in enumerate(self.tokens) if t.quoted})):
            clause = any(is_verb(t) and is_finite(t) for t in self.tokens[run[0] : run[1] + 1])
            if run[1] - run[0] >= WORDY and clause and not any(self._span(run).overlaps(c) for c in told):
                yield Attribution(None, None, (self._span(run),), "quotation")

    def _according(self, cue: Token) -> Iterator[Attribution]:
        to = cue.first("prep")
        who = to.first("pobj") if to else None
        if to is not None and who is not None:
            content = self._runs(self._under(cue.head) - self._under(cue))
            yield self._attribution(self._stretch(who), (self.at[cue.i], self.at[to.i]), content, "according-to")

    # --- who, and by which words --------------------------------------------------------------------------------

    def _cue(self, verb: Token) -> Run:
        """The verb with its auxiliaries and adverbs to the left, its particle or preposition ("called for") to the right."""
        first = last = self.at[verb.i]
        left = {self.at[c.i] for c in verb.children if c.dep in BEFORE_VERB and c.i < verb.i}
        while first - 1 in left:
            first -= 1
        if verb.dep == "xcomp" and verb.head.lemma in KEPT_UP and first == self.at[verb.head.i] + 1:
            first = self._cue(verb.head)[0]
        right = {self.at[c.i] for c in verb.children if c.dep == "prt" or (c.dep == "prep" and _needs(verb, c.lower))}
        while last + 1 in right:
            last += 1
        return first, last

    def _source(self, verb: Token) -> Run | None:
        """The subject (or the by-phrase of a passive) with its modifiers and, before the verb, its closing comma."""
        if is_passive(verb):
            agents = [p for c in verb.children if c.dep == "agent" for p in c.all("pobj")]
            return self._stretch(agents[0]) if agents else None
        subject = verb.first("nsubj")
        if subject is not None:
            first, last = self._stretch(subject)
            comma = (
                subject.i < verb.i
                and last + 1 < len(self.tokens)
                and self.tokens[last + 1].lower == ","
                and "," in (t.lower for t in self.tokens[first:last])
            )
            return first, last + comma
        if verb.dep in ("conj", "xcomp", "advcl") and is_verb(verb.head):
            return self._source(verb.head)
        return None

    def _stretch(self, noun: Token) -> Run:
        """The noun's subtree around it, as one run."""
        under = self._under(noun)
        first = last = self.at[noun.i]
        while first - 1 in under:
            first -= 1
        while last + 1 in under:
            last += 1
        return first, last

    # --- what ---------------------------------------------------------------------------------------------------

    def _content(self, verb: Token) -> list[Run]:
        taken = {n for run in (self._source(verb), self._cue(verb)) if run for n in range(run[0], run[1] + 1)}
        clause = next((c for c in verb.children if c.dep == "ccomp" and _tells(c)), None)
        quoted = self._quoted(verb, taken)
        if quoted and (clause is None or self.tokens[min(self._under(clause) - taken, default=0)].quoted):
            return quoted
        if clause is not None:
            return self._runs(self._under(clause) - taken - self._aside(clause))
        if self._is_aside(verb):
            return self._runs(self._under(verb.head) - self._under(verb))  # "The road, he said, was closed"
        return self._asked(verb, taken) or self._object(verb)

    def _is_aside(self, verb: Token) -> bool:
        """A verb of saying that hangs on what it tells, between commas or at the end."""
        if verb.dep not in ("parataxis", "ccomp") or not verb.first("nsubj") or not is_verb(verb.head) or verb.first("mark", "dobj", "xcomp"):
            return False
        first = min(self._under(verb))
        return first > 0 and not _wordy(self.tokens[first - 1])

    def _asked(self, verb: Token, taken: set[int]) -> list[Run]:
        """What is promised or demanded: an infinitive, with the one who is asked."""
        clause = next((c for c in verb.children if c.dep == "xcomp" and _infinitive(c)), None) if _binds(verb) else None
        if clause is None:
            return []
        asked = [c for c in verb.children if c.dep == "dobj" and c.i < clause.i]
        return self._runs({n for part in (*asked, clause) for n in self._under(part)} - taken)

    def _object(self, verb: Token) -> list[Run]:
        """What is demanded, condemned, denied: a noun phrase."""
        plain = any("object" in r.complement and not r.weak for _, r in voice_words().verbs.get(verb.lemma, ()))
        if not (plain or _binds(verb)) or verb.lemma in ("tell", "say"):
            return []
        nouns = verb.all("nsubjpass" if is_passive(verb) else "dobj")
        nouns += [p for c in verb.all("prep") if _needs(verb, c.lower) for p in c.all("pobj")]
        return [self._stretch(nouns[0])] if nouns else []

    def _quoted(self, verb: Token, taken: set[int]) -> list[Run]:
        """The quotations that stand in the verb's sentence, to their ends."""
        begun = set() if verb.quoted else {t.quoted for t in _root(verb).subtree() if t.quoted}
        speech = {n for n, t in enumerate(self.tokens) if t.quoted in begun} - taken if begun else set()
        return [r for r in self._runs(self._bridged(speech)) if r[1] - r[0] >= WORDY and self._stands_alone(r)]

    def _stands_alone(self, run: Run) -> bool:
        """A quotation after a comma, a colon or nothing; "a “true wake-up call”" is part of its phrase."""
        before = self.tokens[run[0] - 1] if run[0] else None
        return before is None or not _wordy(before) or any(is_verb(t) and is_finite(t) for t in self.tokens[run[0] : run[1] + 1])

    def _aside(self, token: Token) -> set[int]:
        """The relative clauses that are set off by a comma."""
        aside: set[int] = set()
        for clause in (t for t in token.subtree() if t.dep == "relcl"):
            inside = self._under(clause)
            if min(inside) and self.tokens[min(inside) - 1].lower == ",":
                aside |= {min(inside) - 1, *inside}
        return aside

    # --- stretches of tokens --------------------------------------------------------------------------------------

    def _under(self, token: Token) -> set[int]:
        return {self.at[t.i] for t in token.subtree() if t.i in self.at}

    def _runs(self, positions: set[int]) -> list[Run]:
        """Neighbouring positions as runs, with punctuation cut from the edges and quotation marks put back."""
        runs: list[list[int]] = []
        for n in sorted(positions):
            if runs and n - runs[-1][1] == 1:
                runs[-1][1] = n
            else:
                runs.append([n, n])
        return [trimmed for first, last in runs if (trimmed := self._trim(first, last))]

    def _trim(self, first: int, last: int) -> Run | None:
        tokens = self.tokens
        while first <= last and (not _wordy(tokens[first]) or (tokens[first].lower in LINKING and not tokens[first].quoted)):
            first += 1
        while last >= first and not _wordy(tokens[last]):
            last -= 1
        if first > last:
            return None
        if first and tokens[first].quoted and tokens[first - 1].text in OPENING:
            first -= 1
        ahead = last
        while tokens[last].quoted and ahead + 1 < len(tokens) and tokens[ahead + 1].text in STOPS | CLOSING:
            ahead += 1
            if tokens[ahead].text in CLOSING:
                return first, ahead
        return first, last

    def _bridged(self, positions: set[int]) -> set[int]:
        """With the punctuation that stands between two words of one quotation."""
        out = set(positions)
        for one, other in pairwise(sorted(positions)):
            if self.tokens[one].quoted == self.tokens[other].quoted and not any(_wordy(t) for t in self.tokens[one + 1 : other]):
                out.update(range(one, other))
        return out

    def _span(self, run: Run) -> Span:
        return Span(self.tokens[run[0]].start, self.tokens[run[1]].end)

    def _attribution(self, source: Run | None, cue: Run, content: list[Run], rule: str) -> Attribution:
        return Attribution(self._span(source) if source else None, self._span(cue), tuple(self._span(c) for c in content), rule)


def _merely_seen(verb: Token) -> bool:
    """Perception, need and cause are attributions only where they govern a finite clause."""
    return verb.lemma in NOT_SAID and not any(c.dep == "ccomp" and is_finite(c) for c in verb.children)


def _binds(verb: Token) -> bool:
    """A speech act that is no report: promise, threaten, demand, condemn …; "call for" only with its "for"."""
    beside = {c.lower for c in verb.children}
    return any(operator.voice and set(rest) <= beside for rest, operator in operators().verbs.get(verb.lemma, ()))


def _needs(verb: Token, prep: str) -> bool:
    """ "call for", "call on": the preposition belongs to the wording."""
    return any(rest[:1] == (prep,) for rest, operator in operators().verbs.get(verb.lemma, ()) if operator.voice and prep != "to")


def _tells(clause: Token) -> bool:
    return is_finite(clause) or clause.first("nsubj", "nsubjpass") is not None or not is_verb(clause)


def _infinitive(clause: Token) -> bool:
    return any(c.lower == "to" and c.dep == "aux" for c in clause.children)


def _wordy(token: Token) -> bool:
    return any(c.isalnum() for c in token.text)


def _root(token: Token) -> Token:
    return next((t for t in token.ancestors() if t.is_root), token)
