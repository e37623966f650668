"""What a row of a set asks for, compared with what the reader says of the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, inf, radians
from typing import Any

from reportedly.document import Document
from reportedly.events.circumstance import Circumstances
from reportedly.records import Claim, Figure, Place, Time
from reportedly.resolve.dates import resolve_time
from reportedly.resolve.figures import figure_role, to_figure
from reportedly.resolve.places import to_place
from reportedly.spans import Span
from reportedly.terms import PlaceRole

WITHIN_KM = 50.0
DEGREE_KM = 111.2


@dataclass(frozen=True, slots=True)
class Verdict:
    """The words asked for, what they should be and are read as, and whether a claim carries them."""

    words: str
    wanted: str
    read: str
    right: bool
    carried: bool


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _near[T: (Time, Figure, Place)](records: Iterable[T], span: Span) -> list[T]:
    return [record for record in records if record.words.span.overlaps(span)]


# Times


def judge_times(row: list[Any], document: Document, circumstances: Circumstances, claims: Sequence[Claim]) -> Iterator[Verdict]:
    """[published, text, words, start, end, precision], or "unresolved" or "none" for start."""
    words, *wanted = (None if field is None else str(field) for field in row[2:] if not isinstance(field, dict))
    if wanted == ["none"]:
        found = list(_times(circumstances, document))
        yield Verdict("", "none", "; ".join(_interval(_fields(t)) for t in found), not found, True)
        return
    span = _span(document.text, words or "")
    carried = _near((c.time for c in claims if c.time), span)
    found = carried or _near(_times(circumstances, document), span)
    open_ = bool(found) and all(t.start is None and t.end is None for t in found)
    right = open_ if wanted == ["unresolved"] else any(_fields(t)[: len(wanted)] == wanted for t in found)
    yield Verdict(words or "", _interval(wanted), "; ".join(sorted({_interval(_fields(t)) for t in found})), right, bool(carried))


def _times(circumstances: Circumstances, document: Document) -> Iterator[Time]:
    for mention in (m for times in circumstances.when.times.values() for m in times):
        yield Time(document.words(mention.span), *resolve_time(mention.expression, published=document.published))


def _fields(time: Time) -> list[str | None]:
    return [time.start, time.end, time.precision]


def _interval(fields: Sequence[str | None]) -> str:
    if len(fields) == 1:
        return fields[0] or ""
    start, end, *precision = fields
    if start is None and end is None:
        return "unresolved"
    return " ".join(filter(None, [start if start == end else f"{start or '…'} to {end or '…'}", *precision]))


# Figures


def judge_figures(row: Any, document: Document, circumstances: Circumstances, claims: Sequence[Claim]) -> Iterator[Verdict]:
    """[text, [words, role, low, high, {of, out_of, unit}], ...], or a text without figures."""
    if isinstance(row, str):
        found = list(_figures(circumstances, document))
        yield Verdict("", "none", _shown(found), not found, True)
        return
    for words, role, low, high, *options in row[1:]:
        wanted: dict[str, Any] = options[0] if options else {}
        span = _span(document.text, str(words))
        carried = _near((f for c in claims for f in c.figures), span)
        found = carried or _near(_figures(circumstances, document), span)
        right = any(_same_figure(f, role, low, high, wanted) for f in found)
        yield Verdict(str(words), _figure(role, low, high, wanted), _shown(found), right, bool(carried))


def _figures(circumstances: Circumstances, document: Document) -> Iterator[Figure]:
    """Every figure of a report, in the role that the words around it give, whatever the event."""
    for mention in (m for numbers in circumstances.how_many.numbers.values() for m in numbers):
        yield to_figure(mention, figure_role(mention, "", mention.head, False, False), document)


def _same_figure(figure: Figure, role: str | None, low: float | None, high: float | None, wanted: dict[str, Any]) -> bool:
    return (
        (role is None or figure.role.value == role)
        and _close(figure.low, low)
        and _close(figure.high, high)
        and ("out_of" not in wanted or _close(figure.out_of, wanted["out_of"]))
        and ("unit" not in wanted or figure.unit == wanted["unit"])
        and ("of" not in wanted or wanted["of"] in figure.of.lower())
    )


def _close(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and abs(one - other) <= 0.01 * abs(other))


def _figure(role: str | None, low: float | None, high: float | None, more: dict[str, Any]) -> str:
    bounds = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
    return " ".join([*([role] if role else []), bounds, *(f"{key} {value}" for key, value in more.items() if value)])


def _number(value: float | None) -> str:
    return "…" if value is None else f"{value:,.10g}"


def _shown(figures: Sequence[Figure]) -> str:
    return "; ".join(sorted({_figure(f.role.value, f.low, f.high, {"of": f.of, "out_of": f.out_of, "unit": f.unit}) for f in figures}))


# Places


def judge_places(row: list[Any], document: Document, circumstances: Circumstances, claims: Sequence[Claim]) -> Iterator[Verdict]:
    """[text, [words, role, country, latitude, longitude], ...]; False as role for what is no place."""
    for words, role, *where in row[1:]:
        span = _span(document.text, words)
        carried = _near((p for c in claims for p in c.places), span)
        if role is False:
            yield Verdict(words, "no place", _listed(carried), not carried, True)
            continue
        found = carried or _near(_places(circumstances, document, role), span)
        right = any(_same_place(p, role, where) for p in found)
        yield Verdict(words, _place(role, *where), _listed(found), right, bool(carried))


def _places(circumstances: Circumstances, document: Document, roles: str) -> Iterator[Place]:
    """Every place of a report that is no government; its role is a matter of the event, and is taken as asked."""
    for mention in (m for mentions in circumstances.where.mentions.values() for m in mentions):
        if not (mention.metonym or mention.dateline):
            yield to_place(PlaceRole(roles.split("|")[0]), mention, circumstances.where.toponyms, document, circumstances.where.gazetteer)


def _same_place(place: Place, roles: str, where: Sequence[Any]) -> bool:
    country, *point = where or (place.country,)
    return place.role.value in roles.split("|") and place.country == country and (not point or _km(place, *point) <= WITHIN_KM)


def _km(place: Place, latitude: float, longitude: float) -> float:
    """Good enough for some tens of kilometres."""
    if place.latitude is None or place.longitude is None:
        return inf
    return DEGREE_KM * hypot(place.latitude - latitude, (place.longitude - longitude) * cos(radians(latitude)))


def _listed(places: Sequence[Place]) -> str:
    return "; ".join(sorted({_place(p.role.value, p.country, p.latitude, p.longitude) for p in places}))


def _place(role: str, country: str | None = "", latitude: float | None = None, longitude: float | None = None) -> str:
    point = f"{latitude:.2f}, {longitude:.2f}" if latitude is not None and longitude is not None else ""
    return " ".join(filter(None, [role, "no country" if country is None else country, point]))
