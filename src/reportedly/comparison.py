"""The nouns of comparing: what many claims come to, how claims stand to each other, and what a person judged of it.

Like `records`, this imports nothing of ours but the nouns; the store keeps these records and `compare` makes them.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.document import Json


class RelationKind(StrEnum):
    """How one claim stands to another. None of them says who is right."""

    CONFIRMS = "confirms"
    DENIES = "denies"
    DISPUTES = "disputes"
    DIFFERS_IN_FIGURE = "differs-in-figure"
    SAME_INCIDENT = "same-incident"
    ANSWERS = "answers"
    PART_OF = "part-of"
    FOLLOWS = "follows"


class Grade(StrEnum):
    """How well an incident is attested, as casualty recorders grade it. The rule is `compare/grade.py`."""

    CONFIRMED = "confirmed"
    INDEPENDENT = "several independent origins"
    SINGLE = "single origin"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


class Verdict(StrEnum):
    """What a person says of two groups of claims: they tell of one incident, or of different ones."""

    SAME = "same"
    APART = "apart"


class Finding(StrEnum):
    """What a person says of one claim: it is as the report says, it is not, one field is otherwise, or it was missed."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's split or merge. Judgements add up: a later one outweighs an earlier one; to undo one leaves no trace of it."""

    verdict: Verdict
    left: tuple[str, ...]
    right: tuple[str, ...]
    id: int = 0
    by: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """One claim to another, with the words of both on which it rests, and the rule that said so.

    `detail` holds what the rule compared: a field with both values, or both ranges and whether they overlap.
    """

    kind: RelationKind
    from_: str
    to: str
    rule: str
    evidence: tuple[tuple[str, str], ...] = ()
    detail: Json = field(default_factory=dict, hash=False)

    def to_dict(self) -> Json:
        evidence = [{"claim": claim, "text": text} for claim, text in self.evidence]
        return {"kind": self.kind.value, "from": self.from_, "to": self.to, "evidence": evidence, "rule": self.rule, **self.detail}


@dataclass(frozen=True, slots=True)
class Chain:
    """Reports that carry the same text, and the likely original among them: the agency credited, or the earliest."""

    original: str
    reports: tuple[str, ...]
    credited: str | None = None
    paragraphs: tuple[tuple[str, int, int], ...] = ()  # report, start, end; none when whole reports are copies

    def to_dict(self) -> Json:
        paragraphs = [{"report": report, "start": start, "end": end} for report, start, end in self.paragraphs]
        return {"original": self.original, "reports": list(self.reports), "credited": self.credited, "paragraphs": paragraphs}


@dataclass(frozen=True, slots=True)
class Incident:
    """One real-world event as many claims tell it. `packed` is the record that `list incidents` prints (see `compare/incidents.py`), as
    zipped JSON, which takes a hundredth of the memory: it names each claim a dozen times."""

    id: str
    claims: tuple[str, ...]
    packed: bytes

    @staticmethod
    def of(record: Json) -> Incident:
        return Incident(record["id"], tuple(record["claims"]), zlib.compress(json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1))

    @property
    def record(self) -> Json:
        """The record, made anew each time."""
        record: Json = json.loads(zlib.decompress(self.packed).decode("utf-8", "surrogatepass"))
        return record

    def to_dict(self) -> Json:
        return self.record


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing made: incidents with their claims, relations between claims (but that they tell of one
    incident, which incidents say), reports that copy each other.

    `chains` says for each claim the report whose words it repeats (its own when it repeats none).
    """

    incidents: tuple[Incident, ...] = ()
    relations: tuple[Relation, ...] = ()
    copies: tuple[Chain, ...] = ()
    chains: dict[str, str] = field(default_factory=dict, hash=False)

    def incident_of(self) -> dict[str, str]:
        """The incident of each claim, by their ids."""
        return {claim: incident.id for incident in self.incidents for claim in incident.claims}
