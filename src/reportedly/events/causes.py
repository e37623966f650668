"""Who or what did it: nature and accidents do nothing to anybody, whatever the verb.

Their nouns stand with the types that they bar, as `not_caused_by` in the codebook.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportedly.codebooks.frames import Codebook
from reportedly.language.clauses import agents, is_passive, objects, obliques, subjects
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Token

CAUSAL = ("in", "by", "from", "after", "following", "during", "of", "because of", "due to")
CAUSING = ("cause", "trigger", "spark", "blame")
WHEN = ("when", "after", "as")
COLLIDING = frozenset({"hit", "strike", "ram", "crush", "smash", "slam", "plough", "plow", "collide", "crash", "run"})  # what one vehicle does to another
HARMFUL = ("ASSAULT", "COERCE")


FLAMES = frozenset({"fire", "flame", "inferno"})
BURNING = frozenset({"engulf", "sweep", "gut", "rage", "rip", "tear", "spread", "ravage", "burn", "raze", "consume", "start"})
SHOTS = frozenset({"bullet", "gunfire", "rocket", "missile", "shell", "fire", "stone", "grenade", "mortar", "arrow", "lead"})


def caused_by(verb: Token, causes: Mapping[str, frozenset[str]]) -> bool:
    """Whether one of some causes is the doer ("the flood killed") or stands beside the deed ("killed after a flood hit")."""
    if not causes:
        return False
    if any(map(_burns, (*subjects(verb), *(subjects(verb.head) if verb.dep == "advcl" and verb.tag == "VBG" else ())))):
        return "accident" in causes
    beside = [*subjects(verb), *(noun for prep, noun in obliques(verb) if prep in CAUSAL)]
    missteps = [v for prep in verb.all("prep") if prep.lower in CAUSAL for v in prep.all("pcomp")]  # "killed after falling from a ridge"
    joined = [verb, *(c for c in verb.all("conj") if c.tag.startswith("VB"))]  # "killed and injured after a quake struck"
    clauses = [c for v in joined for c in v.all("advcl", "relcl")]
    beside += [s for c in clauses for s in subjects(c)]
    mishaps = [c for c in clauses if any(m.lower in WHEN for m in c.children if m.dep in ("mark", "advmod"))]  # "when their bus overturned"
    beside += [noun for n in (verb, *subjects(verb)) for noun in _laid_to(n)]
    if verb.dep in ("advcl", "xcomp", "acl", "relcl", "conj"):
        beside += [verb.head, *(subjects(verb.head) if verb.head.tag.startswith("VB") else ())]
    if (worst := verb.head).dep == "appos":
        beside.append(worst.head)  # "an outbreak, the worst to hit the country"
    real = [noun for noun in beside if not any(c.lower == "of" for c in noun.all("prep"))]  # "a hail of bullets" is no weather
    above = [verb.head] if verb.dep in ("advcl", "conj") and verb.head.tag.startswith("VB") else []
    colliders = [n for v in (*joined, *clauses, *above) if v.lemma in COLLIDING and not any(kind_of(o) == "WEAPON" for o in objects(v)) for s in subjects(v) if _is_nobodys(s) for n in (s, *s.all("compound"))]
    by_kind = {"nature": real, "misstep": missteps, "collision": colliders, "accident": [*beside, *mishaps]}
    return any(named(by_kind.get(kind, beside), nouns) for kind, nouns in causes.items())


def _is_nobodys(vehicle: Token) -> bool:
    """A bus, a cargo ship; no coast guard's and no state's, which may ram on purpose."""
    return not any(c.known or c.ent in ("NORP", "GPE", "ORG") or c.lower in ("suicide", "bomb", "guard", "army", "navy", "police", "explosive-laden", "booby-trapped") for c in vehicle.children)


def _burns(noun: Token) -> bool:
    """"A fire engulfed the market, killing six": no gunfire."""
    return noun.lemma in FLAMES and noun.head.lemma in BURNING


def is_accident(event: Token, causes: Mapping[str, frozenset[str]]) -> bool:
    """"explosions hit the port, caused by fertiliser": what is said to have caused it is no deed of anybody's."""
    verb = event.head if event.dep == "nsubj" else event
    return any(named([*_laid_to(event), *_laid_to(verb)], nouns) for nouns in causes.values())


def _laid_to(told: Token) -> list[Token]:
    """What an event is laid to by a participle, with what there is much of: "caused by large quantities of ammonium nitrate"."""
    causes = [agent for c in told.all("advcl", "acl", "relcl") if c.lemma in CAUSING and is_passive(c) for agent in agents(c)]
    return [noun for cause in causes for noun in (cause, *(p for prep, p in obliques(cause) if prep == "of"))]


def is_nature(event_type: str, doer: Token, codebook: Codebook) -> bool:
    """"the wildfire forced families out", "Cyclone Ida slammed into the coast": what nature does, nobody does. "A hail of bullets" is no weather."""
    if any(c.lower == "of" and any(p.lemma in SHOTS for p in c.all("pobj")) for c in doer.all("prep")):
        return False
    words = (doer, *doer.all("compound")) if doer.pos == "PROPN" else (doer,)
    return event_type in HARMFUL and any(named(words, causes.get("nature", frozenset())) for causes in codebook.not_caused_by.values())


def named(tokens: Iterable[Token], words: frozenset[str]) -> bool:
    """Whether one of some words is in a list, as a lemma or as it stands."""
    return any(t.lemma in words or t.lower in words for t in tokens)
