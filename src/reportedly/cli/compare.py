"""`reportedly compare`: what the stored claims come to; `why`: how alike two claims are; `judge`: a person's split or merge."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.list_ import FormatOption, StoreOption
from reportedly.cli.output import chosen, put, talk
from reportedly.comparison import Verdict
from reportedly.document import Json
from reportedly.errors import NotFoundError
from reportedly.settings import store_path
from reportedly.store import Store, open_store


def compare(
    store: StoreOption = None,
    learn: Annotated[bool, typer.Option("--learn", help="First let the judgements in the store move the weights; everything is compared anew.")] = False,
    format: FormatOption = None,
) -> None:
    """Compare what the store holds: claims into incidents, and how they stand to each other. Only what is new is looked at.

    Examples:

      reportedly compare

      reportedly compare --store coded.db --format json
    """
    from reportedly.compare.incremental import compare_store, learn_store

    with open_store(store_path(store), create=False) as opened, talk.status("comparing"):
        if learn:
            learn_store(opened)
        done = compare_store(opened)
        put([{"new_claims": done.new, "claims_compared_again": done.touched, "incidents_made": done.incidents}], chosen(format))


def why(
    claim: Annotated[str, typer.Argument(help="The id of a claim, or its beginning.")],
    other: Annotated[str, typer.Argument(help="The id of another.")],
    store: StoreOption = None,
    format: FormatOption = None,
) -> None:
    """Say what speaks for and against two claims' telling of one incident: each feature, its value, and what it adds.

    Examples:

      reportedly why 9283758 1c20aa1

      reportedly why 9283758 1c20aa1 --format jsonl
    """
    from reportedly.compare.why import reasons

    with open_store(store_path(store), create=False) as opened:
        put(reasons(opened, claim_id(opened, claim), claim_id(opened, other)), chosen(format))


def claim_id(store: Store, given: str) -> str:
    """The claim's whole id. NotFoundError when it is that of something else."""
    kind, ident = store.find(given)
    if kind != "claim":
        raise NotFoundError(f"{given!r} is a{'n' if kind == 'incident' else ''} {kind}", hint=f"give the id of a claim: reportedly show {ident}")
    return ident


judge = typer.Typer(help="Say that claims or incidents are one, or are not; or take that back.", no_args_is_help=True, rich_markup_mode=None)
ByOption = Annotated[str | None, typer.Option("--by", help="Who says so.")]


@judge.command()
def same(
    ids: Annotated[list[str], typer.Argument(help="Two or more claims or incidents.")], by: ByOption = None, store: StoreOption = None, format: FormatOption = None
) -> None:
    """These tell of one incident: merge them.

    Examples:

      reportedly judge same 9283758 1c20aa1

      reportedly judge same incident-77 incident-c0 --by Ada
    """
    with open_store(store_path(store), create=False) as opened:
        groups = [_claims(opened, given) for given in ids]
        put([_row(opened, Verdict.SAME, groups[0], [c for g in groups[1:] for c in g], by)], chosen(format))


@judge.command()
def apart(
    claim: Annotated[str, typer.Argument(help="A claim, or an incident.")],
    others: Annotated[list[str], typer.Argument(help="What it is not the same as; for a claim, its incident splits it off.")],
    by: ByOption = None, store: StoreOption = None, format: FormatOption = None,
) -> None:  # fmt: skip
    """These tell of different incidents: split the first from the others. The claims of each stay together.

    Examples:

      reportedly judge apart 9283758 incident-77

      reportedly judge apart 9283758 1c20aa1 --by Ada
    """
    with open_store(store_path(store), create=False) as opened:
        left = _claims(opened, claim)
        rights = [rest for given in others if (rest := [c for c in _claims(opened, given) if c not in left])]
        if not rights:
            raise NotFoundError(f"nothing to split {claim!r} from", hint="name a claim or incident that it is not the same as")
        put([_row(opened, Verdict.APART, left, right, by) for right in rights], chosen(format))  # one each: the others are not thereby one


@judge.command()
def undo(judgement: Annotated[int, typer.Argument(help="Its number, as `list judgements` has it.")], by: ByOption = None, store: StoreOption = None) -> None:
    """Take a judgement back, as if it had never been made.

    Examples:

      reportedly judge undo 3

      reportedly judge undo 3 --by Ada
    """
    from reportedly.compare.incremental import compare_store

    with open_store(store_path(store), create=False) as opened:
        opened.undo(judgement, by)
        compare_store(opened)
        talk.print(f"judgement {judgement} undone", markup=False)


def _claims(store: Store, given: str) -> list[str]:
    kind, ident = store.find(given)
    if kind == "report":
        raise NotFoundError(f"{given!r} is a report", hint="give the id of a claim or an incident")
    return [ident] if kind == "claim" else list(store.incident(ident)["claims"])


def _row(store: Store, verdict: Verdict, left: list[str], right: list[str], by: str | None) -> Json:
    """Keep the judgement and compare what it touches."""
    from reportedly.compare.incremental import compare_store

    made = store.judge(verdict, left, right, by)
    compare_store(store)
    return {"judgement": made.id, "verdict": verdict.value, "left": left, "right": right, "by": by}


