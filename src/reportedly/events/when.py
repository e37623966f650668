"""When an event was: the times of its clause, and those that count from the event told before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from reportedly.document import Document
from reportedly.events.attach import belongs, setting_of
from reportedly.events.frames import Trigger
from reportedly.events.inner import is_told_apart
from reportedly.events.roles import Roles
from reportedly.find.moments import (
    After,
    Ago,
    Before,
    ClockOnly,
    Day,
    DayOfMonth,
    Moment,
    NumericDate,
    Onward,
    Since,
    Unit,
    Until,
    Vague,
    Weekday,
)
from reportedly.find.times import TimeMention, find_times
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.records import Time
from reportedly.resolve.calendar import Interval
from reportedly.resolve.dates import resolve_time
from reportedly.terms import Status

STAMP = re.compile(r"^[ \t]*\d{1,2}[.:]\d\d(?![\d.:])", re.MULTILINE)
POSTS = 3  # stamps that make a live blog
PART = re.compile(r"\b(?:dawn|noon|midday|lunchtime)\b")
DAYS = (Day, DayOfMonth, NumericDate, Weekday)  # by which it is said when somebody spoke
PROMISING = frozenset(["promise", "pledge", "vow", "offer", "commit"])
LAUNCHING = frozenset(["launch", "fire", "send", "shoot", "lob"])
HAPPENED = frozenset(["begin", "start", "erupt", "break", "flare", "come", "happen", "occur", "take", "escalate", "follow"])
FROM_NOW = (Status.PLANNED, Status.THREATENED, Status.REQUESTED)


@dataclass(slots=True, eq=False)
class When:
    """The times of one report, found once, by sentence."""

    document: Document
    times: dict[int, tuple[TimeMention, ...]]
    live: bool = False  # posts with a clock before each, all of the day of publication

    def time(self, trigger: Trigger, roles: Roles, sentence: Sentence, status: Status, before: Time | None = None, others: tuple[Trigger, ...] = (), but: frozenset[Token] = frozenset()) -> Time | None:
        """The time that belongs to an event, none `but` what is of another. `before` is that of the event told last: "the same day" counts from there."""
        setting = setting_of(trigger)
        here = [m for m in self.times.get(sentence.number, ()) if m.head not in but and not is_told_apart(m.head, trigger, others)]
        found = [m for m in here if m.head in setting or belongs(m.head, trigger, roles)] or [m for m in here if not isinstance(m.expression, DAYS) and _is_before_saying(m.head, trigger.token)]
        own = {*trigger.token.subtree(), *(roles.light.subtree() if roles.light else ())}
        # of "the attack this morning and the attacks on Monday" each has its own; of a setting, what stands nearest
        found.sort(key=lambda m: (m.head not in own, m.head in setting and trigger.token.i - m.head.i))
        if not found and (moments := [m for m in here if _is_when_of(m, trigger)]):
            return self._time(replace(moments[0], expression=_point(moments[0].expression)), "past")
        if not found:
            found = [m for m in here if self._is_followed(m, trigger) or _is_of_launch(m.head, trigger) or (_is_that_moment(m.head, trigger.token) and self._time(m, "past").precision == "day")]
        if not found:
            return self._since(trigger, sentence)
        made = [self._from_start(m, self._time(m, "future" if _is_to_come(m, trigger, status) else "past", self._main(m, here) or before), trigger) for m in found]
        return next((t for t in made if t.start or t.end), made[0])

    def _from_start(self, mention: TimeMention, time: Time, trigger: Trigger) -> Time:
        """"since the start of the operation on 5 May": from then to the day of publication; the start itself was then."""
        since = next((a for a in mention.head.ancestors() if a.lower == "since" and a.dep in ("prep", "mark")), None)
        inside = since is not None and since.dep == "prep" and trigger.token not in since.subtree() and since.first("pobj") not in (None, mention.head)
        if not inside or not time.start or self.document.published is None or isinstance(mention.expression, Since):
            return time
        return Time(time.words, time.start, self.document.published.isoformat(), "period")

    def _main(self, mention: TimeMention, here: list[TimeMention]) -> Time | None:
        """"On Saturday, a week after it seized Kunduz, …": the seizing counts back from Saturday, wherever that stands."""
        clause = mention.head.head
        if _turned(mention) is mention.expression:
            return None
        others = (m for m in here if m is not mention and any(t.head is clause.head for t in (m.head, *m.head.ancestors()) if not t.is_root))
        day = next((m for m in others if clause not in m.head.ancestors()), None)
        return self._time(day, "past") if day is not None else None

    def _is_followed(self, mention: TimeMention, trigger: Trigger) -> bool:
        """"was drawn up in July after a visit": of a month or a year, when what came of the event was told to be, the event was too."""
        link = next((a for a in (trigger.token, *trigger.token.ancestors()) if a.dep == "prep"), None) if trigger.nominal else None
        if link is None or link.lower != "after" or trigger.token.head is not link or mention.head.i != link.i - 1:
            return False
        above = mention.head.head if mention.head.dep == "pobj" else mention.head
        return (above.head is link.head or link.head is mention.head) and self._time(mention, "past").precision in ("month", "year")

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

    def _time(self, mention: TimeMention, tense: str, before: Time | None = None) -> Time:
        said = _turned(mention)
        beside = isinstance(said, Ago) and said.beside
        anchor = None if beside and said is mention.expression else _interval(before)  # "a day after the vote": no event told before
        if self.live and isinstance(said, ClockOnly | Vague) and (isinstance(said, ClockOnly) or PART.search(said.words)) and self.document.published:
            said, anchor = Unit("day", 0), None  # "He was to lead a march at noon"
        start, end, precision = resolve_time(said, published=self.document.published, tense=tense, anchor=anchor)
        return Time(self.document.words(mention.span), start, end, precision)


def _is_to_come(mention: TimeMention, trigger: Trigger, status: Status) -> bool:
    """Whether a time lies ahead: "has called a march for Friday", "promised a battery in April"; "promised it on Monday" was on Monday."""
    if status not in FROM_NOW:
        return False
    given = trigger.frame.type == "AID" and trigger.token.lemma in PROMISING and not isinstance(mention.expression, DAYS)
    return given or mention.head.head.lower == "for" or not _in_past(mention.head)


def is_ahead(time: Time | None, event: Token, document: Document) -> bool:
    """Whether a time lies after the day of publication: what is dated so, and not told in the past, has not been."""
    past = event.tag == "VBD" or _in_past(event) or any(c.lemma == "have" or c.tag == "VBD" for c in event.all("aux", "auxpass"))
    return not past and time is not None and time.start is not None and document.published is not None and time.start[:10] > document.published.isoformat()


def when_of(parse: Parse) -> When:
    """Find every time of a report."""
    live = len(STAMP.findall(parse.document.text)) >= POSTS
    return When(parse.document, {s.number: find_times(s.tokens) for s in parse.sentences}, live)


def _interval(time: Time | None) -> Interval | None:
    if time is None or not time.start or not time.end:
        return None
    return date.fromisoformat(time.start[:10]), date.fromisoformat(time.end[:10])


def _turned(mention: TimeMention) -> Moment:
    """"fired on them a day after it had declared an emergency": the declaring counts back from the firing."""
    said, verb = mention.expression, mention.head.head
    marks = {c.lower for c in verb.children if c.dep in ("mark", "prep", "advmod")}
    if isinstance(said, Ago) and said.beside and verb.dep == "advcl" and marks & {"after", "before"}:
        return replace(said, count=-said.count)
    return said


def _is_before_saying(time: Token, event: Token) -> bool:
    """"In December, state media said a strike had hit the port": what had been, had been in December."""
    verb = next((t for t in event.ancestors() if is_verb(t)), None) if not is_verb(event) else event
    if verb is None or verb.dep != "ccomp" or not any(c.lower == "had" and c.dep == "aux" for c in verb.children):
        return False
    top = next((t for t in (time, *time.ancestors()) if t.head is verb.head), None)
    return top is not None and top.dep in ("prep", "npadvmod") and top.i < verb.head.i


def _is_when_of(mention: TimeMention, trigger: Trigger) -> bool:
    """"since January, when fighters held up 14 trucks and beat the drivers", "began on Monday when a patrol was ambushed": that was then."""
    verb = trigger.token
    while verb.dep == "conj" and is_verb(verb.head) and verb.first("nsubj", "nsubjpass") is None:
        verb = verb.head
    when = next((c for c in verb.children if c.lower == "when" and c.i < verb.i), None)
    if when is None or verb.dep not in ("relcl", "advcl"):
        return False
    gap = when.start - mention.span.end
    return mention.span.start <= verb.head.start < mention.span.end or gap == len(", ") or (gap == len(" ") and verb.dep == "advcl" and verb.head.lemma in HAPPENED)


def _point(said: Moment) -> Moment:
    """The January of "since January", "after January", "until January"."""
    return said.start if isinstance(said, Since | After | Onward) else said.end if isinstance(said, Until | Before) else said


def _is_of_launch(time: Token, trigger: Trigger) -> bool:
    """"brought down 39 of 44 drones launched by Russia overnight": what is shot down is so when it has been launched."""
    shot = [t for o in trigger.objects for t in (o, *(b for p in o.all("prep") for b in p.all("pobj")))]
    flights = {a.i for t in shot for a in t.all("acl") if a.tag == "VBN" and a.lemma in LAUNCHING}
    return trigger.frame.type == "ASSAULT" and any(a.i in flights for a in time.ancestors())


def _is_that_moment(time: Token, event: Token) -> bool:
    """"were killed on Monday when soldiers broke up a march": what happened when something else did has its day."""
    clause = event if is_verb(event) else next((t for t in event.ancestors() if is_verb(t)), event)
    while clause.dep == "conj" and is_verb(clause.head) and clause.first("nsubj", "nsubjpass") is None:
        clause = clause.head
    marks = {c.lower for c in clause.children if c.dep in ("mark", "advmod") and c.i < clause.i}
    if clause.dep != "advcl" or not marks & {"when", "as"} or clause.i < clause.head.i or not clause.tag.startswith("VBD"):
        return False
    top = next((t for t in (time, *time.ancestors()) if t.head is clause.head), None)
    return top is not None and top.dep in ("prep", "npadvmod") and top.i < clause.i


def _in_past(token: Token) -> bool:
    """Whether the verb that a time hangs on is in the past: "was planned in July"."""
    verb = next((t for t in token.ancestors() if is_verb(t)), token)
    return verb.tag == "VBD" or any(c.tag == "VBD" for c in verb.children if c.dep in ("aux", "auxpass"))


def undated(claims: Iterable[object], published: date | None) -> bool:
    """Whether times were left unresolved for want of a publication date."""
    return published is None and any(getattr(c, "time", None) is not None and c.time.start is None for c in claims)  # type: ignore[attr-defined]
