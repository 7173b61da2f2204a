"""Which bytes of a text are proven, and which the reference reader must read: a text cut into pieces, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leadport.domain.dialect import Dialect
from leadport.engine.blocks import Blocks
from leadport.engine.lines import RECORD_LIMIT
from leadport.engine.reference import Reading, read_lines
from leadport.engine.scan import Grammar, Integers, Proof, grammar_of, scan

BLOCK = 4 * 1024 * 1024
"""The bytes read and proven at once: enough to make the cost of a step vanish, few enough to keep memory flat."""

_STRETCH = 64 * 1024
_LONGEST_STRETCH = 256 * 1024
_SURELY_TOO_LONG = 4 * RECORD_LIMIT + 4
"""A line of this many bytes is over the limit of a record, however many bytes a character takes."""

_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some records of a text: those in `proven` (whole, well-formed UTF-8 records) and those the reference reader read.

    `proven_lines` has the physical line at which each proven record starts, `read_lines` that of the others. Sorted by
    them, both together are the records in the order of the text.
    """

    proven: bytes
    proven_lines: Integers
    reading: Reading
    reading_lines: Integers


class Cutter:
    """Cuts one text into pieces.

    While the proof holds, pieces are whole blocks. Where it ends, the reference reader reads a stretch and the proof is
    tried again behind it. Stretches grow with every failure, and the block tried shrinks to a few stretches, so that
    in a text full of faults the vain attempts cost a fraction of the reading.
    """

    def __init__(self, *, blocks: Blocks, dialect: Dialect, block: int = BLOCK) -> None:
        self._blocks = blocks
        self._dialect = dialect
        self._grammar = grammar_of(dialect=dialect)
        self._block = block
        self._reach = block
        self._stretch = min(_STRETCH, block)
        self._buffer = b""
        self._at = 0
        self._line = 1
        self._ended = False

    def pieces(self) -> Iterator[Piece]:
        """All records behind preamble and header, in order."""
        dialect = self._dialect
        for _ in range(dialect.preamble_lines + (dialect.header_lines if dialect.has_header else 0)):
            self._skip_line()
        referred = False
        while self._fill():
            if referred or self._grammar is None:
                yield self._refer()
                referred = False
            else:
                piece, referred = self._prove(grammar=self._grammar)
                if piece:
                    yield piece

    def _left(self) -> int:
        return len(self._buffer) - self._at

    def _fill(self) -> bool:
        """Have a good part of a block to read, or what is left; False at the end of the text."""
        while not self._ended and self._left() < max(1, self._block // 2):
            self._read_more()
        return self._left() > 0

    def _read_more(self) -> None:
        more = self._blocks.read(size=self._block)
        self._buffer = self._buffer[self._at :] + more
        self._at = 0
        if not more:
            self._ended = True
            # A last line without its end is given one, so that every line has one.
            if self._buffer and not self._buffer.endswith(b"\n"):
                self._buffer += b"\n"

    def _skip_line(self) -> None:
        while self._fill():
            found = _LINE_END.search(self._buffer, self._at)
            if found and (found.end() < len(self._buffer) or self._ended or found.group() != b"\r"):
                self._at = found.end()
                self._line += 1
                return
            # A CR at the very end may be half of a CRLF: it is looked at again with what follows.
            self._at = found.start() if found else len(self._buffer)
            self._read_more()

    def _prove(self, *, grammar: Grammar) -> tuple[Piece | None, bool]:
        """A proven piece, if any, and whether what comes next must be referred to the reference reader."""
        window = self._buffer[self._at : self._at + self._reach]
        proof = scan(block=window, grammar=grammar)
        if not len(proof.ends):
            return None, proof.fault or not self._widen()
        piece, whole = self._assemble(window=window, proof=proof)
        if whole:
            self._reach = min(self._reach * 2, self._block)
            self._stretch = min(_STRETCH, self._block) if self._reach == self._block else self._stretch
        return piece, not whole

    def _widen(self) -> bool:
        """See more of the text at once because no record ends in what is seen; False when that cannot help."""
        if self._reach < self._left():
            self._reach *= 2
            return True
        if self._ended or self._left() > _SURELY_TOO_LONG:
            return False
        self._read_more()
        self._reach = max(self._reach, self._left())
        return True

    def _assemble(self, *, window: bytes, proof: Proof) -> tuple[Piece | None, bool]:
        """The piece that the proof gives, its suspects read by the reference reader, and whether that is all of it.

        Where suspects are many, or one turns out not to be what the proof took it for, the piece ends at the first.
        """
        suspects, records, reading = proof.suspects, len(proof.ends), None
        if len(suspects) and (len(suspects) < 32 or len(suspects) * 4 < records):
            reading = self._read_suspects(window=window, proof=proof)
        if len(suspects) and reading is None:
            records = int(suspects[0])
            suspects = suspects[:0]
        if not records:
            return None, False
        piece = Piece(
            proven=_without(window=window, ends=proof.ends[:records], left_out=suspects),
            proven_lines=self._line + np.delete(proof.lines[:records], suspects),
            reading=reading or Reading(),
            reading_lines=self._line + _lines_of(reading=reading, proof=proof),
        )
        self._at += int(proof.ends[records - 1])
        self._line += int(proof.lines[records]) if records < len(proof.ends) else proof.line_count
        return piece, records == len(proof.ends) and not proof.fault

    def _read_suspects(self, *, window: bytes, proof: Proof) -> Reading | None:
        """What the reference reader makes of all suspects one behind the other; None when their quotes do not match."""
        ends = proof.ends.tolist()
        text = b"".join(window[ends[i - 1] if i else 0 : ends[i]] for i in proof.suspects.tolist())
        reading = read_lines(lines=self._decoded(text=text), dialect=self._dialect, complete=True)
        return None if reading.broken else reading

    def _refer(self) -> Piece:
        """A piece that the reference reader reads: about a stretch, more when a record does not end in it."""
        size = self._stretch
        while True:
            text, complete = self._stretch_of_lines(size=size)
            lines = self._decoded(text=text)
            reading = read_lines(lines=lines, dialect=self._dialect, complete=complete)
            if reading.used:
                break
            size *= 2
        piece = Piece(
            proven=b"",
            proven_lines=np.zeros(0, np.int64),
            reading=reading,
            reading_lines=self._line + np.array(reading.starts, np.int64),
        )
        self._consume(text=text, used=reading.used)
        self._stretch = min(self._stretch * 2, max(self._block, _STRETCH), _LONGEST_STRETCH)
        self._reach = min(self._stretch, self._block)
        return piece

    def _stretch_of_lines(self, *, size: int) -> tuple[bytes, bool]:
        """Whole lines from here on, at most `size` bytes, and whether they are all that is left.

        Nothing when not even one line ends there; a line that is surely too long is given without its end.
        """
        if not self._ended and self._left() <= size:
            self._read_more()
        window = self._buffer[self._at : self._at + size]
        if self._ended and size >= self._left():
            return window, True
        cut = max(window.rfind(b"\n"), window.rfind(b"\r", 0, -1)) + 1
        if cut or len(window) <= _SURELY_TOO_LONG:
            return window[:cut], False
        return window.removesuffix(b"\r"), False

    def _consume(self, *, text: bytes, used: int) -> None:
        lines = text.splitlines(keepends=True)[:used]
        self._at += sum(map(len, lines))
        if lines[-1].endswith((b"\n", b"\r")):
            self._line += used
        else:
            self._line += used - 1
            self._skip_line()

    def _decoded(self, *, text: bytes) -> list[str]:
        return [self._blocks.decode(piece=line) for line in text.splitlines(keepends=True)]


def _without(*, window: bytes, ends: Integers, left_out: Integers) -> bytes:
    """The bytes of all records but those left out."""
    if not len(left_out):
        return window[: int(ends[-1])]
    stops = np.where(left_out > 0, ends[left_out - 1], 0).tolist()
    starts = ends[left_out].tolist()
    return b"".join(
        window[start:stop] for start, stop in zip([0, *starts], [*stops, int(ends[-1])], strict=True) if start < stop
    )


def _lines_of(*, reading: Reading | None, proof: Proof) -> Integers:
    """The physical line in the block at which each record of the suspects starts."""
    if reading is None:
        return np.zeros(0, np.int64)
    after = np.append(proof.lines, proof.line_count)
    counts = (after[1:] - after[:-1])[proof.suspects]
    before = np.cumsum(counts) - counts
    line_of = np.repeat(proof.lines[proof.suspects] - before, counts) + np.arange(int(counts.sum()))
    return line_of[np.array(reading.starts, np.int64)]
