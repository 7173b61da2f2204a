"""Texts with their bytes."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from leadport.engine.text_column import replaced, scattered, text_column

texts = st.lists(st.one_of(st.none(), st.text(st.characters(codec="utf-8"), max_size=5)), max_size=8)


@given(given_texts=texts, skip=st.integers(0, 3))
def test_a_column_knows_the_bytes_of_each_text_even_in_the_middle_of_an_array(
    given_texts: list[str | None], skip: int
) -> None:
    column = text_column(pa.array(given_texts, pa.string()).slice(skip))
    expected = given_texts[skip:]
    assert column.array.to_pylist() == [text or None for text in expected]
    assert column.filled.tolist() == [bool(text) for text in expected]
    assert column.first().tolist() == [text.encode()[0] if text else ord("A") for text in expected]
    assert column.last().tolist() == [text.encode()[-1] if text else ord("A") for text in expected]
    assert column.has_foreign().tolist() == [bool(text) and not str(text).isascii() for text in expected]
    assert [length for length, text in zip(column.lengths.tolist(), expected, strict=True) if text] == [
        len(text.encode()) for text in expected if text
    ]


def test_chunks_become_one_column() -> None:
    column = text_column(pa.chunked_array([["a"], ["", "b"]]))
    assert column.array.to_pylist() == ["a", None, "b"]


def test_a_pattern_finds_nothing_in_blank_texts() -> None:
    assert text_column(pa.array(["ab", "", None, "c"])).matching("^[ac]").tolist() == [True, False, False, True]


def test_values_go_where_they_are_marked() -> None:
    array = pa.array(["a", "b", None])
    assert replaced(array, np.array([True, False, True]), pa.array(["x", None])).to_pylist() == ["x", "b", None]
    assert replaced(array, np.zeros(3, dtype=np.bool_), pa.array([], pa.string())) is array


def test_scattered_values_leave_all_other_rows_null() -> None:
    assert scattered(4, [2, 0], ["c", "a"], pa.string()).to_pylist() == ["a", None, "c", None]
    assert scattered(2, [], [], pa.int64()).to_pylist() == [None, None]
