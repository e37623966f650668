"""How many: figures in a sentence as closed or open intervals, with their unit and what they count.

"At least six" is low 6 and high None, "up to 40" low None and high 40, "dozens" 24 to 99. Dates, clock times, ages
and numbers that name a thing ("Resolution 2165", "No. 10") are no figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.find.counted import counted_noun, counted_span
from reportedly.find.figure_draft import Draft, Kind, draft_at
from reportedly.find.households import household, row_of_people
from reportedly.find.numbers import number_words, word_at
from reportedly.find.times import TimeMention, find_times
from reportedly.language.parse import Token
from reportedly.spans import Span


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
        draft = draft_at(tokens, n)
        if draft and not (draft.end > n + 1 and taken & set(range(n, draft.end))):
            drafts.append(draft)
            end = draft.end
    mentions = [_mention(tokens, d) for d in _brackets(tokens, drafts) if not _locates(tokens, d)]
    return _with_households(tokens, mentions, [each for d in drafts if (each := household(tokens, d) or row_of_people(tokens, d))])


def _with_households(tokens: Sequence[Token], mentions: list[FigureMention], households: Sequence[Draft]) -> tuple[FigureMention, ...]:
    """"a woman and her two children", "a judge, two guards and a clerk" beside "two children", "two guards"; the "couple" of another such phrase is no figure of its own."""
    for draft in households:
        noun = next(t for t in tokens[draft.first : draft.end] if t.tag == "NN")
        span = Span(tokens[draft.first].start, tokens[draft.end - 1].end)
        text = _text(tokens, Span(tokens[draft.first + (tokens[draft.first].tag != "CD")].start, span.end))
        mentions = [m for m in mentions if m.first != draft.first or tokens[m.first].tag == "CD"]
        mentions.append(FigureMention(draft.first, draft.end - 1, noun, draft.low, draft.high, None, None, "count", noun, text, span))
    return tuple(sorted(mentions, key=lambda m: m.first))


def _mention(tokens: Sequence[Token], draft: Draft) -> FigureMention:
    noun = counted_noun(tokens, draft.first, draft.end) if draft.kind in ("count", "weight", "percent", "money", "area") else None
    span = counted_span(tokens, draft.end, noun) if noun else None
    said = [t for t in tokens[draft.first : draft.end] if not t.tag.startswith("VB")]  # of "exceeded 100" the verb is no part
    head = min(said, key=lambda t: sum(1 for _ in t.ancestors()))
    end = tokens[draft.end - 1].end - (draft.kind == "money" and tokens[draft.end - 1].lower == "m.")
    return FigureMention(
        draft.first, draft.end - 1, head, draft.low, draft.high, draft.out_of, draft.unit, draft.kind, noun,
        _text(tokens, span) if span else "times" if tokens[draft.first].lower == "twice" else "", Span(tokens[draft.first].start, end), span,
    )  # fmt: skip


def _locates(tokens: Sequence[Token], draft: Draft) -> bool:
    """"a town 30km (19 miles) south of Kirkuk": where a place lies, which is no figure of an event."""
    data = number_words().data
    at = draft.end + 2 * (word_at(tokens, draft.end) == "to" and word_at(tokens, draft.end + 1) == "the")
    if draft.kind != "distance" or word_at(tokens, at) not in data["directions"]:
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


def _brackets(tokens: Sequence[Token], drafts: list[Draft]) -> list[Draft]:
    """"900 miles (1,500km)" is one figure, the metric one."""
    out: list[Draft] = []
    metric = number_words().data["metric"]
    for draft in drafts:
        last = out[-1] if out else None
        if last and draft.kind == last.kind != "count" and word_at(tokens, draft.first - 1) == "(" and draft.first - 1 == last.end:
            said_first = word_at(tokens, last.end - 1) in metric or (last.unit in metric and not _was_converted(tokens, last))
            value = last if said_first or draft.unit not in metric else draft
            end = draft.end + (word_at(tokens, draft.end) == ")")
            out[-1] = replace(value, first=last.first, end=end)
        else:
            out.append(draft)
    return out


def _was_converted(tokens: Sequence[Token], draft: Draft) -> bool:
    units, words = number_words().units, (word_at(tokens, n) for n in range(draft.first, draft.end))
    return any(u == said for w in words for _, _, said in units.get(w, ()) for u in number_words().data["convert"])
