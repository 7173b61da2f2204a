"""From records and a mapping to values in canonical form: one row a record, each with a fault or none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb

from leadport.domain.fields import FIELDS
from leadport.domain.mapping import Mapping
from leadport.domain.verdicts import FilterOptions
from leadport.engine.artifacts import Records, Values
from leadport.engine.cells import prepared_cell
from leadport.engine.column_styles import column_styles
from leadport.engine.duck import open_duck
from leadport.engine.fixed_values import Fixed, fixed_values
from leadport.engine.judge_functions import add_address_judge, add_name_judge
from leadport.engine.judges import CUSTOM, Kind
from leadport.engine.no_people import no_person
from leadport.engine.ordered_file import write_ordered
from leadport.engine.source_view import create_source
from leadport.engine.value_macros import create_macros
from leadport.engine.value_query import ValueQuery, values_query


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

    A fast path in SQL takes the texts that need no repair, Python the others. Memory does not grow with the file.
    `progress` is called with records done and all records. Raises FixedValueUnfit when a fixed value does not fit
    its field.
    """
    fixed = _fixed(mapping)
    with open_duck(spill=spill) as connection:
        create_macros(connection=connection)
        create_source(connection=connection, records=records)
        query = _prepared(connection, records, mapping, options, fixed)
        write_ordered(
            connection=connection,
            rows=partial(values_query, query=query),
            target=target,
            count=records.count,
            progress=progress,
        )
    return Values(
        path=target,
        count=records.count,
        fields=query.fields,
        custom=query.custom,
        has_tags=query.has("tags"),
        has_lists=query.has("lists"),
    )


def _prepared(
    connection: duckdb.DuckDBPyConnection,
    records: Records,
    mapping: Mapping,
    options: FilterOptions,
    fixed: tuple[Fixed, ...],
) -> ValueQuery:
    assignments = tuple(each for each in mapping.assignments if each.field in FIELDS or each.field.startswith(CUSTOM))
    styles = column_styles(connection=connection, assignments=assignments)
    add_address_judge(connection=connection)
    add_name_judge(connection=connection)
    cells = tuple(
        prepared_cell(connection=connection, place=place, assignment=assignment, style=style)
        for place, (assignment, style) in enumerate(zip(assignments, styles, strict=True))
    )
    addresses = [cell.assignment.index for cell in cells if cell.kind is Kind.ADDRESS]
    email = next((cell.assignment.index for cell in cells if cell.field == "email"), None)
    return ValueQuery(
        cells=cells,
        fixed=fixed,
        bad_value=options.bad_value,
        continuation_rows=mapping.continuation_rows,
        no_person=no_person(connection=connection, records=records, addresses=addresses, email=email),
    )


def _fixed(mapping: Mapping) -> tuple[Fixed, ...]:
    types = {each.field: each.type for each in mapping.assignments}
    known = [each for each in mapping.fixed if each.field in FIELDS or each.field.startswith(CUSTOM)]
    return fixed_values(fixed=known, types=types)
