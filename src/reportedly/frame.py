"""Claims as a pandas data frame: one row a claim, lists joined with "; ", so that it opens in any tool."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportedly.errors import UsageError
from reportedly.records import Claim
from reportedly.rows import COLUMNS, flat


def claims_frame(claims: Iterable[Claim]) -> Any:
    """A `pandas.DataFrame` of the claims. UsageError when pandas is not installed."""
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError("a data frame needs pandas", hint="pip install 'reportedly[frame]'") from error
    return pd.DataFrame([flat(claim.to_dict()) for claim in claims], columns=COLUMNS)
