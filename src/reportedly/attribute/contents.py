"""What is said: the stretches that a cue attributes, as clause, quotation, frame around an aside, demand or object."""

from __future__ import annotations

from reportedly.attribute.cues import binds, governed, names, quotes, takes_object, tells, wills
from reportedly.attribute.stretches import CLOSING, STOPS, Run, Stretches, wordy
from reportedly.language.clauses import is_passive, is_verb
from reportedly.language.coordination import RELATIVE
from reportedly.language.parse import Token
from reportedly.language.verb_forms import is_finite, is_infinitive

WORDY = 4  # fewer quoted words are scare quotes or a title


def content_of(verb: Token, taken: set[int], line: Stretches) -> list[Run]:
    """The content of a verb whose source and cue are the positions `taken`; empty when it has none."""
    quoted = _quoted(verb, taken, line)
    beside = [r for r in quoted if _is_beside(r, taken, line)]
    clause = next((c for c in verb.children if c.dep == "ccomp" and _tells(c)), None)
    if quoted and (beside or clause is None or line.tokens[min(line.under(clause) - taken, default=0)].quoted):
        return quoted
    if clause is not None:
        return line.runs(line.under(clause) - taken)
    for reading in (_framing, _asked, _object, _bare):
        if found := reading(verb, taken, line):
            return found
    return []


def _is_beside(run: Run, taken: set[int], line: Stretches) -> bool:
    """A quotation that ends right before who says it or begins after a comma or colon behind it."""
    first, last = min(taken), max(taken)
    return run[1] == first - 1 or (run[0] == last + 2 and line.tokens[last + 1].lower in (",", ":"))


def _framing(verb: Token, _: set[int], line: Stretches) -> list[Run]:
    """"The road, he said, was closed", "The road, as he said, was closed": what stands around the aside."""
    if not is_aside(verb, line):
        return []
    return line.runs(line.under(verb.head) - line.under(verb))


def is_aside(verb: Token, line: Stretches) -> bool:
    """A verb of saying that hangs on what it tells, between commas or at the end."""
    head = verb.head
    as_said = verb.dep == "advcl" and any(c.lower == "as" and c.dep == "mark" for c in verb.children)
    if not (as_said or (verb.dep in ("parataxis", "ccomp") and verb.first("mark") is None)) or not is_verb(head) or verb.first("dobj", "xcomp"):
        return False
    if (verb.first("nsubj") is None and not as_said) or (verb.quoted and not head.quoted) or (verb.dep == "ccomp" and tells(head)):
        return False
    words = line.words(line.under(verb))
    return line.is_set_off(words[0], words[-1])


def _asked(verb: Token, taken: set[int], line: Stretches) -> list[Run]:
    """What is promised, demanded, expected: an infinitive, with the one who is asked."""
    clause = next((c for c in verb.children if c.dep == "xcomp" and is_infinitive(c)), None)
    if clause is None or not (binds(verb) or wills(verb) or is_passive(verb)):
        return []
    asked = [c for c in verb.children if c.dep in ("dobj", "nsubjpass") and c.i < clause.i]
    return line.runs({n for part in (*asked, clause) for n in line.under(part)} - taken)


def _object(verb: Token, taken: set[int], line: Stretches) -> list[Run]:
    """What is demanded, condemned, described: a noun phrase, with what it is called ("called it a lie", "as a lie")."""
    if not takes_object(verb):
        return []
    noun = verb.first("nsubjpass" if is_passive(verb) else "dobj") or next(iter((*governed(verb), *_gerunds(verb))), None)
    if noun is None:
        antecedent = _antecedent(verb)
        return [] if antecedent is None else line.runs(line.under(antecedent) - line.under(verb))
    more = [c for c in (*names(verb), *(p for p in verb.all("prep") if p.lower == "of")) if c.i > noun.i]
    return line.runs({n for part in (noun, *more) for n in line.under(part)} - taken)


def _gerunds(verb: Token) -> list[Token]:
    """"resented being asked", "denied having sold it"."""
    return [c for c in verb.all("xcomp", "ccomp") if c.tag == "VBG" or any(t.tag == "VBG" and t.dep in ("aux", "auxpass") for t in c.children)]


def _antecedent(verb: Token) -> Token | None:
    """"the aim it stated": what the object of a relative clause without a pronoun stands for."""
    if verb.dep != "relcl" or verb.first("nsubj") is None or any(t.lower in RELATIVE and t.tag.startswith("W") for t in verb.subtree() if t.i < verb.i):
        return None
    return verb.head


def _bare(verb: Token, taken: set[int], line: Stretches) -> list[Run]:
    """A verb of saying without any complement in the tree: what stands beside it in the text."""
    if not quotes(verb) or verb.quoted or verb.first("nsubj") is None:
        return []
    first, last = min(taken), max(taken)
    begin, end = line.bounds(verb)
    before, after = line.tokens[first - 1] if first else None, line.tokens[last + 1] if last < end else None
    if before is not None and before.text in CLOSING and line.tokens[first - 2].text in STOPS:
        return line.runs(line.quotation(line.tokens[first - 2].quoted))
    if first > begin and before is not None and before.lower == "," and not _stands_before(verb, begin, first, line):
        behind = max(n for n in line.under(verb) if n <= end)  # "…, he told us on Monday"
        if behind == end or not wordy(line.tokens[behind]) or not wordy(line.tokens[behind + 1]):
            return line.runs({*range(begin, first), *range(max(behind, last) + 1, end + 1)})
    if after is not None and after.lower == ":":
        return line.runs(set(range(last + 1, end + 1)))
    return []


def _stands_before(verb: Token, begin: int, first: int, line: Stretches) -> bool:
    """Whether all that stands before the comma is an adjunct of the verb ("On Monday, he spoke")."""
    return not any(is_verb(line.tokens[n]) and line.tokens[n] not in verb.subtree() for n in range(begin, first)) and verb.is_root


def _quoted(verb: Token, taken: set[int], line: Stretches) -> list[Run]:
    """The quotations that stand in the verb's sentence, to their ends."""
    begun = set() if verb.quoted else {t.quoted for t in line.sentence(verb).tokens if t.quoted}
    speech = {n for number in begun for n in line.quotation(number)} - taken
    return [r for r in line.runs(speech) if r[1] - r[0] >= WORDY and _stands_alone(r, line)]


def _stands_alone(run: Run, line: Stretches) -> bool:
    """A quotation after a comma, a colon or nothing; "a “true wake-up call”" is part of its phrase."""
    before = line.tokens[run[0] - 1] if run[0] else None
    return before is None or not wordy(before) or any(is_verb(t) and is_finite(t) for t in line.tokens[run[0] : run[1] + 1])


def _tells(clause: Token) -> bool:
    return is_finite(clause) or clause.first("nsubj", "nsubjpass") is not None or not is_verb(clause)
