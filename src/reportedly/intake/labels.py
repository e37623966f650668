"""Round-ups by place: "GANJA. Police arrested …", "• Arusha – Herders burned …", "Sumgait: Residents blocked …".

What heads a paragraph is no part of its first sentence, and spoils it: each label is cut off and stands as a part of its own. A report
has labels when two or more of its paragraphs begin with different ones of the same make, and most of these are places.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from reportedly.intake.layout import Paragraph, behind_label
from reportedly.spans import Span

_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
LABEL = re.compile(rf"(?P<name>{_NAME})(?:, {_NAME}| \([\w ,'’-]{{2,40}}\))?(?P<end>\s?: |\s[–—-]{{1,2}}\s|\. )\s*(?=[\"“'‘]?\w)(?![\"“'‘]?(?:We|I|Our|My)\b)")
LABEL_PART = "label"

type IsPlace = Callable[[str], bool]


def with_labels(text: str, layout: Sequence[Paragraph], is_place: IsPlace) -> list[Paragraph]:
    """The paragraphs of a report, those of a round-up without the labels before them, which are parts by themselves."""
    if any(p.part for p in layout):
        return list(layout)
    found = _labels(text, layout, is_place)
    parts: list[Paragraph] = []
    for at, paragraph in enumerate(layout):
        label = found.get(at)
        if label is None:
            parts.append(paragraph)
            continue
        parts.append(Paragraph(Span(*label.span("name")), label.start("name"), part=LABEL_PART))
        parts.append(Paragraph(Span(label.end(), paragraph.span.end), label.end()))
    return parts


def _labels(text: str, layout: Sequence[Paragraph], is_place: IsPlace) -> dict[int, re.Match[str]]:
    """By paragraph, the labels that are places, of a make that heads two paragraphs or more."""
    alike: defaultdict[str, dict[int, re.Match[str]]] = defaultdict(dict)
    for at, paragraph in enumerate(layout):
        start = paragraph.span.start + behind_label(text[paragraph.span.start : paragraph.span.end])
        if not paragraph.headline and (label := LABEL.match(text, start, paragraph.span.end)) and not _is_sentence(label):
            alike[label["end"].strip()[:1]][at] = label
    out: dict[int, re.Match[str]] = {}
    for labels in alike.values():
        places = {at: label for at, label in labels.items() if is_place(_plain(label["name"]))}
        if len({label["name"] for label in places.values()}) >= 2 and 2 * len(places) > len(labels):
            out |= labels
    return out


def _is_sentence(label: re.Match[str]) -> bool:
    """"Gunmen. " is a sentence; "GANJA. " is a label."""
    return label["end"].strip() == "." and not (label["name"].isupper() and len(label["name"]) > 3)


def _plain(name: str) -> str:
    return name.title() if name.isupper() else name
