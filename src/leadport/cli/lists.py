"""`leadport lists`: see, make, rename, archive lists."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from leadport.cli.command import Here, command, group
from leadport.cli.named import ArchivedOption, NameArgument, NewNameArgument
from leadport.cli.output import note, print_json, print_table
from leadport.cli.source import JsonOption
from leadport.cli.text import moment, number


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the group."""

    @group(app, "lists", panel=panel)
    def lists(here: Here, archived: ArchivedOption = False, as_json: JsonOption = False) -> None:
        """See, make, rename and archive lists."""
        _show(here, archived=archived, as_json=as_json)

    @command(lists, "create")
    def create(
        here: Here, names: Annotated[list[str], typer.Argument(metavar="NAME..", help="Names of the new lists.")]
    ) -> None:
        """Make lists."""
        account_id = here.account_id()
        from leadport.operations.lists import create_list

        for name in names:
            made = create_list(account_id=account_id, name=name, actor=here.actor, now=here.now())
            note(f"List {made.name} made.")

    @command(lists, "rename")
    def rename(here: Here, name: NameArgument, new_name: NewNameArgument) -> None:
        """Give a list another name."""
        account_id = here.account_id()
        from leadport.operations.lists import rename_list

        rename_list(account_id=account_id, name=name, new_name=new_name, actor=here.actor, now=here.now())
        note(f"List {name} is called {new_name} now.")

    @command(lists, "archive")
    def archive(here: Here, name: NameArgument) -> None:
        """Take a list out of sight; nobody leaves it."""
        account_id = here.account_id()
        from leadport.operations.lists import archive_list

        archive_list(account_id=account_id, name=name, actor=here.actor, now=here.now())
        note(f"List {name} is archived.")


def _show(here: Here, *, archived: bool, as_json: bool) -> None:
    account_id = here.account_id()
    from leadport.operations.lists import list_lists

    rows = list_lists(account_id=account_id, actor=here.actor, archived=archived)
    if as_json:
        print_json([asdict(row) for row in rows])
    elif not rows:
        note("No lists yet. Make one with: leadport lists create NAME, or name it in an import with --list.")
    else:
        shown = [
            (row.name + (" (archived)" if row.archived else ""), number(row.leads), moment(row.created_at))
            for row in rows
        ]
        print_table(headings=("List", "Leads", "Made"), rows=shown, right=[1])
