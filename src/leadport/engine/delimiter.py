"""Which signs split a text into cells: of all candidates those under which the records come out most alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from leadport.engine.address_shape import is_addresses
from leadport.engine.split import Piece, Signs, split_records

USUAL = (",", ";", "\t", "|")
_UNUSUAL = ("^", "~", "\x1f", "\x01", "¦", ":", "/", " ")
_RECORDS = 400
_CHARACTERS = 256 * 1024
_LEAD, _TRAIL = 30, 12
_GOOD = 0.8


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How a text splits best: the signs, the usual number of cells in a record, and how well that fits (0 to 1)."""

    signs: Signs
    width: int
    score: float


def choose_layout(*, text: str, delimiter: str | None = None, quotechar: str | None = None) -> Layout:
    """The layout under which the records of `text` (its first ones) agree best; "" as a hint means "none".

    A delimiter counts by the share of records that have the usual number of cells, and by how many of the addresses in
    the text stand alone in a cell. So a stray comma in a list of addresses splits nothing, and commas inside the cells
    of a semicolon file do not either.
    """
    text = _start_of(text)
    quotes = ('"', "'") if quotechar is None else (quotechar or None,)
    if delimiter is not None:
        return _best(text, (delimiter or None,), quotes)
    usual = _best(text, (None, *USUAL), quotes)
    if usual.score >= _GOOD or "@" not in text:
        return usual
    unusual = _best(text, _UNUSUAL, quotes)
    return unusual if unusual.score > max(_GOOD, usual.score) else usual


def _start_of(text: str) -> str:
    """The first quarter of a million characters, cut at the end of a line where there is one."""
    if len(text) <= _CHARACTERS:
        return text
    cut = max(text.rfind("\n", 0, _CHARACTERS), text.rfind("\r", 0, _CHARACTERS))
    return text[: cut + 1] if cut > 0 else text[:_CHARACTERS]


def _best(text: str, delimiters: Sequence[str | None], quotes: Sequence[str | None]) -> Layout:
    layouts = [
        _quoted_layout(text, delimiter, quotes)
        for delimiter in delimiters
        if delimiter is None or delimiter in text or len(delimiters) == 1
    ]
    return max(
        layouts, key=lambda layout: layout.score, default=Layout(signs=Signs(delimiter=None), width=1, score=0.0)
    )


def _quoted_layout(text: str, delimiter: str | None, quotes: Sequence[str | None]) -> Layout:
    """The layout of one delimiter with the quotation mark, escape and blanks that the text shows."""
    signs = Signs(delimiter=delimiter, quotechar=quotes[0])
    pieces = _pieces(text, signs)
    if "'" in quotes[1:] and delimiter != "'" and not any(piece.quoted for piece in pieces):
        apostrophes = replace(signs, quotechar="'")
        quoted = _pieces(text, apostrophes)
        if _enclose(quoted):
            signs, pieces = apostrophes, quoted
    if _starts_with_blanks(pieces):
        signs = replace(signs, skip_space=True)
        pieces = _pieces(text, signs)
    if signs.quotechar is not None and "\\" + signs.quotechar in text:
        escaped = _pieces(text, replace(signs, escapechar="\\"))
        if _flaws(escaped) < _flaws(pieces):
            signs, pieces = replace(signs, escapechar="\\"), escaped
    width, score = _fit(pieces, text, delimiter)
    return Layout(signs=signs, width=width, score=score)


def _pieces(text: str, signs: Signs) -> list[Piece]:
    return [piece for piece in islice(split_records(text=text, signs=signs), _RECORDS) if not piece.blank]


def _flaws(pieces: Sequence[Piece]) -> int:
    return sum(piece.flaws for piece in pieces)


def _enclose(pieces: Sequence[Piece]) -> bool:
    """True when apostrophes enclose cells in most records and hardly one opens without closing.

    O'Neil opens nothing, and an apostrophe that a spreadsheet put before a number closes nothing.
    """
    quoted = sum(piece.quoted for piece in pieces)
    records = sum(1 for piece in pieces if piece.quoted)
    return quoted >= 2 and records >= 0.5 * len(pieces) and _flaws(pieces) <= 0.05 * quoted


def _starts_with_blanks(pieces: Sequence[Piece]) -> bool:
    """True when nearly every cell but the first of a record starts with a blank, the header's too."""
    cells = [cell for piece in pieces for cell in piece.cells[1:] if cell]
    if not cells or not all(cell.startswith(" ") for cell in pieces[0].cells[1:] if cell):
        return False
    return sum(1 for cell in cells if cell.startswith(" ")) >= 0.9 * len(cells)


def _fit(pieces: Sequence[Piece], text: str, delimiter: str | None) -> tuple[int, float]:
    """The usual width under a delimiter and its score."""
    if not pieces:
        return 1, 0.0
    width = _usual_width(pieces)
    core, left_out = _core(pieces, width)
    share = sum(_likeness(piece, width) for piece in core) / len(core)
    if delimiter in {",", ":", "/"} and _between_digits(text, delimiter) > 0.5:
        share *= 0.5
    flawed = min(1.0, _flaws(pieces) / len(pieces))
    score = (
        0.6 * _addresses_alone(pieces) + 0.4 * share * (1 - 0.5 / width) - 0.1 * flawed - 0.002 * min(left_out, _LEAD)
    )
    return width, max(0.0, score if width > 1 or delimiter is None else 0.0)


def _usual_width(pieces: Sequence[Piece]) -> int:
    """The number of cells that most cells go with, so that a few title lines do not outvote a wide table."""
    counts = Counter(len(piece.cells) for piece in pieces)
    return max(counts, key=lambda width: (counts[width] * (width - 1), -width))


def _core(pieces: Sequence[Piece], width: int) -> tuple[Sequence[Piece], int]:
    """The records without title lines before and totals after them, and how many those are; addresses are no titles."""
    start, end = 0, len(pieces)
    while start < min(end - 1, _LEAD) and len(pieces[start].cells) < width and not _has_address(pieces[start]):
        start += 1
    while (
        end > max(start + 1, len(pieces) - _TRAIL)
        and len(pieces[end - 1].cells) < width
        and not _has_address(pieces[end - 1])
    ):
        end -= 1
    left_out = start + len(pieces) - end
    if left_out > 2 * (end - start) + 2:
        return pieces, 0
    return pieces[start:end], left_out


def _has_address(piece: Piece) -> bool:
    return any(is_addresses(text=cell) for cell in piece.cells)


def _likeness(piece: Piece, width: int) -> float:
    """1 for a record of the usual width (or with empty cells beyond it), less for shorter and longer ones."""
    found = len(piece.cells)
    if found == width or (found > width and not any(cell.strip() for cell in piece.cells[width:])):
        return 1.0
    if found > width:
        return 0.3
    return 0.6 if found > 1 else 0.0


def _addresses_alone(pieces: Sequence[Piece]) -> float:
    """Of the records with an @ the share in which an address has a cell to itself; one half when there is no @."""
    with_sign = [piece for piece in pieces if any("@" in cell for cell in piece.cells)]
    if not with_sign:
        return 0.5
    return sum(1 for piece in with_sign if _has_address(piece)) / len(with_sign)


def _between_digits(text: str, delimiter: str) -> float:
    """The share of its occurrences in which a sign stands between two digits, as in 1,50 and 12:30."""
    total = text.count(delimiter)
    between = re.finditer(f"(?<=[0-9]){re.escape(delimiter)}(?=[0-9])", text)
    return sum(1 for _ in between) / total if total else 0.0
