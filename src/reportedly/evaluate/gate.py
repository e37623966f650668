"""The gate: no figure may fall below its floor by more than its margin. Floors rise by themselves when written, never sink unasked.

`evaluate/floors.json`: {"corpus/figure": {"floor", "margin", "digest", "version"}}. A floor binds only for the corpus with
that digest; on other bytes it says nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import UsageError
from reportedly.evaluate.figure import Figure
from reportedly.version import VERSION

MARGIN = 0.01


@dataclass(frozen=True, slots=True)
class Floor:
    floor: float
    margin: float
    digest: str
    version: str


def read_floors(path: Path) -> dict[str, Floor]:
    """The floors of a file. Raises UsageError for a file that is missing or broken."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {key: Floor(float(r["floor"]), float(r["margin"]), str(r["digest"]), str(r["version"])) for key, r in rows.items()}
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}", hint="write floors first: reportedly evaluate --write-floors") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path}: not a file of floors ({error})", hint="write floors anew: reportedly evaluate --write-floors") from error


def fallen(figures: dict[str, Figure], digests: dict[str, str], floors: dict[str, Floor]) -> list[str]:
    """What fell, in words: "claims/dev/whole: .31, floor .35". A floor whose figure is gone has fallen too."""
    out = []
    for key, floor in floors.items():
        corpus = key.rpartition("/")[0]
        if corpus not in digests or digests[corpus] != floor.digest:
            continue
        figure = figures.get(key)
        if figure is None:
            out.append(f"{key}: no longer measured, floor {floor.floor:.3f}")
        elif figure.value < floor.floor - floor.margin:
            out.append(f"{key}: {figure.value:.3f}, floor {floor.floor:.3f} less {floor.margin:.3f}")
    return out


def raised(figures: dict[str, Figure], digests: dict[str, str], floors: dict[str, Floor], *, allow_regression: bool) -> dict[str, Floor]:
    """The floors after a measurement: the higher of old and new, or the new ones where sinking is allowed or the corpus changed.

    A figure that is no share has none.
    """
    out = dict(floors)
    for key, figure in figures.items():
        if not figure.share:
            continue
        digest = digests[key.rpartition("/")[0]]
        old = floors.get(key)
        value = round(figure.value, 4)
        if old is None or old.digest != digest or value > old.floor or allow_regression:
            out[key] = Floor(value, old.margin if old else MARGIN, digest, VERSION)
    return out


def write_floors(path: Path, floors: dict[str, Floor]) -> None:
    rows = {k: {"floor": f.floor, "margin": f.margin, "digest": f.digest, "version": f.version} for k, f in sorted(floors.items())}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
