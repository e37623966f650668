"""Russian text into tokens and sentences, by natasha's models, which ship with it. Labels are those of Universal Dependencies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportedly.document import Document
from reportedly.errors import MissingExtraError
from reportedly.language.parse import Parse, Sentence, Token

NUMBERS = {"sing": "Sing", "plur": "Plur"}
CASES = {"nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc"}


@dataclass(frozen=True, slots=True)
class Models:
    """Natasha's models and pymorphy's dictionary; about 270 MB in memory."""

    segmenter: Any
    morphology: Any
    syntax: Any
    names: Any
    dictionary: Any


@lru_cache(maxsize=1)
def load_models() -> Models:
    """The models. MissingExtraError when the extra is not installed."""
    try:
        import pymorphy3
        from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter
    except ImportError as error:
        raise MissingExtraError("reports in Russian", hint="install what reads them: pip install 'reportedly[ru]'") from error
    embedding = NewsEmbedding()
    return Models(Segmenter(), NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding), pymorphy3.MorphAnalyzer(lang="ru"))


class RussianParser:
    """The parser of the protocol in `language.parse`. `tag` of a token holds its case and tense: "Nom", "Past"; `ent` PER, LOC or ORG."""

    name = "natasha"

    def __init__(self) -> None:
        self.models = load_models()

    def parse(self, documents: list[Document]) -> list[Parse]:
        return [self._parse(document) for document in documents]

    def _parse(self, document: Document) -> Parse:
        from natasha import Doc

        doc = Doc(document.text)
        doc.segment(self.models.segmenter)
        doc.tag_morph(self.models.morphology)
        doc.parse_syntax(self.models.syntax)
        doc.tag_ner(self.models.names)
        sentences: list[Sentence] = []
        count = 0
        for number, sent in enumerate(doc.sents or ()):
            tokens = self._tokens(sent, count)
            if tokens:
                sentences.append(Sentence(number, number, tokens))
                count += len(tokens)
        return Parse(document, sentences)

    def _tokens(self, sent: Any, first: int) -> list[Token]:
        tokens, by_id = [], {}
        for n, word in enumerate(sent.tokens):
            feats = word.feats or {}
            tag = " ".join(v for v in (feats.get("Case"), feats.get("Number"), feats.get("Tense"), feats.get("Voice"), feats.get("Variant")) if v)
            token = Token(first + n, word.text, word.text.lower(), self.lemma(word.text, word.pos), word.pos, tag, word.rel, word.start, word.stop)
            by_id[word.id] = token
            tokens.append(token)
        for word, token in zip(sent.tokens, tokens, strict=True):
            token.head = by_id.get(word.head_id, token)
            if token.head is not token:
                token.head.children.append(token)
        for span in sent.spans or ():
            for token in tokens:
                if span.start <= token.start < span.stop:
                    token.ent, token.ent_first = span.type, token.start == span.start
        return tokens

    def lemma(self, word: str, pos: str) -> str:
        """The dictionary form, of the part of speech that the tagger saw where the dictionary knows it; е for ё."""
        found = self.models.dictionary.parse(word)
        kinds = {"VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"), "NOUN": ("NOUN",), "PROPN": ("NOUN",), "ADJ": ("ADJF", "ADJS")}.get(pos, ())
        best = next((p for p in found if p.tag.POS in kinds), found[0])
        return str(best.normal_form).replace("ё", "е")

    def nominative(self, token: Token) -> str:
        """A word in the nominative, in the number that the tagger saw, written as it was."""
        said = token.tag.split()
        found = [p for p in self.models.dictionary.parse(token.text) if ("ADJF" if token.pos == "ADJ" else "NOUN") == p.tag.POS]
        fits = [p for p in found if CASES.get(str(p.tag.case)) in said and NUMBERS.get(str(p.tag.number), "Sing") in said]
        form = (fits or found)[0].inflect({"nomn"}) if found else None
        if form is None or token.text.isupper():
            return token.text
        return str(form.word).capitalize() if token.text[:1].isupper() else str(form.word)
