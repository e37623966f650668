"""Figures in sentences: their words, their interval, what they count, and the role they stand in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.find.figures import FigureMention, find_figures
from reportedly.language.clauses import objects, subjects
from reportedly.language.parse import Token
from reportedly.resolve.figures import figure_role
from tests.sentences import tokens

DATA: dict[str, list[Any]] = yaml.safe_load((Path(__file__).parents[1] / "data" / "figures.yaml").read_text())
ROWS = [row for name, rows in DATA.items() if name != "none" for row in rows]


def close(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and abs(one - other) <= 0.01 * abs(other))


def under(nouns: tuple[Token, ...], mention: FigureMention) -> bool:
    counted = mention.counted or mention.head
    return any(counted is noun or counted in noun.subtree() for noun in nouns)


def role_of(mention: FigureMention, sentence: list[Token], word: str, event_type: str) -> str:
    trigger = next(t for t in sentence if t.text == word or t.lower == word)
    return figure_role(mention, event_type, trigger, under(objects(trigger), mention), under(subjects(trigger), mention)).value


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_the_figures_of_a_sentence(row: list[Any]) -> None:
    text, trigger, event_type, wanted = row
    sentence = tokens(text)
    found = find_figures(sentence)
    said = [(text[m.span.start : m.span.end], m.low, m.high, m.out_of, m.unit, role_of(m, sentence, trigger, event_type)) for m in found]
    for words, low, high, _, role, *rest in wanted:
        options: dict[str, Any] = rest[0] if rest else {}
        fits = [f for f in said if f[0] == words and close(f[1], low) and close(f[2], high) and close(f[3], options.get("out_of"))]
        fits = [f for f in fits if f[5] == role and ("unit" not in options or f[4] == options["unit"])]
        assert fits, (words, said)


@pytest.mark.parametrize("row", DATA["none"], ids=lambda row: str(row)[:60])
def test_numbers_that_are_no_figures(row: Any) -> None:
    text = row if isinstance(row, str) else row[0]
    assert find_figures(tokens(text)) == ()


def test_the_set_is_as_large_as_promised() -> None:
    assert len(ROWS) >= 150
