"""To which event a place, time or figure belongs: the one whose clause it stands in, never across a voice.

A mention belongs to the nearest trigger above it. When the verb above it is no event itself ("began mounting strikes
last week"), it belongs to the events that this verb carries; the adjuncts of a verb of saying date the saying.
"""

from __future__ import annotations

from itertools import takewhile

from reportedly.codebooks.operators import voice_words
from reportedly.events.echo_words import echo_words
from reportedly.events.frames import Trigger
from reportedly.events.inner import SPOKEN
from reportedly.events.kept import AT, TRAVELLING, is_house_of, is_kept_from
from reportedly.events.occasions import is_occasion
from reportedly.events.others import MEETINGS, is_aboard, is_anothers, is_beside_party, is_counted_apart, is_superlative, lasts
from reportedly.events.place_ties import KIND_OF_PLACE, is_on_way
from reportedly.events.roles import Roles
from reportedly.events.tolls import COUNTED, RECOUNTED
from reportedly.find.kinds import HUMAN, noun_kinds
from reportedly.language.clauses import is_verb, objects
from reportedly.language.parse import Token
from reportedly.language.verb_forms import gapped, goes_on_from

CARRIED = frozenset(["xcomp", "conj", "dobj", "nsubj", "nsubjpass", "pobj", "attr", "agent", "dative", "oprd"])
WITHIN = frozenset(["in", "with", "of", "by", "under", "into", "through", "amid", "during"])
OUTCOME = frozenset(["leave", "deliver", "use", "cause", "drop", "involve"])  # "fired on the crowd, leaving six dead", "struck, using 12 drones"
HARMING = frozenset(["kill", "wound", "injure", "hurt", "maim", "arrest", "detain"])
LETTING = frozenset(["let", "allow", "permit"])  # what is let happen is where it is let
JUDGING = frozenset(["accuse", "acquit", "blame", "charge", "clear", "condemn", "convict", "criticise", "criticize", "implicate", "indict", "sentence", "suspect"])
GROUNDS = ("GPE", "LOC", "FAC")
PAST = frozenset(["after", "following", "before", "since", "despite", "until"])
DYING = frozenset(["die", "perish"])
HAPPENING = frozenset(["carry", "take", "occur", "happen", "conduct", "launch", "mount", "stage", "commit", "perpetrate", "hold", "begin", "erupt", "spearhead", "lead", "broker", "sign", "reach"])
GOING = frozenset(["stay", "remain", "be", "arrive", "send", "dispatch", "deploy", "go", "come", "travel", "fly", "head", "return", "lead", "station", "visit", "gather", "meet"])
ENTERING = frozenset(["enter", "storm", "raid", "reach", "invade", "attack", "overrun", "arrive", "descend", "besiege"])
SUSTAINING = frozenset(["sustain", "suffer", "receive", "incur", "inflict"])
PLANTING = frozenset(["plant", "hide", "bury", "lay", "place", "leave", "park", "attach", "conceal"])
MOVING = frozenset(["fly", "take", "transfer", "bring", "move", "drive", "airlift", "extradite", "deport", "send", "ferry"])
SPEAKING = frozenset(["speak", "talk", "testify", "write", "lecture", "address", "preach"])
HOSTING = GOING | frozenset(["join", "host", "invite", "assemble", "convene", "welcome", "receive"])  # "for talks"


def belongs(mention: Token, trigger: Trigger, roles: Roles) -> bool:
    """Whether the words of a mention hang on this event."""
    own = {t.i for t in (trigger.token, *trigger.words, *roles.also)} | ({roles.light.i} if roles.light else set())
    if _dates_another(mention, trigger, own):
        return False
    if trigger.token.dep == "relcl" and mention is trigger.token.head:
        return True  # "38 fighters who had surrendered"
    if is_on_way(mention):
        return False
    if (mention.tag == "CD" or mention.first("nummod") is not None) and _is_of_other_deed(mention, own):
        return False
    crossed: Token | None = None
    for token in (mention, *mention.ancestors()):
        if token.i in own:
            return True
        if token.lower in PAST and (is_superlative(token) or (token is not mention and lasts(mention, token))):
            return False  # "was announced after six hours of talks": so long were the talks
        if token.lower == "according" and token.dep == "prep" and trigger.token not in token.subtree():
            return False  # "according to sources in Cairo": where they sit
        if mention.ent in GROUNDS and token is not mention and token.dep == "pobj" and (token.head.lower in PAST or token.head.head.lower == "ahead") and token.lemma in MEETINGS:
            return False  # "following talks in Paris, the minister left": the talks were there
        if is_occasion(token):
            return trigger.token.i < mention.i and token in trigger.token.ancestors()
        if is_verb(token) and token.dep not in ("amod", "compound") and token is not mention and not _is_preposition(token):
            if token.dep in ("relcl", "acl", "advcl") and token.lemma in HAPPENING and _tells_of(token, _deed(token, trigger, own)):
                return True
            if token.dep == "acl" and token.lemma in SUSTAINING and token.head.i in own:
                return True  # "died of wounds sustained in an ambush in Jos"
            if token.head in roles.recipients and is_aboard(mention, token):
                return True  # "seized a ship carrying 40 activists", "stormed a post manned by 12 soldiers": they too were seized and attacked
            if token.dep == "acl" and token.lemma in PLANTING and token.tag == "VBN" and token.head in (*trigger.subjects, *roles.means):
                return True  # "a bomb planted under a bridge in Logar killed three"
            if token.dep == "relcl" and token.lemma in (*DYING, "leave") and _is_under(token.head, own):
                return True
            crossed = token
            break
    if crossed is None:
        return False
    if crossed.dep == "advcl" and crossed.lemma in OUTCOME and crossed.tag == "VBG" and crossed.head in (trigger.token, *_carriers(trigger.token, own, mention)):
        return True
    if _is_moment(crossed) and crossed.head.i in own:
        return not _is_of_moment(mention, crossed)
    if trigger.frame.type in SPOKEN and crossed.head.i in own and crossed.dep == "advcl" and crossed.tag == "VBG" and crossed.lemma in SPEAKING:
        return True  # "Speaking in Geneva on Monday, the envoy accused the army"
    if crossed.head is trigger.token and _is_outcome(crossed) and _is_adjunct(mention, crossed):
        return True
    if crossed.dep in ("xcomp", "ccomp") and crossed.head is trigger.token and crossed.head.lemma in LETTING:
        return True  # "let convoys move through the town"
    if is_kept_from(crossed, trigger, own) or is_house_of(crossed, own):
        return True
    if (crossed.lemma in (HOSTING if trigger.nominal else GOING) or trigger.frame.type in ("REQUEST", "PROTEST")) and _is_aim(trigger.token, crossed):
        return True
    if crossed.lemma in ENTERING and crossed in goes_on_from(trigger.token) and (mention.ent in GROUNDS or mention.lemma in KIND_OF_PLACE):
        return True  # "entered the village of Togoga and killed eleven men"
    if crossed in _carriers(trigger.token, own, mention):
        if _is_where_else(mention, crossed, roles.light or trigger.token):
            return False
        shared = trigger.frame.type == "ASSAULT" and trigger.frame not in (COUNTED, RECOUNTED)  # "seven were killed and eleven wounded" is one deed
        apart = (not shared and is_counted_apart(mention, crossed, trigger)) or is_beside_party(mention, crossed, trigger)
        return not (_is_of_judging(mention, crossed, trigger) or is_anothers(mention, crossed, trigger) or apart)
    return _shares(mention, crossed, trigger) or _stands_beside(mention, crossed, trigger)


def _dates_another(mention: Token, trigger: Trigger, own: set[int]) -> bool:
    """"condemned Friday's attack", "was convicted of a 2006 shooting": the day is that of what is spoken of or judged."""
    if mention.dep not in ("nummod", "poss", "compound", "amod", "nmod") or mention.ent not in ("DATE", "TIME") or trigger.nominal:
        return False
    judged = trigger.frame.type in ("ACCUSE", "REJECT", "SUPPORT") or trigger.token.lemma in JUDGING
    return judged and mention.head.i not in own


def _is_of_other_deed(counted: Token, own: set[int]) -> bool:
    """"the murder of 20 and the kidnapping of 70": each number is of one deed alone; a place or a day behind them may be of both."""
    of = next((t for t in (counted, *counted.ancestors()) if t.dep == "prep"), None)
    deed = of.head if of is not None and of.lower == "of" and of.head.pos == "NOUN" and of.head.i not in own else None
    if deed is None:
        return False
    beside = [*deed.all("conj"), *([deed.head] if deed.dep == "conj" else [])]
    return any(other.i in own and other.pos == "NOUN" and any(p.lower == "of" for p in other.all("prep")) for other in beside)


def _is_outcome(clause: Token) -> bool:
    """"dispersed a march, killing one protester, in Luanda on Friday": what came of a deed has its place and day."""
    return clause.dep == "advcl" and clause.tag == "VBG" and clause.lemma in HARMING and clause.first("mark", "nsubj") is None


def _is_adjunct(mention: Token, clause: Token) -> bool:
    top = next((t for t in (mention, *mention.ancestors()) if t.head is clause), clause)
    return top.dep in ("prep", "npadvmod")


def _is_where_else(mention: Token, crossed: Token, verb: Token) -> bool:
    """"one summit took place in Oslo, and another took place in Rome": a clause that says where is not where the one before it was.
    What stands before both ("In Syria, …") is said of both."""
    while mention.dep == "appos":
        mention = mention.head  # "in Rome, Italy"
    prep = mention.head
    if prep.lower == "from" and crossed.lemma in TRAVELLING and verb.dep == "conj" and prep.head is crossed:
        return True  # "crossed from Libya and attacked a post"
    if mention.ent not in GROUNDS or prep.dep != "prep" or prep.lower not in AT or prep.i < crossed.i:
        return False
    while verb.dep == "conj" and verb is not crossed:
        if _says_where(verb):
            return True
        verb = verb.head
    return False


def _says_where(verb: Token) -> bool:
    within = [o for p in verb.all("prep") if p.lower in AT for o in p.all("pobj") if "EVENT" in noun_kinds(o)]  # "died in a second blast in Azaz"
    struck = (verb, *verb.all("dobj", "nsubjpass"), *within)  # "killed four people in Herat": the model may hang it on them
    moved = ("to",) if verb.lemma in MOVING else ()
    return any(_is_ground(place) for noun in struck for prep in noun.all("prep") if prep.lower in AT or prep.lower in moved for place in prep.all("pobj"))


def _is_ground(noun: Token) -> bool:
    """A place by its name, though the model may not know the name."""
    return noun.ent in GROUNDS or (noun.pos == "PROPN" and noun.ent in ("", "ORG"))


def _deed(clause: Token, trigger: Trigger, own: set[int]) -> set[int]:
    """The words that name the deed: of "broke the truce they signed in Rome" not the truce, which others made."""
    others = any(s.tag not in ("WDT", "WP") for s in clause.all("nsubj"))
    return own - {w.i for w in trigger.words[1:]} if others and not trigger.nominal else own


def _is_of_judging(mention: Token, crossed: Token, trigger: Trigger) -> bool:
    """"charged on Monday with the murder", "arrested on Monday in connection with the raid": Monday is that of the charge, the arrest."""
    below = takewhile(lambda t: t is not crossed, (trigger.token, *trigger.token.ancestors()))
    inside = any((t.dep == "prep" and crossed.lemma in JUDGING and t.head is crossed) or t.lemma == "connection" for t in below)
    return inside and mention.i < trigger.token.i


def _is_moment(clause: Token) -> bool:
    """"were killed when artillery hit the market on 9 May": what the clause says of place and time is said of the killing.
    "Seven died, the mayor said, while police put the number at two" is no moment, but another account."""
    if any(c.lower == "while" for c in clause.all("mark")) and (clause.lemma in voice_words().verbs or clause.lemma in echo_words().counting):
        return False
    other = not any(s.pos == "PRON" for s in clause.all("nsubj", "nsubjpass"))
    present = clause.tag in ("VBP", "VBZ") or (clause.tag == "VBG" and any(c.tag in ("VBP", "VBZ") for c in clause.all("aux")))
    if other and present and (clause.head.tag in ("VBD", "VB") or any(c.tag == "VBD" for c in clause.head.all("aux", "auxpass"))):
        return False  # "shells hit a bus in Homs as troops fight for Idlib": the fight is no moment of the shelling
    return clause.dep == "advcl" and any(c.lower in ("when", "as", "while") and c.dep in ("mark", "advmod") and c.i < clause.i for c in clause.children)


def _is_of_moment(mention: Token, clause: Token) -> bool:
    """What a clause says of itself alone: "was arrested in Lima as he returned from Quito", "a bomb killed two in Herat, while in Kabul a judge was shot"."""
    if mention.ent not in GROUNDS:
        return False
    way = next((t for t in (mention, *mention.ancestors()) if t.dep == "prep"), mention)
    if way.head is clause and way.lower in ("from", "to", "towards", "toward") and clause.lemma in TRAVELLING:
        return True
    return any(c.lower in ("while", "as") for c in clause.all("mark", "advmod")) and _says_where(clause.head)


def _is_aim(token: Token, going: Token) -> bool:
    """"sent troops to Syria to support the army", "flew to Berlin for a meeting": the deed is where they went for it."""
    if is_verb(token):
        aimed = token.dep in ("advcl", "xcomp") and any(c.tag == "TO" for c in token.children)
        return aimed and going in (token.head, token.head.head)
    return token.dep == "pobj" and token.head.lower == "for" and going in (token.head.head, token.head.head.head)


def _tells_of(clause: Token, own: set[int]) -> bool:
    """"the attack on a convoy, which took place on Monday", "agreed in a deal brokered in May": what took place is the attack.

    Wherever the clause hangs: on the deed's noun, on a noun inside its phrase, or, as a participle, on the verb that carries it.
    """
    noun = clause.head
    if clause.dep == "advcl":
        return clause.tag == "VBN" and clause.first("mark", "aux", "nsubj", "nsubjpass") is None and any(c.i in own for c in noun.all("dobj", "nsubjpass"))
    if noun.i in own or any(t.i in own for t in noun.ancestors() if not is_verb(t)):
        return True
    return noun.dep == "pobj" and noun.head.lower == "in" and noun.head.head.i in own


def _is_under(noun: Token, own: set[int]) -> bool:
    """"ambushed a truck on the road, in which two soldiers died", "a clash at the port which left two dead": what stands in the deed's clause."""
    for above in (noun, *noun.ancestors()):
        if above.i in own:
            return True
        if is_verb(above) and not (above.dep == "acl" and above.lemma in HAPPENING):  # "an attack carried out by 20 men, four of whom died"
            return False
    return False


def _is_preposition(verb: Token) -> bool:
    """"including", "following": participles that only link."""
    return verb.lower in ("including", "following", "involving", "regarding", "according")


def _carriers(token: Token, own: set[int], mention: Token) -> list[Token]:
    """The verbs above an event that share their adjuncts with it, up to the first that tells or governs as another event.
    With what only occasioned them they share nothing but what stands behind it."""
    out = []
    said = voice_words().verbs
    node = token
    while not node.is_root and not (mention.i < token.i and is_occasion(node)):
        above = node.head
        if node.dep in ("acl", "relcl") and node.lemma in JUDGING:
            break  # "shot two men accused of kidnapping a child": what they are held to have done was before
        if node.dep == "relcl" and noun_kinds(node.head) and noun_kinds(node.head) <= HUMAN:
            break  # "the president, who met him in Baku, will visit Moscow"
        if node.dep == "relcl" and any(c.lower == "had" and c.dep == "aux" for c in node.children):
            break  # "a priest who had been kidnapped was freed on Friday": what had been was at another time
        if is_verb(above):
            if above.lemma in said and node.dep in ("ccomp", "parataxis"):
                break
            if node.lower == "before" and node.first("pcomp") in (token, token.head):
                out.append(above)  # "blew the door in at dawn before seizing the drugs"
            elif node.dep in CARRIED or above.i in own or (node.dep == "prep" and node.lower in WITHIN):
                out.append(above)
            elif node.dep == "advcl" and node.tag == "VBG" and node.first("nsubj", "mark") is None:
                out.append(above)  # "blew themselves up near the station, killing two"
            elif node.dep in ("ccomp", "advcl", "relcl", "acl", "prep"):
                break
        node = above
    return out


def _shares(mention: Token, crossed: Token, trigger: Trigger) -> bool:
    """"was released and returned in October": what ends a coordination belongs to all of it, but no object to a verb that has its own."""
    top = next((t for t in (mention, *mention.ancestors()) if t.head is crossed), crossed)
    if top.dep in ("dobj", "nsubj", "nsubjpass", "attr", "dative") and (trigger.nominal or objects(trigger.token)):
        return False
    if mention.ent in GROUNDS and _says_where(trigger.token):
        return False  # "was arrested in Rome and extradited to Paris"
    if crossed.first("aux") is not None and trigger.token.first("aux") is not None and objects(crossed):
        return False  # "had kidnapped a trader, and had killed a guard in May": told apart
    if not trigger.nominal and gapped(trigger.token) is crossed:
        return top.dep in ("prep", "agent", "npadvmod")
    if _is_harm_beside(crossed, trigger.token):
        return top.dep in ("prep", "npadvmod")
    verb = crossed
    while verb.dep == "conj" and is_verb(verb.head) and verb.first("nsubj", "nsubjpass") is None:
        verb = verb.head
        if verb is trigger.token:
            return True
    return False


def _is_harm_beside(second: Token, first: Token) -> bool:
    """"a nurse was killed and four patients were injured on Tuesday in Homs": one blow, told by two verbs of harm with one end."""
    harms = HARMING | DYING
    if second.dep != "conj" or second.head is not first or first.lemma not in harms or second.lemma not in harms:
        return False
    alone = not any(c.i > first.i and c.dep in ("prep", "npadvmod", "advmod", "agent", "advcl") for c in first.children)
    return alone and first.first("neg") is None and second.first("neg") is None


def _stands_beside(mention: Token, crossed: Token, trigger: Trigger) -> bool:
    """"condemned the attack on a mosque on Friday": an adjunct right behind an event noun is the noun's, whatever the tree says."""
    if not trigger.nominal or not crossed.i < trigger.token.i < mention.i or mention.i - trigger.token.i > 12:
        return False
    return not any(is_verb(t) and trigger.token.i < t.i < mention.i for t in crossed.subtree())


def setting_of(trigger: Trigger) -> frozenset[Token]:
    """What a clause of "where", "when" or "in which" is about: the words that it hangs on, with what stands under them."""
    verb = trigger.token
    if trigger.nominal and verb.dep in ("nsubj", "nsubjpass") and verb.head.lemma in HAPPENING:
        verb = verb.head  # "the office where the shootings took place"
    while verb.dep in ("conj", "xcomp") and is_verb(verb.head):
        verb = verb.head
    if not is_verb(verb) or verb.dep != "relcl":
        return frozenset()
    inside = {t.i for t in verb.subtree()}
    where = any(c.lower in ("where", "when") for c in verb.children) or any(p.lower == "which" and c.lower in ("in", "at", "during") for c in verb.all("prep") for p in c.children)
    return frozenset(t for t in verb.head.subtree() if t.i not in inside) if where else frozenset()
