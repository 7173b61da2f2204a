"""How every column of a file writes its dates, numbers and lists, asked of all its values at once."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from leadport.domain.mapping import Assignment
from leadport.engine.date_styles import DateEvidence, are_serials, column_order
from leadport.engine.dates import DateStyle
from leadport.engine.judges import ColumnStyle, Kind, kind_of
from leadport.engine.number_values import NumberEvidence, decimal_mark
from leadport.engine.queries import fill, literal, queries
from leadport.engine.tag_cells import SEPARATORS

_SQL = queries("values")


def column_styles(
    *, connection: duckdb.DuckDBPyConnection, assignments: Sequence[Assignment]
) -> tuple[ColumnStyle, ...]:
    """One style an assignment, in their order; the records stand in the view `source`."""
    dates = {
        place: _date_evidence(connection, assignment)
        for place, assignment in enumerate(assignments)
        if kind_of(field=assignment.field, value_type=assignment.type) is Kind.DATE
    }
    return tuple(_style(connection, place, assignment, dates) for place, assignment in enumerate(assignments))


def guess_separator(*, counts: Sequence[int]) -> str:
    """The separator that most cells hold; of equals the more telling one, and a comma when none is used."""
    best = max(range(len(SEPARATORS)), key=lambda place: (counts[place], -place))
    return SEPARATORS[best] if counts[best] else ","


def _style(
    connection: duckdb.DuckDBPyConnection, place: int, assignment: Assignment, dates: dict[int, DateEvidence]
) -> ColumnStyle:
    kind = kind_of(field=assignment.field, value_type=assignment.type)
    if kind is Kind.DATE:
        others = tuple(evidence for other, evidence in dates.items() if other != place)
        order = column_order(own=dates[place], others=others)
        serials = are_serials(own=dates[place])
        return ColumnStyle(date=DateStyle(order=order, serials=serials, birthday=assignment.field == "birthday"))
    if kind is Kind.NUMBER:
        (comma, point) = _row(connection, "number_evidence", assignment)
        return ColumnStyle(decimal_mark=decimal_mark(evidence=NumberEvidence(comma=comma, point=point)))
    if kind is Kind.NAMES:
        return ColumnStyle(separator=assignment.separator or _separator(connection, assignment))
    return ColumnStyle()


def _separator(connection: duckdb.DuckDBPyConnection, assignment: Assignment) -> str:
    counts = ", ".join(f"count(*) FILTER (contains(c, {literal(separator)}))" for separator in SEPARATORS)
    return guess_separator(counts=_row(connection, "separator_evidence", assignment, counts=counts))


def _date_evidence(connection: duckdb.DuckDBPyConnection, assignment: Assignment) -> DateEvidence:
    filled, day_first, month_first, dotted, dashed, halves, serials = _row(connection, "date_evidence", assignment)
    return DateEvidence(
        filled=filled,
        day_first=day_first,
        month_first=month_first,
        dotted=dotted,
        dashed=dashed,
        halves=halves,
        serials=serials,
    )


def _row(
    connection: duckdb.DuckDBPyConnection, query: str, assignment: Assignment, counts: str = ""
) -> tuple[int, ...]:
    text = fill(_SQL[query], {"cell": f"c{assignment.index}", "counts": counts})
    (row,) = connection.execute(text).fetchall()
    return tuple(int(number) for number in row)
