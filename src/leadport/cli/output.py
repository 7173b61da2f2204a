"""Where output goes: data to stdout, everything else to stderr; as tables, JSON or CSV."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from rich.console import Console
from rich.text import Text

from leadport.cli.text import clean, json_line

# Wide enough that no value of a table is cut when the output goes into a file or another program.
_WIDTH_OF_A_PIPE = 10_000

# A spreadsheet runs a cell that begins like this. The reader takes the apostrophe away again.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def stdout() -> Console:
    """The console for data."""
    return _console(stderr=False)


def stderr() -> Console:
    """The console for progress and messages."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else _WIDTH_OF_A_PIPE
    return Console(file=stream, markup=False, highlight=False, emoji=False, width=width)


def utf8_for_data() -> None:
    """Files and pipes get UTF-8 whatever the locale says; a terminal that cannot show a letter shows a mark."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def note(sentence: str) -> None:
    """One sentence for the person at the terminal, on stderr."""
    sys.stderr.write(clean(sentence) + "\n")
    sys.stderr.flush()


def say(line: str) -> None:
    """One line of data on stdout."""
    sys.stdout.write(clean(line) + "\n")


def print_json(value: object) -> None:
    """One JSON document on stdout, indented for people."""
    sys.stdout.write(json_line(value, indent=2, default=_plain) + "\n")


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def stream_json(items: Iterable[Mapping[str, object]]) -> None:
    """A JSON array on stdout, an item a line, written as the items come."""
    sys.stdout.write("[")
    separator = "\n"
    for item in items:
        sys.stdout.write(separator + json_line(item, default=_plain))
        separator = ",\n"
    sys.stdout.write("\n]\n" if separator != "\n" else "]\n")


def stream_csv(*, headings: Sequence[str], rows: Iterable[Iterable[str]]) -> None:
    """CSV on stdout, written as the rows come; a cell that a spreadsheet would run as a formula gets an apostrophe."""
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    on_terminal = sys.stdout.isatty()
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_harmless(clean(cell) if on_terminal else cell) for cell in row])


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell


def print_table(*, headings: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> None:
    """A table without rules on stdout; the columns whose index is in `right` are numbers."""
    body = [[Text(clean(cell)) for cell in row] for row in rows]
    print_aligned([[Text(heading, style="bold") for heading in headings], *body], right=right)


def print_aligned(
    rows: Sequence[Sequence[Text]], *, right: Iterable[int] = (), indent: int = 0, console: Console | None = None
) -> None:
    """Cells in columns, on stdout unless told; a terminal cuts what is too wide, a pipe gets everything."""
    numbers = frozenset(right)
    columns = max((len(row) for row in rows), default=0)
    widths = [max((row[index].cell_len for row in rows if index < len(row)), default=0) for index in range(columns)]
    console = console or stdout()
    for row in rows:
        line = Text(" " * indent)
        for index, cell in enumerate(row):
            blanks = " " * (widths[index] - cell.cell_len)
            gap = "  " if index else ""
            line.append_text(Text.assemble(gap, blanks, cell) if index in numbers else Text.assemble(gap, cell, blanks))
        line.rstrip()
        console.print(
            line, no_wrap=True, overflow="ellipsis" if console.is_terminal else "ignore", crop=console.is_terminal
        )
