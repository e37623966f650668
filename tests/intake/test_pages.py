"""Web pages: what is the report, what is not, and what the page says of itself."""

from __future__ import annotations

import json
import time
from datetime import date

import pytest

from reportedly.document import Document
from reportedly.errors import NoReportError, TooLargeError
from reportedly.intake.markup import decode_markup
from reportedly.intake.pages import documents_from_page
from reportedly.intake.raw import Raw
from reportedly.intake.text import Given

BODY = """
<p>Rebels shelled the town of Homs on Monday, killing at least <b>12</b> people, the Syrian army said in a statement read on television.</p>
<figure><img src="a.jpg"><figcaption>A street in the old town. Photo: Agency</figcaption></figure>
<h2>What we know</h2>
<ul><li>Twelve people were killed in the town, officials said on Monday.</li><li>The army sent <a href="/x">reinforcements</a> from the capital.</li></ul>
<blockquote><p>We will not accept this, the mayor said in the evening.</p></blockquote>
<p><a href="/other">Read more: What we know about the war</a></p>
<p>The governor said that <q>nobody was safe</q> in the town after the shelling, and he asked for help from abroad, and for doctors.</p>
<div class="related"><h3>Related stories</h3><ul><li><a href="/1">One story about something</a></li><li><a href="/2">Another story about a thing</a></li></ul></div>
<p>Follow our reporters on Telegram and X.</p>
"""


def page(head: str = "", body: str = BODY, top: str = "") -> bytes:
    return (
        f"<!doctype html><html><head><title>Clashes in the north - The Harbour Courier</title>{head}</head><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
        f"<article><h1>Clashes in the north</h1>{top}{body}</article><footer>Copyright The Harbour Courier</footer></body></html>"
    ).encode()


def read(data: bytes, *, url: str | None = None, charset: str | None = None, given: Given | None = None) -> list[Document]:
    return list(documents_from_page(Raw(data, "page.html", url=url, media="text/html", charset=charset), given or Given()))


def test_the_report_is_in_and_the_furniture_is_out() -> None:
    (document,) = read(page())
    lines = document.text.split("\n\n")
    assert lines[0].startswith("Rebels shelled") and "at least 12 people" in lines[0]
    assert lines[1:] == [
        "What we know",
        "Twelve people were killed in the town, officials said on Monday.",
        "The army sent reinforcements from the capital.",
        "We will not accept this, the mayor said in the evening.",
        "The governor said that “nobody was safe” in the town after the shelling, and he asked for help from abroad, and for doctors.",
    ]


def test_a_report_in_pieces_is_read_whole() -> None:
    first = "".join(f"<p>{s}</p>" for s in SENTENCES[:3])
    rest = "".join(f"<div class='grid'><div class='article__body'><p>{s}</p></div></div><aside class='ad'><p>Buy a very good car today at half the price, all of you.</p></aside>" for s in SENTENCES[3:])
    (document,) = read(page(body=f"<div class='grid'><div class='article__body'>{first}</div></div>{rest}"))
    assert [s for s in SENTENCES if s not in document.text] == []
    assert "half the price" not in document.text


SENTENCES = [
    f"In the {place} of the country {n} people were arrested on Sunday, the police said in a long statement that gave no names, and a court will hear them in the coming week."
    for n, place in enumerate(("north", "south", "east", "west", "middle", "far north", "far south"), 3)
]


@pytest.mark.parametrize(
    ("head", "top", "published", "found"),
    [
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"Clashes","datePublished":"2024-03-01T10:00:00+02:00",}</script>', "", date(2024, 3, 1), "json-ld"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["ReportageNewsArticle"],"datePublished":"2024-03-02"}]}</script>', "", date(2024, 3, 2), "json-ld"),
        ('<meta property="article:published_time" content="2024-03-03T23:59:00Z">', "", date(2024, 3, 3), "opengraph"),
        ('<meta name="pubdate" content="Mon, 04 Mar 2024 08:00:00 GMT">', "", date(2024, 3, 4), "meta"),
        ("", '<time datetime="2024-03-05T08:00">5 March</time>', date(2024, 3, 5), "time"),
        ("", '<span itemprop="datePublished" content="March 6, 2024">yesterday</span>', date(2024, 3, 6), "microdata"),
        ("", "", None, None),
        ('<meta name="date" content="03/04/2024">', "", None, None),
        ('<meta name="date" content="2024-13-45">', "", None, None),
    ],
)  # fmt: skip
def test_the_date_is_found_and_never_guessed(head: str, top: str, published: date | None, found: str | None) -> None:
    (document,) = read(page(head, top=top))
    assert (document.published, document.published_from) == (published, found)


def test_the_date_in_the_address_is_the_last_resort() -> None:
    (document,) = read(page(), url="https://courier.example/2024/03/07/clashes")
    assert (document.published, document.published_from) == (date(2024, 3, 7), "url")
    (document,) = read(page(), url="https://courier.example/2024/03/07/clashes", given=Given(date(2024, 3, 8), published_from="feed"))
    assert (document.published, document.published_from) == (date(2024, 3, 8), "feed")


def test_what_the_page_says_of_itself() -> None:
    data = {"@type": "NewsArticle", "headline": "Clashes &amp; more", "author": [{"name": "Jane Smith"}, {"name": "By Omar Aziz and Li Wei"}], "publisher": {"name": "Courier Group"}}
    (document,) = read(page(f'<meta property="og:site_name" content="The Harbour Courier"><script type="application/ld+json">{json.dumps(data)}</script>'))
    assert (document.title, document.outlet) == ("Clashes & more", "The Harbour Courier")
    assert document.authors == ("Jane Smith", "Omar Aziz", "Li Wei")
    assert document.original is not None and len(document.original.sha256) == 64


def test_without_data_the_headline_names_title_and_outlet() -> None:
    (document,) = read(page(top="<p class='byline'>By Jane Smith</p>"))
    assert (document.title, document.outlet, document.authors) == ("Clashes in the north", "The Harbour Courier", ("Jane Smith",))


def test_what_the_user_says_fills_what_the_page_does_not() -> None:
    (document,) = read(page('<meta property="og:site_name" content="Courier">'), given=Given(date(2020, 1, 1), "Other", "Title"))
    assert (document.outlet, document.published, document.published_from) == ("Courier", date(2020, 1, 1), "given")


def test_a_page_without_a_report_is_said() -> None:
    for data in (b"<html><body></body></html>", b"<html><body><script>render()</script></body></html>", b"<!-- -->"):
        with pytest.raises(NoReportError):
            read(data)


def test_pages_that_would_take_too_long_are_refused() -> None:
    attributes = b"<p " + b" ".join(b"a%d=x" % n for n in range(20_000)) + b">word</p>"
    for data, words in ((b"<" * 200_000, "tags"), (attributes, "attributes"), (b"<p>" + b"word " * 2_600_000, "bytes")):
        with pytest.raises(TooLargeError, match=words):
            read(data)


def test_many_posts_are_quick() -> None:
    posts = b"".join(b"<article class=post><time datetime='2024-03-01T10:%02d:00'>x</time><p>Post %d says that the army has taken a town.</p></article>" % (n % 60, n) for n in range(6000))
    began = time.process_time()
    assert len(read(b"<html><body><div class=live-blog>" + posts)) == 6000
    assert time.process_time() - began < 8


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("<p>Málaga</p>".encode("cp1252"), "utf-8", "<p>Málaga</p>"),
        ("<p>“Málaga”</p>".encode("cp1252"), "iso-8859-1", "<p>“Málaga”</p>"),
        ("<p>Málaga</p>".encode(), "no-such-charset", "<p>Málaga</p>"),
        ("<meta charset='windows-1251'><p>В Москве</p>".encode("cp1251"), None, "<meta charset='windows-1251'><p>В Москве</p>"),
        ("<p>Málaga</p>".encode("utf-16"), None, "<p>Málaga</p>"),
        ("<p>Málaga</p>".encode(), "base64", "<p>Málaga</p>"),
    ],
)
def test_wrong_charsets_are_put_right(data: bytes, charset: str | None, text: str) -> None:
    decoded, notes = decode_markup(data, charset)
    assert decoded == text
    assert bool(notes) == (charset in ("utf-8", "no-such-charset", "base64"))


POSTS = [("14:05", "The army says that it has taken the bridge in the north of the town."), ("13:40", "Two people were killed on the bridge, a doctor says."), ("12:15", "Shelling is heard in the town, our reporter writes.")]


def live(*, classes: str = "live-blog") -> str:
    posts = "".join(f"<article class='post' id='p{n}'><time datetime='2024-03-01T{t}:00+02:00'>{t}</time><h2>Post {n}</h2><p>{s}</p></article>" for n, (t, s) in enumerate(POSTS))
    return f"<html><head><title>Live: the war - The Courier</title></head><body><h1>Live: the war</h1><div class='{classes}'>{posts}</div></body></html>"


def test_a_live_blog_becomes_a_report_for_each_post() -> None:
    documents = read(live().encode(), url="https://courier.example/live/war")
    assert [d.text for d in documents] == [s for _, s in POSTS]
    assert [d.moment for d in documents] == [f"2024-03-01T{t}:00+02:00" for t, _ in POSTS]
    assert [d.url for d in documents] == [f"https://courier.example/live/war#p{n}" for n in range(3)]
    assert [d.title for d in documents] == ["Post 0", "Post 1", "Post 2"]
    assert len({d.original.sha256 for d in documents if d.original}) == 1


def test_teasers_with_times_are_no_live_blog() -> None:
    assert len(read(live(classes="teasers").encode() + page())) == 1


def test_a_live_blog_in_data_alone() -> None:
    updates = [{"@type": "BlogPosting", "headline": f"Post {n}", "datePublished": f"2024-03-01T{t}:00Z", "articleBody": f"<p>{s}</p>"} for n, (t, s) in enumerate(POSTS)]
    data = {"@type": "LiveBlogPosting", "headline": "Live: the war", "liveBlogUpdate": updates}
    documents = read(f"<html><head><script type='application/ld+json'>{json.dumps(data)}</script></head><body><div id='app'></div></body></html>".encode())
    assert [(d.text, d.moment) for d in documents] == [(s, f"2024-03-01T{t}:00+00:00") for t, s in POSTS]


def test_posts_without_a_mark_of_their_own_keep_theirs_when_another_comes() -> None:
    posts = [f"<article class='post'><time datetime='2024-03-01T{t}:00+02:00'>{t}</time><p>{s}</p></article>" for t, s in [*POSTS, (POSTS[-1][0], "A second post of the same minute tells of smoke.")]]

    def marks(shown: list[str]) -> dict[str, str | None]:
        found = read(f"<html><body><div class='live-blog'>{''.join(shown)}</div></body></html>".encode(), url="https://courier.example/live/war")
        return {d.text: d.url for d in found}

    before, after = marks(posts[1:]), marks(posts)
    assert len(set(after.values())) == 4
    assert before.items() < after.items()
