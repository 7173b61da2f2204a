"""What one physical line says on its own: where it ends, whether it is blank, what cells it has."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from leadport.domain.dialect import Dialect

if TYPE_CHECKING:
    from _csv import Reader

CELL_LIMIT = 64 * 1024
"""The most characters a cell may have."""

RECORD_LIMIT = 1024 * 1024
"""The most characters a record may have, its line terminators included."""

BLANKS = " \t\v\f\x1a\xa0\u2007\u202f\u3000\ufeff"
"""Characters that make a line no less blank; U+001A ends a file on old systems, U+FEFF is a stray byte order mark."""

OTHER_DELIMITERS = (",", ";", "\t", "|")
"""What a line that differs from the rest may be delimited by."""

HIDDEN_QUOTE = "\udbff"
"""Stands for a quote written with an escape character while a line is split; no decoder produces this code point."""


def body(*, line: str) -> str:
    """The line without its own terminator (LF, CRLF or CR)."""
    return line.removesuffix("\n").removesuffix("\r")


def is_blank(*, text: str) -> bool:
    """Whether nothing but blanks (and line terminators) stands in the text."""
    return not text.strip(BLANKS + "\r\n")


def hide_escaped_quotes(*, line: str, dialect: Dialect) -> str:
    """The line with each escaped quote replaced by HIDDEN_QUOTE; an escape that is itself escaped escapes nothing."""
    if not dialect.escapechar or not dialect.quotechar or dialect.escapechar == dialect.quotechar:
        return line
    if dialect.escapechar + dialect.quotechar not in line:
        return line
    escape, quote = re.escape(dialect.escapechar), re.escape(dialect.quotechar)
    return re.sub(f"(?<!{escape})((?:{escape}{escape})*){escape}{quote}", rf"\1{HIDDEN_QUOTE}", line)


def strict_reader(*, lines: Iterable[str], dialect: Dialect, delimiter: str) -> Reader:
    """Python's csv reader over lines with terminators, in strict mode; escaped quotes must be hidden before."""
    return csv.reader(
        lines,
        delimiter=delimiter,
        quotechar=dialect.quotechar,
        quoting=csv.QUOTE_MINIMAL if dialect.quotechar else csv.QUOTE_NONE,
        doublequote=True,
        skipinitialspace=dialect.skip_space,
        strict=True,
    )


def split_strictly(*, line: str, dialect: Dialect, delimiter: str) -> list[str] | None:
    """The cells of a line that is a whole record, or None when its quotes do not match."""
    if delimiter == dialect.quotechar:
        return None
    try:
        return next(strict_reader(lines=(line,), dialect=dialect, delimiter=delimiter), [])
    except csv.Error:
        return None


def split_plainly(*, line: str, dialect: Dialect) -> list[str]:
    """The cells of a line when quotes are plain text."""
    text = body(line=line)
    cells = text.split(dialect.delimiter) if dialect.delimiter else [text]
    return [cell.lstrip(" ") for cell in cells] if dialect.skip_space else cells


def split_whole(*, line: str, dialect: Dialect) -> list[str]:
    """The one cell of a line in a text without delimiter: quotes count only where they enclose the whole line."""
    text, quote = body(line=line), dialect.quotechar
    if quote and len(text) >= 2 and text.startswith(quote) and text.endswith(quote):
        inner = text[1:-1]
        if quote not in inner.replace(quote * 2, ""):
            return [inner.replace(quote * 2, quote)]
    return [text]


def split_mended(*, line: str, dialect: Dialect) -> list[str] | None:
    """The cells of a line whose quotes do not match, or None when the quotes leave it open where a cell ends.

    A quote opens a cell only at its start and closes it only before a delimiter or the end of the line; every other
    quote is plain text: `"Joe "The Man" Smith",x` has two cells. If that does not give every column its cell, all
    quotes are plain text, provided that they come in pairs. An odd one means that a cell was never closed.
    """
    quote, delimiter = dialect.quotechar, dialect.delimiter
    if not quote or not delimiter:
        return None
    cells = _close_before_delimiters(text=body(line=line), quote=quote, delimiter=delimiter)
    if cells is not None and dialect.skip_space:
        cells = [cell.lstrip(" ") for cell in cells]
    if cells is not None and _fills(cells=cells, dialect=dialect):
        return cells
    cells = split_plainly(line=line, dialect=dialect)
    if line.count(quote) % 2 == 0 and _fills(cells=cells, dialect=dialect):
        return cells
    return None


def _close_before_delimiters(*, text: str, quote: str, delimiter: str) -> list[str] | None:
    opening, closing = _quote_patterns(quote, delimiter)
    cells: list[str] = []
    at = 0
    while at <= len(text):
        opened = opening.match(text, at)
        if opened:
            closed = closing.search(text, opened.end())
            if closed is None:
                return None
            cells.append(text[opened.end() : closed.start()].replace(quote * 2, quote))
            at = closed.end() + 1
        else:
            end = text.find(delimiter, at)
            end = len(text) if end < 0 else end
            cells.append(text[at:end])
            at = end + 1
    return cells


@lru_cache(maxsize=8)
def _quote_patterns(quote: str, delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    q, d = re.escape(quote), re.escape(delimiter)
    return re.compile(f" *{q}"), re.compile(f"{q} *(?={d}|\\Z)")


def _fills(*, cells: list[str], dialect: Dialect) -> bool:
    return len(cells) >= dialect.columns and all(is_blank(text=cell) for cell in cells[dialect.columns :])
