"""`leadport fields`: see lead fields; make, rename, archive custom ones."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from leadport.cli import named
from leadport.cli.command import Here, command, group
from leadport.cli.named import ArchivedOption, NewNameArgument
from leadport.cli.output import note, print_json, print_table
from leadport.cli.source import JsonOption

FieldArgument = Annotated[str, typer.Argument(metavar="FIELD", help="The custom field's label or key.")]


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the group."""

    @group(app, "fields", panel=panel)
    def fields(here: Here, archived: ArchivedOption = False, as_json: JsonOption = False) -> None:
        """See lead fields; make, rename and archive custom ones."""
        account_id = here.account_id()
        from leadport.operations.fields import list_fields

        rows = list_fields(account_id=account_id, actor=here.actor, archived=archived)
        if as_json:
            print_json([asdict(row) for row in rows])
        else:
            shown = [(row.key, row.label + (" (archived)" if row.archived else ""), row.type.value) for row in rows]
            print_table(headings=("Key", "Label", "Type"), rows=shown)

    @command(fields, "create")
    def create(
        here: Here,
        label: Annotated[str, typer.Argument(metavar="LABEL", help="What people call the field.")],
        kind: Annotated[
            str, typer.Option("--type", metavar="TYPE", help="text, number, date, yes_no, choice, url or phone.")
        ] = "text",
    ) -> None:
        """Make a custom field."""
        wanted = named.field_type(kind, option="--type")
        account_id = here.account_id()
        from leadport.operations.fields import create_field

        made = create_field(account_id=account_id, label=label, kind=wanted, actor=here.actor, now=here.now())
        note(f"Field {made.label} made; its key is {made.key}.")

    @command(fields, "rename")
    def rename(here: Here, field: FieldArgument, new_name: NewNameArgument) -> None:
        """Give a custom field another label; its key stays."""
        account_id = here.account_id()
        from leadport.operations.fields import rename_field

        rename_field(account_id=account_id, name=field, new_label=new_name, actor=here.actor, now=here.now())
        note(f"Field {field} is called {new_name} now.")

    @command(fields, "archive")
    def archive(here: Here, field: FieldArgument) -> None:
        """Take a custom field out of sight; leads keep its values."""
        account_id = here.account_id()
        from leadport.operations.fields import archive_field

        archive_field(account_id=account_id, name=field, actor=here.actor, now=here.now())
        note(f"Field {field} is archived.")
