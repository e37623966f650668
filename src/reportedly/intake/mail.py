"""Messages (.eml): the words of the message as a report, and its attachments as raws of their own."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr

from reportedly.document import Document, Link
from reportedly.errors import NoReportError, TooLargeError
from reportedly.intake.moments import moment
from reportedly.intake.pages import documents_from_page
from reportedly.intake.raw import Raw
from reportedly.intake.text import Given, document_from_text

MAX_PARTS = 200
MAX_LINES = 500_000  # of headers and boundaries, each of which becomes an object
MAX_HEADER = 2000  # characters that are read of one header: reading takes more than their number


class Brief(EmailPolicy):
    """Messages as today's mail writes them, with each header cut to what anybody reads."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines[:MAX_PARTS])
        return name, value[:MAX_HEADER]


def documents_from_mail(raw: Raw, given: Given) -> Iterator[Document | Raw]:
    """A message: its text, or the page in it when it has no text; then each attachment as a raw, to be read as what it is."""
    if (lines := raw.data.count(b"\n--") + raw.data.count(b":")) > MAX_LINES:
        raise TooLargeError(f"{raw.source}: {lines:,} headers and boundaries; a message may have {MAX_LINES:,}", hint="save the report itself as text")
    message = BytesParser(policy=Brief()).parsebytes(raw.data)
    known = _known(message, given)
    attached = list(_attachments(message, raw))
    if (text := _words(message, "plain")) and text.strip():
        yield document_from_text(text, source=raw.source, given=known, original=raw.original())
    elif (page := _words(message, "html")) and page.strip():
        for document in documents_from_page(Raw(page.encode("utf-8", "replace"), raw.source, raw.chain, None, "text/html", "utf-8", raw.taken), known):
            yield document_from_text(document.text, source=raw.source, given=known, notes=document.notes, original=raw.original())
    elif not attached:
        raise NoReportError(f"{raw.source}: a message without words", hint="is the text in an attachment of another kind?")
    yield from attached


def _known(message: Message, given: Given) -> Given:
    when = moment(_header(message, "Date"))
    name, address = parseaddr(_header(message, "From"))
    author = name or address
    return given.but(
        published=when.day if when else given.published, published_from="mail" if when else given.published_from, moment=when.time if when else given.moment,
        title=" ".join(_header(message, "Subject").split()) or given.title, authors=(author,) if author else given.authors,
    )  # fmt: skip


def _header(message: Message, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except Exception:  # the parser of headers fails in many ways on broken ones
        return ""


def _words(message: Message, kind: str) -> str | None:
    for part in _parts(message):
        if part.get_content_type() == f"text/{kind}" and part.get_content_disposition() != "attachment":
            return _content(part)
    return None


def _parts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number >= MAX_PARTS:
            return
        yield part


def _content(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError, ValueError):
        return data.decode("cp1252", "replace")


def _attachments(message: Message, raw: Raw) -> Iterator[Raw]:
    for number, part in enumerate(_parts(message)):
        if part.get_content_type() == "message/rfc822" and isinstance(inner := part.get_payload(), list) and number and inner:
            yield _attached(raw, f"{number}.eml", inner[0].as_bytes() if isinstance(inner[0], EmailMessage) else b"", "message/rfc822")
        elif part.get_content_disposition() == "attachment" and isinstance(data := part.get_payload(decode=True), bytes) and data:
            yield _attached(raw, part.get_filename() or str(number), data, part.get_content_type())


def _attached(raw: Raw, name: str, data: bytes, media: str) -> Raw:
    return Raw(data, f"{raw.source}#{name}", (*raw.chain, Link("attachment", name)), None, media, None, raw.taken)
