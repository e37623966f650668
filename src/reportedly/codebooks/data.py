"""Reading the YAML that ships with the package: safe-loaded, cached, with errors that name file and line."""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from reportedly.errors import CodebookError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=64)
def load_data(name: str) -> Any:
    """The content of `codebooks/NAME`. Callers must not change it."""
    return read_yaml(Path(str(resources.files("reportedly.codebooks").joinpath(name))))


def word_sets[T](kind: type[T], name: str) -> T:
    """A data class of sets of words, each filled from the list of its field's name in `codebooks/NAME`."""
    data = load_data(name)
    return kind(**{f.name: frozenset(data[f.name]) for f in fields(kind)})  # type: ignore[arg-type]


def read_yaml(path: Path) -> Any:
    """One YAML file, safe-loaded. CodebookError says the line and column of what cannot be read."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 — LOADER is a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        raise CodebookError(f"{where}: {error.problem}", hint="the file must be YAML; quote values that hold ': ' or start with a symbol") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(f"{path}: {error}", hint="the codebook must be a readable UTF-8 file") from error
