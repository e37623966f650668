"""Reading one report: the house. If it is not here, it is not part of reading.

::

    document ─▶ parse ─▶ repair ─▶ circumstances ─▶ claims ─▶ Reading
                                   places times figures
                                              triggers → roles → path → voices → status
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import batched
from pathlib import Path

from reportedly.codebooks.frames import Codebook, load_codebook
from reportedly.document import Document
from reportedly.events.circumstance import Circumstances, circumstances_of
from reportedly.events.claims import claims_of
from reportedly.events.when import undated
from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.knowledge import Knowledge, load_knowledge
from reportedly.language.parse import Parse, Parser
from reportedly.language.spacy_parser import SpacyParser
from reportedly.records import Notice, Reading
from reportedly.resolve.anchors import anchored
from reportedly.resolve.gazetteer import Gazetteer, open_gazetteer
from reportedly.version import VERSION

DOCUMENTS_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading needs, loaded once: parser, codebook, knowledge, gazetteer."""

    parser: Parser
    codebook: Codebook
    knowledge: Knowledge
    gazetteer: Gazetteer


@lru_cache(maxsize=4)
def load_tools(codebook: Path | None = None) -> Tools:
    """The default tools; the first call loads the language model (about two seconds)."""
    knowledge = load_knowledge()
    gazetteer = open_gazetteer()
    return Tools(SpacyParser(knowledge, gazetteer.has), load_codebook(codebook), knowledge, gazetteer)


def read(text: str, *, published: date | str | None = None, title: str | None = None, outlet: str | None = None, url: str | None = None) -> Reading:
    """Read one report. `published` is a date or an ISO string; without it, relative times stay unresolved.

    Raises BadDateError, NotTextError (no words) and TooLargeError.
    """
    day = parse_date(published) if isinstance(published, str) else published
    return read_document(document_from_text(text, given=Given(day, outlet, title, url)))


def read_document(document: Document, tools: Tools | None = None) -> Reading:
    """Read one report."""
    return next(read_documents([document], tools))


def read_documents(documents: Iterable[Document], tools: Tools | None = None) -> Iterator[Reading]:
    """Read reports in order, parsing them in batches. Nothing is kept between reports: each is read by itself."""
    tools = tools or load_tools()
    for batch in batched(documents, DOCUMENTS_AT_ONCE):
        for parse in tools.parser.parse(list(batch)):
            yield reading_of(parse, tools)


def reading_of(parse: Parse, tools: Tools) -> Reading:
    """From the parse of a report to its claims."""
    circumstances = circumstances_in(parse, tools)
    claims = claims_of(parse, tools.codebook, tools.knowledge, circumstances)
    notices = _notices(parse.document, claims)
    return Reading(parse.document, claims, notices, tools.codebook.digest, VERSION)


def circumstances_in(parse: Parse, tools: Tools) -> Circumstances:
    """Places, times and figures, the times with what the rest of the report says for them."""
    made = circumstances_of(parse, tools.gazetteer)
    made.when.times = anchored(made.when.times, parse.document, tools.knowledge)
    return made


def _notices(document: Document, claims: Sequence[object]) -> tuple[Notice, ...]:
    notices = [Notice(note) for note in document.notes]
    if undated(claims, document.published):
        notices.append(Notice("the report has no publication date: relative times stay unresolved", hint="say when it was published: --published YYYY-MM-DD"))
    return tuple(notices)
