"""Live blogs: a page of many posts, each with its own time, becomes as many reports."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from reportedly.document import Json
from reportedly.intake.layout import is_furniture
from reportedly.intake.moments import Moment, moment
from reportedly.intake.page_facts import PageFacts

LIVE = re.compile(r"\blive(?:[-_ ]?(?:blog|updates?|reporting|feed|stream|coverage))?\b|lx-stream", re.IGNORECASE)
HOLDERS = ("article", "li", "section", "div")
LEAST = 3  # posts that make a live blog
BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "tr", "pre")


@dataclass(frozen=True, slots=True)
class Post:
    """One post: its mark on the page (an id, or its time: a number would change with the next post), headline, time and text."""

    mark: str
    title: str | None
    published: Moment
    text: str


def posts(tree: HtmlElement, facts: PageFacts) -> list[Post]:
    """The posts of a live blog in the order of the page; empty for any other page."""
    held = _holders(tree, facts)
    found = [post for holder in held if (post := _post(holder))]
    if len(found) < LEAST:
        found = [post for update in facts.live if (post := _from_data(update))]
    return _marked_apart(found) if len({p.published for p in found}) > 1 or facts.live else []


def _marked_apart(found: list[Post]) -> list[Post]:
    """Posts whose marks are their own; of two with one mark the later on the page, which is the older, keeps it."""
    seen: Counter[str] = Counter()
    out = []
    for post in reversed(found):
        seen[post.mark] += 1
        out.append(replace(post, mark=f"{post.mark}.{seen[post.mark]}") if seen[post.mark] > 1 else post)
    return out[::-1]


def without_posts(tree: HtmlElement, facts: PageFacts) -> HtmlElement:
    """A copy of the page without its posts: what the live blog says before them."""
    bare = copy.deepcopy(tree)
    for holder in _holders(bare, facts):
        if holder.getparent() is not None:
            holder.drop_tree()
    return bare


def _holders(tree: HtmlElement, facts: PageFacts) -> list[HtmlElement]:
    """The elements that hold a post each: siblings in kind, each with a time of its own and a paragraph."""
    groups: dict[tuple[str, str], list[HtmlElement]] = {}
    known: dict[HtmlElement, bool] = {}
    for time in tree.iter("time"):
        holder = _holder(time, known)
        if holder is not None:
            groups.setdefault(_kind(holder), []).append(holder)
    kept = [list(dict.fromkeys(group)) for group in groups.values()]
    live = [group for group in kept if len(group) >= LEAST and (facts.live or _is_live(group[0]))]
    return max(live, key=len, default=[])


def _holder(time: HtmlElement, known: dict[HtmlElement, bool]) -> HtmlElement | None:
    """The nearest element around a time that has words of its own beside it; `known` says which have, each looked at once."""
    for element in time.iterancestors(*HOLDERS):
        if element not in known:
            known[element] = any(len(p.text_content().split()) >= 5 for p in element.iter("p", "blockquote", "li"))
        if known[element]:
            return element if sum(1 for _ in islice(element.iter("time"), 3)) <= 2 else None
    return None


def _kind(element: HtmlElement) -> tuple[str, str]:
    return str(element.tag), " ".join(sorted((element.get("class") or "").split())[:2])


def _is_live(element: HtmlElement) -> bool:
    """An element marked as part of a live blog, by itself or by what it stands in."""
    return any(
        "liveBlogUpdate" in (e.get("itemprop") or "") or "LiveBlogPosting" in (e.get("itemtype") or "") or LIVE.search(f"{e.get('class', '')} {e.get('id', '')}")
        for e in (element, *element.iterancestors())
        if e.tag not in ("body", "html")
    )


def _post(holder: HtmlElement) -> Post | None:
    times = [m for t in holder.iter("time") if (m := moment(t.get("datetime") or t.text_content()))]
    lines = [line for line in _lines(holder) if not is_furniture(line)]
    heading = next((" ".join(h.text_content().split()) for h in holder.iter("h1", "h2", "h3") if h.text_content().strip()), None)
    text = "\n\n".join(line for line in lines if line != heading)
    return Post(holder.get("id") or _mark(times[0]), heading, times[0], text) if times and text else None


def _mark(when: Moment) -> str:
    return when.time or when.day.isoformat()


def _lines(holder: HtmlElement) -> Iterator[str]:
    """The words of the blocks of a post that hold no other block."""
    for block in holder.iter(*BLOCKS):
        innermost = not any(inner.tag in BLOCKS for inner in block.iterdescendants())
        outside = any(a.tag in ("figcaption", "nav", "aside") for a in block.iterancestors())
        words = " ".join(block.text_content().split())
        if words and innermost and not outside:
            yield words


def _from_data(update: Json) -> Post | None:
    when = moment(str(update.get("datePublished") or update.get("dateModified") or ""))
    body = update.get("articleBody")
    if not when or not isinstance(body, str) or not body.strip():
        return None
    headline = update.get("headline")
    return Post(_mark(when), " ".join(headline.split()) if isinstance(headline, str) else None, when, _plain(body))


def _plain(text: str) -> str:
    """The words of an update that may hold marks of HTML."""
    if "<" not in text:
        return "\n\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
    try:
        tree = html.fragment_fromstring(text, create_parent="div")
    except (ParserError, ValueError):
        return " ".join(text.split())
    return "\n\n".join(_lines(tree)) or " ".join(tree.text_content().split())
