"""Weigh the features of pairs of claims: python scripts/weigh.py ../shared --write

The weights start from `start` of src/reportedly/compare/weights.yaml and are moved by the pairs of our own claims of which the coders of
tests/gold-across say that they tell of one incident or of two. Printed is how each set comes out with the weights that the others
teach, and the scorer's figures with what all teach. The same reports always give the same weights. With --write they go to `weights` of that file.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from reportedly.compare import compare
from reportedly.compare.columns import Floats
from reportedly.compare.features import impossible
from reportedly.compare.house import tabled
from reportedly.compare.learn import fit
from reportedly.compare.score import FEATURES, Weights, features
from reportedly.document import Document, Json
from reportedly.evaluate.coded_mentions import gold_of
from reportedly.evaluate.compare_sets import SCORER, SET, scored, scorer_of, set_documents
from reportedly.read import Tools, load_tools, read_documents

ROOT = Path(__file__).parents[1]
OWN = ROOT / "tests" / "gold-across"
FILE = ROOT / "src" / "reportedly" / "compare" / "weights.yaml"
FAITH = 5.0
HELD = frozenset(["story", "time_apart", "place_apart", "other_town", "other_nation", "swapped", "whole", "recounted"])  # what keeps two events apart is no matter of a few sets
SHOWN = ("b3_precision", "b3_recall", "b3", "origins", "figures", "relations")


@dataclass(frozen=True, slots=True)
class Coded:
    """A set: its reports, our claims of them, and of every two claims that are coded the features and whether they are one incident."""

    folder: Path
    documents: list[Document]
    claims: list[Json]
    x: Floats
    same: Floats


def coded_set(folder: Path, scorer: Path, tools: Tools) -> Coded:
    documents = set_documents(folder)
    claims = [record for reading in read_documents(documents, tools) for record in reading.to_dicts()]
    of = incidents_of(gold_of(folder / SET), claims, scorer)
    first, table = tabled(claims, documents)
    i, j = (rows.astype(np.int64) for rows in np.triu_indices(len(first), 1))
    known = np.array([bool(of[a.id]) for a in first], dtype=bool)
    kept = known[i] & known[j] & ((table.families[i] & table.families[j]) != 0) & ~impossible(table, i, j)
    i, j = i[kept], j[kept]
    same = np.array([bool(of[first[a].id] & of[first[b].id]) for a, b in zip(i.tolist(), j.tolist(), strict=True)], dtype=np.float64)
    return Coded(folder, documents, claims, np.c_[np.ones(len(i)), features(table, i, j)], same)


def incidents_of(gold: Json, claims: Sequence[Json], scorer: Path) -> dict[str, set[str]]:
    """The coded incidents that each claim tells of: of each mention the claim that fits it best has its incident."""
    rules = scorer_of(scorer)
    of: dict[str, set[str]] = defaultdict(set)
    for incident in gold["incidents"]:
        for mention in incident["mentions"]:
            here = [c for c in claims if Path(c["document"]["source"]).stem == mention["report"].removesuffix(".txt")]
            fit = [c for c in here if c["event"]["type"] in incident["event"] and rules.overlap(mention["span"], c) >= 0.5]
            if fit:
                of[max(fit, key=lambda c: rules.likeness(mention["span"], c))["id"]].add(incident["id"])
    return of


def learned(sets: Sequence[Coded], start: Weights) -> Weights:
    x, same = np.concatenate([s.x for s in sets]), np.concatenate([s.same for s in sets])
    faith = np.array([FAITH, *(FAITH * (1e6 if name in HELD else 1.0) for name in FEATURES)])
    w = fit(x, same, np.r_[start.bias, start.vector()], faith)
    return Weights(float(w[0]), dict(zip(FEATURES, w[1:].tolist(), strict=True)))


def figures(coded: Coded, weights: Weights, scorer: Path) -> str:
    incidents = [i.record for i in compare(coded.claims, coded.documents, weights=weights).incidents]
    found = scored(coded.folder, coded.claims, incidents, scorer)
    return "  ".join(f"{name} {found[name]:.3f}" for name in SHOWN)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds compare/score_compare.py")
    parser.add_argument("--write", action="store_true", help="put the weights into weights.yaml")
    args = parser.parse_args()
    scorer, tools = args.shared / "compare" / SCORER, load_tools()
    text = FILE.read_text(encoding="utf-8")
    start = Weights.of_record(dict.fromkeys(FEATURES, 0.0) | yaml.safe_load(text)["start"])
    sets = [coded_set(file.parent, scorer, tools) for file in sorted(OWN.glob(f"*/{SET}"))]
    every = learned(sets, start)
    for coded in sets:
        others = learned([s for s in sets if s is not coded], start)
        print(f"{coded.folder.name}: {len(coded.same):,} pairs, {int(coded.same.sum())} of one incident")
        print(f"  taught by the others  {figures(coded, others, scorer)}")
        print(f"  taught by all         {figures(coded, every, scorer)}")
    if args.write:
        kept = text[: text.index("\nweights:\n")]
        rows = "".join(f"  {name}: {value:.2f}\n" for name, value in every.to_record().items())
        FILE.write_text(f"{kept}\nweights:\n{rows}", encoding="utf-8")
        print(f"{FILE.relative_to(ROOT)}: written")


if __name__ == "__main__":
    main()
