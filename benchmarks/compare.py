"""How comparing grows: made-up claims compared at once, and a thousand more added to a store that holds them.

    python benchmarks/compare.py [--store] [CLAIMS ...]        default: 10000 100000 1000000

Prints a line for each size: seconds, of the clock and of the processor, peak memory, and B³ of the incidents against the truth;
with --store, how long a store of that size takes to compare, and then a thousand claims more.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, insert, select

from reportedly.compare import compare
from reportedly.compare.incremental import Compared, compare_store
from reportedly.evaluate.generated import Generated, generate, stream, world
from reportedly.evaluate.partitions import b_cubed
from reportedly.store import Store, open_store, schema

CLAIMS_AN_INCIDENT = 15.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--store", action="store_true", help="compare a store, then add a thousand claims to it")
    given = parser.parse_args()
    for size in given.claims:
        (measure_store if given.store else measure)(size)


class Making:
    """Made-up parts one after the other, never two at once; and what it took to make them, in seconds of the processor."""

    def __init__(self, size: int) -> None:
        self.size, self.seconds = size, 0.0
        self.truth: dict[str, list[str]] = {}

    def parts(self) -> Iterator[Generated]:
        made = parts(self.size)
        while True:
            started = time.process_time()
            part = next(made, None)
            self.seconds += time.process_time() - started
            if part is None:
                return
            self.truth |= part.truth.incidents
            yield part


def measure(size: int) -> None:
    """Compare about so many claims, made as they are asked for, and print what it took beyond making them."""
    made = Making(size)
    began, started = time.perf_counter(), time.process_time()
    found = compare((c for part in made.parts() for c in part.claims), (d for part in made.parts() for d in part.reports))
    seconds, cpu = time.perf_counter() - began, time.process_time() - started - made.seconds
    truth = list(made.truth.values())
    f1 = b_cubed([i.claims for i in found.incidents], truth)[2]
    claims = sum(map(len, truth))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{claims:>9} claims  {seconds:8.1f} s  {cpu:8.1f} s of processor beside {made.seconds:.1f} s of making them  "
          f"{1e6 * cpu / claims:6.0f} µs a claim  {peak:7.0f} MB  B³ {f1:.3f}", flush=True)  # fmt: skip


def measure_store(size: int) -> None:
    """Fill a store, compare it, add the claims of some seventy incidents more, and compare again."""
    with TemporaryDirectory() as folder, open_store(Path(folder) / "s.db") as store:
        for part in parts(size):
            fill(store, part)
        first, took = timed(store)
        fill(store, generate(2, int(1000 / CLAIMS_AN_INCIDENT), days=3, setting=world(random.Random(1))))
        more, added = timed(store)
        print(f"{first.new:>9} claims  {took:8.1f} s of processor; {more.new} more, {more.touched} touched  {added:6.1f} s of processor", flush=True)


def timed(store: Store) -> tuple[Compared, float]:
    started = time.process_time()
    return compare_store(store), time.process_time() - started


def fill(store: Store, part: Generated) -> None:
    """Rows as reading would have stored them, in one go."""
    counts = Counter(c["document"]["id"] for c in part.claims)
    with store.engine.begin() as connection:
        have = connection.execute(select(func.count()).select_from(schema.reports)).scalar_one()
        connection.execute(insert(schema.reports), [
            {"id": d.id, "text": d.text, "outlet": d.outlet, "published": d.published.isoformat(), "notes": [], "claims": counts[d.id], "codebook": "b",
             "version": "1", "stored": have + n + 1} for n, d in enumerate(part.reports)])  # fmt: skip
        connection.execute(insert(schema.claims), [
            {"id": c["id"], "report": c["document"]["id"], "position": n, "type": c["event"]["type"], "status": c["status"], "start": c["time"] and c["time"]["start"],
             "end": c["time"] and c["time"]["end"], "confidence": 0.9, "evidence": c["evidence"]["text"], "record": c, "trace": []}
            for n, c in enumerate(part.claims)])  # fmt: skip


def parts(size: int) -> Iterator[Generated]:
    return stream(1, int(size / CLAIMS_AN_INCIDENT), world(random.Random(1)))


if __name__ == "__main__":
    main()
