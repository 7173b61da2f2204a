"""Sorting by a number without gaps, shelf by shelf."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from leadport.engine.shelves import Shelves

SCHEMA = pa.schema({"seq": pa.int64(), "name": pa.string(), "tags": pa.list_(pa.string())})


def _table(numbers: list[int]) -> pa.Table:
    rows = [
        list(numbers),
        [f"p{number}" for number in numbers],
        [[f"t{number}"] for number in numbers],
    ]
    return pa.table(rows, schema=SCHEMA)


@pytest.mark.parametrize(("count", "weight", "shelves"), [(0, 0, 0), (1, 1, 1), (1000, 1000, 1), (1000, 2**30, 100)])
def test_rows_come_back_in_order_whatever_order_they_came_in(
    count: int, weight: int, shelves: int, tmp_path: Path
) -> None:
    numbers = np.random.default_rng(1).permutation(count).tolist()
    made = Shelves(room=tmp_path, schema=SCHEMA, count=count, weight=weight)
    with made:
        for start in range(0, count, 77):
            made.put(table=_table(numbers[start : start + 77]))
    assert len(made) >= shelves
    back = [made.sorted(number) for number in range(len(made))]
    assert pa.concat_tables([SCHEMA.empty_table(), *back]).to_pydict() == _table(list(range(count))).to_pydict()


def test_the_number_of_open_files_is_bounded(tmp_path: Path) -> None:
    assert len(Shelves(room=tmp_path, schema=SCHEMA, count=1_000_000, weight=2**50)) <= 500
