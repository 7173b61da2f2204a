"""`leadport sequences`: see, make, rename, archive sequences."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from leadport.cli.command import Here, command, group
from leadport.cli.named import ArchivedOption, NameArgument, NewNameArgument
from leadport.cli.output import note, print_json, print_table
from leadport.cli.source import JsonOption
from leadport.cli.text import count, moment, number


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the group."""

    @group(app, "sequences", panel=panel)
    def sequences(here: Here, archived: ArchivedOption = False, as_json: JsonOption = False) -> None:
        """See, make, rename and archive sequences."""
        _show(here, archived=archived, as_json=as_json)

    @command(sequences, "create")
    def create(
        here: Here,
        name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the new sequence.")],
        steps: Annotated[int, typer.Option("--steps", metavar="N", help="How many steps it has, from 1 to 100.")] = 1,
    ) -> None:
        """Make a sequence."""
        account_id = here.account_id()
        from leadport.operations.sequences import create_sequence

        made = create_sequence(account_id=account_id, name=name, steps=steps, actor=here.actor, now=here.now())
        note(f"Sequence {made.name} made, with {count(made.steps, 'step', 'steps')}.")

    @command(sequences, "rename")
    def rename(here: Here, name: NameArgument, new_name: NewNameArgument) -> None:
        """Give a sequence another name."""
        account_id = here.account_id()
        from leadport.operations.sequences import rename_sequence

        rename_sequence(account_id=account_id, name=name, new_name=new_name, actor=here.actor, now=here.now())
        note(f"Sequence {name} is called {new_name} now.")

    @command(sequences, "archive")
    def archive(here: Here, name: NameArgument) -> None:
        """Take a sequence out of sight; nobody leaves it."""
        account_id = here.account_id()
        from leadport.operations.sequences import archive_sequence

        archive_sequence(account_id=account_id, name=name, actor=here.actor, now=here.now())
        note(f"Sequence {name} is archived.")


def _show(here: Here, *, archived: bool, as_json: bool) -> None:
    account_id = here.account_id()
    from leadport.operations.sequences import list_sequences

    rows = list_sequences(account_id=account_id, actor=here.actor, archived=archived)
    if as_json:
        print_json([asdict(row) for row in rows])
    elif not rows:
        note(
            "No sequences yet. Make one with: leadport sequences create NAME, or name it in an import with --sequence."
        )
    else:
        shown = [
            (
                row.name + (" (archived)" if row.archived else ""),
                number(row.steps),
                number(row.leads),
                moment(row.created_at),
            )
            for row in rows
        ]
        print_table(headings=("Sequence", "Steps", "Leads", "Made"), rows=shown, right=[1, 2])
