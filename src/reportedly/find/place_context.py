"""What the words around a place's name say of it: its kind, its part, its state, its distance, and whether it acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.find.place_mention import Draft, PlaceMention, words
from reportedly.find.place_relations import coast, offset
from reportedly.find.place_words import (
    ACTS,
    ADDRESSES,
    AIMED,
    BEARINGS,
    DIRECTIONS,
    KINDS,
    LOCATIVE,
    NAME_TYPES,
    NEAR,
    PARTS_OF,
    PLURALS,
    SIDES,
    SPEAKS,
    SUFFERS,
    TAKES_PLACE,
)
from reportedly.language.parse import Token
from reportedly.spans import Span

if TYPE_CHECKING:
    from reportedly.resolve.gazetteer import Gazetteer

TOWN_WEIGHT = 4.5  # some 30,000 people
CAPITAL_WEIGHT = 6.0  # of `Toponym.weight`: a million people, or a smaller capital
OPERATIONS = frozenset({"operation", "exercise"})
_DASHES = frozenset({"—", "–", "--", "-"})


def mention_of(tokens: Sequence[Token], draft: Draft, gazetteer: Gazetteer, *, dateline: bool) -> PlaceMention:
    kind, kind_at = _cue(tokens, draft)
    part = _direction_start(tokens, draft.start)
    end = max(draft.end, kind_at + 1)
    first = min(part, draft.start)
    head = _top(tokens[draft.start : draft.end])
    anchor = tokens[kind_at] if kind_at >= 0 else head
    bearing, distance = offset(tokens, first)
    offshore, shore, off_km = coast(tokens, first, draft.end)
    anchor = shore or anchor
    place = locative(anchor) or _colon(tokens, draft)
    return PlaceMention(
        tokens[draft.start], tokens[draft.end - 1], head, anchor, Span(tokens[first].start, tokens[end - 1].end),
        words(tokens, first, end), draft.name, draft.candidates, draft.inside, draft.type, locative=place, dateline=dateline, cue=kind,
        metonym=not dateline and not kind and place is None and _acts(anchor),
        direction=words(tokens, part, draft.start) if part < draft.start else "",
        near=place is not None and place.lower in NEAR, distance_km=distance or off_km, bearing=bearing, offshore=offshore,
        states=_states(tokens, first, kind_at, gazetteer),
    )  # fmt: skip


def _colon(tokens: Sequence[Token], draft: Draft) -> Token | None:
    """"Goma: students boycotted classes": a town of some size that heads what happened there."""
    first = not any(t.text[0].isalnum() for t in tokens[: draft.start])  # a bullet may stand before it
    colon = tokens[draft.end] if first and draft.end < len(tokens) - 1 and tokens[draft.end].text == ":" else None
    top = draft.candidates[0] if draft.candidates else None
    return colon if top is not None and top.feature != "country" and top.weight >= TOWN_WEIGHT else None


def is_place(mention: PlaceMention) -> bool:
    """The parser's word is enough for a place; a name of another type needs the words around it."""
    if (
        mention.metonym
        and mention.anchor.dep == "nsubj"
        and mention.anchor.head.lemma.lower() in SPEAKS
        and not _governs(mention)
    ):
        return False
    if mention.first.lower in OPERATIONS and mention.first is not mention.last:
        return False  # "in Operation Dawn"
    if mention.head.known.startswith("group:") and not mention.cue:
        return False  # "called on the Taliban", "a Hamas post", though a village bears the name
    if mention.type == "FAC" and mention.first.ent != "FAC":
        return mention.locative is not None
    if mention.dateline or mention.type == "GPE" or mention.first.ent in NAME_TYPES or mention.last.ent in NAME_TYPES:
        return True
    return bool(mention.cue) or bool(mention.states) or mention.locative is not None or _is_lived_in(mention.anchor)


def _is_lived_in(anchor: Token) -> bool:
    """"residents of Gwoza": a place, though the model does not know the name; what befell them was not yet there."""
    return anchor.dep == "pobj" and anchor.head.lower == "of" and anchor.head.head.lemma in ("resident", "inhabitant", "villager", "native")


def is_state(token: Token, gazetteer: Gazetteer) -> bool:
    """"in Kosovo", "Myanmar's north": the state, where the same word before a noun ("Kosovo police") says whose that is."""
    if token.ent not in NAME_TYPES or token.dep in ("compound", "amod", "nmod"):
        return False
    return any(each.feature == "country" and each.name == token.text for each in gazetteer.lookup(token.text)[:1])


def _governs(mention: PlaceMention) -> bool:
    """Whether the name may stand for a government: a state, an area, a capital or another large city."""
    return any(
        each.weight >= CAPITAL_WEIGHT or each.feature in ("country", "admin1", "region") for each in mention.candidates[:2]
    )


def _top(tokens: Sequence[Token]) -> Token:
    """The token of a name whose head lies outside it."""
    inside = set(map(id, tokens))
    return next((t for t in reversed(tokens) if t.is_root or id(t.head) not in inside), tokens[-1])


def _cue(tokens: Sequence[Token], draft: Draft) -> tuple[str, int]:
    """The kind that a noun after ("Idlib province") or before ("the city of", "Mount") names, and where it stands."""
    if draft.end < len(tokens) and (kind := KINDS.get(tokens[draft.end].lower)):
        # "Mosul hospital" is another place than Mosul: the noun is no kind of the name
        return (kind, draft.end) if kind != "facility" else ("", -1)
    at = draft.start - 1
    if at >= 1 and tokens[at].lower == "of":
        word = tokens[at - 1].lower
        kind = "" if word in PARTS_OF else KINDS.get(word) or PLURALS.get(word, "")
        return (kind, at - 1) if kind and kind != "facility" else ("", -1)
    kind = KINDS.get(tokens[at].lower, "") if at >= 0 and tokens[at].pos in ("NOUN", "PROPN") else ""
    beside = kind in ("town", "river", "admin1") and tokens[at].head in tokens[draft.start : draft.end]
    return (kind, -1) if beside else ("", -1)


def _direction_start(tokens: Sequence[Token], start: int) -> int:
    """Where "northern" begins before a name: "north", "-", "east" are three tokens. "north of X" is no part of X."""
    at = start
    while at > 0 and tokens[at - 1].lower in DIRECTIONS | {"-"}:
        at -= 1
    while at < start and tokens[at].text == "-":
        at += 1
    return start if tokens[start - 1].text == "-" and at < start and tokens[start - 1].end == tokens[start].start else at


def _up(token: Token) -> Token:
    """The first of a coordination, and the noun that a name stands before: "in Hama and Idlib provinces"."""
    while not token.is_root and token.dep in ("conj", "appos"):
        token = token.head
    return token


def locative(anchor: Token) -> Token | None:
    """The preposition or verb that makes the phrase a place."""
    verb = next((c for c in anchor.children if c.text.islower() and c.dep == "compound" and c.lower in TAKES_PLACE), None)
    if verb is not None:  # the parser reads "retook Sinjar" as one name
        return verb
    token = _up(anchor)
    for _ in range(3):
        if token.dep not in ("compound", "nmod", "amod") or token.is_root or _acting(token.head):
            break
        token = _up(token.head)
    if token.dep in ("pobj", "pcomp") and token.head.lower in LOCATIVE:
        return None if token.head.lower in ("on", "over", "to", "from") and token.head.head.lemma.lower() in AIMED else token.head
    if token.dep in ("dobj", "nsubjpass") and token.head.lemma.lower() in TAKES_PLACE:
        return token.head
    of = token.head if token.dep == "pobj" and token.head.lower == "of" else None
    if of is not None and not of.is_root and (of.head.lower in BEARINGS or of.head.lemma.lower() in SIDES or _is_site(of.head)):
        return of
    return None


def _is_site(noun: Token) -> bool:
    """"in the market of Jos", "at the airport of Tunis": a house or ground is in the town that it is of."""
    return KINDS.get(noun.lower) == "facility" and noun.pos == "NOUN" and noun.dep == "pobj" and noun.head.lower in LOCATIVE


def _acts(anchor: Token) -> bool:
    """Whether a name that is not said to be a place stands for its government."""
    token = _up(anchor)
    head, lemma = token.head, token.head.lemma.lower()
    match token.dep:
        case "nsubj":
            return head.pos in ("VERB", "AUX", "NUM") and lemma not in SUFFERS  # "Ukraine lost 12 men and Russia 30"
        case "nsubjpass" | "dobj" | "iobj" | "dative":
            return lemma in ADDRESSES
        case "poss" | "compound" | "nmod":
            return _acting(head)
        case "pobj":
            return _acts_after(head)
    return False


def _acting(head: Token) -> bool:
    """Whether a noun behind a name acts; of "in Yobe and Borno states" the states are places."""
    return head.lemma.lower() in ACTS and head.lower not in PLURALS


def _acts_after(preposition: Token) -> bool:
    """ "by Moscow", "talks with Iran", "sanctions on Russia", "the president of Syria"."""
    over = preposition.head.lemma.lower() if not preposition.is_root else ""
    match preposition.lower:
        case "by":
            return preposition.dep == "agent"
        case "with" | "among" | "for":
            return True
        case "against" | "on" | "over" | "to" | "from":
            return over in AIMED
        case "of":
            return over in ACTS
    return False


def _states(tokens: Sequence[Token], first: int, kind_at: int, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The states of the adjective before a kind: "the western Syrian city of"; () without a kind, for "Syrian Ali" is a man."""
    if kind_at < 0:
        return ()
    start = min(first, kind_at)
    for token in reversed(tokens[max(0, start - 4) : start]):
        if found := gazetteer.adjective(token.text):
            return found
        if token.pos not in ("ADJ", "NOUN", "PROPN", "PUNCT", "VERB", "ADV"):
            break
    return ()


def dateline_end(tokens: Sequence[Token]) -> int:
    """How many tokens the dateline takes: "BEIRUT (Reuters) -", "DAMASCUS, Syria, May 3 —"; 0 without one."""
    for at, token in enumerate(tokens[:16]):
        if token.text in _DASHES and at and tokens[at - 1].end < token.start:
            before = tokens[:at]
            capitals = len(before[0].text) > 2 and before[0].text.isupper()
            agency = before[-1].text == ")"
            return at if (capitals or agency) and not any(t.pos in ("VERB", "AUX") and t.text.islower() for t in before) else 0
    return 0
