"""What the fast paths take and what they leave; that they agree with the judges is a property test."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa
import pytest

from leadport.engine.fast_paths import (
    Sorted,
    odd_names,
    sort_dates,
    sort_decimals,
    sort_links,
    sort_nothing,
    sort_phones,
    sort_texts,
    sort_whole_numbers,
)
from leadport.engine.text_column import text_column


@pytest.mark.parametrize(
    ("sort", "plain", "odd"),
    [
        (
            sort_texts,
            {"Ann": "Ann", "Zoë": "Zoë", "two\nlines": "two\nlines"},
            [" Ann", "Ann\t", "'+1", "NULL", "ZoÃ«", "="],
        ),
        (sort_phones, {"+49 30 123": "+49 30 123", "(030) 1": "(030) 1"}, ["tel:1", "12.0", "none", "1" * 41]),
        (
            sort_links,
            {"https://example.com/a": "https://example.com/a"},
            ["example.com", "https://a b", "javascript:x"],
        ),
        (sort_whole_numbers, {"12": "12", "-5": "-5"}, ["1.5", "1,5", "007", "-0"]),
        (sort_decimals, {"12": "12", "1.50": "1.5", "2.00": "2", "-0.5": "-0.5"}, ["1,5", "007", "0.50", "1e5"]),
        (
            sort_dates,
            {
                "2024-02-29": "2024-02-29",
                "2024-02-29 10:00": "2024-02-29T10:00:00",
                "2024-02-29T10:00:05": "2024-02-29T10:00:05",
            },
            ["2023-02-29", "2024-04-31", "2024-13-01", "2024-02-29 24:00", "12 Mar 2024", "2024-02-29 10:00:00Z"],
        ),
    ],
)
def test_plain_texts_are_taken_in_canonical_form_and_odd_ones_left(
    sort: Callable[..., Sorted], plain: dict[str, str], odd: list[str]
) -> None:
    column = text_column(pa.array([*plain, None, "", *odd]))
    found = sort(column)
    assert found.odd.tolist() == [False] * (len(plain) + 2) + [True] * len(odd)
    assert found.values.to_pylist()[: len(plain)] == list(plain.values())
    assert found.values.to_pylist()[len(plain) : len(plain) + 2] == [None, None]


def test_without_a_fast_path_every_text_that_is_not_blank_is_odd() -> None:
    assert sort_nothing(text_column(pa.array(["a", "", None]))).odd.tolist() == [True, False, False]


def test_names_with_titles_suffixes_or_more_than_two_words_are_odd() -> None:
    names = ["Ann Lee", "Dr Lee", "Lee Jr", "Ann Marie Lee", "ann lee", "Lee, Ann", None]
    assert odd_names(text_column(pa.array(names))).tolist() == [False, True, True, True, True, True, False]
