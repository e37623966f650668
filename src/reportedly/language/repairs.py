"""Small, named corrections of the parse, for constructions of news that the model is known to get wrong.

Each rule looks for one construction and moves one or two words in the tree; it runs before anything else reads the
sentence. A repair is reported by name and word, so that `explain` can show it. Which rules there are: `repair_rules.py`.
"""

from __future__ import annotations

from functools import cache

from reportedly.language.parse import Sentence, Token
from reportedly.language.repair_rules import RULES, Rule


def repair(sentence: Sentence) -> list[tuple[str, int]]:
    """Mend one sentence in place. Gives (rule, token index) for each repair that was made."""
    return [(rule.__name__.strip("_").replace("_", "-"), token.i) for token in sentence.tokens for rule in _made(token, sentence)]


def _made(token: Token, sentence: Sentence) -> list[Rule]:
    """The rules that mend something at a word. When one gives it another label or tag, the rules for these that come after it go on."""
    made = []
    asked, (label, tag) = -1, (token.dep, token.tag)
    rules = _rules_for(label, tag)
    while rules:
        for n, rule in rules:
            if n > asked and rule(token, sentence):
                made.append(rule)
                if token.dep != label or token.tag != tag:
                    asked, label, tag = n, token.dep, token.tag
                    rules = _rules_for(label, tag)
                    break
        else:
            break
    return made


@cache
def _rules_for(label: str, tag: str) -> list[tuple[int, Rule]]:
    """The rules for words of one label and tag, each with its place in the order: ten or so of 120, so that most need not be asked."""
    return [(n, rule) for n, (rule, asks) in enumerate(RULES) if not asks or label in asks or tag in asks]
