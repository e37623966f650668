"""Whose the statements, communiqués and reports of a report are: a text that says something is the voice of the body behind it.

"An interior ministry communique", "a statement issued by the army", "said in a letter" name the body; "the statement", "the
document" further down are of the body named last, if the text has told of such a one.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.codebooks.operators import voice_words
from reportedly.find.kinds import kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import agents, owners, tellers
from reportedly.language.control import ANSWERS_TO
from reportedly.language.parse import Parse, Token

ISSUING = frozenset({"issue", "make", "write", "sign", "draft", "prepare", "compile", "author", "post", "send", "release", "publish", "circulate"})
BODIES = frozenset({"ORG", "ARMED", "STATE"})
TEXTS = frozenset(["statement", "communique", "communiqué", "declaration", "document", "text", "release", "bulletin", "proclamation"])
STUDIES = frozenset(["report", "study", "survey", "document"])
LETTERS = frozenset(["letter", "message", "note", "video", "tape"])  # never called by another of these names
HELD = frozenset(["data", "figures", "information", "statistics", "estimates", "records"])  # "according to data of the ministry"
VAGUE = frozenset(["much", "little", "lot", "something", "nothing", "everything", "volume"])  # "their release said much about it" is no text
NAMED = TEXTS | STUDIES | LETTERS
SPEAKING = frozenset(["say", "claim", "add", "announce", "state", "read", "report", "note", "confirm", "deny", "maintain", "allege", "describe", "quote", "accuse", "put"])
BACK = 6  # how many sentences later "the statement" is still the one told of


@dataclass(frozen=True, slots=True)
class Writing:
    """A text that somebody is named behind: its noun, where it stands, and who that is."""

    lemma: str
    at: int
    sentence: int
    behind: Token


class Writings:
    """The texts that one report tells of, in its order."""

    def __init__(self, parse: Parse, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._told: list[Writing] = []
        for sentence in parse.sentences:
            for token in sentence.tokens:
                if token.lemma in NAMED and token.pos in ("NOUN", "PROPN") and (behind := self._named_behind(token)) is not None:
                    self._told.append(Writing(token.lemma, token.i, sentence.number, behind))
        self._sentences = {t.i: s.number for s in parse.sentences for t in s.tokens if t.lemma in NAMED} if self._told else {}

    def behind(self, document: Token) -> Token | None:
        """Who speaks by a text: by its own words, or by those that told of it before."""
        return self._named_behind(document) or self._told_before(document)

    def _named_behind(self, document: Token) -> Token | None:
        issued = tuple(by for clause in document.all("acl") if clause.lemma in ISSUING for by in agents(clause))
        found = issued or (owners(document) if document.head.lemma not in ANSWERS_TO else ()) or tellers(document)
        found = found or tuple(c for c in document.all("compound", "nmod") if c.i < document.i and kinds_of(c, self.knowledge) & BODIES)
        found = found or (tuple(o for p in document.all("prep") if p.lower == "of" for o in p.all("pobj") if kinds_of(o, self.knowledge) & BODIES) if document.lower in HELD else ())
        return next((who for who in found if who is not document and who.lemma not in voice_words().documents), None)

    def _told_before(self, document: Token) -> Token | None:
        det = document.first("det")
        if det is None or det.lower not in ("the", "this", "that", "same") or document.first("prep", "poss", "relcl", "acl") is not None:
            return None
        here, like = self._sentences.get(document.i), TEXTS | STUDIES if document.lemma == "document" else next((family for family in (TEXTS, STUDIES) if document.lemma in family), frozenset())
        before = [w for w in self._told if w.at < document.i and here is not None and here - w.sentence <= BACK]
        same = [w for w in before if w.lemma == document.lemma] or [w for w in before if w.lemma in like]
        return same[-1].behind if same else None


def is_told_by(text: Token) -> bool:
    """True where a noun that may be a deed is a text that tells: "an army release said", "according to the release", "said in a release"."""
    if text.lemma not in TEXTS:
        return False
    if text.dep == "nsubj":
        return text.head.lemma in SPEAKING and not any(o.lemma in VAGUE for o in text.head.all("dobj"))
    verb = text.head.head
    return text.dep == "pobj" and (verb.lemma == "accord" or (text.head.lower in ("in", "by") and verb.lemma in SPEAKING))
