"""How every column of a file writes its dates, numbers and lists, asked of all its values at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from leadport.domain.mapping import Assignment
from leadport.engine.artifacts import Records
from leadport.engine.date_styles import DateEvidence, are_serials, column_order
from leadport.engine.dates import DateStyle
from leadport.engine.duck import open_duck
from leadport.engine.judges import ColumnStyle, Kind, kind_of
from leadport.engine.number_values import NumberEvidence, decimal_mark
from leadport.engine.queries import fill, literal, queries
from leadport.engine.tag_cells import SEPARATORS

_SQL = queries("columns")


def column_styles(*, records: Records, assignments: Sequence[Assignment], spill: Path) -> tuple[ColumnStyle, ...]:
    """One style an assignment, in their order."""
    kinds = {kind_of(field=each.field, value_type=each.type) for each in assignments}
    if not kinds & {Kind.DATE, Kind.NUMBER, Kind.NAMES}:
        return (ColumnStyle(),) * len(assignments)
    with open_duck(spill=spill) as connection:
        return _styles(_Asker(connection=connection, records=literal(str(records.path))), assignments)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asker:
    connection: duckdb.DuckDBPyConnection
    records: str

    def row(self, query: str, assignment: Assignment, counts: str = "") -> tuple[int, ...]:
        text = fill(_SQL[query], {"cell": f"c{assignment.index}", "counts": counts, "records": self.records})
        (row,) = self.connection.execute(text).fetchall()
        return tuple(int(number) for number in row)


def _styles(asker: _Asker, assignments: Sequence[Assignment]) -> tuple[ColumnStyle, ...]:
    dates = {
        place: _date_evidence(asker, assignment)
        for place, assignment in enumerate(assignments)
        if kind_of(field=assignment.field, value_type=assignment.type) is Kind.DATE
    }
    return tuple(_style(asker, place, assignment, dates) for place, assignment in enumerate(assignments))


def guess_separator(*, counts: Sequence[int]) -> str:
    """The separator that most cells hold; of equals the more telling one, and a comma when none is used."""
    best = max(range(len(SEPARATORS)), key=lambda place: (counts[place], -place))
    return SEPARATORS[best] if counts[best] else ","


def _style(asker: _Asker, place: int, assignment: Assignment, dates: dict[int, DateEvidence]) -> ColumnStyle:
    kind = kind_of(field=assignment.field, value_type=assignment.type)
    if kind is Kind.DATE:
        others = tuple(evidence for other, evidence in dates.items() if other != place)
        order = column_order(own=dates[place], others=others)
        serials = are_serials(own=dates[place])
        return ColumnStyle(date=DateStyle(order=order, serials=serials, birthday=assignment.field == "birthday"))
    if kind is Kind.NUMBER:
        (comma, point) = asker.row("number_evidence", assignment)
        return ColumnStyle(decimal_mark=decimal_mark(evidence=NumberEvidence(comma=comma, point=point)))
    if kind is Kind.NAMES:
        return ColumnStyle(separator=assignment.separator or _separator(asker, assignment))
    return ColumnStyle()


def _separator(asker: _Asker, assignment: Assignment) -> str:
    counts = ", ".join(f"count(*) FILTER (contains(c, {literal(separator)}))" for separator in SEPARATORS)
    return guess_separator(counts=asker.row("separator_evidence", assignment, counts=counts))


def _date_evidence(asker: _Asker, assignment: Assignment) -> DateEvidence:
    filled, day_first, month_first, dotted, dashed, halves, serials = asker.row("date_evidence", assignment)
    return DateEvidence(
        filled=filled,
        day_first=day_first,
        month_first=month_first,
        dotted=dotted,
        dashed=dashed,
        halves=halves,
        serials=serials,
    )
