"""How a text falls into records and cells under given signs; for looking at a text, and linear in its length.

The rules are those of the csv module's reader, with two differences: a quotation mark that opens and is not properly
closed within reach is plain text, so that it costs its own line and no other; and without a delimiter every line is a
record, from which quotation marks are taken only when they enclose it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from leadport.engine.lines import is_blank

_REACH = 32_768
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, kw_only=True)
class Signs:
    """The signs that split a text, as in `Dialect`."""

    delimiter: str | None
    quotechar: str | None = '"'
    escapechar: str | None = None
    skip_space: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """One record: its cells, its first physical line (from 0), how many lines it takes, and how it ended.

    `flaws` counts quotation marks that opened and did not close properly or had text after them, `quoted` quoted cells.
    """

    line: int
    lines: int
    cells: tuple[str, ...]
    flaws: int = 0
    quoted: int = 0
    ending: str = ""

    @property
    def blank(self) -> bool:
        """True when nothing but blanks stands in any of its cells."""
        return all(is_blank(text=cell) for cell in self.cells if cell)

    @property
    def blank_line(self) -> bool:
        """True when it is no record at all: a line with nothing but blanks, not even delimiters."""
        return len(self.cells) == 1 and self.blank


def split_records(*, text: str, signs: Signs) -> Iterator[Piece]:
    """The records of `text` in order, blank lines included."""
    place, line, size = 0, 0, len(text)
    while place < size:
        found = _LINE_END.search(text, place)
        end, after = (found.start(), found.end()) if found else (size, size)
        quote = signs.quotechar
        if quote is None or signs.delimiter is None or text.find(quote, place, end) < 0:
            yield Piece(line=line, lines=1, cells=_plain_cells(text[place:end], signs), ending=text[end:after])
            place, line = after, line + 1
            continue
        walk = _Walk(text=text, place=place, end=end, after=after, signs=signs)
        walk.run()
        yield Piece(
            line=line,
            lines=walk.lines,
            cells=tuple(walk.cells),
            flaws=walk.flaws,
            quoted=walk.quoted,
            ending=text[walk.end : walk.after],
        )
        place, line = walk.after, line + walk.lines


def _plain_cells(line: str, signs: Signs) -> tuple[str, ...]:
    if signs.delimiter is None:
        return (_unquoted(line, signs.quotechar),)
    cells = line.split(signs.delimiter)
    return tuple(cell.lstrip(" ") for cell in cells) if signs.skip_space else tuple(cells)


def _unquoted(line: str, quote: str | None) -> str:
    """The line without the quotation marks that enclose it whole."""
    if quote and len(line) > 1 and line.startswith(quote) and line.endswith(quote):
        inside = line[1:-1]
        if quote not in inside.replace(quote * 2, ""):
            return inside.replace(quote * 2, quote)
    return line


@cache
def _inside(quote: str, escape: str | None) -> re.Pattern[str]:
    """What may stand between two quotation marks; possessive, so that it never goes back."""
    mark = re.escape(quote)
    if escape is None:
        return re.compile(f"[^{mark}]*+(?:{mark}{mark}[^{mark}]*+)*+")
    sign = re.escape(escape)
    return re.compile(f"[^{mark}{sign}]*+(?:(?:{mark}{mark}|{sign}.)[^{mark}{sign}]*+)*+", re.DOTALL)


@dataclass(kw_only=True)
class _Walk:
    """Walks over one record cell by cell; `end` and `after` frame the line end that is next."""

    text: str
    place: int
    end: int
    after: int
    signs: Signs

    def __post_init__(self) -> None:
        self.cells: list[str] = []
        self.lines = 1
        self.flaws = 0
        self.quoted = 0

    def run(self) -> None:
        """Collect the cells up to the end of the record."""
        more = True
        while more:
            more = self._cell()

    def _cell(self) -> bool:
        """Take one cell; True when another follows."""
        if self.signs.skip_space:
            while self.place < self.end and self.text[self.place] == " ":
                self.place += 1
        head = ""
        if self.place < self.end and self.text[self.place] == self.signs.quotechar:
            head = self._quoted_part()
        delimiter = self.signs.delimiter
        stop = self.text.find(delimiter, self.place, self.end) if delimiter is not None else -1
        rest = self.text[self.place : stop if stop >= 0 else self.end]
        self.cells.append(head + rest)
        if stop < 0:
            return False
        self.place = stop + 1
        return True

    def _quoted_part(self) -> str:
        """The text inside a quoted cell that starts here; "", and no step forward, when it does not close properly."""
        quote = self.signs.quotechar or ""
        start = self.place + 1
        found = _inside(quote, self.signs.escapechar).match(self.text, start, min(len(self.text), start + _REACH))
        close = found.end() if found else start
        if self.text[close : close + 1] != quote or (close > self.end and not self._closes(close + 1)):
            self.flaws += 1
            return ""
        if close > self.end:
            self._go_to_line_of(close)
        self.quoted += 1
        self.flaws += not self._closes(close + 1)
        self.place = close + 1
        return self._unescaped(self.text[start:close], quote)

    def _closes(self, place: int) -> bool:
        """True when a delimiter, a line end or the end follows, blanks left aside."""
        while self.text[place : place + 1] == " ":
            place += 1
        follows = self.text[place : place + 1]
        return follows in ("", "\r", "\n") or follows == self.signs.delimiter

    def _go_to_line_of(self, place: int) -> None:
        start = self.place
        self.lines += sum(1 for _ in _LINE_END.finditer(self.text, start, place))
        found = _LINE_END.search(self.text, place)
        self.end, self.after = (found.start(), found.end()) if found else (len(self.text), len(self.text))

    def _unescaped(self, inside: str, quote: str) -> str:
        escape = self.signs.escapechar
        if escape is not None:
            inside = inside.replace(escape + quote, quote)
        return inside.replace(quote * 2, quote)
