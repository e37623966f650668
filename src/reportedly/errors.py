"""The tree of errors. Each has a code, a message that says what and where, and a hint that says how to mend it.

::

    ReportedlyError
    ├── InputError        E1xx  what was given to read
    │   ├── UnreadableError     E101  a path is missing, unreadable or no regular file
    │   ├── NotTextError        E102  binary, empty or undecodable content
    │   ├── TooLargeError       E103  more text than one report may hold
    │   ├── BadRecordError      E104  a line or row that is no report
    │   ├── BrokenFileError     E105  a page, PDF, archive or table that cannot be opened
    │   ├── NoReportError       E106  a page or message in which there is no text of a report
    │   ├── MissingExtraError   E107  a kind of file that an optional package reads, which is not installed
    │   ├── RefusedError        E11x  what is refused because it may do harm
    │   │   ├── UnsafeAddressError   E111  a private, loopback, link-local or metadata address
    │   │   ├── UnsafeSchemeError    E112  an address that is not http or https
    │   │   ├── RedirectsError       E113  too many redirects, or one that leads nowhere
    │   │   ├── TooSlowError         E114  longer than a fetch may take
    │   │   ├── BombError            E115  unpacks to far more than it is
    │   │   ├── NestingError         E116  archives in archives in archives
    │   │   ├── TooManyMembersError  E117  more members than an archive may have
    │   │   ├── UnsafePathError      E118  a member that would lie outside its archive
    │   │   ├── UnsafeXmlError       E119  XML with entities or a document type of its own
    │   │   └── RobotsError          E120  the site's robots.txt says no
    │   └── FetchError          E13x  what the network did not give
    │       ├── UnreachableError     E131  no such host, refused, broken off
    │       └── StatusError          E132  an answer that is no page (404, 429, 503)
    ├── UsageError        E2xx  what was asked for
    │   ├── BadDateError        E201  a date that is no date
    │   └── BadQueryError       E202  a question to the desk, or a judgement, that makes no sense
    ├── KnowledgeError    E301  a fault in the knowledge files
    ├── CodebookError     E302  a fault in a codebook (file, line, what is allowed)
    ├── ParserError       E303  the language model is missing or not the one we know
    ├── GazetteerError    E304  the gazetteer cannot be built or opened
    ├── EvidenceError     E401  a claim whose words are not in its report
    ├── StoreError        E5xx  the store
    │   ├── StoreVersionError   E501  schema older or newer than this program
    │   ├── StoreLockedError    E502  another process writes
    │   ├── StoreUnwritableError E503 read-only folder, full disk
    │   ├── NotFoundError       E504  no such report, claim, voice or actor
    │   └── TooCostlyError      E505  a question that takes longer than it may
    └── DeskError         E6xx  what the desk refuses
        ├── EditsOffError       E601  a judgement, where judgements are not allowed
        ├── ForeignError        E602  a write that another site may have sent
        ├── HostError           E603  a name that this desk does not answer to
        ├── TokenError          E604  no token, or a wrong one
        └── BodyError           E605  a body that is too large, or no JSON
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """Base of every error that Reportedly raises on purpose."""

    code = "E000"

    def __init__(self, message: str, *, hint: str = "", source: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.source = source  # what was being read, when there is one thing

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


class BrokenFileError(InputError):
    code = "E105"


class NoReportError(InputError):
    code = "E106"


class MissingExtraError(InputError):
    code = "E107"


class RefusedError(InputError):
    code = "E110"


class UnsafeAddressError(RefusedError):
    code = "E111"


class UnsafeSchemeError(RefusedError):
    code = "E112"


class RedirectsError(RefusedError):
    code = "E113"


class TooSlowError(RefusedError):
    code = "E114"


class BombError(RefusedError):
    code = "E115"


class NestingError(RefusedError):
    code = "E116"


class TooManyMembersError(RefusedError):
    code = "E117"


class UnsafePathError(RefusedError):
    code = "E118"


class UnsafeXmlError(RefusedError):
    code = "E119"


class RobotsError(RefusedError):
    code = "E120"


class FetchError(InputError):
    code = "E130"


class UnreachableError(FetchError):
    code = "E131"


class StatusError(FetchError):
    """An answer with a status that is no success. `status` is its number; `retry_after` seconds, when the server says so."""

    code = "E132"

    def __init__(self, message: str, *, hint: str = "", status: int = 0, retry_after: float | None = None) -> None:
        super().__init__(message, hint=hint)
        self.status = status
        self.retry_after = retry_after


class UsageError(ReportedlyError):
    code = "E200"


class BadDateError(UsageError):
    code = "E201"


class BadQueryError(UsageError):
    """`errors` names each place that is wrong: [{loc, msg}]."""

    code = "E202"

    def __init__(self, message: str, *, hint: str = "", errors: tuple[dict[str, str], ...] = ()) -> None:
        super().__init__(message, hint=hint)
        self.errors = errors


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


class TooCostlyError(StoreError):
    code = "E505"


class DeskError(ReportedlyError):
    code = "E600"


class EditsOffError(DeskError):
    code = "E601"


class ForeignError(DeskError):
    code = "E602"


class HostError(DeskError):
    code = "E603"


class TokenError(DeskError):
    code = "E604"


class BodyError(DeskError):
    code = "E605"
