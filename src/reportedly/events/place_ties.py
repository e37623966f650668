"""How the words around a place tie it to an event: by its preposition, by what it names, and what only says who somebody is."""

from __future__ import annotations

from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.find.kinds import HUMAN, noun_kinds
from reportedly.find.place_mention import PlaceMention
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token
from reportedly.language.told import REPORTING
from reportedly.terms import PlaceRole

FROM = frozenset({"from"})
WAYS = {"from": "from", "to": "to", "into": "to"}
BASED = frozenset(["station", "base", "deploy", "fire", "launch", "fly"])
SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE"})
INHABITED = frozenset(["residential", "civilian", "populated", "inhabited", "housing", "industrial", "commercial"])
GROUND = frozenset(["area", "territory", "land", "terrain", "ground", "mile", "kilometre", "kilometer", "acre", "hectare", "half", "swathe", "swath", "border", "frontier"])
VAGUE = GROUND - {"border", "frontier"} | {"part", "world", "place", "position", "target", "front"}
STAYS = frozenset({"prison", "jail", "court", "hospital", "school", "church"})  # without an article a stay, and no place
SEATED = frozenset({"official", "spokesman", "spokeswoman", "spokesperson", "diplomat", "minister", "ministry", "analyst", "government", "embassy"})  # in a capital
HEARD = frozenset({"tell", "speak", "brief", "inform"})
TERRITORY = frozenset(["territory", "soil", "airspace", "water", "border", "coast", "shore", "coastline"])
KIND_OF_PLACE = {
    "sea": {"sea"}, "gulf": {"sea"}, "strait": {"sea"}, "river": {"river"}, "city": {"town"}, "town": {"town"}, "village": {"town"},
    "capital": {"town"}, "province": {"admin1"}, "state": {"admin1"}, "county": {"admin2"}, "neighborhood": set(), "neighbourhood": set(), "suburb": set(), "governorate": {"admin1"}, "region": {"admin1", "region"}, "district": {"admin2"},
    "enclave": {"region", "town"}, "country": {"country"}, "vicinity": set(), "outskirt": set(), "heart": set(), "centre": set(), "center": set(), "edge": set(), "part": set(), "island": {"region"}, "coast": set(), "shore": set(), "coastline": set(), "area": {"town", "admin1", "admin2", "region"},
    **{noun: {"town", "facility", "region"} for noun in ("location", "site", "scene", "compound", "spot")},
}  # fmt: skip


def _are_from(mention: PlaceMention) -> bool:
    """"clashed with a militia from the Habar clan in Xanan": who they are, and where it was."""
    noun = next((t.head.head for t in (mention.anchor, *mention.anchor.ancestors()) if t.dep == "pobj"), mention.anchor)
    return bool(noun_kinds(noun) & HUMAN) and "VEHICLE" not in noun_kinds(noun)


def where_ground(trigger: Trigger) -> tuple[Token, ...]:
    """"holds the university, where 18 soldiers gave themselves up": there."""
    verb = trigger.token if is_verb(trigger.token) else trigger.token.head
    where = any(c.lower == "where" and c.i < verb.i for c in verb.all("advmod"))
    return (verb.head,) if where and verb.dep == "relcl" and verb.head.pos == "NOUN" else ()


def is_base(mention: PlaceMention, doers: tuple[Token, ...]) -> bool:
    """"jets based at Incirlik bombed", "missiles fired from Belgorod hit": where those that strike come from."""
    verb = next((t for t in mention.anchor.ancestors() if is_verb(t)), None)
    return verb is not None and verb.dep in ("acl", "relcl") and verb.lemma in BASED and verb.head in doers


def is_where_struck(mention: PlaceMention, roles: Roles) -> bool:
    """"shelled areas held by rebels in Idlib": where those are that are struck, by a participle that tells how they are there."""
    if mention.metonym or mention.dateline or mention.locative is None:
        return False
    for verb in (t for t in mention.anchor.ancestors() if is_verb(t)):
        return verb.dep == "acl" and verb.head in roles.recipients and verb.tag in ("VBG", "VBN")
    return False


def is_where_told(mention: PlaceMention) -> bool:
    """"told reporters in Sanaa that rebels had struck the town", "officials in Kinshasa said": where it is told is not the town that is told of."""
    if mention.locative is None or mention.locative.lower not in ("in", "at", "from"):
        return False
    path = [mention.anchor, *mention.anchor.ancestors()]
    verb = next((t for t in path if is_verb(t)), None)
    if verb is None or verb.lemma not in HEARD | REPORTING:
        return False
    below = path[: path.index(verb)]
    return not any(t.dep == "ccomp" or (t.dep == "nsubj" and t.lemma not in SEATED) for t in below)


def in_area(mention: PlaceMention) -> bool:
    """"in the district of X", "in the X area": the preposition stands before the kind of place."""
    noun = mention.anchor
    if noun.dep == "poss" and noun.head.lemma in KIND_OF_PLACE and noun.head.lemma != "capital" and not noun.known.startswith("state:"):
        return noun.head.dep == "pobj"  # "in Aleppo's Hananu neighbourhood"
    while noun.dep == "conj" and noun.head.pos == "PROPN":
        noun = noun.head
    if noun.dep == "compound" and noun.head.lemma in KIND_OF_PLACE:
        return noun.head.dep == "pobj"
    if noun.dep == "pobj" and noun.head.lower == "of":
        area = noun.head.head
        return area.lemma in KIND_OF_PLACE and area.dep in ("pobj", "appos", "conj")
    return False


def is_town_beside(mention: PlaceMention, trigger: Trigger) -> bool:
    """"the attacks in the towns of Jabla in Latakia province, and the port city of Tartus": the model lists the city with the deed."""
    return trigger.nominal and mention.anchor.dep == "conj" and mention.anchor.head is trigger.token and mention.anchor.lemma in KIND_OF_PLACE


def names_event(mention: PlaceMention, trigger: Trigger) -> bool:
    """"the Afrin offensive": a town or region before the event noun says where. "the Turkey talks" does not."""
    return mention.anchor.dep == "compound" and mention.anchor.head is trigger.token and not mention.anchor.known.startswith("state:")


def is_elsewhere(mention: PlaceMention, trigger: Trigger) -> bool:
    """Whether a place says who somebody is, or whose clock it is ("4.20 p.m. (Sanaa time)"), and not where it was."""
    if mention.anchor.dep in ("compound", "nmod") and mention.anchor.head.lower == "time":
        return True
    return trigger.frame.type in SPEECH and is_of_speaker(mention, trigger)


def is_of_speaker(mention: PlaceMention, trigger: Trigger) -> bool:
    """"China's ambassador to Britain accused", "a lecturer at Oxford urged": where a speaker serves is not where it was said."""
    below: Token = mention.anchor
    for above in mention.anchor.ancestors():
        if is_verb(above):
            return False
        if above in trigger.subjects:
            return below.dep == "prep" and below.i > above.i and noun_kinds(above) <= {"PERSON"}
        below = above
    return False


def role_of(mention: PlaceMention, trigger: Trigger) -> PlaceRole:
    """By the preposition nearest the event: "from its warships in the Caspian Sea" is from."""
    if mention.distance_km is not None or mention.near or mention.other is not None:
        return PlaceRole.AT  # "6 km from Daquq" is no way from there, nor "the road from Kabul to Kandahar"
    preps = []
    for token in (mention.anchor, *mention.anchor.ancestors()):
        if token is trigger.token or is_verb(token) or (token in trigger.words and token.pos == "NOUN" and trigger.frame.type == "PROTEST"):  # "took to the streets in Kampala"
            break
        if token.dep in ("prep", "dative"):  # "send troops to Chad"
            preps.append(token.lower)
    if preps[-1:] == ["from"] and len(preps) > 1 and _are_from(mention):
        return PlaceRole.AT
    if preps[:1] == ["from"] and preps[-1] in ("to", "into") and mention.anchor.head.head.pos == "PROPN":
        return PlaceRole.FROM  # "flew food to Khorog from Dushanbe"
    if preps[-1:] == ["from"] and trigger.frame.type == "ASSAULT" and len(preps) > 1 and preps[0] != "from" and trigger.nominal:
        preps = preps[:1]  # "the toll from the bombing in Quetta"
    word = preps[-1] if preps else "object"
    role = trigger.frame.roles.get(word) if trigger.frame.type != "AID" else WAYS.get(word)  # what is given to a town goes there
    if role == "from" or (word in FROM and role is None):
        return PlaceRole.FROM
    if role == "to" and trigger.frame.type != "ASSAULT":
        return PlaceRole.TO
    return PlaceRole.AT


def is_town_by_name(noun: Token) -> bool:
    """"the town of Douma", "the villages of Lisey and Gobi"."""
    return KIND_OF_PLACE.get(noun.lemma) == {"town"} and any(p.pos == "PROPN" for c in noun.all("prep") if c.lower == "of" for p in c.all("pobj"))


def is_on_way(mention: Token) -> bool:
    """"killed three labourers on their way to Kabul": where they were not yet."""
    return any(t.lemma in ("way", "route", "journey") and t.dep in ("pobj", "advmod") and t.head.lower in ("on", "en") for t in mention.ancestors())


def is_ones_own(noun: Token) -> bool:
    """"its territory", "their airspace"."""
    return noun.lemma in TERRITORY and any(c.tag == "PRP$" for c in noun.children)
