"""From values to exactly one verdict a record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from leadport.domain.verdicts import FilterOptions, StatusPolicy, Tally, Verdict
from leadport.engine.artifacts import Values, Verdicts
from leadport.engine.duck import open_duck
from leadport.engine.ordered_file import write_ordered
from leadport.engine.queries import fill, literal, queries
from leadport.engine.source_status import STRENGTH
from leadport.engine.tally import count_verdicts
from leadport.engine.text_column import scattered

_SQL = queries("filter")
_DECIDED = ("verdict", "reason", "first_record", "lead_id", "suppress")
_SCHEMA = pa.schema(
    {
        "record_number": pa.int64(),
        "line_number": pa.int64(),
        "part": pa.int32(),
        "verdict": pa.string(),
        "reason": pa.string(),
        "first_record": pa.int64(),
        "lead_id": pa.int64(),
        "email_key": pa.string(),
        "mailbox_key": pa.string(),
        "suppress": pa.string(),
        "reason_column": pa.string(),
        "reason_value": pa.string(),
        "repairs": pa.string(),
        "warnings": pa.string(),
        "suggestion": pa.string(),
    }
)
_KEPT = [name for name in _SCHEMA.names if name not in _DECIDED]


def keys_for_lookup(*, values: Values, target: Path, spill: Path | None = None) -> Path:
    """Write email_key (unique), mailbox_key and domain of everybody who may land; the store looks up nobody else."""
    with open_duck(spill=spill or target.parent) as connection:
        query = fill(_SQL["keys"], {"values": literal(str(values.path))})
        connection.execute(f"COPY ({query}) TO {literal(str(target))} (FORMAT parquet)")
    return target


def filter_records(
    *,
    values: Values,
    existing: Path | None,
    suppressed: Path | None,
    options: FilterOptions,
    target: Path,
    spill: Path,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Verdicts, Tally]:
    """Write the Verdicts of all records to `target`, and count them.

    A record that fails claims no address. Among the others the first of an email_key stands and later ones are
    duplicated; the one that stands is blocked (blocklist first, then what the file says), existing or new. Who left
    according to any record of the same mailbox, even a duplicated one, is blocked. `existing` and `suppressed` are the
    store's answers; None means nobody.
    """
    with open_duck(spill=spill) as connection:
        _decide(connection, values, existing, suppressed, options)
        metadata = pq.read_metadata(values.path)
        write_ordered(
            pieces=metadata.num_row_groups,
            piece=partial(_piece, connection=connection, values=values, metadata=metadata),
            schema=_SCHEMA,
            target=target,
            count=values.count,
            progress=progress,
        )
        verdicts = Verdicts(path=target, count=values.count)
        return verdicts, count_verdicts(connection=connection, verdicts=verdicts)


def _decide(
    connection: duckdb.DuckDBPyConnection,
    values: Values,
    existing: Path | None,
    suppressed: Path | None,
    options: FilterOptions,
) -> None:
    """Fill the table `decided` with every record that is not simply new."""
    _create_view(connection, "values_", values.path)
    connection.execute(_SQL["repeated"])
    kinds = ", ".join(literal(kind) for kind in sorted(STRENGTH, key=lambda kind: -STRENGTH[kind]))
    counts = "true" if options.status is StatusPolicy.BLOCK else "false"
    connection.execute(fill(_SQL["gone"], {"kinds": kinds, "counts": counts}))
    for name, path in (("existing", existing), ("suppressed", suppressed)):
        if path is not None:
            _create_view(connection, name, path)
    facts = (
        ("repeated", "email_key", "first_record", "BIGINT", True),
        ("suppressed", "email_key", "kind AS listed", "VARCHAR", suppressed is not None),
        ("gone", "mailbox_key", "kind AS left_as", "VARCHAR", True),
        ("existing", "email_key", "lead_id", "BIGINT", existing is not None),
    )
    columns, joins = [], []
    for table, key, column, kind, there in facts:
        # A join with nobody would still cost a look at every record.
        if there and connection.execute(fill(_SQL["anybody"], {"table": table})).fetchall():
            columns.append(f"{table}.{column}")
            joins.append(f"LEFT JOIN {table} ON {table}.{key} = v.{key}")
        else:
            columns.append(f"NULL::{kind} AS {column.rpartition(' ')[2]}")
    connection.execute(fill(_SQL["decided"], {"columns": ", ".join(columns), "joins": "\n".join(joins)}))
    connection.execute(_SQL["continued"])


def _create_view(connection: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    connection.execute(fill(_SQL["view"], {"name": name, "path": literal(str(path))}))


def _piece(index: int, *, connection: duckdb.DuckDBPyConnection, values: Values, metadata: pq.FileMetaData) -> pa.Table:
    """The verdicts of one row group of the values: everybody is new about whom nothing was decided."""
    with pq.ParquetFile(values.path, metadata=metadata) as file:
        told = file.read_row_group(index, columns=_KEPT, use_threads=False)
    first = told["record_number"][0].as_py() if told.num_rows else 1
    asked = fill(_SQL["decided_range"], {"first": str(first), "last": str(first + told.num_rows - 1)})
    with connection.cursor() as reading:
        decided = reading.sql(asked).to_arrow_table()
    rows = decided["record_number"].to_numpy() - first
    columns = {name: told[name] for name in told.column_names}
    for name in _DECIDED:
        columns[name] = scattered(told.num_rows, rows, decided[name].combine_chunks(), _SCHEMA.field(name).type)
    columns["verdict"] = pc.fill_null(columns["verdict"], Verdict.NEW.value)
    columns["mailbox_key"] = pc.if_else(
        columns["email_key"].is_valid(), columns["mailbox_key"], pa.scalar(None, pa.string())
    )
    return pa.Table.from_arrays([columns[name] for name in _SCHEMA.names], schema=_SCHEMA)
