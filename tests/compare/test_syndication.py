"""Copies: whole, edited, cut, and single paragraphs; who had it first."""

from __future__ import annotations

from reportedly.compare.accounts import account
from reportedly.compare.syndication import chains_of, credited_agency, syndicated
from tests.compare.told import report, told

WIRE = (
    "Gunmen on motorcycles attacked a grain market outside Harvel at dawn on Friday and set fire to eleven stalls.\n"
    "The governor of the province said that four traders had been killed and that the road to the coast was closed.\n"
    "Nobody has said that they did it, and the army has sent two companies to search the hills north of the town.\n"
    "Prices of millet had risen by a third since the harvest failed in three of the five districts of the valley.\n"
)
OTHER = (
    "The finance minister of the island told parliament that the budget would be late again because of the storm.\n"
    "Opposition members walked out of the chamber and met in the square, where some hundred people had gathered.\n"
    "The central bank kept its rate as it was and said that it would look at the figures again before the summer.\n"
)
THIRD = (
    "The visitors lost the match by three goals after their keeper slipped twice in the mud of the northern end.\n"
    "Their coach said that the grass had been too long and the rain too heavy, and that he would not resign over it.\n"
    "Fans sang until the lights went out, and then walked home along the canal because no trams ran that late.\n"
)


def test_a_copy_an_edited_copy_and_a_cut_copy_are_one_group() -> None:
    first = report(WIRE, outlet="Wire")
    whole = report("From our desk\n" + WIRE, outlet="One")
    edited = report(WIRE.replace("eleven stalls", "eleven small stalls").replace("two companies", "soldiers"), outlet="Two")
    cut = report("".join(WIRE.splitlines(keepends=True)[:2]), outlet="Three", published="2020-05-03")
    chains = syndicated([cut, edited, first, whole, report(OTHER, outlet="Four")])
    assert [set(c.reports) for c in chains if not c.paragraphs] == [{first.id, whole.id, edited.id, cut.id}]


def test_reports_of_one_event_in_other_words_are_no_copies() -> None:
    mine = "Armed men burned stalls at the market near Harvel early on Friday. Four people died, the governor said, and soldiers are looking for them."
    assert syndicated([report(WIRE), report(mine, outlet="Two")]) == ()


def test_the_same_words_a_month_later_are_no_copy() -> None:
    assert syndicated([report(WIRE), report(WIRE, outlet="Two", published="2020-06-20")]) == ()


def test_one_wire_paragraph_in_two_reports_is_a_chain_of_its_own() -> None:
    shared = WIRE.splitlines()[1]
    one, two = report(f"{OTHER}{shared}\n", outlet="One"), report(f"{shared}\n" + THIRD, outlet="Two")
    (chain,) = syndicated([one, two])
    assert [one.text[a:b] if r == one.id else two.text[a:b] for r, a, b in chain.paragraphs] == [shared, shared]
    claims = [account(told(shared, of=d, voice="governor")) for d in (one, two)] + [account(told(OTHER.splitlines()[0], of=one))]
    chains = chains_of(claims, [chain])
    assert chains[claims[0].id] == chains[claims[1].id] == chain.original
    assert chains[claims[2].id] == one.id


def test_the_agency_that_is_credited_had_it_first_though_it_is_dated_later() -> None:
    agency = report(WIRE, outlet="Reuters", published="2020-05-03")
    copy = report("HARVEL (Reuters) - " + WIRE, outlet="The Courier", published="2020-05-02")
    (chain,) = syndicated([copy, agency])
    assert (chain.original, chain.credited) == (agency.id, "Reuters")


def test_without_an_agency_the_earliest_had_it_first() -> None:
    late, early = report(WIRE, outlet="One", published="2020-05-04"), report(WIRE, outlet="Two", published="2020-05-02")
    assert syndicated([late, early])[0].original == early.id


def test_credits_are_read_at_head_and_foot_only() -> None:
    assert credited_agency(report("Source: AFP\n" + WIRE)) == "outlet:afp"
    assert credited_agency(report(OTHER + "He had worked for Reuters as a young man.\n" + WIRE + OTHER)) is None
