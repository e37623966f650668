"""Two versions of one incident: each voice names another doer, another cause, other dead. Nothing says which is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product

from reportedly.compare.accounts import Account, Party
from reportedly.compare.aggregates import Backed
from reportedly.compare.cues import owns_up, says
from reportedly.compare.harmed import side_of
from reportedly.compare.origins import DENYING
from reportedly.compare.stems import stemmed
from reportedly.comparison import Relation, RelationKind
from reportedly.document import Json
from reportedly.terms import FigureRole

BEGAN = "another actor: each voice says that another side began"
CAMPS = "another actor: a state's men the one, its foes the other"
OWNED = "another actor: the one says that it did it"
MISHAP = "another cause: a mishap the one, violence the other"
PARTIES: dict[str, Callable[[Account], Sequence[Party]]] = {"actors": lambda a: a.actors, "recipients": lambda a: a.recipients}
VICTIMS = "other victims: fighters the one, people without arms the other"
HARMLESS = "other means: what harms nobody the one, violence the other"
OTHERWISE = (("mishaps", "mishap_words", ("ASSAULT",), MISHAP), ("harmless", "harmless_words", ("ASSAULT", "COERCE"), HARMLESS))
MOST = 40  # claims on either side of a contradiction: the first of each report and voice are named, no more


def disputes(told: Sequence[Backed]) -> Iterator[Relation]:
    """All disputes between the claims of an incident, which are given in the order in which they were told."""
    yield from _named_otherwise(told)
    yield from _began_first(told)
    yield from _owned(told)
    yield from _mishaps(told)
    for older, newer in victims(told):
        yield relation(RelationKind.DISPUTES, newer, older, VICTIMS, _named("recipients", newer, older))


def _named_otherwise(told: Sequence[Backed]) -> Iterator[Relation]:
    """Across reports; and within one where a state's men are named by one voice and its foes by another."""
    stated = [b for b in told if asserts(b.account)]
    for field, named in PARTIES.items():
        for older, newer in combinations(first_of_each([b for b in stated if named(b.account)]), 2):
            rule = at_odds(field, named(newer.account), named(older.account), newer.account, older.account) if older.origin != newer.origin else None
            if rule and (older.account.report != newer.account.report or rule == CAMPS):
                yield relation(RelationKind.DISPUTES, newer, older, rule, _named(field, newer, older))


def _began_first(told: Sequence[Backed]) -> Iterator[Relation]:
    """The police say that the gunmen fired first, a hostage that it was the police."""
    began = [b for b in told if b.account.actors and asserts(b.account) and _began(b.account)]
    for older, newer in combinations(first_of_each(began), 2):
        if older.origin != newer.origin and not _share(newer.account.actors, older.account.actors):
            yield relation(RelationKind.DISPUTES, newer, older, BEGAN, _named("actors", newer, older))


def _named(field: str, newer: Backed, older: Backed) -> Json:
    return {"field": field, "values": [[p.name for p in PARTIES[field](b.account)] for b in (newer, older)]}


def _owned(told: Sequence[Backed]) -> Iterator[Relation]:
    """Who owns up to it, against each that names somebody else."""
    named = [b for b in told if asserts(b.account) and any(map(_somebody, b.account.actors))]
    for mine in first_of_each([b for b in named if b.account.voices and owns_up(b.account)]):
        for other in first_of_each([b for b in named if b.origin != mine.origin and not _share(mine.account.actors, b.account.actors)]):
            yield relation(RelationKind.DISPUTES, mine, other, OWNED, _named("actors", mine, other))


def _somebody(p: Party) -> bool:
    """A side, a body or a person with a name; "attackers" may be anybody's."""
    return bool(p.side or p.camp or p.name[:1].isupper()) and p.head not in stemmed("anybodys")


def _mishaps(told: Sequence[Backed]) -> Iterator[Relation]:
    """They were trampled, or the shots were fired into the air, says the one; they were shot, says the other."""
    for phrases, words, types, rule in OTHERWISE:
        harm = [b for b in told if b.account.voices and asserts(b.account) and b.account.type in types]
        may = [b for b in harm if not stemmed(words).isdisjoint(b.account.stems)]  # phrases cost more
        for one in first_of_each([b for b in may if says(b.account, phrases) and not says(b.account, "violence", but=phrases)]):
            for other in first_of_each([b for b in harm if b.origin != one.origin and b.account.type == "ASSAULT" and says(b.account, "violence", but="harmless")]):
                yield relation(RelationKind.DISPUTES, one, other, rule)


def victims(told: Sequence[Backed]) -> Iterator[tuple[Backed, Backed]]:
    """Whom soldiers, or nobody knows who, killed: rebels in the one claim, villagers in the other. The older first."""
    killed = [b for b in told if asserts(b.account) and b.account.type == "ASSAULT" and _is_deadly(b.account) and "foes" not in {p.camp for p in b.account.actors}]
    fighters = first_of_each([b for b in killed if all(_is_fighter(p) for p in b.account.recipients)])
    unarmed = first_of_each([b for b in killed if all(p.head in stemmed("unarmed") for p in b.account.recipients)])
    place = {id(b): n for n, b in enumerate(told)}
    for one, other in product(fighters, unarmed):
        if one.origin != other.origin:
            yield (one, other) if place[id(one)] < place[id(other)] else (other, one)


def _is_deadly(a: Account) -> bool:
    return bool(a.recipients) and (a.mode == "kill" or any(n.role == FigureRole.KILLED for n in a.figures))


def _is_fighter(p: Party) -> bool:
    return side_of(p.head) == "foes" or p.camp == "foes"


def at_odds(field: str, one: Sequence[Party], other: Sequence[Party], a: Account, b: Account) -> str | None:
    """The rule by which two lists of participants contradict each other; None when they do not."""
    if not one or not other:
        return None
    what = "actor" if field == "actors" else "target"
    sides = {p.side for p in one if p.side}, {p.side for p in other if p.side}
    if field == "actors" and all(sides) and not sides[0] & sides[1]:
        return "another actor: the two belong to different sides"
    if field == "actors" and not _share(one, other) and against(one, other):
        return CAMPS
    if not _share(one, other) and (a.words | b.words) & stemmed("contrast"):
        return f"another {what}: one voice sets its version against another's"
    return None


def _began(a: Account) -> bool:
    """The stems are looked at first: phrases cost more."""
    return not stemmed("beginnings").isdisjoint(a.stems) and says(a, "began")


def against(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """The one are all a state's men and the other all its foes."""
    camps = {p.camp for p in one}, {p.camp for p in other}
    return all(len(c) == 1 and None not in c for c in camps) and camps[0] != camps[1] and not _share(one, other)


def _share(one: Sequence[Party], other: Sequence[Party]) -> bool:
    return bool({p.head for p in one} & {p.head for p in other} or {p.key for p in one} & {p.key for p in other})


def asserts(a: Account) -> bool:
    return a.status != "denied" and not any(v.stance in DENYING for v in a.voices)


def first_of_each(told: Sequence[Backed]) -> list[Backed]:
    """One claim a report and origin, the earliest."""
    seen: dict[tuple[str, str], Backed] = {}
    for b in told:
        seen.setdefault((b.account.report, b.origin), b)
    return list(seen.values())[:MOST]


def relation(kind: RelationKind, from_: Backed, to: Backed, rule: str, detail: Json | None = None) -> Relation:
    a, b = from_.account, to.account
    return Relation(kind, a.id, b.id, rule, ((a.id, a.text), (b.id, b.text)), detail or {})
