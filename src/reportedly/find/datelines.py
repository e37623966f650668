"""The dateline before a report's first sentence, as tokens: "BEIRUT, Lebanon (AP) —".

Reading starts behind it, for it is no sentence and would spoil the parse of the first. Where the reporter sat still
says what the report is about, so its names are looked at here, without a parse.
"""

from __future__ import annotations

import re

from reportedly.document import Document
from reportedly.intake.layout import paragraphs
from reportedly.language.parse import Parse, Sentence, Token

# a word with its hyphens, apostrophes and full stops ("Okla.", "N.L."), a number, or any other sign
_WORD = re.compile(r"[^\W\d_](?:[\w'’&-]|(?<=\w)\.)*|\d+|\S")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_DAY = re.compile(r"\d")


def dateline_of(document: Document) -> Sentence | None:
    """The dateline's tokens as a sentence that stands before all others; None without one."""
    for paragraph in paragraphs(document.text):
        if paragraph.start > paragraph.span.start:
            return _sentence(document.text, paragraph.span.start, paragraph.start)
    return None


def sentences_of(parse: Parse) -> list[Sentence]:
    """All sentences of a report, its dateline before them."""
    line = dateline_of(parse.document)
    return [*([line] if line else []), *parse.sentences]


def _sentence(text: str, start: int, end: int) -> Sentence:
    agencies = [match.span() for match in _IN_BRACKETS.finditer(text, start, end) if not _DAY.search(match.group())]  # "(Nairobi, May 3)" is all of it
    found = list(_WORD.finditer(text, start, end))
    tokens = []
    for n, match in enumerate(found):
        agency = any(a <= match.start() < b for a, b in agencies) or _is_agency(found, n)
        day = n + 1 < len(found) and found[n + 1].group()[0].isdigit()  # "May 3"
        name = match.group()[0].isupper()
        tokens.append(_token(n - len(found), match, "" if not name else "ORG" if agency else "DATE" if day else "GPE"))
    return Sentence(-1, 0, tokens)


def _is_agency(found: list[re.Match[str]], n: int) -> bool:
    """The SPA of "Riyadh, SPA --"."""
    word, begins = found[n].group(), n > 1 and not found[0].group().isupper()
    return begins and found[n - 1].group() == "," and word.isupper() and word.isalpha() and len(word) > 1


def _token(number: int, match: re.Match[str], type: str) -> Token:
    """A word by itself. Nothing else than places, agencies and days stands in a dateline."""
    text = match.group()
    pos, tag = ("PROPN", "NNP") if type else ("X", "FW")
    token = Token(number, text, text.lower(), text.lower(), pos, tag, "dep", match.start(), match.end(), type, bool(type))
    token.head = token
    return token
