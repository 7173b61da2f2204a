"""For whole columns at once: which texts need Python, and the canonical form of all the others.

For every kind there is a judge of single texts in Python, which is the definition. What a fast path lets through, the
judge would have given back in the same form; tests/property/test_fast_paths.py holds the two against each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadport.engine.names import SUFFIXES, TITLES
from leadport.engine.text_column import Bools, Ints, TextColumn, flags, replaced
from leadport.engine.text_values import NO_VALUE, ODD_UNICODE

_PHONE = r"^(?:\+?[0-9](?:[0-9 ()/-]*[0-9])?|\([0-9][0-9 ()/-]*[0-9])$"
_LINK = r"^https?://[!#-;=?-~]+$"
_WHOLE = "^(?:0|-?[1-9][0-9]{0,17})$"
_DECIMAL = r"^(?:0|-?[1-9][0-9]{0,17}(?:\.[0-9]{1,17})?|-?0\.[0-9]{0,16}[1-9])$"
_MONTH_DAYS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
_DATE, _TO_MINUTES = 10, 16
_MOMENT = (
    "^[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    "(?:[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?$"
)
_LONGEST_NO_VALUE = max(len(word.encode()) for word in NO_VALUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """`odd` texts are for Python; `values` has the canonical form of all others, and means nothing for odd ones."""

    values: pa.Array
    odd: Bools


def _bytes_table(characters: str) -> Bools:
    table = np.zeros(256, dtype=np.bool_)
    table[[ord(character) for character in characters]] = True
    table[: ord(" ") + 1] = True
    return table


def _no_value_table() -> Bools:
    """Marked by first byte, last byte and length: a text for which this is false is no word for nothing."""
    table = np.zeros((256, 256, _LONGEST_NO_VALUE + 1), dtype=np.bool_)
    for word in NO_VALUE:
        letters = word.encode()
        table[letters[0], letters[-1], len(letters)] = True
    return table


_ODD_FIRST, _ODD_LAST, _NO_VALUE = _bytes_table("'="), _bytes_table(""), _no_value_table()
_ODD_NAME = f"(?i)^(?:{'|'.join(map(re.escape, sorted(TITLES)))}) | (?:{'|'.join(map(re.escape, sorted(SUFFIXES)))})$"


def sort_texts(column: TextColumn) -> Sorted:
    """Odd is what `clean_text` might change: the ends, words for nothing, and what `ODD_UNICODE` finds."""
    first, last, lengths = column.first(), column.last(), column.lengths
    odd = _ODD_FIRST[first] | _ODD_LAST[last]
    short = lengths <= _LONGEST_NO_VALUE
    odd |= short & _NO_VALUE[first, last, np.where(short, lengths, 0)]
    odd &= column.filled
    foreign = np.flatnonzero(column.has_foreign() & ~odd)
    if len(foreign):
        found = pc.match_substring_regex(column.array.take(pa.array(foreign)), ODD_UNICODE)
        odd[foreign] = flags(found)
    return Sorted(values=column.array, odd=odd)


def sort_phones(column: TextColumn) -> Sorted:
    """Odd is what `parse_phone` might change or refuse."""
    return _kept(column, column.matching(_PHONE) & (column.lengths <= 40))


def sort_links(column: TextColumn) -> Sorted:
    """Odd is what `parse_url` might change or refuse."""
    return _kept(column, column.matching(_LINK) & (column.lengths <= 2048))


def sort_whole_numbers(column: TextColumn) -> Sorted:
    """Odd is everything but whole numbers, which read the same whatever comma and point mean."""
    return _kept(column, column.matching(_WHOLE))


def sort_decimals(column: TextColumn) -> Sorted:
    """Odd is what `parse_number` reads in its own way where the decimal mark is a point."""
    plain = column.matching(_DECIMAL)
    dotted = plain & column.matching(r"\.")
    bare = pc.utf8_rtrim(pc.utf8_rtrim(column.array.filter(pa.array(dotted)), "0"), ".")
    return Sorted(values=replaced(column.array, dotted, bare), odd=column.filled & ~plain)


def sort_dates(column: TextColumn) -> Sorted:
    """Odd is everything but an ISO date, alone or with a time and without a zone."""
    plain = column.matching(_MOMENT) & (column.lengths >= _DATE)
    late = np.flatnonzero(plain)
    late = late[column.at(8, late) >= ord("2")]
    plain[late] = _in_calendar(column, late)
    timed = plain & (column.lengths > _DATE)
    values = column.array
    if timed.any():
        texts = pc.replace_substring(values.filter(pa.array(timed)), " ", "T")
        short = pc.equal(pc.binary_length(texts), _TO_MINUTES)
        texts = pc.if_else(short, pc.binary_join_element_wise(texts, ":00", ""), texts)
        values = replaced(values, timed, texts)
    return Sorted(values=values, odd=column.filled & ~plain)


def odd_names(column: TextColumn) -> Bools:
    """Full names that are not simply two words, or of which one is a title or a suffix."""
    return column.filled & (~column.matching("^[A-Z][a-z]+ [A-Z][a-z]+$") | column.matching(_ODD_NAME))


def sort_nothing(column: TextColumn) -> Sorted:
    """Every text is for Python: the column has few different ones, or none that could be told by its form."""
    return Sorted(values=pa.nulls(len(column), pa.string()), odd=column.filled)


def _kept(column: TextColumn, plain: Bools) -> Sorted:
    return Sorted(values=column.array, odd=column.filled & ~plain)


def _in_calendar(column: TextColumn, rows: Ints) -> Bools:
    """Which dates are days that their month really has."""
    year, month, day = (_number(column, rows, first, end) for first, end in ((0, 4), (5, 7), (8, 10)))
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    return np.asarray(day <= _MONTH_DAYS[month] + (leap & (month == 2)))


def _number(column: TextColumn, rows: Ints, first: int, end: int) -> Ints:
    number = np.zeros(len(rows), dtype=np.int64)
    for offset in range(first, end):
        number = number * 10 + (column.at(offset, rows) - ord("0"))
    return number
