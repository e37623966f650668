"""Claims as a pandas data frame: one row a claim, lists joined with "; ", so that it opens in any tool."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reportedly.errors import UsageError
from reportedly.rows import COLUMNS, flat


def claims_frame(records: Iterable[Mapping[str, Any]]) -> Any:
    """A `pandas.DataFrame` of claims, given as contract records. UsageError when pandas is not installed."""
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError("a data frame needs pandas", hint="pip install 'reportedly[frame]'") from error
    return pd.DataFrame([flat(record) for record in records], columns=COLUMNS)
