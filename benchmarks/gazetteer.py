"""What the gazetteer costs: disk, opening, memory, look-ups; with --import, what a GeoNames dump costs.

usage: python benchmarks/gazetteer.py [--import ROWS] [--build]

Opening and memory are measured in a process of their own (memory on Linux). --import writes a dump of so many invented rows and imports it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

NAMES = 20_000  # different names asked for: more than any batch of reports holds in memory at once
OPENED = """
import json, sys, time

def peak():  # in kilobytes; the resource module counts the parent's memory too
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))

began = time.perf_counter()
from reportedly.resolve.gazetteer import open_gazetteer
imported = time.perf_counter()
before = peak()
gazetteer = open_gazetteer()
gazetteer.lookup("Hama")
opened = time.perf_counter()
for name in json.load(sys.stdin):
    gazetteer.lookup(name)
print(json.dumps([imported - began, opened - imported, (peak() - before) / 1024]))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--import", dest="rows", type=int, default=0, metavar="ROWS")
    parser.add_argument("--build", action="store_true")
    args = parser.parse_args()
    from reportedly.resolve.gazetteer import open_gazetteer

    gazetteer = open_gazetteer()
    names = some_names(NAMES)
    print(f"machine          {platform.machine()}, {platform.system()}, Python {platform.python_version()}")
    print(f"file             {gazetteer.path.stat().st_size / 1e6:,.1f} MB, {int(gazetteer.built.meta()['places']):,} places")
    loaded, opened, memory = in_a_process(names)
    print(f"open             {opened:.3f} s with the first look-up (and {loaded:.2f} s to load the code)")
    print(f"memory           {memory:,.0f} MB more after {len(names):,} names")
    print(f"look-up, new     {each(gazetteer.lookup, names):.0f} µs (median of {len(names):,} names)")
    print(f"look-up, known   {each(gazetteer.lookup, names[-10_000:]):.2f} µs")
    print(f"look-up, unknown {each(gazetteer.lookup, [f'Xyzzyville {n}' for n in range(5_000)]):.0f} µs")
    print(f"alike            {each(lambda name: gazetteer.alike(name, 'SYR'), names[:2_000]):.0f} µs")
    print(f"search by hand   {each(searching(gazetteer), names[:300]) / 1000:.1f} ms")
    if args.build:
        print(f"build            {building():.0f} s")
    if args.rows:
        importing(args.rows)


def some_names(count: int) -> list[str]:
    """Names from the gazetteer itself, always the same."""
    from reportedly.resolve.gazetteer import open_gazetteer

    rows = open_gazetteer().built.ask("SELECT DISTINCT key FROM names WHERE key NOT LIKE '% % %'")
    return [row[0] for row in random.Random(7).sample(rows, count)]


def in_a_process(names: list[str]) -> tuple[float, float, float]:
    """Seconds to load the code and to open, and megabytes."""
    done = subprocess.run([sys.executable, "-c", OPENED], input=json.dumps(names), capture_output=True, text=True, check=True)
    loaded, opened, memory = json.loads(done.stdout)
    return loaded, opened, memory


def each(ask: Callable[[str], object], names: Iterable[str]) -> float:
    """The middle of the microseconds that an answer takes."""
    taken = []
    for name in names:
        began = time.perf_counter()
        ask(name)
        taken.append(time.perf_counter() - began)
    return median(taken) * 1e6


def searching(gazetteer: object) -> Callable[[str], object]:
    from reportedly.resolve.gazetteer_search import search

    return lambda name: search(gazetteer, name)  # type: ignore[arg-type]


def building() -> float:
    from reportedly.resolve.gazetteer_build import build

    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        build(Path(folder) / "g.sqlite", lambda message, share: None)
        return time.perf_counter() - began


def importing(rows: int) -> None:
    """A dump of invented villages: seconds, megabytes, and what look-ups cost with it."""
    from reportedly.resolve.gazetteer import open_gazetteer
    from reportedly.resolve.gazetteer_import import import_places

    chance, syllables = random.Random(7), ["ba", "de", "fa", "gha", "ha", "ka", "kha", "la", "ma", "na", "ra", "sa", "sha", "ta", "tu", "wa", "ya", "za"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REPORTEDLY_PLACES"] = folder
        dump = Path(folder) / "dump.txt"
        with dump.open("w", encoding="utf-8") as file:
            for n in range(rows):
                name = "".join(chance.choices(syllables, k=4)).title()
                point = f"{chance.uniform(-60, 60):.5f}\t{chance.uniform(-170, 170):.5f}"
                file.write(f"{20_000_000 + n}\t{name}\t{name}\tAl {name},{name}ah\t{point}\tP\tPPL\tSY\t\t10\t\t\t\t0\t\t300\tAsia/Damascus\t2026-01-01\n")
        began = time.perf_counter()
        made = import_places(dump, open_gazetteer(), lambda message, share: None)
        taken = time.perf_counter() - began
        size = made.path.stat().st_size
        print(f"import           {rows / taken:,.0f} rows/s; {size / rows:,.0f} bytes a place ({made.places:,} places, {size / 1e6:,.0f} MB)")
        gazetteer = open_gazetteer()
        print(f"  look-up, new   {each(gazetteer.lookup, some_names(5_000)):.0f} µs with the import")


if __name__ == "__main__":
    main()
