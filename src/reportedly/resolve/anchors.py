"""What the rest of a report says for its times: the event told before, and how its outlet writes 07/10/2015.

"The following day" is counted from the last time before it that is fine enough and dates a deed rather than the telling of
one; from a time of telling only within its own sentence. A date in an account of a past year is of that year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, cast

from reportedly.codebooks.operators import voice_words
from reportedly.document import Document
from reportedly.find.moments import (
    Ago,
    Counted,
    Day,
    DayOfMonth,
    Feast,
    Moment,
    Month,
    NumericDate,
    Overnight,
    ToCome,
    Unit,
    Weekday,
    Years,
)
from reportedly.find.times import TimeMention
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_verb
from reportedly.resolve.told_years import with_year

type Times = Mapping[int, Sequence[TimeMention]]  # by the number of the sentence

REACH = 3  # sentences back
GRAINS = ("day", "week", "month", "year")  # from fine to coarse
MONTH_FIRST = frozenset({"USA", "PHL"})
EITHER_FIRST = frozenset({"CAN", "KEN", "GHA", "ZAF"})


def anchored(times: Times, document: Document, knowledge: Knowledge) -> dict[int, tuple[TimeMention, ...]]:
    """The times of a report, those that hang on another with that other, dates in numbers with their order."""
    day_first = writes_day_first(document.outlet, knowledge)
    told: list[tuple[int, TimeMention]] = []
    out: dict[int, tuple[TimeMention, ...]] = {}
    for number in sorted(times):
        made: list[TimeMention] = []
        for mention in times[number]:
            expression = cast(Moment, _ordered(mention.expression, day_first)) if day_first is not None else mention.expression
            expression = with_year(expression, (m.expression for n, m in reversed(told) if number - n <= REACH), document.published)
            made.append(replace(mention, expression=_based(expression, number, told)))
            told.append((number, made[-1]))
        out[number] = tuple(made)
    return out


def writes_day_first(outlet: str | None, knowledge: Knowledge) -> bool | None:
    """By the country of an outlet that is known; None where both orders are in use."""
    entries = [e for e in knowledge.by_alias(outlet) if e.kind in ("outlet", "agency")] if outlet else []
    states = {e.country for e in entries if e.country}
    if not states or states & EITHER_FIRST or (states & MONTH_FIRST and states - MONTH_FIRST):
        return None
    return not states & MONTH_FIRST


def _ordered(moment: Any, day_first: bool) -> Any:
    """With every date in numbers, however deep it lies, as a day of the calendar."""
    if isinstance(moment, NumericDate):
        day, month = (moment.first, moment.second) if day_first else (moment.second, moment.first)
        return Day(day, month, moment.year) if month <= 12 else moment
    inner = {f.name: getattr(moment, f.name) for f in fields(moment)}
    changed = {name: _ordered(value, day_first) for name, value in inner.items() if hasattr(value, "__dataclass_fields__")}
    return replace(moment, **changed) if changed else moment


def _based(moment: Moment, number: int, told: Sequence[tuple[int, TimeMention]]) -> Moment:
    """With the time that it hangs on, if one was told before."""
    inner = moment.moment if isinstance(moment, ToCome) else moment
    if not isinstance(inner, Ago | Unit | Weekday) or not inner.anchored or (isinstance(inner, Ago) and inner.beside):
        return moment
    coarsest = "day" if isinstance(inner, Weekday) else _grain_of(inner.unit)
    near = [m for n, m in reversed(told) if number - n <= REACH and _is_fine(m.expression, coarsest)]
    here = [m for n, m in reversed(told) if n == number and _is_fine(m.expression, coarsest)]
    base = next((m for m in near if not _dates_telling(m)), None) or next(iter(here), None)
    return Counted(inner, base.expression) if base is not None else moment


def _dates_telling(mention: TimeMention) -> bool:
    """"said on Tuesday": when it was said, not when it was done."""
    verb = next((t for t in (mention.head, *mention.head.ancestors()) if is_verb(t)), None)
    return verb is not None and verb.lemma in voice_words().verbs


def _is_fine(moment: Moment, coarsest: str) -> bool:
    grain = _grain(moment)
    return grain is not None and GRAINS.index(grain) <= GRAINS.index(coarsest)


def _grain(moment: Moment) -> str | None:
    """How finely a time says its day; None for what is no point of time, or hangs on another itself."""
    match moment:
        case ToCome(inner):
            return _grain(inner)
        case Counted(point, _):
            return _grain_of(point.unit) if isinstance(point, Ago | Unit) else "day"
        case Day() | DayOfMonth() | NumericDate() | Feast() | Overnight():
            return "day"
        case Weekday(anchored=False):
            return "day"
        case Month():
            return "month"
        case Years(first, last):
            return "year" if first == last else None
        case Unit(unit=unit, anchored=False) | Ago(unit=unit, anchored=False):
            return _grain_of(unit)
    return None


def _grain_of(unit: str) -> str:
    return {"minute": "day", "hour": "day", "fortnight": "week"}.get(unit, unit if unit in GRAINS else "year")
