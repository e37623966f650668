"""Where, when and how many: what is found once in a report, and handed to events as they ask."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.document import Document
from reportedly.events.aftermath import befallen
from reportedly.events.attach import belongs
from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.events.tolls import counted_people
from reportedly.events.when import When, when_of
from reportedly.events.where import Where, where_of
from reportedly.find.figures import FigureMention, find_figures
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.records import Figure
from reportedly.resolve.figures import figure_role, to_figure
from reportedly.resolve.gazetteer import Gazetteer
from reportedly.resolve.phrases import span_of
from reportedly.terms import FigureRole

SUFFERED = frozenset({FigureRole.KILLED, FigureRole.INJURED, FigureRole.DETAINED, FigureRole.DISPLACED})


@dataclass(slots=True, eq=False)
class HowMany:
    """The figures of one report, by sentence."""

    document: Document
    numbers: dict[int, tuple[FigureMention, ...]]

    def figures(self, trigger: Trigger, roles: Roles, sentence: Sentence, others: frozenset[Token] = frozenset(), deeds: frozenset[Token] = frozenset()) -> tuple[Figure, ...]:
        """The figures that belong to an event. `others` are numbers of other voices, `deeds` the verbs of other deeds of its type."""
        out = []
        for mention in self.numbers.get(sentence.number, ()):
            counted = mention.counted or mention.head
            if counted in others:
                continue  # "three according to doctors and five according to the students"
            own = any(counted in n.subtree() for n in (*roles.recipients, *roles.actors))
            if not own and _told_by(mention.head) in deeds and trigger.token not in mention.head.subtree():
                continue  # "six were killed and 11 hurt, bringing to 24 the number killed this month": the six are of the first deed alone
            if counted in trigger.words or counted in roles.recipients or belongs(counted, trigger, roles):
                in_object = any(counted is n or counted in n.subtree() for n in roles.recipients)
                in_subject = any(counted is n or counted in n.subtree() for n in roles.actors)
                role = figure_role(mention, trigger.frame.type, trigger.token, in_object, in_subject)
                if in_subject and not in_object and role in SUFFERED:
                    role = FigureRole.OTHER  # "arrested 14 smugglers who attacked a tanker": held, but not in the attack
                if mention.kind == "count" and (in_object or mention.head is trigger.token or counted in trigger.words or (role is FigureRole.OTHER and counted.pos == "NUM")):
                    role = befallen(role, trigger)
                people = counted_people(mention.head) if mention.head is trigger.token else None
                out.append(to_figure(mention, role, self.document, self.document.words(span_of(people)).text if people is not None else ""))
        return tuple(out)


def _told_by(noun: Token) -> Token | None:
    """The verb that tells what those counted do or suffer."""
    while noun.dep in ("nummod", "quantmod", "conj", "appos") or (noun.dep == "pobj" and noun.head.lower == "of" and noun.head.dep == "prep"):
        noun = noun.head.head if noun.dep == "pobj" else noun.head
    return noun.head if noun.dep in ("dobj", "nsubj", "nsubjpass") and is_verb(noun.head) else None


@dataclass(slots=True, eq=False)
class Circumstances:
    """The places, times and figures of one report."""

    where: Where
    when: When
    how_many: HowMany


def circumstances_of(parse: Parse, gazetteer: Gazetteer) -> Circumstances:
    """Find every place, time and figure of a report."""
    numbers = {s.number: find_figures(s.tokens) for s in parse.sentences}
    return Circumstances(where_of(parse, gazetteer), when_of(parse), HowMany(parse.document, numbers))
