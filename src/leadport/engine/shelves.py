"""Sorts more rows than memory holds by a number without gaps: first onto shelves, then shelf by shelf."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import pyarrow as pa

_MOST_ROWS = 50_000
_MOST_BYTES = 8 * 1024 * 1024
_MOST_SHELVES = 500


class Shelves:
    """Takes tables with a column `seq` (0 to `count` - 1, each once) in any order and gives them back sorted.

    A shelf holds one stretch of seq in a file of its own in `room`. `weight` is about how many bytes all rows take in
    memory. Put tables while the shelves are open as a context, get them sorted afterwards.
    """

    def __init__(self, *, room: Path, schema: pa.Schema, count: int, weight: int) -> None:
        bearable = _MOST_BYTES * count // max(weight, 1)
        self._size = max(1, min(_MOST_ROWS, bearable), -(-count // _MOST_SHELVES))
        self._paths = [room / f"{number}.arrow" for number in range(-(-count // self._size))]
        self._schema = schema
        self._open = ExitStack()
        self._writers: list[pa.ipc.RecordBatchStreamWriter] = []

    def __len__(self) -> int:
        """The number of shelves."""
        return len(self._paths)

    def __enter__(self) -> Self:
        options = pa.ipc.IpcWriteOptions(compression="lz4")
        self._writers = [
            self._open.enter_context(pa.ipc.new_stream(str(path), self._schema, options=options))
            for path in self._paths
        ]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def put(self, *, table: pa.Table) -> None:
        """Put each row onto its shelf."""
        shelf = table["seq"].to_numpy() // self._size
        order = np.argsort(shelf, kind="stable")
        table = table.take(pa.array(order)).combine_chunks()
        edges = np.searchsorted(shelf[order], np.arange(len(self._paths) + 1))
        for number, writer in enumerate(self._writers):
            if edges[number] < edges[number + 1]:
                writer.write_table(table.slice(edges[number], edges[number + 1] - edges[number]))

    def sorted(self, number: int) -> pa.Table:
        """The rows of one shelf in order."""
        with pa.OSFile(str(self._paths[number])) as file, pa.ipc.open_stream(file) as reader:
            table = reader.read_all()
        return table.take(pa.array(np.argsort(table["seq"].to_numpy())))
