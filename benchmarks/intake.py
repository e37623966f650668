"""Small HTML pages an hour from end to end: unpacked, found, read for claims and stored with their originals.

usage: python benchmarks/intake.py [--pages N] [--processes N]

The pages are made here, each of about 170 words with the furniture of a news site, and served to `code` as a zip. With several
processes each codes its share into a store of its own, as one would code an archive in parts.
"""

from __future__ import annotations

import argparse
import platform
import resource
import tempfile
import time
import zipfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

TOWNS = ("Homs", "Idlib", "Mosul", "Tripoli", "Mopti", "Kandahar", "Maiduguri", "Sirte", "Raqqa", "Goma")
DEEDS = ("shelled", "attacked", "bombed", "raided", "stormed")
ACTORS = ("Rebels", "Government troops", "Gunmen", "Warplanes", "Militants")
TARGETS = ("a market", "a police station", "a checkpoint", "a village", "a convoy")
FURNITURE = "<nav>" + "".join(f"<a href='/{s}'>{s}</a> " for s in ("Home", "World", "Africa", "Sport", "Weather", "Video", "Opinion")) + "</nav>"
RELATED = "<aside><h3>Related stories</h3><ul>" + "".join(f"<li><a href='/r{n}'>Another story that was told last week</a></li>" for n in range(8)) + "</ul></aside>"
SCRIPT = "<script>" + "var words = 'nothing to read here';" * 60 + "</script>"


def page(n: int) -> bytes:
    """One page, like no other."""
    town, deed, actor, target = (values[n // k % len(values)] for k, values in ((1, TOWNS), (3, DEEDS), (7, ACTORS), (11, TARGETS)))
    body = [
        f"{actor} {deed} {target} near {town} on Monday, killing at least {n % 40 + 2} people and wounding {n % 70 + 3}, a local official said.",
        f"The army denied that its forces had taken part in the attack, which was the {n}th that was counted in the province since the year began.",
        f"“Nobody was safe in the streets of {town},” said a doctor at the main hospital, who asked that his name should not be printed.",
        "The United Nations urged both sides to protect civilians. Talks between the parties are planned for Friday in a third country, diplomats told reporters.",
        f"About {n % 900 + 100} families have left the town since Sunday, according to an aid group that works there. Many have gone to camps in the south.",
        f"In a second incident, police arrested {n % 9 + 2} men in {TOWNS[(n + 4) % len(TOWNS)]} on Tuesday after weapons were found in a house, state television reported.",
    ]
    head = f"<title>{actor} near {town} ({n}) - The Courier</title><meta property='article:published_time' content='2024-03-{n % 27 + 1:02}T10:00:00Z'>{SCRIPT}"
    text = "".join(f"<p>{p}</p>" for p in body)
    return f"<html><head>{head}</head><body>{FURNITURE}<article><h1>{actor} near {town} ({n})</h1>{text}</article>{RELATED}<footer>Copyright</footer></body></html>".encode()


def code(archive: Path) -> tuple[int, int, float, int]:
    """Code one archive: (reports, claims, seconds, peak kB). Loading the language model is not counted."""
    from reportedly.cli.code import Outcome, run_over
    from reportedly.intake.fetch import Fetcher
    from reportedly.intake.opening import Wanted
    from reportedly.intake.sources import documents_from
    from reportedly.read import load_tools
    from reportedly.store import open_store

    load_tools()
    with open_store(archive.with_suffix(".db")) as store:
        began, outcome = time.perf_counter(), Outcome()
        run_over(store, store.begin_run(), documents_from(str(archive), Wanted(), Fetcher()), outcome)
        seconds, counts = time.perf_counter() - began, store.counts()
    assert outcome.skipped == 0
    return counts["reports"], counts["claims"], seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archives = [Path(folder) / f"part{k}.zip" for k in range(args.processes)]
        for k, path in enumerate(archives):
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for n in range(k, args.pages, args.processes):
                    archive.writestr(f"{n}.html", page(n))
        with ProcessPoolExecutor(args.processes) as pool:
            done = list(pool.map(code, archives))
        size = sum(a.with_suffix(".db").stat().st_size for a in archives)
    reports, claims, seconds = sum(d[0] for d in done), sum(d[1] for d in done), max(d[2] for d in done)
    print(f"machine        {platform.machine()}, {platform.system()}, Python {platform.python_version()}")
    print(f"pages          {reports:,} in {args.processes} processes, {claims:,} claims, {seconds:.0f} s")
    print(f"speed          {3600 * reports / seconds:,.0f} pages an hour, {reports / seconds:.1f} a second")
    print(f"peak memory    {max(d[3] for d in done) / 1024:,.0f} MB a process")
    print(f"store          {size / reports / 1024:.1f} KB a page")


if __name__ == "__main__":
    main()
