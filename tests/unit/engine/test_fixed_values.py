"""Values that stand in for a column."""

from __future__ import annotations

import pytest

from leadport.domain.mapping import FieldType, FixedValue
from leadport.engine.fixed_values import Fixed, FixedValueUnfit, fixed_values


def test_fixed_values_are_canonical() -> None:
    fixed = [FixedValue(field="custom:size", value="1,50"), FixedValue(field="country", value=" DE ")]
    found = fixed_values(fixed=fixed, types={"custom:size": FieldType.NUMBER})
    assert found == (Fixed(field="custom:size", value="1.5"), Fixed(field="country", value="DE"))


def test_fixed_tags_are_names() -> None:
    assert fixed_values(fixed=[FixedValue(field="tags", value="a, b")], types={})[0].names == ("a", "b")


def test_a_fixed_opt_out_says_that_everybody_left() -> None:
    assert fixed_values(fixed=[FixedValue(field="opt_out", value="yes")], types={})[0].status == "unsubscribe"


def test_a_fixed_value_that_does_not_fit_is_refused_without_repeating_it() -> None:
    with pytest.raises(FixedValueUnfit) as refusal:
        fixed_values(fixed=[FixedValue(field="birthday", value="secret")], types={})
    assert "secret" not in refusal.value.message
