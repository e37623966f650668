"""Who acts and to whom it is done, where neither stands as plain subject or object; sentences of our own."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools, read_document

CASES = [
    ("Six villagers were killed and two abducted by gunmen in Zamfara.", "ASSAULT", ["gunmen"], ["Six villagers"]),
    ("Two members of the militia were killed and a third wounded by a mine planted by bandits.", "ASSAULT", ["bandits"], ["Two members of the militia"]),
    ("Two clerks were shot on Monday and a nurse wounded by bandits on Tuesday.", "ASSAULT", [], ["Two clerks"]),
    ("We will not withdraw a single soldier, army spokesman Ali Reza said.", "RETREAT", ["Ali Reza", "single soldier"], []),
    ("The Central American summit in Managua opened on Monday.", "CONSULT", [], []),
    ("The American summit in Managua opened on Monday.", "CONSULT", ["United States"], []),
    ("One of the nurses who were kidnapped today, presumably by guerrillas, was released a few hours later.", "ASSAULT", ["guerrillas"], ["nurses"]),
    ("Some 150 people threw stones at the embassy.", "ASSAULT", ["Some 150 people"], ["embassy"]),
    ("The president confirmed the involvement of troops in the murder of six priests.", "ASSAULT", ["troops"], ["six priests"]),
    ("The officers are suspected of involvement in the murder of a rector.", "ASSAULT", ["officers"], ["rector"]),
    ("The army denied any involvement in the murder of a rector.", "ASSAULT", ["army"], ["rector"]),
    ("The assassination of six priests committed by soldiers on Monday shocked the town.", "ASSAULT", ["soldiers"], ["six priests"]),
    ("The committee condemned the murder in Guatemala of two politicians.", "ASSAULT", [], ["two politicians"]),
    ("A nurse, who was kidnapped on Monday, presumably by guerrillas, is alive.", "ASSAULT", ["guerrillas"], ["nurse"]),
    ("Miners protested the presence of soldiers in Oruro.", "PROTEST", ["Miners"], []),
    ("Twelve people died in clashes between Somali government forces and rebels.", "ASSAULT", ["Somali government forces", "rebels"], ["Twelve people"]),
    ("Turkish and Russian officials met in Sochi.", "CONSULT", ["Turkey", "Russia"], ["Turkey", "Russia"]),
    ("Three of the rebels were believed killed, the colonel said.", "ASSAULT", [], ["rebels"]),
    ("Smith was also collared in November.", "COERCE", [], ["Smith"]),
    ("Pakistani posts opened up without any provocation.", "ASSAULT", ["Pakistani posts"], []),
    ("Islamic State, whose attacks in Europe have killed hundreds, is in retreat.", "ASSAULT", ["Islamic State"], ["hundreds"]),
    ("Amnesty International alleged that Iraqi troops had tortured villagers.", "ACCUSE", ["Amnesty International"], ["Iraqi troops"]),
    ("The minister was appalled by the attack by Assad's regime.", "ACCUSE", ["minister"], ["Assad's regime"]),
    ("Police used tear gas in an attempt to disperse a crowd of rioters.", "COERCE", ["Police"], ["rioters"]),
    ("Paris's firm backing of the crown prince has angered deputies.", "SUPPORT", ["Paris"], ["crown prince"]),
    ("The army, made up of volunteers, and supported by Turkish advisers, took the town.", "SUPPORT", ["Turkish advisers"], ["army"]),
    ("The Kurdistan Workers party (PKK), a designated group that has fought the Turkish state, denied it.", "ASSAULT", ["Kurdistan Workers' Party"], ["Turkish state"]),
    ("The army fought off several counterattacks on Tuesday.", "ASSAULT", [], ["army"]),
    ("The minister met reporters following a telephone conversation with Vice President Gabriel Lual.", "CONSULT", ["minister"], ["reporters"]),
    ("The army shelled the town of Douma on Monday, killing 12 people.", "ASSAULT", ["army"], ["12 people"]),
    ("Israel bombarded an area west of Damascus.", "ASSAULT", ["Israel"], []),
    ("A grenade was hurled towards the police headquarters in Digos.", "ASSAULT", [], ["police headquarters"]),
    ("Four civilians died when Pakistani artillery hit the town of Spin Boldak.", "ASSAULT", ["Pakistani artillery"], ["Four civilians"]),
    ("Jihadists kidnapped the mayor of a nearby commune.", "ASSAULT", ["Jihadists"], ["mayor of a nearby commune"]),
    ("More than 2,000 people have fled fighting in the Catatumbo region.", "ASSAULT", [], []),
    ("The rebels said that they had been shelled. The dean threatened to expel the students.", "THREATEN", ["dean"], ["students"]),
    ("The European Union barred ten officials from its territory.", "SANCTION", ["European Union"], ["ten officials"]),
    ("Police dispersed a protest by teachers.", "COERCE", ["Police"], ["teachers"]),
    ("The coast guard arrested 14 Libyan and Tunisian smugglers.", "COERCE", ["coast guard"], ["14 Libyan and Tunisian smugglers"]),
    ("He shot two former co-workers after a row.", "ASSAULT", ["He"], ["two former co-workers"]),
    ("A jury found the clerk in the bribery case guilty of theft.", "COERCE", ["jury"], ["clerk"]),
    ("The hostages were let go by the rebels on Friday.", "CONCEDE", ["rebels"], ["hostages"]),
    ("A blast at a bank that left two clerks dead was blamed on a gang.", "ASSAULT", ["gang"], ["two clerks"]),
    ("The frigate INS Kaveri intercepted three pirate boats.", "COERCE", ["INS Kaveri"], ["three pirate boats"]),
    ("The minister joined his Danish counterpart in Oslo for talks on the famine.", "CONSULT", ["minister"], ["Danish counterpart"]),
    ("France pressured the regime to free the miners.", "CONCEDE", ["regime"], ["miners"]),
    ("The Hazara community were forced up the mountain when their homes burned. They were beaten by gunmen.", "ASSAULT", ["gunmen"], ["Hazara community"]),
    ("London stands by Mali.", "SUPPORT", ["London"], ["Mali"]),
    ("A bandit leader was struck and killed by an army drone near Gao.", "ASSAULT", ["army drone"], ["bandit leader"]),
    ("The use of gas against villagers by the regime went on.", "ASSAULT", ["regime"], ["villagers"]),
    ("Norway has committed over £1bn to the refugees.", "AID", ["Norway"], ["refugees"]),
    ("Foreign Minister Lavrov and Defence Minister Shoigu met the envoy.", "CONSULT", ["Lavrov", "Shoigu"], ["envoy"]),
    ("The anti-Taliban coalition condemned the raid.", "ACCUSE", ["anti-Taliban coalition"], []),
    ("Anti-Taliban raids killed six.", "ASSAULT", [], ["Taliban"]),
    ("He was arrested in Rome and extradited to Paris.", "COERCE", [], ["He"]),
    ("Danish forces will join Norway in Exercise Red Acacia.", "COOPERATE", ["Danish forces"], ["Norway"]),
    ("Miners freed a minister whom they had held hostage.", "ASSAULT", ["Miners"], ["minister"]),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CASES)
def test_parties(tools: Tools, text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    claim = next(c for c in read_document(document_from_text(text), tools) if c.event.type == kind)
    assert ([p.name for p in claim.actors], [p.name for p in claim.recipients]) == (actors, recipients)


def test_the_object_of_a_clause_is_not_its_subject(tools: Tools) -> None:
    text = "Three bombers reached the police station. The guards opened fire on them."
    claim = next(c for c in read_document(document_from_text(text), tools) if c.event.type == "ASSAULT")
    assert [p.name for p in claim.recipients] == ["Three bombers"]


def test_they_are_several_rather_than_a_body(tools: Tools) -> None:
    text = "It is unclear whether Turkey would fight Syrian soldiers if they intervened in Afrin."
    claim = next(c for c in read_document(document_from_text(text), tools) if c.event.type == "MOBILIZE")
    assert [p.name for p in claim.actors] == ["Syrian soldiers"]


def test_an_effect_told_beside_an_accusation_is_of_the_deed(tools: Tools) -> None:
    text = "Damascus accused Kurdish-led forces of shelling a checkpoint, killing two policemen."
    (claim,) = [c for c in read_document(document_from_text(text), tools) if c.event.type == "ASSAULT"]
    assert ([p.name for p in claim.actors], [p.name for p in claim.recipients]) == (["Kurdish-led forces"], ["checkpoint", "two policemen"])
    assert [(f.role.value, f.low) for f in claim.figures] == [("killed", 2)]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Minister Ada Holt to meet rebels in Oslo\n\nShe leaves on Sunday.", "CONSULT", "planned"),
        ("The bishop called for the rebels to leave the town.", "RETREAT", "requested"),
        ("She appealed for both sides to free the hostages.", "CONCEDE", "requested"),
        ("There is a need for both sides to lay down their arms.", "RETREAT", "requested"),
        ("The envoy stressed the importance of releasing the prisoners.", "CONCEDE", "requested"),
        ("The rebels are too weak to attack the port.", "ASSAULT", "denied"),
        ("It is not too late to free the hostages.", "CONCEDE", "possible"),
        ("They talked about how to free the hostages.", "CONCEDE", "planned"),
        ("He explained how the rebels bombed the bridge.", "ASSAULT", "occurred"),
        ("It is vital that both sides release their prisoners.", "CONCEDE", "requested"),
        ("It is important that Mali has released the prisoners.", "CONCEDE", "occurred"),
        ("The minister will return to the Gulf, visiting Oman on Sunday.", "CONSULT", "planned"),
        ("The truce is a step towards releasing the prisoners.", "CONCEDE", "planned"),
        ("The envoy will join his counterparts in Doha for talks.", "CONSULT", "planned"),
        ("Rebels are believed to be holding up to 20 sailors.", "COERCE", "ongoing"),
        ("The ministry requested the prompt release of the crew.", "CONCEDE", "requested"),
        ("There is no truth to reports that the government has agreed to pay a fine.", "AGREE", "denied"),
        ("Our operations will continue until the last terrorist is killed.", "ASSAULT", "possible"),
        ("The army stayed until the last terrorist was killed.", "ASSAULT", "occurred"),
        ("The union threatened to strike on Monday.", "PROTEST", "threatened"),
        ("The opposition called for a general strike.", "PROTEST", "requested"),
    ],
)
def test_what_has_not_come(tools: Tools, text: str, kind: str, status: str) -> None:
    claim = next(c for c in read_document(document_from_text(text), tools) if c.event.type == kind)
    assert claim.status.value == status


@pytest.mark.parametrize(
    ("text", "kind", "lows"),
    [
        ("The militants attacked and overran several checkpoints.", "ASSAULT", [3]),
        ("Two Israeli-allied militiamen killed in south Lebanon", "ASSAULT", [2]),
        ("Three employees were among five men intercepted by police.", "COERCE", [5]),
    ],
)
def test_figures_of_those_it_was_done_to(tools: Tools, text: str, kind: str, lows: list[float]) -> None:
    claim = next(c for c in read_document(document_from_text(text), tools) if c.event.type == kind)
    assert [f.low for f in claim.figures] == lows


def test_those_arrested_were_not_held_in_their_attack(tools: Tools) -> None:
    claims = read_document(document_from_text("Marines arrested 14 Libyan smugglers who attacked a tanker near Malta."), tools)
    roles = {c.event.type: [f.role.value for f in c.figures] for c in claims}
    assert roles == {"COERCE": ["detained"], "ASSAULT": ["other"]}


def test_what_each_of_two_deeds_is_done_to_is_its_own(tools: Tools) -> None:
    text = "Coastguards rescued 44 migrants and arrested two suspected smugglers near Gavdos."
    figures = {c.event.type: [f.low for f in c.figures] for c in read_document(document_from_text(text), tools)}
    assert figures == {"AID": [44], "COERCE": [2]}


def test_their_release_is_not_that_of_the_state_that_demands_it(tools: Tools) -> None:
    text = "Gunmen seized two French nurses. Paris demanded their release."
    claim = next(c for c in read_document(document_from_text(text), tools) if c.event.type == "CONCEDE")
    assert [p.name for p in claim.recipients] == ["two French nurses"]


def test_a_hostage_in_held_hostage_is_nobody_to_come_back_to(tools: Tools) -> None:
    text = "Miners freed a minister whom they had held hostage. He negotiated with their leaders on Monday."
    claim = next(c for c in read_document(document_from_text(text), tools) if c.event.type == "CONSULT")
    assert [p.name for p in claim.actors] == ["minister"]


def test_where_a_broken_truce_was_signed_is_not_where_it_was_broken(tools: Tools) -> None:
    text = "Both armies accuse the other of breaking the truce they signed in Pretoria."
    claim = next(c for c in read_document(document_from_text(text), tools) if c.event.type == "ASSAULT")
    assert not claim.places


def test_an_officer_is_known_by_the_whole_of_his_title(tools: Tools) -> None:
    text = "Foreign Secretary Ada Holt met Jon Reed, the US Secretary of State. The Foreign Secretary said that troops had shelled the town."
    claim = next(c for c in read_document(document_from_text(text), tools) if c.event.type == "ASSAULT")
    assert [v.name for v in claim.attribution] == ["Ada Holt"]


def test_those_seized_are_not_what_the_court_tells(tools: Tools) -> None:
    claims = read_document(document_from_text("The court ordered police to free six deputies seized on Monday."), tools).claims
    assert {c.event.type: [v.name for v in c.attribution] for c in claims if c.event.type != "REQUEST"} == {"CONCEDE": ["court"], "COERCE": []}


def test_tanks_that_are_ordered_to_leave_are_not_sent(tools: Tools) -> None:
    assert [c.event.type for c in read_document(document_from_text("The general ordered troops to withdraw."), tools)] == ["RETREAT"]


def test_a_visit_for_talks_is_one_meeting(tools: Tools) -> None:
    (claim,) = read_document(document_from_text("The deputy minister will travel to Oslo for a meeting with the rebels."), tools)
    assert (claim.status.value, [p.name for p in claim.recipients]) == ("planned", ["rebels"])


def test_whom_one_calls_for_to_act_is_asked(tools: Tools) -> None:
    claims = {c.event.type: c for c in read_document(document_from_text("The bishop called for the rebels to leave the town."), tools)}
    assert [p.name for p in claims["REQUEST"].recipients] == ["rebels"]
    assert ([p.name for p in claims["RETREAT"].actors], [v.name for v in claims["RETREAT"].attribution]) == (["rebels"], ["bishop"])
