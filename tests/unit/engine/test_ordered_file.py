"""Artifacts are written in the order of the records, whole or not at all."""

from __future__ import annotations

import time
from pathlib import Path

import pyarrow as pa
import pytest

from leadport.engine.ordered_file import LostRecordsError, write_ordered
from tests.support.people import column_of

SCHEMA = pa.schema({"record_number": pa.int64()})


def _piece(*numbers: int) -> pa.Table:
    return pa.table({"record_number": pa.array(numbers, pa.int64())}, schema=SCHEMA)


def test_pieces_stand_in_their_order_whichever_is_ready_first(tmp_path: Path) -> None:
    def piece(index: int) -> pa.Table:
        time.sleep(0.02 if index % 2 == 0 else 0)
        return _piece(2 * index + 1, 2 * index + 2)

    said: list[int] = []
    write_ordered(
        pieces=9,
        piece=piece,
        schema=SCHEMA,
        target=tmp_path / "file.parquet",
        count=18,
        progress=lambda done, _total: said.append(done),
    )
    assert column_of(tmp_path / "file.parquet", "record_number") == list(range(1, 19))
    assert said == [*range(2, 19, 2), 18]


def test_no_records_make_an_empty_file(tmp_path: Path) -> None:
    write_ordered(pieces=0, piece=_piece, schema=SCHEMA, target=tmp_path / "file.parquet", count=0)
    assert column_of(tmp_path / "file.parquet", "record_number") == []


@pytest.mark.parametrize("numbers", [(1, 3), (2, 1), (1, 1), (1,), (1, 2, 3)])
def test_a_lost_doubled_or_moved_record_is_a_fault_and_leaves_no_file(numbers: tuple[int, ...], tmp_path: Path) -> None:
    with pytest.raises(LostRecordsError):
        write_ordered(
            pieces=1, piece=lambda _index: _piece(*numbers), schema=SCHEMA, target=tmp_path / "file.parquet", count=2
        )
    assert list(tmp_path.iterdir()) == []


def test_a_piece_that_fails_leaves_the_file_of_before(tmp_path: Path) -> None:
    target = tmp_path / "file.parquet"
    target.write_bytes(b"before")

    def piece(index: int) -> pa.Table:
        if index == 3:
            raise RuntimeError
        return _piece(index + 1)

    with pytest.raises(RuntimeError):
        write_ordered(pieces=5, piece=piece, schema=SCHEMA, target=target, count=5)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"before"]
