"""Names of states for their codes."""

from __future__ import annotations

from functools import cache


@cache
def country_name(code: str) -> str:
    """The usual English name of an ISO 3166-1 alpha-3 code; the code itself where there is none."""
    import pycountry

    found = pycountry.countries.get(alpha_3=code)
    return str(getattr(found, "common_name", found.name)) if found else "Kosovo" if code == "XKX" else code
