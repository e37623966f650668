"""How fast the desk answers: a store of made-up claims, a real server on it, and the questions that a reader asks.

    python benchmarks/desk.py [--claims 1000000] [--store FILE] [--rounds 20]

Makes the store if FILE is not there (ten claims an incident; a million take some minutes and three gigabytes), starts the desk on it, asks
every kind of question once to warm it, then `rounds` times with other values each, and prints the milliseconds of each kind: the middle,
the 95th percentile, the slowest; and the same of the processor's time, which does not count what else the machine is doing. What goes
before: how long the desk takes to count everything, and the size of the store.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import httpx
from sqlalchemy import JSON, String, func, insert, select, text

from reportedly.compare.accounts import account
from reportedly.compare.incidents import Surroundings, incident
from reportedly.compare.origins import voices_of
from reportedly.compare.syndication import chains_of
from reportedly.comparison import Chain, Comparison
from reportedly.document import Json
from reportedly.evaluate.generated import Generated, generate, world
from reportedly.store import Store, open_store, schema
from reportedly.store.claim_rows import Row, insert_claims
from reportedly.store.compared_write import save_incidents
from reportedly.store.originals import keep_intake
from reportedly.web.desk import Setup
from reportedly.web.serve import Server, listen

DAYS = 3650
PART = 500  # incidents made at a time
MADE = 100_000  # claims that are made one by one; more are these again under other ids
WORDS = ("killed", "smoke", "hospital", "army bombed", "denied", "northern market", "residents", "bridge crowded", "refinery", "shelled")

type Question = Callable[[random.Random, Json], str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--store", type=Path, help="keep the store here, or use the one that is here")
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = given.store or Path(folder) / "desk.db"
        if not path.exists():
            began = time.perf_counter()
            with open_store(path) as store:
                times = max(1, given.claims // MADE)
                fill(store, given.claims // times)
                multiply(store, times)
            print(f"made in {time.perf_counter() - began:.0f} s", flush=True)
        print(f"{path.stat().st_size / 1e9:.2f} GB")
        with serving(path) as client:
            measure(client, given.rounds)


def fill(store: Store, size: int) -> None:
    """Reports, claims and incidents, as reading and comparing would have stored them."""
    about = world(random.Random(1))
    seed = made = 0
    while made < size:
        part = generate(seed := seed + 1, PART, days=DAYS, setting=about, copies=0.4)
        add_reports(store, part)
        add_incidents(store, part)
        made += len(part.claims)
        if seed % 20 == 0:
            print(f"  {made} claims", file=sys.stderr, flush=True)


def multiply(store: Store, times: int) -> None:
    """The same reports, claims and incidents again under other ids, `times` in all: to make each anew would take an hour."""
    with store.engine.connect() as connection:
        top = {name: connection.execute(text(f"SELECT coalesce(max({column}), 0) FROM {name}")).scalar_one() for name, column in NUMBERED.items()}
    for k in range(1, times):
        with store.engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA cache_size=-2000000")  # 2 GB, else each row of an index is a page written
            for name in TABLES:
                connection.execute(text(_again(name, k, top)))
            for fts, columns, source in _words_again(k, top):
                connection.execute(text(f"INSERT INTO {fts} ({columns}) SELECT {source}"))
        print(f"  {k + 1} of {times}", file=sys.stderr, flush=True)


TABLES = ("reports", "intakes", "claims", "voices", "participants", "places", "incidents", "memberships", "relations", "copies")
NUMBERED = {"reports": "stored", "intakes": "id", "incidents": "number", "relations": "id", "copies": "id"}  # what counts up in each
FIRST = "GLOB 'claim-" + "[0-9a-f]" * 20 + "'"  # the ids of what was made, and not copied


def _again(name: str, k: int, top: dict[str, int]) -> str:
    """The statement that adds a table's first rows once more."""
    table, counted = schema.metadata.tables[name], NUMBERED.get(name)
    named = [f'"{c.name}"' for c in table.columns]
    made = [f'"{c.name}" + {k * top[name]}' if c.name == counted else _other(f'"{c.name}"', k) if isinstance(c.type, String | JSON) else f'"{c.name}"' for c in table.columns]
    mine = f"{counted} <= {top[name]}" if counted else f"{'id' if name == 'claims' else 'claim'} {FIRST}"
    return f"INSERT INTO {name} ({', '.join(named)}) SELECT {', '.join(made)} FROM {name} WHERE {mine}"


def _other(column: str, k: int) -> str:
    return f"replace(replace(replace({column}, 'report-', 'report-{k}'), 'claim-', 'claim-{k}'), 'incident-', 'incident-{k}')"


def _words_again(k: int, top: dict[str, int]) -> list[tuple[str, str, str]]:
    return [
        ("incidents_fts", "rowid, words", f"rowid + {k * top['incidents']}, words FROM incidents_fts WHERE rowid <= {top['incidents']}"),
        ("claims_fts", "claim, evidence, title", f"{_other('claim', k)}, evidence, title FROM claims_fts WHERE claim {FIRST}"),
        ("reports_fts", "rowid, title, text", f"i.id + {k * top['intakes']}, '', r.text FROM intakes i JOIN reports r ON r.id = i.report WHERE i.id <= {top['intakes']}"),
    ]


def add_reports(store: Store, part: Generated) -> None:
    of: dict[str, list[Json]] = {d.id: [] for d in part.reports}
    for claim in part.claims:
        of[claim["document"]["id"]].append(claim)
    with store.engine.begin() as connection:
        have = connection.execute(select(func.max(schema.reports.c.stored))).scalar() or 0
        rows = [
            {"id": d.id, "text": d.text, "title": None, "outlet": d.outlet, "published": d.published and d.published.isoformat(), "notes": [], "claims": len(of[d.id]),
             "codebook": "b", "version": "1", "stored": have + n + 1} for n, d in enumerate(part.reports)
        ]  # fmt: skip
        connection.execute(insert(schema.reports), rows)
        for document in part.reports:
            keep_intake(connection, document, coded=True)
            insert_claims(connection, document.id, [Row(c, n) for n, c in enumerate(of[document.id])], None)


def add_incidents(store: Store, part: Generated) -> None:
    accounts = {c["id"]: account(c) for c in part.claims}
    copies = [Chain(group[0], tuple(group)) for group in part.truth.copies]
    chains = chains_of(list(accounts.values()), copies)
    around = Surroundings(voices_of(list(accounts.values())), chains, {d.id: n for n, d in enumerate(part.reports)})
    made = [incident([accounts[c] for c in group], around) for group in part.truth.incidents.values() if group]
    related = tuple(r for _, within in made for r in within)
    components = {c: group[0] for group in part.truth.incidents.values() for c in group}
    save_incidents(store.engine, Comparison(tuple(i for i, _ in made), related, tuple(copies), dict(chains)), components, copies, [d.id for d in part.reports])


@contextmanager
def serving(path: Path) -> Iterator[httpx.Client]:
    setup = Setup(path, port=0, seconds=60)
    with listen(setup) as listening:
        server = Server(setup)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        began = time.perf_counter()
        server.desk.warm()
        counts = server.desk.shelf.incidents.get().value.counts
        print(f"{counts['claims']} claims, {counts['incidents']} incidents, counted in {time.perf_counter() - began:.1f} s", flush=True)
        with httpx.Client(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}", timeout=120) as client:
            yield client
        server.end()
        thread.join()


def measure(client: httpx.Client, rounds: int) -> None:
    rng = random.Random(7)
    known = values(client)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in QUESTIONS}
    for n in range(rounds + 1):
        for name, question in QUESTIONS.items():
            path = question(rng, known)
            began, busy = time.perf_counter(), time.process_time()
            client.get(path).raise_for_status()
            if n:
                times[name].append((1000 * (time.perf_counter() - began), 1000 * (time.process_time() - busy)))
    print(f"{'milliseconds':32} {'middle':>8} {'95th':>8} {'slowest':>8}   {'processor':>9} {'95th':>8} {'slowest':>8}")
    for name, took in [*times.items(), ("all", [t for each in times.values() for t in each])]:
        print(f"{name:32} " + "   ".join(f"{statistics.median(one):8.1f} {percentile(one):8.1f} {max(one):8.1f}" for one in map(list, zip(*took, strict=True))))


def percentile(took: list[float], part: float = 0.95) -> float:
    return sorted(took)[min(len(took) - 1, int(part * len(took)))]


def values(client: httpx.Client) -> Json:
    """What may be asked for: values of every facet, frequent and rare; ids of incidents, claims and reports."""
    facets = client.get("/api/incidents/facets?top=100").json()["facets"]
    known: Json = {name: [v["value"] for v in rows] for name, rows in facets.items()}
    for name in ("incidents", "claims", "reports"):
        known[name] = [r["id"] for r in client.get(f"/api/{name}?limit=200").json()["items"]]
    known["places"] = [r["name"] for r in client.get("/api/places?limit=200").json()["items"]]
    return known


def _asked(path: str, *fields: str, **more: str) -> Question:
    """A question with a value of each of these fields."""
    return lambda rng, known: f"{path}?{urlencode([*((f, rng.choice(known[f])) for f in fields), *more.items()])}"


def _words(path: str, **more: str) -> Question:
    return lambda rng, known: f"{path}?{urlencode({'q': rng.choice(WORDS), **more})}"


def _days(rng: random.Random, known: Json) -> str:
    year = rng.randint(2015, 2023)
    return f"/api/incidents/facets?since={year}-02-01&until={year + 1}-03-01"


def _span(path: str, **more: str) -> Question:
    """Some months in a row."""

    def question(rng: random.Random, known: Json) -> str:
        year, month = rng.randint(2015, 2024), rng.randint(1, 6)
        return f"{path}?{urlencode({'since': f'{year}-0{month}-01', 'until': f'{year}-{month + 5:02}-28', **more})}"

    return question


QUESTIONS: dict[str, Question] = {
    "incidents": _asked("/api/incidents"), "incidents by type": _asked("/api/incidents", "type"), "incidents by actor, most claims": _asked("/api/incidents", "actor", sort="claims"),
    "incidents by voice and country": _asked("/api/incidents", "voice", "country"), "incidents by words": _words("/api/incidents"),
    "facets": _asked("/api/incidents/facets"), "facets by type": _asked("/api/incidents/facets", "type"), "facets by status and grade": _asked("/api/incidents/facets", "status", "grade"),
    "facets by voice": _asked("/api/incidents/facets", "voice"), "facets by words": _words("/api/incidents/facets"), "facets by words and type": lambda r, k: _words("/api/incidents/facets", type=r.choice(k["type"]))(r, k),
    "facets within days": _days, "facet searched in": _asked("/api/incidents/facets", find="army", fields="actor"),
    "timeline": _asked("/api/incidents/timeline"), "timeline by country": _asked("/api/incidents/timeline", "country"), "map by type": _asked("/api/incidents/map", "type", "country"),
    "incident": lambda r, k: f"/api/incidents/{r.choice(k['incidents'])}", "dossier": lambda r, k: f"/api/incidents/{r.choice(k['incidents'])}/dossier",
    "claims": _asked("/api/claims"), "claims by type": _asked("/api/claims", "type"), "claims by type and status": _asked("/api/claims", "type", "status", sort="oldest"),
    "claims by voice": _asked("/api/claims", "voice"), "claims by actor": _asked("/api/claims", "actor"), "claims by voice and type": _asked("/api/claims", "voice", "type"),
    "claims by words": _words("/api/claims"), "claims, least certain": _asked("/api/claims", sort="uncertain"), "claims within days": _span("/api/claims"), "claims within days, oldest": _span("/api/claims", sort="oldest"),
    "claims' facets": _asked("/api/claims/facets"), "claims' facets by type, actor": _asked("/api/claims/facets", "type", "actor"), "claims' facets by words": _words("/api/claims/facets"),
    "claims' facets within days": _span("/api/claims/facets"), "reports": _asked("/api/reports"), "reports by outlet": _asked("/api/reports", "outlet"), "reports by words": _words("/api/reports"), "report": lambda r, k: f"/api/reports/{r.choice(k['reports'])}",
    "report's claims": lambda r, k: f"/api/reports/{r.choice(k['reports'])}/claims", "relations": _asked("/api/relations", kind="denies"),
    "voices": _asked("/api/voices", q="army"), "voice": lambda r, k: f"/api/voices/{r.choice(k['voice'])}", "actor": lambda r, k: f"/api/actors/{r.choice(k['actor'])}",
    "whom most claims name": lambda r, k: f"/api/actors/{k['recipient'][0]}", "who says most": lambda r, k: f"/api/voices/{k['voice'][0]}",
    "place": lambda r, k: f"/api/places/{r.choice(k['places'])}", "search": _words("/api/search"), "queue, least certain": _asked("/api/review/queue"),
    "queue, most disputed": _asked("/api/review/queue", order="disputed"), "status": _asked("/api/status"),
}  # fmt: skip

if __name__ == "__main__":
    main()
