"""Values that did not fit their field, and statuses that nobody knows: which records, and what the sentence names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadport.engine.address_column import AddressColumn
from leadport.engine.judged_column import JudgedColumn
from leadport.engine.judges import Kind
from leadport.engine.text_column import Bools, Ints, TextColumn, flags, scattered
from leadport.engine.value_plan import PlannedColumn

_TEXT = pa.string()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """`rows` marks records with a value that did not fit, `unknown` those with a status nobody knows.

    `found` has for each column, in the order of importance, its name, its texts and the rows where it is the first
    to be told.
    """

    rows: Bools
    unknown: Bools
    found: tuple[tuple[str, TextColumn, Ints], ...]
    most_shown: int = 200

    def warnings(self) -> pa.Array:
        """The codes of each record, joined by commas."""
        codes = pa.array([None, "value_left_blank", "status_unknown", "value_left_blank,status_unknown"], _TEXT)
        return codes.take(pa.array(self.rows.astype(np.int64) + 2 * self.unknown.astype(np.int64)))

    def columns(self) -> pa.Array:
        """The column that the sentence about a record names."""
        names = [name for name, _, rows in self.found for _ in range(len(rows))]
        return scattered(len(self.rows), self._told(), names, _TEXT)

    def texts(self) -> pa.Array:
        """The beginning of the text in that column."""
        parts = [
            pc.utf8_slice_codeunits(texts.array.take(pa.array(rows)), 0, self.most_shown)
            for _, texts, rows in self.found
        ]
        return scattered(len(self.rows), self._told(), pa.concat_arrays([pa.nulls(0, _TEXT), *parts]), _TEXT)

    def _told(self) -> Ints:
        return np.concatenate([np.zeros(0, dtype=np.int64), *(rows for _, _, rows in self.found)])


def find_unfit(
    *,
    count: int,
    addresses: Sequence[tuple[PlannedColumn, AddressColumn]],
    judged: Sequence[tuple[PlannedColumn, JudgedColumn]],
) -> Unfit:
    """Look through all columns but that of the email, whose faults are another matter."""
    unfit = [(planned, column.texts, column.unfit) for planned, column in judged if planned.kind is not Kind.STATUS]
    unfit += [(planned, column.texts, _wrong(column)) for planned, column in addresses if planned.field != "email"]
    statuses = [(planned, column.texts, column.unfit) for planned, column in judged if planned.kind is Kind.STATUS]
    marked, unknown, told = (np.zeros(count, dtype=np.bool_) for _ in range(3))
    found = []
    for which, columns in ((marked, unfit), (unknown, statuses)):
        for planned, texts, rows in columns:
            if len(rows):
                which[rows] = True
                fresh = rows[~told[rows]]
                told[fresh] = True
                found.append((planned.assignment.column, texts, fresh))
    return Unfit(rows=marked, unknown=unknown, found=tuple(found))


def _wrong(column: AddressColumn) -> Ints:
    wrong = pc.and_(column.faults.is_valid(), pc.not_equal(column.faults, "email_missing"))
    return np.flatnonzero(flags(wrong))
