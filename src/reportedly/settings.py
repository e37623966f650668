"""Settings, and where each came from: the command line, the environment, or the default."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path, user_data_path


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and its origin, as `doctor` shows them."""

    name: str
    value: str
    origin: str


def store_path(given: Path | None = None) -> Path:
    """The store: --store, else REPORTEDLY_STORE, else one file in the user's data folder."""
    return Path(store_setting(given).value)


def store_setting(given: Path | None = None) -> Setting:
    if given is not None:
        return Setting("store", str(given), "--store")
    if named := os.environ.get("REPORTEDLY_STORE"):
        return Setting("store", named, "REPORTEDLY_STORE")
    return Setting("store", str(user_data_path("reportedly") / "reportedly.db"), "default")


def cache_setting() -> Setting:
    """Where built files go; they may be deleted at any time."""
    return _folder("cache", "REPORTEDLY_CACHE", user_cache_path("reportedly"))


def places_setting() -> Setting:
    """Where imported places are kept."""
    return _folder("own places", "REPORTEDLY_PLACES", user_data_path("reportedly") / "places")


def _folder(name: str, variable: str, default: Path) -> Setting:
    if named := os.environ.get(variable):
        return Setting(name, named, variable)
    return Setting(name, str(default), "default")
