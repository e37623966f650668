"""Each repair on the construction that it is for, and none on a sentence that needs none."""

from __future__ import annotations

import pytest

from reportedly.intake.text import document_from_text
from reportedly.read import Tools


def repairs(tools: Tools, text: str) -> set[str]:
    (parse,) = tools.parser.parse([document_from_text(text)])
    return {rule for rule, _ in parse.repairs}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The opposition accused the police of beating students.", "low-gerund"),
        ("The mayor put the number killed since Friday at nine.", "low-count"),
        ("Channel 9 reports, citing a minister, that the rebels have agreed to leave.", "numbered-channel"),
        ("Rebels deny joining talks as raid hits port\n\nThe raid was on Monday.", "high-as"),
        ("The junta answered by shutting the port and, Bissau says, by jailing six clerks.", "low-aside"),
        ("The widows want the sergeant tried.", "causative"),
        ("Guards had beaten two clerks near the quay, porters and nurses claimed.", "set-off-teller"),
        ("The guards, porters and nurses said, had beaten two clerks.", "set-off-teller"),
        ("Guards beat a crowd of clerks on Friday, a dock source says, hurting nine.", "set-off-teller"),
        ("Guards had beaten two clerks near the quay, the harbour master, Ines Prado, told reporters on Friday.", "set-off-teller"),
        ("There had been no beating near the quay, he keeps insisting.", "kept-saying"),
        ("In an audio message sent to Radio Lago, a nurse who identified herself as its spokeswoman, Ines Prado, said that guards had beaten a clerk.", "fronted-sayer"),
        ("The clerk was beaten by one of the guards, stated the coroner Ines Prado.", "teller-behind"),
        ("The warden said that his deputies had used no clubs, adding that nine of them had been hurt by stones.", "high-adding"),
        ("Elders said 14 herders were killed and some 60 houses set on fire.", "gapped-passive"),
        ("Police raised the number of people killed to 12.", "low-count"),
        ("The gang let go two sailors on Sunday.", "let-go"),
        ("The army retook Sinjar and Tal Afar.", "untagged-verb"),
        ("The group claimed an attack on what it called a spy base in Aden.", "free-relative"),
        ("The army shelled what it said were rebel positions in the hills.", "free-relative"),
        ("Troops freed two nurses from what appeared to be a militant camp.", "free-relative"),
        ("Four people died in what police described as a suicide attack in Jos.", "free-relative"),
        ("The raid left 12 soldiers and a colonel dead.", "left-dead"),
        ("Hoodlums set a police post ablaze in Onitsha.", "set-ablaze"),
        ("The militia set the village of Bora ablaze.", "set-ablaze"),
        ("Protesters set a bus ablaze.", "set-ablaze"),
        ("Clashes have left six policemen and a child wounded.", "left-wounded"),
        ("Police shot dead two men in a street.", "shot-dead-before"),
        ("Clashes left six dead and a child wounded.", "left-wounded"),
        ("The week saw 12 activists arrested and two newspapers banned.", "seen-done"),
        ("The riots saw shops looted and cars set on fire.", "causative"),
        ("A local nurse from Gao, Amadou Traore, said that gunmen had killed her brother.", "low-name"),
        ("A spokesman for the ministry, Ali Hasan, said rebels had shelled the town.", "low-name"),
        ("A resident of Mosul, Omar Khalid, told Reuters that soldiers shot his brother.", "low-name"),
        ("A member of parliament from Basra, Uday Awad, was kidnapped on Monday.", "low-name"),
        ("Gunmen killed a judge, a police commander and a clerk on Monday.", "listed-apposition"),
        ("Reuters told a meeting that the weapons hit their targets.", "lost-complement"),
        ("There was a wave of strikes on Wednesday which were accompanied by a ground assault.", "high-relative"),
        ("Four killed, nine wounded in station blast", "listed-passives"),
        ("Colonel sacked, aide detained after failed mutiny", "listed-passives"),
        ("The envoy called for the militia to leave the port.", "called-for"),
        ("The bus was stopped by soldiers and members of a militia.", "members-of"),
        ("Bandits on Friday freed a Dutch geologist, Mr Smit, they had held since May, an elder told Reuters.", "contact-relative"),
        ("The ministry said it had seized 206 weapons, the newspaper El Financiero reported on 28 April.", "trailing-report"),
        ("The group said that ten people had died and accused the army.", "low-conjunct"),
        ("A bomb hit the lead truck near Bankass and gunmen then opened fire from a ridge.", "low-subject"),
        ("Rights Watch said in a report that soldiers raped and beat civilians.", "lost-complement"),
        ("A bomber blew himself up near the station, killing two people, according to the ministry.", "trailing-according"),
        ("Guards shot at nurses, killing two according to a clinic and six according to a union.", "each-according"),
        ("Police broke up a march in Gao on Monday. In all 140 marchers were delivered to police stations, the ministry said.", "in-all"),
        ("The Lake League counts six dead, 30 wounded and 220 detained.", "tallied"),
        ("According to data of the ministry, two marchers perished and 41 received injuries.", "suffered-injuries"),
        ("On Saturday, militants shot dead three women and three children from Rufaila.", "shot-dead"),
        ("The bishops deplored the murder in Honduras of the lawyers Pablo Ruiz and Ines Mora.", "low-of"),
        ("A citizen who was seized in Cali today, reportedly by rebels, was released a few hours later.", "low-agent"),
        ("She told the families that the army would help.", "that-taken-for-object"),
        ("The army denied claims by residents that its troops shelled the village.", "claims-that"),
        ("Two people were killed by gunmen, the news agency Interfax reported on Friday, quoting the police.", "appended-report"),
        ("Gunmen raped a woman.", "wrong-lemma"),
        ("Officers waded into the crowd and cordoned off the square.", "wrong-lemma"),
        ("Monks found three corpses near the two bases.", "wrong-noun-lemma"),
        ("The hostages were let go by the rebels.", "low-agent"),
        ("Pirates boarded the tanker MV Lara near Aden.", "ship-name"),
        ("A jury found the clerk in the bribery case guilty of theft.", "found-guilty"),
        ("A fire in a hotel that killed nine people was put out.", "harm-told-of-place"),
        ("Reuters reported, citing the newspaper Al-Watan, that the army had said rebels shelled the airport.", "cited-that"),
        ("Soldiers raided the village and burned over twenty houses, a local man who is hiding in the hills said.", "trailing-sayer"),
        ("The ministry reported that 23 people were killed in the market; volunteers told us that the toll was more than 40.", "high-semicolon"),
        ("The envoy calls on all groups to lay down their weapons and urges the mayor to arrest the thieves.", "finite-conjunct"),
        ("Police denied opening fire on the demonstrators and blamed infiltrators for the shooting.", "finite-conjunct"),
        ("The union believes 900 people have fled and says it has handed out tents.", "low-conjunct"),
        ("The militia admits ambushing a patrol on the road to the port.", "false-auxiliary"),
        ("Dozens killed by gunmen in market, activists say", "activists-say"),
        ("Nine people were killed and more than 30 injured by a missile that hit a house.", "low-toll"),
        ("More than ten Kenyan soldiers had been killed by Somali shelling and 20 wounded, the army said.", "low-subject"),
        ("A strike on a clinic killed nine people and more than 30 were wounded.", "low-subject"),
        ("Gunmen killed six soldiers and 12 others were hurt.", "low-subject"),
        ("The office said nine people were killed and more than 30 wounded when a missile hit a house.", "gapped-passive"),
        ("After rebels entered Goma, Rwanda launched airstrikes there.", "fronted-clause"),
        ("Student held over tweet about the king", "headline-passive"),
        ("Editor jailed for insulting president", "headline-passive"),
        ("Students sent to jail over tweet", "headline-passive"),
        ("Brian Ford, 23, Christina Hill, 20, and Michael Kay, 24, each face five charges of arson.", "aged-list"),
        ("Three flats were broken into Wednesday on Mill Road.", "bare-day"),
        ("The bishop called for the prisoners to be released.", "called-for"),
        ("May has won warm support from the Danes.", "month-for-name"),
        ("Father arrested after row at school, reports say.", "said-passive"),
        ("The ambassador told visiting Ukraine officials they would need to pay.", "visiting-hearer"),
        ("The general had the villa seized.", "causative"),
        ("Two suspected Boko Haram suicide bombers were shot dead by soldiers as they tried to enter Maiduguri, the military said.", "suspected-subject"),
        ("The army accused forces loyal to the vice president of attacking its positions.", "low-gerund"),
        ("The island accused the navy of ramming a trawler, injuring three sailors.", "low-result"),
        ("Bandits attacked a lorry carrying flour on Monday near Diffa.", "low-circumstance"),
        ("The general made it plain that he would strike the depot.", "made-clear"),
        ("The envoy will travel to Chad November 16.", "dated-place"),
        ("Norway has committed over £1bn to the refugees.", "rough-sum"),
        ("France pressured the regime to lift the siege.", "made-to"),
        ("The troops took part in Operation Iron Gate near the lake.", "named-operation"),
        ("Foreign Minister Lavrov and Defence Minister Shoigu met the envoy.", "two-names"),
        ("He was arrested in Rome on Monday and extradited to Paris on Friday.", "shared-passive"),
        ("Was the bakery shelled by the army?", "asked-passive"),
        ("Was the president arrested in the capital on Friday?", "asked-active"),
        ("Had the army attacked, the town would have fallen.", "inverted-had"),
        ("The colonel told the state news agency SANA that rebels had attacked Idlib.", "told-agency"),
        ("The brigade reported 5 soldiers killed, several wounded and 12 rebels captured.", "causative"),
        ("Businessman Luis Soto and banker Pedro Lamas, kidnapped 11 days ago in Medellin, were rescued today.", "cut-off-passive"),
        ("The separatist command denied shelling Marinka.", "gerund-object"),
        ("Warplanes took off from Incirlik and bombed Raqqa.", "swallowed-verb"),
        ("Islamists overran Djibo.", "verb-taken-for-auxiliary"),
        ("The president said talks would resume in May, Reuters reported.", "trailing-report"),
        ("The prime minister said the army had left the town, according to the Interfax agency.", "trailing-according"),
        ("Peter Halloran, who once sat in the council, has often accused Mbeko of corruption.", "low-charge"),
        ("The court heard Thomas Nolan (19) of 12 Mill Drive, Kilkenny, who is accused of shooting a guard.", "low-who"),
        ("Announcing charges against Aziz Khan and Omar Sesay, Detective Inspector William Leahy said that the gang had shot two guards.", "fronted-gerund"),
        ("His adviser was convicted of fraud and found guilty of bribing judges.", "found-guilty"),
        ("The guards met the father of the boy, condoled with him and offered tea.", "serial-past"),
        ("Six guards were killed and 14 others were wounded when two bombs, planted by rebels, detonated on a bridge in Gao on 3 June, Gao News reported.", "second-told"),
        ("Thousands rallied on Saturday to mourn dozens of farmers killed last month in a raid.", "mourned"),
        ("Guards fired tear gas and live rounds to disperse the crowd, wounding two.", "low-aim"),
        ("Guards fired tear gas and live rounds to disperse the crowd, wounding two.", "high-outcome"),
        ("Government security men shot and injured civilians in the camp.", "swallowed-second"),
        ("Hema and Lendu herders clashed near Bunia.", "shared-people"),
        ("On 17 November 2020, special forces arrested a woman from Humera.", "named-day"),
        ("A driver was shot dead and another wounded by a guard in Gedo.", "low-toll"),
        ("More than 40 strikers were killed and hundreds wounded when guards fired.", "gapped-passive"),
        ("Two guards were killed and six others were injured when a bomb, hidden by rebels, exploded near a market, Reuters reported.", "trailing-sayer"),
        ("Near Dayr Az Zawr, five strikes destroyed an oil tanker.", "fronted-preposition"),
        ("In his speech to the council, the envoy, a Dane, urged the rebels to lay down their arms.", "fronted-place"),
        ("Attorney General Roy Soto (D), the governor's opponent in the election, called Friday for releasing the videos.", "verbless-name"),
        ("The union has asked the mayor to resign and demanded an inquiry.", "finite-conjunct"),
        ("The campaign called the charges unsubstantiated and fabricated.", "called-so"),
        ("Two nurses, let go on Sunday, told reporters that they had been beaten.", "set-off-participle"),
        ("A cellmate, let out this morning, passed on to her that the boy had been beaten.", "set-off-main"),
        ("Six Kenyans and a Dane, handed over to the army in a village, were flown home.", "cut-off-passive"),
        ("Miners abducted", "headline-passive"),
        ("Six villagers were killed and two abducted by gunmen in Zamfara.", "listed-passive"),
        ("A judge was shot and a clerk stabbed by the same man in Lagos.", "listed-passive"),
        ("Police officer stabbed outside embassy in Oslo", "taken-for-thing"),
        ("Troops seal off Bordo after guard stabbed at checkpoint", "occasion-passive"),
        ("The kidnappers demand two million dollars and the release of their chief.", "conjoined-object"),
        ("The bishop condemned the shelling of a mill by Chadian troops.", "deed-agent"),
        ("She gave an account of the murder of a clerk by the militia.", "deed-agent"),
        ("The mayor denounced the ambush on a bus near Gao.", "deed-target"),
        ("Millers shut the road over the abduction last week of a welder.", "deed-target"),
        ("The paper described the march by millers against the mayor.", "deed-target"),
        ("A road was shut after the shelling of a mill claimed by rebels.", "low-claim"),
        ("The mayor blamed the hijacking of a ferry on the rebels.", "laid-on"),
        ("The mayor blamed the raid on a camp on Chadian troops.", "laid-on"),
        ("The police suspect Chadian troops of the murder of a clerk.", "charged-with-deed"),
        ("The militia denied involvement in the murder of a clerk.", "part-in-deed"),
        ("The paper examined the role of the army in the seizure of a mill.", "part-in-deed"),
        ("Drone strikes on a mill by the militia were reported on Monday.", "deed-for-verb"),
    ],
)
def test_a_repair_is_made_and_named(tools: Tools, text: str, rule: str) -> None:
    assert rule in repairs(tools, text)


@pytest.mark.parametrize("text", ["Rebels shelled the town on Monday.", "The minister met the ambassador in Geneva.", "The town, which lies near the border, was quiet.", "Police arrested two men and a woman.", "Ceasefire held in the valley", "Rebels attacked at dawn", "The mayor had the keys.", "Kampala and Jinja traders met.", "Villagers buried a mayor.", "The crew fired a rocket.", "On Sunday, nurses took to the streets in Lyon", "Was the mayor in the town?", "He told the agency that it had rained.", "Local media reported that police had left, according to a monitor.", "The man from Athlone, which lies on a river, was accused of fraud.", "He was tried in May and found a flat.", "A raid by the militia that killed nine people was filmed.", "The rebels were let go by night.", "In Paris, the capital, police arrested two men.", "Roy Soto, a judge accused of fraud.", "The party has asked the mayor to sit and listen.", "The union called a strike planned in May.", "A spokesman for the president, Bashar Hasan, fell ill.", "Residents of the town, Ali Hasan among them, fell ill.", "He knows what police called the raid.", "She asked what it was.", "They left the dead and the wounded.", "He saw a car parked outside.", "Troops, who were tired, left.", "The rebels, after a week, withdrew.", "Students rallied outside parliament", "Police arrest clerk after crowd cheered at match", "The army killed two men and fled.", "The bishop condemned the raid by telephone.", "The bishop announced the release of two nuns by letter.", "The mayor denounced the arrest on television.", "The envoy discussed the truce with the king.", "He was jailed for the murder of a clerk by a court in Lome.", "The raid was condemned by the mayor.", "The army will end the siege by Friday.", "The mayor accused the head of a bank of theft.", "A road was shut after a raid on a camp built by monks.", "The bishop plays a role in the town.", "Rebels struck on Monday.", "The bishop met the warden, the nurse and the porter said nothing.", "Gunmen robbed a priest, warned the mayor and left.", "The union, the bishops and the press reported that a clerk was beaten.", "The navy seized the fort and the mint, claimed a victory and left.", "Ines Prado, the warden, said that a clerk had left."])
def test_a_plain_sentence_is_left_alone(tools: Tools, text: str) -> None:
    assert repairs(tools, text) == set()


def test_the_mended_tree_is_still_one_tree(tools: Tools) -> None:
    text = "Near Raqqa, five strikes destroyed a bridge. He told a meeting that the weapons hit their targets. Warplanes bombing rebels withdrew. Guards had beaten two clerks, porters and nurses said. The guards, the warden, Ines Prado, said, had beaten two. Guards beat nine clerks on Friday, a dock source claims, hurting one."
    (parse,) = tools.parser.parse([document_from_text(text)])
    for sentence in parse.sentences:
        assert sum(t.is_root for t in sentence.tokens) == 1
        assert {t.i for t in sentence.root.subtree()} == {t.i for t in sentence.tokens}


def test_event_words_with_a_hyphen_stay_one_token(tools: Tools) -> None:
    (parse,) = tools.parser.parse([document_from_text("Guards strip-searched the women after a sit-in at the gate.")])
    assert [t.text for t in parse.tokens() if "-" in t.text] == ["strip-searched", "sit-in"]
