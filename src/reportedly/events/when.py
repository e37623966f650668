"""When an event was: the times of its clause, and those that count from the event told before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reportedly.events.attach import belongs, setting_of
from reportedly.events.frames import Trigger
from reportedly.events.roles import Roles
from reportedly.find.times import TimeMention, find_times
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.records import Document, Status, Time
from reportedly.resolve.dates import resolve_time

FROM_NOW = (Status.PLANNED, Status.THREATENED, Status.REQUESTED)


@dataclass(slots=True, eq=False)
class When:
    """The times of one report, found once, by sentence."""

    document: Document
    times: dict[int, tuple[TimeMention, ...]]

    def time(self, trigger: Trigger, roles: Roles, sentence: Sentence, status: Status) -> Time | None:
        setting = setting_of(trigger)
        found = [m for m in self.times.get(sentence.number, ()) if m.head in setting or belongs(m.head, trigger, roles)]
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


def when_of(parse: Parse) -> When:
    """Find every time of a report."""
    return When(parse.document, {s.number: find_times(s.tokens) for s in parse.sentences})


def _in_past(token: Token) -> bool:
    """Whether the verb that a time hangs on is in the past: "was planned in July"."""
    verb = next((t for t in token.ancestors() if is_verb(t)), token)
    return verb.tag == "VBD" or any(c.tag == "VBD" for c in verb.children if c.dep in ("aux", "auxpass"))


def undated(claims: Iterable[object], published: date | None) -> bool:
    """Whether times were left unresolved for want of a publication date."""
    return published is None and any(getattr(c, "time", None) is not None and c.time.start is None for c in claims)  # type: ignore[attr-defined]
