"""Finds the records that are no people (see `not_people.py`) among those without an address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadport.engine.artifacts import Records
from leadport.engine.not_people import FIRST_RECORDS, FOOTER, is_footer, line_kind
from leadport.engine.record_groups import RecordGroup, RecordGroups
from leadport.engine.returned_report import source_columns
from leadport.engine.text_column import Bools, Ints, TextColumn, flags

_LONGEST_TAIL = 200
_FEW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """What has to be known of a whole file to judge a line of it.

    `columns` are the indexes of the source's own columns, `header` their names, `address` the place of the email
    column among them. `early` are the first record numbers of each text. Records above `last` have nothing like an
    address, and `footer` says that a footer stands among them.
    """

    columns: tuple[int, ...]
    header: tuple[str, ...]
    address: int | None
    early: frozenset[int]
    last: int
    footer: bool


def line_facts(*, groups: RecordGroups, records: Records, addresses: Sequence[int], email: int | None) -> LineFacts:
    """Look at the ends of the file; `addresses` are the indexes of all columns that hold addresses."""
    columns = source_columns(header=records.header)
    last, footer = _tail(groups, columns, addresses)
    firsts = groups.first_of_parts().values()
    return LineFacts(
        columns=columns,
        header=tuple(records.header[column] for column in columns),
        address=columns.index(email) if email in columns else None,
        early=frozenset(first + offset for first in firsts for offset in range(FIRST_RECORDS)),
        last=last,
        footer=footer,
    )


def no_people(*, group: RecordGroup, rows: Ints, facts: LineFacts) -> dict[int, str]:
    """The reason for each of `rows` (places in the group, none with an address) that is no person.

    All are looked at column by column; only those that may be something special are looked at one by one.
    """
    if not len(rows):
        return {}
    cells = group.columns(facts.columns)
    numbers = group.facts["record_number"].to_numpy()[rows]
    filled = sum((column.filled[rows].astype(np.int64) for column in cells), np.zeros(len(rows), dtype=np.int64))
    found = dict.fromkeys(rows[filled == 0].tolist(), "empty_record")
    early = np.isin(numbers, list(facts.early))
    suspect = (filled > 0) & (early | (filled <= _FEW) | _suspects(cells, rows, facts))
    for row, first in zip(rows[suspect].tolist(), early[suspect].tolist(), strict=True):
        record = [column.array[row].as_py() for column in cells]
        kind = line_kind(cells=record, header=facts.header, address=facts.address, early=first)
        if kind:
            found[row] = kind
    if facts.footer:
        below = (numbers > facts.last) & (filled == 1)
        found |= {row: "summary_line" for row in rows[below].tolist() if row not in found}
    return found


def _suspects(cells: Sequence[TextColumn], rows: Ints, facts: LineFacts) -> Bools:
    """Records that begin like a footer or with nothing but blanks, or have the name of a column in that column."""
    places = pa.array(rows)
    parts = [column.array.take(places) for column in cells]
    first = pc.coalesce(*parts)
    suspect = flags(pc.match_substring_regex(first, FOOTER)) | flags(
        pc.match_substring_regex(first, r"^[\s\pZ\x{feff}]*$")
    )
    named = [place for place, name in enumerate(facts.header) if name.strip()][:1]
    named += [facts.address] if facts.address is not None else []
    for place in named:
        name = facts.header[place].strip().lower()
        suspect |= flags(pc.equal(pc.utf8_lower(pc.utf8_trim_whitespace(parts[place])), name))
    return suspect


def _tail(groups: RecordGroups, columns: Sequence[int], addresses: Sequence[int]) -> tuple[int, bool]:
    """The number of the last record with an @ in an address column, and whether a footer stands soon below it."""
    below: list[list[str]] = []
    for index in range(len(groups) - 1, -1, -1):
        group = groups.read(index)
        numbers = group.facts["record_number"].to_numpy()
        with_at = np.zeros(len(group), dtype=np.bool_)
        for column in group.columns(addresses):
            with_at |= column.matching("@")
        found = np.flatnonzero(with_at)
        end = int(found[-1]) + 1 if len(found) else 0
        rows = np.arange(end, min(len(group), end + _LONGEST_TAIL))
        below = _texts(group, columns, rows) + below
        if len(found):
            return int(numbers[found[-1]]), _has_footer(below)
    return 0, _has_footer(below)


def _has_footer(below: list[list[str]]) -> bool:
    return any(filled and is_footer(filled=filled) for filled in below[:_LONGEST_TAIL])


def _texts(group: RecordGroup, columns: Sequence[int], rows: Ints) -> list[list[str]]:
    if not len(rows):
        return []
    cells = [column.array.take(pa.array(rows)).to_pylist() for column in group.columns(columns)]
    return [[cell.strip() for cell in record if cell and cell.strip()] for record in zip(*cells, strict=True)]
