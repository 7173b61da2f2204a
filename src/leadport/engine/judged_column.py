"""One column of values: the fast path for most texts, Python for the odd ones, each distinct one once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from leadport.engine.fast_paths import Sorted
from leadport.engine.judges import Judged
from leadport.engine.marks import repair_bit
from leadport.engine.source_status import STRENGTH
from leadport.engine.text_column import Ints, TextColumn, replaced, scattered

_NO_ROWS: Ints = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedColumn:
    """The canonical values, and about the rows that Python looked at: what did not fit, repairs, signals, names.

    `rows` are those rows; `unfit`, `repairs` (bits) and `signals` (strengths of `source_status`) go with them.
    """

    texts: TextColumn
    values: pa.Array
    rows: Ints
    unfit: Ints
    repairs: Ints
    signals: Ints
    names: pa.Array | None = None


def judge_column(*, texts: TextColumn, fast: Sorted, judge: Callable[[str], Judged], lists: bool) -> JudgedColumn:
    """Judge the odd texts of a column; `lists` says that the column holds names."""
    rows = np.flatnonzero(fast.odd)
    if not len(rows):
        names = pa.nulls(len(texts), pa.list_(pa.string())) if lists else None
        return JudgedColumn(
            texts=texts,
            values=fast.values,
            rows=_NO_ROWS,
            unfit=_NO_ROWS,
            repairs=_NO_ROWS,
            signals=_NO_ROWS,
            names=names,
        )
    encoded = texts.array.take(pa.array(rows)).dictionary_encode()
    found = [judge(text) for text in encoded.dictionary.to_pylist()]
    which = encoded.indices.to_numpy()
    values = pa.array([each.value for each in found], pa.string()).take(encoded.indices)
    kept = None
    if lists:
        distinct = pa.array([each.names for each in found], pa.list_(pa.string()))
        kept = scattered(len(texts), rows, distinct.take(encoded.indices), distinct.type)
    return JudgedColumn(
        texts=texts,
        values=replaced(fast.values, fast.odd, values),
        rows=rows,
        unfit=rows[np.array([each.bad for each in found], dtype=np.bool_)[which]],
        repairs=np.array([repair_bit(each.repair) for each in found], dtype=np.int64)[which],
        signals=np.array([STRENGTH.get(each.status or "", 0) for each in found], dtype=np.int64)[which],
        names=kept,
    )
