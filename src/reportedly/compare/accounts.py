"""What comparing needs of a claim, and no more: a million of them fit in memory.

An `Account` is made of the claim's contract record (`Claim.to_dict()`, or a row of the store), so that claims from a
reading, a file and a store are compared alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from sys import intern

from reportedly.compare.names import head, name_stems, nations
from reportedly.compare.stems import stem, stem_set, stemmed, stems, words, words_data
from reportedly.document import Json
from reportedly.records import Claim

NONSTATE = frozenset({"REB", "CRM", "OPP"})
# sectors whose members act for their state
STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
WEEK = 7  # days
FEW_DAYS = 3


@dataclass(frozen=True, slots=True)
class Party:
    """Who does it, or to whom. `key` is the actor's id or the name's stems; `head` its head noun; `side` the state or group it acts for;
    `camp` whether it is of a state's men or of those who fight them, where that can be told; `nations` the states that the name has ("Thai trawler")."""

    name: str
    key: str
    head: str
    side: str | None
    camp: str | None = None
    nations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where: a gazetteer id or a name, coordinates in degrees, and how far off (km) they may be by their precision. `carried` when not the
    claim's own words say so, but others of the report."""

    name: str
    key: str
    role: str
    latitude: float | None
    longitude: float | None
    country: str | None
    precision: str | None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A figure: what it counts (`of`, and its head's stem), its bounds (None where open), and its words."""

    role: str
    of: str
    head: str
    low: float | None
    high: float | None
    unit: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """One voice of the chain; `body` is what it is said to speak for."""

    name: str
    kind: str
    actor: str | None
    stance: str
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One claim. Days are proleptic ordinals, both ends inclusive; None where the report leaves them open."""

    id: str
    report: str
    start_char: int
    end_char: int
    outlet: str | None
    published: int | None
    type: str
    mode: str | None
    status: str
    start: int | None
    end: int | None
    time: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Spot, ...]
    trigger: str
    stems: tuple[str, ...]  # of the evidence, sorted
    figures: tuple[Number, ...]
    means: tuple[str, ...]
    voices: tuple[Speaker, ...]
    text: str
    whole: bool  # a wave, a campaign, a span of more than a week: single deeds are its parts

    @property
    def voice(self) -> Speaker | None:
        """The innermost voice; None for the report's own."""
        return self.voices[-1] if self.voices else None

    @property
    def words(self) -> frozenset[str]:
        """The stems of the evidence as a set: made when asked for, since a million sets are large."""
        return frozenset(self.stems)

    @property
    def spot(self) -> Spot | None:
        """Where it happened, as finely as it is known; what the claim's own words say before what is carried over to it."""
        here = [p for p in self.places if p.role == "at"] or list(self.places)
        return min(here, key=lambda p: (p.carried, FINENESS.get(p.precision or "", 9)), default=None)

    @property
    def anchors(self) -> int:
        """2 when the claim has both a date and a place that are known to a few days and a district, 1 for one of them, 0 for neither."""
        dated = self.start is not None and self.end is not None and self.end - self.start <= FEW_DAYS
        spot = self.spot
        return dated + (spot is not None and not spot.carried and FINENESS.get(spot.precision or "", 2) <= 2)


FINENESS = {"exact": 0, "town": 1, "district": 2, "province": 3, "country": 5, "region": 4}


def account(claim: Claim | Json) -> Account:
    """The account of a claim or of its contract record."""
    record = claim.to_dict() if isinstance(claim, Claim) else claim
    document, evidence, event, time = record["document"], record["evidence"], record["event"], record["time"] or {}
    return Account(
        id=record["id"], report=intern(document["id"]), start_char=evidence["start"], end_char=evidence["end"],
        outlet=_interned(document["outlet"]), published=ordinal(document["published"]), type=intern(event["type"]),
        mode=_interned(event["mode"]), status=intern(record["status"]), start=ordinal(time.get("start")), end=ordinal(time.get("end") or time.get("start")),
        time=_interned(time.get("precision")), actors=tuple(map(_party, record["actors"])), recipients=tuple(map(_party, record["recipients"])),
        places=tuple(_spot(p, evidence) for p in record["places"]), trigger=trigger_stem(event["trigger"]["text"]), stems=_stems(record),
        figures=tuple(map(_number, record["figures"])), means=tuple(intern(head(m["name"])) for m in record["means"]),
        voices=tuple(_speaker(v) for v in record["attribution"]), text=evidence["text"],
        whole=_is_whole(event["trigger"]["text"], ordinal(time.get("start")), ordinal(time.get("end")), time.get("precision")),
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def _is_whole(trigger: str, start: int | None, end: int | None, precision: str | None) -> bool:
    """A period of more than a week, or a word for many deeds ("attacks", "offensive") that no day or two date."""
    if start is not None and end is not None and (end - start <= FEW_DAYS or precision == "period"):
        return end - start > WEEK
    named = frozenset(words_data("words.yaml")["wholes"])
    return any(w in named or stem(w) in named for w in words(trigger))


@lru_cache(maxsize=50_000)
def ordinal(day: str | None) -> int | None:
    """The day of an ISO date or date-time, as a number; None for none, and for years that no calendar has."""
    try:
        return date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:
        return None


@lru_cache(maxsize=50_000)
def trigger_stem(text: str) -> str:
    """The stem of the trigger's chief word: the first that is not a common one ("was under attack" → attack)."""
    return intern(next(stems(text), ""))


def _stems(record: Json) -> tuple[str, ...]:
    return tuple(sorted(intern(w) for w in stem_set([record["evidence"]["text"]])))


def _interned(text: str | None) -> str | None:
    return intern(text) if text else None


def _party(party: Json) -> Party:
    return party_of(party["name"], party["actor"], party["country"], party["sector"])


@lru_cache(maxsize=100_000)
def party_of(name: str, actor: str | None, country: str | None, sector: str | None) -> Party:
    side = country if country and (sector in STATE or not sector) else actor
    chief = head(name)
    return Party(name, actor or " ".join(name_stems(name)), chief, side, _camp(sector, chief), nations(name))


def _camp(sector: str | None, chief: str) -> str | None:
    """"Gunmen" and "a bomber" may be anybody's."""
    if chief in stemmed("anybodys"):
        return None
    return "state" if sector in STATE else "foes" if sector in NONSTATE else None


def _spot(place: Json, evidence: Json) -> Spot:
    at = place.get("start")
    carried = at is not None and not evidence["start"] <= at < evidence["end"]
    return spot_of(place["name"], place["place"], place["role"], place["latitude"], place["longitude"], place["country"], place["precision"], carried)


@lru_cache(maxsize=100_000)
def spot_of(name: str, place: str | None, role: str, latitude: float | None, longitude: float | None, country: str | None, precision: str | None, carried: bool = False) -> Spot:  # fmt: skip
    return Spot(name, place or " ".join(name_stems(name)), role, latitude, longitude, country, precision, carried)


def _number(figure: Json) -> Number:
    return number_of(figure["role"], figure["of"], figure["low"], figure["high"], figure["unit"], figure["text"])


@lru_cache(maxsize=100_000)
def number_of(role: str, of: str, low: float | None, high: float | None, unit: str | None, text: str) -> Number:
    return Number(role, of, head(of), low, high, unit, text)


def _speaker(voice: Json) -> Speaker:
    return speaker_of(voice["name"], voice["kind"], voice["actor"], voice["stance"])


@lru_cache(maxsize=100_000)
def speaker_of(name: str, kind: str, actor: str | None, stance: str) -> Speaker:
    return Speaker(name, kind, actor, stance)

