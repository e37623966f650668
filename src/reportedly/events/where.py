"""Where an event was: named places, places that only a gazetteer or only the text knows, and grounds that are described."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reportedly.codebooks.operators import voice_words
from reportedly.document import Document, Words
from reportedly.events.attach import belongs, setting_of
from reportedly.events.frames import Trigger
from reportedly.events.homes import is_home
from reportedly.events.inner import is_of_teller, is_told_apart
from reportedly.events.instances import is_instance, words_of
from reportedly.events.place_ties import (
    GROUND,
    INHABITED,
    KIND_OF_PLACE,
    STAYS,
    TERRITORY,
    VAGUE,
    in_area,
    is_base,
    is_elsewhere,
    is_ones_own,
    is_town_beside,
    is_where_struck,
    is_where_told,
    names_event,
    role_of,
    where_ground,
)
from reportedly.events.roles import Roles
from reportedly.events.sites import named_sites, unknown_places
from reportedly.find.datelines import dateline_of
from reportedly.find.kinds import lies_by, noun_kinds
from reportedly.find.place_links import given_mentions
from reportedly.find.place_mention import PlaceMention
from reportedly.find.place_words import BEARINGS
from reportedly.find.places import find_places, longest_known
from reportedly.intake.labels import LABEL_PART
from reportedly.language.clauses import subjects
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.records import Claim, Place
from reportedly.resolve.gazetteer import Gazetteer, Toponym
from reportedly.resolve.phrases import span_of
from reportedly.resolve.place_points import far_end
from reportedly.resolve.places import as_named, placed, resolve_places, to_place
from reportedly.resolve.referents import Referents
from reportedly.spans import Span
from reportedly.terms import PlaceRole, Precision, Status

SITES = frozenset({"FACILITY", "PLACE"})
HOUSES = SITES | {"ORG", "STATE"}  # "outside the ministry"
SHELLED = frozenset({"heavy-weapons", "aerial", "explosives", "seize", "siege"})  # modes whose object is ground
TALK = frozenset({"MEETING", "DOCUMENT", "RECORD"})
LABELS = frozenset({LABEL_PART, "topic"})  # "Sumgait: …", in a report or at its head
HEADED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "CONCEDE", "SANCTION"})
PLACED = (Status.OCCURRED, Status.ONGOING, Status.DENIED)


@dataclass(slots=True, eq=False)
class Where:
    """The places of one report, found once and resolved together, and handed to events as they ask."""

    document: Document
    gazetteer: Gazetteer
    mentions: dict[int, tuple[PlaceMention, ...]]
    toponyms: dict[PlaceMention, Toponym | None] = field(default_factory=dict)
    home: Toponym | None = None  # where the reporter sat, by the dateline
    referents: Referents | None = None
    labels: dict[int, Place] = field(default_factory=dict)  # by paragraph: what heads it in a round-up

    def among(self, referents: Referents) -> Where:
        """The same, knowing who is who: without the places that are people of this report (Brunson, LaSalle)."""
        kept = {n: tuple(m for m in mentions if not referents.is_person(m.head)) for n, mentions in self.mentions.items()}
        return replace(self, mentions=kept, referents=referents)

    def places(self, trigger: Trigger, roles: Roles, sentence: Sentence, others: tuple[Trigger, ...] = ()) -> tuple[Place, ...]:
        """Where an event was. `others` are the other events of its sentence, which have places of their own."""
        out: list[Place] = []
        struck = {id(noun) for noun in roles.recipients if trigger.frame.type in ("ASSAULT", "COERCE")}
        beheld = {id(noun) for _, noun in roles.places if noun.dep == "nsubj"}  # "Bolivia saw protests"
        setting = setting_of(trigger)
        mentions = self.mentions.get(sentence.number, ())
        if is_instance(trigger):  # "one in Basra and one in Kirkuk"
            own = words_of(trigger.token)
            mentions = tuple(m for m in mentions if m.head in own)
        ends = {id(mention.other) for mention in mentions if far_end(mention, self.toponyms)}  # no places of their own
        for mention in mentions:
            if (mention.metonym and id(mention.head) not in beheld) or mention.dateline or id(mention) in ends or is_home(mention, trigger, roles) or self._is_topic(mention):
                continue
            if is_elsewhere(mention, trigger) or is_told_apart(mention.anchor, trigger, others):
                continue
            if trigger.frame.type == "REQUEST" and any(mention.head is noun for noun in roles.recipients):
                continue  # "called on China to withdraw": whom, and not where
            is_struck = id(mention.head) in struck or id(mention.anchor) in struck or id(mention.head) in beheld
            if mention.locative is not None and mention.locative.text == ":" and self._is_seat(mention):
                continue
            if mention.locative is None and mention.anchor not in setting and not (is_struck or names_event(mention, trigger) or in_area(mention) or is_town_beside(mention, trigger)):
                continue
            if trigger.frame.type == "ASSAULT" and is_base(mention, (*trigger.subjects, *roles.actors, *roles.means)):
                out.append(to_place(PlaceRole.FROM, mention, self.toponyms, self.document, self.gazetteer))
            elif is_struck or belongs(mention.anchor, trigger, roles) or mention.anchor in setting or (mention.locative and mention.locative.text == ":"):
                place = to_place(role_of(mention, trigger), mention, self.toponyms, self.document, self.gazetteer)
                if not any(p.name == place.name and p.role == place.role for p in out):
                    out.append(place)
        if not out and trigger.frame.type in ("ASSAULT", "COERCE"):
            out += [to_place(PlaceRole.AT, m, self.toponyms, self.document, self.gazetteer) for m in mentions if is_where_struck(m, roles)][:1]
        more = [*self._described(trigger, roles, sentence), *(self._struck(trigger, roles) if trigger.frame.type in ("ASSAULT", "COERCE") else ())]
        for place in more:
            if not any(o.name == place.name or o.words.span.overlaps(place.words.span) for o in out):
                out.append(place)
        out += [p for p in self._unlisted(trigger, roles) if not any(o.words.span.overlaps(p.words.span) for o in out)]
        return tuple(out)

    def head_of(self, claim: Claim, sentence: Sentence) -> Place | None:
        """"GANJA. Police arrested …": where nothing else says where a deed was, the label of its paragraph does."""
        label = self.labels.get(sentence.paragraph)
        if label is not None and label.precision is Precision.COUNTRY and claim.event.type in (*HEADED, "AID"):
            return label  # "Senegal: Opposition urges Dakar to expel envoy": a capital may be where somebody speaks, but a state is not
        return label if claim.event.type in HEADED and claim.status in PLACED else None

    def _is_seat(self, mention: PlaceMention) -> bool:
        """"Moscow: we will strike": before a colon a capital may be who speaks."""
        return self.referents is None or self.referents.knowledge.metonym(mention.name) is not None

    def _is_topic(self, mention: PlaceMention) -> bool:
        """"a conference on Syria in London", "talks on Darfur": what it is about, and not where."""
        prep, top = mention.locative, self.toponyms.get(mention)
        spoken = prep is not None and prep.lower in ("on", "over", "about") and noun_kinds(prep.head) & TALK
        return bool(spoken) and top is not None and top.feature in ("country", "admin1", "region")

    def _unlisted(self, trigger: Trigger, roles: Roles) -> Iterable[Place]:
        """Places that no gazetteer has: "at a checkpoint", "Kan Hla village". Where they lie stays unknown."""
        unknown = [(role, n) for role, n in unknown_places(trigger, roles) if self.referents is not None and not self.referents.is_person(n)]
        known = {id(noun) for _, noun in roles.places}
        for role, noun in dict.fromkeys([*unknown, *(site for site in named_sites(trigger, roles) if id(site[1]) not in known)]):
            words = self.document.words(span_of(noun, following=False))
            yield Place(PlaceRole(role), words.text, words)
        struck = [("at", noun) for noun in roles.recipients if trigger.frame.type in ("ASSAULT", "COERCE") and noun.tag in ("NN", "NNP")]
        blocked = [("at", noun) for noun in (*trigger.objects, *trigger.words[1:]) if trigger.frame.mode == "obstruct"]  # "blocked the highway"
        for role, noun in dict.fromkeys([*roles.places, *struck, *blocked, *(("at", noun) for noun in where_ground(trigger))]):
            if noun.lemma in STAYS and not noun.children:
                continue  # "sentenced to ten years in prison"
            if noun.pos in ("NOUN", "PROPN") and noun.lemma not in VAGUE and (noun_kinds(noun) & (HOUSES if (role, noun) in roles.places else SITES) or lies_by(noun)):
                words = self._name_of(noun) or self.document.words(span_of(noun))
                yield Place(PlaceRole(role), words.text, words)

    def _name_of(self, noun: Token) -> Words | None:
        """"Hananu neighbourhood" of "Aleppo's Hananu neighbourhood", "the Hananu neighbourhood of Aleppo": the town has a place of its own."""
        name = [c for c in noun.all("compound") if c.pos == "PROPN"] if noun.lemma in KIND_OF_PLACE else []
        within = noun.first("poss") is not None or any(c.lower in ("of", "in") for c in noun.all("prep"))
        return self.document.words(Span(min(c.start for c in name), noun.end)) if name and within else None

    def is_named_place(self, noun: Token, sentence: Sentence) -> bool:
        """A town or province by name, or mere ground: struck or taken, it is a place; who was there is for the text to say."""
        if any(c.lower in INHABITED for c in noun.children):
            return False  # "a residential area" is whoever lives there
        if noun.lemma in GROUND or (noun.lower in BEARINGS and noun.tag == "NN"):  # "an area west of Damascus"
            return True
        if noun.pos != "PROPN" or noun.known:
            return False
        found = [m for m in self.mentions.get(sentence.number, ()) if m.head is noun or m.anchor is noun]
        top = self.toponyms.get(found[0]) if found else self._listed(noun)
        return top is not None and top.feature != "country"

    def _listed(self, noun: Token, *, shelled: bool = False) -> Toponym | None:
        """A name that the model took for something else, but that a gazetteer has as a place. What is shelled, bombed from the air or
        taken is none of the people, whatever its name looks like: "shelled Kafr Zita"."""
        span = span_of(noun, following=False)
        if noun.pos != "PROPN" or noun.known or noun.ent in ("ORG", "NORP") or noun.first("appos") is not None:
            return None
        name = self.document.text[span.start : span.end]
        if self.referents is not None and self.referents.is_person(noun) and not (shelled and " " in name):
            return None
        return next(iter(self.gazetteer.lookup(name)), None) if " " in name or noun.ent != "PERSON" else None

    def _struck(self, trigger: Trigger, roles: Roles) -> Iterable[Place]:
        """Towns that are struck or taken, and those that name the event: "the Afrin offensive"."""
        naming = trigger.token.all("compound") if trigger.nominal else ()
        for noun in (*roles.recipients, *naming):
            top = self._listed(noun, shelled=trigger.frame.mode in SHELLED)
            if top is not None and top.feature != "country":
                words = self.document.words(span_of(noun, following=False))
                yield Place(PlaceRole.AT, words.text, words, top.latitude, top.longitude, top.country, top.admin1, top.precision, top.id)

    def _described(self, trigger: Trigger, roles: Roles, sentence: Sentence) -> Iterable[Place]:
        """Places that are described, not named: "within Syrian territory", "the inland sea" after the Caspian Sea."""
        taken = {id(noun) for _, noun in roles.places}
        near = [t for t in sentence.tokens if (t.lemma in KIND_OF_PLACE or is_ones_own(t)) and id(t) not in taken and (t.dep == "pobj" or (t.dep == "poss" and not noun_kinds(t.head) & {"ORG", "PERSON", "STATE", "ARMED", "GROUP"}))]
        more = [("from" if t.head.lower == "from" else "at", t) for t in near if belongs(t, trigger, roles)]
        for word in (t for t in sentence.tokens if t.lower in ("here", "there") and t.dep == "advmod" and belongs(t, trigger, roles)):
            yield from self._there(word, roles, sentence) if word.lower == "there" else self._here(word)
        more += [("at", noun) for noun in roles.recipients if trigger.frame.type in ("ASSAULT", "COERCE") and noun.lemma in KIND_OF_PLACE and id(noun) not in taken]
        for role, noun in [*roles.places, *more]:
            known = noun.lemma in TERRITORY or noun.lemma in KIND_OF_PLACE
            top = (self._state_of(noun) if known else None) or self._this_city(noun) or self._earlier(noun, sentence)
            words = self.document.words(span_of(noun))
            if top is not None:
                yield placed(top, words, PlaceRole(role))
            elif is_ones_own(noun):
                yield Place(PlaceRole(role), words.text, words)

    def _this_city(self, noun: Token) -> Toponym | None:
        """"in this capital": where the reporter sat. "This city" may be one just named."""
        det = noun.first("det")
        if noun.lemma != "capital" or det is None or det.lower != "this" or noun.quoted or noun.first("prep") is not None:
            return None
        return self.home if self.home is not None and self.home.feature == "town" else None

    def _here(self, word: Token) -> Iterable[Place]:
        """"was convicted here": where the reporter sat. What is quoted is said elsewhere."""
        if self.home is not None and not word.quoted:
            yield placed(self.home, self.document.words(word.span))

    def _there(self, word: Token, roles: Roles, sentence: Sentence) -> Iterable[Place]:
        """"there": the state of who says so, or else the last place that was named, in this sentence or the two before it."""
        if (top := self._home_of_speaker(word, sentence)) is not None:
            yield placed(top, self.document.words(word.span))
            return
        for number in range(sentence.number, max(-1, sentence.number - 3), -1):
            for mention in reversed(self.mentions.get(number, ())):
                top = self.toponyms.get(mention)
                if top is not None and mention.head.i < word.i and not mention.metonym and mention.head not in roles.actors and not is_of_teller(mention.head, word):
                    yield placed(as_named(top, mention, self.gazetteer), self.document.words(word.span))
                    return

    def _home_of_speaker(self, word: Token, sentence: Sentence) -> Toponym | None:
        """Where an Iraqi official says that somebody may be struck "there" is Iraq, unless what is said names a place of its own."""
        for verb in (v for v in word.ancestors() if v.lemma in voice_words().verbs):
            speakers = [noun for s in subjects(verb) if s.i < word.i for noun in s.subtree()]
            said = set(verb.subtree()) - set(speakers)
            if any(m.head in said and m.head.i < word.i and not m.metonym for m in self.mentions.get(sentence.number, ())):
                return None
            if (top := next((t for noun in speakers if (t := self._state_of(noun)) is not None), None)) is not None:
                return top
        return None

    def _state_of(self, noun: Token) -> Toponym | None:
        """The state of "Syrian territory", "Syria's airspace" or "its airspace"."""
        if noun.lemma == "capital":
            return self._capital(noun)
        if self.referents is not None and is_ones_own(noun):
            iso = next((self.referents.of(c).country for c in noun.all("poss")), None)
            return self.gazetteer.get(f"country:{iso}") if iso else None
        owners = [c for c in noun.children if c.dep in ("amod", "poss", "compound")]
        states = [t for c in owners for t in self.gazetteer.lookup(c.text) if t.feature == "country"]
        isos = [iso for c in owners for iso in self.gazetteer.adjective(c.text)]
        states += [t for iso in isos if len(isos) == 1 and (t := self.gazetteer.get(f"country:{iso}")) is not None]
        return states[0] if states else None

    def _capital(self, noun: Token) -> Toponym | None:
        """Baku for "the Azerbaijani capital", "Azerbaijan's capital"."""
        if self.referents is None or noun.tag != "NN":
            return None
        knowledge = self.referents.knowledge
        beside = [c for c in noun.all("amod", "poss", "compound") if c.i < noun.i]
        isos = [iso for c in beside if (iso := knowledge.adjective(c.text) or (c.known.startswith("state:") and c.known.removeprefix("state:")) or None)]
        name = knowledge.words.capitals.get(isos[0]) if len(isos) == 1 else None
        return next((t for t in self.gazetteer.lookup(name) if t.feature == "town" and t.country == isos[0]), None) if name else None

    def _named_state(self, noun: Token, sentence: Sentence) -> Toponym | None:
        """"Kenyan forces beat civilians across the country": the state named last before it, else the one whose adjective is."""
        before = [t for t in reversed(sentence.tokens) if t.i < noun.i and t.head is not noun]
        towns = [m for m in self.mentions.get(sentence.number, ()) if m.head.i < noun.i and m.locative is not None and m.locative.lower in ("in", "at", "near")]
        if towns and (top := self.toponyms.get(towns[-1])) is not None and top.country and top.feature != "country":
            return self.gazetteer.get(f"country:{top.country}")  # "Burundian soldiers died in Dekoa, in the south of the country"
        isos = [t.known.removeprefix("state:") for t in before if t.known.startswith("state:") and t.ent == "GPE"]
        isos += [found[0] for t in before if len(found := self.gazetteer.adjective(t.text)) == 1]
        return self.gazetteer.get(f"country:{isos[0]}") if isos else None

    def _earlier(self, noun: Token, sentence: Sentence) -> Toponym | None:
        """The last place named before, of the kind that a definite noun names."""
        features, det = KIND_OF_PLACE.get(noun.lemma), noun.first("det")
        if features is None or det is None or det.lower not in ("the", "this", "that"):
            return None
        if any(c.pos == "PROPN" or (c.dep == "prep" and c.lower in ("of", "north", "south", "in")) for c in noun.children):
            return None  # "the city of Latakia" names its own place
        for number in range(sentence.number, max(-1, sentence.number - 6), -1):
            for mention in reversed(self.mentions.get(number, ())):
                top = self.toponyms.get(mention)
                if top is not None and top.feature in features and mention.head.i < noun.i and not mention.metonym and not is_where_told(mention):
                    return as_named(top, mention, self.gazetteer)
            if number == sentence.number and features == {"country"} and (state := self._named_state(noun, sentence)) is not None:
                return state
        return None


def where_of(parse: Parse, gazetteer: Gazetteer) -> Where:
    """Find every place of a report, and resolve them together."""
    made = Where(parse.document, gazetteer, {s.number: _label(s, gazetteer) if s.part in LABELS else find_places(s, gazetteer) for s in parse.sentences})
    line = dateline_of(parse.document)
    around = [find_places(line, gazetteer)] if line else []  # where the reporter sat says which Tripoli is meant
    made.toponyms = resolve_places([*around, *made.mentions.values()], gazetteer, parse.document)
    sat = [m for mentions in (*around, *made.mentions.values()) for m in mentions if m.dateline or mentions in around]
    made.labels = {s.paragraph + 1: to_place(PlaceRole.AT, m, made.toponyms, parse.document, gazetteer) for s in parse.sentences if s.part in LABELS for m in made.mentions[s.number]}
    made.home = next((top for m in sat if (top := made.toponyms.get(m)) is not None), None)
    return made


def _label(sentence: Sentence, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """What a round-up heads a paragraph with, as a place."""
    tokens = sentence.tokens
    found = longest_known(tokens, 0, len(tokens), gazetteer)
    return given_mentions(tokens, [found], gazetteer) if found is not None and found.end == len(tokens) else ()
