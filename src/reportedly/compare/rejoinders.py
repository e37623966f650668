"""Within one report: what answers what. A denial, a rejection, a confirmation or another version is told against ONE claim, the
likest that another voice made there. Which one depends on nothing but the report. A denial that answers nothing there is told against
the likest claim of the other reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from reportedly.compare.accounts import Account, Party, Speaker
from reportedly.compare.columns import NONE, Columns, Floats, Ints, families
from reportedly.compare.cues import confirms, says
from reportedly.compare.names import name_stems, same_name
from reportedly.compare.relations import contradicts, first_told, is_denial, on_other_days
from reportedly.compare.stems import stemmed
from reportedly.compare.versions import MOST, against, asserts, at_odds
from reportedly.comparison import Relation, RelationKind

FORCE = frozenset({"ASSAULT", "COERCE"})
TOLD = frozenset({"occurred", "ongoing", "possible"})
COUNTERED = "told by who denies it: another did it"  # not against the denial, but against all who tell what it denies
DENIED = -2.0  # the least log-odds of a denial and what another report tells
LIKE = 2.5  # the least likeness of a claim and what answers it
PAGE = 1500.0  # characters that weigh as much against as one shared word weighs for


def rejoinders(accounts: Iterable[Account], voices: Mapping[str, Speaker | None]) -> list[Relation]:
    """The relations of that kind in each report, its claims all given. `held` takes them to other reports."""
    reports: dict[str, list[Account]] = defaultdict(list)
    for a in accounts:
        reports[a.report].append(a)
    return [r for _, claims in sorted(reports.items()) for r in _of_report(sorted(claims, key=lambda a: (a.start_char, a.end_char, a.id)), voices)]


def _of_report(claims: Sequence[Account], voices: Mapping[str, Speaker | None]) -> Iterator[Relation]:
    told = [b for b in claims if asserts(b) and b.type != "REJECT" and b.status in TOLD]
    denials = [a for a in claims if is_denial(a)]
    for a in claims:
        others = [b for b in told if b.id != a.id and not _one_voice(voices[a.id], voices[b.id], b)]
        if is_denial(a):
            yield from _best(RelationKind.DENIES, a, _faced(a, others, voices), "told in one report against the likest claim of another voice", voices)
        elif a.type == "REJECT":
            if _rejects_a_tale(a) and not any(_overlap(a, d) for d in denials if d.type != "ACCUSE"):  # "denied it" and what is denied are one rejoinder
                yield from _best(RelationKind.DENIES, a, others, "told in one report against the likest claim of another voice", voices)
        elif asserts(a) and confirms(a):
            yield from _best(RelationKind.CONFIRMS, a, others, "a voice confirms the likest claim of another in the report, or says that it did it", voices)
        elif asserts(a):
            yield from _best(RelationKind.DISPUTES, a, [b for b in others if _another_version(a, b)], "another version, told in one report against that of another voice", voices)
            mine = [d for d in denials if a.voices and _one_voice(voices[a.id], voices[d.id], d) and families(a.type) & families(d.type) and _another_doer(a, d) and not _another_time(a, d)]
            yield from _best(RelationKind.DISPUTES, a, mine, COUNTERED, voices)


def denied_elsewhere(accounts: Sequence[Account], c: Columns, i: Ints, j: Ints, likeness: Floats) -> list[tuple[int, int]]:
    """(denial, claim) for each denial that is told against no claim of its own report: the likest that another report tells. Somebody
    denies what has been said. Of equals the first by its id."""
    rows = np.array([n for n, a in enumerate(accounts) if is_denial(a) and c.facing[n] == NONE and not says(a, "no_plan")], dtype=np.int64)
    told = np.array([asserts(a) and a.status in TOLD for a in accounts], dtype=bool)
    ends = np.concatenate([np.stack([i, j, np.arange(len(i))]), np.stack([j, i, np.arange(len(i))])], axis=1)
    no, yes, at = ends[:, np.isin(ends[0], rows) & told[ends[1]] & (c.report[ends[0]] != c.report[ends[1]]) & (likeness[ends[2]] > DENIED)]
    best: dict[int, tuple[float, int]] = {}
    for a, b, score in zip(no.tolist(), yes.tolist(), likeness[at].tolist(), strict=True):
        best[a] = max(best.get(a, (DENIED, -b)), (score, -b))
    return [(a, -b) for a, (_, b) in sorted(best.items())]


def told_elsewhere(a: Account, b: Account) -> Relation:
    return Relation(RelationKind.DENIES, a.id, b.id, "told against the likest claim of another report", ((a.id, a.text), (b.id, b.text)))


def held(told_against: Sequence[Relation], groups: Iterable[Sequence[Account]], voices: Mapping[str, Speaker | None]) -> list[Relation]:
    """What was told against a claim in its own report holds against the same incident in others: against the first of each report and voice."""
    group_of = {a.id: group for group in groups for a in group}
    every = {a.id: a for group in group_of.values() for a in group}
    out = []
    for r in told_against:
        if r.kind is RelationKind.CONFIRMS or r.from_ not in every or r.to not in every:
            continue
        a = every[r.from_]
        if r.kind is RelationKind.DENIES and group_of[r.to] is group_of[a.id]:
            continue  # `relations.py` relates the claims of one incident
        for c in _tellers(group_of[r.to], a, voices):
            out.append(Relation(r.kind, a.id, c.id, "told in its own report against this incident", ((a.id, a.text), (c.id, c.text))))
    return out


def _tellers(group: Sequence[Account], a: Account, voices: Mapping[str, Speaker | None]) -> list[Account]:
    """The first claim of each other report and other voice that tells of the incident."""
    seen: dict[tuple[str, str], Account] = {}
    for c in sorted(group, key=first_told):
        if c.report != a.report and asserts(c) and not _one_voice(voices[a.id], voices[c.id], c) and (not is_denial(a) or contradicts(a, c)):
            voice = voices[c.id]
            seen.setdefault((c.report, voice.name if voice else ""), c)
    return list(seen.values())[:MOST]


def _faced(a: Account, others: Sequence[Account], voices: Mapping[str, Speaker | None]) -> Sequence[Account]:
    """What a denial can be told against. The report's own words deny only what a voice says in the same breath ("there is no truth to
    media reports that …"); a voice denies neither what is mentioned of it in passing, nor what was done to somebody else."""
    if voices[a.id] is None:
        return [b for b in others if voices[b.id] is not None and _overlap(a, b)]
    return [b for b in others if not (voices[b.id] is None and _overlap(a, b)) and (a.type in (b.type, "REJECT") or b.type == "ACCUSE" or a.trigger == b.trigger != "") and not _elsewhere(a, b) and not against(a.actors, b.actors)]


def _rejects_a_tale(a: Account) -> bool:
    """What another said is false, or a tale: of rejections and refusals those alone deny something."""
    return (bool(a.words & stemmed("denying")) or ("reject" in a.words and says(a, "tales"))) and not says(a, "silent")


def _elsewhere(a: Account, b: Account) -> bool:
    """Force against two sides: another matter."""
    sides = [{p.side for p in x.recipients if p.side} for x in (a, b)]
    return a.type in FORCE and all(sides) and not sides[0] & sides[1]


def _another_version(a: Account, b: Account) -> bool:
    """Other doers or targets, where a sets its version against another's; or another doer of what was done to the same, there and then."""
    if a.words & stemmed("contrast") and any(at_odds(field, getattr(a, field), getattr(b, field), a, b) for field in ("actors", "recipients")):
        return True
    return a.type == b.type and a.status == b.status and _another_doer(a, b) and not _another_time(a, b)


def _another_doer(a: Account, b: Account) -> bool:
    same = (_heads(a.recipients) & _heads(b.recipients)) - stemmed("anybody")
    fight = _share(a.actors, b.recipients) or _share(a.recipients, b.actors)
    return bool(same and a.actors and b.actors and a.voices and b.voices) and not _share(a.actors, b.actors) and not fight


def _another_time(a: Account, b: Account) -> bool:
    """Days that do not overlap, or places of other names."""
    places = {p.key for p in a.places}, {p.key for p in b.places}
    return on_other_days(a, b) or (all(places) and not places[0] & places[1])


def _heads(parties: Sequence[Party]) -> set[str]:
    return {p.head for p in parties} - {""}


def _share(one: Sequence[Party], other: Sequence[Party]) -> bool:
    return bool(_heads(one) & _heads(other) or {p.side for p in one if p.side} & {p.side for p in other if p.side})


def _overlap(a: Account, b: Account) -> bool:
    return a.start_char < b.end_char and b.start_char < a.end_char


def _one_voice(mine: Speaker | None, other: Speaker | None, b: Account) -> bool:
    """Both are told by one voice. What another says that I said is not mine: "he claimed that Orlov had agreed", and Orlov denies it."""
    if mine is None or other is None:
        return mine is other
    through = [v for v in b.voices[:-1] if v.kind not in ("agency", "outlet") and not same_name(v.name, mine.name)]
    return same_name(mine.name, other.name) and not through


def _best(kind: RelationKind, a: Account, others: Sequence[Account], rule: str, voices: Mapping[str, Speaker | None]) -> Iterator[Relation]:
    ranked = sorted(((likeness(a, b, voices), b) for b in others), key=lambda x: (-x[0], abs(x[1].start_char - a.start_char), x[1].id))
    if ranked and ranked[0][0] >= LIKE:
        b = ranked[0][1]
        yield Relation(kind, a.id, b.id, rule, ((a.id, a.text), (b.id, b.text)))


def likeness(a: Account, b: Account, voices: Mapping[str, Speaker | None]) -> float:
    """How much of what a says is about what b says: shared words, participants, places, the trigger; whether a speaks of b's voice, or
    for those who are said in b to have done it; what was told before a rather than after, and all the more where a calls it a tale."""
    if not families(a.type) & families(b.type) and a.type != "REJECT" and b.type != "ACCUSE":
        return 0.0
    heads = {p.head for p in (*a.actors, *a.recipients)} & {p.head for p in (*b.actors, *b.recipients)}
    named = [p.name for p in (*a.actors, *a.recipients)]
    answered = any(same_name(name, voice.name) for name in named for voice in b.voices)
    voice = voices[a.id]
    blamed = b.recipients if b.type == "ACCUSE" else b.actors
    accused = voice is not None and (any(same_name(voice.name, p.name) for p in blamed) or ((a.type == "REJECT" or b.type == "ACCUSE") and _share(a.actors, blamed)))
    told_by = {w for v in (*a.voices, *b.voices) for w in name_stems(v.name)}
    shared = min(4, len((a.words & b.words) - told_by)) + len(heads - {""}) + len({p.key for p in a.places} & {p.key for p in b.places})
    before = b.start_char < a.start_char
    told = 1.0 * before + 0.5 * (voices[b.id] is not None) + 1.5 * (before and a.type == "REJECT" and says(a, "tales"))
    return shared + 2.0 * (a.trigger == b.trigger != "") + 1.5 * answered + 1.5 * accused + told + (a.type == b.type) - abs(a.start_char - b.start_char) / PAGE
