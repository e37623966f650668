"""Why two claims are, or are not, taken for one incident: the score, feature by feature."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.compare.accounts import Account, account
from reportedly.compare.columns import columns, families
from reportedly.compare.incremental import weights_of
from reportedly.compare.origins import voices_of
from reportedly.compare.rejoinders import rejoinders
from reportedly.compare.score import FEATURES, explained
from reportedly.compare.syndication import report_names
from reportedly.comparison import RelationKind
from reportedly.document import Json
from reportedly.store import Store


def reasons(store: Store, claim: str, other: str) -> Iterator[Json]:
    """[{feature, value, weight, adds, means}], the sum last: above zero they are alike. Then whether they stand in one incident."""
    weights = weights_of(store)
    a, b = account(store.claim(claim)), account(store.claim(other))
    table = columns([a, b], report_names(store.documents({a.report, b.report})), {0: 1} if _told_against(store, a, b) else {})
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


def _told_against(store: Store, a: Account, b: Account) -> bool:
    """Whether the one was told against the other in the report of both."""
    if a.report != b.report:
        return False
    accounts = [account(r) for r in store.claims_by("report", {a.report})]
    told = (r for r in rejoinders(accounts, voices_of(accounts)) if r.kind is not RelationKind.CONFIRMS)
    return any({r.from_, r.to} == {a.id, b.id} for r in told)


def _meaning(name: str) -> str:
    return (FEATURES[name].__doc__ or name.replace("_", " ")).strip().splitlines()[0] if name in FEATURES else "how seldom two claims are one"


def _row(feature: str, value: float | None, weight: float | None, adds: float | None, means: str) -> Json:
    return {"feature": feature, "value": _short(value), "weight": _short(weight), "adds": _short(adds), "means": means}


def _short(number: float | None) -> float | None:
    return None if number is None else round(number, 3)
