"""Where the knowledge files lie, how they are read, and how their dates are written.

A knowledge folder has one shape, ours and a user's own alike; a file that is missing is empty::

    actors/states.yaml        actors/forces.yaml       actors/bodies.yaml
    actors/outlets.yaml       actors/people.yaml
    actors/offices/*.yaml     actors/armed_groups/*.yaml

Every file is a list of entries, but for ``forces.yaml``, which holds two lists, ``bodies`` and ``patterns``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from reportedly.errors import KnowledgeError

try:  # ten times as fast, where libyaml is there
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # pragma: no cover
    from yaml import SafeLoader  # type: ignore[assignment]

type Row = dict[str, Any]

OWN = Path(__file__).parent
DATE_FORM = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

# what an entry of each file or folder is; the order is that of loading
PLACES: dict[str, str] = {
    "state": "actors/states.yaml",
    "force": "actors/forces.yaml",
    "group": "actors/armed_groups",
    "organisation": "actors/bodies.yaml",
    "outlet": "actors/outlets.yaml",
    "office": "actors/offices",
    "person": "actors/people.yaml",
}


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of one section of one file. `section` is the kind of row: a kind of `PLACES`, or "body" or "pattern"."""

    path: Path
    section: str
    rows: tuple[Row, ...]


def sources(root: Path) -> Iterator[Source]:
    """Every section of every knowledge file under `root`, in the order of `PLACES`."""
    for kind, place in PLACES.items():
        for path in _files(root / place):
            yield from _sections(path, kind, read_yaml(path))


def _files(place: Path) -> tuple[Path, ...]:
    if place.suffix == ".yaml":
        return (place,) if place.is_file() else ()
    return tuple(sorted(place.glob("*.yaml")))


def _sections(path: Path, kind: str, content: object) -> Iterator[Source]:
    if kind != "force":
        yield Source(path, kind, _rows(path, content))
        return
    if not isinstance(content, dict) or not content.keys() <= {"bodies", "patterns"}:
        raise KnowledgeError(f"{path}: not a mapping of two lists", hint="Allowed at the top: bodies, patterns.")
    yield Source(path, "body", _rows(path, content.get("bodies")))
    yield Source(path, "pattern", _rows(path, content.get("patterns")))


def _rows(path: Path, content: object) -> tuple[Row, ...]:
    rows = [] if content is None else content
    if not isinstance(rows, list):
        raise KnowledgeError(f"{path}: not a list", hint="A knowledge file is a YAML list of entries.")
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise KnowledgeError(f"{path}: entry {number} is no mapping", hint="Write {id: ..., name: ...}.")
    return tuple(rows)


def read_yaml(path: Path) -> object:
    """The content of one YAML file, safely loaded; a broken file is told with its line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}, line {mark.line + 1}" if mark else str(path)
        raise KnowledgeError(f"{where}: {getattr(error, 'problem', error)}", hint="Quote names that hold , : # or {.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read: {error}", hint="Knowledge files are UTF-8 text.") from error


def date_text(value: object) -> str | None:
    """A date of a knowledge file as a string. YAML makes 2012 an int and 2012-05-07 a date of what is meant as text."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def in_force(on: str, start: str | None, end: str | None) -> bool:
    """Whether ISO day `on` lies within `start` and `end`, both inclusive and each as precise as it is written.

    Of a month of handover both holders are true: the files do not know the day, and we do not guess it.
    """
    after = start is None or on[: len(start)] >= start
    return after and (end is None or on[: len(end)] <= end)
