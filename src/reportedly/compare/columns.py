"""Accounts as arrays, so that millions of pairs are looked at in seconds: numbers in columns, sets as rows of sorted tokens."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reportedly.compare.accounts import Account, Spot
from reportedly.compare.cues import says
from reportedly.compare.evoked import frames_of
from reportedly.compare.harmed import arms_in, side_of, sorts_of
from reportedly.compare.names import name_stems
from reportedly.compare.stems import stemmed, words_data

type Names = Sequence[int]  # the names of a report, hashed and sorted
type Ints = NDArray[np.int64]
type Floats = NDArray[np.float64]

NONE = -1
NARROW = 24  # tokens
AT_ONCE = 40_000  # pairs of small sets compared together: what fits in the cache
LONG = 9  # days: what lasts longer is dated by when it was told
RADIUS = {"exact": 5.0, "town": 15.0, "district": 40.0, "province": 150.0}  # km
NOWHERE = Spot("", "", "at", None, None, None, None)
SPOKEN, HELPING, COERCING = range(3)  # as `families.yaml` has them
FACTUAL, INTENDED, DENIED = 0, 1, 2
STATUS = {"occurred": FACTUAL, "ongoing": FACTUAL, "possible": FACTUAL, "planned": INTENDED, "threatened": INTENDED, "requested": INTENDED, "denied": DENIED}


@dataclass(frozen=True, slots=True)
class Sets:
    """One set of tokens a claim: `tokens[starts[i]:starts[i + 1]]` are those of claim i, sorted.

    `narrow` has the first few of each in a row of their own, filled up with `NONE`, to be compared all at once.
    """

    starts: Ints
    tokens: Ints
    narrow: NDArray[np.int32]

    def sizes(self) -> Ints:
        return np.diff(self.starts)

    def shared(self, i: Ints, j: Ints) -> Ints:
        """For each pair, how many tokens both have."""
        sizes = self.sizes()
        out = np.zeros(len(i), dtype=np.int64)
        some = (sizes[i] > 0) & (sizes[j] > 0)
        wide = some & (np.maximum(sizes[i], sizes[j]) > self.narrow.shape[1])
        few = np.flatnonzero(some & ~wide)
        for at in range(0, len(few), AT_ONCE):
            rows = few[at : at + AT_ONCE]
            out[rows] = self._shared_narrow(i[rows], j[rows])
        out[wide] = self._shared_wide(i[wide], j[wide])
        return out

    def _shared_narrow(self, i: Ints, j: Ints) -> Ints:
        sizes = self.sizes()
        a, b = (self.narrow[x, : int(sizes[x].max(initial=0))] for x in (i, j))
        same = (a[:, :, None] == b[:, None, :]) & (a[:, :, None] != NONE)
        return np.asarray(same.sum(axis=(1, 2)), dtype=np.int64)

    def _shared_wide(self, i: Ints, j: Ints) -> Ints:
        width = int(self.tokens.max(initial=0)) + 1
        both = np.intersect1d(self._keys(i, width), self._keys(j, width), assume_unique=True)
        return np.bincount(both // width, minlength=len(i)).astype(np.int64)

    def _keys(self, rows: Ints, width: int) -> Ints:
        counts = self.sizes()[rows]
        at = np.repeat(self.starts[rows] - (np.cumsum(counts) - counts), counts) + np.arange(int(counts.sum()))
        return np.repeat(np.arange(len(rows)), counts) * width + self.tokens[at]


def sets_of(at: Ints, all_tokens: Ints) -> Sets:
    """The sets whose sorted tokens stand one after the other."""
    sizes = np.diff(at)
    narrow = np.full((len(sizes), min(NARROW, int(sizes.max(initial=0)))), NONE, dtype=np.int32)
    place = np.arange(len(all_tokens)) - np.repeat(at[:-1], sizes)
    row = np.repeat(np.arange(len(sizes)), sizes)
    inside = place < narrow.shape[1]
    narrow[row[inside], place[inside]] = all_tokens[inside]
    return Sets(at, all_tokens, narrow)


def stacked(above: Sets, below: Sets) -> Sets:
    """Two families of sets as one: the rows of the second come after those of the first."""
    return sets_of(np.concatenate([above.starts, above.starts[-1] + below.starts[1:]]), np.concatenate([above.tokens, below.tokens]))


class Tokens:
    """Strings to small numbers, as they come."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __call__(self, text: str | None) -> int:
        return NONE if text is None or text == "" else self._numbers.setdefault(text, len(self._numbers))

    def sets(self, rows: Iterable[Iterable[str | None]]) -> Sets:
        starts, tokens = array("q", [0]), array("q")
        for row in rows:
            kept = sorted({self(t) for t in row} - {NONE})
            tokens.extend(kept)
            starts.append(len(tokens))
        return sets_of(np.array(starts, dtype=np.int64), np.array(tokens, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Columns:
    """The accounts, one row each. Days are ordinals, `NONE` where unknown; `types` is a bit set of type families."""

    ids: tuple[str, ...]
    report: Ints
    kind: Ints
    families: Ints
    mode: Ints
    status: Ints
    ongoing: Ints
    trigger: Ints
    voice: Ints  # the innermost
    start: Ints
    end: Ints
    published: Ints
    latitude: Floats
    longitude: Floats
    radius: Floats
    country: Ints
    sentence: Ints
    sentence_end: Ints
    whole: Ints
    answers: Ints
    told_as: Ints  # spoken, helping, coercing: `families.yaml`
    deed: Ints  # what sort of deed within its type
    general: Ints  # what goes on or comes again
    possible: Ints
    background: Ints
    facing: Ints  # the row that it was told against in its report
    places: Sets
    actors: Sets
    recipients: Sets
    heads: Sets
    actor_heads: Sets
    recipient_heads: Sets
    both_heads: Sets  # of doers, and after all of these of targets
    recipients_and_words: Sets  # of targets, and after all of these the words of the evidence
    actor_sides: Sets
    camp: Ints  # of the doers, where all are of one
    recipient_sides: Sets
    recipient_nations: Sets
    words: Sets
    numbers: Sets
    counted: Sets
    deeds: Sets  # how many there were: "two raids"
    means: Sets
    frames: Sets  # that the trigger evokes
    speakers: Sets  # who asks, blames, refuses …; none for deeds
    harmed: Sets  # who is killed, hurt or held, as far as they are counted apart
    sorts: Sets  # of targets: people, goods
    names: Sets

    def __len__(self) -> int:
        return len(self.ids)


def columns(accounts: Sequence[Account], names: Mapping[str, Names] | None = None, facing: Mapping[int, int] | None = None, background: Container[str] = ()) -> Columns:
    """The columns of accounts. `names` holds for each report the names that stand in it (see `report_names`); `background` the ids of
    what is told by the way (`background.py`)."""
    token = Tokens()
    answering = stemmed("answers")

    def ints(of: Callable[[Account], int | None]) -> Ints:
        return np.fromiter((NONE if (v := of(a)) is None else v for a in accounts), dtype=np.int64, count=len(accounts))

    def real(values: Iterable[float | None]) -> Floats:
        return np.fromiter((np.nan if v is None else v for v in values), dtype=np.float64, count=len(accounts))

    def sets(of: Callable[[Account], Iterable[str | None]]) -> Sets:
        return token.sets(map(of, accounts))

    spots = [a.spot if a.spot and not a.spot.carried else NOWHERE for a in accounts]  # what is carried over sets nothing apart
    doers, targets, said = sets(lambda a: [p.head for p in a.actors]), sets(lambda a: [p.head for p in a.recipients]), sets(lambda a: a.stems)
    return Columns(
        ids=tuple(a.id for a in accounts), report=ints(lambda a: token("report " + a.report)), kind=ints(lambda a: token("type " + a.type)),
        families=ints(lambda a: families(a.type)), mode=ints(lambda a: token(a.mode and "mode " + a.mode)), status=ints(lambda a: STATUS[a.status]), ongoing=ints(lambda a: a.status == "ongoing"),
        trigger=ints(lambda a: token(a.trigger)), voice=ints(lambda a: token("voice " + " ".join(name_stems(a.voice.name)) if a.voice else None)), start=ints(lambda a: a.start), end=ints(lambda a: a.end), published=ints(lambda a: a.published),
        latitude=real(s.latitude for s in spots), longitude=real(s.longitude for s in spots),
        radius=real(RADIUS.get(s.precision or "") for s in spots), country=ints(lambda a: _country(a, token)), sentence=ints(lambda a: a.start_char), sentence_end=ints(lambda a: a.end_char),
        whole=ints(lambda a: a.whole), answers=ints(lambda a: not answering.isdisjoint(a.stems)),
        told_as=ints(lambda a: told_as(a.type)), deed=ints(lambda a: token(deed(a.type, a.mode))), general=ints(lambda a: says(a, "general")), possible=ints(lambda a: a.status == "possible"), background=ints(lambda a: a.id in background), facing=_facing(len(accounts), facing or {}),
        places=sets(lambda a: [p.key for p in a.places]),
        actors=sets(lambda a: [p.key for p in a.actors]), recipients=sets(lambda a: [p.key for p in a.recipients]),
        heads=sets(lambda a: [p.head for p in (*a.actors, *a.recipients)]), actor_heads=doers, recipient_heads=targets, both_heads=stacked(doers, targets), recipients_and_words=stacked(targets, said),
        actor_sides=sets(lambda a: [p.side for p in a.actors]), camp=ints(lambda a: _camp(a, token)),
        recipient_sides=sets(lambda a: [p.side for p in a.recipients]), recipient_nations=sets(lambda a: [n for p in a.recipients for n in p.nations]), words=said,
        numbers=sets(lambda a: [f"{f.head if f.role == 'other' else f.role} {f.low} {f.high}" for f in a.figures]), counted=sets(lambda a: [f"{f.role} {f.head}" for f in a.figures]),
        deeds=sets(lambda a: [f"{f.low} {f.high}" for f in a.figures if f.head == a.trigger != ""]),
        means=sets(lambda a: a.means), frames=sets(lambda a: frames_of(a.trigger)), speakers=sets(_speakers), harmed=sets(_harmed), sorts=sets(_sorts), names=_names(accounts, names or {}),
    )  # fmt: skip


def _facing(n: int, facing: Mapping[int, int]) -> Ints:
    out = np.full(n, NONE, dtype=np.int64)
    out[list(facing)] = list(facing.values())
    return out


def _names(accounts: Sequence[Account], names: Mapping[str, Names]) -> Sets:
    rows = [names.get(a.report, ()) for a in accounts]
    starts = np.concatenate([[0], np.cumsum([len(r) for r in rows])]).astype(np.int64)
    return sets_of(starts, np.fromiter((t for r in rows for t in r), dtype=np.int64, count=int(starts[-1])))


def _camp(a: Account, token: Tokens) -> int:
    camps = {p.camp for p in a.actors}
    return token(camp) if len(camps) == 1 and (camp := camps.pop()) else NONE


def _speakers(a: Account) -> list[str]:
    """Who says it, of what is done by saying: the doer, or else the voice."""
    if told_as(a.type) != SPOKEN:
        return []
    return [p.key for p in a.actors] or ([" ".join(name_stems(a.voice.name))] if a.voice else [])


def _harmed(a: Account) -> list[str]:
    """The groups of those counted as killed, hurt or held, or else of those to whom it is done."""
    heads = [f.head for f in a.figures if f.role in ("killed", "injured", "detained") and f.head] or [p.head for p in a.recipients]
    return [side for h in heads if (side := side_of(h))]


def _sorts(a: Account) -> set[str]:
    """What is taken: of what is found and names nobody the words tell it."""
    return sorts_of([p.head for p in a.recipients]) or (arms_in(a.stems) if told_as(a.type) == COERCING and not a.recipients else set())


def _country(a: Account, token: Tokens) -> int:
    countries = {p.country for p in a.places if p.country and not p.carried}
    return token("country " + countries.pop()) if len(countries) == 1 else NONE


@lru_cache(maxsize=256)
def families(type_: str) -> int:
    """The families of a type as bits: two types that share one may be the same event told in other words. A type of no family is its own."""
    rows: dict[str, list[str]] = words_data("families.yaml")["families"]
    bits = sum(1 << n for n, types in enumerate(rows.values()) if type_ in types)
    return bits or 1 << (len(rows) + sum(map(ord, type_)) % 16)


@lru_cache(maxsize=256)
def told_as(type_: str) -> int:
    """Which of the groups of types that reports tell in rows it belongs to; `NONE` for none."""
    groups: dict[str, list[str]] = words_data("families.yaml")["told_as"]
    return next((n for n, types in enumerate(groups.values()) if type_ in types), NONE)


@lru_cache(maxsize=1024)
def deed(type_: str, mode: str | None) -> str | None:
    """The sort of deed that a mode is of within its type; None for a mode of no sort."""
    sorts: dict[str, list[str]] = words_data("families.yaml")["sorts"].get(type_, {})
    return next((f"deed {type_} {name}" for name, modes in sorts.items() if (mode or "unsaid") in modes), None)
