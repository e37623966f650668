"""Which frames fire on which words: triggers, decided by particles and by the kinds of the arguments.

No frame fires without its own words, and nothing is coded by default. A demand (`subject`, `object`) is met by an
argument of unknown kind; a ban (`not_object`) trips only on a known kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.attribute.writings import is_told_by
from reportedly.codebooks.data import load_data
from reportedly.codebooks.frames import LINKS, Codebook, Frame, Index, NegativeFrame
from reportedly.events.causes import COLLIDING, caused_by, is_accident, is_nature, named
from reportedly.events.fitting import DOERS, beyond, counted, fit
from reportedly.events.gerunds import done_by, done_to, gerund_rows
from reportedly.events.idioms import children_saying, hyphened, moved, specificity, words_under
from reportedly.events.turns import binds_itself, is_turn_of_speech
from reportedly.find.kinds import kinds_of
from reportedly.find.place_words import KINDS
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_passive, objects, obliques, subjects, things_given
from reportedly.language.parse import Sentence, Token

DOCUMENTED = "accuse.document-abuse"
SETTINGS = ("COOPERATE", "MOBILIZE")  # "took part in the raid", "plan to attack": the deed inside is the event
STRIKING = ("ASSAULT", "COERCE")
PATROL = "patrol"  # which strikes and is struck as those who are on it
LETTING = ("let",)  # "let the convoy pass": the parser gives the object to the bare infinitive
MODIFIERS = ("compound", "amod", "nmod", "poss")


@dataclass(slots=True, eq=False)
class Trigger:
    """A frame on a word. `words` are the trigger's own words, `nominal` true for event nouns."""

    token: Token
    frame: Frame
    nominal: bool
    words: tuple[Token, ...]
    subjects: tuple[Token, ...] = ()
    objects: tuple[Token, ...] = ()


def find_triggers(sentence: Sentence, codebook: Codebook, knowledge: Knowledge) -> list[Trigger]:
    """At most one trigger a word, in the order of the text."""
    found = (_trigger(token, codebook, knowledge) for token in sentence.tokens)
    triggers = _without_doubles([t for t in found if t is not None])
    inside = {w for t in triggers for w in t.words if w is not t.token}
    spoken = {w for t in triggers if t.frame.type in ("THREATEN", "REQUEST") or t.frame.id == DOCUMENTED for w in t.words}  # "threatened sanctions", "documented the arrest" tell two
    left = {w for t in triggers if t.token.lemma == "leave" for w in t.words}  # "left 40 wounded" is told once
    told = {t.token for t in triggers if t.token in inside - left and (t.frame.type == "ASSAULT" or t.token.dep == "xcomp" or t.token in spoken)}
    ordered = {t.token.head for t in triggers if t.token.dep == "xcomp"}  # "ordered tanks to withdraw"
    struck, striking = _struck(triggers), {s for t in triggers if t.frame.type in STRIKING and not t.nominal for s in t.subjects}
    triggers = [t for t in triggers if not (t.nominal and t.frame.type in ("MOBILIZE", "AGREE") and (t.token in struck or (t.token.lemma == PATROL and t.token in striking)))]
    triggers = [t for t in triggers if not (t.nominal and t.frame.type == "AID" and t.token in struck and "VEHICLE" in kinds_of(t.token, knowledge))]  # "attacked an aid convoy"
    return [t for t in triggers if t.token in told or (t.token not in inside and not (t.frame.type in SETTINGS and told & set(t.words)) and not (t.frame.type == "MOBILIZE" and t.token in ordered))]


def _struck(triggers: list[Trigger]) -> set[Token]:
    """"ambushed their patrol", "fired on a patrol", "raided a settlement": those who are there, and no deed."""
    blows = [t for t in triggers if t.frame.type in STRIKING]
    under_fire = {o for t in blows if not t.nominal for prep, o in obliques(t.token) if prep in ("on", "at", "upon", "against")}
    return under_fire | {o for t in blows for o in t.objects}


def _without_doubles(triggers: list[Trigger]) -> list[Trigger]:
    """"was forced to resign": one resignation, told by the verb of whoever resigns."""
    return [t for t in triggers if not is_passive(t.token) or not any(o is not t and o.frame is t.frame and o.token in t.words and o.token.dep == "xcomp" for o in triggers)]


def _trigger(token: Token, codebook: Codebook, knowledge: Knowledge) -> Trigger | None:
    if token.tag.startswith("VB") and token.dep not in ("aux", "auxpass", "amod", "compound") and (rows := _rows(codebook.verbs, token)):
        trigger = _verb(token, rows, codebook, knowledge) if not (is_turn_of_speech(token) or _is_second_adjective(token)) else None
        if trigger is not None:
            return trigger
    if token.pos in ("NOUN", "PROPN") or token.dep in ("dobj", "pobj", "nsubj", "nsubjpass"):
        rows = _rows(codebook.nouns, token)
        found = _noun(token, rows, codebook, knowledge) if rows else None
        return found or _carried(token, codebook, knowledge) or (_gerund(token, codebook, knowledge) if not _noun_bars(token, codebook) else None)
    if token.pos == "ADJ":
        rows = _rows(codebook.adjectives, token)
        return _adjective(token, rows) if rows else None
    return None


def _is_second_adjective(token: Token) -> bool:
    """"poor and displaced people": what they are, as what stands before it."""
    return token.dep == "conj" and token.tag == "VBN" and token.head.dep == "amod" and token.i < token.head.head.i


def _rows[T](index: Index[T], token: Token) -> list[tuple[tuple[str, ...], T]]:
    """What an index has for a word, by its lemma or as it stands ("talks", "troops"); two who were found were not founded."""
    rows = index.get(token.lemma, [])
    if token.lower != token.lemma and token.lower in index and load_data("lemmas.yaml")["past"].get(token.lower) != token.lemma:
        rows = rows + index[token.lower]
    return rows


def _verb(token: Token, rows: list[tuple[tuple[str, ...], Frame]], codebook: Codebook, knowledge: Knowledge) -> Trigger | None:
    near = words_under(token)
    said = [(specificity(rest), frame, words) for rest, frame in rows if (not rest or rest[0] in near) and near.issuperset(rest) and (words := children_saying(token, rest)) is not None]
    if not said:
        return None
    who, whom = _without_decree(token, knowledge), objects(token)
    whom = (*whom, *_objects_of_idioms(token, said))
    if not whom and token.lemma in LETTING:
        whom = tuple(n for c in token.all("ccomp") if c.tag in ("VB", "VBP") for n in subjects(c))
    barred = _idioms(token, who, whom, (row for row in _rows(codebook.negative_verbs, token) if near.issuperset(row[0]) and not _is_blow_all_the_same(token, row[1], who, whom, codebook, knowledge)))
    barred |= {"COERCE", "ASSAULT"} if binds_itself(token) else set()
    said = [row for row in said if row[1].type not in barred and not _is_barred_noun(row[1], row[2], codebook)]
    fitting = _fitting(token, said, who, whom, knowledge)
    if not fitting and (given := things_given(token)):
        whom = given  # "refugees were given blankets"
        fitting = _fitting(token, said, who, whom, knowledge)
    if not fitting:
        return None
    _, _, frame, words = max(fitting, key=lambda row: row[:2])
    struck = frame.roles.get("subject") == "recipient"  # "two soldiers lost their lives when the lorry overturned"
    if (struck or not any(kinds_of(w, knowledge) & DOERS and not is_nature(frame.type, w, codebook) for w in who)) and (
        caused_by(token, codebook.not_caused_by.get(frame.type, {})) or any(frame.type in _noun_bars(w, codebook) for w in who) or (who and all(is_nature(frame.type, w, codebook) for w in who))
    ):
        return None
    return Trigger(token, frame, False, (token, *words), who, beyond(whom, words, knowledge))


def _fitting(token: Token, said: list[tuple[int, Frame, tuple[Token, ...]]], who: tuple[Token, ...], whom: tuple[Token, ...], knowledge: Knowledge) -> list[tuple[int, int, Frame, tuple[Token, ...]]]:
    """The frames whose demands are met, with how much their words say and how well they fit."""
    rows = [(n, fit(frame, token, counted(who), counted(beyond(whom, words, knowledge)), knowledge, words), frame, words) for n, frame, words in said]
    return [row for row in rows if row[1] >= 0]


def _is_blow_all_the_same(verb: Token, negative: NegativeFrame, who: tuple[Token, ...], whom: tuple[Token, ...], codebook: Codebook, knowledge: Knowledge) -> bool:
    """Whether what bars a blow bars none here: a market that a rocket hit, a bus that struck a landmine."""
    if negative.object_nouns:
        return _are_blows(who, negative.type, codebook, knowledge)
    hit, struck = (verb.head, objects(verb.head)) if verb.dep == "advcl" and verb.tag == "VBG" else (verb, whom)  # "hit a landmine, killing nine"
    return bool(negative.subject_nouns) and hit.lemma in COLLIDING and any("WEAPON" in kinds_of(o, knowledge) for o in struck)


def _are_blows(who: tuple[Token, ...], type_: str, codebook: Codebook, knowledge: Knowledge) -> bool:
    """"a rocket hit a market", "shelling hit the road": weapons and attacks hit no market in a figure of speech."""
    return type_ == "ASSAULT" and any("WEAPON" in kinds_of(w, knowledge) or (w.lemma != "strike" and any(not rest and f.type == type_ for rest, f in _rows(codebook.nouns, w))) for w in who)


def _is_barred_noun(frame: Frame, words: tuple[Token, ...], codebook: Codebook) -> bool:
    """"held a press conference", "had a sales talk": who meets is said by the words before the noun."""
    return frame.type == "CONSULT" and any("CONSULT" in _noun_bars(w, codebook) for w in words if w.pos == "NOUN")


def _without_decree(verb: Token, knowledge: Knowledge) -> tuple[Token, ...]:
    """Who does it; "by decree", "by law" is how."""
    who = subjects(verb)
    return tuple(w for w in who if w.first("det", "poss") or kinds_of(w, knowledge) != {"DOCUMENT"}) if is_passive(verb) else who


def _objects_of_idioms(verb: Token, said: list[tuple[int, Frame, tuple[Token, ...]]]) -> tuple[Token, ...]:
    """What "took control of the town", "laid siege to it" and "came to the aid of a patrol" have as their object: it hangs on the idiom's noun."""
    nouns = dict.fromkeys(w for _, _, words in said for w in words if w.pos in ("NOUN", "PROPN") and (w.dep in ("dobj", "nsubjpass") or w.head.lower == "to" or w in moved(verb)))
    return tuple(dict.fromkeys(other for noun in nouns for prep, other in obliques(noun) if prep in ("of", "over") and other.ent not in ("MONEY", "DATE", "TIME", "PERCENT")))


def _idioms(
    token: Token, who: tuple[Token, ...], whom: tuple[Token, ...], negatives: Iterable[tuple[tuple[str, ...], NegativeFrame]]
) -> set[str]:
    """The types that a negative frame bars here. All that such a frame names must hold together."""
    return {
        n.type
        for rest, n in negatives
        if (not rest or children_saying(token, rest) is not None)
        and (not n.object_nouns or named((*whom, *counted(whom)), n.object_nouns))
        and (not n.subject_nouns or named(who, n.subject_nouns))
        and (not n.modifiers or named(token.children, n.modifiers))
        and (not n.oblique_nouns or _hangs_on(token, n.oblique_nouns))
        and (rest or n.object_nouns or n.subject_nouns or n.modifiers or n.oblique_nouns)
    }


def _hangs_on(token: Token, nouns: Mapping[str, frozenset[str]]) -> bool:
    """Whether one of some nouns hangs on a word by its preposition, or on a noun that does: {"from": {"crash"}} of "succumbed to injuries from the crash"."""
    beside = [*token.all("acomp"), *token.all("dobj")]  # "was present at the launch", "reversed the course of the boat"
    own = [*obliques(token), *(low for c in beside for low in obliques(c))]
    return any(noun.lemma in nouns.get(prep, ()) for prep, noun in (*own, *(low for _, noun in own for low in obliques(noun))))


def _noun(token: Token, rows: list[tuple[tuple[str, ...], Frame]], codebook: Codebook, knowledge: Knowledge) -> Trigger | None:
    if token.dep in ("compound", "nmod", "amod") or token.ent in ("ORG", "PERSON", "WORK_OF_ART", "PRODUCT") or _is_named_ground(token) or _is_month(token) or is_told_by(token):
        return None
    around = _around(token)
    said = _said(around, token)
    barred = _noun_bars(token, codebook)
    fitting = [
        (len(rest), frame, rest)
        for rest, frame in rows
        if frame.type not in barred and _all_said(rest, said) and _noun_fits(frame, token) and _is_of_such(frame, rest, token) and not is_accident(token, codebook.not_caused_by.get(frame.type, {}))
    ]
    if not fitting:
        return None
    _, frame, rest = max(fitting, key=lambda row: row[0])
    return Trigger(token, frame, True, (*(c for c in around if c.lemma in rest or c.lower in rest), token))


def _carried(noun: Token, codebook: Codebook, knowledge: Knowledge) -> Trigger | None:
    """The event before a noun that only says that it was one: "a hijacking attempt", "two shooting incidents"."""
    deed = next((c for c in noun.children if c.i == noun.i - 1 and c.dep in MODIFIERS), None) if noun.lemma in carriers() else None
    found = _noun(noun, _rows(codebook.nouns, deed), codebook, knowledge) if deed is not None else None
    return replace(found, words=(*found.words, deed)) if found is not None and deed is not None and _noun_bars(deed, codebook).isdisjoint({found.frame.type}) else None


@lru_cache(maxsize=1)
def carriers() -> frozenset[str]:
    """Nouns that carry an event noun before them and add little of their own."""
    return frozenset(load_data("light_verbs.yaml")["carriers"])


def _gerund(token: Token, codebook: Codebook, knowledge: Knowledge) -> Trigger | None:
    """"the storming of the embassy by students": a noun with the frame of its verb, whose demands hold for what stands behind "of" and "by"."""
    rows = list(gerund_rows(token, codebook))
    if not rows:
        return None
    who, whom = done_by(token), tuple(other for _, other in done_to(token))
    fitting = [
        (specificity(rest), fit(frame, token, counted(who), counted(beyond(whom, words, knowledge)), knowledge, words), frame, words)
        for verb, rest, frame, words in rows
        if frame.type not in _idioms(token, who, whom, codebook.negative_verbs.get(verb, ()))
    ]
    best = max((row for row in fitting if row[1] >= 0), key=lambda row: row[:2], default=None)
    return Trigger(token, best[2], True, (token, *best[3]), who, beyond(whom, best[3], knowledge)) if best is not None else None


def _is_named_ground(noun: Token) -> bool:
    """"at the Waqdariye settlement", "the settlement of Novoselivka": a place that is called so, behind or before its name."""
    before = any(c.pos == "PROPN" and c.dep == "compound" and c.i == noun.i - 1 and not c.known for c in noun.children)
    return noun.lemma in KINDS and (before or any(prep == "of" and name.pos == "PROPN" and not name.known for prep, name in obliques(noun)))


def _is_month(noun: Token) -> bool:
    """"in March 2013": no march."""
    return noun.ent == "DATE" and noun.pos == "PROPN"


def _around(noun: Token) -> list[Token]:
    """The modifiers before a noun, and what hangs on it by a preposition."""
    before = [c for c in noun.children if c.dep in MODIFIERS and c.i < noun.i]
    behind = [*noun.all("prep"), *(to for c in noun.all("prep") if c.lower == "due" for to in c.all("pcomp", "prep"))]  # "deaths due to violence"
    return before + [t for c in behind for t in (c, *c.all("pobj"))]


def _noun_bars(noun: Token, codebook: Codebook) -> set[str]:
    """The types that a noun is no event of by the words around it, be it the trigger or the subject of one: "a gas explosion killed six"."""
    rows = _rows(codebook.negative_nouns, noun)
    return _noun_idioms(noun, _around(noun), rows) if rows else set()


def _noun_idioms(token: Token, around: list[Token], negatives: Iterable[tuple[tuple[str, ...], NegativeFrame]]) -> set[str]:
    """The types that a negative frame bars for an event noun: "execution of the contract", "a rail strike"."""
    above = token.head.head if token.dep == "pobj" and token.head.lower == "under" else token.head  # "the yen came under attack"
    verb = above if above.tag.startswith("VB") else None
    said = _said(around, token)
    return {
        n.type
        for rest, n in negatives
        if _all_said(rest, said)
        and (not n.modifiers or named([t for t in around if t.i < token.i], n.modifiers))
        and (not n.subject_nouns or (verb is not None and named(subjects(verb), n.subject_nouns)))
        and (not n.object_nouns or named(around, n.object_nouns))
        and (not n.oblique_nouns or _hangs_on(token, n.oblique_nouns) or (verb is not None and token.dep == "dobj" and _hangs_on(verb, n.oblique_nouns)))
        and (rest or n.modifiers or n.subject_nouns or n.object_nouns or n.oblique_nouns)
    }


def _said(around: list[Token], noun: Token) -> tuple[set[str], set[str]]:
    """The words around a noun, and those before it, as they stand and as lemmas."""
    before = {w for t in around if t.i < noun.i for w in (t.lemma, t.lower, *hyphened(t))}
    return before | {w for t in around for w in (t.lemma, t.lower)}, before


def _all_said(words: tuple[str, ...], said: tuple[set[str], set[str]]) -> bool:
    """Whether a noun's further words are said: before it, unless a preposition among them leads behind it. A "hospital strike" is
    no "strike on the hospital"."""
    around, before = said
    return not words or (around.issuperset(words) and (before.issuperset(words) or not LINKS.isdisjoint(words)))


def _noun_fits(frame: Frame, token: Token) -> bool:
    named = {c.lower for c in token.all("prep")} | {c.dep for c in token.children}
    named |= {"adj"} if named & {"amod", "compound"} else set()
    return frame.needs - {"object", "subject", "complement", "another", "sure"} <= named


def _is_of_such(frame: Frame, rest: tuple[str, ...], noun: Token) -> bool:
    """"a halt to the strikes": where the frame's words leave open what is halted, one of its object nouns must stand behind them."""
    return not frame.object_nouns or not LINKS.issuperset(rest) or named([o for prep, o in obliques(noun) if prep in rest], frame.object_nouns)


def _adjective(token: Token, rows: list[tuple[tuple[str, ...], Frame]]) -> Trigger | None:
    preps = {c.lower for c in token.all("prep")}
    frame = next((f for rest, f in rows if not rest and f.needs - {"object", "subject", "complement", "sure"} <= preps and (not f.subject_nouns or named(subjects(token.head), f.subject_nouns))), None)
    if frame is None or token.dep not in ("acomp", "oprd", "xcomp", "attr"):
        return None
    return Trigger(token, frame, False, (token,), subjects(token.head), ())
