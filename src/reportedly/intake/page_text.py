"""The words of a report on a web page: trafilatura finds them; what it takes for more than they are, or passes over, is put right.

The text is made of blocks (paragraphs, headings, items of lists, rows of tables), with an empty line between two. Captions,
lists of links, "read more" lines and the headline (which the report has as its title) are not in it; quotations are.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator

import trafilatura
from lxml import html
from lxml.etree import XPath, _Element
from lxml.html import HtmlElement

from reportedly.intake.layout import is_furniture

BLOCKS = frozenset({"p", "head", "list", "item", "quote", "table", "row", "div", "body", "code"})
CAPTIONS = XPath("//figcaption | //*[contains(@class, 'caption') or contains(@class, 'Caption')][not(self::table) and string-length(.) < 600][not(.//p[3])]")
ONE_LINK = XPath("//p[a or strong/a or em/a or b/a] | //li[a] | //h3[a or parent::a or ancestor::a] | //h4[a or parent::a or ancestor::a]")
PARAGRAPHS = XPath("//p[not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::form or ancestor::figure or ancestor::blockquote)]")
QUOTES = XPath("//q")
HIDDEN = XPath("//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')][self::div or self::p or self::section or self::aside or self::ul]")
ENDS_SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s*$")
SPACE = re.compile(r"[^\S\n]+")
LINKED = 0.9  # share of a block's letters in links from which on it only leads elsewhere
MOST_MISSING = 500  # paragraphs that are looked for in what was found
LEAST_WORDS = 8  # a paragraph passed over is taken back in when it has so many


def page_text(tree: HtmlElement, title: str | None) -> str:
    """The report's own text. Empty when the page holds none. `tree` is not changed."""
    pruned = copy.deepcopy(tree)
    _prune(pruned)
    found = trafilatura.bare_extraction(
        copy.deepcopy(pruned), include_comments=False, favor_precision=True, output_format="python", with_metadata=False
    )
    body = getattr(found, "body", None)
    blocks = [b for b in _blocks(body) if b] if body is not None else []
    blocks = _with_the_passed_over(blocks, pruned)
    headlines = {_bare(h) for h in (title, *(e.text_content() for e in tree.iter("h1"))) if h}
    return "\n\n".join(b for n, b in enumerate(blocks) if not (n < 3 and _bare(b) in headlines) and not is_furniture(b))


def _prune(tree: HtmlElement) -> None:
    """Take out what never belongs to the text, and put quotation marks where a browser would."""
    for quote in QUOTES(tree):
        quote.text = "“" + (quote.text or "")
        last = quote[-1] if len(quote) else None
        if last is None:
            quote.text += "”"
        else:
            last.tail = (last.tail or "") + "”"
        quote.tag = "span"
    for block in (*CAPTIONS(tree), *HIDDEN(tree), *(b for b in ONE_LINK(tree) if _only_leads_elsewhere(b))):
        _drop(block)


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _only_leads_elsewhere(block: HtmlElement) -> bool:
    """A block that is a link and no sentence: a teaser, or the item of a list of links."""
    words = " ".join(block.text_content().split())
    linked = len("".join("".join(a.itertext()) for a in block.iter("a")).split()) if block.xpath(".//a") else len(words.split())
    return bool(words) and not ENDS_SENTENCE.search(words) and linked >= LINKED * len(words.split())


def _blocks(element: _Element) -> Iterator[str]:
    """The blocks of an extracted tree, in order; words between blocks are blocks too."""
    if not any(child.tag in BLOCKS and not _is_inline_quote(child, element) for child in element):
        yield from _lines("".join(_inline(element)))
        return
    loose: list[str] = [element.text or ""]
    for child in element:
        if child.tag in BLOCKS and not _is_inline_quote(child, element):
            yield from _lines("".join(loose))
            yield from _row(child) if child.tag == "row" else _blocks(child)
            loose = [child.tail or ""]
        else:
            loose += [*_inline(child, itself=True), child.tail or ""]
    yield from _lines("".join(loose))


def _is_inline_quote(child: _Element, parent: _Element) -> bool:
    return child.tag == "quote" and parent.tag in ("p", "item", "head") and not len(child)


def _inline(element: _Element, *, itself: bool = False) -> Iterator[str]:
    if itself and element.tag == "lb":
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from _inline(child, itself=True)
        yield child.tail or ""


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if words := SPACE.sub(" ", line).strip():
            yield words


def _row(row: _Element) -> Iterator[str]:
    """A row of a table as one line, its cells apart."""
    cells = [" ".join(" ".join(_inline(cell)).split()) for cell in row]
    if any(cells):
        yield " | ".join(c for c in cells if c)


def _with_the_passed_over(blocks: list[str], tree: HtmlElement) -> list[str]:
    """The blocks with paragraphs put back that stand on the page exactly as the found ones do.

    A report in several pieces (between advertisements) is often found in its first piece only. A paragraph counts when it is
    in an article and its chain of parents has the same names and classes as that of a paragraph that was found.
    """
    known, all_found = {_key(b) for b in blocks}, _bare("".join(blocks))
    page = [(p, _key(p.text_content())) for p in PARAGRAPHS(tree)]
    standing = {_standing(p) for p, key in page if key in known and len(key.split()) >= LEAST_WORDS} - {""}
    alike = [
        (n, key)
        for n, (p, key) in enumerate(page)
        if key not in known and len(key.split()) >= LEAST_WORDS and _standing(p) in standing and not _only_leads_elsewhere(p)
    ]
    missing = {n for n, key in alike[:MOST_MISSING] if _bare(key) not in all_found}
    return _interleaved(blocks, [key for _, key in page], missing) if missing else blocks


def _interleaved(blocks: list[str], page: list[str], missing: set[int]) -> list[str]:
    """Each missing paragraph behind the one that precedes it on the page."""
    behind: dict[str, list[str]] = {}
    known, last = {_key(b) for b in blocks}, ""
    for n, key in enumerate(page):
        if n in missing:
            behind.setdefault(last, []).append(key)
        elif key in known:
            last = key
    out = behind.pop("", [])
    for block in blocks:
        out += [block, *behind.pop(_key(block), [])]
    return out


def _key(text: str) -> str:
    return " ".join(text.split())


def _standing(paragraph: HtmlElement) -> str:
    """Where a paragraph stands: names and classes of its parents. Empty when it is in no article."""
    chain = [(p.tag, p.get("class", "")) for p in paragraph.iterancestors()]
    return " < ".join(f"{tag}.{name}" for tag, name in chain) if any(tag == "article" for tag, _ in chain) else ""


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def parsed(text: str) -> HtmlElement | None:
    """The tree of a page, or None when there is nothing in it."""
    try:
        tree = html.document_fromstring(text)
    except (ValueError, html.etree.ParserError):  # an encoding named inside the text, or no element at all
        try:
            tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
        except (ValueError, html.etree.ParserError):
            return None
    return tree
