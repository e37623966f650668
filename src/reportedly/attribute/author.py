"""Whose report it is, when it speaks of itself as "we": a statement by a ministry, a government, a minister.

Only a text that says "we" or "I" outside quotations has such an author; it is whoever a title line names ("Statement
by X") or, failing that, the first person, state or body that acts in the report's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.language.clauses import is_verb, surface_subjects
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.resolve.referent import Referent
from reportedly.resolve.referents import Referents

FIRST_PERSON = frozenset({"we", "our", "us", "ours", "i", "my", "me"})
SINGULAR = frozenset({"I", "my", "My"})
FIRST_SENTENCES = 4
STATEMENT_BY = re.compile(r"\b(statement|remarks|speech|message) (by|from|of)\b", re.IGNORECASE)


def author_of(parse: Parse, referents: Referents) -> Referent | None:
    """The one who says "we" in a report's own voice, or None."""
    if not any(t.lower in FIRST_PERSON and t.text != "US" and not t.quoted for t in parse.tokens()):
        return None
    alone = any(t.text in SINGULAR and not t.quoted for t in parse.tokens())
    found = (referents.of(noun) for sentence in parse.sentences[:FIRST_SENTENCES] for noun in _named(sentence, parse.document.text))
    return next((r for r in found if r.person or (not alone and _issues_statements(r))), None)


def _issues_statements(referent: Referent) -> bool:
    """A state or body; the armed groups that a ministry writes about do not write its statements."""
    return referent.entry is not None and referent.entry.kind != "group"


def _named(sentence: Sentence, text: str) -> Iterator[Token]:
    """The candidates of a sentence: after "statement by", else the subject of its main verb."""
    by = STATEMENT_BY.search(text, sentence.span.start, sentence.span.end)
    if by is not None:
        yield from (t for t in sentence.tokens if t.start > by.end() and t.pos == "PROPN")
    elif is_verb(sentence.root) and not sentence.root.quoted:
        who = surface_subjects(sentence.root)
        yield from who if not any(w.text in SINGULAR or w.text == "I" for w in who) else ()  # "the minister and I agreed"
