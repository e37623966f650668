"""The text of web pages against what people marked: scrapinghub's benchmark of news pages.

Source: scrapinghub/article-extraction-benchmark (MIT). Scored by its own definition: runs of four words, counted with their
number; precision and recall of each page, then their means over the pages, and F1 of these two means.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from reportedly.errors import InputError
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.intake.pages import documents_from_page
from reportedly.intake.raw import Raw
from reportedly.intake.text import Given
from reportedly.read import Tools

TRUTH = "ground-truth-dev.json"
WORD = re.compile(r"\w+")
RUN = 4

type Shares = tuple[float, float, float]  # found and right, found and wrong, missed; they add up to 1


def measure(folder: Path, tools: Tools) -> Iterator[Figure]:
    """F1, precision and recall of the text of pages."""
    shares = [_shares(truth, found) for _, truth, found in _pages(folder)]
    precision = mean(_ratio(tp, fp, fn) for tp, fp, fn in shares if tp + fp > 0)
    recall = mean(_ratio(tp, fn, fp) for tp, fp, fn in shares if tp + fn > 0)
    yield Figure("f1", 2 * precision * recall / (precision + recall), "trafilatura .958")
    yield Figure("precision", precision)
    yield Figure("recall", recall)


def show(folder: Path, tools: Tools) -> Iterator[str]:
    """The lines of each page that were missed, or taken though they are not the report's."""
    for name, truth, found in _pages(folder):
        yield f"== {name}"
        for what, lines, other in (("missed", truth, found), ("too much", found, truth)):
            there = " ".join(WORD.findall(other))
            yield from (f"  {what}: {line[:200]}" for line in lines.splitlines() if " ".join(WORD.findall(line)) not in there)


def _pages(folder: Path) -> Iterator[tuple[str, str, str]]:
    for name, row in json.loads((folder / TRUTH).read_text(encoding="utf-8")).items():
        raw = Raw(gzip.decompress((folder / "pages" / f"{name}.html.gz").read_bytes()), row["url"], url=row["url"])
        yield row["url"], row["articleBody"], _text(raw)


def _text(raw: Raw) -> str:
    try:
        return "\n".join(document.text for document in documents_from_page(raw, Given()))
    except InputError:
        return ""


def _shares(truth: str, found: str) -> Shares:
    true, said = _runs(truth), _runs(found)
    right, wrong, missed = (true & said).total(), (said - true).total(), (true - said).total()
    whole = max(1, right + wrong + missed)
    return right / whole, wrong / whole, missed / whole


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(run for n in range(max(1, len(words) - RUN + 1)) if (run := tuple(words[n : n + RUN])))


def _ratio(right: float, wrong: float, other: float) -> float:
    if wrong == other == 0:
        return 1.0
    return right / (right + wrong) if right + wrong else 0.0


CORPUS = Corpus("html", "corpora/html", measure, show)
