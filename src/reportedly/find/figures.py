"""How many: figures in a sentence as closed or open intervals, with their unit and what they count.

"At least six" is low 6 and high None, "up to 40" low None and high 40, "dozens" 24 to 99. Dates, clock times, ages
and numbers that name a thing ("Resolution 2165", "No. 10") are no figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from reportedly.find.counted import counted_noun, counted_span
from reportedly.find.numbers import DASHES, Number, NumberWords, number_words, read_number
from reportedly.find.times import TimeMention, find_times
from reportedly.language.parse import Token
from reportedly.spans import Span

type Kind = Literal["count", "money", "distance", "duration", "percent", "area", "weight", "age", "ordinal"]


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A figure as the words say it. `first` and `last` are positions in the tokens given, both inclusive.

    `low` and `high` are in `unit` (miles are made kilometres, money is in full amounts of an ISO 4217 code).
    `counted` is the noun counted and `counted_span` its phrase; "" and None when only a number is said.
    """

    first: int
    last: int
    head: Token
    low: float | None
    high: float | None
    out_of: float | None
    unit: str | None
    kind: Kind
    counted: Token | None
    counted_text: str
    span: Span
    counted_span: Span | None = None


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


def find_figures(tokens: Sequence[Token], times: Sequence[TimeMention] | None = None) -> tuple[FigureMention, ...]:
    """The figures of a sentence, in the order of the text. `times` saves finding them again."""
    starts = number_words().starts
    at = [n for n, t in enumerate(tokens) if t.lower in starts or t.lower[0].isdigit()]
    if not at:
        return ()
    taken = {n for m in (find_times(tokens) if times is None else times) for n in range(m.first, m.last + 1)}
    drafts: list[Draft] = []
    end = 0
    for n in at:
        if n < end or n in taken:
            continue
        draft = _draft(tokens, n)
        if draft and not (draft.end > n + 1 and taken & set(range(n, draft.end))):
            drafts.append(draft)
            end = draft.end
    return tuple(_mention(tokens, d) for d in _brackets(tokens, drafts) if not _locates(tokens, d))


def _mention(tokens: Sequence[Token], draft: Draft) -> FigureMention:
    noun = counted_noun(tokens, draft.first, draft.end) if draft.kind in ("count", "weight", "percent", "money", "area") else None
    span = counted_span(tokens, draft.end, noun) if noun else None
    head = min(tokens[draft.first : draft.end], key=lambda t: sum(1 for _ in t.ancestors()))
    end = tokens[draft.end - 1].end - (draft.kind == "money" and tokens[draft.end - 1].lower == "m.")
    return FigureMention(
        draft.first, draft.end - 1, head, draft.low, draft.high, draft.out_of, draft.unit, draft.kind, noun,
        _text(tokens, span) if span else "", Span(tokens[draft.first].start, end), span,
    )  # fmt: skip


def _locates(tokens: Sequence[Token], draft: Draft) -> bool:
    """"a town 30km (19 miles) south of Kirkuk": where a place lies, which is no figure of an event."""
    data = number_words().data
    at = draft.end + 2 * (_word(tokens, draft.end) == "to" and _word(tokens, draft.end + 1) == "the")
    if draft.kind != "distance" or _word(tokens, at) not in data["directions"]:
        return False
    inside = set(range(draft.first, draft.end))
    index = {t.i: n for n, t in enumerate(tokens)}
    above = next((t.head for t in tokens[draft.first : draft.end] if index.get(t.head.i) not in inside and not t.is_root), None)
    while above is not None and not above.tag.startswith("VB") and above.lower in data["directions"] and not above.is_root:
        above = above.head
    return above is None or above.lemma not in data["motion"]


def _text(tokens: Sequence[Token], span: Span) -> str:
    """The words of a span, put together from its tokens as they stand in the report."""
    inside = [t for t in tokens if span.start <= t.start and t.end <= span.end]
    parts = [t.text if n == 0 or t.start == inside[n - 1].end else f" {t.text}" for n, t in enumerate(inside)]
    return "".join(parts)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _draft(tokens: Sequence[Token], at: int) -> Draft | None:
    """The figure whose number is at `at` (or begins with the article before it)."""
    words = number_words()
    if (none := _none(tokens, at, words)) or (share := _share(tokens, at, words)):
        return none or share
    number = _number(tokens, at)
    if number is None or _is_name(tokens, number, words):
        return None
    draft = _united(tokens, _ranged(tokens, number, words), number, words)
    if draft is None or _is_loose(tokens, draft, number, words):
        return None
    return _bounded(tokens, _out_of(tokens, draft, words), number, words)


def _number(tokens: Sequence[Token], at: int) -> Number | None:
    """"a dozen" begins at its article."""
    for start in (at - 1, at) if _word(tokens, at - 1) in ("a", "an") else (at,):
        if number := read_number(tokens, start):
            return number
    return None


def _none(tokens: Sequence[Token], at: int, words: NumberWords) -> Draft | None:
    """"no casualties": nought."""
    if _word(tokens, at) in ("no", "zero") and _word(tokens, at + 1) in words.data["casualty_nouns"]:
        return Draft(at, at + 1, 0, 0)
    return None


def _share(tokens: Sequence[Token], at: int, words: NumberWords) -> Draft | None:
    """"two-thirds of the city", "half of the town", "a third of the 30"."""
    fractions = words.data["fractions"]
    name = at
    while name < at + 3 and _word(tokens, name) not in fractions:
        name += 1
    between = [_word(tokens, n) for n in range(at, name)]
    if name >= at + 3 or any(w not in words.words and w not in DASHES for w in between):
        return None
    half = _word(tokens, name) == "half"
    follows = _word(tokens, name + 1)
    if not (follows == "of" or (half and follows in ("the", "its", "their", "all"))) or _word(tokens, name - 1) in ("first", "second", "other"):
        return None
    many = words.words.get(_word(tokens, at), 1)
    first = at - 1 if _word(tokens, at - 1) in ("a", "the", "one") else at
    share = fractions[_word(tokens, name)] * many
    whole = read_number(tokens, name + 3) if follows == "of" and _word(tokens, name + 2) in ("the", "its", "their") and name + 3 < len(tokens) else None
    if whole:
        count = round(share * whole.low)
        return Draft(first, whole.end, count, count, out_of=whole.low)
    percent = round(100 * share, 1)
    return _bounded(tokens, Draft(first, name + 1, percent, percent, "percent", "%"), Number(first, name + 1, percent, percent), words)


def _is_name(tokens: Sequence[Token], number: Number, words: NumberWords) -> bool:
    """The number names a thing, an age, a score or a time of day: "Resolution 2165", "66-year-old", "10 a.m."."""
    first, end = number.first, number.end
    before, after, data = _word(tokens, first - 1), _word(tokens, end), words.data
    token = tokens[first]
    if before in DASHES and first > 1 and tokens[first - 1].start == tokens[first - 2].end and not tokens[first - 2].lower[0].isdigit():
        return tokens[first - 2].lower not in words.words
    if after in data["not_before"] or before == "#" or (after == ":" and _word(tokens, end + 1)[:2].isdigit()):
        return True
    if before in data["labels"] and not (before == "no" and token.lower in words.words):
        return token.dep != "nummod" or token.head.i < token.i or after in ("", ".", ",", ")", "(") or before in ("aged", "age", "no.")
    if _is_age(tokens, first, end, words):
        return True
    label = token.dep == "nummod" and token.head.i < token.i and token.head.tag.startswith("NNP")
    return label and token.head.i == token.i - 1 and _noun_free(tokens, end)


def _noun_free(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or not tokens[at].tag.startswith(("NN", "JJ", "VBN", "CD"))


def _is_age(tokens: Sequence[Token], first: int, end: int, words: NumberWords) -> bool:
    """"66-year-old", "36 years old", "Banky, 40, said"."""
    near = [_word(tokens, n) for n in range(end, end + 5)]
    joined = [w for w in near if w not in DASHES]
    if joined and joined[0] in ("year", "years", "month", "months") and len(joined) > 1 and joined[1] in words.data["old"]:
        return True
    commas = _word(tokens, first - 1) == "," and _word(tokens, end) in (",", ".", "") and first > 1 and tokens[first - 2].tag == "NNP"
    return commas and tokens[first].text.isdigit() and len(tokens[first].text) <= 2


def _ranged(tokens: Sequence[Token], number: Number, words: NumberWords) -> Draft:
    """"15 to 20", "10-15", "between 15 and 20", "two or three", "15 to 20 million", "between $2m and $3m"."""
    low, high, end = number.low, number.high, number.end
    currencies = words.data["currencies"]
    money = currencies.get(_word(tokens, number.first - 1), "")
    first = number.first - bool(money)
    alone = Draft(first, end, low, high, "money", money) if money else Draft(first, end, low, high, unit=number.unit or None)
    joint = _word(tokens, end)
    between = _word(tokens, first - 1) in words.data["between"] and joint == "and"
    if number.vague or not (joint in words.data["joins"] or between):
        return alone
    start = end + 1 + (_word(tokens, end + 1) in currencies)
    other = read_number(tokens, start) if start < len(tokens) else None
    if other is None or other.vague or (number.unit and not other.unit) or (start > end + 1 and not money):
        return alone
    mantissa = _mantissa(tokens, other, words)
    if not number.scaled and not number.unit and low < mantissa < other.low:
        low *= other.low / mantissa
    if low >= other.high or (joint == "to" and _changes(tokens, number, words)):
        return alone
    return replace(alone, first=first - between, end=other.end, low=low, high=other.high, unit=money or other.unit or None)


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
    return _word(tokens, number.first - 1) == "from" and any(t.lemma in words.data["change"] for t in tokens)


def _united(tokens: Sequence[Token], draft: Draft, number: Number, words: NumberWords) -> Draft | None:
    """With its unit: one stuck to it, or one after it (also "five-day", "20-kilometre").

    None for compounds that count nothing: "three-storey".
    """
    if draft.kind == "money":
        return replace(draft, end=draft.end + (_word(tokens, draft.end) in ("us", "usd")))
    if draft.unit:
        kind, unit = next((cast(Kind, k), u) for p, k, u in words.units[draft.unit] if len(p) == 1)
        return _converted(replace(draft, kind=kind, unit=unit), words)
    at = draft.end
    dashed = _word(tokens, at) in DASHES
    if _word(tokens, at + dashed) in words.data["strong"]:
        return replace(draft, end=at + dashed + 1)
    found = _unit_at(tokens, at + dashed, words)
    if found is None:
        return None if dashed and tokens[at].start == tokens[at - 1].end else draft
    kind, unit, end = found
    return _converted(replace(draft, end=end, kind=kind, unit=unit), words)


def _unit_at(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[Kind, str, int] | None:
    for phrase, kind, unit in words.units.get(_word(tokens, at), ()):
        if tuple(_word(tokens, at + n) for n in range(len(phrase))) == phrase:
            end = at + len(phrase)
            weight = words.data["weight_before_of"].get(phrase[-1])
            bombs = tokens[at - 1].lower in DASHES
            return ("weight", weight, end) if weight and (_word(tokens, end) == "of" or bombs) else (kind, unit, end)  # type: ignore[return-value]
    return None


def _converted(draft: Draft, words: NumberWords) -> Draft:
    """Miles as kilometres, to three figures: the original stays in the words."""
    if draft.unit not in words.data["convert"]:
        return draft
    unit, factor = words.data["convert"][draft.unit]
    low, high = (None if v is None else float(f"{v * factor:.4g}") for v in (draft.low, draft.high))
    return replace(draft, low=low, high=high, unit=unit)


def _is_loose(tokens: Sequence[Token], draft: Draft, number: Number, words: NumberWords) -> bool:
    """"one" as a pronoun, "at one point", "both sides", "both A and B"."""
    only = _word(tokens, number.first) if draft.end - draft.first == 1 else ""
    if draft.kind != "count" or only not in ("one", "both"):
        return draft.kind == "duration" and number.low == 1 and _word(tokens, number.first) == "one" and _word(tokens, draft.end - 1) in ("day", "night")
    token, after = tokens[number.first], _word(tokens, draft.end)
    if only == "both" and (token.dep in ("preconj", "cc") or token.tag == "CC"):
        return True
    if after in words.data["loose_nouns"]:
        return only in ("one", "both")
    if only == "one" and "another" in [_word(tokens, n) for n in range(draft.end, draft.end + 4)]:
        return True
    if only == "one":
        if after == "of":
            nxt = draft.end + 1 + (_word(tokens, draft.end + 1) in ("the", "its", "their"))
            inner = read_number(tokens, nxt) if nxt < len(tokens) else None
            return inner is None or inner.low <= 2
        before = tokens[number.first - 1] if number.first else None
        return token.dep != "nummod" or (before is not None and before.lower in ("no", "this", "that", "the", "any", "every", "which"))
    return False


def _out_of(tokens: Sequence[Token], draft: Draft, words: NumberWords) -> Draft:
    """"two of 57", "12 of the 30", "two out of 57"."""
    at = draft.end + (_word(tokens, draft.end) == "out")
    if draft.kind != "count" or _word(tokens, at) != "of":
        return draft
    at += 1 + (_word(tokens, at + 1) in ("the", "its", "their", "his", "some", "about", "those"))
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
    for phrase, bound in words.after.get(_word(tokens, draft.end), ()):
        if tuple(_word(tokens, draft.end + n) for n in range(len(phrase))) == phrase:
            return _open(replace(draft, end=draft.end + len(phrase)), bound)
    return draft


def _bound_before(tokens: Sequence[Token], draft: Draft, words: NumberWords) -> tuple[int, str] | None:
    for phrase, bound in words.before.get(_word(tokens, draft.first - 1), ()):
        start = draft.first - len(phrase)
        if start >= 0 and tuple(t.lower for t in tokens[start : draft.first]) == phrase:
            during = phrase == ("over",) and draft.kind == "duration" and _word(tokens, start - 1) not in ("for", "after")
            article = phrase == ("the",) or (phrase == ("some",) and draft.kind == "percent")
            return None if during or article else (len(phrase), bound)
    return None


def _open(draft: Draft, bound: str) -> Draft:
    if bound == "low" and draft.low is not None:
        return replace(draft, high=None)
    if bound == "high" and draft.high is not None and draft.low is not None:
        return replace(draft, low=None)
    return draft


def _brackets(tokens: Sequence[Token], drafts: list[Draft]) -> list[Draft]:
    """"900 miles (1,500km)" is one figure, the metric one."""
    out: list[Draft] = []
    metric = number_words().data["metric"]
    for draft in drafts:
        last = out[-1] if out else None
        if last and draft.kind == last.kind != "count" and _word(tokens, draft.first - 1) == "(" and draft.first - 1 == last.end:
            said_first = _word(tokens, last.end - 1) in metric or (last.unit in metric and not _was_converted(tokens, last))
            value = last if said_first or draft.unit not in metric else draft
            end = draft.end + (_word(tokens, draft.end) == ")")
            out[-1] = replace(value, first=last.first, end=end)
        else:
            out.append(draft)
    return out


def _was_converted(tokens: Sequence[Token], draft: Draft) -> bool:
    units, words = number_words().units, (_word(tokens, n) for n in range(draft.first, draft.end))
    return any(u == said for w in words for _, _, said in units.get(w, ()) for u in number_words().data["convert"])
