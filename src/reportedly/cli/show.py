"""`reportedly show`: one claim, report or incident, each field with the words that support it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from reportedly.cli.incident import show_incident
from reportedly.cli.list_ import FormatOption
from reportedly.cli.output import MARKS, Format, chosen, claims_table, console
from reportedly.document import Document, Json
from reportedly.errors import UsageError
from reportedly.settings import store_path
from reportedly.store import ClaimFilter, Store, open_store

KINDS = ("claim", "report", "incident")
STYLES = {"voice": "bold magenta", "cue": "magenta", "event": "bold red", "actor": "bold blue", "recipient": "bold cyan",
          "place": "green", "time": "yellow", "figure": "bold yellow", "means": "red"}  # fmt: skip


def show(
    id: Annotated[list[str], typer.Argument(help="The id of a claim, report or incident, or its beginning; `incident ID` says which is meant.", metavar="[KIND] ID")],
    store: Annotated[Path | None, typer.Option(help="The store to read (a file).")] = None,
    format: FormatOption = None,
) -> None:
    """Show a claim, a report or an incident, field by field, with the words that say it.

    Examples:

      reportedly show 9283758

      reportedly show incident 51ab2c --format json

      reportedly show report-4f1c --format json
    """
    form = chosen(format)
    with open_store(store_path(store), create=False) as opened:
        kind, ident = _wanted(opened, id)
        if form is not Format.TABLE:
            _data(opened, kind, ident, form)
        elif kind == "claim":
            record = opened.claim(ident)
            _claim(record, opened.document(record["document"]["id"]))
        elif kind == "incident":
            show_incident(opened, opened.incident(ident))
        else:
            _report(opened, ident)


def _wanted(store: Store, given: list[str]) -> tuple[str, str]:
    """`show ID` and `show KIND ID`."""
    if len(given) > 2 or (len(given) == 2 and given[0] not in KINDS):
        raise UsageError(f"not an id: {' '.join(given)!r}", hint=f"one id, or one of {', '.join(KINDS)} and an id")
    kind, ident = store.find(given[-1] if len(given) == 1 or given[-1].startswith(given[0]) else f"{given[0]}-{given[-1]}")
    return kind, ident


def _data(store: Store, kind: str, ident: str, form: Format) -> None:
    record: Any = store.claim(ident) if kind == "claim" else store.incident(ident) if kind == "incident" else {**store.document(ident).to_dict(), "intake": store.intake(ident), "claims": list(store.claims(ClaimFilter(report=ident)))}
    sys.stdout.write(json.dumps(record, ensure_ascii=False, indent=1 if form is Format.JSON else None) + "\n")


def pieces(record: Json) -> list[tuple[str, str, Json]]:
    """Every field of a claim that has words: (role, what it says, its words)."""
    out: list[tuple[str, str, Json]] = []
    for n, voice in enumerate(record["attribution"]):
        out.append(("voice", f"{'  ' * n}{voice['name']} ({voice['kind']}, {voice['stance']})", voice))
        if voice["cue"]:
            out.append(("cue", "", voice["cue"]))
    out.append(("event", f"{record['event']['type']} {record['event']['mode'] or ''}".strip(), record["event"]["trigger"]))
    for role in ("actor", "recipient"):
        out += [(role, " · ".join(x for x in (p["name"], p["country_name"], p["sector"]) if x), p) for p in record[role + "s"]]
    for p in record["places"]:
        where = f"{p['latitude']:.2f}, {p['longitude']:.2f}" if p["latitude"] is not None else "not in the gazetteer"
        out.append(("place", f"{p['role']} {p['name']} ({p['precision'] or '?'}, {where})", p))
    if record["time"]:
        t = record["time"]
        said = f"{t['start']} – {t['end']} ({t['precision']})" if t["start"] or t["end"] else "unresolved"
        out.append(("time", said, {"text": t["text"], "start": t["start_char"], "end": t["end_char"]}))
    for f in record["figures"]:
        high = "or more" if f["high"] is None else f"to {f['high']:g}"
        low = "up" if f["low"] is None else f"{f['low']:g}"
        of_all = f" of {f['out_of']:g}" if f["out_of"] is not None else ""
        span = low if f["low"] == f["high"] else f"{low} {high}"
        out.append(("figure", f"{f['role']}: {span}{of_all} {f['unit'] or ''}".strip(), f))
    out += [("means", m["name"], m) for m in record["means"]]
    return out


def _claim(record: Json, document: Document) -> None:
    out = console()
    out.print(_passage(record, document))
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", style="italic dim")
    table.add_row("status", f"{MARKS.get(record['status'], '')} {record['status']}", "")
    for role, said, words in pieces(record):
        if role != "cue":
            table.add_row(Text(role, style=STYLES[role]), said, f"“{words['text']}”")
    table.add_row("confidence", f"{record['confidence']:.2f}", "")
    table.add_row("report", document.title or document.id, document.source or "")
    out.print(table)


def _passage(record: Json, document: Document) -> Text:
    """The evidence with its words lit, and the voices around it."""
    spans = [(w["start"], w["end"]) for _, _, w in pieces(record)] + [(record["evidence"]["start"], record["evidence"]["end"])]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    if end - start > 1500:  # the voice stands far away: show the sentence alone
        start, end = record["evidence"]["start"], record["evidence"]["end"]
    text = Text(document.text[start:end])
    for role, _, words in pieces(record):
        text.stylize(STYLES[role], max(0, words["start"] - start), max(0, words["end"] - start))
    return text.append("\n")


def _report(store: Store, ident: str) -> None:
    document = store.document(ident)
    out = console()
    out.print(Text(document.title or document.id, style="bold"))
    out.print(Text(" · ".join(x for x in (document.outlet, document.published and document.published.isoformat(), document.source) if x) + "\n", style="dim"))
    if intake := store.intake(ident):
        out.print(_way(intake))
    out.print(claims_table(list(store.claims(ClaimFilter(report=ident)))))


def _way(intake: Json) -> Text:
    """How the report was come by: authors, where its date was found, and the chain to the bytes it was read from."""
    lines = [f"by {', '.join(intake['authors'])}"] if intake["authors"] else []
    lines += [f"date from: {intake['published_from']}"] if intake["published_from"] else []
    lines += [" → ".join(f"{link['kind']} {link['name']}" + (f" ({link['sha256'][:12]}…)" if link["sha256"] else "") for link in intake["chain"])] if intake["chain"] else []
    lines += [f"SHA-256 {intake['sha256']}, taken {intake['taken']}"] if intake["sha256"] else []
    lines += [] if intake["coded"] else ["not coded: its language is only stored and searched"]
    return Text("".join(f"{line}\n" for line in lines), style="dim")
