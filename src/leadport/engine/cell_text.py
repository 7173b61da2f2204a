"""How a spreadsheet cell reads as text, with nothing lost and nothing added."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

_EXACT = 2.0**53


def cell_text(*, cell: Cell) -> str:
    """The cell as a person would type it: 7210448301122 and not 7210448301122.0, dates as ISO 8601, TRUE and FALSE."""
    match cell:
        case bool():
            text = "TRUE" if cell else "FALSE"
        case float():
            text = _number(cell)
        case dt.datetime():
            text = _whole_second(cell).isoformat(sep=" ")
        case dt.timedelta():
            text = _duration(cell)
        case dt.time():
            text = cell.replace(microsecond=0).isoformat()
        case dt.date():
            text = cell.isoformat()
        case _:
            text = str(cell)
    return text


def _number(value: float) -> str:
    """Whole numbers without a point; others with the 15 digits that spreadsheets keep, never with an exponent."""
    if value.is_integer():
        return str(int(value)) if abs(value) < _EXACT else format(Decimal(repr(value)), "f").removesuffix(".0")
    return format(Decimal(format(value, ".15g")), "f")


def _whole_second(moment: dt.datetime) -> dt.datetime:
    """Spreadsheets keep times as fractions of a day, so a second may come as .999999 of the one before."""
    return (moment + dt.timedelta(microseconds=500_000)).replace(microsecond=0)


def _duration(span: dt.timedelta) -> str:
    seconds = round(span.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
