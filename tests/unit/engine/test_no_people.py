"""Finding the records that are no people with SQL."""

from __future__ import annotations

from pathlib import Path

from tests.support.people import column_of, mapping_of, normalised


def test_each_part_may_begin_with_a_row_that_explains_the_columns(tmp_path: Path) -> None:
    rows = [["a@example.com"], *[["b@example.com"]] * 5, ["required"], ["c@example.com"]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email"), parts=[0] * 6 + [1] * 2)
    assert column_of(values.path, "reason")[6] == "explanation_line"


def test_lines_below_a_footer_belong_to_it_and_lines_above_do_not(tmp_path: Path) -> None:
    rows = [["", "Only a name"], ["a@example.com", "x"], ["Total: 5"], ["Report of the month"]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "company"))
    assert column_of(values.path, "reason") == ["email_missing", None, "summary_line", "summary_line"]


def test_without_a_footer_a_lonely_cell_at_the_end_is_a_missing_address(tmp_path: Path) -> None:
    _, values = normalised(
        directory=tmp_path, rows=[["a@example.com", "x"], ["", "y"]], mapping=mapping_of("email", "company")
    )
    assert column_of(values.path, "reason") == [None, "email_missing"]


def test_records_of_nothing_but_blanks_are_empty(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [["", ""], [" ", "\t"], ["\u00a0", None], ["", "x"]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "company"))
    assert column_of(values.path, "reason") == ["empty_record"] * 3 + ["email_missing"]


def test_a_header_is_recognised_where_no_email_column_is_matched(tmp_path: Path) -> None:
    rows = [["company", "city"], ["Example Inc", "Oslo"]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("company", "city"))
    assert column_of(values.path, "reason") == ["repeated_header", "email_missing"]
