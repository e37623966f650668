"""`reportedly evaluate`: how well it reads, on coded reports and public corpora, and the gate that keeps it there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.output import Format, chosen, console, put, talk
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.evaluate import Corpus

FLOORS = Path("evaluate/floors.json")


def evaluate(
    shared: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder with the coded reports and corpora.")] = Path("../shared"),
    only: Annotated[list[str] | None, typer.Option(help="One corpus (claims/dev, plover-gsr …); may be given again.")] = None,
    own: Annotated[list[Path] | None, typer.Option(help="A folder of your own to measure too: coded reports (NAME.txt, NAME.gold.json), or sets coded across reports (NAME/set.gold.json).")] = None,
    show: Annotated[bool, typer.Option("--show", help="List what was missed, wrong or not coded by hand, with the rule.")] = False,
    gate: Annotated[bool, typer.Option("--gate", help="Exit 1 when a figure has fallen below its floor.")] = False,
    write_floors: Annotated[bool, typer.Option("--write-floors", help="Raise the floors to these figures.")] = False,
    allow_regression: Annotated[bool, typer.Option("--allow-regression", help="With --write-floors: let floors sink.")] = False,
    floors: Annotated[Path, typer.Option(help="The file of floors.")] = FLOORS,
    format: Annotated[Format | None, typer.Option(help="How to print the figures.", show_default=False)] = None,
) -> int:
    """Measure reading against reports coded by hand and public corpora.

    Examples:

      reportedly evaluate ../shared

      reportedly evaluate ../shared --only claims/dev --show

      reportedly evaluate ../shared --own tests/gold
    """
    from reportedly import evaluate as house
    from reportedly.evaluate import gate as gates
    from reportedly.read import load_tools

    known = [c.name for c in house.CORPORA]
    if unknown := [name for name in only or [] if name not in known]:
        raise UsageError(f"no corpus {unknown[0]!r}", hint=f"allowed: {', '.join(known)}")
    corpora = house.present(shared, tuple(only or ()))
    corpora += tuple(_own(folder, shared) for folder in own or [])
    if not corpora:
        raise UsageError(f"{shared}: no coded reports or corpora here", hint="name the folder that holds reports/, claims/ and corpora/")
    tools = load_tools()
    if show:
        for corpus in corpora:
            for line in corpus.show(corpus.folder(shared), tools) if corpus.show else ():
                console().print(line, markup=False)
        return 0
    measured: dict[str, house.Figure] = {}
    with talk.status("reading"):
        for corpus, figures in house.evaluate(shared, corpora, tools):
            measured |= {f"{corpus.name}/{f.name}": f for f in figures}
    put([_row(key, figure) for key, figure in measured.items()], chosen(format))
    digests = {c.name: c.digest(shared) for c in corpora}
    if write_floors:
        old = gates.read_floors(floors) if floors.exists() else {}
        gates.write_floors(floors, gates.raised(measured, digests, old, allow_regression=allow_regression))
        talk.print(f"{floors}: written", markup=False)
    fallen = gates.fallen(measured, digests, gates.read_floors(floors)) if gate else []
    for words in fallen:
        talk.print(f"fallen: {words}", markup=False)
    return 1 if fallen else 0


def _own(folder: Path, shared: Path) -> Corpus:
    from reportedly import evaluate as house

    if any(folder.glob("*.gold.json")):
        return house.own_corpus(folder, shared)
    if any(folder.glob("*/set.gold.json")):
        return house.own_sets(folder, shared)
    raise UsageError(f"{folder}: no coded reports here", hint="each report is NAME.txt with its codings in NAME.gold.json; reports coded together have a folder with set.gold.json")


def _row(key: str, figure: object) -> dict[str, object]:
    from reportedly.evaluate import Figure

    assert isinstance(figure, Figure)
    corpus, _, name = key.rpartition("/")
    return {"corpus": corpus, "figure": name, "value": round(figure.value, 3), "published": figure.published}
