"""Reportedly: event data that remembers who said so.

>>> import reportedly
>>> reading = reportedly.read("Rebels shelled the town on Monday, the army said.", published="2015-10-07")
>>> [(claim.event.type, [voice.name for voice in claim.attribution]) for claim in reading]
[('ASSAULT', ['the army'])]
"""

from __future__ import annotations

from datetime import date

from reportedly.errors import ReportedlyError
from reportedly.records import Claim, Document, Reading
from reportedly.version import VERSION

__version__ = VERSION
__all__ = ["Claim", "Document", "Reading", "ReportedlyError", "__version__", "read"]


def read(text: str, *, published: date | str | None = None, title: str | None = None, outlet: str | None = None, url: str | None = None) -> Reading:
    """Read one report. `published` is a date or an ISO string; without it, relative times stay unresolved.

    Raises BadDateError, NotTextError (no words) and TooLargeError.
    """
    from reportedly.intake.text import Given, document_from_text, parse_date  # the language model is loaded when first read
    from reportedly.read import read_document

    day = parse_date(published) if isinstance(published, str) else published
    return read_document(document_from_text(text, given=Given(day, outlet, title, url)))
