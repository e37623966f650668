"""A small press of its own: a site with a feed and pages that change, and a reader that needs no language model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.errors import InputError, ReportedlyError
from reportedly.intake.opening import Found
from reportedly.records import Reading
from tests.intake.servers import Site, with_etag

PARAGRAPH = "Report number {n}, edition {edition}: two hundred people left the villages of the north on Sunday, the governor of the province said in a statement."


def plain_reader(found: Sequence[Found]) -> Iterator[Reading | ReportedlyError]:
    """Every document as a reading without claims."""
    for item in found:
        yield item if isinstance(item, InputError) else Reading(item, codebook="none", version="1")


class Press:
    """A feed of `count` reports on a site; `edit` brings one out anew."""

    def __init__(self, site: Site, count: int) -> None:
        self.site = site
        self.editions = dict.fromkeys(range(count), 1)
        site.answers["/feed"] = with_etag(self.feed, self.etag, "application/rss+xml")
        for n in range(count):
            self.add(n)

    def add(self, n: int) -> None:
        self.editions.setdefault(n, 1)
        self.site.answers[f"/report/{n}"] = with_etag(lambda n=n: self.page(n), lambda n=n: f'"{n}-{self.editions[n]}"', "text/html")  # type: ignore[misc]

    def edit(self, n: int) -> None:
        self.editions[n] += 1

    def etag(self) -> str:
        return f'"{sum(self.editions.values())}-{len(self.editions)}"'

    def page(self, n: int) -> bytes:
        words = PARAGRAPH.format(n=n, edition=self.editions[n])
        return f"<html><head><title>Report {n} - The Press</title></head><body><article><h1>Report {n}</h1><p>{words}</p></article></body></html>".encode()

    def feed(self) -> bytes:
        items = "".join(
            f"<entry><id>{n}</id><title>Report {n}</title><link href='{self.site.url}/report/{n}'/><published>2024-03-01T10:00:00Z</published>"
            f"<updated>2024-03-{edition:02}T10:00:00Z</updated></entry>"
            for n, edition in self.editions.items()
        )
        return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Press</title>{items}</feed>".encode()
