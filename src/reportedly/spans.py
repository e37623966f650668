"""Half-open spans in Unicode code points, their UTF-16 twins for browsers, and finding a quotation again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in code points of a text."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """True when `other` lies inside, edges included."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def utf16_offsets(text: str) -> list[int]:
    """For each code-point offset 0..len(text), its offset in UTF-16 code units (as browsers count)."""
    offsets, at = [0], 0
    for char in text:
        at += 2 if ord(char) > 0xFFFF else 1
        offsets.append(at)
    return offsets


def to_utf16(text: str, span: Span) -> Span:
    """The span in UTF-16 code units."""
    before = len(text[: span.start].encode("utf-16-le", "surrogatepass")) // 2
    inside = len(text[span.start : span.end].encode("utf-16-le", "surrogatepass")) // 2
    return Span(before, before + inside)


def from_utf16(text: str, span: Span) -> Span:
    """The code-point span of a UTF-16 span. An offset inside a surrogate pair is moved to the pair's start."""
    offsets = utf16_offsets(text)
    return Span(bisect_right(offsets, span.start) - 1, bisect_right(offsets, span.end) - 1)


def reanchor(text: str, quote: str, near: int, *, before: str = "", after: str = "") -> Span | None:
    """Find `quote` in a text that has changed: the occurrence whose context fits best, then the nearest to `near`.

    None when the words are no longer there: evidence is never moved to other words.
    """
    if not quote:
        return None
    found: list[tuple[int, int, int]] = []
    at = text.find(quote)
    while at >= 0:
        fits = text[:at].endswith(before) + text[at + len(quote) :].startswith(after)
        found.append((-fits, abs(at - near), at))
        at = text.find(quote, at + 1)
    if not found:
        return None
    start = min(found)[2]
    return Span(start, start + len(quote))


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def merge(spans: Iterable[Span]) -> list[Span]:
    """Spans sorted, with overlapping and touching ones joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = out[-1].cover(span)
        else:
            out.append(span)
    return out


def subtract(whole: Span, holes: Sequence[Span]) -> list[Span]:
    """What is left of `whole` when `holes` are cut out."""
    left, at = [], whole.start
    for hole in merge(h for h in holes if h.overlaps(whole)):
        if hole.start > at:
            left.append(Span(at, hole.start))
        at = max(at, hole.end)
    if at < whole.end:
        left.append(Span(at, whole.end))
    return left
