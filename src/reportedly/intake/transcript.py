"""Interviews and press conferences printed as they were held: "QUESTION: …", "General Abadi: …".

A text is one when a paragraph of it is a question by its label. Each label is cut off its paragraph and stands as a part of
its own: it names who says what follows, up to the next label, and spoils no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.intake.layout import Paragraph
from reportedly.spans import Span

LABEL = re.compile(r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})(?: \([^()\n]{1,40}\))?\s?: +(?=\S)")
ASKS = frozenset(["q", "question", "interviewer", "reporter", "journalist", "host", "moderator", "anchor"])
NAMELESS = ASKS | {"a", "answer", "guest", "caller", "speaker"}
SPEAKER = "speaker"


def with_speakers(text: str, layout: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a report, those of a transcript without the labels before them, which are parts by themselves."""
    labels = [LABEL.match(text, p.span.start, p.span.end) for p in layout]
    if not any(label is not None and label.group(1).lower() in ASKS for label in labels):
        return list(layout)
    parts: list[Paragraph] = []
    for paragraph, label in zip(layout, labels, strict=True):
        if label is None:
            parts.append(paragraph)
            continue
        parts.append(Paragraph(Span(*label.span(1)), label.start(1), part=SPEAKER))
        parts.append(Paragraph(Span(label.end(), paragraph.span.end), label.end()))
    return parts
