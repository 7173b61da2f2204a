"""Values that stand in for a column: every lead of the import gets them where the field is otherwise blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leadport.domain.mapping import Assignment, FieldType, FixedValue
from leadport.domain.refusal import Refusal
from leadport.engine.judges import ColumnStyle, judge_of
from leadport.engine.tag_cells import split_cell


class FixedValueUnfit(Refusal):
    """A fixed value does not fit the type of its field."""

    code = "fixed_value_unfit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """The canonical value of a field, or the names in it (tags, lists), or what it says of everybody (`status`)."""

    field: str
    value: str | None = None
    names: tuple[str, ...] = ()
    status: str | None = None


def fixed_values(*, fixed: Sequence[FixedValue], types: dict[str, FieldType]) -> tuple[Fixed, ...]:
    """The values as they will be stored; `types` are those of custom fields. Raises FixedValueUnfit."""
    return tuple(_fixed(each, types.get(each.field, FieldType.TEXT)) for each in fixed)


def _fixed(fixed: FixedValue, value_type: FieldType) -> Fixed:
    if fixed.field in {"tags", "lists"}:
        return Fixed(field=fixed.field, names=split_cell(fixed.value, separator=","))
    stand_in = Assignment(index=0, column=fixed.field, field=fixed.field, type=value_type)
    judged = judge_of(assignment=stand_in, style=ColumnStyle())(fixed.value)
    if judged.bad:
        raise FixedValueUnfit(
            f"The fixed value for the field {fixed.field} does not fit its type. Write it differently."
        )
    return Fixed(field=fixed.field, value=judged.value, status=judged.status)
