"""Small, named corrections of the parse, for constructions of news that the model is known to get wrong.

Each rule looks for one construction and moves one or two words in the tree; it runs before anything else reads the
sentence. A repair is reported by name and word, so that `explain` can show it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from reportedly.language import (
    amounts,
    asked,
    attachments,
    contents,
    deeds,
    doers,
    gerunds,
    given,
    headline_verbs,
    headlines,
    low_phrases,
    mistaken,
    outcomes,
    participles,
    relatives,
    rows,
    sources,
    subjects,
    subjunctives,
    supposed,
    tags,
    tellers,
    tellings,
    told,
    verdicts,
)
from reportedly.language.free_relatives import free_relative
from reportedly.language.lists import late_name, listed_apposition, low_name, members_of, shared_people, two_names, unmarked_name
from reportedly.language.moves import move
from reportedly.language.parse import Sentence, Token

GERUND_OF = frozenset({"accuse", "suspect", "convict", "acquit", "blame", "condemn", "criticise", "criticize", "charge", "prevent", "stop", "keep"})
type Rule = Callable[[Token, Sentence], bool]
NOUNS = ("NOUN", "PROPN")


def repair(sentence: Sentence) -> list[tuple[str, int]]:
    """Mend one sentence in place. Gives (rule, token index) for each repair that was made."""
    return [(rule.__name__.strip("_").replace("_", "-"), token.i) for token in sentence.tokens for rule in _made(token, sentence)]


def _made(token: Token, sentence: Sentence) -> list[Rule]:
    """The rules that mend something at a word. When one gives it another label or tag, the rules for these that come after it go on."""
    made = []
    asked, (label, tag) = -1, (token.dep, token.tag)
    rules = _rules_for(label, tag)
    while rules:
        for n, rule in rules:
            if n > asked and rule(token, sentence):
                made.append(rule)
                if token.dep != label or token.tag != tag:
                    asked, label, tag = n, token.dep, token.tag
                    rules = _rules_for(label, tag)
                    break
        else:
            break
    return made


@cache
def _rules_for(label: str, tag: str) -> list[tuple[int, Rule]]:
    """The rules for words of one label and tag, each with its place in the order: ten or so of 120, so that most need not be asked."""
    return [(n, rule) for n, (rule, asks) in enumerate(RULES) if not asks or label in asks or tag in asks]


def _verb_compound(token: Token, _: Sentence) -> bool:
    """"Israeli army seals off Hebron": a noun right before a finite verb that has no subject is its subject."""
    if token.tag not in ("VBZ", "VBD", "VBP") or token.pos not in ("VERB", "AUX") or token.first("nsubj", "nsubjpass", "csubj", "expl") is not None:
        return False
    noun = next((c for c in token.children if c.dep in ("compound", "amod", "nmod") and c.i == token.i - 1 and c.pos in NOUNS), None)
    if noun is None:
        return False
    noun.dep = "nsubj"
    for child in [c for c in token.children if c.dep in ("det", "amod", "poss", "nummod") and c.i < noun.i]:
        move(child, noun, child.dep)
    if token.first("dobj") is None and (after := next((c for c in token.children if c.dep == "appos" and c.i > token.i), None)) is not None:
        after.dep = "dobj"
    return True


def _low_gerund(token: Token, _: Sentence) -> bool:
    """"accused the police of beating", "accused forces loyal to X of beating", "accused by the army of beating": the of-phrase is of the verb."""
    noun = token.head
    while noun.dep in ("amod", "acl", "pobj", "prep", "relcl") and noun.head.pos in ("NOUN", "ADJ", "ADP", "PROPN"):
        noun = noun.head
    if token.dep != "prep" or token.lower not in ("of", "from", "for") or noun.dep not in ("dobj", "agent") or noun.head.lemma not in GERUND_OF or token.first("pcomp") is None:
        return False
    move(token, noun.head, "prep")
    return True


def _shot_dead(token: Token, _: Sentence) -> bool:
    """"shot dead three women", "hacked to death 17 people": those behind "dead" are the object."""
    verb = token.head
    if token.dep != "npadvmod" or token.pos not in (*NOUNS, "NUM") or verb.first("dobj") is not None or token.ent in ("DATE", "TIME"):
        return False
    between = [o for c in verb.children if verb.i < c.i < token.i for o in (c, *(c.all("pobj") if c.lower == "to" else ()))]
    if not any(o.lower in ("dead", "free", "hostage", "prisoner", "alive", "death") for o in between):
        return False
    token.dep = "dobj"
    return True


def _fronted_preposition(token: Token, sentence: Sentence) -> bool:
    """"Near Raqqa, five strikes destroyed …": a capital makes the model take "Near" for a name."""
    if token is not sentence.tokens[0] or token.lower not in ("near", "outside", "inside", "around", "west", "east", "north", "south") or token.dep == "prep":
        return False
    comma = next((t for t in sentence.tokens[1:8] if t.lower == ","), None)
    inside = [t for t in sentence.tokens[1:8] if comma is not None and t.i < comma.i]
    if comma is None or not inside or not all(t.text[0].isupper() or t.lower in ("of", "the", "and") for t in inside):
        return False
    verb = next((t for t in sentence.tokens if t.i > comma.i and t.tag in ("VBD", "VBZ", "VBP")), sentence.root)
    top = next((t for t in reversed(inside) if t.pos in NOUNS), inside[-1])
    if verb is token or verb is top or (verb in token.subtree() and verb.pos not in ("VERB", "AUX")):
        return False
    if sentence.root in (token, *inside):
        return False
    for word in inside[:-1]:
        if word is not top and word.head not in inside:
            move(word, top, "compound")
    for outside in [c for c in (*token.children, *top.children) if c not in inside and c is not token]:
        move(outside, verb, outside.dep if outside.dep != "appos" else "nsubj") if outside is not verb and verb not in outside.subtree() else None
    if verb in token.subtree():
        return False
    move(token, verb, "prep")
    token.pos, token.tag, token.ent = "ADP", "IN", ""
    move(top, token, "pobj")
    for word in inside:
        word.ent = "GPE"
    return True


def _that_taken_for_object(token: Token, _: Sentence) -> bool:
    """"told the families that the army would help": the "that" that begins a clause is helped by nobody."""
    clause = token.head
    opens = token.tag == "IN" and token.lower == "that" and token.i < clause.i and clause.dep in ("ccomp", "advcl", "acl")
    if not opens or not any(c.dep in ("nsubj", "nsubjpass", "expl") and token.i < c.i < clause.i for c in clause.children):
        return False
    token.dep = "mark"
    return True


# Each rule with the labels or the tags of the words that it is for ("" for any): another word is not even shown to it. The order counts.
_RULES: tuple[tuple[Rule, str], ...] = (
    (mistaken.pirate_noun, ""),
    (tags.untagged_verb, ""),
    (tags.wrong_lemma, "VB VBD VBG VBN VBP VBZ"),
    (tags.wrong_noun_lemma, "NN NNS"),
    (tags.noun_for_verb, "NN NNS"), (tags.gerund_taken_for_noun, "NN"),
    (tags.preposition_to, "TO"),
    (tags.had_done, "amod"),
    (subjunctives.subjunctive, "ccomp dobj advcl acl"),
    (subjunctives.bare_form, "VBP VBD"),
    (subjunctives.infinitive, "NN NNP"),
    (subjunctives.due_to, "NN"),
    (tags.ship_name, ""),
    (sources.numbered_channel, "nsubj appos"),
    (tags.named_day, ""),
    (tags.named_operation, "compound nmod amod"),
    (two_names, "compound nmod amod"),
    (given.given_name, "compound"),
    (amounts.dated_place, "compound nmod amod"),
    (amounts.rough_sum, "prep"),
    (amounts.fined_sum, "dobj"),
    (amounts.given_sum, "dobj"),
    (amounts.difference_told, "prep mark"),
    (amounts.numbering, "NN"),
    (amounts.conjoined_object, "conj"),
    (told.made_to, "advcl relcl acl"),
    (asked.asked_passive, "acl"),
    (asked.asked_active, "aux"),
    (asked.did_before, "aux"),
    (asked.inverted_had, "ccomp"),
    (low_phrases.second_passive, "acl"),
    (low_phrases.set_off_place, "nsubj"),
    (participles.low_circumstance, "acl"),
    (participles.suspected_subject, "VB VBD VBG VBN VBP VBZ"),
    (participles.reduced_passive, "acl"),
    (mistaken.there_gerund, "VBG"), (mistaken.sealed_off, "prep"), (mistaken.wounded_people, "acl advcl"),
    (headline_verbs.headline_as, "IN"),
    (headline_verbs.headline_verb, "compound nmod amod ROOT dobj nsubj dep advmod"),
    (headline_verbs.headline_second, "NN NNS JJ"),
    (headlines.taken_for_thing, "amod compound"),
    (headlines.listed_passives, "ROOT"),
    (headlines.headline_passive, "ROOT"),
    (headlines.said_passive, "ccomp"),
    (headlines.occasion_passive, "advcl"),
    (headlines.say_police, "acl"),
    (participles.causative, "ccomp"),
    (participles.called_so, "acl"),
    (participles.mourned, "ccomp"),
    (participles.low_aim, "acl relcl"),
    (participles.high_outcome, "advcl dep"),
    (shared_people, "NN NNS NNP NNPS"),
    (participles.cut_off_passive, "VBD VBN"),
    (participles.set_off_participle, "advcl ccomp csubj"),
    (participles.set_off_main, "advcl ccomp"),
    (participles.low_agent, "prep agent"),
    (participles.found_guilty, "ccomp amod"),
    (participles.gerund_object, "compound amod"),
    (gerunds.particle_gerund, "advcl"),
    (gerunds.low_infinitive, "xcomp"),
    (verdicts.judged_before, "pobj"),
    (verdicts.dressed_as, "advcl"),
    (gerunds.risks_being, "nsubjpass nsubj ROOT ccomp conj"),
    (gerunds.charged_gerund, "compound amod"),
    (gerunds.told_doing, "acl"),
    (gerunds.denied_gerund, "compound amod"),
    (gerunds.denied_act, "dobj xcomp"),
    (participles.swallowed_verb, "amod compound"),
    (participles.swallowed_second, "amod"),
    (participles.claimed_too, "conj"),
    (participles.verb_taken_for_auxiliary, "aux"),
    (tags.false_auxiliary, "aux"),
    (tags.let_go, "aux"),
    (tags.perfect_taken_for_adjective, "amod"),
    (_verb_compound, "VBD VBP VBZ"),
    (told.told_agency, "ccomp"),
    (relatives.contact_relative, "ccomp"),
    (relatives.cleft, "ccomp"),
    (supposed.tale_at_end, "ROOT"),
    (supposed.denied_main, "VBZ VBD VBP VBN"),
    (supposed.stolen_object, "nsubj nsubjpass"),
    (supposed.main_past, "acl"),
    (supposed.fronted_fighting, "dobj"),
    (relatives.when_clause, "relcl"),
    (supposed.believed_subject, "ccomp conj advcl parataxis"),
    (verdicts.lost_verdict, "ccomp advcl conj"),
    (relatives.tale_by, "relcl acl"),
    (relatives.tale_that, "relcl acl"),
    (relatives.tale_as_subject, "ccomp"),
    (told.called_for, "advcl acl relcl xcomp ccomp"),
    (told.made_clear, "ccomp acomp oprd"),
    (told.low_result, "advcl"),
    (told.claims_that, "ccomp"),
    (_fronted_preposition, ""),
    (_low_gerund, "prep"),
    (low_phrases.low_of, "prep"),
    (low_phrases.low_price, "prep"),
    (low_phrases.deed_before_agent, "prep"),
    (low_phrases.low_agent, "prep"),
    (deeds.low_claim, "acl"),
    (deeds.deed_for_verb, "nsubj nsubjpass"),
    (deeds.part_in_deed, "prep"),
    (deeds.charged_with_deed, "prep"),
    (deeds.laid_on, "prep"),
    (deeds.deed_target, "prep"),
    (deeds.deed_agent, "prep agent"),
    (doers.high_agent, "prep agent"),
    (low_phrases.agent_of_many, "prep"),
    (attachments.low_charge, "prep"),
    (attachments.low_count, "prep"),
    (attachments.low_who, "relcl"),
    (attachments.fronted_gerund, "csubj nsubj"),
    (attachments.aged_list, "appos"),
    (attachments.bare_day, "pobj"),
    (attachments.month_for_name, "nsubj"),
    (attachments.visiting_hearer, "xcomp pcomp advcl"),
    (attachments.found_guilty, "conj"),
    (attachments.serial_past, "advcl dep"),
    (told.low_conjunct, "conj"),
    (subjects.in_all, "pobj"),
    (subjects.counted_harmed, "VBD VBN"),
    (subjects.tallied, "VBN VBD"),
    (subjects.suffered_injuries, "amod"),
    (subjects.low_subject, "conj"),
    (subjects.low_toll, "conj"),
    (subjects.harm_told_of_place, "relcl"),
    (outcomes.left_dead, "amod acl appos advmod conj"),
    (outcomes.left_wounded, "conj"),
    (outcomes.held_captive, "ccomp xcomp oprd"),
    (outcomes.set_ablaze, "amod acl advmod appos dobj pobj"),
    (outcomes.shot_dead_before, "amod"),
    (outcomes.seen_done, "acl"),
    (subjects.gapped_passive, "conj"),
    (subjects.listed_passive, "acl"),
    (subjects.shared_passive, "conj"),
    (subjects.fronted_clause, "conj appos"),
    (subjects.fronted_place, "appos"),
    (subjects.verbless_name, "acl"),
    (subjects.verbless_noun, "acl"),
    (told.appended_report, "relcl"),
    (sources.named_source, "pobj"),
    (sources.trailing_according, "prep"),
    (sources.each_according, "prep"),
    (sources.own_according, "prep"),
    (sources.high_as, "advcl"),
    (sources.low_aside, "parataxis"),
    (_that_taken_for_object, "dobj"),
    (_shot_dead, "npadvmod"),
    (told.trailing_report, "ccomp"),
    (told.adverbial_that, "advcl"),
    (told.cited_that, "ccomp"),
    (told.activists_say, "acl"),
    (told.trailing_sayer, "conj advcl"),
    (told.second_told, "ccomp"),
    (tellers.set_off_teller, "VBD VBP VBZ VBN"),
    (tellers.kept_saying, "ccomp"), (tellers.fronted_sayer, "appos"),
    (tellers.teller_behind, "dobj"),
    (tellers.high_adding, "advcl"), (tellers.goes_on_saying, "conj"),
    (told.high_semicolon, "ccomp"),
    (contents.second_content, "ccomp advcl"), (contents.inverted_sayer, "conj"), (contents.behind_sayer, "advcl"),
    (contents.contrast_teller, "advcl"), (contents.high_content, "conj"), (contents.swallowed_main, "acl"),
    (contents.swallowed_sayer, "conj dep advcl"), (contents.aside_in_relative, "parataxis"), (contents.inverted_name, "dobj"), (contents.perceived_doing, "xcomp advcl"), (contents.row_of_gerunds, "amod"),
    (tellings.introduced_as, "nsubj"),
    (tellings.second_teller, "ccomp"),
    (tellings.second_count, "ccomp"),
    (tellings.inverted_aside, "VBD VBP VBZ"),
    (tellings.nominal_aside, "appos"),
    (told.finite_conjunct, "conj"),
    (told.lost_complement, "acl relcl"),
    (gerunds.swallowed_participle, "compound amod"),
    (relatives.high_relative, "ccomp conj parataxis advcl dep"),
    (free_relative, "pcomp ccomp"),
    (rows.second_preposition, "conj"),
    (rows.row_of_infinitives, "VB"),
    (rows.harmed_in, "pobj dobj nsubj nsubjpass attr conj"),
    (rows.under_fire, "VBG"),
    (rows.asked_row, "appos"),
    (low_name, "appos"),
    (unmarked_name, "pobj"),
    (late_name, "appos nsubj nsubjpass npadvmod dep"),
    (listed_apposition, "appos"),
    (members_of, "conj"),
)
RULES = tuple((rule, frozenset(asks.split())) for rule, asks in _RULES)
