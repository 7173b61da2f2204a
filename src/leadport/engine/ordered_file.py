"""Writes an artifact: one row a record, in the order of the records, in bounded memory, whole or not at all."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

# Arrow's own allocator keeps what is freed; the system's gives it back, and is as fast for blocks of this size.
pa.set_memory_pool(pa.system_memory_pool())

_MOST_WORKERS = 4
_FEW_VALUES = frozenset({"part", "reason", "reason_column", "repairs", "warnings", "status", "verdict", "suppress"})


class LostRecordsError(Exception):
    """A stage has not given exactly one row for each record: a fault of the program, never of the file."""


def write_ordered(
    *,
    pieces: int,
    piece: Callable[[int], pa.Table],
    schema: pa.Schema,
    target: Path,
    count: int,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Write the tables `piece(0)`, `piece(1)` ... to `target`; together they hold records 1 to `count` in order.

    Pieces are made side by side and written one after the other. `progress` is called with records done and all
    records. Raises LostRecordsError, and what making a piece raises; then the target is what it was before.
    """
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with pq.ParquetWriter(
            unfinished,
            schema,
            compression="snappy",
            # Most columns differ from record to record; dictionaries and statistics would cost more than they save.
            use_dictionary=[name for name in schema.names if name in _FEW_VALUES],
            write_statistics=["record_number"],
        ) as writer:
            done = 0
            for table in in_order(pieces=pieces, piece=piece):
                numbers = table["record_number"].to_numpy()
                if not np.array_equal(numbers, np.arange(done + 1, done + 1 + table.num_rows)):
                    raise LostRecordsError
                writer.write_table(table, row_group_size=max(table.num_rows, 1))
                done += table.num_rows
                if progress:
                    progress(done, count)
            if done != count:
                raise LostRecordsError
        if progress:
            progress(count, count)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
        # What Arrow keeps for the next time would be missing to the stage that follows.
        pa.default_memory_pool().release_unused()


def in_order(*, pieces: int, piece: Callable[[int], pa.Table]) -> Iterator[pa.Table]:
    """`piece(0)`, `piece(1)` ... made side by side, a few at a time, and given in their order."""
    workers = max(1, min(_MOST_WORKERS, os.cpu_count() or 1))
    waiting: deque[Future[pa.Table]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        try:
            for index in range(pieces):
                waiting.append(pool.submit(piece, index))
                if len(waiting) >= workers:
                    yield waiting.popleft().result()
                    pa.default_memory_pool().release_unused()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
