"""`leadport rows`: the rows of an import with their verdicts, to look at or as a file to mend."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from leadport.cli.account_of import WORDS
from leadport.cli.command import Here, command
from leadport.cli.imports import ImportArgument
from leadport.cli.output import note, print_json, print_table
from leadport.cli.source import JsonOption
from leadport.cli.text import count, number
from leadport.domain.results import ResultRow, ResultsPage
from leadport.domain.verdicts import Verdict

_VERDICTS = "|".join(verdict.value for verdict in Verdict)


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the command."""

    @command(app, "rows", panel=panel)
    def rows(
        here: Here,
        import_id: ImportArgument,
        verdict: Annotated[
            Verdict | None, typer.Option("--verdict", metavar=_VERDICTS, help="Only rows with this verdict.")
        ] = None,
        reason: Annotated[
            str | None, typer.Option("--reason", metavar="CODE", help="Only rows with this reason or note.")
        ] = None,
        out: Annotated[
            Path | None,
            typer.Option("--out", metavar="FILE.csv", help="Write them into this file; - is standard output."),
        ] = None,
        limit: Annotated[
            int, typer.Option("--limit", metavar="N", min=1, max=1_000_000_000, help="Show at most so many.")
        ] = 50,
        as_json: JsonOption = False,
    ) -> None:
        """Show the rows of an import, or write them to a file.

        The CSV file has the columns of the source, then line, verdict and reason. Mend it and import it again.
        """
        if out is not None and (reason or as_json):
            raise typer.BadParameter("--out writes all rows of a verdict, and goes without this.", param_hint="--out")
        if str(out) == "-" and sys.stdout.isatty():
            raise typer.BadParameter("A terminal cannot show it safely. Name a file.", param_hint="--out")
        if out is not None:
            _write(here, import_id, verdict, out)
            return
        account_id, home = here.account_id(), here.home()
        from leadport.operations.rows import read_rows

        page = read_rows(
            account_id=account_id,
            import_id=import_id,
            home=home,
            actor=here.actor,
            verdict=verdict,
            reason=reason,
            limit=limit,
        )
        if as_json:
            print_json([_as_json(row, page) for row in page.rows])
        else:
            _print(page)


def _write(here: Here, import_id: int, verdict: Verdict | None, out: Path) -> None:
    account_id, home = here.account_id(), here.home()
    from leadport.operations.rows import export_rows

    target = sys.stdout.buffer if str(out) == "-" else out
    written = export_rows(
        account_id=account_id, import_id=import_id, home=home, actor=here.actor, target=target, verdict=verdict
    )
    if target is out:
        note(f"{count(written, 'row', 'rows')} written to {out}.")


def _as_json(row: ResultRow, page: ResultsPage) -> dict[str, object]:
    cells = [{"column": name, "value": value} for name, value in zip(page.header, row.cells, strict=True)]
    return asdict(row) | {"cells": cells}


def _print(page: ResultsPage) -> None:
    if not page.rows:
        note("There are no such rows.")
        return
    print_table(
        headings=("Line", "Verdict", "Why, or what it says"), rows=[_cells(row) for row in page.rows], right=[0]
    )
    if page.total > len(page.rows):
        note(f"{number(len(page.rows))} of {number(page.total)} rows. More with --limit, all with --out FILE.csv.")


def _cells(row: ResultRow) -> tuple[str, str, str]:
    words = [row.sentence or ", ".join(cell for cell in row.cells if cell)]
    words += [note.sentence for note in row.notes]
    prefix = f"Line {row.line_number}: "
    return number(row.line_number), WORDS[row.verdict][0], " ".join(word.removeprefix(prefix) for word in words)
