"""People told by whose they are: "a woman and her two children" are three, "a couple and their baby girl" none that is counted."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.figure_draft import Draft
from reportedly.find.kinds import noun_kinds
from reportedly.find.numbers import word_at
from reportedly.language.parse import Token

REACH = 5  # words between an article and its noun: "a 34-year-old woman"
_OWN = frozenset({"his", "her", "their"})


def _is_one_more(tokens: Sequence[Token], at: int) -> bool:
    """The farmer of "a farmer, his wife and their two sons"."""
    return tokens[at].tag == "NN" and word_at(tokens, at + 1) == "," and "PERSON" in noun_kinds(tokens[at])


def household(tokens: Sequence[Token], draft: Draft) -> Draft | None:
    """All of the people of whom a figure counts the second part; None where nobody stands before it.

    Also "a commander and three of his guards". The first is one person, a couple two.
    """
    if draft.kind != "count" or draft.low is None or draft.low != draft.high or not tokens[draft.first].text[0].isalnum():
        return None
    owned = word_at(tokens, draft.first - 1) in _OWN or (word_at(tokens, draft.end) == "of" and word_at(tokens, draft.end + 1) in _OWN)
    at = draft.first - 1 - (word_at(tokens, draft.first - 1) in _OWN)
    if not owned or word_at(tokens, at) != "and" or at < 2:
        return None
    noun = tokens[at - 1]
    article = next((n for n in range(at - 2, max(-1, at - 2 - REACH), -1) if tokens[n].lower in ("a", "an")), -1)
    if article < 0 or noun.tag != "NN" or not (noun.lemma == "couple" or "PERSON" in noun_kinds(noun)):
        return None
    count = draft.low + (2 if noun.lemma == "couple" else 1) + sum(_is_one_more(tokens, n) for n in range(article + 1, at - 1))
    last = next((n for n in range(draft.end, min(len(tokens), draft.end + REACH)) if tokens[n].tag == "NNS"), draft.end - 1)
    return Draft(article, last + 1, count, count)
