"""Which bytes of a text are looked at before it is read: its head, and a few places further in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from leadport.engine.limits import GIB, KIB, MIB

HEAD_BYTES = 1 * MIB
_PROBE_BYTES = 32 * KIB
_PROBES = 8
_SEARCH_BYTES = 1 * GIB


@dataclass(frozen=True, kw_only=True)
class Sample:
    """`head` is the start of the text, all of it when `complete`; each probe starts on a multiple of four bytes."""

    head: bytes
    complete: bool
    probes: tuple[bytes, ...] = ()

    def lines_of_probes(self) -> Iterator[bytes]:
        """The probes without the broken lines at their ends, for encodings in which a line end is one byte."""
        for probe in self.probes:
            start = min((place for place in (probe.find(b"\n"), probe.find(b"\r")) if place >= 0), default=-1)
            end = max(probe.rfind(b"\n"), probe.rfind(b"\r"))
            if start < end:
                yield probe[start + 1 : end + 1]


def take_sample(*, path: Path) -> Sample:
    """Read the head of a text and evenly spread probes, the last one at its end.

    Where all of that is plain ASCII, the text is searched for the first bytes that are not (up to 1 GB): one umlaut in
    a large file decides its encoding as well as a thousand do.
    """
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(0)
        head = stream.read(HEAD_BYTES)
        if size <= len(head):
            return Sample(head=head, complete=True)
        probes = tuple(_probes(stream, size))
        if head.isascii() and all(probe.isascii() for probe in probes):
            probes += tuple(_foreign(stream))
    return Sample(head=head, complete=False, probes=probes)


def _probes(stream: BinaryIO, size: int) -> Iterator[bytes]:
    room = size - HEAD_BYTES - _PROBE_BYTES
    for number in range(_PROBES):
        offset = HEAD_BYTES + max(0, room) * number // (_PROBES - 1)
        stream.seek(offset // 4 * 4)
        yield stream.read(_PROBE_BYTES)


def _foreign(stream: BinaryIO) -> Iterator[bytes]:
    """Up to a probe's worth of text round each of the first few blocks with a byte above 127."""
    found = 0
    for offset in range(HEAD_BYTES, HEAD_BYTES + _SEARCH_BYTES, MIB):
        stream.seek(offset)
        block = stream.read(MIB)
        if not block or found == _PROBES:
            return
        if not block.isascii():
            found += 1
            first = len(block) - len(block.lstrip(_ASCII))
            start = max(0, first - _PROBE_BYTES // 2) // 4 * 4
            yield block[start : start + _PROBE_BYTES]


_ASCII = bytes(range(128))
