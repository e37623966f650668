"""Incidents against MUC-4: role fillers and slots of reports on violence in Latin America, in capitals.

Source: MUC-4 (Sundheim 1992). Measured on TST1 and TST2, 200 reports, of which 84 hold no incident and whose fillers are all
inventions; the 1,300 of DEV are left for rules to be written with. A report's templates are joined to one set of fillers.

`ceaf_ree` is Du, Rush and Cardie's (EACL 2021): entities of five roles, one right when all its mentions are those of the gold
entity it is aligned with; victims by name only. The slots count a filler when its head noun is one of the key's; optional
fills cost nothing. `stage` is by report; `number` and `effect` are right only for human targets that were found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.evaluate import muc4_key as key
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.evaluate.muc4_fillers import ROLES, Entity, Fillers, Ways, fillers, merged
from reportedly.evaluate.muc4_key import Report, Template
from reportedly.evaluate.muc4_phrases import plain
from reportedly.intake.text import Given, document_from_text
from reportedly.read import DOCUMENTS_AT_ONCE, Tools

PARTS = ("tst1", "tst2")
SLOTS = {"PerpInd": key.INDIVIDUAL, "PerpOrg": key.ORGANISATION, "Target": key.TARGET, "Victim": key.NAME, "Weapon": key.WEAPON}
GRIT = "GRIT .545 (trained; TST3+TST4)"


@dataclass(slots=True)
class Count:
    """Fills that are right, said and wanted."""

    right: int = 0
    said: int = 0
    wanted: int = 0

    def add(self, right: int, said: int, wanted: int) -> None:
        self.right, self.said, self.wanted = self.right + right, self.said + said, self.wanted + wanted

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.said + self.wanted)


@dataclass(frozen=True, slots=True)
class Row:
    """A report with what the key wants of it and what was read."""

    report: Report
    wanted: dict[str, list[Entity]]
    found: Fillers


def measure(folder: Path, tools: Tools) -> Iterator[Figure]:
    """CEAF-REE over all roles, then F1 of each slot."""
    ree, slots = Count(), {name: Count() for name in (*SLOTS, "stage", "number", "effect")}
    for row in _rows(folder, tools):
        for role in ROLES:
            ree.add(*ceaf(_by_name(row.found.entities[role], role), _mentions(row.report, role)))
            slots[role].add(*_slot(row, role))
        slots["stage"].add(*_stage(row))
        slots["number"].add(*_of_victims(row, lambda e: e.numbers))
        slots["effect"].add(*_of_victims(row, lambda e: e.effects))
    yield Figure("ceaf_ree", ree.f1, GRIT)
    yield from (Figure(name, count.f1) for name, count in slots.items())


def show(folder: Path, tools: Tools) -> Iterator[str]:
    """Each filler missed or not in the key, with the sentence where its words stand first."""
    for row in _rows(folder, tools):
        stages = ", ".join(sorted(row.found.stages)) or "none"
        yield f"== {row.report.id} ({len(row.report.templates)} incidents, read as {stages})"
        for role in ROLES:
            said, wanted = row.found.entities[role], row.wanted[role]
            pairs = paired(said, wanted, _same_head)
            for n, entity in enumerate(wanted):
                if n not in pairs and not entity.optional:
                    yield f"  {role} missed: {' / '.join(entity.ways)}: {_where(row.report, entity)}"
            for n, entity in enumerate(said):
                if n not in pairs.values():
                    yield f"  {role} not in key: {entity.ways[0]}: {_where(row.report, entity)}"


def paired[T](said: Sequence[T], wanted: Sequence[T], same: Callable[[T, T], bool]) -> dict[int, int]:
    """The largest one-to-one pairing of what is the same, as {wanted: said}; earlier wanted ones are served first."""
    pairs: dict[int, int] = {}
    taken: dict[int, int] = {}

    def serve(want: int, tried: set[int]) -> bool:
        for n in range(len(said)):
            if n not in tried and same(said[n], wanted[want]):
                tried.add(n)
                if n not in taken or serve(taken[n], tried):
                    taken[n], pairs[want] = want, n
                    return True
        return False

    for want in range(len(wanted)):
        serve(want, set())
    return pairs


def score(said: Sequence[Entity], wanted: Sequence[Entity], same: Callable[[Entity, Entity], bool]) -> tuple[int, int, int]:
    """Entities that are right, said and wanted; an optional one is wanted only when it is said."""
    wanted = sorted(wanted, key=lambda e: e.optional)
    right = paired(said, wanted, same)
    return len(right), len(said), sum(n in right or not e.optional for n, e in enumerate(wanted))


def ceaf(said: Sequence[Entity], wanted: Sequence[Entity]) -> tuple[int, int, int]:
    """CEAF-REE's strict similarity: right when every mention said is one of the gold entity's."""
    return score(said, wanted, lambda s, w: set(s.ways) <= set(w.ways))


def _same_head(said: Entity, wanted: Entity) -> bool:
    return bool(said.heads & wanted.heads)


def _rows(folder: Path, tools: Tools) -> Iterator[Row]:
    reports = [r for part in PARTS for r in key.reports(folder / part)]
    for start in range(0, len(reports), DOCUMENTS_AT_ONCE):
        batch = reports[start : start + DOCUMENTS_AT_ONCE]
        documents = [document_from_text(r.text, given=Given(published=r.published)) for r in batch]
        for report, parse in zip(batch, tools.parser.parse(documents), strict=True):
            yield Row(report, {role: _wanted(report, role) for role in ROLES}, fillers(parse, tools))


def _wanted(report: Report, role: str) -> list[Entity]:
    """The key's entities of a role over all templates."""
    return merged(e for t in report.templates for e in (_victims(t) if role == "Victim" else _entities(t, SLOTS[role])))


def _entities(template: Template, slot: int) -> list[Entity]:
    return [Entity(tuple(map(plain, f.ways)), f.optional or template.optional) for f in template.of(slot)]


def _victims(template: Template) -> list[Entity]:
    """Human targets: a name with its descriptions, or a description that belongs to no name; with numbers and effects."""
    names = template.of(key.NAME)
    alone = [f for f in template.of(key.DESCRIPTION) if not f.of]
    out = []
    for fill in (*names, *alone):
        about = [f for f in template.of(key.DESCRIPTION) if set(f.of) & set(fill.ways)]
        ways = [plain(way) for f in (fill, *about) for way in f.ways]
        numbers, effects = (
            frozenset(tuple(w.lstrip("~ ") for w in f.ways) for f in template.of(slot) if set(f.of) & set(fill.ways))
            for slot in (key.NUMBER, key.EFFECT)
        )
        out.append(Entity(tuple(ways), fill.optional or template.optional, fill in names, numbers, effects))
    return out


def _mentions(report: Report, role: str) -> list[Entity]:
    """The gold of CEAF-REE: the mentions that the report holds; optional ones too."""
    text = plain(" ".join(report.text.split()))
    entities = merged(e for t in report.templates for e in _entities(t, SLOTS[role]))
    held = [tuple(w for w in e.ways if w in text) for e in entities]
    return [Entity(ways) for ways in held if ways]


def _by_name(entities: Sequence[Entity], role: str) -> list[Entity]:
    return [e for e in entities if e.named or role != "Victim"]


def _slot(row: Row, role: str) -> tuple[int, int, int]:
    return score(row.found.entities[role], row.wanted[role], _same_head)


def _stage(row: Row) -> tuple[int, int, int]:
    wanted = merged(Entity(f.ways, t.optional) for t in row.report.templates for f in t.of(key.STAGE))
    return score([Entity((stage,)) for stage in sorted(row.found.stages)], wanted, _same_head)


def _of_victims(row: Row, fills: Callable[[Entity], frozenset[Ways]]) -> tuple[int, int, int]:
    """Numbers or effects: right when the human target is found and the fill is one of its ways."""
    said, wanted = row.found.entities["Victim"], row.wanted["Victim"]
    pairs = paired(said, wanted, _same_head)
    right = sum(len(paired(list(fills(said[pairs[n]])), list(fills(wanted[n])), lambda s, w: set(s) <= set(w))) for n in pairs)
    return (
        right,
        sum(len(fills(e)) for e in said),
        sum(len(fills(e)) for n, e in enumerate(wanted) if n in pairs or not e.optional),
    )


def _where(report: Report, entity: Entity) -> str:
    """The sentence where one of the entity's ways stands first."""
    sentences = [" ".join(s.split()) for s in report.text.replace("\n\n", ". ").split(". ")]
    return next((f"…{s[:240]}…" for way in entity.ways for s in sentences if way and way in plain(s)), "not in the report")


CORPUS = Corpus("muc4", "corpora/muc4", measure, show)
