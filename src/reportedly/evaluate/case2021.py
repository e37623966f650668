"""Event types against CASE 2021 (shared task 2): snippets coded with ACLED's sub-event types and five of the task's own.

Source: Haneczok et al. 2021; types from Piskorski et al. 2020. A snippet has one type. The task's own types go by its
definitions: *attribution* is a snippet that first claims or denies responsibility, *diplomacy* tells sanctions or a speech act,
*organised crime* arrests over its trades. Else the type is ACLED's code for the claims together, or of the first that has one; a
snippet without one is a disaster when it holds a word that the codebook has for accidents and forces of nature, else OTHER.
The figure is F1 weighted by the types' counts, as the task scores it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportedly.codebooks.crosswalk import acled
from reportedly.codebooks.frames import Codebook
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_documents
from reportedly.records import Claim, Reading

FILE = "task2-dev.tsv"
CODES = {
    "Abduction/forced disappearance": "ABDUCT_DISSAP", "Agreement": "AGREEMENT", "Air/drone strike": "AIR_STRIKE", "Armed clash": "ARMED_CLASH",
    "Arrests": "ARREST", "Shelling/artillery/missile attack": "ART_MISS_ATTACK", "Attack": "ATTACK", "Change to group/activity": "CHANGE_TO_GROUP_ACT",
    "Chemical weapon": "CHEM_WEAP", "Disrupted weapons use": "DISR_WEAP", "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Government regains territory": "GOV_REGAINS_TERIT", "Grenade": "GRENADE", "Headquarters or base established": "HQ_ESTABLISHED", "Mob violence": "MOB_VIOL",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER", "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
    "Peaceful protest": "PEACE_PROTEST", "Looting/property destruction": "PROPERTY_DISTRUCT", "Protest with intervention": "PROTEST_WITH_INTER",
    "Remote explosive/landmine/IED": "REM_EXPLOS", "Sexual violence": "SEX_VIOL", "Suicide bomb": "SUIC_BOMB", "Violent demonstration": "VIOL_DEMONSTR",
}  # fmt: skip
DIPLOMACY = frozenset({"SANCTION", "CONSULT", "REQUEST", "ACCUSE", "REJECT", "SUPPORT", "COOPERATE", "THREATEN", "AID", "CONCEDE"})

RESPONSIBLE = re.compile(r"\bclaim(?:s|ed)? (?:the )?(?:responsibility|murder|killing|attack)|\bden(?:y|ies|ied)\b[^.]{0,80}(?:responsib|involve|report|attack|accus|claim)|\bresponsible for|\bbe behind\b", re.IGNORECASE)
CRIME = re.compile(r"\b(?:smuggl|traffick|counterfeit|narcotic|robber|robbed|burglar|theft|stolen|launder|racketeer|corruption|drugs?\b)", re.IGNORECASE)
UNWHOLESOME = frozenset({"poisoning", "adulterated", "contaminated", "fire"})
FIRST = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")  # the end of the first sentence


def measure(folder: Path, tools: Tools) -> Iterator[Figure]:
    """F1 weighted by count over the types."""
    hits, said, wanted = Counter[str](), Counter[str](), Counter[str]()
    for code, ours, _ in _rows(folder, tools):
        hits[code] += code == ours
        said[ours] += 1
        wanted[code] += 1
    weighted = sum(wanted[c] * 2 * hits[c] / (said[c] + wanted[c]) for c in wanted)
    yield Figure("weighted_f1", weighted / max(1, wanted.total()), "best supervised .84 (ACLED types)")


def show(folder: Path, tools: Tools) -> Iterator[str]:
    """Each snippet whose type is another."""
    for code, ours, reading in _rows(folder, tools):
        if code != ours:
            claims = "; ".join(f"{c.event.type}/{c.event.mode} {c.event.trigger.text!r}" for c in reading)
            yield f"  {code} read as {ours}: {' '.join(reading.document.text.split())[:300]}\n    {claims or 'no claim'}"


def _rows(folder: Path, tools: Tools) -> Iterator[tuple[str, str, Reading]]:
    rows = [line.split("\t") for line in (folder / FILE).read_text(encoding="utf-8").splitlines() if line.strip()]
    for row, reading in zip(rows, read_documents([document_from_text(r[1]) for r in rows], tools), strict=True):
        yield row[2], _code(reading, tools.codebook), reading


def _code(reading: Reading, codebook: Codebook) -> str:
    text, causes = reading.document.text, codebook.not_caused_by["ASSAULT"]
    if RESPONSIBLE.search(FIRST.split(text)[0]):
        return "ATTRIB"
    if any(c.event.type == "SANCTION" for c in reading):
        return "DIPLO"
    found = next((code for claims in _by_evidence(reading) if (code := acled(claims)) is not None), None)
    if (found is None or found[1] == "Arrests") and CRIME.search(text):
        return "ORG_CRIME"
    if found is not None:
        return CODES.get(found[1], "OTHER")
    if _told(causes["nature"]).search(text):
        return "NATURAL_DISASTER"
    if _told(causes["accident"] | UNWHOLESOME).search(text):
        return "MAN_MADE_DISASTER"
    return "DIPLO" if any(c.event.type in DIPLOMACY for c in reading) else "OTHER"


def _told(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})(?:s|es|ed|ing)?\b", re.IGNORECASE)


def _by_evidence(reading: Reading) -> Iterator[tuple[Claim, ...]]:
    """All claims together first, since the snippet tells one incident; then one by one."""
    yield reading.claims
    yield from ((claim,) for claim in reading.claims)


CORPUS = Corpus("case2021", "corpora/case2021", measure, show)
