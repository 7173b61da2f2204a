"""Lines that are no people."""

from __future__ import annotations

import pytest

from leadport.engine.not_people import is_footer, line_kind

HEADER = ("Email", "First name", "Total")


def _kind(*cells: str | None, early: bool = False) -> str | None:
    return line_kind(cells=cells, header=HEADER, address=0, early=early)


@pytest.mark.parametrize(
    "cells",
    [
        ("Grand Totals (5700 records)",),
        ("Copyright (c) 2000-2026 Example Inc. All rights reserved.",),
        ("Confidential Information - Do Not Distribute",),
        ("Total", "", "12,345.00"),
        ("Summe:", None, "5"),
        ("Gesamt", "", "€ 12,00"),
        ("(12 rows affected)",),
        ("1,200 records",),
        ("Exported on 2024-01-01",),
        ("-----", "-----", "-----"),
        ("Итого: 5",),
    ],
)
def test_totals_notices_and_ruled_lines_are_footers(cells: tuple[str | None, ...]) -> None:
    assert _kind(*cells) == "summary_line"


@pytest.mark.parametrize(
    "cells", [("Total", "Oil", "Paris"), ("", "Ann", "5"), ("Gesamt", "Ann", ""), ("Sum Ting", "", "")]
)
def test_people_and_companies_are_no_footers(cells: tuple[str, ...]) -> None:
    assert _kind(*cells) is None


def test_a_repeated_header_is_recognised_by_its_names() -> None:
    assert _kind("email", "First name", "Total") == "repeated_header"
    assert _kind("", "First Name", "Total") == "repeated_header"
    assert _kind("", "Ann", "Total") is None


def test_a_row_that_explains_the_columns_stands_among_the_first() -> None:
    for text in ("The email address", "required", "varchar(255)", "e.g. ann"):
        assert _kind(text, "x", "y", early=True) == "explanation_line"
        assert _kind(text, "x", "y") is None
    assert _kind("ann.example.com", "Ann", "5", early=True) is None


def test_a_record_without_text_is_empty() -> None:
    assert _kind("", None, "  ") == "empty_record"


def test_a_long_record_is_no_notice() -> None:
    assert not is_footer(filled=["Confidential", "Ann", "Lee"])
