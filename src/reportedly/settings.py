"""Settings, and where each came from: the command line, the environment, or the default."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


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
    if named := os.environ.get("REPORTEDLY_CACHE"):
        return Setting("cache", named, "REPORTEDLY_CACHE")
    from platformdirs import user_cache_path

    return Setting("cache", str(user_cache_path("reportedly")), "default")
