"""Reading against reports that people coded by hand, and against public corpora: figures, what was missed, and a gate.

The texts and codings are not part of this project; they lie in a folder that is given (`../shared`). Each corpus is a
room with one function from that folder to figures; a corpus that is not there is left out, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportedly.evaluate import (
    case2021,
    ceha,
    claims,
    compare_sets,
    ecbplus,
    ecbplus_events,
    geo,
    html,
    muc4,
    plover_gsr,
    polnear,
    re3d,
)
from reportedly.evaluate.claims import own_corpus
from reportedly.evaluate.compare_sets import own_sets
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.read import Tools

__all__ = ["CORPORA", "Corpus", "Figure", "evaluate", "own_corpus", "own_sets", "present"]

CORPORA: tuple[Corpus, ...] = (
    *claims.CORPORA, plover_gsr.CORPUS, polnear.CORPUS, re3d.CORPUS, case2021.CORPUS, ceha.CORPUS, ecbplus.CORPUS, muc4.CORPUS, *geo.CORPORA, html.CORPUS,
    *compare_sets.CORPORA, ecbplus_events.CORPUS,
)  # fmt: skip


def present(shared: Path, only: tuple[str, ...] = ()) -> tuple[Corpus, ...]:
    """The corpora that lie in the folder, of those asked for; none asked for means all."""
    return tuple(c for c in CORPORA if (not only or c.name in only) and c.folder(shared).exists())


def evaluate(shared: Path, corpora: tuple[Corpus, ...], tools: Tools) -> Iterator[tuple[Corpus, tuple[Figure, ...]]]:
    """The figures of each corpus, as each is done."""
    for corpus in corpora:
        yield corpus, tuple(corpus.measure(corpus.folder(shared), tools))
