"""Values that did not fit."""

from __future__ import annotations

from pathlib import Path

from tests.support.people import mapping_of, normalised, rows_of


def test_the_first_column_that_did_not_fit_is_told_before_an_unknown_status(tmp_path: Path) -> None:
    rows = [
        ["a@example.com", "gold", "soon", "call me"],
        ["b@example.com", "gold", "", "call me"],
        ["c@example.com", "gold", "", ""],
        ["d@example.com", "active", "2001-05-05", "+1"],
    ]
    mapping = mapping_of("email", "status", "birthday", "phone")
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping)
    assert rows_of(values.path, "warnings", "reason_column", "reason_value") == [
        ("value_left_blank,status_unknown", "birthday", "soon"),
        ("value_left_blank,status_unknown", "phone", "call me"),
        ("status_unknown", "status", "gold"),
        (None, None, None),
    ]


def test_long_texts_are_told_by_their_beginning(tmp_path: Path) -> None:
    rows = [["a@example.com", "x" * 5000]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "birthday"))
    assert rows_of(values.path, "length(reason_value)") == [(200,)]
