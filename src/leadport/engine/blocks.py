"""The text of a source part as UTF-8, a block at a time, whatever its encoding is."""

from __future__ import annotations

import codecs
from pathlib import Path
from types import TracebackType
from typing import Self

from leadport.engine.faults import KEEP_BYTES

_ASCII_PROBE = bytes(range(128)) + b"\x1b$B0!\x1b(B~{0!~}+AGE-"
"""All of ASCII, and the sequences by which ISO-2022, HZ and UTF-7 say more with ASCII than ASCII does."""


class Blocks:
    """An open text. `read` gives UTF-8 in which lines keep their terminators; a byte order mark is skipped.

    Bytes that do not fit the encoding are kept: in a UTF-8 text as they are, from any other encoding as the surrogates
    that KEEP_BYTES makes. `decode` turns a piece that starts and ends at line ends into characters, with U+DC00 plus
    the byte for each of them. `bytes_read` counts the bytes of the file itself.
    """

    def __init__(self, *, path: Path, encoding: str, bom: int = 0) -> None:
        self._file = path.open("rb", buffering=0)
        self._decoder: codecs.IncrementalDecoder | None = None
        self._errors = KEEP_BYTES
        self._ascii_is_plain = False
        if codecs.lookup(encoding).name != "utf-8":
            self._decoder = codecs.getincrementaldecoder(encoding)(errors=KEEP_BYTES)
            self._errors = "surrogatepass"
            self._ascii_is_plain = _spells_ascii_plainly(encoding=encoding)
        self._ended = False
        self.bytes_read = len(self._file.read(bom)) if bom else 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def read(self, *, size: int) -> bytes:
        """The next bytes of the text, about `size` of them; nothing only at its end."""
        while not self._ended:
            raw = self._file.read(size)
            self.bytes_read += len(raw)
            self._ended = not raw
            block = self._transcode(raw=raw)
            if block:
                return block
        return b""

    def decode(self, *, piece: bytes) -> str:
        """The characters of a piece of what `read` gave."""
        return piece.decode("utf-8", self._errors)

    def _transcode(self, *, raw: bytes) -> bytes:
        if self._decoder is None:
            return raw
        if self._ascii_is_plain and raw.isascii() and not self._decoder.getstate()[0]:
            return raw
        return self._decoder.decode(raw, final=self._ended).encode("utf-8", "surrogatepass")


def _spells_ascii_plainly(*, encoding: str) -> bool:
    """Whether ASCII bytes always mean themselves in this encoding, so that a block of them needs no decoding."""
    return _ASCII_PROBE.decode(encoding, "replace") == _ASCII_PROBE.decode("ascii")
