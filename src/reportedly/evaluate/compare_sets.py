"""Comparing against sets of reports that people coded across reports, and against the relations that they coded within reports.

* `compare/dev`: reports are read and compared; the set's own scorer (`score_compare.py`, beside it) scores claims and incidents.
  `b3_given` is of all coded mentions, given as claims (`coded_mentions.py`).
* `own/…`: a folder with such sets, one a folder, coded for this project: the means of the same figures.
* `relations/…`: `found` and `right` with the coded claims given, and `found_read` end to end: ours where a claim of ours lies on
  the coded one. A group of k claims of one incident is k − 1 links; denies and disputes count for one another.
* `made`: reports made up with known truth.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from functools import lru_cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from reportedly.compare import compare
from reportedly.document import Document, Json
from reportedly.errors import UsageError
from reportedly.evaluate import claims as claims_room
from reportedly.evaluate.coded_claims import Coded, coded, placed
from reportedly.evaluate.coded_mentions import gold_of, mention_claims
from reportedly.evaluate.coded_relations import KINDS, SAME, Tally, add, share, tally
from reportedly.evaluate.compare_made import made_figures
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.evaluate.partitions import b_cubed
from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.read import Tools, read_documents

SCORER = "score_compare.py"
SET = "set.gold.json"
COUNTS = ("mentions", "relations_said")
ASKED = {"b3": "≥ .85", "origins": "≥ .70", "figures": "≥ .60", "relations": "≥ .50"}


def measure_set(folder: Path, tools: Tools) -> Iterator[Figure]:
    """covered, b3 with its precision and recall, origins, figures, relations: as the set's own scorer defines them."""
    for name, value in _measured(folder, tools, folder.parent / SCORER).items():
        yield Figure(name, value, ASKED.get(name, ""))


def own_sets(folder: Path, shared: Path) -> Corpus:
    """A folder of coded sets that lies elsewhere, each in a folder of its own, scored by the scorer of the shared folder."""
    return Corpus(f"own/{folder.resolve().name}", str(folder.resolve()), lambda f, tools: _means(f, tools, shared / "compare" / SCORER))


def _means(folder: Path, tools: Tools, scorer: Path) -> Iterator[Figure]:
    sets = [_measured(file.parent, tools, scorer) for file in sorted(folder.glob(f"*/{SET}"))]
    for name in sets[0]:
        values = [s[name] for s in sets if name in s]
        yield Figure(name, sum(values) / len(values), ASKED.get(name, ""))


def _measured(folder: Path, tools: Tools, scorer: Path) -> dict[str, float]:
    documents = set_documents(folder)
    claims = [record for reading in read_documents(documents, tools) for record in reading.to_dicts()]
    incidents = [i.record for i in compare(claims, documents).incidents]
    said = scored(folder, claims, incidents, scorer)
    return {name: float(value) for name, value in said.items() if value is not None and name not in COUNTS} | {"b3_given": given_b3(folder, documents, claims)}


def given_b3(folder: Path, documents: list[Document], claims: Iterable[Json]) -> float:
    """B³ over all coded mentions, each given as a claim: how well they are compared, whatever of them was read."""
    gold = gold_of(folder / SET)
    mentions = mention_claims(gold, documents, claims)
    of = {m["id"]: incident for m, incident in zip(mentions, _incidents(gold), strict=True)}
    truth: dict[str, list[str]] = {}
    for mention, incident in of.items():
        truth.setdefault(incident, []).append(mention)
    return b_cubed([i.claims for i in compare(mentions, documents).incidents], list(truth.values()))[2]


def _incidents(gold: Json) -> list[str]:
    """The incident of each mention that is asked for, in the order of `mention_claims`."""
    return [i["id"] for i in gold["incidents"] if not i.get("optional") for m in i["mentions"] if not m.get("optional")]


def set_documents(folder: Path) -> list[Document]:
    """The reports of a coded set."""
    gold = json.loads((folder / SET).read_text(encoding="utf-8"))
    return [_document(folder / r["file"], r) for r in gold["reports"]]


def _document(file: Path, row: Json) -> Document:
    published = parse_date(row["published"]) if row.get("published") else None
    return document_from_text(file.read_text(encoding="utf-8"), source=str(file), given=Given(published, row.get("outlet")))


def scored(folder: Path, claims: Iterable[Json], incidents: Iterable[Json], file: Path | None = None) -> dict[str, float | None]:
    """What a scorer says of these claims and incidents: the one beside the set, unless it is given."""
    scorer = scorer_of(file or folder.parent / SCORER)
    with TemporaryDirectory() as place:
        files = [Path(place) / name for name in ("claims.jsonl", "incidents.jsonl")]
        for place_of, rows in zip(files, (claims, incidents), strict=True):
            place_of.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        said, argv = StringIO(), sys.argv
        sys.argv = [SCORER, str(folder / SET), *map(str, files), "--json"]
        try:
            with redirect_stdout(said):
                scorer.main()
        finally:
            sys.argv = argv
    out: dict[str, float | None] = json.loads(said.getvalue())
    return out


@lru_cache(maxsize=2)
def scorer_of(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_compare", path)
    if spec is None or spec.loader is None or not path.exists():
        raise UsageError(f"{path}: no scorer", hint="the folder with the coded sets holds compare/score_compare.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure_relations(folder: Path, tools: Tools) -> Iterator[Figure]:
    """Coded claims given, then end to end."""
    reports = [placed(report, tools) for report in coded(folder)]
    given = tally(reports)
    yield Figure("found", given.found(), "≥ .75 asked")
    yield Figure("right", given.right(), "≥ .75 asked")
    yield Figure("same_incident_found", share(given.found_links, given.wanted[SAME]))
    yield Figure("same_incident_right", share(given.right_links, given.said[SAME]))
    for kind in KINDS[1:]:
        if given.wanted[kind]:
            yield Figure(f"{kind}_found", share(given.both[kind], given.wanted[kind]))
    yield Figure("found_read", end_to_end(folder, reports, tools).found())


def end_to_end(folder: Path, reports: list[Coded], tools: Tools) -> Tally:
    """Our own claims compared, each named by the coded claim that the claim scorer pairs it with."""
    out, scorer = Tally(), claims_room.scorer_for(folder)
    for report, reading in zip(reports, read_documents([r.document for r in reports], tools), strict=True):
        claims = reading.to_dicts()
        coded_id = {claims[j]["id"]: report.claims[i]["id"] for i, j in scorer.assign(list(report.statements), claims)}
        renamed = [{**c, "id": coded_id.get(c["id"], c["id"])} for c in claims]
        add(out, report, compare(renamed, [report.document]))
    return out


def measure_made(folder: Path, tools: Tools) -> Iterator[Figure]:
    """Nothing is read from the folder: the set is made up."""
    yield from made_figures()


CORPORA = (
    Corpus("compare/dev", "compare/dev", measure_set),
    Corpus("relations/dev", "claims/dev", measure_relations),
    Corpus("relations/reports", "reports", measure_relations),
    Corpus("compare/made", "compare", measure_made),
)
