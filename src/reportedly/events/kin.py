"""Whether two claims of a report may be of one deed: who did it, to whom, and what was struck."""

from __future__ import annotations

from dataclasses import replace

from reportedly.records import Claim, Participant
from reportedly.terms import FigureRole

FORCE = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "RETREAT"])
SERVICES = frozenset({"COP", "MIL", "SPY"})
BODIES = ("bodies", "corpses")
TOLL = (FigureRole.KILLED, FigureRole.INJURED)
COUNTED = (*TOLL, FigureRole.DETAINED, FigureRole.DISPLACED)


def may_be_of_same(claim: Claim, before: Claim) -> bool:
    """"the attacks on shipping" are not the sinking of a trawler: what is said to be done to others is another deed."""
    if not claim.recipients or not before.recipients:
        return True
    return bool(targets(claim) & targets(before)) or bool({p.country for p in claim.recipients if p.country} & {p.country for p in before.recipients})


def one_side(one: Participant, other: Participant) -> bool:
    """The same name, or men of one service: "two policemen were wounded" is not what the police did."""
    police = one.sector == other.sector == "COP" and (one.country == other.country or not one.country or not other.country)
    army = one.sector == other.sector == "MIL" and one.country is not None and one.country == other.country
    if one.sector == other.sector == "MIL" and not one.country and not other.country and one.name.split()[-1] == other.name.split()[-1]:
        return True  # "soldiers", "eight soldiers"
    return one.name.casefold() == other.name.casefold() or police or army  # "Insurgents attacked …", "the insurgents lost 13"


def may_be_same(claim: Claim, before: Claim) -> bool:
    """"the gang carried out 80 attacks" is not the attack that the navy made; "the coalition conducted 12 strikes" may be of its 30."""
    return not claim.actors or not before.actors or bool({p.name for p in claim.actors} & {p.name for p in before.actors})


def others_than(before: Claim, claim: Claim) -> tuple[Participant, ...]:
    """Those to whom it was done before, but for whoever now does it. Where the claim has a count of its own they lose theirs: the 2,000
    of whom another speaks are people, and not "at least 278 people"."""
    mine = {p.name for p in claim.actors}
    recounted = any(f.role in COUNTED for f in claim.figures)
    bodies = has_toll(before) and any(f.of.endswith(BODIES) for f in claim.figures)  # not said whose: of no service that lost men
    return tuple(_uncounted(p, before) if recounted else p for p in before.recipients if p.name not in mine and not (bodies and p.sector in SERVICES))


def _uncounted(party: Participant, claim: Claim) -> Participant:
    """"members of the police", of "43 members of the police"."""
    count = next((f for f in claim.figures if f.role in COUNTED and f.of and party.name.startswith(f.words.text)), None)
    return party if count is None else replace(party, name=count.of + party.name.removeprefix(count.words.text))


def has_toll(claim: Claim) -> bool:
    return any(f.role in TOLL for f in claim.figures)


def kin(one: Claim, other: Claim) -> bool:
    """The same kind of deed, or both deeds of force: a siege is where the shelling was."""
    return one.event.type == other.event.type or {one.event.type, other.event.type} <= FORCE


def sides(claim: Claim) -> set[str]:
    """Who acts, by state where there is one: Russia and its warships are one side."""
    return {p.country or p.name for p in claim.actors}


def party_names(claim: Claim) -> set[str]:
    return {p.name for p in (*claim.actors, *claim.recipients)}


def targets(claim: Claim) -> set[str]:
    """What was struck, by its last word."""
    return {name.split()[-1].lower() for name in (*(p.name for p in claim.recipients), *(p.name for p in claim.places)) if name.split()}


def words_of(claim: Claim) -> set[str]:
    """The words that tell a deed: "hit Naivasha market" tells of the market."""
    return {word.strip(".,\"“”'’").lower() for word in claim.evidence.text.split()} | targets(claim)
