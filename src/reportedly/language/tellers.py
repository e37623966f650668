"""Repairs of who says it between commas: "…, witnesses and medics said, …", "…, the mayor, Ann Lee, told reporters on Friday."

The model takes such sayers for members of a list, or for appositions to the noun before them; of the verb of saying it then makes
a second main verb. Where it stands alone between commas, or at the end, it says what stands around it.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import is_passive, subjects
from reportedly.language.moves import move
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.supposed import is_of_tale
from reportedly.language.told import CHARGING, HOLDING, REPORTING, TELLING

HEARD = frozenset({"tell", "inform", "assure", "remind"})  # their object is who hears it
STATING = frozenset({"say", "state", "declare", "explain", "add", "note", "claim", "insist", "recall", "stress", "affirm", "assert", "maintain", "argue", "allege", "testify", "write", "recount", "remember", "concede", "admit", "complain", "narrate", "relate", "lament", "confide", "warn", "reply", "muse"})  # with no person for their object
KEEPING = frozenset({"keep", "continue"})  # "keeps insisting", "continues to insist"
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "PRON", "PART"})
WITHIN = frozenset({"of", "in", "at", "from", "for", "with"})  # "a source in the ministry"
ENDS = frozenset({",", ".", ";", "!", "”", '"', "’", "'", "–", "—"})
CLOSED = frozenset({",", "”", '"', "’", "'"})
BESIDE = frozenset({"also", "later", "however", "then", "once", "again", "repeatedly", "categorically", "has", "have", "had", "was", "were", "is", "are", "been"})
LONGEST = 9  # words of a sayer
ADJUNCTS = 9  # words behind the verb
VERBS = ("VERB", "AUX")


@dataclass(slots=True)
class _Aside:
    """Where a saying stands: the words of who says it (the second name set off by commas), and what stands before and behind."""

    said: Token
    who: list[Token]
    name: list[Token]
    before: list[Token]
    behind: list[Token]


def set_off_teller(token: Token, sentence: Sentence) -> bool:
    """"Troops had shot two men near the dam, witnesses and medics said": those between the comma and the verb are who says it."""
    aside = _aside(token, sentence) if not is_of_tale(token) else None
    if aside is None:
        return False
    told = _told(aside)
    who = _head(aside.who)
    if told is None or who is None or _stands(aside, told, who):
        return False
    if who in told.ancestors() or any(told in n.subtree() for n in (*aside.who, *aside.name)):
        return False
    if not _hang(token, told):
        return False
    own = {t.i for t in (*aside.who, *aside.name)}
    for loose in [c for t in (token, *aside.who, *aside.name) for c in t.children if c.i not in own and c is not token and c is not told and (c in aside.before or c in aside.behind) and not _goes_on(c)]:
        move(loose, told, "punct" if loose.pos == "PUNCT" else _role(loose, told))
    move(who, token, "nsubj" if token.lower != "quoted" else "nsubjpass")
    for joined in [t for t in aside.who if t is not who and t.head.i not in own]:
        move(joined, who, "conj" if joined.pos in ("NOUN", "PROPN") and any(t.pos == "CCONJ" and who.i < t.i < joined.i for t in aside.who) else joined.dep if joined.dep != "nsubj" else "appos" if joined.i > who.i and joined.ent == "PERSON" else "compound")
    name = _head(aside.name)
    if name is not None:
        move(name, who, "appos")
    return True


def fronted_sayer(token: Token, sentence: Sentence) -> bool:
    """"In a letter to Radio Lago, a woman who gave no name said that": behind what is fronted the model takes who says it for an apposition."""
    words = sentence.tokens
    first = min(token.subtree(), key=lambda t: t.i)
    said = next((t for t in words if t.i > token.i and t.dep in ("ROOT", "conj", "ccomp") and _can_tell(t) and t.pos == "VERB"), None)
    if token.dep != "appos" or said is None or said.first("nsubj", "nsubjpass", "expl", "csubj") is not None or said.first("ccomp") is None or said.tag not in ("VBD", "VBZ", "VBP"):
        return False
    above = next((a for a in token.ancestors() if a.dep == "prep" and a.head is said), None)
    between = [t for t in words if max(t.i for t in token.subtree()) < t.i < said.i]
    person = kind_of(token) == "PERSON" or token.ent == "PERSON" or token.lemma in voice_words().anonymous
    if above is None or not person or first.i == 0 or words[first.i - words[0].i - 1].lower != "," or any(t.pos not in ("PUNCT", "ADV", "AUX") for t in between):
        return False
    move(token, said, "nsubj")
    return True


def kept_saying(token: Token, _: Sentence) -> bool:
    """"the troops had shot two men, he keeps insisting": what he insists on is no more than kept up."""
    kept = token.head
    saying = kept.first("xcomp")
    if token.dep != "ccomp" or kept.lemma not in KEEPING or saying is None or not token.i < kept.i < saying.i or not _can_tell(saying) or saying.first("ccomp", "dobj") is not None:
        return False
    move(token, saying, "ccomp")
    return True


def teller_behind(token: Token, sentence: Sentence) -> bool:
    """"The driver was shot by a guard, stated the coroner Ann Lee": whom the model makes the object of the saying is who says it."""
    said, words = token.head, sentence.tokens
    at = said.i - words[0].i
    if token.dep != "dobj" or said.dep not in ("conj", "advcl", "parataxis", "ROOT") or said.lemma not in STATING or said.tag not in ("VBD", "VBZ", "VBP") or token.i < said.i:
        return False
    if at < 2 or words[at - 1].lower not in CLOSED or said.quoted or said.first("nsubj", "aux", "xcomp", "oprd") is not None or not (token.ent == "PERSON" or kind_of(token) == "PERSON" or (kind_of(token) == "ARMED" and token.tag == "NN")):
        return False
    if any(t.pos not in NAMING and t.lower not in WITHIN and t.pos != "PUNCT" and t.ent not in ("DATE", "TIME") and t.lower != "on" for t in words[at + 1 :]):
        return False
    told = said.first("ccomp") or said.head
    while told.dep == "conj" and told.head.pos in VERBS:
        told = told.head
    if told.dep == "ccomp" and told.head is said and told.i < said.i:
        token.dep = "nsubj"
        return True
    if told is said or told.pos not in VERBS or told.i > said.i or (told.dep == "ccomp" and told.head.i < told.i):
        return False
    move(said, told, "parataxis")
    token.dep = "nsubj"
    return True


def high_adding(token: Token, _: Sentence) -> bool:
    """"the sheriff said his men had used no clubs, adding that …": it is the sheriff who adds."""
    low = token.head
    if token.lower != "adding" or token.first("ccomp") is None or token.i < low.i or low.dep not in ("ccomp", "conj"):
        return False
    while low.dep == "conj":
        low = low.head
    if low.dep != "ccomp" or low.head.lemma not in HOLDING | TELLING or low.head.i > token.i or low.lemma in REPORTING:
        return False
    move(token, low.head, "advcl")
    return True


def high_charging(token: Token, _: Sentence) -> bool:
    """"the army said 40 men were killed, blaming Boko Haram", "five were hacked to death, the mayor said, blaming the ADF": not the dead blame them."""
    low = token.head
    if token.tag != "VBG" or token.lemma not in CHARGING or token.first("dobj", "prep") is None or token.first("nsubj", "mark") is not None or token.i < low.i:
        return False
    suffered = is_passive(low) or low.lemma in ("die", "perish", "suffer", "fall")
    if low.dep != "ccomp" or not suffered or low.head.lemma not in HOLDING | TELLING or not subjects(low.head):
        return False
    move(token, low.head, "advcl")
    return True


def goes_on_saying(token: Token, _: Sentence) -> bool:
    """"police chiefs claim just one student died and insist they never fired": it is the chiefs who insist, in the tense in which they claim."""
    told = token.head
    said = told.head
    if token.tag not in ("VBP", "VBZ", "VBD") or token.first("nsubj", "nsubjpass", "aux") is not None or told.dep != "ccomp" or not _can_tell(token) or not _can_tell(said):
        return False
    if token.tag != said.tag or told.tag == token.tag or told.tag not in ("VBD", "VBN", "VBP", "VBZ"):
        return False
    for link in [c for c in told.all("cc") if c.i < token.i]:
        move(link, said, "cc")
    move(token, said, "conj")
    return True


def _can_tell(verb: Token) -> bool:
    return any(not particle and "quote" in r.complement for particle, r in voice_words().verbs.get(verb.lemma, ()))


def _aside(token: Token, sentence: Sentence) -> _Aside | None:
    """The saying at a finite verb, when nothing that it says stands behind it."""
    words = sentence.tokens
    at = token.i - words[0].i
    kept = _kept(token, words[at + 1 : at + 3])
    if token.quoted or not (_can_tell(token) or kept is not None):
        return None
    last = _last(token, kept, words, at)
    first = at
    while first > 0 and words[first - 1].lower in BESIDE:
        first -= 1
    name: list[Token] = []
    if first > 1 and words[first - 1].lower == ",":
        name = _named(words, first - 1)
        if not name:
            return None
        first = name[0].i - words[0].i - 1
    who = _named(words, first)
    if not who or last is None or len(who) == first:
        return None
    begin = who[0].i - words[0].i
    if words[begin - 1].lower not in CLOSED or words[begin - 2].tag in ("WP", "WDT") or (name and not _is_name(who, name)):
        return None
    return _Aside(token, who, name, words[: begin - 1], words[last + 1 :])


def _kept(token: Token, behind: list[Token]) -> Token | None:
    """"keeps insisting", "continues to insist", "was quoted as saying": the verb of saying that another verb carries."""
    if len(behind) < 2:
        return None
    said = behind[0] if token.lemma in KEEPING and behind[0].lower != "to" else behind[1]
    carried = token.lemma in KEEPING or (token.lower == "quoted" and behind[0].lower == "as")
    return said if carried and _can_tell(said) and said.tag in ("VBG", "VB") else None


def _last(token: Token, kept: Token | None, words: list[Token], at: int) -> int | None:
    """The place of the last word that belongs to the saying: the hearer, the day, the writing; none where something else follows."""
    last = at if kept is None else kept.i - words[0].i
    for n in range(last + 1, min(last + 2 + ADJUNCTS, len(words))):
        word = words[n]
        if word.lower in ENDS:
            break
        fits = word.pos in ("ADP", "ADV") or word.ent in ("DATE", "TIME") if n == last + 1 and token.lemma not in HEARD else word.pos not in VERBS and word.tag not in ("WDT", "WP", "WRB") and word.lower not in ("that", ":")
        if not fits or (n == last + 1 and word.lower in ("that", "about", "against", "as")):
            return None
    else:
        n = len(words)
        if n - last > ADJUNCTS:
            return None
    return n - 1


def _named(words: list[Token], end: int) -> list[Token]:
    """The noun phrase that ends before a place and begins behind a comma; empty where something else stands there."""
    first = end
    while first > 0 and words[first - 1].lower not in CLOSED and (words[first - 1].pos in NAMING or words[first - 1].lower in WITHIN):
        first -= 1
    phrase = words[first:end]
    if not phrase or len(phrase) > LONGEST or phrase[0].pos in ("ADP", "CCONJ") or any(t.tag in ("WDT", "WP", "WRB", "EX") for t in phrase):
        return []
    return phrase if first == 0 or words[first - 1].lower in CLOSED else []


def _is_name(who: list[Token], name: list[Token]) -> bool:
    """"the governor, Ann Lee,", "Ann Lee, the governor,": a person set off beside an office."""
    named = any(t.ent == "PERSON" or (t.pos == "PROPN" and t.ent not in ("DATE", "GPE")) for t in name) or who[-1].ent == "PERSON"
    return named or (who[0].lower.rstrip(".") in voice_words().titles and who[-1].pos == "PROPN" and kind_of(name[-1]) == "PERSON")  # "Col Tull, the army's spokesman,"


def _head(phrase: list[Token]) -> Token | None:
    """The noun of a phrase: the last one before "and" or a preposition."""
    stop = next((n for n, t in enumerate(phrase) if n and (t.pos in ("CCONJ", "ADP"))), len(phrase))
    return next((t for t in reversed(phrase[:stop]) if t.pos in ("NOUN", "PROPN", "PRON", "NUM")), None)


def _told(aside: _Aside) -> Token | None:
    """The verb of the clause that the saying stands behind, or that it stands within."""
    verbs = [t for t in aside.before if t.pos in VERBS and t.dep not in ("aux", "auxpass", "amod", "compound") and t.tag.startswith("VB")]
    told = next((v for v in verbs if not any(a in verbs for a in v.ancestors())), None)
    if told is None or told.dep in ("relcl", "acl"):  # "the two clerks who died, she said, had been shot"
        return _interrupted(aside)
    if any(c.dep == "mark" and c.lower != "that" for c in told.children) or told.first("nsubj", "nsubjpass", "expl", "csubj") is None or told.i > aside.said.i:
        return None
    finite = told.tag in ("VBD", "VBZ", "VBP") or told.first("aux", "auxpass") is not None or told.first("nsubjpass") is not None
    return told if finite and not (told.quoted and any(not t.quoted and t.pos in VERBS for t in aside.before)) else None


def _interrupted(aside: _Aside) -> Token | None:
    """"The troops, witnesses said, had shot two men": the verb behind, of which the noun before is the subject."""
    behind = [t for t in aside.behind if t.pos != "PUNCT"]
    nouns = [t for t in aside.before if t.pos in ("NOUN", "PROPN", "PRON")]
    if not behind or not nouns or aside.before[0].pos == "ADP" or (behind[0].pos not in VERBS and behind[0].tag != "MD"):
        return None
    verb = behind[0].head if behind[0].dep in ("aux", "auxpass") else behind[0]
    return verb if verb.i >= behind[0].i and verb.pos in VERBS else None


def _stands(aside: _Aside, told: Token, who: Token) -> bool:
    """Whether the tree has it so already."""
    said = aside.said
    over = told.head is said and told.dep == "ccomp"
    beside = said.head is told and said.dep in ("parataxis", "ccomp", "advcl")
    strays = any(c in aside.behind and c.pos != "PUNCT" and not _goes_on(c) for c in said.children) or any(c in aside.before and c.pos != "PUNCT" and c is not told and c.dep not in ("advcl", "prep", "npadvmod", "advmod", "cc") for c in said.children)
    return (over or beside) and who.head is said and who.dep in ("nsubj", "nsubjpass") and not strays


def _goes_on(word: Token) -> bool:
    """"…, Reuters reported, citing officials", "…, he said, adding that": of who says it."""
    return word.tag == "VBG" and (word.lemma in ("cite", "quote", "speak", "refer") or word.lemma in voice_words().verbs)


def _hang(said: Token, told: Token) -> bool:
    """Put the saying beside what it tells, or above it where it stands there."""
    if said in told.ancestors():
        if told.head is not said:
            return False
        told.dep = "ccomp"
        return True
    move(said, told, "parataxis")
    return True


def _role(word: Token, told: Token) -> str:
    """What a word that hung on the saying is to what is told."""
    cut_off = word.dep == "npadvmod" and word.ent not in ("DATE", "TIME") and told.first("nsubj", "nsubjpass") is None  # "the girls, he told me, were let go"
    if (cut_off or word.dep in ("nsubj", "conj", "appos")) and word.i < told.i and word.pos in ("NOUN", "PROPN", "PRON"):
        return "nsubjpass" if told.first("auxpass") is not None else "nsubj"
    return word.dep
