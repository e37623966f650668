"""MUC-4's files: reports one after another under their ids, and the templates of the answer keys.

A template is a column of numbered slots. A slot holds fills, one a line: `? "A" / "B": "C"` is one optional fill that may be
written A or B and belongs to the fill C of another slot. `-` is empty, `*` does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

IDS = re.compile(r"^((?:TST\d|DEV)-MUC\d-\d{4}).*$", re.MULTILINE)
DAY = re.compile(r"\b(\d{1,2} [A-Z]{3} \d{2})\b")
SLOT = re.compile(r"^(\d+)\. +[A-Z]+(?: TGT)?: [A-Z ]+?(?:  +|$)(.*)$")
PART = re.compile(r'"(?:\\.|[^"\\])*"|[:/]|[^":/]+')
TYPE, STAGE, WEAPON, INDIVIDUAL, ORGANISATION, TARGET = 4, 5, 6, 9, 10, 12
NAME, DESCRIPTION, NUMBER, EFFECT = 18, 19, 21, 23


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill: the ways to write it, the fill of another slot that it belongs to, whether a system may leave it out."""

    ways: tuple[str, ...]
    of: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One incident as the key tells it: fills by the slot's number."""

    slots: dict[int, tuple[Fill, ...]]
    optional: bool

    def of(self, slot: int) -> tuple[Fill, ...]:
        return self.slots.get(slot, ())


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was sent, and the day of its dateline."""

    id: str
    text: str
    published: date | None
    templates: tuple[Template, ...]


def reports(folder: Path) -> Iterator[Report]:
    """The reports of a folder with their templates, in the order of the files; one without a template is irrelevant."""
    keys: dict[str, list[Template]] = {}
    for file in sorted(folder.glob("key-*")):
        for ident, template in _templates(file.read_text(encoding="latin-1")):
            keys.setdefault(ident, []).extend([template] if template else [])
    for file in sorted(folder.glob("*-muc[34]*")):
        parts = IDS.split(file.read_text(encoding="latin-1"))
        for ident, text in zip(parts[1::2], parts[2::2], strict=True):
            if ident in keys:
                yield _report(ident, text, tuple(keys[ident]))


def _report(ident: str, text: str, templates: tuple[Template, ...]) -> Report:
    day = DAY.search(text.partition("--")[0])
    return Report(ident, text.strip(), _day(day[1]) if day else None, templates)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text.title(), "%d %b %y").date()
    except ValueError:
        return None


def _templates(text: str) -> Iterator[tuple[str, Template | None]]:
    """Each template with its report's id; None for a report that the key calls irrelevant."""
    for chunk in re.split(r"(?m)^(?=0\. )", "\n".join(line for line in text.splitlines() if not line.startswith(";"))):
        lines = _lines(chunk)
        if 0 not in lines or not (ident := IDS.match(lines[0][0])):
            continue
        number = lines.get(1, ["*"])[0]
        slots = {slot: tuple(filter(None, map(_fill, said))) for slot, said in lines.items() if slot >= TYPE}
        yield ident[1], None if number == "*" else Template(slots, "OPTIONAL" in number)


def _lines(chunk: str) -> dict[int, list[str]]:
    """The lines of each slot of a template; a line that names no slot goes on with the one before."""
    out: dict[int, list[str]] = {}
    slot = -1
    for line in chunk.splitlines():
        named = SLOT.match(line)
        slot = int(named[1]) if named else slot
        if said := (named[2] if named else line).strip():
            out.setdefault(slot, []).append(said)
    return out


def _fill(said: str) -> Fill | None:
    sides: list[list[str]] = [[]]
    for part in PART.findall(said.removeprefix("?")):
        if part == ":":
            sides.append([])
        elif (word := part.strip(' "').replace('\\"', '"').strip()) not in ("", "/", "-", "*"):
            sides[-1].append(word)
    if not sides[0]:
        return None
    return Fill(tuple(sides[0]), tuple(sides[1]) if len(sides) > 1 else (), said.startswith("?"))
