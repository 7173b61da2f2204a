"""`leadport show` and `leadport verify`: one import's receipt, and its proof."""

from __future__ import annotations

from dataclasses import asdict

import typer

from leadport.cli.command import Here, command
from leadport.cli.errors import ExitCode
from leadport.cli.imports import ImportArgument
from leadport.cli.output import print_json, print_table, stdout
from leadport.cli.source import JsonOption
from leadport.cli.tell import print_receipt, receipt_as_json
from leadport.cli.text import number


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the commands."""

    @command(app, "show", panel=panel)
    def show(here: Here, import_id: ImportArgument, as_json: JsonOption = False) -> None:
        """Show an import's receipt."""
        account_id, home = here.account_id(), here.home()
        from leadport.operations.show_import import show_import

        found = show_import(account_id=account_id, import_id=import_id, home=home, actor=here.actor)
        if as_json:
            print_json(receipt_as_json(found.receipt) | {"file": found.file_name, "created_at": found.created_at})
        else:
            print_receipt(found.receipt, found.causes, name=found.file_name, console=stdout(), typos=found.typos)

    @command(app, "verify", panel=panel)
    def verify(here: Here, import_id: ImportArgument, as_json: JsonOption = False) -> None:
        """Prove an import's receipt again from the database.

        Exit code 1 when a claim does not hold.
        """
        account_id, home = here.account_id(), here.home()
        from leadport.operations.show_import import verify_import

        found = verify_import(account_id=account_id, import_id=import_id, home=home, actor=here.actor)
        if as_json:
            checks = [asdict(check) | {"ok": check.ok} for check in found.checks]
            print_json({"import_id": found.import_id, "ok": found.ok, "checks": checks})
        else:
            rows = [
                ("ok" if check.ok else "WRONG", check.name, number(check.expected), number(check.found))
                for check in found.checks
            ]
            print_table(headings=("", "What the receipt says", "Says", "Found"), rows=rows, right=[2, 3])
        if not found.ok:
            raise typer.Exit(ExitCode.FAULT)
