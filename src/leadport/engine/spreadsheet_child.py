"""The process that parses spreadsheets: it bounds itself, writes one sheet as CSV and says on stdout how it went.

Run as `python -m leadport.engine.spreadsheet_child SOURCE TARGET LIMITS`, the limits as JSON. Whatever a hostile file
does to the parser happens here and ends here.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import resource
import signal
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import python_calamine as calamine

from leadport.engine.address_shape import holds_address
from leadport.engine.cell_text import Cell, cell_text
from leadport.engine.limits import Limits
from leadport.engine.sheet_scan import SheetError, scan_workbook
from leadport.engine.written import FULL, open_private

_LOOK_ROWS = 200


@dataclasses.dataclass(frozen=True, kw_only=True)
class SheetReport:
    """What the child found: a problem, or the sheet that was written. `filled` counts the sheets with data."""

    problem: str | None = None
    sheet: str = ""
    filled: int = 0


def main(arguments: list[str]) -> int:
    """Do the work of one call and print a report."""
    source, target, limits = Path(arguments[0]), Path(arguments[1]), Limits(**json.loads(arguments[2]))
    _bound(limits)
    sys.stdout.write(json.dumps(dataclasses.asdict(_report(source, target, limits))))
    return 0


def _bound(limits: Limits) -> None:
    """Give up memory, time and disk beyond the limits, for this process and for good."""
    for what, most in (
        (resource.RLIMIT_AS, limits.sheet_memory_bytes),
        (resource.RLIMIT_CPU, limits.sheet_cpu_seconds),
        (resource.RLIMIT_FSIZE, limits.unpacked_bytes),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (bound, bound))
    signal.alarm(limits.sheet_seconds)


def _report(source: Path, target: Path, limits: Limits) -> SheetReport:
    try:
        with zipfile.ZipFile(source) as archive:
            filled = scan_workbook(archive=archive, limits=limits)
        return _convert(source, target, filled)
    except SheetError as error:
        return SheetReport(problem=error.problem)
    except MemoryError:
        return SheetReport(problem="memory")
    except calamine.PasswordError:
        return SheetReport(problem="password")
    except OSError as error:
        return SheetReport(problem="disk_full" if error.errno in FULL else "broken")
    except (calamine.CalamineError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError):
        return SheetReport(problem="broken")


def _convert(source: Path, target: Path, filled: int) -> SheetReport:
    with calamine.CalamineWorkbook.from_path(str(source)) as workbook:
        sheet = _sheet_with_people(workbook)
        if sheet is None:
            return SheetReport(problem="empty")
        with io.TextIOWrapper(open_private(target=target), encoding="utf-8", newline="") as out:
            _write(_text_rows(sheet.iter_rows()), out)
        return SheetReport(sheet=sheet.name, filled=filled)


def _sheet_with_people(workbook: calamine.CalamineWorkbook) -> calamine.CalamineSheet | None:
    """The first sheet with an address near its top, else the first with anything; hidden sheets come last."""
    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
    sheets.sort(key=lambda sheet: sheet.visible != calamine.SheetVisibleEnum.Visible)
    first: str | None = None
    for known in sheets:
        sheet = workbook.get_sheet_by_name(known.name)
        if sheet.start is None:
            continue
        first = first or sheet.name
        if _has_address(sheet.iter_rows()):
            return sheet
    return None if first is None else workbook.get_sheet_by_name(first)


def _has_address(rows: Iterable[list[Cell]]) -> bool:
    looked = 0
    for row in rows:
        filled = [cell for cell in row if cell != ""]
        looked += bool(filled)
        if any(isinstance(cell, str) and holds_address(text=cell) for cell in filled):
            return True
        if looked >= _LOOK_ROWS:
            return False
    return False


def _text_rows(rows: Iterable[list[Cell]]) -> Iterator[list[str]]:
    for row in rows:
        yield [cell if isinstance(cell, str) else cell_text(cell=cell) for cell in row]


def _write(rows: Iterable[list[str]], out: io.TextIOWrapper) -> None:
    """Write every row as a line, so that line numbers are row numbers; empty rows at the end are left out."""
    writer = csv.writer(out, lineterminator="\r\n")
    empty = 0
    for row in rows:
        if not any(row):
            empty += 1
            continue
        out.write("\r\n" * empty)
        empty = 0
        writer.writerow(row)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
