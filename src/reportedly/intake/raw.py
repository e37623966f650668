"""What intake hands from door to door: the bytes of one report, and how they were come by."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from reportedly.document import Link, Original
from reportedly.intake.moments import now


@dataclass(frozen=True, slots=True)
class Limits:
    """What intake takes on. Sizes in bytes, times in seconds."""

    max_bytes: int = 64_000_000  # of one report's bytes, or one fetched body
    max_ratio: int = 200  # unpacked to packed, once more than `ratio_from` is unpacked
    ratio_from: int = 1_000_000
    max_unpacked: int = 50_000_000_000  # of one archive in all
    max_nesting: int = 3
    max_members: int = 200_000
    max_seconds: float = 30.0  # of one fetch, from the name look-up to the last byte
    max_redirects: int = 5


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one report. `source` is what a user would call it; `media` and `charset` are what its sender said, if anything."""

    data: bytes
    source: str
    chain: tuple[Link, ...] = ()
    url: str | None = None
    media: str | None = None
    charset: str | None = None
    taken: str | None = None

    @property
    def name(self) -> str:
        """What the bytes are called where they were found: the name of the file, member or attachment, or the address."""
        last = self.chain[-1] if self.chain else None
        return last.name if last and last.kind in ("file", "member", "attachment", "object") else self.url or self.source

    def original(self) -> Original:
        """The record that the store keeps: hash, media type, chain, and the bytes."""
        return Original(digest(self.data), self.media or "application/octet-stream", self.taken or now(), self.chain, self.data)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
