"""Russian: ten sentences written for it, each with what is claimed, by whom and of whom."""

from __future__ import annotations

import pytest

from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.records import Claim

pytest.importorskip("natasha")

from reportedly.russian import read_russian

# text, (type, mode, status), voices, actors, recipients, places, figure, day
SENTENCES = [
    ("Российские самолёты нанесли удар по рынку в городе Саракиб, сообщил во вторник Сирийский центр мониторинга за соблюдением прав человека.",
     ("ASSAULT", "aerial", "occurred"), ["Сирийский центр мониторинга за соблюдением прав человека"], ["Российские самолёты"], ["рынок"], ["Саракиб"], None, None),
    ("Министр обороны Сергей Шойгу заявил, что российская авиация не бомбила жилые кварталы Алеппо.",
     ("ASSAULT", "aerial", "denied"), ["Сергей Шойгу"], ["российская авиация"], ["жилые кварталы Алеппо"], [], None, None),
    ("По словам губернатора Белгородской области Вячеслава Гладкова, при обстреле посёлка погибли три человека.",
     ("ASSAULT", "kill", "occurred"), ["Вячеслав Гладков"], [], ["три человека"], [], 3, None),
    ("Боевики обстреляли колонну миротворцев на севере Мали, передаёт агентство Рейтер со ссылкой на военных.",
     ("ASSAULT", "firearms", "occurred"), ["агентство Рейтер"], ["Боевики"], ["колонна миротворцев"], ["Мали"], None, None),
    ("Полиция задержала двенадцать участников акции протеста в Минске.",
     ("COERCE", "arrest", "occurred"), [], ["Полиция"], ["двенадцать участников акции протеста"], ["Минск"], 12, None),
    ("МИД Турции опроверг, что турецкие военные атаковали курдские позиции.",
     ("ASSAULT", None, "denied"), ["МИД Турции"], ["турецкие военные"], ["курдские позиции"], [], None, None),
    ("Президент Франции Эмманюэль Макрон призвал стороны прекратить огонь.",
     ("REQUEST", None, "requested"), [], ["Президент Франции Эмманюэль Макрон"], ["стороны"], [], None, None),
    ("Трое мирных жителей были убиты неизвестными в Кабуле в понедельник, рассказал очевидец.",
     ("ASSAULT", "kill", "occurred"), ["очевидец"], ["неизвестные"], ["Трое мирных жителей"], ["Кабул"], 3, "2024-02-26"),
    ("Как сообщает агентство Франс Пресс, повстанцы захватили аэропорт в Гоме.",
     ("ASSAULT", "seize", "occurred"), ["агентство Франс Пресс"], ["повстанцы"], ["аэропорт"], ["Гома"], None, None),
    ("Власти Судана обвинили повстанцев в нападении на лагерь беженцев.",
     ("ACCUSE", "accuse", "occurred"), [], ["Власти Судана"], ["повстанцы"], [], None, None),
]  # fmt: skip


def read(text: str) -> list[Claim]:
    (reading,) = read_russian([document_from_text(text, given=Given(parse_date("2024-03-01")))])
    return list(reading)


@pytest.mark.parametrize(("text", "event", "voices", "actors", "recipients", "places", "figure", "day"), SENTENCES)
def test_sentences(text: str, event: tuple[str, str | None, str], voices: list[str], actors: list[str], recipients: list[str], places: list[str], figure: float | None, day: str | None) -> None:
    (claim,) = read(text)
    assert (claim.event.type, claim.event.mode, claim.status.value) == event
    assert [v.name for v in claim.attribution] == voices
    assert [p.name for p in claim.actors] == actors
    assert [p.name for p in claim.recipients] == recipients
    assert [p.name for p in claim.places] == places
    assert next((f.low for f in claim.figures), None) == figure
    assert (claim.time.start if claim.time else None) == day


def test_states_and_evidence() -> None:
    (claim,) = read(SENTENCES[0][0])
    assert claim.actors[0].country == "RUS"
    assert claim.evidence.text == "Российские самолёты нанесли удар по рынку в городе Саракиб"


def test_what_is_not_in_the_list_is_not_read() -> None:
    assert read("Погода в Москве была ясной, сообщил синоптик.") == []


def test_those_who_do_it_are_no_deed() -> None:
    assert [c.event.type for c in read("Протестующие захватили здание парламента в Бишкеке в среду.")] == ["ASSAULT"]
