"""A match of a time pattern in a sentence, and what its words are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.find.timewords import time_words
from reportedly.language.parse import Token


class NoTime:
    """What a builder says of words that are a name: nothing shorter in them is a time either."""


NO_TIME = NoTime()


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a pattern in a sentence."""

    tokens: Sequence[Token]
    match: re.Match[str]

    def word(self, group: str) -> str:
        """The lower-cased word of a group; "" when the group is empty."""
        at = self._at(group)
        return self.tokens[at].lower if at >= 0 else ""

    def has(self, group: str) -> bool:
        return self._at(group) >= 0

    def _at(self, group: str) -> int:
        """Where a group begins; -1 when it is empty or the rule has none of this name."""
        return self.match.start(group) if group in self.match.re.groupindex else -1

    def look(self, table: str, group: str) -> Any:
        """What a table of `times.yaml` has for the word of a group; None when it is empty."""
        return time_words().data[table].get(self.word(group))

    def number(self, group: str) -> float:
        """The number of a group: digits, words, "twenty-five"; an article is 1."""
        numbers = time_words().numbers
        words = [t.lower for t in self.tokens[self.match.start(group) : self.match.end(group)]]
        digits = words[0].replace(",", "")
        if re.fullmatch(r"\d+(\.\d+)?", digits):
            return float(digits)
        return sum(numbers.get(w, 0) for w in words) or 1

    def integer(self, group: str) -> int | None:
        """The whole number of a group: "7", "7th", "seventh"."""
        digits = re.match(r"\d+", self.word(group)) if self.has(group) else None
        return int(digits[0]) if digits else self.look("ordinals", group)

    @property
    def before(self) -> Token | None:
        at = self.match.start()
        return self.tokens[at - 1] if at else None

    @property
    def after(self) -> Token | None:
        at = self.match.end()
        return self.tokens[at] if at < len(self.tokens) else None

    @property
    def text(self) -> str:
        return " ".join(t.lower for t in self.tokens[self.match.start() : self.match.end()])

    def year_shift(self) -> int | None:
        """-1 in "July last year". The grammar takes any unit there; only a year makes sense."""
        return self.look("shifts", "yshift") if self.has("yshift") else None

    def section(self) -> str | None:
        """"early", "first half", "last week", "first 6 months": what `timewords.section_of` knows."""
        if self.has("half"):
            return f"{self.word('nth')} {self.word('half')}"
        if self.has("count"):
            return f"{self.word('nth')} {self.number('count'):.0f} {self.look('units', 'sunit')}s"
        if self.has("sunit"):
            days = self.word("sunit") == "days"  # "the last days of March" are its last week
            return f"{self.word('nth')} {'week' if days else self.look('units', 'sunit')}"
        return self.word("section") or None

    def singular(self) -> str | None:
        """The unit's name if it stands in the singular."""
        unit: str = self.look("units", "unit")
        return unit if self.word("unit") == unit else None

    def ends_clause(self) -> bool:
        """Nothing follows that "before" or "after" could govern."""
        return self.after is None or not self.after.tag.startswith(("DT", "NN", "PRP", "JJ", "CD", "VBG", "WP"))
