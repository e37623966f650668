"""Data on stdout, talk on stderr: tables for terminals, JSON Lines for pipes, JSON and CSV when asked."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.document import Json
from reportedly.rows import flat, safe_cell

MARKS = {"occurred": "●", "ongoing": "◐", "planned": "◌", "possible": "○", "threatened": "!", "requested": "?", "denied": "✕"}

talk = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)


class Format(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"


def chosen(given: Format | None) -> Format:
    """What was asked for; else a table on a terminal and JSON Lines in a pipe."""
    return given or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)


def console() -> Console:
    """The terminal; brackets and colons in what is shown are those of reports, not marks of ours."""
    return Console(highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else 110)


def put(rows: Iterable[Json], form: Format, table: Any = None, *, flatten: bool = False) -> int:
    """Print rows; `table(rows)` makes the terminal's table. Gives how many there were."""
    if form is Format.JSONL:
        count = 0
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
        return count
    kept = list(rows)
    if form is Format.JSON:
        sys.stdout.write(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    elif form is Format.CSV:
        _csv([flat(r) if flatten else r for r in kept])
    else:
        console().print((table or plain_table)(kept))
    return len(kept)


def _csv(rows: list[Json]) -> None:
    if not rows:
        return
    writer = csv.DictWriter(sys.stdout, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({k: safe_cell(v) for k, v in row.items()})


def plain_table(rows: list[Json]) -> Table:
    """Any rows as a table, their keys as its heads."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for key in rows[0] if rows else ("nothing to show",):
        table.add_column(key.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(short(v) for v in row.values()))
    return table


def short(value: object) -> str:
    return "" if value is None else str(value)


def claims_table(rows: list[Json]) -> Table:
    """Who says what: a line for each claim, its words beneath."""
    table = Table(box=None, pad_edge=False, header_style="bold", show_lines=False, expand=False)
    table.add_column("id", no_wrap=True, style="dim")
    table.add_column("according to", ratio=2, overflow="fold")
    table.add_column("", no_wrap=True)
    table.add_column("what", ratio=5, overflow="fold")
    table.add_column("where, when, how many", ratio=3, overflow="fold")
    for row in rows:
        table.add_row(short_id(row["id"]), voices(row), MARKS.get(row["status"], ""), what(row), circumstances(row))
    return table


def short_id(ident: str) -> str:
    return ident.removeprefix("claim-").removeprefix("report-").removeprefix("incident-")[:8]


def voices(row: Json) -> Text:
    """The chain, the one who says it first: "Vladimir Putin, by Interfax"."""
    names = [v["name"] for v in reversed(row["attribution"])]
    if not names:
        return Text("the report", style="dim")
    return Text(names[0], style="bold").append("".join(f", by {n}" for n in names[1:]), style="not bold")


def what(row: Json) -> Text:
    line = Text(row["event"]["type"], style="bold")
    if row["status"] not in ("occurred", "ongoing"):
        line.append(f" ({row['status']})", style="not bold")
    parties = " → ".join(", ".join(p["name"] for p in row[k]) or "?" for k in ("actors", "recipients"))
    line.append(f"  {parties}\n", style="not bold")
    words = " ".join(row["evidence"]["text"].split())
    return line.append(f"“{words[:150]}{'…' if len(words) > 150 else ''}”", style="not bold dim italic")


def circumstances(row: Json) -> str:
    time = row["time"] or {}
    when = time.get("start") or ""
    if time.get("end") and time["end"] != when:
        when += f" – {time['end']}"
    if time and not when:
        when = f"{time['text']} (no date)"
    where = ", ".join(("from " if p["role"] == "from" else "to " if p["role"] == "to" else "") + p["name"] for p in row["places"])
    figures = "; ".join(f["text"] for f in row["figures"][:4])
    return "\n".join(part for part in (where, when, figures) if part)


def reports_table(rows: list[Json]) -> Table:
    """A line for each report: what it is called, whose it is, when it was published and where that stands, and what was read in it."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("id", no_wrap=True, style="dim")
    for head in ("title", "outlet", "published", "language", "claims", "source"):
        table.add_column(head, overflow="fold")
    for row in rows:
        published = f"{row['published']} ({row['published_from']})" if row["published"] else ""
        table.add_row(
            short_id(row["id"]), row["title"] or "", row["outlet"] or "", published, row["language"] or "?", str(row["claims"]) if row["coded"] else "not coded", row["url"] or row["source"] or ""
        )
    return table


def incidents_table(rows: list[Json]) -> Table:
    """A line for each incident: what, when and where, who, how many count, and how well it is attested."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("id", no_wrap=True, style="dim")
    for head in ("what", "when, where", "claims · reports · origins", "figures", "grade"):
        table.add_column(head, overflow="fold")
    for row in rows:
        parties = " → ".join(", ".join(p["name"] for p in row[k][:2]) or "?" for k in ("actors", "recipients"))
        what_ = Text("/".join(row["types"]), style="bold").append(f" {MARKS.get(row['status'], '')} {parties}", style="not bold")
        where = "\n".join(x for x in (row["time"]["start"] or "", ", ".join(p["name"] for p in row["places"][:2])) if x)
        counts = f"{row['n_claims']} · {row['n_reports']} · {row['n_origins']}"
        table.add_row(short_id(row["id"]), what_, where, counts, "; ".join(figure_words(f) for f in row["figures"][:3]), row["grade"])
    return table


def figure_words(figure: Json) -> str:
    """"killed 4–6 civilians"; an open end is shown as such."""
    low, high = figure["low"], figure["high"]
    many = f"{low:g}" if low == high and low is not None else f"{'' if low is None else f'{low:g}'}–{'' if high is None else f'{high:g}'}"
    return f"{figure['role']} {many} {figure['of']}".strip()


def disputes_table(rows: list[Json]) -> Table:
    """A line for each contradiction, both claims' words beneath each other."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in ("incident", "how", "claims", "words"):
        table.add_column(head, overflow="fold")
    for row in rows:
        said = "\n".join(f"“{' '.join(e['text'].split())[:120]}”" for e in row["evidence"])
        table.add_row(short_id(row["incident"]), f"{row['kind']}\n{row['rule']}", f"{short_id(row['from'])}\n{short_id(row['to'])}", said)
    return table
