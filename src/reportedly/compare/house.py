"""Comparing: the house. If it is not here, it is not part of comparing.

::

    claims ─▶ accounts ─▶ candidates ─▶ scores ─▶ components ─▶ clusters ─▶ incidents
    reports ─▶ copies ─▶ chains ────────▶ origins ────────────────────────▲   relations
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from reportedly.compare import across, candidates
from reportedly.compare.accounts import Account, account
from reportedly.compare.background import background
from reportedly.compare.cluster import clusters, components, likely
from reportedly.compare.columns import NONE, Columns, Ints, Names, columns
from reportedly.compare.fold import folds
from reportedly.compare.incidents import Surroundings, incident
from reportedly.compare.origins import accounts_of, voices_of
from reportedly.compare.rejoinders import COUNTERED, denied_elsewhere, held, rejoinders, told_elsewhere
from reportedly.compare.score import Weights, default_weights, scores
from reportedly.compare.syndication import chains_of, report_names, syndicated
from reportedly.compare.verdicts import Verdicts, verdicts
from reportedly.comparison import Chain, Comparison, Judgement, Relation, RelationKind
from reportedly.document import Document, Json
from reportedly.records import Claim

type Linked = list[tuple[Account, Account]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is compared beside the claims themselves.

    `names` and `copies` are of the reports; `order` says when each report was stored; `elsewhere` are claims that are there only
    for relations with them: they have been compared, stand in the incident that is given, and repeat the report in `chains`.
    """

    names: Mapping[str, Names] = field(default_factory=dict)
    copies: Sequence[Chain] = ()
    judgements: Sequence[Judgement] = ()
    weights: Weights = field(default_factory=default_weights)
    order: Mapping[str, int] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    chains: Mapping[str, str] = field(default_factory=dict)


def compare(claims: Iterable[Claim | Json], reports: Iterable[Document] = (), *, judgements: Iterable[Judgement] = (),
            weights: Weights | None = None, order: Mapping[str, int] | None = None) -> Comparison:  # fmt: skip
    """What many claims come to. Claims are records or their contract dictionaries; `reports` let copies be found.

    `order` says when each report was stored, so that incident ids stay when reports are added; without it the earliest
    published claim names its incident. The order in which claims and reports are given does not matter.
    """
    names, copies = _of_reports(reports)
    return compared(list(map(account, claims)), Setting(names, copies, tuple(judgements), weights or default_weights(), order or {}))[0]


def _of_reports(reports: Iterable[Document]) -> tuple[dict[str, Names], tuple[Chain, ...]]:
    """The names that stand in each, and who copies whom; the texts themselves are needed no longer."""
    documents = list(reports)
    return report_names(documents), syndicated(documents)


def compared(accounts: Sequence[Account], setting: Setting) -> tuple[Comparison, dict[str, str]]:
    """The comparison, and for each claim its component: the claims that are clustered with it, by one id of them."""
    accounts = sorted(accounts, key=lambda a: a.id)
    chains = chains_of(accounts, setting.copies) | {**setting.chains}
    voices = voices_of(accounts)
    told_against = rejoinders(accounts, voices)
    groups, component, linked, elsewhere = _clustered(accounts, chains, setting, told_against)
    told_against += elsewhere
    incident_of = {**setting.elsewhere} | {a.id: group[0].id for group in groups for a in group}
    related = across.across([*linked, *_beside(accounts, component)], incident_of)
    told_against = [r for r in [*told_against, *held(told_against, groups, voices)] if r.rule != COUNTERED]
    related += [r for r in told_against if {r.from_, r.to} <= incident_of.keys() and not {r.from_, r.to} <= setting.elsewhere.keys()]
    around = Surroundings(voices, chains, setting.order, across.by_claim(related), accounts_of(accounts, voices))
    made = [incident(group, around) for group in groups]
    incidents = tuple(sorted((one for one, _ in made), key=lambda x: x.id))
    mine = {claim: chain for claim, chain in chains.items() if claim in component}
    return Comparison(incidents, tuple([r for _, within in made for r in within] + related), tuple(setting.copies), mine), component


def _clustered(accounts: Sequence[Account], chains: Mapping[str, str], setting: Setting,
               told_against: Sequence[Relation]) -> tuple[list[list[Account]], dict[str, str], Linked, list[Relation]]:  # fmt: skip
    """The claims of each incident; the component of each claim; pairs of claims that may be linked across incidents; what denies
    claims of other reports."""
    folded, first, mine, table = _tabled(accounts, chains, setting, told_against)
    judged = verdicts(setting.judgements, {a.id: n for n, a in enumerate(first) if mine[n]})
    i, j = candidates.pairs(first, table, mine)
    parts, groups, denied = _grouped(first, table, mine, (i, j), setting.weights, judged)
    component = {accounts[k].id: first[p[0]].id for p in parts for n in p for k in folded[n]}
    can = (table.whole[i] != table.whole[j]) | (table.answers[i] != table.answers[j])
    linked = [(first[a], first[b]) for a, b in zip(i[can].tolist(), j[can].tolist(), strict=True)]
    against = [told_elsewhere(first[a], first[b]) for a, b in denied]
    return [[accounts[k] for n in group for k in folded[n]] for group in groups], component, linked, against


def _tabled(accounts: Sequence[Account], chains: Mapping[str, str], setting: Setting,
            told_against: Sequence[Relation]) -> tuple[list[list[int]], list[Account], NDArray[np.bool_], Columns]:  # fmt: skip
    """Claims of copies folded into one; of each fold the first claim, whether it is mine, and their columns."""
    judged_ids = {c for j in setting.judgements for c in (*j.left, *j.right)}
    folded = sorted(folds(accounts, chains, judged_ids), key=lambda f: f[0])
    first = [accounts[f[0]] for f in folded]
    mine = np.array([a.id not in setting.elsewhere for a in first], dtype=bool)
    return folded, first, mine, columns(first, setting.names, _facing(accounts, folded, told_against), background(accounts))


def tabled(claims: Iterable[Claim | Json], reports: Iterable[Document]) -> tuple[list[Account], Columns]:
    """The claims of reports, copies folded, and their columns: what the weights are learned on."""
    names, copies = _of_reports(reports)
    accounts = sorted(map(account, claims), key=lambda a: a.id)
    told_against = rejoinders(accounts, voices_of(accounts))
    _, first, _, table = _tabled(accounts, chains_of(accounts, copies), Setting(names, copies), told_against)
    return first, table


def _facing(accounts: Sequence[Account], folded: Sequence[Sequence[int]], told_against: Sequence[Relation]) -> dict[int, int]:
    """For each claim that was told against another of its report the other's row; both as the copies' first has them."""
    row = {accounts[k].id: n for n, fold in enumerate(folded) for k in fold}
    return {row[r.from_]: row[r.to] for r in reversed(told_against) if r.kind is not RelationKind.CONFIRMS and row[r.from_] != row[r.to]}


def _grouped(accounts: Sequence[Account], table: Columns, mine: NDArray[np.bool_], pairs: tuple[Ints, Ints], weights: Weights,
             judged: Verdicts) -> tuple[list[list[int]], list[list[int]], list[tuple[int, int]]]:  # fmt: skip
    """The components and the clusters of the claims that are mine; and which of them deny what other reports tell."""
    i, j = pairs
    both = mine[i] & mine[j]
    denied = denied_elsewhere(accounts, table, i[both], j[both], scores(table, i[both], j[both], weights))
    table = replace(table, facing=_filled(table.facing, denied))
    likeness = scores(table, i, j, weights)
    anchors = [a.anchors for a in accounts]
    alike = both & likely(i, j, likeness, anchors)
    faced = [(a, b) for a, b in enumerate(table.facing.tolist()) if b != NONE and mine[a] and mine[b]]  # compared together, whether alike or not
    parts = [p for p in components(len(accounts), i[alike], j[alike], [*judged.together, *faced]) if mine[p[0]]]
    return parts, clusters(table, anchors, (i[both], j[both], likeness[both]), parts, weights, judged), denied


def _filled(facing: Ints, denied: Sequence[tuple[int, int]]) -> Ints:
    out = facing.copy()
    for a, b in denied:
        out[a] = b
    return out


def _beside(accounts: Sequence[Account], here: Mapping[str, str]) -> Linked:
    """Pairs of claims of one sentence of which one at least is compared here."""
    return [(a, b) for a, b in across.told_together(accounts) if a.id in here or b.id in here]
