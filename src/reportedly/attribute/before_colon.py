"""Who tells what stands behind a colon: "Activists: Helicopters bombed the town", "Governor: Two killed in blast".

A topic has the same form ("Sudan: Army bombs market", "Boko Haram: 20 killed"): only somebody who speaks for a body, holds an office
or is such a body itself is a teller.
"""

from __future__ import annotations

from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token

LONGEST = 7  # words
OFFICES = frozenset(["governor", "mayor", "minister", "ministry", "police", "army", "military", "president", "prosecutor", "hospital", "commander", "ambassador", "envoy", "prefect", "monitor", "medic", "resident", "activist", "union", "lawyer"])


def teller_before_colon(root: Token, event: Token) -> tuple[Token, Token] | None:
    """The teller and the colon at the head of the sentence in which an event is told behind it."""
    words = sorted({root, *root.subtree()}, key=lambda t: t.i)
    at = next((n for n, t in enumerate(words[: LONGEST + 1]) if t.text == ":"), 0)
    before = words[:at]
    if not before or before[-1].i > event.i or any(is_verb(t) or t.pos == "ADP" or t.quoted for t in before):
        return None
    last = before[-1]
    body = last.ent == "ORG" and not last.known.startswith(("group:", "state:"))
    speaks = last.lemma.lower() in voice_words().anonymous | voice_words().spokes | OFFICES
    return (last, words[at]) if (body or speaks) and words[at].i == last.i + 1 else None
