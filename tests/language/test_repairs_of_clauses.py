"""Repairs of gerunds, clefts, doers and tales, each on the construction that it is for, and none where none is due."""

from __future__ import annotations

import pytest

from reportedly.read import Tools
from tests.language.test_repairs import repairs


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The widow demanded that London share intelligence with Delhi.", "subjunctive"),
        ("The widow demanded that a court jail two bloggers.", "subjunctive"),
        ("The envoy wants the shelling to end.", "infinitive"),
        ("The army plans to burn villages, seize cattle and shoot herders.", "row-of-infinitives"),
        ("Hundreds marched in Quito in memory of the six miners shot in May.", "harmed-in"),
        ("The base came under harassing fire from the hill.", "under-fire"),
        ("The bishops asked that the junta release the editor.", "subjunctive"),
        ("The envoy proposed that both armies cease fire on Monday.", "bare-form"),
        ("The villagers urged that the army free the six drivers.", "bare-form"),
        ("Bishops in Juba called for an end to the siege and for talks.", "second-preposition"),
        ("The party demanded the release of the editor, an inquiry into the raid and talks with the king.", "asked-row"),
        ("Nine herders were massacred in a hillside village by the gang.", "high-agent"),
        ("Weapons were shipped to the colonel's forces by Belarus.", "high-agent"),
        ("The lawyer was interrogated for nine hours by security agents.", "high-agent"),
        ("The monks were stopped from reaching the shrine by soldiers.", "high-agent"),
        ("Both armies were urged to leave the port by the bishop.", "high-agent"),
        ("Chad denied shipping rifles to the colonel's brigade.", "denied-gerund"),
        ("The crew denied dropping barrel bombs on the port.", "denied-gerund"),
        ("The navy admitted shelling villages near the lake.", "denied-gerund"),
        ("Farmers denied campaigning against the road.", "denied-act"),
        ("It was Cyprus that proposed the truce.", "cleft"),
        ("A claim by the brigade that it shot down a drone was false.", "tale-by"),
        ("30 goats stolen from a farm, say police", "say-police"),
        ("He was arrested on suspicion of shipping rifles to the brigade.", "charged-gerund"),
        ("The league accused the mayor of stockpiling rockets near the port.", "charged-gerund"),
        ("There were reports of Tunis lodging a protest with Rome.", "told-doing"),
        ("Did masked men gun down a judge in Tijuana?", "did-before"),
        ("The herders were accused by the army of burning two buses.", "low-gerund"),
        ("The army ruled out attacking the port.", "particle-gerund"),
        ("The army was accused of planning to attack the port.", "low-infinitive"),
        ("The army denied planning to attack the port.", "low-infinitive"),
        ("The army dismissed as lies reports that it had attacked the port.", "judged-before"),
        ("The ministry dismissed as a fabrication reports that its jets attacked a store.", "judged-before"),
        ("The ministry said that the accusations that police tortured the men were groundless.", "tale-that"),
        ("The admiral denied reports his ships had fired at fishing boats.", "tale-that"),
        ("It is a lie that we shot prisoners, the colonel said.", "tale-that"),
        ("The army said claims it had executed prisoners were enemy propaganda.", "tale-as-subject"),
        ("The ministry described as baseless claims that its troops had burned the mill.", "judged-before"),
        ("The general said he had never ordered anyone to be tortured.", "made-to"),
        ("Armed men dressed as soldiers killed a judge.", "dressed-as"),
        ("Did a frigate rescue two boats in the strait?", "noun-for-verb"),
        ("Chad accused of bombing airport", "headline-passive"),
        ("Nineteen wounded were flown to Lima.", "counted-harmed"),
        ("Officials added that 16 wounded had been flown to the coast.", "counted-harmed"),
        ("Farmers urged to flee valley", "headline-passive"),
        ("Missiles launched into southern Chad", "headline-passive"),
        ("Two men thrown from a bridge", "headline-passive"),
        ("Websites blocked in Chad", "headline-passive"),
        ("Chapel burned in Jos, police say", "said-passive"),
        ("The consul risks being arrested by the guards.", "risks-being"),
        ("Soldiers rape women in the hills of Kivu", "noun-for-verb"),
        ("A submarine entered the strait, torpedoed a tanker and left.", "serial-past"),
        ("Reports that Chad had welcomed the prisoner exchange are untrue.", "lost-verdict"),
        ("Claims that guards had searched a van at the gate and found two rifles are false.", "lost-verdict"),
    ],
)
def test_a_repair_is_made_and_named(tools: Tools, text: str, rule: str) -> None:
    assert rule in repairs(tools, text)


@pytest.mark.parametrize(
    "text",
    [
        "Two men were held after riots by students.",
        "She was shot in a house by the river.",
        "The council denied building permits to the firm.",
        "The army denied bombing raids.",
        "It was in May that rebels burned the mill.",
        "The report by the panel that the army published was long.",
        "Rebels shelled village, say police",
        "Websites thrive in Chad",
        "The blast wounded 12 and was heard in Lima.",
        "The talks were a risk.",
        "Reports that the mill had burned are common.",
        "He was arrested on suspicion of bombing raids.",
        "There were reports of advancing troops.",
        "Did the men leave?",
        "Rebels urged to the last",
        "The troops pulled out, burning two villages.",
        "The mayor was accused of fraud to please the crowd.",
        "The clerk was known as a friend as guards shot him.",
        "He suggested that the police raid was a mistake.",
        "She said that the army attack was over.",
        "The minister insisted that rebels hit the convoy.",
        "The envoy suggests that the armies withdrew.",
        "He demanded the head of the police, a lawyer and poet, and left.",
    ],
)
def test_a_plain_sentence_is_left_alone(tools: Tools, text: str) -> None:
    assert repairs(tools, text) == set()
