"""Checks the knowledge files: every fault by file, entry and key, with what is allowed there.

A person who adds a name to a file should learn from one run what is wrong and how to put it right, so nothing stops at
the first fault. What may stand where is said in `schema`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from reportedly.errors import KnowledgeError
from reportedly.knowledge.entries import folded, plain
from reportedly.knowledge.files import Row, Source, date_text, sources
from reportedly.knowledge.schema import INNER, REQUIRED, SCHEMAS, Rule

HANDOVER_MONTHS = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. As text it is "file: entry: key: what is wrong"."""

    file: str
    entry: str
    key: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.key}: {self.message}"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row with where it stands, for telling about it."""

    file: str
    section: str
    label: str
    row: Row

    def problem(self, key: str, message: str) -> Problem:
        return Problem(self.file, self.label, key, message)


def check_knowledge(root: Path) -> list[Problem]:
    """Every fault of the knowledge folder `root`, in the order of its files."""
    try:
        placed = [each for source in sources(root) for each in _placed(root, source)]
    except KnowledgeError as error:
        return [Problem(str(root), "-", "-", f"{error.message}; {error.hint}")]
    faults = [problem for each in placed for problem in _row_problems(each)]
    if faults:
        return faults  # what compares entries can trust their shape only when there are none
    return [*_double_ids(placed), *_unknown_parts(placed), *_double_nouns(placed), *_alias_clashes(placed), *_overlaps(placed)]


def _placed(root: Path, source: Source) -> Iterator[_Placed]:
    file = source.path.relative_to(root).as_posix()
    for number, row in enumerate(source.rows, 1):
        yield _Placed(file, source.section, _label(source.section, row, number), row)


def _label(section: str, row: Row, number: int) -> str:
    if section == "office":
        return f"{row.get('state')} {row.get('office')}"
    if section == "pattern":
        return f"pattern {number}"
    return str(row.get("id") or row.get("name") or row.get("role") or f"entry {number}")


# -- one row -------------------------------------------------------------------------------------------------------------


def _row_problems(placed: _Placed) -> Iterator[Problem]:
    schema = SCHEMAS[placed.section]
    for key in sorted(REQUIRED[placed.section] - placed.row.keys()):
        yield placed.problem(key, "is missing; it must be given")
    for key, value in placed.row.items():
        yield from _value_problems(placed, schema, key, value)
    yield from _order_problems(placed)
    yield from _ambiguous_problems(placed)


def _value_problems(placed: _Placed, schema: dict[str, Rule], key: object, value: object) -> Iterator[Problem]:
    rule = schema.get(key) if isinstance(key, str) else None
    if rule is None:
        yield placed.problem(str(key), f"is no key of this entry; allowed: {' '.join(schema)}")
    elif wrong := rule(value):
        yield placed.problem(str(key), f"{_short(value)} is not allowed; {wrong}")
    elif key in INNER and isinstance(value, list):
        for number, row in enumerate(value, 1):
            section = INNER[str(key)]
            label = f"{placed.label}, {_label(section, row, number)}"
            yield from _row_problems(_Placed(placed.file, section, label, row))


def _short(value: object) -> str:
    told = repr(value)
    return told if len(told) <= 60 else told[:57] + "..."


def _order_problems(placed: _Placed) -> Iterator[Problem]:
    start, end = (date_text(placed.row.get(key)) for key in ("from", "until"))
    if start and end and start[: len(end)] > end[: len(start)]:
        yield placed.problem("until", f"{end} is before from {start}; allowed: from <= until")


def _ambiguous_problems(placed: _Placed) -> Iterator[Problem]:
    ambiguous = placed.row.get("ambiguous") or ()
    if isinstance(ambiguous, list):
        names = set(_all_names(placed.row))
        for alias in ambiguous:
            if alias not in names:
                yield placed.problem(
                    "ambiguous", f"{alias!r} is none of the entry's names; allowed: what also stands in its names"
                )


def _all_names(row: Row) -> list[str]:
    names = [row.get("name"), *(row.get("aliases") or ()), *(row.get("names") or ())]
    return [name for name in names if isinstance(name, str)]


# -- rows compared -------------------------------------------------------------------------------------------------------


def _double_ids(placed: list[_Placed]) -> Iterator[Problem]:
    first: dict[object, _Placed] = {}
    for each in placed:
        row = each.row
        key = (row["state"], row["office"], row["title"]) if each.section == "office" else row.get("id")
        if key is None:
            continue
        if key in first:
            yield each.problem(
                "id", f"stands already in {first[key].file}; allowed: one entry an id (an office: a state, office and title)"
            )
        first.setdefault(key, each)


def _unknown_parts(placed: list[_Placed]) -> Iterator[Problem]:
    ids = {each.row.get("id") for each in placed}
    for each in placed:
        whole = each.row.get("part_of")
        if whole is not None and whole not in ids:
            yield each.problem("part_of", f"{whole!r} is no entry; allowed: the id of one")


def _double_nouns(placed: list[_Placed]) -> Iterator[Problem]:
    first: dict[str, _Placed] = {}
    for each in (one for one in placed if one.section == "pattern"):
        for noun in each.row["head"]:
            if folded(noun) in first:
                yield each.problem("head", f"{noun!r} stands already in {first[folded(noun)].label}; allowed: once")
            first.setdefault(folded(noun), each)


@dataclass(frozen=True, slots=True)
class _Bearer:
    """An alias with its entry: two of them clash if one written name finds both."""

    placed: _Placed
    alias: str
    ambiguous: bool

    @property
    def person(self) -> bool:
        return self.placed.section in ("person", "holder")

    @property
    def strict(self) -> bool:
        return self.ambiguous or self.alias.isupper()

    def clashes(self, other: _Bearer) -> bool:
        """Persons may share names among themselves: which of them is meant is told by office and date."""
        if self.placed.row is other.placed.row or (self.person and other.person) or (self.ambiguous and other.ambiguous):
            return False
        return plain(self.alias) == plain(other.alias) or not (self.strict and other.strict)


def _bearers(placed: list[_Placed]) -> Iterator[_Bearer]:
    for each in placed:
        if each.section == "office":
            for number, row in enumerate(each.row["holders"], 1):
                holder = _Placed(each.file, "holder", f"{each.label}, {_label('holder', row, number)}", row)
                yield from _own(holder)
        elif each.section != "pattern":
            yield from _own(each)


def _own(placed: _Placed) -> Iterator[_Bearer]:
    ambiguous = frozenset(placed.row.get("ambiguous") or ())
    return (_Bearer(placed, alias, alias in ambiguous) for alias in dict.fromkeys(_all_names(placed.row)))


def _alias_clashes(placed: list[_Placed]) -> Iterator[Problem]:
    groups: dict[str, list[_Bearer]] = defaultdict(list)
    for bearer in _bearers(placed):
        groups[folded(bearer.alias)].append(bearer)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if one.clashes(other):
                told = f"{other.alias!r} is also a name of {one.placed.label} ({one.placed.file}); allowed: mark it ambiguous in both"
                yield other.placed.problem("aliases", told)


def _overlaps(placed: list[_Placed]) -> Iterator[Problem]:
    """Two holders of one office at once. Offices that are held by several (a collective presidency) say `shared: true`."""
    held: dict[tuple[str, str], list[tuple[_Placed, Row]]] = defaultdict(list)
    for each in (one for one in placed if one.section == "office" and not one.row.get("shared")):
        held[each.row["state"], each.row["office"]] += [(each, holder) for holder in each.row["holders"]]
    for holders in held.values():
        for (place, one), (_, other) in combinations(holders, 2):
            if _months_together(one, other) > HANDOVER_MONTHS:
                told = f"{one['name']} and {other['name']} overlap by more than a month; allowed: one holder at a time, or shared: true"
                yield place.problem("holders", told)


def _months_together(one: Row, other: Row) -> float:
    """How many months two terms surely share: a bare year is read so that it shares least."""
    start = max(_month(row.get("from"), -1e9, "12") for row in (one, other))
    end = min(_month(row.get("until"), 1e9, "01") for row in (one, other))
    return end - start


def _month(value: object, unbounded: float, unknown: str) -> float:
    told = date_text(value)
    if told is None:
        return unbounded
    year, month = [*told.split("-"), unknown][:2]
    return int(year) * 12 + int(month)
