"""Decides which place of the gazetteer a name means, from all that the report says of places.

One sense a report: "Alexandria, La." in the first sentence settles the Alexandria of the fourth. Nothing is matched by
likeness across the world; only within a country that the report is about may a transliteration differ. A name that no
gazetteer has takes the smallest area that the text itself gives, with that area's precision.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.document import Document, Words
from reportedly.find.place_words import NAME_TYPES
from reportedly.find.places import PlaceMention
from reportedly.records import Place
from reportedly.resolve.gazetteer import Gazetteer, Toponym
from reportedly.resolve.place_points import Toponyms, far_end, point_of
from reportedly.resolve.place_scores import Context, best_sense, context_of, group_key
from reportedly.terms import PlaceRole

SURE_SHARE = 0.5  # of the report's country votes: from here on it is about that country

type Sentences = Sequence[Sequence[PlaceMention]]


def resolve_places(
    mentions_by_sentence: Sentences, gazetteer: Gazetteer, document: Document
) -> dict[PlaceMention, Toponym | None]:
    """The place that each mention means, or the area around it that the text gives, or None."""
    mentions = [mention for sentence in mentions_by_sentence for mention in sentence]
    if not mentions:
        return {}
    context = context_of(mentions, gazetteer, document)
    groups: dict[str, list[PlaceMention]] = {}
    for mention in mentions:
        groups.setdefault(group_key(mention), []).append(mention)
    found = {mention: best_sense(mention, groups[group_key(mention)], context) for mention in mentions}
    for mention in mentions:
        if found[mention] is None:
            found[mention] = _unlisted(mention, groups[group_key(mention)], found, gazetteer, context)
    return found


def _unlisted(
    mention: PlaceMention,
    group: Sequence[PlaceMention],
    found: dict[PlaceMention, Toponym | None],
    gazetteer: Gazetteer,
    context: Context,
) -> Toponym | None:
    """A name in no gazetteer: the same name spelled otherwise in its country, else the area that the report puts it in."""
    around = [found.get(each.parent) for each in group if each.parent is not None]
    area = next((each for each in around if each is not None), None)
    country = area.country if area else _country(group, context)
    if (
        country
        and (alike := gazetteer.alike(mention.name, country))
        and (area is None or alike.within(area) or area.id == f"country:{country}")
    ):
        return alike
    if mention.inside:
        return context.best(mention.inside)
    if area is not None:
        return area
    if mention.type in NAME_TYPES or mention.locative or mention.cue:
        return _around(country, context, gazetteer) or (gazetteer.get(f"country:{country}") if country else None)
    return None


def _around(country: str | None, context: Context, gazetteer: Gazetteer) -> Toponym | None:
    """The district where a local report's places lie, or else the first-level area that it is about; in that country."""
    focus = context.focus
    ids = [each for each in (focus.id, *focus.parents) if each.startswith("admin")] if focus else []
    areas = context.others("").areas
    share, area = max(((share, area) for area, share in areas.items()), default=(0.0, ""))
    ids += [area] if share >= SURE_SHARE else []
    places = (place for place in map(gazetteer.get, ids) if place is not None)
    return next((place for place in places if country in (None, place.country)), None)


def _country(group: Iterable[PlaceMention], context: Context) -> str | None:
    """The one state that the text names for it, else the one that the report is about."""
    named = {state for each in group if len(each.states) == 1 for state in each.states}
    if len(named) == 1:
        return named.pop()
    shares = context.others("").countries
    share, country = max(((share, country) for country, share in shares.items()), default=(0.0, None))
    return country if share >= SURE_SHARE else None


def to_place(role: PlaceRole, mention: PlaceMention, toponyms: Toponyms, document: Document, gazetteer: Gazetteer) -> Place:
    """The record of a place in a claim: the name as the report has it, the point, and how finely it is known.

    A place between two others has the words for its name, and no id: it is in no gazetteer.
    """
    words, toponym = document.words(mention.span), toponyms.get(mention)
    if toponym is None:
        return Place(role, mention.name, words)
    point = point_of(mention, toponym, toponyms, gazetteer)
    at = round(point.latitude, 5), round(point.longitude, 5)
    if end := far_end(mention, toponyms):
        country = toponym.country if toponym.country == end.country else None
        admin1 = toponym.admin1 if country and toponym.admin1 == end.admin1 else None
        return Place(role, words.text, words, *at, country, admin1, point.precision)
    return Place(role, mention.name, words, *at, toponym.country, toponym.admin1, point.precision, toponym.id)


def placed(top: Toponym, words: Words, role: PlaceRole = PlaceRole.AT) -> Place:
    """A place of the gazetteer under other words."""
    return Place(role, top.name, words, top.latitude, top.longitude, top.country, top.admin1, top.precision, top.id)


def as_named(top: Toponym, mention: PlaceMention, gazetteer: Gazetteer) -> Toponym:
    """A place under the name that the report has for it; Mosul is not called by the name of its university."""
    return replace(top, name=mention.name) if any(t.id == top.id for t in gazetteer.lookup(mention.name)) else top
