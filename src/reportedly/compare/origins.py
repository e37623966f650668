"""Whose word is it? The innermost voice of a claim, once names are resolved and copies are folded.

A spokesman is the body that he speaks for, where it is heard too; who asks, accuses, rejects or threatens speaks for himself; a bare "statement" is that of the body named before it in the report; a short
name is the full name that the report, or else the incident, has for it. A voice without a name is one origin for each
chain of reports that carries it. The reports' own voices are no origins: they are counted as reports and outlets. An incident
for which nobody is named has the voice in whose account it stands, marked as carried over and not counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.compare.accounts import Account, Speaker
from reportedly.compare.cues import averted
from reportedly.compare.names import body_of, folded, is_nobody, name_stems
from reportedly.compare.spokesmen import is_body, spoken_for
from reportedly.document import Json

ACCOUNT = 1000  # characters over which an account goes on
DENYING = frozenset({"denies", "doubts"})
SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Origin:
    """An innermost voice within an incident, and the claims that rest on it."""

    name: str
    claims: tuple[str, ...]
    anonymous: bool = False
    side: str | None = None
    carried: bool = False

    def to_dict(self) -> Json:
        return {"name": self.name, "claims": list(self.claims)} | ({"carried": True} if self.carried else {})


def innermost(accounts: Sequence[Account]) -> dict[str, Speaker | None]:
    """For each claim of ONE report, in the order of its text, the innermost voice with its name resolved within the report."""
    ordered = sorted(accounts, key=lambda a: (a.start_char, a.end_char, a.id))
    said = [v for a in ordered for v in a.voices if not is_nobody(v.name)]
    full = folded(v.name for v in said if body_of(v.name) is None)
    out: dict[str, Speaker | None] = {}
    last: Speaker | None = None
    last_body: str | None = None
    bodies: dict[str, str] = {}
    for a in ordered:
        voice = _resolved(a, last, full)
        if voice is not None and voice.kind == "person":
            if voice.name not in bodies and (body := spoken_for(voice.name, a.text, last_body)):
                bodies[voice.name] = body
            voice = replace(voice, body=bodies.get(voice.name))
        elif voice is not None and not is_nobody(voice.name):
            last_body = voice.name
        out[a.id] = voice
        speaks = _outermost(a, voice)
        if speaks is not None and not is_nobody(speaks.name) and (last is None or speaks.kind != "unknown"):
            last = speaks
    return out


def _resolved(a: Account, last: Speaker | None, full: Mapping[str, str]) -> Speaker | None:
    voice = a.voice
    if voice is None:
        return _performer(a, full)
    body = body_of(voice.name)
    if body is None:
        return Speaker(full.get(voice.name, voice.name), voice.kind, voice.actor, voice.stance)
    outer = a.voices[-2] if len(a.voices) > 1 else None
    if body == "":  # "a statement", "a spokesman": of the voice around it, or of the one that spoke last
        owner = outer or last
        return Speaker(owner.name, owner.kind, owner.actor, voice.stance) if owner else voice
    named = next((n for n in full if name_stems(n)[-1:] == name_stems(body)[-1:] and set(name_stems(body)) <= set(name_stems(n))), None)
    return Speaker(full[named] if named else body, voice.kind, voice.actor, voice.stance)


def _performer(a: Account, full: Mapping[str, str]) -> Speaker | None:
    """Who asks, accuses, rejects or threatens says so himself: the one actor of a spoken deed is its voice."""
    if a.type not in SPOKEN or len(a.actors) != 1 or is_nobody(a.actors[0].name):
        return None
    name = a.actors[0].name
    return Speaker(full.get(name, name), "unknown", None, "asserts")


def voices_of(accounts: Iterable[Account]) -> dict[str, Speaker | None]:
    """The innermost voice of every claim, each report by itself."""
    reports: dict[str, list[Account]] = defaultdict(list)
    for a in accounts:
        reports[a.report].append(a)
    return {claim: voice for of_report in reports.values() for claim, voice in innermost(of_report).items()}


def origins(members: Sequence[Account], voices: Mapping[str, Speaker | None], chains: Mapping[str, str]) -> list[Origin]:
    """The origins of an incident, those with most claims first. Voices that only deny it are none."""
    keys = origin_keys(members, voices, chains)
    groups: dict[str, list[Account]] = defaultdict(list)
    for a in members:
        if a.id in keys:
            groups[keys[a.id]].append(a)
    made = [_origin(group, voices) for group in groups.values() if any(tells(a) for a in group)]
    return sorted(made, key=lambda o: (-len(o.claims), o.name, o.claims))


def carried(members: Sequence[Account], voices: Mapping[str, Speaker | None], before: Mapping[str, Speaker]) -> list[Origin]:
    """The origins of an incident that nobody is named for: the voices whose accounts its claims stand in, as `before` has them."""
    told = [a for a in members if tells(a) and a.id in before]
    return [replace(o, carried=True) for o in origins(told, {**voices, **before}, {})]


def accounts_of(claims: Iterable[Account], voices: Mapping[str, Speaker | None]) -> dict[str, Speaker]:
    """For each claim in a report's own words the voice in whose account it stands, if there is one near: the last named before it, for
    what follows "the ministry said" goes on with that as a rule; of a lead, the first named after it. Nothing in the text says so."""
    reports: dict[str, list[Account]] = defaultdict(list)
    for a in claims:
        reports[a.report].append(a)
    return {claim: voice for of_report in reports.values() for claim, voice in _of_report(of_report, voices)}


def _of_report(claims: Sequence[Account], voices: Mapping[str, Speaker | None]) -> Iterable[tuple[str, Speaker]]:
    named = [(a, voice) for a in sorted(claims, key=lambda a: (a.start_char, a.end_char, a.id)) if (voice := _teller(a, voices))]
    for a in claims if named else ():
        if not a.voices:
            teller, voice = next((n for n in reversed(named) if n[0].start_char <= a.start_char), named[0])
            if max(a.start_char - teller.end_char, teller.start_char - a.end_char) <= ACCOUNT:
                yield a.id, voice


def _teller(a: Account, voices: Mapping[str, Speaker | None]) -> Speaker | None:
    """Whose account a claim is; none's when it is denied or asked for."""
    return _outermost(a, voices[a.id]) if tells(a) and not any(v.stance == "asks" for v in a.voices) else None


def _outermost(a: Account, innermost: Speaker | None) -> Speaker | None:
    """The outermost voice that is no news agency's: what the ministry says that the ship said is the ministry's account."""
    outer = [v for v in a.voices if v.kind not in ("agency", "outlet")]
    return outer[0] if len(outer) > 1 else innermost if a.voices else None


def tells(a: Account) -> bool:
    """True when the claim says that it is so, or was foiled, and does not deny it."""
    return (a.status != "denied" or averted(a)) and not (a.voice and a.voice.stance in DENYING)


def _origin(group: Sequence[Account], voices: Mapping[str, Speaker | None]) -> Origin:
    heard = [v for a in group if (v := voices[a.id])]
    name = min((v.name for v in [v for v in heard if v.body is None] or heard), key=_plainness)
    return Origin(name, tuple(sorted(a.id for a in group)), is_nobody(name))


def _plainness(name: str) -> tuple[int, bool, str]:
    """The fullest name first, and of equal ones the one that owns nobody: "Indian navy" before "India's navy"."""
    return -len(name_stems(name)), "'" in name or "’" in name, name


def origin_keys(members: Sequence[Account], voices: Mapping[str, Speaker | None], chains: Mapping[str, str]) -> dict[str, str]:
    """For each claim with a voice, what its origin is known by: the actor's id, the name, or for nobody the name in its chain. What a
    state says ("India said") is the word of its body, where one is heard too ("the Indian navy said")."""
    spoken = {a.id: v for a in members if (v := voices[a.id])}
    full = folded(v.name for v in spoken.values() if not is_nobody(v.name))
    ids = _actor_names(spoken.values(), full)
    keys = {a.id: _key(a, spoken[a.id], full, ids, chains) for a in members if a.id in spoken}
    states = {keys[claim] for claim, v in spoken.items() if (v.actor or "").startswith("state:")}
    body = {key: min((k for k in keys.values() if k.startswith(key + " ")), default=key) for key in states}
    body |= _of_bodies(spoken, keys)
    return {claim: body.get(key, key) for claim, key in keys.items()}


def _of_bodies(spoken: Mapping[str, Speaker], keys: Mapping[str, str]) -> dict[str, str]:
    """The key of each who speaks for a body, as that of the body, where it is heard too."""
    bodies = {v.name: keys[claim] for claim, v in spoken.items() if v.body is None and v.kind != "person" and not is_nobody(v.name)}
    said = {keys[claim]: v.body for claim, v in spoken.items() if v.body is not None}
    heard = {key: next((k for name, k in sorted(bodies.items()) if is_body(body, name)), None) for key, body in said.items()}
    return {key: k for key, k in heard.items() if k is not None}


def _actor_names(voices: Iterable[Speaker], full: Mapping[str, str]) -> dict[str, str]:
    """For each actor's id the first of its names, so that two names of one actor fall together."""
    out: dict[str, str] = {}
    for v in sorted(voices, key=lambda v: v.name):
        if v.actor and v.name in full:
            out.setdefault(v.actor, full[v.name])
    return out


def _key(a: Account, voice: Speaker, full: Mapping[str, str], ids: Mapping[str, str], chains: Mapping[str, str]) -> str:
    if not is_nobody(voice.name):
        return " ".join(name_stems(ids.get(voice.actor or "", full[voice.name]))) or voice.name
    carrier = next((v.name for v in reversed(a.voices[:-1]) if v.kind in ("agency", "outlet")), None)
    return f"{' '.join(name_stems(voice.name))} by {carrier or chains.get(a.id, a.report)}"


def circles(members: Iterable[Account]) -> list[list[str]]:
    """Outlets that cite each other for the incident, in a circle: [[A, B], …], each circle begun with the first by name."""
    cites: dict[str, set[str]] = defaultdict(set)
    for a in members:
        if a.outlet and tells(a):
            cites[a.outlet] |= {v.name for v in a.voices if v.kind in ("agency", "outlet") and v.name != a.outlet}
    found = {tuple(path) for start in cites for path in _paths(cites, start)}
    return [list(p) for p in sorted(found)]


def _paths(cites: Mapping[str, set[str]], start: str, longest: int = 6) -> Iterable[list[str]]:
    """Circles through `start` in which no name comes before it."""
    stack = [[start]]
    while stack:
        path = stack.pop()
        for name in sorted(cites.get(path[-1], ())):
            if name == start and len(path) > 1:
                yield path
            elif name > start and name not in path and len(path) < longest:
                stack.append([*path, name])
