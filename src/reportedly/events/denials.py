"""Denials of the deed told just before that name neither it nor a tale of it: "the planes were not ours", "it was not us", "it never happened".

Each is a claim of that deed, denied by whoever says so, and only close behind it. Words in `codebooks/echoes.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportedly.codebooks.data import word_sets
from reportedly.codebooks.frames import Frame
from reportedly.events.frames import Trigger
from reportedly.events.tolls import DEED
from reportedly.find.kinds import kinds_of
from reportedly.knowledge import Knowledge
from reportedly.language.clauses import is_passive, is_verb, subjects
from reportedly.language.nobody import none_of
from reportedly.language.parse import Sentence, Token
from reportedly.language.supposed import DENYING, is_of_tale
from reportedly.language.told import TALES
from reportedly.records import Claim

DISCLAIMED = Frame("echo.disclaimed", DEED, None, (), (), (), {})
UNPAID = Frame("echo.unpaid", "CONCEDE", "policy", (), (), (), {})
OURS = frozenset(["ours", "theirs", "mine", "his", "hers"])
US = frozenset(["us", "we", "me", "i", "them", "him", "he", "she"])
OUR = frozenset(["our", "their", "my", "its", "her"])
IT = frozenset(["it", "this", "that"])
DOING = frozenset(["ARMED", "WEAPON", "VEHICLE"])


@dataclass(frozen=True, slots=True)
class DenialWords:
    being_there: frozenset[str]
    happening: frozenset[str]
    arms: frozenset[str]
    bearing: frozenset[str]
    coins: frozenset[str]
    paying: frozenset[str]
    sums: frozenset[str]
    aircraft: frozenset[str]
    doings: frozenset[str]
    true: frozenset[str]
    using: frozenset[str]


@lru_cache(maxsize=1)
def denial_words() -> DenialWords:
    """The words of `echoes.yaml` by which a deed is denied without being named."""
    return word_sets(DenialWords, "echoes.yaml")


def denials(sentence: Sentence, knowledge: Knowledge) -> Iterator[Trigger]:
    """The words of a sentence by which somebody says that a deed was not his, or not at all. Whose it was not, where that is said."""
    for verb in filter(is_verb, sentence.tokens):
        if _unpaid(verb):
            yield Trigger(verb, UNPAID, False, (verb,), tuple(map(_meant, () if verb.lemma == "change" else subjects(verb))))
        elif (whose := _not_ours(verb, knowledge) or _never_there(verb, knowledge) or _unarmed(verb, knowledge)) is not None:
            yield Trigger(verb, DISCLAIMED, False, (verb,), (whose,))
        elif (none := _used_none(verb, knowledge)) is not None:
            yield Trigger(verb, DISCLAIMED, False, (verb,), tuple(subjects(verb)), (none,))
        elif _never_was(verb):
            yield Trigger(verb, DISCLAIMED, False, (verb,))
        elif (nobody := _nobody_there(verb, knowledge)) is not None:
            yield Trigger(verb, DISCLAIMED, False, (verb,), (), (nobody,))


def _is_denied(verb: Token) -> bool:
    """"never", "not", "n't", a subject that is nobody; or what somebody denies: "denied that his men had gone into the jail"."""
    if verb.dep == "ccomp" and verb.head.lemma == "deny" and verb.head.first("neg") is None:
        return True
    return verb.first("neg") is not None or any(c.lower in ("never", "nowhere") for c in verb.children) or any(map(none_of, verb.all("nsubj", "nsubjpass")))


def _meant(subject: Token) -> Token:
    """"none of the group's fighters", "any of its planes": the fighters, the planes."""
    of = [p for c in subject.all("prep") if c.lower == "of" for p in c.all("pobj")]
    return of[0] if of and of[0].lower not in OURS and (subject.pos in ("NUM", "PRON", "DET") or subject.lower in ("none", "one", "any", "neither")) else subject


def _is_own(noun: Token) -> bool:
    """"our planes", "the group's fighters", "no plane of ours"."""
    return noun.first("poss") is not None or any(o.lower in OURS for p in noun.all("prep") if p.lower == "of" for o in p.all("pobj"))


def _not_ours(verb: Token, knowledge: Knowledge) -> Token | None:
    """"the planes were not ours", "it was not us", "that was not our doing", "the men were not his soldiers"."""
    if verb.lemma != "be" or verb.first("neg") is None or len(subject := verb.all("nsubj")) != 1:
        return None
    it, doing = subject[0].lower in IT | {"they", "these", "those"}, subject[0].lemma == "man" or bool(kinds_of(subject[0], knowledge) & DOING)
    said = next((c for c in verb.all("attr", "acomp") if c.i > verb.i), None)
    if said is None or not (it or doing) or said.first("relcl") is not None or any(c.dep in ("ccomp", "advcl") and c.i > said.i for c in verb.children):
        return None
    own = said.first("poss")
    if said.lower in OURS or (subject[0].lower in IT and said.lower in US):
        return said
    if subject[0].lower in IT and said.lemma in denial_words().doings:
        return own
    return said if own is not None and own.tag == "PRP$" and kinds_of(said, knowledge) & DOING and (it or doing) else None


def _never_there(verb: Token, knowledge: Knowledge) -> Token | None:
    """"none of the group's fighters had been near the town", "no plane of ours crossed the border", "our men were nowhere near"."""
    if verb.lemma not in denial_words().being_there or not _is_denied(verb) or is_passive(verb) or len(subject := verb.all("nsubj")) != 1:
        return None
    who = _meant(subject[0])
    states = none_of(who) is not None and any(knowledge.adjective(c.text) for c in who.all("amod"))  # "no Sudanese aircraft took part"
    none_sent = none_of(who) is not None and "ARMED" in kinds_of(who, knowledge)  # "no soldier had set foot in the prison"
    if not (kinds_of(who, knowledge) & DOING or who.lemma in ("man", "member")) or not (states or none_sent or _is_own(who) or _is_own(subject[0])):
        return None
    if verb.lemma == "set" and not any(o.lemma == "foot" for o in verb.all("dobj")):
        return None
    if verb.lemma == "be" and not any(c.lower in ("there", "near", "at", "in", "over", "around", "nowhere", "anywhere", "outside", "within", "to", "inside") for c in verb.children):
        return None
    return who


def _used_none(verb: Token, knowledge: Knowledge) -> Token | None:
    """"it had no aircraft in the area", "we sent no troops there": whom or what they did not use."""
    if verb.lemma not in denial_words().using or not subjects(verb) or is_passive(verb):
        return None
    return next((o for o in verb.all("dobj") if none_of(o) is not None and kinds_of(o, knowledge) & {"ARMED", "VEHICLE"}), None)


def _unarmed(verb: Token, knowledge: Knowledge) -> Token | None:
    """"their men carried no live rounds", "officers had no firearms with them"."""
    words = denial_words()
    arms = next((o for o in verb.all("dobj") if o.lemma in words.arms), None)
    if verb.lemma not in words.bearing or arms is None or not (none_of(arms) or _is_denied(verb)) or len(subject := verb.all("nsubj")) != 1:
        return None
    who = _meant(subject[0])
    return who if "ARMED" in kinds_of(who, knowledge) or (_is_own(who) and who.lemma in ("man", "personnel", "people")) else None


def _nobody_there(verb: Token, knowledge: Knowledge) -> Token | None:
    """"there were no gunmen in the hall", "there was no aircraft over the town": who would have done it."""
    if verb.lemma != "be" or verb.first("expl") is None:
        return None
    return next((c for c in verb.all("attr", "nsubj") if none_of(c) is not None and kinds_of(c, knowledge) & {"ARMED", "VEHICLE"}), None)


def is_done_by(deed: Claim, doer: str) -> bool:
    """Whether gunmen, or aircraft of any kind, are told to have done it."""
    names = [p.name for p in deed.actors] + [m.name for m in deed.means]
    words, aircraft = {w.lower().removesuffix("s") for name in names for w in name.split()}, denial_words().aircraft
    flown = bool(words & aircraft) or deed.event.mode == "aerial"
    return doer in words or doer.replace("man", "men") in words or (doer in aircraft and flown)


def speakers(trigger: Trigger, who: tuple[Token, ...]) -> tuple[Token, ...]:
    """Whose a denied deed was not: whoever says "not ours", "not us", "not our doing", else who is named."""
    return tuple(w for each in trigger.subjects for w in (who if (who and each.pos == "PRON") or each.lower in OURS | US | OUR else (each,)))


def _never_was(verb: Token) -> bool:
    """"it never happened", "nothing of the kind took place", "this is not true"."""
    words = denial_words()
    if len(subject := verb.all("nsubj")) != 1 or any(c.dep in ("ccomp", "xcomp", "advcl") or (c.dep == "aux" and c.tag == "MD") for c in verb.children):
        return False
    told = subject[0].lower in IT
    if verb.lemma == "be":
        return told and verb.first("neg") is not None and any(c.lower in words.true and c.first("prep", "advcl", "xcomp", "ccomp") is None for c in verb.all("acomp"))
    kind = subject[0].lemma in ("thing", "nothing") and (any(c.lower == "such" for c in subject[0].children) or any(o.lemma in ("kind", "sort") for p in subject[0].all("prep") for o in p.all("pobj")))
    takes_place = verb.lemma == "take" and any(o.lemma == "place" for o in verb.all("dobj"))
    return (told or kind) and _is_denied(verb) and (verb.lemma in words.happening or takes_place)


def _unpaid(verb: Token) -> bool:
    """"never paid a peso", "had not seen a cent for the captives", "no money changed hands", "denied that any money changed hands"."""
    words = denial_words()
    if verb.lemma == "change" and any(o.lemma == "hand" for o in verb.all("dobj")):
        money = verb.all("nsubj")
        return len(money) == 1 and money[0].lemma in words.sums and (_is_denied(verb) or (verb.dep == "ccomp" and verb.head.lemma == "deny"))
    coin = next((o for o in verb.all("dobj", "nsubjpass") if o.lemma in words.coins and o.tag in ("NN", "NNP", "NNS")), None)  # "not one naira will be paid"
    single = coin is not None and any(c.lower in ("a", "one", "single", "any", "no") for c in coin.children)
    return verb.lemma in words.paying and single and (_is_denied(verb) or (coin is not None and (none_of(coin) is not None or any(c.lower == "not" for c in coin.children))))


def denies_before(verb: Token) -> bool:
    """Whether a clause of denial is about what is told before it: "…, which they deny", "…, an accusation that it denied", "…, a charge denied by the army"."""
    noun = verb.head
    if is_of_tale(verb):
        return noun.dep in ("npadvmod", "appos", "dep", "dobj", "attr")
    return verb.dep == "relcl" and noun.lemma not in TALES and any(c.lower == "which" and c.dep in ("dobj", "nsubjpass") for c in verb.children)


def never_was_which(verb: Token) -> Token | None:
    """"an attack which the junta says never took place": the attack."""
    takes_place = verb.lemma == "take" and any(o.lemma == "place" for o in verb.all("dobj"))
    which = any(s.lower in ("which", "that") for s in verb.all("nsubj"))
    no = verb.first("neg") is not None or any(c.lower == "never" for c in verb.children)
    said = verb.head
    if not which or not no or not (takes_place or verb.lemma in denial_words().happening) or verb.dep != "ccomp" or said.dep != "relcl" or not subjects(said):
        return None
    return said.head


def disputed_which(verb: Token) -> Token | None:
    """"seized the town, which the army disputes": the last word before "which"."""
    which = next((c for c in verb.all("dobj") if c.lower == "which"), None)
    return verb.head if which is not None and verb.dep == "relcl" and verb.lemma in DENYING - {"deny"} and verb.head.lemma not in TALES and subjects(verb) and verb.first("neg", "aux") is None else None
