"""Places against two corpora of news whose toponyms were marked by hand: LGL (local papers) and GeoWebNews.

Sources: Lieberman, Samet and Sankaranarayanan 2010; Gritta, Pilehvar and Collier 2020 (half of it lies here). A toponym is
right when it is put within 161 km (100 miles) of the coded point, as the field counts. It is measured twice: with the
spans given, and from the bare text, where a toponym whose exact span was not found is wrong too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median
from xml.etree.ElementTree import Element, ParseError  # for types; defusedxml reads

from defusedxml import DefusedXmlException, ElementTree

from reportedly.errors import UsageError
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.find.given_toponyms import toponyms_at
from reportedly.find.place_mention import PlaceMention
from reportedly.find.toponyms import toponyms
from reportedly.intake.text import document_from_text
from reportedly.language.parse import Parse
from reportedly.read import DOCUMENTS_AT_ONCE, Tools
from reportedly.resolve.gazetteer import EARTH_KM, Toponym, distance_km
from reportedly.resolve.places import resolve_places
from reportedly.spans import Span

NEAR_KM = 161.0
NOWHERE_KM = 3.1416 * EARTH_KM  # half way round the Earth: the error of a toponym that is put nowhere
LGL_GIVEN = "Mordecai 3 .83 (own subset)"
WEB_GIVEN = "Mordecai 3 .94 (own subset)"

type Point = tuple[float, float]
type Found = dict[Span, Toponym | None]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with the toponyms marked in it; None for one that the coders gave no point."""

    text: str
    gold: dict[Span, Point | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An article with what was found in its bare text, and where its marked toponyms were put."""

    article: Article
    found: Found
    given: Found

    def errors(self, places: Found) -> list[float]:
        """Kilometres between each coded point and where it was put."""
        pairs = [(point, places.get(span)) for span, point in self.article.gold.items() if point is not None]
        return [distance_km(*point, place.latitude, place.longitude) if place else NOWHERE_KM for point, place in pairs]


def read_lgl(file: Path) -> Iterator[Article]:
    """All that is marked in LGL; streets and the like have no point there."""
    for article in read_xml(file).iter("article"):
        yield Article(_text(article), {_span(t): _point(t.find("gaztag"), "lat", "lon") for t in article.iter("toponym")})


def read_geowebnews(file: Path) -> Iterator[Article]:
    """What GeoWebNews gives a point. The rest is marked for other ends: "residents", "the city", languages, peoples."""
    for article in read_xml(file).iter("article"):
        marked = [(_span(t), _point(t, "latitude", "longitude")) for t in article.iter("toponym")]
        yield Article(_text(article), {span: point for span, point in marked if point is not None})


def read_xml(file: Path) -> Element:
    """The root of a corpus's file. UsageError for one that is no XML, or that declares a document type."""
    try:
        root: Element = ElementTree.parse(file, forbid_dtd=True).getroot()
    except (ParseError, DefusedXmlException) as error:
        raise UsageError(f"{file.name}: no plain XML: {error!r}", hint="fetch the corpus again") from error
    return root


def measure(articles: Iterator[Article], tools: Tools, published: str) -> Iterator[Figure]:
    """F1 of exact spans; the share within 161 km with the spans given and from the bare text; the middle error."""
    outcomes = list(_outcomes(articles, tools))
    said = sum(len(each.found) for each in outcomes)
    wanted = sum(len(each.article.gold) for each in outcomes)
    hits = sum(len(each.found.keys() & each.article.gold.keys()) for each in outcomes)
    given = list(chain.from_iterable(each.errors(each.given) for each in outcomes))
    whole = list(chain.from_iterable(each.errors(each.found) for each in outcomes))
    yield Figure("span_f1", 2 * hits / max(1, said + wanted))
    yield Figure("accuracy_given", _near(given), published)
    yield Figure("accuracy", _near(whole))
    yield Figure("median_km", median(given) if given else 0.0, share=False)


def show(articles: Iterator[Article], tools: Tools) -> Iterator[str]:
    """Each toponym missed, not marked by hand, or put elsewhere."""
    for outcome in _outcomes(articles, tools):
        text, gold = outcome.article.text, outcome.article.gold
        yield f"== {text[:60]!r}"
        for name, spans in (("missed", gold.keys() - outcome.found.keys()), ("not by hand", outcome.found.keys() - gold.keys())):
            yield from (f"  {name}: {_words(text, span)}" for span in sorted(spans))
        for span, point in sorted(gold.items()):
            place = outcome.given.get(span)
            km = distance_km(*point, place.latitude, place.longitude) if point and place else NOWHERE_KM
            if point and km > NEAR_KM:
                yield f"  elsewhere: {_words(text, span)} is at {point}, put at {place.id if place else 'no place'}, {km:.0f} km away"


def _outcomes(articles: Iterator[Article], tools: Tools) -> Iterator[Outcome]:
    """The articles in turn, read in batches."""
    rows = [article for article in articles if article.text.strip()]
    for start in range(0, len(rows), DOCUMENTS_AT_ONCE):
        batch = rows[start : start + DOCUMENTS_AT_ONCE]
        for article, parse in zip(batch, tools.parser.parse([document_from_text(a.text) for a in batch]), strict=True):
            found = _placed(toponyms(parse, tools.gazetteer), parse, tools)
            given = _placed(toponyms_at(parse, list(article.gold), tools.gazetteer), parse, tools)
            yield Outcome(article, found, given)


def _placed(mentions: list[dict[Span, PlaceMention]], parse: Parse, tools: Tools) -> Found:
    places = resolve_places([list(each.values()) for each in mentions], tools.gazetteer, parse.document)
    return {span: places[mention] for each in mentions for span, mention in each.items()}


def _near(errors: list[float]) -> float:
    return sum(km <= NEAR_KM for km in errors) / max(1, len(errors))


def _text(article: Element) -> str:
    return article.findtext("text") or ""


def _span(toponym: Element) -> Span:
    return Span(int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0))


def _point(element: Element | None, latitude: str, longitude: str) -> Point | None:
    """The coded point, where there is one."""
    lat, lon = (element.findtext(name) or "" for name in (latitude, longitude)) if element is not None else ("", "")
    return (float(lat), float(lon)) if lat.strip() and lon.strip() else None


def _words(text: str, span: Span) -> str:
    return f"{text[span.start : span.end]!r} in …{' '.join(text[max(0, span.start - 40) : span.end + 40].split())}…"


CORPORA = (
    Corpus(
        "geo/lgl",
        "corpora/geo/lgl.xml",
        lambda file, tools: measure(read_lgl(file), tools, LGL_GIVEN),
        lambda file, tools: show(read_lgl(file), tools),
    ),
    Corpus(
        "geo/geowebnews",
        "corpora/geo/geowebnews-dev.xml",
        lambda file, tools: measure(read_geowebnews(file), tools, WEB_GIVEN),
        lambda file, tools: show(read_geowebnews(file), tools),
    ),
)
