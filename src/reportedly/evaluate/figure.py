"""What a measurement gives: one figure, beside what others have published."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reportedly.read import Tools


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. `published` says what others reached, and who.

    A `share` lies between 0 and 1 and is the better the higher it is; any other figure (an error in km) has no floor.
    """

    name: str
    value: float
    published: str = ""
    share: bool = True


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set of texts with hand-made answers. `path` is its place in the shared folder (a folder or a file); `show` lists what went wrong."""

    name: str
    path: str
    measure: Callable[[Path, Tools], Iterable[Figure]]
    show: Callable[[Path, Tools], Iterable[str]] | None = None

    def folder(self, shared: Path) -> Path:
        return shared / self.path

    def digest(self, shared: Path) -> str:
        """Of all files of the corpus: a floor holds for these bytes and no others."""
        digest = hashlib.sha256()
        place = self.folder(shared)
        for file in [place] if place.is_file() else sorted(f for f in place.rglob("*") if f.is_file()):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
        return digest.hexdigest()[:16]
