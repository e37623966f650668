"""Words and phrases of a clause that tell how it stands to what others said. All are data: `words.yaml`."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.compare.accounts import Account
from reportedly.compare.stems import stemmed, words_data


@lru_cache(maxsize=32)
def _phrases(name: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words_data("words.yaml")[name]) + ")")  # of lower case: a third of the time that IGNORECASE takes


def says(a: Account, name: str, but: str | None = None) -> bool:
    """The clause has one of these phrases; `but`: phrases whose words do not count."""
    text = a.text.replace("’", "'").lower()
    return _phrases(name).search(_phrases(but).sub(" ", text) if but else text) is not None


def averted(a: Account) -> bool:
    """It was foiled, prevented or failed: it did not come about, and yet nobody denies it."""
    return a.status == "denied" and not a.words.isdisjoint(stemmed("averted"))


def owns_up(a: Account) -> bool:
    """A voice says that it did it; "not responsible" does not. The stems are looked at first: phrases cost more."""
    return not stemmed("owning").isdisjoint(a.stems) and says(a, "owns_up") and not says(a, "disowns")


def confirms(a: Account) -> bool:
    """A voice confirms what is told, or says that it did it; "can neither confirm nor deny" does not."""
    stated = any(v.stance == "confirms" for v in a.voices) or bool(a.words & stemmed("confirming"))
    return (stated and not says(a, "disowns")) or owns_up(a)
