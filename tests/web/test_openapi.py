"""The API is what `docs/openapi.json` says, and answers as it says whatever is asked."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from reportedly.web.desk import Setup
from tests.web.conftest import running

COMMITTED = Path(__file__).parents[2] / "docs" / "openapi.json"
EXAMPLES = int(os.environ.get("REPORTEDLY_FUZZ", "8"))  # of each question; more for the night


def test_the_committed_description_is_the_one_that_is_served(desk: httpx.Client) -> None:
    """After a change that is meant: `python scripts/openapi.py`, and say in the commit what changed."""
    assert desk.get("/api/openapi.json").json() == json.loads(COMMITTED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def fuzzed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    import shutil

    own = tmp_path_factory.mktemp("fuzzed") / "own.db"
    for suffix in ("", "-wal", "-shm"):
        if (file := made.with_name(made.name + suffix)).exists():
            shutil.copy(file, own.with_name(own.name + suffix))
    with running(Setup(own, port=0, edits=True, user="Ada")) as client:
        yield client


@pytest.fixture(scope="module")
def described(fuzzed: httpx.Client) -> Any:
    return schemathesis.openapi.from_url(f"{str(fuzzed.base_url).rstrip('/')}/api/openapi.json")


OPERATIONS = [
    (path, method) for path, told in json.loads(COMMITTED.read_text(encoding="utf-8"))["paths"].items() for method in told
    if not path.endswith(("/changes", "/events", "/why/{other}"))
]  # fmt: skip
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_whatever_is_asked_is_answered_as_described(described: Any, fuzzed: httpx.Client, path: str, method: str) -> None:
    """Without the streams, which do not end, and the comparing of two claims, which loads its data each time."""

    @given(case=described[path][method].as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def asked(case: Any) -> None:
        case.call_and_validate(checks=CHECKS, headers={"X-CSRF-Token": fuzzed.headers["X-CSRF-Token"]})

    asked()
