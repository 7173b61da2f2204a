"""A piece as Arrow columns."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from leadport.domain.dialect import Dialect
from leadport.engine.faults import Fault
from leadport.engine.piece_table import piece_table
from leadport.engine.pieces import Piece
from leadport.engine.reference import Reading
from tests.support.reading import USUAL


def piece(proven: bytes = b"", lines: tuple[int, ...] = (), reading: Reading | None = None) -> Piece:
    reading = reading or Reading()
    return Piece(
        proven=proven,
        proven_lines=np.array(lines, np.int64),
        reading=reading,
        reading_lines=np.array(reading.starts, np.int64),
    )


def rows(found: Piece, dialect: Dialect = USUAL) -> list[list[object]]:
    return [list(row.values()) for row in piece_table(piece=found, dialect=dialect).to_pylist()]


def test_cells_are_text_never_null_numbers_or_dates() -> None:
    text = b'007,\n"",NULL\n"NaN",2024-01-01\ntrue,"a\r\n""b"""\n'
    assert [row[1:3] for row in rows(piece(text, (1, 2, 3, 4)))] == [
        ["007", ""],
        ["", "NULL"],
        ["NaN", "2024-01-01"],
        ["true", 'a\r\n"b"'],
    ]


def test_both_kinds_of_record_are_put_in_the_order_of_their_lines() -> None:
    reading = Reading(starts=[2, 5], cells=[["b", None], ["d", "x"]])
    reading.faults[1] = Fault(trouble="nul_byte", notes=None, raw="d,x")
    assert rows(piece(b"a,1\nc,3\n", (1, 3), reading)) == [
        [1, "a", "1", None, None, None],
        [2, "b", None, None, None, None],
        [3, "c", "3", None, None, None],
        [5, "d", "x", "nul_byte", None, "d,x"],
    ]


def test_a_byte_order_mark_within_the_text_belongs_to_its_cell() -> None:
    assert rows(piece("\ufeffa,1\n".encode(), (1,))) == [[1, "\ufeffa", "1", None, None, None]]


def test_without_a_delimiter_commas_and_quotes_are_kept() -> None:
    dialect = replace(USUAL, delimiter=None, header=("",))
    assert rows(piece(b"a, b; \tc\n", (4,)), dialect) == [[4, "a, b; \tc", None, None, None]]


def test_a_piece_without_records_has_all_columns() -> None:
    table = piece_table(piece=piece(), dialect=USUAL)
    assert table.column_names == ["line_number", "c0", "c1", "trouble", "notes", "raw"]
    assert table.num_rows == 0


def test_a_proof_that_arrow_contradicts_is_not_written() -> None:
    with pytest.raises(RuntimeError):
        piece_table(piece=piece(b"a,1\nb,2\n", (1,)), dialect=USUAL)
