"""The SQL that finds records which are no people (see `not_people.py`) among those without an address."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import duckdb

from leadport.engine.artifacts import Records
from leadport.engine.judge_functions import add_line_judge
from leadport.engine.not_people import FIRST_RECORDS, FOOTER, is_footer, line_kind
from leadport.engine.queries import fill, literal, queries
from leadport.engine.source_view import source_columns

_SQL = queries("values")
_BLANKS = "concat(chr(9), chr(10), chr(11), chr(12), chr(13), ' ', chr(160), chr(8203), chr(65279))"
_LONGEST_TAIL = 200


def no_person(
    *, connection: duckdb.DuckDBPyConnection, records: Records, addresses: Sequence[int], email: int | None
) -> str:
    """An expression over `source`: the reason why a record without an address is no person, or NULL.

    `addresses` are the indexes of all columns that hold addresses, `email` that of the email column. It is meant
    for the few records without an address, so it may cost more than the rest.
    """
    columns = source_columns(records=records)
    if not columns:
        return "'empty_record'"
    header = [records.header[column] for column in columns]
    place = columns.index(email) if email in columns else None
    add_line_judge(connection=connection, judge=partial(_kind, header=header, address=place))
    cells = ", ".join(f"c{column}" for column in columns)
    early = f"list_contains([{', '.join(map(str, _early(connection)))}]::BIGINT[], record_number)"
    suspect = (
        f"{early} OR {_named(columns, header, place)} OR regexp_matches(concat_ws(chr(31), {cells}), {literal(FOOTER)})"
    )
    last, footer = _tail(connection, cells, addresses)
    below = (
        f"record_number > {last} AND len(list_filter([{cells}], lambda cell: trim(cell) <> '')) = 1"
        if footer
        else "false"
    )
    return (
        f"CASE WHEN trim(concat({cells}), {_BLANKS}) = '' THEN 'empty_record' "
        f"ELSE coalesce(CASE WHEN {suspect} THEN line_kind([{cells}], {early}) END, "
        f"CASE WHEN {below} THEN 'summary_line' END) END"
    )


def _kind(cells: Sequence[str | None], early: bool, *, header: Sequence[str], address: int | None) -> str | None:  # noqa: FBT001
    return line_kind(cells=cells, header=header, address=address, early=early)


def _named(columns: Sequence[int], header: Sequence[str], place: int | None) -> str:
    """A repeated header has the column's name in its email column, or in the first column that has a name."""
    places = [at for at, name in enumerate(header) if name.strip()][:1]
    places += [place] if place is not None and header[place].strip() else []
    same = (f"lower(trim(c{columns[at]})) = {literal(header[at].strip().lower())}" for at in places)
    return " OR ".join(f"coalesce({each}, false)" for each in same) or "false"


def _early(connection: duckdb.DuckDBPyConnection) -> list[int]:
    firsts = connection.execute(_SQL["first_of_parts"]).fetchall()
    return sorted(first + offset for (first,) in firsts for offset in range(FIRST_RECORDS))


def _tail(connection: duckdb.DuckDBPyConnection, cells: str, addresses: Sequence[int]) -> tuple[int, bool]:
    """The last record with an address, and whether a footer stands below it."""
    without = " AND ".join(f"NOT coalesce(contains(c{column}, '@'), false)" for column in addresses) or "true"
    ((last,),) = connection.execute(fill(_SQL["last_address"], {"no_address": without})).fetchall()
    query = fill(_SQL["tail"], {"cells": cells, "last": str(last), "most": str(_LONGEST_TAIL)})
    tail = (
        [cell.strip() for cell in found if cell and cell.strip()] for (found,) in connection.execute(query).fetchall()
    )
    return int(last), any(filled and is_footer(filled=filled) for filled in tail)
