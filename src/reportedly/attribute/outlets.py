"""Who else passes it on: the outlet that was told, the agency that carried the statement, whom a report cites.

"X told Reuters" puts Reuters around X; so do "in an interview with Reuters", "in a statement carried by Reuters" and "was
quoted as saying by Reuters". "Reuters said, citing X" puts X inside Reuters.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.attribute.path import Said, Walk
from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import agents, is_passive
from reportedly.language.parse import Token
from reportedly.terms import Stance

TELLING = frozenset({"tell", "inform"})
CITING = frozenset({"cite", "quote"})
CARRYING = frozenset(
    ["carry", "publish", "quote", "cite", "release", "broadcast", "air", "print", "distribute", "run", "report", "relay", "circulate", "see", "obtain", "review", "read"]
)
REFERRING = frozenset({("with", "reference", "to"), ("on", "authority", "of")})
TALKS = frozenset({"interview", "remark", "comment", "statement", "conversation", "message", "speech", "letter", "email", "e-mail"})


def told(w: Walk, verb: Token) -> None:
    """The voices around and inside that of a verb of saying."""
    for outlet in (*_hearers(verb), *_carriers(verb)):
        w.say((outlet,), outlet, Stance.ASSERTS, "told-outlet")
    cited = tuple(map(named, verb.all("dobj"))) if verb.lemma in CITING and not is_passive(verb) else ()
    if cited and not any(set(cited) & set(said.who) for said in w.path.voices):  # "…, the channel quoted an officer as saying"
        w.path.voices.insert(len(w.path.voices) - 1, Said(cited, verb, Stance.ASSERTS, "citing"))
        w.path.steps.append(("voice.citing", verb, ""))
    for source in _referred_to(verb):
        w.path.voices.insert(len(w.path.voices) - 1, Said((named(source),), source, Stance.ASSERTS, "citing"))
        w.path.steps.append(("voice.citing", source, ""))
    low = [c for told in verb.all("ccomp") for c in told.all("advcl") if c.i > told.i] if any(map(is_outlet, verb.all("nsubj"))) else []  # "the paper said troops had left, citing officials"
    for citing in (*verb.all("advcl", "prep", "csubj"), *(c for s in verb.all("nsubj") for c in s.all("acl")), *low):  # "Reuters, citing officials, reported that"
        if citing.lemma in CITING and citing.tag == "VBG":
            inner = Said(tuple(named(noun) for noun in citing.all("dobj")), citing, Stance.ASSERTS, "citing")
            if inner.who:
                w.path.voices.insert(len(w.path.voices) - 1, inner)
                w.path.steps.append(("voice.citing", citing, ""))


def quoted_by(w: Walk, verb: Token) -> bool:
    """"…, the general was quoted as saying by Interfax": the general, in Interfax."""
    saying = next((s for prep in verb.all("prep") if prep.lower == "as" for s in prep.all("pcomp") if s.lemma in voice_words().verbs), None)
    who = tuple(verb.all("nsubjpass"))
    if verb.lemma not in CITING or not is_passive(verb) or saying is None or not who:
        return False
    w.say(who, saying, Stance.ASSERTS, f"verb.{saying.lemma}")
    for by in (agents(verb) or agents(saying))[:1]:
        w.say((by,), verb, Stance.ASSERTS, f"verb.{verb.lemma}")
    return True


def named(noun: Token) -> Token:
    """"the newspaper Al-Watan", "the agency Anadolu": the name that stands in apposition without a comma."""
    name = next((c for c in noun.all("appos") if (c.pos == "PROPN" and c.ent in ("ORG", "GPE", "PERSON", "FAC", "NORP")) or c.known), None)
    return name if name is not None and is_outlet(noun) and all(t.text != "," for t in noun.children if noun.i < t.i < name.i) else noun


def is_outlet(noun: Token) -> bool:
    """A known outlet, "the newspaper", or a name behind such a word: "the news agency SANA"."""
    words = voice_words().outlets
    called = noun.pos == "PROPN" and any(c.dep == "compound" and c.lower in words for c in noun.children)
    return called or noun.known.startswith("outlet:") or noun.lower in words


def _referred_to(verb: Token) -> list[Token]:
    """"TASS reports with reference to the governor that", "on the authority of officials", "the paper, which cited officials, said"."""
    nouns = [(prep, n) for prep in verb.all("prep") if prep.lower in ("with", "on") for n in prep.all("pobj")]
    behind = [p for prep, n in nouns for c in n.all("prep") for p in c.all("pobj") if (prep.lower, n.lemma, c.lower) in REFERRING]
    return behind + [o for s in verb.all("nsubj") for c in s.all("relcl") if c.lemma in CITING and not is_passive(c) for o in c.all("dobj")]


def _hearers(verb: Token) -> Iterator[Token]:
    """"told Reuters", "told the newspaper"; of others who hear it ("told the court") nothing is said on."""
    if verb.lemma in TELLING:
        for hearer in verb.all("dobj", "dative"):
            noun = hearer.first("pobj") or hearer
            if is_outlet(noun):
                yield named(noun)


def _carriers(verb: Token) -> Iterator[Token]:
    """"said in a statement carried by Reuters", "in an interview with Reuters", "X, quoted by Reuters, said", "speaking to Reuters"."""
    sayers = verb.all("nsubj")
    for sayer in sayers:
        yield from carriers(sayer)
    for talk in (p for node in (verb, *sayers) for prep in node.all("prep") if prep.lower in ("in", "during") for p in prep.all("pobj")):
        yield from carriers(talk)
        if talk.lemma in TALKS:
            yield from _audience(talk, ("with", "to"))
    for speaking in verb.all("advcl"):
        if speaking.lemma in ("speak", "talk") and speaking.tag == "VBG":
            yield from _audience(speaking, ("with", "to"))


def carriers(noun: Token) -> Iterator[Token]:
    """"a statement carried by Reuters", "a report seen by Reuters", "police, quoted by Reuters"."""
    for clause in noun.all("acl"):
        if clause.lemma in CARRYING and is_passive(clause):
            yield from (named(by) for by in agents(clause)[:1] if is_outlet(by))


def _audience(node: Token, preps: tuple[str, ...]) -> Iterator[Token]:
    return (named(noun) for prep in node.all("prep") if prep.lower in preps for noun in prep.all("pobj") if is_outlet(noun))
