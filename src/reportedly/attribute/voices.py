"""From the voices that a walk met to the chain of the claim: resolved names, kinds, outermost first."""

from __future__ import annotations

from reportedly.attribute.outlets import is_outlet, named
from reportedly.attribute.path import Path, Said
from reportedly.attribute.writings import NAMED, Writings
from reportedly.codebooks.operators import voice_words
from reportedly.document import Document
from reportedly.find.kinds import HUMAN, is_human, kinds_of
from reportedly.language.clauses import tellers
from reportedly.language.parse import Token
from reportedly.records import Voice
from reportedly.resolve.phrases import head_of, span_of
from reportedly.resolve.referent import Referent
from reportedly.resolve.referents import Referents
from reportedly.spans import Span
from reportedly.terms import Stance, VoiceKind

BY_ENTRY = {"state": VoiceKind.GOVERNMENT, "government": VoiceKind.GOVERNMENT, "agency": VoiceKind.AGENCY, "outlet": VoiceKind.OUTLET,
            "group": VoiceKind.GROUP, "organisation": VoiceKind.ORGANISATION, "person": VoiceKind.PERSON}  # fmt: skip
BY_KIND = [("PERSON", VoiceKind.PERSON), ("FACILITY", VoiceKind.ORGANISATION), ("STATE", VoiceKind.GOVERNMENT), ("ORG", VoiceKind.ORGANISATION), ("ARMED", VoiceKind.GROUP), ("GROUP", VoiceKind.GROUP)]
INFERRED = frozenset({"verb.suggest", "verb.indicate", "verb.mean", "verb.demonstrate", "verb.prove", "verb.imply"})
SPEAKING = frozenset({"MEETING", "PLACE"})  # with a verb of saying: "the forum said", "the city announced"; as "the embassy said"
BEHIND = frozenset({"in", "of", "at", "from", "with", "inside", "within"})
BODIES = frozenset({"ORG", "ARMED", "STATE", "GROUP", "PLACE"})
COUNTS = frozenset({"data", "figures", "count", "tally", "information", "list", "records", "numbers", "estimates", "statistics"})
NAMED_BY = frozenset({"person", "known", "title"})  # rules by which a spokesman is somebody with a name
IT = frozenset({"it", "they"})
NO_VOICE = frozenset({"i", "we", "my", "our", "me", "us", "you", "this", "that", "which", "what", "there", "one", "these", "those", "all", "some", "many", "who", "each", "other"})


def chain(path: Path, referents: Referents, document: Document, writings: Writings, quoted_by: tuple[tuple[Token, ...], Token] | None) -> tuple[Voice, ...]:
    """The voices of a claim, outermost first. The report's own outlet is not listed; a voice met twice counts once."""
    said = list(path.voices)
    if quoted_by is not None and not any(s.cue is quoted_by[1] for s in said):
        said.append(Said(quoted_by[0], quoted_by[1], Stance.ASSERTS, "quotation"))
    voices: list[Voice] = []
    for each in reversed(said):
        voice = _voice(each, referents, document, writings)
        if voice is None or (document.outlet and voice.name.lower() == document.outlet.lower()):
            continue
        if (voice.kind is VoiceKind.DOCUMENT and len(said) > 1) or (voices and voice.name.lower() in IT):
            continue  # "the group said it had documented": whoever says so, where it cannot be told
        if not any(v.name.lower() == voice.name.lower() for v in voices):
            voices.append(voice)
    return tuple(voices)


def _voice(said: Said, referents: Referents, document: Document, writings: Writings) -> Voice | None:
    first = said.who[0]
    who = _by_name(named(_one_named(first) or head_of(first)))
    if said.rule == "according-to" and who.lower in COUNTS:  # "according to its data", "to figures from the ministry"
        who = next(iter(tellers(who)), who)
    if (who.lower in NO_VOICE and not who.known) or _is_own(who):
        return None
    if said.rule.startswith("noun.") and who.dep == "pobj" and who.ent in ("GPE", "LOC") and not who.known and referents.knowledge.metonym(who.text) is None:
        return None  # "reports from Malakal": where they come from
    kinds = kinds_of(who, referents.knowledge) or (HUMAN if said.rule not in INFERRED or who.pos != "NOUN" else frozenset())
    speaks = is_human(kinds) or (said.rule.startswith("verb.") and is_human(referents.of(who).kinds)) or "FACILITY" in kinds or (bool(kinds & SPEAKING) and said.rule.startswith("verb."))
    speaks = speaks or (who.pos == "PROPN" and said.rule.startswith("verb.") and said.rule not in INFERRED and not said.speech_act)  # a name the model takes for an event's
    words, is_document = voice_words(), _is_document(who)
    behind = writings.behind(who) if is_document else None
    if not speaks and ((said.rule in INFERRED and behind is None) or not is_document):
        return None
    who = head_of(behind) if behind is not None else who
    referent = referents.of(who)
    anonymous = _is_anonymous(who, referent)
    if (anonymous or referent.rule == "words") and _is_again(who) and (earlier := referents.first_called(who)) is not None:
        who, referent = earlier, referents.of(earlier)
        anonymous = _is_anonymous(who, referent)
    name = referent.name
    span = referent.span
    if anonymous or (who.lemma in words.spokes and not (referent.person and referent.rule in NAMED_BY)):
        span = _with_body(who, _without_owner(who, span_of(who)), referents) if anonymous else span_of(who)
        name = document.text[span.start : span.end]
    if who.lower in ("it", "they", "he", "she", "we", "i") and referent.rule == "pronoun" and referent.name.lower() == who.lower:
        name = who.text
    kind = _kind(who, referent, anonymous=anonymous)
    return Voice(name, document.words(span), kind, referent.entry.id if referent.entry and not anonymous else None, document.words(said.cue.span), said.stance)


def _by_name(who: Token) -> Token:
    """"the army's spokesman, Colonel Arif Demir": the name, where it stands beside a spokesman."""
    return next((c for c in who.all("appos") if c.pos == "PROPN" and (c.ent == "PERSON" or _has_rank(c))), who) if who.lemma in voice_words().spokes else who


def _is_own(who: Token) -> bool:
    """"told this newspaper": the report's own outlet is not listed."""
    det = who.first("det")
    return det is not None and det.lower == "this" and who.lemma in voice_words().outlets


def _has_rank(name: Token) -> bool:
    """"General Adda", whom the model takes for no person."""
    return any(c.lower.rstrip(".") in voice_words().titles for c in name.all("compound"))


def _is_again(who: Token) -> bool:
    """"the source", "the agency's interlocutor": one who was spoken of before."""
    det = who.first("det")
    whose = who.first("poss")
    of = next((p for c in who.all("prep") if c.lower == "of" for p in c.all("pobj") if is_outlet(p)), None)
    theirs = (whose is not None and is_outlet(whose)) or of is not None
    more = who.first("relcl", "acl", "appos", "amod", "compound") is not None or (of is None and who.first("prep") is not None)
    if who.tag == "NN" and det is not None and det.lower in ("a", "an"):
        return True  # one who may be named below
    return who.tag == "NN" and not more and ((det is not None and det.lower == "the") or (theirs and who.lemma in ("source", "interlocutor")))


def _one_named(first: Token) -> Token | None:
    """"one of the doctors, Hamid Sel, said", "one of them, a surgeon, said": the one with a name, or whom the words beside it describe."""
    beside = [c for c in first.all("appos") if c.i > first.i] if first.lower in ("one", "another") else []
    return next((c for c in beside if (c.ent == "PERSON" and c.pos == "PROPN") or (c.tag == "NN" and c.first("det", "poss") is not None)), None)


def _without_owner(who: Token, span: Span) -> Span:
    """"its correspondent": a correspondent."""
    its = next((c for c in who.all("poss") if c.tag == "PRP$" and c.start == span.start), None)
    return span if its is None else Span(min(c.start for c in (who, *who.children) if c.i > its.i), span.end)


def _is_document(who: Token) -> bool:
    """"report", and "news release", where neither word alone would be one; "the Carob Column" is a name."""
    documents = voice_words().documents
    if who.pos == "PROPN" and who.ent == "ORG" and who.lemma.lower() not in NAMED:
        return False
    return who.lemma in documents or who.lower in documents or any(f"{c.lower} {who.lemma}" in documents for c in who.all("compound", "amod") if c.i == who.i - 1)


def _with_body(who: Token, span: Span, referents: Referents) -> Span:
    """"a source in military intelligence", "residents of the old town": with the body or place that stands behind them."""
    behind = next((c for c in who.all("prep") if c.i == who.i + 1 and c.lower in BEHIND), None)
    body = behind.first("pobj") if behind is not None else None
    if body is None or not (body.known or body.ent in ("ORG", "GPE", "LOC", "FAC") or kinds_of(body, referents.knowledge) & BODIES):
        return span
    return span.cover(span_of(body))


def _is_anonymous(who: Token, referent: Referent) -> bool:
    if referent.person or (referent.entry is not None and referent.rule in ("known", "pronoun")):
        return False
    if who.pos == "PROPN" and who.ent == "ORG" and any(c.pos == "PROPN" and c.text.istitle() for c in who.all("compound")):
        return False  # "Hill Guard" is a name
    return who.lemma in voice_words().anonymous or who.lower in voice_words().anonymous


def _kind(who: Token, referent: Referent, *, anonymous: bool) -> VoiceKind:
    if anonymous:
        return VoiceKind.ANONYMOUS
    if referent.person or who.lemma in voice_words().spokes:
        return VoiceKind.PERSON
    if referent.entry is not None and referent.entry.kind in BY_ENTRY:
        return BY_ENTRY[referent.entry.kind]
    if _is_document(who):
        return VoiceKind.DOCUMENT
    return next((kind for name, kind in BY_KIND if name in referent.kinds), VoiceKind.UNKNOWN)
