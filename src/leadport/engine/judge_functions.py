"""Makes judges of single texts callable from SQL. Each distinct text of a batch is judged once, whatever its number.

DuckDB calls with the texts of at most 2,048 records, and only with those that a CASE lets through, so nothing grows
with the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import duckdb
import pyarrow as pa
from duckdb.func import FunctionNullHandling, PythonUDFType

from leadport.engine.address import Address, parse_address
from leadport.engine.names import split_name

_REMEMBERED = 20_000
_TEXT, _FLAG, _NAMES = pa.string(), pa.bool_(), pa.list_(pa.string())
_SQL = {_TEXT: "VARCHAR", _FLAG: "BOOLEAN", _NAMES: "VARCHAR[]"}

JUDGED = {"value": _TEXT, "bad": _FLAG, "repair": _TEXT, "status": _TEXT, "names": _NAMES}
ADDRESS = {
    "email": _TEXT,
    "email_key": _TEXT,
    "mailbox_key": _TEXT,
    "reason": _TEXT,
    "repairs": _TEXT,
    "second": _NAMES,
    "suggestion": _TEXT,
}
_NAME = {"first": _TEXT, "last": _TEXT}

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a judge says of one text: `status` is a kind of leaving, `names` the tags or lists in it."""

    value: str | None = None
    bad: bool = False
    repair: str | None = None
    status: str | None = None
    names: tuple[str, ...] | None = None


def add_judge(*, connection: duckdb.DuckDBPyConnection, name: str, judge: Callable[[str], Judged]) -> None:
    """Make `name(text)` a struct of the members of Judged."""

    def row(text: str) -> Row:
        judged = judge(text)
        return judged.value, judged.bad, judged.repair, judged.status, judged.names

    _add(connection=connection, name=name, members=JUDGED, row=row)


def add_address_judge(*, connection: duckdb.DuckDBPyConnection) -> None:
    """Make `parse_address(text)` a struct: the members of Address, or `reason`."""
    _add(connection=connection, name="parse_address", members=ADDRESS, row=_address_row)


def add_name_judge(*, connection: duckdb.DuckDBPyConnection) -> None:
    """Make `split_name(text)` a struct of first and last name."""
    _add(connection=connection, name="split_name", members=_NAME, row=_name_row)


def add_line_judge(
    *, connection: duckdb.DuckDBPyConnection, judge: Callable[[Sequence[str | None], bool], str | None]
) -> None:
    """Make `line_kind(cells, early)` the kind of a record that is no person, or NULL."""

    def kinds(cells: pa.ChunkedArray, early: pa.ChunkedArray) -> pa.Array:
        pairs = zip(cells.to_pylist(), early.to_pylist(), strict=True)
        return pa.array([judge(record, bool(first)) for record, first in pairs], _TEXT)

    connection.create_function(
        "line_kind",
        kinds,
        [duckdb.sqltype("VARCHAR[]"), duckdb.sqltype("BOOLEAN")],
        duckdb.sqltype("VARCHAR"),
        type=PythonUDFType.ARROW,
        null_handling=FunctionNullHandling.SPECIAL,
    )


def _add(
    *, connection: duckdb.DuckDBPyConnection, name: str, members: dict[str, pa.DataType], row: Callable[[str], Row]
) -> None:
    remembered = lru_cache(maxsize=_REMEMBERED)(row)
    fields = [pa.field(member, kind) for member, kind in members.items()]

    def judge_batch(texts: pa.ChunkedArray) -> pa.Array:
        encoded = texts.combine_chunks().dictionary_encode()
        rows = [remembered(text) for text in encoded.dictionary.to_pylist()]
        columns = list(zip(*rows, strict=True)) or [()] * len(fields)
        arrays = [pa.array(column, field.type) for column, field in zip(columns, fields, strict=True)]
        return pa.StructArray.from_arrays(arrays, fields=fields).take(encoded.indices)

    struct = ", ".join(f'"{member}" {_SQL[kind]}' for member, kind in members.items())
    connection.create_function(
        name,
        judge_batch,
        [duckdb.sqltype("VARCHAR")],
        duckdb.sqltype(f"STRUCT({struct})"),
        type=PythonUDFType.ARROW,
        null_handling=FunctionNullHandling.SPECIAL,
    )


def _address_row(text: str) -> Row:
    found = parse_address(text)
    if isinstance(found, Address):
        repairs = ",".join(found.repairs) or None
        return found.email, found.email_key, found.mailbox_key, None, repairs, found.second or None, found.suggestion
    return None, None, None, found.reason, None, None, None


def _name_row(text: str) -> Row:
    name = split_name(text)
    return name.first, name.last
