"""Our own results file coming back: which columns we added, and the formula guard we put before cells.

The guard is one apostrophe before every cell that a spreadsheet could take for a formula, and before every cell
that starts with an apostrophe already. So taking one leading apostrophe off every cell of a file with our columns
undoes it exactly.
"""

from __future__ import annotations

from collections.abc import Sequence

LINE, VERDICT, REASON = "Leadport line", "Leadport verdict", "Leadport reason"
REPORT_COLUMNS = (LINE, VERDICT, REASON)
"""The columns a results file has behind those of the source; `match` leaves them out of everything."""

GUARD = "'"
RISKY_CHARACTERS = f"=+@\t\r\x00＝＋－＠{GUARD}-"
"""The first characters that make a cell dangerous in some spreadsheet, as the inside of a pattern's [...]."""


def is_report(*, header: Sequence[str]) -> bool:
    """True when the columns are those of a results file, wherever a program has moved them."""
    return set(REPORT_COLUMNS) <= {name.strip() for name in header}


def guarded(cell: str) -> str:
    """The cell as a results file writes it: never a formula, and `unguarded` gives it back."""
    return GUARD + cell if cell.startswith(tuple(RISKY_CHARACTERS)) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell.removeprefix(GUARD)


def source_columns(*, header: Sequence[str]) -> tuple[int, ...]:
    """The indexes of the columns that belong to the source itself."""
    if not is_report(header=header):
        return tuple(range(len(header)))
    return tuple(place for place, name in enumerate(header) if name.strip() not in REPORT_COLUMNS)
