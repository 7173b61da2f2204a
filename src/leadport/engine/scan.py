"""Proof that a block of UTF-8 text splits into records the way the reference reader would split it.

The proof rests on the parity of quotes: if every quote that would open a cell stands at a cell's start and every quote
that would close one stands at a cell's end (a doubled quote does both), then the quotes before any place tell by their
number, odd or even, whether that place is inside a quoted cell, and with that all record ends are known. Where this
first fails the proof ends (`fault`), at the start of the record concerned. Records that are cut right but may not be
what they seem (too few or many cells, over-long, blank, undecodable, maybe swallowing others) are `suspects`.

Everything is done on whole arrays: the cost is a few passes over the bytes and some more over the delimiters.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from leadport.domain.dialect import Dialect
from leadport.engine.lines import BLANKS, CELL_LIMIT

_LF, _CR = 0x0A, 0x0D

SPARE_DELIMITER = "\x1f"
"""Not found in proven text of one column, so that a reader which insists on a delimiter may be given it."""

MOST_MARKS = 1024 * 1024
"""The most delimiters, quotes and line ends looked at in one block, so that a block of nothing else stays cheap."""

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The characters of a dialect as single bytes; a missing one is None. `columns` is what a whole record has."""

    delimiter: int | None
    quote: int | None
    escape: int | None
    columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """How a block begins: where its records end, and which of them are suspect.

    `ends` has the offset behind each record, the first starting at 0; `lines` the number of physical lines before each;
    `line_count` that of all of them. `suspects` holds indices of records. With `fault` the text behind the last
    end does not follow the grammar; without it a record may just not be complete there.
    """

    ends: Integers
    lines: Integers
    line_count: int
    suspects: Integers
    fault: bool


def grammar_of(*, dialect: Dialect) -> Grammar | None:
    """What to look for in a text of this dialect, or None when nothing could be proven of it."""
    marks = (dialect.delimiter, dialect.quotechar, dialect.escapechar)
    usable = all(mark is None or (len(mark) == 1 and mark.isascii() and mark not in "\r\n\0") for mark in marks)
    distinct = len({mark for mark in marks if mark}) == sum(mark is not None for mark in marks)
    if not usable or not distinct or dialect.skip_space or dialect.columns < 1:
        return None
    if dialect.delimiter is None and dialect.columns != 1:
        return None
    delimiter, quote, escape = (None if mark is None else ord(mark) for mark in marks)
    return Grammar(delimiter=delimiter, quote=quote, escape=escape, columns=dialect.columns)


def scan(*, block: bytes, grammar: Grammar) -> Proof:
    """Prove as much of the block as can be, from its start; the block must start where a record does."""
    codes = np.frombuffer(block, np.uint8)
    limit = min(_first_lone_cr(block=block, codes=codes), _first_escape(block=block, grammar=grammar))
    places = np.flatnonzero(_is_mark(codes=codes[:limit], grammar=grammar))
    fault = limit < len(block) and len(places) <= MOST_MARKS
    places = places[:MOST_MARKS]
    kinds = codes[places]
    quotes = kinds == grammar.quote if grammar.quote is not None and grammar.delimiter is not None else None
    if quotes is not None and quotes.any():
        stray = _first_stray_quote(codes=codes, quotes=places[quotes], delimiter=grammar.delimiter)
        fault |= stray < len(block)
        whole = int(np.searchsorted(places, stray))
        places, kinds = places[:whole], kinds[:whole]
        inside = np.logical_xor.accumulate(quotes[:whole])
    else:
        inside = np.zeros(len(places), np.bool_)
    layout = _layout(places=places, kinds=kinds, inside=inside, grammar=grammar)
    return Proof(
        ends=layout.ends,
        lines=layout.lines_after - layout.line_counts,
        line_count=int(layout.lines_after[-1]) if len(layout.ends) else 0,
        suspects=np.flatnonzero(_suspects(block=block, codes=codes, layout=layout, grammar=grammar)),
        fault=fault,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """For each record where it ends, its physical lines (and those up to its end), its cells and all delimiters."""

    ends: Integers
    lines_after: Integers
    line_counts: Integers
    cells: Integers
    delimiters: Integers


def _layout(*, places: Integers, kinds: npt.NDArray[np.uint8], inside: Flags, grammar: Grammar) -> _Layout:
    breaks = kinds == _LF
    delimiters = kinds == grammar.delimiter if grammar.delimiter is not None else np.zeros(len(kinds), np.bool_)
    rows = np.flatnonzero(breaks & ~inside)
    lines_after = np.cumsum(breaks)[rows]
    return _Layout(
        ends=places[rows] + 1,
        lines_after=lines_after,
        line_counts=np.diff(lines_after, prepend=0),
        cells=np.diff(np.cumsum(delimiters & ~inside)[rows], prepend=0) + 1,
        delimiters=np.diff(np.cumsum(delimiters)[rows], prepend=0),
    )


def _suspects(*, block: bytes, codes: npt.NDArray[np.uint8], layout: _Layout, grammar: Grammar) -> Flags:
    """For each record whether it needs the reference reader's eye."""
    suspect: Flags = layout.cells != grammar.columns
    if not len(suspect):
        return suspect
    end = int(layout.ends[-1])
    suspect |= np.diff(layout.ends, prepend=0) > CELL_LIMIT
    # What looks like a record inside a quoted cell brings a record's delimiters with it, beside the record's own.
    suspect |= (layout.line_counts > 1) & (layout.delimiters >= 2 * (grammar.columns - 1))
    if b"\0" in block:
        suspect[_owners(layout=layout, places=np.flatnonzero(codes[:end] == 0))] = True
    if grammar.delimiter is None:
        for code in (grammar.quote, ord(SPARE_DELIMITER)):
            if code is not None:
                suspect[_owners(layout=layout, places=np.flatnonzero(codes[:end] == code))] = True
    if grammar.columns == 1:
        first = codes[np.concatenate(([0], layout.ends[:-1]))]
        suspect |= np.isin(first, _BLANK_STARTS)
    if not block.isascii():
        _mark_undecodable(block=block, codes=codes, layout=layout, suspect=suspect)
    return suspect


def _owners(*, layout: _Layout, places: Integers) -> Integers:
    """The indices of the records in which these places lie; all must lie before the last end."""
    owners: Integers = np.searchsorted(layout.ends, places, side="right")
    return owners


def _mark_undecodable(*, block: bytes, codes: npt.NDArray[np.uint8], layout: _Layout, suspect: Flags) -> None:
    end = int(layout.ends[-1])
    try:
        block[:end].decode()
    except UnicodeDecodeError:
        for record in np.unique(_owners(layout=layout, places=np.flatnonzero(codes[:end] >= 0x80))).tolist():
            start = int(layout.ends[record - 1]) if record else 0
            try:
                block[start : int(layout.ends[record])].decode()
            except UnicodeDecodeError:
                suspect[record] = True


def _is_mark(*, codes: npt.NDArray[np.uint8], grammar: Grammar) -> Flags:
    marks: Flags = codes == _LF
    for code in (grammar.delimiter, grammar.quote if grammar.delimiter is not None else None):
        if code is not None:
            marks |= codes == code
    return marks


def _first_lone_cr(*, block: bytes, codes: npt.NDArray[np.uint8]) -> int:
    """Where the first CR without LF stands, else the block's length; at the very end LF may still follow."""
    if b"\r" not in block:
        return len(block)
    lone = (codes[:-1] == _CR) & (codes[1:] != _LF)
    first = int(lone.argmax()) if len(lone) else 0
    return first if len(lone) and lone[first] else len(block)


def _first_escape(*, block: bytes, grammar: Grammar) -> int:
    """Where the first escaped quote stands, else the block's length."""
    if grammar.escape is None or grammar.quote is None:
        return len(block)
    place = block.find(bytes((grammar.escape, grammar.quote)))
    return len(block) if place < 0 else place


def _first_stray_quote(*, codes: npt.NDArray[np.uint8], quotes: Integers, delimiter: int | None) -> int:
    """The first quote that opens not at a cell's start or closes not at a cell's end, else the block's length."""
    opening, closing = quotes[0::2], quotes[1::2]
    before = np.where(opening > 0, codes[opening - 1], _LF)
    after = np.where(closing + 1 < len(codes), codes[np.minimum(closing + 1, len(codes) - 1)], _LF)
    quote = codes[quotes[0]]
    bad_openings = opening[(before != _LF) & (before != delimiter) & (before != quote)]
    bad_closings = closing[(after != _LF) & (after != _CR) & (after != delimiter) & (after != quote)]
    return min((int(bad[0]) for bad in (bad_openings, bad_closings) if len(bad)), default=len(codes))


_BLANK_STARTS = np.frombuffer(bytes({blank.encode()[0] for blank in BLANKS + "\r\n"}), np.uint8)
"""The bytes with which a blank line can begin."""
