"""`reportedly list`: claims, incidents, disputes, reports and what else the store holds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.output import Format, chosen, claims_table, disputes_table, incidents_table, put, reports_table
from reportedly.intake.text import parse_date
from reportedly.settings import store_path
from reportedly.store import ClaimFilter, open_store

app = typer.Typer(help="List claims, incidents, disputes, reports, copies, voices, actors, judgements or problems.", no_args_is_help=True, rich_markup_mode=None)

StoreOption = Annotated[Path | None, typer.Option("--store", help="The store to read (a file).")]
FormatOption = Annotated[Format | None, typer.Option("--format", help="table on a terminal, jsonl in a pipe, or what you say.")]


@app.command()
def claims(
    voice: Annotated[str | None, typer.Option(help="Part of the name of a voice.")] = None,
    actor: Annotated[str | None, typer.Option(help="Part of the name of an actor or recipient, or its state.")] = None,
    type: Annotated[str | None, typer.Option(help="An event type, such as ASSAULT.")] = None,
    status: Annotated[str | None, typer.Option(help="occurred ongoing planned threatened requested possible denied.")] = None,
    place: Annotated[str | None, typer.Option(help="Part of the name of a place.")] = None,
    since: Annotated[str | None, typer.Option(help="Events on or after this day, YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(help="Events on or before this day, YYYY-MM-DD.")] = None,
    text: Annotated[str | None, typer.Option(help="Words of the evidence or the title.")] = None,
    min_confidence: Annotated[float | None, typer.Option(min=0, max=1, help="Only claims that are at least so likely to be right.")] = None,
    limit: Annotated[int | None, typer.Option(help="At most so many.")] = None,
    store: StoreOption = None,
    format: FormatOption = None,
) -> None:
    """List claims, filtered.

    Examples:

      reportedly list claims --voice observatory --type ASSAULT

      reportedly list claims --status denied --format jsonl

      reportedly list claims --min-confidence 0.9
    """
    days = [parse_date(d).isoformat() if d else None for d in (since, until)]
    wanted = ClaimFilter(voice, actor, type, status, place, days[0], days[1], text, None, limit, min_confidence=min_confidence)
    with open_store(store_path(store), create=False) as opened:
        put(opened.claims(wanted), chosen(format), claims_table, flatten=True)


@app.command()
def reports(
    text: Annotated[str | None, typer.Option(help="Words of the report or its title, in any language.")] = None,
    uncoded: Annotated[bool, typer.Option("--uncoded", help="Only those in languages that are not coded.")] = False,
    store: StoreOption = None,
    format: FormatOption = None,
) -> None:
    """List the reports that were read, coded or not.

    Examples:

      reportedly list reports

      reportedly list reports --text "air strike" --format csv
    """
    with open_store(store_path(store), create=False) as opened:
        put(opened.reports(text, uncoded=uncoded), chosen(format), reports_table)


@app.command()
def voices(store: StoreOption = None, format: FormatOption = None) -> None:
    """List who says something, the most frequent first.

    Examples:

      reportedly list voices

      reportedly list voices --format json
    """
    with open_store(store_path(store), create=False) as opened:
        put(opened.voices(), chosen(format))


@app.command()
def actors(store: StoreOption = None, format: FormatOption = None) -> None:
    """List who does something, or has it done to them.

    Examples:

      reportedly list actors

      reportedly list actors --format jsonl
    """
    with open_store(store_path(store), create=False) as opened:
        put(opened.actors(), chosen(format))


@app.command()
def versions(
    url: Annotated[str | None, typer.Option(help="Part of an address.")] = None,
    store: StoreOption = None,
    format: FormatOption = None,
) -> None:
    """List the versions of watched reports, and what changed from one to the next.

    Examples:

      reportedly list versions

      reportedly list versions --url courier.example --format jsonl
    """
    with open_store(store_path(store), create=False) as opened:
        put(opened.versions(url), chosen(format))


@app.command()
def problems(store: StoreOption = None, format: FormatOption = None) -> None:
    """List what could not be read, and why.

    Examples:

      reportedly list problems

      reportedly list problems --format jsonl
    """
    with open_store(store_path(store), create=False) as opened:
        put(opened.problems(), chosen(format))


@app.command()
def incidents(limit: Annotated[int | None, typer.Option(help="At most so many.")] = None, store: StoreOption = None, format: FormatOption = None) -> None:
    """List the incidents that `reportedly compare` has made, by day.

    Examples:

      reportedly list incidents

      reportedly list incidents --format jsonl
    """
    with open_store(store_path(store), create=False) as opened:
        put(opened.incidents(limit), chosen(format), incidents_table)


@app.command()
def disputes(store: StoreOption = None, format: FormatOption = None) -> None:
    """List where voices contradict each other: denials, disputes and figures that differ.

    Examples:

      reportedly list disputes

      reportedly list disputes --format jsonl
    """
    with open_store(store_path(store), create=False) as opened:
        put(opened.relations(("denies", "disputes", "differs-in-figure")), chosen(format), disputes_table)


@app.command()
def copies(store: StoreOption = None, format: FormatOption = None) -> None:
    """List reports, and paragraphs of them, that carry the same text, with the likely original.

    Examples:

      reportedly list copies

      reportedly list copies --format jsonl
    """
    with open_store(store_path(store), create=False) as opened:
        put((chain.to_dict() for chain in opened.copies()), chosen(format))


@app.command()
def judgements(store: StoreOption = None, format: FormatOption = None) -> None:
    """List what people judged and what stands of it, of claims and of incidents, the newest first.

    Examples:

      reportedly list judgements

      reportedly list judgements --format jsonl
    """
    with open_store(store_path(store), create=False) as opened:
        put(opened.judged(), chosen(format))
