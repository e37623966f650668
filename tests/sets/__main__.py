"""Reads the sets, tells what is wrong, and writes the list of it into the docs: python -m tests.sets"""

from __future__ import annotations

import sys

from reportedly.read import load_tools
from tests.sets.judged import SETS, judged
from tests.sets.misses import PAGE, page, summary

if __name__ == "__main__":
    found = {name: judged(name, load_tools()) for name in SETS}
    PAGE.write_text(page(found), encoding="utf-8")
    sys.stdout.write(f"{summary(found)}\n")
