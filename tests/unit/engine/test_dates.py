"""Dates of many programs in canonical form."""

from __future__ import annotations

import pytest

from leadport.engine.dates import DateStyle, Order, parse_date

DAY, MONTH, UNKNOWN = (DateStyle(order=order) for order in (Order.DAY_FIRST, Order.MONTH_FIRST, Order.UNKNOWN))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024/3/2", "2024-03-02"),
        ("20240312", "2024-03-12"),
        ("2024-03-12 09:14", "2024-03-12T09:14:00"),
        ("2024-03-12T09:14:05.123Z", "2024-03-12T09:14:05Z"),
        ("2024-02-21 10:00:00 +0100", "2024-02-21T09:00:00Z"),
        ("2024-02-21 22:00:00 -0400", "2024-02-22T02:00:00Z"),
        ("12 Mar 2024", "2024-03-12"),
        ("7-Feb-22", "2022-02-07"),
        ("March 12, 2024 09:14 PM", "2024-03-12T21:14:00"),
        ("Tue, 12 Mar 2024 09:14:00 GMT", "2024-03-12T09:14:00Z"),
        ("Tue Mar 12 2024 09:14:00 GMT+0100 (CET)", "2024-03-12T08:14:00Z"),
        ("12. März 2024", "2024-03-12"),
        ("1 août 2024", "2024-08-01"),
        ("12 de marzo de 2024", "2024-03-12"),
        ("12 марта 2024", "2024-03-12"),
        ("05/05/2024", "2024-05-05"),
        ("1700000000", "2023-11-14T22:13:20Z"),
    ],
)
def test_a_date_that_reads_one_way_only_needs_no_order(text: str, value: str) -> None:
    for style in (DAY, MONTH, UNKNOWN):
        assert parse_date(text, style=style).value == value


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("03/05/2024", "2024-05-03", "2024-03-05"),
        ("03/05/24 1:07pm", "2024-05-03T13:07:00", "2024-03-05T13:07:00"),
        ("05-03-2024 14:30", "2024-03-05T14:30:00", "2024-05-03T14:30:00"),
        ("31.12.1999", "1999-12-31", None),
        ("12/31/1999", None, "1999-12-31"),
    ],
)
def test_the_order_of_the_column_decides_and_no_row_is_turned_round(
    text: str, day_first: str | None, month_first: str | None
) -> None:
    assert parse_date(text, style=DAY).value == day_first
    assert parse_date(text, style=MONTH).value == month_first
    assert parse_date(text, style=UNKNOWN).bad


@pytest.mark.parametrize("text", ["0/0/00", "0000-00-00", "0000-00-00 00:00:00", "", "N/A"])
def test_zero_dates_are_blank_and_not_wrong(text: str) -> None:
    found = parse_date(text, style=DAY)
    assert (found.value, found.bad) == (None, False)


@pytest.mark.parametrize(
    "text", ["soon", "30.02.2024", "2024-13-01", "2024-03-12 25:00", "1:07pm", "03/05/24 13:07pm", "99999999", "2" * 70]
)
def test_what_is_no_date_is_bad(text: str) -> None:
    assert parse_date(text, style=DAY).bad


def test_day_numbers_of_spreadsheets_count_only_in_a_column_of_them() -> None:
    serials = DateStyle(serials=True)
    assert parse_date("45363", style=serials).value == "2024-03-12"
    assert parse_date("45363.5", style=serials).value == "2024-03-12T12:00:00"
    assert parse_date("45363", style=UNKNOWN).bad


def test_two_digit_years_of_birthdays_lie_in_the_past() -> None:
    assert parse_date("12 Mar 24", style=DAY).value == "2024-03-12"
    assert parse_date("12 Mar 24", style=DateStyle(birthday=True)).value == "1924-03-12"
    assert parse_date("12 Mar 99", style=DAY).value == "1999-03-12"
