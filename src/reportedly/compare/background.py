"""What a report tells by the way: "In March 2017 … seven people died there". An old date holds for what is told right behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reportedly.compare.accounts import Account

OLD = 7  # days before the report was published
REACH = 300  # characters: a paragraph or so


def background(accounts: Iterable[Account]) -> frozenset[str]:
    """The claims that are dated long before their report, or undated and told right behind one that is. Which they are depends on
    nothing but the report."""
    reports: dict[str, list[Account]] = defaultdict(list)
    for a in accounts:
        reports[a.report].append(a)
    found: set[str] = set()
    for told in reports.values():
        end: int | None = None  # up to where an old date holds
        for a in sorted(told, key=lambda a: (a.start_char, a.end_char, a.id)):
            if a.start is not None and a.end is not None and a.published is not None:
                end = a.end_char + REACH if a.published - a.end > OLD else None
            if end is not None and a.start_char <= end:
                found.add(a.id)
    return frozenset(found)
