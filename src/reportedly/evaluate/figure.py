"""What a measurement gives: one figure, between 0 and 1, beside what others have published."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reportedly.read import Tools


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. `published` says what others reached, and who."""

    name: str
    value: float
    published: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set of texts with hand-made answers. `path` is its place in the shared folder; `show` lists what went wrong."""

    name: str
    path: str
    measure: Callable[[Path, Tools], Iterable[Figure]]
    show: Callable[[Path, Tools], Iterable[str]] | None = None

    def folder(self, shared: Path) -> Path:
        return shared / self.path

    def digest(self, shared: Path) -> str:
        """Of all files of the corpus: a floor holds for these bytes and no others."""
        digest = hashlib.sha256()
        for file in sorted(f for f in self.folder(shared).rglob("*") if f.is_file()):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
        return digest.hexdigest()[:16]
