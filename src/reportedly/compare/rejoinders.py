"""Within one report: what answers what. A denial, a rejection, a confirmation or another version is told against ONE claim, the
likest that another voice made there. Which one depends on nothing but the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.compare.accounts import Account, Speaker
from reportedly.compare.columns import families
from reportedly.compare.names import same_name
from reportedly.compare.relations import asserts, at_odds, cues, is_denial
from reportedly.comparison import Relation, RelationKind

TOLD = frozenset({"occurred", "ongoing", "possible"})
LIKE = 1.5  # the least likeness of a claim and what answers it
PAGE = 1500.0  # characters that weigh as much against as one shared word weighs for


def rejoinders(accounts: Iterable[Account], voices: Mapping[str, Speaker | None]) -> list[Relation]:
    """The relations of that kind in each report, its claims all given."""
    reports: dict[str, list[Account]] = defaultdict(list)
    for a in accounts:
        reports[a.report].append(a)
    return [r for _, claims in sorted(reports.items()) for r in _of_report(sorted(claims, key=lambda a: (a.start_char, a.end_char, a.id)), voices)]


def _of_report(claims: Sequence[Account], voices: Mapping[str, Speaker | None]) -> Iterator[Relation]:
    told = [b for b in claims if asserts(b) and b.type != "REJECT" and b.status in TOLD]
    denials = [a for a in claims if is_denial(a)]
    for a in claims:
        others = [b for b in told if b.id != a.id and not _one_voice(voices[a.id], voices[b.id])]
        if is_denial(a) or (a.type == "REJECT" and not any(_overlap(a, d) for d in denials)):  # "denied it" and what is denied are one rejoinder
            yield from _best(RelationKind.DENIES, a, others, "told in one report against the likest claim of another voice")
        elif asserts(a) and (any(v.stance == "confirms" for v in a.voices) or a.words & (cues("confirming") | cues("claims_responsibility"))):
            yield from _best(RelationKind.CONFIRMS, a, others, "a voice confirms the likest claim of another in the report, or says that it did it")
        elif asserts(a) and a.words & cues("contrast"):
            odd = [b for b in others if any(at_odds(field, getattr(a, field), getattr(b, field), a, b) for field in ("actors", "recipients"))]
            yield from _best(RelationKind.DISPUTES, a, odd, "another version, told in one report against that of another voice")


def _overlap(a: Account, b: Account) -> bool:
    return a.start_char < b.end_char and b.start_char < a.end_char


def _one_voice(a: Speaker | None, b: Speaker | None) -> bool:
    return (a is None and b is None) or (a is not None and b is not None and same_name(a.name, b.name))


def _best(kind: RelationKind, a: Account, others: Sequence[Account], rule: str) -> Iterator[Relation]:
    ranked = sorted(((likeness(a, b), b) for b in others), key=lambda x: (-x[0], abs(x[1].start_char - a.start_char), x[1].id))
    if ranked and ranked[0][0] >= LIKE:
        b = ranked[0][1]
        yield Relation(kind, a.id, b.id, rule, ((a.id, a.text), (b.id, b.text)))


def likeness(a: Account, b: Account) -> float:
    """How much of what a says is about what b says: shared words, participants, places, the trigger; and whether a speaks of b's voice."""
    if not families(a.type) & families(b.type) and a.type != "REJECT":
        return 0.0
    heads = {p.head for p in (*a.actors, *a.recipients)} & {p.head for p in (*b.actors, *b.recipients)}
    named = [p.name for p in (*a.actors, *a.recipients)]
    answered = any(same_name(name, voice.name) for name in named for voice in b.voices)
    shared = min(4, len(a.words & b.words)) + len(heads - {""}) + len({p.key for p in a.places} & {p.key for p in b.places})
    return shared + 2.0 * (a.trigger == b.trigger != "") + 1.5 * answered + (a.type == b.type) - abs(a.start_char - b.start_char) / PAGE
