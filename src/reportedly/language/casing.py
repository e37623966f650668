"""What a word in capitals is: a name, an acronym, or an ordinary word. By what is known, by the report itself, by the model.

English word lists hold names too ("medellin", "casanova"), so that a word is listed says little when it is a noun and
nothing else. Such a word is a name when its vector is nearer to people's names than to words that are nouns and verbs both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from reportedly.codebooks.data import load_data
from reportedly.knowledge import Knowledge
from reportedly.language.acronyms import OF, spelled_out
from reportedly.language.truecase import as_name, capitalised, truecase

BODIES = frozenset({"outlet", "organisation", "agency", "group", "government"})
NAME_LIKE = 0.05  # how much nearer a name's vector is to the mean of names; chosen on the model's own lists
LONGEST_AGENCY = 5
DATED = re.compile(r"(?<=\d )[A-Z]{3,9}\b|\b[A-Z]{3,9}(?= \d)")
GIVEN = re.compile(r"\b([a-z]{3,})(?=\s([A-Z][a-z]+)\b)")
SURNAME = re.compile(r"\b([A-Z][a-z]{2,})(?=\s([a-z]{3,})\b)")
BRACKETED = re.compile(rf"(?<=\()[A-Z]{{2,{LONGEST_AGENCY}}}(?=\))")


class Casing:
    """The proper forms of words, for reports in capitals and headlines in title case."""

    def __init__(self, nlp: Any, knowledge: Knowledge) -> None:
        self._nlp = nlp
        self._words, self._endings = _english(nlp)
        self._ordinary: dict[str, bool] = {}
        self._kinds = frozenset(noun for nouns in load_data("kinds.yaml").values() for noun in nouns)
        self.names = _name_words(knowledge, self.is_ordinary)
        people = [e.name.split() for e in knowledge.entries.values() if e.kind == "person"]
        self._people = [w.lower() for name in people for w in name]
        self._given = frozenset(name[0] for name in people if len(name) > 1 and len(name[0]) > 2) - {w.capitalize() for w in self._words["other"]}

    def of_capitals(self, text: str) -> Callable[[str], str]:
        """How to put a report in capitals, or a part of it, into ordinary case: with the short names that it spells out."""
        own, phrases = self._spelled(text)
        own |= {match.group().lower(): match.group() for match in BRACKETED.finditer(text)}
        return lambda part: self._surnamed(_dated(part, truecase(part, lambda w: own.get(w.lower()) or self._capital_word(w), phrases)))

    def of_title(self, word: str, own_names: frozenset[str], own_lower: frozenset[str]) -> str | None:
        """A name in a Headline In Title Case."""
        if word.isupper() and len(word) > 1:
            return word
        if word.lower() in own_lower:
            return None
        return word if word in own_names or word.lower() in self.names else as_name(word, self.is_ordinary)

    def _spelled(self, text: str) -> tuple[dict[str, str], Mapping[str, str]]:
        pairs = list(spelled_out(text))
        acronyms, phrases = {}, dict(self.names) if pairs else self.names
        for acronym, words in pairs:
            acronyms[acronym.lower()] = acronym
            proper = [w.lower() if w.lower() in OF else capitalised(w) for w in words]
            phrases.setdefault(" ".join(words).lower(), " ".join(proper))
        return acronyms, phrases

    def _capital_word(self, word: str) -> str | None:
        """A name in a text of capitals. An abbreviation that is also a word ("CAR", "ICE") is taken for the word."""
        lower = word.lower()
        name = self.names.get(lower) or (self.names.get(f"{lower}.") or "").removesuffix(".")  # "U.S." without its last stop
        if name and not (name.isupper() and self.is_ordinary(lower)):
            return name
        if lower in _calendar("weekdays") or (self.is_ordinary(lower) and self._is_like_a_name(lower)):
            return capitalised(word)
        return as_name(word, self.is_ordinary)

    def is_ordinary(self, word: str) -> bool:
        """Whether a word in small letters is in the model's lists of English words, as it stands or inflected."""
        if word not in self._ordinary:
            self._ordinary[word] = any(s in words for words in self._words.values() for s in self._stems(word))
        return self._ordinary[word]

    def _stems(self, word: str) -> Iterator[str]:
        yield word
        yield from (word[: len(word) - len(end)] + put for end, put in self._endings if word.endswith(end) and len(word) > len(end))

    def _surnamed(self, text: str) -> str:
        """"Samuel plazas", "hector Oquela": a noun behind a given name goes on with it, and a word before a name may be a given one."""

        def cased(match: re.Match[str]) -> str:
            first, second = match[1], match[2]
            given = capitalised(first) in self._given and second[0].isupper() and self._sounds_like_a_name(first)
            return capitalised(first) if given else first

        text = GIVEN.sub(cased, text)
        for match in SURNAME.finditer(text):
            if match[1] in self._given and self._is_but_a_noun(match[2]):
                text = text[: match.start(2)] + capitalised(match[2]) + text[match.end(2) :]
        return text

    def _is_but_a_noun(self, word: str) -> bool:
        return not any(s in words for part, words in self._words.items() if part != "noun" for s in self._stems(word))

    def _is_like_a_name(self, word: str) -> bool:
        """A listed noun, as it stands and nothing but a noun, of no kind that the codebook knows, with the vector of a name."""
        if word not in self._words["noun"] or word in self._kinds or not self._is_but_a_noun(word):
            return False
        return self._sounds_like_a_name(word)

    def _sounds_like_a_name(self, word: str) -> bool:
        vector = self._vector(word)
        return vector is not None and float(vector @ self._toward_names) > NAME_LIKE

    @cached_property
    def _toward_names(self) -> Any:
        """From the mean vector of words that are nouns and verbs to that of people's names that are no words."""
        names = [w for w in self._people if w.isalpha() and not self.is_ordinary(w)]
        words = sorted(w for w in self._words["noun"] & self._words["verb"] if w.isalpha())
        means = [np.mean([v for w in listed if (v := self._vector(w)) is not None], axis=0) for listed in (names, words)]
        return means[0] / np.linalg.norm(means[0]) - means[1] / np.linalg.norm(means[1])

    def _vector(self, word: str) -> Any:
        """The unit vector of a word, None when the model has none."""
        lexeme = self._nlp.vocab[word]
        return lexeme.vector / lexeme.vector_norm if lexeme.has_vector and lexeme.vector_norm else None


def _dated(before: str, after: str) -> str:
    """"MARCH" beside a number is a month; "march" by itself stays a word."""
    for match in DATED.finditer(before):
        if match.group().lower() in _calendar("months"):
            after = after[: match.start()] + capitalised(match.group()) + after[match.end() :]
    return after


@lru_cache(maxsize=2)
def _calendar(row: str) -> frozenset[str]:
    """The names of days or months; of days only whole ones, for "sat" and "sun" are words."""
    return frozenset(w for w in load_data("times.yaml")[row] if row == "months" or w.endswith("day"))


def _english(nlp: Any) -> tuple[dict[str, frozenset[str]], tuple[tuple[str, str], ...]]:
    """The English words of the model's lemmatizer (WordNet's) by part of speech, function words, and the endings that it takes off."""
    tables = nlp.get_pipe("lemmatizer").lookups
    index, exceptions = tables.get_table("lemma_index"), tables.get_table("lemma_exc")
    words = {part: frozenset(index.get(part, ())) | frozenset(exceptions.get(part, ())) for part in ("noun", "verb", "adj", "adv")}
    endings = [tuple(pair) for pairs in tables.get_table("lemma_rules").values() for pair in pairs if pair[0]]
    return words | {"other": frozenset(nlp.Defaults.stop_words)}, tuple(endings)


def _name_words(knowledge: Knowledge, is_ordinary: Callable[[str], bool]) -> dict[str, str]:
    """Lower-case word or phrase → its form in names, for truecasing. What bodies are called by one ordinary word ("Time",
    "The Nation") is taken for the word."""
    entries = knowledge.entries.values()
    bodies = [a for e in entries if e.kind in BODIES for a in e.aliases if a.isupper() or not is_ordinary(a.lower().removeprefix("the "))]
    others = [a for e in entries if e.kind not in BODIES for a in e.aliases]
    out: dict[str, str] = {}
    for name in (*bodies, *others, *knowledge.words.adjectives, *knowledge.words.demonyms, *knowledge.words.metonyms):
        if any(c.isupper() for c in name):
            out.setdefault(name.lower(), name)
    for entry in entries:
        if entry.kind == "person":  # surnames stand alone
            for word in entry.name.split():
                if word[0].isupper() and not is_ordinary(word.lower()):
                    out.setdefault(word.lower(), word)
    return out
