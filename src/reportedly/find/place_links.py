"""What the places of a sentence say of each other: "Hama and Idlib provinces", "Alexandria, La.", "Syria's Idlib"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.find.place_context import dateline_end, is_place, locative, mention_of
from reportedly.find.place_mention import Draft, PlaceMention, words
from reportedly.find.place_relations import ways, with_ways
from reportedly.find.place_words import DIRECTIONS, KINDS, PLURALS
from reportedly.language.parse import Token

if TYPE_CHECKING:
    from reportedly.resolve.gazetteer import Gazetteer

_AREAS = frozenset({"country", "admin1", "admin2", "region", "sea"})
_LINKS = frozenset({"in", "of", "inside", "within", "the", ",", "complex", "'s", "’s", "’", "'"})
type Kept = list[tuple[Draft, PlaceMention]]


def mentions_of(tokens: Sequence[Token], drafts: Sequence[Draft], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The drafts that are places, with their context; those that only bear a place's name fall away."""
    line = dateline_end(tokens)
    drafts = _with_abbreviations(tokens, drafts, gazetteer)
    made = [mention_of(tokens, draft, gazetteer, dateline=draft.end <= line) for draft in drafts]
    roads = ways(tokens, drafts)
    ends = {id(draft) for road in roads for draft in road}
    kept = [(draft, each) for draft, each in zip(drafts, made, strict=True) if id(draft) in ends or is_place(each) or (draft.candidates and _areas_after(tokens, draft))]
    mentions = _with_parents(tokens, _with_shared_cues(tokens, kept))
    return tuple(with_ways(tokens, [draft for draft, _ in kept], mentions, roads))


def given_mentions(tokens: Sequence[Token], drafts: Sequence[Draft], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Drafts that are known to be places, with their context."""
    kept = [(draft, mention_of(tokens, draft, gazetteer, dateline=False)) for draft in drafts]
    return tuple(_with_parents(tokens, _with_shared_cues(tokens, kept)))


def _with_abbreviations(tokens: Sequence[Token], drafts: Sequence[Draft], gazetteer: Gazetteer) -> list[Draft]:
    """ "La." after "Alexandria," is Louisiana, though nobody would know it alone; "Washington, D.C." is one name."""
    out: list[Draft] = []
    for draft in drafts:
        if out and draft.start < out[-1].end:
            continue
        at = draft.end + 1
        state = gazetteer.abbreviation(tokens[at].text) if at < len(tokens) and tokens[draft.end].text == "," else None
        whole = gazetteer.lookup(words(tokens, draft.start, at + 1)) if state else ()
        if whole:
            out.append(Draft(draft.start, at + 1, words(tokens, draft.start, at + 1), whole, draft.type))
            continue
        out.append(draft)
        if state is not None:
            out.append(Draft(at, at + 1, tokens[at].text, (state,), "GPE"))
    return out


def _with_shared_cues(tokens: Sequence[Token], kept: Kept) -> Kept:
    """ "Hama and Idlib provinces", "the towns of Jabla and Tartus": a plural kind holds for all that it lists."""
    out = list(kept)
    for i in range(len(out) - 1, -1, -1):
        draft, mention = out[i]
        after = tokens[draft.end].lower if draft.end < len(tokens) else ""
        if after in PLURALS and not mention.cue:
            out[i] = (draft, _widened(tokens, draft, replace(mention, cue=PLURALS[after]), draft.end))
    for i in range(len(out) - 2, -1, -1):
        if (
            not out[i][1].cue
            and out[i + 1][1].cue
            and _listed(tokens, out[i][0], out[i + 1][0])
            and _plural_after(tokens, out[i + 1][0])
        ):
            out[i] = (out[i][0], replace(out[i][1], cue=out[i + 1][1].cue))
    for i in range(1, len(out)):
        before = out[i - 1][1]
        if not out[i][1].cue and before.cue and before.anchor.lower in PLURALS and _listed(tokens, out[i - 1][0], out[i][0]):
            out[i] = (out[i][0], replace(out[i][1], cue=before.cue, states=before.states))
    return out


def _widened(tokens: Sequence[Token], draft: Draft, mention: PlaceMention, at: int) -> PlaceMention:
    anchor = tokens[at]
    place = mention.locative or locative(anchor)
    return replace(mention, anchor=anchor, locative=place, metonym=mention.metonym and place is None)


def _plural_after(tokens: Sequence[Token], draft: Draft) -> bool:
    return draft.end < len(tokens) and tokens[draft.end].lower in PLURALS


def _areas_after(tokens: Sequence[Token], draft: Draft) -> bool:
    """"Borno and Adamawa states": areas, whatever the model takes the last of them for."""
    return _plural_after(tokens, draft) and PLURALS[tokens[draft.end].lower] in ("admin1", "admin2")


def _listed(tokens: Sequence[Token], one: Draft, other: Draft) -> bool:
    between = {t.lower for t in tokens[one.end : other.start]}
    return bool(between) and between <= {",", "and", "or", "the"}


def _with_parents(tokens: Sequence[Token], kept: Kept) -> list[PlaceMention]:
    """ "X, Y", "X in Y province", "Y's X": the area that the text puts a place in. From the right, for parents have parents."""
    out = [mention for _, mention in kept]
    for i in range(len(kept) - 2, -1, -1):
        one, other = kept[i][0], kept[i + 1][0]
        between = [t.lower for t in tokens[one.end : other.start]]
        if _owns(between) and _is_area(out[i]):
            out[i + 1] = replace(out[i + 1], parent=out[i + 1].parent or out[i])
        elif _puts_in(between, out[i + 1]) and _is_area(out[i + 1]) and not (_is_state(out[i]) and _is_state(out[i + 1])):
            out[i + 1] = replace(out[i + 1], metonym=False)  # "in Raqqa, Syria": the parser may think that Syria acts
            out[i] = replace(out[i], parent=out[i + 1])
    return out


def _owns(between: list[str]) -> bool:
    """ "Syria's [northern] Idlib"."""
    return (
        bool(between)
        and between[0] in ("'s", "’s", "'", "’")
        and all(w in DIRECTIONS or w in KINDS or w in ("of", "-") for w in between[1:])
    )


def _puts_in(between: list[str], area: PlaceMention) -> bool:
    """A comma, or "in [northern, the province of]", and nothing else. "in Paris, the US secretary" puts no Paris in the US."""
    if not between or not all(w in _LINKS or w in DIRECTIONS or w in KINDS or w == "-" for w in between):
        return False
    if any(w in ("in", "inside", "within") for w in between):
        return True
    return between[0] == "," and "the" not in between and area.head.dep not in ("compound", "nmod", "amod", "poss")


def _is_state(mention: PlaceMention) -> bool:
    """ "Mexico, Canada" lists two states: it is no Mexico in Canada."""
    return bool(mention.candidates) and mention.candidates[0].feature == "country"


def _is_area(mention: PlaceMention) -> bool:
    return mention.cue in _AREAS or any(each.feature in _AREAS for each in mention.candidates[:6])
