"""Fixtures that many tests share. The language model is loaded once a session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportedly.read import Tools, load_tools


@pytest.fixture(scope="session", autouse=True)
def _no_imports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever runs the tests may have imported places of their own: they must not change what is read here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPORTEDLY_PLACES", str(tmp_path_factory.mktemp("imports")))
        yield


@pytest.fixture(scope="session")
def tools() -> Tools:
    return load_tools()
