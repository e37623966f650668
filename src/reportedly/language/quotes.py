"""Quotation runs: which code points of a report stand inside quotation marks.

Balanced marks, straight and curly, and the printers' habit of reopening a quotation at each paragraph without
closing the one before: such paragraphs are one run.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reportedly.intake.layout import Paragraph
from reportedly.spans import Span

CLOSER = {"“": "”", "«": "»", "„": "“”", '"': '"', "‟": "”", "‘": "’"}
MARKS, OPENERS = frozenset('“”"'), frozenset("“")
GOES_ON = 2  # paragraphs over which a quotation that was opened is looked for its end
WORDY_RUN = 4  # fewer words than this, with no verb, are scare quotes or a title rather than speech


@dataclass(frozen=True, slots=True)
class QuoteRun:
    """One stretch between quotation marks (marks excluded). `run` is shared by paragraphs of one quotation."""

    span: Span
    run: int
    closed: bool = True


def quote_runs(text: str, paragraphs: list[Paragraph]) -> list[QuoteRun]:
    """Every quotation of a report, in order."""
    runs: list[QuoteRun] = []
    for at, paragraph in enumerate(paragraphs):
        carried = bool(runs) and not runs[-1].closed and runs[-1].span.end >= paragraphs[at - 1].span.end
        within = paragraph.span
        end = next((e for p in paragraphs[at : at + GOES_ON] if (e := _closing(text, p.span)) is not None), None) if carried else None
        if end is not None:
            stop = min(end, within.end)
            runs.append(QuoteRun(Span(within.start, stop), runs[-1].run, closed=end <= within.end))
            within = Span(min(stop + 1, within.end), within.end)
        for n, (span, closed) in enumerate(_in_paragraph(text, within)):
            continues = carried and n == 0 and not text[paragraph.span.start : span.start - 1].strip()
            runs.append(QuoteRun(span, runs[-1].run if continues else len(runs) + 1, closed))
    return runs


def _closing(text: str, within: Span) -> int | None:
    """Where a paragraph closes a quotation that it has not opened: "… at this time.” she said."; None for one that does not, or opens one
    first."""
    at = next((n for n in range(within.start, within.end) if text[n] in MARKS), None)
    if at is None or text[at] in OPENERS:
        return None
    if text[at] == '"' and text[within.start : at].strip() == "":
        return None
    last = at + 1 >= within.end or not text[at + 1 : within.end].strip()
    return at if text[at] == "”" or last or text[at - 1] in ".,!?" else None


def _in_paragraph(text: str, within: Span) -> list[tuple[Span, bool]]:
    out: list[tuple[Span, bool]] = []
    opened, closers = -1, ""
    last = max((n for n in range(within.start, within.end) if text[n] == "’" and not _is_apostrophe(text, n)), default=-1)
    for at in range(within.start, within.end):
        char = text[at]
        if opened < 0:
            if char in CLOSER and _opens(text, at) and (char != "‘" or at + 1 < last):  # else an apostrophe: "the ‘90s"
                opened, closers = at, CLOSER[char]
        elif char == text[opened] == '"' and at == opened + 1:
            opened = at  # a doubled mark, as tables write it, is one
        elif char in closers and not _is_apostrophe(text, at):
            if at > opened + 1:
                out.append((Span(opened + 1, at), True))
            opened = -1
    if opened >= 0 and within.end > opened + 1:
        out.append((Span(opened + 1, within.end), False))
    return out


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if text[at] == "‘":
        return not before.isalnum() and after.isalnum()
    if text[at] == '"':
        return not after.isspace() or before.isspace()
    return True


def _is_apostrophe(text: str, at: int) -> bool:
    after = text[at + 1] if at + 1 < len(text) else " "
    return text[at] == "’" and after.isalnum()


def same_run(one: QuoteRun, other: QuoteRun) -> bool:
    return one.run == other.run


def adjacent(runs: list[QuoteRun]) -> list[tuple[QuoteRun, QuoteRun]]:
    """Neighbouring runs, first and second."""
    return list(pairwise(runs))
