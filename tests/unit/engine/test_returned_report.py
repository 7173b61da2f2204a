"""Our own file coming back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadport.engine.returned_report import REPORT_COLUMNS, guarded, is_report, source_columns, unguarded


@given(st.text())
def test_the_guard_is_undone_exactly(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_guarded_cell_starts_like_a_formula(start: str) -> None:
    assert guarded(f"{start}1+1") == f"'{start}1+1"


def test_a_file_is_ours_only_with_all_three_columns() -> None:
    assert is_report(header=("Email", *REPORT_COLUMNS))
    assert is_report(header=(*reversed(REPORT_COLUMNS), "Email"))
    assert not is_report(header=("Email", *REPORT_COLUMNS[:2]))


def test_our_own_columns_are_no_columns_of_the_source() -> None:
    assert source_columns(header=("a", *REPORT_COLUMNS, "b")) == (0, 4)
    assert source_columns(header=("a", REPORT_COLUMNS[0])) == (0, 1)
