"""The Records file: numbering, placement, and that it is there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow.parquet
import pytest

from leadport.engine.pieces import Piece
from leadport.engine.record_writer import Placement, RecordWriter
from leadport.engine.reference import Reading
from tests.support.reading import USUAL, Row, stored_rows


def piece(count: int, *, first_line: int = 1) -> Piece:
    lines = np.arange(first_line, first_line + count, dtype=np.int64)
    return Piece(
        proven=b"".join(b"Name %d,a%d@x.example\n" % (line, line) for line in lines.tolist()),
        proven_lines=lines,
        reading=Reading(),
        reading_lines=np.zeros(0, np.int64),
    )


def test_numbers_run_on_from_piece_to_piece(tmp_path: Path) -> None:
    with RecordWriter(target=tmp_path / "records.parquet", columns=2) as writer:
        writer.write(piece=piece(3), dialect=USUAL, placement=Placement(part=0, columns=(0, 1)))
        writer.write(piece=piece(2, first_line=10), dialect=USUAL, placement=Placement(part=0, columns=(0, 1)))
    assert [row.line for row in stored_rows(path=tmp_path / "records.parquet")] == [1, 2, 3, 10, 11]
    assert writer.count == 5


def test_columns_go_where_they_are_placed_and_a_status_into_the_last(tmp_path: Path) -> None:
    with RecordWriter(target=tmp_path / "records.parquet", columns=4) as writer:
        placement = Placement(part=7, columns=(2, 0), status="cleaned")
        writer.write(piece=piece(1), dialect=USUAL, placement=placement)
    assert stored_rows(path=tmp_path / "records.parquet") == [
        Row(line=1, cells=("a1@x.example", None, "Name 1", "cleaned"))
    ]
    assert pyarrow.parquet.read_table(tmp_path / "records.parquet").column("part").to_pylist() == [7]


def test_row_groups_stay_bounded(tmp_path: Path) -> None:
    with RecordWriter(target=tmp_path / "records.parquet", columns=2) as writer:
        for number in range(20):
            writer.write(
                piece=piece(10_000, first_line=1 + 10_000 * number),
                dialect=USUAL,
                placement=Placement(part=0, columns=(0, 1)),
            )
    stored = pyarrow.parquet.ParquetFile(tmp_path / "records.parquet").metadata
    assert stored.num_rows == 200_000
    assert max(stored.row_group(i).num_rows for i in range(stored.num_row_groups)) <= 80_000


def test_no_record_at_all_still_makes_a_file_with_its_columns(tmp_path: Path) -> None:
    with RecordWriter(target=tmp_path / "records.parquet", columns=1):
        pass
    names = pyarrow.parquet.read_schema(tmp_path / "records.parquet").names
    assert names == ["record_number", "line_number", "part", "c0", "trouble", "notes", "raw"]


def test_an_error_leaves_neither_a_file_nor_a_half_of_one(tmp_path: Path) -> None:
    (tmp_path / "records.parquet").write_text("as it was before")

    def write_and_fail() -> None:
        with RecordWriter(target=tmp_path / "records.parquet", columns=2) as writer:
            writer.write(piece=piece(3), dialect=USUAL, placement=Placement(part=0, columns=(0, 1)))
            raise KeyError

    with pytest.raises(KeyError):
        write_and_fail()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["as it was before"]
