"""From records and a mapping to values in canonical form: one row a record, each with a fault or none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyarrow as pa

from leadport.domain.fields import FIELDS
from leadport.domain.mapping import Mapping
from leadport.domain.verdicts import FilterOptions
from leadport.engine.artifacts import Records, Values
from leadport.engine.column_styles import column_styles
from leadport.engine.fixed_values import fixed_values
from leadport.engine.judges import CUSTOM, Kind
from leadport.engine.no_people import line_facts
from leadport.engine.ordered_file import write_ordered
from leadport.engine.record_groups import RecordGroups
from leadport.engine.value_plan import ValuePlan, planned_columns
from leadport.engine.value_table import value_schema, value_table


def normalise(
    *,
    records: Records,
    mapping: Mapping,
    options: FilterOptions,
    target: Path,
    spill: Path,
    progress: Callable[[int, int], None] | None = None,
) -> Values:
    """Write the Values of all records to `target`.

    Whole columns are sorted into texts that are canonical as they stand and odd ones, which go to Python. Memory does
    not grow with the file. `progress` is called with records done and all records. Raises FixedValueUnfit when a fixed
    value does not fit its field.
    """
    groups = RecordGroups(records=records)
    plan = _plan(groups, records, mapping, options, spill)
    write_ordered(
        pieces=len(groups),
        piece=partial(_piece, groups=groups, plan=plan),
        schema=value_schema(plan=plan),
        target=target,
        count=records.count,
        progress=progress,
    )
    return Values(
        path=target,
        count=records.count,
        fields=plan.fields,
        custom=plan.custom,
        has_tags=plan.has("tags"),
        has_lists=plan.has("lists"),
    )


def _plan(groups: RecordGroups, records: Records, mapping: Mapping, options: FilterOptions, spill: Path) -> ValuePlan:
    assignments = tuple(each for each in mapping.assignments if each.field in FIELDS or each.field.startswith(CUSTOM))
    fixed = [each for each in mapping.fixed if each.field in FIELDS or each.field.startswith(CUSTOM)]
    types = {each.field: each.type for each in mapping.assignments}
    stand_ins = fixed_values(fixed=fixed, types=types)
    styles = column_styles(records=records, assignments=assignments, spill=spill)
    columns = planned_columns(assignments=assignments, styles=styles)
    return ValuePlan(
        columns=columns,
        lines=line_facts(
            groups=groups,
            records=records,
            addresses=[column.assignment.index for column in columns if column.kind is Kind.ADDRESS],
            email=next((column.assignment.index for column in columns if column.field == "email"), None),
        ),
        fixed=stand_ins,
        bad_value=options.bad_value,
        continuation_rows=mapping.continuation_rows,
    )


def _piece(index: int, *, groups: RecordGroups, plan: ValuePlan) -> pa.Table:
    return value_table(group=groups.read(index), plan=plan)
