"""People told by whose they are: "a woman and her two children" are three, "a couple and their baby girl" none that is counted.

And people told one by one: "a priest, two nuns and their driver" are four.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.figure_draft import Draft
from reportedly.find.kinds import is_human, noun_kinds
from reportedly.find.numbers import read_number, word_at
from reportedly.language.parse import Token

REACH = 5  # words between an article and its noun: "a 34-year-old woman"
_ONE = frozenset({"a", "an", "another", "one"})
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


def row_of_people(tokens: Sequence[Token], draft: Draft) -> Draft | None:
    """All of the people of a row in which a figure counts some: "a judge, two guards and a clerk". None where the row counts before it, or nobody is alone in it."""
    if draft.kind != "count" or draft.low is None or draft.low != draft.high or not tokens[draft.first].text[0].isalnum():
        return None
    start = _start_of_row(tokens, draft.first)
    items, at = [], start
    while (item := _item(tokens, at)) is not None:
        items.append(item)
        link = item[0] + (word_at(tokens, item[0]) == ",")
        link += word_at(tokens, link) == "and"
        if link == item[0]:
            break
        at = link
    ones = [count for _, count in items if count == 1]
    counted = [end for end, count in items if count > 1]
    whole = len(items) > 1 and "and" in {word_at(tokens, n) for n in range(start, items[-1][0])}
    if word_at(tokens, start - 1) == "," or (items and items[0][1] > 1 and word_at(tokens, items[0][0]) == ","):
        return None  # "three people, a nurse and two guards": the three are told one by one
    if not whole or not ones or not counted or draft.first >= counted[0] or not _are_together([tokens[end - 1] for end, _ in items]):
        return None
    total = sum(count for _, count in items)
    return Draft(start, items[-1][0], total, total)


def _are_together(nouns: Sequence[Token]) -> bool:
    """"jailed a poet, and two students were fined": no row."""
    return all(any(noun in before.subtree() or (noun.head is before.head and noun.dep == before.dep) for before in nouns[:n]) for n, noun in enumerate(nouns) if n)


def _start_of_row(tokens: Sequence[Token], at: int) -> int:
    """Where the row begins in which something stands: back over single people and commas."""
    while True:
        link = at - (word_at(tokens, at - 1) == "and")
        link -= word_at(tokens, link - 1) == ","
        before = next((n for n in range(link - 2, max(-1, link - 2 - REACH), -1) if link < at and (item := _item(tokens, n)) is not None and item[0] == link), None)
        if before is None:
            return at
        at = before


def _item(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The end of "a clerk", "his wife", "two guards", and how many they are."""
    if not 0 <= at < len(tokens):
        return None
    number = read_number(tokens, at)
    counted = number is not None and number.low == number.high and number.low is not None and number.low > 1
    first = number.end if number is not None and counted else at + 1 if tokens[at].lower in _ONE | _OWN else None
    noun = next((n for n in range(first, min(len(tokens), first + REACH)) if tokens[n].tag in ("NN", "NNS")), None) if first is not None else None
    if first is None or noun is None or any(tokens[n].tag not in ("JJ", "NNP", "NN", "HYPH", "CD", "VBN") for n in range(first, noun)):
        return None
    while noun + 1 < len(tokens) and tokens[noun + 1].tag in ("NN", "NNS") and tokens[noun].dep == "compound":
        noun += 1
    if not is_human(noun_kinds(tokens[noun])) or (tokens[noun].tag == "NNS") != bool(counted):
        return None
    return noun + 1, int(number.low) if number is not None and counted and number.low is not None else 1
