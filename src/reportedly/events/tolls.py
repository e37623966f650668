"""Tolls told again: "the police say 52", "put the dead at 20", "45 dead, the mayor said", each somebody's number for a deed told before.

They name no deed. Whose number it is, and what it counts, is the whole point of keeping them. Words in `codebooks/echoes.yaml`.
"""

from __future__ import annotations

from reportedly.codebooks.frames import Frame
from reportedly.events.echo_words import EchoWords, echo_words
from reportedly.events.frames import Trigger
from reportedly.language.clauses import agents, is_passive, is_verb, subjects
from reportedly.language.parse import Token

DEED = "ASSAULT"
COUNTED = Frame("echo.toll", DEED, "kill", (), (), (), {})
RECOUNTED = Frame("echo.number", DEED, None, (), (), (), {})
DEAD = Frame("echo.dead", DEED, "kill", (), (), (), {})
WOUNDED = Frame("echo.wounded", DEED, None, (), (), (), {})
TAKEN = Frame("echo.taken", "COERCE", "arrest", (), (), (), {})
OF_FATE = {"killed": DEAD, "injured": WOUNDED, "detained": TAKEN}
TOLD_APART = (*OF_FATE.values(),)  # numbers that say what they count
REAL = frozenset(["real", "true", "actual", "official", "correct"])
LATEST = frozenset(["own", "latest", "new", "current", "revised", "provisional", "preliminary", "final"])
ALONGSIDE = frozenset(["among", "including", "with", "on", "since", "so", "by"])  # what may stand behind "seven dead"
NO_COUNT = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"])
PREDICATED = ("acomp", "advmod", "oprd")  # as the model takes the "dead" of "counts seven dead"
NEARER = frozenset(["close", "closer", "near", "nearer"])
HEARING = frozenset(["know", "hear", "learn", "tell"])


def numbered(number: Token, words: EchoWords) -> Trigger | None:
    """What a number tells that stands for no noun, if it is a toll."""
    if number.tag != "CD" and number.ent != "CARDINAL":
        return None
    verb = _counting_verb(number, words)
    if verb is not None:
        return Trigger(number, _fate(number, verb, words) or RECOUNTED, True, (number,), givers(verb))
    frame = OF_FATE.get(_stated(number, words)) if number.ent not in NO_COUNT else None
    if frame is None or any(above.lemma in words.denying for above in number.ancestors()):
        return None
    verb = counter(number)
    return Trigger(number, frame, True, (number,), givers(verb) if verb is not None else ())


def counter(number: Token) -> Token | None:
    """The verb by which somebody gives a number, of a trigger of `numbered`."""
    words = echo_words()
    return _counting_verb(number, words) or _keeping_verb(number, words)


def _counting_verb(number: Token, words: EchoWords) -> Token | None:
    """"the police say 52", "put the figure at 11", "speaks of 31 dead": the verb, if the number stands for nothing else."""
    if (beside := _beside(number, words)) is not None:
        return beside.head.head.head
    if _is_no_count(number) or any(c.pos in ("NOUN", "PROPN") for c in number.children):
        return None
    if (held := _holding_verb(number, words)) is not None:
        return held
    noun = number.head if number.dep == "nummod" and number.head.head.lower == "of" else number  # "speaks of 24 offenders"
    if noun.dep not in ("dobj", "pobj"):
        return None
    above = noun.head if noun.dep == "dobj" else noun.head.head
    above = above.head if above.dep == "prt" or above.lower == "from" else above  # "owned up to two", "lowered it from 70 to 45"
    prep = "" if noun.dep == "dobj" else noun.head.lower
    if noun is not number and above.lemma not in ("speak", "talk"):
        return None
    figured = next((t for t in (above, *above.ancestors(), *above.all("dobj")) if t.lemma in words.figures and t.dep == "dobj"), None)
    if figured is not None and is_toll(figured, words):
        return None  # the toll is itself the echo
    verb = figured.head if figured is not None and prep else above
    wanted = words.counting.get(verb.lemma)
    if wanted is None or not is_verb(verb) or not subjects(verb) or any(c.dep == "neg" for c in verb.children):
        return None
    own_up = verb.lemma == "own" and any(c.lower == "up" for c in (*verb.children, *number.children))
    as_ = verb.lemma == "give" and prep == "as"  # "gave the number of arrests as seven"
    if (wanted != prep and not own_up and not as_) or (verb.lemma in ("put", "give", "offer", "cite", "raise", "revise") and figured is None):
        return None
    return verb


def _is_no_count(number: Token) -> bool:
    """A date, a sum, a rank; the model takes "from 70 to 45" for a date too, but a toll is no year."""
    dated = number.ent in ("DATE", "TIME") and number.dep == "pobj" and number.head.lower in ("at", "to") and number.lower.isdigit() and not 1900 <= int(number.lower) <= 2100
    return number.ent in NO_COUNT and not dated


def _beside(number: Token, words: EchoWords) -> Token | None:
    """"put the dead at 45 and the wounded at 30": of the second number the first."""
    noun = number.head.head if number.dep == "pobj" and number.head.lower == "at" else number
    first = noun.head
    if noun.dep != "conj" or noun.lower not in words.fates or first.dep != "pobj" or first.head.lower != "at":
        return None
    return first if any(o.lower in words.fates for o in first.head.head.all("dobj")) else None


def _holding_verb(number: Token, words: EchoWords) -> Token | None:
    """"is sticking to a figure of two", "has not moved from its tally of two guards killed", "the union's figure is 31", "the real figure is closer to 40"."""
    near = number.head.head if number.dep == "pobj" and number.head.lower == "to" and number.head.head.lower in NEARER else number
    if near.dep in ("attr", "acomp") and near.head.lemma == "be":
        figure = next((s for s in near.head.all("nsubj") if s.lemma in words.figures), None)
        said = figure is not None and all(c.lower in REAL or c.lower in LATEST for c in figure.all("amod", "compound")) and figure.first("poss", "amod") is not None
        return near.head if said and figure is not None and not is_toll(figure, words) and near.head.first("neg") is None else None
    noun = number.head if number.dep == "nummod" and number.head.dep == "pobj" else number
    figure = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    if figure is None or figure.lemma not in words.figures or is_toll(figure, words):
        return None
    return _held_by(figure, words)


def _held_by(figure: Token, words: EchoWords) -> Token | None:
    """The verb by which somebody stays with a figure."""
    verb = figure.head.head
    if figure.dep != "pobj" or not is_verb(verb) or words.holding.get(verb.lemma) != figure.head.lower or not subjects(verb):
        return None
    return verb if (verb.first("neg") is not None) == (figure.head.lower == "from") else None


def _stated(number: Token, words: EchoWords) -> str:
    """What became of the "45 dead" that there are, that a list has the names of, or that somebody knows of; of those of whom most were women."""
    fate = next((words.fates[c.lower] for c in number.children if c.i == number.i + 1 and c.lower in words.fates), "")
    if not fate:
        return _numbering(number, words)
    if number.is_root or (number.dep == "attr" and number.head.lemma == "be"):
        return fate
    above = number.head.head if number.dep == "pobj" and number.head.lower == "of" else None
    known = above is not None and (above.lemma in words.lists or above.lemma in HEARING or above.tag in ("JJS", "DT", "JJ"))
    return fate if known else ""


def _numbering(number: Token, words: EchoWords) -> str:
    """"the dead now number 45"."""
    verb = number.head
    if verb.lemma != "number" or number.i < verb.i:
        return ""
    return next((words.fates[c.lower] for c in verb.children if c.i < verb.i and c.lower in words.fates), "")


def _keeping_verb(number: Token, words: EchoWords) -> Token | None:
    """"the league has the names of 45 dead", "the toll given by the hospital is 45 dead"."""
    if number.dep == "attr":
        return next((c for s in number.head.all("nsubj") for c in s.all("acl") if c.tag == "VBN" and agents(c)), None)
    noun = number.head.head if number.dep == "pobj" else number
    return noun.head if noun.lemma in words.lists and noun.dep == "dobj" and is_verb(noun.head) and subjects(noun.head) else None


def giver(noun: Token, words: EchoWords) -> Token | None:
    """The verb by which somebody gives, raises or stays with a toll."""
    verb = noun.head
    if noun.dep in ("dobj", "nsubjpass", *PREDICATED) and is_verb(verb) and (noun.dep != "nsubjpass" or agents(verb)) and (verb.lemma in words.counting or verb.lemma in words.holding):
        return verb
    return _held_by(noun, words)


def counted_people(number: Token) -> Token | None:
    """The officers of "put the number of officers wounded at two"."""
    verb, words = counter(number), echo_words()
    figured = next((o for o in verb.all("dobj") if o.lemma in words.figures), None) if verb is not None else None
    of = [o for p in (figured.all("prep") if figured is not None else ()) if p.lower == "of" for o in p.all("pobj")]
    return next((o for o in of if o.pos in ("NOUN", "PROPN") and o.lower not in words.fates), None)


def givers(verb: Token) -> tuple[Token, ...]:
    """Who gives a number: the subject of the verb, by whom it is given, or whose figure it is."""
    if verb.lemma == "be":
        return tuple(o for s in verb.all("nsubj") for o in s.all("poss"))
    return agents(verb) if verb.dep == "acl" or is_passive(verb) else subjects(verb)


def _fate(number: Token, verb: Token, words: EchoWords) -> Frame | None:
    """"speaks of 31 dead", "put the number wounded at nine": a number that says itself what it counts."""
    if _beside(number, words) is not None:
        return OF_FATE[words.fates[number.head.head.lower]]
    noun = number.head.children if number.dep == "nummod" else []  # "her tally of two captives killed"
    beside = [number, number.head, *number.children, *(c for c in noun if c.dep in ("acl", "amod")), *(t for p in number.all("prep") for t in p.all("pobj"))]
    figured = [t for noun in verb.all("dobj", "nsubj") if noun.lemma in words.figures for t in noun.subtree()]
    found = {words.fates[t.lower] for t in (*beside, *figured) if t.lower in words.fates}
    return next((frame for fate, frame in OF_FATE.items() if fate in found), None)


def _is_counted(noun: Token, words: EchoWords) -> bool:
    """"reported one death", "six bodies were brought to us", "there were nine fatalities", "had counted six dead raiders"."""
    dead = noun
    if noun.dep == "pobj" and noun.head.lower == "to" and words.counting.get(noun.head.head.lemma) == "to" and subjects(noun.head.head):
        return noun.head.head.lemma in ("admit", "own", "confess")  # "admits to only four deaths"
    while noun.dep == "conj" and noun.head.pos == "NOUN":
        noun = noun.head  # "four craters and 11 graves"
    verb = noun.head
    if any(p.lower not in ALONGSIDE for n in (dead, noun) for p in n.all("prep")) or not is_verb(verb) or verb.first("neg") is not None:
        return False
    if noun.dep == "attr":
        return verb.lemma == "be" and verb.first("expl") is not None
    if noun.dep == "nsubj" and dead.lemma in ("body", "corpse"):
        return verb.lemma in words.lying  # "six bodies lay behind the mill"
    if noun.dep == "conj" and dead.lemma in ("body", "corpse") and any(c.tag == "VBN" and c.lemma in words.receiving for c in noun.all("acl")):
        return True  # "had been admitted and six bodies brought in", the second verb taken for a participle
    counts = words.counting.get(verb.lemma) == "" or (verb.lemma in words.receiving and (dead.lemma in ("body", "corpse") or dead.lower == "dead"))
    cut = noun.dep == "nsubj" and verb.dep == "conj" and verb.tag == "VBN" and verb.first("aux", "dobj") is None  # "had been admitted, and six bodies brought in"
    so_many = noun.lower == "dead" and noun.dep in PREDICATED  # "counted seven dead, among them two children"
    return counts and (cut or so_many or noun.dep in ("dobj", "nsubjpass"))


def _is_measured(noun: Token, words: EchoWords) -> bool:
    """"bringing the dead at the clinic to seven", "put their own dead at six"."""
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma not in ("bring", "put", "raise", "take", "push", "revise", "set", "estimate") or noun.first("nummod") is not None:
        return False
    return any(p.lower in ("to", "at") and any(o.tag == "CD" and o.ent != "MONEY" for o in p.all("pobj")) for p in verb.all("prep"))


def is_tolled(deed: Token) -> bool:
    """"put the death toll from the attack at 34", "bringing the toll of the shooting to eight": a deed whose toll is told was one."""
    above = deed.head.head
    if deed.dep != "pobj" or deed.head.lower not in ("of", "from", "in") or deed.first("det") is None:
        return False
    return any(is_toll(noun, echo_words()) for noun in (above, *above.all("dobj", "nsubj", "nsubjpass")) if noun.pos == "NOUN")


def is_toll(noun: Token, words: EchoWords) -> bool:
    """Whether a noun counts the dead of a deed."""
    if noun.lemma == "body" and noun.head.lemma in words.recovering:
        return noun.dep == "dobj" and noun.first("nummod") is not None
    if noun.lemma in words.dead or noun.lower == "dead" or any(c.lower in ("dead", "slain") for c in noun.all("amod")):
        return (noun.first("nummod") is not None and _is_counted(noun, words)) or _is_measured(noun, words)
    if noun.pos != "NOUN":
        return False
    before = {c.lemma for c in noun.children if c.dep in ("compound", "amod")}
    if noun.lemma in words.tolls and (noun.lemma == "toll" or before & {"body", "death", "casualty"}):
        return not before & {"road", "bridge", "emotional", "heavy"}
    counted = words.toll_of.get(noun.lemma, frozenset())
    of = [d for p in noun.all("prep") if p.lower == "of" for d in p.all("pobj")]
    if counted and any(_is_of_dead(r) for d in of for r in d.all("relcl", "acl")):
        return True
    so_many = noun.lemma in words.tolls and any(d.tag == "CD" and c.lower in ("dead", "killed") for d in of for c in d.children)  # "a tally of 14 dead"
    return so_many or any(d.lemma in counted or d.lower in counted for d in of)


def _is_of_dead(clause: Token) -> bool:
    """"the number of people who died", "of those who lost their lives"."""
    return clause.lemma in ("die", "perish") or (clause.lemma == "lose" and any(o.lemma == "life" for o in clause.all("dobj")))
