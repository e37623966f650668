"""The people of a report by the forms of their names."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools
from reportedly.resolve.people import People

TEXTS = [
    ("Officials met Hector Oquela Soto on Monday. Oquela said little. Hector Oquela left.", ["Hector Oquela Soto"]),
    ("Gunmen killed Juan Lamas and Luis Lamas. Luis Lamas was a teacher.", ["Juan Lamas", "Luis Lamas"]),
    ("Mayor Antonio Rivas Porta spoke. Jose Antonio Rivas Porta is 40.", ["Jose Antonio Rivas Porta"]),
    ("Peter Marsh arrived. P. Marsh was tired, and Marsh slept.", ["Peter Marsh"]),
]


@pytest.mark.parametrize(("text", "names"), TEXTS)
def test_each_person_has_one_fullest_name(text: str, names: list[str], tools: Tools) -> None:
    (parse,) = tools.parser.parse([document_from_text(text)])
    assert [p.name for p in People(parse, tools.knowledge).order] == names


def test_a_surname_alone_is_the_first_who_bears_it(tools: Tools) -> None:
    (parse,) = tools.parser.parse([document_from_text("Gunmen killed Juan Lamas and Luis Lamas.")])
    people = People(parse, tools.knowledge)
    first, second = people.named(["Lamas"]), people.named(["Luis", "Lamas"])
    assert first is not None
    assert second is not None
    assert (first.name, second.name) == ("Juan Lamas", "Luis Lamas")
    assert people.named(["Ana", "Lamas"]) is None
