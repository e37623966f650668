"""Copies are folded before anything is clustered: of the claims that one text makes in many reports, one stands for all.

So a copy that is added can neither draw a claim elsewhere nor count as another voice, and ten copies cost no more than one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from reportedly.compare.accounts import Account


def folds(accounts: Sequence[Account], chains: Mapping[str, str], single: Collection[str] = ()) -> list[list[int]]:
    """Groups of claims that say the same in one chain of copies, the one that stands for all first: the original's, else the earliest.

    A claim in `single`, of which a person has judged, stands for itself.
    """
    alike: dict[object, list[int]] = defaultdict(list)
    for n, a in enumerate(accounts):
        alike[a.id if a.id in single else _says(a, chains[a.id])].append(n)
    return [sorted(group, key=lambda n: _rank(accounts[n], chains)) for group in alike.values()]


def _says(a: Account, chain: str) -> tuple[object, ...]:
    parties = tuple(p.key for p in (*a.actors, *a.recipients))
    return chain, a.type, a.status, a.trigger, a.stems, parties, tuple(v.name for v in a.voices), a.figures, a.start, a.end


def _rank(a: Account, chains: Mapping[str, str]) -> tuple[object, ...]:
    return chains[a.id] != a.report, a.published is None, a.published or 0, a.report, a.start_char, a.id
