"""Which body of the report "the group", "the rights group", "the New York-based organisation" is, where one alone fits.

Of a body that is no entry the name does not say what it may be called; but of those who speak in a report, the one body with a
name of its own is "the group" that says more further down. Where two such have spoken, or "a group of students" came between, the
words stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.codebooks.operators import voice_words
from reportedly.knowledge.entries import Entry
from reportedly.language.parse import Token
from reportedly.language.told import ACCUSING
from reportedly.resolve.predicates import styled_as
from reportedly.resolve.referent import Referent
from reportedly.spans import Span

TOKENS_A_SENTENCE = 100_000  # how `Token.i` tells the sentence
LEAD = 2  # sentences
LOOSE = frozenset({"group", "organisation", "organization", "ngo", "charity", "watchdog"})
FIGHTING = frozenset({"militia", "faction"})
LOOSE_GROUP = frozenset({"group", "militia", "organisation", "organization", "faction"})
NAMED_SO = frozenset({"network", "collective", "centre", "center", "observatory", "association", "league", "society", "movement", "alliance", "coalition", "trust", "foundation", "initiative", "project", "campaign", "forum", "federation", "front", "party"})
BODIES_NAMED = LOOSE | LOOSE_GROUP | NAMED_SO | {"newspaper", "daily", "weekly", "website", "company", "firm", "agency", "union", "brigade", "gang"}
WATCHING = frozenset({"rights", "human", "monitoring", "aid", "advocacy", "campaign", "watchdog", "environmental", "charity", "non-governmental", "nongovernmental", "conflict", "legal", "press", "freedom"})
OFFICIAL = frozenset({"ministry", "army", "police", "court", "government", "department", "parliament", "navy", "force", "embassy", "council", "university", "hospital", "prison", "company", "club", "airline"})
GROUPS = frozenset({"ORG", "GROUP"})
NAMELY = frozenset({"ARMED", "VEHICLE"})  # what the last word of a body's name may be: "the Carob Column", "the Hill Guard"
GENERIC_GROUP = frozenset({"group", "militia", "organisation", "organization", "movement", "faction", "network", "party", "alliance", "coalition"})
BODIES = frozenset(["department", "ministry", "agency", "commission", "council", "committee", "court", "parliament", "mission", "office", "federation", "bureau", "authority", "directorate", "institute", "foundation", "command", "union", "cabinet", "senate", "assembly", "observatory", "tribunal", "secretariat", "service", "force", "brigade", "fund", "inspectorate", "collective", "network", "centre", "center", "association", "league", "society"])
KNOWN = frozenset({"group", "organisation"})


def is_loose(noun: Token) -> bool:
    """"the group", "the rights group", "the London-based charity": words that may be of any body that was named."""
    det = noun.first("det")
    if noun.lower not in LOOSE | NAMED_SO or noun.tag != "NN" or det is None or det.lower != "the" or noun.first("prep", "relcl", "acl", "appos", "poss") is not None:
        return False
    before = [c for c in noun.subtree() if c.i < noun.i and c is not det and c.pos != "PUNCT"]
    based = any(c.lower.endswith("based") for c in before)
    return based or all(c.lower in WATCHING for c in before)


def only_body(noun: Token, mentions: Sequence[Referent]) -> Referent | None:
    """The one body with a name that has spoken before, of a noun that tells; of "the network" one that has the word in its name."""
    if not _tells(noun) or _was_another(noun, mentions):
        return None
    bodies = {m.name.lower(): m for m in mentions if m.head.i < noun.i and _is_body(m, noun)}
    heard = {m.name for m in mentions if m.head.i < noun.i and _tells(m.head)}
    spoke = {name: m for name, m in bodies.items() if m.name in heard}
    fit = spoke or bodies
    return next(iter(fit.values())) if len(fit) == 1 else None


def _tells(noun: Token) -> bool:
    """Who says something, or "according to" whom."""
    verb = noun.head
    if noun.dep == "nsubj":
        return verb.lemma in voice_words().verbs or verb.lemma in ACCUSING
    return noun.dep == "pobj" and verb.lower == "to" and verb.head.lower == "according"


def _is_body(mention: Referent, noun: Token) -> bool:
    head = mention.head
    if mention.person or head.pos != "PROPN" or head.tag != "NNP" or head.dep == "compound" or not _may_be(mention.entry):
        return False
    named = noun.lower in LOOSE or noun.lower in mention.name.lower().split()
    whole = mention.entry is not None or " " in mention.name
    return named and whole and head.lemma.lower() not in OFFICIAL and (bool(mention.kinds & GROUPS) or (head.ent == "ORG" and mention.kinds <= NAMELY) or head.lemma.lower() in NAMED_SO) and not any(w in voice_words().outlets for w in mention.name.lower().split())


def _may_be(entry: Entry | None) -> bool:
    return entry is None or entry.kind in KNOWN


def _was_another(noun: Token, mentions: Sequence[Referent]) -> bool:
    """"A group of students …, the group said": one that was called so, and has no name."""
    last = last_called(noun, mentions)
    return last is not None and last.rule == "words" and last.head.pos == "NOUN"


def last_called(noun: Token, mentions: Sequence[Referent]) -> Referent | None:
    """What the same word stood for when it was said last."""
    return next((m for m in reversed(mentions) if m.head.lemma == noun.lemma and m.head.i < noun.i), None)


def may_be_called(mention: Referent, word: str) -> bool:
    """Whether "the group" may be what was named before; a coalition or party is so called by its name, and a body of states is no militia."""
    if mention.entry is None or mention.entry.kind not in ("group", "organisation"):
        return False
    if word in FIGHTING and mention.entry.kind != "group":
        return False
    return word in LOOSE_GROUP or any(word in alias.lower().split() for alias in mention.entry.aliases)


def is_bodys_name(noun: Token, name: Token) -> bool:
    """"the rights group Tolve Watch", "a charity, Tolve Watch,": the name of a body beside what it is."""
    return noun.lower in BODIES_NAMED and noun.tag == "NN" and name.pos == "PROPN" and ((name.dep == "appos" and name.head is noun) or name in styled_as(noun)) and name.ent not in ("PERSON", "DATE", "NORP")


def without_group(noun: Token, span: Span) -> Span:
    """"according to rights group Tolve Watch": Tolve Watch."""
    group = next((c for c in noun.all("compound", "nmod") if c.lower in LOOSE and c.text.islower()), None) if noun.pos == "PROPN" else None
    begin = min((c.start for c in noun.subtree() if group is not None and c.i > group.i), default=span.start)
    return span if group is None or not span.start <= begin < span.end else Span(begin, span.end)


def named_below(noun: Token, mentions: Sequence[Referent]) -> Token | None:
    """"A rights group said" in the lead, of "Tolve Watch, a rights group," further down: the name, where one alone is called so."""
    det = noun.first("det")
    if noun.lower not in LOOSE or noun.first("prep", "appos") is not None or noun.i // TOKENS_A_SENTENCE >= LEAD or det is None or det.lower not in ("a", "an"):
        return None
    below = [m.head for m in mentions if m.head.i > noun.i and m.head.pos == "PROPN" and not m.person]
    named = {t.text: t for t in below if any(n.lemma == noun.lemma and n.tag == "NN" for n in (*t.all("appos"), *([t.head] if t.dep == "appos" else [])))}
    return next(iter(named.values())) if len(named) == 1 else None


def first_called(noun: Token, mentions: Sequence[Referent]) -> Token | None:
    """"A source in the ministry" of "the source" further down, where the report speaks of one such alone."""
    word = "source" if noun.lemma == "interlocutor" else noun.lemma
    called = [m.head for m in mentions if m.head.lemma == word and m.head.i < noun.i and m.head.tag == "NN" and m.rule == "words"]
    ones = [t for t in called if (det := t.first("det", "nummod")) is not None and det.lower in ("a", "an", "one", "another")]
    return ones[0] if len(ones) == 1 else None


def called_after(noun: Token) -> Token | None:
    """The militia of "the group, the CODECO militia,": the word beside it that has the name."""
    return next((a for a in noun.all("appos") if a.i > noun.i and any(c.pos == "PROPN" for c in a.all("compound"))), None) if noun.lower in GENERIC_GROUP else None
