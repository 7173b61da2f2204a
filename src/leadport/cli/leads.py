"""`leadport leads`: the lead book, as a table of the first ones, or all of it as JSON or CSV."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from leadport.cli.command import Here, command
from leadport.cli.output import note, print_table, stream_csv, stream_json
from leadport.cli.source import JsonOption
from leadport.cli.text import moment, number
from leadport.domain.fields import LEAD_COLUMNS

if TYPE_CHECKING:
    from leadport.operations.queries import LeadFilter, LeadRow

_ROWS_ON_A_TERMINAL = 50
_SHOWN = ("first_name", "last_name", "full_name", "company", "phone", "city", "country")


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the command."""

    @command(app, "leads", panel=panel)
    def leads(
        here: Here,
        list_name: Annotated[str | None, typer.Option("--list", metavar="N", help="Only those on this list.")] = None,
        tag: Annotated[
            str | None, typer.Option("--tag", metavar="[CATEGORY/]N", help="Only those with this tag.")
        ] = None,
        sequence: Annotated[
            str | None, typer.Option("--sequence", metavar="N", help="Only those in this sequence.")
        ] = None,
        import_id: Annotated[
            int | None, typer.Option("--import", metavar="ID", help="Only those that this import created.")
        ] = None,
        search: Annotated[
            str | None,
            typer.Option("--search", metavar="T", help="Only those with this text in address, name or company."),
        ] = None,
        limit: Annotated[
            int | None,
            typer.Option("--limit", metavar="N", min=1, max=1_000_000_000, help="At most so many."),
        ] = None,
        as_json: JsonOption = False,
        as_csv: Annotated[
            bool, typer.Option("--csv", help="Write CSV to standard output, safe for spreadsheets.")
        ] = False,
    ) -> None:
        """Look at leads.

        A table shows the first 50 unless told otherwise. JSON and CSV are written as they are read, however many leads
        there are.
        """
        if as_json and as_csv:
            raise typer.BadParameter("Choose one of --json and --csv.", param_hint="--csv")
        account_id = here.account_id()
        from leadport.operations import queries

        wanted = queries.LeadFilter(list_name=list_name, tag=tag, sequence=sequence, import_id=import_id, search=search)
        shown = limit if as_json or as_csv or limit else _ROWS_ON_A_TERMINAL
        rows = queries.leads(account_id=account_id, wanted=wanted, actor=here.actor, limit=shown)
        if as_json:
            stream_json(_as_json(row) for row in rows)
        elif as_csv:
            stream_csv(headings=_HEADINGS, rows=(_as_cells(row) for row in rows))
        else:
            _print(here, account_id, wanted, list(rows))


_HEADINGS = (
    "id",
    "email",
    *LEAD_COLUMNS,
    "custom",
    "lists",
    "tags",
    "sequences",
    "import_id",
    "created_at",
    "changed_at",
)


def _as_json(row: LeadRow) -> dict[str, object]:
    return {
        "id": row.id,
        "email": row.email,
        **row.values,
        "custom": row.custom,
        "lists": row.links.lists,
        "tags": row.links.tags,
        "sequences": [{"name": name, "step": step} for name, step in row.links.sequences],
        "import_id": row.import_id,
        "created_at": row.created_at.isoformat(),
        "changed_at": row.changed_at.isoformat(),
    }


def _as_cells(row: LeadRow) -> Iterator[str]:
    import json

    sequences = ", ".join(f"{name}:{step}" for name, step in row.links.sequences)
    return chain(
        (str(row.id), row.email),
        (row.values.get(key, "") for key in LEAD_COLUMNS),
        (json.dumps(row.custom, ensure_ascii=False) if row.custom else "",),
        (", ".join(row.links.lists), ", ".join(row.links.tags), sequences),
        (str(row.import_id or ""), row.created_at.isoformat(), row.changed_at.isoformat()),
    )


def _print(here: Here, account_id: int, wanted: LeadFilter, rows: list[LeadRow]) -> None:
    from leadport.domain.fields import FIELDS
    from leadport.operations.queries import count_leads

    if not rows:
        note("No leads found.")
        return
    columns = [key for key in _SHOWN if any(key in row.values for row in rows)]
    headings = ("Id", "Email", *(FIELDS[key].label for key in columns), "Since")
    shown = [
        (str(row.id), row.email, *(row.values.get(key, "") for key in columns), moment(row.created_at)) for row in rows
    ]
    print_table(headings=headings, rows=shown, right=[0])
    total = count_leads(account_id=account_id, wanted=wanted, actor=here.actor)
    if total > len(rows):
        note(f"{number(len(rows))} of {number(total)} leads. More with --limit, all with --csv or --json.")
