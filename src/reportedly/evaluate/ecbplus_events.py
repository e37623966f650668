"""Comparing on ECB+: which mentions of events, in the documents of a topic, are of one event; and which documents are of one story.

The mentions are given (all that are coded as actions), their participants are read from the parse, and the very features
and stories of `compare` decide; mentions are joined by their nearest link. ECB+ has events of every kind, most of which are of
no type that we know; so the weights are learned from the other topics (each topic is judged with weights that never saw it).

`conll` is over all mentions within their topics; `same_stem` is the baseline that joins mentions of one stem in a topic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reportedly.codebooks.frames import Codebook
from reportedly.compare.accounts import Account, Party, Spot
from reportedly.compare.columns import Floats, Ints, Names, columns
from reportedly.compare.learn import fit
from reportedly.compare.names import head, name_stems
from reportedly.compare.score import features
from reportedly.compare.stems import stem, stem_set, words
from reportedly.compare.stories import ALIKE, average_link, cosines, story_words
from reportedly.compare.syndication import report_names
from reportedly.compare.unions import Unions
from reportedly.evaluate.ecbplus_files import Document as Coded
from reportedly.evaluate.ecbplus_files import Mention, documents
from reportedly.evaluate.figure import Corpus, Figure
from reportedly.evaluate.partitions import b_cubed, ceaf_e, conll, muc
from reportedly.intake.text import document_from_text
from reportedly.language.clauses import objects, obliques, owners, subjects
from reportedly.language.parse import Parse, Token
from reportedly.read import Tools

ROWS = 64  # documents parsed at once
APART = -50.0  # the log-odds of mentions of two stories
FAITH = 3.0
BARS = tuple(n / 8 for n in range(-4, 9))  # log-odds

type Pairs = tuple[Floats, Floats, Ints, Ints]  # features, whether one event, and which two


@dataclass(slots=True)
class Topic:
    """The mentions of a topic as accounts, their chains, and the names in each document."""

    name: str
    accounts: list[Account]
    chains: list[str]
    stems: list[str]
    names: dict[str, Names]


def topics(folder: Path, tools: Tools) -> list[Topic]:
    read = list(documents(folder))
    parses = [p for at in range(0, len(read), ROWS) for p in tools.parser.parse([document_from_text(d.text) for d in read[at : at + ROWS]])]
    out: dict[str, Topic] = {}
    for coded, parse in zip(read, parses, strict=True):
        topic = out.setdefault(coded.topic, Topic(coded.topic, [], [], [], {}))
        tokens = {t.start: t for t in parse.tokens()}
        topic.names[coded.name] = report_names([parse.document])[parse.document.id]
        for mention in coded.mentions:
            if mention.is_action:
                topic.accounts.append(_account(coded, mention, tokens, parse, tools.codebook))
                topic.chains.append(mention.chain)
                topic.stems.append(" ".join(stem(w) for s in mention.spans for w in words(coded.text[slice(*s)])))
    return list(out.values())


def _account(coded: Coded, mention: Mention, tokens: dict[int, Token], parse: Parse, book: Codebook) -> Account:
    """A mention as comparing sees a claim: its trigger, who and what hangs on it, and the words of its sentence."""
    token = _trigger(mention, tokens, parse)
    sentence = coded.sentences[mention.sentence]
    kind, mode = _kind(token, book)
    hang = obliques(token)
    named = {t.lower for t in token.subtree() if t.ent in ("GPE", "LOC", "FAC")}
    return Account(
        id=f"{coded.name}#{mention.id}", report=coded.name, start_char=mention.span.start, end_char=sentence.end, outlet=None, published=None,
        type=kind, mode=mode, status="occurred", start=None, end=None, time=None, actors=_parties((*subjects(token), *owners(token))),
        recipients=_parties((*objects(token), *(n for p, n in hang if p in ("of", "against", "to", "with", "for")))),
        places=tuple(Spot(n.text, " ".join(name_stems(n.text)), "at", None, None, None, None) for p, n in hang if p in ("in", "at", "near", "off", "on") and n.lower in named),
        trigger=stem(token.lemma.lower()), stems=tuple(sorted(stem_set([coded.text[slice(*sentence)]]))), figures=(), means=(), voices=(), text=coded.text[slice(*mention.span)], whole=False,
    )  # fmt: skip


def _trigger(mention: Mention, tokens: dict[int, Token], parse: Parse) -> Token:
    """The mention's word that governs its other words; for words that the parser cut otherwise, the token they stand in."""
    own = [t for t in parse.tokens() if any(s.start < t.end and t.start < s.end for s in mention.spans)]
    inside = set(map(id, own))
    return next((t for t in own if id(t.head) not in inside or t.is_root), own[0] if own else next(parse.tokens()))


def _kind(token: Token, book: Codebook) -> tuple[str, str | None]:
    """The first type and mode of the codebook that the word evokes, by itself rather than with others; else its stem, a type of its own kind."""
    index = book.verbs if token.pos in ("VERB", "AUX") else book.nouns
    found = [frame for _, frame in sorted(index.get(token.lemma.lower(), ()), key=lambda row: bool(row[0]))]
    return (found[0].type, found[0].mode) if found else ("", None)


def _parties(nouns: Sequence[Token]) -> tuple[Party, ...]:
    return tuple(_party(noun) for noun in dict.fromkeys(nouns) if noun.pos != "PRON")


def _party(noun: Token) -> Party:
    near = sorted([noun, *noun.all("compound", "amod", "nmod", "poss")], key=lambda t: t.i)
    name = " ".join(t.text for t in near)
    return Party(name, " ".join(name_stems(name)), head(noun.text), None)


def measure(folder: Path, tools: Tools) -> Iterator[Figure]:
    """document_b3: stories against ECB+'s seminal events; conll and its three parts; same_stem: the baseline, by the same scorer."""
    told, true_stories = _stories(list(documents(folder)))
    yield Figure("document_b3", b_cubed(list(_groups(told).values()), list(_groups(true_stories).values()))[2], "TF-IDF .87")
    every = topics(folder, tools)
    true = [[(t.name, n) for n in g] for t in every for g in _groups(dict(enumerate(t.chains))).values()]
    said = [[(t.name, n) for n in g] for t, groups in zip(every, resolved(every, told), strict=True) for g in groups]
    stems = [[(t.name, n) for n in g] for t in every for g in _groups(dict(enumerate(t.stems))).values()]
    yield Figure("conll", conll(said, true), "same lemma .765, best .85–.87 (curated sentences, sub-topics)")
    for name, measure_of in (("muc", muc), ("b3", b_cubed), ("ceaf_e", ceaf_e)):
        yield Figure(name, measure_of(said, true)[2])
    yield Figure("same_stem", conll(stems, true), "", share=False)


def _stories(read: Sequence[Coded]) -> tuple[dict[str, int], dict[str, str]]:
    """(document → story, document → seminal event)"""
    groups = average_link(cosines([story_words(d.text) for d in read]), ALIKE)
    return {read[k].name: n for n, group in enumerate(groups) for k in group}, {d.name: d.subtopic for d in read}


def _groups[K, G: Hashable](of: dict[K, G]) -> dict[G, list[K]]:
    out: dict[G, list[K]] = defaultdict(list)
    for key, group in of.items():
        out[group].append(key)
    return out


def resolved(every: Sequence[Topic], told: dict[str, int]) -> Iterator[list[list[int]]]:
    """The clusters of each topic's mentions, weighed by what the other topics teach."""
    pairs = [_pairs(t, told) for t in every]
    for n, topic in enumerate(every):
        others = [p for m, p in enumerate(pairs) if m != n]
        w = _learned([x for x, _, _, _ in others], [same for _, same, _, _ in others])
        yield nearest_link(_likeness(topic, pairs[n], w), _bar([(t, _likeness(t, p, w)) for t, p in zip(every, pairs, strict=True) if t is not topic]))


def _likeness(topic: Topic, pairs: Pairs, w: Floats) -> Floats:
    x, _, i, j = pairs
    likeness = np.full((len(topic.accounts), len(topic.accounts)), APART)
    likeness[i, j] = likeness[j, i] = x @ w
    return likeness


def _bar(taught: Sequence[tuple[Topic, Floats]]) -> float:
    """How alike two mentions must be to be joined: what serves best in the topics that taught the weights. A wrong link joins two whole
    events, so that even odds are too little."""
    true = [[(t.name, n) for n in g] for t, _ in taught for g in _groups(dict(enumerate(t.chains))).values()]
    return max(BARS, key=lambda bar: conll([[(t.name, n) for n in g] for t, likeness in taught for g in nearest_link(likeness, bar)], true))


def nearest_link(likeness: Floats, bar: float = 0.0) -> list[list[int]]:
    """Groups of rows, joined wherever two of them are more alike than `bar`. A mention is often a bare word with one participant, alike to
    some of its event and not to most."""
    unions = Unions(len(likeness))
    for a, b in np.argwhere(np.triu(likeness, 1) > bar).tolist():
        unions.join(a, b)
    return list(_groups(dict(enumerate(unions.roots()))).values())


def _pairs(topic: Topic, told: dict[str, int]) -> Pairs:
    """The features of every two mentions of one story, a one before them; whether they are one event; and which they are."""
    table = columns(topic.accounts, topic.names)
    i, j = np.triu_indices(len(topic.accounts), 1)
    story = np.array([told[a.report] for a in topic.accounts])
    kept = story[i] == story[j]
    i, j = i[kept].astype(np.int64), j[kept].astype(np.int64)
    chain = np.array([hash(c) for c in topic.chains])
    return np.c_[np.ones(len(i)), features(table, i, j)], (chain[i] == chain[j]).astype(np.float64), i, j


def _learned(x: Sequence[Floats], same: Sequence[Floats]) -> Floats:
    every, right = np.concatenate(list(x)), np.concatenate(list(same))
    return fit(every, right, np.zeros(every.shape[1]), FAITH)


CORPUS = Corpus("ecbplus-events", "corpora/ecbplus", measure)
