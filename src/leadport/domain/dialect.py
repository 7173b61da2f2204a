"""How the text of a source is written: encoding, delimiter, quotes, header, line endings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LineEnding(StrEnum):
    """The physical line terminators found; `mixed` means more than one of them outside quotes."""

    LF = "lf"
    CRLF = "crlf"
    CR = "cr"
    MIXED = "mixed"


@dataclass(frozen=True, kw_only=True)
class DialectHints:
    """What the user fixed by hand; None means "find out"."""

    encoding: str | None = None
    delimiter: str | None = None
    quotechar: str | None = None
    has_header: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """Everything `read` needs to split one text into records.

    `encoding` is a Python codec name in lower case (`utf-8`, `utf-16-le`, `windows-1252`, ...), never
    one of the `-sig` kind; `bom` is the number of bytes to skip at the start.
    `delimiter` is one character, or None when the text has one column.
    `quotechar` is one character, or None when quotes are plain text; a doubled quote stands for one,
    and with `escapechar` that character before a quote does as well.
    `preamble_lines` counts the physical lines before the header (or before the first record when there is
    no header), a `sep=` line included. `header_lines` counts the physical lines the header takes (0 without).
    `header` has one name a column; without a header it holds "" for every column. `columns` is its length.
    `skip_space` says that blanks after a delimiter are not part of the cell.
    `address_column` is the index of the column in which most addresses stand, or None.
    """

    encoding: str
    bom: int = 0
    delimiter: str | None
    quotechar: str | None = '"'
    escapechar: str | None = None
    skip_space: bool = False
    line_ending: LineEnding = LineEnding.LF
    preamble_lines: int = 0
    has_header: bool = True
    header_lines: int = 1
    header: tuple[str, ...]
    address_column: int | None = None
    confidence: float = 1.0

    @property
    def columns(self) -> int:
        """The number of columns a whole record has."""
        return len(self.header)
