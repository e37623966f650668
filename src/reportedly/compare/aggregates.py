"""What the claims of an incident say of each field, by how many origins, and figures three ways by name. Nothing is averaged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportedly.compare.accounts import Account, Number
from reportedly.compare.harmed import counted_as
from reportedly.compare.origins import tells
from reportedly.document import Json
from reportedly.terms import FigureRole

HARM = frozenset({FigureRole.KILLED, FigureRole.INJURED, FigureRole.DETAINED, FigureRole.DISPLACED})
OWN = "the report"  # the voice of a claim that names none


@dataclass(frozen=True, slots=True)
class Backed:
    """A claim, whose word it is (`name`), and by which key its origin is counted: a report's own word counts once a chain."""

    account: Account
    name: str
    origin: str


def values(backed: Sequence[Backed], of: Callable[[Account], Iterable[str]]) -> list[Json]:
    """[{value, voices, origins, claims}], those with most origins first."""
    told: dict[str, list[Backed]] = defaultdict(list)
    for b in backed:
        for value in sorted(set(of(b.account))):
            told[value].append(b)
    rows = [
        {"value": value, "voices": sorted({b.name for b in by}), "origins": len({b.origin for b in by}), "claims": sorted(b.account.id for b in by)}
        for value, by in told.items()
    ]
    return sorted(rows, key=lambda r: (-r["origins"], -len(r["claims"]), r["value"]))


def disagreement(rows: Sequence[Json]) -> float:
    """1 − the share of the commonest value, by origins. One value, or none, is no disagreement."""
    every = sum(r["origins"] for r in rows)
    return round(1 - max(r["origins"] for r in rows) / every, 3) if every else 0.0


@dataclass(frozen=True, slots=True)
class Counted:
    """One number that some voices give for one thing."""

    number: Number
    by: tuple[Backed, ...]

    @property
    def origins(self) -> int:
        return len({b.origin for b in self.by})


def counted(backed: Sequence[Backed]) -> dict[tuple[str, str], list[Counted]]:
    """For each thing counted, its different numbers. Things are one when role and head noun are; of people to whom harm is done, when
    they are counted together ("three students", "five people"; not "two soldiers")."""
    told: dict[tuple[str, str], dict[tuple[float | None, float | None], list[tuple[Number, Backed]]]] = defaultdict(lambda: defaultdict(list))
    for b in backed:
        if tells(b.account):
            for number in b.account.figures:
                told[number.role, _thing(number)][number.low, number.high].append((number, b))
    return {
        thing: [Counted(min((n for n, _ in rows), key=lambda n: (-len(n.of), n.of)), tuple(b for _, b in rows)) for _, rows in sorted(numbers.items(), key=_bounds)]
        for thing, numbers in sorted(told.items())
    }


def _thing(number: Number) -> str:
    """What a number counts beside its role: a head noun; of those to whom harm is done the group that is counted apart, "" for people."""
    return counted_as(number.of) if number.role in HARM else number.head


def _bounds(item: tuple[tuple[float | None, float | None], object]) -> tuple[float, float]:
    low, high = item[0]
    return (low if low is not None else 0.0, high if high is not None else float("inf"))


def figures(backed: Sequence[Backed]) -> list[Json]:
    """[{role, of, low, high, unit, voices, origins, claims, as}]: `as` names the ways in which the number is the one to take.

    conservative: the lowest; informative: the highest; representative: the one with most origins (the lower of equals).
    """
    out = []
    for numbers in counted(backed).values():
        ways = _three_ways(numbers)
        for n, c in enumerate(numbers):
            out.append(
                {"role": c.number.role, "of": c.number.of, "low": c.number.low, "high": c.number.high, "unit": c.number.unit,
                 "voices": sorted({b.name for b in c.by}), "origins": c.origins, "claims": sorted({b.account.id for b in c.by}), "as": ways[n]}
            )  # fmt: skip
    return out


def _three_ways(numbers: Sequence[Counted]) -> list[list[str]]:
    def least(c: Counted) -> float:
        return c.number.low if c.number.low is not None else c.number.high or 0.0

    def most(c: Counted) -> float:
        return c.number.high if c.number.high is not None else c.number.low or 0.0

    places = range(len(numbers))
    chosen = {
        "conservative": min(places, key=lambda n: least(numbers[n])),
        "informative": max(places, key=lambda n: most(numbers[n])),
        "representative": min(places, key=lambda n: (-numbers[n].origins, least(numbers[n]))),
    }
    return [[way for way, at in chosen.items() if at == n] for n in places]


def overlap(one: Number, other: Number) -> bool:
    """Whether both could be true of one count: "at least four" and "six" overlap, "four" and "six" do not."""
    a, b = ((n.low if n.low is not None else float("-inf"), n.high if n.high is not None else float("inf")) for n in (one, other))
    return max(a[0], b[0]) <= min(a[1], b[1])


def span(accounts: Iterable[Account]) -> tuple[int | None, int | None]:
    """The first and last day that any claim gives."""
    starts = [a.start for a in accounts if a.start is not None]
    ends = [a.end for a in accounts if a.end is not None]
    return (min(starts, default=None), max(ends, default=None))


def commonest(rows: Iterable[str]) -> str | None:
    counts = Counter(rows)
    return min(counts, key=lambda r: (-counts[r], r), default=None)


