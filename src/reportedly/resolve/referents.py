"""What the nouns of a report stand for: states, groups, people, things that belong to them, and pronouns.

Rules, in this order: known names, people of the report, owners ("its warships"), pronouns by the last fitting
mention, definite descriptions by an earlier mention with the same head. What is not resolved keeps its own words.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.kinds import HUMAN, kinds_of
from reportedly.knowledge import Knowledge
from reportedly.knowledge.entries import Entry
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.resolve import genders
from reportedly.resolve.bodies import (
    BODIES,
    GENERIC_GROUP,
    called_after,
    first_called,
    is_bodys_name,
    is_loose,
    may_be_called,
    named_below,
    only_body,
    without_group,
)
from reportedly.resolve.counted_back import counted_back
from reportedly.resolve.holders import only_holder
from reportedly.resolve.introduced import introduced, styled_so
from reportedly.resolve.offices import NOT_NOW, holder, is_office, title_of
from reportedly.resolve.owners import (
    adjective_of,
    has_modifier,
    home_of,
    is_anothers,
    is_owned_by_pronoun,
    modifier,
    name_after_possessor,
    owner_of,
    owner_word,
)
from reportedly.resolve.people import People, Person
from reportedly.resolve.phrases import head_of, name_words, span_of
from reportedly.resolve.predicates import called_so, named_by_predicate, styled_as
from reportedly.resolve.pronouns import antecedent, is_unknown_speaker, speaker_of, told_by_ones_own, told_by_who
from reportedly.resolve.referent import Referent
from reportedly.resolve.spoken_for import whose_teller
from reportedly.spans import Span

CIVIL_GENERALS = frozenset({"secretary", "director", "attorney", "consul", "governor", "secretary-general"})  # "Secretary General" is no soldier
LOOKED_BACK = 24  # mentions, for the holder of an office spoken of last


class Referents:
    """Resolves the nouns of one report. Mentions are taken in the order of the text, so that pronouns look back."""

    def __init__(self, parse: Parse, knowledge: Knowledge) -> None:
        self.text = parse.document.text
        self.knowledge = knowledge
        self.people = People(parse, knowledge)
        self._done: dict[int, Referent] = {}
        self._mentions: list[Referent] = []
        self._owned: dict[str, Referent] = {}
        self._short: dict[str, Referent] = {}  # "DFA" after "Department of Foreign Affairs (DFA)", "department" after it too
        for sentence in parse.sentences:
            self._read(sentence)

    def _read(self, sentence: Sentence) -> None:
        for token in sentence.tokens:
            if token.pos in ("NOUN", "PROPN", "PRON") and token.dep in (
                "nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "poss", "ROOT", "dative", "nmod", "compound",
            ):  # fmt: skip
                if token.dep == "compound" and not token.known:
                    continue
                found = self.of(token)
                if found.kinds or found.entry or found.person or is_unknown_speaker(found):
                    self._mentions.append(found)
                self._remember(token, found)
                if found.country and token.dep != "poss" and token.pos == "NOUN" and found.rule in ("words", "owned"):
                    self._owned.setdefault(token.lemma, found)

    def _remember(self, token: Token, found: Referent) -> None:
        """The short forms of a body's full name."""
        if found.person or not (found.kinds & {"ORG", "STATE", "ARMED", "GROUP"} or token.lemma.lower() in BODIES):
            return
        for short in token.all("appos"):
            if short.text.isupper() and 2 <= len(short.text) <= 8 and not short.known and any(c.lower == "(" and c.i == short.i - 1 for c in (*short.children, *token.children)):
                self._short.setdefault(short.text, self._of_office(token, short) or found)
        if token.lemma.lower() in BODIES and (token.ent == "ORG" or token.first("poss", "compound", "amod") is not None):
            self._short[token.lemma.lower()] = found

    def _of_office(self, token: Token, short: Token) -> Referent | None:
        """"Chief of Army Staff (COAS)": letters that begin with an office are short for who holds it."""
        office = token.head.head if token.dep == "pobj" and token.head.lower == "of" else None
        first = span_of(token).start
        begins = office is not None and office.text[0] == short.text[0] and self.text[first] != short.text[0]
        return self.of(office) if begins and office is not None else None

    def first_called(self, token: Token) -> Token | None:
        """The first description of "the source", or the name that the report gives below to "a rights group" of its lead."""
        det = token.first("det")
        return named_below(token, self._mentions) if det is not None and det.lower in ("a", "an") else first_called(token, self._mentions)

    def is_person(self, token: Token) -> bool:
        """Whether a name is that of a person of this report: one with a full name or a title, not a lone word."""
        person = self.people.named([token.text]) if token.pos == "PROPN" and not token.known else None
        return person is not None and bool(person.titles or sum(w[0].isupper() for w in person.name.split()) > 1)

    def of(self, token: Token) -> Referent:
        """The referent of the phrase that `token` heads."""
        token = head_of(token)
        if token.i not in self._done:
            self._done[token.i] = self._number(token) or self._resolve(token)
        return self._done[token.i]

    def _number(self, token: Token) -> Referent | None:
        """"the three", "the two sides", "the latter": those who were told of last, in just that number."""
        meant = counted_back(token, self._mentions)
        if not meant:
            return None
        first = self.of(meant[0])
        return replace(first, span=span_of(token), head=token, plural=len(meant) > 1 or first.plural, rule="counted", meant=meant[0], others=meant[1:])

    def _resolve(self, token: Token) -> Referent:
        if token.pos == "PRON" or (token.dep == "poss" and token.tag == "PRP$"):
            return self._pronoun(token)
        if token.known and token.known in self.knowledge.entries:
            entry = self.knowledge.entries[token.known]
            return self._described(token) if is_anothers(token, entry, self.knowledge) else self._known(token, entry)
        if token.text in self._short and token.text.isupper():
            return replace(self._short[token.text], span=token.span, head=token, rule="short")
        if token.ent == "PERSON" and token.pos == "PROPN":
            return self._person(token)
        if (token.ent != "ORG" or not token.children) and self.is_person(token):  # "Soto said", whatever the model takes Soto for
            return self._person(token)
        if token.ent == "GPE":
            states = [e for e in self.knowledge.by_alias(token.text) if e.kind == "state"]
            if len(states) == 1:
                return self._known(token, states[0])
        if token.dep in ("amod", "compound", "nmod") or (token.dep == "conj" and token.head.dep == "amod"):  # "Turkish and Russian"
            owner = owner_word(token, token.head, self.knowledge)
            if owner is not None:
                return owner
        return self._described(token)

    # --- names -------------------------------------------------------------------------------------------------

    def _known(self, token: Token, entry: Entry) -> Referent:
        name = entry.name
        span = self._name_span(token)
        if entry.kind == "person":
            person = self.people.named(name.split())
            return Referent(person.name if person else name, span, token, frozenset({"PERSON"}), entry, entry.acts_for or entry.country, entry.sector, person=True, rule="known")
        return Referent(name, span, token, kinds_of(token, self.knowledge), entry, entry.acts_for, entry.sector, rule="known")

    def _name_span(self, token: Token) -> Span:
        same = [t for t in token.subtree() if t.known == token.known and t.i <= token.i] or [token]
        return Span(min(t.start for t in same), token.end)

    def _person(self, token: Token) -> Referent:
        words = name_words(token)
        person = self.people.named([w.text for w in words])
        span = Span(words[0].start, token.end)
        name = person.name if person else self.text[span.start : span.end]
        entry = person.entry if person else None
        country = (person.country if person else None) or (entry.country if entry else None)
        body = person.body if person else None
        sector = entry.sector if entry else body.sector if body else None
        if sector is None and person and person.titles:
            titles = person.titles - {"general"} if person.titles & CIVIL_GENERALS else person.titles
            sector = next((s for s in map(self.knowledge.sector_of_noun, sorted(titles)) if s), None)
        return Referent(name, span, token, frozenset({"PERSON"}), entry, country, sector, person=True, rule="person")

    # --- descriptions ------------------------------------------------------------------------------------------

    def _described(self, token: Token) -> Referent:
        span = without_group(token, span_of(token))
        name = self.text[span.start : span.end]
        kinds = kinds_of(token, self.knowledge)
        plural = token.tag in ("NNS", "NNPS") or any(c.dep == "conj" for c in token.children)
        titled = self._by_title(token)
        if titled is not None:
            return titled
        renamed = self._renamed(token, kinds)
        if renamed is not None:
            return renamed
        owner = owner_of(token, self.of, self.knowledge)
        in_office = self._in_office(token, owner, span)
        if in_office is not None:
            return in_office
        sector = self.knowledge.sector_of_noun(f"{modifier(token)} {token.lemma}".strip())
        country, entry, rule = None, None, "words"
        if owner is not None:
            country, rule = owner.country, "owned"
            if owner.entry is not None and owner.entry.kind == "group":
                entry, name = owner.entry, owner.entry.name
                sector = sector if sector not in (None, "MIL") else owner.sector
            elif owner.name and is_owned_by_pronoun(token):
                bare = name_after_possessor(token, self.text)
                name = f"{adjective_of(owner, self.knowledge)} {bare}" if owner.country and not owner.person else bare
        if country is None and entry is None and (is_loose(token) or not has_modifier(token)):
            earlier = self._earlier(token)
            if earlier is not None:
                return replace(earlier, span=span, head=token, rule="earlier")
        if sector is None and country and kinds & {"VEHICLE", "WEAPON", "ARMED"}:
            sector = "MIL"
        country = country or home_of(token, self.knowledge)
        if token.ent in ("GPE",) and token.pos == "PROPN":
            iso = self.knowledge.metonym(token.text)
            if iso:
                return Referent(name, span, token, kinds, None, iso, "GOV", rule="metonym")
        return Referent(name, span, token, kinds, entry, country, sector, plural=plural, rule=rule)

    def _renamed(self, token: Token, kinds: frozenset[str]) -> Referent | None:
        """The name beside a description: "the foreign minister, X", "the PKK, a group that"."""
        name = next((a for a in (*token.all("appos"), *called_so(token), *styled_as(token)) if a.pos == "PROPN" and a.i > token.i), None)
        if name is None and (named := called_after(token)) is not None and not has_modifier(token):
            return self.of(named)
        if name is not None and token.tag == "NNS" and name.ent == "PERSON" and name.first("conj") is None:
            name = None  # "residents who fled, Ann Lee among them, said"
        if name is not None and name.ent == "NORP" and not name.known:
            name = None  # "a score of farmers, all Fulani,"
        if name is not None and is_bodys_name(token, name):
            return self.of(name)
        if name is not None and (name.known or "PERSON" in kinds or name.ent == "PERSON"):
            found = self.of(name)
            if name.dep not in ("appos", "flat") or name.head is not token:
                found = replace(found, head=token)  # "a man who identified himself as its spokesman, X, said": it is the man who speaks
            return found if found.person or "PERSON" not in kinds else replace(found, name=self.text[found.span.start : found.span.end], person=True, kinds=kinds)
        if (bearer := named_by_predicate(token)) is not None and (not kinds or kinds & HUMAN):
            return self.of(bearer)
        if token.dep == "appos" and (token.head.pos == "PROPN" or token.head.known or any(a.known for a in token.head.all("appos"))) and token.head.i < token.i and not token.known and token.pos == "NOUN":
            return self.of(token.head)
        return None

    def _by_title(self, token: Token) -> Referent | None:
        """"the President", "the foreign minister" for a person who was named, with no one else's state beside it."""
        if token.first("det") is None or token.first("det").lower != "the" or token.first("prep", "poss", "appos") is not None:  # type: ignore[union-attr]
            return self._only_holder(token)
        if token.lower not in ("president", "minister", "king", "general", "secretary", "chancellor", "commander", "spokesman", "spokeswoman", "leader"):
            return self._only_holder(token)
        if (of := modifier(token)) in NOT_NOW - {"first", "deputy", "vice", "assistant"} and not any(of in p.styled for p in self.people.order):
            return None  # "the former minister" is not the minister
        vice = any(c.lower in ("vice", "deputy") for c in token.children)
        title = f"vice-{token.lower}" if vice else token.lower
        spoken_of = (self.people.named(m.name.split()) for m in reversed(self._mentions[-LOOKED_BACK:]) if m.person and m.head.i < token.i)
        holder_of, named_so = self.people.titled(title, token.i, of), (p for p in spoken_of if p is not None and self.people.has_title(p, title))
        person = holder_of if holder_of is not None and of in holder_of.styled else next(named_so, holder_of)
        return self._holding(token, person) if person is not None else self._only_holder(token)

    def _only_holder(self, token: Token) -> Referent | None:
        person = only_holder(token, self.people, self._mentions, kinds_of(token, self.knowledge)) or introduced(token, self.people) or styled_so(token, self.people, kinds_of(token, self.knowledge))
        return self._holding(token, person) if person is not None else None

    def _holding(self, token: Token, person: Person) -> Referent:
        sector = person.entry.sector if person.entry else self.knowledge.sector_of_noun(token.lemma)
        return Referent(person.name, span_of(token), token, frozenset({"PERSON"}), person.entry, person.country, sector, person=True, rule="title")

    def _in_office(self, token: Token, owner: Referent | None, span: Span) -> Referent | None:
        """"Turkey's foreign minister": whoever held the office when the report was published."""
        if owner is None or owner.entry is None or owner.entry.kind not in ("state", "government") or owner.country is None or not is_office(token):
            return None
        entry = holder(title_of(token, self.knowledge), owner.country, self.people.day, self.knowledge)
        if entry is None:
            return None
        person = self.people.named(entry.name.split())
        name = person.name if person is not None and person.entry is entry else entry.name
        return Referent(name, span, token, frozenset({"PERSON"}), entry, owner.country, entry.sector, person=True, rule="office")

    def _earlier(self, token: Token) -> Referent | None:
        """"The four warships" after "its warships": the earlier ones with the same head and an owner."""
        det = token.first("det")
        if det is None or det.lower not in ("the", "these", "those", "both"):
            return None
        if token.lower in GENERIC_GROUP and not has_modifier(token) and (called := next((m for m in reversed(self._mentions) if may_be_called(m, token.lower)), None)) is not None:
            return called
        if is_loose(token) and (body := only_body(token, self._mentions)) is not None:
            return body
        if token.lower in GENERIC_GROUP or has_modifier(token):
            return None
        return self._owned.get(token.lemma) or (self._short.get(token.lemma) if token.lemma in BODIES else None)

    # --- pronouns ----------------------------------------------------------------------------------------------

    def _pronoun(self, token: Token) -> Referent:
        if (teller := told_by_ones_own(token) or told_by_who(token) or whose_teller(token)) is not None:
            return replace(self.of(teller), span=token.span, head=token, rule="pronoun", meant=teller)
        speaker = speaker_of(token)
        found = antecedent(token, self._mentions, self._gender, self.of(speaker).name if speaker is not None else None)
        if found is None:
            return Referent(token.text, token.span, token, kinds_of(token, self.knowledge), rule="pronoun")
        return replace(found, span=token.span, head=token, rule="pronoun", meant=found.head)

    def _gender(self, mention: Referent) -> str | None:
        """As the pronoun tells that stands for somebody, else the name with its title, or the word."""
        if (told := genders.of_pronoun(mention.head.lower)) is not None or mention.plural:
            return told
        person = self.people.named(mention.name.split()) if mention.person else None
        return genders.of_word(mention.head.lemma) or (person.gender if person is not None else None)
