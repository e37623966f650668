"""The codebook of events: types with their modes, lexical frames and negative frames, read from YAML once.

A frame says which words evoke an event of its type and what their arguments are in it. Types and modes are
PLOVER's (Halterman et al. 2023, "PLOVER and POLECAT"; manual at openeventdata/PLOVER).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from reportedly.codebooks.data import read_yaml
from reportedly.errors import CodebookError

KINDS = frozenset(
    ["PERSON", "GROUP", "ARMED", "STATE", "ORG", "PLACE", "FACILITY", "WEAPON", "VEHICLE", "DOCUMENT", "MONEY", "MEETING", "GOODS", "EVENT", "RECORD", "ABSTRACT", "TIME", "THING", "ANIMAL"]
)
LINKS = frozenset(["of", "by", "in", "for", "on", "to", "against", "with", "at", "from"])  # "cessation of hostilities" hangs on its first noun
ROLES = frozenset(["actor", "recipient", "party", "place", "from", "to", "means", "topic", "ignore"])  # party: a recipient if it is somebody ("sentences to eight soldiers")
KEYS = frozenset(
    ["id", "mode", "verbs", "nouns", "adjectives", "participles", "roles", "subject", "object", "not_subject", "not_object", "subject_nouns", "object_nouns", "not_object_nouns", "needs", "examples", "not"]
)
TYPE_KEYS = frozenset(["type", "definition", "modes", "roles", "frames", "negatives", "not_caused_by"])


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense of some words as an event. `roles` maps deep roles (subject, object, prepositions) to event roles.

    `subject` and `object` are kinds and are met by an unknown kind too; `subject_nouns` and `object_nouns` are words, one of which
    must stand there ("the truce holds", "the judge gave him nine years").
    """

    id: str
    type: str
    mode: str | None
    verbs: tuple[tuple[str, ...], ...]
    nouns: tuple[tuple[str, ...], ...]
    adjectives: tuple[tuple[str, ...], ...]
    roles: Mapping[str, str]
    subject: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    not_subject: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    not_object_nouns: frozenset[str] = frozenset()
    subject_nouns: frozenset[str] = frozenset()
    object_nouns: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NegativeFrame:
    """Words that look like an event of a type and are none: "strike a deal", "a labour strike"."""

    type: str
    verbs: tuple[tuple[str, ...], ...]
    nouns: tuple[tuple[str, ...], ...]
    object_nouns: frozenset[str]
    modifiers: frozenset[str]
    subject_nouns: frozenset[str]
    oblique_nouns: Mapping[str, frozenset[str]]
    why: str
    example: str


type Index[T] = dict[str, list[tuple[tuple[str, ...], T]]]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All frames, with indexes by the word that stands in the text: a verb's lemma, a noun phrase's head."""

    name: str
    digest: str
    definitions: Mapping[str, str]
    modes: Mapping[str, Mapping[str, str]]
    frames: tuple[Frame, ...]
    negatives: tuple[NegativeFrame, ...]
    not_caused_by: Mapping[str, Mapping[str, frozenset[str]]] = field(repr=False, default_factory=dict)
    verbs: Index[Frame] = field(repr=False, default_factory=dict)
    nouns: Index[Frame] = field(repr=False, default_factory=dict)
    adjectives: Index[Frame] = field(repr=False, default_factory=dict)
    negative_verbs: Index[NegativeFrame] = field(repr=False, default_factory=dict)
    negative_nouns: Index[NegativeFrame] = field(repr=False, default_factory=dict)

    by_id: Mapping[str, Frame] = field(repr=False, default_factory=dict)

    def frame(self, frame_id: str) -> Frame:
        return self.by_id[frame_id]


@lru_cache(maxsize=4)
def load_codebook(folder: Path | None = None) -> Codebook:
    """The codebook in a folder of TYPE.yaml files; PLOVER's, which ships with the package, by default."""
    folder = folder or Path(str(resources.files("reportedly.codebooks").joinpath("plover")))
    paths = sorted(p for p in folder.glob("*.yaml") if p.stem.isupper())
    if not paths:
        raise CodebookError(f"{folder}: no TYPE.yaml in it", hint="a codebook is a folder with one YAML file a type, e.g. ASSAULT.yaml")
    types = [_checked(path, read_yaml(path)) for path in paths]
    frames = tuple(_frame(t, row, path) for path, t in zip(paths, types, strict=True) for row in t["frames"])
    negatives = tuple(_negative(t["type"], row) for t in types for row in t.get("negatives") or [])
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in paths)).hexdigest()[:12]
    return Codebook(
        folder.name, digest, {t["type"]: t["definition"].strip() for t in types}, {t["type"]: t.get("modes") or {} for t in types},
        frames, negatives, {t["type"]: _causes(t.get("not_caused_by") or {}) for t in types},
        _index(((f.verbs, f) for f in frames), first=True), _index(((f.nouns, f) for f in frames), first=False),
        _index(((f.adjectives, f) for f in frames), first=False),
        _index(((n.verbs, n) for n in negatives), first=True), _index(((n.nouns, n) for n in negatives), first=False),
        {f.id: f for f in frames},
    )  # fmt: skip


def _index[T](rows: Iterable[tuple[tuple[tuple[str, ...], ...], T]], *, first: bool) -> Index[T]:
    out: Index[T] = {}
    for phrases, item in rows:
        for phrase in phrases:
            at = 0 if first else next((i - 1 for i, word in enumerate(phrase) if i and word in LINKS), len(phrase) - 1)
            key, rest = phrase[at], phrase[:at] + tuple(w for w in phrase[at + 1 :] if w not in ("a", "an", "the"))
            out.setdefault(key, []).append((rest, item))
    return out


def _checked(path: Path, data: Any) -> dict[str, Any]:
    """One type's file, with its faults named by file, frame and key."""
    if not isinstance(data, dict) or not {"type", "definition", "frames"} <= data.keys():
        raise CodebookError(f"{path}: must be a mapping with type, definition and frames")
    if unknown := data.keys() - TYPE_KEYS:
        raise CodebookError(f"{path}: unknown key {sorted(unknown)[0]!r}", hint=f"allowed: {', '.join(sorted(TYPE_KEYS))}")
    for row in data["frames"]:
        where = f"{path}: frame {row.get('id', '?')}"
        if unknown := row.keys() - KEYS:
            raise CodebookError(f"{where}: unknown key {sorted(unknown)[0]!r}", hint=f"allowed: {', '.join(sorted(KEYS))}")
        for key in ("subject", "object", "not_subject", "not_object"):
            if wrong := set(row.get(key) or ()) - KINDS:
                raise CodebookError(f"{where}: {key}: no kind {sorted(wrong)[0]!r}", hint=f"allowed: {', '.join(sorted(KINDS))}")
        if wrong := set((row.get("roles") or {}).values()) - ROLES:
            raise CodebookError(f"{where}: roles: no role {sorted(wrong)[0]!r}", hint=f"allowed: {', '.join(sorted(ROLES))}")
        if row.get("mode") and row["mode"] not in (data.get("modes") or {}):
            raise CodebookError(f"{where}: no mode {row['mode']!r} in this type", hint=f"allowed: {', '.join(data.get('modes') or {})}")
    return data


def _frame(data: Mapping[str, Any], row: Mapping[str, Any], path: Path) -> Frame:
    roles = {**(data.get("roles") or {}), **(row.get("roles") or {})}
    if not (row.get("verbs") or row.get("nouns") or row.get("adjectives")):
        raise CodebookError(f"{path}: frame {row['id']}: has no words", hint="give it verbs, nouns or adjectives")
    return Frame(
        row["id"], data["type"], row.get("mode"), _phrases(row, "verbs"), _phrases(row, "nouns"), _phrases(row, "adjectives"), roles,
        _words(row, "subject"), _words(row, "object"), _words(row, "not_subject"), _words(row, "not_object"),
        _words(row, "not_object_nouns"), _words(row, "subject_nouns"), _words(row, "object_nouns"), _words(row, "needs"), tuple(row.get("examples") or ()), tuple(row.get("not") or ()),
    )  # fmt: skip


def _negative(event_type: str, row: Mapping[str, Any]) -> NegativeFrame:
    return NegativeFrame(
        event_type, _phrases(row, "verbs"), _phrases(row, "nouns"), frozenset(row.get("object_nouns") or ()),
        frozenset(row.get("with") or ()), frozenset(row.get("subject_nouns") or ()),
        {prep: frozenset(nouns) for prep, nouns in (row.get("oblique_nouns") or {}).items()},
        str(row.get("why", "")), str(row.get("example", "")),
    )  # fmt: skip


def _causes(data: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    """Nouns by the kind of cause: {"nature": {"flood", …}, "accident": {"crash", …}}."""
    return {kind: frozenset(str(noun) for noun in nouns) for kind, nouns in data.items()}


def _words(row: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(str(w) for w in row.get(key) or ())


def _phrases(row: Mapping[str, Any], key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(str(p).lower().split()) for p in row.get(key) or ())
