"""From claims to the codes of other schemes: CAMEO roots, ACLED event and sub-event types.

ACLED codes an incident, not a sentence, so its code is of several claims together: arrests at a demonstration are one
"Protest with intervention". Rules are data (`plover/crosswalks.yaml`); the first that holds decides.
Source: ACLED Codebook (2023), sections on event types; Schrodt, CAMEO 1.1b3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from reportedly.codebooks.data import read_yaml
from reportedly.errors import CodebookError
from reportedly.records import Claim, Participant
from reportedly.terms import Status

STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
FORCE = frozenset({"MIL", "COP", "SPY", "REB", "UAF", "CRM"})
SIDES = frozenset({"state", "rebel", "armed"})
KEYS = frozenset({"type", "mode", "words", "actor", "recipient", "with", "without", "event", "sub_event"})
HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING, Status.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Rule:
    """Holds when a claim is of the type and mode, its words hold one of `words`, its parties are on those sides, and another claim
    of the incident is of one of the types `beside` ("COERCE" or "COERCE/arrest"), none of `without`. An empty condition asks nothing."""

    type: str
    modes: frozenset[str]
    words: re.Pattern[str] | None
    actor: str
    recipient: str
    beside: frozenset[str]
    without: frozenset[str]
    event: str
    sub_event: str

    def holds(self, claim: Claim, types: frozenset[str]) -> bool:
        if (
            claim.event.type != self.type
            or (self.modes and claim.event.mode not in self.modes)
            or (self.beside and not self.beside & types)
            or self.without & types
        ):
            return False
        said = " ".join((claim.evidence.text, *(m.name for m in claim.means))).lower()
        if self.words is not None and not self.words.search(said):
            return False
        return _on_side(claim.actors, self.actor) and _on_side(claim.recipients, self.recipient)


def acled(claims: Iterable[Claim]) -> tuple[str, str] | None:
    """ACLED's event and sub-event type of an incident's claims; None when the scheme has no code for them. What was only planned,
    asked for or denied counts where nothing else is told."""
    told = tuple(claims)
    told = tuple(c for c in told if c.status in HAPPENED) or told
    types = frozenset(name for c in told for name in (c.event.type, f"{c.event.type}/{c.event.mode}"))
    return next(((rule.event, rule.sub_event) for rule in _table().rules if any(rule.holds(c, types) for c in told)), None)


def cameo(claim: Claim) -> str | None:
    """The CAMEO root code, two digits."""
    types = _table().types
    entry = types.get(claim.event.type) or {}
    mode = (entry.get("modes") or {}).get(claim.event.mode or "") or {}
    code = mode.get("cameo", entry.get("cameo"))
    return str(code) if code else None


def plover_type(claim: Claim) -> str:
    """The type that PLOVER's manual gives a deed that is done, where it is another than our codebook's."""
    return next((fold.to for fold in _table().plover if fold.holds(claim)), claim.event.type)


@dataclass(frozen=True, slots=True)
class Fold:
    """Holds for a claim of the type and one of the modes whose trigger has one of `words`. An empty condition asks nothing."""

    type: str
    modes: frozenset[str]
    words: tuple[str, ...]
    to: str

    def holds(self, claim: Claim) -> bool:
        said = claim.event.trigger.text.lower()
        return (
            claim.event.type == self.type and (not self.modes or claim.event.mode in self.modes) and (not self.words or any(w in said for w in self.words))
        )


@dataclass(frozen=True, slots=True)
class _Table:
    rules: Sequence[Rule]
    plover: Sequence[Fold]
    types: Mapping[str, Any]


@lru_cache(maxsize=1)
def _table() -> _Table:
    path = Path(str(resources.files("reportedly.codebooks").joinpath("plover", "crosswalks.yaml")))
    data = read_yaml(path)
    plover = tuple(Fold(row["type"], frozenset(row.get("mode") or ()), tuple(row.get("words") or ()), row["to"]) for row in data["plover"])
    return _Table(tuple(_rule(row, path) for row in data["acled"]), plover, data["types"])


def _rule(row: Mapping[str, Any], path: Path) -> Rule:
    if unknown := row.keys() - KEYS:
        raise CodebookError(f"{path}: acled: unknown key {sorted(unknown)[0]!r}", hint=f"allowed: {', '.join(sorted(KEYS))}")
    if wrong := {str(row[k]) for k in ("actor", "recipient") if row.get(k)} - SIDES:
        raise CodebookError(f"{path}: acled: no side {sorted(wrong)[0]!r}", hint=f"allowed: {', '.join(sorted(SIDES))}")
    words = re.compile(r"\b(?:" + "|".join(re.escape(str(w)) for w in row["words"]) + ")") if row.get("words") else None
    modes = frozenset(row.get("mode") or ())
    return Rule(
        row["type"],
        modes,
        words,
        row.get("actor", ""),
        row.get("recipient", ""),
        frozenset(row.get("with") or ()),
        frozenset(row.get("without") or ()),
        row["event"],
        row["sub_event"],
    )


def _on_side(parties: Sequence[Participant], side: str) -> bool:
    return not side or any(_side_holds(p, side) for p in parties)


def _side_holds(party: Participant, side: str) -> bool:
    sector = party.sector or ("GOV" if party.country and party.actor and party.actor.startswith("state:") else "")
    if side == "state":
        return sector in STATE
    if side == "rebel":
        return sector in ("REB", "UAF")
    return sector in FORCE
