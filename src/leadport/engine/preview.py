"""The first records of a text under a dialect, for people and programs that want to see what it would read as."""

from __future__ import annotations

import re
from itertools import islice

from leadport.domain.dialect import Dialect
from leadport.engine.artifacts import SourcePart
from leadport.engine.encoding import decode_sample
from leadport.engine.limits import MIB
from leadport.engine.split import Signs, split_records

_MOST_BYTES = 1 * MIB
_LINE_END = re.compile(r"\r\n|\n|\r")


def preview(*, part: SourcePart, dialect: Dialect, limit: int = 50) -> tuple[tuple[str, ...], ...]:
    """The cells of the first `limit` records after the header, as they stand in the text; blank lines are no records.

    Records may be shorter or longer than the header. Reads one megabyte at most; bytes that do not fit show as U+FFFD.
    """
    with part.path.open("rb") as stream:
        stream.seek(dialect.bom)
        block = stream.read(_MOST_BYTES)
        complete = not stream.read(1)
    text = decode_sample(block=block, encoding=dialect.encoding, complete=complete)
    if not complete:
        text = text[: max(text.rfind("\n"), text.rfind("\r")) + 1]
    signs = Signs(
        delimiter=dialect.delimiter,
        quotechar=dialect.quotechar,
        escapechar=dialect.escapechar,
        skip_space=dialect.skip_space,
    )
    body = _after_lines(text, dialect.preamble_lines + dialect.header_lines)
    return tuple(
        islice((piece.cells for piece in split_records(text=body, signs=signs) if not piece.blank_line), limit)
    )


def _after_lines(text: str, lines: int) -> str:
    """The text from the line with this number (from 0) on."""
    if lines == 0:
        return text
    last = next(islice(_LINE_END.finditer(text), lines - 1, None), None)
    return text[last.end() :] if last else ""
