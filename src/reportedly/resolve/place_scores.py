"""How well each place of a name fits a report: what the words beside it say, and what the report is about.

All weights are in orders of magnitude of population, the unit of `Toponym.weight`: a bonus of 1.0 lets a place win over
a namesake ten times its size. They were set by hand and measured on public corpora of places in news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp

from reportedly.document import Document
from reportedly.find.places import PlaceMention
from reportedly.resolve.gazetteer import Gazetteer, Toponym
from reportedly.resolve.gazetteer_names import key
from reportedly.resolve.place_focus import Districts, districts_of, focus_of

PARENT = 7.0  # "X, Y" and X lies in Y
STATE = 6.0  # "the Syrian city of X"
CUE = 4.0  # "X province" and it is a first-level area
COUNTRY = 3.0  # times the share of its country in what the report names
AREA = 6.0  # times the share of its first-level area
SIBLING = 0.6  # of that, for a first-level area, by the share of another in its country: states are named beside states
CLOSE = 1.0  # for a place within CLOSE_KM of others that the report names
CLOSE_KM = 150.0
ADJECTIVE_VOTE, STATE_VOTE, TOWN_VOTE = 0.7, 1.0, 0.8
SHARPNESS = 1.0  # of a name's chances
ROUNDS = 4
LOCAL = frozenset({"town", "admin2", "facility"})  # small enough to be near something
KEPT = 25  # places of a name that vote
FITS = {
    "admin1": ("admin1",), "admin2": ("admin2", "admin1"), "town": ("town",), "river": ("river",), "sea": ("sea",),
    "region": ("region", "admin1", "admin2", "sea"), "country": ("country",), "facility": ("facility",),
}  # fmt: skip
_CAPITALISED = re.compile(r"[A-Z][a-z]+")


type Votes = dict[str, float]
type Group = Sequence[PlaceMention]


@dataclass(slots=True)
class Context:
    """What a report is about: votes for countries and first-level areas, and the places that are fairly sure.

    `own` keeps what each name voted itself: no name may speak for its own reading.
    """

    countries: Votes = field(default_factory=dict)
    areas: Votes = field(default_factory=dict)
    sure: list[Toponym] = field(default_factory=list)
    own: dict[str, tuple[Votes, Votes]] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)  # of the areas voted for
    districts: Districts = field(default_factory=Districts)
    focus: Toponym | None = None  # of a local report, the place in its middle

    def others(self, name: str) -> Context:
        """The context as shares, without the votes of one name."""
        countries, areas = self.own.get(name, ({}, {}))
        shares = _shares(self.countries, countries), _shares(self.areas, areas)
        return Context(*shares, self.sure, states=self.states, districts=self.districts)

    def fit(self, place: Toponym) -> float:
        """What the rest of the report says for a place. To be asked of shares."""
        score = COUNTRY * self.countries.get(place.country or "", 0.0)
        if place.feature != "country":
            score += AREA * self._area_share(place)
        if place.feature in LOCAL and any(_close(place, each) for each in self.sure):
            score += CLOSE
        return score

    def _area_share(self, place: Toponym) -> float:
        """The share of the first-level area that a place lies in, or is; an area has part of its neighbours' too."""
        share = max((self.areas.get(each, 0.0) for each in (*place.parents, place.id)), default=0.0)
        if place.feature != "admin1":
            return share
        beside = max((each for id, each in self.areas.items() if self.states.get(id) == place.country), default=0.0)
        return max(share, SIBLING * beside)

    def best(self, places: Iterable[Toponym]) -> Toponym | None:
        """The place that fits the report best, by weight and context alone."""
        shares = self.others("")
        return max(places, key=lambda each: (each.weight + shares.fit(each), each.id), default=None)


def _close(place: Toponym, other: Toponym) -> bool:
    """Whether another place lies near; the latitudes are compared first, for they cost nothing."""
    return other.id != place.id and abs(other.latitude - place.latitude) < 2 and other.km_to(place) < CLOSE_KM


def _shares(votes: Votes, without: Votes) -> Votes:
    """Votes over their sum, and over one more vote, so that a single word does not settle everything."""
    left = {name: vote - without.get(name, 0.0) for name, vote in votes.items()}
    total = sum(left.values()) + 1.0
    return {name: vote / total for name, vote in left.items()}


def group_key(mention: PlaceMention) -> str:
    """Mentions of one key have one sense: "Idlib province" and "Idlib" may differ, "the city of Idlib" and "Idlib" not."""
    return f"{key(mention.name)}|{mention.cue if mention.cue in ('admin1', 'admin2', 'river', 'sea') else ''}"


def context_of(mentions: Sequence[PlaceMention], gazetteer: Gazetteer, document: Document) -> Context:
    """Votes by adjectives and names, each name split among the places it may mean; read again with what that showed."""
    adjectives = _adjective_votes(gazetteer, document)
    by_name: dict[str, list[PlaceMention]] = {}
    for mention in mentions:
        by_name.setdefault(group_key(mention), []).append(mention)
    groups = {name: group for name, group in by_name.items() if any(each.candidates for each in group)}
    districts = districts_of({name: _candidates(group[0], group) for name, group in groups.items()})
    context = Context(districts=districts)
    for _ in range(ROUNDS):
        context = _counted(adjectives, {name: (group, _chances(name, group, context)) for name, group in groups.items()})
        context.districts = districts
    context.focus = focus_of(context.sure)
    return context


def _adjective_votes(gazetteer: Gazetteer, document: Document) -> Votes:
    """ "Syrian" and "Iraqis" in the report's own text; a word that may mean two states is split between them."""
    votes: Votes = {}
    spans = document.body or ((0, len(document.text)),)
    for start, end in spans:
        for match in _CAPITALISED.finditer(document.text, start, end):
            states = gazetteer.adjective(match.group())
            for state in states:
                votes[state] = votes.get(state, 0.0) + ADJECTIVE_VOTE / len(states)
    return votes


def _chances(name: str, group: Group, context: Context) -> list[tuple[float, Toponym]]:
    """How likely each place of a name is, from the scores: ten times the people, e to the `SHARPNESS` times as likely."""
    ranked = sorted(_scored(group[0], group, context.others(name)), key=lambda pair: (-pair[0], pair[1].id))[:KEPT]
    odds = [exp(SHARPNESS * (score - ranked[0][0])) for score, _ in ranked]
    return [(each / sum(odds), place) for each, (_, place) in zip(odds, ranked, strict=True)]


def _counted(adjectives: Votes, groups: dict[str, tuple[Group, list[tuple[float, Toponym]]]]) -> Context:
    """Everyone's votes. A name said often counts somewhat more than once, but not as often as it is said."""
    context = Context(dict(adjectives))
    for name, (group, chances) in groups.items():
        times = 1.0 + 0.3 * min(len(group) - 1, 5)
        countries, areas = dict[str, float](), dict[str, float]()
        for chance, place in chances:
            if place.country:
                _add(countries, place.country, chance * times * (STATE_VOTE if place.feature == "country" else TOWN_VOTE))
            if area := _first_level(place):
                _add(areas, area, chance * times)
                context.states[area] = place.country or ""
        context.own[name] = countries, areas
        for votes, own in ((context.countries, countries), (context.areas, areas)):
            for key_, vote in own.items():
                _add(votes, key_, vote)
        context.sure += [place for chance, place in chances if chance > 0.5 and place.feature in LOCAL]
    return context


def _add(votes: Votes, name: str, vote: float) -> None:
    votes[name] = votes.get(name, 0.0) + vote


def _first_level(place: Toponym) -> str | None:
    """The id of the first-level area that a place lies in, or is."""
    return place.id if place.feature == "admin1" else next((each for each in place.parents if each.startswith("admin1:")), None)


def best_sense(mention: PlaceMention, group: Sequence[PlaceMention], context: Context) -> Toponym | None:
    """The place that a mention means, given all mentions of its name; None when the gazetteer has none."""
    ranked = _scored(mention, group, context.others(group_key(mention)))
    return max(ranked, key=lambda pair: (pair[0], pair[1].population, pair[1].id))[1] if ranked else None


def _scored(mention: PlaceMention, group: Sequence[PlaceMention], context: Context) -> list[tuple[float, Toponym]]:
    name = group_key(mention)
    candidates = _candidates(mention, group)
    parents = [area for each in group if each.parent for area in each.parent.candidates]
    states = {state for each in group for state in each.states}
    cues = {each.cue for each in group if each.cue}
    return [
        (place.weight + _beside(place, parents, states, cues) + context.fit(place) + context.districts.links(place, name), place)
        for place in candidates
    ]


def _candidates(mention: PlaceMention, group: Sequence[PlaceMention]) -> tuple[Toponym, ...]:
    """The places that a mention may mean; of one without any, those of its namesakes."""
    return mention.candidates or next((each.candidates for each in group if each.candidates), ())


def _beside(place: Toponym, parents: Sequence[Toponym], states: set[str], cues: set[str]) -> float:
    """What the words right beside a name say for a place."""
    score = 0.0
    if any(place.within(area) for area in parents):
        score += PARENT
    if place.country in states:
        score += STATE
    if cues and any(place.feature in FITS[cue] for cue in cues):
        score += CUE
    return score
