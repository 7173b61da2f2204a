"""Cells with several names in them."""

from __future__ import annotations

import pytest

from leadport.engine.tag_cells import LONGEST_NAME, split_cell


@pytest.mark.parametrize(
    ("text", "separator", "names"),
    [
        ("VIP, Berlin", ",", ("VIP", "Berlin")),
        ('"VIP","Berlin, Mitte"', ",", ("VIP", "Berlin, Mitte")),
        ("* My Contacts ::: Friends", " ::: ", ("My Contacts", "Friends")),
        ("a;b,c", ";", ("a", "b,c")),
        ("a|b", "|", ("a", "b")),
        ('["a","b"]', ",", ("a", "b")),
        ("a, A ,a", ",", ("a",)),
        ("a,,N/A, b", ",", ("a", "b")),
        (" ", ",", ()),
    ],
)
def test_names_come_out_trimmed_distinct_and_in_order(text: str, separator: str, names: tuple[str, ...]) -> None:
    assert split_cell(text, separator=separator) == names


def test_no_name_is_longer_than_the_lead_book_takes() -> None:
    assert len(split_cell("x" * 300, separator=",")[0]) == LONGEST_NAME
