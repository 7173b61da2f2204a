"""Numbers in canonical decimal text."""

from __future__ import annotations

import pytest

from leadport.engine.number_values import NumberEvidence, decimal_mark, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("12,5", "12.5"),
        ("12.50", "12.5"),
        ("$1,234.50", "1234.5"),
        ("€ 12,00", "12"),
        ("EUR 1 234,00", "1234"),
        ("1'234.50", "1234.5"),
        ("(12.50)", "-12.5"),
        ("-0.00", "0"),
        ("007", "7"),
        ("12 %", "12"),
        ("1e5", "100000"),
        ("1,23,456.7", "123456.7"),
        ("'2026", "2026"),
    ],
)
def test_a_number_that_reads_one_way_only_needs_no_column(text: str, value: str) -> None:
    assert [parse_number(text, mark=mark).value for mark in ",."] == [value, value]


def test_one_mark_before_three_digits_means_what_the_column_says() -> None:
    assert parse_number("1.234", mark=".").value == "1.234"
    assert parse_number("1.234", mark=",").value == "1234"
    assert parse_number("1,234", mark=".").value == "1234"
    assert parse_number("1.234.567", mark=".").value == "1234567"


@pytest.mark.parametrize("text", ["many", "1.2.3", "1e999", "12-13", "1" * 80, "٣"])
def test_what_is_no_number_is_bad(text: str) -> None:
    assert parse_number(text, mark=".").bad


def test_most_clear_values_decide_and_a_point_where_there_are_none() -> None:
    assert decimal_mark(evidence=NumberEvidence(comma=3, point=1)) == ","
    assert decimal_mark(evidence=NumberEvidence()) == "."
