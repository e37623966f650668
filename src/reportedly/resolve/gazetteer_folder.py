"""The folder of the user's imports: which lists lie there, and what to do about one that cannot be read."""

from __future__ import annotations

from pathlib import Path

from reportedly.errors import GazetteerError
from reportedly.resolve.gazetteer_file import is_whole
from reportedly.settings import places_setting

SUFFIX = ".sqlite"


def import_file(name: str) -> Path:
    """Where the import of that name lies, or would."""
    return _folder() / f"{name}{SUFFIX}"


def import_files() -> list[Path]:
    """Every import, by name, broken ones too."""
    return sorted(_folder().glob(f"*{SUFFIX}"))


def imported_files() -> tuple[Path, ...]:
    """The imported files, by name. Raises GazetteerError when one is broken: without it, reading would say other things."""
    files = tuple(import_files())
    for each in files:
        if not is_whole(each):
            raise GazetteerError(f"{each}: broken, or written by another version", hint=broken_import(each))
    return files


def broken_import(path: Path) -> str:
    """How to mend an imported file that cannot be read."""
    return f"Import the list again, or forget it: reportedly gazetteer forget {path.stem}"


def _folder() -> Path:
    return Path(places_setting().value)
