"""Which sense an event noun has in a report: "the port strike" of dockers, or the strike of jets on a port.

One sense a report (Gale, Church and Yarowsky 1992), unless a sentence has telling words of its own. Words in
`codebooks/senses.yaml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportedly.codebooks.data import load_data
from reportedly.find.kinds import noun_kinds
from reportedly.language.parse import Parse, Sentence, Token

STRUCK = frozenset({"PLACE", "FACILITY", "VEHICLE", "PERSON", "GROUP", "ARMED", "STATE"})
IN_SENTENCE = 3  # a telling word in the same sentence weighs as much as so many elsewhere in the report


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A noun, the frame of each sense, and the words that tell the sense."""

    noun: str
    frames: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    not_after: frozenset[str]  # words before a telling word that take its force
    served: frozenset[str]  # what may stand behind its "on" in either sense: "a strike on the railways"


@lru_cache(maxsize=1)
def ambiguous_nouns() -> tuple[Ambiguous, ...]:
    """The nouns of `senses.yaml`."""
    return tuple(Ambiguous(row["noun"], row["frames"], {sense: frozenset(row[sense]) for sense in row["frames"]}, frozenset(row["not_after"]), frozenset(row["served"])) for row in load_data("senses.yaml"))


@dataclass(frozen=True, slots=True)
class Senses:
    """How often the telling words of each sense stand in a report."""

    counts: Mapping[str, int]

    def frame_of(self, noun: Token, frame: str, sentence: Sentence) -> str:
        """The frame of the likelier sense of a bare noun; the frame given where the words do not tell, or for any other noun."""
        row = next((r for r in ambiguous_nouns() if r.noun == noun.lemma and frame in r.frames.values()), None)
        if row is None or _is_aimed(noun, row.served):
            return frame
        here = Counter(t.lemma for t in sentence.tokens if _tells(t))
        weights = {row.frames[sense]: sum(IN_SENTENCE * here[w] + self.counts.get(w, 0) for w in words) for sense, words in row.words.items()}
        best = max(weights, key=lambda name: (weights[name], name == frame))
        return best if weights[best] > weights[frame] else frame


def _is_aimed(noun: Token, served: frozenset[str]) -> bool:
    """"a strike on a market": the word behind it says which it is; "on Monday" does not, nor does a raid on an office."""
    return bool(served) and any(p.lower in ("on", "against") and any(noun_kinds(o) & STRUCK and o.lemma not in served for o in p.all("pobj")) for p in noun.all("prep"))


def senses_of(parse: Parse) -> Senses:
    """Count the telling words of a report, once."""
    return Senses(Counter(t.lemma for t in _tokens(parse) if _tells(t)))


def _tells(token: Token) -> bool:
    """Whether a word tells a sense; "aid workers" do not tell of a stoppage."""
    rows = _telling().get(token.lemma, ())
    return bool(rows) and not any(c.lower in row.not_after for row in rows for c in token.children)


@lru_cache(maxsize=1)
def _telling() -> Mapping[str, tuple[Ambiguous, ...]]:
    """Each telling word → the nouns whose sense it tells."""
    every = {word for row in ambiguous_nouns() for words in row.words.values() for word in words}
    return {word: tuple(row for row in ambiguous_nouns() if any(word in words for words in row.words.values())) for word in every}


def _tokens(parse: Parse) -> Iterable[Token]:
    return (token for sentence in parse.sentences for token in sentence.tokens)
