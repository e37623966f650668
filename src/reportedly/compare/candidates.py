"""Which claims are worth comparing? Pairs that share a key of what and when, with where or who or the trigger; and those of one report.

A key is made of one claim alone, so whether two claims are a pair never depends on any third: claims can be added later.

When: a day-to-week event by its days and the next; any other by the day its report was published and the one before.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from reportedly.compare.accounts import FINENESS, Account
from reportedly.compare.blocks import distinct, paired
from reportedly.compare.columns import LONG, Columns, Ints, families
from reportedly.compare.cues import owns_up
from reportedly.compare.features import impossible

LATE = 1  # day after an event under which it is looked for too
REPLY = 7  # days for which what is denied or owned up to is looked for: who answers for a deed seldom says when it was
OLD = 4  # days after which it is background, told by whoever tells the story of the day
UNKNOWN_DAY = 0


def days(a: Account) -> list[int]:
    """The days under which a claim is looked for."""
    found: set[int] = set()
    if a.start is not None and a.end is not None and a.end - a.start <= LONG:
        found.update(range(a.start, a.end + LATE + 1))
        told_as_news = a.published is None or -OLD <= a.published - a.end <= OLD
        if told_as_news:
            return sorted(found)
    if a.published is not None:
        found.update(range(a.published - (REPLY if a.status == "denied" or owns_up(a) else 1), a.published + 1))
    return sorted(found) or [UNKNOWN_DAY]


def keys(a: Account) -> list[int]:
    """All keys of a claim: (family, day) with each place cell, participant's side or head, and the trigger; and (family, report)."""
    about = {*_cells(a), *(p.side or p.head for p in (*a.actors, *a.recipients) if p.side or p.head), "?" + a.trigger}
    kinds = _bits(families(a.type))
    dated = [(kind, day, what) for kind in kinds for day in days(a) for what in about]
    return [_hash(*key) for key in dated] + [_hash(kind, a.report, "") for kind in kinds]


def _cells(a: Account) -> list[str]:
    """The degree cells of a finely known place, and those next to it where it lies near a border; else its name."""
    spot = a.spot
    if spot is None:
        return []
    if spot.latitude is None or spot.longitude is None or FINENESS.get(spot.precision or "", 9) > 2:
        return ["@" + spot.key]
    near = 0.25
    return sorted({f"@{math.floor(spot.latitude + y)} {math.floor(spot.longitude + x)}" for y in (-near, near) for x in (-near, near)})


@lru_cache(maxsize=1024)
def _bits(families_: int) -> tuple[int, ...]:
    return tuple(n for n in range(families_.bit_length()) if families_ >> n & 1)


@lru_cache(maxsize=200_000)
def _hash(kind: int, when: int | str, what: str) -> int:
    """63 bits, alike on every machine. Two checksums will not do: of texts of one length they differ by the same bits."""
    return int.from_bytes(blake2b(f"{kind} {when} {what}".encode(), digest_size=8).digest()) >> 1


def pairs(accounts: Sequence[Account], table: Columns, mine: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Every pair of claims (i < j) that shares a key and could be one, and of which one at least is `mine`; once, in order."""
    key, claim = _entries(accounts)
    order = np.argsort(key, kind="stable")  # stable: within a block the claims stay in order
    claim = claim[order]
    key = key[order]
    del order
    before = np.arange(len(key)) - np.searchsorted(key, key)
    del key
    n = max(1, len(accounts))
    code = distinct(np.concatenate([np.empty(0, dtype=np.int64), *(_possible(distinct(claim[i] * n + claim[j]), table, mine) for i, j in paired(before))]))
    return code // n, code % n


def _possible(code: Ints, table: Columns, mine: NDArray[np.bool_]) -> Ints:
    """Of pairs (i * n + j where n is how many claims there are) those that could be one, and of which one is mine."""
    i, j = code // len(mine), code % len(mine)
    could = ~impossible(table, i, j) | (table.answers[i] != table.answers[j])  # an answer comes later, and elsewhere
    return np.asarray(code[(mine[i] | mine[j]) & could])


def _entries(accounts: Sequence[Account]) -> tuple[Ints, Ints]:
    key, count = array("q"), array("q")
    for a in accounts:
        found = sorted(set(keys(a)))
        key.extend(found)
        count.append(len(found))
    return np.frombuffer(key, dtype=np.int64), np.repeat(np.arange(len(accounts), dtype=np.int64), np.frombuffer(count, dtype=np.int64))
