"""How comparing grows: made-up claims compared at once, and a thousand more added to a store that holds them.

    python benchmarks/compare.py [CLAIMS ...]        default: 10000 100000 1000000

Prints a line for each size: seconds, of the clock and of the processor, peak memory, and B³ of the incidents against the truth.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator

from reportedly.compare import compare
from reportedly.evaluate.generated import Generated, stream, world
from reportedly.evaluate.partitions import b_cubed

CLAIMS_AN_INCIDENT = 15.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    for size in parser.parse_args().claims:
        measure(size)


def measure(size: int) -> None:
    """Compare about so many claims, made as they are asked for, and print what it took beyond making them."""
    started = time.process_time()
    truth = [claims for part in parts(size) for claims in part.truth.incidents.values()]
    making = 2 * (time.process_time() - started)  # once for the reports, once for the claims
    began, started = time.perf_counter(), time.process_time()
    made = compare((c for part in parts(size) for c in part.claims), (d for part in parts(size) for d in part.reports))
    seconds, cpu = time.perf_counter() - began, time.process_time() - started - making
    f1 = b_cubed([i.claims for i in made.incidents], truth)[2]
    claims = sum(map(len, truth))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{claims:>9} claims  {seconds:8.1f} s  {cpu:8.1f} s of processor beside {making:.1f} s of making them  "
          f"{1e6 * cpu / claims:6.0f} µs a claim  {peak:7.0f} MB  B³ {f1:.3f}", flush=True)  # fmt: skip


def parts(size: int) -> Iterator[Generated]:
    return stream(1, int(size / CLAIMS_AN_INCIDENT), world(random.Random(1)))


if __name__ == "__main__":
    main()
