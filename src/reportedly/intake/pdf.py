"""PDF into text: lines in reading order, columns one after the other, hyphens mended, page furniture left out, pages numbered."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from reportedly.document import Document
from reportedly.errors import BrokenFileError, MissingExtraError, NoReportError, TooLargeError, TooSlowError
from reportedly.intake.pdf_streams import check_streams
from reportedly.intake.raw import Raw
from reportedly.intake.text import MAX_CHARACTERS, Given, document_from_text

MAX_PAGES = 5000
MAX_WORK = 300_000_000  # boxes by characters of one page: each box is looked for among all characters
MAX_SECONDS = 6.0  # of work for a first page, and then for each:
A_PAGE = 0.03
MARGIN = 0.12  # share of the page's height at its top and foot where furniture stands
OFTEN = 0.4  # share of pages on which a line in the margin is furniture
ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\ufffe\x02]$")
FILE_NAME = re.compile(r"^Microsoft |\.(?:docx?|pdf|indd|qxd|rtf)$", re.IGNORECASE)  # no title, though it is given as one
NUMBER = re.compile(r"\W*(?:page|p\.|seite)?\s*\d{1,4}(?:\s*(?:/|of|von)\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words and its box, in points from the page's lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


def document_from_pdf(raw: Raw, given: Given) -> Document:
    """The report in a PDF. Its date is not taken from the file: that is when the file was made. NoReportError for pictures only."""
    pages, facts = _opened(raw)
    running = _furniture(pages)
    text, starts = _joined([(page.number, _ordered(page, running)) for page in pages])
    if not text.strip():
        raise NoReportError(f"{raw.source}: no text in this PDF", hint="its pages are pictures: run a text recogniser (OCR) over it first")
    title = " ".join(facts.get("Title", "").split())
    authors = tuple(a.strip() for a in facts.get("Author", "").split(";") if a.strip()) or given.authors
    known = given.but(title=given.title or (title if title and not FILE_NAME.search(title) else None), authors=authors)
    return document_from_text(text, source=raw.source, given=known, original=raw.original(), pages=starts)


def _opened(raw: Raw) -> tuple[list[Page], dict[str, str]]:
    try:
        import pypdfium2 as pdfium
    except ImportError as error:
        raise MissingExtraError(f"{raw.source}: a PDF", hint="install what reads it: pip install 'reportedly[pdf]'") from error
    check_streams(raw.data, raw.source)
    try:
        opened = pdfium.PdfDocument(raw.data)
    except pdfium.PdfiumError as error:
        hint = "remove its password first" if "assword" in str(error) else "the file is damaged or not what its name says"
        raise BrokenFileError(f"{raw.source}: cannot be opened ({error})", hint=hint) from error
    try:
        if len(opened) > MAX_PAGES:
            raise TooLargeError(f"{raw.source}: {len(opened):,} pages; a PDF may have {MAX_PAGES:,}", hint="split it into reports")
        return _pages(opened, raw.source), opened.get_metadata_dict()
    except pdfium.PdfiumError as error:
        raise BrokenFileError(f"{raw.source}: cannot be read ({error})", hint="the file is damaged") from error
    finally:
        opened.close()


def _pages(opened: Any, source: str) -> list[Page]:
    pages, characters = [], 0
    began = time.process_time()
    for number in range(len(opened)):
        page = opened[number]
        words = page.get_textpage()
        width, height = page.get_size()
        lines = tuple(_lines(words, source))
        pages.append(Page(number + 1, width, height, lines))
        words.close()
        page.close()
        characters += sum(len(line.text) for line in lines)
        if characters > MAX_CHARACTERS:
            raise TooLargeError(f"{source}: more than {MAX_CHARACTERS:,} characters", hint="split it into reports")
        if (took := time.process_time() - began) > MAX_SECONDS + number * A_PAGE:
            raise TooSlowError(f"{source}: {took:.0f} s for {number + 1} pages", hint="print it anew, or give its text")
    return pages


def _lines(words: Any, source: str) -> Iterator[Line]:
    """The page's boxes of text, joined where they stand side by side on one line."""
    boxes = []
    if words.count_rects() * words.count_chars() > MAX_WORK:
        raise TooLargeError(f"{source}: a page of {words.count_rects():,} boxes of text", hint="print it anew, or give its text")
    for n in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(n)
        text = words.get_text_bounded(left, bottom, right, top).replace("\r", " ").replace("\n", " ").strip()
        if text and top > bottom:
            boxes.append(Line(text, left, bottom, right, top))
    current: Line | None = None
    for box in boxes:
        if current is not None and _same_line(current, box):
            gap = "" if box.left - current.right < 0.15 * current.height and not current.text.endswith(" ") else " "
            current = Line(
                current.text + gap + box.text, current.left, min(current.bottom, box.bottom), max(current.right, box.right), max(current.top, box.top)
            )
            continue
        if current is not None:
            yield current
        current = box
    if current is not None:
        yield current


def _same_line(a: Line, b: Line) -> bool:
    overlap = min(a.top, b.top) - max(a.bottom, b.bottom)
    return overlap > 0.5 * min(a.height, b.height) and -2 < b.left - a.right < 1.5 * max(a.height, b.height)


def _furniture(pages: list[Page]) -> frozenset[str]:
    """What stands at the top or foot of many pages, its numbers set aside."""
    seen = Counter(key for page in pages for key in {_key(line.text) for line in page.lines if _in_margin(line, page)})
    return frozenset(key for key, n in seen.items() if n >= 2 and n >= OFTEN * len(pages))


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom > (1 - MARGIN) * page.height or line.top < MARGIN * page.height


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()


def _ordered(page: Page, running: frozenset[str]) -> list[Line]:
    """A page's own lines in reading order: columns from left to right, what spans them between."""
    kept = [line for line in page.lines if not (_in_margin(line, page) and (_key(line.text) in running or NUMBER.fullmatch(line.text)))]
    gutter = _gutter(kept, page)
    if gutter is None:
        return sorted(kept, key=lambda line: (-round(line.top), line.left)) if _is_shuffled(kept) else kept
    out: list[Line] = []
    column: list[Line] = []
    for line in sorted(kept, key=lambda line: -line.top):
        if line.left < gutter < line.right:
            out += [*_columns(column, gutter), line]
            column = []
        else:
            column.append(line)
    return [*out, *_columns(column, gutter)]


def _columns(lines: list[Line], gutter: float) -> list[Line]:
    return [line for line in lines if line.right <= gutter] + [line for line in lines if line.left >= gutter]


def _gutter(lines: list[Line], page: Page) -> float | None:
    """Where the empty strip between two columns runs: both sides hold lines, hardly any crosses."""
    if len(lines) < 8:
        return None
    for share in (0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56):
        x = share * page.width
        left = sum(line.right <= x for line in lines)
        right = sum(line.left >= x for line in lines)
        if min(left, right) >= 0.25 * len(lines) and len(lines) - left - right <= 0.2 * len(lines):
            return x
    return None


def _is_shuffled(lines: list[Line]) -> bool:
    """Lines that do not run down the page: drawn in another order than they are read."""
    ups = sum(b.bottom > a.top for a, b in pairwise(lines))
    return ups > 0.1 * len(lines) + 1


def _joined(pages: list[tuple[int, list[Line]]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of all pages, paragraphs apart, and the offset at which each page begins."""
    text, starts = "", []
    before: Line | None = None
    parts: list[str] = []
    length = 0
    for number, lines in pages:
        leading = _leading(lines)
        for n, line in enumerate(lines):
            glue = _glue(before, line, leading, new_page=n == 0, before_text=parts[-1] if parts else "")
            if glue == "-":
                parts[-1] = HYPHEN.sub("", parts[-1])
                length -= 1
                glue = ""
            parts += [glue, line.text]
            length += len(glue) + len(line.text)
            if n == 0:
                starts.append((length - len(line.text), number))
            before = line
    text = "".join(parts)
    return text, tuple(starts)


def _leading(lines: list[Line]) -> float:
    gaps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom]
    return median(gaps) if gaps else 0.0


def _glue(before: Line | None, line: Line, leading: float, *, new_page: bool, before_text: str) -> str:
    """What stands between two lines: "-" for a word that was divided, a space inside a paragraph, an empty line between two."""
    if before is None:
        return ""
    if HYPHEN.search(before_text) and line.text[:1].islower():
        return "-"
    moved = before.bottom - line.bottom  # negative where a new column or page begins
    apart = moved > 1.45 * leading > 0 or abs(before.height - line.height) > 0.25 * max(before.height, line.height)
    jumps = new_page or moved < 0
    ended = bool(ENDS.search(before_text))
    if jumps:
        return "\n\n" if ended or (not line.text[:1].islower() and abs(before.height - line.height) > 0.25 * line.height) else " "
    indented = line.left - before.left > 0.8 * line.height and ended
    return "\n\n" if apart or indented else " "
