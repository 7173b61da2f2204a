"""How a text is written: encoding, delimiter, quotes, header; found from a bounded sample, in time linear in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from leadport.domain.dialect import Dialect, DialectHints, LineEnding
from leadport.engine.address_shape import count_addresses
from leadport.engine.artifacts import SourcePart
from leadport.engine.delimiter import USUAL, Layout, choose_layout
from leadport.engine.encoding import Encoding, decode_sample, detect_encoding
from leadport.engine.header import Start, address_column, column_names, find_start
from leadport.engine.header_words import names_email
from leadport.engine.hints import check_hints
from leadport.engine.limits import MAX_COLUMNS
from leadport.engine.sampling import Sample, take_sample
from leadport.engine.split import Piece, Signs, split_records
from leadport.engine.unreadable import (
    AddressesInOneLine,
    EmptySource,
    LinesInQuotes,
    LineTooLong,
    NotATable,
    TooManyColumns,
)

NO_HINTS = DialectHints()
_RECORDS = 2000
_CHARACTERS = 512 * 1024
_ENOUGH = 3
_POOR, _FINE = 0.5, 0.8
_SEPARATOR = re.compile(r'"?sep=(\\t|[^\r\n])"?[ ;,\t]*(?:\r\n|\n|\r|$)', re.IGNORECASE)
_ENDINGS = {"\n": LineEnding.LF, "\r\n": LineEnding.CRLF, "\r": LineEnding.CR}


@dataclass(frozen=True, kw_only=True)
class _Text:
    """The decoded start of a part from the line after a `sep=` line on; `separator` is the sign that line names."""

    body: str
    skipped_lines: int = 0
    separator: str | None = None


def detect(*, part: SourcePart, hints: DialectHints = NO_HINTS) -> Dialect:
    """How to split `part` into records. Hints stand as they are and everything else is found under them.

    A hint of "" for the delimiter means one column, for the quotation mark none. Refuses (`UnreadableSource`) an empty
    text, a first line without end, more than 500 columns, several people in one single line, and senseless hints.
    """
    check_hints(hints=hints)
    sample = take_sample(path=part.path)
    encoding = _encoding(part, sample, hints)
    text = _text(part, sample, encoding)
    layout = _layout(part, text, hints)
    pieces = list(islice(split_records(text=text.body, signs=layout.signs), _RECORDS))
    start = find_start(pieces=pieces, width=layout.width, has_header=hints.has_header)
    dialect = _dialect(encoding, text, layout, pieces, start, tuple(_probe_pieces(sample, encoding, layout.signs)))
    if dialect.columns > MAX_COLUMNS:
        raise TooManyColumns(name=part.name, detail=str(MAX_COLUMNS))
    if sample.complete and not dialect.has_header:
        _refuse_one_line(part, pieces)
    if hints.delimiter is None:
        _refuse_lines_in_quotes(part, layout, pieces)
    return dialect


def _encoding(part: SourcePart, sample: Sample, hints: DialectHints) -> Encoding:
    if part.rows_from_sheet and hints.encoding is None:
        return Encoding(name="utf-8")
    return detect_encoding(sample=sample, hint=hints.encoding)


def _text(part: SourcePart, sample: Sample, encoding: Encoding) -> _Text:
    """The whole lines of the head, without the `sep=` line with which Excel is told the delimiter."""
    text = decode_sample(block=sample.head[encoding.bom :], encoding=encoding.name, complete=sample.complete)
    if not text.strip(" \t\r\n\x0b\x0c\0\ufeff\u00a0"):
        if sample.complete:
            raise EmptySource(name=part.name)
        raise NotATable(name=part.name, detail="blank for its whole first megabyte")
    if not sample.complete:
        text = _whole_lines(part, text)
    if len(text) > _CHARACTERS and (cut := max(text.rfind("\n", 0, _CHARACTERS), text.rfind("\r", 0, _CHARACTERS))) > 0:
        text = text[: cut + 1]
    found = _SEPARATOR.match(text)
    if found is None:
        return _Text(body=text)
    sign = "\t" if found.group(1) == "\\t" else found.group(1)
    return _Text(body=text[found.end() :], skipped_lines=1, separator=sign)


def _whole_lines(part: SourcePart, text: str) -> str:
    end = max(text.rfind("\n"), text.rfind("\r"))
    if end < 0 or not text[:end].strip("\r\n"):
        raise LineTooLong(name=part.name, detail="1 MB")
    return text[: end + 1]


def _layout(part: SourcePart, text: _Text, hints: DialectHints) -> Layout:
    delimiter, quotechar = hints.delimiter, hints.quotechar
    if part.rows_from_sheet:
        delimiter = "," if delimiter is None else delimiter
        quotechar = '"' if quotechar is None else quotechar
    elif delimiter is None and text.separator is not None and text.separator in text.body:
        delimiter = text.separator
    return choose_layout(text=text.body, delimiter=delimiter, quotechar=quotechar)


def _dialect(
    encoding: Encoding, text: _Text, layout: Layout, pieces: Sequence[Piece], start: Start, probes: Sequence[Piece]
) -> Dialect:
    first = pieces[start.index] if pieces else Piece(line=0, lines=0, cells=("",))
    records = [piece for piece in pieces[start.index + start.has_header :] if not piece.blank]
    people = (*records, *probes)
    header = _header(first, records, people) if start.has_header else ("",) * _widest(records, layout.width)
    best_score = 0.6 + 0.4 * (1 - 0.5 / layout.width)
    return Dialect(
        encoding=encoding.name,
        bom=encoding.bom,
        delimiter=layout.signs.delimiter,
        quotechar=layout.signs.quotechar,
        escapechar=layout.signs.escapechar,
        skip_space=layout.signs.skip_space,
        line_ending=_line_ending(pieces),
        preamble_lines=text.skipped_lines + first.line,
        has_header=start.has_header,
        header_lines=first.lines if start.has_header else 0,
        header=header,
        address_column=address_column(pieces=people, names=header),
        confidence=round(encoding.confidence * min(1.0, layout.score / best_score), 3),
    )


def _header(first: Piece, records: Sequence[Piece], people: Sequence[Piece]) -> tuple[str, ...]:
    """The names of all columns; where every record is as much wider than the header, the nameless ones are named ""."""
    names = column_names(cells=first.cells)
    missing = {_filled_width(piece) - len(names) for piece in records}
    if len(missing) != 1 or len(records) < _ENOUGH or (more := missing.pop()) <= 0:
        return names
    column = address_column(pieces=people, names=())
    if more == 1 and column and names_email(text=names[column - 1]):
        # Some statistics programs number the rows in a first column and give that column no name.
        return ("", *names)
    return (*names, *("",) * more)


def _filled_width(piece: Piece) -> int:
    """The number of cells up to the last that is not blank."""
    return max((place for place, cell in enumerate(piece.cells, start=1) if cell.strip()), default=0)


def _widest(records: Sequence[Piece], width: int) -> int:
    """The columns of a list without header: enough for all records of a short list, for all but a few of a long one."""
    widths = Counter(_filled_width(piece) for piece in records)
    rare = len(records) // 50
    return max([width, *(found for found, times in widths.items() if times > rare)])


def _line_ending(pieces: Sequence[Piece]) -> LineEnding:
    kinds = {piece.ending for piece in pieces if piece.ending}
    if len(kinds) > 1:
        return LineEnding.MIXED
    return _ENDINGS[kinds.pop()] if kinds else LineEnding.LF


def _probe_pieces(sample: Sample, encoding: Encoding, signs: Signs) -> Iterator[Piece]:
    """Records from further in, for telling which column holds the addresses."""
    wide = encoding.name.startswith(("utf-16", "utf-32"))
    for block in sample.probes if wide else sample.lines_of_probes():
        yield from split_records(text=decode_sample(block=block, encoding=encoding.name, complete=False), signs=signs)


def _refuse_one_line(part: SourcePart, pieces: Sequence[Piece]) -> None:
    """Several addresses in the only line are several people, whom no reading of lines could tell apart."""
    filled = [piece for piece in pieces if not piece.blank]
    if len(filled) == 1 and count_addresses(text=" ".join(filled[0].cells)) > 2:
        raise AddressesInOneLine(name=part.name)


def _refuse_lines_in_quotes(part: SourcePart, layout: Layout, pieces: Sequence[Piece]) -> None:
    """What looks like one column is refused when the cells themselves are records."""
    if layout.signs.delimiter is None and layout.score < _POOR:
        inner = choose_layout(text="\n".join(piece.cells[0] for piece in pieces))
        if inner.signs.delimiter in USUAL and inner.score > _FINE:
            raise LinesInQuotes(name=part.name)
