"""The two floors: what reading the file, and writing the finished rows, cost at the very least on this machine."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import psycopg
from psycopg import sql

from leadport.config import embedded

TABLES = ("lead", "list_member", "lead_tag", "enrolment")
_SCHEMA = "bench_floor"
_BLOCK = 1 << 20
_COLUMNS = (Path(__file__).parent / "sql" / "columns.sql").read_text(encoding="utf-8")


def floor_of_reading(*, file: Path) -> float:
    """Floor R: the seconds DuckDB takes to read the file into a table of texts, on two threads."""
    with duckdb.connect(config={"threads": 2}) as duck:
        started = time.perf_counter()
        duck.execute("CREATE TABLE people AS SELECT * FROM read_csv(?, all_varchar = true, header = true)", [str(file)])
        return time.perf_counter() - started


@dataclass(frozen=True, kw_only=True)
class LandedTable:
    """The finished rows of one table as COPY text on disk, and the columns that hold anything."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    file: Path
    rows: int


def floor_of_landing(*, home: Path, workdir: Path, import_id: int) -> tuple[float, int]:
    """Floor L: the seconds a bare COPY of the import's rows takes into four lean tables, and how many rows they are.

    Lean is a primary key each and the unique key of lead, and nothing else. The tables are committed before the clock
    starts, so that the COPY is logged like any other; the clock stops after COMMIT. One connection, the same server.
    """
    with psycopg.connect(embedded.database_url(home=home), autocommit=True) as connection, _scratch(connection):
        landed = [_export(connection, name, workdir, import_id) for name in TABLES]
        for table in landed:
            _make_lean(connection, table)
        connection.execute("CHECKPOINT")
        started = time.perf_counter()
        with connection.transaction():
            for table in landed:
                _load(connection, table)
        seconds = time.perf_counter() - started
    for table in landed:
        table.file.unlink()
    return seconds, sum(table.rows for table in landed)


@contextmanager
def _scratch(connection: psycopg.Connection) -> Iterator[None]:
    connection.execute(f"DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE")
    connection.execute(f"CREATE SCHEMA {_SCHEMA}")
    try:
        yield
    finally:
        connection.execute(f"DROP SCHEMA {_SCHEMA} CASCADE")


def _export(connection: psycopg.Connection, name: str, workdir: Path, import_id: int) -> LandedTable:
    """Write the rows of one import to disk in the order of the primary key, leaving out columns that hold nothing."""
    columns: list[tuple[str, int | None]] = connection.execute(_COLUMNS, [name]).fetchall()
    rows = sql.SQL(" FROM {} WHERE import_id = {}").format(sql.Identifier(name), import_id)
    counts = sql.SQL(", ").join(sql.SQL("count({})").format(sql.Identifier(column)) for column, _ in columns)
    counted = connection.execute(sql.SQL("SELECT count(*), {}").format(counts) + rows).fetchone() or (0,)
    table = LandedTable(
        name=name,
        columns=tuple(column for (column, _), count in zip(columns, counted[1:], strict=True) if count),
        key=tuple(column for column, place in sorted(columns, key=lambda pair: pair[1] or 0) if place is not None),
        file=workdir / f"floor-{name}.copy",
        rows=counted[0],
    )
    select = sql.SQL("SELECT {}").format(_listed(table.columns)) + rows
    query = sql.SQL("COPY ({} ORDER BY {}) TO STDOUT").format(select, _listed(table.key))
    with connection.cursor() as cursor, cursor.copy(query) as copy, table.file.open("wb") as out:
        for block in copy:
            out.write(block)
    return table


def _make_lean(connection: psycopg.Connection, table: LandedTable) -> None:
    lean = sql.Identifier(_SCHEMA, table.name)
    connection.execute(sql.SQL("CREATE TABLE {} (LIKE {})").format(lean, sql.Identifier("public", table.name)))
    connection.execute(sql.SQL("ALTER TABLE {} ADD PRIMARY KEY ({})").format(lean, _listed(table.key)))
    if table.name == "lead":
        connection.execute(sql.SQL("ALTER TABLE {} ADD UNIQUE (account_id, email_key)").format(lean))


def _load(connection: psycopg.Connection, table: LandedTable) -> None:
    lean = sql.Identifier(_SCHEMA, table.name)
    command = sql.SQL("COPY {} ({}) FROM STDIN").format(lean, _listed(table.columns))
    with connection.cursor() as cursor, cursor.copy(command) as copy, table.file.open("rb") as rows:
        while block := rows.read(_BLOCK):
            copy.write(block)


def _listed(columns: tuple[str, ...]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))
