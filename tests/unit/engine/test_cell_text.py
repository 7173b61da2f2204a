"""Cells of a spreadsheet read as a person would type them."""

from __future__ import annotations

import datetime as dt

import pytest

from leadport.engine.cell_text import Cell, cell_text

MOMENT = dt.datetime.fromisoformat("2024-03-01T09:59:59.999999")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("007", "007"),
        ("", ""),
        (True, "TRUE"),
        (False, "FALSE"),
        (5, "5"),
        (5.0, "5"),
        (-12.0, "-12"),
        (0.0, "0"),
        (61412000999.0, "61412000999"),
        (7210448301122.0, "7210448301122"),
        (1e20, "100000000000000000000"),
        (1e-05, "0.00001"),
        (0.1 + 0.2, "0.3"),
        (52.5200066, "52.5200066"),
        (dt.date(2024, 3, 1), "2024-03-01"),
        (MOMENT, "2024-03-01 10:00:00"),
        (dt.time(9, 5), "09:05:00"),
        (dt.timedelta(hours=36, minutes=5), "36:05:00"),
        (dt.timedelta(minutes=-5), "-0:05:00"),
    ],
)
def test_a_cell_reads_as_text(cell: Cell, text: str) -> None:
    assert cell_text(cell=cell) == text
