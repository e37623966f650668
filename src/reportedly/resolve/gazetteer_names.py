"""How a place name becomes the key it is looked up by: one spelling for the many that news and gazetteers use.

The same functions run when the gazetteer is built and when it is asked, so the two can never differ.
"""

# ruff: noqa: SIM905  # lists of words are read more easily as words

from __future__ import annotations

import re
import unicodedata

# letters that Unicode does not take apart into a base letter and a mark
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ħ": "h"}
)
# apostrophes of every kind, and the signs for ayn and hamza, are written or left out as anyone likes: they are dropped
_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʻʾʿ`´ʹʺ\"“”."))
_SPACES = re.compile(r"[\s\-‐‑–—_/,()]+")
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
# the Arabic article and its assimilated forms, as they are written apart or with a hyphen
ARTICLES = frozenset("al el ar er as es ash ad ed az ez an en at et ul".split())
# where names are transliterated in many ways: by consonants they can be found within their country
TRANSLITERATED = frozenset(
    "AFG ARE BHR DJI DZA EGY ERI ESH ETH IRN IRQ ISR JOR KWT LBN LBY MAR MRT OMN PAK PSE QAT SAU SDN SOM SYR TCD TUN YEM UKR RUS BLR".split()
)
# of them, where a name may be said with the article or without it
ARABIC = frozenset(
    "ARE BHR DJI DZA EGY ERI ESH IRN IRQ ISR JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TCD TUN YEM".split()
)
_DIGRAPHS = (("kh", "x"), ("sh", "c"), ("ch", "c"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("zh", "j"), ("q", "k"))
_VOWELS = re.compile(r"[aeiouyw]+|h\b")
_DOUBLES = re.compile(r"(.)\1+")


def key(name: str) -> str:
    """The name in small letters, without marks and apostrophes, hyphens as spaces, "St." as "saint"; "" if nothing is left."""
    low = name.casefold()
    if low.isascii() and low.isalpha():
        return low  # a plain word, as most are, and nothing below would change it
    if not low.isascii():
        apart = unicodedata.normalize("NFKD", low)
        low = "".join(c for c in apart if not unicodedata.combining(c)).translate(_LETTERS)
    low = _SPACES.sub(" ", low.translate(_DROPPED)).strip()
    first, _, rest = low.partition(" ")
    return f"{_SHORT[first]} {rest}" if rest and first in _SHORT else low


def without_article(key_: str) -> str:
    """The key without an Arabic article at its head: "al bab" is "bab"; a key without one stays as it is."""
    first, _, rest = key_.partition(" ")
    return rest if rest and first in ARTICLES else key_


def skeleton(key_: str) -> str:
    """What transliterations of one Arabic, Persian or Hebrew name share: its consonants, articles left out.

    "dayr az zawr" and "deir al zour" are both "dr zr". Only to be compared within one country; "" where fewer than
    three consonants are left, which would match too much.
    """
    words = (_consonants(word) for word in key_.split() if word not in ARTICLES)
    bones = " ".join(word for word in words if word)
    return bones if len(bones.replace(" ", "")) >= 3 else ""


def _consonants(word: str) -> str:
    for pair, one in _DIGRAPHS:
        word = word.replace(pair, one)
    return _DOUBLES.sub(r"\1", _VOWELS.sub("", word))
