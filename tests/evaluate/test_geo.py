"""The room for LGL and GeoWebNews, on two small files of our own whose figures are counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import UsageError
from reportedly.evaluate import CORPORA, evaluate, gate, geo
from reportedly.evaluate.figure import Figure
from reportedly.read import Tools

# of five marked, "Paris" is put in France though it is coded in Texas, and "Grelnick" has no point
LGL = """<?xml version="1.0" encoding="utf-8"?>
<articles><article docid="1"><text><![CDATA[Syrian soldiers rested in Aleppo and Hama on Monday. A barn burned in Paris, and Grelnick grinned.]]></text>
<toponyms>
<toponym><start>0</start><end>6</end><phrase>Syrian</phrase><gaztag><lat>35</lat><lon>38</lon></gaztag></toponym>
<toponym><start>26</start><end>32</end><phrase>Aleppo</phrase><gaztag><lat>36.2</lat><lon>37.16</lon></gaztag></toponym>
<toponym><start>37</start><end>41</end><phrase>Hama</phrase><gaztag><lat>35.13</lat><lon>36.75</lon></gaztag></toponym>
<toponym><start>70</start><end>75</end><phrase>Paris</phrase><gaztag><lat>33.66</lat><lon>-95.55</lon></gaztag></toponym>
<toponym><start>81</start><end>89</end><phrase>Grelnick</phrase></toponym>
</toponyms></article></articles>"""
WEB = """<articles><article><text>Residents of Lima marched.</text><toponyms>
<toponym><start>0</start><end>9</end><type>Non_Lit_Expression</type></toponym>
<toponym><start>13</start><end>17</end><type>Literal</type><latitude>-12.04</latitude><longitude>-77.03</longitude></toponym>
</toponyms></article></articles>"""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora" / "geo"
    folder.mkdir(parents=True)
    (folder / "lgl.xml").write_text(LGL, encoding="utf-8")
    (folder / "geowebnews-dev.xml").write_text(WEB, encoding="utf-8")
    return tmp_path


def figures(shared: Path, name: str, tools: Tools) -> dict[str, Figure]:
    (corpus,) = (each for each in CORPORA if each.name == name)
    ((_, found),) = evaluate(shared, (corpus,), tools)
    return {figure.name: figure for figure in found}


def test_lgl_is_counted_by_hand(shared: Path, tools: Tools) -> None:
    """Found are Syrian, Aleppo, Hama and Paris, all marked: F1 is 8/9. Three of four points are right, both ways."""
    found = figures(shared, "geo/lgl", tools)
    assert round(found["span_f1"].value, 3) == 0.889
    assert found["accuracy_given"].value == found["accuracy"].value == 0.75
    assert found["median_km"].value < 20


def test_only_what_has_a_point_counts_in_geowebnews(shared: Path, tools: Tools) -> None:
    found = figures(shared, "geo/geowebnews", tools)
    assert (found["span_f1"].value, found["accuracy_given"].value, found["accuracy"].value) == (1.0, 1.0, 1.0)


def test_a_toponym_not_found_is_wrong_from_the_bare_text() -> None:
    article = geo.Article("", {geo.Span(0, 4): (0.0, 0.0)})
    assert geo.Outcome(article, {}, {}).errors({}) == [geo.NOWHERE_KM]


def test_what_went_wrong_is_shown_with_its_words(shared: Path, tools: Tools) -> None:
    lines = list(geo.show(geo.read_lgl(shared / "corpora/geo/lgl.xml"), tools))
    assert [line.split(":")[0].strip() for line in lines[1:]] == ["missed", "elsewhere"]
    assert "'Grelnick'" in lines[1] and "'Paris'" in lines[2]


def test_each_file_has_a_digest_of_its_own(shared: Path) -> None:
    lgl, web = geo.CORPORA
    before = lgl.digest(shared), web.digest(shared)
    (shared / "corpora/geo/lgl.xml").write_text(WEB, encoding="utf-8")
    assert lgl.digest(shared) != before[0] and web.digest(shared) == before[1]


def test_a_distance_gets_no_floor() -> None:
    measured = {"geo/lgl/median_km": Figure("median_km", 3.0, share=False), "geo/lgl/accuracy": Figure("accuracy", 0.5)}
    assert list(gate.raised(measured, {"geo/lgl": "d"}, {}, allow_regression=False)) == ["geo/lgl/accuracy"]


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        "<a><b></a>",
        "",
    ],
)
def test_harmful_and_broken_files_are_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"x\.xml"):
        geo.read_xml(tmp_path / "x.xml")
