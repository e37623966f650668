"""Whether a clause tells what is yet to come, by its own verb. What a report says of its status is another matter."""

from __future__ import annotations

from reportedly.find.timewords import time_words
from reportedly.language.clauses import is_verb
from reportedly.language.parse import Token

SIGNIFYING = frozenset(["mean", "indicate", "suggest", "signal", "reflect", "explain", "show", "prove"])


def lies_ahead(token: Token) -> bool:
    """"will meet", "may strike", "plan to leave", and timetables: "ministers meet on Friday", "the truce takes effect"."""
    verb = next((t for t in (token, *token.ancestors()) if is_verb(t) and t.dep not in ("amod", "compound", "prep")), None)
    if verb is None or (verb.lemma in SIGNIFYING and any(token in s.subtree() for s in verb.all("nsubj"))):
        return False  # "the seizure on 7 April may mean that": what it means is to come, not the seizure
    while is_verb(verb.head) and verb is not verb.head and not verb.all("aux", "nsubj", "nsubjpass", "mark"):
        if verb.dep != "conj" and not (verb.dep == "advcl" and verb.tag == "VBG"):
            break
        verb = verb.head  # "will meet and sign", "starting on Monday, dockers will strike"
    return _has_modal(verb) or _is_meant(verb) or _is_scheduled(verb)


def _has_modal(verb: Token) -> bool:
    helpers = {c.lower for c in verb.all("aux")}
    return bool(helpers & set(time_words().data["modals"])) and not helpers & {"have", "'ve", "’ve"}


def _is_meant(verb: Token) -> bool:
    """An infinitive under a verb or adjective of meaning to: "plan to", "due to", "are going to", "is to"."""
    head = verb.head
    if verb.is_root or not any(c.lower == "to" for c in verb.all("aux")) or any(c.lower == "had" for c in head.all("aux")):
        return False
    return head.lemma in time_words().data["means_to"] or head.lower in time_words().data["means_to"]


def _is_scheduled(verb: Token) -> bool:
    """A plain present of a verb that timetables are told with; headlines tell the past in the present of others."""
    if verb.tag not in ("VBP", "VBZ") or verb.all("aux", "auxpass"):
        return False
    said = {verb.lemma} | {f"{verb.lemma} {c.lower}" for c in verb.children} | {f"{verb.lemma} {c.lower} {g.lower}" for c in verb.all("prep") for g in c.children}
    return not said.isdisjoint(time_words().data["scheduled"])
