"""From values to exactly one verdict a record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb

from leadport.domain.verdicts import FilterOptions, StatusPolicy, Tally
from leadport.engine.artifacts import Values, Verdicts
from leadport.engine.duck import open_duck
from leadport.engine.ordered_file import write_ordered
from leadport.engine.queries import fill, literal, queries
from leadport.engine.source_status import STRENGTH
from leadport.engine.tally import count_verdicts

_SQL = queries("filter")


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
        write_ordered(connection=connection, rows=_rows, target=target, count=values.count, progress=progress)
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
        ("repeated", "email_key", "first_record", True),
        ("suppressed", "email_key", "kind AS listed", suppressed is not None),
        ("gone", "mailbox_key", "kind AS left_as", True),
        ("existing", "email_key", "lead_id", existing is not None),
    )
    columns, joins = [], []
    for table, key, column, there in facts:
        # A join with nobody would still cost a look at every record.
        if there and connection.execute(fill(_SQL["anybody"], {"table": table})).fetchall():
            columns.append(f"{table}.{column}")
            joins.append(f"LEFT JOIN {table} ON {table}.{key} = v.{key}")
        else:
            columns.append(f"NULL AS {column.rpartition(' ')[2]}")
    connection.execute(fill(_SQL["decided"], {"columns": ", ".join(columns), "joins": "\n".join(joins)}))
    connection.execute(_SQL["continued"])


def _create_view(connection: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    connection.execute(fill(_SQL["view"], {"name": name, "path": literal(str(path))}))


def _rows(*, first: int, last: int) -> str:
    return fill(_SQL["verdicts"], {"first": str(first), "last": str(last)})
