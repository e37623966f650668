"""Places by which an event noun is told: those that see it, and those that are its scene; and headlines in which it stands."""

from __future__ import annotations

from reportedly.attribute.path import is_ground
from reportedly.language.clauses import subjects
from reportedly.language.parse import Token

BEHOLDING = frozenset({"see", "witness", "experience"})
SCENES = frozenset({"scene", "site", "theatre", "theater", "epicentre", "epicenter"})


def beholders(noun: Token, verb: Token) -> tuple[Token, ...]:
    """"Karachi witnessed a wave of killings": the place that sees them."""
    seen = noun.dep == "dobj" and verb.lemma in BEHOLDING
    return tuple(filter(is_ground, subjects(verb))) if seen else ()


def scene_of(noun: Token) -> tuple[Token, ...]:
    """"the village was the scene of a massacre", "Bor, the scene of clashes": what is said to be the scene is the place."""
    scene = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    if scene.lemma not in SCENES or scene is noun:
        return ()
    if scene.dep == "appos":
        return (scene.head,)
    return subjects(scene.head) if scene.dep in ("attr", "oprd") and scene.head.lemma in ("be", "become", "remain") else ()


def is_of_headline(verb: Token) -> bool:
    """"Curfew empties town", without a full stop: a present that tells what has happened."""
    return verb.is_root and verb.tag in ("VBZ", "VBP") and max(verb.subtree(), key=lambda t: t.i).text not in (".", "!", "?")
