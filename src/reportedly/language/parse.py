"""What every later stage reads: tokens that point at each other, in sentences, with offsets into the report.

A `Token` is a node of the dependency tree (ClearNLP labels, as spaCy's English models give them). The parser's
own objects stay behind `language/spacy_parser.py`; nothing after it knows spaCy. Plain attributes make walks over
the tree ten times cheaper than going through the parser's views.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from reportedly.document import Document
from reportedly.spans import Span


@dataclass(slots=True, eq=False)
class Token:
    """A word. `i` counts within the report, `start`/`end` are code points of the report's text.

    `head` is the token itself at the root. `ent` is the name type ("PERSON", "GPE", "ORG", "NORP", "FAC", "LOC",
    "DATE" ..., "" for none), `ent_first` true on a name's first word, `known` the knowledge ids that the name
    matched. `quoted` is the number of the quotation run that the word stands in, 0 outside.
    """

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    start: int
    end: int
    ent: str = ""
    ent_first: bool = False
    known: str = ""
    quoted: int = 0
    head: Token = field(default=None, repr=False)  # type: ignore[assignment]  # set when the sentence is built
    children: list[Token] = field(default_factory=list, repr=False)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_root(self) -> bool:
        return self.head is self

    def all(self, *deps: str) -> list[Token]:
        """Children with one of these labels, in the order of the text."""
        return [c for c in self.children if c.dep in deps]

    def first(self, *deps: str) -> Token | None:
        """The first child with one of these labels."""
        for child in self.children:  # a generator would cost three times as much, and this is asked some hundred thousand times a minute
            if child.dep in deps:
                return child
        return None

    def subtree(self) -> Iterator[Token]:
        """The token and everything under it, not in the order of the text."""
        stack = [self]
        while stack:
            token = stack.pop()
            yield token
            stack.extend(token.children)

    def ancestors(self) -> Iterator[Token]:
        """The heads above, nearest first."""
        token = self
        while not token.is_root:
            token = token.head
            yield token


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence: its tokens in order, its root, its number and its paragraph's number in the report."""

    number: int
    paragraph: int
    tokens: list[Token]
    headline: bool = False
    part: str = ""  # of a headline: "topic", "source"
    repaired: bool = False  # whether a repair changed its tree

    @property
    def root(self) -> Token:
        return next((t for t in self.tokens if t.is_root), self.tokens[0])

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)


@dataclass(slots=True, eq=False)
class Parse:
    """A report as sentences. `repairs` names each repair that was made: (rule, token index)."""

    document: Document
    sentences: list[Sentence]
    repairs: tuple[tuple[str, int], ...] = ()

    def tokens(self) -> Iterator[Token]:
        for sentence in self.sentences:
            yield from sentence.tokens


class Parser(Protocol):
    """Anything that turns documents into parses, many at a time."""

    name: str

    def parse(self, documents: list[Document]) -> list[Parse]: ...
