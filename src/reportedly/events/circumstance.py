"""Where, when and how many: each mention goes to the event whose clause it stands in, never across a voice.

A mention belongs to the nearest trigger above it. When the verb above it is no event itself ("began mounting strikes
last week"), it belongs to the events that this verb carries; the adjuncts of a verb of saying date the saying.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from reportedly.codebooks.operators import voice_words
from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.find.datelines import dateline_of
from reportedly.find.figures import FigureMention, find_figures
from reportedly.find.kinds import noun_kinds
from reportedly.find.place_mention import PlaceMention
from reportedly.find.places import find_places
from reportedly.find.times import TimeMention, find_times
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.records import Document, Figure, Place, PlaceRole, Status, Time
from reportedly.resolve.dates import resolve_time
from reportedly.resolve.figures import figure_role, to_figure
from reportedly.resolve.gazetteer import Gazetteer, Toponym
from reportedly.resolve.phrases import span_of
from reportedly.resolve.places import resolve_places, to_place

SITES = frozenset({"FACILITY", "PLACE"})
FROM = frozenset({"from"})
CARRIED = frozenset(["xcomp", "conj", "dobj", "nsubj", "nsubjpass", "pobj", "attr", "agent", "dative", "oprd"])
WITHIN = frozenset(["in", "with", "of", "by", "under", "into", "through", "amid", "during"])
HAPPENING = frozenset(["carry", "take", "occur", "happen", "conduct", "launch", "mount", "stage", "commit", "perpetrate", "hold", "begin", "erupt", "spearhead", "lead"])
GROUND = frozenset(["area", "territory", "land", "terrain", "ground", "mile", "kilometre", "kilometer", "acre", "hectare", "half", "swathe", "swath", "border", "frontier"])
VAGUE = GROUND - {"border", "frontier"} | {"part", "world", "place", "position", "target", "front"}
TERRITORY = frozenset(["territory", "soil", "airspace", "water", "border"])
KIND_OF_PLACE = {
    "sea": {"sea"}, "gulf": {"sea"}, "strait": {"sea"}, "river": {"river"}, "city": {"town"}, "town": {"town"}, "village": {"town"},
    "capital": {"town"}, "province": {"admin1"}, "state": {"admin1"}, "county": {"admin2"}, "neighborhood": set(), "neighbourhood": set(), "suburb": set(), "governorate": {"admin1"}, "region": {"admin1", "region"}, "district": {"admin2"},
    "enclave": {"region", "town"}, "country": {"country"}, "vicinity": set(), "outskirt": set(), "heart": set(), "centre": set(), "center": set(), "edge": set(), "part": set(), "island": {"region"}, "area": {"town", "admin1", "admin2", "region"},
}  # fmt: skip
FROM_NOW = (Status.PLANNED, Status.THREATENED, Status.REQUESTED)


@dataclass(slots=True, eq=False)
class Circumstances:
    """The places, times and figures of one report, found once, and handed to events as they ask."""

    document: Document
    gazetteer: Gazetteer
    mentions: dict[int, tuple[PlaceMention, ...]] = field(default_factory=dict)
    times: dict[int, tuple[TimeMention, ...]] = field(default_factory=dict)
    numbers: dict[int, tuple[FigureMention, ...]] = field(default_factory=dict)
    toponyms: dict[PlaceMention, Toponym | None] = field(default_factory=dict)
    is_person: Callable[[Token], bool] = field(default=lambda _: False)

    def without_people(self, is_person: Callable[[Token], bool]) -> Circumstances:
        """The same without the places that are people of this report: Brunson, LaSalle."""
        kept = {n: tuple(m for m in mentions if not is_person(m.head)) for n, mentions in self.mentions.items()}
        return replace(self, mentions=kept, is_person=is_person)

    def places(self, trigger: Trigger, roles: Roles, sentence: Sentence) -> tuple[Place, ...]:
        out: list[Place] = []
        struck = {id(noun) for noun in roles.recipients if trigger.frame.type in ("ASSAULT", "COERCE")}
        setting = _setting(trigger)
        for mention in self.mentions.get(sentence.number, ()):
            if mention.metonym or mention.dateline:
                continue
            is_struck = id(mention.head) in struck or id(mention.anchor) in struck
            if mention.locative is None and mention.anchor not in setting and not (is_struck or _names_event(mention, trigger) or _in_area(mention)):
                continue
            if is_struck or _belongs(mention.anchor, trigger, roles) or mention.anchor in setting:
                place = to_place(_role(mention, trigger), mention, self.toponyms.get(mention), self.document)
                if not any(p.name == place.name and p.role == place.role for p in out):
                    out.append(place)
        more = [*self._described(trigger, roles, sentence), *(self._struck(trigger, roles) if trigger.frame.type in ("ASSAULT", "COERCE") else ())]
        out += [p for p in more if not any(o.name == p.name or o.words.span.overlaps(p.words.span) for o in out)]
        out += [p for p in self._unlisted(trigger, roles) if not any(o.words.span.overlaps(p.words.span) for o in out)]
        return tuple(out)

    def _unlisted(self, trigger: Trigger, roles: Roles) -> Iterable[Place]:
        """Places that no gazetteer has: "at a checkpoint", "Kan Hla village". Where they lie stays unknown."""
        struck = [("at", noun) for noun in roles.recipients if trigger.frame.type in ("ASSAULT", "COERCE") and noun.tag in ("NN", "NNP")]
        blocked = [("at", noun) for noun in trigger.objects if trigger.frame.type == "PROTEST"]  # "blocked the highway"
        for role, noun in dict.fromkeys([*roles.places, *struck, *blocked]):
            if noun.pos in ("NOUN", "PROPN") and noun.lemma not in VAGUE and noun_kinds(noun) & SITES:
                words = self.document.words(span_of(noun))
                yield Place(PlaceRole(role), words.text, words)

    def is_named_place(self, noun: Token, sentence: Sentence) -> bool:
        """A town or province by name, or mere ground: struck or taken, it is a place; who was there is for the text to say."""
        if noun.lemma in GROUND:
            return True
        if noun.pos != "PROPN" or noun.known:
            return False
        found = [m for m in self.mentions.get(sentence.number, ()) if m.head is noun or m.anchor is noun]
        top = self.toponyms.get(found[0]) if found else self._listed(noun)
        return top is not None and top.feature != "country"

    def _listed(self, noun: Token) -> Toponym | None:
        """A name that the model took for something else, but that a gazetteer has as a place."""
        span = span_of(noun, following=False)
        if noun.pos != "PROPN" or noun.known or noun.ent in ("ORG", "NORP") or noun.first("appos") is not None or self.is_person(noun):
            return None
        name = self.document.text[span.start : span.end]
        return next(iter(self.gazetteer.lookup(name)), None) if " " in name or noun.ent != "PERSON" else None

    def _struck(self, trigger: Trigger, roles: Roles) -> Iterable[Place]:
        """Towns that are struck or taken, and those that name the event: "the Afrin offensive"."""
        naming = trigger.token.all("compound") if trigger.nominal else ()
        for noun in (*roles.recipients, *naming):
            top = self._listed(noun)
            if top is not None and top.feature != "country":
                words = self.document.words(span_of(noun, following=False))
                yield Place(PlaceRole.AT, words.text, words, top.latitude, top.longitude, top.country, top.admin1, top.precision, top.id)

    def _described(self, trigger: Trigger, roles: Roles, sentence: Sentence) -> Iterable[Place]:
        """Places that are described, not named: "within Syrian territory", "the inland sea" after the Caspian Sea."""
        taken = {id(noun) for _, noun in roles.places}
        more = [("at", t) for t in sentence.tokens if t.lemma in KIND_OF_PLACE and id(t) not in taken and t.dep in ("pobj", "poss") and _belongs(t, trigger, roles)]
        if any(t.lower == "there" and t.dep == "advmod" and _belongs(t, trigger, roles) for t in sentence.tokens):
            yield from self._there(trigger, roles, sentence)
        for role, noun in [*roles.places, *more]:
            known = noun.lemma in TERRITORY or noun.lemma in KIND_OF_PLACE
            top = (self._state_of(noun) if known else None) or self._earlier(noun, sentence)
            if top is not None:
                words = self.document.words(span_of(noun))
                yield Place(PlaceRole(role), top.name, words, top.latitude, top.longitude, top.country, top.admin1, top.precision, top.id)

    def _there(self, trigger: Trigger, roles: Roles, sentence: Sentence) -> Iterable[Place]:
        """"there": the last place that was named before, in this sentence or the two before it."""
        word = next(t for t in sentence.tokens if t.lower == "there" and t.dep == "advmod" and _belongs(t, trigger, roles))
        for number in range(sentence.number, max(-1, sentence.number - 3), -1):
            for mention in reversed(self.mentions.get(number, ())):
                top = self.toponyms.get(mention)
                if top is not None and mention.head.i < word.i and not mention.metonym:
                    words = self.document.words(word.span)
                    yield Place(PlaceRole.AT, top.name, words, top.latitude, top.longitude, top.country, top.admin1, top.precision, top.id)
                    return

    def _state_of(self, noun: Token) -> Toponym | None:
        """The state of "Syrian territory" or "Syria's airspace"."""
        owners = [c for c in noun.children if c.dep in ("amod", "poss", "compound")]
        states = [t for c in owners for t in self.gazetteer.lookup(c.text) if t.feature == "country"]
        isos = [iso for c in owners for iso in self.gazetteer.adjective(c.text)]
        states += [t for iso in isos if len(isos) == 1 and (t := self.gazetteer.get(f"country:{iso}")) is not None]
        return states[0] if states else None

    def _earlier(self, noun: Token, sentence: Sentence) -> Toponym | None:
        """The last place named before, of the kind that a definite noun names."""
        features = KIND_OF_PLACE.get(noun.lemma)
        det = noun.first("det")
        if features is None or det is None or det.lower not in ("the", "this", "that"):
            return None
        if any(c.pos == "PROPN" or (c.dep == "prep" and c.lower in ("of", "north", "south", "in")) for c in noun.children):
            return None  # "the city of Latakia" names its own place
        for number in range(sentence.number, max(-1, sentence.number - 6), -1):
            for mention in reversed(self.mentions.get(number, ())):
                top = self.toponyms.get(mention)
                if top is not None and top.feature in features and mention.head.i < noun.i and not mention.metonym:
                    return top
        return None

    def time(self, trigger: Trigger, roles: Roles, sentence: Sentence, status: Status) -> Time | None:
        setting = _setting(trigger)
        found = [m for m in self.times.get(sentence.number, ()) if m.head in setting or _belongs(m.head, trigger, roles)]
        own = set(trigger.token.subtree())
        found.sort(key=lambda m: m.head not in own)  # of "the attack this morning and the attacks on Monday" each has its own
        if not found:
            return self._since(trigger, sentence)
        made = [self._time(m, "future" if status in FROM_NOW and not _in_past(m.head) else "past") for m in found]
        return next((t for t in made if t.start or t.end), made[0])

    def _since(self, trigger: Trigger, sentence: Sentence) -> Time | None:
        """"since the offensive began last week": from then to the day of publication."""
        clause = next((c for c in trigger.token.all("advcl") if any(m.lower == "since" and m.dep == "mark" for m in c.children)), None)
        if clause is None or self.document.published is None:
            return None
        inside = {t.i for t in clause.subtree()}
        for mention in self.times.get(sentence.number, ()):
            if mention.head.i in inside:
                time = self._time(mention, "past")
                return Time(time.words, time.start, self.document.published.isoformat(), "period") if time.start else time
        return None

    def _time(self, mention: TimeMention, tense: str) -> Time:
        start, end, precision = resolve_time(mention.expression, published=self.document.published, tense=tense)
        return Time(self.document.words(mention.span), start, end, precision)

    def figures(self, trigger: Trigger, roles: Roles, sentence: Sentence) -> tuple[Figure, ...]:
        out = []
        for mention in self.numbers.get(sentence.number, ()):
            counted = mention.counted or mention.head
            if counted is trigger.token or _belongs(counted, trigger, roles):
                in_object = any(counted is n or counted in n.subtree() for n in roles.recipients)
                in_subject = any(counted is n or counted in n.subtree() for n in roles.actors)
                role = figure_role(mention, trigger.frame.type, trigger.token, in_object, in_subject)
                out.append(to_figure(mention, role, self.document))
        return tuple(out)


def circumstances_of(parse: Parse, gazetteer: Gazetteer) -> Circumstances:
    """Find every place, time and figure of a report, and resolve the places together."""
    made = Circumstances(parse.document, gazetteer)
    for sentence in parse.sentences:
        made.mentions[sentence.number] = find_places(sentence, gazetteer)
        made.times[sentence.number] = find_times(sentence.tokens)
        made.numbers[sentence.number] = find_figures(sentence.tokens)
    line = dateline_of(parse.document)
    around = [find_places(line, gazetteer)] if line else []  # where the reporter sat says which Tripoli is meant
    made.toponyms = resolve_places([*around, *made.mentions.values()], gazetteer, parse.document)
    return made


def _setting(trigger: Trigger) -> frozenset[Token]:
    """What a clause of "where" or "in which" is about: the words that it hangs on, with what stands under them."""
    verb = trigger.token
    while verb.dep in ("conj", "xcomp") and is_verb(verb.head):
        verb = verb.head
    if trigger.nominal or verb.dep != "relcl":
        return frozenset()
    inside = {t.i for t in verb.subtree()}
    where = any(c.lower == "where" for c in verb.children) or any(p.lower == "which" and c.lower in ("in", "at", "during") for c in verb.all("prep") for p in c.children)
    return frozenset(t for t in verb.head.subtree() if t.i not in inside) if where else frozenset()


def _in_area(mention: PlaceMention) -> bool:
    """"in the district of X", "in the X area": the preposition stands before the kind of place."""
    noun = mention.anchor
    while noun.dep == "conj" and noun.head.pos == "PROPN":
        noun = noun.head
    if noun.dep == "compound" and noun.head.lemma in KIND_OF_PLACE:
        return noun.head.dep == "pobj"
    if noun.dep == "pobj" and noun.head.lower == "of":
        area = noun.head.head
        return area.lemma in KIND_OF_PLACE and area.dep in ("pobj", "appos", "conj")
    return False


def _names_event(mention: PlaceMention, trigger: Trigger) -> bool:
    """"the Afrin offensive": a town or region before the event noun says where. "the Turkey talks" does not."""
    return mention.anchor.dep == "compound" and mention.anchor.head is trigger.token and not mention.anchor.known.startswith("state:")


def _role(mention: PlaceMention, trigger: Trigger) -> PlaceRole:
    """By the preposition nearest the event: "from its warships in the Caspian Sea" is from."""
    preps = []
    for token in (mention.anchor, *mention.anchor.ancestors()):
        if token is trigger.token or is_verb(token):
            break
        if token.dep == "prep":
            preps.append(token.lower)
    word = preps[-1] if preps else "object"
    role = trigger.frame.roles.get(word)
    if role == "from" or (word in FROM and role is None):
        return PlaceRole.FROM
    if role == "to" and trigger.frame.type != "ASSAULT":
        return PlaceRole.TO
    return PlaceRole.AT


def _belongs(mention: Token, trigger: Trigger, roles: Roles) -> bool:
    """Whether the words of a mention hang on this event."""
    own = {t.i for t in (trigger.token, *trigger.words, *roles.also)} | ({roles.light.i} if roles.light else set())
    crossed: Token | None = None
    for token in (mention, *mention.ancestors()):
        if token.i in own:
            return True
        if is_verb(token) and token.dep not in ("amod", "compound") and token is not mention and not _is_preposition(token):
            if token.dep in ("relcl", "acl") and token.lemma in HAPPENING and _is_within(token.head, own):
                return True
            crossed = token
            break
    if crossed is None:
        return False
    if crossed.dep == "advcl" and crossed.lemma == "leave" and crossed.tag == "VBG" and crossed.head.i in own:
        return True  # "fired on the crowd, leaving six dead"
    return crossed in _carriers(trigger.token, own) or _shares(crossed, trigger) or _stands_beside(mention, crossed, trigger)


def _is_within(noun: Token, own: set[int]) -> bool:
    """"the attack on a convoy, which took place on Monday": what took place is the attack, wherever the clause hangs."""
    return noun.i in own or any(t.i in own for t in noun.ancestors() if not is_verb(t))


def _is_preposition(verb: Token) -> bool:
    """"including", "following": participles that only link."""
    return verb.lower in ("including", "following", "involving", "regarding", "according")


def _carriers(token: Token, own: set[int]) -> list[Token]:
    """The verbs above an event that share their adjuncts with it, up to the first that tells or governs as another event."""
    out = []
    said = voice_words().verbs
    node = token
    while not node.is_root:
        above = node.head
        if is_verb(above):
            if above.lemma in said and node.dep in ("ccomp", "parataxis"):
                break
            if node.dep in CARRIED or above.i in own or (node.dep == "prep" and node.lower in WITHIN):
                out.append(above)
            elif node.dep == "advcl" and node.tag == "VBG" and node.first("nsubj", "mark") is None:
                out.append(above)  # "blew themselves up near the station, killing two"
            elif node.dep in ("ccomp", "advcl", "relcl", "acl", "prep"):
                break
        node = above
    return out


def _shares(crossed: Token, trigger: Trigger) -> bool:
    """"was released and returned in October": what ends a coordination belongs to all of it."""
    verb = crossed
    while verb.dep == "conj" and is_verb(verb.head) and verb.first("nsubj", "nsubjpass") is None:
        verb = verb.head
        if verb is trigger.token:
            return True
    return False


def _stands_beside(mention: Token, crossed: Token, trigger: Trigger) -> bool:
    """"condemned the attack on a mosque on Friday": an adjunct right behind an event noun is the noun's, whatever the tree says."""
    if not trigger.nominal or not crossed.i < trigger.token.i < mention.i or mention.i - trigger.token.i > 12:
        return False
    return not any(is_verb(t) and trigger.token.i < t.i < mention.i for t in crossed.subtree())


def _in_past(token: Token) -> bool:
    """Whether the verb that a time hangs on is in the past: "was planned in July"."""
    verb = next((t for t in token.ancestors() if is_verb(t)), token)
    return verb.tag == "VBD" or any(c.tag == "VBD" for c in verb.children if c.dep in ("aux", "auxpass"))


def undated(claims: Iterable[object], published: date | None) -> bool:
    """Whether times were left unresolved for want of a publication date."""
    return published is None and any(getattr(c, "time", None) is not None and c.time.start is None for c in claims)  # type: ignore[attr-defined]
