"""Which judge a column gets."""

from __future__ import annotations

import pytest

from leadport.domain.fields import FIELDS
from leadport.domain.mapping import Assignment, FieldType
from leadport.engine.fast_paths import sort_decimals, sort_nothing, sort_whole_numbers
from leadport.engine.judges import ColumnStyle, Kind, fast_path_of, judge_of, kind_of


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("email", Kind.ADDRESS),
        ("email_secondary", Kind.ADDRESS),
        ("status", Kind.STATUS),
        ("opt_out", Kind.STATUS),
        ("consent_email", Kind.CONSENT),
        ("tags", Kind.NAMES),
        ("custom_json", Kind.JSON),
        ("birthday", Kind.DATE),
        ("total_spent", Kind.NUMBER),
        ("zip", Kind.CODE),
        ("city", Kind.TEXT),
    ],
)
def test_fields_of_the_catalogue_know_their_kind(field: str, kind: Kind) -> None:
    assert kind_of(field=field, value_type=FieldType.TEXT) is kind


@pytest.mark.parametrize("value_type", FieldType)
def test_custom_fields_follow_their_type(value_type: FieldType) -> None:
    kind = kind_of(field="custom:x", value_type=value_type)
    assert kind.value == {"choice": "text"}.get(value_type.value, value_type.value)


@pytest.mark.parametrize("field", [key for key in FIELDS if not key.startswith("email")])
def test_every_field_has_a_judge_that_takes_a_blank_for_nothing(field: str) -> None:
    judge = judge_of(assignment=Assignment(index=0, column=field, field=field), style=ColumnStyle())
    judged = judge("  ")
    assert (judged.value, judged.bad, judged.status, judged.names) == (None, False, None, None)


def test_a_wrong_address_in_a_custom_field_is_bad_and_a_right_one_canonical() -> None:
    assignment = Assignment(index=0, column="x", field="custom:x", type=FieldType.EMAIL)
    judge = judge_of(assignment=assignment, style=ColumnStyle())
    assert judge("Ann <ann@EXAMPLE.com>").value == "ann@example.com"
    assert judge("nobody").bad


def test_numbers_with_a_comma_take_the_slow_path_but_for_whole_ones() -> None:
    assert fast_path_of(kind=Kind.NUMBER, style=ColumnStyle(decimal_mark=",")) is sort_whole_numbers
    assert fast_path_of(kind=Kind.NUMBER, style=ColumnStyle()) is sort_decimals


def test_columns_with_few_different_texts_have_no_fast_path() -> None:
    for kind in (Kind.STATUS, Kind.CONSENT, Kind.NAMES, Kind.YES_NO, Kind.JSON):
        assert fast_path_of(kind=kind, style=ColumnStyle()) is sort_nothing
