"""What an event takes from those told before it, and what it does not."""

from __future__ import annotations

import pytest

from reportedly.intake.text import Given, document_from_text, parse_date
from reportedly.read import Tools, read_document
from reportedly.records import Claim


def claims(tools: Tools, text: str) -> list[Claim]:
    return list(read_document(document_from_text(text, given=Given(parse_date("2016-03-10"))), tools))


def places(claim: Claim) -> list[str]:
    return [p.name for p in claim.places]


def test_the_same_side_is_where_it_was_a_sentence_ago(tools: Tools) -> None:
    first, second = claims(tools, "Iraqi troops attacked militants in Mosul on Monday. Iraqi troops arrested 12 men.")
    assert places(first) == ["Mosul"]
    assert places(second) == ["Mosul"]
    assert [step.rule for step in second.trace[-2:]] == ["story.scene", "story.day"]


@pytest.mark.parametrize(
    "text",
    [
        "Iraqi troops attacked militants in Mosul on Monday. Turkish police arrested 12 men.",
        "Turkish troops met envoys in Basra on Monday. It was cold. It rained. It snowed. Turkish troops arrested 12 men.",
        "Iraqi troops attacked militants in Mosul on Monday. Iraqi troops were praised by the king.",
    ],
)
def test_another_side_a_later_sentence_or_another_kind_of_deed_is_not(tools: Tools, text: str) -> None:
    assert places(claims(tools, text)[-1]) == []


def test_these_strikes_keep_actor_and_time(tools: Tools) -> None:
    first, *rest = claims(tools, "Russian warplanes carried out air strikes on rebels in Idlib on Monday. The strikes killed six people.")
    last = rest[-1]
    assert [a.name for a in last.actors] == [a.name for a in first.actors]
    assert last.time is not None
    assert last.time.start == "2016-03-07"


def test_there_is_the_state_of_the_official_who_says_so(tools: Tools) -> None:
    *_, last = claims(tools, "A barracks was opened in Kisumu, and on Friday the Ugandan army chief said Rwanda may soon launch airstrikes against rebels there.")
    assert (last.event.type, places(last)) == ("ASSAULT", ["Uganda"])
    *_, last = claims(tools, "The Ugandan army chief said that after rebels entered Goma, Rwandan planes launched airstrikes there.")
    assert places(last) == ["Goma"]


def test_an_event_that_another_followed_in_a_month_was_in_that_month(tools: Tools) -> None:
    (visit, *_) = (c for c in claims(tools, "The plan was drawn up in July after a visit to Beirut by a general.") if c.event.type == "CONSULT")
    assert visit.time is not None and (visit.time.start, visit.time.end) == ("2015-07-01", "2015-07-31")
    assert all(c.time is None for c in claims(tools, "The shop was shut on Monday after an attack on its owner."))


def test_there_is_the_place_named_before(tools: Tools) -> None:
    *_, last = claims(tools, "The envoy flew to Basra. Gunmen killed three policemen there.")
    assert places(last) == ["Basra"]
    assert last.places[0].words.text == "there"


def test_a_clause_of_where_takes_its_place(tools: Tools) -> None:
    told = claims(tools, "The army condemned the attack in Tartus, where 60 civilians were killed.")
    killed = next(c for c in told if c.event.trigger.text == "killed")
    assert places(killed) == ["Tartus"]


def test_the_ambush_is_the_one_that_ambushed(tools: Tools) -> None:
    told = claims(tools, "Gunmen ambushed a convoy near Gao on Monday. Troops shelled a village on Tuesday. The group claimed responsibility for the ambush.")
    last = told[-1]
    assert last.time is not None
    assert last.time.start == "2016-03-07"
    assert [r.name for r in last.recipients] == ["convoy"]
    assert last.trace[-1].rule == "story.reference"


def test_counted_strikes_are_some_of_those_told_before(tools: Tools) -> None:
    told = claims(tools, "On March 7, coalition aircraft conducted 12 strikes in Iraq.\n\nNear Sinjar, two strikes destroyed a tunnel.\n\nNear Mosul, one strike hit a tank.")
    assert [[a.name for a in c.actors] for c in told] == [[a.name for a in told[0].actors]] * 3
    assert [c.time.start for c in told if c.time] == ["2016-03-07"] * 3


def test_the_attacks_of_others_are_not_the_one_told_before(tools: Tools) -> None:
    text = "The navy attacked a trawler on Monday. Bandits have carried out about 80 attacks in the delta."
    claims = read_document(document_from_text(text, given=Given(parse_date("2016-03-10"))), tools).claims
    assert ([p.name for p in claims[-1].recipients], claims[-1].time) == ([], None)


def test_what_is_done_to_others_is_another_deed(tools: Tools) -> None:
    text = "The navy sank a trawler on Monday. The minister asked who was behind the attacks on shipping."
    claims = read_document(document_from_text(text, given=Given(parse_date("2016-03-10"))), tools).claims
    attacks = next(c for c in claims if c.event.trigger.text == "attacks")
    assert (attacks.actors, attacks.time) == ((), None)


def test_another_voice_tells_the_same_deed_with_another_toll(tools: Tools) -> None:
    first, second = claims(tools, "The army said nine people were killed in Gao on Monday. A rights group said 20 people were killed.")
    assert (second.time, places(second)) == (first.time, ["Gao"])
    assert second.trace[-1].rule == "story.retelling"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoys met in Basra on Monday. On the same day, the ministry condemned the king.", "2016-03-07"),
        ("Gunmen attacked a convoy in Gao on Monday. The following day, troops shelled a village.", "2016-03-08"),
        ("Police fired on marchers in Lima on Tuesday, two days after the government had arrested their leader.", "2016-03-06"),
        ("Rebels attacked a post on Monday. At 7.30 am they shelled the market.", "2016-03-07"),
    ],
)
def test_a_day_may_count_from_the_event_before(tools: Tools, text: str, day: str) -> None:
    time = claims(tools, text)[-1].time
    assert time is not None
    assert (time.start or "")[:10] == day


def test_when_artillery_hit_says_when_and_where_they_were_killed(tools: Tools) -> None:
    first, *_ = claims(tools, "Six people were killed when artillery hit the market in Gao on Monday.")
    assert first.time is not None
    assert first.time.start == "2016-03-07"
    assert "Gao" in places(first)


def test_what_a_strike_delivered_is_the_strikes(tools: Tools) -> None:
    first, *_ = claims(tools, "Coalition aircraft conducted five air strikes in Iraq, delivering 101 munitions.")
    assert sorted(f.low for f in first.figures) == [5, 101]


SIEGE = "Gunmen stormed a hotel in Mogadishu on Monday, police said. "


@pytest.mark.parametrize("text", ["Two guards were detained.", "At least 12 people were killed, a doctor said.", "The army denied that soldiers had been shot."])
def test_a_report_of_one_scene_plays_there(tools: Tools, text: str) -> None:
    last = claims(tools, SIEGE + text)[-1]
    assert "Mogadishu" in places(last)
    assert {step.rule for step in last.trace} & {"story.stage", "story.retelling"}


@pytest.mark.parametrize(
    "text",
    [
        "Elsewhere, 15 people were killed.",
        "The rebels killed 300 people last year.",
        "The police vowed to kill the gunmen.",
        "A bomb killed two people in Kabul. Three men were arrested.",
    ],
)
def test_another_scene_another_year_or_a_threat_does_not(tools: Tools, text: str) -> None:
    assert "Mogadishu" not in places(claims(tools, SIEGE + text)[-1])


def test_the_toll_of_an_attack_is_of_it(tools: Tools) -> None:
    first, second = claims(tools, "Militants attacked the village of Gobi on Monday. Local chiefs said that 14 civilians were killed.")
    assert (second.time, second.actors) == (first.time, first.actors)


def test_whoever_denies_it_denies_it_of_that_target(tools: Tools) -> None:
    told = claims(tools, "A bomb hit the market in Gao on Monday, killing 23 people, the ministry said. The rebels denied having fired on the market.")
    denied = told[-1]
    assert denied.status.value == "denied"
    assert denied.time == told[0].time


def test_a_town_that_looks_like_a_person_is_a_town_when_it_is_shelled(tools: Tools) -> None:
    (shelling,) = claims(tools, "Rebels shelled Kafr Zita on Tuesday.")
    assert ("Kafr Zita", "SYR") in {(p.name, p.country) for p in shelling.places}
    assert all(not c.places for c in claims(tools, "Rebels killed Kafr Zita on Tuesday."))


def test_in_a_report_in_capitals_a_house_without_a_name_is_no_scene(tools: Tools) -> None:
    first, second = claims(tools, "A NURSE WAS ARRESTED AT HER HOME ON MONDAY. SOLDIERS SEIZED TWO TRUCKS.")
    assert places(first) == ["HER HOME"]
    assert places(second) == []


def test_men_of_the_service_that_did_it_are_not_its_targets(tools: Tools) -> None:
    text = "Police shot dead four smugglers in a raid on Monday. Two policemen were wounded in the gunfight."
    wounded = next(c for c in read_document(document_from_text(text), tools) if [p.name for p in c.recipients] == ["Two policemen"])
    assert wounded.actors == ()
