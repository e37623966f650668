"""Watching feeds: what is new is fetched, read and stored, once; what changes is a new version.

`Watcher(store, watched).run()` goes on until its `stop` is set; `once()` makes one round. Its state is in the store.
"""

from __future__ import annotations

from reportedly.watch.house import Watcher
from reportedly.watch.settings import Source, Watched, read_watched

__all__ = ["Source", "Watched", "Watcher", "read_watched"]
