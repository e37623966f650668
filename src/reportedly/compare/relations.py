"""How the claims of one incident stand to each other: each relation with the words it rests on and the rule that found it.

Rules, none of which says who is right; within one report, `rejoinders.py` finds what a denial, a dispute or a confirmation is told against:

* **denies**: a voice says that it is not so, where another says that it is. What was foiled or prevented is denied by nobody.
  Violence that a report says in its own words there was not is denied by it, against what others tell.
* **disputes** (`versions.py`): across reports, two voices name actors of two sides, the one a state's men and the other its foes; or actors or targets of two kinds, and one sets its version against another's; one says that it did it, and another names somebody else; people died of a mishap,
  or shots were fired into the air, in the one, and there was violence in the other; fighters were killed in the one, people without arms in the other.
* **differs-in-figure**: two numbers for the same thing; the newer claim to the older, one pair of claims for each two voices that give them.
* **confirms**: a voice that says that it confirms, or that it did it, to the first claim of each other origin.
* **same-incident**: each claim to the first that told of the incident.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice, product

from reportedly.compare.accounts import FINENESS, Account, Party
from reportedly.compare.aggregates import Backed, Counted, counted, overlap
from reportedly.compare.cues import averted, confirms, says
from reportedly.compare.stems import stemmed
from reportedly.compare.versions import MOST, against, asserts, disputes, relation, victims
from reportedly.comparison import Relation, RelationKind
from reportedly.terms import FigureRole

DENIED = "one voice denies what another tells"
NOT_SO = "a report says in its own words that it was not so"
DONE = ("occurred", "ongoing")
NEARBY = 1  # as fine as a town
SAME = "told as the same incident as by the first that told of it"


def first_told(a: Account) -> tuple[bool, int, str, int, str]:
    """The order in which claims were told: by publication, those of unknown day last."""
    return (a.published is None, a.published or 0, a.report, a.start_char, a.id)


def relations(backed: Sequence[Backed]) -> list[Relation]:
    """All relations between the claims of an incident."""
    told = sorted(backed, key=lambda b: first_told(b.account))
    found = [*_denials(told), *disputes(told), *_figures(told), *_of_other_dead(told), *_confirmations(told), *_same(told)]
    return sorted(set(found), key=lambda r: (r.kind, r.from_, r.to, r.rule))


def is_denial(a: Account) -> bool:
    """A voice denies it. What was foiled, prevented or failed nobody denies; nor does a report that tells so in its own words."""
    if any(v.stance == "denies" for v in a.voices):
        return True
    return a.status == "denied" and bool(a.voices) and not averted(a)


def clears(a: Account) -> bool:
    """It denies no deed, but that it had a part in it: that the market was bombed, and how many died, it leaves open."""
    return says(a, "clears")


def contradicts(no: Account, yes: Account) -> bool:
    """What a denial can be told against: not that others did it, nor, where it is of who did it and not of a killing, how many died; nor
    may "security forces had not entered" stand against what nobody in particular did, by other means than entering; who denies a plan denies no deed. Whoever rejects an
    account rejects that one, and none of other doers."""
    one, other = _sides(no.actors), _sides(yes.actors)
    elsewhere = against(no.actors, yes.actors) or (one and other and not one & other) or _by_others(no.actors, yes.actors)
    toll = yes.mode in ("kill", "execute") and not yes.actors and yes.words.isdisjoint(stemmed("blows"))
    other_deed = (no.actors and not yes.actors and no.type != yes.type) or (yes.status in DONE and says(no, "no_plan"))
    other_tale = no.actors and says(no, "accounts") and not _doers(no) & _doers(yes)
    return not elsewhere and not other_deed and not other_tale and not (toll and (clears(no) or (no.actors and no.mode != "kill")))


def _by_others(denied: Sequence[Party], told: Sequence[Party]) -> bool:
    """A state's men are said not to have done it, and gunmen to have, whoever they may be."""
    return bool(denied and told) and all(p.camp == "state" for p in denied) and all(p.camp == "foes" or p.head in stemmed("anybodys") for p in told)


def _sides(parties: Sequence[Party]) -> set[str]:
    """The sides of parties all of which have one."""
    sides = {p.side for p in parties}
    return set() if None in sides else {s for s in sides if s}


def _denials(told: Sequence[Backed]) -> Iterator[Relation]:
    """A denial, to the likest claim of each other origin in each report: of its own report too, if a voice is named there."""
    tellers: dict[tuple[str, str], list[Backed]] = defaultdict(list)
    for b in told:
        if asserts(b.account):
            tellers[b.account.report, b.origin].append(b)
    for no in _first_of_each_deed([b for b in told if is_denial(b.account) or _is_untold(b.account)]):
        own = not is_denial(no.account)  # against others' reports: what the report itself tells is not denied by it
        for (report, origin), claims in list(_sources(tellers).items())[:MOST]:
            met = [c for c in claims if contradicts(no.account, c.account) and not _elsewhere(no.account, c.account)]
            if met and origin != no.origin and (report != no.account.report or (met[0].account.voices and not own)):
                yes = _likest(no.account, met)
                detail = {"field": "status", "values": [no.account.status, yes.account.status]}
                yield relation(RelationKind.DENIES, no, yes, NOT_SO if own else DENIED, detail)


def _elsewhere(a: Account, b: Account) -> bool:
    """Both say themselves where or when, and say otherwise: that no shot was fired in one port is nothing against a ship sunk off another."""
    spots = [x.spot for x in (a, b) if x.spot is not None and not x.spot.carried and x.spot.latitude is not None and FINENESS.get(x.spot.precision or "", 9) <= NEARBY]
    return on_other_days(a, b) or (len(spots) == 2 and spots[0].key != spots[1].key)


def on_other_days(a: Account, b: Account) -> bool:
    """Both are dated, and no day is common to both."""
    return a.start is not None and b.start is not None and ((a.end or a.start) < b.start or (b.end or b.start) < a.start)


def _is_untold(a: Account) -> bool:
    """Violence that a report says in its own words there was not: "not a shot was fired", as ministries write. What has not come yet is not denied."""
    return a.status == "denied" and a.type == "ASSAULT" and not a.voices and not averted(a) and not says(a, "not_yet")


def _first_of_each_deed(told: Sequence[Backed]) -> list[Backed]:
    """One denial a report, origin and word for the deed, the earliest."""
    seen: dict[tuple[str, str, str], Backed] = {}
    for b in told:
        seen.setdefault((b.account.report, b.origin, b.account.trigger), b)
    return list(seen.values())[:MOST]


def _likest(a: Account, claims: Sequence[Backed]) -> Backed:
    """Of what one source tells the claim that a is most about: that which names the same doer, or any; then that with most of its words."""
    mine = _doers(a)
    return max(claims, key=lambda b: len(b.account.words & a.words) + 3 * bool(mine & _doers(b.account)) + bool(mine and b.account.actors))


def _doers(a: Account) -> set[str]:
    return {name for p in a.actors for name in (p.head, p.side or "", p.camp or "")} - {""}


def _sources(tellers: Mapping[tuple[str, str], list[Backed]]) -> dict[tuple[str, str], list[Backed]]:
    """Of the tellers of each report those that are named, where there are any: what a report adds in its own words rests on them."""
    named = {report for (report, _), claims in tellers.items() if claims[0].account.voices}
    return {key: claims for key, claims in tellers.items() if claims[0].account.voices or key[0] not in named}


def _figures(told: Sequence[Backed]) -> Iterator[Relation]:
    """Each voice's number against each other voice's, and against its own of another report."""
    for (role, head), numbers in counted(told).items():
        for one, other in combinations(_by_numeral(numbers), 2):
            if one.number.unit == other.number.unit and (role != "other" or (head and not _origins(one) & _origins(other))):
                pairs = islice(product(_by_origin(one), _by_origin(other)), MOST)
                yield from (_figure(role, a, b) for a, b in pairs if _first(a) != _first(b))


def _of_other_dead(told: Sequence[Backed]) -> Iterator[Relation]:
    """Eleven rebels, says the army; twelve villagers, say others: two counts of the same dead."""
    for pair in victims(told):
        one, other = (next((n for n in b.account.figures if n.role == FigureRole.KILLED), None) for b in pair)
        if one is not None and other is not None and (one.low, one.high) != (other.low, other.high):
            yield _figure(FigureRole.KILLED.value, Counted(one, pair[:1]), Counted(other, pair[1:]))


def _by_origin(c: Counted) -> list[Counted]:
    """A number as each of those who give it does."""
    by: dict[str, list[Backed]] = defaultdict(list)
    for b in c.by:
        by[b.origin].append(b)
    named = [Counted(c.number, tuple(told)) for told in by.values() if told[0].account.voices]
    return named or [c]


def _by_numeral(numbers: Sequence[Counted]) -> list[Counted]:
    """One for each numeral: "12" and "at least 12" are told as one number."""
    out: dict[object, Counted] = {}
    for c in numbers:
        key = _numerals(c)
        out[key] = Counted(out[key].number, (*out[key].by, *c.by)) if key in out else c
    return list(out.values())


def _origins(c: Counted) -> set[str]:
    return {b.origin for b in c.by}


def _first(c: Counted) -> str:
    return _told(c).id


def _told(c: Counted) -> Account:
    """The claim that stands for a number: the first by a named voice, and rather not a headline."""
    return min((b.account for b in c.by), key=lambda a: (not a.voices, a.start_char == 0))


def _numerals(c: Counted) -> tuple[float | None, float | None]:
    """What is counted as a number: "at least four" is the same numeral as "four"."""
    low, high = c.number.low, c.number.high
    return (low if low is not None else high, high if high is not None else low)


def _figure(role: str, one: Counted, other: Counted) -> Relation:
    older, newer = sorted((one, other), key=lambda c: first_told(_told(c)))
    ranges = [[c.number.low, c.number.high] for c in (newer, older)]
    detail = {"field": role, "of": newer.number.of, "values": ranges, "overlap": overlap(one.number, other.number)}
    words = tuple((_first(c), c.number.text) for c in (newer, older))
    return Relation(RelationKind.DIFFERS_IN_FIGURE, words[0][0], words[1][0], "two numbers for the same thing", words, detail)


def _confirmations(told: Sequence[Backed]) -> Iterator[Relation]:
    for b in told:
        if b.account.voices and asserts(b.account) and confirms(b.account):
            others: dict[str, list[Backed]] = defaultdict(list)
            for o in told:
                if o.origin != b.origin and asserts(o.account) and (o.account.report != b.account.report or _is_told_before(o.account, b.account)):
                    others[o.origin].append(o)
            for claims in others.values():
                yield relation(RelationKind.CONFIRMS, b, _likest(b.account, claims), "a voice says that it confirms it, or that it did it")


def _is_told_before(a: Account, b: Account) -> bool:
    """In one report: what a voice told there is confirmed by another further down."""
    return bool(a.voices) and a.end_char <= b.start_char


def _same(told: Sequence[Backed]) -> Iterator[Relation]:
    for b in told[1:]:
        yield Relation(RelationKind.SAME_INCIDENT, b.account.id, told[0].account.id, SAME)


