"""Names that many bear, "the Supreme Court", "Ministry of Defence": known only where the report speaks of their country.

The entity ruler marks such a name wherever it stands; a report from elsewhere has a court and a ministry of its own.
"""

from __future__ import annotations

import re

from reportedly.knowledge import Knowledge
from reportedly.knowledge.entries import Entry
from reportedly.language.parse import Parse, Token


class Doubtful:
    """Names of states' bodies and of groups that need the word of their country beside them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._patterns: dict[str, re.Pattern[str]] = {}

    def unmark(self, parse: Parse) -> None:
        """Take the mark from ambiguous names whose country the report does not name."""
        text = parse.document.text
        settled: dict[str, bool] = {}
        for run in (run for sentence in parse.sentences for run in _runs(sentence.tokens)):
            entry = self._knowledge.entries.get(run[0].known)
            if entry is None or entry.kind in ("person", "state") or entry.country is None or text[run[0].start : run[-1].end] not in entry.ambiguous:
                continue
            if entry.id not in settled:
                settled[entry.id] = self._support(entry, entry.country).search(text) is not None
            for token in run if not settled[entry.id] else ():
                token.known = ""

    def _support(self, entry: Entry, iso: str) -> re.Pattern[str]:
        """Words that speak of the entry's country, or name the entry without doubt."""
        if entry.id not in self._patterns:
            state = self._knowledge.entries.get(f"state:{iso}")
            indexes = (self._knowledge.words.adjectives, self._knowledge.words.demonyms, self._knowledge.words.metonyms)
            words = {a for a in entry.aliases if a not in entry.ambiguous} | set(state.aliases if state is not None else ())
            words |= {word for index in indexes for word, isos in index.items() if iso in isos}
            self._patterns[entry.id] = re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?!\w)")
        return self._patterns[entry.id]


def _runs(tokens: list[Token]) -> list[list[Token]]:
    """Neighbouring words of one known name."""
    runs: list[list[Token]] = []
    for token in tokens:
        if token.known and runs and runs[-1][-1].known == token.known and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
        elif token.known:
            runs.append([token])
    return runs

