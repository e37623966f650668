"""Where the report is in a plain text: paragraphs, the headline, and the page furniture that is skipped.

Nothing is cut out: paragraphs are spans of the text as it was decoded, so every offset stays that of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from reportedly.codebooks.data import load_data
from reportedly.spans import Span, trim

LINE = re.compile(r"[^\r\n\u2028\u2029\v\f]+")
ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
DATELINE = re.compile(
    r"^\s*(?:[A-Z][A-Z.'’-]+(?:[\s/][A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][\w. ]{2,24})?(?:\s\([\w\s/.-]{2,30}\))?,?"
    r"(?:\s(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\s[A-Z][A-Za-z]{2,8}\.?(?:\s\d\d(?:\d\d)?)?))?(?:\s\([\w\s/.-]{2,40}\))?"
    r"|\([A-Z][\w /.-]{1,28}\))\s*(?:[-–—]{1,3}|:)\s+(?:\[[^\[\]]{2,80}\]\s+)*"
    r"|^\s*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})? \([A-Z][\w /.-]{1,38}\)(?:\s*[-–—]{1,3})?\s+(?=[A-Z])"  # "Lima, Dec 14 (Andina) Police …"
    r"|^\s*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2},? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?\s*[-–—]{1,3}\s+(?=[A-Z“\"])"  # "Kinshasa, 3 May 2024 – Rebels …"
    r"|^\s*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? ?/ ?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:\s*[-–—]{1,3}|:)\s+(?=[A-Z“\"])"  # "New Delhi / Mumbai: A warship …"
    r"|^\s*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}, [A-Z]{2,8}\s*[-–—]{1,3}\s*(?=[A-Z“\"])"  # "Riyadh, SPA -- The coalition …"
    r"|^\s*[(\[][A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)?, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?[)\]](?:\s*[-–—]{1,3}|:)?\s+(?=[A-Z“\"])"  # "(Nairobi, May 3, 2024) – Rebels …"
    r"|^\s*(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?(?:GMT|UTC|BST|CET|CEST|EET|EST|EDT|IST|am|pm))?\s*[-–—|:]{1,3}\s+(?=[A-Z“\"])"  # "13:55 — Six people …": when it was posted
)
MAX_HEADLINE_WORDS = 22
TOPIC = re.compile(r"([A-Z][\w.'’-]*(?: [\w.'’-]+){0,2}): (?=\S)")
SOURCE = re.compile(r"(?:\s+[-–—|]\s+|:\s+(?=[a-z]))([A-Za-z][\w.,'’ ]{1,40})$")
COUNTED = re.compile(r"(?:at least |more than |over |some |up to )?(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|several|many) ", re.IGNORECASE)  # "…: six dead, ten held" is no source


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `start` is where its sentences begin (behind a dateline, if there is one)."""

    span: Span
    start: int
    headline: bool = False
    part: str = ""  # of a headline: "topic" before its colon, "source" behind its dash


@lru_cache(maxsize=1)
def _furniture() -> re.Pattern[str]:
    lines = [f"(?:{entry['line']})" for entry in load_data("furniture.yaml")]
    return re.compile(r"\s*(?:" + "|".join(lines) + r")\s*", re.IGNORECASE)


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    labels = [f"(?:{entry['label']})" for entry in load_data("labels.yaml")]
    return re.compile(r"\s*(?:" + "|".join(labels) + r")+(?=[A-ZÀ-Ý“\"'‘])")


def behind_label(line: str) -> int:
    """Where the sentence of a line begins, behind its time, bullet, number or slug: 6 in "14:05 Gunmen …", 9 in "UPDATE 2-Rebels …"."""
    label = _labels().match(line)
    return label.end() if label else 0


def is_furniture(line: str) -> bool:
    """True for a line such as "Advertisement" or "Share on Facebook"."""
    return len(line) < 200 and _furniture().fullmatch(line) is not None


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of the report proper, in order. Furniture, and blank lines, are left out."""
    spans = [s for s in _blocks(text) if not is_furniture(text[s.start : s.end])]
    listed = len(spans) >= 4 and sum(not ENDS_SENTENCE.search(text[s.start : s.end]) for s in spans) / len(spans) > 0.6
    return [_paragraph(text, span, first=i == 0 or listed, only=len(spans) == 1) for i, span in enumerate(spans)]


def headline_parts(text: str, paragraph: Paragraph) -> list[Paragraph]:
    """A headline without its topic ("Mali: …") and its source ("… - Saudi state TV", "…: cops"), and these by themselves.

    Read in one with the rest they spoil its grammar; apart, the source is a voice.
    """
    start, end = paragraph.start, paragraph.span.end
    parts = []
    if topic := TOPIC.match(text[start:end]):
        parts.append(Paragraph(Span(start, start + topic.end(1)), start, True, "topic"))
        start += topic.end()
    source = SOURCE.search(text[start:end])
    if source and len(source.group(1).split()) <= 5 and not COUNTED.match(source.group(1)):
        body = Paragraph(Span(start, start + source.start()), start, True)
        return [*parts, body, Paragraph(Span(start + source.start(1), end), start + source.start(1), True, "source")]
    return [*parts, Paragraph(Span(start, end), start, True)]


def _paragraph(text: str, span: Span, *, first: bool, only: bool) -> Paragraph:
    words = text[span.start : span.end]
    headline = not only and _is_headline(words, first=first)
    start = behind_label(words)
    dateline = None if headline else DATELINE.match(words[start:])
    return Paragraph(span, span.start + start + (dateline.end() if dateline else 0), headline)


def _is_headline(words: str, *, first: bool) -> bool:
    if ENDS_SENTENCE.search(words) or "\n" in words:
        return False
    count = len(words.split())
    return count <= MAX_HEADLINE_WORDS if first else count <= 12


def _blocks(text: str) -> Iterator[Span]:
    """Lines, joined again where the text was wrapped at a fixed width."""
    lines = [trim(text, Span(*m.span())) for m in LINE.finditer(text)]
    lines = [s for s in lines if s.start < s.end]
    if not _is_wrapped(text, lines):
        yield from _mended(text, lines)
        return
    width = max(s.end - s.start for s in lines)
    block: Span | None = None
    for line in lines:
        joins = block is not None and text.count("\n", block.end, line.start) == 1 and not is_furniture(text[line.start : line.end])
        block = block.cover(line) if joins and block else line
        following = text[block.end : block.end + 4]
        if following.count("\n") != 1 or line.end - line.start < 0.5 * width:
            yield block
            block = None
    if block is not None:
        yield block


def _mended(text: str, lines: list[Span]) -> Iterator[Span]:
    """Lines of a paragraph each, but for one that a stray break cuts in a sentence: "the U.S.-led", "coalition", "struck …"."""
    block: Span | None = None
    for line in lines:
        if block is not None and _goes_on(text, block, line):
            block = block.cover(line)
            continue
        if block is not None:
            yield block
        block = line
    if block is not None:
        yield block


def _goes_on(text: str, block: Span, line: Span) -> bool:
    """Whether a line is the rest of the sentence above it: that has not ended, and this one begins small."""
    if text.count("\n", block.end, line.start) > 1 or not text[line.start].islower() or is_furniture(text[line.start : line.end]):
        return False
    return not ENDS_SENTENCE.search(text[max(block.start, block.end - 20) : block.end]) and not is_furniture(text[block.start : block.end])


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Hard-wrapped text: lines of much the same length, most of which end in the middle of a sentence, and some of which
    go on with a small letter; a list of headlines does not."""
    if len(lines) < 4:
        return False
    lengths = [s.end - s.start for s in lines]
    open_ended = sum(not ENDS_SENTENCE.search(text[s.start : s.end]) for s in lines)
    small = sum(text[s.start].islower() for s in lines)
    telex = text.isupper()  # in capitals every line begins with one
    return max(lengths) <= 110 and median(lengths) >= 45 and open_ended / len(lines) > 0.55 and (telex or small / len(lines) > 0.15)
