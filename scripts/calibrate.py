"""Weigh the features of claims, so that confidence is a probability: python scripts/calibrate.py ../shared --write

The weights are learned from the project's own coded reports alone (tests/gold, tests/gold-second, tests/gold-third, tests/gold-held), judged by cross-validation
over reports, and tried on claims/dev of the shared folder, from which nothing is learned. With --write the weights go to
src/reportedly/events/confidence.yaml and the plot to docs/reliability.svg. The same reports always give the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
import yaml

from reportedly.evaluate.calibration import Outcome, bins, calibration_error, chance_error
from reportedly.evaluate.claims import SCORER, read_coded, scorer_for
from reportedly.events import claims as claims_room
from reportedly.events import confidence
from reportedly.events.confidence import Model
from reportedly.read import Tools, load_tools
from reportedly.records import Claim

ROOT = Path(__file__).parents[1]
OWN = (ROOT / "tests" / "gold", ROOT / "tests" / "gold-second", ROOT / "tests" / "gold-third", ROOT / "tests" / "gold-held")
WEIGHTS = ROOT / "src" / "reportedly" / "events" / "confidence.yaml"
PLOT = ROOT / "docs" / "reliability.svg"
PENALTIES = (1.0, 3.0, 10.0, 30.0)
FOLDS = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A claim: its features, whether it is right, and the number of its report."""

    features: dict[str, float]
    right: bool
    report: int


def examples(folders: Sequence[Path], scorer: Path, tools: Tools) -> list[Example]:
    """Every claim of the coded reports. Raises SystemExit for a folder without any."""
    seen: dict[str, dict[str, float]] = {}

    def note(claim: Claim, *about: object) -> Claim:
        seen[claim.id] = confidence.features(claim, *about)
        return claim

    found = []
    with patch.object(claims_room, "weighed", note):
        reports = [coded for folder in folders for coded in read_coded(folder, tools, scorer_for(folder, scorer))]
    for number, coded in enumerate(reports):
        right = set(coded.pairs.values())
        found += [Example(seen[claim["id"]], n in right, number) for n, claim in enumerate(coded.claims)]
    return found or _stop(f"no coded reports in {', '.join(map(str, folders))}")


def fit(learned: Sequence[Example], penalty: float) -> Model:
    """Logistic regression with a ridge on all weights but the base, by Newton's method."""
    names = list(learned[0].features)
    rows = np.array([[e.features[name] for name in names] for e in learned])
    means, right = rows.mean(axis=0), np.array([e.right for e in learned], float)
    design = np.column_stack([np.ones(len(rows)), rows - means])
    ridge = np.diag([0.0] + [penalty] * len(names))
    weights = np.zeros(len(names) + 1)
    for _ in range(50):
        sure = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (sure - right) + ridge @ weights
        step = np.linalg.solve(design.T @ (design * (sure * (1 - sure))[:, None]) + ridge, slope)
        weights -= step
        if np.abs(step).max() < 1e-10:
            break
    return Model(float(weights[0]), dict(zip(names, weights[1:].tolist(), strict=True)), dict(zip(names, means.tolist(), strict=True)))


def cross_validated(every: Sequence[Example], penalty: float) -> list[Outcome]:
    """Each claim's probability from the other reports' claims: no report helps to judge itself."""
    out: list[Outcome] = []
    for fold in range(FOLDS):
        model = fit([e for e in every if e.report % FOLDS != fold], penalty)
        out += outcomes(model, [e for e in every if e.report % FOLDS == fold])
    return out


def outcomes(model: Model, tried: Sequence[Example]) -> list[Outcome]:
    return [(model.probability(e.features), e.right) for e in tried]


def losses(told: Sequence[Outcome]) -> np.ndarray:
    """The negative log-likelihood of each outcome."""
    return np.array([-np.log(sure if right else 1 - sure) for sure, right in told])


def chosen(tried: dict[float, list[Outcome]]) -> float:
    """The strongest ridge that is not worse than the best by more than one standard error of their difference."""
    by = {penalty: losses(told) for penalty, told in tried.items()}
    best = min(by.values(), key=np.mean)
    return max(p for p, each in by.items() if np.mean(each - best) <= np.std(each - best) / len(best) ** 0.5)


def ranked(told: Sequence[Outcome]) -> float:
    """How often a right claim is surer than a wrong one (the area under the ROC curve)."""
    right, wrong = ([sure for sure, is_right in told if is_right == wanted] for wanted in (True, False))
    return float(np.mean([(a > b) + 0.5 * (a == b) for a in right for b in wrong])) if right and wrong else 0.5


def line(name: str, told: Sequence[Outcome]) -> str:
    share = sum(right for _, right in told) / len(told)
    return (f"{name:32} {len(told):5} claims  right {share:.3f}  error {calibration_error(told):.3f}  "
            f"(by chance {chance_error(told):.3f})  log loss {losses(told).mean():.4f}  ranked {ranked(told):.3f}")  # fmt: skip


def write_weights(model: Model, learned: Sequence[Example], penalty: float, path: Path = WEIGHTS) -> None:
    head = (
        "# How sure a claim is: log-odds of the average claim, and what a unit of each feature adds (events/confidence.py).\n"
        "# Made by `python scripts/calibrate.py ../shared --write` from the project's own coded reports; not for editing.\n"
    )
    made = {"reports": len({e.report for e in learned}), "claims": len(learned), "right": sum(e.right for e in learned), "penalty": penalty}
    rows = {name: {"weight": round(w, 4), "mean": round(model.means[name], 4)} for name, w in model.weights.items()}
    data = {"learned_from": made, "base": round(model.base, 4), "features": rows}
    path.write_text(head + yaml.safe_dump(data, sort_keys=False, default_flow_style=None, width=120), encoding="utf-8")


def plot(series: Sequence[tuple[str, str, Sequence[Outcome]]]) -> str:
    """A reliability plot as SVG: a point a bin with what chance allows (two standard errors); on the diagonal all is as said."""
    side, left, low = 360, 60, 0.4

    def x(share: float) -> float:
        return left + (share - low) / (1 - low) * side

    def y(share: float) -> float:
        return 20 + (1 - share) / (1 - low) * side

    def drawn() -> Iterator[str]:
        yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + side + 30} {side + 80 + 16 * len(series)}" font-family="sans-serif" font-size="12">'
        yield f'<rect width="100%" height="100%" fill="#fff"/><path d="M{x(low)} {y(low)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4 4"/>'
        for tick in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0):
            yield f'<path d="M{x(tick):.0f} {y(low):.0f}V{y(1):.0f}M{x(low):.0f} {y(tick):.0f}H{x(1):.0f}" stroke="#ddd"/>'
            yield f'<text x="{x(tick):.0f}" y="{y(low) + 16:.0f}" text-anchor="middle">{tick:.1f}</text><text x="{left - 8}" y="{y(tick) + 4:.0f}" text-anchor="end">{tick:.1f}</text>'
        yield f'<text x="{x(0.7):.0f}" y="{y(low) + 34:.0f}" text-anchor="middle">confidence</text>'
        yield f'<text transform="translate(18 {y(0.7):.0f}) rotate(-90)" text-anchor="middle">share of claims that are right</text>'
        for n, (name, colour, told) in enumerate(series):
            shift = (n - (len(series) - 1) / 2) * 5
            for b in bins(told):
                at, spread = x(b.confidence) + shift, 2 * b.variance**0.5
                yield f'<path d="M{at:.1f} {y(min(1, b.right + spread)):.1f}V{y(max(low, b.right - spread)):.1f}" stroke="{colour}" opacity=".4"/>'
                yield f'<circle cx="{at:.1f}" cy="{y(max(low, b.right)):.1f}" r="4" fill="{colour}"/>'
            yield f'<circle cx="{left + 6}" cy="{side + 68 + 16 * n}" r="4" fill="{colour}"/><text x="{left + 16}" y="{side + 72 + 16 * n}">{name}: error {calibration_error(told):.3f}, {len(told)} claims</text>'
        yield "</svg>"

    return "\n".join(drawn()) + "\n"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("shared", type=Path, help="the folder with claims/score_claims.py and claims/dev")
    asked.add_argument("--own", type=Path, nargs="+", default=[f for f in OWN if f.exists()], help="the folders to learn from")
    asked.add_argument("--write", action="store_true", help="write the weights and the plot")
    given = asked.parse_args()
    scorer, tools = given.shared / "claims" / SCORER, load_tools()
    own = examples(given.own, scorer, tools)
    tried = {penalty: cross_validated(own, penalty) for penalty in PENALTIES}
    for penalty, told in tried.items():
        print(line(f"own, cross-validated, ridge {penalty:g}", told))
    best = chosen(tried)
    model = fit(own, best)
    held = {name: outcomes(model, examples([given.shared / name], scorer, tools)) for name in ("claims/dev", "claims/snippets") if (given.shared / name).exists()}
    for name, told in held.items():
        print(line(f"{name}, ridge {best:g}", told))
    if given.write:
        write_weights(model, own, best)
        rows = [("own reports, cross-validated", "#1f6fb2", tried[best])]
        rows += [(f"{name}, held out", colour, told) for (name, told), colour in zip(held.items(), ("#c2571a", "#3a8a3a"), strict=False)]
        PLOT.write_text(plot(rows), encoding="utf-8")
        print(f"{WEIGHTS.relative_to(ROOT)}, {PLOT.relative_to(ROOT)}: written")


def _stop(why: str) -> list[Example]:
    raise SystemExit(why)


if __name__ == "__main__":
    main()
