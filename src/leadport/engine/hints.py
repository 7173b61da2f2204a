"""Whether what the user fixed by hand can be meant."""

from __future__ import annotations

from leadport.domain.dialect import DialectHints
from leadport.engine.unreadable import BadDelimiter, BadQuote

_LINE_SIGNS = frozenset("\r\n\0")


def check_hints(*, hints: DialectHints) -> None:
    """Refuse signs that are longer than one character, end lines, or would mean two things; "" stands for none."""
    delimiter, quote = hints.delimiter, hints.quotechar
    if delimiter is not None:
        if len(delimiter) > 1:
            raise BadDelimiter(detail=f"{len(delimiter)} were given")
        if delimiter in _LINE_SIGNS:
            raise BadDelimiter(detail="a line end cannot be one")
        if delimiter == '"':
            raise BadDelimiter(detail="a quotation mark cannot be one")
    if quote is not None:
        if len(quote) > 1:
            raise BadQuote(detail=f"{len(quote)} were given")
        if quote in _LINE_SIGNS or (quote and quote == delimiter):
            raise BadQuote(detail="it cannot be the delimiter or a line end too")
