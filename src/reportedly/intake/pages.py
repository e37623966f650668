"""A web page into a report, or, when it is a live blog, into one for each post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.document import Document, Link
from reportedly.errors import NoReportError
from reportedly.intake.live import posts, without_posts
from reportedly.intake.markup import check_markup, decode_markup
from reportedly.intake.page_facts import PageFacts, page_facts
from reportedly.intake.page_text import page_text, parsed
from reportedly.intake.raw import Raw
from reportedly.intake.text import Given, document_from_text

LEAST_WORDS = 40  # before the posts of a live blog: fewer are no report of their own


def documents_from_page(raw: Raw, given: Given) -> Iterator[Document]:
    """The reports of a page. NoReportError when there is no text of a report on it."""
    text, notes = decode_markup(raw.data, raw.charset)
    check_markup(text.encode(), raw.source, hint="save the report itself as text")
    tree = parsed(text)
    if tree is None:
        raise NoReportError(f"{raw.source}: nothing on this page", hint="is it the right file?")
    facts = page_facts(tree, raw.url or given.url)
    blog = posts(tree, facts)
    body = page_text(without_posts(tree, facts) if blog else tree, facts.title)
    if not blog and not body:
        raise NoReportError(f"{raw.source}: no text of a report on this page", hint="pages that a script fills hold none: save them from a browser")
    if body and (not blog or len(body.split()) >= LEAST_WORDS):
        yield document_from_text(body, source=raw.source, given=_given(facts, given, raw), notes=notes, original=raw.original())
    whole = raw.original()
    for number, post in enumerate(blog, 1):
        known = _given(facts, given, raw).but(published=post.published.day, published_from="post", moment=post.published.time, title=post.title or facts.title)
        if known.url:
            known = known.but(url=known.url.partition("#")[0] + f"#{post.mark}")
        yield document_from_text(post.text, source=f"{raw.source}#{post.mark}", given=known, notes=notes, original=replace(whole, chain=(*raw.chain, Link("post", str(number)))))


def _given(facts: PageFacts, given: Given, raw: Raw) -> Given:
    """The page's own facts before what the user, or a feed, says of it."""
    when = facts.published
    if facts.published_from == "url" and given.published:
        when = None
    return Given(
        when.day if when else given.published, facts.outlet or given.outlet, facts.title or given.title, facts.url or given.url,
        facts.authors or given.authors, facts.published_from if when else given.published_from, when.time if when else given.moment,
    )  # fmt: skip
