"""Sets of reports made up with known truth: incidents, copies, edits, contradictions, origins. For tests, figures and benchmarks.

Each incident has a type, a day, a place, a doer and a victim; a few voices tell of it to some outlets. Each outlet writes a
report of its own, and others copy it whole, edited or cut. Claims leave out the day, the place or the doer at times, count
differently, deny, or blame another. Nothing is like any real event, person or text.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from reportedly.document import Document, Json, content_id

KINDS: dict[str, tuple[tuple[str, str, str], ...]] = {  # type: (mode, verb, noun)
    "ASSAULT": (("aerial", "bombed", "bombing"), ("heavy-weapons", "shelled", "shelling"), ("explosives", "blew up", "explosion"), ("", "stormed", "assault")),
    "COERCE": (("arrest", "arrested", "arrest"), ("seize", "seized", "seizure"), ("siege", "besieged", "siege")),
    "PROTEST": (("riot", "rioted against", "riot"), ("demo", "marched against", "march")),
    "CONSULT": (("visit", "visited", "visit"), ("", "met", "meeting")),
    "AID": (("medical", "treated", "treatment"), ("economic", "fed", "relief")),
}
VICTIMS = ("market", "hospital", "convoy", "school", "checkpoint", "harbour", "warehouse", "bridge", "refinery", "barracks", "mill", "depot")
ONSETS, VOWELS, CODAS = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "kh", "sh", "tr"], ["a", "e", "i", "o", "u", "ai", "ou"], ("", "n", "r", "l", "s", "m", "k")
FIRST_DAY = date(2015, 1, 1)
COLOUR = ["early", "late", "quiet", "busy", "heavy", "sudden", "long", "brief", "grey", "narrow", "crowded", "empty", "northern", "southern", "old", "new", "outer", "inner", "lower", "upper"]
WAYS = (  # how an outlet words it: no two of these share four words
    "{colour} smoke rose{where} as {actor} {verb} the {colour2} {victim}{when}; {killed} people were killed, {voice} said.",
    "According to {voice}, the {noun} of a {colour} {victim}{where} by {actor} left {killed} people killed{when}.",
    "{voice} told {outlet} that{when} {killed} people had been killed when {actor} {verb} a {victim}{where}, {colour} and {colour2}.",
    "At the {colour} {victim}{where}, {killed} people were killed{when} after {actor} {verb} it, {voice} told reporters from {outlet}.",
)
DENIALS = (
    "{voice} denied that it {verb} the {colour} {victim}{where}{when}, {outlet} reported.",
    "It was not true, {voice} told {outlet}, that its men {verb} any {victim}{where}{when} in a {colour} raid.",
    "Asked by {outlet}, {voice} said{when} that it had not {verb} a {colour2} {victim}{where}.",
)


@dataclass(frozen=True, slots=True)
class World:
    """What the made-up reports are about."""

    towns: tuple[tuple[str, float, float, str], ...]  # name, latitude, longitude, country
    forces: tuple[tuple[str, str], ...]  # name, country
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """`incidents`: claims by incident; `copies`: reports that copy each other; `origins`: how many each incident has."""

    incidents: dict[str, list[str]] = field(default_factory=dict)
    copies: list[list[str]] = field(default_factory=list)
    origins: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Generated:
    reports: list[Document]
    claims: list[Json]
    truth: Truth


@dataclass(frozen=True, slots=True)
class Event:
    ident: str
    type: str
    mode: str
    verb: str
    noun: str
    day: date
    town: tuple[str, float, float, str]
    actor: tuple[str, str]
    other: tuple[str, str]
    victim: str
    killed: int


def word(rng: random.Random, syllables: int = 2) -> str:
    return "".join(rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS) for _ in range(syllables)).capitalize()


def world(rng: random.Random, towns: int = 400, countries: int = 20, outlets: int = 30) -> World:
    codes = [f"{chr(65 + n // 10)}{chr(65 + n % 10)}Q" for n in range(countries)]
    lands = [word(rng) + "ia" for _ in codes]
    places = tuple((word(rng, 3), round(rng.uniform(-50, 60), 3), round(rng.uniform(-170, 170), 3), rng.choice(codes)) for _ in range(towns))
    return World(places, tuple((f"{land} army", code) for land, code in zip(lands, codes, strict=True)), tuple(f"{word(rng)} Times" for _ in range(outlets)))


def generate(seed: int, incidents: int, *, days: int | None = None, setting: World | None = None, copies: float = 0.6) -> Generated:
    """Some incidents with all that is told of them. The same seed gives the same set; more incidents fill more days, not fuller ones."""
    rng = random.Random(seed)  # noqa: S311 — made-up news needs no secrets
    about = setting or world(rng)
    out = Generated([], [], Truth())
    for n in range(incidents):
        _tell(rng, about, _event(rng, about, f"{seed}-{n}", days or max(3, incidents // 40)), out, copies)
    return out


def _event(rng: random.Random, about: World, ident: str, days: int) -> Event:
    kind = rng.choice(list(KINDS))
    mode, verb, noun = rng.choice(KINDS[kind])
    actor, other = rng.sample(about.forces, 2)
    day = FIRST_DAY + timedelta(days=rng.randrange(days))
    return Event(ident, kind, mode, verb, noun, day, rng.choice(about.towns), actor, other, rng.choice(VICTIMS), rng.randint(2, 40))


def _tell(rng: random.Random, about: World, event: Event, out: Generated, copies: float) -> None:
    """Two to four outlets write of the event, others copy them."""
    voices = _voices(rng, event)
    claims: list[str] = []
    origins: set[str] = set()
    for outlet in rng.sample(about.outlets, rng.randint(2, 4)):
        published = event.day + timedelta(days=rng.choice((0, 0, 1, 1, 2)))
        told = [_telling(rng, event, voice) for voice in rng.sample(voices, rng.randint(1, min(3, len(voices))))]
        sentences = [_sentence(rng, event, t, outlet) for t in told]
        filler = [_filler(rng, outlet) for _ in range(rng.randint(4, 7))]
        first = _report([*sentences, *filler], outlet, published)
        group = [first.id]
        out.reports.append(first)
        claims += _claims(out, first, event, told, sentences)
        origins |= {f"{t['voice']} {first.id if t['anonymous'] else ''}".strip() for t in told if t["status"] != "denied"}
        while rng.random() < copies:
            copy, kept = _copy(rng, about, [*sentences, *filler], published)
            if copy.id not in group:
                group.append(copy.id)
                out.reports.append(copy)
                claims += _claims(out, copy, event, told, [s if s in kept else "" for s in sentences])
        if len(group) > 1:
            out.truth.copies.append(sorted(group))
    out.truth.incidents[event.ident] = claims
    out.truth.origins[event.ident] = sorted(origins)


def _voices(rng: random.Random, event: Event) -> list[tuple[str, bool]]:
    """(name, anonymous) of those who may tell of it."""
    land = event.actor[0].removesuffix(" army")
    named = [(f"{event.town[0]} Observatory", False), (f"{land} army", False), (f"{event.town[0]} police", False), (f"{word(rng)} {word(rng)}", False)]
    return [*rng.sample(named, rng.randint(2, 4)), ("two residents", True)]


def _telling(rng: random.Random, event: Event, voice: tuple[str, bool]) -> Json:
    """What one voice says: it may leave things out, count otherwise, blame another, or deny what its own side is said to have done."""
    own = voice[0] == event.actor[0]
    blames = event.other if not own and rng.random() < 0.08 else event.actor
    dated, placed = rng.random() > 0.15, rng.random() > 0.15
    return {
        "voice": voice[0], "anonymous": voice[1], "status": "denied" if own and rng.random() < 0.6 else "occurred", "actor": blames if rng.random() > 0.2 else None,
        "dated": dated, "placed": placed or not dated, "killed": event.killed if rng.random() > 0.3 else event.killed + rng.randint(1, 9),
    }  # fmt: skip


def _sentence(rng: random.Random, event: Event, told: Json, outlet: str) -> str:
    """One of the ways to say it, with words of this outlet's own."""
    says = {
        "voice": told["voice"], "verb": event.verb, "noun": event.noun, "victim": event.victim, "outlet": outlet, "killed": told["killed"],
        "actor": told["actor"][0] if told["actor"] else "somebody", "where": f" in {event.town[0]}" if told["placed"] else "",
        "when": f" on {event.day:%d %B}" if told["dated"] else "", "colour": rng.choice(COLOUR), "colour2": rng.choice(COLOUR),
    }  # fmt: skip
    return rng.choice(DENIALS if told["status"] == "denied" else WAYS).format(**says)


def _filler(rng: random.Random, outlet: str) -> str:
    """A sentence of made-up words that no other report has."""
    return f"{outlet} has it that " + " ".join(word(rng).lower() for _ in range(12)) + f" {rng.randint(1, 9999)}."


def _report(sentences: Sequence[str], outlet: str, published: date) -> Document:
    text = "\n".join(sentences)
    return Document(content_id("report", text, outlet, published), text, outlet=outlet, published=published)


def _copy(rng: random.Random, about: World, sentences: Sequence[str], published: date) -> tuple[Document, set[str]]:
    """Another outlet's copy: whole, with a sentence of its own, or cut; and the sentences that it kept."""
    outlet, day, kept = rng.choice(about.outlets), published + timedelta(days=rng.choice((0, 0, 1))), list(sentences)
    way = rng.random()
    if way > 0.7:
        kept = kept[: max(3, len(kept) * 2 // 3)]
    extra = [_filler(rng, outlet)] if way > 0.4 else []
    return _report([*kept, *extra], outlet, day), set(kept)


def _claims(out: Generated, report: Document, event: Event, told: Sequence[Json], sentences: Sequence[str]) -> list[str]:
    made = [_claim(report, event, t, s, n) for n, (t, s) in enumerate(zip(told, sentences, strict=True)) if s]
    out.claims.extend(made)
    return [c["id"] for c in made]


def _claim(report: Document, event: Event, told: Json, sentence: str, n: int) -> Json:
    start = report.text.index(sentence)

    def words(text: str) -> Json:
        at = sentence.find(text)
        return {"text": text, "start": start + max(0, at), "end": start + max(0, at) + len(text)}

    denies = told["status"] == "denied"
    actor = event.actor if denies else told["actor"]
    town, latitude, longitude, country = event.town
    place = {"role": "at", "name": town, "latitude": latitude, "longitude": longitude, "country": country, "admin1": None, "precision": "town", "place": f"made:{town}"}
    killed = {"of": "people", "low": told["killed"], "high": told["killed"], "out_of": None, "unit": None, "role": "killed"}
    day = event.day.isoformat()
    return {
        "id": content_id("claim", report.id, event.ident, n), "document": report.to_dict(), "evidence": {"text": sentence, "start": start, "end": start + len(sentence)},
        "attribution": [{"name": told["voice"], "kind": "anonymous" if told["anonymous"] else "organisation", "actor": None, "stance": "denies" if denies else "asserts",
                         "cue": None, **words(told["voice"])}],
        "event": {"type": event.type, "mode": event.mode or None, "contexts": [], "trigger": words(event.verb)}, "status": told["status"],
        "actors": [{"name": actor[0], "actor": None, "country": actor[1], "country_name": None, "sector": "MIL", **words(actor[0])}] if actor else [],
        "recipients": [{"name": event.victim, "actor": None, "country": None, "country_name": None, "sector": None, **words(event.victim)}],
        "places": [{**place, **words(town)}] if told["placed"] else [],
        "time": {"start": day, "end": day, "precision": "day", "text": day, "start_char": start, "end_char": start + 1} if told["dated"] else None,
        "figures": [] if denies else [{**killed, **words(str(told["killed"]))}], "means": [], "confidence": 0.9, "more_evidence": [],
    }  # fmt: skip


def stream(seed: int, incidents: int, setting: World) -> Iterator[Generated]:
    """A large set in parts of a thousand incidents over the same days, for benchmarks."""
    for part in range(0, incidents, 1000):
        yield generate(seed + part, min(1000, incidents - part), days=max(3, incidents // 40), setting=setting)
