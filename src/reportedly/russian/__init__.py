"""Reports in Russian, as a first step: names and syntax from natasha's models, verbs and voices from a small list of our own.

`read_russian(documents)` gives readings as English reading does. What it cannot do is said in docs/intake.md.
"""

from __future__ import annotations

from reportedly.russian.reader import read_russian

__all__ = ["read_russian"]
