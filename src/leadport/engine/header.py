"""Where the table starts and whether its first line names the columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from leadport.engine.address_shape import holds_address, is_addresses
from leadport.engine.header_words import names_column, names_email
from leadport.engine.split import Piece

_LOOK = 40
_CLEARLY_BETTER = 0.5
_COMPARE = 200
_LONGEST_NAME = 200
_NUMBER_LIKE = re.compile(r"[+\-'(]?[0-9][0-9 .,:/()\-+%T]*Z?(?:\s?[AaPp]\.?[Mm]\.?)?")
_INVISIBLE = re.compile("[\ufeff\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\u00ad\x00-\x08\x0e-\x1f]")
_BROKEN_ADDRESS = re.compile(r"@|[\[({]\s?at\s?[\])}]|\S\.(?:com|net|org|de|fr|example)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Start:
    """The index of the piece the table starts with, and whether that is a header."""

    index: int
    has_header: bool


def find_start(*, pieces: Sequence[Piece], width: int, has_header: bool | None = None) -> Start:
    """The header, or the first record when there is none; `pieces` are all from the start of the text.

    A line that holds an address in a cell of its own is a person and never preamble, unless it is a short note above a
    wide table. With `has_header` only the place is looked for.
    """
    filled = [index for index, piece in enumerate(pieces) if not piece.blank]
    used = min(width, _used_columns(pieces))
    if not filled:
        return Start(index=0, has_header=False if has_header is None else has_header)
    body = next((index for index in filled if _is_body(pieces[index], used)), None)
    lead = [index for index in filled[:_LOOK] if body is None or index < body]
    if has_header is False:
        return Start(index=_first_record(pieces, filled, used), has_header=False)
    if width <= 1:
        chosen = _header_of_one_column(pieces, lead, filled)
    else:
        chosen = _header_of_table(pieces, lead, used, body)
    if chosen is not None:
        return Start(index=chosen, has_header=True)
    start = _first_record(pieces, filled, used)
    return Start(index=start, has_header=bool(has_header))


def column_names(*, cells: Sequence[str]) -> tuple[str, ...]:
    """The names in a header without invisible characters and blanks round them; doubles stay as they are."""
    return tuple(_INVISIBLE.sub("", cell).strip() for cell in cells)


def _filled(piece: Piece) -> list[str]:
    return [cell.strip() for cell in piece.cells if cell and not cell.isspace()]


def _used_columns(pieces: Sequence[Piece]) -> int:
    """How many columns hold a value somewhere; spreadsheets write rows of empty cells to the right of a table."""
    return len({place for piece in pieces for place, cell in enumerate(piece.cells) if cell and not cell.isspace()})


def _is_body(piece: Piece, width: int) -> bool:
    """True for a person: an address in a cell of its own, and more than a note about who made the file."""
    cells = _filled(piece)
    if not any(is_addresses(text=cell) for cell in cells):
        return False
    return not (width >= 4 and len(piece.cells) <= 2 < width)


def _first_record(pieces: Sequence[Piece], filled: Sequence[int], width: int) -> int:
    """The first line that is no title: lines far narrower than the table and without an address are titles."""
    for index in filled[:_LOOK]:
        cells = pieces[index].cells
        if width < 3 or 2 * len(cells) > width or any(holds_address(text=cell) for cell in cells):
            return index
    return filled[0]


def _header_of_table(pieces: Sequence[Piece], lead: Sequence[int], width: int, body: int | None) -> int | None:
    """The best header among the lines before the first person; the first of equals."""
    best: tuple[float, int] | None = None
    for index in lead:
        score = _header_score(pieces[index], width)
        if score is not None and (best is None or score > best[0] + _CLEARLY_BETTER):
            best = (score, index)
    if best is None:
        return None
    score, index = best
    if score < 1.0 and not _differs_from_body(pieces, index, body):
        return None
    return index


def _header_score(piece: Piece, width: int) -> float | None:
    """How much a line looks like a header: 1 for known words and fullness, 1 more for an email word; None: not one."""
    cells = _filled(piece)
    if len(cells) < min(2, width) or len(cells) < 0.5 * width:
        return None
    if any(holds_address(text=cell) for cell in cells):
        return None
    if sum(1 for cell in cells if len(cell) > _LONGEST_NAME) > 0.2 * len(cells):
        return None
    numbers = sum(1 for cell in cells if _NUMBER_LIKE.fullmatch(cell) or cell[0] in "{[<=") / len(cells)
    email = any(names_email(text=cell) for cell in cells)
    if numbers > 0.3 and not email:
        return None
    words = sum(1 for cell in cells if names_column(text=cell)) / len(cells)
    return words * 0.8 + 0.2 * min(1.0, len(cells) / width) - numbers + (1.0 if email else 0.0)


def _differs_from_body(pieces: Sequence[Piece], index: int, body: int | None) -> bool:
    """True when a line with few known words may be a header: it names the column in which people have their address."""
    cells = pieces[index].cells
    known = sum(1 for cell in cells if names_column(text=cell))
    if known >= max(1, 0.3 * len(_filled(pieces[index]))):
        return True
    if body is None:
        return known > 0 or not any(any(sign.isdigit() for sign in cell) for cell in cells)
    column = address_column(pieces=pieces[body:], names=())
    if column is None or column >= len(cells) or not cells[column].strip() or _BROKEN_ADDRESS.search(cells[column]):
        return False
    people = pieces[body : body + _COMPARE]
    return not any(
        cell.strip() and cell in (piece.cells[place] for piece in people if place < len(piece.cells))
        for place, cell in enumerate(cells)
    )


def _header_of_one_column(pieces: Sequence[Piece], lead: Sequence[int], filled: Sequence[int]) -> int | None:
    """The header of a list with one value a line: a line for email, or else a title that cannot be an address."""
    for index in lead:
        text = pieces[index].cells[0].strip()
        if names_email(text=text) and not _BROKEN_ADDRESS.search(text) and len(text) <= 60:
            return index
    body = filled[len(lead) :]
    titles = [pieces[index].cells[0].strip() for index in lead]
    if not titles or len(titles) > 3 or any(_BROKEN_ADDRESS.search(title) for title in titles):
        return None
    addresses = sum(1 for index in body if any(is_addresses(text=cell) for cell in pieces[index].cells))
    return lead[-1] if body and addresses >= 0.8 * len(body) else None


def address_column(*, pieces: Sequence[Piece], names: Sequence[str]) -> int | None:
    """The column in which most different addresses stand; among equals one that is named for email, then the first.

    Different ones, because the column of a contact's owner holds the same few addresses again and again.
    """
    found: dict[int, set[str]] = {}
    times: Counter[int] = Counter()
    for piece in pieces:
        for column, cell in enumerate(piece.cells):
            if "@" in cell and is_addresses(text=cell):
                found.setdefault(column, set()).add(cell.strip().casefold())
                times[column] += 1
    if not found:
        return next((column for column, name in enumerate(names) if names_email(text=name)), None)
    named = {column for column, name in enumerate(names) if names_email(text=name)}
    return max(found, key=lambda column: (len(found[column]), column in named, times[column], -column))
