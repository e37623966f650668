"""The tree of errors. Each has a code, a message that says what and where, and a hint that says how to mend it.

::

    ReportedlyError
    ├── InputError        E1xx  what was given to read
    │   ├── UnreadableError     E101  a path is missing, unreadable or no regular file
    │   ├── NotTextError        E102  binary, empty or undecodable content
    │   ├── TooLargeError       E103  more text than one report may hold
    │   └── BadRecordError      E104  a line of JSONL that is no report
    ├── UsageError        E2xx  what was asked for
    │   └── BadDateError        E201  a date that is no date
    ├── KnowledgeError    E301  a fault in the knowledge files
    ├── CodebookError     E302  a fault in a codebook (file, line, what is allowed)
    ├── ParserError       E303  the language model is missing or not the one we know
    ├── GazetteerError    E304  the gazetteer cannot be built or opened
    ├── EvidenceError     E401  a claim whose words are not in its report
    └── StoreError        E5xx  the store
        ├── StoreVersionError   E501  schema older or newer than this program
        ├── StoreLockedError    E502  another process writes
        ├── StoreUnwritableError E503 read-only folder, full disk
        └── NotFoundError       E504  no such report, claim, voice or actor
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """Base of every error that Reportedly raises on purpose."""

    code = "E000"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"error[{self.code}]: {self.message}" + (f"\nhint: {self.hint}" if self.hint else "")


class InputError(ReportedlyError):
    code = "E100"


class UnreadableError(InputError):
    code = "E101"


class NotTextError(InputError):
    code = "E102"


class TooLargeError(InputError):
    code = "E103"


class BadRecordError(InputError):
    code = "E104"


class UsageError(ReportedlyError):
    code = "E200"


class BadDateError(UsageError):
    code = "E201"


class KnowledgeError(ReportedlyError):
    code = "E301"


class CodebookError(ReportedlyError):
    code = "E302"


class ParserError(ReportedlyError):
    code = "E303"


class GazetteerError(ReportedlyError):
    code = "E304"


class EvidenceError(ReportedlyError):
    code = "E401"


class StoreError(ReportedlyError):
    code = "E500"


class StoreVersionError(StoreError):
    code = "E501"


class StoreLockedError(StoreError):
    code = "E502"


class StoreUnwritableError(StoreError):
    code = "E503"


class NotFoundError(StoreError):
    code = "E504"
