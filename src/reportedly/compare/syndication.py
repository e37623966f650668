"""Which reports carry the same text? Whole copies, edited and cut ones, and single wire paragraphs.

MinHash over word shingles proposes; the shingles themselves decide. Two texts copy each other when most of the shorter is
in the longer (containment, so that a cut copy counts), they were published within a few days of each other, or one of them
has no date. Nothing else than the two texts decides, so that reports can be added without looking at all others again.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reportedly.compare.accounts import Account
from reportedly.compare.blocks import distinct, paired
from reportedly.compare.columns import Names
from reportedly.compare.shingles import LAST_DAY, ODD, Signed, signed
from reportedly.compare.stems import common_words, plain
from reportedly.compare.unions import Unions
from reportedly.comparison import Chain
from reportedly.document import Document

REPORT_SHARE = 0.6  # of the shorter text
PARAGRAPH_SHARE = 0.8
PARAGRAPH_SHINGLES = 9  # twelve words
SHORT = 24  # shingles: a text of a sentence or two must agree as a paragraph must, or "killed five in Tolm" copies "killed six in Mirk"
DAYS_APART = 7
NEAR = 5_000  # texts whose shingles are at hand: some days of news
CREDIT = re.compile(
    r"\(([A-Z][\w. -]{1,40})\)|\b([A-Z][\w-]*(?: [A-Z][\w-]*){0,4}) (?:reports|reported|contributed)\b"
    r"|\b(?:[Ss]ource|[Aa]gency|[Vv]ia|[Bb]y|[Ff]rom):? ([A-Z][\w-]*(?: [A-Z][\w-]*){0,4})|^([A-Z][\w. -]{1,40}?) ?[-–—:]",
    re.MULTILINE,
)
AGENCY_AT = 160  # characters at either end of a report where an agency is credited


def syndicated(documents: Iterable[Document]) -> tuple[Chain, ...]:
    """Groups of reports that copy each other, then groups of paragraphs that do; each with its likely original."""
    reports = {d.id: d for d in sorted(documents, key=lambda d: (d.published is None, d.published, d.id))}
    whole, parts = signed(list(reports.values()))
    copies = [_chain(whole, group, reports) for group in groups(whole, REPORT_SHARE, 1)]
    in_copies = {r: chain.original for chain in copies for r in chain.reports}
    shared = groups(parts, PARAGRAPH_SHARE, PARAGRAPH_SHINGLES)
    mixed = [_paragraph_chain(parts, g, reports) for g in shared if len({in_copies.get(parts.report(n), parts.report(n)) for n in g}) > 1]
    return tuple(sorted((*copies, *mixed), key=lambda c: (c.original, c.reports, c.paragraphs)))


def groups(texts: Signed, share: float, at_least: int) -> list[list[int]]:
    """The texts of `at_least` so many shingles that copy each other, joined; those of one report alone left out."""
    unions, shingles = Unions(len(texts.owner)), lru_cache(maxsize=NEAR)(texts.shingles)
    for i, j in proposed(texts, np.flatnonzero(texts.sizes() >= at_least)):
        if unions.root(i) != unions.root(j) and _copied(shingles(i), shingles(j), share):
            unions.join(i, j)
    return [g for g in unions.groups() if len({texts.report(n) for n in g}) > 1]


def _copied(a: frozenset[int], b: frozenset[int], share: float) -> bool:
    """Most of the shorter is in the longer."""
    least = min(len(a), len(b))
    return len(a & b) >= (max(share, PARAGRAPH_SHARE) if least < SHORT else share) * least


def proposed(texts: Signed, usable: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Pairs that share a band, with no more than a week between them; the texts stand in the order of their days. Of texts with one
    signature and one day only neighbours are paired: the rest follows from them. A phrase that all reports of an outlet have makes them
    share bands for ever, so the days are looked at here and not later."""
    days = texts.days()
    whole = np.zeros(len(usable), dtype=np.uint64)
    for band in texts.bands.T:
        whole = whole * ODD + band[usable]
    order = np.lexsort((usable, days[usable], whole))
    again = (np.diff(whole[order]) == 0) & (np.diff(days[usable][order]) == 0)
    yield from zip(usable[order[:-1][again]].tolist(), usable[order[1:][again]].tolist(), strict=True)
    first = np.sort(usable[order[np.r_[True, ~again]]]) if len(order) else usable
    pairs = [np.empty(0, dtype=np.int64)]
    for band in texts.bands.T:
        order = np.argsort(band[first], kind="stable")  # stable: within a band the texts stay in the order of their days
        here = first[order]
        for i, j in paired(_week_before(band[here], days[here])):
            pairs.append(distinct(here[i] * len(days) + here[j]))
    for code in distinct(np.concatenate(pairs)).tolist():
        yield divmod(code, len(days))


def _week_before(bands: NDArray[np.uint32], days: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many texts of its band stand before each that came out in the week before it, in order of bands and days. Those without a day
    come last and have all before them."""
    run = np.cumsum(np.r_[0, bands[1:] != bands[:-1]]) * (2 * LAST_DAY) if len(bands) else days
    return np.arange(len(bands)) - np.searchsorted(run + days, run + np.where(days == LAST_DAY, 0, days - DAYS_APART))


def _chain(texts: Signed, group: Sequence[int], reports: dict[str, Document]) -> Chain:
    ids = tuple(sorted({texts.report(n) for n in group}))
    original, credited = likely_original([reports[i] for i in ids])
    return Chain(original, ids, credited)


def _paragraph_chain(texts: Signed, group: Sequence[int], reports: dict[str, Document]) -> Chain:
    chain = _chain(texts, group, reports)
    return Chain(chain.original, chain.reports, chain.credited, tuple(sorted((texts.report(n), int(texts.start[n]), int(texts.end[n])) for n in group)))


def likely_original(documents: Sequence[Document]) -> tuple[str, str | None]:
    """(report id, agency credited). The agency's own report when one of them credits it; else the earliest, then the longest."""
    credits = sorted({a for d in documents if (a := credited_agency(d))})
    own = [d for d in documents for a in credits if d.outlet and agency_id(d.outlet) == a]
    first = min(own or documents, key=lambda d: (d.published is None, d.published, -len(d.text), d.id))
    return first.id, _agencies().get(credits[0]) if credits else None


def credited_agency(document: Document) -> str | None:
    """The id of the agency that the report credits at its head or foot: "(Reuters) -", "PTI reports:", "Source: AFP"."""
    ends = document.text[:AGENCY_AT] + "\n" + document.text[-AGENCY_AT:]
    found = (agency_id(next(g for g in match.groups() if g)) for match in CREDIT.finditer(ends))
    return next((agency for agency in found if agency), None)


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    """Every news agency that we know: id → name."""
    from reportedly.knowledge import load_knowledge

    return {e.id: e.name for e in load_knowledge().entries.values() if e.detail == "agency"}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    from reportedly.knowledge import load_knowledge

    entries = load_knowledge().entries
    return {name: i for i in _agencies() for name in (entries[i].name, *entries[i].aliases) if len(name) > 1}


def agency_id(name: str) -> str | None:
    """The id of the agency with this name; None for any other outlet."""
    return _by_name().get(name)


def chains_of(accounts: Iterable[Account], copies: Iterable[Chain]) -> dict[str, str]:
    """For each claim the report whose words it repeats: that of its paragraph, else of its report, else its own."""
    reports: dict[str, str] = {}
    parts: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for chain in copies:
        for report in () if chain.paragraphs else chain.reports:
            reports[report] = chain.original
        for report, start, end in chain.paragraphs:
            parts[report].append((start, end, chain.original))
    out: dict[str, str] = {}
    for a in accounts:
        inside = (original for start, end, original in parts.get(a.report, ()) if start <= a.start_char < end)
        out[a.id] = next(inside, reports.get(a.report, a.report))
    return out


NAME = re.compile(r"\b(?:[A-Z][^\W_]+|\d[\d.,]*\d|\d)")


def report_names(documents: Iterable[Document]) -> dict[str, Names]:
    """The words with a capital and the numbers of each report, hashed and sorted: what tells one story from another."""
    return {d.id: array("q", sorted({zlib.crc32(w.encode()) for w in map(plain, NAME.findall(d.text)) if w not in common_words()})) for d in documents}
