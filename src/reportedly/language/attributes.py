"""Parts of speech by the model's own attribute rules, found by index.

spaCy tries each of the 179 rules on each word, which takes a twelfth of the parser's time. All but a dozen ask of one word for its tag,
small form and label: they are looked up by one of these, and what they say is then set by spaCy's component, as it would be.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEYS = ("LOWER", "TAG", "DEP")  # by the first of these that a rule asks for it is looked up

type Test = Mapping[str, tuple[frozenset[int], bool]]  # of each attribute: the values, and whether it must be one of them


class WordAttributes:
    """Pipeline component in place of spaCy's attribute ruler."""

    def __init__(self, ruler: Any) -> None:
        from spacy.matcher import Matcher

        self.ruler = ruler
        self._others = Matcher(ruler.vocab)
        self._rules: dict[str, dict[int, list[tuple[int, Test]]]] = {key: {} for key in KEYS}
        for n, row in enumerate(ruler.patterns):
            for pattern in row["patterns"]:
                self._add(n, pattern)

    def _add(self, n: int, pattern: list[dict[str, Any]]) -> None:
        strings = self.ruler.vocab.strings
        test = _of_one_word(pattern, strings)
        key = next((k for k in KEYS if k in test and test[k][1]), None)
        if key is None:
            self._others.add(str(n), [pattern])
            return
        for value in test[key][0]:
            self._rules[key].setdefault(value, []).append((n, {k: v for k, v in test.items() if k != key}))

    def __call__(self, doc: Any) -> Any:
        self.ruler.set_annotations(doc, self.match(doc))
        return doc

    def match(self, doc: Any) -> list[tuple[int, int, int, int]]:
        """What spaCy's component finds: (rule, its label, first word, past the last), in the order of the rules."""
        lowers, tags, labels = (self._rules[key] for key in KEYS)
        strings = self.ruler.vocab.strings
        found = [(int(strings[n]), n, start, end) for n, start, end in self._others(doc)]
        for i, word in enumerate(doc):
            tag, label = word.tag, word.dep
            for n, test in (*lowers.get(word.lower, ()), *tags.get(tag, ()), *labels.get(label, ())):
                if not test or all(((tag if key == "TAG" else label) in values) is wanted for key, (values, wanted) in test.items()):
                    found.append((n, 0, i, i + 1))
        found.sort()
        return found


def _of_one_word(pattern: list[dict[str, Any]], strings: Any) -> Test:
    """What a rule asks of its one word; nothing when it asks for more words, or for what has no index."""
    if len(pattern) > 1 or not pattern[0].keys() <= set(KEYS):
        return {}
    test = {}
    for key, asked in pattern[0].items():
        (how, values), = asked.items() if isinstance(asked, dict) else (("IN", [asked]),)
        if how not in ("IN", "NOT_IN"):
            return {}
        test[key] = (frozenset(strings.add(v) for v in values), how == "IN")
    return test
