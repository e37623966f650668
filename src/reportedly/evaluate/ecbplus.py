"""What happens, who, where and when against ECB+, in the sentences of it that were coded.

Source: Cybulska and Vossen 2014. Its actions are all that happens or is said (a ceremony, a fall, an appointment); a codebook of
conflict and diplomacy asks for few of them, so there is no recall of actions: *trigger_precision* is the share of our claims whose
trigger has a word of a coded action, and tells inventions only. *human*, *place* and *time* are F1 of phrases; a phrase is right
when it shares a word with one of the other side, for ECB+ marks the head of a party and the whole phrase of a place.

Which mentions of two documents are of one event is not measured here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.evaluate.ecbplus_files import Document, documents
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.find.things import things
from reportedly.intake.text import document_from_text
from reportedly.read import DOCUMENTS_AT_ONCE, Tools, reading_of
from reportedly.spans import Span

KINDS = {"HUMAN": "human", "LOC": "place", "TIME": "time"}  # by the first word of the coders' tag
CLASSES = {"Person": "human", "Organisation": "human", "MilitaryPlatform": "human", "Location": "place", "Temporal": "time"}

type Marked = dict[str, set[Span]]


@dataclass(frozen=True, slots=True)
class Row:
    """A document: phrases by kind ("action" for mentions of what happens, for our triggers) by hand and as read."""

    document: Document
    gold: Marked
    found: Marked


def measure(folder: Path, tools: Tools) -> Iterator[Figure]:
    """Share of triggers that are coded as actions; F1 of people and bodies, of places, of times."""
    rows = list(_rows(folder, tools))
    triggers = [(row, span) for row in rows for span in row.found["action"]]
    yield Figure("trigger_precision", sum(_shares(span, row.gold["action"]) for row, span in triggers) / max(1, len(triggers)))
    for kind in KINDS.values():
        said, wanted = (sum(len(side[kind]) for side in sides) for sides in ([r.found for r in rows], [r.gold for r in rows]))
        right = sum(_shares(span, row.gold[kind]) for row in rows for span in row.found[kind])
        met = sum(_shares(span, row.found[kind]) for row in rows for span in row.gold[kind])
        precision, recall = right / max(1, said), met / max(1, wanted)
        yield Figure(f"{kind}_f1", 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def show(folder: Path, tools: Tools) -> Iterator[str]:
    """Each phrase missed or not coded by hand, each trigger that is no action."""
    for row in _rows(folder, tools):
        yield f"== {row.document.name}"
        for kind in ("action", *KINDS.values()):
            missed = {span for span in row.gold[kind] if not _shares(span, row.found[kind])} if kind != "action" else set()
            other = {span for span in row.found[kind] if not _shares(span, row.gold[kind])}
            for name, spans in (("missed", missed), ("not by hand", other)):
                yield from (f"  {name}: {kind}: {_words(row.document.text, span)}" for span in sorted(spans))


def _rows(folder: Path, tools: Tools) -> Iterator[Row]:
    read = list(documents(folder))
    for start in range(0, len(read), DOCUMENTS_AT_ONCE):
        batch = read[start : start + DOCUMENTS_AT_ONCE]
        for document, parse in zip(batch, tools.parser.parse([document_from_text(d.text) for d in batch]), strict=True):
            coded = [document.sentences[n] for n in document.coded_sentences()]
            found: Marked = {"action": {c.event.trigger.span for c in reading_of(parse, tools)}, **{k: set() for k in KINDS.values()}}
            for thing in things(parse, tools.knowledge):
                if thing.kind in CLASSES:
                    found[CLASSES[thing.kind]].add(thing.span)
            yield Row(document, _gold(document), {kind: {s for s in spans if _shares(s, coded)} for kind, spans in found.items()})


def _gold(document: Document) -> Marked:
    gold: Marked = {kind: set() for kind in ("action", *KINDS.values())}
    for mention in document.mentions:
        kind = "action" if mention.is_action else KINDS.get(mention.kind.partition("_")[0])
        if kind:
            gold[kind].add(mention.span)
    return gold


def _shares(span: Span, others: set[Span] | list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _words(text: str, span: Span) -> str:
    return f"{text[span.start : span.end]!r} in …{' '.join(text[max(0, span.start - 40) : span.end + 40].split())}…"


CORPUS = Corpus("ecbplus", "corpora/ecbplus", measure, show)
