"""How claims of different incidents stand to each other: parts of a whole, answers to a deed, what followed.

* **part-of**: a single deed and the wave, campaign or series it belongs to: the same types, within its time, at its place or told
  in one report, with no side that contradicts.
* **answers**: the report says that the one was done in answer to the other ("in retaliation for"), or the side that was hit hits back so.
* **follows**: in one sentence, the one after the other ("detained after a raid").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.compare.accounts import Account, Party
from reportedly.compare.columns import families
from reportedly.compare.relations import first_told
from reportedly.compare.stems import stemmed
from reportedly.compare.versions import asserts
from reportedly.comparison import Relation, RelationKind

AFTER = re.compile(r"\b(?:after|following|days after|hours after|in the wake of)\b", re.IGNORECASE)
NEAR = 31  # days between a deed and its answer


def across(pairs: Iterable[tuple[Account, Account]], incident_of: Mapping[str, str]) -> list[Relation]:
    """The relations of pairs of claims of different incidents; for each two incidents and kind the first told."""
    best: dict[tuple[RelationKind, str, str], tuple[tuple[object, ...], Relation]] = {}
    for a, b in pairs:
        if incident_of[a.id] == incident_of[b.id]:
            continue
        for one, other in ((a, b), (b, a)):
            for relation in _between(one, other):
                key = (relation.kind, incident_of[one.id], incident_of[other.id])
                rank = (*first_told(one), *first_told(other))
                if key not in best or rank < best[key][0]:
                    best[key] = (rank, relation)
    return sorted((r for _, r in best.values()), key=lambda r: (r.kind, r.from_, r.to))


def _between(a: Account, b: Account) -> Iterator[Relation]:
    if not (asserts(a) and asserts(b)):
        return
    if is_part(a, b):
        yield _relation(RelationKind.PART_OF, a, b, "a single deed within the time, place and sides of the whole")
    if answers(a, b):
        yield _relation(RelationKind.ANSWERS, a, b, "told as an answer by the side that was hit")
    if follows(a, b):
        yield _relation(RelationKind.FOLLOWS, a, b, "told in one sentence as coming after it")


def is_part(a: Account, b: Account) -> bool:
    """a is a part of the whole b."""
    if a.whole or not b.whole or not families(a.type) & families(b.type):
        return False
    if not _within_time(a, b) or _contradict(a, b):
        return False
    return bool({p.key for p in a.places} & {p.key for p in b.places}) or (a.report == b.report and _share_side(a, b)) or _in_country(a, b)


def _within_time(a: Account, b: Account) -> bool:
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return a.report == b.report
    return b.start <= a.start and a.end <= b.end


def _in_country(a: Account, b: Account) -> bool:
    wide = {p.country for p in b.places if p.precision == "country"}
    return bool(wide & {p.country for p in a.places} - {None}) and _share_side(a, b)


def _sides(parties: Sequence[Party]) -> set[str]:
    return {p.side or p.head for p in parties}


def _share_side(a: Account, b: Account) -> bool:
    return bool(_sides(a.actors) & _sides(b.actors) or _sides(a.recipients) & _sides(b.recipients))


def _contradict(a: Account, b: Account) -> bool:
    mine, theirs = ({p.side for p in x.actors if p.side} for x in (a, b))
    return bool(mine and theirs and not mine & theirs)


def answers(a: Account, b: Account) -> bool:
    """a is told as an answer, and hits those who did b on behalf of those whom b hit; or says so of it in one sentence."""
    if not a.words & stemmed("answers") or (a.start is not None and b.start is not None and not 0 <= a.start - b.start <= NEAR):
        return False
    hit_back = _sides(a.actors) & _sides(b.recipients) and _sides(a.recipients) & _sides(b.actors)
    return bool(hit_back) and families(a.type) & families(b.type) != 0


def follows(a: Account, b: Account) -> bool:
    """The report has "A … after B" in one sentence: b's clause begins within a's, right behind the word."""
    if a.report != b.report or not a.start_char <= b.start_char <= a.end_char or a.start_char == b.start_char:
        return False
    before = a.text[: b.start_char - a.start_char]
    return bool(AFTER.search(before[-25:]))


def _relation(kind: RelationKind, a: Account, b: Account, rule: str) -> Relation:
    return Relation(kind, a.id, b.id, rule, ((a.id, a.text), (b.id, b.text)))


def told_together(accounts: Iterable[Account]) -> Iterator[tuple[Account, Account]]:
    """Pairs of claims of one report of which one clause lies in the other's, or begins there."""
    reports: dict[str, list[Account]] = defaultdict(list)
    for a in accounts:
        reports[a.report].append(a)
    for of_report in reports.values():
        ordered = sorted(of_report, key=lambda a: (a.start_char, -a.end_char, a.id))
        for n, a in enumerate(ordered):
            for b in ordered[n + 1 :]:
                if b.start_char >= a.end_char:
                    break
                yield a, b


def by_claim(relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    """Each claim's relations, from either end."""
    out: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        out[relation.from_].append(relation)
        out[relation.to].append(relation)
    return out
