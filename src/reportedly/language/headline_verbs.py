"""Verbs of headlines that the model takes for nouns: "Police storm mill", "Warplanes bomb port", "Troops free hostages, seize arms".

A headline has no articles, and its first verb is most often a word that is a noun as well. Behind a plural of those who do
things, before one of those to whom it is done, and with no other verb about, it is the verb.
"""

from __future__ import annotations

from itertools import takewhile

from reportedly.language.clauses import is_verb
from reportedly.language.moves import move
from reportedly.language.noun_kinds import kind_of, lexicon
from reportedly.language.parse import Sentence, Token

BODIES = frozenset(["PERSON", "GROUP", "ARMED", "STATE", "ORG"])
DOERS = BODIES | {"WEAPON", "VEHICLE"}
STRUCK = DOERS | {"PLACE", "FACILITY"}
TO_STRUCK = frozenset(["storm", "bomb", "raid", "ambush", "torch", "murder", "jail", "rescue", "free", "shell", "charge", "arrest", "release", "sack", "hit", "loot", "burn", "block", "execute", "kidnap", "hack", "bombard", "surround", "gas", "abuse", "question", "fine", "teargas", "drench", "baton"])
TO_ANY = frozenset(["back", "demand", "swap", "seize", "probe", "foil", "thwart", "intercept"])
BY_DEEDS = frozenset(["ground", "halt", "empty", "cripple", "rock", "hit", "shut", "stall", "block", "cut", "kill", "maim"])  # "Pilots' walkout grounds flights"
THROWING = frozenset(["lob", "hurl", "throw"])
AMBIGUOUS = frozenset(["attack", "strike", "search", "protest", "blast"])  # "Police search party finds boy": of those who strike, but not behind "police"
SHOT = frozenset(["shot", "rocket", "missile", "shell", "grenade", "bullet", "round", "mortar", "gas", "teargas", "stone", "bomb", "brick"])
ONTO = {"fire": frozenset(["on", "at", "into"]), "clash": frozenset(["with"]), "march": frozenset(["on"])}
SHIPS = ("WARSHIP", "VEHICLE")
CORPS = frozenset(["police", "customs"])
NOMINAL = frozenset(["compound", "amod", "nmod", "nummod", "det", "poss", "dep", "appos"])
ENDS = frozenset([",", ";", ":", "-", "–", "—"])
NOUNS = ("NOUN", "PROPN", "NUM")


def headline_verb(token: Token, sentence: Sentence) -> bool:
    """"Peru police storm prison", "Soldiers fire on rally": the verb of a headline, and what follows its object."""
    if not sentence.headline or (token.tag.startswith("V") and token.first("nsubj") is not None):
        return False
    words = _clause(sentence)
    if token not in words[1:] or any(_is_verb(w) for w in words if w is not token):
        return False
    at = words.index(token)
    doer, behind = words[at - 1], words[at + 1 :]
    noun = _object(behind)
    if not _is_doer(doer, token) or not (_does_to(token, doer, noun) or _does_onto(token, behind)):
        return False
    old = sentence.root
    _make_root(token, plural=_is_several(doer))
    _gather(words[:at], doer, token, "nsubj")
    if doer.tag == "NNP" and _is_several(doer):
        doer.pos, doer.tag, doer.lemma, doer.ent = "NOUN", "NNS", _one(doer), ""
    if noun is not None:
        _gather(behind[: behind.index(noun) + 1], noun, token, "dobj")
    for word in (w for w in behind if w.dep == "prep" and (w.head not in behind or (noun is None and w is behind[0]))):
        move(word, token, "prep")
    if old is not token and old.is_root:
        _append(old, token, sentence)
    return True


def _append(old: Token, verb: Token, sentence: Sentence) -> None:
    """What the model took for the top: "…, seizes rifles" is of the same, "…, toll disputed" of the toll, and "…, six dead" a word more."""
    before = sentence.tokens[sentence.tokens.index(old) - 1]
    move(old, verb, "conj" if old.tag.startswith("VB") else "dep")
    if old.tag in ("VBD", "VBN") and before.pos in NOUNS and before.i > verb.i and old.first("nsubj", "nsubjpass") is None:
        move(before, old, "nsubjpass")
        old.tag = "VBN"


def headline_as(token: Token, sentence: Sentence) -> bool:
    """"Two hostages die as police storm mill": what others do at the time has a verb of its own."""
    if not sentence.headline or token.lower not in ("as", "after") or token.dep not in ("prep", "mark") or not is_verb(sentence.root):
        return False
    at = sentence.tokens.index(token) + 1
    words = list(takewhile(lambda w: w.text not in ENDS, sentence.tokens[at:]))
    if any(_is_verb(w) for w in words):
        return False
    verb = next((w for n, w in enumerate(words) if n and _is_doer(words[n - 1], w) and _does_to(w, words[n - 1], _object(words[n + 1 :]))), None)
    below = token.head in words  # the "as" hangs on what the model takes for the top
    if verb is None or verb.pos not in NOUNS or not (token.children or below):
        return False
    own = words.index(verb)
    doer, noun = words[own - 1], _object(words[own + 1 :])
    move(verb, token.head.head if below else token.head, "advcl")
    verb.pos, verb.tag, verb.lemma, verb.ent = "VERB", "VBP" if _is_several(doer) else "VBZ", _base(verb), ""
    move(token, verb, "mark")
    _gather(words[:own], doer, verb, "nsubj")
    if noun is not None:
        _gather(words[own + 1 : words.index(noun) + 1], noun, verb, "dobj")
    for word in [w for w in words if w.dep == "prep" and w.head not in words]:
        move(word, verb, "prep")
    return True


def headline_second(token: Token, sentence: Sentence) -> bool:
    """"Troops storm ranch, free hostages", "…, seize weapons": what the same did next, behind the comma."""
    if not sentence.headline:
        return False
    verb, at = sentence.root, sentence.tokens.index(token)
    doer = verb.first("nsubj")
    if verb.tag not in ("VBP", "VBZ") or doer is None or not verb.i < token.i or sentence.tokens[at - 1].text != ",":
        return False
    behind = sentence.tokens[at + 1 :]
    noun = _object(behind)
    if noun is None or any(_is_verb(w) for w in behind) or _has_s(token) is (verb.tag == "VBP") or not _does_to(token, doer, noun):
        return False
    move(token, verb, "conj")
    token.pos, token.tag, token.lemma, token.ent = "VERB", verb.tag, _base(token), ""
    _gather(behind[: behind.index(noun) + 1], noun, token, "dobj")
    return True


def _clause(sentence: Sentence) -> list[Token]:
    """The words up to the first comma, dash or colon; a hyphen inside a word is none."""
    words: list[Token] = []
    for n, word in enumerate(sentence.tokens):
        before = sentence.tokens[n - 1] if n else None
        if words and word.text in ENDS and not (word.text == "-" and before is not None and before.end == word.start):
            break
        words.append(word)
    return words


def _is_verb(word: Token) -> bool:
    return word.tag in ("VBZ", "VBD", "VBP", "VBN", "MD") or (word.tag == "VB" and not any(c.tag == "TO" for c in word.children))


def _is_doer(noun: Token, verb: Token) -> bool:
    """Several who do it, "police", or one behind whom the verb has its -s."""
    if noun.pos not in NOUNS[:2] or not (noun.lower in CORPS or noun.ent in SHIPS or {kind_of(noun), lexicon().get(_one(noun))} & DOERS or (kind_of(noun) == "EVENT" and _base(verb) in BY_DEEDS)):
        return False
    return _is_several(noun) is not _has_s(verb)


def _is_several(noun: Token) -> bool:
    """"Police", "Troops"; and "Warplanes", which the model takes for a name at the head of a line."""
    return noun.tag in ("NNS", "NNPS") or noun.lower in CORPS or (noun.tag in ("NNP", "NN") and noun.lower.endswith("s") and lexicon().get(_one(noun)) in DOERS)


def _one(noun: Token) -> str:
    return noun.lower.removesuffix("s")


def _base(verb: Token) -> str:
    word = verb.lower[:-1] if _has_s(verb) else verb.lower
    return f"{word[:-2]}y" if word.endswith("ie") else word  # "empties"


def _has_s(verb: Token) -> bool:
    """Whether a verb has the ending of one doer; "gas" and "teargas" have none."""
    return verb.lower.endswith("s") and not verb.lower.endswith("gas")


def _does_to(verb: Token, doer: Token, noun: Token | None) -> bool:
    """Whether a word can be what is done by these to those: "storm mill", "fire rockets"; not "search party", "fire chief"."""
    base = _base(verb)
    if noun is None:
        return False
    if base == "fire":
        return bool({noun.lemma, noun.lower} & SHOT)
    if base == "open":
        return noun.lower == "fire"
    if base in THROWING:
        return bool({noun.lemma, noun.lower} & SHOT)
    if base == "down":
        return noun.lower == "tools"
    struck = kind_of(noun) in STRUCK or noun.pos in ("PROPN", "NUM")
    if kind_of(doer) == "EVENT":
        return base in BY_DEEDS and (_has_s(verb) or base == "cut")
    return base in TO_ANY or (struck and (base in TO_STRUCK or (base in AMBIGUOUS and doer.lower != "police")))


def _does_onto(verb: Token, behind: list[Token]) -> bool:
    return bool(behind) and behind[0].lower in ONTO.get(_base(verb), ())


def _object(behind: list[Token]) -> Token | None:
    """The last noun before a preposition: the refinery of "strike oil refinery in Samara"."""
    run: list[Token] = []
    for word in behind:
        if word.pos in ("ADP", "PUNCT", "SCONJ", "CCONJ") or word.tag in ("TO", "IN") or (run and word.tag == "CD"):
            break
        run.append(word)
    return run[-1] if run and run[-1].pos in NOUNS else None


def _make_root(verb: Token, *, plural: bool) -> None:
    move(verb, verb, "ROOT")
    verb.pos, verb.tag, verb.lemma, verb.ent = "VERB", "VBP" if plural else "VBZ", _base(verb), ""


def _gather(words: list[Token], noun: Token, verb: Token, dep: str) -> None:
    """Hang a phrase on its noun, and the noun on the verb."""
    inside = [w for w in words if w is not noun]
    move(noun, verb, dep)
    for word in inside:
        if word.head not in words or word.head is word:
            move(word, noun, word.dep if word.dep in NOMINAL else "compound")
    if kind_of(noun):
        noun.ent = "" if noun.ent in ("ORG", "PERSON") and noun.pos == "NOUN" else noun.ent
    for word in [c for c in noun.children if c not in words and (c.i > verb.i) is (dep == "nsubj")]:
        move(word, verb, word.dep)
