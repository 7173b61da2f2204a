"""The view `source`: the records of a file with blank cells as NULL, and without what our own results file added."""

from __future__ import annotations

import duckdb

from leadport.engine.artifacts import Records
from leadport.engine.queries import fill, literal, queries
from leadport.engine.returned_report import GUARD, REPORT_COLUMNS, is_report


def create_source(*, connection: duckdb.DuckDBPyConnection, records: Records) -> None:
    """Create the view over the Records file."""
    returned = is_report(header=records.header)
    names = [f"c{place}" for place in range(len(records.header))]
    cells = "".join(f", nullif({_unguarded(name) if returned else name}, '') AS {name}" for name in names)
    query = fill(queries("values")["source"], {"cells": cells, "records": literal(str(records.path))})
    connection.execute(query)


def source_columns(*, records: Records) -> tuple[int, ...]:
    """The indexes of the columns that belong to the source itself."""
    if not is_report(header=records.header):
        return tuple(range(len(records.header)))
    return tuple(place for place, name in enumerate(records.header) if name.strip() not in REPORT_COLUMNS)


def _unguarded(name: str) -> str:
    return f"CASE WHEN prefix({name}, {literal(GUARD)}) THEN substr({name}, 2) ELSE {name} END"
