"""Claims against reports coded by hand, scored by the coders' own scorer (`claims/score_claims.py` in the shared folder).

The scorer is theirs, so that their figures and ours are one definition: it is loaded from the folder, not copied.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from reportedly.document import Json
from reportedly.errors import UsageError
from reportedly.evaluate.calibration import Outcome, calibration_error, chance_error
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.read import Tools, read_documents

SCORER = "score_claims.py"
FIELDS = ("voice", "status", "actor", "recipient", "place", "time", "figures")
PUBLISHED = {"f1": "UniversalPetrarch .36; a second coder .99", "whole": "UniversalPetrarch .03; a second coder .87", "voice": "Citron .40 of innermost"}


@dataclass(slots=True)
class Coded:
    """One report: its statements by hand, our claims, and which statement goes with which claim."""

    name: str
    text: str
    statements: list[Json]
    claims: list[Json]
    pairs: dict[int, int]

    def outcomes(self) -> list[Outcome]:
        """How sure each claim is, and whether it has a statement."""
        right = set(self.pairs.values())
        return [(claim["confidence"], n in right) for n, claim in enumerate(self.claims)]


@dataclass(slots=True)
class Tally:
    """Counts over reports, as the scorer makes them; optional statements are neither asked for nor punished."""

    wanted: int = 0
    said: int = 0
    found: int = 0
    paired: int = 0
    whole_wanted: int = 0
    whole_said: int = 0
    bad_spans: int = 0

    def f1(self, recall: int, precision: int) -> float:
        r, p = _share(recall, self.wanted), _share(precision, self.said)
        return 2 * r * p / (r + p) if r + p else 0.0


def measure(folder: Path, tools: Tools, scorer_file: Path | None = None) -> Iterator[Figure]:
    """found, precise, f1, the share right of each field, whole, spans that are not in the text (as 1 − share), and whether
    confidence is a probability (expected calibration error, the lower the better)."""
    tally, asked, right = Tally(), dict.fromkeys(FIELDS, 0), dict.fromkeys(FIELDS, 0)
    outcomes: list[Outcome] = []
    scorer = scorer_for(folder, scorer_file)
    for coded in read_coded(folder, tools, scorer):
        outcomes += coded.outcomes()
        tally.wanted += sum(not s.get("optional") for s in coded.statements)
        tally.said += len(coded.claims)
        tally.bad_spans += scorer.check_spans(coded.claims, coded.text)
        for i, j in coded.pairs.items():
            marks = scorer.fields(coded.statements[i], coded.claims[j])
            complete = all(m is not False for m in marks.values())
            tally.paired += 1
            tally.whole_said += complete
            if not coded.statements[i].get("optional"):
                tally.found += 1
                tally.whole_wanted += complete
                for name, mark in marks.items():
                    asked[name] += mark is not None
                    right[name] += bool(mark)
    yield Figure("found", _share(tally.found, tally.wanted))
    yield Figure("precise", _share(tally.paired, tally.said))
    yield Figure("f1", tally.f1(tally.found, tally.paired), PUBLISHED["f1"])
    for name in FIELDS:
        if asked[name]:
            yield Figure(name, right[name] / asked[name], PUBLISHED.get(name, ""))
    yield Figure("whole", tally.f1(tally.whole_wanted, tally.whole_said), PUBLISHED["whole"])
    yield Figure("spans", 1 - _share(tally.bad_spans, max(1, tally.said)))
    yield Figure("calibration_error", calibration_error(outcomes), f"by chance alone {chance_error(outcomes):.3f}", share=False)


def show(folder: Path, tools: Tools, scorer_file: Path | None = None) -> Iterator[str]:
    """Each statement missed or partly wrong and each claim with no statement, with its words and the rule that fired."""
    scorer = scorer_for(folder, scorer_file)
    for coded in read_coded(folder, tools, scorer):
        yield f"== {coded.name}"
        for i, statement in enumerate(coded.statements):
            words = _one_line(coded.text[slice(*statement["span"])])
            if i in coded.pairs:
                claim = coded.claims[coded.pairs[i]]
                wrong = [name for name, mark in scorer.fields(statement, claim).items() if mark is False]
                if wrong:
                    yield f"  wrong {', '.join(wrong)}: {words}\n    by hand {_statement(statement)}\n    read    {_claim(claim)}"
            elif not statement.get("optional"):
                yield f"  missed: {words}\n    by hand {_statement(statement)}"
        for j in sorted(set(range(len(coded.claims))) - set(coded.pairs.values())):
            yield f"  not by hand: {_one_line(coded.claims[j]['evidence']['text'])}\n    read    {_claim(coded.claims[j])}"


def read_coded(folder: Path, tools: Tools, scorer: ModuleType) -> Iterator[Coded]:
    """Each coded report of a folder, read and paired."""
    files = sorted(folder.glob("*.gold.json"))
    texts = [f.with_name(f.name.removesuffix(".gold.json") + ".txt").read_text(encoding="utf-8") for f in files]
    gold = [json.loads(f.read_text(encoding="utf-8")) for f in files]
    documents = [document_from_text(t, given=Given(parse_date(g["published"]) if g.get("published") else None)) for t, g in zip(texts, gold, strict=True)]
    for file, text, by_hand, reading in zip(files, texts, gold, read_documents(documents, tools), strict=True):
        statements = [s if "span" in s else {**s, "span": _span(text, s["evidence"])} for s in by_hand["statements"]]
        claims = [{**record, "rule": claim.trace[0].rule} for record, claim in zip(reading.to_dicts(), reading.claims, strict=True)]
        yield Coded(file.name.removesuffix(".gold.json"), text, statements, claims, dict(scorer.assign(statements, claims)))


def _span(text: str, words: str) -> list[int]:
    at = text.index(words)
    return [at, at + len(words)]


@lru_cache(maxsize=4)
def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_claims", path)
    if spec is None or spec.loader is None or not path.exists():
        raise UsageError(f"{path}: no scorer", hint="the folder with the coded reports holds claims/score_claims.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scorer_for(folder: Path, file: Path | None = None) -> ModuleType:
    """The scorer in a file; by default that of the shared folder in which `folder` lies."""
    return _load(file) if file else _load(next((p / "claims" / SCORER for p in folder.parents if (p / "claims" / SCORER).exists()), folder / SCORER))


def _share(part: int, of: int) -> float:
    return part / of if of else 0.0


def _one_line(words: str) -> str:
    return " ".join(words.split())[:160]


def _statement(s: Json) -> str:
    chain = " > ".join(v["name"] for v in s["sources"]) or "the report"
    parties = [(s.get(k) or [n[0] for n in s.get(f"{k}_all", [])])[:2] for k in ("actor", "recipient")]
    return f"{'/'.join(s['event'])} {s['status']} by {chain}: {parties[0]} → {parties[1]} {_rest(s)}"


def _claim(c: Json) -> str:
    chain = " > ".join(v["name"] for v in c["attribution"]) or "the report"
    actors, recipients = ([p["name"] for p in c[k]] for k in ("actors", "recipients"))
    return f"{c['event']['type']} {c['status']} by {chain}: {actors} → {recipients} {_rest(c)} [{c['rule']}: {c['event']['trigger']['text']}]"


def _rest(record: Json) -> str:
    places = [p["name"] for p in record.get("places") or []]
    time: dict[str, Any] = record.get("time") or {}
    return f"at {places} when {time.get('start')}–{time.get('end')} figures {[(f.get('low'), f.get('high')) for f in record.get('figures') or []]}"


def own_corpus(folder: Path, shared: Path) -> Corpus:
    """A folder of coded reports that lies elsewhere, scored by the scorer of the shared folder."""
    scorer = shared / "claims" / SCORER
    return Corpus(f"own/{folder.resolve().name}", str(folder.resolve()), lambda f, tools: measure(f, tools, scorer), lambda f, tools: show(f, tools, scorer))


def _corpora() -> Iterable[Corpus]:
    for path in ("reports", "claims/dev", "claims/snippets"):
        yield Corpus(path, path, measure, show)


CORPORA = tuple(_corpora())
