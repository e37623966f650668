"""Fixtures that many tests share. The language model is loaded once a session."""

from __future__ import annotations

import pytest

from reportedly.read import Tools, load_tools


@pytest.fixture(scope="session")
def tools() -> Tools:
    return load_tools()
