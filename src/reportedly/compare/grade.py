"""How well is an incident attested? The grades of casualty recorders, given by the first of these rules that holds:

1. **discounted**: no voice says that it happened; all claims deny it.
2. **confirmed**: a party that is said to have done it says so itself, and no claim has it deny it.
3. **contested**: another voice denies it, or names another actor.
4. **several independent origins**: two or more origins tell of it, copies folded. A report that names no source is no origin.
5. **single origin**: one origin tells of it, or only reports that name none.

A grade counts voices. It says nothing of whether they are right.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.compare.accounts import Party
from reportedly.compare.aggregates import Backed
from reportedly.compare.cues import owns_up
from reportedly.compare.names import same_name
from reportedly.compare.origins import Origin
from reportedly.compare.relations import is_denial
from reportedly.compare.versions import asserts
from reportedly.comparison import Grade, Relation, RelationKind
from reportedly.document import Json


def graded(backed: Sequence[Backed], origins: Sequence[Origin], relations: Sequence[Relation]) -> tuple[Grade, str]:
    """The grade and its reason."""
    if not any(asserts(b.account) for b in backed):
        return Grade.DISCOUNTED, "every claim denies it or says that it did not come about"
    mine = {b.account.id for b in backed}
    claimed, denied = responsibility(backed)["claimed"], responsibility(backed)["denied"]
    if claimed and not denied:
        return Grade.CONFIRMED, f"{claimed[0]['name']}, said to have done it, says so"
    if against := next((r for r in relations if r.to in mine and (r.kind is RelationKind.DENIES or (r.kind is RelationKind.DISPUTES and r.detail.get("field") == "actors"))), None):
        return Grade.CONTESTED, f"{_name(backed, against.from_)} {'denies it' if against.kind is RelationKind.DENIES else 'names another actor'}"
    if len(origins) > 1:
        return Grade.INDEPENDENT, f"{len(origins)} origins: {', '.join(o.name for o in origins[:4])}"
    return Grade.SINGLE, f"one origin: {origins[0].name}" if origins else "told by reports that name no source"


def responsibility(backed: Sequence[Backed]) -> dict[str, list[Json]]:
    """Who says that they did it, and who says that they did not: {claimed: [{name, claims}], denied: [...]}."""
    found: dict[str, dict[str, list[str]]] = {"claimed": {}, "denied": {}}
    actors = [p for b in backed if asserts(b.account) for p in b.account.actors]
    for b in backed:
        voice = b.account.voice
        if voice is None or not _is_doer(b, actors):
            continue
        kind = "denied" if is_denial(b.account) else "claimed" if _own_deed(b) else None
        if kind:
            found[kind].setdefault(b.name, []).append(b.account.id)
    return {kind: [{"name": name, "claims": sorted(claims)} for name, claims in sorted(names.items())] for kind, names in found.items()}


def _is_doer(b: Backed, actors: Sequence[Party]) -> bool:
    names = {p.name for p in (*actors, *b.account.actors)}
    return any(same_name(b.name, n) for n in names)


def _own_deed(b: Backed) -> bool:
    """The voice names itself as the actor, or says that it claims it."""
    a = b.account
    return asserts(a) and (any(same_name(b.name, p.name) for p in a.actors) or owns_up(a))


def _name(backed: Sequence[Backed], claim: str) -> str:
    return next((b.name for b in backed if b.account.id == claim), "another voice")

