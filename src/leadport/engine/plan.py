"""Makes the plan: what will land, sorted so that the lead book's indexes are filled in order."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from leadport.engine.artifacts import Values, Verdicts
from leadport.engine.duck import open_duck
from leadport.engine.ordered_file import in_order
from leadport.engine.queries import fill, literal, queries
from leadport.engine.shelves import Shelves

SUPPRESS = "suppress.parquet"
"""The file of blocklist entries beside the plan."""

_MEMORY = "192MB"
_SQL = queries("plan")
_FACTS = pa.schema({"seq": pa.int64(), "record_number": pa.int64(), "verdict": pa.string(), "lead_id": pa.int64()})
_PEOPLE = ("email", "email_key", "mailbox_key")
# A row group is what a reader of one slice has to unpack; it is about one chunk of a landing.
_GROUP = 50_000


def make_plan(*, values: Values, verdicts: Verdicts, target: Path, spill: Path | None = None) -> Path:
    """Write the plan of the new and existing records to `target`, and beside it the blocklist entries to make.

    Plan: seq BIGINT (0, 1, 2 ... in the order of email_key), record_number, verdict, lead_id (existing), email,
    email_key, mailbox_key, f_<key> ..., custom, tags, lists. Entries (`suppress.parquet`, one a mailbox, its strongest
    kind): email, mailbox_key, kind, record_number. Only keys are sorted as a whole; the records follow shelf by
    shelf, so memory does not grow with the file.
    """
    room = spill or target.parent
    files = {"values": literal(str(values.path)), "verdicts": literal(str(verdicts.path))}
    with open_duck(spill=room, memory_limit=_MEMORY) as connection, tempfile.TemporaryDirectory(dir=room) as shelves:
        connection.execute(fill(_SQL["ranked"], files))
        _write_plan(connection, values, target, Path(shelves))
        _write_entries(connection, fill(_SQL["suppress"], files), target.with_name(SUPPRESS))
    return target


def _write_plan(connection: duckdb.DuckDBPyConnection, values: Values, target: Path, room: Path) -> None:
    metadata = pq.read_metadata(values.path)
    schema = _schema(values)
    ((count,),) = connection.execute(_SQL["size"]).fetchall()
    weight = sum(metadata.row_group(index).total_byte_size for index in range(metadata.num_row_groups))
    shelves = Shelves(room=room, schema=schema, count=count, weight=weight)
    piece = partial(_planned, connection=connection, values=values, metadata=metadata, schema=schema)
    with shelves:
        for table in in_order(pieces=metadata.num_row_groups, piece=piece):
            shelves.put(table=table)
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with pq.ParquetWriter(
            unfinished, schema, use_dictionary=["verdict"], write_statistics=["seq", "record_number"]
        ) as writer:
            for table in in_order(pieces=len(shelves), piece=shelves.sorted):
                writer.write_table(table, row_group_size=_GROUP)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
        pa.default_memory_pool().release_unused()


def _schema(values: Values) -> pa.Schema:
    texts = [*_PEOPLE, *(f"f_{key}" for key in values.fields), "custom"]
    names = [(name, pa.list_(pa.string())) for name in ("tags", "lists")]
    return pa.schema([*_FACTS, *((name, pa.string()) for name in texts), *names])


def _planned(
    index: int,
    *,
    connection: duckdb.DuckDBPyConnection,
    values: Values,
    metadata: pq.FileMetaData,
    schema: pa.Schema,
) -> pa.Table:
    """Those of one row group of the values who will land, with their place in the plan."""
    columns = ["record_number", *(name for name in schema.names if name not in _FACTS.names)]
    with pq.ParquetFile(values.path, metadata=metadata) as file:
        told = file.read_row_group(index, columns=columns, use_threads=False)
    first = told["record_number"][0].as_py() if told.num_rows else 1
    asked = fill(_SQL["ranked_range"], {"first": str(first), "last": str(first + told.num_rows - 1)})
    with connection.cursor() as reading:
        ranked = reading.sql(asked).to_arrow_table()
    rows = ranked["record_number"].to_numpy() - first
    kept = told if len(rows) == told.num_rows else told.take(pa.array(rows))
    taken = [ranked[name] if name in _FACTS.names else kept[name] for name in schema.names]
    return pa.Table.from_arrays(taken, schema=schema)


def _write_entries(connection: duckdb.DuckDBPyConnection, query: str, target: Path) -> None:
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        connection.execute(f"COPY ({query}) TO {literal(str(unfinished))} (FORMAT parquet)")
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
