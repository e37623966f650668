"""An incident on a terminal: what each voice says of each field, side by side."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from reportedly.cli.output import MARKS, claims_table, console, figure_words, short_id
from reportedly.document import Json
from reportedly.store import Store


def show_incident(store: Store, record: Json) -> None:
    """The head, the values with their voices, the relations, and the claims themselves."""
    out = console()
    out.print(Text(f"{' / '.join(record['types'])} {MARKS.get(record['status'], '')} {record['status']}", style="bold"))
    out.print(f"{record['grade']}: {record['grade_reason']}", markup=False)
    counts = f"{record['n_claims']} claims in {record['n_reports']} reports of {record['n_outlets']} outlets, {record['n_origins']} origins\n"
    out.print(Text(counts, style="dim"))
    out.print(_fields(record))
    if record["relations"]:
        out.print(_relations(record))
    out.print(claims_table(list(store.claims_by("id", record["claims"]))))


def _fields(record: Json) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    for style in ("bold", "", "dim"):
        table.add_column(style=style, overflow="fold")
    for value in record["time"]["values"]:
        table.add_row("time", value["value"].replace("/", " – "), _by(value))
    for field in ("places", "actors", "recipients"):
        for value in record[field]:
            table.add_row(field.removesuffix("s"), value["name"], _by(value))
    for figure in record["figures"]:
        ways = f" ({', '.join(figure['as'])})" if figure["as"] else ""
        table.add_row("figure", figure_words(figure) + ways, _by(figure))
    for origin in record["origins"]:
        table.add_row("origin", origin["name"], f"{len(origin['claims'])} claims")
    for side, voices in record["responsibility"].items():
        for voice in voices:
            table.add_row("responsibility", f"{side} by {voice['name']}", "")
    for group in record["copies"]:
        table.add_row("copies", ", ".join(map(short_id, group)), "")
    for circle in record["circles"]:
        table.add_row("in a circle", " → ".join([*circle, circle[0]]), "")
    for field, share in record["disagreement"].items():
        if share:
            table.add_row("disagreement", field, f"{share:.2f}")
    return table


def _by(value: Json) -> str:
    return f"{', '.join(value['voices'][:5])} · {value['origins']} origins"


def _relations(record: Json) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in ("from", "how", "to", "rule"):
        table.add_column(head, overflow="fold")
    for r in record["relations"]:
        if r["kind"] != "same-incident":
            table.add_row(short_id(r["from"]), r["kind"], short_id(r["to"]), r["rule"])
    return table
