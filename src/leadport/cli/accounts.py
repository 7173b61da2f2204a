"""`leadport accounts`: which accounts there are, and another one."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from leadport.cli.command import Here, command, group
from leadport.cli.output import note, print_json, print_table
from leadport.cli.source import JsonOption


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the group."""

    @group(app, "accounts", panel=panel)
    def accounts(here: Here, as_json: JsonOption = False) -> None:
        """See accounts, and make another one.

        The first is made by itself.
        """
        here.home()
        from leadport.operations.accounts import list_accounts

        rows = list_accounts(actor=here.actor)
        if as_json:
            print_json([asdict(row) for row in rows])
        elif not rows:
            note("No accounts yet. The first one is made by the first import.")
        else:
            print_table(headings=("Id", "Account"), rows=[(str(row.id), row.name) for row in rows], right=[0])

    @command(accounts, "create")
    def create(
        here: Here, name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the new account.")]
    ) -> None:
        """Make an account."""
        here.home()
        from leadport.operations.accounts import create_account

        made = create_account(name=name, actor=here.actor, now=here.now())
        note(f"Account {made.name} made. Work in it with --account.")
