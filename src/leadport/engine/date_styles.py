"""How the columns of a file write dates, decided from every value of a column at once."""

from __future__ import annotations

from dataclasses import dataclass

from leadport.engine.dates import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEvidence:
    """Counts of values in one column that are not ISO dates.

    `day_first` and `month_first` can be read one way only (a number above 12 stands first or second); `dotted`,
    `dashed` and `halves` (am or pm) could be read both ways, and their writing hints at one; `serials` are
    five-digit day numbers.
    """

    filled: int = 0
    day_first: int = 0
    month_first: int = 0
    dotted: int = 0
    dashed: int = 0
    halves: int = 0
    serials: int = 0


def column_order(*, own: DateEvidence, others: tuple[DateEvidence, ...]) -> Order:
    """The order of one column.

    It comes from its own clear values, else from the file's other date columns, else from its writing.

    Where clear values contradict each other the more frequent kind stands, and the rest is bad. Dots and dashes are
    written where the day comes first, am and pm with slashes where the month does. Nothing of all this: unknown.
    """
    for evidence in (own, *others):
        if evidence.day_first != evidence.month_first:
            return Order.DAY_FIRST if evidence.day_first > evidence.month_first else Order.MONTH_FIRST
    if own.dotted or own.dashed:
        return Order.DAY_FIRST
    return Order.MONTH_FIRST if own.halves else Order.UNKNOWN


def are_serials(*, own: DateEvidence) -> bool:
    """True when every value that is no ISO date is a spreadsheet's day number."""
    return own.filled > 0 and own.serials == own.filled
