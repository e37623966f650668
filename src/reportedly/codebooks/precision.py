"""How finely a place and a time are known, in the codes of UCDP and ACLED. The table is `precision.yaml`."""

from __future__ import annotations

from datetime import date
from typing import Any

from reportedly.codebooks.data import load_data


def where_prec(precision: str | None, place: str | None = None) -> int | None:
    """UCDP's code, 1 to 7, for our precision and the gazetteer's id of a place; None for a place that is not located."""
    return _place_code("where_prec", precision, place)


def geo_precision(precision: str | None, place: str | None = None) -> int | None:
    """ACLED's code, 1 to 3; None where only the state is known, or nothing."""
    return _place_code("geo_precision", precision, place)


def date_prec(start: str | None, end: str | None) -> int | None:
    """UCDP's code, 1 to 5, for ISO dates or date-times, both inclusive; None for a time that is open or longer than a year."""
    return _time_code("date_prec", start, end)


def time_precision(start: str | None, end: str | None) -> int | None:
    """ACLED's code, 1 to 3; None for a time that is open or longer than a month."""
    return _time_code("time_precision", start, end)


def _place_code(code: str, precision: str | None, place: str | None) -> int | None:
    rows: Any = load_data("precision.yaml")["places"]
    return _code(next((row[code] for row in rows if row["precision"] == precision and (place or "").startswith(row["id"])), None))


def _time_code(code: str, start: str | None, end: str | None) -> int | None:
    if not start or not end:
        return None
    days = (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days + 1
    rows: Any = load_data("precision.yaml")["times"]
    return _code(next((row[code] for row in rows if days <= row["days"]), None))


def _code(value: object) -> int | None:
    return value if isinstance(value, int) else None
