"""The page of the docs that lists what the reader gets wrong in the project's own sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.sets.judged import Judged, share

PAGE = Path(__file__).parents[2] / "docs" / "known-misses.md"
HEAD = """# Known misses

What the reader gets wrong in the project's own sets of times, figures and places (`tests/sets`): first what it misreads, with
what was asked and what it reads; then what it reads right, but gives to no claim, since no event was seen there, or another.
Written by `make misses`; a test compares this page with a reading.
"""

type Sets = Mapping[str, Sequence[Judged]]


def page(found: Sets) -> str:
    """The whole page: a section a set, a line a miss."""
    return "\n".join([HEAD, *(_section(name, items) for name, items in found.items())])


def summary(found: Sets) -> str:
    """Every misreading on a line, then the shares."""
    lines = [f"{name}/{_line(item)[2:]}" for name, items in found.items() for item in items if not item.right]
    return "\n".join([*lines, *(f"{name}: {_score(items)}" for name, items in found.items())])


def _section(name: str, items: Sequence[Judged]) -> str:
    loose = [item for item in items if item.right and not item.carried]
    return "\n".join([
        f"## {name.capitalize()}", "", f"{_score(items)}.", "", *(_line(item) for item in items if not item.right), "",
        f"On no claim: {len(loose)}.", "", *(f"- {item.name}: “{item.text}” [{item.verdict.words}]" for item in loose), "",
    ])  # fmt: skip


def _score(items: Sequence[Judged]) -> str:
    right, carried = ([item.right for item in items], [item.carried for item in items])
    return f"{sum(right)} of {len(items)} right ({share(right):.3f}), {sum(carried)} of them on a claim ({share(carried):.3f})"


def _line(item: Judged) -> str:
    verdict = item.verdict
    words = f" [{verdict.words}]" if verdict.words else ""
    return f"- {item.name}: “{item.text}”{words} wanted {verdict.wanted}, read {verdict.read or 'nothing'}"
