"""Whom a pronoun means: the last mention that fits it, by number and kind, and by where both stand.

What is outside a quotation is not meant by what is inside, and nobody does to "them" what they do themselves: the object of
a clause is not its subject. Who speaks of "him" in a quotation speaks of another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportedly.codebooks.operators import voice_words
from reportedly.language.clauses import clause_of, is_passive, is_verb, subjects
from reportedly.language.noun_kinds import kind_of
from reportedly.language.parse import Token
from reportedly.language.told import ACCUSING
from reportedly.resolve.genders import HE, SHE, armed, of_many, of_pronoun, of_word
from reportedly.resolve.referent import Referent
from reportedly.resolve.spoken_for import is_dead, speaks_of_another

TOKENS_A_SENTENCE = 100_000  # how `Token.i` tells the sentence
LOOKED_BACK = 24  # mentions
FOR_ONE = 60  # for "he" and "she": whoever is quoted may say more after much has been told of others
SINGULAR_HE = HE | SHE
SPOKE_BACK = 4  # sentences over which "…, he said" goes on with who spoke
ITS = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PERSONAL = frozenset({"release", "arrest", "detention", "imprisonment", "abduction", "death", "killing", "execution", "trial", "extradition", "freedom"})
COUNSEL = frozenset({"lawyer", "attorney", "barrister", "solicitor", "advocate", "counsel"})
HEARD = frozenset({"tell", "warn", "inform", "notify", "assure"})
TAKING = frozenset({"seize", "confiscate", "steal", "loot", "burn", "torch", "ransack", "search", "smash", "raid", "impound", "demolish"})
CHECKING = frozenset({"verify", "confirm", "corroborate", "check", "authenticate"})
BIDDING = frozenset({"demand", "ask", "insist", "request", "order", "urge", "propose", "require", "want"})
HANDING = frozenset({"hand", "extradite", "deport", "arrest", "detain", "jail", "expel", "surrender", "prosecute", "try", "punish"})
AT = frozenset({"at", "in", "near", "outside", "inside", "around"})
PEOPLE = frozenset({"GROUP", "ARMED", "STATE", "ORG", "PERSON"})


def antecedent(pronoun: Token, mentions: Sequence[Referent], gender: Callable[[Referent], str | None], speaker: str | None = None) -> Referent | None:
    """What a pronoun stands for among the mentions before it; None for what no mention fits. `speaker`: whose words it stands in."""
    doers = subjects(clause_of(pronoun)) if _is_object(pronoun) else ()
    sex, goes_on = of_pronoun(pronoun.lower), _goes_on_speaking(pronoun)
    far = LOOKED_BACK if sex is None else FOR_ONE
    before = [m for m in mentions[-far:] if m.head.i < pronoun.i and m.head not in doers and _fits(pronoun.lower, m) and not _is_barred(m, pronoun)]
    if pronoun.lower == "they" and pronoun.dep == "nsubj" and any(t.lower == "its" for t in pronoun.head.subtree()):
        before = [m for m in before if m.plural or m.head.tag == "NNS"] or before  # "the force said they had attacked its men"
    if sex is not None:
        before = [m for m in before if m.name != speaker and gender(m) in (sex, None)]
        before = [m for m in before if not speaks_of_another(m.head, pronoun)] or before
    return max(before, key=lambda m: _salience(m, pronoun, goes_on=goes_on), default=None)


def speaker_of(pronoun: Token) -> Token | None:
    """Whose quotation a pronoun stands in, where the sentence itself says."""
    if not pronoun.quoted or pronoun.lower not in SINGULAR_HE:
        return None
    above = (t for t in pronoun.ancestors() if is_verb(t) and not t.quoted and t.lemma in voice_words().verbs and not is_passive(t))
    return next((s for t in above for s in subjects(t)[:1] if not s.quoted), None)


def told_by_ones_own(pronoun: Token) -> Token | None:
    """"His lawyer said police had beaten him", "her mother said she was taken": of those told by somebody's own the one whose they are."""
    if pronoun.lower not in SINGULAR_HE or pronoun.quoted:
        return None
    for verb in (t for t in pronoun.ancestors() if is_verb(t) and t.lemma in voice_words().verbs and not is_passive(t)):
        for who in (s for s in verb.all("nsubj") if s.i < pronoun.i and pronoun not in s.subtree()):
            whose = next((c for c in who.all("poss") if c.tag == "PRP$"), None)
            if whose is not None and of_pronoun(whose.lower) == of_pronoun(pronoun.lower):
                return whose
    return None


def told_by_who(pronoun: Token) -> Token | None:
    """"A driver who said he was beaten": the driver; not of "a woman who said he was beaten"."""
    sex = of_pronoun(pronoun.lower)
    if pronoun.lower not in SINGULAR_HE | {"they"} or pronoun.dep not in ("nsubj", "nsubjpass") or pronoun.quoted:
        return None
    for verb in (t for t in pronoun.ancestors() if t.dep == "relcl" and t.lemma in voice_words().verbs and not is_passive(t)):
        noun = verb.head
        one = noun.tag in ("NN", "NNP") if sex is not None else noun.tag in ("NNS", "NNPS")
        if one and any(s.lower in ("who", "that") and s.i < pronoun.i for s in verb.all("nsubj")) and of_word(noun.lemma) in (sex, None):
            return noun
    return None


def _goes_on_speaking(pronoun: Token) -> bool:
    """"…, he said", "…, it added" behind what is said: most often who spoke before, whoever was spoken of meanwhile."""
    verb = pronoun.head
    if pronoun.quoted or pronoun.dep != "nsubj" or pronoun.lower not in SINGULAR_HE | ITS | THEY or verb.lemma not in voice_words().verbs:
        return False
    aside = verb.dep in ("parataxis", "ccomp") and verb.first("ccomp", "mark", "prt") is None and not (verb.head.lemma in voice_words().verbs and verb.head.i == pronoun.i - 1)
    return aside or any(c.dep in ("ccomp", "parataxis") and c.i < pronoun.i for c in verb.children)  # "said (that) it had documented the raid" is no aside


def _spoke(mention: Referent, pronoun: Token) -> bool:
    """A person who is the subject of a clause a few sentences ago at most; of "it" a body that said something there."""
    if _is_source(mention.head) and pronoun.lower in SINGULAR_HE:
        return pronoun.i // TOKENS_A_SENTENCE - mention.head.i // TOKENS_A_SENTENCE <= SPOKE_BACK
    near = pronoun.i // TOKENS_A_SENTENCE - mention.head.i // TOKENS_A_SENTENCE <= SPOKE_BACK
    head = _beside(mention.head)
    if pronoun.lower in THEY:
        spoke = mention.plural and head.head.lemma in voice_words().verbs.keys() | ACCUSING
    elif pronoun.lower in ITS:
        spoke = _said(mention) and not _is_retold(head)
    else:
        spoke = mention.person or _is_one_person(mention)
    return near and spoke and head.dep == "nsubj" and not head.quoted


def _is_source(noun: Token) -> bool:
    """"According to Lee Adda"."""
    return noun.dep == "pobj" and noun.head.lower == "to" and noun.head.head.lower == "according"


def _beside(noun: Token) -> Token:
    """The noun that a name stands beside: "the governor, Omar Diallo, met"."""
    return noun.head if noun.dep == "appos" else noun


def _is_retold(noun: Token) -> bool:
    """"The union said the police had lied": it is the union that has spoken."""
    verb = noun.head
    return verb.dep == "ccomp" and verb.head.lemma in voice_words().verbs and any(s.i < verb.i for s in verb.head.all("nsubj"))


def _said(mention: Referent) -> bool:
    """What is neither one person nor many, and said something: "the media wing said"."""
    noun = _beside(mention.head)
    told = noun.head.lemma in voice_words().verbs or noun.head.lemma in ACCUSING
    return noun.dep == "nsubj" and told and mention.head.tag in ("NN", "NNP") and not _is_one_person(mention)


def _fits(word: str, mention: Referent) -> bool:
    if word in SINGULAR_HE:
        return ((mention.person or _is_one_person(mention)) and not _is_where(mention.head)) or (is_unknown_speaker(mention) and mention.head.tag == "NN")
    if (mention.kinds == {"ARMED"} and _is_one_person(mention)) or mention.head.lower in SINGULAR_HE:
        return False  # "an officer" is no "it", nor are they "they"
    if word in ITS:
        return not mention.person and not mention.plural and (_institution(mention) or _said(mention))
    if is_unknown_speaker(mention) and mention.head.tag == "NNS":
        return word in THEY
    return word in THEY and not mention.person and (mention.plural or _institution(mention) or (mention.kinds == {"GROUP"} and mention.head.tag == "NN")) and bool(mention.kinds & PEOPLE)


def is_unknown_speaker(mention: Referent) -> bool:
    """"the bulama said", "hunters said": somebody of whom only the verb tells that he speaks."""
    noun = mention.head
    return not mention.kinds and noun.dep == "nsubj" and not noun.quoted and noun.head.lemma in voice_words().verbs and not is_passive(noun.head)


def _is_where(name: Token) -> bool:
    """"the camp at Dadaab", "near Kolo": a lone name behind a word of place is a town, though the model takes it for somebody."""
    return name.dep == "pobj" and name.head.lower in AT and not name.children and name.pos == "PROPN" and not name.known


def _is_barred(mention: Referent, pronoun: Token) -> bool:
    """Whether what a pronoun may mean cannot be this, by where both stand."""
    if mention.head in pronoun.children or pronoun in mention.head.subtree() or _nobody(mention):
        return True
    if _is_theirs(mention.head, pronoun) or _is_told_of(mention.head, pronoun) or _tells_hearers(mention.head, pronoun) or _takes(mention.head, pronoun):
        return True
    if (mention.head.lower in ITS and pronoun.lower in THEY) or (mention.head.lower in THEY and pronoun.lower in ITS):
        return True  # "it said they had also kidnapped three": whoever is "it" is not "they" a word later
    if _asks_for(mention.head, pronoun) or (is_dead(mention.head) and (_begins_speaking(pronoun) or _bids(pronoun))):
        return True
    if pronoun.lower == "it" and _is_object(pronoun) and _is_way(mention.head, pronoun):
        return True
    if _begins_speaking(pronoun) and _is_in_writing(mention.head, pronoun):
        return True
    if pronoun.lower in ITS and _begins_speaking(pronoun) and _is_where(mention.head):
        return True  # "bombed a market in Tigray. It said": no place where a thing was says so
    if mention.head.quoted and not pronoun.quoted and not (mention.head.dep == "appos" and not mention.head.head.quoted):  # outside quotations nobody from inside them
        return True
    return _is_suffered(pronoun) and not mention.plural and not mention.kinds <= {"PERSON", "GROUP"}  # "Paris demanded their release"


def _bids(pronoun: Token) -> bool:
    """"They urged the UN to come": as who speaks."""
    return pronoun.dep == "nsubj" and not pronoun.quoted and pronoun.head.lemma in BIDDING | {"call", "appeal"}


def _is_theirs(noun: Token, pronoun: Token) -> bool:
    """"with his brother, he fled", "his lawyer says he did no such thing": not the brother nor the lawyer, but whose he is."""
    if pronoun.dep == "nsubjpass" and noun.lemma in COUNSEL and noun.dep == "nsubj" and noun.head in pronoun.head.ancestors():
        return True  # "a lawyer for one of them said he had been tortured"
    noun = noun.head if noun.dep == "appos" else noun  # "his spokesman, Ali Ba, said he would come"
    says = noun.dep == "nsubj" and noun.head.lemma in voice_words().verbs and noun.head in pronoun.head.ancestors()
    if pronoun.dep not in ("nsubj", "nsubjpass") or noun.i // TOKENS_A_SENTENCE != pronoun.i // TOKENS_A_SENTENCE:
        return False
    if noun.dep in ("nsubj", "nsubjpass") and not says:
        return False
    return any({c.lower, pronoun.lower} in ({"his", "he"}, {"her", "she"}, {"their", "they"}) for c in noun.all("poss"))


def _is_told_of(noun: Token, pronoun: Token) -> bool:
    """"The ambassador, he announced, is to meet her", "a deputy shot him, he said": who speaks in an aside is nobody of what is told in it."""
    return _goes_on_speaking(pronoun) and noun.i < pronoun.i and noun.i // TOKENS_A_SENTENCE == pronoun.i // TOKENS_A_SENTENCE and _is_under(noun, pronoun.head)


def _takes(noun: Token, pronoun: Token) -> bool:
    """"police took away their passports", "soldiers burned their homes": nobody does that to what is his own."""
    thing, verb = pronoun.head, pronoun.head.head
    away = verb.lemma == "take" and any(c.lower in ("away", "off") for c in verb.children)
    return pronoun.dep == "poss" and thing.dep == "dobj" and (verb.lemma in TAKING or away) and noun in subjects(verb)


def _asks_for(noun: Token, pronoun: Token) -> bool:
    """"the president asked Canada to hand him over", "said it must extradite him": nobody asks for that to be done to himself."""
    verb = pronoun.head
    if pronoun.dep != "dobj" or verb.lemma not in HANDING or noun.dep != "nsubj" or noun.head not in verb.ancestors():
        return False
    asked = verb.dep in ("xcomp", "ccomp") and verb.head.lemma in BIDDING and noun in subjects(verb.head)
    return asked or (noun.head.lemma in voice_words().verbs and any(c.lower in ("should", "must") for c in verb.all("aux")))


def _tells_hearers(noun: Token, pronoun: Token) -> bool:
    """"told the monitors they would be deported": to whom a thing is to be done, of whoever hears of it, and not of whoever says so."""
    clause, said = pronoun.head, pronoun.head.head
    hearers = said.all("dobj", "dative")
    return pronoun.dep == "nsubjpass" and pronoun.lower in THEY and clause.dep == "ccomp" and said.lemma in HEARD and noun.head is said and noun.dep == "nsubj" and any(h.tag in ("NNS", "NNPS") for h in hearers)


def _is_under(noun: Token, saying: Token) -> bool:
    """Whether a noun stands in what a verb of saying behind it tells; not one that says that itself: "Police say they shot, they say"."""
    told = saying.head if saying.dep in ("parataxis", "ccomp") and saying.first("ccomp") is None else next((c for c in saying.all("ccomp", "parataxis") if c.i < saying.i), None)
    noun = _beside(noun)
    return told is not None and noun in told.subtree() and not (noun.dep == "nsubj" and noun.head.lemma in voice_words().verbs)


def _is_suffered(pronoun: Token) -> bool:
    """"their release", "his death": of whom something was done to, rather than of who did it."""
    return pronoun.dep == "poss" and pronoun.head.lemma in PERSONAL


def _is_object(pronoun: Token) -> bool:
    """"opened fire on them", "shot him"; "they defended themselves" is another matter."""
    return pronoun.dep in ("dobj", "pobj", "dative", "iobj") and not pronoun.lower.endswith(("self", "selves"))


def _tells_it(noun: Token, pronoun: Token) -> bool:
    """"Reuters could not verify the army's claim that it had fired": the army, whose claim it is, and not who checks it."""
    tale = noun.head
    return noun.dep == "poss" and tale.lemma in voice_words().nouns and tale.dep == "dobj" and tale.head.lemma in CHECKING and tale in pronoun.ancestors()


def _is_way(noun: Token, pronoun: Token) -> bool:
    """"came from Djibouti when a boat opened fire on it": where something came from, in the same sentence, is not what was shot at."""
    return noun.dep == "pobj" and noun.head.lower in ("from", "to", "via") and noun.pos == "PROPN" and is_verb(noun.head.head) and noun.i // TOKENS_A_SENTENCE == pronoun.i // TOKENS_A_SENTENCE


def _is_in_writing(noun: Token, pronoun: Token) -> bool:
    """"In a note left at a radio station it said": where the note was left is not who says so."""
    fronted = (p for p in pronoun.head.all("prep") if p.i < pronoun.i and p.lower in ("in", "on", "via"))
    return any(noun in o.subtree() for p in fronted for o in p.all("pobj") if kind_of(o) == "DOCUMENT")


def _begins_speaking(pronoun: Token) -> bool:
    """"They said …", "it claimed responsibility": most often who spoke in the sentence before, not of whom they told."""
    verb = pronoun.head
    return not pronoun.quoted and pronoun.dep == "nsubj" and (verb.lemma in voice_words().verbs or verb.lemma in ACCUSING)


def _is_handed_on(noun: Token, pronoun: Token) -> bool:
    """"dragged out men and accused them": to whom the one was done the other is done; "a panel, which said it would appeal": the panel will."""
    clause = pronoun.head
    if pronoun.dep == "dobj" and clause.dep == "conj" and clause.first("nsubj", "nsubjpass") is None:
        return noun.dep == "dobj" and noun.head is clause.head
    said = clause.head
    return pronoun.dep == "nsubj" and clause.dep == "ccomp" and said.dep == "relcl" and said.head is noun and any(s.tag in ("WDT", "WP") for s in said.all("nsubj"))


def _is_bidden(noun: Token) -> bool:
    """"demanded that the troops leave. They …": more often those who demanded it than the troops, who have done nothing."""
    clause = noun.head
    bidding = clause.dep == "ccomp" and clause.tag in ("VB", "VBP") and clause.head.lemma in BIDDING
    return bidding and noun.dep in ("nsubj", "nsubjpass") and clause.head.first("nsubj") is not None


def _salience(mention: Referent, pronoun: Token, *, goes_on: bool) -> tuple[bool, int, bool, bool, bool, bool, bool, bool, bool, bool, bool, bool, int]:
    """Who spoke, of "…, he said"; else the latest sentence first; in it, whose claim is checked, or of "they said" who spoke; then several rather than a body for "they"; then of "they said" whoever the sentence is about; then to whom
    the deed before was done, or whoever says it; then whoever does what is told with "its" ("urged Mali to end its siege"), then who says or does what the pronoun's clause hangs on, then a subject before other roles (of "their release" an object), owners last; then the nearest."""
    head = _beside(mention.head)
    subject = head.dep in ("nsubj", "nsubjpass")
    own = pronoun.dep == "poss" and not _is_suffered(pronoun) and head in subjects(clause_of(pronoun))
    commands = subject and head.head in pronoun.head.ancestors()
    several = pronoun.lower in THEY and mention.plural
    meant = head.dep in ("dobj", "nsubjpass") if _is_suffered(pronoun) else subject and not _is_bidden(head)
    says = goes_on and ((subject and head.head.lemma in voice_words().verbs) or _is_source(mention.head))
    speaks = _begins_speaking(pronoun) and head.dep == "nsubj" and head.head.lemma in voice_words().verbs.keys() | ACCUSING and not _is_retold(head)
    tells = pronoun.quoted and pronoun.lower in THEY and head.dep == "nsubj" and not head.quoted and head.head.lemma in voice_words().verbs  # "witnesses said. “They shot my son”"
    acts = pronoun.lower in THEY and (_begins_speaking(pronoun) or _bids(pronoun)) and head.dep == "nsubj" and head.head.is_root  # "villagers blocked a road after bandits killed 12. They said"
    fit = speaks if _begins_speaking(pronoun) else not tells
    return goes_on and _spoke(mention, pronoun), head.i // TOKENS_A_SENTENCE, _tells_it(head, pronoun), fit, several, acts, _is_handed_on(head, pronoun), own, commands, says, meant, head.dep not in ("poss", "compound", "amod"), head.i


def _is_one_person(mention: Referent) -> bool:
    """"the Turkish leader", "a spokesman", "an officer": one human, though unnamed. "held hostage" names nobody."""
    bare = mention.head.tag == "NN" and not mention.head.children
    human = mention.kinds == {"PERSON"} or (mention.kinds == {"ARMED"} and mention.head.lemma in armed()) or (mention.kinds == {"GROUP"} and mention.head.lemma in of_many())
    return human and not mention.plural and mention.head.tag in ("NN", "NNP") and not bare


def _nobody(mention: Referent) -> bool:
    """"no prisoner", "any prisoner": nobody whom a pronoun could mean."""
    return any(c.lower in ("no", "any") and c.dep == "det" for c in mention.head.children)


def _institution(mention: Referent) -> bool:
    return bool(mention.kinds & {"STATE", "ORG", "ARMED"}) or (mention.entry is not None and mention.entry.kind != "person")
