"""What became of those whom a deed struck: "three drivers died", "eleven didn't make it", "six bodies were brought to us", "four with gunshot wounds".

None of these tells who did what, and each may be told of an illness or a crash as well: they make a claim only right after a deed
of violence, and only with a number, of one who died or was hit by a bullet, or to say who the dead were. Words in `codebooks/echoes.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reportedly.codebooks.data import word_sets
from reportedly.codebooks.frames import Frame
from reportedly.events.frames import Trigger
from reportedly.find.kinds import is_human, noun_kinds
from reportedly.language.clauses import is_passive, is_verb, objects, subjects
from reportedly.language.parse import Token
from reportedly.terms import FigureRole

DIED = Frame("echo.died", "ASSAULT", "kill", (), (), (), {})
HURT = Frame("echo.hurt", "ASSAULT", None, (), (), (), {})
HELD = Frame("echo.held", "COERCE", "arrest", (), (), (), {})
ONE_DIED = Frame("echo.one-died", "ASSAULT", "kill", (), (), (), {})
ONE_HURT = Frame("echo.one-hurt", "ASSAULT", "firearms", (), (), (), {})
WERE = Frame("echo.who-died", "ASSAULT", "kill", (), (), (), {})
COUNTLESS = (ONE_DIED, ONE_HURT, WERE)  # of one, who needs no number; of all, who they were
AFTERMATHS = (DIED, HURT, HELD, *COUNTLESS)
FATES = {"echo.toll": FigureRole.KILLED, "echo.dead": FigureRole.KILLED, "echo.died": FigureRole.KILLED, "echo.died-blamed": FigureRole.KILLED, "echo.who-died": FigureRole.KILLED, "echo.wounded": FigureRole.INJURED, "echo.taken": FigureRole.DETAINED, "echo.hurt": FigureRole.INJURED, "echo.held": FigureRole.DETAINED, "assault.die-in-attack": FigureRole.KILLED, "coerce.arrest-noun": FigureRole.DETAINED, "coerce.lodge": FigureRole.DETAINED, "coerce.take-away": FigureRole.DETAINED, "coerce.lead-away": FigureRole.DETAINED}
ANY = (FigureRole.OTHER, FigureRole.DETAINED, FigureRole.FORCES)  # what a number of hostages, or of soldiers, is where nothing befalls them


def befallen(role: FigureRole, trigger: Trigger) -> FigureRole:
    """The role of those counted in words for what befell them: "two hostages did not survive", "stands by its toll of three"."""
    hurt = trigger.frame is DIED and role is FigureRole.INJURED  # "two of the nine wounded died"
    return FATES.get(trigger.frame.id, role) if role in ANY or hurt else role


@dataclass(frozen=True, slots=True)
class AftermathWords:
    dying: frozenset[str]
    where_died: frozenset[str]
    living: frozenset[str]
    dead: frozenset[str]
    victims: frozenset[str]
    comrades: frozenset[str]
    wounds: frozenset[str]
    wounding: frozenset[str]
    suffering: frozenset[str]
    states: frozenset[str]
    admitting: frozenset[str]
    bullets: frozenset[str]
    extracting: frozenset[str]
    claiming_lives: frozenset[str]
    rescuing: frozenset[str]
    leading_off: frozenset[str]
    shackles: frozenset[str]
    lost: frozenset[str]


@lru_cache(maxsize=1)
def aftermath_words() -> AftermathWords:
    """The words of `echoes.yaml` for what became of people."""
    return word_sets(AftermathWords, "echoes.yaml")


def aftermath(token: Token, words: AftermathWords, *, headline: bool) -> Trigger | None:
    """What a word tells of those who were struck, if it does."""
    if token.pos == "NOUN" and token.lemma in words.wounds:
        return _made(token, HURT, _wounded(token, words))
    if token.pos == "NOUN" and token.lemma in words.bullets and (who := _with_bullet(token)):
        return _made(token, ONE_HURT, who)
    if token.pos == "NOUN" and (held := _behind_bars(token, words)) is not None:
        return _made(token, HELD, [held])
    if not is_verb(token) or token.dep in ("pobj", "amod", "compound"):
        return None
    if token.lemma == "bury" and (not is_passive(token) or not _has_cause(token, words)):
        return _made(token, DIED, [t for t in objects(token) if t.tag == "CD" or is_human(noun_kinds(t))])
    if token.lemma in ("claim", "cost") and any(w.lemma in words.claiming_lives for w in subjects(token)):
        return _made(token, DIED, [o for o in token.all("dobj") if o.lemma == "life"])
    if token.lemma == "lose" and (lost := _lost(token, words)):
        return _made(token, DIED, lost)
    if _is_led_off(token, words):
        return _made(token, HELD, objects(token))
    if has_died(token, words) and _is_of_one(token):
        return _made(token, ONE_DIED, subjects(token))
    if has_died(token, words) or (headline and dies(token, words)) or _has_fallen(token, words) or _did_not_live(token, words):
        return _made(token, DIED, subjects(token))
    if _is_found_dead(token):
        return _made(token, DIED, objects(token) if is_passive(token) else subjects(token))
    if who := _among_dead(token, words):
        one = all(t.tag in ("NN", "NNP") and t.first("cc") is None for t in who)
        return _made(token, ONE_DIED if one else DIED, who)
    if who := _dead_all(token, words):
        return _made(token, WERE, who)
    hurt = objects(token) if is_passive(token) else subjects(token)
    return _made(token, HURT, hurt if _is_hurt(token, words) else _operated(token, words))


def _made(token: Token, frame: Frame, whom: Iterable[Token]) -> Trigger | None:
    struck = tuple(t for t in whom if t.pos != "PRON" and t.tag not in ("WP", "WDT") and _are_people(t))
    return Trigger(token, frame, token.pos == "NOUN", (token,), (), struck) if struck else None


def _are_people(noun: Token) -> bool:
    """"three drivers", "six of its men", "two others"; no goats, and no shops."""
    of = [o for p in noun.all("prep") if p.lower == "of" for o in p.all("pobj")] if noun.tag == "CD" else []
    return all(t.lemma in ("life", "other") or t.pos == "PRON" or is_human(kinds) or not kinds for t in of or [noun] if (kinds := noun_kinds(t)) is not None)


def has_died(verb: Token, words: AftermathWords) -> bool:
    """"three drivers died", "lost their lives", "twelve are dead", where nothing else is said to have killed them."""
    lives = verb.lemma == "lose" and any(o.lemma == "life" and o.first("poss") is not None for o in verb.all("dobj"))
    dead = verb.lemma in ("be", "lie", "lay") and any(c.lower == "dead" for c in verb.all("acomp", "oprd", "advmod"))  # "ten men lay dead"
    told = _is_told(verb) and (lives or dead or (verb.lemma in words.dying and verb.tag in ("VBD", "VBN")))
    return told and not any(c.dep == "neg" for c in verb.children) and not _has_cause(verb, words)


def _lost(verb: Token, words: AftermathWords) -> list[Token]:
    """"said it had lost two men", "losing two others in a gun battle": comrades, officers, hostages that a side has lost; not to a rival or a club."""
    told = verb.tag == "VBG" or (_is_told(verb) and verb.first("neg") is None)
    elsewhere = any(p.lower in ("to", "from") for c in (verb, *verb.all("dobj")) for p in c.all("prep"))
    return [o for o in verb.all("dobj") if o.lemma in words.lost or (verb.tag != "VBG" and o.lemma in words.comrades)] if told and not elsewhere else []


def _is_of_one(verb: Token) -> bool:
    """"Ana Ruiz, 41, died in hospital on Tuesday", "a third student died of his wounds": one who is named or counted, where the wounded are."""
    who, where = verb.all("nsubj"), [o.lemma for p in verb.all("prep") for o in p.all("pobj")]
    if len(who) != 1 or who[0].tag not in ("NN", "NNP") or not {"hospital", "clinic", "wound", "wounds", "injury", "injuries"} & {*where}:
        return False
    return who[0].ent == "PERSON" or any(c.ent == "ORDINAL" or c.lower in ("another", "one") for c in who[0].children)


def _with_bullet(bullet: Token) -> list[Token]:
    """"crawled out with a bullet in her leg", "has a bullet in his hip": who was hit."""
    if not any(c.dep == "poss" for p in bullet.all("prep") if p.lower == "in" for o in p.all("pobj") for c in o.children):
        return []
    above = bullet.head.head if bullet.dep == "pobj" and bullet.head.lower == "with" else bullet.head if bullet.dep == "dobj" and bullet.head.lemma == "have" else None
    return [] if above is None or above is bullet else list(subjects(above)) if is_verb(above) else [above]


def dies(verb: Token, words: AftermathWords) -> bool:
    """"two hostages die": as headlines tell it."""
    return verb.lemma in words.dying and verb.tag in ("VBP", "VBZ", "VB") and verb.first("neg", "aux") is None and not _has_cause(verb, words)


def _is_told(verb: Token) -> bool:
    modals = [c.lower for c in verb.children if c.dep == "aux" and c.tag == "MD"]
    return verb.tag in ("VBD", "VBN", "VBP", "VBZ") and all(m in ("may", "might", "could") for m in modals)  # "as many as 45 may have died"


def _has_cause(verb: Token, words: AftermathWords) -> bool:
    return any(_other_cause(c, words) for c in verb.children)


def _other_cause(child: Token, words: AftermathWords) -> bool:
    """"died when a bus overturned", "died of cholera", "died in a crash"; not "died in hospital", "in Gao", "on Sunday"."""
    if child.dep in ("advcl", "xcomp"):
        return child.lemma not in ("bring", "take", "raise", "push")  # "bringing the dead to seven"
    goals = child.all("pobj", "pcomp") if child.dep == "prep" else []
    return any(g.ent not in ("GPE", "LOC", "FAC", "DATE", "TIME") and g.lower not in words.where_died for g in goals)


def _did_not_live(verb: Token, words: AftermathWords) -> bool:
    """"eleven of them didn't make it", "two did not survive the night"."""
    if verb.lemma not in words.living or verb.tag != "VB" or not any(c.dep == "neg" for c in verb.children) or not any(c.lower == "did" for c in verb.all("aux")):
        return False
    rest = [c for c in verb.all("dobj") if c.lower != "it" and c.lower not in words.where_died and c.ent not in ("DATE", "TIME")]
    made_it = any(c.lower == "it" for c in verb.all("dobj"))
    return not rest and (verb.lemma != "make" or made_it) and not _has_cause(verb, words)


def _has_fallen(verb: Token, words: AftermathWords) -> bool:
    """"six of its fighters had fallen": soldiers and comrades fall; from a horse, off a wall or ill nobody does so."""
    if verb.lemma != "fall" or not _is_told(verb) or verb.first("prt", "acomp", "advmod", "dobj", "attr", "neg", "oprd") is not None or _has_cause(verb, words):
        return False
    return any(t.lemma in words.comrades for who in subjects(verb) for t in (who, *(o for p in who.all("prep") if p.lower == "of" for o in p.all("pobj"))))


def _is_found_dead(verb: Token) -> bool:
    """"the three others were found dead"."""
    dead = verb.lemma == "find" and any(c.lower == "dead" for c in verb.all("oprd", "acomp", "advmod", "advcl"))
    return dead and (verb.tag == "VBN" or (verb.tag == "VBD" and verb.first("dobj") is None)) and not any(c.dep == "neg" or c.tag == "MD" for c in verb.children)


def _is_led_off(verb: Token, words: AftermathWords) -> bool:
    """"15 people were taken away", "two were picked up at dawn", "were brought in"; not by ambulance, nor to hospital."""
    away = is_passive(verb) and any(f"{verb.lemma} {c.lower}" in words.leading_off for c in verb.children)
    away = away and not (verb.lemma == "bring" and any(c.lower == "from" for c in verb.all("prep")))  # "experts were brought in from Lyon"
    return away and _is_told(verb) and verb.first("neg") is None and not any(t.lemma in words.rescuing for t in verb.subtree())


def _behind_bars(bars: Token, words: AftermathWords) -> Token | None:
    """"six dead, ten in handcuffs", "with ten behind bars": how many are held, where no verb says so."""
    prep = bars.head
    held = prep.head if bars.dep == "pobj" and f"{prep.lower} {bars.lower}" in words.shackles and bars.first("det", "poss") is None else None
    return held if held is not None and (held.tag == "CD" or (held.first("nummod") is not None and is_human(noun_kinds(held)))) else None


def _among_dead(verb: Token, words: AftermathWords) -> list[Token]:
    """"three children are among the dead", "among those killed were two nurses", "three of the dead were children"."""
    if verb.lemma == "include" and _is_told(verb) and verb.first("neg") is None and any(_are_dead(s, words) for s in verb.all("nsubj")):
        return verb.all("dobj")  # "the dead included 22 children"
    if verb.lemma == "include" and _is_told(verb) and any(_are_the_dead(s, words) for s in verb.all("nsubj")):
        return verb.all("dobj")  # "the dead include two nurses"
    if verb.lemma != "be" or not _is_told(verb) or verb.first("neg") is not None:
        return []
    among = [o for p in verb.all("prep") if p.lower == "among" for o in p.all("pobj")]
    if any(_are_dead(o, words) for o in among):
        return verb.all("nsubj", "attr")
    some = [s for s in verb.all("nsubj") if any(_are_dead(o, words) for p in s.all("prep") if p.lower == "of" for o in p.all("pobj"))]
    return [s for s in some if s.tag == "CD" and verb.first("attr") is not None]


def _dead_all(verb: Token, words: AftermathWords) -> list[Token]:
    """"insisted that the dead were fighters", "all the victims were civilians": who they were, as a voice of its own says."""
    if verb.lemma != "be" or verb.tag not in ("VBD", "VBP", "VBZ") or verb.first("neg") is not None:
        return []
    dead = [s for s in verb.all("nsubj") if _are_the_dead(s, words) or (s.lower in ("all", "most") and any(_are_the_dead(o, words) for p in s.all("prep") if p.lower == "of" for o in p.all("pobj")))]
    return [a for a in verb.all("attr") if dead and a.tag in ("NNS", "NNPS") and a.first("neg") is None and is_human(noun_kinds(a))]


def _are_the_dead(noun: Token, words: AftermathWords) -> bool:
    bare = all(c.dep in ("det", "predet", "acl", "amod", "nummod", "relcl") for c in noun.children)
    return bare and any(c.lower in ("the", "all", "those") for c in (noun, *noun.all("det", "predet"))) and _are_dead(noun, words)


def _are_dead(noun: Token, words: AftermathWords) -> bool:
    killed = any(c.lower in ("killed", "slain") for c in noun.all("acl"))
    return noun.lower in words.victims or (noun.lower in ("those", "people") and killed)


def _wounded(wound: Token, words: AftermathWords) -> list[Token]:
    """"forty people with gunshot wounds", "treated 13 people for bullet wounds": whose wounds they are; not those of the dead."""
    if not any(c.lower in words.wounding for c in wound.all("compound", "amod")):
        return []
    had = wound.dep == "dobj" and wound.head.lemma == "have" and _is_told(wound.head)  # "three of those admitted had gunshot injuries"
    if not had and (wound.dep != "pobj" or wound.head.lower not in ("with", "for")):
        return []
    above = wound.head if had else wound.head.head
    found = list(subjects(above)) if had else list(objects(above)) if is_verb(above) else [above]
    return [t for t in found if t.lemma not in words.dead and (t.tag == "CD" or is_human(noun_kinds(t)))]


def _is_hurt(verb: Token, words: AftermathWords) -> bool:
    """"41 received injuries", "six are in a critical condition"; not in a crash, nor of a fall."""
    if not (_is_told(verb) or (verb.tag == "VBG" and verb.first("aux") is not None)) or verb.first("neg") is not None:
        return False
    if is_passive(verb):
        hurt = any(c.lower in ("injured", "wounded") for o in objects(verb) for c in (o, *o.children))  # "another 57 injured were admitted"
        return hurt and verb.lemma in words.admitting and not any(p.lower in ("with", "for", "after") for p in verb.all("prep")) and not _has_cause(verb, words)
    if verb.lemma in ("fight", "battle") and any(p.lower == "for" and any(o.lemma == "life" for o in p.all("pobj")) for p in verb.all("prep")):
        return True
    states = [o for p in verb.all("prep") if p.lower in ("in", "under") for o in p.all("pobj") if o.lower in words.states or any(f"{c.lower} {o.lower}" in words.states for c in o.children)]
    if verb.lemma in ("be", "remain", "lie"):
        return bool(states)
    return verb.lemma in words.suffering and any(o.lemma in words.wounds for o in verb.all("dobj")) and not _has_cause(verb, words)


def _operated(verb: Token, words: AftermathWords) -> list[Token]:
    """"taken bullets out of 13 people", "removed shrapnel from nine children"."""
    if verb.lemma not in words.extracting or not any(o.lemma in words.bullets for o in verb.all("dobj")):
        return []
    preps = [p for c in (verb, *verb.all("dobj", "prep", "advmod", "prt")) for p in (*c.all("prep"), c) if p.dep == "prep" and p.lower in ("of", "from")]
    return [o for p in preps for o in p.all("pobj") if o.lemma not in words.bullets and o.ent not in ("GPE", "LOC")]
