"""How far people agree who judged the same claims, field by field.

Cohen's kappa for each two of them, Krippendorff's alpha (nominal) for all together, as NLTK computes them. Of each claim that two
or more judged, everybody has one value a field: their correction, or what was read. `verdict` is whether it is a claim at all;
fields are compared where nobody rejected it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any

from reportedly.comparison import Finding
from reportedly.document import Json
from reportedly.errors import MissingExtraError
from reportedly.store.judged import Reviewed
from reportedly.store.reviews import FIELDS, value_of, with_value

type Coded = Mapping[str, Mapping[str, str]]  # claim → reviewer → value


def agreement(found: Sequence[Reviewed]) -> Json:
    """{reviewers, claims, pairs: [{reviewers, claims, fields: [{field, n, agree, kappa}]}], alpha: [{field, n, alpha}]}."""
    coded = {field: _shared(_coded(found, field)) for field in ("verdict", *FIELDS)}
    reviewers = sorted({r.by for r in found})
    pairs = [_pair(coded, two) for two in combinations(reviewers, 2)]
    alpha = [{"field": field, "n": len(values), "alpha": _measure(values, "alpha")} for field, values in coded.items()]
    return {"reviewers": reviewers, "claims": len(coded["verdict"]), "pairs": [p for p in pairs if p["claims"]], "alpha": alpha}


def _pair(coded: Mapping[str, Coded], two: Sequence[str]) -> Json:
    fields = []
    for field, values in coded.items():
        both = {claim: {who: by[who] for who in two} for claim, by in values.items() if by.keys() >= set(two)}
        alike = sum(len(set(by.values())) == 1 for by in both.values())
        fields.append({"field": field, "n": len(both), "agree": round(alike / len(both), 4) if both else 0.0, "kappa": _measure(both, "kappa")})
    return {"reviewers": list(two), "claims": fields[0]["n"], "fields": fields}


def _shared(values: Coded) -> Coded:
    return {claim: by for claim, by in values.items() if len(by) > 1}


def _coded(found: Sequence[Reviewed], field: str) -> dict[str, dict[str, str]]:
    """Everybody's value of a field of each claim."""
    out: dict[str, dict[str, str]] = {}
    for r in found:
        rejected = r.findings[-1]["verdict"] == Finding.REJECT
        if field == "verdict":
            out.setdefault(r.claim, {})[r.by] = "rejected" if rejected else "stands"
        elif not rejected:
            out.setdefault(r.claim, {})[r.by] = _value(r, field)
    return out


def _value(r: Reviewed, field: str) -> str:
    record = r.original
    for judgement in r.findings:
        if judgement["verdict"] == Finding.CORRECT:
            record = with_value(record, judgement["field"], judgement["new"])
    return SAID.get(field, _plain)(value_of(record, field))


def _plain(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _each(*keys: str) -> Callable[[Any], str]:
    """A list of things by what they come to, whatever the order and wherever their words stand."""
    return lambda values: _plain(sorted(json.dumps([v[k] for k in keys]) for v in values))


SAID: dict[str, Callable[[Any], str]] = {
    "evidence": lambda v: _plain([v["start"], v["end"]]), "attribution": lambda v: _plain([[x["name"], x["stance"]] for x in v]), "actors": _each("name"),
    "recipients": _each("name"), "places": _each("role", "name"), "time": lambda v: _plain([v["start"], v["end"]] if v else None),
    "figures": _each("role", "low", "high"), "means": _each("name"),
}  # fmt: skip


def _measure(values: Coded, which: str) -> float | None:
    """A measure of agreement; None where there is nothing to compare, or where everybody says the same of everything."""
    rows = [(who, claim, value) for claim, by in values.items() for who, value in by.items()]
    if len({v for _, _, v in rows}) < 2:
        return None
    try:
        from nltk.metrics.agreement import AnnotationTask
    except ImportError as error:
        raise MissingExtraError("agreement is computed by NLTK, which is not installed", hint="pip install 'reportedly[desk]'") from error
    return round(float(getattr(AnnotationTask(data=rows), which)()), 4)
