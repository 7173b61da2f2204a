"""`leadport tags`: see, make, rename, archive tags, written CATEGORY/NAME."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from leadport.cli import named
from leadport.cli.command import Here, command, group
from leadport.cli.named import ArchivedOption
from leadport.cli.output import note, print_json, print_table
from leadport.cli.source import JsonOption
from leadport.cli.text import moment, number

TagArgument = Annotated[
    str, typer.Argument(metavar="[CATEGORY/]NAME", help="The tag, with its category if it has one.")
]


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the group."""

    @group(app, "tags", panel=panel)
    def tags(here: Here, archived: ArchivedOption = False, as_json: JsonOption = False) -> None:
        """See, make, rename and archive tags."""
        _show(here, archived=archived, as_json=as_json)

    @command(tags, "create")
    def create(
        here: Here,
        names: Annotated[
            list[str], typer.Argument(metavar="[CATEGORY/]NAME..", help="The new tags; categories are made on the way.")
        ],
    ) -> None:
        """Make tags."""
        wanted = [named.tag(name) for name in names]
        account_id = here.account_id()
        from leadport.operations.tags import create_tag

        for tag in wanted:
            create_tag(account_id=account_id, name=tag.name, category=tag.category, actor=here.actor, now=here.now())
            note(f"Tag {_written(tag.name, tag.category)} made.")

    @command(tags, "rename")
    def rename(
        here: Here,
        tag: TagArgument,
        new_name: Annotated[
            str, typer.Argument(metavar="NEW_NAME", help="The name it is to have, without a category.")
        ],
    ) -> None:
        """Give a tag another name within its category."""
        old = named.tag(tag)
        account_id = here.account_id()
        from leadport.operations.tags import rename_tag

        rename_tag(
            account_id=account_id,
            name=old.name,
            category=old.category,
            new_name=new_name,
            actor=here.actor,
            now=here.now(),
        )
        note(f"Tag {tag} is called {_written(new_name, old.category)} now.")

    @command(tags, "archive")
    def archive(here: Here, tag: TagArgument) -> None:
        """Take a tag out of sight; nobody loses it."""
        old = named.tag(tag)
        account_id = here.account_id()
        from leadport.operations.tags import archive_tag

        archive_tag(account_id=account_id, name=old.name, category=old.category, actor=here.actor, now=here.now())
        note(f"Tag {tag} is archived.")


def _show(here: Here, *, archived: bool, as_json: bool) -> None:
    account_id = here.account_id()
    from leadport.operations.tags import list_tags

    rows = list_tags(account_id=account_id, actor=here.actor, archived=archived)
    if as_json:
        print_json([asdict(row) for row in rows])
    elif not rows:
        note("No tags yet. Make one with: leadport tags create CATEGORY/NAME, or name it in an import with --tag.")
    else:
        shown = [
            (
                row.category or "",
                row.name + (" (archived)" if row.archived else ""),
                number(row.leads),
                moment(row.created_at),
            )
            for row in rows
        ]
        print_table(headings=("Category", "Tag", "Leads", "Made"), rows=shown, right=[2])


def _written(name: str, category: str | None) -> str:
    return f"{category}/{name}" if category else name
