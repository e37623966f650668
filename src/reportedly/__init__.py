"""Reportedly: event data that remembers who said so.

>>> import reportedly
>>> reading = reportedly.read("Rebels shelled the town on Monday, the army said.", published="2015-10-07")
>>> [(claim.event.type, [voice.name for voice in claim.attribution]) for claim in reading]
[('ASSAULT', ['the army'])]
"""

from __future__ import annotations

from reportedly.document import Document
from reportedly.errors import ReportedlyError
from reportedly.read import read  # the name `reportedly.read` is the function; the module is in sys.modules
from reportedly.records import Claim, Reading
from reportedly.version import VERSION

__version__ = VERSION
__all__ = ["Claim", "Document", "Reading", "ReportedlyError", "__version__", "read"]
