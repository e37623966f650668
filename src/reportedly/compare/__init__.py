"""Many reports, one incident: `compare(claims, reports)` gives a `Comparison`. See `house.py` for how.

Comparing knows records and the store's queries; it never reads text into claims.
"""

from __future__ import annotations

from reportedly.compare.house import compare

__all__ = ["compare"]
