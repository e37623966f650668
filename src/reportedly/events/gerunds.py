"""Nouns that are made of a verb and told with what it is done to: "the storming of the embassy by students"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.codebooks.frames import Codebook, Frame
from reportedly.events.idioms import SMALL, children_saying, words_under
from reportedly.language.clauses import obliques
from reportedly.language.coordination import expand
from reportedly.language.parse import Token

DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "RETREAT", "AID", "CONCEDE", "REJECT"})  # a meeting, a ruling, an understanding are nouns of their own


def gerund_rows(noun: Token, codebook: Codebook) -> Iterator[tuple[str, tuple[str, ...], Frame, tuple[Token, ...]]]:
    """The verb, its further words, the frame and the words in the text: "round up" of "the rounding up of dissidents", "drop charge" of
    "the dropping of charges". The frame's roles are those of the noun."""
    if noun.tag not in ("NN", "NNS") or not noun.lemma.endswith("ing"):
        return
    near = words_under(noun)
    if "of" not in near:
        return
    for verb in stems(noun.lemma):
        for rest, frame in codebook.verbs.get(verb, ()):
            if (frame.type in DEEDS or not SMALL.issuperset(rest)) and near.issuperset(rest) and (words := children_saying(noun, ("of", *rest))) is not None:
                yield verb, rest, as_noun(frame), words


def stems(noun: str) -> tuple[str, ...]:
    """The verbs that a noun in -ing may be of: "gun" of "gunning", "seize" of "seizing", "storm" of "storming"."""
    base = noun.removesuffix("ing")
    doubled = (base[:-1],) if len(base) > 3 and base[-1] == base[-2] else ()
    return (base, base + "e", *doubled) if len(base) > 2 else ()


def as_noun(frame: Frame) -> Frame:
    """A verb's frame for its noun: what is done to stands behind "of", who does it behind "by" or before the noun."""
    subject, whom = frame.roles.get("subject", "actor"), frame.roles.get("object", "recipient")
    return replace(frame, roles={**frame.roles, "of": whom, "by": subject, "poss": subject, "adj": subject})


def done_by(noun: Token) -> tuple[Token, ...]:
    """Who does it: "the storming of the embassy by students", "the army's rounding up of poets"."""
    low = [a for _, other in done_to(noun) for p, a in obliques(other) if p == "by"]
    return (*expand(noun.all("poss")), *(a for p, a in obliques(noun) if p == "by"), *low)


def done_to(noun: Token) -> list[tuple[Token, Token]]:
    """The nouns behind its "of", be it the particle's: "the rounding up of dissidents"."""
    return [(at, other) for at in (noun, *noun.all("prt", "prep", "advmod")) for p, other in obliques(at) if p == "of"]
