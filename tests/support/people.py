"""Small lists of people, from rows of cells to Records, Values and Verdicts in a directory of the test's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from leadport.domain.mapping import Assignment, FieldType, FixedValue, Mapping
from leadport.domain.verdicts import FilterOptions, Tally
from leadport.engine.artifacts import Records, Values, Verdicts
from leadport.engine.filter import filter_records
from leadport.engine.normalise import normalise

Row = Sequence[str | None]


def write_records(
    *,
    directory: Path,
    header: Sequence[str],
    rows: Sequence[Row],
    troubles: dict[int, str] | None = None,
    parts: Sequence[int] | None = None,
) -> Records:
    """The Records file the reader would write for these rows; `troubles` are reason codes by record number."""
    count = len(rows)
    columns: dict[str, pa.Array] = {
        "record_number": pa.array(range(1, count + 1), pa.int64()),
        "line_number": pa.array(range(2, count + 2), pa.int64()),
        "part": pa.array(parts or [0] * count, pa.int32()),
    }
    for place in range(len(header)):
        columns[f"c{place}"] = pa.array([row[place] if place < len(row) else None for row in rows], pa.string())
    columns["trouble"] = pa.array([(troubles or {}).get(number) for number in range(1, count + 1)], pa.string())
    columns["notes"] = pa.nulls(count, pa.string())
    columns["raw"] = pa.nulls(count, pa.string())
    path = directory / "records.parquet"
    pq.write_table(pa.table(columns), path)
    names = tuple(f"part{part}.csv" for part in range(max(parts or [0]) + 1))
    return Records(path=path, count=count, header=tuple(header), parts=names, trouble=len(troubles or {}))


def mapping_of(
    *fields: str | None,
    header: Sequence[str] | None = None,
    types: dict[str, FieldType] | None = None,
    fixed: Sequence[FixedValue] = (),
    continuation_rows: bool = False,
) -> Mapping:
    """Column by column the field it goes into; None is not imported."""
    assignments = tuple(
        Assignment(
            index=place,
            column=header[place] if header else field,
            field=field,
            type=(types or {}).get(field, FieldType.TEXT),
        )
        for place, field in enumerate(fields)
        if field is not None
    )
    return Mapping(assignments=assignments, fixed=tuple(fixed), continuation_rows=continuation_rows)


def normalised(
    *,
    directory: Path,
    rows: Sequence[Row],
    mapping: Mapping,
    options: FilterOptions | None = None,
    troubles: dict[int, str] | None = None,
    parts: Sequence[int] | None = None,
) -> tuple[Records, Values]:
    """The values of rows whose columns are called as the mapping says."""
    width = max((len(row) for row in rows), default=0)
    width = max([width, *(each.index + 1 for each in mapping.assignments)])
    names = {each.index: each.column for each in mapping.assignments}
    header = [names.get(place, f"Column {place}") for place in range(width)]
    written = write_records(directory=directory, header=header, rows=rows, troubles=troubles, parts=parts)
    values = normalise(
        records=written,
        mapping=mapping,
        options=options or FilterOptions(),
        target=directory / "values.parquet",
        spill=directory,
    )
    return written, values


def judged(
    *,
    directory: Path,
    values: Values,
    options: FilterOptions | None = None,
    existing: dict[str, int] | None = None,
    suppressed: dict[str, str] | None = None,
) -> tuple[Verdicts, Tally]:
    """The verdicts when these keys are leads and those are on the blocklist."""
    leads = pa.schema({"email_key": pa.string(), "lead_id": pa.int64()})
    entries = pa.schema({"email_key": pa.string(), "kind": pa.string()})
    for name, answer, schema in (("existing", existing or {}, leads), ("suppressed", suppressed or {}, entries)):
        table = pa.table([list(answer), list(answer.values())], schema=schema)
        pq.write_table(table, directory / f"{name}.parquet")
    return filter_records(
        values=values,
        existing=directory / "existing.parquet",
        suppressed=directory / "suppressed.parquet",
        options=options or FilterOptions(),
        target=directory / "verdicts.parquet",
        spill=directory,
    )


def rows_of(path: Path, *columns: str) -> list[tuple[object, ...]]:
    """Some columns of an artifact, record by record."""
    with duckdb.connect() as connection:
        return connection.execute(f"SELECT {', '.join(columns)} FROM read_parquet('{path}')").fetchall()


def column_of(path: Path, name: str) -> list[object]:
    """One column of an artifact, record by record."""
    return [value for (value,) in rows_of(path, name)]
