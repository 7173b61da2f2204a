"""Writes an artifact: one row a record, in the order of the records, in bounded memory, whole or not at all."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Protocol

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet

CHUNK = 128 * 1024
_MOST_WORKERS = 4
_FEW_VALUES = frozenset({"part", "reason", "reason_column", "repairs", "warnings", "status", "verdict", "suppress"})


class RangeQuery(Protocol):
    """The query for the records from number `first` to `last`, one row each, with a column record_number."""

    def __call__(self, *, first: int, last: int) -> str:
        """Give the SQL text."""
        ...


class LostRecordsError(Exception):
    """A stage has not given exactly one row for each record: a fault of the program, never of the file."""


def write_ordered(
    *,
    connection: duckdb.DuckDBPyConnection,
    rows: RangeQuery,
    target: Path,
    count: int,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Write the rows of records 1 to `count` to `target`, sorted by number.

    Ranges of records are asked for side by side and written one after the other, so the order never depends on how
    DuckDB runs a query. `progress` is called with records done and all records. Raises LostRecordsError.
    """
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with ThreadPoolExecutor(workers()) as pool:
            tables = _in_order(pool, partial(_table, connection, rows), count)
            _write(tables, unfinished, count, progress)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def workers() -> int:
    """How many ranges are in work at once."""
    return max(1, min(_MOST_WORKERS, os.cpu_count() or 1))


def _in_order(pool: ThreadPoolExecutor, table: Callable[[int, int], pa.Table], count: int) -> Iterator[pa.Table]:
    waiting: deque[Future[pa.Table]] = deque()
    for first in range(1, max(count, 1) + 1, CHUNK):
        waiting.append(pool.submit(table, first, min(first + CHUNK - 1, count)))
        if len(waiting) > workers():
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _table(connection: duckdb.DuckDBPyConnection, rows: RangeQuery, first: int, last: int) -> pa.Table:
    with connection.cursor() as reading:
        table = reading.sql(rows(first=first, last=last)).to_arrow_table()
    expected = np.arange(first, last + 1)
    if not np.array_equal(table["record_number"].to_numpy(), expected):
        table = table.sort_by("record_number")
        if not np.array_equal(table["record_number"].to_numpy(), expected):
            raise LostRecordsError
    return table


def _write(tables: Iterator[pa.Table], path: Path, count: int, progress: Callable[[int, int], None] | None) -> None:
    first = next(tables)
    writer = pa.parquet.ParquetWriter(
        path,
        first.schema,
        compression="snappy",
        use_dictionary=[name for name in first.schema.names if name in _FEW_VALUES],
        write_statistics=["record_number"],
    )
    with writer:
        done = 0
        for table in _chained(first, tables):
            writer.write_table(table, row_group_size=CHUNK)
            done += table.num_rows
            if progress:
                progress(done, count)


def _chained(first: pa.Table, others: Iterator[pa.Table]) -> Iterator[pa.Table]:
    yield first
    yield from others
