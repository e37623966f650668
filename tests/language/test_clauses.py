"""Deep subjects and objects: what passives, relatives, control and coordination hide is put back."""

from __future__ import annotations

import pytest

from reportedly.language.clauses import agents, objects, obliques, owners, subjects
from reportedly.language.parse import Token
from tests.sentences import tokens


def word(text: str, lemma: str) -> Token:
    return next(t for t in tokens(text) if lemma in (t.lemma, t.lower))


def names(nouns: tuple[Token, ...]) -> list[str]:
    return [n.text for n in nouns]


@pytest.mark.parametrize(
    ("text", "verb", "who", "whom"),
    [
        ("Rebels shelled the town.", "shell", ["Rebels"], ["town"]),
        ("The town was shelled by rebels.", "shell", ["rebels"], ["town"]),
        ("The town was shelled.", "shell", [], ["town"]),
        ("Rebels and tribesmen attacked the convoy and the bridge.", "attack", ["Rebels", "tribesmen"], ["convoy", "bridge"]),
        ("The gunmen who killed the mayor escaped.", "kill", ["gunmen"], ["mayor"]),
        ("The mayor whom the gunmen killed was popular.", "kill", ["gunmen"], ["mayor"]),
        ("The army plans to bomb the camp.", "bomb", ["army"], ["camp"]),
        ("The envoy urged the rebels to free the hostages.", "free", ["rebels"], ["hostages"]),
        ("Soldiers entered the village and burned the school.", "burn", ["Soldiers"], ["school"]),
        ("Warplanes bombing the city killed five people.", "bomb", ["Warplanes"], ["city"]),
        ("The soldiers were ordered to leave the base.", "leave", ["soldiers"], ["base"]),
    ],
)
def test_who_does_what_to_whom(text: str, verb: str, who: list[str], whom: list[str]) -> None:
    found = word(text, verb)
    assert (names(subjects(found)), names(objects(found))) == (who, whom)


def test_agents_of_a_passive() -> None:
    assert names(agents(word("Two men were shot by police and soldiers.", "shoot"))) == ["police", "soldiers"]


def test_owners_of_an_event_noun() -> None:
    assert names(owners(word("Turkey's attack on the town failed.", "attack"))) == ["Turkey"]
    assert names(owners(word("The attack by militants failed.", "attack"))) == ["militants"]


def test_obliques_give_the_preposition_with_each_noun() -> None:
    assert [(p, n.text) for p, n in obliques(word("They fired at soldiers and tanks near the bridge.", "fire"))] == [
        ("at", "soldiers"),
        ("at", "tanks"),
        ("near", "bridge"),
    ]
