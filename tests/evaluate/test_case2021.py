"""The words of CASE 2021's own types: each example in `case2021.yaml` gets its type, each counter-example another."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.evaluate import case2021
from reportedly.read import Tools

EXAMPLES = [(code, text, key == "examples") for code, own in case2021.words()["own_types"].items() for key in ("examples", "not") for text in own[key]]


@pytest.mark.parametrize(("code", "text", "fits"), EXAMPLES)
def test_an_example_has_its_type(code: str, text: str, fits: bool, tools: Tools, tmp_path: Path) -> None:
    (tmp_path / case2021.FILE).write_text(f"1\t{text}\t{code}\n", encoding="utf-8")
    (figure,) = case2021.measure(tmp_path, tools)
    assert figure.value == float(fits)


def test_every_code_is_of_one_sub_event() -> None:
    codes = list(case2021.words()["codes"].values())
    assert len(codes) == len(set(codes)) == 24
