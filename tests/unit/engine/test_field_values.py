"""Fields from the values of columns."""

from __future__ import annotations

import json

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from leadport.engine.field_values import custom_object, first_filled, joined_names, with_names

TEXT = pa.string()


def test_the_first_filled_value_stands_and_the_fixed_one_comes_last() -> None:
    values = [pa.array([None, "a", None]), pa.array(["b", "c", None])]
    assert first_filled(count=3, values=values, fixed=["x"]).to_pylist() == ["b", "a", "x"]
    assert first_filled(count=2, values=[], fixed=["x"]).to_pylist() == ["x", "x"]
    assert first_filled(count=2, values=[], fixed=[]).to_pylist() == [None, None]


def test_names_are_split_only_where_both_parts_are_blank() -> None:
    fields = {
        "full_name": pa.array(["Ann Lee", "Lee, Bob", "Cid Lee", "Dora Lee", None]),
        "first_name": pa.array([None, None, "C.", None, None], TEXT),
        "last_name": pa.array([None, None, None, "L.", None], TEXT),
    }
    split = with_names(fields)
    assert split["first_name"].to_pylist() == ["Ann", "Bob", "C.", None, None]
    assert split["last_name"].to_pylist() == ["Lee", "Lee", None, "L.", None]


def test_names_of_several_columns_are_joined_without_repetition() -> None:
    lists = [pa.array([["a", "b"], None, None]), pa.array([["b", "c"], ["d"], None])]
    assert joined_names(count=3, lists=lists, fixed=["x"]).to_pylist() == [["a", "b", "c"], ["d"], ["x"]]
    assert joined_names(count=1, lists=[], fixed=[]).to_pylist() == [None]


@given(texts=st.lists(st.one_of(st.none(), st.text(st.characters(codec="utf-8"), min_size=1)), min_size=1, max_size=5))
def test_custom_fields_survive_as_json_whatever_they_hold(texts: list[str | None]) -> None:
    values = {'a "b"': pa.array(texts, TEXT), "c": pa.array(["x"] * len(texts))}
    found = custom_object(count=len(texts), values=values, members=[]).to_pylist()
    expected = [{'a "b"': text, "c": "x"} if text is not None else {"c": "x"} for text in texts]
    assert [json.loads(each) for each in found] == expected


def test_a_record_without_custom_values_has_no_object() -> None:
    assert custom_object(count=1, values={"a": pa.array([None], TEXT)}, members=[]).to_pylist() == [None]
    assert custom_object(count=1, values={}, members=[]).to_pylist() == [None]


def test_columns_beat_json_cells_and_the_first_cell_beats_the_next() -> None:
    found = custom_object(
        count=2,
        values={"a": pa.array(["1", None])},
        members=[pa.array(['"a":0,"b":2', None]), pa.array(['"b":3,"c":4', '"d":5'])],
    )
    assert [json.loads(each) for each in found.to_pylist()] == [{"a": "1", "b": 2, "c": 4}, {"d": 5}]
