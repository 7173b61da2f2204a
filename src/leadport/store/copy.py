"""Moves rows in bulk between files and tables: COPY on Django's own connection, in whatever transaction is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
from django.db import connection
from psycopg import sql

_BLOCK = 1 << 18

DUCK_MEMORY = "96MB"


def open_files(*, spill: Path) -> duckdb.DuckDBPyConnection:
    """A private DuckDB for cutting Parquet files into what COPY takes; one thread, bounded memory, no network."""
    return duckdb.connect(
        ":memory:",
        config={
            "memory_limit": DUCK_MEMORY,
            "threads": "1",
            "temp_directory": str(spill),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        },
    )


def copy_in(*, table: str, columns: Sequence[str], rows: duckdb.DuckDBPyRelation, path: Path) -> None:
    """Append the rows of a DuckDB query to a table, by way of a CSV file at `path`.

    NULL is written as nothing and a blank text as "", which is how PostgreSQL reads them. Raises what the database
    raises, as Django's exceptions.
    """
    rows.write_csv(str(path), header=False)
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        path.open("rb") as file,
        cursor.copy(statement) as copy,
    ):
        while block := file.read(_BLOCK):
            copy.write(block)


def copy_out(*, query: str, parameters: Mapping[str, object], path: Path) -> None:
    """Write the rows of a PostgreSQL query as CSV to a file."""
    statement = f"COPY ({query}) TO STDOUT (FORMAT csv)"
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        path.open("wb") as file,
        cursor.copy(statement, parameters) as copy,
    ):
        for block in copy:
            file.write(block)


def read_csv(*, files: duckdb.DuckDBPyConnection, path: Path, columns: Mapping[str, str]) -> duckdb.DuckDBPyRelation:
    """The rows `copy_out` wrote; `columns` gives DuckDB's type of each. A file that is not there has no rows."""
    path.touch()
    return files.read_csv(
        str(path), header=False, columns=dict(columns), auto_detect=False, sep=",", quotechar='"', escapechar='"'
    )
