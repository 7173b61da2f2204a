"""The `leadport` command: all its commands, and the options that stand before them."""

from __future__ import annotations

from typing import Annotated

import typer

from leadport import __version__
from leadport.cli import (
    accounts,
    detect,
    fields,
    importing,
    imports,
    leads,
    lists,
    match,
    rows,
    sequences,
    server,
    showing,
    suppress,
    tags,
    undoing,
)
from leadport.cli.command import AccountOption, HomeOption

app = typer.Typer(
    name="leadport",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_BRING = "Bring people in"
_LOOK = "Look at imports"
_BOOK = "Lead book"
_SERVER = "Server"


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"leadport {__version__}")
        raise typer.Exit


@app.callback()
def leadport(
    account: AccountOption = None,
    home: HomeOption = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Bring lead lists from any CRM, email service, shop or spreadsheet into one lead book, every row accounted for.

    Begin with: leadport import FILE --list NAME
    """


importing.register(app, panel=_BRING)
detect.register(app, panel=_BRING)
match.register(app, panel=_BRING)
imports.register(app, panel=_LOOK)
showing.register(app, panel=_LOOK)
rows.register(app, panel=_LOOK)
undoing.register(app, panel=_LOOK)
leads.register(app, panel=_BOOK)
lists.register(app, panel=_BOOK)
tags.register(app, panel=_BOOK)
sequences.register(app, panel=_BOOK)
fields.register(app, panel=_BOOK)
suppress.register(app, panel=_BOOK)
server.register(app, panel=_SERVER)
accounts.register(app, panel=_SERVER)
