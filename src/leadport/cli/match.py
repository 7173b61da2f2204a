"""`leadport match`: which column is what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from leadport.cli import source as reading
from leadport.cli.command import Here, command
from leadport.cli.output import note, print_json, print_table, say
from leadport.cli.progress import shown
from leadport.domain.fields import FIELDS

if TYPE_CHECKING:
    from leadport.domain.mapping import ColumnMatch, Match

_LONGEST_SAMPLE = 40


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the command."""

    @command(app, "match", panel=panel)
    def match(
        _here: Here,
        file: reading.FileArgument,
        paste: reading.PasteOption = False,
        encoding: reading.EncodingOption = None,
        delimiter: reading.DelimiterOption = None,
        no_header: reading.NoHeaderOption = False,
        as_json: reading.JsonOption = False,
    ) -> None:
        """Say which column of a file is which field.

        Known exports are recognised by their columns, other columns by their names and values. Writes nothing.
        """
        hints = reading.hints(encoding=encoding, delimiter=delimiter, no_header=no_header)
        # The data plane takes a moment to load, so only the commands that use it wait for it.
        from leadport.operations.match import match_source

        with shown() as progress:
            found = match_source(source=reading.source(file=file, pasted=paste), hints=hints, progress=progress)
        if as_json:
            print_json({"preset": found.preset, "columns": [_as_json(column) for column in found.columns]})
        else:
            _print(found)


def _as_json(column: ColumnMatch) -> dict[str, object]:
    return {
        "column": column.column,
        "index": column.index,
        "field": column.field,
        "confidence": column.confidence,
        "fill": column.fill,
        "samples": list(column.samples),
    }


def _print(found: Match) -> None:
    from leadport.operations.match import export_title

    if found.preset:
        say(f"Recognised: {export_title(found)} ({found.preset})")
        say("")
    rows = [
        (
            column.column or f"#{column.index}",
            f"{column.fill:.0%}",
            _field(column),
            _surety(column),
            _samples(column),
        )
        for column in found.columns
    ]
    print_table(headings=("Column", "Filled", "Goes to", "", "For example"), rows=rows, right=[1])
    if not any(column.field == "email" for column in found.columns):
        note("No column is known to hold the email address. Say which one: leadport import FILE --match COLUMN=email")


def _field(column: ColumnMatch) -> str:
    if column.field is None:
        return "-"
    return FIELDS[column.field].label if column.field in FIELDS else column.label or column.field


def _surety(column: ColumnMatch) -> str:
    if column.field is None:
        return "not imported"
    return "sure" if column.confidence >= 0.9 else "likely"


def _samples(column: ColumnMatch) -> str:
    cut = (text if len(text) <= _LONGEST_SAMPLE else text[: _LONGEST_SAMPLE - 1] + "…" for text in column.samples)
    return ", ".join(cut)
