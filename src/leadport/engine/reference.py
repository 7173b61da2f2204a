"""The reference reader: what the records of a text are, by definition. Any faster path must equal it record for record.

A *physical line* ends at LF, CRLF or CR, inside quotes too. Reading starts behind preamble and header and goes from
physical line to physical line:

- A blank line outside quotes (nothing, or only blanks) is no record. A line of only delimiters is one.
- From every other line on, Python's csv reader in strict mode takes one record: the line itself, or several when a
  quoted cell holds line ends. It stands when its quotes match, and, if it has several lines, when no cell is over 64 K
  characters, the record is not over 1 M, and it has not *swallowed* other records. It has if every line between its
  first and its last (blank ones aside) looks like a whole record: exactly as many cells as columns (at least two) and
  an @ in the address column (in any cell when that is not known). A record of two lines has if both look so when quotes
  are plain text, and an @ stands before the line end in the cell that holds it.
- Where it does not stand, only its first line is a record, and reading goes on at the next line. If that line's quotes
  can be read as plain text with a cell for every column and no cell left open, it is mended (note `stray_quote`);
  otherwise its trouble is `unclosed_quote`.
- A one-line record with fewer cells than columns which one of , ; TAB | splits into exactly as many cells as columns,
  a cell with @ but without the usual delimiter among them (in the address column when that is known), is split by that
  (note `other_delimiter`).
- Missing cells are NULL, surplus cells are dropped when they are blank, else the trouble is `too_many_cells`.
- A line over 1 M characters is one record (`record_too_long`); a cell over 64 K characters is trouble
  (`cell_too_long`), and so are NUL (`nul_byte`) and bytes that do not fit the encoding (`undecodable_bytes`). Both show
  as U+FFFD in cells.
- A record with several troubles names the first of: record_too_long, cell_too_long, unclosed_quote, nul_byte,
  undecodable_bytes, too_many_cells.
- Without a delimiter every line that is not blank is a record of one cell, commas included; quotes are taken off only
  where they enclose the whole line.
- An escape character counts only before a quote, where it makes that quote plain text.

Time and memory are linear: a quote that stays open is read at most to the next one or to the limits, and then again
line by line.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from leadport.domain.dialect import Dialect
from leadport.engine.faults import Fault, raw_text, readable, trouble_in
from leadport.engine.lines import (
    CELL_LIMIT,
    HIDDEN_QUOTE,
    OTHER_DELIMITERS,
    RECORD_LIMIT,
    hide_escaped_quotes,
    is_blank,
    split_mended,
    split_plainly,
    split_strictly,
    split_whole,
    strict_reader,
)

_LINE_END = re.compile("[\r\n]")


@dataclass(slots=True)
class Reading:
    """The records found: for each the index of its first line and one cell a column, and faults by record index.

    `used` counts the lines accounted for, blank ones included; `broken` those on which matching the quotes failed.
    """

    starts: list[int] = field(default_factory=list)
    cells: list[Sequence[str | None]] = field(default_factory=list)
    faults: dict[int, Fault] = field(default_factory=dict)
    used: int = 0
    broken: int = 0


def read_lines(*, lines: Sequence[str], dialect: Dialect, complete: bool) -> Reading:
    """The records of these physical lines (each with its terminator), as this module defines them.

    Undecodable bytes stand in the lines as U+DC00 plus the byte. Unless the lines are `complete`, i.e. reach to the end
    of the text, a record at the end that more lines could still close is left unread and `used` tells where it starts.
    """
    reader = _Reader(source=lines, dialect=dialect)
    at = 0
    for long in [i for i, line in enumerate(lines) if len(line) > RECORD_LIMIT]:
        reader.read(start=at, stop=long, complete=True)
        reader.take_overlong(at=long)
        at = long + 1
    reader.read(start=at, stop=len(lines), complete=complete)
    return reader.reading


class _Reader:
    def __init__(self, *, source: Sequence[str], dialect: Dialect) -> None:
        self.source = source
        self.dialect = dialect
        self.columns = dialect.columns
        self.lines = source
        if dialect.escapechar:
            self.lines = [hide_escaped_quotes(line=line, dialect=dialect) for line in source]
        self.odd = _odd_lines(lines=self.lines)
        self.reading = Reading()

    def read(self, *, start: int, stop: int, complete: bool) -> None:
        """Take the records of the lines start .. stop - 1."""
        at = start
        while at < stop:
            if self.dialect.delimiter is None:
                at = self._take_line(at=at)
                continue
            at, ran_out = self._take_matching(at=at, stop=stop, delimiter=self.dialect.delimiter)
            if at < stop:
                if ran_out and not complete and sum(map(len, self.source[at:stop])) <= RECORD_LIMIT:
                    break
                self._take_broken(at=at)
                at += 1
        self.reading.used = at

    def take_overlong(self, *, at: int) -> None:
        """Take a line that is over the limit as one record which shows only its beginning."""
        self.reading.broken += 1
        cells = split_plainly(line=self.lines[at][:CELL_LIMIT], dialect=self.dialect)
        self._add(at=at, end=at + 1, cells=cells, trouble="record_too_long")

    def _take_line(self, *, at: int) -> int:
        if not is_blank(text=self.lines[at]):
            self._add(at=at, end=at + 1, cells=split_whole(line=self.lines[at], dialect=self.dialect))
        return at + 1

    def _take_matching(self, *, at: int, stop: int, delimiter: str) -> tuple[int, bool]:
        """Take records as long as quotes match; the line where they do not, and whether the lines ran out there."""
        lines = map(self.lines.__getitem__, range(at, stop))
        reader = strict_reader(lines=lines, dialect=self.dialect, delimiter=delimiter)
        base, odd, starts, rows = at, self.odd, self.reading.starts, self.reading.cells
        # A record of one column may be a blank line, so none is taken unseen.
        columns = self.columns if self.columns > 1 else -1
        try:
            for cells in reader:
                end = base + reader.line_num
                if end - at == 1 and len(cells) == columns and at not in odd:
                    starts.append(at)
                    rows.append(cells)
                elif end - at > 1 and self._overreaches(cells=cells, at=at, end=end):
                    return at, False
                elif len(cells) > 1 or end - at > 1 or not is_blank(text=self.lines[at]):
                    self._judge(cells=cells, at=at, end=end)
                at = end
        except csv.Error:
            return at, base + reader.line_num == stop
        return at, False

    def _overreaches(self, *, cells: list[str], at: int, end: int) -> bool:
        """Whether a record of several lines is over a limit or has swallowed others."""
        lines = self.lines[at:end]
        if sum(map(len, lines)) > RECORD_LIMIT or max(map(len, cells)) > CELL_LIMIT:
            return True
        if self.columns < 2:
            return False
        if len(lines) == 2:
            before_ends = [_LINE_END.split(cell, 1)[0] for cell in cells if _LINE_END.search(cell)]
            return any("@" in text for text in before_ends) and all(
                self._is_person(cells=split_plainly(line=line, dialect=self.dialect)) for line in lines
            )
        between = [line for line in lines[1:-1] if not is_blank(text=line)]
        return bool(between) and all(self._looks_whole(line=line) for line in between)

    def _looks_whole(self, *, line: str) -> bool:
        """Whether a line by itself is a person's record with matching quotes."""
        delimiter = self.dialect.delimiter
        if delimiter is None or "@" not in line or line.count(delimiter) < self.columns - 1:
            return False
        return self._is_person(cells=split_strictly(line=line, dialect=self.dialect, delimiter=delimiter) or [])

    def _is_person(self, *, cells: list[str], without: str = "") -> bool:
        """Whether there is a cell for every column and an address among them which does not hold the text `without`."""
        if len(cells) != self.columns:
            return False
        column = self.dialect.address_column
        addresses = cells if column is None else cells[column : column + 1]
        return any("@" in cell and not (without and without in cell) for cell in addresses)

    def _judge(self, *, cells: list[str], at: int, end: int) -> None:
        """Take a record whose quotes match but which may differ from the rest."""
        if len(cells) < self.columns and end - at == 1:
            split = self._split_otherwise(line=self.lines[at])
            if split:
                self._add(at=at, end=end, cells=split, notes="other_delimiter")
                return
        self._add(at=at, end=end, cells=cells)

    def _split_otherwise(self, *, line: str) -> list[str] | None:
        usual = self.dialect.delimiter or ""
        for delimiter in OTHER_DELIMITERS:
            if delimiter != usual and line.count(delimiter) >= self.columns - 1:
                cells = split_strictly(line=line, dialect=self.dialect, delimiter=delimiter)
                if cells and self._is_person(cells=cells, without=usual):
                    return cells
        return None

    def _take_broken(self, *, at: int) -> None:
        """Take one line whose quotes do not match, mended if that can be."""
        self.reading.broken += 1
        line = self.lines[at]
        cells = split_mended(line=line, dialect=self.dialect)
        if cells is None:
            self._add(at=at, end=at + 1, cells=split_plainly(line=line, dialect=self.dialect), trouble="unclosed_quote")
        else:
            self._add(at=at, end=at + 1, cells=cells, notes="stray_quote")

    def _add(
        self, *, at: int, end: int, cells: list[str], trouble: str | None = None, notes: str | None = None
    ) -> None:
        row: list[str | None] = [*cells[: self.columns]]
        if self.odd and any(line in self.odd for line in range(at, end)):
            trouble = self._odd_trouble(at=at, end=end, cells=cells, trouble=trouble)
            quote = self.dialect.quotechar or ""
            row = [readable(text=cell.replace(HIDDEN_QUOTE, quote)) for cell in cells[: self.columns]]
        if not trouble and len(cells) > self.columns and not is_blank(text="".join(cells[self.columns :])):
            trouble = "too_many_cells"
        row.extend([None] * (self.columns - len(row)))
        if trouble or notes:
            raw = raw_text(text="".join(self.source[at:end]))
            self.reading.faults[len(self.reading.starts)] = Fault(trouble=trouble, notes=notes, raw=raw)
        self.reading.starts.append(at)
        self.reading.cells.append(row)

    def _odd_trouble(self, *, at: int, end: int, cells: list[str], trouble: str | None) -> str | None:
        if trouble != "record_too_long" and any(len(cell) > CELL_LIMIT for cell in cells):
            return "cell_too_long"
        return trouble or trouble_in(text="".join(self.source[at:end]))


def _odd_lines(*, lines: Sequence[str]) -> frozenset[int]:
    """The lines that hold what cannot go into a cell as it stands: over-long text, NUL, or any kind of surrogate."""
    if max(map(len, lines), default=0) <= CELL_LIMIT and trouble_in(text="".join(lines)) is None:
        return frozenset()
    return frozenset(i for i, line in enumerate(lines) if len(line) > CELL_LIMIT or trouble_in(text=line))
