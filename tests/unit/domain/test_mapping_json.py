"""A mapping that is kept comes back as it was, or not at all."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadport.domain.mapping import Assignment, FieldType, FixedValue, Mapping
from leadport.domain.mapping_json import MappingUnreadable, mapping_from_json, mapping_to_json

EXAMPLE = Mapping(
    assignments=(
        Assignment(index=0, column="Email", field="email", type=FieldType.EMAIL),
        Assignment(index=3, column="Tags", field="tags", separator=" ::: "),
        Assignment(index=4, column="Größe", field="custom:grosse", type=FieldType.NUMBER, label="Größe"),
    ),
    fixed=(FixedValue(field="source", value="Fair"),),
    continuation_rows=True,
)
ASSIGNMENTS = st.builds(
    Assignment,
    index=st.integers(0, 2000),
    column=st.text(max_size=20),
    field=st.text(max_size=20),
    type=st.sampled_from(FieldType),
    separator=st.none() | st.text(max_size=5),
    label=st.none() | st.text(max_size=20),
)


@settings(max_examples=50)
@given(assignments=st.lists(ASSIGNMENTS, max_size=4), continuation=st.booleans())
def test_every_mapping_comes_back_as_it_was(assignments: list[Assignment], continuation: bool) -> None:
    mapping = Mapping(assignments=tuple(assignments), continuation_rows=continuation)
    assert mapping_from_json(text=mapping_to_json(mapping=mapping)) == mapping


def test_fixed_values_and_custom_fields_come_back() -> None:
    assert mapping_from_json(text=mapping_to_json(mapping=EXAMPLE)) == EXAMPLE


def test_equal_mappings_give_equal_text() -> None:
    assert mapping_to_json(mapping=EXAMPLE) == mapping_to_json(
        mapping=mapping_from_json(text=mapping_to_json(mapping=EXAMPLE))
    )


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"version": None},
        {"assignments": [{"index": 0}]},
        {"assignments": "email"},
        {"continuation_rows": 1},
        {"fixed": [{"field": "source", "value": 3}]},
        {"more": True},
    ],
)
def test_a_mapping_in_any_other_form_is_refused(change: dict[str, object]) -> None:
    data = json.loads(mapping_to_json(mapping=EXAMPLE)) | change
    with pytest.raises(MappingUnreadable):
        mapping_from_json(text=json.dumps(data))


@pytest.mark.parametrize(
    ("key", "value"), [("index", -1), ("index", True), ("type", "colour"), ("label", 7), ("field", None)]
)
def test_a_wrong_value_in_an_assignment_is_refused(key: str, value: object) -> None:
    data = json.loads(mapping_to_json(mapping=EXAMPLE))
    data["assignments"][0][key] = value
    with pytest.raises(MappingUnreadable):
        mapping_from_json(text=json.dumps(data))


@pytest.mark.parametrize("text", ["", "null", "[]", "{", '"x"', "[" * 5000])
def test_text_that_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(MappingUnreadable):
        mapping_from_json(text=text)
