"""Claims into files that other tools read: CSV, JSON Lines, Parquet, GeoJSON. Each file appears whole or not at all."""

from __future__ import annotations

import csv
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from reportedly.document import Json
from reportedly.resolve.gazetteer import ATTRIBUTION
from reportedly.rows import COLUMNS, flat, safe_cell

type Writer = Callable[[Iterable[Json], Path], int]


@contextmanager
def whole_file(path: Path, *, binary: bool = False) -> Iterator[IO[str]]:
    """A file that replaces `path` when it is complete; on an error nothing is left behind."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb" if binary else "w", encoding=None if binary else "utf-8", newline=None if binary else "") as file:
            yield file
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)  # as any new file; mkstemp's own are private
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_csv(records: Iterable[Json], path: Path) -> int:
    """One flat row a claim. Cells that a spreadsheet would run as a formula are made plain text."""
    count = 0
    with whole_file(path) as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for record in records:
            writer.writerow({k: safe_cell(v) for k, v in flat(record).items()})
            count += 1
    return count


def write_jsonl(records: Iterable[Json], path: Path) -> int:
    """The contract records, one a line."""
    count = 0
    with whole_file(path) as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    return count


def write_parquet(records: Iterable[Json], path: Path) -> int:
    """The flat rows as Parquet, with the full record as JSON in the column `record`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [{**flat(r), "record": json.dumps(r, ensure_ascii=False)} for r in records]
    numbers = dict.fromkeys(("latitude", "longitude", "confidence"), pa.float64())
    numbers |= dict.fromkeys(("evidence_start", "evidence_end", "where_prec", "geo_precision", "date_prec", "time_precision"), pa.int64())
    schema = pa.schema([(c, numbers.get(c, pa.string())) for c in [*COLUMNS, "record"]], metadata={"attribution": ATTRIBUTION})
    with whole_file(path, binary=True) as file:
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), file)
    return len(rows)


def write_geojson(records: Iterable[Json], path: Path) -> int:
    """A point for each placed claim and place, with the flat row as its properties. WGS 84."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [p["longitude"], p["latitude"]]},
            "properties": {**flat(r), "place": p["name"], "place_role": p["role"], "precision": p["precision"]},
        }
        for r in records
        for p in r["places"]
        if p["latitude"] is not None
    ]
    with whole_file(path) as file:
        json.dump({"type": "FeatureCollection", "attribution": ATTRIBUTION, "features": features}, file, ensure_ascii=False)
    return len(features)


def write_attribution(folder: Path) -> None:
    """Whose place data the files beside it hold: CSV and JSON Lines have no room for it, and its licence wants it said."""
    with whole_file(folder / "ATTRIBUTION.txt") as file:
        file.write(ATTRIBUTION + "\n")


WRITERS: dict[str, Writer] = {"csv": write_csv, "jsonl": write_jsonl, "parquet": write_parquet, "geojson": write_geojson}
