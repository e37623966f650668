"""A figure as it is put together: number, range, unit, bounds, and of how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from reportedly.find.no_figures import is_former, is_loose, is_name
from reportedly.find.numbers import DASHES, Number, NumberWords, number_words, read_number, word_at
from reportedly.language.parse import Token

type Kind = Literal["count", "money", "distance", "duration", "percent", "area", "weight", "age", "ordinal"]


FORCE = 50  # members from which on "a 500-man unit" says how strong it is, and not who sits in it


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure while its neighbours are looked at: positions `first` to `end` (half-open)."""

    first: int
    end: int
    low: float | None
    high: float | None
    kind: Kind = "count"
    unit: str | None = None
    out_of: float | None = None


def draft_at(tokens: Sequence[Token], at: int) -> Draft | None:
    """The figure whose number is at `at` (or begins with the article before it)."""
    words = number_words()
    if special := _none(tokens, at, words) or _twice(tokens, at) or _long(tokens, at, words) or _running(tokens, at, words) or _share(tokens, at, words):
        return special
    number = _number(tokens, at)
    if number is None or (word_at(tokens, at - 1) == "not" and word_at(tokens, at - 2) in (",", "and", "-")) or is_name(tokens, number, words) or is_former(tokens, number, words):
        return None
    draft = _united(tokens, _guessed(tokens, number, words) or _ranged(tokens, number, words), number, words)
    if draft is None or is_loose(tokens, number, draft.end, draft.kind, words):
        return None
    return _bounded(tokens, _out_of(tokens, draft, words), number, words)


def _number(tokens: Sequence[Token], at: int) -> Number | None:
    """"a dozen" begins at its article."""
    for start in (at - 1, at) if word_at(tokens, at - 1) in ("a", "an") else (at,):
        if number := read_number(tokens, start):
            return number
    return None


def _none(tokens: Sequence[Token], at: int, words: NumberWords) -> Draft | None:
    """"no casualties": nought."""
    if word_at(tokens, at) in ("no", "zero") and word_at(tokens, at + 1) in words.data["casualty_nouns"]:
        return Draft(at, at + 1, 0.0, 0.0)
    return None


def _twice(tokens: Sequence[Token], at: int) -> Draft | None:
    """"hit us twice"; not "twice as many", nor "twice the size"."""
    if word_at(tokens, at) != "twice" or word_at(tokens, at - 1) == "than" or word_at(tokens, at + 1) in ("as", "the", "its", "that", "their", "what"):
        return None
    return Draft(at, at + 1, 2.0, 2.0)


def _long(tokens: Sequence[Token], at: int, words: NumberWords) -> Draft | None:
    """"a week-long truce", "a daylong strike"."""
    size = 3 if word_at(tokens, at + 1) in DASHES else 1
    unit = words.data["long"].get("".join(word_at(tokens, at + n) for n in range(size)))
    return Draft(at, at + size, 1.0, 1.0, "duration", unit) if unit else None


def _running(tokens: Sequence[Token], at: int, words: NumberWords) -> Draft | None:
    """"for a third straight day", "enters sixth day": how long it has gone on; not "on the third day", nor "for a third time"."""
    said = word_at(tokens, at)
    count = words.data["nth"].get(said) or (int(said[:-2]) if said[:-2].isdigit() and said[-2:] in ("st", "nd", "rd", "th") else 0)
    end = at + 1 + (word_at(tokens, at + 1) in words.data["nth_more"])
    kind, unit = next(((kind, unit) for rest, kind, unit in words.units.get(word_at(tokens, end), ()) if len(rest) == 1), ("", ""))
    first = at - (word_at(tokens, at - 1) in ("a", "the", "its", "their"))
    before = tokens[first - 1] if first > 0 else None
    if not count or kind != "duration" or before is None or not (before.lower in ("for", "into") or before.lemma == "enter"):
        return None
    return Draft(at, end + 1, float(count), float(count), "duration", unit)


def _share(tokens: Sequence[Token], at: int, words: NumberWords) -> Draft | None:
    """"two-thirds of the city", "half of the town", "a third of the 30", "a quarter of a million", "one in five"."""
    if word_at(tokens, at) == "one" and word_at(tokens, at + 1) == "in" and (parts := words.words.get(word_at(tokens, at + 2), 0)) > 1:
        return Draft(at, at + 3, round(100 / parts, 1), round(100 / parts, 1), "percent", "%")
    name = next((n for n in range(at, at + 3) if word_at(tokens, n) in words.data["fractions"]), -1)
    between = [word_at(tokens, n) for n in range(at, name)]
    if name < 0 or any(w not in words.words and w not in DASHES for w in between):
        return None
    follows, after = word_at(tokens, name + 1), word_at(tokens, name + 2)
    if follows == "of" and after in words.data["pronouns"]:
        return None  # "30 villagers, half of them children"
    half = word_at(tokens, name) == "half" and follows in ("the", "its", "their", "all")
    if not (follows == "of" or half) or word_at(tokens, name - 1) in ("first", "second", "other"):
        return None
    first = at - 1 if word_at(tokens, at - 1) in ("a", "the", "one") else at
    share = words.data["fractions"][word_at(tokens, name)] * words.words.get(word_at(tokens, at), 1)
    if follows == "of" and after == "a" and (scale := words.scales.get(word_at(tokens, name + 3))):
        made = Draft(first, name + 4, float(round(share * scale)), float(round(share * scale)))
    elif follows == "of" and after in ("the", "its", "their") and name + 3 < len(tokens) and (whole := read_number(tokens, name + 3)):
        count = float(round(share * whole.low))
        made = Draft(first, whole.end, count, count, out_of=whole.low)
    else:
        percent = round(100 * share, 1)
        made = Draft(first, name + 1, percent, percent, "percent", "%")
    return _bounded(tokens, made, Number(first, made.end, 0, 0), words)


def _ranged(tokens: Sequence[Token], number: Number, words: NumberWords) -> Draft:
    """"15 to 20", "10-15", "between 15 and 20", "two or three", "15 to 20 million", "between $2m and $3m"."""
    low, high, end = number.low, number.high, number.end
    currencies = words.data["currencies"]
    money = currencies.get(word_at(tokens, number.first - 1), "")
    first = number.first - bool(money)
    alone = Draft(first, end, low, high, "money", money) if money else Draft(first, end, low, high, unit=number.unit or None)
    joint = word_at(tokens, end)
    between = word_at(tokens, first - 1) in words.data["between"] and joint == "and"
    if number.vague or not (joint in words.data["joins"] or between):
        return alone
    start = end + 1 + (word_at(tokens, end + 1) in currencies)
    other = read_number(tokens, start) if start < len(tokens) else None
    if other is None or other.vague or (number.unit and not other.unit) or (start > end + 1 and not money):
        return alone
    mantissa = _mantissa(tokens, other, words)
    if not number.scaled and not number.unit and low < mantissa < other.low:
        low *= other.low / mantissa
    if low >= other.high or (joint == "to" and _changes(tokens, number, words)):
        return alone
    return replace(alone, first=first - between, end=other.end, low=low, high=other.high, unit=money or other.unit or None)


def _guessed(tokens: Sequence[Token], number: Number, words: NumberWords) -> Draft | None:
    """"sixty, maybe eighty of them", "at least three, and possibly five, people": the second guess is no figure of its own."""
    at = number.end
    if word_at(tokens, at) != ",":
        return None
    at += 1 + (word_at(tokens, at + 1) in ("and", "or"))
    other = read_number(tokens, at + 1) if word_at(tokens, at) in words.data["guesses"] and at + 1 < len(tokens) else None
    if other is None or other.high <= number.low:
        return None
    return Draft(number.first, other.end + (word_at(tokens, other.end) == ","), number.low, other.high)


def _mantissa(tokens: Sequence[Token], number: Number, words: NumberWords) -> float:
    """The number without the scale words at its end: 20 of "20 million", 3 of "three hundred"."""
    factor, at = 1, number.end - 1
    while at > number.first and tokens[at].lower in words.scales:
        factor, at = factor * words.scales[tokens[at].lower], at - 1
    if at == number.first and (tail := tokens[at].lower.lstrip("0123456789.,")) in words.scales and number.scaled:
        factor *= words.scales[tail]
    return number.low / factor


def _changes(tokens: Sequence[Token], number: Number, words: NumberWords) -> bool:
    """"rose from 18 to 24" are two figures, not a range."""
    return word_at(tokens, number.first - 1) == "from" and any(t.lemma in words.data["change"] for t in tokens)


def _united(tokens: Sequence[Token], draft: Draft, number: Number, words: NumberWords) -> Draft | None:
    """With its unit: one stuck to it, or one after it (also "five-day", "20-kilometre").

    None for compounds that count nothing: "three-storey".
    """
    if draft.kind == "money":
        return replace(draft, end=draft.end + (word_at(tokens, draft.end) in ("us", "usd")))
    if draft.unit:
        kind, unit = next((cast(Kind, k), u) for p, k, u in words.units[draft.unit] if len(p) == 1)
        return _converted(replace(draft, kind=kind, unit=unit), words)
    at = draft.end
    dashed = word_at(tokens, at) in DASHES
    force = dashed and draft.low is not None and draft.low >= FORCE and word_at(tokens, at + 1) in words.data["members"]
    if force or word_at(tokens, at + dashed) in words.data["strong"]:
        return replace(draft, end=at + dashed + 1)
    if dashed and word_at(tokens, at + 1) in words.data["after_dash"]:  # "150-plus": a bound, that comes later
        return draft
    found = _unit_at(tokens, at + dashed, words)
    if found is None:
        return None if dashed and tokens[at].start == tokens[at - 1].end else draft
    kind, unit, end = found
    return _converted(replace(draft, end=end, kind=kind, unit=unit), words)


def _unit_at(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[Kind, str, int] | None:
    """The unit whose words begin at `at`, and where it ends; also "4,400-square-kilometre"."""
    for phrase, kind, unit in words.units.get(word_at(tokens, at), ()):
        end = at + 1
        for word in phrase[1:]:
            end += word_at(tokens, end) in DASHES
            if word_at(tokens, end) != word:
                break
            end += 1
        else:
            weight = words.data["weight_before_of"].get(phrase[-1])
            bombs = tokens[at - 1].lower in DASHES
            return ("weight", weight, end) if weight and (word_at(tokens, end) == "of" or bombs) else (kind, unit, end)  # type: ignore[return-value]
    return None


def _converted(draft: Draft, words: NumberWords) -> Draft:
    """Miles as kilometres, to three figures: the original stays in the words."""
    if draft.unit not in words.data["convert"]:
        return draft
    unit, factor = words.data["convert"][draft.unit]
    low, high = (None if v is None else float(f"{v * factor:.4g}") for v in (draft.low, draft.high))
    return replace(draft, low=low, high=high, unit=unit)


def _out_of(tokens: Sequence[Token], draft: Draft, words: NumberWords) -> Draft:
    """"two of 57", "12 of the 30", "two out of 57"."""
    at = draft.end + (word_at(tokens, draft.end) == "out")
    if draft.kind != "count" or word_at(tokens, at) != "of":
        return draft
    at += 1 + (word_at(tokens, at + 1) in ("the", "its", "their", "his", "some", "about", "those"))
    whole = read_number(tokens, at) if at < len(tokens) else None
    if whole is None or whole.vague or draft.high is None or whole.low <= draft.high:
        return draft
    return replace(draft, end=whole.end, out_of=whole.low)


def _bounded(tokens: Sequence[Token], draft: Draft, number: Number, words: NumberWords) -> Draft:
    """With the words that leave a side open, before it ("at least") or after it ("or more")."""
    if number.bound:
        draft = replace(draft, high=None)
    while found := _bound_before(tokens, draft, words):
        size, bound = found
        draft = _open(replace(draft, first=draft.first - size), bound)
    for phrase, bound in words.after.get(word_at(tokens, draft.end), ()):
        if tuple(word_at(tokens, draft.end + n) for n in range(len(phrase))) == phrase:
            return _open(replace(draft, end=draft.end + len(phrase)), bound)
    return draft


def _bound_before(tokens: Sequence[Token], draft: Draft, words: NumberWords) -> tuple[int, str] | None:
    for phrase, bound in words.before.get(word_at(tokens, draft.first - 1), ()):
        start = draft.first - len(phrase)
        if start >= 0 and tuple(t.lower for t in tokens[start : draft.first]) == phrase:
            if not _may_bind(tokens, start, phrase, draft, words):
                continue
            during = phrase == ("over",) and draft.kind == "duration" and word_at(tokens, start - 1) not in ("for", "after")
            article = phrase == ("the",) or (phrase == ("some",) and draft.kind == "percent")
            return None if during or article else (len(phrase), bound)
    return None


def _may_bind(tokens: Sequence[Token], at: int, phrase: tuple[str, ...], draft: Draft, words: NumberWords) -> bool:
    """"within 12 miles" is a bound, "within 12 hours" a time; "the toll has passed 100", but nobody "passed 100 checkpoints"."""
    if phrase == ("within",):
        return draft.kind == "distance"
    if tokens[at].dep == "prt":  # "have taken over four localities"
        return False
    if phrase == ("past",):
        return any(s.lemma in words.data["measured"] for s in tokens[at].head.all("nsubj"))
    if phrase[-1] in ("passed", "passes"):
        return any(s.lemma in words.data["measured"] for s in tokens[at].all("nsubj"))
    return True


def _open(draft: Draft, bound: str) -> Draft:
    if bound == "low" and draft.low is not None:
        return replace(draft, high=None)
    if bound == "high" and draft.high is not None and draft.low is not None:
        return replace(draft, low=None)
    return draft
