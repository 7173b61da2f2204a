"""A column of texts with its bytes at hand, so that whole columns can be looked through at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextColumn:
    """The texts (blank ones are NULL), where the bytes of each begin and end in `data`, and which are not blank."""

    array: pa.StringArray
    starts: Ints
    ends: Ints
    data: Bytes
    filled: Bools

    def __len__(self) -> int:
        """The number of texts, blank ones included."""
        return len(self.starts)

    @property
    def lengths(self) -> Ints:
        """Bytes of each text."""
        return self.ends - self.starts

    def first(self) -> Bytes:
        """The first byte of each text; a letter stands for blank ones."""
        return self._byte(self.starts)

    def last(self) -> Bytes:
        """The last byte of each text; a letter stands for blank ones."""
        return self._byte(self.ends - 1)

    def at(self, offset: int, rows: Ints) -> Bytes:
        """The byte at an offset of some texts that are long enough."""
        return self.data[self.starts[rows] + offset]

    def has_foreign(self) -> Bools:
        """Which texts hold anything beyond ASCII."""
        foreign = self.data >= 0x80
        if not foreign.any():
            return np.zeros(len(self), dtype=np.bool_)
        upto = np.concatenate(([0], np.cumsum(foreign, dtype=np.int64)))
        return np.asarray(upto[self.ends] > upto[self.starts])

    def matching(self, pattern: str) -> Bools:
        """Which texts the RE2 pattern finds something in; blank ones never."""
        return flags(pc.match_substring_regex(self.array, pattern))

    def _byte(self, places: Ints) -> Bytes:
        if not len(self.data):
            return np.full(len(self), ord("A"), dtype=np.uint8)
        return np.where(self.filled, self.data[np.clip(places, 0, len(self.data) - 1)], ord("A")).astype(np.uint8)


def text_column(texts: pa.Array | pa.ChunkedArray) -> TextColumn:
    """The column of an Arrow array of strings."""
    array = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
    if array.offset or array.type != pa.string():
        array = pa.concat_arrays([array.cast(pa.string())])
    _, offsets_buffer, data_buffer = array.buffers()
    offsets = np.zeros(1, np.int64)
    if len(array):
        offsets = np.frombuffer(offsets_buffer, np.int32, count=len(array) + 1).astype(np.int64)
    data = np.frombuffer(data_buffer, np.uint8) if data_buffer else np.zeros(0, np.uint8)
    starts, ends = offsets[:-1], offsets[1:]
    filled = ends > starts
    if array.null_count:
        filled &= array.is_valid().to_numpy(zero_copy_only=False)
    if int(filled.sum()) + array.null_count != len(array):
        validity = pa.py_buffer(np.packbits(filled, bitorder="little").tobytes())
        array = pa.StringArray.from_buffers(len(array), offsets_buffer, data_buffer or pa.py_buffer(b""), validity)
    return TextColumn(array=array, starts=starts, ends=ends, data=data, filled=filled)


def flags(found: pa.Array) -> Bools:
    """An Arrow array of truth values as numpy has them; NULL is false."""
    return np.asarray(pc.fill_null(found, fill_value=False).to_numpy(zero_copy_only=False))


def replaced(array: pa.Array, where: Bools, values: pa.Array) -> pa.Array:
    """The array with the values, in order, at the marked places."""
    return pc.replace_with_mask(array, pa.array(where), values) if where.any() else array


def scattered(count: int, rows: Ints | Sequence[int], values: Iterable[object], kind: pa.DataType) -> pa.Array:
    """`count` values that are NULL but for some rows."""
    if not len(rows):
        return pa.nulls(count, kind)
    places = np.full(count, -1, dtype=np.int64)
    places[np.asarray(rows)] = np.arange(len(rows))
    found = values if isinstance(values, pa.Array) else pa.array(list(values), kind)
    return found.take(pa.array(places, mask=places < 0))
