"""Comparing a store: only what new reports touch, with the same result as comparing all at once.

Touched are: claims that have not been compared; the components of claims that are likely the same as one of these; and the
components of claims whose report now belongs to another chain of copies. All else keeps its incidents as they are. This
holds because whether two claims are a likely pair, and whether two texts are copies, depends on those two alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np

from reportedly.compare import candidates
from reportedly.compare.accounts import Account, account
from reportedly.compare.columns import LONG, Names, columns
from reportedly.compare.house import Setting, compared
from reportedly.compare.learn import learned
from reportedly.compare.rejoinders import DENIED
from reportedly.compare.relations import is_denial
from reportedly.compare.score import Weights, default_weights, scores
from reportedly.compare.syndication import DAYS_APART, chains_of, report_names, syndicated
from reportedly.comparison import Chain, Judgement
from reportedly.document import Document
from reportedly.store import Store

type Windows = list[tuple[date, date]]


@dataclass(frozen=True, slots=True)
class Compared:
    """What one comparing of a store did."""

    new: int  # claims that had not been compared
    touched: int  # claims that were, again
    incidents: int  # made anew


def compare_store(store: Store) -> Compared:
    """Compare what the store has not compared yet, and what that touches. Interrupted, it leaves the store as it was."""
    weights = weights_of(store)
    new = {a.id: a for a in map(account, store.uncompared())}
    if not new:
        return Compared(0, 0, 0)
    chains, reports = _copies(store, {a.report for a in new.values()})
    beside = near(store, new)
    names = _names(store, {a.report for a in (*new.values(), *beside.values())})
    touched = _components(store, _partners(new, beside, weights, names) | _moved(store, chains, reports) | _judged_with(store, new))
    again = {a.id: a for a in map(account, store.claims_by("component", touched))}
    mine = again | new
    around = near(store, mine) if again else beside
    names |= _names(store, {a.report for a in (*mine.values(), *around.values())} - names.keys())
    chains_all = (*chains, *_known_copies(store, {a.report for a in mine.values()} - reports))
    stored = store.members(around)
    elsewhere, repeats = ({claim: of[n] for claim, of in stored.items()} for n in (0, 2))
    setting = Setting(names, chains_all, _judgements(store, mine), weights, store.order({a.report for a in mine.values()}), elsewhere, repeats)
    comparison, components = compared([*mine.values(), *around.values()], setting)
    store.save_comparison(comparison, components, chains, reports)
    return Compared(len(new), len(mine) - len(new), len(comparison.incidents))


def _copies(store: Store, fresh: set[str]) -> tuple[tuple[Chain, ...], set[str]]:
    """The chains of copies that hold any of these reports, and all reports whose chains are thereby known anew."""
    window = {d.id: d for d in store.documents(fresh)}
    window |= {d.id: d for d in store.published(_around(window.values())) if d.id not in window}
    here = syndicated(window.values())
    whole = store.copied_with(fresh.union(*(c.reports for c in here if fresh & set(c.reports))))
    return (here if whole == window.keys() else syndicated(store.documents(whole))), whole


def _around(documents: Iterable[Document]) -> Windows:
    return windows(d.published.toordinal() + off for d in documents if d.published for off in range(-DAYS_APART, DAYS_APART + 1))


def windows(days: Iterable[int]) -> Windows:
    """Runs of days, each as its first and last."""
    out: list[tuple[int, int]] = []
    for day in sorted(set(days)):
        if out and day == out[-1][1] + 1:
            out[-1] = (out[-1][0], day)
        else:
            out.append((day, day))
    return [(date.fromordinal(a), date.fromordinal(b)) for a, b in out]


def near(store: Store, mine: Mapping[str, Account]) -> dict[str, Account]:
    """Every other compared claim that could share a key with one of these, and more."""
    days = {day for a in mine.values() for day in candidates.days(a)}
    told = windows(day + off for day in days - {candidates.UNKNOWN_DAY} for off in (0, 1))
    records = store.claims_told(told, undated=candidates.UNKNOWN_DAY in days, longest=LONG + candidates.LATE)
    beside = store.claims_by("report", {a.report for a in mine.values()}, only_compared=True)
    return {r["id"]: account(r) for r in chain(records, beside) if r["id"] not in mine}


def _names(store: Store, reports: set[str]) -> dict[str, Names]:
    return report_names(store.documents(reports))


def _partners(new: dict[str, Account], near: dict[str, Account], weights: Weights, names: dict[str, Names]) -> set[str]:
    """The compared claims that are likely the same as a new one."""
    accounts = sorted({**near, **new}.values(), key=lambda a: a.id)
    fresh = np.array([a.id in new for a in accounts], dtype=bool)
    table = columns(accounts, names)
    i, j = candidates.pairs(accounts, table, fresh)
    mixed = fresh[i] != fresh[j]
    i, j = i[mixed], j[mixed]
    denial = np.array([is_denial(a) for a in accounts], dtype=bool)
    alike = scores(table, i, j, weights) > np.where(denial[i] | denial[j], DENIED, 0.0)  # a denial answers what is less alike, too
    return {accounts[n].id for n in np.unique(np.r_[i[alike], j[alike]]).tolist() if not fresh[n]}


def _moved(store: Store, chains: Sequence[Chain], reports: set[str]) -> set[str]:
    """The compared claims of these reports that now repeat another report than before."""
    accounts = [account(r) for r in store.claims_by("report", reports, only_compared=True)]
    now = chains_of(accounts, chains)
    return {claim for claim, (_, _, chain) in store.members(now).items() if chain != now[claim]}


def _judged_with(store: Store, new: dict[str, Account]) -> set[str]:
    """The claims that a person put together with a new one."""
    judged = [{*j.left, *j.right} for j in store.judgements()]
    return {claim for group in judged if group & new.keys() for claim in group} - new.keys()


def _components(store: Store, claims: set[str]) -> set[str]:
    return {component for _, component, _ in store.members(claims).values()}


def _known_copies(store: Store, reports: set[str]) -> list[Chain]:
    """The chains, as they are stored, of reports that this comparing does not look at anew."""
    return list(store.copies(reports))


def _judgements(store: Store, mine: dict[str, Account]) -> list[Judgement]:
    return [j for j in store.judgements() if mine.keys() & {*j.left, *j.right}]


def weights_of(store: Store) -> Weights:
    """The weights that the store compares with."""
    kept = store.weights()
    return Weights.of_record(kept) if kept else default_weights()


def learn_store(store: Store) -> None:
    """Let the judgements in the store move the weights; everything is then compared anew."""
    found = store.judgements()
    accounts = [account(r) for r in store.claims_by("id", {c for j in found for c in (*j.left, *j.right)})]
    store.weigh(learned(accounts, found).to_record())
