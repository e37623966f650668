"""Fill the offsets of hand-coded statements from their words, and check their form: python scripts/gold_spans.py FILE.gold.json …

`evidence` is the coder's: words copied from the report. A phrase that stands there more than once needs `nth` (1 is the first).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

EVENTS = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
STATUSES = ["occurred", "ongoing", "planned", "threatened", "requested", "possible", "denied"]
FIELDS = {"id", "evidence", "span", "nth", "sources", "sources_alt", "event", "status", "actor", "actor_all", "recipient",
          "recipient_all", "places", "time", "figures", "means", "optional"}  # fmt: skip


def span_of(statement: dict, text: str) -> list[int]:
    """Where the evidence stands. Raises ValueError when it stands nowhere, or in several places without `nth`."""
    words, nth = statement["evidence"], statement.get("nth")
    if text.count(words) != 1 and nth is None:
        raise ValueError(f"{text.count(words)} places hold {words!r}")
    start = -1
    for _ in range(nth or 1):
        start = text.find(words, start + 1)
    if start < 0:
        raise ValueError(f"not in the report: {words!r}")
    return [start, start + len(words)]


def faults(statement: dict) -> list[str]:
    """What is wrong with the form of a statement, in words."""
    found = [f"unknown field {name}" for name in statement.keys() - FIELDS]
    found += [f"no such event {name}" for name in statement["event"] if name not in EVENTS]
    found += [f"no such status {name}" for name in statement["status"] if name not in STATUSES]
    found += ["no actor field"] * ("actor" not in statement and "actor_all" not in statement)
    found += ["no recipient field"] * ("recipient" not in statement and "recipient_all" not in statement)
    found += [f"a source without a kind: {s}" for s in statement["sources"] if not {"name", "also", "kind"} <= s.keys()]
    found += [f"a figure without its range: {f}" for f in statement.get("figures", []) if not {"of", "low", "high"} <= f.keys()]
    return found


def mend(path: Path) -> list[str]:
    """Write the spans of one file, one statement a line; the faults that are left."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(gold["report"]).read_text(encoding="utf-8")
    wrong = []
    for number, statement in enumerate(gold["statements"], 1):
        statement["id"] = statement.get("id", f"s{number:02d}")
        try:
            statement["span"] = span_of(statement, text)
        except ValueError as error:
            wrong.append(f"{statement['id']}: {error}")
        wrong += [f"{statement['id']}: {fault}" for fault in faults(statement)]
    ids = {s["id"] for s in gold["statements"]}
    for relation in gold.get("relations", []):
        named = relation.get("among") or [relation["from"], relation["to"]]
        wrong += [f"relation to no statement: {name}" for name in named if name not in ids]
    lines = ",\n".join("  " + json.dumps(s, ensure_ascii=False) for s in gold["statements"])
    relations = ",\n".join("  " + json.dumps(r, ensure_ascii=False) for r in gold.get("relations", []))
    head = {k: gold[k] for k in ("report", "published", "genre")}
    path.write_text(json.dumps(head, ensure_ascii=False)[:-1] + ',\n "statements": [\n' + lines + '\n ],\n "relations": [\n' + relations + "\n ]}\n",
                    encoding="utf-8")  # fmt: skip
    return wrong


if __name__ == "__main__":
    found = {name: mend(Path(name)) for name in sys.argv[1:]}
    for name, wrong in found.items():
        print(name, "good" if not wrong else "\n  ".join(["", *wrong]))
    sys.exit(any(found.values()))
