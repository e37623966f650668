"""One deed told by several words is one claim, with all its harmed and all their numbers."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document


@pytest.mark.parametrize(
    ("text", "recipients", "figures"),
    [
        ("An explosion left six people dead and 20 wounded in Kabul.", ["six people"], [6, 20]),
        ("The blast left at least six people dead in Kabul.", ["at least six people"], [6]),
        ("Gunmen attacked a base, leaving ten soldiers dead.", ["base", "ten soldiers"], [10]),
        ("Gunmen attacked a base on Friday, leaving ten soldiers dead and six wounded.", ["base", "ten soldiers"], [10, 6]),
        ("Two guards were left dead.", ["Two guards"], [2]),
        ("A helicopter came under fire, killing a crew member.", ["helicopter", "crew member"], []),
        ("The convoy came under attack near Goma.", ["convoy"], []),
        ("Police fired tear gas and water cannon at marchers.", ["marchers"], []),
        ("Two nurses were attacked by men who stabbed them near the clinic.", ["Two nurses"], [2]),
        ("At least nine farmers died and another 20 were wounded in an attack by rebels.", ["At least nine farmers"], [9, 20]),
    ],
)
def test_it_is_one_claim(tools: Tools, text: str, recipients: list[str], figures: list[int]) -> None:
    (claim,) = read_document(document_from_text(text), tools)
    assert [p.name for p in claim.recipients] == recipients
    assert [f.low for f in claim.figures] == figures
