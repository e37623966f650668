"""The command line. `main` is the entry point: it turns errors into words and exit codes.

Exit codes: 0 done; 1 done, but something was skipped or found; 2 usage or internal error; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from reportedly.cli import (
    code,
    compare,
    demo,
    doctor,
    evaluate,
    explain,
    export,
    gazetteer,
    list_,
    serve,
    show,
    text,
    verify,
    watch,
)
from reportedly.errors import ReportedlyError

app = typer.Typer(
    name="reportedly",
    help="Event data that remembers who said so: reads news reports and keeps every claim in them, with its voices and its words.\n\n"
    "Start with `reportedly demo`, or `reportedly code FILE --published YYYY-MM-DD`.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("code")(code.code)
app.command("text")(text.text)
app.command("watch")(watch.watch)
app.command("verify")(verify.verify)
app.add_typer(list_.app, name="list")
app.command("show")(show.show)
app.command("explain")(explain.explain)
app.command("compare")(compare.compare)
app.command("why")(compare.why)
app.add_typer(compare.judge, name="judge")
app.command("serve")(serve.serve)
app.command("export")(export.export)
app.add_typer(gazetteer.app, name="gazetteer")
app.command("demo")(demo.demo)
app.command("evaluate")(evaluate.evaluate)
app.command("doctor")(doctor.doctor)


def _version(asked: bool) -> None:
    if asked:
        from reportedly.version import VERSION

        typer.echo(f"reportedly {VERSION}")
        raise typer.Exit


@app.callback()
def _options(version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False) -> None:
    pass


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        code_ = app(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code_ if isinstance(code_, int) else 0)
    except ReportedlyError as error:
        _fail(str(error))
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if not hasattr(error, "show"):
            raise
        error.show()  # the command-line library's own usage errors, which it does not export by name
        sys.exit(2)


def _fail(words: str) -> None:
    sys.stderr.write(words + "\n")
    sys.exit(2)
