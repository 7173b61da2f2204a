"""The Records file: records of one text after the other, numbered without a gap, in row groups of bounded size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet

from leadport.domain.dialect import Dialect
from leadport.engine.piece_table import FAULT_COLUMNS, piece_table
from leadport.engine.pieces import Piece

_GROUP_RECORDS = 64 * 1024
_GROUP_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where the records of one text go.

    `part` is its index, `columns` has for each of its columns the index of the united column. A `status` is put into
    the last united column.
    """

    part: int
    columns: Sequence[int]
    status: str | None = None


class RecordWriter:
    """Writes records to a file that appears under its name only when it is whole: once the writer is left in peace."""

    def __init__(self, *, target: Path, columns: int) -> None:
        self._target = target
        self._unfinished = target.with_name(target.name + ".unfinished")
        self._columns = columns
        self._schema = _schema(columns=columns)
        self._waiting: list[pa.Table] = []
        self._waiting_bytes = 0
        self._waiting_records = 0
        self.count = 0
        self.trouble = 0

    def __enter__(self) -> Self:
        # Dictionaries and statistics of cells cost more time than they save: most columns differ from record to record.
        self._file = pa.parquet.ParquetWriter(
            self._unfinished,
            self._schema,
            compression="snappy",
            use_dictionary=["part", "trouble", "notes"],
            write_statistics=["record_number", "line_number", "trouble"],
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._flush()
            self._file.close()
            if kind is None:
                self._unfinished.replace(self._target)
        finally:
            self._unfinished.unlink(missing_ok=True)

    def write(self, *, piece: Piece, dialect: Dialect, placement: Placement) -> None:
        """Add the records of a piece behind those written before."""
        found = piece_table(piece=piece, dialect=dialect)
        records = found.num_rows
        if not records:
            return
        cells: list[pa.Array] = [pa.nulls(records, pa.string())] * self._columns
        for own, united in enumerate(placement.columns):
            cells[united] = found.column(f"c{own}")
        if placement.status is not None:
            cells[-1] = pa.repeat(pa.scalar(placement.status, pa.string()), records)
        numbers = pa.array(np.arange(self.count + 1, self.count + records + 1, dtype=np.int64))
        part = pa.repeat(pa.scalar(placement.part, pa.int32()), records)
        faults = [found.column(name) for name in FAULT_COLUMNS]
        table = pa.table([numbers, found.column("line_number"), part, *cells, *faults], schema=self._schema)
        self.count += records
        self.trouble += records - found.column("trouble").null_count
        self._wait(table=table)

    def _wait(self, *, table: pa.Table) -> None:
        self._waiting.append(table)
        self._waiting_records += table.num_rows
        self._waiting_bytes += table.nbytes
        if self._waiting_records >= _GROUP_RECORDS or self._waiting_bytes >= _GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            self._file.write_table(pa.concat_tables(self._waiting), row_group_size=self._waiting_records)
        self._waiting = []
        self._waiting_bytes = self._waiting_records = 0


def _schema(*, columns: int) -> pa.Schema:
    numbers = [("record_number", pa.int64()), ("line_number", pa.int64()), ("part", pa.int32())]
    cells = [(f"c{i}", pa.string()) for i in range(columns)]
    return pa.schema([*numbers, *cells, *((name, pa.string()) for name in FAULT_COLUMNS)])
