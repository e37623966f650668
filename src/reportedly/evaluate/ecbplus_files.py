"""ECB+ as it lies in its files: documents with sentences, mentions and the chains that these belong to.

Source: Cybulska and Vossen, LREC 2014 (annotation CC BY 3.0; texts from news). A folder a topic, `TOPIC/TOPIC_Necb.xml` (the
older ECB's documents) and `TOPIC/TOPIC_Necbplus.xml` (a second seminal event of the same kind); one file a document::

    <Document doc_name="23_1ecb.xml">
    <token t_id="1" sentence="0" number="0">Australian</token> ...
    <Markables>
      <ACTION_OCCURRENCE m_id="9"><token_anchor t_id="41"/></ACTION_OCCURRENCE> ...             a mention
      <ACTION_OCCURRENCE m_id="45" TAG_DESCRIPTOR="t23_fall" instance_id="ACT182" />            what mentions are of
    </Markables>
    <Relations>
      <CROSS_DOC_COREF r_id="1" note="ACT182"><source m_id="9"/><target m_id="45"/></CROSS_DOC_COREF> ...
      <INTRA_DOC_COREF r_id="2"><source m_id="3"/><target m_id="46"/></INTRA_DOC_COREF>
    </Relations></Document>

The page's own blanks are lost, and the newer files set every mark apart ("59 - year - old", "Dr . Gupta"): a document's text is
made from its words, blanks where print has them, one line a sentence; offsets count in that text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError  # for types; defusedxml reads

from defusedxml import DefusedXmlException, ElementTree

from reportedly.errors import UsageError
from reportedly.spans import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something that happens or somebody or something in it.

    `kind` is the tag ("ACTION_OCCURRENCE", "HUMAN_PART_PER", "LOC_GEO", "TIME_DATE" ...; "NEG_ACTION_…" for what does not happen).
    `spans` are the runs of neighbouring words, in order; most mentions have one. `chain` is the same for all mentions of one
    thing: over all documents where the coders followed it, else within the document; a mention that they joined to no other is
    alone in its chain.
    """

    id: str
    kind: str
    sentence: int
    spans: tuple[Span, ...]
    chain: str

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @property
    def is_action(self) -> bool:
        return "ACTION" in self.kind


@dataclass(frozen=True, slots=True)
class Document:
    """One text. `name` is "23_1ecb" or "23_9ecbplus", `topic` "23"; `sentences` are spans of `text`, by their number."""

    name: str
    topic: str
    text: str
    sentences: dict[int, Span]
    mentions: tuple[Mention, ...]

    @property
    def subtopic(self) -> str:
        """"23ecb" or "23ecbplus": the documents of one seminal event."""
        return self.topic + ("ecbplus" if self.name.endswith("ecbplus") else "ecb")

    def coded_sentences(self) -> frozenset[int]:
        """The sentences that hold a mention. Only some were coded; in the others a missing mention means nothing."""
        return frozenset(m.sentence for m in self.mentions)


def documents(folder: Path) -> Iterator[Document]:
    """The documents of all topics, by topic and number."""
    for file in sorted(folder.glob("*/*.xml"), key=_order):
        yield read_document(file)


def read_document(file: Path) -> Document:
    """One file. UsageError for one that is no XML, declares a document type, or anchors a mention to no word."""
    try:
        root: Element = ElementTree.parse(file, forbid_dtd=True).getroot()
        return _document(file, root)
    except (ParseError, DefusedXmlException, KeyError, ValueError) as error:
        raise UsageError(f"{file.name}: no document of ECB+: {error!r}", hint="fetch the corpus again") from error


def chains(read: list[Document], *, actions: bool = True) -> dict[str, list[tuple[Document, Mention]]]:
    """Every chain with its mentions in order: of actions, or of all else."""
    out: dict[str, list[tuple[Document, Mention]]] = {}
    for document in read:
        for mention in document.mentions:
            if mention.is_action is actions:
                out.setdefault(mention.chain, []).append((document, mention))
    return out


def _document(file: Path, root: Element) -> Document:
    text, words, sentences = _text(root)
    chain = _chains(root, file.stem)
    mentions = []
    for element in root.iterfind("Markables/*"):
        anchors = [words[a.attrib["t_id"]] for a in element.iterfind("token_anchor")]
        if anchors:
            ident = element.attrib["m_id"]
            spans = tuple(_runs(sorted(span for _, span in anchors)))
            mentions.append(Mention(ident, element.tag, anchors[0][0], spans, chain.get(ident, f"{file.stem}#{ident}")))
    return Document(file.stem, file.parent.name, text, sentences, tuple(sorted(mentions, key=lambda m: m.spans)))


def _text(root: Element) -> tuple[str, dict[str, tuple[int, Span]], dict[int, Span]]:
    """The text; of each word its sentence and span; the spans of the sentences."""
    text = ""
    words: dict[str, tuple[int, Span]] = {}
    sentences: dict[int, Span] = {}
    for token in root.iterfind("token"):
        number, word = int(token.attrib["sentence"]), token.text or ""
        text += "" if not text else _blank(text, word) if number in sentences else "\n"
        start = len(text)
        text += word
        words[token.attrib["t_id"]] = (number, Span(start, len(text)))
        sentences[number] = Span(sentences[number].start if number in sentences else start, len(text))
    return text, words, sentences


def _blank(text: str, word: str) -> str:
    """What print has between a text and its next word: nothing before a comma, in "year-old", in "7:07" and after "("."""
    if word[:1] in tuple(",.;:?!)]%") or word in ("'s", "’s", "n't", "’", "'"):
        return ""
    joined = text[-1:] in tuple("([$") or (text[-1:] in tuple("'’") and word in ("s", "t", "re", "ve", "ll", "d"))
    hyphen = word == "-" and text[-1:].isalnum() and not text[-4:].isdigit()  # "July 20, 2009 - 7:07"
    hyphen |= text[-1:] == "-" and text[-2:-1].isalnum() and word[:1].isalnum()
    number = text[-2:-1].isdigit() and word[:1].isdigit() and (text[-1:] in tuple(":.") or (text[-1:] == "," and len(word) == 3))
    return "" if joined or hyphen or number else " "


def _runs(spans: list[Span]) -> Iterator[Span]:
    """Spans with neighbours, one blank apart, joined."""
    start, end = spans[0]
    for span in spans[1:]:
        if span.start > end + 1:
            yield Span(start, end)
            start = span.start
        end = span.end
    yield Span(start, end)


def _chains(root: Element, name: str) -> dict[str, str]:
    """Of each mention in a relation, its chain: the instance's id over all documents, or one of this document."""
    out: dict[str, str] = {}
    for relation in root.iterfind("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF" and relation.get("note")
        chain = relation.attrib["note"] if across else f"{name}@{relation.attrib['r_id']}"
        out |= {source.attrib["m_id"]: chain for source in relation.iterfind("source")}
    return out


def _order(file: Path) -> tuple[int, str, int]:
    """By topic, then older before newer documents, then by number: "2/2_10ecb" after "2/2_9ecb"."""
    number = "".join(c for c in file.stem.partition("_")[2] if c.isdigit())
    return int(file.parent.name), "plus" * file.stem.endswith("plus"), int(number or 0)
