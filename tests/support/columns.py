"""Small sources for the tests of matching: columns given as a header and what stands under it."""

from __future__ import annotations

from collections.abc import Callable

from leadport.domain.mapping import Match
from leadport.engine.match import match, profile_rows
from tests.support.plausible import value

Maker = str | Callable[[int], str]
"""The field whose plausible values stand in a column, or a function from the row to the value."""


def address(row: int) -> str:
    """The own address of the person in a row."""
    return value(column="", field="email", row=row)


def boss(row: int) -> str:
    """One of two colleagues' addresses."""
    return ("rita.holm@seller.example", "karl.ode@seller.example")[row % 2]


def boss_each(row: int) -> str:
    """Somebody else's address, another one in each row."""
    return f"boss{row}@seller.example"


def of(*values: str) -> Callable[[int], str]:
    """These values in turn."""
    return lambda row: values[row % len(values)]


def matched(*columns: tuple[str, Maker], records: int = 12) -> Match:
    """The suggestion for columns given as (header, field whose values to make up, or a function of the row)."""
    rows = [
        [maker(row) if callable(maker) else value(column=name, field=maker, row=row) for name, maker in columns]
        for row in range(records)
    ]
    return match(profiles=profile_rows(header=tuple(name for name, _ in columns), rows=rows))


def fields(found: Match) -> list[str | None]:
    """The suggested fields, in the order of the columns."""
    return [column.field for column in found.columns]
