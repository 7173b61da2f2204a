"""`leadport imports`, `show`, `verify`, `undo` and `rows`: what became of the imports, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from leadport.cli.account_of import WORDS
from leadport.cli.command import Here, command
from leadport.cli.output import note, print_json, print_table
from leadport.cli.source import JsonOption
from leadport.cli.text import moment, number
from leadport.domain.verdicts import Verdict

if TYPE_CHECKING:
    from leadport.operations.imports import ImportSummary

ImportArgument = Annotated[int, typer.Argument(metavar="ID", help="The import's number.", min=1)]


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the commands."""

    @command(app, "imports", panel=panel)
    def imports(
        here: Here,
        limit: Annotated[
            int, typer.Option("--limit", metavar="N", min=1, max=1_000_000_000, help="At most so many, the newest.")
        ] = 20,
        as_json: JsonOption = False,
    ) -> None:
        """List imports, the newest first."""
        account_id = here.account_id()
        from leadport.operations.imports import imports as listed

        rows = list(listed(account_id=account_id, actor=here.actor, limit=limit))
        if as_json:
            print_json([_as_json(row) for row in rows])
        elif not rows:
            note("No imports yet. Begin with: leadport import FILE --list NAME")
        else:
            headings = ("Id", "File", "When", "State", "Uploaded", *(word for word, _ in WORDS.values()))
            print_table(headings=headings, rows=[_cells(row) for row in rows], right=[0, *range(4, 10)])


def _cells(row: ImportSummary) -> list[str]:
    counts = ["" if verdict not in row.counts else number(row.counts[verdict]) for verdict in WORDS]
    uploaded = "" if row.uploaded is None else number(row.uploaded)
    return [str(row.id), row.file_name, moment(row.finished_at or row.created_at), row.state.value, uploaded, *counts]


def _as_json(row: ImportSummary) -> dict[str, object]:
    return {
        "import_id": row.id,
        "file": row.file_name,
        "state": row.state.value,
        "actor": row.actor,
        "created_at": row.created_at,
        "finished_at": row.finished_at,
        "uploaded": row.uploaded,
        **{verdict.value: row.counts.get(verdict) for verdict in Verdict},
    }
