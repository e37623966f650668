"""The packed streams of a PDF, measured before its reader unpacks them: that holds each whole in memory."""

from __future__ import annotations

import re
import zlib

from reportedly.errors import BombError

STREAM = re.compile(rb"stream\r?\n")
TWICE = re.compile(rb"/Fl(?:ateDecode)?\s*/Fl(?:ateDecode)?\b")
MAX_STREAM = 300_000_000  # bytes unpacked; a page scanned in colour at 600 dots an inch has a third of it
MAX_ALL = 3_000_000_000
STEP = 1 << 20


def check_streams(data: bytes, source: str) -> None:
    """BombError when a stream, or all together, unpack to more than a PDF of 64 MB has."""
    hint = "print it anew, if you trust it"
    if TWICE.search(data):
        raise BombError(f"{source}: a stream that is packed twice", hint=hint)
    total = 0
    for found in STREAM.finditer(data):
        total += (size := _unpacked(data, found.end()))
        if size > MAX_STREAM or total > MAX_ALL:
            raise BombError(f"{source}: a stream of more than {MAX_STREAM:,} bytes, or {MAX_ALL:,} in all", hint=hint)


def _unpacked(data: bytes, start: int) -> int:
    """How many bytes the stream that begins here unpacks to, counted no further than matters; 0 when it is not packed so."""
    unpacker = zlib.decompressobj()
    size = 0
    try:
        for at in range(start, len(data), STEP):
            waiting = data[at : at + STEP]
            while waiting and not unpacker.eof and size <= MAX_STREAM:
                size += len(unpacker.decompress(waiting, STEP))
                waiting = unpacker.unconsumed_tail
            if unpacker.eof or size > MAX_STREAM:
                break
    except zlib.error:
        pass  # no zlib, or damaged here
    return size
