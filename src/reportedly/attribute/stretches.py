"""Stretches of a report's words: what stands under a word in the tree, as runs of neighbouring tokens with clean edges.

Attributions are exact stretches; the conventions for their edges (punctuation, quotation marks, linking words) are kept here.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from reportedly.language.parse import Parse, Sentence, Token
from reportedly.spans import Span

CLOSING = frozenset({"”", '"', "''", "’", "'"})
OPENING = frozenset({"“", '"', "``", "‘"})
STOPS = frozenset({".", "!", "?", ",", "…", "..."})
LINKING = frozenset({"but", "and", "however", "yet", "still", "so", "meanwhile", "also"})

type Run = tuple[int, int]  # positions of the first and the last token


def wordy(token: Token) -> bool:
    """A word or number, no punctuation."""
    return any(c.isalnum() for c in token.text)


class Stretches:
    """The tokens of one report, where each stands, and the sentence of each."""

    def __init__(self, parse: Parse) -> None:
        self.tokens = list(parse.tokens())
        self.at = {t.i: n for n, t in enumerate(self.tokens)}
        self._quoted: dict[int, set[int]] = {}
        for n, token in enumerate(self.tokens):
            if token.quoted:
                self._quoted.setdefault(token.quoted, set()).add(n)
        self._sentences = {t.i: s for s in parse.sentences for t in s.tokens}

    def sentence(self, token: Token) -> Sentence:
        return self._sentences[token.i]

    def bounds(self, token: Token) -> Run:
        """The first and last position of a token's sentence."""
        tokens = self.sentence(token).tokens
        return self.at[tokens[0].i], self.at[tokens[-1].i]

    def under(self, token: Token) -> set[int]:
        """The positions of a token's subtree."""
        return {self.at[t.i] for t in token.subtree() if t.i in self.at}

    def words(self, positions: Iterable[int]) -> list[int]:
        """Those positions that hold words, in order."""
        return sorted(n for n in positions if wordy(self.tokens[n]))

    def around(self, noun: Token) -> Run:
        """The noun's subtree around it, as one run."""
        under = self.under(noun)
        first = last = self.at[noun.i]
        while first - 1 in under:
            first -= 1
        while last + 1 in under:
            last += 1
        return first, last

    def is_set_off(self, first: int, last: int) -> bool:
        """Whether punctuation (or an edge of the report) stands on both sides of a run."""
        before = self.tokens[first - 1] if first else None
        after = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        return (before is None or not wordy(before)) and (after is None or not wordy(after))

    def runs(self, positions: set[int]) -> list[Run]:
        """Neighbouring positions as runs, with punctuation cut from the edges and quotation marks put back."""
        runs: list[list[int]] = []
        for n in sorted(positions):
            if runs and n - runs[-1][1] == 1:
                runs[-1][1] = n
            else:
                runs.append([n, n])
        return [trimmed for first, last in runs if (trimmed := self._trim(first, last))]

    def _trim(self, first: int, last: int) -> Run | None:
        tokens = self.tokens
        while first <= last and (not wordy(tokens[first]) or (tokens[first].lower in LINKING and not tokens[first].quoted)):
            first += 1
        while last >= first and not wordy(tokens[last]):
            last -= 1
        if first > last:
            return None
        if first and tokens[first].quoted and tokens[first - 1].text in OPENING:
            first -= 1
        ahead = last
        while tokens[last].quoted and ahead + 1 < len(tokens) and tokens[ahead + 1].text in STOPS | CLOSING:
            ahead += 1
            if tokens[ahead].text in CLOSING and not self._closes_inner(ahead):
                return first, ahead
        return first, last

    def _closes_inner(self, mark: int) -> bool:
        """"… all bets are off.’ ”": the first of two closing marks."""
        return mark + 1 < len(self.tokens) and self.tokens[mark + 1].text in CLOSING and self.tokens[mark].quoted != 0

    def quotation(self, number: int) -> set[int]:
        """The positions of a whole quotation, the punctuation within it included."""
        return self._bridged(self._quoted.get(number, set()))

    def quotations(self) -> list[Run]:
        """Every quotation of the report, marks included."""
        return self.runs({n for number in self._quoted for n in self.quotation(number)})

    def _bridged(self, positions: set[int]) -> set[int]:
        """With the punctuation that stands between two words of one quotation."""
        out = set(positions)
        for one, other in pairwise(sorted(positions)):
            if self.tokens[one].quoted == self.tokens[other].quoted and not any(wordy(t) for t in self.tokens[one + 1 : other]):
                out.update(range(one, other))
        return out

    def span(self, run: Run) -> Span:
        return Span(self.tokens[run[0]].start, self.tokens[run[1]].end)
