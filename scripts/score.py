"""Score reading against hand-coded reports: `python scripts/score.py ../shared`. One line a set, as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.read import read_documents

SETS = ("reports", "claims/dev", "claims/snippets")


def main(shared: Path) -> None:
    for name in SETS:
        gold = sorted((shared / name).glob("*.gold.json"))
        if not gold:
            continue
        with tempfile.TemporaryDirectory() as folder:
            write_claims(gold, Path(folder))
            scorer = [sys.executable, str(shared / "claims" / "score_claims.py"), str(shared / name), folder, "--json"]
            print(f"{name:16}", subprocess.run(scorer, check=True, capture_output=True, text=True).stdout.strip())


def write_claims(gold: list[Path], folder: Path) -> None:
    documents = []
    for path in gold:
        published = json.loads(path.read_text())["published"] if "published" in path.read_text() else None
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text()
        documents.append(document_from_text(text, given=Given(parse_date(published) if published else None)))
    for path, reading in zip(gold, read_documents(documents), strict=True):
        lines = "".join(json.dumps(record) + "\n" for record in reading.to_dicts())
        (folder / path.name.replace(".gold.json", ".jsonl")).write_text(lines)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
