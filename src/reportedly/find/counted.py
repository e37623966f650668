"""What a number counts: the noun it belongs to, by the tree where the parser saw it, else by the words after it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.numbers import number_words
from reportedly.language.parse import Token
from reportedly.spans import Span

_NOMINAL = ("NN", "JJ", "VBN", "VBG", "CD", "POS", "HYPH", "DT", "NNP")
_COUNTING = ("nummod", "quantmod", "compound", "amod", "det", "nmod")
_REACH = 10


def counted_noun(tokens: Sequence[Token], first: int, end: int) -> Token | None:
    """The noun counted by the figure at `first` to `end` (half-open), None when only the number stands there.

    A state may stand for the noun: "one dead, two hurt".
    """
    index = {t.i: n for n, t in enumerate(tokens)}
    if end < len(tokens) and tokens[end].lower == "of":
        return _after_of(tokens, end, index)
    for token in tokens[first:end]:
        at = index.get(token.head.i, -1)
        if at >= end and token.dep in _COUNTING and _is_noun(token.head) and _plain(tokens, end, at):
            return token.head
    if end < len(tokens) and tokens[end].lower in number_words().data["states"]:
        return _run(tokens, end) or tokens[end]
    return _run(tokens, end)


def _is_noun(token: Token) -> bool:
    return token.tag.startswith("NN") and token.text[0].isalnum()


def _plain(tokens: Sequence[Token], start: int, end: int) -> bool:
    """No verb, preposition or comma between a number and its noun."""
    return all(t.tag.startswith(_NOMINAL) or t.lower in ("and", ",", "-", "or") or t.tag == "RB" for t in tokens[start:end])


def _after_of(tokens: Sequence[Token], at: int, index: dict[int, int]) -> Token | None:
    """The noun after "of": "dozens of villages", "two of the men"; pronouns count nothing that is named here."""
    if at + 1 < len(tokens) and tokens[at + 1].lower in number_words().data["pronouns"]:
        return None
    states = number_words().data["states"]
    governed = next((c for c in tokens[at].children if c.dep == "pobj" and (c.tag.startswith("NN") or c.lower in states)), None)
    if governed is not None and governed.i in index and index[governed.i] - at <= _REACH:
        return governed
    return _run(tokens, at + 1)


def _run(tokens: Sequence[Token], at: int) -> Token | None:
    """The last noun of the run of nominal words that begins here; adverbs before an adjective may stand in it."""
    noun = None
    if at < len(tokens) and tokens[at].lower in ("the", "a", "an") and at and (tokens[at - 1].tag == "CD" and tokens[at - 1].lower[0].isdigit()):
        return None  # "bringing to 24 the number of the dead"
    for token in tokens[at : at + _REACH]:
        if _is_noun(token):
            noun = token
        elif noun is not None or not (token.tag.startswith(("JJ", "VBN", "DT", "HYPH", "RB", "PRP$", "CD")) or token.lower == "-") or (token.tag == "VBN" and token.dep in ("ROOT", "conj", "advcl", "relcl", "ccomp")):
            break
    return noun


def counted_span(tokens: Sequence[Token], end: int, noun: Token) -> Span | None:
    """The phrase from after the figure to its noun, with a noun joined to it: "villages and towns"."""
    start = end
    while start < len(tokens) and tokens[start].lower in ("of", "the", "its", "their", "his", "her", "some", "all"):
        start += 1
    at = next((n for n in range(start, len(tokens)) if tokens[n] is noun), -1)
    if at < 0:
        return None
    if at + 2 < len(tokens) and tokens[at + 1].lower == "and" and tokens[at + 2].head is noun and tokens[at + 2].tag == noun.tag == "NNS":
        at += 2
    return Span(tokens[start].start, tokens[at].end)
