"""`reportedly gazetteer`: build the list of places, search it, and add places to it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from reportedly.cli.list_ import FormatOption
from reportedly.cli.output import Format, chosen, console, put, talk
from reportedly.document import Json
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.resolve.gazetteer import Gazetteer, Notify, Toponym
    from reportedly.resolve.gazetteer_import import Imported

app = typer.Typer(help="Build, search and extend the list of places.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def build(
    again: Annotated[bool, typer.Option("--again", help="Build it even if it is there and whole.")] = False,
    format: FormatOption = None,
) -> None:
    """Build the gazetteer in your cache, once; reading does so by itself when it is missing.

    Examples:

      reportedly gazetteer build

      reportedly gazetteer build --again
    """
    from reportedly.resolve.gazetteer import ATTRIBUTION, Gazetteer, built_file, open_gazetteer
    from reportedly.resolve.gazetteer_build import build as build_file

    with _progress() as tell:
        if again:
            build_file(built_file(), tell)
        opened = Gazetteer(built_file()) if again else open_gazetteer(built_file(), tell)
    size = round(opened.path.stat().st_size / 1e6, 1)
    put([{"places": int(opened.built.meta()["places"]), "megabytes": size, "file": str(opened.path)}], chosen(format))
    talk.print(ATTRIBUTION, markup=False)


@app.command()
def search(
    name: Annotated[list[str], typer.Argument(help="A name, or the beginning of one, in any spelling or script.", metavar="NAME...")],
    limit: Annotated[int, typer.Option(help="At most so many.", min=1)] = 20,
    format: FormatOption = None,
) -> None:
    """Search places by name, the likeliest first.

    Examples:

      reportedly gazetteer search latamneh

      reportedly gazetteer search port sudan --limit 5
    """
    from reportedly.resolve.gazetteer_search import search as search_places

    found = search_places(_opened(), " ".join(name), limit)
    if not found:
        talk.print(f"no place is called {' '.join(name)!r}", markup=False)
        talk.print("hint: small villages come with a GeoNames dump: reportedly gazetteer import SY.zip", markup=False)
        return
    put([_row(place) for place in found], chosen(format))


@app.command()
def show(
    id: Annotated[str, typer.Argument(help="The id of a place, or GeoNames' number for it.")],
    format: FormatOption = None,
) -> None:
    """Show all that is known of a place: names, areas around it, precision, source.

    Examples:

      reportedly gazetteer show geonames:170063

      reportedly gazetteer show region:golan-heights --format json
    """
    from reportedly.resolve.gazetteer_search import entry

    found = entry(_opened(), id)
    if found is None:
        raise UsageError(f"no place {id!r}", hint="find its id by its name: reportedly gazetteer search NAME")
    parents = [{"id": each.id, "name": each.name} for each in found.parents]
    about: Json = {**_row(found.place), "precision": found.place.precision.value, "names": list(found.names), "within": parents, "source": found.source}
    form = chosen(format)
    if form is Format.TABLE:
        console().print(_about_table(about))
    else:
        put([about], form)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A GeoNames dump (.zip, .txt), or a list of your own (.csv).")],
    name: Annotated[str, typer.Option(help="What to call the list; else as its file.")] = "",
    format: FormatOption = None,
) -> None:
    """Add the places of a GeoNames dump, or your own. A list of your own has a header: name, latitude, longitude, and if
    you like id, country, admin1, kind, aliases, population, precision. Its names win over all others.

    Examples:

      reportedly gazetteer import SY.zip

      reportedly gazetteer import checkpoints.csv --name north
    """
    from reportedly.resolve.gazetteer import ATTRIBUTION, open_gazetteer
    from reportedly.resolve.gazetteer_import import import_places
    from reportedly.resolve.gazetteer_own import unread_columns

    with _progress() as tell:
        from reportedly.resolve.gazetteer import built_file

        made = import_places(file, open_gazetteer(built_file(), tell), tell, name)
    if made.kind == "own" and (unread := unread_columns(file)):
        talk.print(f"left unread: {', '.join(unread)}", markup=False)
    put([_import_row(made)], chosen(format))
    if made.kind == "geonames":
        talk.print(ATTRIBUTION, markup=False)


@app.command("list")
def list_(format: FormatOption = None) -> None:
    """List what was imported.

    Examples:

      reportedly gazetteer list

      reportedly gazetteer list --format json
    """
    from reportedly.resolve.gazetteer_import import imports

    put([_import_row(each) for each in imports()], chosen(format))


@app.command()
def forget(name: Annotated[str, typer.Argument(help="The name of an import, as `gazetteer list` has it.")]) -> None:
    """Take an import out again.

    Examples:

      reportedly gazetteer forget SY

      reportedly gazetteer forget checkpoints
    """
    from reportedly.resolve.gazetteer_import import forget as forget_import

    gone = forget_import(name)
    talk.print(f"forgotten: {gone.name}, {gone.places:,} places", markup=False)


def _opened() -> Gazetteer:
    from reportedly.resolve.gazetteer import open_gazetteer

    with _progress() as tell:
        return open_gazetteer(notify=tell)


@contextmanager
def _progress() -> Iterator[Notify]:
    """A bar on a terminal; elsewhere a line for each new thing that is done. Nothing when nothing takes time."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=talk, transient=True, disable=not sys.stderr.isatty())
    told: list[str] = []

    def tell(message: str, share: float) -> None:
        if not told:
            bar.start()
            bar.add_task(message, total=1.0)
        if message not in told:
            told.append(message)
            if bar.disable:
                talk.print(message, markup=False)
        bar.update(bar.task_ids[0], description=message, completed=share)

    try:
        yield tell
    finally:
        bar.stop()


def _row(place: Toponym) -> Json:
    return {"id": place.id, "name": place.name, "kind": place.feature, "country": place.country, "admin1": place.admin1,
            "latitude": place.latitude, "longitude": place.longitude, "population": place.population or None}  # fmt: skip


def _import_row(made: Imported) -> Json:
    return {"name": made.name, "kind": made.kind, "places": made.places, "source": made.source, "imported": made.imported,
            "file": str(made.path), "fault": made.fault}  # fmt: skip


def _about_table(about: Json) -> Table:
    """A place, a line for each thing that is known of it."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    said = about | {"names": ", ".join(about["names"]), "within": ", ".join(f"{each['name']} ({each['id']})" for each in about["within"])}
    for name, value in said.items():
        if value not in (None, ""):
            table.add_row(name, str(value))
    return table
