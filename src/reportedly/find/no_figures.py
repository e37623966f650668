"""Numbers that are no figures: "Resolution 2165", "66-year-old", "the Group of Seven", "one" as a pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.kinds import is_human, noun_kinds
from reportedly.find.numbers import DASHES, Number, NumberWords, read_number, word_at
from reportedly.language.parse import Token

FATED = frozenset(["dead", "wounded", "injured", "killed", "victims", "casualties", "detained", "missing"])


def is_name(tokens: Sequence[Token], number: Number, words: NumberWords) -> bool:
    """The number names a thing, an age, a score or a time of day: "Resolution 2165", "66-year-old", "10 a.m."."""
    first, end = number.first, number.end
    before, after, data = word_at(tokens, first - 1), word_at(tokens, end), words.data
    token = tokens[first]
    if before in DASHES and first > 1 and tokens[first - 1].start == tokens[first - 2].end and not tokens[first - 2].lower[0].isdigit():
        return tokens[first - 2].lower not in words.words
    if before == "of" and first > 1 and tokens[first - 2].text in ("Group", "Gang", "Council") and token.text[0] != token.lower[0]:
        return True  # "the Group of Seven"
    capital = token.text[0].isupper() and before == "the" and end < len(tokens) and tokens[end].text[0].isupper()
    if capital and tokens[end].tag.startswith("NNP"):
        return True  # "the Five Star Movement"
    if _is_model(tokens, first, end):
        return True
    if after in data["not_before"] or before == "#" or (after == ":" and word_at(tokens, end + 1)[:2].isdigit()):
        return True
    if before == "number" and {word_at(tokens, n) for n in range(first - 4, first - 1)} & FATED:
        return False  # "the dead now number 45"
    if is_difference(tokens, number) or _is_multiple(tokens, number):
        return True
    if before in data["labels"] and not (before == "no" and token.lower in words.words):
        return token.dep != "nummod" or token.head.i < token.i or after in ("", ".", ",", ")", "(") or before in ("aged", "age", "no.")
    if _is_age(tokens, first, end, words) or _is_house(tokens, first, end) or _is_hour(tokens, first, end):
        return True
    label = token.dep == "nummod" and token.head.i < token.i and token.head.tag.startswith("NNP")
    return label and token.head.i == token.i - 1 and _noun_free(tokens, end)


def is_difference(tokens: Sequence[Token], number: Number) -> bool:
    """"13 dead, two more than the union": by how many one figure is above another."""
    return word_at(tokens, number.end) in ("more", "fewer", "less", "higher", "lower") and word_at(tokens, number.end + 1) == "than"


def _is_multiple(tokens: Sequence[Token], number: Number) -> bool:
    """"six times the official toll", "three times as many", "twice its own count"; "stabbed six times in the back" is counted."""
    after = tokens[number.end + 1] if number.end + 1 < len(tokens) else None
    return word_at(tokens, number.end) == "times" and after is not None and (after.tag in ("DT", "PRP$", "JJR", "WP") or after.lower in ("as", "what") or word_at(tokens, number.end + 2) in ("'s", "’s"))


def _is_model(tokens: Sequence[Token], first: int, end: int) -> bool:
    """The 47 of "12 AK 47 rifles"."""
    named = first > 0 and tokens[first - 1].text.isupper() and 1 <= len(tokens[first - 1].text) <= 3 and tokens[first - 1].text.isalpha()
    return named and tokens[first].text.isdigit() and end < len(tokens) and "WEAPON" in noun_kinds(tokens[end])


def _noun_free(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or not tokens[at].tag.startswith(("NN", "JJ", "VBN", "CD"))


def _is_age(tokens: Sequence[Token], first: int, end: int, words: NumberWords) -> bool:
    """"66-year-old", "36 years old", "Banky, 40, said"."""
    near = [word_at(tokens, n) for n in range(end, end + 5)]
    joined = [w for w in near if w not in DASHES]
    if joined and joined[0] in ("year", "years", "month", "months") and len(joined) > 1 and joined[1] in words.data["old"]:
        return True
    if word_at(tokens, first - 1) == "of" and first > 1 and tokens[first - 2].tag == "NN" and _is_one(tokens[first - 2], words):
        return word_at(tokens, end) not in words.words and (end >= len(tokens) or not tokens[end].tag.startswith(("NN", "JJ")))  # "a lad of 17"
    if word_at(tokens, first - 1) == "(" and word_at(tokens, end) in (")", ",", "") and first > 1 and _is_aged(tokens[first], tokens[first - 2], words):
        return True
    if _is_limit_of_age(tokens, first, end) or _is_of_ages(tokens, first, end):
        return True
    commas = word_at(tokens, first - 1) == "," and word_at(tokens, end) in (",", ".", "") and first > 1 and tokens[first - 2].tag == "NNP"
    return commas and tokens[first].text.isdigit() and len(tokens[first].text) <= 2


def _is_limit_of_age(tokens: Sequence[Token], first: int, end: int) -> bool:
    """"children under ten", "minors under 16", "under the age of 18"; "under 40 fighters" are counted."""
    if word_at(tokens, first - 1) == "of" and word_at(tokens, first - 2) in ("age", "ages"):
        return True
    if word_at(tokens, first - 1) not in ("under", "over", "below", "above") or first < 2 or not _noun_free(tokens, end):
        return False
    who = tokens[first - 2]
    return who.lemma in ("them", "those", "who", "they", "both", "all") or is_human(noun_kinds(who)) or who.lemma in ("child", "minor", "boy", "girl", "pensioner")


def _is_of_ages(tokens: Sequence[Token], first: int, end: int) -> bool:
    """The 6 and the 9 of "three brothers aged four, six and nine"."""
    at = first - 1
    while at > 0 and (word_at(tokens, at) in (",", "and", "to", "or", "between") or tokens[at].tag == "CD"):
        at -= 1
    return at < first - 1 and word_at(tokens, at) in ("aged", "ages") and _noun_free(tokens, end)


def _is_aged(number: Token, person: Token, words: NumberWords) -> bool:
    """"Jimmy Nolan (23)", "a teenager (17)"."""
    return number.text.isdigit() and len(number.text) <= 2 and ((person.tag == "NNP" and person.ent in ("PERSON", "")) or (person.tag == "NN" and _is_one(person, words)))


def _is_house(tokens: Sequence[Token], first: int, end: int) -> bool:
    """"of 19 Mill Drive", "at 10 Downing Street", "the 2400 block of Gill Street"."""
    number, after = tokens[first], word_at(tokens, end)
    if not number.text.isdigit() or end - first != 1 or first == 0:
        return False
    if after == "block":
        return True
    street = number.dep == "nummod" and number.head.tag == "NNP" and number.head.i > number.i and tokens[end].tag == "NNP"
    return street and (number.ent == number.head.ent or number.head.ent not in ("ORG", "PRODUCT", "NORP")) and tokens[first - 1].lower in ("of", "at", "in", "on", "from", ",")


def _is_hour(tokens: Sequence[Token], first: int, end: int) -> bool:
    """"at 0230", "at 1200 on 19 March", "until 1930 hours": the hour as armies and timetables write it."""
    text = tokens[first].text
    if end - first != 1 or len(text) != 4 or not text.isdigit() or int(text[:2]) > 24 or int(text[2:]) > 59:
        return False
    about = first - 1 - (word_at(tokens, first - 1) in ("approximately", "about", "around", "exactly"))
    before = word_at(tokens, about)
    return before in ("at", "until", "by", "from") and (text[0] == "0" or before == "at") and (_noun_free(tokens, end) or tokens[end].ent in ("DATE", "TIME"))


def _is_one(noun: Token, words: NumberWords) -> bool:
    return "PERSON" in noun_kinds(noun) or noun.lemma in words.data["young"]


def is_loose(tokens: Sequence[Token], number: Number, end: int, kind: str, words: NumberWords) -> bool:
    """"one" as a pronoun, "at one point", "both sides", "both A and B"."""
    only = word_at(tokens, number.first) if end - number.first == 1 else ""
    if kind != "count" or only not in ("one", "both"):
        return kind == "duration" and number.low == 1 and word_at(tokens, number.first) == "one" and word_at(tokens, end - 1) in ("day", "night")
    token, after = tokens[number.first], word_at(tokens, end)
    if only == "one" and after in ("family", "household") and word_at(tokens, number.first - 1) == "of":
        return True  # "eight members of one family"
    if only == "both" and (token.dep in ("preconj", "cc") or token.tag == "CC"):
        return True
    if after in words.data["loose_nouns"]:
        return only in ("one", "both")
    if only == "one" and "another" in [word_at(tokens, n) for n in range(end, end + 4)]:
        return True
    if only == "one":
        if after == "of":
            nxt = end + 1 + (word_at(tokens, end + 1) in ("the", "its", "their"))
            inner = read_number(tokens, nxt) if nxt < len(tokens) else None
            return inner is None or inner.low <= 2
        before = tokens[number.first - 1] if number.first else None
        bare = before is None or before.lower not in ("no", "this", "that", "the", "any", "every", "which", "each", "some")
        if bare and token.dep in ("nsubj", "nsubjpass", "dobj") and token.head.lemma in words.data["of_one"] and not token.children:
            return False  # "two were killed and one was wounded"
        if bare and token.dep in ("conj", "dep") and any(c.dep == "prep" and c.lower in ("in", "at", "near", "outside") for c in token.children) and _is_counted_beside(token):
            return False  # "killed three Palestinians in Jenin and one in Nablus"
        return token.dep != "nummod" or (before is not None and before.lower in ("no", "this", "that", "the", "any", "every", "which"))
    return False


def _is_counted_beside(one: Token) -> bool:
    """Whether others are counted before it under the same word, or are that word."""
    before = [one.head, *(c for c in one.head.children if c.dep in ("dobj", "nsubj", "nsubjpass"))]
    return any(n.i < one.i and (n.tag == "CD" or n.first("nummod") is not None) for n in before)


def _is_earlier_count(tokens: Sequence[Token], number: Number, words: NumberWords) -> bool:
    """"from an earlier toll of 27", "revising its initial estimate of eight", "than a previous count of nine"."""
    at = number.first - 1
    if word_at(tokens, at) in words.data["earlier"]:  # "up from the previous 27"
        return word_at(tokens, at - 1) in ("the", "its", "their", "a", "an") and word_at(tokens, at - 2) in words.data["instead_of"]
    if word_at(tokens, at) != "of" or tokens[at - 1].lemma not in words.data["counts"]:
        return False
    before = [word_at(tokens, n) for n in range(max(0, at - 7), at - 1)]
    return any(w in words.data["earlier"] for w in before) and any(w in words.data["instead_of"] for w in before)


def is_former(tokens: Sequence[Token], number: Number, words: NumberWords) -> bool:
    """The 7 of "the toll rose from seven to 12", "stands at 12, up from seven", "revising an earlier figure of seven": what was said before, and is no more."""
    if word_at(tokens, number.first - 1) == "from" and word_at(tokens, number.first - 2) in ("up", "down"):
        return True
    if _is_earlier_count(tokens, number, words):
        return True
    near = [t.lower for t in tokens[max(0, number.first - 18) : number.end + 6]]
    changed = any(t.lemma in words.data["changing"] for t in tokens[max(0, number.first - 18) : number.first])
    return word_at(tokens, number.first - 1) == "from" and changed and "to" in near and any(w in words.data["tolls"] for w in near)
