"""Why two claims are, or are not, taken for one incident: the score, feature by feature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from reportedly.compare import candidates
from reportedly.compare.accounts import Account, account
from reportedly.compare.background import background
from reportedly.compare.columns import columns, families
from reportedly.compare.incremental import near, weights_of
from reportedly.compare.origins import voices_of
from reportedly.compare.rejoinders import denied_elsewhere, rejoinders
from reportedly.compare.relations import is_denial
from reportedly.compare.score import FEATURES, Weights, explained, scores
from reportedly.compare.syndication import report_names
from reportedly.comparison import Relation, RelationKind
from reportedly.document import Json
from reportedly.store import Store


def reasons(store: Store, claim: str, other: str) -> Iterator[Json]:
    """[{feature, value, weight, adds, means}], the sum last: above zero they are alike. Then whether they stand in one incident."""
    weights = weights_of(store)
    a, b = account(store.claim(claim)), account(store.claim(other))
    reports = [account(r) for r in store.claims_by("report", {a.report, b.report})]
    facing = _told_against(reports, a, b) or _denies_elsewhere(store, reports, a, b, weights)
    table = columns([a, b], report_names(store.documents({a.report, b.report})), {0: 1} if facing else {}, background(reports))
    total = 0.0
    for name, value, adds in explained(table, 0, 1, weights):
        total += adds
        if value:
            yield _row(name, value, weights.bias if name == "bias" else weights.of.get(name, 0.0), adds, _meaning(name))
    if not families(a.type) & families(b.type):
        yield _row("family", 0.0, None, None, f"{a.type} and {b.type} share no family: never one incident")
    yield _row("sum", None, None, total, "above zero: alike")
    stored = store.members({claim, other})
    one = {incident for incident, _, _ in stored.values()}
    yield _row("incident", None, None, None, "not compared yet" if len(stored) < 2 and claim != other else f"one incident: {one.pop()}" if len(one) == 1 else "two incidents")


def _told_against(reports: Sequence[Account], a: Account, b: Account) -> bool:
    """Whether the one was told against the other in the report of both."""
    return any({r.from_, r.to} == {a.id, b.id} for r in _rejoinders(reports))


def _denies_elsewhere(store: Store, reports: Sequence[Account], a: Account, b: Account, weights: Weights) -> bool:
    """Whether the one denies what it is told against in no report but the other's."""
    answering = {r.from_ for r in _rejoinders(reports)}
    if not any(is_denial(x) and x.id not in answering for x in (a, b)):
        return False
    told = {x.id: x for x in (*near(store, {a.id: a, b.id: b}).values(), a, b)}
    accounts = sorted(told.values(), key=lambda x: x.id)
    table = columns(accounts, report_names(store.documents({x.report for x in accounts})), background=background(accounts))
    i, j = candidates.pairs(accounts, table, np.array([x.id in (a.id, b.id) for x in accounts], dtype=bool))
    found = denied_elsewhere(accounts, table, i, j, scores(table, i, j, weights))
    return any(accounts[n].id not in answering and {accounts[n].id, accounts[m].id} == {a.id, b.id} for n, m in found)


def _rejoinders(accounts: Sequence[Account]) -> list[Relation]:
    return [r for r in rejoinders(accounts, voices_of(accounts)) if r.kind is not RelationKind.CONFIRMS]


def _meaning(name: str) -> str:
    return (FEATURES[name].__doc__ or name.replace("_", " ")).strip().splitlines()[0] if name in FEATURES else "how seldom two claims are one"


def _row(feature: str, value: float | None, weight: float | None, adds: float | None, means: str) -> Json:
    return {"feature": feature, "value": _short(value), "weight": _short(weight), "adds": _short(adds), "means": means}


def _short(number: float | None) -> float | None:
    return None if number is None else round(number, 3)
